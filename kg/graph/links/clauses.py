"""The clauses of statements that say plainly that something is so, or that it is not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.graph.links.claims import Claim
from kg.graph.links.words import content_words, negations

LONGEST = 30  # words: what is longer says more than one thing
_CLAUSE_ENDS = re.compile(r"[.!?;:…]+[\s\"”]|\s[—–-]+\s|,\s+(?:and|but|while|whereas|which|who|as|so|because)\s|[\"“”]")
_UNSURE = re.compile(
    r"\b(?:not (?:only|just|yet|necessarily)|no longer|no doubt|if|whether|unless|until|may|might|could|would|should|must|"
    r"can(?:not)?|perhaps|possibly|allegedly|hopes?|wants?|fears?|plans?|why|how|"
    r"den(?:y|ies|ied|ying)|refut\w+|reject\w*|dismiss\w*|doubt\w*|false|untrue|baseless|unfounded|ruled? out)\b|\?|\bcan['’]t\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing))\b", re.IGNORECASE)


@lru_cache(maxsize=1000)  # there are few cues
def is_denying(cue: str) -> bool:
    """Whether words that mark a statement say that it is denied."""
    return bool(_DENIES.search(cue))


def is_negated(content: str) -> bool:
    """Whether a "not" or "never" stands in what is said."""
    return any(word in content for word in ("not", "Not", "ever", "n't", "n’t")) and bool(_NOT.search(content))


def first_clause(statement: Claim) -> Claim:
    """The first clause of a statement: what is denied, where it is made by denying."""
    return replace(statement, act=re.split(_CLAUSE_ENDS, statement.act)[0])


def plain_clauses(statement: Claim) -> Iterator[Claim]:
    """The clauses that say of something that it is so."""
    return (clause for clause in _sure(statement) if not negations(clause.act))


def negated_clauses(statement: Claim) -> Iterator[Claim]:
    """The clauses that say, once, of something that it is not so, each with its subject."""
    for clause in _sure(statement):
        before, *rest = re.split(_NOT, clause.act)
        if rest and negations(clause.act) == 1 and content_words(before).all:
            yield replace(clause, subject=before)


def _sure(statement: Claim) -> Iterator[Claim]:
    for clause in re.split(_CLAUSE_ENDS, statement.act):
        if clause and len(clause.split()) <= LONGEST and not _UNSURE.search(clause):
            yield replace(statement, act=clause)
