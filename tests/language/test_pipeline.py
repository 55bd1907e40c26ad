"""The shipped weights: articles in, readings out, in order and apart from one another."""

import logging
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from thinc.api import fix_random_seed

from kg.analysis import Team, open_analyst
from kg.errors import ModelError
from kg.facts.discovery import find_facts
from kg.language.pipeline import ARTICLES_AT_ONCE, Reader, bare
from kg.model import Article, Findings, Part
from kg.wires.reader import read_wires

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [article for article in read_wires([GOLDEN]) if isinstance(article, Article)]


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a spaCy pipeline that has a parser and names, and has learnt nothing."""
    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("parser").add_label("nsubj")  # type: ignore[attr-defined]
    nlp.add_pipe("ner").add_label("PER")  # type: ignore[attr-defined]
    nlp.initialize()
    folder = tmp_path_factory.mktemp("foreign")
    nlp.to_disk(folder)
    return str(folder)


def plain(text: str) -> Article:
    """A text as one paragraph."""
    return Article("w", text, (Part("paragraph", 0, len(text)),) if text else ())


def test_the_shipped_pipeline_says_its_name_and_version(reader: Reader) -> None:
    name, version = reader.name.split()
    assert name == "dateline_en"
    assert version[0].isdigit()


def test_the_doc_of_a_reading_has_the_articles_text_with_every_part_at_its_place(
    reader: Reader, articles: list[Article]
) -> None:
    for article, reading in zip(articles, reader.read(articles), strict=True):
        assert reading.article is article
        assert reading.doc.text == article.text
        starts = {token.idx for token in reading.doc}
        assert {part.start for part in article.parts} <= starts


def test_no_sentence_runs_over_the_edge_of_a_part(reader: Reader, articles: list[Article]) -> None:
    for article, reading in zip(articles, reader.read(articles), strict=True):
        edges = [part.end for part in article.parts]
        for sentence in reading.doc.sents:
            assert not any(sentence.start_char < edge < sentence.end_char for edge in edges)


def test_a_reading_is_the_same_whatever_is_read_beside_it(reader: Reader, articles: list[Article]) -> None:
    alone = {article.text: find_facts(next(reader.read([article]))) for article in articles}
    crowd = (articles[::-1] * (ARTICLES_AT_ONCE // len(articles) + 1))[: ARTICLES_AT_ONCE + 2]
    assert len(crowd) > ARTICLES_AT_ONCE
    for article, reading in zip(crowd, reader.read(crowd), strict=True):
        assert find_facts(reading) == alone[article.text]


def test_readings_are_made_as_they_are_asked_for(reader: Reader, articles: list[Article]) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield articles[0]

    readings = reader.read(endless())
    assert next(readings).article is articles[0]
    assert taken <= ARTICLES_AT_ONCE


def test_no_articles_give_no_readings(reader: Reader) -> None:
    assert list(reader.read([])) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(min_size=1, max_size=200),
        st.lists(
            st.sampled_from(
                [
                    "Brekke",
                    "said",
                    "that",
                    '"',
                    "“",
                    "”",
                    ",",
                    ".",
                    "—",
                    "accused",
                    "of",
                    "Oslo",
                    "he",
                    "not",
                    "12",
                    "\n",
                    "the",
                    "agreed to",
                    "according to",
                    "denied",
                    ":",
                ]
            ),
            min_size=1,
            max_size=30,
        ).map(" ".join),
    )
)
def test_whatever_a_text_says_facts_are_proved_by_it(reader: Reader, text: str) -> None:
    reading = next(reader.read([plain(text)]))
    assert reading.doc.text == text
    for fact in find_facts(reading).facts:
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.exact != ""


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder"])
def test_a_pipeline_that_is_not_installed_is_an_error_that_names_it(name: str) -> None:
    with pytest.raises(ModelError, match=name):
        Reader(name)


def test_a_pipeline_without_parser_and_names_is_an_error_that_says_so(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelError, match="lacks parser, ner"):
        Reader(str(tmp_path))


def test_what_lies_between_parts_is_one_token_each() -> None:
    nlp = spacy.blank("en")
    article = Article("w", "All news\n\nOne two\n\nThree\n", (Part("headline", 10, 17), Part("paragraph", 19, 24)))
    doc = bare(article, nlp)
    assert [token.text for token in doc] == ["All news\n\n", "One", "two", "\n\n", "Three", "\n"]
    assert doc.text == article.text


def test_an_article_of_no_parts_is_one_gap() -> None:
    assert [token.text for token in bare(Article("w", "—", ()), spacy.blank("en"))] == ["—"]


def test_a_sentence_begins_with_each_part_and_each_gap() -> None:
    article = Article("w", "One two\n\nThree", (Part("headline", 0, 7), Part("paragraph", 9, 14)))
    doc = bare(article, spacy.blank("en"))
    assert [bool(token.is_sent_start) for token in doc] == [True, False, True, True]


def test_another_pipeline_reads_by_rules_alone_and_says_so_once(
    foreign: str, articles: list[Article], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        reader = Reader(foreign)
        readings = [*reader.read(articles), *reader.read(articles)]
    assert [reading.article for reading in readings] == [*articles, *articles]
    assert [reading.doc.text for reading in readings[: len(articles)]] == [article.text for article in articles]
    (warning,) = caplog.messages
    assert foreign in warning
    assert "attributions are found by rules alone" in warning


def test_the_shipped_pipeline_warns_of_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        Reader()
    assert caplog.messages == []


def test_a_team_with_another_pipeline_says_so_once(
    foreign: str, articles: list[Article], capfd: pytest.CaptureFixture[str]
) -> None:
    with Team(partial(open_analyst, foreign), 2) as team:
        told = [*team.analyse(articles * 5)]  # more than go to one at once
    assert [each.article for each in told if isinstance(each, Findings)] == articles * 5
    assert capfd.readouterr().err.count("attributions are found by rules alone") == 1
