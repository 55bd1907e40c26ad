"""What tells people of one name and country apart: the world that they live in, and when they were born."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from kg.entities.local import LocalActor
from kg.entities.wordlists import rows

BIRTHS_APART = 2  # years between births that are not yet two: an age is told in whole years, and wires lag
AGED = re.compile(r"\b(\d{1,3})-year-old\b")
BEHIND_THE_NOUN = re.compile(r"[,(]| (?:of|for|at|in|from|to|with|on|and)\b")

Worlds = frozenset[str]
Years = tuple[int, int]


def lives(namesakes: Iterable[LocalActor]) -> dict[str | None, list[LocalActor]]:
    """People of one name by the life they lead, all in one where nothing tells two apart; under none who may be any."""
    people = list(namesakes)
    worlds = joined(worlds_of(actor.roles) for actor in people)
    births = clustered(born for actor in people if (born := birth_of(actor)) is not None)
    found: dict[str | None, list[LocalActor]] = {}
    for actor in people:
        found.setdefault(life_of(actor, worlds, births), []).append(actor)
    return found


def life_of(actor: LocalActor, worlds: Sequence[Worlds], births: Sequence[Years]) -> str | None:
    """Which of some lives is a person's, empty where there is but one; none where it may be several."""
    own, born = worlds_of(actor.roles), birth_of(actor)
    here = [min(world) for world in worlds if not own or own & world]
    then = [str(first) for first, last in births if born is None or first <= born <= last]
    if len(here) > 1 or len(then) > 1:
        return None
    return " ".join((here if len(worlds) > 1 else []) + (then if len(births) > 1 else []))


@lru_cache(maxsize=20_000)
def worlds_of(roles: tuple[str, ...]) -> Worlds:
    """The worlds that posts and trades belong to, by their nouns: "retired Russian boxer" to sport."""
    nouns = (BEHIND_THE_NOUN.split(role)[0].split()[-1:] for role in roles)
    return frozenset(world for noun in nouns for word in noun if (world := worlds().get(word.lower())))


@cache
def worlds() -> dict[str, str]:
    """The world of each noun for what people are."""
    return {row[0]: row[1] for row in rows("worlds.tsv")}


def birth_of(actor: LocalActor) -> int | None:
    """The year of a person's birth, give or take one, where a wire of a known day tells the age."""
    ages = (AGED.search(words) for words in (*actor.roles, *actor.aliases))
    age = next((int(found[1]) for found in ages if found), None)
    return None if age is None or actor.day is None else actor.day.year - age


def joined(some: Iterable[Worlds]) -> list[Worlds]:
    """Worlds put together where one person is in both: a boxer who is mayor is no other than either."""
    parts: list[Worlds] = []
    for worlds_of_one in sorted(set(some) - {frozenset()}, key=sorted):
        touched = [part for part in parts if part & worlds_of_one]
        parts = [part for part in parts if part not in touched] + [worlds_of_one.union(*touched)]
    return sorted(parts, key=min)


def clustered(years: Iterable[int]) -> list[Years]:
    """Years of birth, those together that may be one person's."""
    found: list[Years] = []
    for year in sorted(set(years)):
        if found and year - found[-1][1] <= BIRTHS_APART:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found
