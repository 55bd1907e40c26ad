"""Whether a verb tells what is so: not what is denied, possible, wished for, asked or yet to come."""

from spacy.tokens import Token

from kg.language import syntax

OPEN = {"may", "might", "could", "should", "can", "must", "would", "will", "shall", "'ll", "’ll", "'d", "’d"}
REAL = {"agree", "continue", "meet", "gather", "manage"}  # verbs whose infinitive tells what is so
BEGUN = {"begin", "start", "continue", "keep"}  # verbs whose gerund does
DONE = {"after", "since", "by", "upon", "in", "while", "through"}  # before a gerund that does
DOUBTING = {"deny", "doubt", "refute", "dispute", "assume", "suppose", "hope", "expect", "wish"}  # before a clause
NOBODY = {"nobody", "none", "no", "neither"}


def is_real(verb: Token) -> bool:
    """Whether a verb tells what is so."""
    if syntax.is_negated(verb) or syntax.has_modal(verb, OPEN) or syntax.is_conditional(verb) or is_doubted(verb):
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB" and syntax.own_subject(verb) is None:
        return is_real(verb.head)  # "will meet and sign"
    if syntax.is_infinitive(verb):
        return not is_governed(verb) or verb.head.lemma_ in REAL
    return is_done(verb) if verb.tag_ == "VBG" and syntax.child(verb, syntax.AUXILIARIES) is None else True


def is_governed(verb: Token) -> bool:
    """Whether a clause hangs on another word as what is wanted, meant or asked for."""
    return verb.dep_ in {"xcomp", "advcl", "acl", "ccomp", "obl"}


def is_done(gerund: Token) -> bool:
    """Whether a gerund tells what is done: "after signing", "…, promising to"; not "for signing", "signing would"."""
    lead = lead_of(gerund)
    if lead == "with" and syntax.own_subject(gerund) is not None:
        return True  # "with the cabinet promising"
    if lead is not None:
        return lead in DONE
    return gerund.head.lemma_ in BEGUN if gerund.dep_ in {"xcomp", "ccomp"} else gerund.dep_ not in syntax.SUBJECTS


def lead_of(gerund: Token) -> str | None:
    """The preposition or conjunction before a gerund: "after signing"."""
    if gerund.dep_ == "pcomp":
        return gerund.head.lower_
    return next((c.lower_ for c in gerund.children if c.dep_ in {"mark", "case"} and c.i < gerund.i), None)


def is_doubted(verb: Token) -> bool:
    """Whether what a verb says is asked, denied, demanded ("that he sign"), or said of nobody."""
    subject = syntax.own_subject(verb)
    if subject is not None and (subject.lower_ in NOBODY or any(c.lower_ in NOBODY for c in subject.children)):
        return True
    if verb.dep_ == "ccomp" and verb.i > verb.head.i:
        is_demanded = verb.tag_ == "VB" and syntax.child(verb, syntax.AUXILIARIES) is None
        return is_demanded or verb.head.lemma_ in DOUBTING
    return any(c.text == "?" for c in verb.children)
