"""Whom a deed is laid on whose own words name no doer: somebody about it in the clause, else whom the speaker accused last."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language import syntax
from kg.language.allegations.court import Court
from kg.language.allegations.deed import Deed, is_done_to
from kg.language.referents import unique
from kg.model import Mention

ANSWERABLE = {
    "on",
    "to",
    "from",
    "against",
    "at",
}  # "called on X to stop the attacks", "demanded of X", "pressure on X"


def suspects(court: Court, deed: Deed) -> tuple[Mention, ...]:
    """Those that a deed without a named doer is laid on; none where it is open."""
    own = {m.entity for m in court.sources(deed.attribution)}
    inside = {t.i for t in deed.head.subtree}
    for verb in above(deed.head):
        if court.attribution_of(verb) is not deed.attribution:
            break
        named = unique(m for head in about(verb) if head.i not in inside for m in court.referents.who(head))
        others = tuple(m for m in named if m.entity not in own)
        if others:
            return others
    return court.accused_by(court.sources(deed.attribution))


def above(word: Token) -> Iterator[Token]:
    """The verbs that govern a word, the nearest first."""
    while word.head != word:
        word = word.head
        if word.pos_ in {"VERB", "AUX", "ADJ"}:
            yield word


def about(verb: Token) -> Iterator[Token]:
    """Who stands about a verb and may answer for what it governs: its object or addressee, else its doer."""
    yield from syntax.children(verb, syntax.OBJECTS | syntax.INDIRECT)
    yield from syntax.obliques(verb, ANSWERABLE)
    doer = syntax.agent(verb) if is_done_to(verb) else None
    doer = doer or syntax.subject(verb)
    if doer is not None:
        yield doer
