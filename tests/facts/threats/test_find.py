"""Threats: who threatens whom with what, and on what condition."""

from pathlib import Path

import pytest

from kg.facts.threats.fact import Threat
from tests.parses import parses

PARSES = parses(Path(__file__).with_name("threats.conllu"))


def threats(text: str) -> list[Threat]:
    return [fact for fact in PARSES.findings(text).facts if isinstance(fact, Threat)]


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Norway threatened to attack Denmark if the strait closed.", "attack Denmark", ["Denmark"]),
        ("Norway threatened Denmark with sanctions.", "sanctions", ["Denmark"]),
        ("Norway vowed to retaliate.", "retaliate", []),
        ("Norway warned that it would respond.", "respond", []),
    ],
)
def test_a_threat_has_who_threatens_whom_with_what(text: str, act: str, target: list[str]) -> None:
    (fact,) = threats(text)
    assert fact.threatener[0].entity == "A1"
    assert (fact.act.text, [m.text for m in fact.target]) == (act, target)


def test_a_threat_has_the_condition_in_the_words_of_the_wire() -> None:
    (fact,) = threats("Norway threatened to attack Denmark if the strait closed.")
    assert fact.condition is not None
    assert fact.condition.text == "if the strait closed"


@pytest.mark.parametrize(
    "text",
    [
        "Norway warned that Denmark would respond.",
        "Norway did not threaten to attack Denmark.",
        "Norway accused Denmark of threatening to attack Sweden.",
        "Ice threatened Denmark.",
        "Norway vowed to help Denmark.",
    ],
)
def test_what_others_may_do_what_is_denied_dangers_and_help_are_no_threats(text: str) -> None:
    assert threats(text) == []
