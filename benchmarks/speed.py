"""Words a second on one core: text to quads, beside the bare language pipeline on the same text in the same run.

Seconds are those of the processor, so that what else the machine does counts little.
"""

import argparse
import json
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.analysis import Analyst, open_analyst
from kg.graph.mapping import quads
from kg.language.pipeline import loaded
from kg.model import Article, Findings
from kg.wires.reader import read_wires

SAMPLES = Path(__file__).parents[1] / "samples"


def measure(paths: list[str], model: str | None = None, rounds: int = 5) -> dict[str, int]:
    """Words a second of both, the medians of as many rounds in turn (A B A B …) after one that is not counted."""
    articles = [wire for wire in read_wires(paths) if isinstance(wire, Article)]
    words = sum(len(article.text.split()) for article in articles)
    analyst, bare = open_analyst(model), loaded(model)
    turns: dict[str, Callable[[], None]] = {
        "words_per_second": lambda: to_quads(paths, analyst),
        "spacy_words_per_second": lambda: _exhaust(bare.pipe(article.text for article in articles)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in turns}
    for _ in range(rounds + 1):
        for name, turn in turns.items():
            seconds[name].append(_timed(turn))
    return {name: round(words / statistics.median(taken[1:])) for name, taken in seconds.items()}


def to_quads(paths: list[str], analyst: Analyst) -> None:
    """The whole way of a wire but for the store: bytes → article → reading → findings → quads."""
    for told in analyst.analyse(wire for wire in read_wires(paths) if isinstance(wire, Article)):
        if isinstance(told, Findings):
            quads(told, analyst.name)


def _exhaust(docs: Iterable[object]) -> None:
    deque(docs, maxlen=0)


def _timed(turn: Callable[[], None]) -> float:
    start = time.process_time()
    turn()
    return time.process_time() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--wires", default=str(SAMPLES), help="a file or folder; by default the samples")
    arguments.add_argument("--model", help="an installed spaCy pipeline in place of the shipped one")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--json", action="store_true")
    given = arguments.parse_args()
    figures = measure([given.wires], given.model, given.rounds)
    if given.json:
        print(json.dumps(figures))
        return
    print(f"text to quads      {figures['words_per_second']:>8,} words a second")
    print(f"language pipeline  {figures['spacy_words_per_second']:>8,} words a second")


if __name__ == "__main__":
    main()
