"""A commitment in tokens, and what its rules ask of the parse: what is to be done, under what, by whom and for whom."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.facts.commitments.fact import Status
from kg.facts.commitments.reality import lead_of
from kg.language import syntax
from kg.language.attribution import DAYS
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.model import Mention

UNDER = {
    ("under",),
    ("in", "line", "with"),
    ("in", "accordance", "with"),
    ("in", "compliance", "with"),
    ("in", "keeping", "with"),
    ("within", "the", "framework", "of"),
    ("pursuant", "to"),
    ("as", "part", "of"),
}
TIMES = {"year", "month", "week"}  # "committed to last year"
BESIDE = {"sidelines", "sideline", "margins", "eve", "anniversary"}  # where or when, never what
CLAUSES = {"acl", "advcl", "ccomp", "xcomp"}
FURTHER = {"for", "from", "until", "till", "by", "starting", "worth"}  # what says more of a deed, behind it


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
    is_shared: bool = False  # whether it binds all parties of its agreement, unnamed here: "the deal provides for …"


def act_of(verb: Token) -> Span | None:
    """What a verb of undertaking governs: an infinitive, a clause, a noun phrase or a gerund."""
    governed = syntax.children(verb, {"xcomp", "ccomp", *syntax.OBJECTS})
    governed += syntax.obliques(verb, {"to", "on", "upon", "for"})
    governed += syntax.governed_clauses(verb, {"to", "on", "for"})
    governed = [g for g in governed if g.i > verb.i and g.pos_ != "PRON" and g.lower_ not in DAYS | TIMES]
    clauses = [g for g in governed if g.dep_ in {"xcomp", "ccomp"}]
    head = next(iter(clauses or governed), None)
    if head is None:
        return None
    act = syntax.extent(head, past_dashes=True)
    return act if clauses else with_rest(verb, act)


def with_rest(verb: Token, act: Span) -> Span:
    """A deed with what the parser has hung on the verb behind it: "a truce | from May 1", "peace talks | to end the war"."""
    end = act.end
    for c in verb.children:
        goes_on = syntax.preposition(c) in FURTHER or (c.dep_ == "advcl" and syntax.is_infinitive(c))
        if c.left_edge.i == end and goes_on and c.lower_ not in DAYS:
            end = c.right_edge.i + 1
    return syntax.trimmed(act.doc[act.start : end])


def act_within(noun: Token, about: set[str]) -> Span:
    """What a noun for an undertaking says is to be done: the clause that hangs on it or, under some prepositions, the
    noun; else the phrase itself."""
    hung = [c for c in noun.children if c.i > noun.i and c.dep_ in CLAUSES] + syntax.obliques(noun, about)
    hung = [c for c in hung if c.lower_ not in BESIDE | DAYS]
    # "A protocol announced in Bern" announces nothing to be done.
    hung = sorted((c for c in hung if c.tag_ not in {"VBN", "VBD"}), key=lambda c: c.i)
    clause = next((c for c in hung if c.pos_ == "VERB"), hung[0] if hung else None)
    return syntax.extent(clause, past_dashes=True) if clause is not None else text_of(noun)


def text_of(noun: Token) -> Span:
    """The words that name an agreement or undertaking: all that hangs on it up to its parties or a clause."""
    whole = syntax.full_phrase(noun)
    loose = [c for c in noun.children if c.i > noun.i and (c.dep_ in syntax.LOOSE or c.tag_ in {"VBN", "VBD"})]
    loose += syntax.obliques(noun, {"with", "between"})
    end = min([c.left_edge.i for c in loose if c.left_edge.i > noun.i] + [whole.end])
    return syntax.trimmed(whole.doc[whole.start : end])


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
    """The agreement under which something is done: "under the deal", and "under which", of the deal before."""
    for noun in syntax.nominal_dependents(verb):
        for each in (noun, *syntax.nominal_dependents(noun)):
            if not stands_under(each):
                continue
            is_relative = each.lower_ == "which" and verb.dep_ in {"acl:relcl", "relcl"}
            found = agreement_in(reading, verb.head if is_relative else each)
            if found is not None:
                return found
    return None


def stands_under(noun: Token) -> bool:
    """Whether a noun stands behind "under", "in line with" or the like, whatever the parser makes of those words."""
    cases = [c.i for c in noun.lefts if c.dep_ == "case"]
    start = max(cases) + 1 if cases else noun.left_edge.i
    before = [t.lower_ for t in noun.doc[max(start - 4, 0) : start]]
    return any(before[-len(words) :] == list(words) for words in UNDER)


def word_under(under: Mention | None, party: tuple[Mention, ...]) -> Status:
    """How a given word stands: under an agreement it binds, one side or all."""
    return "pledged" if under is None else "agreed" if len(party) > 1 else "obliged"


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
    is_done = syntax.is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    return listed(reading, syntax.agent(verb) if is_done else doer(verb))


def doer(verb: Token) -> Token | None:
    """Who a verb is about: of what somebody is accused or blamed, that one."""
    if syntax.own_subject(verb) is None and verb.tag_ == "VBG" and lead_of(verb) in {"of", "for"}:
        accused = syntax.child(verb.head, syntax.OBJECTS)
        return accused or syntax.own_subject(verb.head)
    return syntax.subject(verb)


def listed(reading: Reading, head: Token | None) -> tuple[Mention, ...]:
    """The actors that a noun phrase refers to; "X, Y agree" names two countries, whatever the parser makes of Y."""
    if head is None or head.lower_ == "other":
        return ()  # who "the other" is, the sentence tells elsewhere
    found = reading.referents.who(head)
    behind = [m for c in syntax.children(head, {"appos"}) for m in reading.referents.who_is(c)]
    both = unique((*found, *behind))
    return both if all(reading.referents.actor(m.entity).type == "country" for m in both) else found


def is_headline(reading: Reading, token: Token) -> bool:
    """Whether a word stands in a headline or subhead."""
    return any(p.start <= token.idx < p.end for p in reading.article.parts if p.kind in {"headline", "subhead"})
