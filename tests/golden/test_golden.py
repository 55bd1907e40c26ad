"""Wires through the whole journey, from text to facts document and graph, with the shipped weights."""

import json
import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Quad, RdfFormat, parse

from kg.document import document
from kg.facts.discovery import find_facts, finder_names
from kg.graph.formats import serialise
from kg.graph.mapping import quads
from kg.language.pipeline import Reader
from kg.model import Article, Findings, Passage
from kg.wires.reader import read_bytes

SLUGS = sorted(path.parent.name for path in Path(__file__).parent.glob("*/wire.txt"))


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def told(reader: Reader) -> dict[str, Findings]:
    """What each golden wire tells."""
    articles = [article for slug in SLUGS for article in read_bytes(file(slug, "wire.txt").read_bytes(), f"{slug}.txt")]
    assert [article.id for article in articles if isinstance(article, Article)] == SLUGS
    read = reader.read(article for article in articles if isinstance(article, Article))
    return dict(zip(SLUGS, map(find_facts, read), strict=True))


def file(slug: str, name: str) -> Path:
    return Path(__file__).parent / slug / name


def graph(findings: Findings, reader: Reader) -> list[Quad]:
    return quads(findings, f"{reader.name} {finder_names()}")


def written(facts: dict[str, object]) -> str:
    """A facts document to be read by people: an offset pair takes one line."""
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", text) + "\n"


def triples(turtle: bytes) -> list[str]:
    """The statements of a graph, one a line, in order."""
    found = [quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)]
    assert not any(isinstance(node, BlankNode) for triple in found for node in (triple.subject, triple.object))
    return sorted(map(str, found))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_golden_wire_gives_the_facts_that_were_read_and_agreed_on(
    slug: str, told: dict[str, Findings], *, rewrites: bool
) -> None:
    found, expected = document(told[slug]), file(slug, "facts.json")
    if rewrites:
        expected.write_text(written(found), encoding="utf-8")
    assert json.loads(json.dumps(found)) == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_golden_wire_gives_the_graph_that_was_read_and_agreed_on(
    slug: str, reader: Reader, told: dict[str, Findings], *, rewrites: bool
) -> None:
    found, expected = serialise(graph(told[slug], reader), "turtle"), file(slug, "graph.ttl")
    if rewrites:
        expected.write_bytes(found)
    assert triples(found) == triples(expected.read_bytes())


@pytest.mark.parametrize("slug", SLUGS)
def test_every_fact_is_proved_by_the_words_of_its_wire(slug: str, told: dict[str, Findings]) -> None:
    findings = told[slug]
    text = findings.article.text
    assert findings.facts
    for fact in findings.facts:
        evidence = fact.evidence
        assert text[evidence.start : evidence.end] == evidence.exact != ""
        for passage in (value for value in vars(fact).values() if isinstance(value, Passage)):
            assert passage.text == " … ".join(text[span.start : span.end] for span in passage.spans)
            assert evidence.start <= passage.start < passage.end <= evidence.end


@pytest.mark.parametrize("slug", SLUGS)
def test_every_fact_has_an_id_of_its_own_and_names_actors_of_its_wire(slug: str, told: dict[str, Findings]) -> None:
    findings = told[slug]
    ids = [fact.id for fact in findings.facts]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(rf"{fact.kind}/\d+-\d+(-\d+)?", fact.id) for fact in findings.facts)
    known = {each.id for each in (*findings.actors, *findings.locations, *findings.agreements)}
    assert len(known) == len(findings.actors) + len(findings.locations) + len(findings.agreements)
    for fact in findings.facts:
        mentions = [m for value in vars(fact).values() for m in (value if isinstance(value, tuple) else (value,))]
        assert {m.entity for m in mentions if hasattr(m, "entity")} <= known


@pytest.mark.parametrize("slug", SLUGS)
def test_a_golden_wire_keeps_its_text(slug: str, told: dict[str, Findings]) -> None:
    lines = file(slug, "wire.txt").read_text(encoding="utf-8").removeprefix("All news\n\n").rstrip()
    assert told[slug].article.text.rstrip().removeprefix("All news\n\n") == lines
