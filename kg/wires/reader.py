"""Files, folders, standard input or bytes → articles, the format picked by looking; what is no wire is a WireError."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import WireError
from kg.model import Article
from kg.wires.article import MAX_BYTES
from kg.wires.jsonl import read_line
from kg.wires.plain import read_plain

SUFFIXES = frozenset({".txt", ".jsonl"})
_JSON_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")
_OBJECT = re.compile(rb'\s*\{\s*"')
LOOK = 4096  # bytes that are looked at to pick the format
_MB = f"{MAX_BYTES // 1_000_000} MB"


def read_wires(paths: Iterable[str | Path]) -> Iterator[Article | WireError]:
    """The wires of files, folders (walked in order of name) and "-" (standard input); errors are yielded, not raised."""
    for path in paths:
        if str(path) == "-":
            yield from _read_stream(sys.stdin.buffer, "stdin", "stdin")
        elif Path(path).is_dir():
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path))


def read_bytes(data: bytes, name: str) -> Iterator[Article | WireError]:
    """The wires of one file's bytes. `name` is what the file is called."""
    yield from _read_stream(io.BytesIO(data), _shown(Path(name).stem) or "wire", _shown(name))


def _read_folder(folder: Path) -> Iterator[Article | WireError]:
    problems: list[OSError] = []
    seen = False
    for at, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(at, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                seen = True
                yield from _read_file(path) if path.is_file() or not path.exists() else [_no_file(path)]
    for problem in problems:
        yield _unreadable(str(problem.filename), problem)
    if not seen and not problems:
        yield WireError(_shown(folder), "is a folder without wires; wires are files that end in .txt or .jsonl")


def _read_file(path: Path) -> Iterator[Article | WireError]:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, _shown(path.stem), _shown(path))
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        yield _unreadable(_shown(path), error)


def _no_file(path: Path) -> WireError:
    """The error of a pipe or a device in a folder, which might never end."""
    return WireError(_shown(path), "is no regular file; name it by itself to have it read")


def _read_stream(stream: BinaryIO, name: str, path: str) -> Iterator[Article | WireError]:
    """The wires of one open file, of which no more than one wire stands in memory."""
    head = stream.read(LOOK).removeprefix(_BOM)
    if head.strip() and (Path(path).suffix.lower() in _JSON_SUFFIXES or _OBJECT.match(head)):
        yield from _read_lines(_lines(head, stream), name, path)
    else:
        data = head + stream.read(MAX_BYTES + 1)
        yield _attempt(lambda: read_plain(name, path, _decoded(data, path)))


def _read_lines(lines: Iterable[bytes], name: str, path: str) -> Iterator[Article | WireError]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_json(line, f"{name}-{number}", f"{path}:{number}")


def _read_json(line: bytes, name: str, path: str) -> Article | WireError:
    return _attempt(lambda: read_line(name, path, _decoded(line, path)))


def _lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream whose head is read already; of a line that is too long only as much as shows that."""
    while True:
        line, newline, head = head.partition(b"\n")
        if not newline:
            line += stream.readline(MAX_BYTES + 1)
            if not line:
                return
            if len(line) > MAX_BYTES and not line.endswith(b"\n"):
                _skip_line(stream)
        yield line


def _skip_line(stream: BinaryIO) -> None:
    while (more := stream.readline(MAX_BYTES)) and not more.endswith(b"\n"):
        pass


def _decoded(data: bytes, path: str) -> str:
    if len(data) > MAX_BYTES:
        raise WireError(path, f"is larger than {_MB}, so it is no wire; split it into wires, or leave it out")
    if b"\x00" in data and not data.startswith(_OTHER_BOMS):
        raise WireError(path, "is a binary file; give plain text in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        what = "UTF-16" if data.startswith(_OTHER_BOMS) else f"not UTF-8 (byte {error.start + 1})"
        raise WireError(path, f"is {what}; save it as UTF-8") from None


def _attempt(read: Callable[[], Article]) -> Article | WireError:
    try:
        return read()
    except WireError as error:
        return error


def _unreadable(path: str, error: Exception) -> WireError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return WireError(path, f"cannot be read: {reason}")


def _shown(path: str | Path) -> str:
    """A file's name as text that can be written anywhere, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
