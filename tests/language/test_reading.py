"""Evidence: the whole sentences that words stand in."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.language.pipeline import read
from kg.language.reading import Reading
from kg.model import Span
from tests.parses import Wire, joined, parses

PARSES = parses(Path(__file__).with_name("actors.conllu"))
WIRE = Wire(
    "Foreign Minister Astrid Hovland said that the ferry was late. Hovland said that the quay was empty.\n"
    "She added that the ice was thick.",
    headline="Ferry to be late — minister",
    dateline="TROMSO, March 3. /TASS/.",
)


@pytest.fixture
def reading() -> Reading:
    return PARSES.reading(WIRE)


def where(reading: Reading, words: str) -> Span:
    start = reading.article.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["quay"], "Hovland said that the quay was empty."),
        (["late."], "Foreign Minister Astrid Hovland said that the ferry was late."),
        (["minister"], "Ferry to be late — minister"),
        (
            ["ferry was late", "quay"],
            "Foreign Minister Astrid Hovland said that the ferry was late. Hovland said that the quay was empty.",
        ),
    ],
)
def test_evidence_is_the_whole_sentences_of_its_words(reading: Reading, words: list[str], expected: str) -> None:
    evidence = reading.evidence(*(where(reading, word) for word in words))
    assert evidence.exact == expected
    assert reading.article.text[evidence.start : evidence.end] == expected


def test_evidence_runs_from_paragraph_to_paragraph_where_its_words_do(reading: Reading) -> None:
    evidence = reading.evidence(where(reading, "quay"), where(reading, "ice"))
    assert evidence.exact.startswith("Hovland said that the quay")
    assert evidence.exact.endswith("the ice was thick.")


def test_a_passage_keeps_its_pieces_in_text_order(reading: Reading) -> None:
    passage = reading.passage(where(reading, "quay"), where(reading, "Astrid"))
    assert passage.text == "Astrid … quay"
    assert (passage.start, passage.end) == (where(reading, "Astrid").start, where(reading, "quay").end)


def test_words_are_found_by_their_tokens(reading: Reading) -> None:
    token = next(t for t in reading.doc if t.text == "quay")
    assert reading.words(token).spans == (where(reading, "quay"),)
    assert reading.words(token.sent).text == "Hovland said that the quay was empty."


def test_the_actors_between_two_offsets_are_those_named_there(reading: Reading) -> None:
    span = where(reading, "Foreign Minister Astrid Hovland said")
    names = {actor.id: actor.name for actor in reading.referents.actors}
    assert [names[m.entity] for m in reading.actors_between(*span)] == ["Astrid Hovland"]


def test_the_doc_has_the_articles_text_and_offsets(reading: Reading) -> None:
    assert reading.doc.text == reading.article.text
    assert all(reading.article.text[t.idx : t.idx + len(t)] == t.text for t in reading.doc)


def test_a_reading_has_the_dates_of_its_article(reading: Reading) -> None:
    assert [(reading.article.words(date.span), date.value) for date in reading.dates] == [("March 3", "2031-03-03")]


def test_a_heading_between_paragraphs_says_nothing_and_is_read_apart() -> None:
    article = PARSES.reading("The mayor added that the ice was thick.\nHovland said that the quay was empty.").article
    parts = (article.parts[0]._replace(kind="heading"), article.parts[1])
    docs = [PARSES.doc(article.text[p.start : p.end]) for p in parts]
    headed = read(replace(article, parts=parts), joined(article, docs))
    assert [article.words(piece) for a in headed.attributions for piece in a.content] == ["the quay was empty"]
