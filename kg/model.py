"""The travellers of the journey: what each room takes and gives. Frozen, free of spaCy."""

import datetime as dt
from dataclasses import dataclass, fields
from functools import cache
from typing import ClassVar, Literal, NamedTuple, get_type_hints

from rdflib import URIRef

PartKind = Literal["headline", "subhead", "dateline", "heading", "paragraph"]
ActorType = Literal["person", "organization", "country", "group"]
Basis = Literal["stated", "dateline", "published"]


class Span(NamedTuple):
    """`[start, end)` in Unicode code points of an article's text."""

    start: int
    end: int


class Part(NamedTuple):
    """A stretch of an article with one purpose; what lies between parts is blank or is no news (a section label)."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True)
class Dateline:
    """Where, when and by whom a wire was filed, as its first line says. `date` is none where the year is unknown."""

    start: int
    end: int
    place: str | None = None
    region: str | None = None
    date: dt.date | None = None
    agency: str | None = None


@dataclass(frozen=True)
class Article:
    """A wire as read. `text` is headline, subhead and body joined by blank lines, and is never changed."""

    id: str
    text: str
    parts: tuple[Part, ...]
    dateline: Dateline | None = None
    agency: str | None = None
    published: dt.date | None = None
    url: str | None = None

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    @property
    def headline(self) -> str | None:
        """The words of the headline, where there is one."""
        return next((self.text[p.start : p.end] for p in self.parts if p.kind == "headline"), None)

    @property
    def date(self) -> dt.date | None:
        """The day the wire was filed: its dateline's, else that of its publication."""
        return (self.dateline.date if self.dateline else None) or self.published


@dataclass(frozen=True)
class Mention:
    """Words that refer to an actor, a location or an agreement of the same wire, `entity` being its id there."""

    start: int
    end: int
    text: str
    entity: str


@dataclass(frozen=True)
class Passage:
    """Words of an article, in one or more pieces in text order."""

    spans: tuple[Span, ...]
    text: str

    @property
    def start(self) -> int:
        """Where the first piece starts."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.spans[-1].end


@dataclass(frozen=True)
class Evidence:
    """The words that prove a fact: the sentences it stands in. `text[start:end] == exact` always holds."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True)
class Actor:
    """Somebody of one wire. `id` is good within that wire only ("A1")."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # posts held, as the wire words them ("Kremlin Spokesman")
    country: str | None = None  # ISO 3166-1 alpha-2: of a country itself, or of the state that this actor belongs to
    proper: bool = True  # bears a name of its own, so may be the same as in another wire ("militants" may not)


@dataclass(frozen=True)
class Location:
    """A place of one wire. Coordinates are WGS84 degrees; `basis` says what they are of."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    basis: Literal["place", "capital"] | None = None


@dataclass(frozen=True)
class Agreement:
    """A deal, treaty or memorandum of one wire."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class DatedSpan:
    """A date expression and its value: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""

    span: Span
    value: str


@dataclass(frozen=True)
class Marked:
    """One of a closed list of words, with the words of the article that show it."""

    value: str
    words: Passage


class FactRef(NamedTuple):
    """Another fact of the same wire, by its id."""

    id: str


class Role(NamedTuple):
    """How a field of a fact stands in the graph (`term`) and in the facts document (`key`)."""

    term: URIRef
    key: str


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What a wire tells, with the words that prove it. Each kind is a folder in `kg/facts`; its fields carry their Role.

    `id` is `KIND/START-END` of the main passage: good within the wire, the same on every run.
    """

    type: ClassVar[URIRef]
    kind: ClassVar[str]  # singular: "statement"
    plural: ClassVar[str]  # as a list of them is called: "statements"

    id: str
    evidence: Evidence
    cue: Passage | None
    confidence: float  # 0 to 1
    finder: str  # name and version: "statements/1"
    date: str | None = None  # `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
    date_basis: Basis | None = None
    date_words: Passage | None = None  # of a stated one
    place: Mention | None = None
    place_basis: Basis | None = None
    channel: Marked | None = None  # through what the words were spoken that tell it
    told_to: tuple[Mention, ...] = ()
    within: FactRef | None = None  # the statement that tells it


def roles(kind: type[Fact]) -> tuple[tuple[str, Role], ...]:
    """The fields of a kind of fact that carry a Role, by name, in the order they are written."""
    return _roles(kind)  # type: ignore[arg-type]  # mypy mistakes the class for its instance


@cache
def _roles(kind: type[Fact]) -> tuple[tuple[str, Role], ...]:
    hints = get_type_hints(kind, include_extras=True)
    notes = ((each.name, note) for each in fields(kind) for note in getattr(hints[each.name], "__metadata__", ()))
    return tuple((name, note) for name, note in notes if isinstance(note, Role))


@dataclass(frozen=True)
class Findings:
    """All that one wire gives."""

    article: Article
    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    facts: tuple[Fact, ...] = ()
    dates: tuple[DatedSpan, ...] = ()
    place: Mention | None = None  # the dateline's, among `locations`
