"""What the articles of a store tell that links are drawn between, their actors and agreements as known across wires."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.entities.countries import country_name
from kg.entities.local import AgreementIdentity, Identity
from kg.graph.links.claims import Agreement, Claim, Names, Said, Step
from kg.graph.links.sides import Who, sides_of
from kg.graph.rows import Value
from kg.graph.writer import GraphWriter
from ontology.minting import ARTICLE, article_id
from ontology.terms import DL

PREFIX = f"PREFIX dl: <{DL._NS}>"
ACTS = f"""{PREFIX} SELECT ?iri ?day ?act ?sentence WHERE {{
    GRAPH ?article {{ ?iri a dl:%s ; dl:act ?act ; dl:evidence/dl:exact ?sentence OPTIONAL {{ ?article dl:date ?day }} }}
}}"""
SAID = f"""{PREFIX} SELECT ?iri ?content ?cue WHERE {{
    GRAPH ?article {{ ?iri dl:content ?content OPTIONAL {{ ?iri dl:cue ?cue }} }}
}}"""
DAYS = f"{PREFIX} SELECT ?article ?day WHERE {{ GRAPH ?article {{ ?article dl:date ?day }} }}"
STEPS = f"""{PREFIX} SELECT ?iri ?day ?act ?status ?under ?date ?basis WHERE {{
    GRAPH ?article {{
        ?iri a dl:Commitment ; dl:act ?act ; dl:status ?status
        OPTIONAL {{ ?iri dl:under ?under }} OPTIONAL {{ ?iri dl:date ?date ; dl:dateBasis ?basis }}
        OPTIONAL {{ ?article dl:date ?day }}
    }}
}}"""
FILLED = f"{PREFIX} SELECT ?iri ?one WHERE {{ GRAPH ?article {{ ?iri dl:%s ?one }} }}"
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
    sides = sides_of(people, _filled(writer, POSTS))
    reader = _Reader(writer, people, sides)
    deals = _agreements(writer, agreements)
    by_wire: defaultdict[str, list[Agreement]] = defaultdict(list)
    for iri, deal in deals.items():
        by_wire[article_id(iri)].append(deal)
    denied = ((one, other) for one, others in _filled(writer, ANSWERED).items() for other in others)
    return Told(
        tuple(reader.claims("Accusation", by="accuser", of="accused")),
        tuple(reader.claims("Denial", by="denier", of="cleared")),
        tuple(_statements(writer)),
        reader.claims_of_speakers(),
        tuple(reader.steps(deals)),
        by_wire,
        _names(people),
        frozenset(denied),
    )


@dataclass(frozen=True)
class _Reader:
    writer: GraphWriter
    people: Mapping[str, Identity]
    sides: Mapping[str, str]

    def claims(self, kind: str, *, by: str, of: str) -> Iterator[Claim]:
        """The accusations or denials."""
        sources, targets = (_filled(self.writer, FILLED % role) for role in (by, of))
        for iri, day, act, sentence in self.writer.select(ACTS % kind).rows:
            one, other = (self.who(some.get(str(iri), [])) for some in (sources, targets))
            yield _claim(str(iri), day, str(act), one, other, str(sentence))

    def claims_of_speakers(self) -> Callable[[Said], Claim]:
        """What makes claims of statements."""
        speakers = _filled(self.writer, FILLED % "speaker")

        def claim(said: Said) -> Claim:
            speaker = self.who(speakers.get(said.iri, []))
            return _claim(said.iri, said.day, said.content, speaker, speaker, "")

        return claim

    def steps(self, agreements: Mapping[str, Agreement]) -> Iterator[Step]:
        """The commitments, once for each party."""
        parties = _filled(self.writer, FILLED % "party")
        for iri, day, act, status, under, date, basis in self.writer.select(STEPS).rows:
            fact, deal = str(iri), agreements.get(str(under))
            time = _time(day, date, basis)
            for party in sorted(self.who(parties.get(fact, [])).sides):
                step = Step(fact, article_id(fact), time, _start(fact), str(act), str(status), party)
                yield step if deal is None else replace(step, agreement=deal.id, deal=deal.name)

    def who(self, actors: list[str]) -> Who:
        """Some actors of a wire as they are known across wires."""
        known = [self.people[actor].id for actor in actors if actor in self.people]
        return Who(frozenset(known), frozenset(self.sides[one] for one in known))


def _statements(writer: GraphWriter) -> Iterator[Said]:
    days = {str(article): day for article, day in writer.select(DAYS).rows if isinstance(day, dt.date)}
    for iri, content, cue in writer.select(SAID).rows:
        fact = str(iri)
        yield Said(fact, days.get(fact[: fact.index("/", len(ARTICLE))]), str(content), str(cue or ""))


def _claim(fact: str, day: Value | None, act: str, sources: Who, targets: Who, sentence: str) -> Claim:
    filed = day if isinstance(day, dt.date) else None
    return Claim(fact, article_id(fact), filed, _start(fact), act, sources, targets, sentence)


def _time(day: Value | None, date: Value | None, basis: Value | None) -> str:
    """When a step was taken: the day of its wire, or an earlier one that is stated; a later one is when it is due."""
    filed, stated = str(day or ""), str(date or "") if basis == "stated" else ""
    return min(stated or filed, filed or stated)


def _agreements(writer: GraphWriter, known: Mapping[str, AgreementIdentity]) -> dict[str, Agreement]:
    """The agreements of the wires by their IRIs: "the protocol" is the only protocol that its wire calls by name."""
    by_wire: defaultdict[str, list[str]] = defaultdict(list)
    names = _filled(writer, CALLED)
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


def _filled(writer: GraphWriter, query: str) -> dict[str, list[str]]:
    """What fills a role of each fact, or what else a query pairs, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in writer.select(query).rows:
        found[str(one)].append(str(other))
    return {one: sorted(others) for one, others in found.items()}
