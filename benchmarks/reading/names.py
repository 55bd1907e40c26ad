"""Names as a corpus marks them, beside those that are read: exact spans and labels."""

import random
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from benchmarks.reading.count import Count
from benchmarks.reading.documents import as_doc
from training import corpora

LINES = 200  # that are the paragraphs of one text, as a wire has them
AT_ONCE = 8  # texts of that length


class Name(NamedTuple):
    """Words [start, end) that name something."""

    start: int
    end: int
    label: str


def score(nlp: Language, path: Path) -> tuple[Count, dict[str, Count]]:
    """The names of a file, all together and label by label."""
    told = ((document, *as_doc(nlp.vocab, document.paragraphs)) for document in texts(path))
    given = ((doc, {moved(name, places) for name in marked(document.names or [])}) for document, doc, places in told)
    every, by_label = Count(), defaultdict[str, Count](Count)
    for doc, gold in nlp.pipe(given, as_tuples=True, batch_size=AT_ONCE):
        found = {Name(ent.start, ent.end, ent.label_) for ent in doc.ents}
        every.add(gold, found)
        for label in {name.label for name in gold | found}:
            by_label[label].add({n for n in gold if n.label == label}, {n for n in found if n.label == label})
    return every, dict(sorted(by_label.items()))


def texts(path: Path) -> list[corpora.Document]:
    """The lines of a file, so many a text."""
    return list(corpora.names(path, LINES, random.Random(0)))  # no mark is turned, so chance has no part in it


def marked(tags: list[str]) -> list[Name]:
    """The names that IOB2 tags mark, in words; one that opens with "I-" counts too."""
    names: list[Name] = []
    for at, tag in enumerate(tags):
        place, _, label = tag.partition("-")
        if place == "I" and names and names[-1].end == at and names[-1].label == label:
            names[-1] = names[-1]._replace(end=at + 1)
        elif place != "O":
            names.append(Name(at, at + 1, label))
    return names


def moved(name: Name, places: list[int]) -> Name:
    """A name in words as one in tokens."""
    return Name(places[name.start], places[name.end - 1] + 1, name.label)
