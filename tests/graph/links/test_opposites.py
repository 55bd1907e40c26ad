"""Which denials answer which accusations."""

import itertools

import pytest

from kg.graph.links.claims import Claim, Names
from kg.graph.links.opposites import find_answers, find_named, is_surely_same
from kg.graph.links.words import content_words, is_same_act
from tests.graph.links.claims import NOBODY_NAMED, claim

CHARGE = claim("charge", by="lapko")


def ties(denial: Claim, accusation: Claim = CHARGE, **names: str) -> list[tuple[str, str, str]]:
    found = find_answers([denial], [accusation], Names({who: (name,) for who, name in names.items()}))
    return [(link.source, link.relation, link.target) for link in found]


def is_answered(denial: Claim, accusation: Claim = CHARGE, **names: str) -> bool:
    return ties(denial, accusation, **names) == [(denial.iri, "denies", accusation.iri)]


def test_the_same_act_denied_by_another_is_answered() -> None:
    assert is_answered(claim("no", "any shelling of Orsha", days=1, by="veremey"))


@pytest.mark.parametrize(("days", "answered"), [(0, True), (14, True), (15, False)])
def test_an_answer_follows_within_two_weeks(days: int, answered: bool) -> None:
    assert is_answered(claim("no", days=days)) is answered


@pytest.mark.parametrize(("days", "tied"), [(-1, True), (-14, True), (-15, False)])
def test_an_accusation_raised_again_contradicts_the_denial_that_came_before_it(days: int, tied: bool) -> None:
    assert ties(claim("no", days=days)) == [("charge", "contradicts", "no")] * tied


def test_without_a_day_a_wire_is_tied_to_itself_alone() -> None:
    assert ties(claim("no", days=None)) == []
    assert is_answered(claim("no", days=None, wire="one"), claim("charge", days=None, wire="one", by="lapko"))


def test_a_denial_clears_the_one_who_was_charged() -> None:
    assert not is_answered(claim("no", of="police"))
    assert is_answered(claim("no", of="police army"))


def test_who_stands_for_a_state_is_charged_and_cleared_with_it() -> None:
    assert is_answered(claim("no", of="forces:by"), claim("charge", of="by", by="lapko"))


def test_nobody_answers_their_own_charge() -> None:
    assert not is_answered(claim("no", by="lapko"))
    assert not is_answered(claim("no", by="ministry:ua"), claim("charge", by="president:ua"))


def test_within_one_state_one_may_answer_another() -> None:
    assert is_answered(claim("no", by="aide:ua", of="aide:ua"), claim("charge", by="president:ua", of="aide:ua"))


@pytest.mark.parametrize(
    "act",
    ["bought stolen oil from smugglers", "any involvement", "the shelling", "an attack on a convoy near Orsha", ""],
)
def test_an_act_of_other_words_or_too_few_is_not_the_same(act: str) -> None:
    assert not is_answered(claim("no", act))


def test_the_name_of_whom_both_speak_proves_nothing() -> None:
    charge = claim("charge", "Border Army units shelled Orsha", of="army")
    denial = claim("no", "Border Army units bought oil", of="army")
    assert is_same_act(content_words(charge.act), content_words(denial.act))
    assert not is_answered(denial, charge, army="Border Army")


def test_the_name_of_a_place_alone_makes_two_acts_no_one_act() -> None:
    charge = claim("charge", "sent weapons to Saudi Arabia")
    assert not is_answered(claim("no", "spying on Saudi Arabia"), charge)
    assert is_answered(claim("no", "any supplies of weapons to Saudi Arabia"), charge)


def test_the_order_of_claims_does_not_matter() -> None:
    denials = [claim("no 1", days=1), claim("no 2", "shelling Orsha", days=3), claim("no 3", of="police")]
    charges = [CHARGE, claim("charge 2", "has shelled Orsha twice", days=2), claim("charge 3", of="police")]
    answers = [
        set(find_answers(some, others, NOBODY_NAMED))
        for some, others in itertools.product(itertools.permutations(denials), itertools.permutations(charges))
    ]
    assert all(answer == answers[0] for answer in answers)
    assert {(link.source, link.relation, link.target) for link in answers[0]} == {
        ("no 1", "denies", "charge"),
        ("no 2", "denies", "charge"),
        ("no 2", "denies", "charge 2"),
        ("no 3", "denies", "charge 3"),
        ("charge 2", "contradicts", "no 1"),
    }


@pytest.mark.parametrize(
    ("act", "days", "answered"),
    [
        ("Lapko's claims over the shelling", 1, True),
        ("the accusations of Lapko over the shelling", 1, True),
        ("Lapko's claims over the shelling", 4, False),
        ("Lapko's claims over oil", 1, False),
        ("Bondar's claims over the shelling", 1, False),
        ("any shelling that Lapko claims", 1, False),
    ],
)
def test_who_rejects_somebodys_claims_answers_what_they_claimed_of_late(act: str, days: int, answered: bool) -> None:
    names = Names({"lapko": ("Olga Lapko", "Lapko"), "army": ("Border Army",)})
    charge = claim("charge", "shelling Orsha", by="lapko")
    assert bool(list(find_named([claim("no", act, days=days, by="bondar")], [charge], names))) is answered


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the dam gates were shut at night", "the dam gates were not shut at night", True),
        (
            "the dam gates were shut at night",
            "the dam gates were not shut at night by anybody from Orsha or Minsk",
            False,
        ),
        ("the dam was shut", "the dam was not shut", False),
        ("Orsha, Minsk, Brest fell", "Orsha, Minsk, Brest did not rise", False),
    ],
)
def test_clauses_are_the_same_where_most_words_of_either_are(one: str, other: str, same: bool) -> None:
    assert is_surely_same(content_words(one), content_words(other)) is same
