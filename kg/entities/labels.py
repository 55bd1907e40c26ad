"""How one that has many names across wires is called: the usual or fullest name, and the others worth knowing it by."""

import re
from collections import Counter
from collections.abc import Iterable

from kg.entities.countries import country_of_demonym
from kg.entities.names import SMALL_WORDS
from kg.entities.titles import (
    is_agreement_noun,
    is_group_noun,
    is_name_part,
    is_organization_noun,
    is_title,
    split_title,
)
from kg.entities.wordlists import words
from kg.model import ActorType

POINTERS = frozenset(
    {"a", "an", "this", "these", "that", "those", "such", "his", "her", "its", "their", "our", "my", "your"}
)


def usual(names: Iterable[str]) -> str:
    """The most frequent name; of equally frequent ones one that is not shouted, then the shortest."""
    counted = Counter(names)
    return min(
        counted,
        key=lambda name: (
            name.isupper() and len(name) > 4,
            -counted[name],
            name.isupper(),
            len(name.split()),
            name,
        ),
    )


def fullest(names: Iterable[str]) -> str:
    """The name of most words; of equally long ones the most frequent, then one with fewest initials."""
    counted = Counter(names)
    return min(
        counted,
        key=lambda name: (
            name.isupper() and len(name) > 4,
            -len(name.split()),
            initials_in(name),
            -counted[name],
            name,
        ),
    )


def initials_in(name: str) -> int:
    """How many words of a name are initials."""
    return len(re.findall(r"\b[A-Z]\.", name))


def aliases_of(name: str, others: Iterable[str], kind: ActorType | None = None) -> tuple[str, ...]:
    """The other names, without articles, in alphabetical order; descriptions good in one wire only are left out."""
    plain = {re.sub(r"^[Tt]he (?=\S)", "", other.strip()) for other in others}
    kept = {alias for alias in plain if is_name_like(alias) and not (kind and is_description(alias, kind))}
    unlike = {alias.lower(): alias for alias in sorted(kept, reverse=True) if alias.lower() != name.lower()}
    return tuple(sorted(unlike.values()))


def is_name_like(alias: str) -> bool:
    """Whether an alias may say in another wire too who or what is meant: no "northern part", "Its office", "Ministry"."""
    tokens = alias.split()
    if not tokens or not is_name_part(tokens[0]) or tokens[0].lower() in POINTERS:
        return False
    return len(tokens) > 1 or not (is_organization_noun(alias) or is_group_noun(alias) or is_agreement_noun(alias))


def is_description(alias: str, kind: ActorType) -> bool:
    """Whether an alias tells what an actor is, not how it is called: "Turkish leader", "Foreign Minister"."""
    tokens = alias.split()
    if kind in ("organization", "group"):
        return not all(map(is_usual_in_names, tokens)) or len(set(map(country_of_demonym, tokens)) - {None}) > 1
    return not (is_name_part(tokens[-1]) or tokens[-1][:1].isdigit()) or (kind == "person" and is_post(alias))


def is_usual_in_names(word: str) -> bool:
    """Whether a word of an organization's name is capitalized, a small one or a noun for organizations and people."""
    lower = word.lower()
    return (
        word != lower
        or lower in SMALL_WORDS | words("generic_words.txt")
        or is_organization_noun(lower)
        or is_group_noun(lower)
    )


def is_post(alias: str) -> bool:
    """Whether an alias names a post and not who holds it: "Foreign Minister", "Secretary of the Air Force"."""
    return any(map(is_title, alias.split())) and not split_title(alias)[0]
