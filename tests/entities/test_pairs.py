"""Who and what must meet under two names, and who must not: pairs of names of the real world, in the tables beside this file."""

from pathlib import Path

import pytest

from kg.entities.gazetteer import same_place
from kg.entities.identity import LocalActor, identify_actors
from kg.entities.names import is_same_person


def pairs(table: str, verdict: str) -> list[tuple[str, str]]:
    """The pairs of a table that have a verdict."""
    lines = (Path(__file__).parent / table).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(one, other) for found, one, other in rows if found == verdict]


def is_one_organization(one: str, other: str) -> bool:
    """Whether the organizations that two wires name are one."""
    named = [LocalActor(f"{n}", f"w{n}", "A1", name, "organization") for n, name in enumerate((one, other))]
    return len({known.id for known in identify_actors(named).values()}) == 1


@pytest.mark.parametrize(("one", "other"), pairs("people.tsv", "same"))
def test_a_person_is_known_under_both_names(one: str, other: str) -> None:
    assert is_same_person(one, other)
    assert is_same_person(other, one)


@pytest.mark.parametrize(("one", "other"), [*pairs("people.tsv", "different"), *pairs("people.tsv", "missed")])
def test_two_people_are_not_taken_for_one(one: str, other: str) -> None:
    assert not is_same_person(one, other)
    assert not is_same_person(other, one)


@pytest.mark.parametrize(("one", "other"), pairs("organizations.tsv", "same"))
def test_an_organization_is_known_under_both_names(one: str, other: str) -> None:
    assert is_one_organization(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [*pairs("organizations.tsv", "different"), *pairs("organizations.tsv", "missed")]
)
def test_two_organizations_are_not_taken_for_one(one: str, other: str) -> None:
    assert not is_one_organization(one, other)


@pytest.mark.parametrize(("one", "other"), pairs("places.tsv", "same"))
def test_a_place_is_known_under_both_names(one: str, other: str) -> None:
    assert same_place(one, other)
    assert same_place(other, one)


@pytest.mark.parametrize(("one", "other"), pairs("places.tsv", "different"))
def test_two_places_are_not_taken_for_one(one: str, other: str) -> None:
    assert not same_place(one, other)
