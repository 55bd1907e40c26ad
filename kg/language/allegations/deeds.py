"""Wrongs told within what somebody says: "said that X had attacked …", "the aggression of X"."""

from spacy.tokens import Span, Token

from kg.language import syntax
from kg.language.allegations.allegation import Allegation
from kg.language.allegations.court import Court
from kg.language.allegations.deed import HELPING, is_done_to
from kg.language.allegations.denying import is_sparing
from kg.language.allegations.wrongs import is_bad_act, is_failing, is_in, is_misdeed, wrongs
from kg.model import Mention

POSSIBLE = {"would", "could", "might", "may", "can", "should", "must"}
REAL = {"continue", "try", "attempt", "seek", "aim", "plan", "want", "intend", "be", "begin", "start"}
VAGUE = {"pressure", "threat", "hostility", "violence", "expansion"}


def by_deed(court: Court, verb: Token) -> Allegation | None:
    """A clause within a statement whose subject does wrong, or does none: "said that X had attacked …"."""
    attribution = court.attribution_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if attribution is None or not is_wrong(verb) or is_excused(verb):
        return None
    doer = doer_of(verb)
    accused, speakers = doers(court, doer), court.sources(attribution)
    if not accused or not speakers or any(is_nature(court, m) for m in accused):
        return None
    is_denied = syntax.is_negated(verb) and not is_failing(verb)
    if is_mild(verb) and (is_denied or syntax.child(verb, syntax.OBJECTS | syntax.PASSIVE_SUBJECTS) is None):
        return None
    if not is_denied and court.is_own_side(accused, speakers):
        return None
    tell = court.deny if is_denied else court.accuse
    return tell(speakers, accused, deed(verb, doer), attribution, 0.6 if is_in(verb, "wrong") else 0.5)


def by_misdeed(court: Court, noun: Token) -> Allegation | None:
    """A wrong named within a statement, with its culprit: "the aggression of X", "X's violation of …"."""
    attribution = court.attribution_of(noun) if noun.pos_ == "NOUN" else None
    if attribution is None or not is_misdeed(noun):
        return None
    if noun.lemma_ in VAGUE and not syntax.possessor(noun) and not syntax.obliques(noun, {"by", "from"}):
        return None
    accused, speakers = court.culprits(noun, any_nation=False), court.sources(attribution)
    if not accused or not speakers or court.is_own_side(accused, speakers):
        return None
    return court.accuse(speakers, accused, syntax.extent(noun), attribution, 0.5)


# Whether it is a wrong


def is_wrong(verb: Token) -> bool:
    """Whether what a verb says is a wrong: by itself, by its adverb or object, or because it is not done."""
    return is_in(verb, "wrong") or (syntax.is_negated(verb) and is_failing(verb)) or is_bad_act(verb)


def is_mild(verb: Token) -> bool:
    """Whether a verb of wrong is often innocent, and counts only with somebody or something that suffers it."""
    return syntax.lemma(verb, wrongs()["wrong"]) in wrongs()["mild"]


def is_excused(verb: Token) -> bool:
    """Whether no wrong is alleged for all that: it is only possible, hits nobody, or hits those who do wrong."""
    return is_hypothetical(verb) or is_sparing(verb) or hits_the_lawless(verb)


def is_hypothetical(verb: Token) -> bool:
    """Whether a deed is not told as done: it may be, would be if, or is only meant."""
    if syntax.has_modal(verb, POSSIBLE) or syntax.is_conditional(verb):
        return True
    return syntax.is_infinitive(verb) and verb.head.lemma_ not in REAL


def hits_the_lawless(verb: Token) -> bool:
    """Whether those hit are called terrorists, militants or the like by the speaker: then no wrong is alleged."""
    hit = [*syntax.children(verb, syntax.OBJECTS), *syntax.obliques(verb, {"on", "against"})]
    hit += [n for o in hit for n in syntax.obliques(o, {"on", "against", "of"})]
    return any(t.lemma_.lower() in wrongs()["lawless"] for h in hit for t in (h, *h.children))


# Who did it, and what


def doer_of(verb: Token) -> Token | None:
    """The head of who does a deed."""
    return syntax.agent(verb) if is_done_to(verb) else syntax.subject(verb)


def doers(court: Court, doer: Token | None) -> tuple[Mention, ...]:
    """Who does a deed; where a strike or another misdeed does it, who did that."""
    named = court.referents.who(doer)
    if not named and doer is not None and doer.lemma_ in wrongs()["strike"] | wrongs()["misdeed"]:
        return court.culprits(doer, any_nation=True)
    return named


def is_nature(court: Court, mention: Mention) -> bool:
    """Whether what did it is a storm, a flood or the like."""
    return bool(wrongs()["nature"] & set(court.referents.actor(mention.entity).name.lower().split()))


def deed(verb: Token, doer: Token | None) -> Span:
    """The clause of a wrong, without its subject where that stands before it."""
    start = min([c.i for c in verb.children if c.i < verb.i and c.dep_ in HELPING] or [verb.i])
    subject = syntax.own_subject(verb)
    if is_done_to(verb) and subject is not None and subject.i < verb.i:
        start = min(syntax.full_phrase(subject).start, start)
    if doer is not None and start <= doer.i < verb.i:
        start = doer.i + 1
    inside, end = {t.i for t in verb.subtree}, verb.i + 1
    while end in inside:
        end += 1
    return syntax.trimmed(verb.doc[start : min(end, verb.sent.end)])
