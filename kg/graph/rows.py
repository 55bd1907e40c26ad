"""The rows that a query answers with, in plain Python: no RDF term is left in them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple
from rdflib import XSD


class Iri(str):
    """An IRI as plain Python."""

    __slots__ = ()


Value = Iri | str | int | float | bool | Decimal | dt.date

_READ: dict[str, Callable[[str], Value]] = {
    str(XSD.integer): int,
    str(XSD.decimal): Decimal,
    str(XSD.double): float,
    str(XSD.float): float,
    str(XSD.boolean): lambda word: word in {"true", "1"},
    str(XSD.date): dt.date.fromisoformat,
}


@dataclass(frozen=True)
class Rows:
    """A table. An unbound cell is none; `truncated` where more rows were asked for than were taken."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value | None, ...], ...]
    truncated: bool = False


def read_rows(solutions: QuerySolutions, limit: int | None = None) -> Rows:
    """The answer to a SELECT, cut after `limit` rows. Must run in the thread that asked."""
    found = [
        tuple(None if term is None else read_value(term) for term in solution)
        for solution in islice(solutions, None if limit is None else limit + 1)
    ]
    kept = found[:limit]
    return Rows(tuple(v.value for v in solutions.variables), tuple(kept), truncated=len(kept) < len(found))


def read_value(term: NamedNode | BlankNode | Literal | Triple) -> Value:
    """A term as Python has it. What no plain type holds (a month, a date that is none) is its words."""
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if not isinstance(term, Literal):
        return str(term)
    try:
        return _READ.get(term.datatype.value, str)(term.value)
    except (ValueError, ArithmeticError):
        return term.value
