"""Why what wires call by several names is held to be one, and whom it might be taken for but is not."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import RDF, URIRef

from kg.entities.namesakes import FAMILY_NAME, Bearer, why_apart
from kg.errors import NotFound
from kg.explore.ask import find_actor, find_agreement, find_place
from kg.explore.items import ACTOR_TYPES, Said, posts_of, told_of
from kg.explore.remember import remembered
from kg.graph.store import GraphView
from ontology.minting import ACTOR, AGREEMENT, LOCATION, article_id, public_id
from ontology.terms import DL
from queries import library
from queries.library import LISTS

MOST_NAMESAKES = 20
CORRECTED = "a correction says so"
KINDS: tuple[tuple[str, URIRef, str, Callable[[GraphView, str], str]], ...] = (
    ("actor", DL.Actor, ACTOR, find_actor),
    ("place", DL.Location, LOCATION, find_place),
    ("agreement", DL.Agreement, AGREEMENT, find_agreement),
)


@dataclass(frozen=True)
class Seen:
    """One of a wire that is held to be the one asked for; `because` says why."""

    article: str
    id: str
    date: str | None
    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    country: str | None
    because: str | None


@dataclass(frozen=True)
class Namesake:
    """Another who might be taken for the one asked for; `because` says why it is not."""

    id: str
    name: str
    country: str | None
    roles: tuple[str, ...]
    because: str


@dataclass(frozen=True)
class Why:
    """Who or what is held to be one: in which wires, under which names, and who is not it."""

    id: str
    name: str
    type: str
    country: str | None
    wires: tuple[Seen, ...]
    apart: tuple[Namesake, ...]


def why(view: GraphView, name: str) -> Why:
    """Why the mentions of an actor, place or agreement, by id or any name, are one. Raises NotFound, AmbiguousName."""
    what, of, iri = _found(view, name)
    told = told_of(view, [iri])[iri]
    kind = next((term for term in ACTOR_TYPES if str(term) in _all(RDF.type, told)), of)
    return Why(
        public_id(iri),
        _all(DL.name, told)[0],
        ACTOR_TYPES.get(kind, what),
        next(iter(_all(DL.country, told)), None),
        tuple(_seen(view, iri)),
        tuple(_apart(view, iri, kind, told))[:MOST_NAMESAKES],
    )


def _found(view: GraphView, name: str) -> tuple[str, URIRef, str]:
    """What is of that id or name: its kind in words, its class, its IRI."""
    for what, of, prefix, find in KINDS:
        try:
            return what, of, str(library.iri_term(prefix, find(view, name)))
        except NotFound:
            continue
    raise NotFound("actor, place or agreement", ascii(name)[1:-1])


def _seen(view: GraphView, iri: str) -> Iterator[Seen]:
    """Those of single wires that are held to be one."""
    text = library.with_rows(library.questions(LISTS)["why"].text, ("one",), [(URIRef(iri),)])
    rows = [(str(here), day, because) for _, here, day, because in view.select(text).rows]
    told = told_of(view, [here for here, _, _ in rows])
    for here, day, because in rows:
        yield Seen(
            article_id(here),
            _all(DL.identifier, told[here])[0],
            None if day is None else str(day),
            _all(DL.name, told[here])[0],
            tuple(_all(DL.alias, told[here])),
            tuple(str(said.called) for said in told[here] if said.property == str(DL.holds)),
            next(iter(_all(DL.country, told[here])), None),
            None if because is None else str(because),
        )


def _apart(view: GraphView, iri: str, kind: URIRef, told: list[Said]) -> list[Namesake]:
    """Those who might be taken for one: first whom a newsroom has told apart, last who has but the family name."""
    corrected = set(_all(DL.differentFrom, told))
    bearers = _bearers(view)[str(kind)]
    mine = bearers.get(iri)
    if mine is None:  # a description ("militants"), which nobody bears as a name
        return []
    others = (one for one in bearers if one != iri)
    near = [one for one in others if one in corrected or why_apart(mine, bearers[one])]
    posts = posts_of(view, [iri, *near])
    mine = mine._replace(roles=tuple(posts[iri]))
    found = []
    for one in near:
        bearer = bearers[one]._replace(roles=tuple(posts[one]))
        because = CORRECTED if one in corrected else why_apart(mine, bearer) or ""
        found.append(Namesake(public_id(one), bearer.name, bearer.country, bearer.roles, because))
    return sorted(found, key=lambda each: (each.because != CORRECTED, each.because == FAMILY_NAME))


@remembered
def _bearers(view: GraphView) -> Mapping[str, Mapping[str, Bearer]]:
    """Those who bear a name of their own, by class and IRI."""
    found: defaultdict[str, dict[str, Bearer]] = defaultdict(dict)
    types = {str(term): name for term, name in ACTOR_TYPES.items()}
    for kind, one, name, country in view.select(library.questions(LISTS)["namesakes"].text).rows:
        found[str(kind)][str(one)] = Bearer(str(name), types.get(str(kind)), None if country is None else str(country))
    return found


def _all(term: URIRef, told: list[Said]) -> list[str]:
    return [str(one.value) for one in told if one.property == str(term)]
