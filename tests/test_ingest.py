"""The journey from wires to the store: what is taken, what is passed over, what survives a kill."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.analysis import Analysis, Analyst, Team
from kg.errors import BadParameter, WireError
from kg.graph.mapping import quads
from kg.graph.store import Store, open_store
from kg.ingest import Report, analysts, ingest_articles
from kg.model import Article, Findings, Part
from ontology.minting import IDENTITIES, article_iri
from tests.invented import find, hire, hire_the_next

ROOT = Path(__file__).parents[1]


def wire(name: str, text: str) -> Article:
    return Article(name, text, (Part("paragraph", 0, len(text)),))


def wires(number: int) -> list[Article]:
    return [wire(f"w{n:03}", f"Ostap{n} says the bridge number {n} is shut.") for n in range(number)]


def everything(store: Store) -> set[Quad]:
    view = store.view()
    return {quad for graph in view.graphs() for quad in view.graph(graph)}


def take(
    store: Store, *articles: Article | WireError, analysis: Analysis | None = None, replace: bool = False
) -> Report:
    return ingest_articles(articles, store, analysis or hire(), replace=replace)


@pytest.fixture
def store() -> Store:
    return open_store("memory:")


def test_a_wire_is_read_and_its_graph_stored(store: Store) -> None:
    article = wire("bridge", "Ostap says the bridge is shut. Iryna says it is open.")
    report = take(store, article)
    assert (report.added, report.facts) == (["bridge"], {"statements": 2})
    (findings,) = find([article])
    assert set(store.view().graph(article_iri("bridge"))) == set(quads(findings, "invented 1"))


def test_who_is_who_is_said_at_the_end(store: Store) -> None:
    take(store, wire("bridge", "Ostap says the bridge is shut."))
    assert str(IDENTITIES) in store.view().graphs()


def test_the_same_wires_again_change_nothing(store: Store) -> None:
    take(store, *wires(3))
    before, revision = everything(store), store.view().revision
    report = take(store, *wires(3))
    assert (report.unchanged, report.added, report.facts) == (["w000", "w001", "w002"], [], {})
    assert everything(store) == before
    assert store.view().revision == revision


def test_wires_in_another_order_give_the_same_graphs(store: Store) -> None:
    take(store, *wires(5))
    other = open_store("memory:")
    for article in reversed(wires(5)):
        take(other, article)
    assert everything(other) == everything(store)


def test_the_same_text_under_another_name_is_one_article(store: Store) -> None:
    text = "Ostap says the bridge is shut."
    report = take(store, wire("first", text), wire("second", text))
    assert (report.added, report.duplicates) == (["first"], [("second", "first")])
    again = take(store, wire("third", text))
    assert (again.added, again.duplicates) == ([], [("third", "first")])
    assert str(article_iri("third")) not in store.view().graphs()


def test_the_same_name_with_another_text_is_refused(store: Store) -> None:
    take(store, wire("bridge", "Ostap says the bridge is shut."))
    before = everything(store)
    report = take(store, wire("bridge", "Ostap says the bridge is open."), wire("road", "Iryna says the road is long."))
    ((name, reason),) = report.refused
    assert name == "bridge"
    assert "--replace" in reason
    assert report.added == ["road"]
    assert before < everything(store)


def test_a_stored_article_is_replaced_whole_where_that_is_asked(store: Store) -> None:
    take(store, wire("bridge", "Ostap says the bridge is shut. Iryna says it rains."))
    newer = wire("bridge", "Ostap says the bridge is open.")
    report = take(store, newer, replace=True)
    assert report.updated == ["bridge"]
    only = open_store("memory:")
    take(only, newer)
    assert everything(store) == everything(only)


def test_what_was_replaced_may_come_back_under_another_name(store: Store) -> None:
    old, new = "Ostap says the bridge is shut.", "Ostap says the bridge is open."
    take(store, wire("bridge", old))
    report = take(store, wire("bridge", new), wire("archive", old), replace=True)
    assert (report.updated, report.added) == (["bridge"], ["archive"])


def test_two_wires_of_one_run_never_replace_one_another(store: Store) -> None:
    rivals = (wire("bridge", "Ostap says it is shut."), wire("bridge", "Ostap says it is open."))
    first = take(store, *rivals, replace=True)
    before = everything(store)
    second = take(store, *rivals, replace=True)
    assert [name for name, _ in first.refused] == [name for name, _ in second.refused] == ["bridge"]
    assert everything(store) == before


def test_a_newer_reader_reads_again_what_was_stored(store: Store) -> None:
    take(store, *wires(2))
    report = take(store, *wires(2), analysis=hire_the_next())
    assert report.updated == ["w000", "w001"]
    with store.writer() as writer:
        assert {reader for _, reader in writer.stored().values()} == {"invented 2"}


def test_a_newer_reader_knows_a_renamed_wire_by_its_text(store: Store) -> None:
    text = "Ostap says the bridge is shut."
    take(store, wire("old", text))
    assert take(store, wire("new", text), analysis=hire_the_next()).updated == ["old"]


def test_what_is_no_wire_is_a_line_in_the_report(store: Store) -> None:
    report = take(store, WireError("a.txt", "is empty"), *wires(1))
    assert (report.refused, report.added) == ([("a.txt", "is empty")], ["w000"])


def test_an_article_that_breaks_the_analysis_is_refused_alone(store: Store) -> None:
    report = take(store, *wires(20), wire("bad", "Ostap says poison."), wire("last", "Iryna says the road is long."))
    ((name, reason),) = report.refused
    assert (name, "bitter" in reason, len(report.added)) == ("bad", True, 21)


def test_the_store_is_free_while_wires_are_analysed(store: Store) -> None:
    def slow_finder(articles: Iterable[Article]) -> Iterator[Findings]:
        with store.writer() as writer:  # StoreBusy, were the lock held
            assert writer.stored() == {}
        return find(articles)

    assert take(store, *wires(2), analysis=Analyst("invented 1", slow_finder)).added == ["w000", "w001"]


def test_what_another_process_stored_meanwhile_is_not_stored_twice(store: Store) -> None:
    (article,) = wires(1)

    def overtaken(articles: Iterable[Article]) -> Iterator[Findings]:
        take(store, wire("faster", article.text))
        return find(articles)

    report = take(store, article, analysis=Analyst("invented 1", overtaken))
    assert (report.added, report.duplicates) == ([], [("w000", "faster")])


def test_progress_is_told_of_every_wire_once(store: Store) -> None:
    seen: list[int] = []
    everyone: list[Article | WireError] = [*wires(5), WireError("a.txt", "is empty"), *wires(2)]
    ingest_articles(everyone, store, hire(), progress=seen.append, batch=2)
    assert sum(seen) == len(everyone)


def test_batches_are_published_as_they_come(store: Store) -> None:
    graphs: list[int] = []
    ingest_articles(wires(6), store, hire(), progress=lambda _: graphs.append(len(store.view().graphs())), batch=2)
    assert graphs == [2, 4, 6]


def test_no_workers_are_no_number_of_workers() -> None:
    with pytest.raises(BadParameter, match="workers"):
        analysts(None, 0)


def test_any_number_of_workers_gives_the_same(store: Store) -> None:
    articles = [*wires(40), wire("bad", "Ostap says poison.")]
    alone = take(store, *articles)
    for size in (1, 3):
        other = open_store("memory:")
        with Team(hire, size) as team:
            together = take(other, *articles, analysis=team)
        assert together == alone
        assert everything(other) == everything(store)


def test_an_article_that_kills_its_process_is_refused_alone(store: Store) -> None:
    with Team(hire, 2) as team:
        report = take(store, *wires(20), wire("bad", "Ostap says crash."), analysis=team)
    ((name, reason),) = report.refused
    assert (name, "died" in reason, len(report.added)) == ("bad", True, 20)


KILLED = """
import sys
from kg.analysis import Team
from kg.graph.store import open_store
from kg.ingest import ingest_articles
from tests.invented import hire
from tests.test_ingest import wires

if __name__ == "__main__":
    store = open_store(sys.argv[1])
    analysis = Team(hire, 2) if sys.argv[2] == "team" else hire()
    ingest_articles(wires(30), store, analysis, batch=4)
"""


@pytest.mark.parametrize("how", ["alone", "team"])
def test_a_killed_ingest_loses_nothing_and_doubles_nothing(tmp_path: Path, how: str) -> None:
    (tmp_path / "killed.py").write_text(KILLED, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "killed.py"), str(tmp_path / "store"), how]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "INVENTED_SECONDS": "0.2"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            done = wait_for_some(tmp_path / "store", process)
        finally:
            process.kill()
    assert 0 < done < 30  # it was in the middle
    killed, whole = open_store(str(tmp_path / "store")), open_store("memory:")
    report = take(killed, *wires(30))
    assert len(report.added) + len(report.unchanged) == 30
    assert len(report.unchanged) >= done
    take(whole, *wires(30))
    assert everything(killed) == everything(whole)


def wait_for_some(path: Path, process: "subprocess.Popen[str]") -> int:
    """How many articles are seen when the first are."""
    while process.poll() is None:
        if (path / "current").exists() and (graphs := open_store(str(path)).view().graphs()):
            return len(graphs)
        time.sleep(0.05)
    raise AssertionError(f"nothing was published: {process.communicate()[1]}")
