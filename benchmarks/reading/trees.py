"""Dependency trees of a treebank, beside those that are read: heads, and heads with labels."""

import random
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.reading.count import share
from benchmarks.reading.documents import as_doc
from training import corpora

AT_ONCE = 16  # documents


def score(nlp: Language, path: Path, *, own_sentences: bool = False) -> dict[str, float]:
    """UAS and LAS of a file, in percent; its words are given, and its sentences unless the reader is to find its own."""
    heads = labelled = words = 0
    given = (given_words(nlp, document, own_sentences) for document in corpora.treebank(path, random.Random(0)))
    for doc, (tree, places) in nlp.pipe(given, as_tuples=True, batch_size=AT_ONCE):
        for place, head, label in zip(places, tree.heads, tree.labels, strict=True):
            is_attached = doc[place].head.i == places[head]
            heads += is_attached
            labelled += is_attached and doc[place].dep_.lower() == label.lower()  # "root" is "ROOT" in spaCy
        words += len(places)
    return {"uas": share(heads, words), "las": share(labelled, words)}


def given_words(
    nlp: Language, document: corpora.Document, own_sentences: bool
) -> tuple[Doc, tuple[corpora.Tree, list[int]]]:
    """A document to be read, and beside it its tree and the token that each word has become."""
    tree = document.tree or corpora.Tree()
    doc, places = as_doc(nlp.vocab, document.paragraphs, None if own_sentences else tree.starts)
    return doc, (tree, places)
