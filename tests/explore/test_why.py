"""Why what wires call by several names is one, asked of a store."""

import dataclasses

import pytest

from kg.entities.corrections import Correction, Named
from kg.errors import AmbiguousName, NotFound
from kg.explore.why import Namesake, Seen, why
from kg.graph.identities import identify
from kg.graph.mapping import quads
from kg.graph.store import GraphView, open_store
from kg.model import Actor, Article, Findings


def telling(wire: str, *actors: Actor) -> Findings:
    return Findings(Article(wire, "Somebody spoke.", ()), actors)


def stored(*wires: Findings, corrections: tuple[Correction, ...] = ()) -> GraphView:
    store = open_store("memory:")
    with store.writer() as writer:
        for each in wires:
            writer.replace(each.article.id, quads(each, "x"))
        identify(writer, corrections)
    return store.view()


FULL = Actor("A1", "Igor Orlov", "person", ("Orlov",), ("Energy Minister",), "RU")
SHORT = Actor("A7", "Orlov", "person", country="RU")
OTHER = Actor("A2", "Igor Orlov", "person", country="BG")


def test_each_wire_tells_what_it_calls_the_one_and_why_it_is_the_one() -> None:
    found = why(stored(telling("w1", FULL), telling("w2", SHORT)), "igor orlov")
    assert (found.id, found.name, found.type, found.country) == ("person/igor-orlov", "Igor Orlov", "person", "RU")
    assert found.wires == (
        Seen("w1", "A1", None, "Igor Orlov", ("Orlov",), ("Energy Minister",), "RU", "the same name"),
        Seen("w2", "A7", None, "Orlov", (), (), "RU", "the name cut short, which fits nobody else"),
    )
    assert found.apart == ()


def test_others_of_the_name_are_told_with_what_keeps_them_apart() -> None:
    found = why(stored(telling("w1", FULL), telling("w2", OTHER), telling("w3", SHORT)), "person/igor-orlov-ru")
    assert found.wires[1].because == "the name cut short, which fits nobody else"
    assert found.apart == (Namesake("person/igor-orlov-bg", "Igor Orlov", "BG", (), "of another country, Bulgaria"),)


def test_a_correction_is_the_reason_where_there_is_one() -> None:
    told = Correction("different", Named("Orlov", "w2"), Named("Igor Orlov"))
    view = stored(telling("w1", FULL), telling("w2", SHORT), corrections=(told,))
    assert why(view, "Igor Orlov").apart == (Namesake("person/w2/A7", "Orlov", "RU", (), "a correction says so"),)
    assert why(view, "person/w2/A7").apart == (
        Namesake("person/igor-orlov", "Igor Orlov", "RU", ("Energy Minister",), "a correction says so"),
    )


def test_places_and_agreements_have_their_reasons_too(findings: Findings) -> None:
    view = stored(findings, dataclasses.replace(findings, article=dataclasses.replace(findings.article, id="again")))
    assert {seen.because for seen in why(view, "Minsk").wires} == {"number 625144 in GeoNames"}
    accord = why(view, "Orsha Accord")
    assert (accord.type, [seen.because for seen in accord.wires]) == ("agreement", ["the same name"] * 2)
    assert accord.wires[0].date == "2031-03-03"


def test_what_is_only_described_has_no_namesakes() -> None:
    expert = Actor("A1", "expert", "person", proper=False)
    view = stored(telling("w1", expert), telling("w2", expert), telling("w3", Actor("A1", "Expert", "person")))
    assert why(view, "person/w1/A1").apart == ()
    assert why(view, "person/w3/A1").apart == ()


def test_a_name_of_several_or_of_nobody_is_not_explained() -> None:
    view = stored(telling("w1", FULL), telling("w2", OTHER))
    with pytest.raises(AmbiguousName):
        why(view, "Igor Orlov")
    with pytest.raises(NotFound, match="there is no actor, place or agreement 'Nobody'"):
        why(view, "Nobody")
