"""A process that answers free queries over one snapshot and can be killed: requests come by a pipe, replies go back.

Run as a file by kg/explore/sparql.py; needs nothing but Oxigraph, so that it starts in a moment.
"""

import math
import re
import resource
import signal
import sys
from collections.abc import Sequence
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse_query_results,
    serialize,
)

Result = QuerySolutions | QueryBoolean | QueryTriples

ROW_FORMS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPH_FORMS = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}
BASE = "https://w3id.org/dateline/"  # what a relative IRI in a query starts from: <actor/country/TR>
NUMBERS = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("integer", "decimal", "double", "float"))
RUN_IN_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")  # what text that is taken for a formula begins with
PREFIXES = {"dl": "https://w3id.org/dateline#", "xsd": "http://www.w3.org/2001/XMLSchema#"}

NO_SERVICE = b"it asks a SERVICE, and nothing is fetched from elsewhere (or it is wrong near that word)"


class Request(NamedTuple):
    """A query, what it may see, and how its answer is wanted: the first of `forms` that suits it."""

    query: str
    forms: tuple[str, ...]
    rows: int
    union: bool
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    seconds: float


class Reply(NamedTuple):
    """An answer as bytes; with no form, what is wrong with the query; `unsuited` where only the forms are."""

    form: str | None
    body: bytes
    truncated: bool = False
    unsuited: bool = False


def asks_service(query: str) -> bool:
    """Whether a query says SERVICE, or is wrong."""
    return _says("SERVICE", query)


def names_dataset(query: str) -> bool:
    """Whether a query says FROM, or is wrong."""
    return _says("FROM", query)


def written(result: Result, forms: Sequence[str], rows: int) -> Reply:
    """The result in the first form that suits it, cut after so many rows or triples."""
    known = GRAPH_FORMS if isinstance(result, QueryTriples) else ROW_FORMS
    form = next((form for form in forms if form in known), None)
    if form is None:
        return Reply(None, f"this query's answer can be had as {', '.join(known)}".encode(), unsuited=True)
    if isinstance(result, QueryTriples):
        return _graph(result, form, rows)
    if isinstance(result, QueryBoolean):
        return Reply(form, result.serialize(format=ROW_FORMS[form]) or b"")
    return _rows(result, form, rows)


def _says(keyword: str, query: str) -> bool:
    """Whether a keyword stands in a query outside of its texts, names, IRIs and comments.

    Oxigraph is the judge, since no other reading of a query is sure to be the same as its own: spelt otherwise wherever
    it stands, the word makes a wrong query only where it was a keyword.
    """
    respelt = re.sub(keyword, r"\g<0>Qzx", query, flags=re.IGNORECASE)
    if respelt == query:
        return False
    try:
        Store().query(respelt, base_iri=BASE)
    except SyntaxError:
        return True
    except (ValueError, RuntimeError, OSError):
        return False  # it was read, and failed only when it ran
    return False


def _rows(result: QuerySolutions, form: str, rows: int) -> Reply:
    """Oxigraph writes all solutions or none, so the first ones go through a form that has one line for each."""
    text = _harmless if form == "csv" else str
    lines = ["\t".join("" if term is None else text(term) for term in row) for row in islice(result, rows + 1)]
    head = "\t".join(f"?{variable.value}" for variable in result.variables)
    table = "".join(f"{line}\n" for line in [head, *lines[:rows]]).encode()
    kept = parse_query_results(table, QueryResultsFormat.TSV)
    return Reply(form, kept.serialize(format=ROW_FORMS[form]) or b"", len(lines) > rows)


def _harmless(term: object) -> str:
    """A term for people who open CSV in a spreadsheet: words that it would run are preceded by an apostrophe."""
    if isinstance(term, Literal) and term.value.startswith(RUN_IN_A_SPREADSHEET) and term.datatype.value not in NUMBERS:
        return str(Literal(f"'{term.value}"))
    return str(term)


def _graph(result: QueryTriples, form: str, rows: int) -> Reply:
    triples = list(islice(result, rows + 1))
    prefixes = PREFIXES if form == "turtle" else None
    body = serialize(triples[:rows], format=GRAPH_FORMS[form], prefixes=prefixes) or b""
    return Reply(form, body, len(triples) > rows)


def _reply(store: Store, request: Request) -> Reply:
    try:
        if asks_service(request.query):
            return Reply(None, NO_SERVICE)
        return written(_result(store, request), request.forms, request.rows)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        return Reply(None, str(error).encode(errors="replace"))


def _result(store: Store, request: Request) -> Result:
    if request.default_graphs is None and request.named_graphs is None:
        union = request.union and not names_dataset(request.query)
        return store.query(request.query, base_iri=BASE, use_default_graph_as_union=union)
    return store.query(
        request.query,
        base_iri=BASE,
        default_graph=[NamedNode(graph) for graph in request.default_graphs or ()],
        named_graphs=[NamedNode(graph) for graph in request.named_graphs or ()],
    )


def _confine(snapshot: Path, memory: int) -> None:
    """Leaves this process so much more memory, and no more files or sockets than its snapshot still has to open."""
    own = Path("/proc/self")
    held = [str(each.readlink()) for each in (own / "fd").iterdir() if each.is_symlink()]
    opened, tables = sum(name.endswith(".sst") for name in held), len(list(snapshot.rglob("*.sst")))
    used = int((own / "statm").read_text().split()[0]) * resource.getpagesize()
    files = len(held) + tables - opened if opened < tables else 0
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))


def serve(pipe: Connection, snapshot: Path, memory: int) -> None:
    """Answers until the other end closes."""
    store = Store.read_only(str(snapshot))
    _confine(snapshot, memory)
    pipe.send("ready")
    while True:
        try:
            request = Request(*pipe.recv())
        except EOFError:
            return
        signal.alarm(math.ceil(request.seconds) + 2)  # ends it even where whoever asked was killed
        reply = _reply(store, request)
        signal.alarm(0)
        pipe.send(tuple(reply))


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]))
