"""Lists and single things for readers, as plain JSON values: articles, actors, locations, and facts of every kind.

A list takes filters as text and gives a page, `{"items", "next"}`; `next` is the cursor of the page after it.
"""

import base64
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from urllib.parse import quote

from rdflib import URIRef

from kg.errors import BadParameter, NotFound
from kg.explore import items as shown
from kg.explore.ask import find_actor, find_agreement, find_place, whole
from kg.explore.items import ACTOR_TYPES, Json, roles_of
from kg.facts.discovery import kinds
from kg.graph.rows import Rows
from kg.graph.store import GraphView
from kg.model import Fact
from ontology.minting import ACTOR, AGREEMENT, ARTICLE, LOCATION, encoded
from ontology.terms import DL
from queries import library
from queries.library import LISTS, Term

MOST_ITEMS = 500
COMMON = ("actor", "agency", "since", "until", "place", "confidence")  # filters of every list
ABOUT_FACTS, ABOUT_WIRES = frozenset({"agency", "since", "until", "confidence"}), frozenset({"confidence"})

Roles = Sequence[tuple[Term | None, Term]]  # a property, or none for any, and what must fill it


@dataclass(frozen=True)
class _List:
    """A list: which query pages through it, with what fixed, how its things are shown, and which filters it takes."""

    query: str
    fixed: Mapping[str, Term]
    show: Callable[[GraphView, Sequence[str]], list[Json]]
    filters: tuple[str, ...]
    marks: tuple[str, ...]  # the parameters that say where a page starts
    iris: Callable[[str], Iterator[str]]  # which IRIs an id may stand for
    of_facts: frozenset[str] = frozenset()  # filters that speak of the facts in which a thing stands
    kind: type[Fact] | None = None


def lists() -> Mapping[str, tuple[str, ...]]:
    """The names of the lists with the filters that each takes, beside `limit` and `cursor`."""
    return {name: one.filters for name, one in _lists().items()}


def list_items(
    view: GraphView,
    name: str,
    filters: Mapping[str, str] | None = None,
    limit: int = 50,
    cursor: str | None = None,
    *,
    select: Callable[[GraphView, str], Rows] = GraphView.select,
) -> Json:
    """A page of a list: `{"items": […], "next": a cursor or none}`.

    Actors, places and agreements are named by id or by any name. `select` finds what stands on the page: a server gives
    its guard's, which stops it in time. Raises BadParameter, NotFound, AmbiguousName.
    """
    one, limit = _lists()[name], whole("limit", limit, most=MOST_ITEMS)
    values, roles = _read(view, name, one, filters or {})
    query = _query(one, {**one.fixed, **values, **_opened(one, cursor)}, roles, limit + 1)
    found = select(view, query)
    page = found.rows[:limit]
    goes_on = found.truncated or len(found.rows) > limit
    after = _closed([str(mark) for mark in page[-1][1:]]) if goes_on else None
    return {"items": one.show(view, [str(row[0]) for row in page]), "next": after}


def item(view: GraphView, name: str, id: str) -> Json:  # noqa: A002 - the word that users know
    """One thing of a list by its id. An article comes with its text, and its facts with their spans. Raises NotFound."""
    one = _lists()[name]
    for iri in _distinct(one.iris, id):
        for found in one.show(view, [iri]):
            if one.kind is None or found["kind"] == one.kind.kind:
                return _whole_article(view, iri, found) if name == "articles" else found
    raise NotFound(one.kind.kind if one.kind else name.removesuffix("s"), ascii(id)[1:-1])


def _distinct(iris: Callable[[str], Iterator[str]], id_: str) -> list[str]:
    try:
        return list(dict.fromkeys(iris(id_)))
    except UnicodeEncodeError:
        return []  # no id is half a character


def _whole_article(view: GraphView, iri: str, article: Json) -> Json:
    query = _query(_lists()["facts"], {"class": DL.Fact, "one": URIRef(iri)}, (), None)
    facts = shown.facts_with_spans(view, [str(row[0]) for row in view.select(query).rows])
    facts.sort(key=lambda fact: (fact["evidence"]["start"], fact["id"]))
    return {**article, "text": shown.text_of(view, iri), "facts": facts}


def _lists() -> dict[str, _List]:
    return {
        "articles": _List("articles", {}, shown.articles, (*COMMON, "q"), ("day", "key"), _article_iris, ABOUT_WIRES),
        "actors": _entities(DL.Actor, ACTOR, shown.actors, ("q", "type", "country")),
        "locations": _entities(DL.Location, LOCATION, shown.locations, ("q", "country")),
        "facts": _facts(DL.Fact, (), None),
        **{kind.plural: _facts(kind.type, _role_filters(kind), kind) for kind in kinds()},
    }


def _entities(
    of: URIRef, prefix: str, show: Callable[[GraphView, Sequence[str]], list[Json]], filters: tuple[str, ...]
) -> _List:
    return _List("entities", {"class": of}, show, (*COMMON, *filters), ("key",), partial(_iris, prefix), ABOUT_FACTS)


def _facts(of: URIRef, filters: tuple[str, ...], kind: type[Fact] | None) -> _List:
    return _List("facts", {"class": of}, shown.facts, (*COMMON, *filters), ("day", "key"), _fact_iris, kind=kind)


def _role_filters(kind: type[Fact]) -> tuple[str, ...]:
    """The roles that a list may be narrowed by: those that are filled by somebody, or by one of a few words."""
    return tuple(role.name for role in roles_of(kind) if role.filled_by in {"one", "many", "word"})


def _query(one: _List, values: Mapping[str, Term], roles: Roles, limit: int | None) -> str:
    """The query for a page. Other things than facts have a second one, for those that stand in certain facts."""
    of_facts = one.query == "facts" or bool(roles or one.of_facts & values.keys())
    name = one.query if one.query == "facts" or not of_facts else f"{one.query}-of-facts"
    text = library.with_values(library.questions(LISTS)[name].text, values)
    text = library.with_rows(text, ("role", "filler"), roles) if of_facts else text
    return text if limit is None else library.limited(text, limit)


def _read(view: GraphView, name: str, one: _List, filters: Mapping[str, str]) -> tuple[dict[str, Term], Roles]:
    """Filters as terms: those that are parameters of the query, and those that say what fills a role of a fact."""
    values: dict[str, Term] = {}
    roles: list[tuple[Term | None, Term]] = []
    of_kind = {role.name: role for role in roles_of(one.kind)} if one.kind else {}
    for key, value in filters.items():
        if key not in one.filters:
            raise BadParameter(key, f"{name} take no such filter; they take: {', '.join(one.filters)}")
        try:
            if key == "actor":
                roles.append((None, library.iri_term(ACTOR, find_actor(view, value))))
            elif key == "place":
                roles.append((None, library.iri_term(LOCATION, find_place(view, value))))
            elif key in of_kind:
                roles.append((of_kind[key].term, _filler(view, of_kind[key], value)))
            else:
                values[key] = _VALUES.get(key, library.text_term)(value)
        except ValueError as error:
            raise BadParameter(key, str(error)) from error
    return values, roles


def _filler(view: GraphView, role: shown.FactRole, value: str) -> Term:
    if role.filled_by == "word":
        return library.text_term(value)
    if role.term == DL.eventPlace:
        return library.iri_term(LOCATION, find_place(view, value))
    if role.term == DL.under:
        return library.iri_term(AGREEMENT, find_agreement(view, value))
    return library.iri_term(ACTOR, find_actor(view, value))


def _actor_type(value: str) -> Term:
    found = next((term for term, name in ACTOR_TYPES.items() if name == value), None)
    if found is None:
        raise ValueError(f"'{value}' is none of {', '.join(ACTOR_TYPES.values())}")
    return found


_VALUES: Mapping[str, Callable[[str], Term]] = {
    "since": library.date_term,
    "until": library.date_term,
    "confidence": library.number_term,
    "country": lambda code: library.text_term(code.upper()),
    "type": _actor_type,
}


def _closed(marks: Sequence[str]) -> str:
    """Where a page ends, as text that means nothing to others."""
    return base64.urlsafe_b64encode(json.dumps(marks).encode()).decode().rstrip("=")


def _opened(one: _List, cursor: str | None) -> dict[str, Term]:
    if cursor is None:
        return {}
    try:
        marks = json.loads(base64.urlsafe_b64decode(f"{cursor}==="))
        if not isinstance(marks, list) or len(marks) != len(one.marks):
            raise ValueError("not the marks of this list")
        return {name: library.text_term(str(mark)) for name, mark in zip(one.marks, marks, strict=True)}
    except ValueError as error:
        raise BadParameter("cursor", "this is no cursor that this list gave") from error


def _iris(prefix: str, id_: str) -> Iterator[str]:
    """An id as it is written, or as a browser has decoded it."""
    return iter((prefix + quote(id_, safe="/"), str(library.iri_term(prefix, id_))))


def _article_iris(id_: str) -> Iterator[str]:
    return chain((ARTICLE + encoded(id_),), _iris(ARTICLE, id_))


def _fact_iris(id_: str) -> Iterator[str]:
    article, *local = id_.rsplit("/", 2)
    return chain((f"{ARTICLE}{encoded(article)}/{quote('/'.join(local))}",) if local else (), _iris(ARTICLE, id_))
