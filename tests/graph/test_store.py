"""What every store does, in memory as on disk."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions

from kg.errors import QueryError, StoreBusy, StoreError
from kg.graph.mapping import digest, quads
from kg.graph.rows import Iri
from kg.graph.store import GraphWriter, Store, open_store
from kg.model import Findings
from ontology.minting import IDENTITIES, LINKS, actor_iri, article_iri, part_iri
from ontology.terms import DL

NAMES = f"SELECT ?name WHERE {{ ?a <{DL.name}> ?name }} ORDER BY ?name"


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = open_store("memory:" if request.param == "memory" else f"oxigraph:{tmp_path / 'store'}", wait_seconds=0.2)
    yield store
    store.close()


def named(article: str, *names: str) -> list[Quad]:
    """A small graph: an actor for each name."""
    graph = NamedNode(article_iri(article))
    nodes = [NamedNode(part_iri(article, f"A{n}")) for n in range(len(names))]
    return [Quad(node, NamedNode(DL.name), Literal(name), graph) for node, name in zip(nodes, names, strict=True)]


def names(store: Store) -> list[object]:
    return [row[0] for row in store.view().select(NAMES).rows]


def write(store: Store, article: str, *said: str) -> None:
    with store.writer() as writer:
        writer.replace(article, named(article, *said))
        writer.publish()


def test_what_is_published_is_seen(store: Store) -> None:
    write(store, "one", "Anna", "Boris")
    write(store, "two", "Vera")
    assert names(store) == ["Anna", "Boris", "Vera"]
    assert store.view().graphs() == [str(article_iri("one")), str(article_iri("two"))]


def test_what_is_written_is_seen_from_the_publish_on(store: Store) -> None:
    write(store, "one", "Anna")
    with store.writer() as writer:
        writer.replace("two", named("two", "Boris"))
        assert names(store) == ["Anna"]
        assert len(writer.select(NAMES).rows) == 2
        writer.publish()
        assert names(store) == ["Anna", "Boris"]


def test_what_is_left_unpublished_is_published_at_the_end(store: Store) -> None:
    with store.writer() as writer:
        writer.replace("one", named("one", "Anna"))
    assert names(store) == ["Anna"]


def test_what_was_committed_before_an_error_is_kept(store: Store) -> None:
    def break_off() -> None:
        with store.writer() as writer:
            writer.replace("one", named("one", "Anna"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert names(store) == ["Anna"]


def test_a_view_is_frozen(store: Store) -> None:
    write(store, "one", "Anna")
    view = store.view()
    write(store, "one", "Boris")
    assert [row[0] for row in view.select(NAMES).rows] == ["Anna"]
    assert names(store) == ["Boris"]


def test_the_view_is_the_same_until_something_changes(store: Store) -> None:
    write(store, "one", "Anna")
    view = store.view()
    write(store, "one", "Anna")
    assert store.view() is view
    write(store, "one", "Boris")
    assert store.view() is not view
    assert store.view().revision != view.revision


def test_replacing_leaves_nothing_of_the_old_graph(store: Store) -> None:
    write(store, "one", "Anna", "Boris")
    write(store, "one", "Vera")
    assert names(store) == ["Vera"]


def test_a_forgotten_article_is_gone_with_its_graph(store: Store) -> None:
    write(store, "one", "Anna")
    write(store, "two", "Boris")
    with store.writer() as writer:
        writer.forget("one")
        writer.forget("never stored")
    assert names(store) == ["Boris"]
    assert store.view().graphs() == [str(article_iri("two"))]


def test_the_stored_articles_are_known_by_id_with_digest_and_reader(store: Store, findings: Findings) -> None:
    with store.writer() as writer:
        assert writer.stored() == {}
        writer.replace("orsha", quads(findings, "english/1"))
        assert writer.stored() == {"orsha": (digest(findings.article.text), "english/1")}
        writer.replace("orsha", quads(findings, "english/2"))
        assert writer.stored() == {"orsha": (digest(findings.article.text), "english/2")}


def test_a_graph_takes_no_quads_of_another(store: Store) -> None:
    with store.writer() as writer, pytest.raises(ValueError, match="names another graph"):
        writer.replace("one", named("two", "Anna"))
    assert names(store) == []


def test_words_of_any_sort_are_replaced_whole(store: Store) -> None:
    odd = ['"} ; DROP ALL ; #', "\\", "\x00\x01\x7f", "line\nline\r", "«ёж» 🦔", "?x $x <y>"]
    write(store, "one", *odd)
    write(store, "one", *reversed(odd))
    write(store, "one", *odd)
    assert sorted(str(name) for name in names(store)) == sorted(odd)


def identify(writer: GraphWriter, *local: str) -> None:
    graph = NamedNode(IDENTITIES)
    nodes = [NamedNode(part_iri("one", each)) for each in local]
    known = [Quad(n, NamedNode(DL.identifiedAs), NamedNode(actor_iri(n.value)), graph) for n in nodes]
    writer.replace_graph(IDENTITIES, known)


def test_a_graph_across_wires_is_replaced_whole(store: Store) -> None:
    with store.writer() as writer:
        identify(writer, "A0", "A1")
        identify(writer, "A1", "A2")
        rows = writer.select(f"SELECT ?a WHERE {{ ?a <{DL.identifiedAs}> ?b }} ORDER BY ?a").rows
    assert rows == ((Iri(part_iri("one", "A1")),), (Iri(part_iri("one", "A2")),))


def test_who_is_another_in_a_new_reading_is_unknown_until_identified_again(store: Store) -> None:
    with store.writer() as writer:
        writer.replace("one", named("one", "Anna", "Boris"))
        identify(writer, "A0", "A1")
        writer.replace("one", named("one", "Anna", "Vera"))
        rows = writer.select(f"SELECT ?a WHERE {{ ?a <{DL.identifiedAs}> ?b }}").rows
    assert rows == ((Iri(part_iri("one", "A0")),),)


def test_a_link_goes_with_the_claim_at_either_end(store: Store) -> None:
    one, two = (NamedNode(part_iri(article, "A0")) for article in ("one", "two"))
    link = Quad(one, NamedNode(DL.denies), two, NamedNode(LINKS))
    for ends in ("one", "two"):
        with store.writer() as writer:
            for article in ("one", "two"):
                writer.replace(article, named(article, "Anna"))
            writer.replace_graph(LINKS, [link])
            writer.forget(ends)
            assert writer.select(f"SELECT ?a WHERE {{ ?a <{DL.denies}> ?b }}").rows == ()


def test_only_one_may_write(store: Store) -> None:
    with store.writer(), pytest.raises(StoreBusy, match="try again"), store.writer():
        pass
    write(store, "one", "Anna")
    assert names(store) == ["Anna"]


def test_a_writer_that_is_done_writes_no_more(store: Store) -> None:
    with store.writer() as writer:
        pass
    with pytest.raises(StoreError, match="open another"):
        writer.replace("one", named("one", "Anna"))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib's own writing uses what rdflib deprecates
def test_nothing_can_be_written_through_a_view(store: Store) -> None:
    write(store, "one", "Anna")
    dataset = store.view().dataset()
    node = rdflib.URIRef("https://a.example/x")
    for attempt in (
        lambda: dataset.add((node, node, node)),
        lambda: dataset.remove((None, None, None)),
        lambda: dataset.update("CLEAR ALL"),
    ):
        with pytest.raises(StoreError, match="cannot be written"):
            attempt()
    with pytest.raises(QueryError):
        store.view().query("CLEAR ALL")
    assert names(store) == ["Anna"]


def test_rdflib_gives_the_same_answer(store: Store, findings: Findings) -> None:
    with store.writer() as writer:
        writer.replace("orsha", quads(findings, "x"))
    query = f"SELECT ?fact ?act ?name WHERE {{ ?fact <{DL.accuser}> ?a ; <{DL.act}> ?act . ?a <{DL.name}> ?name }}"
    native = store.view().select(query).rows
    assert native == tuple(tuple(str(term) for term in row) for row in store.view().dataset().query(query))  # type: ignore[union-attr]
    assert [row[2] for row in native] == ["Olga Lapko"]
    short = "SELECT ?act WHERE { ?fact dl:accuser ?a ; dl:act ?act }"
    assert [str(row[0]) for row in store.view().dataset().query(short)] == ["shelled Orsha"]  # type: ignore[index]
    graph = store.view().dataset().graph(article_iri("orsha"))
    assert len(graph) == len(quads(findings, "x"))


def test_a_wrong_query_is_a_query_error(store: Store) -> None:
    write(store, "one", "Anna")
    for wrong in ("SELECT", "SELECT * WHERE { ?s ?p }", "ASK {}", "INSERT DATA {}"):
        with pytest.raises(QueryError):
            store.view().select(wrong)


def count(answer: object) -> int:
    assert isinstance(answer, QuerySolutions)
    return len(list(answer))


def test_a_query_sees_the_graphs_that_it_is_given(store: Store) -> None:
    write(store, "one", "Anna")
    write(store, "two", "Boris")
    view, everything, inside = store.view(), "SELECT * { ?s ?p ?o }", "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    one = str(article_iri("one"))
    assert count(view.query(everything)) == 2
    assert count(view.query(everything, union=False)) == 0
    assert count(view.query(everything, default_graphs=[one])) == 1
    assert count(view.query(everything, named_graphs=[one])) == 0
    assert count(view.query(inside)) == 2
    assert count(view.query(inside, named_graphs=[one])) == 1
    assert count(view.query(inside, default_graphs=[one])) == 0
    with pytest.raises(QueryError):
        view.query(everything, default_graphs=["no iri"])


def test_a_dataset_that_the_query_names_is_the_one_it_sees(store: Store) -> None:
    write(store, "one", "Anna")
    write(store, "two", "Boris")
    view, one = store.view(), f"<{article_iri('one')}>"
    assert count(view.query(f"SELECT * FROM {one} {{ ?s ?p ?o }}")) == 1
    assert len(view.select(f"SELECT * from{one} {{ ?s ?p ?o }}").rows) == 1
    assert count(view.query(f"SELECT * FROM NAMED {one} {{ ?s ?p ?o }}")) == 0
    assert count(view.query(f"SELECT * FROM NAMED {one} {{ GRAPH ?g {{ ?s ?p ?o }} }}")) == 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?from { ?from ?p ?o }",
        "SELECT $from { $from ?p ?o } # FROM <x>",
        "PREFIX from: <http://a.example/> SELECT * { ?s ?p ?o FILTER (?p != from:from) }",
        'SELECT * { ?s ?p ?o FILTER (?o != \'FROM <x>\' && ?o != "it\\" FROM" && ?s != <http://a.example/FROM>) }',
        "SELECT * { ?s ?p ?o FILTER (?o != '''a ' FROM\n''' && ?o != \"\"\"FROM \" FROM\"\"\") }",
    ],
)
def test_the_word_from_alone_names_no_dataset(store: Store, query: str) -> None:
    write(store, "one", "Anna")
    write(store, "two", "Boris")
    assert len(store.view().select(query).rows) == 2


def test_a_yes_or_no_question_has_an_answer(store: Store) -> None:
    write(store, "one", "Anna")
    yes, no = (store.view().query(f"ASK {{ ?s ?p '{name}' }}") for name in ("Anna", "Boris"))
    assert isinstance(yes, QueryBoolean)
    assert yes
    assert not no


def test_many_threads_share_a_view(store: Store) -> None:
    write(store, "one", *(f"name {n:03}" for n in range(50)))
    view, seen = store.view(), []

    def read() -> None:
        for _ in range(10):
            seen.append(len(view.select(NAMES).rows))
            seen.append(len(store.view().select(NAMES).rows))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [50] * 80


@pytest.mark.parametrize("url", ["", "memory:somewhere", "http://a.example/sparql", "oxigraph:", "file:/tmp/x", "a\0b"])
def test_a_url_that_names_no_store_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="names no store"):
        open_store(url)


def test_a_bare_path_is_a_store_on_disk(tmp_path: Path) -> None:
    assert open_store(str(tmp_path / "x")).url == f"oxigraph:{tmp_path / 'x'}"
