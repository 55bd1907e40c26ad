"""Asking by name: actors by any of their names, rows in plain Python, CSV that no spreadsheet runs."""

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest

from kg.errors import AmbiguousName, BadParameter, NotFound, UnknownQuestion
from kg.explore.ask import as_csv, ask, find_actor, find_agreement, find_place, questions
from kg.graph.rows import Iri, Rows
from kg.graph.store import GraphView, open_store
from tests.dispute import filled
from tests.quarrel import stored


@pytest.fixture(scope="module")
def view() -> GraphView:
    return filled(open_store("memory:")).view()


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("country/am", "country/am"),
        ("https://w3id.org/dateline/actor/country/am", "country/am"),
        ("Armenia", "country/am"),
        ("ARMENIA ", "country/am"),
        ("yerevan", "country/am"),  # an alias
        ("Georgian Environment Minister Nino Kapeladze", "person/nino-kapeladze"),
        ("engineer", "person/tass-903/A3"),
    ],
)
def test_an_actor_is_found_by_id_name_or_alias(view: GraphView, name: str, actor: str) -> None:
    assert find_actor(view, name) == actor


def test_a_name_of_several_is_ambiguous_and_names_them(view: GraphView) -> None:
    with pytest.raises(AmbiguousName) as raised:
        find_actor(view, "nino")
    assert raised.value.candidates == (
        ("person/nino-kapeladze", "Nino Kapeladze"),
        ("person/nino-lomadze", "Nino Lomadze"),
    )


@pytest.mark.parametrize("name", ["", "Tbilisi", "country/xx", "100%", "\ud800", '"}', "a\nb"])
def test_a_name_that_no_actor_bears_is_not_found(view: GraphView, name: str) -> None:
    with pytest.raises(NotFound):
        find_actor(view, name)


def test_another_spelling_of_a_name_finds_it_too(view: GraphView) -> None:
    assert find_actor(view, "Tigran Sarvanyan") == find_actor(view, "Tigran Sarvanian")
    assert find_place(view, "Sadahlo") == find_place(view, "Sadakhlo")


def test_places_and_agreements_have_names_too(view: GraphView) -> None:
    assert find_place(view, "TBILISI") == "ge/tbilisi"
    assert find_agreement(view, "water accord") == "debed-accord"


def test_an_answer_is_plain_python(view: GraphView) -> None:
    rows = ask(view, "who-accuses-whom", {"who": "Georgia"})
    (row,) = (dict(zip(rows.columns, each, strict=True)) for each in rows.rows)
    assert row["accused"] == "Armenia"
    assert row["confidence"] == Decimal("0.88")
    assert row["fact"] == "tass-903/accusation/94-146"
    assert {type(cell) for cell in row.values()} <= {str, Decimal, dt.date, type(None)}


def test_an_answer_that_was_cut_says_so(view: GraphView) -> None:
    assert ask(view, "said-by", {}, limit=2).truncated
    assert len(ask(view, "said-by", {}, limit=2).rows) == 2
    assert not ask(view, "said-by", {}, limit=5).truncated


def test_every_question_can_be_asked(view: GraphView) -> None:
    linked = stored().view()  # the dispute has no counter-accusation, nor a commitment told twice
    for question in questions():
        assert ask(view, question.name, {}).rows or ask(linked, question.name, {}).rows, question.name


def test_an_unknown_question_names_those_there_are(view: GraphView) -> None:
    with pytest.raises(UnknownQuestion, match="who-accuses-whom"):
        ask(view, "who-loves-whom", {})


@pytest.mark.parametrize(
    ("parameter", "value"), [("since", "soon"), ("confidence", "very"), ("colour", "red"), ("text", "\ud800")]
)
def test_a_bad_parameter_is_named(view: GraphView, parameter: str, value: str) -> None:
    with pytest.raises(BadParameter) as raised:
        ask(view, "said-by", {parameter: value})
    assert raised.value.name == parameter


@pytest.mark.parametrize("limit", [0, -1, 10**9])
def test_a_limit_out_of_bounds_is_refused(view: GraphView, limit: int) -> None:
    with pytest.raises(BadParameter, match="limit"):
        ask(view, "said-by", {}, limit)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_words_that_a_spreadsheet_would_run_are_harmless_in_csv(words: str) -> None:
    (_, row) = csv.reader(io.StringIO(as_csv(Rows(("words",), ((words,),))), newline=""))
    assert row == [f"'{words}"]


def test_numbers_dates_and_other_words_stay_as_they_are_in_csv() -> None:
    row = (-5, Decimal("-0.5"), dt.date(2031, 3, 3), True, None, Iri("https://x.example/"), 'a "b", c = d')
    (_, written) = csv.reader(io.StringIO(as_csv(Rows(tuple("abcdefg"), (row,)))))
    assert written == ["-5", "-0.5", "2031-03-03", "True", "", "https://x.example/", 'a "b", c = d']
