"""What becomes of commitments: taken on, kept, broken, or simply done under an agreement."""

from spacy.tokens import Token

from kg.facts.commitments.fact import Status
from kg.facts.commitments.found import (
    Found,
    act_from,
    act_within,
    agreement_in,
    agreement_over,
    doers,
    is_real,
)
from kg.facts.commitments.words import fates, words
from kg.language import syntax
from kg.language.reading import Reading


def commitment_noun(reading: Reading, noun: Token) -> Found | None:
    """ "made a commitment on …", "reaffirmed its pledge to …", "undertook certain commitments"."""
    is_object = noun.dep_ in syntax.OBJECTS or noun.dep_ in {"nsubj:pass", "nsubjpass"}
    if not is_object or noun.lemma_.lower() not in words()["commitment"]:
        return None
    verb = noun.head
    status = fate(verb)
    if status is None or not is_real(verb):
        return None
    party = doers(reading, verb)
    under = agreement_over(reading, verb) or agreement_in(reading, noun)
    if under is None and verb.dep_ in {"acl:relcl", "relcl"}:
        under = agreement_in(reading, verb.head)
    if status == "pledged" and under is not None:
        status = "agreed" if len(party) > 1 else "obliged"
    act = act_within(noun, {"acl", "nmod", "ccomp", "advcl", "xcomp"})
    return Found(verb, party, act, status, 0.7, (), under)


def fate(verb: Token) -> Status | None:
    """What becomes of a commitment by what is done to it."""
    lemma = syntax.lemma(verb, fates())
    if lemma in words()["take"]:
        return "pledged"
    if lemma in words()["keep"]:
        return "fulfilled"
    return "violated" if lemma in words()["break"] else None


def keeping(reading: Reading, verb: Token) -> Found | None:
    """ "adhered to the agreements", "violated the ceasefire", "withdrew from the treaty"."""
    status = fate(verb)
    if status not in {"fulfilled", "violated"} or not is_real(verb):
        return None
    for head in kept(verb):
        under = reading.referents.agreement([head])
        if under is not None or head.lemma_.lower() in words()["truce"]:
            return Found(verb, doers(reading, verb), syntax.full_phrase(head), status, 0.65, (), under)
    return None


def kept(verb: Token) -> list[Token]:
    """What may be kept or broken: the heads of what a verb acts on."""
    if syntax.is_passive(verb):
        subject = syntax.own_subject(verb)
        return [subject] if subject is not None else []
    objects = [syntax.child(verb, syntax.OBJECTS), *syntax.obliques(verb, {"to", "with", "by", "from", "on"})]
    return [head for head in objects if head is not None and head.i > verb.i]


def doing_under(reading: Reading, verb: Token) -> Found | None:
    """ "Under the deal, border guards were deployed": a duty, or done already."""
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return None
    if syntax.is_negated(verb) or syntax.has_modal(verb, {"may", "might", "could", "can", "would"}):
        return None
    if any(c.lemma_.lower() in words()["commitment"] for c in syntax.children(verb, syntax.OBJECTS)):
        return None  # "under the deal, X made a commitment" is told by its noun
    under, subject = agreement_over(reading, verb), syntax.own_subject(verb)
    if under is None or subject is None:
        return None
    must = syntax.has_modal(verb, {"must", "shall", "should", "will"}) or verb.lemma_ in {"oblige", "require"}
    if not must and verb.tag_ not in {"VBD", "VBN"}:
        return None
    first = min([c.i for c in verb.children if c.dep_ in syntax.AUXILIARIES and c.i < verb.i] or [verb.i])
    status: Status = "obliged" if must else "fulfilled"
    return Found(verb, reading.referents.who(subject), act_from(first, verb), status, 0.5, (), under)
