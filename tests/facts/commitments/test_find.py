"""Commitments: who undertakes what, to whom, under which agreement, and what became of it."""

from pathlib import Path

import pytest

from kg.facts.commitments.fact import Commitment
from kg.facts.commitments.words import words
from tests.parses import parses

PARSES = parses(Path(__file__).with_name("commitments.conllu"))
ARRIVED = "Norwegian Foreign Minister Astrid Hovland arrived."


def commitments(text: str) -> list[Commitment]:
    return [fact for fact in PARSES.findings(text).facts if isinstance(fact, Commitment)]


def told(text: str) -> list[tuple[str, str, str]]:
    """Commitments as (who, what, how it stands), with names for whoever a pronoun is."""
    names = {actor.id: actor.name for actor in PARSES.findings(text).actors}
    return [("+".join(names[m.entity] for m in f.party), f.act.text, f.status) for f in commitments(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway pledged to repair the quay.", ("Norway", "repair the quay", "pledged")),
        ("Norway promised Denmark to open the strait.", ("Norway", "open the strait", "pledged")),
        ("Norway made a commitment to open the strait.", ("Norway", "open the strait", "pledged")),
        ("Norway announced a ceasefire.", ("Norway", "a ceasefire", "pledged")),
        ("Norway agreed with Denmark to open the strait.", ("Norway+Denmark", "open the strait", "agreed")),
        (
            "Norway and Denmark signed an agreement to open the strait.",
            ("Norway+Denmark", "open the strait", "agreed"),
        ),
        ("Norway adhered to the Skagen memorandum.", ("Norway", "the Skagen memorandum", "fulfilled")),
        ("Denmark violated the Skagen memorandum.", ("Denmark", "the Skagen memorandum", "violated")),
        ("The Skagen memorandum was violated by Denmark.", ("Denmark", "The Skagen memorandum", "violated")),
        ("Under the Skagen memorandum, Norway must repair the quay.", ("Norway", "must repair the quay", "obliged")),
        ("Under the Skagen memorandum, Norway repaired the quay.", ("Norway", "repaired the quay", "fulfilled")),
    ],
)
def test_an_undertaking_is_pledged_agreed_due_kept_or_broken(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_whom_a_promise_is_made_to_is_its_counterpart() -> None:
    (fact,) = commitments("Norway promised Denmark to open the strait.")
    assert [m.text for m in fact.counterpart] == ["Denmark"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway adhered to the Skagen memorandum.",
        "Denmark violated the Skagen memorandum.",
        "Under the Skagen memorandum, Norway must repair the quay.",
        "Norway made a commitment under the Skagen memorandum to open the strait.",
    ],
)
def test_the_agreement_that_one_is_bound_by_is_named(text: str) -> None:
    (fact,) = commitments(text)
    assert fact.under is not None
    assert fact.under.text == "Skagen memorandum"


def test_a_commitment_of_one_side_under_an_agreement_is_a_duty() -> None:
    (fact,) = commitments("Norway made a commitment under the Skagen memorandum to open the strait.")
    assert ([m.text for m in fact.party], fact.status) == (["Norway"], "obliged")


def test_what_one_is_committed_to_under_an_agreement_is_the_deed() -> None:
    (fact,) = commitments("Norway made a commitment under the Skagen memorandum to open the strait.")
    assert fact.act.text == "open the strait"


def test_will_about_ones_own_side_is_an_assurance() -> None:
    assert told(f"{ARRIVED} Hovland said that Norway will help Denmark.") == [("Norway", "help Denmark", "pledged")]


def test_we_will_is_an_assurance_of_the_country_that_speaks() -> None:
    text = f'{ARRIVED} "We will support Denmark," Hovland said.'
    assert told(text) == [("Norway", "support Denmark", "pledged")]


@pytest.mark.parametrize(
    "text",
    [
        f"{ARRIVED} Hovland said that Denmark will help Norway.",  # will, but of another side
        "Norway refused to repair the quay.",
        "Norway did not pledge to repair the quay.",
        "Norway may pledge to repair the quay.",
        "Norway will leave if Denmark pledges to repair the quay.",
        "Norway plans to repair the quay.",
        "Norway did not violate the Skagen memorandum.",
    ],
)
def test_what_nobody_undertakes_is_no_commitment(text: str) -> None:
    assert commitments(text) == []


def test_a_commitment_is_told_once_and_its_words_stand_in_the_text() -> None:
    for text in PARSES.sentences:
        found = commitments(text)
        assert len(found) <= 1
        for fact in found:
            assert text[fact.act.start : fact.act.end] == fact.act.text
            assert not {m.entity for m in fact.party} & {m.entity for m in fact.counterpart}


def test_each_verb_has_one_fate() -> None:
    assert not words()["keep"] & words()["break"]
    assert not words()["pledge"] & words()["agree"]
