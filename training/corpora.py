"""The public corpora, each in the form it comes in, read as documents to train and measure on."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

Row = list[str]
Stretch = tuple[int, int]  # words [start, end) of a document


@dataclass
class Tree:
    """Syntax of a document, word by word."""

    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)  # "UPOS|Features"
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # in the document; a root's is itself
    labels: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)  # of sentences


@dataclass
class Told:
    """One attribution: its cue, its source and its content, the latter in any number of pieces."""

    cue: Stretch
    source: list[Stretch]
    content: list[Stretch]


@dataclass
class Document:
    """Words in paragraphs, and what a corpus tells of them; what it does not tell is None."""

    paragraphs: list[list[str]]
    names: list[str] | None = None  # a BIO tag a word
    tree: Tree | None = None
    told: list[Told] | None = None

    @property
    def words(self) -> list[str]:
        return [word for paragraph in self.paragraphs for word in paragraph]


def save(path: Path, documents: Iterable[Document]) -> None:
    """Documents as JSON, one a line."""
    with path.open("w", encoding="utf-8") as stream:
        for document in documents:
            stream.write(json.dumps(asdict(document), ensure_ascii=False) + "\n")


def load(path: Path) -> Iterator[Document]:
    """What `save` has written."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            raw = json.loads(line)
            tree = Tree(**raw["tree"]) if raw["tree"] else None
            told = [Told(**one) for one in raw["told"]] if raw["told"] is not None else None
            yield Document(raw["paragraphs"], raw["names"], tree, told)


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        yield from stream


def treebank(path: Path, chance: random.Random, curly_share: float = 0.0) -> Iterator[Document]:
    """Treebank documents, paragraphs as marked."""
    document, tree = Document([]), Tree()
    for opens, rows, spaces in _sentences(path):
        if opens == "document" and document.paragraphs:
            yield Document(document.paragraphs, tree=tree)
            document, tree = Document([]), Tree()
        if opens or not document.paragraphs:
            document.paragraphs.append([])
        words = [row[1] for row in rows]
        document.paragraphs[-1] += curly(words, spaces) if chance.random() < curly_share else words
        offset = len(tree.tags)
        tree.tags += [row[4] for row in rows]
        tree.morphs += [f"{row[3]}|{'' if row[5] == '_' else row[5]}" for row in rows]
        tree.lemmas += [row[2] for row in rows]
        tree.heads += [offset + (int(row[6]) - 1 if row[6] != "0" else i) for i, row in enumerate(rows)]
        tree.labels += ["ROOT" if row[7] == "root" else row[7] for row in rows]
        tree.starts += [i == 0 for i in range(len(rows))]
    if document.paragraphs:
        yield Document(document.paragraphs, tree=tree)


def _sentences(path: Path) -> Iterator[tuple[str, list[Row], list[bool]]]:
    """Sentences as (whether a document or a paragraph opens, ten-column rows, whether a space follows each word)."""
    rows: list[Row] = []
    spaces: list[bool] = []
    opens, joined_until, last_space = "", 0, True
    for raw in lines_of(path):
        line = raw.rstrip("\n")
        if line.startswith("# newdoc"):
            opens = "document"
        elif line.startswith("# newpar"):
            opens = opens or "paragraph"
        elif not line:
            if rows:
                yield opens, rows, spaces
            opens, rows, spaces, joined_until = "", [], [], 0
        elif not line.startswith("#"):
            row = line.split("\t")
            space = "SpaceAfter=No" not in row[9]
            if "-" in row[0]:
                joined_until, last_space = int(row[0].split("-")[1]), space
            elif "." not in row[0]:
                number = int(row[0])
                rows.append(row)
                spaces.append(last_space if number == joined_until else space and number > joined_until)


def curly(words: list[str], spaces: list[bool]) -> list[str]:
    """The words with typewriter quotation marks turned into curly ones."""
    out, open_double = [], False
    for i, word in enumerate(words):
        if word in {'"', "``", "''"}:
            open_double = not open_double
            out.append("“" if open_double else "”")
        elif word == "'":
            out.append("‘" if i == 0 or spaces[i - 1] else "’")
        else:
            out.append(word.replace("'", "’"))
    return out


def names(path: Path, lines: int, chance: random.Random, curly_share: float = 0.0) -> Iterator[Document]:
    """Sentences of a names corpus, so many a document, each a paragraph of it."""
    document = Document([], names=[])
    for line in lines_of(path):
        raw = json.loads(line)
        words = raw["tokens"]
        document.paragraphs.append(curly(words, [True] * len(words)) if chance.random() < curly_share else list(words))
        document.names = [*(document.names or []), *raw["ner"]]
        if len(document.paragraphs) == lines:
            yield document
            document = Document([], names=[])
    if document.paragraphs:
        yield document


def attributions(path: Path, silver: Path | None, nlp: Language) -> Iterator[Document]:
    """PolNeAR articles, with the names that a machine found in them where `silver` is given."""
    named = {raw["id"]: raw["entities"] for raw in map(json.loads, lines_of(silver))} if silver else {}
    for line in lines_of(path):
        raw = json.loads(line)
        paragraphs, starts, ends = tokenised(raw["text"], nlp)
        told = []
        for one in raw["attributions"]:
            spans = {role: _stretches(one[role], starts, ends) for role in ("cue", "source", "content")}
            if spans["cue"]:
                told.append(Told(spans["cue"][0], spans["source"], spans["content"]))
        yield Document(paragraphs, _silver(named[raw["id"]], starts, ends) if raw["id"] in named else None, told=told)


def tokenised(text: str, nlp: Language) -> tuple[list[list[str]], list[int], list[int]]:
    """A text's paragraphs as words, and where each word starts and ends in the text."""
    paragraphs: list[list[str]] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for line in text.split("\n"):
        tokens = [token for token in nlp.make_doc(line) if not token.is_space]
        if tokens:
            paragraphs.append([token.text for token in tokens])
            starts += [at + token.idx for token in tokens]
            ends += [at + token.idx + len(token) for token in tokens]
        at += len(line) + 1
    return paragraphs, starts, ends


def _stretches(spans: list[list[int]], starts: list[int], ends: list[int]) -> list[Stretch]:
    """Character spans as stretches of the words that they touch; spans that only a space parts become one."""
    found: list[Stretch] = []
    for start, end in sorted(map(tuple, spans)):
        touched = [i for i in range(len(starts)) if starts[i] < end and ends[i] > start]
        if touched and found and touched[0] <= found[-1][1]:
            found[-1] = (found[-1][0], touched[-1] + 1)
        elif touched:
            found.append((touched[0], touched[-1] + 1))
    return found


def _silver(entities: list[list[Any]], starts: list[int], ends: list[int]) -> list[str]:
    tags = ["O"] * len(starts)
    first = {start: i for i, start in enumerate(starts)}
    last = {end: i for i, end in enumerate(ends)}
    for start, end, kind in entities:
        if start in first and end in last and first[start] <= last[end]:
            tags[first[start]] = f"B-{kind}"
            tags[first[start] + 1 : last[end] + 1] = [f"I-{kind}"] * (last[end] - first[start])
    return tags


def tokeniser() -> Language:
    """The tokens that the shipped pipeline works on."""
    return spacy.blank("en")
