"""What becomes of commitments: taken on, kept, broken or set aside."""

from spacy.tokens import Token

from kg.facts.commitments.fact import Status
from kg.facts.commitments.found import (
    Found,
    act_within,
    agreement_in,
    agreement_over,
    doers,
    text_of,
    to_whom,
    under_whom,
    word_under,
)
from kg.facts.commitments.reality import NOBODY, OPEN, is_real
from kg.facts.commitments.undertaking import owed_by
from kg.facts.commitments.words import fates, is_in, is_truce, words
from kg.language import syntax
from kg.language.reading import Reading
from kg.model import Mention

ABOUT = {"on", "to", "of", "for", "about", "against", "towards", "concerning", "regarding"}
KEPT_BY = {"to", "with", "by", "from", "on", "of"}  # "abide by", "stick to", "deliver on", "backtrack from"


def commitment_noun(reading: Reading, noun: Token) -> Found | None:
    """ "made a commitment on …", "reaffirmed its pledge to …", "received guarantees from X that …"."""
    is_object = noun.dep_ in syntax.OBJECTS or noun.dep_ in {"nsubj:pass", "nsubjpass"}
    if not is_object or not is_in(noun, "commitment"):
        return None
    verb = noun.head
    is_given = is_in(verb, "take") and not any(c.lower_ in NOBODY for c in noun.children)
    if not is_real(verb) or not (is_given or is_in(verb, "receive")):
        return None
    if is_given:
        party, owed = owed_by(reading, noun) or doers(reading, verb), to_whom(reading, verb)
    else:
        party = under_whom(reading, noun, {"from", "by"}) or under_whom(reading, verb, {"from"})
        owed = doers(reading, verb)
    under = agreement_over(reading, verb) or agreement_in(reading, noun)
    if under is None and verb.dep_ in {"acl:relcl", "relcl"}:
        under = agreement_in(reading, verb.head)
    return Found(verb, party, act_within(noun, ABOUT), word_under(under, party), 0.85, owed, under)


def keeping(reading: Reading, verb: Token) -> Found | None:
    """ "adhered to the agreements", "violated the ceasefire", "failed to deliver on its vow", "suspended the treaty"."""
    status = standing(verb)
    if status is None:
        return None
    for head in kept(verb):
        under = bound_by(reading, verb, head, status)
        if is_in(head, "commitment") and head.lemma_ != "duty":
            act, owner = act_within(head, ABOUT), owed_by(reading, head)
        elif under is not None or is_truce(head):
            act, owner = text_of(head), ()
        else:
            continue
        party = doers(reading, actual(verb)) or owner
        if owner and not {m.entity for m in owner} & {m.entity for m in party}:
            return None  # "I observed their commitment": nobody keeps another's
        return Found(verb, party, act, status, 0.75, (), under)
    return None


def bound_by(reading: Reading, verb: Token, head: Token, status: Status) -> Mention | None:
    """The agreement that is kept or broken, or the keeping of which is suspended."""
    if is_in(head, "keeping") and status != "violated":
        return agreement_in(reading, head, *syntax.obliques(verb, {"in", "of", "with"}))
    if is_in(head, "commitment"):
        return agreement_in(reading, head) or agreement_over(reading, head)
    return reading.referents.agreement([head])


def standing(verb: Token) -> Status | None:
    """What a verb says becomes of a commitment, if it says so of what is: what is not kept is broken."""
    lemma = syntax.lemma(verb, fates())
    if lemma in words()["keep"] | words()["deliver"]:
        if is_failed(verb):
            return "violated"
        if verb.dep_ == "xcomp" and is_in(verb.head, "suspend") and is_real(verb.head):
            return "suspended"
        return "fulfilled" if is_real(verb) else None
    fate: Status | None = None
    if lemma in words()["break"]:
        fate = "violated"
    elif lemma in words()["suspend"] or is_shelved(verb):
        fate = "suspended"
    return fate if fate is not None and is_real(verb) else None


def is_shelved(verb: Token) -> bool:
    """Whether something is put "on hold" or "on ice"."""
    return is_in(verb, "hold") and any(n.lower_ in {"hold", "ice"} for n in syntax.obliques(verb, {"on"}))


def is_failed(verb: Token) -> bool:
    """Whether something is said not to be kept: "did not observe", "failed to fulfil"."""
    if verb.dep_ == "xcomp" and is_in(verb.head, "fail"):
        return is_real(verb.head) or verb.head.tag_ == "VBG"
    return syntax.is_negated(verb) and not syntax.has_modal(verb, OPEN) and not syntax.is_infinitive(verb)


def actual(verb: Token) -> Token:
    """The verb whose doer counts: that of failing, where one failed to do it."""
    return verb.head if verb.dep_ == "xcomp" and (is_in(verb.head, "fail") or is_in(verb.head, "suspend")) else verb


def kept(verb: Token) -> list[Token]:
    """What may be kept or broken: the heads of what a verb acts on."""
    if syntax.is_passive(verb):
        subject = syntax.own_subject(verb)
        return [subject] if subject is not None else []
    objects = [syntax.child(verb, syntax.OBJECTS), *syntax.obliques(verb, KEPT_BY)]
    return [h for h in objects if h is not None and h.i > verb.i and not any(c.lower_ in NOBODY for c in h.children)]


def breaching(reading: Reading, noun: Token) -> Found | None:
    """ "held back water in breach of the accords", "is in violation of the treaty"."""
    if not is_in(noun, "breach") or syntax.preposition(noun) != "in":
        return None
    text = next(iter(syntax.obliques(noun, {"of"})), None)
    under = reading.referents.agreement([text]) if text is not None else None
    verb = noun if syntax.child(noun, {"cop"}) is not None else noun.head
    if text is None or under is None or verb.pos_ not in {"VERB", "NOUN"} or not is_real(verb):
        return None
    return Found(noun, doers(reading, verb), text_of(text), "violated", 0.6, (), under)
