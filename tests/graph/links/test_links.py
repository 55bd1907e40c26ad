"""Links over whole wires, from what each tells to the quads of the graph of links."""

import itertools

import pytest
from rdflib import RDF

from kg.graph.identities import identify
from kg.graph.store import Store
from kg.graph.validate import validate
from ontology.minting import LINKS, public_id
from ontology.terms import DL
from tests.quarrel import ANSWER, BREACH, CHARGE, DEAL, KEPT, QUARREL, REPLY, Wire, stored

Links = dict[tuple[str, str, str], str]


def links(store: Store) -> Links:
    """What is linked to what, and why."""
    query = f"""SELECT ?one ?link ?other ?basis WHERE {{ GRAPH <{LINKS}> {{
        ?one ?link ?other . ?about <{RDF.subject}> ?one ; <{RDF.predicate}> ?link ; <{RDF.object}> ?other ; <{DL.basis}> ?basis
    }} }}"""
    rows = (tuple(map(str, row)) for row in store.view().select(query).rows)
    return {(public_id(one), link.rpartition("#")[2], public_id(other)): basis for one, link, other, basis in rows}


def test_each_kind_of_link_is_drawn_and_says_what_it_rests_on() -> None:
    store = stored()
    assert links(store) == {
        (
            ANSWER.fact(0),
            "denies",
            CHARGE.fact(0),
        ): "about the same: Uruguay; words in common: blocked, ferries; 1 day later",
        (ANSWER.fact(1), "counters", CHARGE.fact(0)): (
            "accuse each other: Uruguay and Paraguay; the answer's wire denies it too; 1 day later"
        ),
        (BREACH.fact(0), "allegesBreachOf", DEAL): "names it: Colonia accord",
        (
            BREACH.fact(0),
            "allegesBreachOf",
            CHARGE.fact(1),
        ): "the accused undertook it: Uruguay; words in common: ferries",
        (
            BREACH.fact(1),
            "follows",
            CHARGE.fact(1),
        ): "the same party: Uruguay; under the same agreement: Colonia accord",
        (
            KEPT.fact(0),
            "follows",
            BREACH.fact(1),
        ): "the same party: Uruguay; joined by another step of the same commitment",
        (
            REPLY.fact(0),
            "contradicts",
            BREACH.fact(2),
        ): "words in common: old, lighthouse, Colonia, repaired, April; 2 days later",
    }
    assert validate(store.view()) == []


def test_links_come_out_the_same_in_any_order_and_when_drawn_again() -> None:
    expected = links(stored())
    assert all(
        links(stored(wires)) == expected for wires in itertools.islice(itertools.permutations(QUARREL), 0, None, 17)
    )
    store = stored()
    with store.writer() as writer:
        identify(writer)
    assert links(store) == expected


def test_a_forgotten_wire_takes_its_links_along_at_once() -> None:
    store = stored()
    with store.writer() as writer:
        writer.forget("charge")
    left = links(store)
    assert set(left) == {
        (BREACH.fact(0), "allegesBreachOf", DEAL),
        (KEPT.fact(0), "follows", BREACH.fact(1)),
        (REPLY.fact(0), "contradicts", BREACH.fact(2)),
    }
    assert len(list(store.view().graph(str(LINKS)))) == 6 * len(left)


def test_a_denial_of_what_its_own_wire_tells_again_answers_the_wire_that_told_it_first() -> None:
    again = (
        Wire("again", 6)
        .accused(
            "Edelmira Yegros had accused Uruguay of blocking the ferries at Colonia.",
            by="Edelmira Yegros",
            of="Uruguay",
            act="blocking the ferries at Colonia",
        )
        .denied("Uruguay had denied blocking ferries there.", by="Uruguay", of="Uruguay", act="blocking ferries there")
    )
    found = links(stored([CHARGE, again]))
    assert (again.fact(1), "denies", CHARGE.fact(0)) in found
    assert (again.fact(1), "denies", again.fact(0)) in found  # where its own graph does not say so


def test_what_is_said_to_be_denied_is_tied_to_whoever_claims_it() -> None:
    charge = Wire("charge", 2).accused(
        "Nilda Recalde said the Pilot Union was hiding a leak of fuel at Colonia.",
        by="Nilda Recalde",
        of="Pilot Union",
        act="was hiding a leak of fuel at Colonia",
    )
    denial = Wire("denial", 3).said(
        "The Pilot Union denies any leak of fuel at Colonia.",
        by="Pilot Union",
        content="any leak of fuel at Colonia",
        cue="denies",
    )
    assert set(links(stored([charge, denial]))) == {(denial.fact(0), "denies", charge.fact(0))}


@pytest.mark.parametrize(
    ("content", "linked"),
    [
        ("The old lighthouse at Colonia was not repaired in April", True),
        ("The old lighthouse at Colonia may not be repaired in April", False),
        ("If the old lighthouse at Colonia was not repaired in April, ships sank", False),
        ("The old lighthouse at Colonia was not only repaired in April", False),
        ("The new harbor at Colonia was not repaired in April", False),
        ("The old lighthouse at Colonia was not sold or painted or moved by anybody", False),
        ("It was not repaired in April", False),
    ],
)
def test_a_clause_contradicts_only_its_own_negation(content: str, linked: bool) -> None:
    reply = Wire("reply", 12).said(f"{content}, the Pilot Union said.", by="Pilot Union", content=content)
    assert any(relation == "contradicts" for _, relation, _ in links(stored([BREACH, reply]))) is linked


def test_nobody_contradicts_themselves() -> None:
    content = "The old lighthouse at Colonia was not repaired in April"
    reply = Wire("reply", 12).said(f"{content}, Nilda Recalde said.", by="Nilda Recalde", content=content)
    assert not any(relation == "contradicts" for _, relation, _ in links(stored([BREACH, reply])))


def test_that_the_accused_did_not_contradicts_the_accusation() -> None:
    content = "Uruguay has not blocked the ferries at Colonia"
    said = Wire("said", 4).said(f"{content}, Braulio Ansina said.", by="Braulio Ansina", content=content)
    other = "Paraguay has not blocked the ferries at Colonia"
    beside = Wire("beside", 4).said(f"{other}, Braulio Ansina said.", by="Braulio Ansina", content=other)
    assert set(links(stored([CHARGE, said, beside]))) == {(said.fact(0), "contradicts", CHARGE.fact(0))}
