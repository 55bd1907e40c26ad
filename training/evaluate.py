"""How well the shipped weights read the dev parts: `python -m training.evaluate DATA`; writes figures.json beside them.

The figures are those of `benchmarks.reading`, by its rules; those of the model card are filled in from the same file.
"""

import argparse
import json
import random
from pathlib import Path
from typing import Any

from spacy.language import Language

from benchmarks.reading import attributions, names, trees
from benchmarks.reading.count import share
from benchmarks.reading.documents import as_doc
from kg.language.encoder.component import WEIGHTS
from kg.language.pipeline import loaded
from training import corpora

FIGURES, CARD = "figures.json", "MODEL_CARD.md"
OPENS, CLOSES = "<!-- figures -->", "<!-- /figures -->"


def figures(nlp: Language, data: Path) -> dict[str, Any]:
    """The figures of each corpus, in percent."""
    treebank = data / "treebank" / "dev.conllu.gz"
    speech = attributions.score(nlp, data / "polnear" / "dev.jsonl.gz", None)
    found: dict[str, Any] = {"PolNeAR": speech.figures}
    for title, name in (("CoNLL-2003", "conll2003"), ("CrossNER politics", "politics")):
        every, by_label = names.score(nlp, data / "names" / f"{name}.dev.jsonl.gz")
        found[title] = {"F1": every.f1, **{label: count.f1 for label, count in sorted(by_label.items())}}
    given, own = trees.score(nlp, treebank), trees.score(nlp, treebank, own_sentences=True)
    found["EWT and GUM"] = {
        **words(nlp, treebank),
        "UAS": given["uas"],
        "LAS": given["las"],
        "UAS, sentences found": own["uas"],
        "LAS, sentences found": own["las"],
    }
    return found


def words(nlp: Language, path: Path) -> dict[str, float]:
    """How many words of a treebank have the right tag, part of speech and lemma."""
    right, every = {"tags": 0, "parts of speech": 0, "lemmas": 0}, 0
    for document in corpora.treebank(path, random.Random(0)):
        tree = document.tree or corpora.Tree()
        bare, places = as_doc(nlp.vocab, document.paragraphs, None)
        doc = nlp(bare)
        for place, tag, morph, lemma in zip(places, tree.tags, tree.morphs, tree.lemmas, strict=True):
            token = doc[place]
            right["tags"] += token.tag_ == tag
            right["parts of speech"] += token.pos_ == morph.split("|", 1)[0]
            right["lemmas"] += token.lemma_ == lemma
        every += len(places)
    return {name: share(count, every) for name, count in right.items()}


def rows(found: dict[str, dict[str, float]]) -> str:
    """The figures as the rows of the model card's table."""
    told = {corpus: " · ".join(f"{name} {value}" for name, value in of.items()) for corpus, of in found.items()}
    lines = [
        "| corpus (dev part) | figures |",
        "|---|---|",
        *(f"| {corpus} | {line} |" for corpus, line in told.items()),
    ]
    return "\n".join(lines)


def shown(card: str, found: dict[str, dict[str, float]]) -> str:
    """The model card with these figures in it."""
    before, rest = card.split(OPENS)
    return f"{before}{OPENS}\n{rows(found)}\n{CLOSES}{rest.split(CLOSES)[1]}"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path, help="the folder that holds treebank/, names/ and polnear/")
    found = figures(loaded(), cli.parse_args().data)
    (WEIGHTS / FIGURES).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    card = WEIGHTS / CARD
    card.write_text(shown(card.read_text(encoding="utf-8"), found), encoding="utf-8")
    print(rows(found))


if __name__ == "__main__":
    main()
