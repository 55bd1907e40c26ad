"""Questions from the .rq files beside it: their titles and parameters, and their text filled with checked terms.

A question's parameter NAME is its variable ?_NAME, so that a column may bear the same name. All parameters stand in
one row, `VALUES (?_who ?_since) { (UNDEF UNDEF) }`; filling replaces nothing but the terms of that row.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Literal as OneOf
from typing import cast, get_args
from urllib.parse import quote

from rdflib import XSD, Literal, URIRef

from ontology.minting import ACTOR, AGREEMENT, LOCATION

ParameterType = OneOf["actor", "place", "agreement", "date", "text", "agency", "number"]
Term = URIRef | Literal

HERE = Path(__file__).parent
LISTS = HERE / "lists"  # the queries behind the lists of the API; written and filled like questions

_HEADER = re.compile(r"#\s*(title|description|param\s+(\w+))\s*:\s*(.+)")
_ROW = re.compile(r"VALUES \(((?:\?_\w+ ?)+)\)")
_ENCODED = re.compile(r"(?:[^%]|%[0-9A-Fa-f]{2})*")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True)
class Parameter:
    """What a question may be told, and how it is read."""

    name: str
    type: ParameterType
    description: str


@dataclass(frozen=True)
class Question:
    """A query with a name. `text` runs as it stands and then asks for all."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


class BadValueError(ValueError):
    """A value that is not of its parameter's type, or of no parameter at all."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name, self.reason = name, reason


@cache
def questions(folder: Path = HERE) -> Mapping[str, Question]:
    """All questions of a folder by name, in order of their names."""
    return MappingProxyType({path.stem: _read(path) for path in sorted(folder.glob("*.rq"))})


def filled(question: Question, values: Mapping[str, str], limit: int | None = None) -> str:
    """The query with its parameters set; those left out stay open. Raises BadValueError."""
    types = {parameter.name: parameter.type for parameter in question.parameters}
    unknown = next((name for name in values if name not in types), None)
    if unknown is not None:
        raise BadValueError(unknown, f"{question.name} has no such parameter; it has: {', '.join(types) or 'none'}")
    terms = {name: _term(name, types[name], value) for name, value in values.items()}
    text = with_rows(question.text, tuple(types), [[terms.get(name) for name in types]]) if types else question.text
    return text if limit is None else limited(text, limit)


def limited(query: str, limit: int) -> str:
    """The query with a limit. Raises BadValueError."""
    if limit < 0:
        raise BadValueError("limit", "a limit is 0 or more")
    return f"{query.rstrip()}\nLIMIT {int(limit)}\n"


def with_values(query: str, values: Mapping[str, Term]) -> str:
    """The query with one row in its first VALUES block: these values, and UNDEF for what is not given."""
    row = _ROW.search(query)
    names = tuple(name.removeprefix("?_") for name in row[1].split()) if row else ()
    unknown = values.keys() - set(names)
    if unknown:
        raise ValueError(f"the query has no parameter {', '.join(sorted(unknown))}")
    return with_rows(query, names, [[values.get(name) for name in names]])


def with_rows(query: str, names: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> str:
    """The query with other rows in the VALUES block of these parameters."""
    head = f"VALUES ({' '.join(f'?_{name}' for name in names)})"
    block = f"{head} {{ ({' '.join('UNDEF' for _ in names)}) }}"
    if query.count(block) != 1:
        raise ValueError(f"the query must hold this once: {block}")
    written = [f"({' '.join('UNDEF' if term is None else term.n3() for term in row)})" for row in rows]
    return query.replace(block, f"{head} {{ {' '.join(written)} }}")


def iri_term(prefix: str, value: str) -> URIRef:
    """What bears that id among those of a prefix. Raises ValueError for what no id can be."""
    return URIRef(prefix + quote(value, safe="/%" if _ENCODED.fullmatch(value) else "/"))


def text_term(value: str) -> Literal:
    """Text as a term of a query. Raises ValueError for what is no Unicode text."""
    value.encode()
    return Literal(value)


def number_term(value: str) -> Literal:
    """A decimal number as a term of a query. Raises ValueError."""
    try:
        number = Decimal(value)
    except DecimalException as error:
        raise ValueError(f"'{value}' is no number") from error
    if not number.is_finite() or abs(number.adjusted()) > 12:
        raise ValueError(f"'{value}' is no number of a usual size")
    return Literal(format(number, "f"), datatype=XSD.decimal)


def date_term(value: str) -> Literal:
    """A day, month or year as a term of a query. Raises ValueError."""
    match = _DATE.fullmatch(value)
    if not match:
        raise ValueError(f"'{value}' is no date; write 2020, 2020-02 or 2020-02-12")
    year, month, day = match.groups()
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"'{value}' is no date of the calendar") from error
    return Literal(value, datatype=XSD.date if day else XSD.gYearMonth if month else XSD.gYear, normalize=False)


_TERMS: Mapping[ParameterType, Callable[[str], Term]] = MappingProxyType(
    {
        "actor": partial(iri_term, ACTOR),
        "place": partial(iri_term, LOCATION),
        "agreement": partial(iri_term, AGREEMENT),
        "date": date_term,
        "text": text_term,
        "agency": text_term,
        "number": number_term,
    }
)


def _term(name: str, kind: ParameterType, value: str) -> Term:
    try:
        return _TERMS[kind](value)
    except UnicodeEncodeError as error:
        raise BadValueError(name, "this is no Unicode text") from error
    except ValueError as error:
        raise BadValueError(name, str(error)) from error


def _read(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    comments = [match.groups() for line in text.splitlines() if (match := _HEADER.fullmatch(line.strip()))]
    about = {key: words for key, name, words in comments if not name}
    parameters = tuple(_parameter(name, words) for _, name, words in comments if name)
    return Question(path.stem, about["title"], about["description"], parameters, text)


def _parameter(name: str, words: str) -> Parameter:
    kind, _, description = words.partition(", ")
    if kind not in get_args(ParameterType):
        raise ValueError(f"parameter {name} is of an unknown type: {kind}")
    return Parameter(name, cast("ParameterType", kind), description)
