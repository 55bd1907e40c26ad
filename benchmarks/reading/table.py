"""Figures → a table to read, the figures of others beside them and the rules of counting beneath."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Row = tuple[str, Sequence[float | None]]

WIDTH = 52
SPANS = ("source", "cue", "content", "whole")
LABELS = ("PER", "ORG", "LOC", "MISC")

# Published by others, none of them on the files that are measured here, so to be taken as a measure of height only.
ATTRIBUTIONS: tuple[Row, ...] = (
    ("PolNeAR test: rules", (10.7, 22.8, 5.6)),
    ("PolNeAR test: CRF", (50.6, 53.4, 28.6)),
    ("PolNeAR test: BiLSTM", (64.1, 63.3, 53.4)),
    ("PolNeAR test: BERT-base", (81.1, 74.0, 68.9)),
    ("PolNeAR test: CofeNet, the best known", (83.2, 75.3, 72.9)),
    ("PolNeAR dev: MiniLM-L6, a first trial", (72.3, 66.1, 52.6)),
)
NAMES: tuple[Row, ...] = (
    ("CoNLL-2003 test: a small CNN, no vectors", (81.6,)),
    ("CoNLL-2003 test: MiniLM-L6, a first trial", (86.0,)),
    ("CoNLL-2003 dev: MiniLM-L6, a first trial", (89.9,)),
    ("politics test: a small CNN, no vectors", (70.2,)),
    ("politics test: MiniLM-L6, a first trial", (76.1,)),
)
TREES: tuple[Row, ...] = (
    ("PUD: a small CNN, no vectors", (86.8, 82.5)),
    ("OntoNotes, other labels: en_core_web_sm", (91.8, 89.9)),
    ("OntoNotes, other labels: en_core_web_trf", (95.2, 93.8)),
)
SPEED: tuple[Row, ...] = (
    ("spaCy's documentation, reading alone: en_core_web_lg", (10014,)),
    ("spaCy's documentation, reading alone: en_core_web_trf", (684,)),
)

ATTRIBUTIONS_RULE = """\
F1 in percent. Each article is read from its bare text. Source, cue, content: the spans of a role in an article are a
set; each piece counts by itself, pieces that only blanks part are one, blanks at the ends are cut; right is a span that
starts and ends as one of gold does. Whole: one attribution of gold and one found match when the characters of source,
of cue and of content overlap with Dice 0.5 or more each, and none has a source where gold has none; one to one, the
most alike first. Gold without a cue or content is left out of whole ({broken} here). A pipeline that leaves no
attributions in its Doc is scored by those that Dateline's rules find in its trees."""
NAMES_RULE = """\
F1 in percent, right being a name with the start, the end and the label of one of gold. Words are given. 200 lines of a
file are read as the paragraphs of one text. Those of others: on the file that each line names, which need not be yours."""
TREES_RULE = """\
In percent of all words, punctuation among them. UAS: the right head; LAS: the right head and the whole label, subtype
and all. Words are given, and sentences but for "own sentences". A document is read at once, paragraphs as marked."""
SPEED_RULE = """\
From the bytes of wires to quads, words split at blanks, seconds of the processor on one core, median of the rounds.
Peak memory: the resident set of a fresh process that does the same."""


def table(figures: Mapping[str, Any]) -> str:
    """What was measured, part by part."""
    return "\n\n".join("\n".join(part) for part in _parts(figures))


def _parts(figures: Mapping[str, Any]) -> Iterator[list[str]]:
    if found := figures.get("polnear"):
        rule = ATTRIBUTIONS_RULE.format(broken=figures["polnear_left_out_of_whole"])
        rows = [("this reader", [found[role] for role in SPANS])]
        yield _part("attributions", SPANS, [*rows, *ATTRIBUTIONS], rule)
    if found := figures.get("names"):
        by_label = figures["names_by_label"]
        rows = [(file, [f1, *(by_label[file].get(label) for label in LABELS)]) for file, f1 in found.items()]
        yield _part("names", ("all", *LABELS), [*rows, *NAMES], NAMES_RULE)
    if found := figures.get("treebank"):
        own = {f"{file}, own sentences": each for file, each in figures["treebank_own_sentences"].items()}
        rows = [(file, [each["uas"], each["las"]]) for file, each in {**found, **own}.items()]
        yield _part("trees", ("UAS", "LAS"), [*rows, *TREES], TREES_RULE)
    if found := figures.get("words_per_second"):
        rows = [("this reader, text to quads", [found, figures["peak_memory_mb"]])]
        yield _part("speed and memory", ("words/s", "peak MB"), [*rows, *SPEED], SPEED_RULE)


def _part(title: str, columns: Sequence[str], rows: Sequence[Row], rule: str) -> list[str]:
    return [f"{title:{WIDTH}}" + "".join(f"{column:>9}" for column in columns), *map(_row, rows), "", rule]


def _row(row: Row) -> str:
    name, values = row
    shown = name if len(name) < WIDTH else "…" + name[2 - WIDTH :]
    return f"{shown:{WIDTH}}" + "".join(f"{'' if value is None else value:>9}" for value in values)
