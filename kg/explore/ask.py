"""Named questions, asked of a view of the graph: a name and plain text parameters in, rows of plain Python out."""

import csv
import io
from collections.abc import Callable, Mapping
from decimal import Decimal

from rdflib import URIRef

from kg.errors import AmbiguousName, BadParameter, NotFound, UnknownQuestion
from kg.explore.spellings import spelt_like
from kg.explore.worker import RUN_IN_A_SPREADSHEET
from kg.graph.rows import Iri, Rows, Value
from kg.graph.store import GraphView
from ontology.minting import ACTOR, AGREEMENT, LOCATION, public_id
from ontology.terms import DL
from queries import library
from queries.library import LISTS, BadValueError, Parameter, Question

__all__ = [
    "Parameter",
    "Question",
    "as_csv",
    "ask",
    "find_actor",
    "find_agreement",
    "find_place",
    "question",
    "questions",
]

MOST_ROWS = 10_000
CANDIDATES = 20  # shown of an ambiguous name


def questions() -> tuple[Question, ...]:
    """All named questions, in order of their names."""
    return tuple(library.questions().values())


def question(name: str) -> Question:
    """The question of that name. Raises UnknownQuestion."""
    known = library.questions()
    if name not in known:
        raise UnknownQuestion(name, tuple(known))
    return known[name]


def ask(
    view: GraphView,
    name: str,
    parameters: Mapping[str, str],
    limit: int = 100,
    select: Callable[[GraphView, str], Rows] = GraphView.select,
) -> Rows:
    """What the graph answers to a named question, at most `limit` rows.

    Actors, places and agreements are named by id or by any name. `select` runs the query: a server gives its guard's,
    which stops it in time. Raises UnknownQuestion, BadParameter, NotFound, AmbiguousName.
    """
    asked = question(name)
    limit = whole("limit", limit, most=MOST_ROWS)
    types = {parameter.name: parameter.type for parameter in asked.parameters}
    values = {key: _resolved(view, types.get(key), value) for key, value in parameters.items()}
    try:
        query = library.filled(asked, values, limit + 1)
    except BadValueError as error:
        raise BadParameter(error.name, error.reason) from error
    found = select(view, query)
    rows = tuple(tuple(_shown(cell) for cell in row) for row in found.rows[:limit])
    return Rows(found.columns, rows, truncated=found.truncated or len(found.rows) > limit)


def find_actor(view: GraphView, name: str) -> str:
    """The id of the actor of that id, name or alias. Raises NotFound, AmbiguousName."""
    return _find(view, "actor", DL.Actor, ACTOR, name)


def find_place(view: GraphView, name: str) -> str:
    """The id of the place of that id, name or alias. Raises NotFound, AmbiguousName."""
    return _find(view, "place", DL.Location, LOCATION, name)


def find_agreement(view: GraphView, name: str) -> str:
    """The id of the agreement of that id, name or alias. Raises NotFound, AmbiguousName."""
    return _find(view, "agreement", DL.Agreement, AGREEMENT, name)


def as_csv(rows: Rows) -> str:
    """Rows as CSV for people: words that a spreadsheet would run as a formula are preceded by an apostrophe."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(rows.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows.rows)
    return sheet.getvalue()


def whole(name: str, number: int, most: int) -> int:
    """The number, where it is from 1 to `most`. Raises BadParameter."""
    if not 1 <= number <= most:
        raise BadParameter(name, f"{number} is not from 1 to {most}")
    return number


def _harmless(cell: Value | None) -> str:
    text = "" if cell is None else format(cell, "f") if isinstance(cell, Decimal) else str(cell)
    runs = isinstance(cell, str) and text.startswith(RUN_IN_A_SPREADSHEET)
    return f"'{text}" if runs else text


def _shown(cell: Value | None) -> Value | None:
    return public_id(cell) if isinstance(cell, Iri) else cell


def _resolved(view: GraphView, kind: str | None, value: str) -> str:
    find = {"actor": find_actor, "place": find_place, "agreement": find_agreement}.get(kind or "")
    return find(view, value) if find else value


def _find(view: GraphView, what: str, kind: URIRef, prefix: str, name: str) -> str:
    """The id, else the only one of that name, of that alias, of another spelling of either; case does not count in names."""
    wanted = name.strip().removeprefix(prefix)
    try:
        row = (kind, library.iri_term(prefix, wanted), library.text_term(wanted))
    except ValueError as error:
        raise NotFound(what, ascii(name)) from error
    query = library.with_rows(library.questions(LISTS)["find"].text, ("class", "one", "name"), [row])
    found = [(public_id(str(one)), str(label), rank) for one, label, rank in view.select(query).rows]
    if wanted in {one for one, _, _ in found}:
        return wanted
    if not found:
        alike = spelt_like(view, wanted).items()
        found = [(public_id(one), label, 3) for one, label in alike if one.startswith(prefix)]
    for rank in (1, 2, 3):
        bearers = {one: label for one, label, ranked in found if ranked == rank}
        if len(bearers) == 1:
            return next(iter(bearers))
        if bearers:
            raise AmbiguousName(name, tuple(bearers.items())[:CANDIDATES])
    raise NotFound(what, name)
