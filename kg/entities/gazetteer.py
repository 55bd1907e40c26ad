"""What a place name means: the country, the city with its coordinates, the region; only where that is sure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.entities.cities import City, capital_of, cities_named, city_named, city_of
from kg.entities.countries import (
    country_name,
    country_named,
    country_of_capital,
    country_of_demonym,
    is_acronym,
)
from kg.entities.regions import (
    country_of_region,
    division_of_region,
    is_land,
    is_nowhere,
    is_own_region,
    without_place_words,
)
from kg.entities.spelling import transliteration_key

__all__ = [
    "Place",
    "country_name",
    "country_named",
    "country_of_capital",
    "country_of_demonym",
    "is_place",
    "locate",
    "same_place",
]


@dataclass(frozen=True)
class Place:
    """What is known of a place. Coordinates are WGS84 degrees; `basis` says of what."""

    country: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    basis: Literal["place", "capital"] | None


def locate(name: str, *, near: Collection[str] = (), region: str | None = None) -> Place | None:
    """Where a place is, `near` being codes of countries that the wire names and `region` what stands beside the name.

    A country is located by its capital, a region by its country alone; none where the name is not sure.
    """
    return located(name.strip(), frozenset(near), region)


@lru_cache(maxsize=20_000)
def located(name: str, near: frozenset[str], region: str | None) -> Place | None:
    """See `locate`."""
    if region and (city := city_in_region(name, region)):
        return place_of_city(city)
    if country := country_named(name):
        return place_of_country(country)
    if country := country_of_capital(name):
        return place_of_city(namesake(name, country, near) or capital_of(country))
    if not name[:1].isupper() or is_nowhere(name):
        return located_within(name, near)
    if place := located_city_or_region(without_article(name), near):
        return place
    return located_within(name, near)


def namesake(name: str, capital_country: str, near: frozenset[str]) -> City | None:
    """The city of a capital's name: the capital, or a greater namesake in a country that the wire names instead."""
    cities = cities_named(name)
    if cities and cities[0].country in near and capital_country not in near:
        return cities[0]  # San Jose in a wire on the United States
    return city_of(capital_country, name)


def located_city_or_region(name: str, near: frozenset[str]) -> Place | None:
    """A city, else a region; neither where they would be in different countries and the wire does not name the one."""
    city, country = city_named(name, near), country_of_region(name)
    if country is None or (city and city.country == country):
        return place_of_city(city)
    rivals = {each.country for each in cities_named(name)} - {country}
    if is_own_region(name) or not rivals or (country in near and not rivals & near):
        return Place(country, None, None, None, None)
    return place_of_city(city) if city and city.country in near and country not in near else None


def city_in_region(name: str, region: str) -> City | None:
    """The city of that name in a region, as far as GeoNames numbers that; else the only one in the region's country."""
    state = division_of_region(region)
    if state:
        return next((c for c in cities_named(name) if (c.country, c.division) == ("US", state)), None)
    seat = city_named(without_place_words(region) or region)
    country = country_named(region) or country_of_region(region) or (seat.country if seat else None)
    within = [c for c in cities_named(name) if c.country == country]
    beside = [c for c in within if seat and c.division == seat.division]
    return (beside or within)[0] if len(within) == 1 or beside else None


def located_within(name: str, near: frozenset[str]) -> Place | None:
    """The country alone of a place named after another: "Voronezh Region", "Kubinka airfield", "eastern Syria"."""
    stem = without_place_words(name)
    if stem is None or stem == name:
        return None
    within = located(stem, near, None)
    return Place(within.country, None, None, None, None) if within and within.country else None


def place_of_country(country: str) -> Place:
    """A country, located by its capital where that is known."""
    city = capital_of(country)
    if city is None:
        return Place(country, None, None, None, None)
    return Place(country, city.latitude, city.longitude, None, "capital")


def place_of_city(city: City | None) -> Place | None:
    """A city, located by itself."""
    if city is None:
        return None
    return Place(city.country, city.latitude, city.longitude, city.geonames, "place")


def without_article(name: str) -> str:
    """A name without "the", but for The Hague."""
    return name if name.startswith("The Hague") else re.sub(r"^[Tt]he ", "", name)


@lru_cache(maxsize=20_000)
def is_place(name: str) -> bool:
    """Whether a country, a capital, a region, or a city of 100,000 people or more bears exactly that name."""
    name = without_article(name)
    if not name[:1].isupper() or (is_acronym(name) and not country_named(name)):
        return False
    if country_named(name) or country_of_capital(name) or is_land(name) or is_own_region(name):
        return True
    spelling = transliteration_key(name)
    return any(city.people >= 100_000 and transliteration_key(city.name) == spelling for city in cities_named(name))


@lru_cache(maxsize=20_000)
def same_place(a: str, b: str) -> bool:
    """Whether two names mean the same place: "Kiev" and "Kyiv", "UK" and "Britain"."""
    country, other = country_named(a), country_named(b)
    if country or other:
        return country == other
    if transliteration_key(a) == transliteration_key(b):
        return True
    one = city_named(without_article(a))
    return one is not None and one == city_named(without_article(b))
