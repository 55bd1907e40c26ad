"""The quarrel over the ferries at Colonia: invented wires that answer, contradict and follow one another."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from kg.entities.identity import LocalAgreement, identify_agreements
from kg.facts.accusations.fact import Accusation
from kg.facts.commitments.fact import Commitment, Status
from kg.facts.denials.fact import Denial
from kg.facts.statements.fact import Statement
from kg.graph.identities import identify
from kg.graph.mapping import quads
from kg.graph.store import Store, open_store
from kg.model import Actor, Agreement, Article, Evidence, Fact, Findings, Mention, Passage, Span

ACTORS = (
    Actor("A1", "Uruguay", "country", country="UY"),
    Actor("A2", "Paraguay", "country", country="PY"),
    Actor("A3", "Edelmira Yegros", "person", roles=("Paraguayan Foreign Minister",), country="PY"),
    Actor("A4", "Braulio Ansina", "person", roles=("Uruguayan Interior Minister",), country="UY"),
    Actor("A5", "Pilot Union", "organization"),
    Actor("A6", "Nilda Recalde", "person"),
)
BY_NAME = {actor.name: actor for actor in ACTORS}
ACCORD = Agreement("G1", "Colonia accord")
DEAL = identify_agreements([LocalAgreement("", "", ACCORD.id, ACCORD.name)])[""].id  # the same across wires


class Wire:
    """A wire under way: each fact brings a sentence of its own."""

    def __init__(self, name: str, day: int, month: int = 5) -> None:
        self.name, self.day = name, dt.date(2031, month, day)
        self.text = ""
        self.facts: list[Fact] = []

    def accused(self, sentence: str, by: str, of: str, act: str) -> "Wire":
        told = self._tell(sentence, act, "accusation")
        return self._add(Accusation(accuser=self._who(by), accused=self._who(of), act=self._passage(act), **told))

    def denied(self, sentence: str, by: str, of: str, act: str) -> "Wire":
        told = self._tell(sentence, act, "denial")
        return self._add(Denial(denier=self._who(by), cleared=self._who(of), act=self._passage(act), **told))

    def said(self, sentence: str, by: str, content: str, cue: str = "said") -> "Wire":
        told = {**self._tell(sentence, content, "statement"), "cue": self._passage(cue)}
        return self._add(
            Statement(speaker=self._who(by), content=self._passage(content), form="indirect", **told),
        )

    def undertook(self, sentence: str, by: str, act: str, status: Status, under: str = "") -> "Wire":
        told = self._tell(sentence, act, "commitment")
        deal = self._mention(under, ACCORD.id) if under else None
        return self._add(Commitment(party=self._who(by), act=self._passage(act), status=status, under=deal, **told))

    def findings(self) -> Findings:
        named = tuple(actor for actor in ACTORS if actor.name in self.text)
        deals = (ACCORD,) if ACCORD.name in self.text else ()
        return Findings(Article(self.name, self.text, (), published=self.day), named, (), deals, tuple(self.facts))

    def fact(self, at: int) -> str:
        return f"{self.name}/{self.facts[at].id}"

    def _tell(self, sentence: str, words: str, kind: str) -> Mapping[str, Any]:
        self._start = len(self.text)
        self.text += f"{sentence} "
        start, end = self._passage(words).spans[0]
        proof = Evidence(self._start, self._start + len(sentence), sentence)
        return {
            "date": self.day.isoformat(),
            "date_basis": "published",
            "id": f"{kind}/{start}-{end}",
            "evidence": proof,
            "cue": None,
            "confidence": 0.8,
            "finder": "by-hand/1",
        }

    def _add(self, fact: Fact) -> "Wire":
        self.facts.append(fact)
        return self

    def _passage(self, words: str) -> Passage:
        start = self.text.index(words, self._start)
        return Passage((Span(start, start + len(words)),), words)

    def _who(self, names: str) -> tuple[Mention, ...]:
        return tuple(self._mention(name, BY_NAME[name].id) for name in names.split(", ") if name)

    def _mention(self, words: str, entity: str) -> Mention:
        start = self.text.index(words, self._start)
        return Mention(start, start + len(words), words, entity)


CHARGE = (
    Wire("charge", 2)
    .accused(
        "Uruguay has blocked the ferries at Colonia for a month, Edelmira Yegros said.",
        by="Edelmira Yegros",
        of="Uruguay",
        act="has blocked the ferries at Colonia for a month",
    )
    .undertook(
        "Under the Colonia accord, Uruguay pledged to let the ferries dock at night.",
        by="Uruguay",
        act="let the ferries dock at night",
        status="pledged",
        under="Colonia accord",
    )
)
ANSWER = (
    Wire("answer", 3)
    .denied(
        "Braulio Ansina denied that Uruguay had blocked any ferries.",
        by="Braulio Ansina",
        of="Uruguay",
        act="had blocked any ferries",
    )
    .accused(
        "Braulio Ansina accused Paraguay of sending ships without lights.",
        by="Braulio Ansina",
        of="Paraguay",
        act="sending ships without lights",
    )
)
BREACH = (
    Wire("breach", 10)
    .accused(
        "Paraguay claimed that Uruguay had violated the Colonia accord by turning ferries away.",
        by="Paraguay",
        of="Uruguay",
        act="had violated the Colonia accord by turning ferries away",
    )
    .undertook(
        "Uruguay broke the Colonia accord, it said.",
        by="Uruguay",
        act="the Colonia accord",
        status="violated",
        under="Colonia accord",
    )
    .said(
        "Nilda Recalde said the old lighthouse at Colonia was repaired in April.",
        by="Nilda Recalde",
        content="the old lighthouse at Colonia was repaired in April",
    )
)
REPLY = Wire("reply", 12).said(
    "The old lighthouse at Colonia was not repaired in April, the Pilot Union said.",
    by="Pilot Union",
    content="The old lighthouse at Colonia was not repaired in April",
)
KEPT = Wire("kept", 20).undertook(
    "Uruguay has let the ferries dock at night since Monday.",
    by="Uruguay",
    act="let the ferries dock at night",
    status="fulfilled",
)
QUARREL = (CHARGE, ANSWER, BREACH, REPLY, KEPT)


def stored(wires: Iterable[Wire] = QUARREL) -> Store:
    """A store with some wires, and all that is known across them."""
    store = open_store("memory:")
    with store.writer() as writer:
        for wire in wires:
            writer.replace(wire.name, quads(wire.findings(), "by hand 1"))
        identify(writer)
    return store
