"""The one who may change a store: whole graphs at a time, each in one transaction."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import pyoxigraph
from pyoxigraph import NamedNode, Quad
from rdflib import RDF, URIRef

from kg.errors import StoreError
from kg.graph.rows import Rows
from kg.graph.view import select
from ontology.minting import IDENTITIES, LINKS, article_id, article_iri
from ontology.terms import DL

_IDENTITIES, _LINKS = NamedNode(IDENTITIES), NamedNode(LINKS)
_IDENTIFIED = (NamedNode(DL.identifiedAs), NamedNode(DL.identifiedBecause))
_ENDS = (NamedNode(RDF.subject), NamedNode(RDF.object))


class GraphWriter(ABC):
    """Writes to the live store. What is written is kept at once, and seen by views from the next `publish`."""

    def __init__(self, live: pyoxigraph.Store) -> None:
        self._store: pyoxigraph.Store | None = live

    @abstractmethod
    def publish(self) -> None:
        """Makes all that was written the state that views give. Does nothing where nothing was written."""

    @abstractmethod
    def _changing(self) -> None:
        """Called before anything is written."""

    def stored(self) -> dict[str, tuple[str, str]]:
        """The articles of the live store by id, each with its digest and what read it."""
        digests, readers = self._of_articles(DL.digest), self._of_articles(DL.reader)
        return {article_id(iri): (digest, readers[iri]) for iri, digest in digests.items() if iri in readers}

    def select(self, query: str) -> Rows:
        """The rows of a SELECT on the live store, over the union of all graphs."""
        return select(self._live, query)

    def values(self, term: URIRef) -> Iterator[tuple[str, str]]:
        """Whatever has a property, with its value, in the live store: a plain scan, many times quicker than a query."""
        found = self._live.quads_for_pattern(None, NamedNode(term), None, None)
        return ((quad.subject.value, quad.object.value) for quad in found)  # type: ignore[union-attr]  # no triple terms

    def replace(self, article: str, quads: Sequence[Quad]) -> None:
        """Puts an article's graph in the place of the one that was stored, in one transaction.

        What the graphs across wires say of an entity or fact that is another now goes with it: until the next
        identification it is unknown, never wrong.
        """
        graph = NamedNode(article_iri(article))
        old, new = self._stands(graph), _checked(graph, quads)
        changed = {quad.subject for quad in old ^ new}
        known = {quad.subject for quad in old} & changed
        self._swap([*(old - new), *self._derived(known)], new - old)

    def replace_graph(self, graph: URIRef, quads: Sequence[Quad]) -> None:
        """Puts a graph across wires in the place of the one that was stored, in one transaction."""
        node = NamedNode(graph)
        old, new = self._stands(node), _checked(node, quads)
        self._swap(old - new, new - old)

    def forget(self, article: str) -> None:
        """Takes an article out, with all that is derived from it."""
        self.replace(article, [])
        graph = NamedNode(article_iri(article))
        if self._live.contains_named_graph(graph):
            self._changing()
            self._live.remove_graph(graph)

    @property
    def _live(self) -> pyoxigraph.Store:
        if self._store is None:
            raise StoreError("this writer has let go of its store; open another")
        return self._store

    def _of_articles(self, term: URIRef) -> dict[str, str]:
        """A property of each article, by its IRI: a plain scan, many times quicker than a query."""
        found = self._live.quads_for_pattern(None, NamedNode(term), None, None)
        return {quad.graph_name.value: quad.object.value for quad in found}  # type: ignore[union-attr]  # named graphs, literals

    def _stands(self, graph: NamedNode) -> set[Quad]:
        return set(self._live.quads_for_pattern(None, None, None, graph))

    def _derived(self, subjects: Iterable[object]) -> list[Quad]:
        """What the graphs across wires say of some entities and facts."""
        find = self._live.quads_for_pattern
        found: list[Quad] = []
        for subject in subjects:
            if isinstance(subject, NamedNode):
                found += chain.from_iterable(find(subject, term, None, _IDENTITIES) for term in _IDENTIFIED)
                found += find(subject, None, None, _LINKS)
                found += find(None, None, subject, _LINKS)
                for end in _ENDS:
                    for link in find(None, end, subject, _LINKS):
                        found += find(link.subject, None, None, _LINKS)
        return found

    def _swap(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Takes quads out and puts others in, all or none."""
        out, into = list(gone), list(come)
        if not out and not into:
            return
        self._changing()
        try:
            if out:
                self._live.update(f"DELETE DATA {{ {_data(out)} }} ; INSERT DATA {{ {_data(into)} }}")
            else:
                self._live.extend(into)  # one transaction too, with nothing to parse
        except OSError as error:
            raise StoreError(f"the store cannot be written: {error}") from error


def _checked(graph: NamedNode, quads: Sequence[Quad]) -> set[Quad]:
    if any(quad.graph_name != graph for quad in quads):
        raise ValueError(f"a quad that is to stand in {graph} names another graph")
    return set(quads)


def _data(quads: Iterable[Quad]) -> str:
    return "\n".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads)
