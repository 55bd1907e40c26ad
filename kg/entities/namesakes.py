"""Who might be taken for another: names across wires that are alike, and why they are held to be of two all the same."""

from typing import NamedTuple

from kg.entities.countries import country_name
from kg.entities.lives import worlds_of
from kg.entities.names import (
    acronym_in,
    full_name,
    is_shorter_form,
    name_and_country,
    person_tokens,
    plain_words,
    surname_first,
)
from kg.entities.organizations import essential, is_generic
from kg.entities.spelling import transliteration_key
from kg.entities.titles import is_group_noun

FAMILY_NAME = "another given name"


class Bearer(NamedTuple):
    """One across wires who or which bears a name; `type` is none for a place or an agreement."""

    name: str
    type: str | None
    country: str | None
    roles: tuple[str, ...] = ()


def why_apart(one: Bearer, other: Bearer) -> str | None:
    """Why two are held apart, in plain words of the other; none where nobody would take them for one."""
    if one.type == "country":
        return None
    if one.type == "person":
        alike = why_people_apart(person_tokens(one.name), person_tokens(other.name))
    elif one.type is None:
        alike = "of the same name" if transliteration_key(one.name) == transliteration_key(other.name) else None
    else:
        alike = why_organizations_apart(one.name, other.name)
    if alike and one.country and other.country and one.country != other.country:
        return f"of another country, {country_name(other.country)}"
    mine, yours = worlds_of(one.roles), worlds_of(other.roles)
    return "of another walk of life" if alike and mine and yours and not mine & yours else alike


def why_people_apart(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """Why persons of two names, as tokens, are not held to be one."""
    short, full = sorted((one, other), key=len)
    if not short:
        return None
    if short == full or is_shorter_form(short, full):
        return "the name fits, but whether it is the same one is not told" if len(short) > 1 else "a family name alone"
    if len(short) > 1 and family(short) == family(full):
        return FAMILY_NAME
    return None


def family(tokens: tuple[str, ...]) -> str:
    """The family name among the tokens of a name."""
    return tokens[0] if surname_first(tokens) else tokens[-1]


def why_organizations_apart(one: str, other: str) -> str | None:
    """Why organizations of two names are not held to be one."""
    (mine, country), (yours, other_country) = (name_and_country(full_name(name)) for name in (one, other))
    if country and other_country and (is_generic(yours) or is_group_noun(yours)):
        return None  # every country has armed forces
    if essential(mine) == essential(yours):
        return "a name that others may have too, and no country is told"
    if plain_words(mine) != plain_words(yours) and acronym_in(one) and acronym_in(one) == acronym_in(other):
        return "the same acronym for another name"
    return None
