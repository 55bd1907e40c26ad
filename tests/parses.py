"""Parses that people wrote → readings: sentences of a `.conllu` file, put together as a wire, on a blank English vocab."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.facts.discovery import find_facts
from kg.language.encoder import ATTRIBUTIONS
from kg.language.pipeline import read, stretches
from kg.language.reading import Reading
from kg.model import Article, Dateline, Findings, Part, PartKind

Row = list[str]
Marks = Mapping[str, list[str]]  # one attribution as an encoder marks it: the words of its CUE, SOURCE and CONTENT
FORM, LEMMA, UPOS, XPOS, HEAD, DEPREL, MISC = 1, 2, 3, 4, 6, 7, 9


@dataclass(frozen=True)
class Wire:
    """Parts of an article as its test writes them: `body` holds a paragraph a line."""

    body: str = ""
    headline: str = ""
    subhead: str = ""
    dateline: str = ""  # "TROMSO, Norway, March 3. /TASS/."
    filed: dt.date | None = dt.date(2031, 3, 3)

    def article(self) -> Article:
        """The article, its text joined as the wires room joins it."""
        text, parts = "", list[Part]()
        for kind, words in self.worded():
            text += "" if not text else " " if parts[-1].kind == "dateline" else "\n\n"
            parts.append(Part(kind, len(text), len(text) + len(words)))
            text += words
        return Article("wire", text, tuple(parts), self.filed_from(parts), "TASS", self.filed)

    def worded(self) -> Iterator[tuple[PartKind, str]]:
        """The parts that there are, with their words."""
        heads: list[tuple[PartKind, str]] = [
            ("headline", self.headline),
            ("subhead", self.subhead),
            ("dateline", self.dateline),
        ]
        yield from ((kind, words) for kind, words in heads if words)
        yield from (("paragraph", line) for line in self.body.splitlines())

    def filed_from(self, parts: list[Part]) -> Dateline | None:
        """The dateline, where the wire has one."""
        part = next((p for p in parts if p.kind == "dateline"), None)
        if part is None:
            return None
        place, *region = (words.strip() for words in self.dateline.split(",")[:-1])
        return Dateline(part.start, part.end, place, region[0] if region else None, self.filed, "TASS")


@dataclass(frozen=True)
class Parses:
    """Parsed sentences by their text."""

    sentences: Mapping[str, list[Row]]

    def reading(self, wire: Wire | str, marks: Iterable[Marks] = ()) -> Reading:
        """A wire as the language room reads it, where an encoder has marked this; a plain text is paragraphs alone."""
        article = (wire if isinstance(wire, Wire) else Wire(wire)).article()
        docs = [self.doc(article.text[p.start : p.end], is_parsed=p.kind != "dateline") for p in article.parts]
        return read(article, marked(joined(article, docs), marks))

    def findings(self, wire: Wire | str) -> Findings:
        """What a wire tells."""
        return find_facts(self.reading(wire))

    def doc(self, text: str, *, is_parsed: bool = True) -> Doc:
        """The parse of a text made of sentences of the file; one token where it has none, as of a dateline."""
        if not is_parsed:
            return Doc(vocab(), words=[text], spaces=[False], pos=["X"], heads=[0], deps=["ROOT"])
        return doc_of([self.sentences[sentence] for sentence in self.split(text)])

    def split(self, text: str) -> Iterator[str]:
        """A text as sentences of the file."""
        while text:
            fit = [s for s in self.sentences if text == s or text.startswith(f"{s} ")]
            if not fit:
                raise KeyError(f"no parse of: {text}")
            yield max(fit, key=len)
            text = text[len(max(fit, key=len)) :].lstrip()


def joined(article: Article, docs: list[Doc]) -> Doc:
    """The parts of an article as one Doc whose text is the article's, what lies between them being one token each."""
    parts = iter(docs)
    pieces = [next(parts) if is_part else gap(article.text[s:e]) for s, e, is_part in stretches(article)]
    return Doc.from_docs(pieces or [gap("")], ensure_whitespace=False)


def gap(text: str) -> Doc:
    """What stands between two parts, as a sentence of one token."""
    return Doc(vocab(), words=[text], spaces=[False], pos=["SPACE"], heads=[0], deps=["ROOT"])


def marked(doc: Doc, marks: Iterable[Marks]) -> Doc:
    """A Doc with attributions marked in it as the encoder marks them, where their words stand first."""
    doc.spans[ATTRIBUTIONS] = [
        labelled(doc, words, label, str(number))
        for number, attribution in enumerate(marks)
        for label, each in attribution.items()
        for words in each
    ]
    return doc


def labelled(doc: Doc, words: str, label: str, number: str) -> Span:
    """Words of a Doc as one span of an attribution."""
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words))
    assert span is not None, f"cut through a token: {words}"
    return Span(doc, span.start, span.end, label=label, span_id=number)


@cache
def vocab() -> Vocab:
    """A blank English vocab: nothing learnt."""
    return spacy.blank("en").vocab


@cache
def parses(path: Path) -> Parses:
    """The sentences of a CoNLL-U file: ten columns, `SpaceAfter=No` and names (`Name=B-PER`) in the last."""
    found: dict[str, list[Row]] = {}
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        assert "".join(row[FORM] + space_after(row) for row in rows).rstrip() == text
        found[text] = rows
    return Parses(found)


def space_after(row: Row) -> str:
    return "" if "SpaceAfter=No" in row[MISC] else " "


def name_of(row: Row) -> str:
    """The name that a word is part of, in IOB."""
    return next((note.removeprefix("Name=") for note in row[MISC].split("|") if note.startswith("Name=")), "O")


def doc_of(sentences: list[list[Row]]) -> Doc:
    """Sentences as one Doc, with no space at its end."""
    rows = [row for sentence in sentences for row in sentence]
    starts: list[bool | int | None] = [i == 0 for sentence in sentences for i, _ in enumerate(sentence)]
    offsets = [len([row for s in sentences[:n] for row in s]) for n, s in enumerate(sentences) for _ in s]
    return Doc(
        vocab(),
        words=[row[FORM] for row in rows],
        spaces=[bool(space_after(row)) for row in rows[:-1]] + [False],
        lemmas=[row[LEMMA] for row in rows],
        pos=[row[UPOS] for row in rows],
        tags=[row[XPOS] for row in rows],
        heads=[
            i if row[HEAD] == "0" else o + int(row[HEAD]) - 1
            for i, (row, o) in enumerate(zip(rows, offsets, strict=True))
        ],
        deps=["ROOT" if row[DEPREL] == "root" else row[DEPREL] for row in rows],
        sent_starts=starts,
        ents=[name_of(row) for row in rows],
    )
