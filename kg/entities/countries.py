"""Which country a name, a demonym or a capital speaks of, by ISO 3166-1 alpha-2 code (and XK, Kosovo)."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import pycountry

from kg.entities.spelling import to_ascii
from kg.entities.wordlists import rows

Index = dict[str, str]  # from a key (see `key`) to a country's code


class Country(NamedTuple):
    """A row of `countries.tsv`."""

    code: str
    name: str
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    others: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """The countries of our own table by code."""
    found = (tuple(row) + ("",) * (6 - len(row)) for row in rows("countries.tsv"))
    return {
        code: Country(code, name, *(tuple(filter(None, cell.split(","))) for cell in cells))
        for code, name, *cells in found
    }


def key(name: str) -> str | None:
    """A name brought to one form: lower case, or as it is where it is an acronym ("US"); none where it is no name."""
    plain = re.sub(r"\s+", " ", re.sub(r"'s?$", "", to_ascii(name).strip())).removeprefix("the ").removeprefix("The ")
    plain = re.sub(r"[.,]", "", plain).strip()
    if not plain[:1].isupper():  # "turkey", "us", "china"
        return None
    return plain if is_acronym(plain) else plain.replace("-", " ").lower()


def is_acronym(word: str) -> bool:
    """Whether a word is a few capital letters."""
    return 2 <= len(word) <= 4 and word.isalpha() and word.isupper()


def index(pairs: list[tuple[str, str]]) -> Index:
    """Codes by key; the first that claims a key has it."""
    found: Index = {}
    for name, code in pairs:
        found.setdefault(key(name) or name.lower(), code)
    return found


def looked_up(name: str, names: Index) -> str | None:
    """The code of a name; a short word in capitals may be an acronym or shouted ("UAE", "IRAN")."""
    found = key(name)
    return None if found is None else names.get(found) or names.get(found.lower() if len(found) > 3 else found)


@cache
def names() -> Index:
    """Codes by every name of a country: our own first, then those of ISO 3166."""
    own = [(name, c.code) for c in countries().values() for name in (c.name, *c.others)]
    iso = [(n, c.alpha_2) for c in pycountry.countries if c.alpha_2 != "AQ" for n in official_names(c)]
    return index(own + iso)


def official_names(country: object) -> list[str]:
    """The names that ISO 3166 has for a country, those of the form "Korea, Republic of" left out."""
    found = [getattr(country, field, None) for field in ("name", "official_name", "common_name")]
    return [name for name in found if name and "," not in name]


@cache
def demonyms() -> Index:
    """Codes by adjective, by the people's name in singular and plural, and by acronym ("US forces")."""
    pairs = []
    for country in countries().values():
        people = [form for word in (*country.adjectives, *country.nouns) for form in (word, *plurals(word))]
        pairs += [(word, country.code) for word in people]
        pairs += [(name, country.code) for name in country.others if is_acronym(name)]
    return index(pairs)


def plurals(word: str) -> tuple[str, ...]:
    """The plural of a demonym, where it has one of its own ("Turks", "Frenchmen", not "Chinese")."""
    if word.endswith("man"):
        return (f"{word[:-3]}men", f"{word}s")  # Frenchmen, Germans
    return () if word.endswith(("s", "sh", "ch", "ese", "ic")) else (f"{word}s",)


@cache
def capitals() -> Index:
    """Codes by name of the capital, old spellings among them."""
    return index([(name, c.code) for c in countries().values() for name in c.capitals])


@lru_cache(maxsize=20_000)
def country_named(name: str) -> str | None:
    """The country of that name: "Russia", "the US", "Russian Federation", "DPRK", "Britain"; none for any other word."""
    return looked_up(name, names())


@lru_cache(maxsize=20_000)
def country_of_demonym(word: str) -> str | None:
    """The country that a nationality word speaks of: "Turkish", "Syrians", "Brits", "US"."""
    return looked_up(word, demonyms())


@lru_cache(maxsize=20_000)
def country_of_capital(name: str) -> str | None:
    """The country whose capital, or seat of government as wires have it ("Tel Aviv"), bears that name."""
    return looked_up(name, capitals())


def country_name(code: str) -> str:
    """A country's name as running text writes it; the code itself where no country bears it."""
    if known := countries().get(code):
        return known.name
    country = pycountry.countries.get(alpha_2=code)
    return code if country is None else getattr(country, "common_name", country.name)
