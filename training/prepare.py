"""Public corpora → training files: `python -m training.prepare DATA`."""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from training import corpora
from training.corpora import Document

WORK = Path(__file__).parent / "work"
CURLY_SHARE = 0.4  # wires mix typewriter and curly quotation marks, the treebanks hardly do
SEEN_OFTEN = 3  # a label seen less is left out
POLITICS_SHARE = 4  # times that the small politics corpus is read for each time of the others


def write(name: str, documents: Iterable[Document]) -> list[Document]:
    """Documents written to training/work, and counted aloud."""
    found = list(documents)
    corpora.save(WORK / f"{name}.jsonl", found)
    print(f"{name}: {len(found)} documents, {sum(len(d.words) for d in found)} words")
    return found


def inventory(documents: list[Document]) -> dict[str, list[str]]:
    """The labels that the heads choose from, the most frequent first."""
    seen: dict[str, Counter[str]] = {kind: Counter() for kind in ("tags", "morphs", "labels")}
    for document in documents:
        if tree := document.tree:
            seen["tags"].update(tree.tags)
            seen["morphs"].update(tree.morphs)
            seen["labels"].update(tree.labels)
    return {kind: [label for label, n in counts.most_common() if n >= SEEN_OFTEN] for kind, counts in seen.items()}


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path, help="the folder that holds treebank/, names/ and polnear/")
    data = cli.parse_args().data
    WORK.mkdir(exist_ok=True)
    nlp, chance = corpora.tokeniser(), random.Random(0)
    trees = write("syntax", corpora.treebank(data / "treebank" / "train.conllu.gz", chance, CURLY_SHARE))
    (WORK / "labels.json").write_text(json.dumps(inventory(trees), indent=0), encoding="utf-8")
    politics = list(corpora.names(data / "names" / "politics.train.jsonl.gz", 4, chance))
    reuters = corpora.names(data / "names" / "conll2003.train.jsonl.gz", 24, chance, CURLY_SHARE)
    write("names", [*reuters, *POLITICS_SHARE * politics])
    polnear = data / "polnear"
    write("speech", corpora.attributions(polnear / "train.jsonl.gz", polnear / "train.silver_names.jsonl.gz", nlp))


if __name__ == "__main__":
    main()
