"""Duties under agreements: what a deal obliges to or provides for, and what must be done or was done under it."""

from spacy.tokens import Span, Token

from kg.facts.commitments.fact import Status
from kg.facts.commitments.found import Found, act_from, act_of, agreement_in, agreement_over, under_whom
from kg.facts.commitments.reality import is_real
from kg.facts.commitments.words import is_in, words
from kg.language import syntax
from kg.language.reading import Reading

UNSIGNED = {"draft", "possible", "potential", "proposed", "planned", "future", "prospective"}


def obliged(reading: Reading, verb: Token) -> Found | None:
    """ "is obliged to …", "is bound by the accords to …", "is required under the deal to …"."""
    if not is_in(verb, "bind") or not (verb.pos_ == "ADJ" or syntax.is_passive(verb)) or not is_real(verb):
        return None
    act = act_of(verb)
    under = agreement_over(reading, verb) or agreement_in(reading, syntax.agent(verb))
    if act is None or (under is None and syntax.lemma(verb, words()["bind"]) not in {"oblige", "obligate", "bind"}):
        return None
    return Found(verb, reading.referents.who(syntax.subject(verb)), act, "obliged", 0.65, (), under)


def stipulating(reading: Reading, verb: Token) -> Found | None:
    """ "The agreement provides for …", "the memorandum stipulates that …", "the treaty obliges X to …"."""
    if not is_in(verb, "provide") and not is_in(verb, "bind"):
        return None
    deal = syntax.own_subject(verb)
    under = reading.referents.agreement([deal]) if deal is not None else None
    if deal is None or under is None or syntax.is_passive(verb) or not is_real(verb):
        return None
    if any(c.lower_ in UNSIGNED for c in deal.children):
        return None
    bound = reading.referents.who(whom_bound(verb))
    act = what_bound(verb) if bound else provided(verb)
    if act is None:
        return None
    parties = bound or under_whom(reading, deal, {"between", "with"})
    return Found(verb, parties, act, "obliged" if bound else "agreed", 0.65, (), under, is_shared=not parties)


def whom_bound(verb: Token) -> Token | None:
    """Whom a deal binds: "obliges Iran", "calls on Iran"."""
    if verb.lemma_ == "call":
        return next(iter(syntax.obliques(verb, {"on", "upon"})), None)
    return syntax.child(verb, syntax.OBJECTS | syntax.INDIRECT) if is_in(verb, "bind") else None


def what_bound(verb: Token) -> Span | None:
    """What a deal binds somebody to: "obliges Iran to …"."""
    clauses = [*syntax.children(verb, {"xcomp", "ccomp", "advcl"}), *syntax.obliques(verb, {"to"})]
    return next((syntax.extent(c, past_dashes=True) for c in clauses if c.i > verb.i), None)


def provided(verb: Token) -> Span | None:
    """What a deal provides for, stipulates or calls for."""
    if verb.lemma_ in {"provide", "call"}:
        heads = [*syntax.obliques(verb, {"for"}), *syntax.governed_clauses(verb, {"for"})]
        return next((syntax.extent(h, past_dashes=True) for h in heads), None)
    heads = [c for c in syntax.children(verb, syntax.OBJECTS | syntax.CLAUSES) if c.i > verb.i]
    return syntax.extent(heads[0], past_dashes=True) if heads and is_in(verb, "provide") else None


def doing_under(reading: Reading, verb: Token) -> Found | None:
    """ "Under the deal, border guards were deployed": a duty, or done already."""
    is_clause = verb.dep_ in {"ROOT", "conj", "ccomp", "parataxis", "acl:relcl", "relcl"}
    if not reading.referents.agreements or not is_clause:
        return None
    if syntax.is_negated(verb) or syntax.has_modal(verb, {"may", "might", "could", "can", "would"}):
        return None
    if any(is_in(c, "commitment") for c in syntax.children(verb, syntax.OBJECTS)):
        return None  # "under the deal, X made a commitment" is told by its noun
    under, subject = agreement_over(reading, verb), syntax.own_subject(verb)
    if under is None or subject is None:
        return None
    must = syntax.has_modal(verb, {"must", "shall", "should", "will"}) or is_in(verb, "bind")
    if not must and verb.tag_ not in {"VBD", "VBN"}:
        return None
    first = min([c.i for c in verb.children if c.dep_ in syntax.AUXILIARIES and c.i < verb.i] or [verb.i])
    status: Status = "obliged" if must else "fulfilled"
    return Found(verb, reading.referents.who(subject), act_from(first, verb), status, 0.65, (), under)
