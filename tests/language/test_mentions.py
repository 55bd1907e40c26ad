"""Which words may refer to somebody, and what they tell of whom."""

from pathlib import Path

import pytest

from kg.language.candidates import find_candidates
from kg.language.mentions import Candidate, bare, entities_in
from tests.parses import parses

PARSES = parses(Path(__file__).with_name("actors.conllu"))


def candidates(text: str, *surnames: str) -> dict[str, Candidate]:
    """The candidates of a sentence by their words."""
    return {c.span.text: c for c in find_candidates(PARSES.doc(text)[:], frozenset(surnames), frozenset())}


def test_a_person_is_a_name_with_what_the_title_tells() -> None:
    found = candidates("Norwegian Foreign Minister Astrid Hovland arrived in Tromso.")
    person = found["Norwegian Foreign Minister Astrid Hovland"]
    assert (person.kind, person.name, person.title) == (
        "person",
        "Astrid Hovland",
        "Norwegian Foreign Minister",
    )
    assert person.countries == {"NO"}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Oslo said that the ferry was late.", "Oslo", "capital"),
        ("Brussels said that the ferry was late.", "Brussels", "organization"),  # the European Union
        ("Brussels told the Belgians that the ferry was late.", "Brussels", "capital"),
        ("Hovland spoke in Brussels.", "Brussels", "capital"),
        ("Norway said that the ice was thick.", "Norway", "country"),
        ("The Kremlin sent the Norwegians home.", "Kremlin", "organization"),
        ("The Kremlin sent the Norwegians home.", "Norwegians", "people"),
        ("The Foreign Ministry sent a note.", "Foreign Ministry", "organization"),
        ("She added that the ice was thick.", "She", "pronoun"),
        ("The mayor added that the ice was thick.", "The mayor", "role"),
        ("The port authority said that the ferry was late.", "The port authority", "body"),
        ("The Norwegian navy returned to Bergen.", "The Norwegian navy", "body"),
        ("Militants said that the road was closed.", "Militants", "group"),
    ],
)
def test_words_refer_to_somebody_of_a_kind(text: str, words: str, kind: str) -> None:
    assert candidates(text)[words].kind == kind


def test_a_description_tells_nationality_number_and_whether_it_was_named_before() -> None:
    navy = candidates("The Norwegian navy returned to Bergen.")["The Norwegian navy"]
    source = candidates("A source in the port authority said that the quay was empty.")[
        "A source in the port authority"
    ]
    assert (navy.countries, navy.is_definite, navy.is_plural) == ({"NO"}, True, False)
    assert (source.countries, source.is_definite) == (frozenset(), False)


def test_the_nation_before_an_alliance_is_no_part_of_its_name() -> None:
    assert candidates("Norway's NATO pledge was late.")["NATO"].countries == frozenset()


def test_a_surname_that_the_names_step_has_missed_is_a_name() -> None:
    doc = PARSES.doc("Hovland said that the quay was empty.")
    doc.ents = []
    (person,) = (c for c in find_candidates(doc[:], frozenset({"Hovland"}), frozenset()) if c.kind == "person")
    assert person.name == "Hovland"


def test_no_word_belongs_to_two_candidates() -> None:
    for text in PARSES.sentences:
        named = [c for c in candidates(text).values() if c.name]
        tokens = [token.i for c in named for token in c.span]
        assert len(tokens) == len(set(tokens))


def test_names_cut_by_the_edge_of_a_span_are_left_out() -> None:
    doc = PARSES.doc("Erik Ivanov said that the ferry was late.")
    assert [e.text for e in entities_in(doc[:])] == ["Erik Ivanov"]
    assert entities_in(doc[:1]) == entities_in(doc[1:]) == []


def test_a_bare_name_has_no_article_possessive_or_marks() -> None:
    doc = PARSES.doc("The Kremlin sent the Norwegians home.")
    assert bare(doc[0:2]) == "Kremlin"
