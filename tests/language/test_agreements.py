"""The deals that a wire names."""

from pathlib import Path

import pytest

from kg.model import Agreement
from tests.parses import parses

PARSES = parses(Path(__file__).with_name("places.conllu"))
SIGNED = "Norway and Denmark signed the Skagen memorandum."


def agreements(text: str) -> tuple[Agreement, ...]:
    return PARSES.reading(text).referents.agreements


def test_an_agreement_is_named_without_its_article() -> None:
    assert agreements(SIGNED) == (Agreement("G1", "Skagen memorandum"),)


@pytest.mark.parametrize("later", ["The memorandum bans nets.", "The deal bans nets."])
def test_the_bare_word_with_an_article_is_the_one_named_before(later: str) -> None:
    found = agreements(f"{SIGNED} {later}")
    assert [(a.name, a.aliases) for a in found] == [("Skagen memorandum", (later.split()[1],))]


def test_two_agreements_stay_two_and_the_bare_word_is_the_latest() -> None:
    found = agreements("Norway left the Skagen memorandum and the Bergen agreement. The deal bans nets.")
    assert [(a.name, a.aliases) for a in found] == [("Skagen memorandum", ()), ("Bergen agreement", ("deal",))]


def test_an_agreement_is_found_by_its_words() -> None:
    referents = PARSES.reading(f"{SIGNED} The deal bans nets.").referents
    bare = next(t for t in referents.doc if t.text == "deal")
    mention = referents.agreement([bare])
    assert mention is not None
    assert (mention.text, mention.entity) == ("deal", "G1")
    assert referents.agreement(referents.doc[:2]) is None


def test_a_wire_of_no_deal_names_none() -> None:
    assert agreements("The captain lives in Oslo.") == ()
