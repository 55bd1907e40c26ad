"""Which organizations and named groups of different wires are one: by name, by acronym, by country where the name is generic."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from kg.entities.countries import country_name
from kg.entities.local import Group, LocalActor
from kg.entities.names import (
    acronym_in,
    acronyms,
    expansion_of,
    full_name,
    leading_country,
    name_and_country,
    plain_words,
)
from kg.entities.spelling import transliteration_key
from kg.entities.wordlists import rows, words


class Key(NamedTuple):
    """What organizations have in common that are one; `lone` is the IRI of one that nothing ties to another wire."""

    words: str
    country: str | None
    lone: str = ""


def join_organizations(actors: Iterable[LocalActor]) -> list[Group]:
    """The organizations and groups, grouped into those that are one."""
    named = list(actors)
    expansions = learned_expansions(named)
    keys = [key_of(actor, expansions) for actor in named]
    countries: dict[str, set[str | None]] = defaultdict(set)
    for key in keys:
        countries[key.words].add(key.country)
    groups: dict[Key, list[LocalActor]] = defaultdict(list)
    for actor, key in zip(named, keys, strict=True):
        groups[settled(key, countries)].append(actor)
    return [Group(found, key.country, bool(key.lone)) for key, found in groups.items()]


def settled(key: Key, countries: dict[str, set[str | None]]) -> Key:
    """A key with its country, where all wires know only one country for that name."""
    known = countries[key.words] - {None}
    if key.country is None and not key.lone and len(known) == 1:
        return Key(key.words, next(iter(known)))
    return key


def key_of(actor: LocalActor, expansions: dict[str, str]) -> Key:
    """What ties an organization to those of other wires: its name, with its country; itself alone where that is generic."""
    name = full_name(spelt_out(actor.name, expansions))
    plain, country = name_and_country(name)
    if actor.country and country and country != actor.country and full_name(actor.name) != actor.name:
        plain, country = name_and_country(actor.name)  # the German Foreign Office is not the one in London
    if is_international(plain):
        return Key(essential(plain), None)
    known = (country_of_organization(name), actor.country)
    country = country or next(filter(None, known[::-1] if is_generic(plain) else known), None)
    country = country or country_of_aliases(plain, actor.aliases)
    if not plain or (country is None and is_generic(plain)):
        return Key(plain, None, actor.iri)
    return Key(essential(plain), country)


@lru_cache(maxsize=50_000)
def is_international(plain: str) -> bool:
    """Whether an organization of that name is of many countries or of none, whatever nation stands before it."""
    return essential(plain) in international()


@cache
def international() -> frozenset[str]:
    """The international organizations and their acronyms, as keys."""
    full = words("international.txt")
    short = {short for short, name in acronyms().items() if name in full}
    return frozenset(essential(plain_words(name)) for name in full | short)


def spelt_out(name: str, expansions: dict[str, str]) -> str:
    """The name that an acronym stands for, whatever nation stands before it: "Russian FSB"; else that name itself."""
    nation, rest = ("", name) if (split := leading_country(name)) is None else (country_name(split[0]), split[1])
    full = None if "(" in rest else expansions.get(acronym_in(rest))
    if full is None:
        return name
    return f"{nation} {full}".strip() if name_and_country(full)[1] is None else full


def country_of_aliases(plain: str, aliases: Iterable[str]) -> str | None:
    """The country that other names of an organization tell: "Japanese Fisheries Agency", "USAF"."""
    fuller = (name_and_country(expansion_of(acronym_in(alias)) or alias) for alias in aliases)
    countries = {country for name, country in fuller if name == plain and country}
    return countries.pop() if len(countries) == 1 else None


SORTS = re.compile(
    r"^(?:pao|oao|zao|ooo|pjsc|jsc|llc) | (?:ag|corp|gmbh|inc|jsc|llc|ltd|pjsc|plc)$"
    r"| (?:news agency|agency|newspaper|daily|(?:news )?website|party|movement)$"
    r"| (?:(?:tv|television|telegram|news|state news) )?channel$| tv$"
    r"| (?:(?:armed|extremist|militant|opposition|rebel|terrorist) )?group$"
    r"| (?:(?:state )?corporation|company|concern|holding|pmc|private military company)$"
)


@lru_cache(maxsize=50_000)
def essential(plain: str) -> str:
    """A name's plain words without plurals, and without what sort of organization it is where it need not say so."""
    shorter = SORTS.sub("", plain)
    kept = plain if is_generic(shorter) else shorter
    return transliteration_key(re.sub(r"(?<=[a-z]{3})(?<![siu])s\b", "", kept))


@lru_cache(maxsize=50_000)
def is_generic(plain: str) -> bool:
    """Whether each country may have an organization of that name, or it says no name at all: "foreign ministry"."""
    return set(plain.split()) <= words("generic_words.txt")


@cache
def known_countries() -> dict[str, str]:
    """Countries of organizations that name none, by plain words."""
    return {plain_words(name): country for country, name in rows("known_organizations.tsv")}


@lru_cache(maxsize=20_000)
def is_known_organization(name: str) -> bool:
    """Whether a name is that of an organization known by it: "RIA Novosti", "Knesset"."""
    return plain_words(name) in known_countries()


@lru_cache(maxsize=20_000)
def country_of_organization(name: str) -> str | None:
    """The country that an organization's name tells: "Russian Foreign Ministry", "Pentagon", "FSB"; none for the rest."""
    full = expansion_of(acronym_in(name)) or name
    return (
        name_and_country(full)[1]
        or known_countries().get(plain_words(full))
        or known_countries().get(plain_words(name))
    )


def learned_expansions(actors: Iterable[LocalActor]) -> dict[str, str]:
    """Full names by acronym: the usual ones, else what wires write out, where all that do so agree."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in actors:
        for other in (*actor.aliases, actor.name):
            if (short := acronym_in(other)) and not acronym_in(actor.name):
                found[short][actor.name] += 1
    learned = {short: agreed(names) for short, names in found.items()}
    usual = {short: full for short in found.keys() | set(map(bare_acronym, actors)) if (full := expansion_of(short))}
    return {short: full for short, full in (learned | usual).items() if full}


def bare_acronym(actor: LocalActor) -> str:
    """The acronym that an organization's name is, but for a nation before it; else empty."""
    return acronym_in(actor.name) or acronym_in((leading_country(actor.name) or ("", ""))[1])


def agreed(names: Counter[str]) -> str | None:
    """The full name that an acronym stands for, where it is one name; its most usual form."""
    if len({name_and_country(name) for name in names}) > 1:
        return None
    return min(names, key=lambda name: (-names[name], name))
