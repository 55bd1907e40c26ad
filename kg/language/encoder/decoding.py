"""Scores → the best sequences of tags: Viterbi's algorithm over many rows at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
BEGINS, GOES_ON = 1, 2  # as in BIO


@dataclass(frozen=True)
class Chain:
    """What it scores for each tag to follow each other, and to stand first."""

    steps: Floats
    opens: Floats

    def best(self, rows: Sequence[Floats]) -> list[Integers]:
        """The best tags of each row, a row being the scores [word, tag] of its words.

        A row's tags depend on no other row: each is found by sums of its own.
        """
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        if not lengths.size or not lengths.max():
            return [np.zeros(0, dtype=np.int64) for _ in rows]
        scores = np.zeros((lengths.max(), len(rows), len(self.opens)), dtype=np.float32)
        for i, row in enumerate(rows):
            scores[: len(row), i] = row
        total, back = self.opens + scores[0], []
        for at in range(1, len(scores)):
            onward = total[:, :, None] + self.steps
            back.append(onward.argmax(1))
            total = np.where((at < lengths)[:, None], onward.max(1) + scores[at], total)
        return self._traced(total.argmax(1), back, lengths)

    @staticmethod
    def _traced(last: Integers, back: list[NDArray[Any]], lengths: Integers) -> list[Integers]:
        tags = np.zeros((len(back) + 1, len(last)), dtype=np.int64)
        tags[-1] = current = last
        every = np.arange(len(last))
        for at in range(len(back) - 1, -1, -1):
            current = np.where(at + 1 < lengths, back[at][every, current], current)
            tags[at] = current
        return [tags[:length, i] for i, length in enumerate(lengths)]


def stretches(tags: Integers) -> Iterator[tuple[int, int]]:
    """The stretches [start, end) that a row of BIO tags marks."""
    start = None
    for i, tag in enumerate([*tags.tolist(), 0]):
        if start is not None and tag != GOES_ON:
            yield start, i
            start = None
        if tag == BEGINS:
            start = i
