"""Who and what is the same across wires: from entities as single wires know them to those that all wires speak of.

The result depends on the set of entities alone, not on their order. Nobody is joined on a guess: who may be one of two
stays on its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from kg.entities.agreements import identify_agreements
from kg.entities.corrected import corrected
from kg.entities.corrections import Correction
from kg.entities.countries import country_name, country_named, country_of_capital
from kg.entities.labels import aliases_of, fullest, usual
from kg.entities.local import (
    AgreementIdentity,
    Group,
    Identity,
    LocalActor,
    LocalAgreement,
    LocalLocation,
    LocationIdentity,
)
from kg.entities.names import acronym_in, full_name, name_and_country, plain_words
from kg.entities.organizations import join_organizations
from kg.entities.people import join_people
from kg.entities.places import identify_locations
from kg.entities.spelling import slug, to_ascii
from kg.model import ActorType

__all__ = [
    "AgreementIdentity",
    "Identity",
    "LocalActor",
    "LocalAgreement",
    "LocalLocation",
    "LocationIdentity",
    "correct_actors",
    "identify_actors",
    "identify_agreements",
    "identify_locations",
]


def identify_actors(actors: Iterable[LocalActor]) -> dict[str, Identity]:
    """Who each actor is, by its IRI."""
    return identities(list(grouped(sorted(actors, key=lambda actor: actor.iri))))


def correct_actors(
    actors: Iterable[LocalActor], corrections: Sequence[Correction]
) -> tuple[dict[str, Identity], tuple[str, ...]]:
    """Who each actor is after a newsroom's corrections, by its IRI; and which of their lines change nothing, and why."""
    groups = list(grouped(sorted(actors, key=lambda actor: actor.iri)))
    found = corrected(groups, identities(groups), corrections)
    known = identities(found.groups)
    apart: dict[str, set[str]] = defaultdict(set)
    for pair in found.apart:
        for one, other in product(*({known[iri].id for iri in some} for some in pair)):
            apart[one].add(other)
            apart[other].add(one)
    told = {one.id: replace(one, apart=tuple(sorted(apart[one.id]))) for one in known.values()}
    return {iri: told[one.id] for iri, one in known.items()}, found.warnings


def identities(groups: list[Group]) -> dict[str, Identity]:
    """Who the actors of each group are, by IRI."""
    names = [name_of(group) for group in groups]
    found: dict[str, Identity] = {}
    for group, name, number in zip(groups, names, numbered(groups, names), strict=True):
        one = identity(group, name, number)
        found |= dict.fromkeys((actor.iri for actor in group.actors), one)
    return found


def grouped(actors: list[LocalActor]) -> Iterator[Group]:
    """The actors, grouped into those who are one."""
    proper = [actor for actor in actors if actor.proper]
    yield from join_people(actor for actor in proper if actor.type == "person")
    yield from join_organizations(actor for actor in proper if actor.type in ("organization", "group"))
    countries: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in proper:
        if actor.type == "country":
            countries[code_of(actor) or slug(actor.name)].append(actor)
    yield from (Group(found, code_of(found[0])) for found in countries.values())
    yield from (Group([actor], actor.country, lone=True) for actor in actors if not actor.proper)


def code_of(country: LocalActor) -> str | None:
    """The ISO code of an actor that is a country; none for one that is not recognized as such ("Somaliland")."""
    return country.country or country_named(country.name) or country_of_capital(country.name)


def name_of(group: Group) -> str:
    """What one is called across wires: a person by the fullest name, a country as running text has it, others as usual.

    An organization of a country is called by a name that says so, one of none by a name that does not.
    """
    kind, names = type_of(group.actors), [actor.name for actor in group.actors]
    if kind == "person":
        return fullest(names)
    if kind == "country":
        code = group.country or code_of(group.actors[0])
        return country_name(code) if code else usual(names)
    fitting = [name for name in names if bool(name_and_country(name)[1]) == bool(group.country)] or names
    own = [
        name for name in fitting if full_name(name) == name
    ] or fitting  # "NATO" rather than "North Atlantic Alliance"
    return usual([name for name in own if not acronym_in(name)] or own)


def numbered(groups: list[Group], names: list[str]) -> list[str]:
    """An id for each group: its name, its name and country where others bear that too, else where it stands."""
    choices = [ids(*pair) for pair in zip(groups, names, strict=True)]
    uses = Counter(number for numbers in choices for number in set(numbers))
    return [next((number for number in numbers if uses[number] == 1), numbers[-1]) for numbers in choices]


def ids(group: Group, name: str) -> tuple[str, ...]:
    """The ids that would do for a group, the best first; the last is its own in any case."""
    first, kind, country = group.actors[0], type_of(group.actors), group.country
    local = f"{first.type}/{first.article}/{first.identifier}"
    if group.lone:
        return (local,)
    if kind == "country":
        return (f"country/{country or slug(name)}", local)
    plain = f"{kind}/{slug(name)}"
    return (plain, f"{plain}-{country.lower()}", local) if country else (plain, local)


def type_of(group: list[LocalActor]) -> ActorType:
    """What most wires take one for; an organization or group of equal rank is an organization."""
    counted = Counter(actor.type for actor in group)
    return min(counted, key=lambda kind: (-counted[kind], kind != "organization"))


def identity(group: Group, name: str, number: str) -> Identity:
    """All that wires know of one."""
    kind = type_of(group.actors)
    others = [other for actor in group.actors for other in (actor.name, *actor.aliases)]
    grounds = {actor.iri: group.grounds.get(actor.iri) or ground_of(actor, group, name) for actor in group.actors}
    proper = any(actor.proper for actor in group.actors)
    return Identity(number, name, kind, aliases_of(name, others, kind), group.country, grounds, proper=proper)


def ground_of(actor: LocalActor, group: Group, name: str) -> str:
    """Why an actor is held to be the one of a name, in plain words."""
    if not actor.proper:
        return "bears no name of its own, so is known in this wire alone"
    if group.lone and len(group.actors) == 1:
        return "this name alone does not tell who it is in other wires"
    if actor.type == "country":
        return "the same country"
    if len(group.actors) == 1:
        return "no other wire names one of that name"
    if actor.name == name or to_ascii(actor.name).lower() == to_ascii(name).lower():
        return "the same name"
    if actor.type == "person":
        return "another spelling of the name"
    if plain_words(full_name(actor.name)) != plain_words(actor.name):
        return "another name of it"
    return "its acronym" if acronym_in(actor.name) and not acronym_in(name) else "another form of the name"
