"""Attributions as PolNeAR marks them, beside those that are read: exact spans of each role, and whole attributions."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.reading.count import Count
from kg.language import syntax
from kg.language.encoder import ATTRIBUTIONS
from kg.language.pipeline import Reader
from kg.language.reading import Reading
from kg.language.tokens import offsets
from kg.model import Article, Span
from kg.wires.parts import outline
from training.corpora import lines_of

ROLES = ("source", "cue", "content")
OVERLAP = 0.5  # Dice of characters
AT_ONCE = 16  # articles

Pieces = tuple[Span, ...]


class Told(NamedTuple):
    """Who said what by which words; each role in pieces that lie apart, in text order."""

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass
class Scores:
    """F1 of the spans of each role and of whole attributions; how many of gold have no cue or no content."""

    spans: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    whole: Count = field(default_factory=Count)
    broken: int = 0

    def add(self, gold: list[Told], found: list[Told]) -> None:
        """Counts the attributions of one article."""
        for role, count in self.spans.items():
            count.add(*({piece for one in told for piece in getattr(one, role)} for told in (gold, found)))
        sound = [one for one in gold if one.cue and one.content]
        self.broken += len(gold) - len(sound)
        self.whole.right += matching(sound, found)
        self.whole.found += len(found)
        self.whole.gold += len(sound)

    @property
    def figures(self) -> dict[str, float]:
        """F1 in percent."""
        return {**{role: count.f1 for role, count in self.spans.items()}, "whole": self.whole.f1}


def score(nlp: Language, path: Path, model: str | None) -> Scores:
    """The attributions of a file of articles. `model` is what the pipeline is called by; none is the shipped one."""
    scores = Scores()
    articles = [json.loads(line) for line in lines_of(path)]
    texts = [article["text"] for article in articles]
    for article, found in zip(articles, read(nlp, texts, model), strict=True):
        text = article["text"]
        gold = [made(text, {role: one[role] for role in ROLES}) for one in article["attributions"]]
        scores.add(gold, found)
    return scores


def read(nlp: Language, texts: list[str], model: str | None) -> Iterator[list[Told]]:
    """The attributions of each text: the reader's own, else, where it leaves none, those of Dateline's rules."""
    docs = list(nlp.pipe(texts, batch_size=AT_ONCE))
    if any(ATTRIBUTIONS in doc.spans for doc in docs):
        yield from map(by_reader, docs)
    else:
        articles = [Article(str(number), text, outline(text).parts) for number, text in enumerate(texts)]
        yield from map(by_rules, Reader(model).read(articles))


def by_reader(doc: Doc) -> list[Told]:
    """The attributions that a reader has left in a Doc."""
    found: dict[str, dict[str, list[Span]]] = {}
    for span in doc.spans.get(ATTRIBUTIONS, ()):
        found.setdefault(span.id_, {}).setdefault(span.label_.lower(), []).append(offsets(span))
    return [made(doc.text, roles) for roles in found.values()]


def by_rules(reading: Reading) -> list[Told]:
    """The attributions that rules have found; a source is all that hangs on its noun."""
    return [
        made(
            reading.article.text,
            {
                "source": [offsets(syntax.full_phrase(reading.doc[head])) for head in one.sources],
                "cue": [one.cue] if one.cue else [],
                "content": one.content,
            },
        )
        for one in reading.attributions
    ]


def made(text: str, roles: Mapping[str, Iterable[Iterable[int]]]) -> Told:
    """An attribution of loose pieces."""
    return Told(*(joined(text, roles.get(role, ())) for role in ROLES))


def joined(text: str, pieces: Iterable[Iterable[int]]) -> Pieces:
    """Pieces without the blanks at their ends, those that only blanks part made one."""
    found: list[Span] = []
    for start, end in sorted(Span(*piece) for piece in pieces):
        words = text[start:end]
        piece = Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
        if piece.start >= piece.end:
            continue
        if found and not text[found[-1].end : piece.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)


def matching(gold: list[Told], found: list[Told]) -> int:
    """How many match one to one, those that are most alike taken first."""
    pairs = ((likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for alike, i, j in sorted(pairs, key=lambda pair: -pair[0]):
        if alike and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
    return len(taken_gold)


def likeness(gold: Told, found: Told) -> float:
    """The Dice of all roles together; 0 where a role of gold is not met, or a source is found and there is none."""
    if found.source and not gold.source:
        return 0.0
    shares = [dice(*pair) for pair in zip(gold, found, strict=True) if pair[0]]
    return sum(shares) if min(shares, default=0) >= OVERLAP else 0.0


def dice(one: Pieces, other: Pieces) -> float:
    """The share of characters that two sets of pieces, which lie apart in each, have in common."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 2 * shared / sum(piece.end - piece.start for piece in (*one, *other))
