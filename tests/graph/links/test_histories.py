"""The course of commitments, and what is said to have broken them."""

import itertools

import pytest

from kg.graph.links.claims import Agreement, Names, Step
from kg.graph.links.histories import find_breaches, find_histories
from tests.graph.links.claims import NOBODY_NAMED, claim, step

OPEN = "keep the gates of the dam open around the clock"


def history(*steps: Step) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in find_histories(steps, NOBODY_NAMED)}


def test_steps_of_one_act_follow_one_another_in_time() -> None:
    steps = (
        step("made", OPEN, "2031-03-01"),
        step("told", "the gates would be open around the clock", "2031-03-05"),
        step("kept", "keep the gates open", "2031-03-09", "fulfilled"),
    )
    assert all(history(*order) == {("told", "made"), ("kept", "told")} for order in itertools.permutations(steps))


def test_steps_under_one_agreement_are_of_one_commitment_whatever_their_words() -> None:
    steps = (
        step("made", OPEN, "2031-03-01", deal="Bern protocol"),
        step("halted", "the protocol", "2032-05-01", "suspended", deal="Bern protocol"),
        step("broken", "the protocol", "2033-07-01", "violated", deal="Bern protocol"),
    )
    assert history(*steps) == {("halted", "made"), ("broken", "halted")}


def test_on_one_day_what_was_undertaken_comes_before_what_became_of_it() -> None:
    broken, made = step("a", "keep gates open", status="violated"), step("b", "keep gates open")
    assert history(broken, made) == {("a", "b")}


@pytest.mark.parametrize(
    "other",
    [
        step("other", OPEN, party="police"),
        step("other", "seal all pumps above the quota"),
        step("other", "open the archive"),
        step("other", OPEN, "2031-12-01"),  # half a year later
        step("other", OPEN, deal="another protocol"),
        step("other", OPEN, ""),  # nobody knows when
    ],
)
def test_other_parties_acts_agreements_and_times_are_other_commitments(other: Step) -> None:
    assert history(step("made", OPEN, "2031-03-01", deal="Bern protocol"), other) == set()


def test_a_wire_without_a_day_has_a_course_of_its_own() -> None:
    made, kept = (
        step(iri, OPEN, "", wire="one", status=status) for iri, status in (("m", "pledged"), ("k", "fulfilled"))
    )
    assert history(made, kept) == {("k", "m")}


def test_a_joint_step_stands_in_the_course_of_each_party() -> None:
    made = [step(f"{party} made", OPEN, "2031-03-01", party=party) for party in ("army", "police")]
    joint = [step("joint", OPEN, "2031-03-05", "agreed", party=party) for party in ("army", "police")]
    assert history(*made, *joint) == {("joint", "army made"), ("joint", "police made")}


NAMED = {"wire of charge": [Agreement("bern-protocol", "Bern protocol", ("Bern protocol", "the protocol"))]}


def broken(act: str, *steps: Step, agreements: dict[str, list[Agreement]] = NAMED) -> set[str]:
    charge = claim("charge", act, days=10)
    return {link.target for link in find_breaches([charge], steps, agreements, Names({"army": ("Border Army",)}))}


MADE = step("made", OPEN, deal="bern-protocol")
SIGNED = step("signed", "the Bern protocol", status="agreed", deal="bern-protocol")
DEAL = "https://w3id.org/dateline/agreement/bern-protocol"


@pytest.mark.parametrize(
    ("act", "targets"),
    [
        ("violated the Bern protocol", {DEAL, "signed"}),
        ("fails to comply with the protocol", {DEAL, "signed"}),
        ("shut the gates at night in breach of the Bern protocol", {DEAL, "signed", "made"}),
        ("signed the Bern protocol", set()),
        ("broke its promise to keep the gates open", {"made"}),
        ("broke the gates", set()),
        ("violated its promise to sell the archive", set()),
    ],
)
def test_an_accusation_of_breach_points_at_what_it_says_is_broken(act: str, targets: set[str]) -> None:
    assert broken(act, MADE, SIGNED) == targets


@pytest.mark.parametrize(
    "made",
    [
        step("made", OPEN, party="police", deal="bern-protocol"),
        step("made", OPEN, "2031-04-01", deal="bern-protocol"),  # after the charge
        step("made", OPEN, status="fulfilled", deal="bern-protocol"),
        step("made", OPEN, deal="oslo-protocol"),
    ],
)
def test_only_what_the_accused_undertook_before_can_be_broken(made: Step) -> None:
    assert broken("shut the gates in breach of the Bern protocol", made) == {DEAL}


def test_a_broken_ceasefire_is_the_latest_one() -> None:
    truces = [step(f"truce {day}", "a ceasefire in the hills", f"2031-03-{day}") for day in ("01", "09")]
    assert broken("violated the ceasefire", *truces, agreements={}) == {"truce 09"}
