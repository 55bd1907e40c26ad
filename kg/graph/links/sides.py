"""On whose side an actor speaks and acts: a minister, a ministry and an army on that of their state."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.entities.countries import country_named, country_of_demonym
from kg.entities.local import Identity

_STATE_POSTS = re.compile(
    r"\b(president|presidential|premier|minister|ministry|chancellor|(?:foreign|defen[cs]e|home|state) secretary|"
    r"secretary of (?:state|defen[cs]e)|ambassador|diplomat|envoy|kremlin|white house|pentagon|state department|"
    r"government|embassy|king|queen|emir|sultan|supreme leader|head of state)\b",
    re.IGNORECASE,
)
_OTHER_POSTS = re.compile(
    r"\b(former|ex|late|acting for|opposition|shadow|party|union|company|firm|group|club|bank|association|federation|"
    r"university|institute|foundation|council|parliament|faction|republic|region|first lady|un|nato|eu)\b|\bex-",
    re.IGNORECASE,
)
_STATE_BODIES = frozenset(["ministry", "government", "kremlin", "embassy", "presidency", "pentagon", "cabinet"])
_FORCE_WORDS = (
    "armed forces force army armies military troops air navy naval aerospace defense defence general staff border guard "
    "guards police intelligence security service authorities officials government the of and"
)
_FORCES = frozenset(_FORCE_WORDS.split())


class Who(NamedTuple):
    """Some actors as they are known across wires, and the sides that they are on."""

    ids: frozenset[str]
    sides: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Both together."""
        return self.ids | self.sides

    def meets(self, other: "Who") -> bool:
        """Whether one of these is one of the others, or on the same side."""
        return bool(self.sides & other.sides or self.ids & other.ids)


def sides_of(people: Mapping[str, Identity], posts: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The side that each actor is on, both by their ids: a country where it speaks for one, else its own."""
    held: dict[str, set[str]] = {}
    for iri, one in people.items():
        held.setdefault(one.id, set()).update(posts.get(iri, ()))
    return {one.id: side(one, held[one.id]) for one in people.values()}


def side(actor: Identity, posts: Iterable[str]) -> str:
    """The side that an actor is on, given the posts that it holds."""
    if actor.country and actor.type != "country" and speaks_for_state(actor, posts):
        return f"country/{actor.country}"
    return actor.id


def speaks_for_state(actor: Identity, posts: Iterable[str]) -> bool:
    """Whether an actor is an office, a force or an officer of a state."""
    if actor.type == "person":
        return any(_STATE_POSTS.search(post) and not _OTHER_POSTS.search(post) for post in posts)
    words = re.findall(r"\w+", re.sub(r"['’]s\b", "", actor.name))
    if not _STATE_BODIES.isdisjoint(word.casefold() for word in words):
        return not _OTHER_POSTS.search(actor.name)
    return all(word.casefold() in _FORCES or country_of_demonym(word) or country_named(word) for word in words)
