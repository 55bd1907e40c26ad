"""How well a pipeline reads: `python -m training.evaluate PIPELINE`, on what `training.prepare` has made; figures as JSON."""

import argparse
import json

import spacy
from spacy.tokens import DocBin
from spacy.training import Example

from training.prepare import WORK


def examples(nlp: spacy.language.Language, name: str) -> list[Example]:
    """The documents of one corpus, each to be read anew from its bare text."""
    bin_ = DocBin().from_disk(WORK / f"{name}.spacy")
    return [Example(nlp.make_doc(doc.text), doc) for doc in bin_.get_docs(nlp.vocab)]


def percent(value: float) -> float:
    return round(100 * value, 1)


def figures(nlp: spacy.language.Language) -> dict[str, object]:
    """Tagging and attachment on the treebank's dev part; names on two dev parts, exact spans, by label."""
    syntax = nlp.evaluate(examples(nlp, "syntax.dev"))
    found: dict[str, object] = {
        "treebank dev": {
            name: percent(syntax[key])
            for name, key in (
                ("tags", "tag_acc"),
                ("lemmas", "lemma_acc"),
                ("sentences F1", "sents_f"),
                ("UAS", "dep_uas"),
                ("LAS", "dep_las"),
            )
        }
    }
    for corpus in ("conll2003.dev", "politics.dev"):
        scores = nlp.evaluate(examples(nlp, corpus))
        by_label = {label: percent(score["f"]) for label, score in sorted(scores["ents_per_type"].items())}
        found[f"names, {corpus}"] = {"F1": percent(scores["ents_f"]), **by_label}
    return found


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("pipeline", help="a folder with a spaCy pipeline, or the name of an installed one")
    print(json.dumps(figures(spacy.load(cli.parse_args().pipeline)), indent=1))


if __name__ == "__main__":
    main()
