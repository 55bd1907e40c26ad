"""Every folder in kg/facts is a kind that keeps the bargain."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from kg.facts.discovery import distinct, find_facts, finder_names, kinds
from kg.facts.statements.fact import Statement
from kg.model import Evidence, Findings, Passage, Span
from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("facts.conllu"))
WIRE = Wire(
    "Captain Nils Brekke accused the port authority of hiding cracks. The port authority denied hiding cracks.\n"
    "Norway pledged to repair the quay.",
    dateline="TROMSO, March 3. /TASS/.",
)


def findings(wire: Wire) -> Findings:
    return find_facts(PARSES.reading(wire))


def test_the_kinds_are_those_of_the_facts_document() -> None:
    assert [kind.plural for kind in kinds()] == [
        "accusations",
        "commitments",
        "demands",
        "denials",
        "statements",
        "threats",
    ]
    assert [kind.kind for kind in kinds()] == ["accusation", "commitment", "demand", "denial", "statement", "threat"]


def test_a_fact_without_the_words_that_prove_it_cannot_be_built() -> None:
    with pytest.raises(TypeError, match="evidence"):
        Statement(  # type: ignore[call-arg]
            id="statement/0-1",
            cue=None,
            confidence=1.0,
            finder="statements/1",
            speaker=(),
            content=Passage((Span(0, 1),), "x"),
            form="direct",
        )


def test_facts_come_with_their_kinds_place_in_the_text_as_id() -> None:
    for fact in findings(WIRE).facts:
        passage = getattr(fact, "content", None) or getattr(fact, "act", None)
        assert isinstance(passage, Passage)
        assert fact.id == f"{fact.kind}/{passage.start}-{passage.end}"
        assert fact.finder in finder_names().split()
        assert 0 < fact.confidence <= 1


def test_evidence_is_the_whole_sentence_and_says_what_stands_there() -> None:
    told = findings(WIRE)
    assert {fact.evidence.exact for fact in told.facts} == {
        "Captain Nils Brekke accused the port authority of hiding cracks.",
        "The port authority denied hiding cracks.",
        "Norway pledged to repair the quay.",
    }
    for fact in told.facts:
        assert told.article.text[fact.evidence.start : fact.evidence.end] == fact.evidence.exact


def test_evidence_spans_the_sentences_that_a_quotation_runs_over() -> None:
    wire = Wire('The ferry is late. "The ice is thick," Brekke said. The ferry is late.')
    (fact,) = findings(wire).facts
    assert fact.evidence.exact == '"The ice is thick," Brekke said.'


def test_the_datelines_day_and_place_are_inherited_and_marked() -> None:
    told = findings(WIRE)
    assert told.place is not None
    place = next(p for p in told.locations if p.id == told.place.entity)
    assert (told.place.text, place.name) == ("TROMSO", "Tromso")
    for fact in told.facts:
        assert (fact.date, fact.date_basis) == ("2031-03-03", "dateline")
        assert (fact.place, fact.place_basis) == (told.place, "dateline")


def test_without_a_dateline_the_day_of_publication_is_inherited_and_no_place() -> None:
    for fact in findings(Wire("Norway pledged to repair the quay.")).facts:
        assert (fact.date, fact.date_basis) == ("2031-03-03", "published")
        assert (fact.place, fact.place_basis) == (None, None)


def test_a_wire_of_no_known_day_dates_no_fact() -> None:
    wire = Wire("Norway pledged to repair the quay.", dateline="TROMSO, March 3. /TASS/.", filed=None)
    for fact in findings(wire).facts:
        assert (fact.date, fact.date_basis) == (None, None)


def test_a_wire_that_tells_nothing_gives_nothing() -> None:
    told = findings(Wire("The ferry is late."))
    assert told.facts == ()
    assert told.article.text == "The ferry is late."


def test_the_same_wire_gives_the_same_findings() -> None:
    assert findings(WIRE) == findings(WIRE)


def statement(ident: str) -> Statement:
    return Statement(
        id=ident,
        evidence=Evidence(0, 1, "x"),
        cue=None,
        confidence=1.0,
        finder="statements/1",
        speaker=(),
        content=Passage((Span(0, 1),), "x"),
        form="direct",
        date=dt.date(2031, 3, 3).isoformat(),
    )


def test_a_second_fact_of_the_same_words_is_numbered() -> None:
    ids = [f.id for f in distinct([statement("statement/0-1"), statement("statement/2-3"), statement("statement/0-1")])]
    assert ids == ["statement/0-1", "statement/2-3", "statement/0-1-2"]


def test_facts_of_a_kind_stand_in_text_order() -> None:
    wire = Wire(
        '"The ice is thick," Brekke said. Norway and Denmark said that the ice was thick.',
        headline="The ferry is late.",
    )
    statements = [f for f in findings(wire).facts if f.kind == "statement"]
    assert len(statements) == 2
    assert all(a.evidence.start <= b.evidence.start for a, b in pairwise(statements))
