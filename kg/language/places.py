"""The locations that an article names, with what the gazetteer is sure of, and where they stand in the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from kg.entities.gazetteer import country_named, country_of_capital, country_of_demonym, is_place, locate, same_place
from kg.entities.spelling import display_place
from kg.entities.titles import is_place_noun
from kg.language.mentions import NAMES, SEATS, bare, entities_in
from kg.language.tokens import told_parts
from kg.model import Article, Location

IN_PLACE = {
    "in",
    "at",
    "near",
    "from",
    "to",
    "around",
    "outside",
    "into",
    "across",
    "inside",
    "through",
    "toward",
    "towards",
    "off",
    "over",
}
NO_PLACES = SEATS.keys() | {"west", "eu", "nato", "european union", "east", "global south"}  # governments and blocs


@dataclass
class Spot:
    """A location while the wire is read."""

    names: list[str] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    region: str | None = None
    in_place: bool = False  # named as a place at least once, not only for its government


def find_locations(article: Article, doc: Doc, surnames: frozenset[str]) -> tuple[tuple[Location, ...], dict[int, str]]:
    """The locations of an article in order, and which tokens name them."""
    spots: list[Spot] = []
    dateline = article.dateline
    if dateline is not None and dateline.place:
        add(spots, display_place(dateline.place), [], in_place=True).region = dateline.region
        if dateline.region and country_named(dateline.region) is None:
            add(spots, dateline.region, [], in_place=True)
    for entity in places(article, doc, surnames):
        name, tokens = extended(entity)
        spot = add(spots, name, tokens, in_place=is_in_place(entity))
        if country_named(name) is None and name != bare(entity) and not is_region(name):
            spot.names.append(bare(entity))
    kept = [s for s in spots if s.in_place or country_of_capital(s.names[0]) is None]
    near = {code for s in kept if (code := country_named(s.names[0]))}
    located = tuple(location(f"L{n}", spot, near) for n, spot in enumerate(kept, 1))
    return located, {i: f"L{n}" for n, spot in enumerate(kept, 1) for i in spot.tokens}


def places(article: Article, doc: Doc, surnames: frozenset[str]) -> Iterator[Span]:
    """The names of places outside the dateline."""
    for _, span in told_parts(article, doc):
        for entity in entities_in(span):
            name, label = bare(entity), NAMES.get(entity.label_)
            if not name or entity[-1].text in surnames or name.lower() in NO_PLACES or is_adjective(entity, name):
                continue
            if label == "LOC" or (label != "PER" and country_named(name)) or is_mislabelled(entity, name, label):
                yield entity


def is_adjective(entity: Span, name: str) -> bool:
    """Whether a country's name stands as an adjective of nationality: "US President", "the US-Iranian talks"."""
    last, end = entity[-1], entity.end
    if country_of_demonym(name) is None or end >= len(entity.doc):
        return False
    behind = entity.doc[end]
    return last.dep_ in {"compound", "amod", "nmod:desc", "flat"} and (
        behind.pos_ in {"NOUN", "PROPN", "ADJ"} or behind.text == "-"
    )


def is_mislabelled(entity: Span, name: str, label: str | None) -> bool:
    """Whether a single word taken for an organization is a known place."""
    if label == "ORG" and len(entity) > 1:
        return country_of_capital(name) is not None
    return label == "ORG" and is_place(name) and not name.isupper()


def extended(entity: Span) -> tuple[str, list[int]]:
    """A place's name with the noun that completes it: "Voronezh" → "Voronezh Region"."""
    doc, end = entity.doc, entity.end
    while (
        end < len(doc)
        and doc[end].is_alpha
        and is_place_noun(doc[end].lemma_.lower())
        and doc[end - 1].whitespace_
        and country_named(bare(entity)) is None
    ):
        end += 1
    return bare(doc[entity.start : end]), list(range(entity.start, end))


def is_region(name: str) -> bool:
    """Whether a name says that it is a region, so that its first word alone may be another place."""
    return name.rsplit(maxsplit=1)[-1].lower() in {"region", "regions", "oblast", "district"}


def is_in_place(entity: Span) -> bool:
    """Whether a name stands as a place, not as a government: "in Ankara", not "Ankara agreed"."""
    first: Token = entity[0]
    before = entity.doc[first.i - 1] if first.i else None
    while (
        before is not None
        and before.i
        and before.lower_ in {"the", "downtown", "central", "northern", "southern", "eastern", "western"}
    ):
        before = entity.doc[before.i - 1]
    return before is not None and before.lower_ in IN_PLACE


def add(spots: list[Spot], name: str, tokens: list[int], *, in_place: bool) -> Spot:
    """The spot of that name, made where there is none."""
    spot = next((s for s in spots if any(n.lower() == name.lower() or same_place(n, name) for n in s.names)), None)
    if spot is None:
        spot = Spot([name])
        spots.append(spot)
    elif name not in spot.names:
        spot.names.append(name)
    spot.tokens += tokens
    spot.in_place |= in_place
    return spot


def location(id_: str, spot: Spot, near: set[str]) -> Location:
    """A location with what the gazetteer knows of it for sure."""
    name, aliases = spot.names[0], tuple(dict.fromkeys(spot.names[1:]))
    place = locate(name, near=near, region=spot.region)
    if place is None:
        return Location(id_, name, aliases)
    return Location(id_, name, aliases, place.country, place.latitude, place.longitude, place.geonames, place.basis)
