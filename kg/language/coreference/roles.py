"""What the nouns of descriptions may mean, from roles.tsv."""

from collections.abc import Mapping
from functools import cache

from kg.language.wordlists import rows


@cache
def roles() -> Mapping[str, frozenset[str]]:
    """The lists of roles.tsv by their names, the lists that one names put in its place."""
    found: dict[str, frozenset[str]] = {}
    for name, words in rows("kg.language.coreference", "roles.tsv"):
        found[name] = frozenset(role for word in words.split() for role in (found[word] if word.isupper() else {word}))
    return found


def stands_for(noun: str) -> frozenset[str]:
    """The words of the roles that a description's head noun may stand for, itself among them."""
    return roles().get(noun, frozenset()) | {noun}
