"""Which accusations answer one another: made by the accused, or their side, against the accuser."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.links.claims import WITHIN_DAYS, Claim, Index, Link, Names, apart, days_apart, in_common, period_of
from kg.graph.links.words import SHARED, Words
from ontology.minting import article_id

# Marks of what a wire tells again from days before, and so before what it is about.
_TOLD_AGAIN = re.compile(
    r"\b(?:earlier|previously|yesterday|last (?:week|month|year)|(?:days?|weeks?|months?) (?:ago|before)|"
    r"had (?:accused|blamed|claimed|said|alleged))\b",
    re.IGNORECASE,
)
_IN_ANSWER = re.compile(
    r"\b(?:in (?:its|his|her|their) turn|in turn|for (?:its|his|her|their) part|in response|in reply|responded|retorted|"
    r"replied|countered|hit back|on the contrary|(?:it)self|themselves)\b",
    re.IGNORECASE,
)


def find_counters(charges: Iterable[Claim], denials: Iterable[Link], names: Names) -> Iterator[Link]:
    """Accusations that answer an accusation of the same wire, or of one up to two weeks earlier about the same matter.

    Two wires speak of one matter if what is alleged shares content words, the names of both sides apart, or if the
    answer's wire also denies the first accusation, as `denials` say, or tells it again.
    """
    charges = list(charges)
    wires: defaultdict[str, list[Claim]] = defaultdict(list)
    for charge in charges:
        wires[charge.article].append(charge)
    within = [pair for told in wires.values() for pair in _within(told, names)]
    yield from (
        Link(one.iri, "counters", other.iri, (_mutual(one, other, names), "in one wire")) for one, other in within
    )
    near, known = Index(charges, SHARED), {charge.iri: charge for charge in charges}
    for answer in charges:
        yield from (
            _linked(answer, *pair, names)
            for pair in _about_it(answer, answer.words, near, names)
            if _days(answer, pair[0]) > 0
        )
    for answer, told in within:
        for first, words in _about_it(answer, told.words, near, names):
            yield _linked(answer, first, f"the answer's wire tells it again, {words}", names)
    for link in denials:
        for answer in wires.get(article_id(link.source), ()):
            if _may_answer(answer, known[link.target]):
                yield _linked(answer, known[link.target], "the answer's wire denies it too", names)


def _about_it(answer: Claim, said: Words, near: Index, names: Names) -> Iterator[tuple[Claim, str]]:
    """The accusations of other wires against those who answer, about a matter, each with the words in common."""
    for first in near.near_words(said.all, period_of(answer.article, answer.day), answer.sources.all):
        matter = _matter(said, answer, first, names)
        if matter.plain and len(matter.all) >= SHARED and _may_answer(answer, first):
            yield first, in_common(first.act, matter)


def _within(told: list[Claim], names: Names) -> Iterator[tuple[Claim, Claim]]:
    """The counter-accusations of one wire, each with the accusation that it answers: the nearest about the same matter."""
    for answer in told:
        before = [first for first in told if _answers_within(answer, first, names)]
        if before:
            yield (
                answer,
                max(before, key=lambda c: (len(_matter(answer.words, answer, c, names).all), -abs(answer.at - c.at))),
            )


def _answers_within(answer: Claim, first: Claim, names: Names) -> bool:
    """Whether an accusation answers one that its wire tells before: about the same matter, or in words that say so."""
    if _order(first) >= _order(answer) or not _accuse_each_other(answer, first):
        return False
    return bool(_matter(answer.words, answer, first, names).plain) or bool(_IN_ANSWER.search(answer.sentence))


def _order(charge: Claim) -> tuple[bool, int]:
    """Where an accusation comes in the course of things that its wire tells."""
    return not _TOLD_AGAIN.search(charge.sentence), charge.at


def _may_answer(answer: Claim, first: Claim) -> bool:
    """Whether one accusation may answer that of another wire: what is told again is no answer to what came in between."""
    in_time = answer.article != first.article and 0 <= _days(answer, first) <= WITHIN_DAYS
    return in_time and _accuse_each_other(answer, first) and not _TOLD_AGAIN.search(answer.sentence)


def _days(later: Claim, earlier: Claim) -> int:
    """How many days apart two accusations are; less than none where a wire has no day."""
    days = apart(later, earlier)
    return -1 if days is None else days


def _linked(answer: Claim, first: Claim, reason: str, names: Names) -> Link:
    return Link(
        answer.iri, "counters", first.iri, (_mutual(answer, first, names), reason, days_apart(_days(answer, first)))
    )


def _accuse_each_other(one: Claim, other: Claim) -> bool:
    if one.sources.ids & other.sources.ids or one.targets.ids & other.targets.ids:
        return False
    if one.sources.sides & one.targets.sides or other.sources.sides & other.targets.sides:  # a quarrel within one state
        return bool(one.sources.ids & other.targets.ids and one.targets.ids & other.sources.ids)
    return one.sources.meets(other.targets) and one.targets.meets(other.sources)


def _matter(said: Words, one: Claim, other: Claim, names: Names) -> Words:
    """Of some words those that an accusation shares, but for the names of those who accuse each other."""
    own = names.of((*one.sources.all, *one.targets.all, *other.sources.all, *other.targets.all))
    return said.shared(other.words).without(own)


def _mutual(answer: Claim, first: Claim, names: Names) -> str:
    one, other = names.shown(answer.sources, first.targets), names.shown(answer.targets, first.sources)
    return f"accuse each other: {one} and {other}"
