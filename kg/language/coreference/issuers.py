"""Whose a text, an account or a government is: "the statement", "the Telegram channel of X", "its authorities"."""

from spacy.tokens import Token

from kg.entities.titles import is_organization_noun
from kg.language import syntax
from kg.language.coreference.cast import Cast, Draft
from kg.language.coreference.pronouns import antecedent
from kg.language.mentions import Candidate

ISSUING = {
    "issue",
    "publish",
    "release",
    "make",
    "write",
    "post",
    "send",
    "adopt",
    "circulate",
    "file",
    "put",
    "deliver",
}


def issuers_of(cast: Cast, noun: Token) -> list[Draft]:
    """Whose words a text is: "the minister's remarks", "an army statement", "a report from the bank", "X issued a report"."""
    named = [syntax.possessor(noun), *syntax.obliques(noun, {"by", "from", "of"}), *syntax.children(noun, {"compound"})]
    if noun.dep_ in syntax.OBJECTS and noun.head.lemma_ in ISSUING:
        named.append(syntax.subject(noun.head))
    return next((found for t in named if t is not None and (found := meant(cast, t))), [])


def meant_by_possessor(cast: Cast, noun: Token) -> list[Draft]:
    """Whose something is: "its authorities", "…, whose government"."""
    whose = syntax.possessor(noun)
    if whose is not None and whose.lower_ == "whose":
        clause = noun.head
        whose = clause.head if clause.dep_ in {"acl:relcl", "relcl"} else None
    return meant(cast, whose) if whose is not None else []


def meant(cast: Cast, token: Token) -> list[Draft]:
    """Whom a noun or a pronoun means that tells whose a text is."""
    if token.i in cast.at:
        return cast.at[token.i]
    if token.pos_ == "PRON":
        found = antecedent(cast, token)
        return [found] if found is not None else []
    bodies = [s for s in cast.seen if s.at < token.i and s.draft.type == "organization"]
    is_body = token.dep_ == "compound" and is_organization_noun(token.lemma_.lower())
    fitting = [s for s in bodies if token.lemma_.lower() in heads_of(s.draft)] if is_body else []
    return [max(fitting, key=lambda s: s.at).draft] if fitting else []


def heads_of(body: Draft) -> set[str]:
    """The head nouns of an organization's names and descriptions."""
    return body.heads | {name.lower().split()[-1] for name in body.names}


def issuers_before(cast: Cast, candidate: Candidate) -> list[Draft]:
    """Whose words "the statement" is that the wire has spoken of before: "X said in a statement", "X issued a statement"."""
    if not candidate.is_definite:
        return []
    lemma, at = candidate.lemma, candidate.head.i
    for token in reversed(cast.doc[:at]):
        if token.lemma_.lower() != lemma or token.i in cast.at or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        return issuers_of(cast, token) or (
            speakers_by(cast, token.head) if syntax.preposition(token) in {"in", "on"} else []
        )
    return []


def speakers_by(cast: Cast, cue: Token) -> list[Draft]:
    """Who speaks by a cue, those joined to its subject included."""
    tops = ((s.draft, syntax.top_of_name(cast.doc[s.at])) for s in cast.seen if s.is_source)
    return list(dict.fromkeys(d for d, top in tops if cue in {top.head, syntax.top_of_name(top.head).head}))
