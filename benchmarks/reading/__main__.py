"""The reader's figures on annotated files: attributions, names and trees; words a second and memory on one core.

Files are plain or gzipped: PolNeAR articles and names as JSON lines, trees as CoNLL-U. What is not asked for is left out.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.reading import attributions, memory, names, trees
from benchmarks.reading.table import table
from benchmarks.speed import SAMPLES, measure
from kg.language.pipeline import loaded


def figures(given: argparse.Namespace) -> dict[str, Any]:
    """All that is asked for."""
    found: dict[str, Any] = {}
    if given.rounds:  # memory first, while this process is small
        found["peak_memory_mb"] = memory.peak_mb([given.wires], given.model)
    nlp = loaded(given.model)
    if given.polnear:
        scores = attributions.score(nlp, Path(given.polnear), given.model)
        found |= {"polnear": scores.figures, "polnear_left_out_of_whole": scores.broken}
    if given.names:
        counts = {file: names.score(nlp, Path(file)) for file in given.names}
        found["names"] = {file: every.f1 for file, (every, _) in counts.items()}
        found["names_by_label"] = {
            file: {name: count.f1 for name, count in by.items()} for file, (_, by) in counts.items()
        }
    if given.treebank:
        found["treebank"] = {file: trees.score(nlp, Path(file)) for file in given.treebank}
        found["treebank_own_sentences"] = {
            file: trees.score(nlp, Path(file), own_sentences=True) for file in given.treebank
        }
    if given.rounds:
        found["words_per_second"] = measure([given.wires], given.model, given.rounds)["words_per_second"]
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(
        prog="python -m benchmarks.reading",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.add_argument("--polnear", type=_file, metavar="FILE", help="articles with attributions")
    arguments.add_argument("--names", type=_file, nargs="+", metavar="FILE", help="sentences with names")
    arguments.add_argument("--treebank", type=_file, nargs="+", metavar="FILE", help="documents with trees")
    arguments.add_argument("--wires", default=str(SAMPLES), metavar="PATH", help="to time; by default the samples")
    arguments.add_argument("--rounds", type=int, default=5, help="of timing; with 0 speed and memory are left out")
    arguments.add_argument("--model", metavar="NAME", help="a spaCy pipeline in place of the shipped one")
    arguments.add_argument("--json", action="store_true")
    given = arguments.parse_args()
    found = figures(given)
    print(json.dumps(found, ensure_ascii=False) if given.json else table(found))


def _file(path: str) -> str:
    if not Path(path).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {path}")
    return path


if __name__ == "__main__":
    main()
