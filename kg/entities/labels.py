"""How one that has many names across wires is called: the usual or fullest name, and the others worth knowing it by."""

import re
from collections import Counter
from collections.abc import Iterable

from kg.entities.titles import is_group_noun, is_name_part, is_organization_noun, is_title, split_title


def usual(names: Iterable[str]) -> str:
    """The most frequent name; of equally frequent ones one that is not shouted, then the first in the alphabet."""
    counted = Counter(names)
    return min(counted, key=lambda name: (name.isupper() and len(name) > 4, -counted[name], name))


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


def aliases_of(name: str, others: Iterable[str], *, person: bool = False) -> tuple[str, ...]:
    """The other names, without articles, in alphabetical order; descriptions good in one wire only are left out."""
    plain = {re.sub(r"^[Tt]he (?=\S)", "", other.strip()) for other in others}
    kept = {alias for alias in plain if is_name_like(alias) and not (person and is_post(alias))}
    unlike = {alias.lower(): alias for alias in sorted(kept, reverse=True) if alias.lower() != name.lower()}
    return tuple(sorted(unlike.values()))


def is_name_like(alias: str) -> bool:
    """Whether an alias says in another wire too who is meant: no "northern part", "his office", "Ministry"."""
    tokens = alias.split()
    if not tokens or not is_name_part(tokens[0]) or not (tokens[-1][:1].isdigit() or is_name_part(tokens[-1])):
        return False
    return len(tokens) > 1 or not (is_organization_noun(alias) or is_group_noun(alias))


def is_post(alias: str) -> bool:
    """Whether an alias names a post and not who holds it: "Foreign Minister", "Secretary of the Air Force"."""
    return any(map(is_title, alias.split())) and not split_title(alias)[0]
