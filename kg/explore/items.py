"""Facts, actors, places and articles as the JSON values that readers get, from all that the graph says of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from rdflib import RDF, URIRef

from kg.facts.discovery import kinds
from kg.graph.rows import Value
from kg.graph.store import GraphView
from kg.model import DatedSpan, Fact, FactRef, Marked, Passage, roles
from ontology.minting import article_id, public_id
from ontology.terms import DL
from queries import library
from queries.library import LISTS

Json = dict[str, Any]
ACTOR_TYPES = MappingProxyType(
    {DL.Person: "person", DL.Organization: "organization", DL.Country: "country", DL.Group: "group"}
)


Filling = Literal["words", "word", "day", "one", "many", "facts"]


class FactRole(NamedTuple):
    """A role of a kind of fact: its property, what it is called, and how it is filled."""

    name: str
    term: URIRef
    filled_by: Filling


class Said(NamedTuple):
    """One thing that the graph says: a property's value, who or what that is across wires, and what it is called."""

    property: str
    value: Value
    known: Value | None
    called: Value | None


def roles_of(kind: type[Fact]) -> tuple[FactRole, ...]:
    """The roles of a kind of fact, in order."""
    hints = get_type_hints(kind)
    return tuple(FactRole(_local(role.term), role.term, _filling(hints[name])) for name, role in roles(kind))


def facts(view: GraphView, iris: Sequence[str]) -> list[Json]:
    """The facts of these IRIs, in order; what is no fact is passed over."""
    told, words, linked = told_of(view, iris), _words(view, iris), _links(view, iris)
    kind_of = {str(kind.type): kind for kind in kinds()}
    found = []
    for iri in iris:
        kind = next((kind_of[str(one.value)] for one in told[iri] if str(one.value) in kind_of), None)
        if kind is not None:
            found.append({**_fact(iri, kind, told[iri], words[iri]), "links": linked[iri]})
    return found


def actors(view: GraphView, iris: Sequence[str]) -> list[Json]:
    """The actors across wires of these IRIs, in order; what is none is passed over."""
    told, posts = told_of(view, iris), posts_of(view, iris)
    return [_actor(iri, told[iri], posts[iri]) for iri in iris if _is_a(DL.Actor, told[iri])]


def locations(view: GraphView, iris: Sequence[str]) -> list[Json]:
    """The places across wires of these IRIs, in order; what is none is passed over."""
    told = told_of(view, iris)
    return [_location(iri, told[iri]) for iri in iris if _is_a(DL.Location, told[iri])]


def articles(view: GraphView, iris: Sequence[str]) -> list[Json]:
    """The articles of these IRIs without their text, in order; what is none is passed over."""
    told = told_of(view, iris)
    return [_article(told[iri]) for iri in iris if _is_a(DL.Article, told[iri])]


def text_of(view: GraphView, iri: str) -> str:
    """The text of an article."""
    return str(_one(DL.text, told_of(view, [iri])[iri]))


def facts_with_spans(view: GraphView, iris: Sequence[str]) -> list[Json]:
    """Facts, each with the spans of its words: `{role, start, end, exact}`, in the order of the text."""
    words = {public_id(iri): passages for iri, passages in _words(view, iris).items()}
    return [
        {**fact, "spans": [span for span in words.get(fact["id"], []) if span["role"]]} for fact in facts(view, iris)
    ]


def _fact(iri: str, kind: type[Fact], told: Sequence[Said], words: Sequence[Json]) -> Json:
    proof = next(({"start": w["start"], "end": w["end"], "exact": w["exact"]} for w in words if not w["role"]), {})
    return {
        "id": public_id(iri),
        "kind": kind.kind,
        "article": article_id(iri),
        "date": _plain(_one(DL.date, told)),
        "dateBasis": _one(DL.dateBasis, told),
        "place": next(iter(_named(DL.place, told)), None),
        "placeBasis": _one(DL.placeBasis, told),
        "channel": _one(DL.channel, told),
        "toldTo": _named(DL.toldTo, told),
        "within": next(iter(_named(DL.within, told)), None),
        **{role.name: _role(role, told) for role in roles_of(kind)},
        "cue": _one(DL.cue, told),
        "confidence": _plain(_one(DL.confidence, told)),
        "finder": _one(DL.finder, told),
        "evidence": {"article": article_id(iri), **proof},
    }


def _role(role: FactRole, told: Sequence[Said]) -> Any:
    if role.filled_by in {"words", "word", "day"}:
        return _plain(_one(role.term, told))
    named = _named(role.term, told)
    return next(iter(named), None) if role.filled_by == "one" else named


def _actor(iri: str, told: Sequence[Said], posts: Sequence[str]) -> Json:
    classes = _all(RDF.type, told)
    return {
        "id": public_id(iri),
        "name": _one(DL.name, told),
        "type": next((name for term, name in ACTOR_TYPES.items() if str(term) in classes), None),
        "country": _one(DL.country, told),
        "aliases": _all(DL.alias, told),
        "roles": list(posts),
    }


def _location(iri: str, told: Sequence[Said]) -> Json:
    geonames = _one(DL.geonames, told)
    return {
        "id": public_id(iri),
        "name": _one(DL.name, told),
        "country": _one(DL.country, told),
        "aliases": _all(DL.alias, told),
        "latitude": _plain(_one(DL.latitude, told)),
        "longitude": _plain(_one(DL.longitude, told)),
        "coordinatesOf": _one(DL.coordinatesOf, told),
        "geonames": int(str(geonames).strip("/").rpartition("/")[2]) if geonames else None,
    }


def _article(told: Sequence[Said]) -> Json:
    return {
        "id": _one(DL.identifier, told),
        "headline": _one(DL.headline, told),
        "agency": _one(DL.agency, told),
        "date": _plain(_one(DL.date, told)),
        "published": _plain(_one(DL.published, told)),
        "place": next(iter(_named(DL.place, told)), None),
        "url": _one(DL.url, told),
    }


def told_of(view: GraphView, iris: Iterable[str]) -> Mapping[str, list[Said]]:
    """All that the graph says of each."""
    told: defaultdict[str, list[Said]] = defaultdict(list)
    for one, *said in _ask(view, "details", "one", iris):
        told[str(one)].append(Said(str(said[0]), *said[1:]))  # type: ignore[arg-type]  # a property has a value
    return told


def _words(view: GraphView, iris: Iterable[str]) -> Mapping[str, list[Json]]:
    """The words of each fact, in the order of the text: its sentences, which have no role, and its passages."""
    words: defaultdict[str, list[Json]] = defaultdict(list)
    for fact, role, start, end, exact in _ask(view, "spans", "fact", iris):
        words[str(fact)].append({"role": role, "start": start, "end": end, "exact": exact})
    return words


def _links(view: GraphView, iris: Iterable[str]) -> Mapping[str, list[Json]]:
    """What each fact is linked to, or linked from: how, to what, and what that rests on."""
    links: defaultdict[str, list[Json]] = defaultdict(list)
    for fact, relation, direction, other, called, basis in _ask(view, "links", "one", iris):
        link = {"relation": str(relation).rpartition("#")[2], "direction": direction, "id": public_id(str(other))}
        links[str(fact)].append({**link, "name": called, "basis": basis})
    return links


def posts_of(view: GraphView, iris: Iterable[str]) -> Mapping[str, list[str]]:
    """The posts that each actor across wires holds in any wire."""
    posts: defaultdict[str, list[str]] = defaultdict(list)
    for actor, post in _ask(view, "posts", "one", iris):
        posts[str(actor)].append(str(post))
    return posts


def _ask(view: GraphView, name: str, parameter: str, iris: Iterable[str]) -> Sequence[tuple[Value | None, ...]]:
    text = library.questions(LISTS)[name].text
    return view.select(library.with_rows(text, (parameter,), [(URIRef(iri),) for iri in iris])).rows


def _named(term: URIRef, told: Sequence[Said]) -> list[Json]:
    """Who or what a property names, each once; before it is known across wires, as its own wire has it."""
    found = {public_id(str(one.known or one.value)): one.called for one in told if one.property == str(term)}
    return [{"id": id_, "name": name} for id_, name in found.items()]


def _all(term: URIRef, told: Sequence[Said]) -> list[Value]:
    return [one.value for one in told if one.property == str(term)]


def _one(term: URIRef, told: Sequence[Said]) -> Value | None:
    return next(iter(_all(term, told)), None)


def _is_a(kind: URIRef, told: Sequence[Said]) -> bool:
    return str(kind) in _all(RDF.type, told)


def _plain(value: Value | None) -> str | float | None:
    """A number or date as JSON has it."""
    return None if value is None else float(value) if isinstance(value, Decimal | int | float) else str(value)


def _filling(held: Any) -> Filling:
    if held is Passage or Passage in get_args(held):
        return "words"
    if get_origin(held) is Literal or Marked in get_args(held):
        return "word"
    if DatedSpan in get_args(held):
        return "day"
    if get_origin(held) is not tuple:
        return "one"
    return "facts" if FactRef in get_args(held) else "many"


def _local(term: URIRef) -> str:
    return str(term).rpartition("#")[2]
