"""Demands: who demands of whom to do what."""

from pathlib import Path

import pytest

from kg.facts.demands.fact import Demand
from tests.parses import parses

PARSES = parses(Path(__file__).with_name("demands.conllu"))


def demands(text: str) -> list[tuple[str, str, str]]:
    facts = [fact for fact in PARSES.findings(text).facts if isinstance(fact, Demand)]
    return [(f.demander[0].text, f.addressee[0].text, f.act.text) for f in facts]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway demanded that Denmark open the strait.", "open the strait"),
        ("Norway urged Denmark to open the strait.", "open the strait"),
        ("Norway called on Denmark to open the strait.", "open the strait"),
        ("Norway said that Denmark must open the strait.", "open the strait"),
        ("Norway demanded an apology from Denmark.", "an apology"),
    ],
)
def test_a_demand_has_who_demands_of_whom_and_what(text: str, act: str) -> None:
    ((demander, addressee, what),) = demands(text)
    assert (demander, addressee) == ("Norway", "Denmark")
    assert what.startswith(act)


@pytest.mark.parametrize(
    "text",
    [
        "Norway insisted that Denmark opened the strait.",
        "Norway did not urge Denmark to open the strait.",
        "Norway said that Norway must open the strait.",
        "Norway denied urging Denmark to open the strait.",
        "Norway demanded a ceasefire.",
    ],
)
def test_what_is_said_to_be_so_denied_asked_of_oneself_or_of_nobody_is_no_demand(text: str) -> None:
    assert demands(text) == []
