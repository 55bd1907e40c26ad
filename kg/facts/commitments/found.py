"""A commitment in tokens, and what all rules for commitments ask: is it real, what is to be done, under what, for whom."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.facts.commitments.fact import Status
from kg.language import syntax
from kg.language.attribution import DAYS
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.model import Mention

HYPOTHETICAL = {"may", "might", "could", "should", "can", "must", "would"}
REAL = {"agree", "continue", "meet", "gather", "manage"}  # verbs whose infinitive tells what is so
UNDER = {
    "under",
    "in line with",
    "in accordance with",
    "within the framework of",
    "pursuant to",
    "in keeping with",
    "as part of",
}


@dataclass(frozen=True)
class Found:
    """A commitment in tokens."""

    cue: Token
    party: tuple[Mention, ...]
    act: Span
    status: Status
    confidence: float
    counterpart: tuple[Mention, ...] = ()
    under: Mention | None = None


def is_real(verb: Token) -> bool:
    """Whether a verb tells what is so: not denied, not merely possible, not under "if", not asked for."""
    if syntax.is_negated(verb) or syntax.has_modal(verb, HYPOTHETICAL) or syntax.is_conditional(verb):
        return False
    is_governed = verb.dep_ in {"xcomp", "advcl", "acl", "ccomp", "obl"} and verb.head.lemma_ not in REAL
    return not (syntax.is_infinitive(verb) and is_governed)


def act_of(verb: Token) -> Span | None:
    """What a verb of undertaking governs: an infinitive, a clause, a noun phrase or a gerund."""
    governed = syntax.children(verb, {"xcomp", "ccomp", *syntax.OBJECTS})
    governed += syntax.obliques(verb, {"to", "on", "upon", "for"})
    governed += syntax.governed_clauses(verb, {"to", "on", "for"})
    governed = [g for g in governed if g.i > verb.i and g.pos_ != "PRON" and g.lower_ not in DAYS]
    clauses = [g for g in governed if g.dep_ in {"xcomp", "ccomp"}]
    head = next(iter(clauses or governed), None)
    return syntax.extent(head, past_dashes=True) if head is not None else None


def act_within(noun: Token, labels: set[str]) -> Span:
    """What a noun for an undertaking says is to be done: the clause that hangs on it, else the phrase itself."""
    hung = [c for c in noun.children if c.i > noun.i and c.dep_ in labels and syntax.preposition(c) != "under"]
    hung = [
        c for c in hung if c.tag_ not in {"VBN", "VBD"}
    ]  # "a protocol announced in Bern" announces nothing to be done
    clause = next((c for c in hung if c.pos_ == "VERB"), hung[0] if hung else None)
    return syntax.extent(clause, past_dashes=True) if clause is not None else syntax.phrase(noun)


def act_from(first: int, verb: Token) -> Span:
    """A clause from one of its tokens to its end."""
    end = min(verb.right_edge.i + 1, verb.sent.end)
    end = next((token.i for token in verb.doc[verb.i : end] if syntax.turns_away(token)), end)
    return syntax.trimmed(verb.doc[first:end])


def agreement_in(reading: Reading, *heads: Token | None) -> Mention | None:
    """The agreement named within these phrases."""
    named = (reading.referents.agreement(syntax.full_phrase(h)) for h in heads if h is not None)
    return next((mention for mention in named if mention is not None), None)


def agreement_over(reading: Reading, verb: Token) -> Mention | None:
    """The agreement under which something is done: "under the deal"."""
    return agreement_in(reading, *syntax.obliques(verb, UNDER))


def under_whom(reading: Reading, head: Token, prepositions: set[str]) -> tuple[Mention, ...]:
    """The actors that hang on a verb or noun under these prepositions."""
    return unique(m for n in syntax.obliques(head, prepositions) for m in reading.referents.who(n))


def to_whom(reading: Reading, verb: Token) -> tuple[Mention, ...]:
    """Those a promise is made to."""
    labels = syntax.INDIRECT | (syntax.OBJECTS if syntax.child(verb, {"xcomp", "ccomp"}) is not None else set())
    given = (m for head in syntax.children(verb, labels) if head.i > verb.i for m in reading.referents.who(head))
    return unique((*given, *under_whom(reading, verb, {"to", "with", "for"})))


def doers(reading: Reading, verb: Token) -> tuple[Mention, ...]:
    """Who does what a verb says, in either voice."""
    return reading.referents.who(syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb))
