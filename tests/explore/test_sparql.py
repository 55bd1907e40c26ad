"""Free queries: what they may see, that they can neither write nor fetch, and that they end."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError, QueryTimeout, StoreBusy
from kg.explore.sparql import FORMS, LONGEST_QUERY, MEDIA_TYPES, Answer, Guard, Limits, UnsuitedFormError
from kg.explore.worker import asks_service, names_dataset
from kg.graph.store import GraphView, Store, open_store
from ontology.minting import LINKS, article_iri
from tests.dispute import filled

ALL = "SELECT * { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?d != ?g) }"
NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(open_store(f"oxigraph:{tmp_path_factory.mktemp('store')}"))


@pytest.fixture(scope="module", params=["on disk", "in memory"])
def view(request: pytest.FixtureRequest, store: Store) -> GraphView:
    return store.view() if request.param == "on disk" else filled(open_store("memory:")).view()


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard() as guard:
        yield guard


def bindings(answer: Answer) -> list[dict[str, dict[str, str]]]:
    found: list[dict[str, dict[str, str]]] = json.loads(answer.body)["results"]["bindings"]
    return found


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rows_are_what_oxigraph_writes(view: GraphView, guard: Guard, form: str) -> None:
    query = """SELECT ?a ?b { VALUES (?a ?b) { (1 UNDEF) ("tab\\tline\\n\\"" "x"@en) (-1.5 <http://x/é>) (UNDEF true)
        ("1=1" "2031"^^<http://www.w3.org/2001/XMLSchema#gYear>) } }"""
    formats = pyoxigraph.QueryResultsFormat
    native = {"json": formats.JSON, "xml": formats.XML, "csv": formats.CSV, "tsv": formats.TSV}[form]
    answer = guard.answer(view, query, [form])
    assert answer.body == pyoxigraph.Store().query(query).serialize(format=native)  # type: ignore[union-attr]
    assert (answer.form, answer.media_type, answer.truncated) == (form, MEDIA_TYPES[form], False)


@pytest.mark.parametrize("query", ["SELECT * {}", "SELECT * { FILTER(false) }", "SELECT ?a { VALUES ?a { UNDEF } }"])
def test_empty_rows_are_rows_too(view: GraphView, guard: Guard, query: str) -> None:
    native = pyoxigraph.Store().query(query).serialize(format=pyoxigraph.QueryResultsFormat.JSON)  # type: ignore[union-attr]
    assert guard.answer(view, query).body == native


@pytest.mark.parametrize(("form", "format_"), [("turtle", "TURTLE"), ("ntriples", "N_TRIPLES"), ("jsonld", "JSON_LD")])
def test_a_graph_comes_back_as_it_was(view: GraphView, guard: Guard, form: str, format_: str) -> None:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{LINKS}> {{ ?s ?p ?o }} }}"
    answer = guard.answer(view, query, [form])
    found = {quad.triple for quad in pyoxigraph.parse(answer.body, format=getattr(pyoxigraph.RdfFormat, format_))}
    assert found == {quad.triple for quad in view.graph(str(LINKS))}


def test_yes_or_no_is_an_answer(view: GraphView, guard: Guard) -> None:
    assert json.loads(guard.answer(view, "ASK { ?s ?p ?o }").body)["boolean"] is True


def test_the_first_form_that_suits_is_taken(view: GraphView, guard: Guard) -> None:
    assert guard.answer(view, "ASK {}", ["turtle", "xml", "json"]).form == "xml"
    assert guard.answer(view, "CONSTRUCT WHERE { ?s ?p ?o }", FORMS).form == "turtle"


def test_rows_cannot_be_had_as_a_graph_nor_a_graph_as_rows(view: GraphView, guard: Guard) -> None:
    with pytest.raises(UnsuitedFormError, match="json, xml, csv, tsv"):
        guard.answer(view, "ASK {}", ["turtle"])
    with pytest.raises(UnsuitedFormError, match="turtle"):
        guard.answer(view, "CONSTRUCT WHERE { ?s ?p ?o }", ["json"])


def test_rows_can_be_had_in_plain_python(view: GraphView, guard: Guard) -> None:
    rows = guard.rows(view, 'SELECT (1 AS ?n) ("x" AS ?word) ?none {}')
    assert (rows.columns, rows.rows) == (("n", "word", "none"), ((1, "x", None),))
    assert guard.rows(view, "ASK {}").rows == ((True,),)


@pytest.mark.parametrize(("query", "count"), [(ALL, "bindings"), ("CONSTRUCT WHERE { ?s ?p ?o }", "triples")])
def test_what_is_too_much_is_cut_and_says_so(view: GraphView, query: str, count: str) -> None:
    with Guard(Limits(rows=3)) as guard:
        answer = guard.answer(view, query, ["json", "ntriples"])
        assert answer.truncated
        assert (len(bindings(answer)) if count == "bindings" else answer.body.count(b" .\n")) == 3
        assert not guard.answer(view, f"{query} LIMIT 3", ["json", "ntriples"]).truncated


def test_a_query_that_names_no_dataset_sees_all_graphs(view: GraphView, guard: Guard) -> None:
    (row,) = bindings(guard.answer(view, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    assert int(row["n"]["value"]) > 500


def test_where_settings_say_so_it_sees_none(view: GraphView) -> None:
    with Guard(Limits(union=False)) as guard:
        assert bindings(guard.answer(view, ALL)) == []
        assert bindings(guard.answer(view, "SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 1"))


def test_a_relative_iri_starts_at_the_roof_of_the_house(view: GraphView, guard: Guard) -> None:
    query = "PREFIX dl: <https://w3id.org/dateline#> SELECT ?name { <actor/country/am> dl:name ?name } # service"
    assert guard.rows(view, query).rows == (("Armenia",),)


def test_from_selects_a_graph_of_the_store(view: GraphView, guard: Guard) -> None:
    assert len(bindings(guard.answer(view, f"SELECT * FROM <{LINKS}> {{ ?s ?p ?o }}"))) == 6
    assert bindings(guard.answer(view, f"SELECT * FROM NAMED <{LINKS}> {{ ?s ?p ?o }}")) == []
    named = guard.answer(view, f"SELECT DISTINCT ?g FROM NAMED <{LINKS}> {{ GRAPH ?g {{ ?s ?p ?o }} }}")
    assert [row["g"]["value"] for row in bindings(named)] == [str(LINKS)]


def test_from_fetches_nothing(view: GraphView, guard: Guard) -> None:
    assert bindings(guard.answer(view, f"SELECT * FROM <{NOWHERE}> {{ ?s ?p ?o }}")) == []


def test_the_dataset_of_the_protocol_stands_before_that_of_the_query(view: GraphView, guard: Guard) -> None:
    query = f"SELECT * FROM <{article_iri('afp-17')}> {{ ?s ?p ?o }}"
    assert len(bindings(guard.answer(view, query, default_graphs=[str(LINKS)]))) == 6
    assert bindings(guard.answer(view, query, named_graphs=[str(LINKS)])) == []
    with pytest.raises(QueryError):
        guard.answer(view, query, default_graphs=["no iri"])


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <http://a> <http://b> <http://c> }",
        "CLEAR ALL",
        f"LOAD <{NOWHERE}>",
        "SELECT * {",
        "",
        "SELECT (<http://x.example/f>(1) AS ?a) {}",
        "SELECT \ud800 {}",
        "#" * (LONGEST_QUERY + 1),
    ],
)
def test_what_is_no_reading_query_is_refused(view: GraphView, guard: Guard, query: str) -> None:
    with pytest.raises(QueryError):
        guard.answer(view, query)


SERVICES = [
    f"SELECT * {{ SERVICE <{NOWHERE}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ service silent <{NOWHERE}> {{ ?s ?p ?o }} }}",
    f"ASK {{ BIND(<{NOWHERE}> AS ?x) SERVICE ?x {{ ?s ?p ?o }} }}",
    f"PREFIX x: <{NOWHERE}> SELECT * {{ {{ SELECT * {{ SERVICE # <\n x: {{ }} }} }} }}",
    # Where a careless reader takes "<" for the start of an IRI, and so what follows for its end or a text.
    f"SELECT * {{ VALUES (?a ?x) {{ (1 <{NOWHERE}>) }} FILTER(?a<'b>') SERVICE ?x {{ ?s ?p ?o }} FILTER('a'='a') }}",
    f"SELECT * {{ VALUES (?a ?b ?x) {{ (1 2 <{NOWHERE}>) }} FILTER(?a<?b)SERVICE#>\n?x{{ ?s ?p ?o }} }}",
    f"PREFIX e: <http://e/> SELECT * {{ ?s e:a\\# ?o . SERVICE <{NOWHERE}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ <http://x/\\u0023> ?p ?o . SERVICE <{NOWHERE}> {{ ?s ?p ?o }} }}",
    f'SELECT * {{ ?service ?p "SERVICE" . SERVICE <{NOWHERE}> {{ ?service ?p ?o }} }}',
]


@pytest.mark.parametrize("query", SERVICES)
def test_no_query_reaches_another_server(view: GraphView, guard: Guard, query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        guard.answer(view, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { BIND('x' AS ?service) }",
        "SELECT * { BIND('SERVICE <http://x/> { }' AS ?text) }",
        "SELECT * { } # SERVICE <http://x/> { }",
        "PREFIX service: <http://x/service/> SELECT * { BIND(service:service AS ?x) }",
        "SELECT * { FILTER(<http://x/service#SERVICE> != 'from SERVICE') }",
    ],
)
def test_the_word_service_may_be_said(view: GraphView, guard: Guard, query: str) -> None:
    assert len(bindings(guard.answer(view, query))) == 1


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=30), st.sampled_from(["SERVICE", "service", "FROM", "from"]))
def test_in_a_text_keywords_are_words(text: str, keyword: str) -> None:
    query = f"SELECT * {{ BIND({Literal(text + keyword)} AS ?x) }}"
    assert not asks_service(query)
    assert not names_dataset(query)


def test_an_endless_query_is_stopped_in_time(store: Store) -> None:
    with Guard(Limits(seconds=0.5)) as guard:
        started = time.monotonic()
        with pytest.raises(QueryTimeout):
            guard.answer(store.view(), ENDLESS)
        assert time.monotonic() - started < 10
        assert json.loads(guard.answer(store.view(), "ASK {}").body)["boolean"] is True


def test_its_process_is_gone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    with Guard(Limits(seconds=0.5)) as guard:
        guard.answer(store.view(), "ASK {}")
        started.append(guard._idle[0]._process)
        with pytest.raises(QueryTimeout):
            guard.answer(store.view(), ENDLESS)
        assert started[0].poll() is not None
        with pytest.raises(ProcessLookupError):
            os.kill(started[0].pid, 0)


def test_a_query_that_takes_too_much_memory_is_stopped_alone(store: Store) -> None:
    with Guard() as guard:
        with pytest.raises(QueryError, match="memory"):
            guard.answer(store.view(), "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?e ?i")
        assert json.loads(guard.answer(store.view(), "ASK {}").body)["boolean"] is True


def test_too_many_at_once_are_told_to_wait(store: Store) -> None:
    guard = Guard(Limits(seconds=0.1, at_once=1))
    assert guard._turns.acquire()
    with pytest.raises(StoreBusy):
        guard.answer(store.view(), "ASK {}")


def test_what_is_published_is_seen_by_the_next_query(tmp_path: Path) -> None:
    store = filled(open_store(f"oxigraph:{tmp_path / 'store'}"))
    count = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{LINKS}> {{ ?s ?p ?o }} }}"
    with Guard() as guard:
        assert guard.rows(store.view(), count).rows == ((6,),)
        with store.writer() as writer:
            writer.replace_graph(LINKS, [])
        assert guard.rows(store.view(), count).rows == ((0,),)
        assert len(guard._idle) == 1


def test_a_snapshot_of_many_files_can_be_read_whole(tmp_path: Path) -> None:
    live = pyoxigraph.Store(str(tmp_path / "live"))
    for number in range(24):
        graph = NamedNode(f"http://x/{number}")
        live.bulk_extend([Quad(graph, NamedNode("http://x/p"), Literal(str(n)), graph) for n in range(50)])
    live.flush()
    live.backup(str(tmp_path / "snapshot"))
    view = GraphView(pyoxigraph.Store(), "1", tmp_path / "snapshot")
    with Guard() as guard:
        assert guard.rows(view, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == ((1200,),)
