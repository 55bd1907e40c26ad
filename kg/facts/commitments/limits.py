"""What limits a commitment: the date by which it is to be kept, and the condition on which."""

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from kg.language import syntax
from kg.language.reading import Reading
from kg.language.tokens import offsets
from kg.model import DatedSpan, Passage
from kg.model import Span as Offsets

BY = re.compile(
    r"\b(?:by|until|till|before|within|prior to|(?:no|not) later than)\s+"
    r"(?:(?:the\s+)?(?:very\s+)?(?:end|middle|beginning|start|close)\s+of\s+(?:[^,.;]{1,40}\s+in\s+)?)?(?:the\s+)?$",
    re.IGNORECASE,
)
REACH = 80  # characters before a date in which its preposition stands
ON_CONDITION = {"if", "unless", "provided", "providing"}
PHRASES = {
    "on": (("on", "condition"), ("on", "the", "condition")),
    "as": (("as", "long", "as"),),
    "so": (("so", "long", "as"),),
}


def deadline(reading: Reading, told: Sequence[Span]) -> DatedSpan | None:
    """The date by which it is to be done, with its words: "by the end of March"."""
    text = reading.article.text
    for start, end in map(offsets, told):
        for date in (d for d in reading.dates if start <= d.span.start < end):
            found = BY.search(text[max(start, date.span.start - REACH) : date.span.start])
            if found is not None:
                return DatedSpan(Offsets(date.span.start - len(found.group()), date.span.end), date.value)
    return None


def condition(reading: Reading, told: Sequence[Span]) -> Passage | None:
    """The words of the first clause that says on what condition: "if …", "provided that …"."""
    for token in (token for span in told for token in span if opens_condition(token)):
        clause = [a for a in (token, *token.ancestors) if begins(a) == token.i and a.right_edge.i > token.i]
        if clause:
            return reading.words(syntax.trimmed(token.doc[token.i : clause[-1].right_edge.i + 1]))
    return None


def begins(head: Token) -> int:
    """Where a clause begins, past a comma before it."""
    return head.left_edge.i + (head.left_edge.pos_ == "PUNCT")


def opens_condition(token: Token) -> bool:
    """Whether a conditional clause begins here."""
    if token.lower_ in ON_CONDITION:
        return token.dep_ in {"mark", "advcl"} or token.lower_.startswith("provid")
    return any(
        [t.lower_ for t in token.doc[token.i : token.i + len(words)]] == list(words)
        for words in PHRASES.get(token.lower_, ())
    )


def said_of(cue: Token, act: Span) -> list[Span]:
    """Where limits are looked for: in the deed, and in what else hangs on the cue, but for what somebody else does."""
    hung = [c for c in cue.children if c.dep_.split(":")[0] in {"obl", "advcl", "prep"}]
    return [act, *(act.doc[c.left_edge.i : c.right_edge.i + 1] for c in hung if not is_other(c))]


def is_other(clause: Token) -> bool:
    """Whether a clause tells what somebody else does: "while Y promised …"."""
    return any(c.lower_ in {"while", "whereas"} for c in clause.children)
