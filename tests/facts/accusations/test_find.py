"""Accusations: what is alleged and by nobody rejected."""

from pathlib import Path

from kg.facts.accusations.fact import Accusation
from tests.parses import parses

PARSES = parses(Path(__file__).parent.with_name("facts.conllu"))


def test_an_accusation_has_who_accuses_whom_of_what_and_its_proof() -> None:
    found = PARSES.findings("Captain Nils Brekke accused the port authority of hiding cracks.")
    names = {actor.id: actor.name for actor in found.actors}
    (fact,) = (f for f in found.facts if isinstance(f, Accusation))
    assert [names[m.entity] for m in fact.accuser] == ["Nils Brekke"]
    assert [names[m.entity] for m in fact.accused] == ["port authority"]
    assert (fact.act.text, fact.cue.text if fact.cue else None) == ("hiding cracks", "accused")
    assert fact.evidence.exact == found.article.text


def test_to_accuse_is_to_say_and_to_accuse() -> None:
    found = PARSES.findings("Captain Nils Brekke accused the port authority of hiding cracks.")
    assert sorted(fact.kind for fact in found.facts) == ["accusation", "statement"]


def test_a_denial_is_never_an_accusation() -> None:
    for text in ("The port authority denied hiding cracks.", "Brekke rejected the accusations."):
        assert not any(isinstance(fact, Accusation) for fact in PARSES.findings(text).facts)
