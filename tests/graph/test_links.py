"""Which denials answer which accusations."""

import datetime as dt
import itertools

import pytest

from kg.graph.links import Claim, content_words, find_links, is_same_act

DAY = dt.date(2031, 3, 10)


def claim(
    iri: str, act: str = "shelled the town of Orsha", *, days: int = 0, by: str = "", of: str = "army", wire: str = ""
) -> Claim:
    sources = frozenset(by.split())
    return Claim(iri, wire or f"wire of {iri}", DAY + dt.timedelta(days), act, sources, frozenset(of.split()))


CHARGE = claim("charge", by="lapko")


def is_answered(denial: Claim, accusation: Claim = CHARGE, **names: str) -> bool:
    return find_links([denial], [accusation], {who: [name] for who, name in names.items()}) == {
        (denial.iri, accusation.iri)
    }


def test_the_same_act_denied_by_another_is_answered() -> None:
    assert is_answered(claim("no", "any shelling of Orsha", days=1, by="veremey"))


@pytest.mark.parametrize(("days", "answered"), [(-1, False), (0, True), (14, True), (15, False)])
def test_an_answer_follows_within_two_weeks(days: int, answered: bool) -> None:
    assert is_answered(claim("no", days=days)) is answered


def test_a_denial_clears_the_one_who_was_charged() -> None:
    assert not is_answered(claim("no", of="police"))
    assert is_answered(claim("no", of="police army"))


def test_within_one_wire_the_wire_itself_says_what_is_denied() -> None:
    assert not is_answered(claim("no", wire="same"), claim("charge", wire="same"))


def test_nobody_answers_their_own_charge() -> None:
    assert not is_answered(claim("no", by="lapko"))


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
        find_links(some, others, {})
        for some, others in itertools.product(itertools.permutations(denials), itertools.permutations(charges))
    ]
    assert all(answer == answers[0] for answer in answers)
    assert answers[0] == {("no 1", "charge"), ("no 2", "charge"), ("no 2", "charge 2"), ("no 3", "charge 3")}


@pytest.mark.parametrize(
    "forms",
    [
        "shelled shelling shells shell",
        "striking strikes strike",
        "supplies supplied supply supplying",
        "violated violating violations violation violate violates",
        "plan planned planning plans",
        "civilian civilians",
        "poisoned poisoning poison",
    ],
)
def test_forms_of_a_word_are_one_word(forms: str) -> None:
    assert len(content_words(forms).all) == 1


def test_words_that_stand_in_any_act_are_no_content() -> None:
    assert content_words("It was not responsible for any of this, 24/7, and would not have been").all == frozenset()
