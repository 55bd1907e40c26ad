"""PolNeAR scores: exact spans of each role, whole attributions, and what a reader or the rules have found."""

import gzip
import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from benchmarks.reading import attributions
from benchmarks.reading.attributions import (
    ROLES,
    Scores,
    Told,
    by_reader,
    by_rules,
    dice,
    joined,
    likeness,
    made,
    matching,
)
from kg.language.attribution import Attribution
from kg.language.reading import Reading
from kg.language.referents import Referents
from kg.model import Article, Part
from kg.model import Span as Offsets

TEXT = "Lapko said the pier was shut, and Brekke denied it. The pier, Brekke added, had ice on it."


def told(source: str, cue: str, *content: str) -> Told:
    """An attribution by its words."""
    words = {"source": [source] if source else [], "cue": [cue], "content": content}
    return made(TEXT, {role: [(TEXT.index(w), TEXT.index(w) + len(w)) for w in words[role]] for role in ROLES})


SHUT = told("Lapko", "said", "the pier was shut")
ICE = told("Brekke", "added", "The pier", "had ice on it")


def test_pieces_that_only_blanks_part_are_one_and_edges_are_cut() -> None:
    assert joined("one two, six", [(4, 7), (0, 4), (8, 12)]) == ((0, 7), (9, 12))
    assert joined("a  b", [(1, 3)]) == ()


def test_a_span_counts_when_it_starts_and_ends_as_one_of_gold() -> None:
    scores = Scores()
    scores.add([SHUT, ICE], [told("Lapko", "said", "pier was shut"), ICE])
    assert scores.figures == {"source": 100.0, "cue": 100.0, "content": 66.7, "whole": 100.0}


def test_a_span_of_two_attributions_counts_once() -> None:
    scores = Scores()
    scores.add([SHUT, told("Lapko", "denied", "it")], [SHUT])
    assert (scores.spans["source"].gold, scores.spans["source"].found) == (1, 1)
    assert scores.figures["source"] == 100.0


def test_articles_do_not_lend_each_other_spans() -> None:
    scores = Scores()
    scores.add([SHUT], [])
    scores.add([], [SHUT])
    assert scores.figures == dict.fromkeys(["source", "cue", "content", "whole"], 0.0)


def test_the_share_of_two_sets_of_pieces() -> None:
    assert dice(joined(TEXT, [(0, 5)]), joined(TEXT, [(0, 5)])) == 1.0
    assert dice(joined(TEXT, [(0, 5), (11, 14)]), joined(TEXT, [(2, 5)])) == pytest.approx(6 / 11)
    assert dice(joined(TEXT, [(0, 5)]), ()) == 0.0


def test_a_whole_attribution_needs_half_of_each_role() -> None:
    assert likeness(SHUT, SHUT) == 3.0
    assert likeness(SHUT, told("Lapko", "said", "pier was")) > 2.0
    assert likeness(SHUT, told("Lapko", "said", "the")) == 0.0
    assert likeness(SHUT, told("Brekke", "said", "the pier was shut")) == 0.0


def test_where_gold_has_no_source_none_may_be_found() -> None:
    nobody = told("", "said", "the pier was shut")
    assert likeness(nobody, nobody) == 2.0
    assert likeness(nobody, SHUT) == 0.0
    assert likeness(SHUT, nobody) == 0.0


def test_attributions_match_one_to_one_and_the_most_alike_first() -> None:
    rough = told("Lapko", "said", "pier was shut, and")
    assert matching([SHUT], [rough, SHUT]) == 1
    assert matching([SHUT, rough], [rough, SHUT, ICE]) == 2


def test_gold_without_content_is_left_out_of_whole() -> None:
    scores = Scores()
    scores.add([SHUT, told("Brekke", "denied")], [SHUT])
    assert scores.broken == 1
    assert scores.figures["whole"] == 100.0
    assert scores.figures["cue"] == 66.7


def test_what_a_reader_leaves_in_a_doc_is_put_together_by_its_number() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["Lapko", "says", "Brekke", "denied", "it"])
    doc.spans["attributions"] = [
        Span(doc, 0, 1, "SOURCE", span_id="0"),
        Span(doc, 2, 3, "SOURCE", span_id="1"),
        Span(doc, 1, 2, "CUE", span_id="0"),
        Span(doc, 2, 5, "CONTENT", span_id="0"),
        Span(doc, 3, 4, "CUE", span_id="1"),
    ]
    assert by_reader(doc) == [
        Told(source=((0, 5),), cue=((6, 10),), content=((11, 27),)),
        Told(source=((11, 17),), cue=((18, 24),), content=()),
    ]


def test_a_file_is_scored_article_by_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "harbour.jsonl.gz"
    gold = [one._asdict() for one in (SHUT, ICE)]
    path.write_bytes(gzip.compress(json.dumps({"id": "harbour", "text": TEXT, "attributions": gold}).encode()))
    monkeypatch.setattr(attributions, "read", lambda _nlp, texts, _model: iter([[ICE] for _ in texts]))
    scores = attributions.score(spacy.blank("en"), path, None)
    assert scores.figures == {"source": 66.7, "cue": 66.7, "content": 80.0, "whole": 66.7}


def test_a_source_that_rules_find_is_all_that_hangs_on_its_noun() -> None:
    doc = Doc(
        spacy.blank("en").vocab,
        words=["Harbour", "chief", "Olga", "Lapko", "said", "piers", "shut"],
        heads=[1, 3, 3, 4, 4, 6, 4],
        deps=["compound", "nmod:desc", "compound", "nsubj", "ROOT", "nsubj", "ccomp"],
    )
    article = Article("harbour", doc.text, (Part("paragraph", 0, len(doc.text)),))
    said = Attribution(Offsets(25, 29), 4, (3,), (Offsets(30, 40),), "indirect", "c")
    reading = Reading(article, doc, (), (said,), Referents(doc))
    assert by_rules(reading) == [Told(source=((0, 24),), cue=((25, 29),), content=((30, 40),))]
