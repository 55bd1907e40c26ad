"""Regions: parts of countries by name, and place names that stand within others ("Voronezh Region", "eastern Syria")."""

import re
from functools import cache

import pycountry

from kg.entities.spelling import to_ascii
from kg.entities.wordlists import rows, words

DIRECTIONS = re.compile(
    r"^(the )?((far|central|occupied|mainland|north|south|east|west|northeast|northwest|southeast|southwest"
    r"|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western)([ -]|$))+",
    re.IGNORECASE,
)


def region_key(name: str) -> str:
    """A region's name brought to one form."""
    return re.sub(r"^the ", "", re.sub(r"[-\s]+", " ", to_ascii(name).replace(".", "").lower())).strip()


@cache
def own_regions() -> dict[str, str]:
    """Countries by the names of our own table."""
    american = dict.fromkeys(states().keys() - {"new york", "washington", "georgia"}, "US")  # rather cities, a country
    return american | {region_key(name): country for country, name in rows("regions.tsv")}


@cache
def divisions() -> dict[str, str]:
    """Countries by name of a first-level division of ISO 3166-2 that no other country has too."""
    found: dict[str, set[str]] = {}
    for division in pycountry.subdivisions:
        if division.parent_code is None:
            found.setdefault(region_key(division.name), set()).add(division.country_code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


@cache
def lands() -> frozenset[str]:
    """Names of continents, seas, parts of the world and lands in dispute."""
    return frozenset(map(region_key, words("lands.txt")))


@cache
def no_places() -> frozenset[str]:
    """Words that only by chance are the name of some place."""
    return frozenset(map(region_key, words("no_places.txt")))


@cache
def states() -> dict[str, str]:
    """The American states by name: GeoNames numbers their cities by the postal code."""
    return {region_key(d.name): d.code[3:] for d in pycountry.subdivisions if d.country_code == "US"}


def country_of_region(name: str) -> str | None:
    """The country that a region of that very name lies in; none where more than one has such a region."""
    key = region_key(name)
    return own_regions().get(key) or (None if is_nowhere(name) else divisions().get(key))


def is_own_region(name: str) -> bool:
    """Whether a name is in our own table, or an American state's: then it is that region rather than a city."""
    return region_key(name) in own_regions()


def is_land(name: str) -> bool:
    """Whether a name is that of a place which lies in no one country."""
    return region_key(name) in lands()


def is_nowhere(name: str) -> bool:
    """Whether a name says no country: that of such a land, or none of a place at all."""
    return is_land(name) or region_key(name) in no_places()


def division_of_region(name: str) -> str | None:
    """The code under which GeoNames files cities of that region; none where it has none that we know."""
    return states().get(region_key(name))


def without_place_words(name: str) -> str | None:
    """The place that a place is named after: "Voronezh" of "Voronezh Region", "Syria" of "eastern Syria"."""
    kept = DIRECTIONS.sub("", name).split()
    while kept and kept[-1].lower() in words("place_nouns.txt") and kept[-1].lower() not in words("waters.txt"):
        kept.pop()
        while kept and kept[-1].islower():  # "Idlib de-escalation zone"
            kept.pop()
    return " ".join(kept) or None
