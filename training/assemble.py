"""The two trained pipelines → one, as it is shipped: `python -m training.assemble OUT`."""

import argparse
from pathlib import Path

import spacy

from training.prepare import WORK

NAME, VERSION = "dateline_en", "1"


def assembled() -> spacy.language.Language:
    """Tags, morphology, lemmas, parser and names in one pipeline; each half keeps its own embedding."""
    nlp = spacy.load(WORK / "syntax" / "model-best")
    names = spacy.load(WORK / "names" / "model-best")
    names.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=names)
    nlp.meta.update(name=NAME, version=VERSION, description="English news wires: syntax (UD) and names")
    nlp.meta["performance"] = {}
    return nlp


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("out", type=Path, help="the folder to write the pipeline to")
    assembled().to_disk(cli.parse_args().out)


if __name__ == "__main__":
    main()
