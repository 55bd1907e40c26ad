"""Fits the judge of wrongs: `python -m training.judge DATA WIRES`; prints what it is worth, writes judge.npz beside the reader.

`wrongs.jsonl` tells by document and offset which deeds were judged by reading and which of them are told as wrongs. The
judge reads the vectors of the shipped encoder, so it is fitted anew when that changes.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.language.allegations.court import Court
from kg.language.allegations.deed import deeds_in
from kg.language.allegations.judge import features
from kg.language.pipeline import Reader
from kg.language.reading import Reading
from training.judged import articles

MARKS = Path(__file__).with_name("wrongs.jsonl")
WEIGHTS = Path(__file__).parents[1] / "kg" / "language" / "weights" / "judge.npz"
HOLD = {"vectors": 300.0, "facts": 30.0}  # how strongly weights are drawn to nothing
ROUNDS, FOLDS = 12, 5
POINTS = (0.2, 0.3, 0.4, 0.5, 0.6)

Floats = NDArray[np.float64]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cli.add_argument("data", type=Path, help="the folder with polnear/, names/ and re3d/")
    cli.add_argument("wires", type=Path, help="the single wires, as JSON Lines")
    given = cli.parse_args()
    marks = {line["document"]: line for line in map(json.loads, MARKS.open(encoding="utf-8"))}
    found = [example for reading in readings(given.data, given.wires, set(marks)) for example in judged(reading, marks)]
    x, y = np.array([f for f, _, _ in found], dtype=np.float64), np.array([w for _, w, _ in found], dtype=np.float64)
    print(f"{len(y)} deeds of {len(marks)} documents, {int(y.sum())} told as wrongs")
    report(y, held_out(x, y, [document for _, _, document in found]))
    weight, bias = fitted(x, y)
    np.savez(WEIGHTS, allow_pickle=False, weight=weight.astype(np.float32), bias=np.float32(bias))


def readings(data: Path, wires: Path, wanted: set[str]) -> Iterator[Reading]:
    """The documents that hold marks, read."""
    return Reader().read(article for article in articles(data, wires) if article.id in wanted)


def judged(reading: Reading, marks: dict[str, dict[str, list[int]]]) -> Iterator[tuple[NDArray[np.float32], bool, str]]:
    """The features of each deed that was judged, whether it is told as a wrong, and its document."""
    mark = marks[reading.article.id]
    seen, wrong = set(mark["judged"]), set(mark["wrong"])
    court = Court(reading.doc, reading.attributions, reading.referents, [])
    for deed in deeds_in(court, reading.article):
        if deed.head.idx in seen:
            yield features(court, deed), deed.head.idx in wrong, reading.article.id


def fitted(x: Floats, y: Floats) -> tuple[Floats, float]:
    """The weights and the bias of a logistic regression by Newton's method, the features brought to one scale."""
    mean, scale = x.mean(0), x.std(0) + 1e-6
    z = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    hold = np.full(z.shape[1], HOLD["vectors"])
    hold[vector_width(x) :] = HOLD["facts"]
    hold[-1] = 1e-6
    w = np.zeros(z.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-z @ w))
        curve = (z * (p * (1 - p))[:, None]).T @ z + np.diag(hold)
        w += np.linalg.solve(curve, z.T @ (y - p) - hold * w)
    weight = w[:-1] / scale
    return weight, float(w[-1] - weight @ mean)


def vector_width(x: Floats) -> int:
    """How many of the features are of the encoder's vectors: those before the first that is always a whole number."""
    whole = (x == np.round(x)).all(0)
    return int(np.argmax(whole))


def held_out(x: Floats, y: Floats, documents: list[str]) -> Floats:
    """The likelihood of each deed by a judge that has not seen its document."""
    number = {document: i for i, document in enumerate(dict.fromkeys(documents))}
    fold = np.random.default_rng(0).integers(0, FOLDS, len(number))[[number[d] for d in documents]]
    likely = np.zeros(len(y))
    for k in range(FOLDS):
        weight, bias = fitted(x[fold != k], y[fold != k])
        likely[fold == k] = 1 / (1 + np.exp(-(x[fold == k] @ weight + bias)))
    return likely


def report(y: Floats, likely: Floats) -> None:
    """Average precision, and precision and recall from some likelihoods on."""
    ranked = y[np.argsort(-likely)]
    precise = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    print(f"average precision {100 * (precise * ranked).sum() / ranked.sum():.1f} (by chance {100 * y.mean():.1f})")
    for point in POINTS:
        taken = likely >= point
        print(f"from {point}: precision {100 * y[taken].mean():.1f}, recall {100 * y[taken].sum() / y.sum():.1f}")


if __name__ == "__main__":
    main()
