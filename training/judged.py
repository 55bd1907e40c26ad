"""The news that the judge learns from: the wires of CoNLL-2003 put together again, PolNeAR, re3d and single wires, as articles."""

import datetime as dt
import gzip
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.errors import WireError
from kg.model import Article
from kg.wires.reader import read_wires

Json = dict[str, Any]
DAY = re.compile(r"(19|20)\d\d-\d\d-\d\d")
POLITICAL = re.compile(r"\b(government|minister|president|rebels?|army|opposition|police|court)\b")
SCORE, SCORES = re.compile(r"\d-\d"), 6  # more of them than that, and a wire is about sport
SHORTEST = 500  # characters of a wire's body
CLINGS = re.compile(r"[,.;:?!%)\]]|'s|n't|'re|'ve|'ll|'d|'m|\.\.\.")


def articles(data: Path, wires: Path) -> Iterator[Article]:
    """All documents, as Dateline reads them, in the order of the corpora."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for document in (*lines(wires), *re3d(data), *conll(data), *polnear(data)):
            file.write(json.dumps(document) + "\n")
        file.flush()
        yield from (article for article in read_wires([file.name]) if not isinstance(article, WireError))


def lines(path: Path) -> Iterator[Json]:
    """The objects of a file of JSON Lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def re3d(data: Path) -> Iterator[Json]:
    """The documents of re3d, numbered."""
    for number, document in enumerate(lines(data / "re3d" / "dev.jsonl.gz")):
        yield {"id": f"re3d-{number}", "text": document["text"]}


def polnear(data: Path) -> Iterator[Json]:
    """The train part of PolNeAR."""
    for document in lines(data / "polnear" / "train.jsonl.gz"):
        yield {"id": f"pol-{document['id']}", "text": document["text"]}


def conll(data: Path) -> Iterator[Json]:
    """The political wires of CoNLL-2003's train part: each begins at a sentence that is a place and a day."""
    sentences = [each["tokens"] for each in lines(data / "names" / "conll2003.train.jsonl.gz")]
    starts = [i for i, words in enumerate(sentences) if len(words) <= 5 and DAY.fullmatch(words[-1])]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(sentences) + 1], strict=True)):
        told = [written(words) for words in sentences[start + 1 : end - 1]]  # the last is the next one's headline
        body = " ".join(told)
        if len(body) < SHORTEST or not POLITICAL.search(body) or len(SCORE.findall(body)) > SCORES:
            continue
        *place, day = sentences[start]
        yield {"id": f"conll-{number}", "published": day, "text": wire(headline(sentences, start), place, day, told)}


def headline(sentences: list[list[str]], at: int) -> str:
    """The headline above the place and day at `at`; a line of up to three words between them is the reporter's name."""
    above = sentences[at - 1] if at and len(sentences[at - 1]) > 3 else sentences[at - 2] if at > 1 else []
    return written(above)


def wire(head: str, place: list[str], day: str, told: list[str]) -> str:
    """A wire in the form of Reuters', two sentences a paragraph."""
    filed = dt.date.fromisoformat(day)
    paragraphs = "\n\n".join(" ".join(told[i : i + 2]) for i in range(0, len(told), 2))
    return f"{head}\n\n{written(place)}, {filed:%B} {filed.day} (Reuters) - {paragraphs}"


def written(words: Iterable[str]) -> str:
    """Words as running text."""
    out, is_open = "", False
    for word in words:
        if word == '"':
            out += '"' if is_open or not out else ' "'
            is_open = not is_open
        elif out and (CLINGS.fullmatch(word) or out.endswith(("(", "$")) or (out.endswith('"') and is_open)):
            out += word
        else:
            out += (" " if out else "") + word
    return out
