"""What tells people of one name and country apart."""

import datetime as dt
from itertools import count

import pytest

from kg.entities.identity import LocalActor, identify_actors
from kg.entities.lives import birth_of, clustered, worlds_of

NUMBERS = count()


def person(name: str, *roles: str, day: dt.date | None = None, country: str | None = None) -> LocalActor:
    wire = f"w{next(NUMBERS)}"
    return LocalActor(f"{wire}/A1", wire, "A1", name, "person", country=country, roles=roles, day=day)


def ids(*people: LocalActor) -> list[str]:
    """Who the people are, in their order."""
    found = identify_actors(people)
    return [found[each.iri].id for each in people]


def test_a_minister_and_a_swimmer_of_one_name_are_two() -> None:
    minister, again, swimmer = ids(
        person("Ivan Orlov", "Energy Minister"),
        person("Ivan Orlov", "minister", "deputy"),
        person("Ivan Orlov", "former Russian swimmer"),
    )
    assert minister == again != swimmer


def test_one_of_whom_nothing_is_told_is_neither_of_the_two() -> None:
    minister, swimmer, unknown = ids(
        person("Ivan Orlov", "minister"), person("Ivan Orlov", "swimmer"), person("Ivan Orlov", "guest")
    )
    assert len({minister, swimmer, unknown}) == 3


def test_a_swimmer_who_is_minister_in_one_wire_is_one() -> None:
    found = ids(
        person("Ivan Orlov", "minister"), person("Ivan Orlov", "swimmer"), person("Ivan Orlov", "swimmer", "minister")
    )
    assert len(set(found)) == 1


def test_a_general_is_no_other_than_the_minister_that_he_becomes() -> None:
    assert len(set(ids(person("Ivan Orlov", "general"), person("Ivan Orlov", "Defense Minister")))) == 1


def test_ministers_of_two_ministries_in_the_same_days_are_two() -> None:
    day = dt.date(2031, 3, 3)
    defense, justice, also = ids(
        person("Ivan Orlov", "Defense Minister", day=day),
        person("Ivan Orlov", "Minister of Justice", day=day + dt.timedelta(days=9)),
        person("Ivan Orlov", "Russian Defence Minister", day=day + dt.timedelta(days=900)),
    )
    assert defense == also != justice


@pytest.mark.parametrize(
    ("role", "days"),
    [("Justice Minister", 400), ("former Justice Minister", 1), ("Prime Minister", 1), ("Minister of Sport", 1)],
)
def test_a_minister_may_have_been_or_become_another(role: str, days: int) -> None:
    day = dt.date(2031, 3, 3)
    found = ids(
        person("Ivan Orlov", "Defense Minister", day=day),
        person("Ivan Orlov", role, day=day + dt.timedelta(days=days)),
    )
    assert len(set(found)) == 1


def test_people_whose_ages_do_not_fit_are_two() -> None:
    day = dt.date(2031, 3, 3)
    old, older, young = ids(
        person("Ivan Orlov", "the 61-year-old skipper", day=day),
        person("Ivan Orlov", "62-year-old skipper", day=day.replace(year=2032)),
        person("Ivan Orlov", "the 19-year-old skipper", day=day),
    )
    assert old == older != young


def test_a_family_name_with_a_trade_is_not_that_of_one_in_another_walk_of_life() -> None:
    swimmer, minister = ids(person("Orlov", "swimmer"), person("Ivan Orlov", "Energy Minister"))
    assert swimmer != minister


@pytest.mark.parametrize(
    ("role", "world"),
    [
        ("retired Russian boxer", "sport"),
        ("Minister of Sport", "office"),
        ("driver for the president", "private"),
        ("national team’s goalkeeper", "sport"),
        ("analyst", None),
        ("", None),
    ],
)
def test_a_trade_is_told_by_its_noun(role: str, world: str | None) -> None:
    assert worlds_of((role,)) == ({world} if world else set())


def test_an_age_is_a_year_of_birth_only_on_a_known_day() -> None:
    assert birth_of(person("A B", "the 40-year-old driver", day=dt.date(2031, 3, 3))) == 1991
    assert birth_of(person("A B", "the 40-year-old driver")) is None


def test_years_that_may_be_one_birth_are_together() -> None:
    assert clustered([1990, 1971, 1970, 1991, 1993, 1971]) == [(1970, 1971), (1990, 1993)]
    assert clustered([]) == []
