"""What the step across wires takes and gives: entities as one wire knows them, and who or what they are in all."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from kg.model import ActorType

NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class LocalActor:
    """An actor of one wire, `iri` being its own and `identifier` its id in `article`, which was filed on `day`."""

    iri: str
    article: str
    identifier: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    proper: bool = True
    roles: tuple[str, ...] = ()
    day: dt.date | None = None


class Group(NamedTuple):
    """Actors who are one, and their country; `lone` where it is one alone that nothing ties to another wire.

    `grounds` says why, by an actor's IRI, where it is not plain from the names.
    """

    actors: list[LocalActor]
    country: str | None
    lone: bool = False
    grounds: Mapping[str, str] = NOBODY


@dataclass(frozen=True)
class Identity:
    """An actor across wires: `id` is like "person/recep-tayyip-erdogan" or "country/TR".

    `grounds` says of each actor of a wire that it is, by IRI, why; `apart` are ids of those that it is not, as a
    newsroom has said.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    grounds: Mapping[str, str] = field(default_factory=dict, compare=False)
    apart: tuple[str, ...] = ()
    proper: bool = True


@dataclass(frozen=True)
class LocalLocation:
    """A location of one wire. Coordinates are WGS84 degrees."""

    iri: str
    article: str
    identifier: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    basis: Literal["place", "capital"] | None = None


@dataclass(frozen=True)
class LocationIdentity:
    """A location across wires: `id` is like "geonames/524901", "country/SY" or "place/sy/eastern-ghouta"."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    basis: Literal["place", "capital"] | None = None
    grounds: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class LocalAgreement:
    """An agreement of one wire."""

    iri: str
    article: str
    identifier: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class AgreementIdentity:
    """An agreement across wires: `id` is like "sochi-agreements"."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    grounds: Mapping[str, str] = field(default_factory=dict, compare=False)
