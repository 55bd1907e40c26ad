"""How commitments are found: verbs and nouns of undertaking, agreeing, keeping and breaking, and "will" as an assurance."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from kg.facts.commitments.fact import Commitment, Status
from kg.language import syntax
from kg.language.attribution import DAYS, clipped
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.language.tokens import offsets
from kg.model import Mention
from kg.model import Span as Offsets

FINDER = "commitments/1"
HYPOTHETICAL = {"may", "might", "could", "should", "can", "must", "would"}
FUTURE = {"will", "'ll", "’ll", "shall", "would"}
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
    """A commitment in tokens, before its mentions are looked up."""

    cue: Token
    party: tuple[Mention, ...]
    act: Offsets
    status: Status
    confidence: float
    counterpart: tuple[Mention, ...] = ()
    under: Mention | None = None


@cache
def words() -> dict[str, frozenset[str]]:
    """The word lists by their names, from words.tsv."""
    text = files("kg.facts.commitments").joinpath("words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: frozenset(listed.split()) for name, listed in rows}


def find(reading: Reading) -> Iterator[Commitment]:
    """The commitments of a reading, in text order."""
    for part in reading.article.parts:
        span = reading.doc.char_span(part.start, part.end, alignment_mode="expand") if part.kind != "dateline" else None
        told: list[Found] = []
        for token in span or ():
            found = next((f for rule in RULES if (f := rule(reading, token)) is not None), None)
            if found is not None and found.party and found.act.start < found.act.end and not is_told(found, told):
                told.append(found)
                yield commitment(reading, found)


def is_told(found: Found, told: list[Found]) -> bool:
    """Whether an undertaking of the same parties in the same words is told already."""
    parties = {m.entity for m in found.party}
    return any(
        parties & {m.entity for m in t.party} and t.act.start < found.act.end and found.act.start < t.act.end
        for t in told
    )


def commitment(reading: Reading, found: Found) -> Commitment:
    act, cue = reading.passage(clipped(found.act, reading.attributions)), reading.words(found.cue)
    parties = {m.entity for m in found.party}
    return Commitment(
        id=f"commitment/{act.start}-{act.end}",
        evidence=reading.evidence(found.act, offsets(found.cue)),
        cue=cue,
        confidence=found.confidence,
        finder=FINDER,
        party=found.party,
        act=act,
        status=found.status,
        counterpart=tuple(m for m in found.counterpart if m.entity not in parties),
        under=found.under,
    )


# What all rules share


def is_real(verb: Token) -> bool:
    """Whether a verb tells what is so: not denied, not merely possible, not under "if", not asked for."""
    if syntax.is_negated(verb) or syntax.has_modal(verb, HYPOTHETICAL):
        return False
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
        return False
    infinitive = any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)
    return not (
        infinitive
        and verb.dep_ in {"xcomp", "advcl", "acl", "ccomp", "obl"}
        and verb.head.lemma_ not in {"agree", "continue", "meet", "gather", "manage"}
    )


def act_of(verb: Token) -> Span | None:
    """What a verb of undertaking governs: an infinitive, a clause, a noun phrase or a gerund."""
    governed = [c for c in verb.children if c.i > verb.i and c.dep_ in {"xcomp", "ccomp", *syntax.OBJECTS}]
    governed += [n for n in syntax.obliques(verb, {"to", "on", "upon", "for"}) if n.i > verb.i]
    governed += [g for g in syntax.governed_clauses(verb, {"to", "on", "for"}) if g.i > verb.i]
    governed = [g for g in governed if g.pos_ != "PRON" and g.lower_ not in DAYS]
    clauses = [g for g in governed if g.dep_ in {"xcomp", "ccomp"}]
    head = next(iter(clauses or governed), None)
    return extent(head) if head is not None else None


def extent(head: Token) -> Span:
    """A phrase or clause from its own left edge to its right one, "to" and prepositions left out."""
    doc = head.doc
    inside = [t.i for t in head.subtree]
    start = min(i for i in [*inside, head.i] if i >= min(inside))
    while start < head.i and (
        doc[start].dep_ in {"mark", "case", "punct"} or doc[start].lower_ in {"to", "that", "on", "of"}
    ):
        start += 1
    end = start
    while end in inside:
        end += 1
    return syntax.trimmed(doc[start : min(end, head.sent.end)])


def agreement_of(reading: Reading, *heads: Token | None) -> Mention | None:
    """The agreement named within these phrases."""
    return next(
        (m for h in heads if h is not None and (m := reading.referents.agreement(syntax.full_phrase(h))) is not None),
        None,
    )


def agreement_over(reading: Reading, verb: Token) -> Mention | None:
    """The agreement under which something is done: "under the deal"."""
    return next((m for n in syntax.obliques(verb, UNDER) if (m := agreement_of(reading, n)) is not None), None)


def to_whom(reading: Reading, verb: Token) -> tuple[Mention, ...]:
    """Those a promise is made to."""
    heads = [*syntax.children(verb, syntax.INDIRECT), *syntax.obliques(verb, {"to", "with", "for"})]
    return unique(m for h in heads for m in reading.referents.who(h))


# Rules, the surest first


def pledging(reading: Reading, verb: Token) -> Found | None:
    """ "pledged to …", "promised that …", "is committed to …"."""
    if (
        verb.pos_ not in {"VERB", "ADJ"}
        or syntax.lemma(verb, words()["pledge"]) not in words()["pledge"]
        or not is_real(verb)
    ):
        return None
    passive = syntax.is_passive(verb) and syntax.lemma(verb, words()["pledge"]) != "commit"
    act = act_of(verb)
    if passive or act is None or act.root.lemma_.lower() in words()["commitment"]:
        return None
    party = reading.referents.who(syntax.subject(verb))
    return Found(verb, party, offsets(act), "pledged", 0.75, to_whom(reading, verb), agreement_over(reading, verb))


def agreeing(reading: Reading, verb: Token) -> Found | None:
    """ "agreed on …", "signed an agreement to …", "concluded a deal"."""
    lemma = syntax.lemma(verb, words()["agree"] | words()["conclude"])
    if verb.pos_ != "VERB" or not is_real(verb) or (verb.tag_ == "VBG" and verb.dep_ == "amod"):
        return None
    party = reading.referents.who(syntax.subject(verb))
    partner = unique(m for n in syntax.obliques(verb, {"with"}) for m in reading.referents.who(n))
    if lemma in words()["agree"]:
        act = act_of(verb)
        if (
            act is None
            or not party
            or any(c.dep_ == "ccomp" and "that" not in {m.lower_ for m in c.children} for c in verb.children)
        ):
            return None
        return Found(
            verb, unique((*party, *partner)), offsets(act), "agreed", 0.75, (), agreement_of(reading, act.root)
        )
    if lemma not in words()["conclude"]:
        return None
    text = syntax.own_subject(verb) if syntax.is_passive(verb) else syntax.child(verb, syntax.OBJECTS)
    under = agreement_of(reading, text)
    if text is None or under is None:
        return None
    if syntax.is_passive(verb):
        party = reading.referents.who(syntax.agent(verb))
    within = unique(m for n in syntax.obliques(text, {"with", "between"}) for m in reading.referents.who(n))
    inner = next(
        (c for c in text.children if c.i > text.i and c.pos_ == "VERB" and c.dep_ in {"acl", "advcl", "xcomp"}), None
    )
    act = extent(inner) if inner is not None else syntax.phrase(text)
    return Found(verb, unique((*party, *partner, *within)), offsets(act), "agreed", 0.7, (), under)


def commitment_noun(reading: Reading, noun: Token) -> Found | None:
    """ "made a commitment on …", "reaffirmed its pledge to …", "undertook certain commitments"."""
    if (
        noun.pos_ != "NOUN"
        or noun.lemma_.lower() not in words()["commitment"]
        or noun.dep_ not in syntax.OBJECTS | {"nsubj:pass", "nsubjpass"}
    ):
        return None
    verb = noun.head
    lemma = syntax.lemma(verb, words()["take"] | words()["keep"] | words()["break"])
    status = status_of(lemma)
    if status is None or not is_real(verb):
        return None
    party = reading.referents.who(syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb))
    inner = next(
        (c for c in noun.children if c.i > noun.i and c.dep_ in {"acl", "nmod", "ccomp", "advcl", "xcomp"}), None
    )
    act = extent(inner) if inner is not None else syntax.phrase(noun)
    under = agreement_over(reading, verb) or agreement_of(reading, noun)
    if under is None and verb.dep_ in {"acl:relcl", "relcl"}:
        under = agreement_of(reading, verb.head)
    if status == "pledged" and under is not None:
        status = "agreed" if len(party) > 1 else "obliged"
    return Found(verb, party, offsets(act), status, 0.7, (), under)


def status_of(lemma: str) -> Status | None:
    """What becomes of a commitment by what is done to it."""
    if lemma in words()["take"]:
        return "pledged"
    if lemma in words()["keep"]:
        return "fulfilled"
    return "violated" if lemma in words()["break"] else None


def keeping(reading: Reading, verb: Token) -> Found | None:
    """ "adhered to the agreements", "violated the ceasefire", "withdrew from the treaty"."""
    lemma = syntax.lemma(verb, words()["keep"] | words()["break"])
    status = status_of(lemma)
    if verb.pos_ != "VERB" or status not in {"fulfilled", "violated"} or not is_real(verb):
        return None
    passive = syntax.is_passive(verb)
    objects = (
        [syntax.own_subject(verb)]
        if passive
        else [syntax.child(verb, syntax.OBJECTS), *syntax.obliques(verb, {"to", "with", "by", "from", "on"})]
    )
    for head in objects:
        if head is None or (head.i < verb.i and not passive):
            continue
        under = reading.referents.agreement([head])
        if under is None and head.lemma_.lower() not in words()["truce"]:
            continue
        party = reading.referents.who(syntax.agent(verb) if passive else syntax.subject(verb))
        return Found(verb, party, offsets(syntax.full_phrase(head)), status, 0.65, (), under)
    return None


def proclaiming(reading: Reading, verb: Token) -> Found | None:
    """ "announced a unilateral ceasefire"."""
    if (
        verb.pos_ != "VERB"
        or verb.lemma_ not in {"announce", "declare", "proclaim"}
        or not is_real(verb)
        or syntax.is_passive(verb)
    ):
        return None
    head = syntax.child(verb, syntax.OBJECTS)
    if head is None or head.lemma_.lower() not in words()["truce"]:
        return None
    return Found(verb, reading.referents.who(syntax.subject(verb)), offsets(syntax.full_phrase(head)), "pledged", 0.75)


def doing_under(reading: Reading, verb: Token) -> Found | None:
    """ "Under the deal, border guards were deployed": a duty, or done already."""
    if verb.pos_ != "VERB" or verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"} or not is_real_duty(verb):
        return None
    under = agreement_over(reading, verb)
    subject = syntax.own_subject(verb)
    if under is None or subject is None:
        return None
    must = syntax.has_modal(verb, {"must", "shall", "should", "will"}) or verb.lemma_ in {"oblige", "require"}
    done = verb.tag_ in {"VBD", "VBN"} and not must
    if not (must or done):
        return None
    first = min([c.i for c in verb.children if c.dep_ in syntax.AUXILIARIES and c.i < verb.i] or [verb.i])
    end = max(t.i for t in verb.subtree if t.i >= verb.i) + 1
    act = syntax.trimmed(verb.doc[first : min(end, verb.sent.end)])
    return Found(verb, reading.referents.who(subject), offsets(act), "fulfilled" if done else "obliged", 0.5, (), under)


def is_real_duty(verb: Token) -> bool:
    return not syntax.is_negated(verb) and not syntax.has_modal(verb, {"may", "might", "could", "can", "would"})


def assuring(reading: Reading, verb: Token) -> Found | None:
    """ "We will continue to support …": "will" about what the speaker, or the speaker's own side, does for others."""
    if (
        verb.pos_ != "VERB"
        or verb.lemma_.lower() not in words()["assure"]
        or not syntax.has_modal(verb, FUTURE)
        or syntax.is_negated(verb)
    ):
        return None
    if verb.dep_ in {"advcl", "acl:relcl", "relcl", "acl"} or syntax.is_passive(verb):
        return None
    attribution = next((a for a in reading.attributions if any(p.start <= verb.idx < p.end for p in a.content)), None)
    subject = syntax.subject(verb)
    if attribution is None or subject is None or attribution.frame not in {"c", "s"}:
        return None
    speakers = {m.entity for i in attribution.sources for m in reading.referents.who_is(reading.doc[i])}
    party = reading.referents.who(subject)
    if not party or not all(is_own_side(reading, m.entity, speakers) for m in party):
        return None
    end = max(t.i for t in verb.subtree if t.i >= verb.i) + 1
    act = syntax.trimmed(verb.doc[verb.i : min(end, verb.sent.end)])
    return Found(verb, party, offsets(act), "pledged", 0.5, to_whom(reading, verb))


def is_own_side(reading: Reading, actor: str, speakers: set[str]) -> bool:
    """Whether an actor is one of the speakers, or the country or office that one speaks for."""
    if actor in speakers:
        return True
    code = reading.referents.actor(actor).country
    return code is not None and any(reading.referents.actor(s).country == code for s in speakers)


RULES = (pledging, commitment_noun, keeping, agreeing, proclaiming, assuring, doing_under)
