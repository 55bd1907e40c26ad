"""A frozen state of the graph that can only be asked: natively, or through rdflib."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pyoxigraph
from oxrdflib import OxigraphStore
from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples
from rdflib import Dataset, Graph

from kg.errors import QueryError, StoreError
from kg.graph.rows import Rows, read_rows
from ontology.terms import DL

_QUOTED = re.compile(
    r"""<[^<>"{}|^`\\\s]*>"""
    r"""|\"{3}(?:\\.|[^\\])*?\"{3}|'{3}(?:\\.|[^\\])*?'{3}"""
    r"""|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*'|\#[^\n\r]*""",
    re.DOTALL,
)
_FROM = re.compile(r"(?<![\w?$:@.-])FROM(?![\w:.-])", re.IGNORECASE)

Answer = QuerySolutions | QueryBoolean | QueryTriples


class GraphView:
    """One published state of a store. It never changes; threads may share it.

    `revision` is another with every publish. `snapshot` is the folder that a worker process may open read-only for as
    long as this view lives; none where the store is in memory.
    """

    def __init__(self, store: pyoxigraph.Store, revision: str, snapshot: Path | None) -> None:
        self.revision = revision
        self.snapshot = snapshot
        self._store = store

    def select(self, query: str, limit: int | None = None) -> Rows:
        """The rows of a SELECT over the union of all graphs, cut after `limit`. Raises QueryError."""
        return select(self._store, query, limit)

    def query(
        self,
        query: str,
        *,
        union: bool = True,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Answer:
        """Oxigraph's own answer, to be read in the thread that asked: any other aborts the process.

        Where graphs are given they are the whole dataset, as the SPARQL protocol says; else those that the query names
        with FROM; else its default graph is the union of all graphs, or with `union` off an empty one. Raises QueryError.
        """
        if default_graphs is None and named_graphs is None:
            return ask(self._store, query, use_default_graph_as_union=union and not names_dataset(query))
        return ask(self._store, query, default_graph=_nodes(default_graphs), named_graphs=_nodes(named_graphs))

    def graphs(self) -> list[str]:
        """The IRIs of all graphs, in order."""
        return sorted(graph.value for graph in self._store.named_graphs())

    def graph(self, graph: str) -> Iterator[Quad]:
        """The quads of one graph."""
        return self._store.quads_for_pattern(None, None, None, NamedNode(graph))

    def default_graph(self) -> Iterator[Quad]:
        """What stands in no named graph: nothing, in a sound store."""
        return self._store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())

    def dataset(self) -> Dataset:
        """The same state as an rdflib Dataset, the union of all graphs its default, `dl:` bound.

        Ask it with strings: rdflib runs a prepared query in Python, many times slower.
        """
        dataset = Dataset(store=_Frozen(store=self._store), default_union=True)
        dataset.bind("dl", DL)
        return dataset


def names_dataset(query: str) -> bool:
    """Whether a query says FROM, outside of its texts, IRIs and comments. Oxigraph's union would override it."""
    return bool(_FROM.search(_QUOTED.sub(" ", query)))


def select(store: pyoxigraph.Store, query: str, limit: int | None = None) -> Rows:
    """The rows of a SELECT over the union of all graphs. Raises QueryError."""
    answer = ask(store, query, use_default_graph_as_union=not names_dataset(query))
    if not isinstance(answer, QuerySolutions):
        raise QueryError("this asks no SELECT, so it has no rows")
    try:
        return read_rows(answer, limit)
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the query failed while it ran: {error}") from error


def ask(store: pyoxigraph.Store, query: str, **dataset: bool | list[NamedNode]) -> Answer:
    """Oxigraph's answer to a query. Raises QueryError."""
    try:
        answer: Answer = store.query(query, **dataset)  # type: ignore[arg-type]  # options of several types
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be run: {error}") from error
    except OSError as error:
        raise StoreError(f"the store cannot be read: {error}") from error
    return answer


def _nodes(graphs: Sequence[str] | None) -> list[NamedNode]:
    try:
        return [NamedNode(graph) for graph in graphs or ()]
    except ValueError as error:
        raise QueryError(f"a graph is named by an absolute IRI: {error}") from error


class _Frozen(OxigraphStore):
    """An Oxigraph store behind rdflib that refuses to be written."""

    def _refuse(self, *_arguments: object, **_options: object) -> NoReturn:
        raise StoreError("a view of the graph cannot be written to; open a writer")

    def add_graph(self, graph: Graph) -> None:
        """Nothing: rdflib calls it whenever a graph is looked up."""

    add = addN = remove = update = remove_graph = _refuse  # noqa: N815 - rdflib's names
