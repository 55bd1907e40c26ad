"""How something is undertaken: verbs of promising, agreeing and proclaiming, and "will" as an assurance."""

from spacy.tokens import Token

from kg.facts.commitments.found import (
    Found,
    act_from,
    act_of,
    act_within,
    agreement_in,
    agreement_over,
    doers,
    is_real,
    to_whom,
    under_whom,
)
from kg.facts.commitments.words import is_in, words
from kg.language import syntax
from kg.language.reading import Reading
from kg.language.referents import unique

FUTURE = {"will", "'ll", "’ll", "shall", "would"}


def pledging(reading: Reading, verb: Token) -> Found | None:
    """ "pledged to …", "promised that …", "is committed to …"."""
    if not is_in(verb, "pledge") or not is_real(verb):
        return None
    is_promised = syntax.is_passive(verb) and syntax.lemma(verb, words()["pledge"]) != "commit"
    act = act_of(verb)
    if is_promised or act is None or act.root.lemma_.lower() in words()["commitment"]:
        return None
    party, over = reading.referents.who(syntax.subject(verb)), agreement_over(reading, verb)
    return Found(verb, party, act, "pledged", 0.75, to_whom(reading, verb), over)


def agreeing(reading: Reading, verb: Token) -> Found | None:
    """ "agreed on …", "agreed with X to …"."""
    if not is_in(verb, "agree") or not is_real(verb) or is_attribute(verb):
        return None
    act, party = act_of(verb), reading.referents.who(syntax.subject(verb))
    # "agreed that …" may bind; a clause without "that" is only what both think: "the talks were useful, they agreed".
    is_opinion = any("that" not in {m.lower_ for m in c.children} for c in syntax.children(verb, syntax.CLAUSES))
    if act is None or not party or is_opinion:
        return None
    parties = unique((*party, *under_whom(reading, verb, {"with"})))
    return Found(verb, parties, act, "agreed", 0.75, (), agreement_in(reading, act.root))


def concluding(reading: Reading, verb: Token) -> Found | None:
    """ "signed an agreement to …", "concluded a deal"."""
    if not is_in(verb, "conclude") or not is_real(verb) or is_attribute(verb):
        return None
    text = syntax.own_subject(verb) if syntax.is_passive(verb) else syntax.child(verb, syntax.OBJECTS)
    under = agreement_in(reading, text)
    if text is None or under is None:
        return None
    within = under_whom(reading, text, {"with", "between"})
    parties = unique((*doers(reading, verb), *under_whom(reading, verb, {"with"}), *within))
    return Found(verb, parties, act_within(text, {"acl", "advcl", "xcomp"}), "agreed", 0.7, (), under)


def is_attribute(verb: Token) -> bool:
    """Whether a gerund only describes a noun: "the signing parties"."""
    return verb.tag_ == "VBG" and verb.dep_ == "amod"


def proclaiming(reading: Reading, verb: Token) -> Found | None:
    """ "announced a unilateral ceasefire"."""
    if verb.lemma_ not in {"announce", "declare", "proclaim"}:
        return None
    truce = syntax.child(verb, syntax.OBJECTS)
    if truce is None or truce.lemma_.lower() not in words()["truce"] or not is_real(verb) or syntax.is_passive(verb):
        return None
    return Found(verb, reading.referents.who(syntax.subject(verb)), syntax.full_phrase(truce), "pledged", 0.75)


def assuring(reading: Reading, verb: Token) -> Found | None:
    """ "We will continue to support …": "will" about what the speaker, or the speaker's own side, does for others."""
    if verb.lemma_.lower() not in words()["assure"]:
        return None
    if not syntax.has_modal(verb, FUTURE) or syntax.is_negated(verb) or syntax.is_passive(verb):
        return None
    if verb.dep_ in {"advcl", "acl:relcl", "relcl", "acl"}:
        return None
    attribution = next((a for a in reading.attributions if any(p.start <= verb.idx < p.end for p in a.content)), None)
    if attribution is None or attribution.frame not in {"c", "s"}:
        return None
    speakers = {m.entity for m in reading.referents.who_at(attribution.sources)}
    party = reading.referents.who(syntax.subject(verb))
    if not party or not all(is_own_side(reading, m.entity, speakers) for m in party):
        return None
    return Found(verb, party, act_from(verb.i, verb), "pledged", 0.5, to_whom(reading, verb))


def is_own_side(reading: Reading, actor: str, speakers: set[str]) -> bool:
    """Whether an actor is one of the speakers, or the country or office that one speaks for."""
    if actor in speakers:
        return True
    code = reading.referents.actor(actor).country
    return code is not None and any(reading.referents.actor(s).country == code for s in speakers)
