"""How threats are found: "threatened to …", "vowed to retaliate", and what a speaker says that its own side will do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from kg.facts.threats.fact import Threat
from kg.language import syntax
from kg.language.made import is_made
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.language.tokens import offsets, told_parts
from kg.language.wordlists import word_lists
from kg.model import Mention

FINDER = "threats/1"
FUTURE = {"will", "'ll", "’ll", "shall", "would"}
AGAINST = {"against", "on", "at", "from", "with", "in"}
WHOLE = {"ROOT", "ccomp", "conj", "parataxis"}


@dataclass(frozen=True)
class Found:
    """A threat in tokens; `deed` is the head of what is threatened."""

    cue: Token
    threatener: tuple[Mention, ...]
    deed: Token
    target: tuple[Mention, ...]
    confidence: float


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The lists of words.tsv by their names."""
    return word_lists("kg.facts.threats", "words.tsv")


def find(reading: Reading) -> Iterator[Threat]:
    """The threats of a reading, in text order."""
    for _, span in told_parts(reading.article, reading.doc):
        for token in span:
            found = told_by(reading, token)
            if found is not None and found.threatener:
                yield threat(reading, found)


def told_by(reading: Reading, token: Token) -> Found | None:
    """The threat that a word is the cue of."""
    if token.pos_ == "VERB" and token.lemma_ == "threaten":
        return threatening(reading, token)
    if token.pos_ == "VERB" and token.lemma_ in words()["vow"]:
        return vowing(reading, token)
    if token.pos_ == "AUX" and token.lower_ in FUTURE:
        return warning(reading, token.head)
    return None


def threatening(reading: Reading, verb: Token) -> Found | None:
    """ "threatened to leave", "threatened X with sanctions", "threatened action against X"; not "threatens peace"."""
    if not is_made(verb):
        return None
    who = reading.referents.who(syntax.subject(verb))
    deed = next((c for c in syntax.children(verb, {"xcomp"}) if syntax.is_infinitive(c)), None)
    if deed is not None:
        return Found(verb, who, deed, others(who, hit_by(reading, deed)), 0.85)
    what, means = syntax.child(verb, syntax.OBJECTS), next(iter(syntax.obliques(verb, {"with"})), None)
    if means is not None:
        whom = others(who, reading.referents.who(what))
        return Found(verb, who, means, whom, 0.8) if whom else None
    against = [n for head in (verb, what) if head is not None for n in syntax.obliques(head, {"against"})]
    whom = others(who, unique(m for n in against for m in reading.referents.who(n)))
    return Found(verb, who, what, whom, 0.8) if what is not None and whom else None


def vowing(reading: Reading, verb: Token) -> Found | None:
    """ "vowed to retaliate", "pledged to strike X"."""
    deed = next((c for c in syntax.children(verb, {"xcomp"}) if syntax.is_infinitive(c)), None)
    if deed is None or not is_made(verb) or syntax.is_negated(deed):
        return None
    who = reading.referents.who(syntax.subject(verb))
    target = others(who, hit_by(reading, deed))
    is_threat = deed.lemma_ in words()["retaliate"] or (deed.lemma_ in words()["harm"] and target)
    return Found(verb, who, deed, target, 0.8) if is_threat else None


def warning(reading: Reading, deed: Token) -> Found | None:
    """ "warned that X would respond", "said that it would retaliate", "we will close the strait unless …"."""
    if deed.pos_ != "VERB" or deed.dep_ not in WHOLE or syntax.is_negated(deed) or syntax.is_passive(deed):
        return None
    if not any(deed.lemma_ in words()[name] for name in ("retaliate", "harm", "measure")):
        return None
    told = reading.holding(deed)
    if told is None or told.verb is None or syntax.is_conditional(deed):
        return None
    cue, who = reading.doc[told.verb], reading.referents.who_at(told.sources)
    party = reading.referents.who(syntax.subject(deed))
    if not party or not all(is_own_side(reading, m.entity, who) for m in party):
        return None
    target = others((*who, *party), hit_by(reading, deed))
    return Found(cue, party, deed, target, 0.7) if is_meant(cue, deed, target) else None


def is_meant(cue: Token, deed: Token, target: tuple[Mention, ...]) -> bool:
    """Whether a deed to come is a threat: harm to somebody named, or measures that are warned of."""
    if deed.lemma_ in words()["retaliate"]:
        return True
    is_warned = cue.lemma_ == "warn" or "unless" in {c.lower_ for head in conditions(cue, deed) for c in head.children}
    return is_warned if deed.lemma_ in words()["measure"] else bool(target)


def hit_by(reading: Reading, deed: Token) -> tuple[Mention, ...]:
    """Whom a deed is done to: "strike X", "impose tariffs on X", "break relations with X"."""
    objects = syntax.children(deed, syntax.OBJECTS | syntax.INDIRECT)
    hit = [*objects, *(n for head in (deed, *objects) for n in syntax.obliques(head, AGAINST))]
    return unique(m for head in hit for m in reading.referents.who(head))


def others(who: tuple[Mention, ...], whom: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Those of some actors who are not among others."""
    return tuple(m for m in whom if m.entity not in {own.entity for own in who})


def is_own_side(reading: Reading, party: str, speakers: tuple[Mention, ...]) -> bool:
    """Whether somebody is one of the speakers, or the country or body that one speaks for."""
    actor, office_of = reading.referents.actor, reading.referents.office_of
    return any(
        m.entity == party
        or (m.entity in office_of and office_of[m.entity].entity == party)
        or (actor(party).country is not None and actor(party).country == actor(m.entity).country)
        for m in speakers
    )


def conditions(*heads: Token) -> list[Token]:
    """The clauses that say on what condition: "if …", "unless …"."""
    return [
        c
        for head in heads
        for c in syntax.children(head, {"advcl"})
        if any(m.dep_ == "mark" and m.lower_ in {"if", "unless"} for m in c.children)
    ]


def condition_of(found: Found) -> Span | None:
    """The words of the first of them, behind the deed or before it."""
    clause = next(iter(conditions(found.deed, found.cue)), None)
    return syntax.trimmed(clause.doc[clause.left_edge.i : clause.right_edge.i + 1]) if clause is not None else None


def threat(reading: Reading, found: Found) -> Threat:
    """The fact, with the words that prove it."""
    deed, limit = found.deed, condition_of(found)
    end = min(deed.right_edge.i + 1, deed.sent.end)
    if limit is not None and limit.start > deed.i:
        end = min(end, limit.start)
    whole = deed.doc[deed.i : end] if deed.pos_ == "VERB" else syntax.full_phrase(deed)
    act, cue = offsets(syntax.trimmed(whole)), offsets(found.cue)
    return Threat(
        id=f"threat/{act.start}-{act.end}",
        evidence=reading.evidence(act, cue, *([offsets(limit)] if limit is not None else [])),
        cue=reading.passage(cue),
        confidence=found.confidence,
        finder=FINDER,
        threatener=found.threatener,
        act=reading.passage(act),
        target=found.target,
        condition=reading.words(limit) if limit is not None else None,
    )
