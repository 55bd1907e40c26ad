"""Denials: who rejects which wrong, and the accusation that it answers."""

from pathlib import Path

from kg.facts.accusations.fact import Accusation
from kg.facts.denials.fact import Denial
from kg.model import Findings
from tests.parses import parses

PARSES = parses(Path(__file__).parent.with_name("facts.conllu"))
ACCUSED = "Captain Nils Brekke accused the port authority of hiding cracks."


def denials(found: Findings) -> list[Denial]:
    return [fact for fact in found.facts if isinstance(fact, Denial)]


def test_a_denial_has_who_denies_who_is_cleared_and_of_what() -> None:
    found = PARSES.findings("The port authority denied hiding cracks.")
    (fact,) = denials(found)
    assert [m.text for m in fact.denier] == [m.text for m in fact.cleared] == ["The port authority"]
    assert (fact.act.text, fact.cue.text if fact.cue else None) == ("hiding cracks", "denied")
    assert fact.evidence.exact == "The port authority denied hiding cracks."


def test_a_denial_answers_the_accusation_of_the_same_wrong() -> None:
    found = PARSES.findings(f"{ACCUSED} The port authority denied hiding cracks.")
    (accusation,) = (fact for fact in found.facts if isinstance(fact, Accusation))
    (denial,) = denials(found)
    assert [ref.id for ref in denial.denies] == [accusation.id]


def test_a_denial_may_stand_before_the_accusation_it_answers() -> None:
    found = PARSES.findings(f"The port authority denied hiding cracks.\n{ACCUSED}")
    (accusation,) = (fact for fact in found.facts if isinstance(fact, Accusation))
    assert [ref.id for denial in denials(found) for ref in denial.denies] == [accusation.id]


def test_a_denial_of_another_wrong_answers_nothing() -> None:
    found = PARSES.findings(f"{ACCUSED} The port authority denied smuggling.")
    (denial,) = denials(found)
    assert denial.denies == ()


def test_who_was_not_accused_answers_nothing() -> None:
    found = PARSES.findings(f"{ACCUSED} Brekke rejected the accusations.")
    assert [denial.denies for denial in denials(found)] == [()]
