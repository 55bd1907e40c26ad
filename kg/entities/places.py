"""Which locations of different wires are one: by GeoNames id, as a country, else by name and country."""

from collections import defaultdict
from collections.abc import Iterable

from kg.entities.countries import country_name, country_named
from kg.entities.labels import aliases_of, usual
from kg.entities.local import LocalLocation, LocationIdentity
from kg.entities.spelling import slug, to_ascii, transliteration_key
from kg.entities.titles import is_place_noun

ANY_LAND = frozenset({"autonomous", "democratic", "federal", "islamic", "people's", "socialist", "united"})


def identify_locations(locations: Iterable[LocalLocation]) -> dict[str, LocationIdentity]:
    """Which location each one is, by its IRI."""
    found = sorted(locations, key=lambda location: location.iri)
    countries: dict[str, set[str]] = defaultdict(set)
    for location in found:
        if location.country:
            countries[spelling(location)].add(location.country)
    groups: dict[str, list[LocalLocation]] = defaultdict(list)
    for location in found:
        groups[location_key(location, countries)].append(location)
    return {location.iri: one for key, group in groups.items() for one in [identity(key, group)] for location in group}


def spelling(location: LocalLocation) -> str:
    """What all spellings of a location's name share; a function of its slug, so that no two share an id by chance."""
    return transliteration_key(slug(location.name))


def location_key(location: LocalLocation, countries: dict[str, set[str]]) -> str:
    """What ties a location to those of other wires."""
    if location.geonames is not None:
        return f"geonames/{location.geonames}"
    if country := country_named(location.name):
        return f"country/{country}"
    if is_any_place(location.name):
        return f"place/{location.article}/{location.identifier}"
    known = countries.get(spelling(location), set())
    country = location.country or (next(iter(known)) if len(known) == 1 else None)
    return f"place/{country.lower()}/{spelling(location)}" if country else f"place/{spelling(location)}"


def is_any_place(name: str) -> bool:
    """Whether a name says only what sort of place it is, so that in another wire it may be another: "Republic"."""
    return all(word in ANY_LAND or is_place_noun(word) for word in name.lower().split())


def identity(key: str, group: list[LocalLocation]) -> LocationIdentity:
    """What all wires know of one location."""
    best = min(group, key=lambda each: (each.latitude is None, each.country is None, each.iri))
    kind, *_, last = key.split("/")
    name = country_name(last) if kind == "country" else usual(location.name for location in group)
    return LocationIdentity(
        id=f"{key.removesuffix(last)}{slug(name)}" if kind == "place" and not is_any_place(name) else key,
        name=name,
        aliases=aliases_of(name, [alias for each in group for alias in (each.name, *each.aliases)]),
        country=best.country,
        latitude=best.latitude,
        longitude=best.longitude,
        geonames=best.geonames,
        basis=best.basis,
        grounds={each.iri: ground_of(each, name) for each in group},
    )


def ground_of(location: LocalLocation, name: str) -> str:
    """Why a location is held to be the one of a name, in plain words."""
    if location.geonames is not None:
        return f"number {location.geonames} in GeoNames"
    if country_named(location.name):
        return "the same country"
    if is_any_place(location.name):
        return "this name alone does not tell what it is in other wires"
    return (
        "the same name" if to_ascii(location.name).lower() == to_ascii(name).lower() else "another spelling of the name"
    )
