"""Documents → windows with what is to be learnt of them → batches of tensors."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from kg.language.encoder.pairs import distance
from kg.language.encoder.pieces import Pieces
from kg.language.encoder.windows import Window, windows
from training.corpora import Document, Stretch
from training.model import NAMES

UNKNOWN = -1
B, I = 1, 2  # noqa: E741 - as in BIO


@dataclass(frozen=True)
class Labels:
    """The labels of the syntax heads, by number."""

    tags: dict[str, int]
    morphs: dict[str, int]
    labels: dict[str, int]

    @classmethod
    def read(cls, path: Path) -> "Labels":
        """The inventory that `training.prepare` has written."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{kind: {label: i for i, label in enumerate(labels)} for kind, labels in raw.items()})


@dataclass
class Example:
    """A window, and what its document tells of its words."""

    window: Window
    document: Document
    labels: Labels


class TreeBatch(NamedTuple):
    tags: Tensor
    morphs: Tensor
    labels: Tensor
    heads: Tensor  # in the window; the root is the number of the row's padded words
    starts: Tensor
    allowed: Tensor  # [row, word, head]: the words of the same sentence, and the root


class PairBatch(NamedTuple):
    cues: Tensor  # [cue, 3]: row, first and last word
    distances: Tensor  # [cue, word]
    gold: Tensor  # [cue, source or content, word]: BIO


class Batch(NamedTuple):
    """Padded rows, and the gold of the heads that the corpus speaks of."""

    ids: Tensor
    cases: Tensor
    seen: Tensor
    firsts: Tensor
    real: Tensor
    tree: TreeBatch | None
    names: Tensor | None
    silver: bool
    cues: Tensor | None
    pairs: PairBatch | None


def examples(document: Document, pieces: Pieces, labels: Labels, limit: int) -> Iterator[Example]:
    """The windows of a document with at least two words."""
    for window in windows(document.paragraphs, pieces, limit):
        if len(window.words) > 1:
            yield Example(window, document, labels)


def padded(rows: list[list[int]], fill: int = 0) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])


def batch_of(rows: list[Example]) -> Batch:
    """Examples of one corpus as a batch."""
    ids = padded([e.window.ids for e in rows])
    one = rows[0].document
    return Batch(
        ids,
        padded([e.window.cases for e in rows]),
        padded([[1] * len(e.window.ids) for e in rows]).bool(),
        padded([e.window.firsts for e in rows]),
        padded([[1] * len(e.window.words) for e in rows]).bool(),
        _trees(rows) if one.tree else None,
        padded([_names(e) for e in rows]) if all(e.document.names for e in rows) else None,
        one.told is not None,
        padded([_cues(e) for e in rows]) if one.told is not None else None,
        _pairs(rows) if one.told is not None else None,
    )


def _names(example: Example) -> list[int]:
    tags = [(example.document.names or [])[at] for at in example.window.words]
    opens = ["B" + tags[0][1:] if tags[0][0] == "I" else tags[0], *tags[1:]]
    return [NAMES.index(tag) for tag in opens]


def _place(example: Example, stretch: Stretch) -> Stretch | None:
    """A stretch of the document in the window's own count, as far as it lies in it."""
    first, last = example.window.words[0], example.window.words[-1]
    start, end = max(stretch[0], first) - first, min(stretch[1], last + 1) - first
    return (start, end) if start < end else None


def _cues(example: Example) -> list[int]:
    tags = [0] * len(example.window.words)
    for told in example.document.told or []:
        if (place := _place(example, told.cue)) and not any(tags[place[0] : place[1]]):
            tags[place[0] : place[1]] = [B] + [I] * (place[1] - place[0] - 1)
    return tags


def _bio(example: Example, stretches: list[Stretch]) -> list[int]:
    tags = [0] * len(example.window.words)
    for stretch in stretches:
        if place := _place(example, stretch):
            tags[place[0] : place[1]] = [B] + [I] * (place[1] - place[0] - 1)
    return tags


def _pairs(rows: list[Example]) -> PairBatch:
    width = max(len(e.window.words) for e in rows)
    cues: list[list[int]] = []
    distances: list[list[int]] = []
    gold: list[list[list[int]]] = []
    for row, example in enumerate(rows):
        fill = [0] * (width - len(example.window.words))
        of_cue: dict[Stretch, tuple[list[Stretch], list[Stretch]]] = {}
        for told in example.document.told or []:
            if place := _place(example, told.cue):
                source, content = of_cue.setdefault(place, ([], []))
                source += told.source
                content += told.content
        paragraphs = example.window.paragraphs
        for (start, end), (source, content) in of_cue.items():
            cues.append([row, start, end - 1])
            distances.append([*distance(paragraphs, start, end), *fill])
            gold.append([_bio(example, source) + fill, _bio(example, content) + fill])
    empty = torch.zeros(0, dtype=torch.long)
    if not cues:
        return PairBatch(empty, empty, empty)
    return PairBatch(torch.tensor(cues), torch.tensor(distances), torch.tensor(gold))


def _trees(rows: list[Example]) -> TreeBatch:
    width = max(len(e.window.words) for e in rows)
    numbers: dict[str, list[list[int]]] = {kind: [] for kind in ("tags", "morphs", "labels", "heads", "starts")}
    allowed = torch.zeros(len(rows), width, width + 1, dtype=torch.bool)
    for row, example in enumerate(rows):
        tree, at, labels = example.document.tree, example.window.words, example.labels
        assert tree is not None
        first, last = at[0], at[-1]
        numbers["tags"].append([labels.tags.get(tree.tags[i], UNKNOWN) for i in at])
        numbers["morphs"].append([labels.morphs.get(tree.morphs[i], UNKNOWN) for i in at])
        numbers["labels"].append([labels.labels.get(tree.labels[i], UNKNOWN) for i in at])
        numbers["heads"].append([_head(tree.heads[i], i, first, last, width) for i in at])
        numbers["starts"].append([int(tree.starts[i]) for i in at])
        sentence = torch.tensor([int(tree.starts[i]) for i in at]).cumsum(0)
        allowed[row, : len(at), : len(at)] = sentence[:, None] == sentence
        allowed[row, : len(at), width] = True
    tensors = {kind: padded(found, UNKNOWN) for kind, found in numbers.items() if kind != "starts"}
    # A head outside of the window, and a label of such a word, cannot be learnt.
    tensors["labels"] = tensors["labels"].masked_fill(tensors["heads"] == UNKNOWN, UNKNOWN)
    return TreeBatch(**tensors, starts=padded(numbers["starts"]).float(), allowed=allowed)


def _head(head: int, word: int, first: int, last: int, root: int) -> int:
    if head == word:
        return root
    return head - first if first <= head <= last else UNKNOWN
