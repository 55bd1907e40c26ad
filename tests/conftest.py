"""What several tests at the door need: an invented wire and what it tells, built by hand."""

import datetime as dt
from typing import Any

import pytest

from kg.facts.accusations.fact import Accusation
from kg.facts.commitments.fact import Commitment
from kg.facts.denials.fact import Denial
from kg.facts.statements.fact import Statement
from kg.model import (
    Actor,
    Agreement,
    Article,
    DatedSpan,
    Dateline,
    Evidence,
    Fact,
    FactRef,
    Findings,
    Location,
    Mention,
    Part,
    Passage,
    Span,
)

HEADLINE = "Minister denies shelling Orsha"
BODY = (
    "MINSK, March 3. /TASS/. Foreign Minister Anton Veremey said the army had not shelled Orsha. "
    "Border Committee chief Olga Lapko claimed that the army shelled Orsha. "
    "Under the Orsha Accord the army is to leave the town."
)
TEXT = f"{HEADLINE}\n\n{BODY}"


def span(words: str, nth: int = 0) -> Span:
    """Where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words: str, entity: str, nth: int = 0) -> Mention:
    return Mention(*span(words, nth), words, entity)


def passage(*pieces: str, nth: int = 0) -> Passage:
    return Passage(tuple(span(piece, nth) for piece in pieces), " … ".join(pieces))


def evidence(words: str) -> Evidence:
    return Evidence(*span(words), words)


def told(sentence: str, cue: str) -> dict[str, Any]:
    """What every fact of the wire has."""
    return {"evidence": evidence(sentence), "cue": passage(cue), "confidence": 0.75, "finder": "by-hand/1"}


@pytest.fixture
def article() -> Article:
    line = Dateline(*span("MINSK, March 3. /TASS/."), place="MINSK", date=dt.date(2031, 3, 3), agency="TASS")
    parts = (
        Part("headline", *span(HEADLINE)),
        Part("dateline", *line_span(line)),
        Part("paragraph", line.end + 1, len(TEXT)),
    )
    return Article("orsha", TEXT, parts, line, "TASS", dt.date(2031, 3, 3))


def line_span(line: Dateline) -> Span:
    return Span(line.start, line.end)


@pytest.fixture
def findings(article: Article) -> Findings:
    first, second, third = BODY.removeprefix("MINSK, March 3. /TASS/. ").replace(". ", ".|").split("|")
    place = mention("MINSK", "L1")
    facts: tuple[Fact, ...] = (
        Statement(
            id="statement/92-120",
            speaker=(mention("Foreign Minister Anton Veremey", "A1"),),
            content=passage("the army had not shelled Orsha"),
            form="indirect",
            place=place,
            place_basis="dateline",
            date="2031-03-03",
            date_basis="dateline",
            **told(first, "said"),
        ),
        Accusation(
            id="accusation/170-190",
            accuser=(mention("Olga Lapko", "A2"),),
            accused=(mention("the army", "A3", 1),),
            act=passage("shelled Orsha", nth=1),
            **told(second, "claimed"),
        ),
        Denial(
            id="denial/92-120",
            denier=(mention("Anton Veremey", "A1"),),
            cleared=(mention("the army", "A3"),),
            act=passage("shelled Orsha"),
            denies=(FactRef("accusation/170-190"),),
            **told(first, "said"),
        ),
        Commitment(
            id="commitment/200-220",
            party=(mention("the army", "A3", 2),),
            act=passage("leave the town"),
            status="obliged",
            under=mention("the Orsha Accord", "G1"),
            **told(third, "is to"),
        ),
    )
    return Findings(
        article,
        actors=(
            Actor("A1", "Anton Veremey", "person", ("Foreign Minister Anton Veremey",), ("Foreign Minister",)),
            Actor("A2", "Olga Lapko", "person"),
            Actor("A3", "the army", "organization", proper=False),
        ),
        locations=(
            Location("L1", "Minsk", ("MINSK",), "BY", 53.9, 27.57, 625144, "place"),
            Location("L2", "Orsha", (), "BY"),
        ),
        agreements=(Agreement("G1", "Orsha Accord"),),
        facts=facts,
        dates=(DatedSpan(span("March 3"), "2031-03-03"),),
        place=place,
    )
