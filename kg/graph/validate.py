"""What is wrong with a stored graph, in readable lines: by the SHACL shapes, and by what no shape can say."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import product

import pyshacl
from pyoxigraph import RdfFormat, serialize
from rdflib import RDF, SH, Graph, URIRef

from kg.errors import NotFound
from kg.graph.view import GraphView
from ontology.minting import ARTICLE, IDENTITIES, LINKS, article_iri, public_id
from ontology.terms import DL

UNIDENTIFIED = f"""SELECT ?local WHERE {{
    VALUES ?kind {{ <{DL.Actor}> <{DL.Location}> <{DL.Agreement}> }}
    GRAPH <%s> {{ ?local a ?kind }}
    FILTER NOT EXISTS {{ GRAPH <{IDENTITIES}> {{ ?local <{DL.identifiedAs}> ?known }} }}
}}"""
# What each kind of link leads from and to.
ENDS = (
    (DL.denies, DL.Denial, DL.Accusation),
    (DL.denies, DL.Denial, DL.Statement),
    (DL.denies, DL.Statement, DL.Accusation),
    (DL.denies, DL.Statement, DL.Statement),
    *((DL.contradicts, *ends) for ends in product((DL.Accusation, DL.Denial, DL.Statement), repeat=2)),
    (DL.counters, DL.Accusation, DL.Accusation),
    (DL.follows, DL.Commitment, DL.Commitment),
    (DL.allegesBreachOf, DL.Accusation, DL.Commitment),
    (DL.allegesBreachOf, DL.Accusation, DL.Agreement),
)
BAD_LINKS = f"""SELECT ?one ?link ?other WHERE {{
    GRAPH <{LINKS}> {{ ?one ?link ?other }}
    FILTER (STRSTARTS(STR(?link), "{DL._NS}") && ?link != <{DL.basis}>)
    FILTER NOT EXISTS {{
        VALUES (?link ?from ?to) {{ {" ".join(f"(<{link}> <{one}> <{other}>)" for link, one, other in ENDS)} }}
        GRAPH ?told {{ ?one a ?from }} GRAPH ?known {{ ?other a ?to }}
    }}
}} ORDER BY ?one ?link ?other"""
UNFOUNDED = f"""SELECT ?one ?other WHERE {{
    GRAPH <{LINKS}> {{ ?one ?link ?other }}
    FILTER (STRSTARTS(STR(?link), "{DL._NS}") && ?link != <{DL.basis}>)
    FILTER NOT EXISTS {{
        GRAPH <{LINKS}> {{ ?about <{RDF.subject}> ?one ; <{RDF.predicate}> ?link ; <{RDF.object}> ?other }}
    }}
}} ORDER BY ?one ?other"""


def validate(view: GraphView, article: str | None = None) -> list[str]:
    """The problems of one article's graph, or of the whole store; none where it is sound. Raises NotFound."""
    graphs = view.graphs()
    if article is None:
        return list(_store_problems(view, graphs))
    name = str(article_iri(article))  # an rdflib URIRef never equals a plain string
    if name not in graphs:
        raise NotFound("article", article)
    return list(_article_problems(view, name))


def _store_problems(view: GraphView, names: Iterable[str]) -> Iterator[str]:
    if next(view.default_graph(), None):
        yield "the default graph is not empty"
    for name in names:
        if name.startswith(ARTICLE):
            yield from _article_problems(view, name)
        elif name in (str(IDENTITIES), str(LINKS)):
            yield from _shape_problems(_as_rdflib(view, name))
        else:
            yield f"{name}: a graph that is neither an article's nor one across wires"
    for one, link, other in view.select(BAD_LINKS).rows:
        yield f"{_short(one)}: {_short(link)}: does not lead from one to the other of such ({_short(other)})"
    for one, other in view.select(UNFOUNDED).rows:
        yield f"{_short(one)}: is linked to {_short(other)}, and nothing says what that rests on"


def _article_problems(view: GraphView, name: str) -> Iterator[str]:
    graph = _as_rdflib(view, name)
    yield from _shape_problems(graph)
    yield from _misquoted(graph, str(graph.value(URIRef(name), DL.text)))
    for (local,) in sorted(view.select(UNIDENTIFIED % name).rows):
        yield f"{_short(local)}: is identified as nobody and nothing across wires"
    for subject in sorted(set(graph.subjects()), key=str):
        if subject != URIRef(name) and not str(subject).startswith(f"{name}/"):
            yield f"{_short(subject)}: is described in the graph of another wire, {_short(name)}"
    for inside in sorted(graph.subjects(DL.identifiedAs), key=str):
        yield f"{_short(inside)}: is identified in the wire's own graph"


def _misquoted(graph: Graph, text: str) -> Iterator[str]:
    for words in sorted(graph.subjects(RDF.type, DL.Evidence), key=str):
        start, end = (getattr(graph.value(words, term), "value", None) for term in (DL.start, DL.end))
        exact = str(graph.value(words, DL.exact))
        if isinstance(start, int) and isinstance(end, int) and text[start:end] != exact:
            yield f"{_short(words)}: the text does not read {exact!r} from {start} to {end}"


def _shape_problems(graph: Graph) -> Iterator[str]:
    _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes())
    problems = []
    for result in report.subjects(SH.resultSeverity, SH.Violation):
        focus, path, value = (report.value(result, each) for each in (SH.focusNode, SH.resultPath, SH.value))
        field = f"{_short(path)}: " if isinstance(path, URIRef) else ""
        found = "" if value is None or value == focus else f" ({_short(value)})"
        problems.append(f"{_short(focus)}: {field}{report.value(result, SH.resultMessage)}{found}")
    yield from sorted(problems)


def _as_rdflib(view: GraphView, name: str) -> Graph:
    """A graph with rdflib's own literals: those that come straight from Oxigraph do not equal the shapes' ("x")."""
    triples = serialize((quad.triple for quad in view.graph(name)), format=RdfFormat.N_TRIPLES) or b""
    return Graph().parse(triples, format="nt")


@cache
def _shapes() -> Graph:
    return Graph().parse(data=files("ontology").joinpath("shapes.ttl").read_text(encoding="utf-8"), format="turtle")


def _short(term: object) -> str:
    return public_id(str(term)).removeprefix(str(DL._NS))
