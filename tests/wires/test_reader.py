"""Files, folders, standard input and bytes into articles and errors."""

import io
import json
import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import WireError
from kg.model import Article
from kg.wires.article import MAX_BYTES
from kg.wires.reader import read_bytes, read_wires

WIRE = "Narvik stays open\n\nOSLO, March 3. /TASS/. The port will stay open, said Harbor Master Nils Brandvik."
LINE = json.dumps({"text": WIRE})


def one(data: bytes, name: str = "wire.txt") -> Article | WireError:
    (found,) = read_bytes(data, name)
    return found


def reason(data: bytes, name: str = "wire.txt") -> str:
    found = one(data, name)
    assert isinstance(found, WireError)
    assert found.path.startswith(name)
    return found.reason


def test_a_text_file_is_named_by_its_stem(tmp_path: Path) -> None:
    (tmp_path / "narvik.open.txt").write_text(WIRE, encoding="utf-8-sig")
    (article,) = read_wires([tmp_path / "narvik.open.txt"])
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("narvik.open", WIRE)


def test_json_lines_are_named_by_file_and_line_and_one_bad_line_spoils_no_other() -> None:
    found = list(read_bytes(f'{LINE}\n\n{{"id": \n{LINE}\n'.encode(), "batch.jsonl"))
    assert [x.id if isinstance(x, Article) else x.path for x in found] == ["batch-1", "batch.jsonl:3", "batch-4"]


def test_the_format_is_picked_by_looking() -> None:
    assert isinstance(one(LINE.encode(), "upload"), Article)
    assert isinstance(one(b"\xef\xbb\xbf" + LINE.encode(), "upload.txt"), Article)
    assert "broken JSON" in reason(b"Narvik stays open", "wires.jsonl")


def test_folders_are_walked_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "c.txt", "notes.md", ".git/x.txt", "a/.hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(WIRE)
    (tmp_path / "d.jsonl").write_text(LINE)
    found = [x.id for x in read_wires([tmp_path]) if isinstance(x, Article)]
    assert found == ["c", "d-1", "1", "2"]


def test_a_folder_without_wires_says_so(tmp_path: Path) -> None:
    (error,) = read_wires([tmp_path])
    assert isinstance(error, WireError)
    assert ".txt or .jsonl" in error.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (error,) = read_wires([tmp_path])
    assert isinstance(error, WireError)
    assert "no regular file" in error.reason


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINE.encode())))
    (article,) = read_wires(["-"])
    assert isinstance(article, Article)
    assert article.id == "stdin-1"


def test_a_missing_file_does_not_stop_the_batch(tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text(WIRE)
    error, article = read_wires([tmp_path / "none.txt", tmp_path / "w.txt"])
    assert isinstance(error, WireError)
    assert "cannot be read" in error.reason
    assert isinstance(article, Article)


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_file_name_that_is_no_text_still_names_the_wire(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"w\xff.txt")  # noqa: PTH118 (a Path holds no bytes)
    Path(os.fsdecode(path)).write_text(WIRE)
    (article,) = read_wires([tmp_path])
    assert isinstance(article, Article)
    assert article.id.encode("utf-8").startswith(b"w")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x7fELF\x02\x00\x00\x01" * 20, "binary"),
        ("Порт открыт".encode("cp1251"), "UTF-8"),
        ("The café is open.".encode("latin-1"), "byte 8"),
        (WIRE.encode("utf-16"), "UTF-16"),
        ("Министр заявил, что порт останется открытым.".encode(), "English"),
        (b"The port \x02 is open.", "U+0002"),
    ],
)
def test_what_is_no_wire_says_why(data: bytes, words: str) -> None:
    assert words in reason(data)


def test_a_text_of_50_mb_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"The port is open. " * 2_800_000)
    tracemalloc.start()
    (error,) = read_wires([path])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(error, WireError)
    assert "larger than 1 MB" in error.reason
    assert most < 5 * MAX_BYTES


def test_a_line_that_is_too_large_is_refused_and_the_next_one_read() -> None:
    long = json.dumps({"text": "The port is open. " * 150_000})
    error, article = read_bytes(f"{long}\n{LINE}".encode(), "batch.jsonl")
    assert isinstance(error, WireError)
    assert error.path == "batch.jsonl:1"
    assert isinstance(article, Article)
    assert article.id == "batch-2"


def test_a_batch_may_be_larger_than_one_wire() -> None:
    line = json.dumps({"text": WIRE + " The port is open, he said." * 5000})
    count = 2 * MAX_BYTES // len(line) + 1
    found = sum(isinstance(x, Article) for x in read_bytes((line + "\n").encode() * count, "batch.jsonl"))
    assert found == count


def check(found: Article | WireError) -> None:
    if isinstance(found, WireError):
        assert found.reason
        return
    position = 0
    for part in found.parts:
        assert position <= part.start < part.end <= len(found.text)
        assert found.text[part.start : part.end].strip() == found.text[part.start : part.end]
        position = part.end
    if found.dateline:
        assert ("dateline", found.dateline.start, found.dateline.end) in found.parts
    found.text.encode("utf-8")
    found.id.encode("utf-8")


@given(st.binary(), st.sampled_from(["w.txt", "w.jsonl", "w", ""]))
def test_any_bytes_give_an_article_or_an_error(data: bytes, name: str) -> None:
    found = list(read_bytes(data, name))
    assert found or (name == "w.jsonl" and not data.strip())
    for wire in found:
        check(wire)


PIECES = [
    "All news",
    "Narvik stays open",
    "OSLO",
    "OSLO, March 3. /TASS/.",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "___",
    "“",
    "* ",
]
PIECES += ["The port is open, he said.", "(Reporting by Liv Strand)", "By Liv Strand", "OSLO (AP) —", "and the wind"]


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.booleans())
def test_any_order_of_the_pieces_of_a_wire_gives_parts_in_order(text: str, as_json: bool) -> None:
    data = json.dumps({"text": text}) if as_json else text
    for wire in read_bytes(data.encode(), "w.jsonl" if as_json else "w.txt"):
        check(wire)
        if as_json and isinstance(wire, Article):
            assert wire.text == text
