"""What tells people of one name and country apart: the world they live in, the ministry they lead, when they were born."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations

from kg.entities.local import LocalActor
from kg.entities.names import plain_words
from kg.entities.wordlists import rows

BIRTHS_APART = 2  # years between births that are not yet two: an age is told in whole years, and wires lag
IN_OFFICE = dt.timedelta(days=14)  # within which one minister does not become another
MINISTRIES = frozenset({"defense", "energy", "finance", "foreign", "health", "interior", "justice"})
NOT_IN_OFFICE = frozenset({"deputy", "ex", "first", "former", "prime", "shadow"})
AGED = re.compile(r"\b(\d{1,3})-year-old\b")
BEHIND_THE_NOUN = re.compile(r"[,(]| (?:of|for|at|in|from|to|with|on|and)\b")

Worlds = frozenset[str]
Years = tuple[int, int]


def lives(namesakes: Iterable[LocalActor]) -> dict[str | None, list[LocalActor]]:
    """People of one name by the life they lead, all in one where nothing tells two apart; under none who may be any."""
    people = list(namesakes)
    worlds, offices = joined(worlds_of(actor.roles) for actor in people), held_at_once(people)
    births = clustered(born for actor in people if (born := birth_of(actor)) is not None)
    found: dict[str | None, list[LocalActor]] = {}
    for actor in people:
        born = birth_of(actor)
        choices = (
            fitting(worlds_of(actor.roles), worlds),
            fitting(ministries_of(actor.roles), offices),
            [str(first) for first, last in births if born is None or first <= born <= last],
        )
        life = None if max(map(len, choices)) > 1 else " ".join(each for choice in choices for each in choice)
        found.setdefault(life, []).append(actor)
    return found


def fitting(own: Worlds, all_: Sequence[Worlds]) -> list[str]:
    """Which of several worlds may be a person's: those that it is told of, any where none is told."""
    return [min(world) for world in all_ if not own or own & world]


@lru_cache(maxsize=20_000)
def worlds_of(roles: tuple[str, ...]) -> Worlds:
    """The worlds that posts and trades belong to, by their nouns: "retired Russian boxer" to sport."""
    nouns = (BEHIND_THE_NOUN.split(role)[0].split()[-1:] for role in roles)
    return frozenset(world for noun in nouns for word in noun if (world := worlds().get(word.lower())))


@cache
def worlds() -> dict[str, str]:
    """The world of each noun for what people are."""
    return {row[0]: row[1] for row in rows("worlds.tsv")}


@lru_cache(maxsize=20_000)
def ministries_of(roles: tuple[str, ...]) -> Worlds:
    """The ministries that a minister leads, of those that nobody leads two of."""
    words = [frozenset(plain_words(role).split()) for role in roles]
    return MINISTRIES & frozenset().union(*(w for w in words if "minister" in w and not w & NOT_IN_OFFICE))


def held_at_once(people: Iterable[LocalActor]) -> list[Worlds]:
    """Ministries whose ministers are two people, since wires of the same days tell of both; none where none do."""
    led = [(ministries_of(actor.roles), actor.day) for actor in people]
    offices = joined(ministries for ministries, _ in led)
    days = [sorted({day for ministries, day in led if day and ministries & office}) for office in offices]
    at_once = any(abs(a - b) <= IN_OFFICE for one, other in combinations(days, 2) for a in one for b in other)
    return offices if at_once else []


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
