"""Circumstances that facts of every kind have."""

from pathlib import Path

from kg.model import Fact, FactRef
from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("facts.conllu"))


def facts(text: str) -> dict[str, Fact]:
    """The facts of a wire by the words that mark them."""
    return {fact.cue.text: fact for fact in PARSES.findings(Wire(text)).facts if fact.cue is not None}


def test_a_statement_in_what_somebody_says_stands_within_that_statement() -> None:
    found = facts("Captain Nils Brekke said that Denmark claimed that the ice was thick.")
    assert found["claimed"].within == FactRef(found["said"].id)
    assert found["said"].within is None


def test_an_accusation_stands_within_the_statement_that_its_verb_makes() -> None:
    told = PARSES.findings(Wire("Captain Nils Brekke accused the port authority of hiding cracks.")).facts
    accusation, statement = (next(fact for fact in told if fact.kind == kind) for kind in ("accusation", "statement"))
    assert accusation.within == FactRef(statement.id)
