"""The facts document: the form that readers and the scorer know."""

import json
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from rdflib import URIRef

from kg.document import document
from kg.model import Article, DatedSpan, Evidence, Fact, Findings, Marked, Mention, Passage, Role, Span
from ontology.terms import DL


@dataclass(frozen=True, kw_only=True)
class Threat(Fact):
    """A kind of fact that this project does not have."""

    type: ClassVar[URIRef] = DL.Fact
    kind: ClassVar[str] = "threat"
    plural: ClassVar[str] = "threats"

    by: Annotated[tuple[Mention, ...], Role(DL.speaker, "threateners")]
    note: str = "no role, so not shown"


def words(article: Article, spans: list[list[int]]) -> list[str]:
    return [article.text[start:end] for start, end in spans]


def test_an_article_that_tells_nothing_still_has_every_list(article: Article) -> None:
    doc = document(Findings(article))
    assert [doc[name] for name in ("actors", "locations", "statements", "accusations", "commitments", "denials")] == [
        []
    ] * 6
    assert doc["dateline"] == {"place": "MINSK", "date": "2031-03-03"}


def test_a_wire_without_a_dateline_has_none(article: Article) -> None:
    assert document(Findings(replace(article, dateline=None)))["dateline"] is None


def test_a_dateline_without_a_year_takes_the_day_of_publication(article: Article) -> None:
    assert article.dateline
    yearless = replace(article, dateline=replace(article.dateline, date=None))
    assert document(Findings(yearless))["dateline"]["date"] == "2031-03-03"


def test_a_statement_shows_who_speaks_by_which_words_and_what(findings: Findings) -> None:
    (statement,) = document(findings)["statements"]
    assert statement["speakers"] == ["A1"]
    assert words(findings.article, [statement["source"], statement["cue"], *statement["content"]]) == [
        "Foreign Minister Anton Veremey",
        "said",
        "the army had not shelled Orsha",
    ]
    assert (statement["form"], statement["confidence"], statement["place"]) == ("indirect", 0.75, "L1")


def test_a_denial_stands_as_itself_and_as_a_denied_accusation(findings: Findings) -> None:
    doc = document(findings)
    asserted, denied = sorted(doc["accusations"], key=lambda accusation: str(accusation["status"]))
    assert (asserted["status"], asserted["accusers"], asserted["accused"]) == ("asserted", ["A2"], ["A3"])
    assert (denied["status"], denied["accusers"], denied["accused"]) == ("denied", ["A1"], ["A3"])
    assert words(findings.article, denied["act"]) == ["shelled Orsha"]
    (denial,) = doc["denials"]
    assert (denial["deniers"], denial["cleared"], denial["denies"]) == (["A1"], ["A3"], [asserted["id"]])
    assert "denies" not in denied


def test_a_commitment_names_the_agreement_it_stands_under(findings: Findings) -> None:
    (commitment,) = document(findings)["commitments"]
    assert (commitment["parties"], commitment["to"], commitment["under"], commitment["status"]) == (
        ["A3"],
        [],
        "Orsha Accord",
        "obliged",
    )


def test_a_document_survives_json(findings: Findings) -> None:
    doc = document(findings)
    assert json.loads(json.dumps(doc)) == doc


def test_a_kind_of_fact_never_seen_before_gets_a_list_of_its_own(article: Article) -> None:
    threat = Threat(
        id="threat/0-8",
        by=(Mention(0, 8, "Minister", "A1"), Mention(9, 15, "denies", "A1")),
        evidence=Evidence(0, 8, "Minister"),
        cue=None,
        confidence=1,
        finder="threats/1",
    )
    (row,) = document(Findings(article, facts=(threat,)))["threats"]
    assert row["threateners"] == ["A1"]  # named once, though mentioned twice
    assert (row["cue"], row["source"]) == (None, [0, 8])
    assert "note" not in row


def test_a_circumstance_is_shown_by_its_value_and_the_words_beside(findings: Findings) -> None:
    statement = next(fact for fact in findings.facts if fact.kind == "statement")
    words = Passage((Span(0, 8),), "Minister")
    told = replace(statement, date="2031-03", date_basis="stated", date_words=words, channel=Marked("briefing", words))
    (row,) = document(replace(findings, facts=(told,)))["statements"]
    assert (row["date"], row["channel"], row["toldTo"]) == ("2031-03", "briefing", [])
    assert row["words"] == {"channel": [[0, 8]], "date": [[0, 8]]}


def test_an_event_is_shown_by_its_day_and_place(findings: Findings) -> None:
    accusation = next(fact for fact in findings.facts if fact.kind == "accusation")
    event = {"event_date": DatedSpan(Span(0, 8), "2031"), "event_place": Mention(0, 8, "Minister", "L2")}
    (row,) = document(replace(findings, facts=(replace(accusation, **event),)))["accusations"]  # type: ignore[arg-type]
    assert (row["eventDate"], row["eventPlace"], row["words"]) == (
        "2031",
        "L2",
        {"eventDate": [[0, 8]], "eventPlace": [[0, 8]]},
    )
