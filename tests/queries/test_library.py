"""The library of questions: what it reads from their files, and that filling changes nothing but the terms of one row."""

from typing import Any

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import XSD, Literal, URIRef
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from ontology.minting import ACTOR
from queries.library import (
    LISTS,
    BadValueError,
    date_term,
    filled,
    iri_term,
    limited,
    number_term,
    questions,
    text_term,
    with_rows,
    with_values,
)

ALL = [*questions().values(), *questions(LISTS).values()]
SAID_BY = questions()["said-by"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def shape(part: Any) -> Any:
    """A parsed query without the rows of its VALUES."""
    if isinstance(part, CompValue):
        kept = {key: shape(value) for key, value in part.items() if (part.name, key) != ("InlineData", "value")}
        return part.name, tuple(kept.items())
    if isinstance(part, list | tuple) or hasattr(part, "as_list"):
        return tuple(shape(each) for each in part)
    return str(part)


def echoed(term: Literal | URIRef) -> str:
    """What Oxigraph takes a term for that was filled into a query."""
    query = with_rows("SELECT ?_x WHERE { VALUES (?_x) { (UNDEF) } }", ("x",), [(term,)])
    return str(next(iter(pyoxigraph.Store().query(query)))["_x"].value)  # type: ignore[index, arg-type, call-overload]


def test_a_question_says_its_title_and_parameters() -> None:
    assert SAID_BY.title == "What somebody has said"
    assert [(one.name, one.type) for one in SAID_BY.parameters][:3] == [
        ("who", "actor"),
        ("text", "text"),
        ("since", "date"),
    ]


@settings(max_examples=20, deadline=None)
@given(who=TEXTS, text=TEXTS, since=st.dates(), confidence=st.decimals(0, 1, places=3), limit=st.integers(0, 10**6))
def test_filling_never_changes_the_shape_of_a_query(
    who: str, text: str, since: Any, confidence: Any, limit: int
) -> None:
    values = {"who": who, "text": text, "since": str(since), "confidence": str(confidence)}
    query = filled(SAID_BY, values, limit)
    head = query.removesuffix(f"\nLIMIT {limit}\n")
    assert shape(parseQuery(head)) == shape(parseQuery(SAID_BY.text))
    pyoxigraph.Store().query(query)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_text_comes_into_a_query_as_it_is(text: str) -> None:
    assert echoed(text_term(text)) == text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_id_is_an_iri(id_: str) -> None:
    assert echoed(iri_term(ACTOR, id_)).startswith(ACTOR)


@pytest.mark.parametrize("words", ['" } } DROP ALL #', "'''\"\"\"\\", "?_who", "(UNDEF)", "\n\r\t\0", "LIMIT 0"])
def test_words_that_look_like_a_query_stay_words(words: str) -> None:
    assert echoed(text_term(words)) == words


def test_a_date_keeps_how_exact_it_is() -> None:
    assert [date_term(date).datatype for date in ("2020", "2020-02", "2020-02-12")] == [
        XSD.gYear,
        XSD.gYearMonth,
        XSD.date,
    ]


@pytest.mark.parametrize("date", ["", "2020-13", "2021-02-29", "20-1-1", "0000", "２０２０", "2020-02-12T00:00:00"])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="date"):
        date_term(date)


@pytest.mark.parametrize("number", ["", "x", "nan", "inf", "1e99999", "1,5"])
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="number"):
        number_term(number)


def test_a_number_comes_in_as_a_decimal() -> None:
    assert number_term("1e-1") == Literal("0.1", datatype=XSD.decimal)


def test_half_a_character_is_refused_by_the_name_of_its_parameter() -> None:
    with pytest.raises(BadValueError, match="text: this is no Unicode text"):
        filled(SAID_BY, {"text": "\ud800"})


def test_an_unknown_parameter_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadValueError, match="whom: said-by has no such parameter; it has: who, text"):
        filled(SAID_BY, {"whom": "x"})


def test_a_limit_below_nothing_is_refused() -> None:
    with pytest.raises(BadValueError):
        limited("SELECT * {}", -1)


def test_rows_go_into_one_block_only() -> None:
    with pytest.raises(ValueError, match="once"):
        with_rows(SAID_BY.text, ("nobody",), [])


def test_values_that_a_query_does_not_take_are_refused() -> None:
    with pytest.raises(ValueError, match="no parameter colour"):
        with_values(questions(LISTS)["entities"].text, {"colour": Literal("red")})


def test_a_file_with_a_parameter_of_no_known_type_is_refused(tmp_path: Any) -> None:
    (tmp_path / "odd.rq").write_text("# title: Odd\n# description: Odd.\n# param one: colour, any\nSELECT * {}\n")
    with pytest.raises(ValueError, match="colour"):
        questions(tmp_path)


@pytest.mark.parametrize("question", ALL, ids=lambda question: str(question.name))
def test_every_parameter_stands_in_the_one_row_of_its_question(question: Any) -> None:
    names = [f"?_{parameter.name}" for parameter in question.parameters]
    assert not names or f"VALUES ({' '.join(names)}) {{ ({' '.join('UNDEF' for _ in names)}) }}" in question.text
