"""A store on disk: what is on it, who may open it, and what a killed process leaves."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from kg.errors import StoreBusy, StoreError
from kg.graph import disk, layout
from kg.graph.store import Store, open_store
from ontology.minting import article_iri
from ontology.terms import DL

SIZE = 200  # quads of an article
COUNTS = f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s <{DL.name}> ?o }} }} GROUP BY ?g"
# Another process: writes articles, each again and again with other words, saying which it has begun.
WRITES = f"""
import itertools, sys
from pyoxigraph import Literal, NamedNode, Quad
from kg.graph.store import open_store
from ontology.minting import article_iri
from ontology.terms import DL

with open_store(sys.argv[1], wait_seconds=30).writer() as writer:
    print("writing", flush=True)
    for turn in itertools.count():
        article = f"a{{turn % 7}}"
        node = NamedNode(article_iri(article))
        words = [Literal(f"{{turn}} {{n}}") for n in range({SIZE})]
        writer.replace(article, [Quad(node, NamedNode(DL.name), each, node) for each in words])
        if turn % 20 == 19 and sys.argv[2] == "publish":
            writer.publish()
        print(turn, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "store"


@contextmanager
def other_writer(path: Path, what: str = "commit") -> Iterator[subprocess.Popen[str]]:
    """Another process in the middle of writing, killed at the end."""
    command = [sys.executable, "-c", WRITES, str(path), what]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=Path(disk.__file__).parents[2]
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "writing\n"
        try:
            yield process
        finally:
            process.kill()


def follow(process: subprocess.Popen[str], turns: int) -> int:
    """Waits until so many articles were written; gives the last of them."""
    assert process.stdout
    return [int(process.stdout.readline()) for _ in range(turns)][-1]


def write(store: Store, article: str, *names: str) -> None:
    node = NamedNode(article_iri(article))
    with store.writer() as writer:
        writer.replace(article, [Quad(node, NamedNode(DL.name), Literal(name), node) for name in names])


def snapshots(path: Path) -> list[int]:
    return sorted(int(each.name) for each in (path / "snapshots").iterdir())


def sizes(store: Store) -> set[object]:
    return {row[1] for row in store.view().select(COUNTS).rows}


def test_the_layout_is_what_the_documents_say(path: Path) -> None:
    write(open_store(str(path)), "one", "Anna")
    assert sorted(each.name for each in path.iterdir()) == ["current", "format", "snapshots", "store"]
    assert (path / "format").read_text() == layout.FORMAT
    assert (path / "current").read_text() == "1"
    assert open_store(str(path)).view().snapshot == path / "snapshots" / "1"


def test_reading_what_is_not_there_makes_nothing(path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        open_store(str(path)).view()
    assert not path.exists()


def test_an_empty_folder_becomes_a_store(path: Path) -> None:
    path.mkdir(parents=True)
    write(open_store(str(path)), "one", "Anna")
    assert sizes(open_store(str(path))) == {1}


def test_a_folder_of_other_things_is_no_store_and_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "letters.txt").write_text("Dear Anna")
    with pytest.raises(StoreError, match="is no Dateline store"):
        open_store(str(path))
    assert [each.name for each in path.iterdir()] == ["letters.txt"]


def test_a_file_is_no_store(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("words")
    with pytest.raises(StoreError, match="is no Dateline store"):
        open_store(str(path))


def test_a_store_where_none_can_be_made_is_a_clear_error(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("words")
    with pytest.raises(StoreError, match="no store can be made"), open_store(str(path / "below")).writer():
        pass


@pytest.mark.parametrize("found", ["2", "", "1.5 beta", "\xff"])
def test_a_format_of_another_time_is_refused(path: Path, found: str) -> None:
    write(open_store(str(path)), "one", "Anna")
    (path / "format").write_text(found, encoding="latin-1")
    with pytest.raises(StoreError, match="has the format"):
        open_store(str(path))


def test_a_pointer_that_says_nothing_is_a_clear_error(path: Path) -> None:
    write(open_store(str(path)), "one", "Anna")
    (path / "current").write_text("newest")
    with pytest.raises(StoreError, match="current cannot be read"):
        open_store(str(path)).view()


def test_a_lost_snapshot_is_a_clear_error_and_the_next_writer_makes_another(path: Path) -> None:
    write(open_store(str(path)), "one", "Anna")
    shutil.rmtree(path / "snapshots" / "1")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(path)).view()
    write(open_store(str(path)), "two", "Boris")
    assert len(open_store(str(path)).view().graphs()) == 2


def test_a_spoilt_store_is_a_clear_error(path: Path) -> None:
    write(open_store(str(path)), "one", "Anna")
    for folder in (path / "store", path / "snapshots" / "1"):
        (folder / "CURRENT").write_text("MANIFEST-999999\n")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(path)).view()
    with pytest.raises(StoreError, match="cannot be opened"), open_store(str(path)).writer():
        pass


def test_a_store_that_was_only_prepared_is_empty(path: Path) -> None:
    layout.Layout(path).prepare()
    view = open_store(str(path)).view()
    assert (view.graphs(), view.snapshot) == ([], None)


def test_a_store_made_anew_at_the_same_place_is_another_state(path: Path) -> None:
    store = open_store(str(path))
    write(store, "one", "Anna")
    revision = store.view().revision
    shutil.rmtree(path)
    write(open_store(str(path)), "one", "Anna", "Boris")
    assert store.view().revision != revision
    assert sizes(store) == {2}


def test_opening_and_leaving_publishes_nothing_new(path: Path) -> None:
    write(open_store(str(path)), "one", "Anna")
    write(open_store(str(path)), "one", "Anna")
    with open_store(str(path)).writer() as writer:
        writer.publish()
    assert snapshots(path) == [1]


def test_old_snapshots_go_but_the_newest_and_the_young_stay(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(path))
    for number in range(5):
        write(store, "one", str(number))
    assert snapshots(path) == [1, 2, 3, 4, 5]
    monkeypatch.setattr(layout, "YOUNG_SECONDS", 0.0)
    write(store, "one", "last")
    assert snapshots(path) == [4, 5, 6]


def test_a_snapshot_that_is_being_read_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "YOUNG_SECONDS", 0.0)
    store, reader = open_store(str(path)), open_store(str(path))
    write(store, "one", "Anna")
    view = reader.view()
    for number in range(5):
        write(store, "one", str(number))
    assert view.snapshot
    assert snapshots(path) == [1, 4, 5, 6]
    assert len(Oxigraph.read_only(str(view.snapshot))) == 1  # as a worker process would open it
    del view
    reader.close()
    write(store, "one", "last")
    assert snapshots(path) == [5, 6, 7]


def test_what_a_killed_publish_left_half_made_is_swept_away(path: Path) -> None:
    write(open_store(str(path)), "one", "Anna")
    for left in ("2", "2.tmp", "7"):
        (path / "snapshots" / left).mkdir()
    write(open_store(str(path)), "one", "Boris")
    assert snapshots(path) == [1, 2]
    assert sizes(open_store(str(path))) == {1}


def test_a_long_log_is_shortened_while_writing_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LOG_LIMIT", 0)
    store = open_store(str(path), wait_seconds=0.2)
    with store.writer() as writer:
        for number in range(3):
            node = NamedNode(article_iri(f"a{number}"))
            writer.replace(f"a{number}", [Quad(node, NamedNode(DL.name), Literal("x"), node)])
            writer.publish()
        assert len(writer.select(COUNTS).rows) == 3
        with pytest.raises(StoreBusy), store.writer():
            pass
    assert len(store.view().graphs()) == 3


def test_a_second_process_that_writes_is_told_to_wait(path: Path) -> None:
    with other_writer(path):
        started = time.monotonic()
        with (
            pytest.raises(StoreBusy, match="another process is writing"),
            open_store(str(path), wait_seconds=0.3).writer(),
        ):
            pass
        assert 0.3 <= time.monotonic() - started < 5


def test_a_writer_waits_for_another_that_ends_in_time(path: Path) -> None:
    with other_writer(path) as process:
        follow(process, 3)
        process.send_signal(signal.SIGINT)  # as Ctrl-C does: leaves the writer in good order
        write(open_store(str(path), wait_seconds=10), "mine", "Anna")
    assert len(open_store(str(path)).view().graphs()) >= 4


def test_a_kill_in_the_middle_of_writing_leaves_whole_articles_and_loses_none(path: Path) -> None:
    with other_writer(path) as process:
        last = follow(process, 12)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    store = open_store(str(path))
    assert store.view().graphs() == []  # nothing was published
    with store.writer():
        pass
    assert sizes(store) == {SIZE}
    turns = {str(row[0]).split()[0] for row in store.view().select(f"SELECT ?o WHERE {{ ?s <{DL.name}> ?o }}").rows}
    assert len(turns) == 7
    assert max(map(int, turns)) >= last


def test_kills_at_any_moment_leave_a_store_that_opens(path: Path) -> None:
    seen = 0
    for turns in (1, 20, 21, 45):
        with other_writer(path, "publish") as process:
            follow(process, turns)
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        assert sizes(open_store(str(path))) <= {SIZE}
        with open_store(str(path)).writer():
            pass
        assert sizes(open_store(str(path))) == {SIZE}
        assert len(open_store(str(path)).view().graphs()) >= seen
        seen = len(open_store(str(path)).view().graphs())


def test_readers_go_on_and_follow_while_another_process_writes(path: Path) -> None:
    write(open_store(str(path)), "one", "Anna")
    store = open_store(str(path))
    first = store.view()
    revisions = {first.revision}
    with other_writer(path, "publish") as process:
        for _ in range(6):
            follow(process, 20)
            view = store.view()
            assert {row[1] for row in view.select(COUNTS).rows} <= {1, SIZE}
            revisions.add(view.revision)
    assert len(revisions) > 2
    assert len(first.select(COUNTS).rows) == 1
