"""Whether a demand, a threat or the like is told as made, by the verb that tells it."""

from spacy.tokens import Token

from kg.language import syntax

DOUBTING = {"deny", "doubt", "refute", "dispute"}
OPEN = {"may", "might", "could", "should", "can", "must", "would", "will", "shall"}


def is_made(verb: Token) -> bool:
    """Whether it is told as made: not denied, wished for, or to come."""
    if syntax.is_negated(verb) or syntax.has_modal(verb, OPEN) or syntax.is_conditional(verb):
        return False
    if verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in DOUBTING:
        return False
    return not (syntax.is_passive(verb) or syntax.is_infinitive(verb) or is_governed(verb))


def is_governed(gerund: Token) -> bool:
    """Whether a gerund is what somebody is blamed for, leaves undone or the like: "of threatening", "denied threatening"."""
    if gerund.tag_ != "VBG" or syntax.child(gerund, syntax.AUXILIARIES) is not None:
        return False
    return gerund.dep_ in {"xcomp", "ccomp", "pcomp"} or any(c.dep_ in {"mark", "case"} for c in gerund.children)
