"""Which accusations answer one another."""

import pytest

from kg.graph.links.claims import Claim, Link, Names
from kg.graph.links.counters import find_counters
from tests.graph.links.claims import claim

NAMES = Names({"ua": ("Ukraine",), "by": ("Belarus",), "lapko": ("Olga Lapko",), "bondar": ("Taras Bondar",)})
FIRST = claim("first", "drained water from the lake", by="lapko:ua", of="by", wire="one", at=10)


def pairs(*charges: Claim, denials: tuple[Link, ...] = ()) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in find_counters(charges, denials, NAMES)}


def answer(
    act: str, days: int = 1, wire: str = "two", sentence: str = "", by: str = "bondar:by", of: str = "ua"
) -> Claim:
    return claim("answer", act, days=days, by=by, of=of, wire=wire, at=50, sentence=sentence)


@pytest.mark.parametrize(
    ("act", "days", "answers"),
    [
        ("taking twice its share of water from the lake", 1, True),
        ("taking twice its share of water from the lake", 14, True),
        ("taking twice its share of water from the lake", 15, False),
        ("taking twice its share of water from the lake", 0, False),  # either may be the answer
        ("jailing two journalists", 1, False),
    ],
)
def test_who_is_accused_answers_about_the_same_matter_within_two_weeks(act: str, days: int, answers: bool) -> None:
    assert pairs(FIRST, answer(act, days)) == ({("answer", "first")} if answers else set())


def test_one_who_is_accused_by_others_answers_nobody() -> None:
    assert pairs(FIRST, answer("taking water from the lake", of="pl")) == set()
    assert pairs(FIRST, answer("taking water from the lake", by="bondar:pl")) == set()


def test_within_one_state_two_answer_each_other_by_themselves() -> None:
    first = claim("first", "stole water from the lake", by="mayor:ua", of="minister:ua")
    other = claim("other", "stole water from the lake", days=1, by="judge:ua", of="mayor:ua")
    own = claim("own", "stole water from the lake", days=1, by="minister:ua", of="mayor:ua")
    assert pairs(first, other, own) == {("own", "first")}


@pytest.mark.parametrize(
    ("act", "sentence", "answers"),
    [
        ("wasting water", "Bondar accused Ukraine of wasting water.", True),
        ("jailing two journalists", "Bondar, in turn, accused Ukraine of jailing two journalists.", True),
        ("jailing two journalists", "Bondar accused Ukraine of jailing two journalists.", False),
        ("wasting water", "Bondar had accused Ukraine of wasting water.", False),  # so it came first
    ],
)
def test_in_one_wire_the_answer_says_so_or_is_about_the_same_matter(act: str, sentence: str, answers: bool) -> None:
    assert (("answer", "first") in pairs(FIRST, answer(act, 0, "one", sentence))) is answers


def test_what_is_told_again_is_no_answer_to_what_came_in_between() -> None:
    assert (
        pairs(FIRST, answer("taking water from the lake", sentence="Bondar earlier accused Ukraine of that.")) == set()
    )


def test_a_wire_that_denies_an_accusation_answers_it_with_its_own() -> None:
    denial = Link("https://w3id.org/dateline/article/two/denial/1-2", "denies", "first", ())
    assert pairs(FIRST, answer("jailing two journalists"), denials=(denial,)) == {("answer", "first")}


def test_a_wire_that_tells_an_accusation_again_answers_the_wire_that_told_it_first() -> None:
    again = claim("again", "draining water from the lake", days=1, by="lapko:ua", of="by", wire="two", at=10)
    in_turn = answer("jailing two journalists", sentence="Bondar, in turn, accused Ukraine of jailing two journalists.")
    assert pairs(FIRST, again, in_turn) == {("answer", "again"), ("answer", "first")}
