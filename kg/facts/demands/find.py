"""How demands are found: by a verb of demanding, and by "must" in what somebody says of another."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.facts.demands.fact import Demand
from kg.language import syntax
from kg.language.made import is_made
from kg.language.reading import Reading
from kg.language.tokens import offsets, told_parts
from kg.model import Mention

FINDER = "demands/1"
CUES = {"demand", "insist", "urge", "call"}
PRESSING = {"immediately", "urgently", "finally"}  # make of "should" a demand
NOT_DEEDS = {"be", "have", "know", "understand", "remember", "think", "feel", "want", "need", "win", "score"}
OWN_PEOPLE = {"citizen", "national", "resident", "compatriot"}  # are advised, not pressed
WHOLE = {"ROOT", "ccomp", "conj", "parataxis"}


@dataclass(frozen=True)
class Found:
    """A demand in tokens."""

    cue: Token
    demander: tuple[Mention, ...]
    addressee: tuple[Mention, ...]
    act: Span
    confidence: float


def find(reading: Reading) -> Iterator[Demand]:
    """The demands of a reading, in text order."""
    for _, span in told_parts(reading.article, reading.doc):
        for token in span:
            found = told_by(reading, token)
            if found is not None and is_between_two(found):
                yield demand(reading, found)


def is_between_two(found: Found) -> bool:
    """Whether it is known who demands of whom; nobody demands of himself."""
    demander, addressee = ({m.entity for m in side} for side in (found.demander, found.addressee))
    return bool(demander and addressee and not demander & addressee)


def told_by(reading: Reading, token: Token) -> Found | None:
    """The demand that a word is the cue of."""
    if token.pos_ == "VERB" and token.lemma_ in CUES:
        return demanding(reading, token)
    if token.pos_ == "AUX" and token.lower_ in {"must", "should"}:
        return obliging(reading, token)
    return None


def demanding(reading: Reading, verb: Token) -> Found | None:
    """ "demanded that X leave", "demanded X's withdrawal", "urged X to leave", "called on X to leave"."""
    if not is_made(verb):
        return None
    who = reading.referents.who(syntax.subject(verb))
    clause = next((c for c in syntax.children(verb, {"ccomp"}) if c.i > verb.i), None)
    if verb.lemma_ in {"demand", "insist"} and clause is not None:
        return bidding(reading, verb, who, clause)
    if verb.lemma_ == "demand":
        return claiming(reading, verb, who)
    if verb.lemma_ in {"urge", "call"}:
        return urging(reading, verb, who)
    return None


def bidding(reading: Reading, verb: Token, who: tuple[Mention, ...], clause: Token) -> Found | None:
    """ "demanded that X leave", "insisted that X must leave": not "insisted that X left"."""
    if syntax.is_passive(clause) or not (is_bare(clause) or syntax.has_modal(clause, {"must", "should"})):
        return None
    return Found(verb, who, reading.referents.who(syntax.own_subject(clause)), words_of(clause), 0.85)


def claiming(reading: Reading, verb: Token, who: tuple[Mention, ...]) -> Found | None:
    """ "demanded an answer from X", "demanded X's withdrawal"."""
    what = next((c for c in syntax.children(verb, syntax.OBJECTS) if c.i > verb.i), None)
    if what is None:
        return None
    of_whom = syntax.obliques(verb, {"from", "of"}) + syntax.obliques(what, {"from"})
    addressed = next(iter(of_whom), None) or syntax.possessor(what)
    return Found(verb, who, reading.referents.who(addressed), syntax.full_phrase(what), 0.75)


def urging(reading: Reading, verb: Token, who: tuple[Mention, ...]) -> Found | None:
    """ "urged X to leave", "called on X to leave"."""
    on = syntax.obliques(verb, {"on", "upon"}) if verb.lemma_ == "call" else syntax.children(verb, syntax.OBJECTS)
    whom = next((n for n in on if n.i > verb.i), None)
    if whom is None or whom.lemma_ in OWN_PEOPLE:
        return None
    hung = [c for head in (verb, whom) for c in syntax.children(head, {"xcomp", "ccomp", "advcl", "acl"})]
    act = next((c for c in hung if c.i > whom.i and syntax.is_infinitive(c)), None)
    return Found(verb, who, reading.referents.who(whom), words_of(act), 0.85) if act is not None else None


def obliging(reading: Reading, modal: Token) -> Found | None:
    """ "X must leave", "X should immediately leave", where another says so."""
    verb = modal.head
    is_pressing = modal.lower_ == "must" or any(c.lower_ in PRESSING for c in verb.children)
    if not is_pressing or verb.pos_ != "VERB" or verb.lemma_ in NOT_DEEDS or verb.dep_ not in WHOLE:
        return None
    if syntax.is_passive(verb) or syntax.is_conditional(verb) or syntax.has_modal(verb, {"have"}):
        return None
    subject, told = syntax.own_subject(verb), reading.holding(verb)
    if subject is None or subject.lower_ == "it":
        return None  # "if there is a deal, it must …"
    if told is None or told.verb is None or reading.doc[told.verb].lemma_ in CUES:
        return None  # the verb of demanding tells it
    who = reading.referents.who_at(told.sources)
    whom = reading.referents.who(subject)
    if any(is_own_side(reading, s.entity, m.entity) for s in who for m in whom):
        return None
    return Found(reading.doc[told.verb], who, whom, words_of(verb), 0.7)


def is_own_side(reading: Reading, speaker: str, other: str) -> bool:
    """Whether somebody speaks of the own country or of its people, or may well do so."""
    code = reading.referents.actor(other).country
    home = reading.referents.actor(speaker).country
    if home is None and reading.article.dateline is not None:
        home = next((place.country for place in reading.referents.locations[:1]), None)
    office = reading.referents.office_of.get(speaker)
    return (code is not None and code == home) or (office is not None and office.entity == other)


def is_bare(verb: Token) -> bool:
    """Whether a verb has the bare form of what is asked for: "that he leave"."""
    return verb.tag_ == "VB" and syntax.child(verb, syntax.AUXILIARIES) is None


def words_of(verb: Token) -> Span:
    """A deed from its verb to the end of the clause, with the "not" before it."""
    first = min([c.i for c in verb.children if c.lower_ in syntax.NEGATIONS and c.i < verb.i] or [verb.i])
    return syntax.trimmed(verb.doc[first : min(verb.right_edge.i + 1, verb.sent.end)])


def demand(reading: Reading, found: Found) -> Demand:
    """The fact, with the words that prove it."""
    act, cue = offsets(found.act), offsets(found.cue)
    return Demand(
        id=f"demand/{act.start}-{act.end}",
        evidence=reading.evidence(act, cue),
        cue=reading.passage(cue),
        confidence=found.confidence,
        finder=FINDER,
        demander=found.demander,
        addressee=found.addressee,
        act=reading.passage(act),
    )
