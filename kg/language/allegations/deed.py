"""What somebody is said to do within what somebody says: each clause and each noun that may tell a wrong, with its doers."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.language import syntax
from kg.language.allegations.court import Court
from kg.language.allegations.wrongs import is_misdeed, wrongs
from kg.language.attribution import Attribution
from kg.language.referents import unique
from kg.language.tokens import told_parts
from kg.model import Article, Mention

HELPING = syntax.AUXILIARIES | {"advmod", "neg"}


@dataclass(frozen=True)
class Deed:
    """A clause or noun within what somebody says: the word that tells it, who does it, all its words."""

    head: Token
    attribution: Attribution
    doer: Token | None  # the head of the words that name who does it; none where none do
    doers: tuple[Mention, ...]
    act: Span


Done = tuple[Token | None, tuple[Mention, ...], Span]


def deeds_in(court: Court, article: Article) -> Iterator[Deed]:
    """All deeds told within what anybody says in an article, in text order."""
    for _, span in told_parts(article, court.doc):
        yield from (deed for word in span if (deed := deed_of(court, word)) is not None)


def deed_of(court: Court, word: Token) -> Deed | None:
    """The deed that a word tells, if it tells one."""
    attribution = court.attribution_of(word)
    if attribution is None:
        return None
    done = done_by_verb(court, word) if is_clause(word) else done_by_noun(court, word)
    return Deed(word, attribution, *done) if done is not None and len(done[2]) else None


def is_clause(word: Token) -> bool:
    """Whether a word is a predicate: a verb, or what "be" ascribes to somebody."""
    if word.pos_ in {"VERB", "AUX"}:
        return word.dep_ not in syntax.AUXILIARIES
    return syntax.child(word, {"cop"}) is not None and syntax.own_subject(word) is not None


def done_by_verb(court: Court, verb: Token) -> Done | None:
    """Who does what a clause tells. What only opens another verb is left to that: "tried to seize"."""
    if opened(verb) is not None:
        return None
    first = opener(verb)
    doer = syntax.agent(verb) if is_done_to(verb) else syntax.subject(first)
    doers = court.referents.who(doer)
    if not doers and doer is not None:
        doers = court.culprits(doer, any_nation=True)
    return doer, doers, clause(verb, first, doer)


def opened(verb: Token) -> Token | None:
    """The verb that a verb only opens, having no object of its own: "tried to seize"."""
    inner = syntax.child(verb, {"xcomp"})
    if inner is None or inner.pos_ != "VERB" or syntax.own_subject(inner) is not None:
        return None
    return inner if syntax.child(verb, syntax.OBJECTS) is None else None


def opener(verb: Token) -> Token:
    """The outermost verb that opens a verb."""
    while verb.dep_ == "xcomp" and verb.head.pos_ in {"VERB", "AUX"} and opened(verb.head) == verb:
        verb = verb.head
    return verb


def is_done_to(verb: Token) -> bool:
    """Whether a deed is told of those who suffer it: "was attacked", "the city attacked by …"."""
    return syntax.is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"})


def clause(verb: Token, first: Token, doer: Token | None) -> Span:
    """The clause of a deed from the verb that opens it, without its subject where that stands before it, nor what is joined to it."""
    start = min([c.i for c in first.children if c.i < first.i and c.dep_ in HELPING] or [first.i])
    subject = syntax.own_subject(first)
    if is_done_to(verb) and subject is not None and subject.i < verb.i:
        start = min(syntax.full_phrase(subject).start, start)
    if doer is not None and start <= doer.i < first.i:
        start = doer.i + 1
    joined = {t.i for v in (verb, first) for c in v.children if is_joined(c) for t in c.subtree}
    inside, end = {t.i for t in first.subtree} - joined, max(verb.i, first.i) + 1
    while end in inside:
        end += 1
    while end > start + 1 and verb.doc[end - 1].pos_ == "CCONJ":
        end -= 1
    return syntax.trimmed(verb.doc[start : min(end, verb.sent.end)])


def is_joined(token: Token) -> bool:
    """Whether a word opens a clause joined to the one before it by "and", "but" or a comma."""
    return token.dep_ in {"conj", "parataxis"} and token.pos_ in {"VERB", "AUX"}


def done_by_noun(court: Court, noun: Token) -> Done | None:
    """Who does what a noun tells: "X's …", "… by X", "… of X", "the X-ish …", "… carried out by X"."""
    if noun.pos_ != "NOUN" or noun.i in court.referents.actor_at or noun.i in court.referents.location_at:
        return None
    doer, doers = culprit(court, noun)
    if not doers and not is_misdeed(noun) and noun.lemma_.lower() not in wrongs()["strike"]:
        return None
    return doer, doers, syntax.extent(noun)


def culprit(court: Court, noun: Token) -> tuple[Token | None, tuple[Mention, ...]]:
    """The head of the words that name the doer of what a noun tells, and whom they mean."""
    participles = [c for c in syntax.children(noun, {"acl"}) if c.tag_ == "VBN"]
    named = [
        syntax.possessor(noun),
        *syntax.obliques(noun, {"by"}),
        *(syntax.agent(c) for c in participles),
        *syntax.obliques(noun, {"from"}),
        *syntax.obliques(noun, {"of"}),
    ]
    for head in named:
        if head is not None and (who := court.referents.who(head) or court.nations(head)):
            return head, unique(who)
    return None, court.nations(noun)
