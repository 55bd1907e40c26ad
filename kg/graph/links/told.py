"""What the articles of a store tell that links are drawn between, their actors and agreements as known across wires."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rdflib import URIRef

from kg.entities.countries import country_name
from kg.entities.local import AgreementIdentity, Identity
from kg.graph.links.claims import Agreement, Claim, Names, Said, Step
from kg.graph.links.sides import Who, sides_of
from kg.graph.writer import GraphWriter
from ontology.minting import ARTICLE, article_id
from ontology.terms import DL

PREFIX = f"PREFIX dl: <{DL._NS}>"
FACTS = f"{PREFIX} SELECT ?iri WHERE {{ GRAPH ?article {{ ?iri a dl:%s }} }}"
PROOFS = f"{PREFIX} SELECT ?iri ?sentence WHERE {{ GRAPH ?article {{ ?iri a dl:Accusation ; dl:evidence/dl:exact ?sentence }} }}"
# A link across wires has no such class beside it: what was found before must not say what is found now.
ANSWERED = f"{PREFIX} SELECT ?iri ?one WHERE {{ GRAPH ?article {{ ?iri a dl:Denial ; dl:denies ?one }} }}"
CALLED = f"{PREFIX} SELECT ?iri ?name WHERE {{ GRAPH ?article {{ ?iri a dl:Agreement ; dl:name|dl:alias ?name }} }}"
POSTS = f"{PREFIX} SELECT ?iri ?post WHERE {{ GRAPH ?article {{ ?iri dl:holds/dl:name ?post }} }}"
_OTHER = re.compile(r"(?:an?|another|any|other|similar|earlier|previous|new|old)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """All of it. `denied_within` are a denial and an accusation of one wire each, as that wire's own graph ties them."""

    charges: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    statements: tuple[Said, ...]
    claim_of: Callable[[Said], Claim]  # a statement as a claim of its speakers
    steps: tuple[Step, ...]
    agreements: Mapping[str, list[Agreement]]  # by the wire that names them
    names: Names  # of actors and of their sides
    denied_within: frozenset[tuple[str, str]]


def read_told(writer: GraphWriter, people: Mapping[str, Identity], agreements: Mapping[str, AgreementIdentity]) -> Told:
    """What the live store tells."""
    reader = _Reader(writer, people, sides_of(people, _paired(writer.select(POSTS).rows)))
    deals = _agreements(writer, agreements)
    by_wire: defaultdict[str, list[Agreement]] = defaultdict(list)
    for iri, deal in deals.items():
        by_wire[article_id(iri)].append(deal)
    return Told(
        tuple(reader.claims("Accusation", by=DL.accuser, of=DL.accused)),
        tuple(reader.claims("Denial", by=DL.denier, of=DL.cleared)),
        tuple(reader.statements()),
        reader.claims_of_speakers(),
        tuple(reader.steps(deals)),
        by_wire,
        _names(people),
        frozenset((str(one), str(other)) for one, other in writer.select(ANSWERED).rows),
    )


class _Reader:
    """Reads facts, with those who fill their roles as they are known across wires."""

    def __init__(self, writer: GraphWriter, people: Mapping[str, Identity], sides: Mapping[str, str]) -> None:
        self._writer, self._people, self._sides = writer, people, sides
        self._acts, self._dates = dict(writer.values(DL.act)), dict(writer.values(DL.date))

    def claims(self, kind: str, *, by: URIRef, of: URIRef) -> Iterator[Claim]:
        """The accusations or denials."""
        sources, targets = (_paired(self._writer.values(role)) for role in (by, of))
        sentences = {str(fact): str(sentence) for fact, sentence in self._writer.select(PROOFS).rows}
        for fact in self._facts(kind):
            one, other = (self._who(some.get(fact, [])) for some in (sources, targets))
            yield self._claim(fact, self._acts[fact], one, other, sentences.get(fact, ""))

    def statements(self) -> Iterator[Said]:
        """The statements, not looked into."""
        cues = dict(self._writer.values(DL.cue))
        for fact, content in self._writer.values(DL.content):
            yield Said(fact, self._day(fact), content, cues.get(fact, ""))

    def claims_of_speakers(self) -> Callable[[Said], Claim]:
        """What makes claims of statements."""
        speakers = _paired(self._writer.values(DL.speaker))

        def claim(said: Said) -> Claim:
            speaker = self._who(speakers.get(said.iri, []))
            return self._claim(said.iri, said.content, speaker, speaker, "")

        return claim

    def steps(self, agreements: Mapping[str, Agreement]) -> Iterator[Step]:
        """The commitments, once for each party."""
        parties = _paired(self._writer.values(DL.party))
        statuses, bases, under = (dict(self._writer.values(term)) for term in (DL.status, DL.dateBasis, DL.under))
        for fact in self._facts("Commitment"):
            deal = agreements.get(under.get(fact, ""))
            stated = self._dates.get(fact, "") if bases.get(fact) == "stated" else ""
            time = _time(self._dates.get(_wire(fact), ""), stated)
            for party in sorted(self._who(parties.get(fact, [])).sides):
                step = Step(fact, article_id(fact), time, _start(fact), self._acts[fact], statuses[fact], party)
                yield step if deal is None else replace(step, agreement=deal.id, deal=deal.name)

    def _facts(self, kind: str) -> Iterator[str]:
        return (str(fact) for (fact,) in self._writer.select(FACTS % kind).rows)

    def _who(self, actors: list[str]) -> Who:
        """Some actors of a wire as they are known across wires."""
        known = [self._people[actor].id for actor in actors if actor in self._people]
        return Who(frozenset(known), frozenset(self._sides[one] for one in known))

    def _claim(self, fact: str, act: str, sources: Who, targets: Who, sentence: str) -> Claim:
        return Claim(fact, article_id(fact), self._day(fact), _start(fact), act, sources, targets, sentence)

    def _day(self, fact: str) -> dt.date | None:
        """The day on which the wire of a fact was filed."""
        return _as_day(self._dates.get(_wire(fact), ""))


def _wire(fact: str) -> str:
    """The IRI of the wire that tells a fact, which its own begins with."""
    return fact[: fact.index("/", len(ARTICLE))]


@lru_cache(maxsize=10_000)  # thousands of facts share a day
def _as_day(date: str) -> dt.date | None:
    return dt.date.fromisoformat(date) if date else None


def _time(filed: str, stated: str) -> str:
    """When a step was taken: the day of its wire, or an earlier one that is stated; a later one is when it is due."""
    return min(stated or filed, filed or stated)


def _agreements(writer: GraphWriter, known: Mapping[str, AgreementIdentity]) -> dict[str, Agreement]:
    """The agreements of the wires by their IRIs: "the protocol" is the only protocol that its wire calls by name."""
    by_wire: defaultdict[str, list[str]] = defaultdict(list)
    names = _paired(writer.select(CALLED).rows)
    for iri in sorted(names.keys() & known.keys()):
        by_wire[article_id(iri)].append(iri)
    found = {}
    for iris in by_wire.values():
        own = {known[iri].id: known[iri] for iri in iris if "/" not in known[iri].id}
        for iri in iris:
            namesakes = [one for one in own.values() if _noun(one.name) == _noun(known[iri].name)]
            is_definite = "/" in known[iri].id and not any(_OTHER.match(name) for name in names[iri])
            one = namesakes[0] if is_definite and len(namesakes) == 1 else known[iri]
            found[iri] = Agreement(one.id, one.name, tuple(names[iri]))
    return found


def _noun(name: str) -> str:
    """The last word of a name, in the singular."""
    return name.casefold().rpartition(" ")[2].removesuffix("s")


def _names(people: Mapping[str, Identity]) -> Names:
    """What each actor is called, by its id, and what each country is, be it an actor or only a side."""
    called = {one.id: (one.name, *one.aliases) for one in people.values()}
    lands = {one.country for one in people.values() if one.country}
    sides = {f"country/{code}": (country_name(code), *called.get(f"country/{code}", ())) for code in lands}
    return Names({**called, **sides})


def _start(fact: str) -> int:
    """Where the words of a fact start, as its id says."""
    start = fact.rpartition("/")[2].partition("-")[0]
    return int(start) if start.isdecimal() else 0


def _paired(pairs: Iterable[Sequence[object]]) -> dict[str, list[str]]:
    """Pairs as a table of many, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        found[str(one)].append(str(other))
    return {one: sorted(others) for one, others in found.items()}
