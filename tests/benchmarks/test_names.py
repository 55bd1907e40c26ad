"""Scores of names: exact spans and labels, over lines that are read as one text."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from benchmarks.reading.names import Name, marked, score

LINES = [
    {"tokens": ["Olga", "Lapko", "left", "Orsha", "."], "ner": ["B-PER", "I-PER", "O", "B-LOC", "O"]},
    {"tokens": ["Orsha", "Bank", "closed", "."], "ner": ["B-ORG", "I-ORG", "O", "O"]},
]


@pytest.fixture
def reader() -> Language:
    """A reader that takes any "Orsha" for a place, and knows one person."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": "LOC", "pattern": "Orsha"}, {"label": "PER", "pattern": "Olga Lapko"}]
    )
    return nlp


def test_names_are_scored_by_span_and_label(reader: Language, tmp_path: Path) -> None:
    path = tmp_path / "orsha.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    every, by_label = score(reader, path)
    assert (every.right, every.found, every.gold) == (2, 3, 3)
    assert {label: count.f1 for label, count in by_label.items()} == {"LOC": 66.7, "ORG": 0.0, "PER": 100.0}


def test_a_name_ends_where_another_begins() -> None:
    tags = ["B-PER", "B-PER", "I-PER", "I-LOC", "O", "I-ORG"]
    assert marked(tags) == [Name(0, 1, "PER"), Name(1, 3, "PER"), Name(3, 4, "LOC"), Name(5, 6, "ORG")]
