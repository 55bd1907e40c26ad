"""The graphs across wires, from those of the articles."""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from kg.entities.corrections import Correction, Named
from kg.entities.identity import (
    AgreementIdentity,
    Identity,
    LocalActor,
    LocalAgreement,
    LocalLocation,
    LocationIdentity,
)
from kg.graph.formats import serialise
from kg.graph.identities import identify
from kg.graph.mapping import quads
from kg.graph.rows import Rows
from kg.graph.store import GraphWriter, Store, open_store
from kg.graph.validate import validate
from kg.model import Actor, Article, Findings
from ontology.minting import IDENTITIES, LINKS, actor_iri, agreement_iri, location_iri, part_iri
from ontology.terms import DL


def by_name(actors: Iterable[LocalActor]) -> dict[str, Identity]:
    """A plain stand-in: actors of one name are one."""
    return {
        a.iri: Identity(f"{a.type}/{a.name.lower().replace(' ', '-')}", a.name, a.type, country="BY") for a in actors
    }


def places(locations: Iterable[LocalLocation]) -> dict[str, LocationIdentity]:
    return {
        p.iri: LocationIdentity(
            p.name.lower(), p.name, (p.name.upper(),), p.country, p.latitude, p.longitude, p.geonames, p.basis
        )
        for p in locations
    }


def deals(agreements: Iterable[LocalAgreement]) -> dict[str, AgreementIdentity]:
    return {g.iri: AgreementIdentity(g.name.lower(), g.name) for g in agreements}


def run(writer: GraphWriter) -> None:
    identify(writer, actors=by_name, locations=places, agreements=deals)


def wire(findings: Findings, name: str, day: dt.date | None = dt.date(2031, 3, 3), *kinds: str) -> Findings:
    """The wire of the fixture under another id and day, with the facts of some kinds."""
    article = dataclasses.replace(findings.article, id=name, dateline=None, published=day)
    facts = tuple(dataclasses.replace(f, **no_answer(f.kind)) for f in findings.facts if not kinds or f.kind in kinds)
    return dataclasses.replace(findings, article=article, facts=facts)


def no_answer(kind: str) -> dict[str, tuple[()]]:
    return {"denies": ()} if kind == "denial" else {}


def ingest(store: Store, wires: Sequence[Findings]) -> None:
    with store.writer() as writer:
        for each in wires:
            writer.replace(each.article.id, quads(each, "x"))
        run(writer)


def across(store: Store) -> bytes:
    view = store.view()
    return b"".join(serialise(view.graph(str(graph)), "nquads") for graph in (IDENTITIES, LINKS))


def answers(store: Store) -> Rows:
    return store.view().select(
        f"SELECT ?denial ?accusation WHERE {{ GRAPH <{LINKS}> {{ ?denial <{DL.denies}> ?accusation }} }}"
    )


def test_each_actor_location_and_agreement_is_identified(findings: Findings) -> None:
    store = open_store("memory:")
    ingest(store, [findings])
    rows = store.view().select(f"SELECT ?local ?known WHERE {{ ?local <{DL.identifiedAs}> ?known }}").rows
    known = {str(local): str(one) for local, one in rows}
    assert len(known) == 6
    assert known[str(part_iri("orsha", "A1"))] == str(actor_iri("person/anton-veremey"))
    assert known[str(part_iri("orsha", "L1"))] == str(location_iri("minsk"))
    assert known[str(part_iri("orsha", "G1"))] == str(agreement_iri("orsha accord"))
    assert validate(store.view()) == []


def test_what_is_known_of_an_entity_of_a_wire_is_handed_on(findings: Findings) -> None:
    seen: list[LocalActor | LocalLocation] = []

    def look(actors: Iterable[LocalActor]) -> dict[str, Identity]:
        actors = list(actors)
        seen.extend(actors)
        return by_name(actors)

    def look_around(locations: Iterable[LocalLocation]) -> dict[str, LocationIdentity]:
        locations = list(locations)
        seen.extend(locations)
        return places(locations)

    with open_store("memory:").writer() as writer:
        writer.replace("orsha", quads(findings, "x"))
        identify(writer, actors=look, locations=look_around, agreements=deals)
    iri = str(part_iri("orsha", "A1"))
    aliases, posts, day = ("Foreign Minister Anton Veremey",), ("Foreign Minister",), dt.date(2031, 3, 3)
    assert LocalActor(iri, "orsha", "A1", "Anton Veremey", "person", aliases, None, True, posts, day) in seen
    army = LocalActor(str(part_iri("orsha", "A3")), "orsha", "A3", "the army", "organization", proper=False, day=day)
    assert army in seen
    minsk = ("orsha", "L1", "Minsk", ("MINSK",), "BY", 53.9, 27.57, 625144, "place")
    assert LocalLocation(str(part_iri("orsha", "L1")), *minsk) in seen  # type: ignore[arg-type]


def test_one_name_in_two_wires_is_described_once(findings: Findings) -> None:
    store = open_store("memory:")
    ingest(store, [findings, wire(findings, "other")])
    query = f"SELECT ?name ?country WHERE {{ <{actor_iri('person/olga-lapko')}> <{DL.name}> ?name ; <{DL.country}> ?country }}"
    assert store.view().select(query).rows == (("Olga Lapko", "BY"),)
    query = f"SELECT ?local WHERE {{ ?local <{DL.identifiedAs}> <{actor_iri('person/olga-lapko')}> }}"
    assert len(store.view().select(query).rows) == 2


def test_a_denial_answers_the_accusation_of_an_earlier_wire(findings: Findings) -> None:
    store = open_store("memory:")
    ingest(
        store,
        [
            wire(findings, "charge", dt.date(2031, 3, 1), "accusation"),
            wire(findings, "answer", dt.date(2031, 3, 2), "denial"),
            wire(findings, "undated", None, "denial"),
            wire(findings, "late", dt.date(2031, 4, 2), "denial"),
        ],
    )
    denial, accusation = part_iri("answer", "denial/92-120"), part_iri("charge", "accusation/170-190")
    assert answers(store).rows == ((str(denial), str(accusation)),)
    assert validate(store.view()) == []


def test_a_forgotten_wire_takes_its_links_and_identities_along(findings: Findings) -> None:
    store = open_store("memory:")
    charge = wire(findings, "charge", dt.date(2031, 3, 1), "accusation")
    ingest(store, [charge])
    alone = across(store)
    ingest(store, [wire(findings, "answer", dt.date(2031, 3, 2), "denial")])
    assert across(store) != alone
    with store.writer() as writer:
        writer.forget("answer")
        run(writer)
    assert across(store) == alone


def test_the_order_of_the_wires_does_not_show(findings: Findings) -> None:
    wires = [wire(findings, f"w{n}", dt.date(2031, 3, n)) for n in (1, 2, 3)]
    wires.append(Findings(Article("short", "Olga Lapko spoke.", ()), (Actor("A1", "Olga Lapko", "person"),)))
    results = set()
    for order in itertools.permutations(wires):
        store = open_store("memory:")
        ingest(store, order)
        results.add(across(store))
        one_by_one = open_store("memory:")
        for each in order:
            ingest(one_by_one, [each])
        results.add(across(one_by_one))
    assert len(results) == 1


def test_where_nothing_changed_nothing_is_written(findings: Findings, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store"))
    wires = [wire(findings, "w1", dt.date(2031, 3, 1)), wire(findings, "w2", dt.date(2031, 3, 2))]
    ingest(store, wires)
    view = store.view()
    ingest(store, wires)
    assert store.view() is view


def test_a_role_filled_by_no_actor_stops_nothing(findings: Findings) -> None:
    store = open_store("memory:")
    ingest(store, [dataclasses.replace(findings, actors=())])
    assert answers(store).rows == ()


def test_by_the_real_rules_each_entity_is_somebody_in_any_order(findings: Findings) -> None:
    wires = [findings, wire(findings, "w1", dt.date(2031, 3, 1)), wire(findings, "w2", dt.date(2031, 3, 4))]
    results = set()
    for order in (wires, wires[::-1]):
        store = open_store("memory:")
        with store.writer() as writer:
            for each in order:
                writer.replace(each.article.id, quads(each, "x"))
            identify(writer)
        assert validate(store.view()) == []
        results.add(across(store))
    assert len(results) == 1


@pytest.mark.parametrize("name", ["Zoë « Ω » O'Brien", "x/../y", "100% \n\t", "  "])
def test_odd_names_are_identified_too(name: str) -> None:
    store = open_store("memory:")
    article = Article(name, f"{name} spoke.", ())
    with store.writer() as writer:
        writer.replace(name, quads(Findings(article, (Actor("A1", name, "person"),)), "x"))
        identify(writer)
        assert len(writer.select(f"SELECT ?a WHERE {{ ?a <{DL.identifiedAs}> ?b }}").rows) == 1


def reasons(store: Store) -> dict[str, str]:
    """Why each is held to be who it is, by its IRI."""
    rows = (
        store.view()
        .select(f"SELECT ?a ?why WHERE {{ GRAPH <{IDENTITIES}> {{ ?a <{DL.identifiedBecause}> ?why }} }}")
        .rows
    )
    return {str(local): str(because) for local, because in rows}


def test_it_is_told_of_each_why_it_is_who_it_is(findings: Findings) -> None:
    store = open_store("memory:")
    with store.writer() as writer:
        for each in (findings, wire(findings, "other")):
            writer.replace(each.article.id, quads(each, "x"))
        assert identify(writer) == ()
    found = reasons(store)
    assert found[str(part_iri("orsha", "A1"))] == "the same name"
    assert found[str(part_iri("other", "A3"))] == "bears no name of its own, so is known in this wire alone"
    with store.writer() as writer:
        writer.forget("other")
    assert {iri for iri in reasons(store) if "/other/" in iri} == set()


def test_a_correction_is_followed_and_one_that_cannot_be_is_told(findings: Findings) -> None:
    store = open_store("memory:")
    told = Correction("same", Named("Olga Lapko"), Named("Anton Veremey"), "one pen name", "who.tsv", 1)
    with store.writer() as writer:
        writer.replace("orsha", quads(findings, "x"))
        assert identify(writer, [told, dataclasses.replace(told, one=Named("Nobody"), line=2)]) == (
            "who.tsv, line 2: nobody is called Nobody; the line changes nothing",
        )
    found = reasons(store)
    assert found[str(part_iri("orsha", "A1"))] == "a correction says so (who.tsv, line 1: one pen name)"
    assert validate(store.view()) == []


def test_those_whom_a_correction_tells_apart_are_told_to_be_different(findings: Findings) -> None:
    store = open_store("memory:")
    with store.writer() as writer:
        for each in (findings, wire(findings, "other")):
            writer.replace(each.article.id, quads(each, "x"))
        identify(writer, [Correction("different", Named("Olga Lapko", "other"), Named("person/olga-lapko"))])
    rows = store.view().select(f"SELECT ?a ?b WHERE {{ ?a <{DL.differentFrom}> ?b }}").rows
    one, other = str(actor_iri("person/olga-lapko")), str(actor_iri("person/other/A2"))
    assert sorted((str(a), str(b)) for a, b in rows) == sorted([(one, other), (other, one)])
    assert validate(store.view()) == []
