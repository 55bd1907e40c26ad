"""What links are drawn between, and the links: plain facts, whose actors are known across wires."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import Literal, NamedTuple

from kg.graph.links.sides import Who
from kg.graph.links.words import Words, content_words, spelt

WITHIN_DAYS = 14  # news answers soon; an older charge with the same words is mostly another matter

Relation = Literal["denies", "contradicts", "counters", "follows", "allegesBreachOf"]


class Link(NamedTuple):
    """From a fact to an earlier one or to an agreement; `basis` are the reasons, each in words for readers."""

    source: str
    relation: Relation
    target: str
    basis: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """What somebody claims: an accusation, a denial, a clause of a statement. `sources` make it, `targets` it is about."""

    iri: str
    article: str
    day: dt.date | None  # when its wire was filed
    at: int  # where its words start in the wire
    act: str
    sources: Who
    targets: Who
    sentence: str = ""  # that proves it
    subject: str = ""  # of a clause that says no, the words before its "not"

    @cached_property
    def words(self) -> Words:
        """The words of the act that say something."""
        return content_words(self.act)


class Said(NamedTuple):
    """A statement as its wire tells it, not looked into yet; most of what is said meets no opposite."""

    iri: str
    day: dt.date | None
    content: str
    cue: str


@dataclass(frozen=True)
class Step:
    """A commitment as one wire tells it, by one of its parties: a step of that party's history."""

    iri: str
    article: str
    time: str  # `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where nothing tells
    at: int
    act: str
    status: str
    party: str
    agreement: str | None = None
    deal: str = ""  # what the agreement is called

    @cached_property
    def words(self) -> Words:
        """The words of the act that say something."""
        return content_words(self.act)


@dataclass(frozen=True)
class Agreement:
    """An agreement as one wire names it; `id` is what it is across wires."""

    id: str
    name: str
    names: tuple[str, ...]  # the same and its aliases


class Index:
    """Claims by their rarest content words, by whom they are about and by time, so that nothing is compared with all.

    What shares `least` words with a claim shares one of its words even if the `least` - 1 commonest are left out.
    """

    def __init__(self, claims: Iterable[Claim], least: int, *, by_target: bool = True) -> None:
        kept = list(claims)
        uses = Counter(word for claim in kept for word in claim.words.all)
        self._by_target = by_target
        self._found: defaultdict[tuple[str, str, Hashable], list[Claim]] = defaultdict(list)
        for claim in kept:
            rarest = sorted(claim.words.all, key=lambda word: (uses[word], word))
            words = rarest[: max(len(rarest) - least + 1, 0)]
            for key in product(self._targets(claim), words, _periods_about(claim)):
                self._found[key].append(claim)
        self._words = frozenset(word for _, word, _ in self._found)

    def near(self, claim: Claim) -> Collection[Claim]:
        """The claims of about the same time that may share so many words with one."""
        return self.near_words(claim.words.all, period_of(claim.article, claim.day), self._targets(claim))

    def near_words(self, words: frozenset[str], period: Hashable, targets: Iterable[str] = ("",)) -> Collection[Claim]:
        """The same for the bare words of something said in some period."""
        found: dict[int, Claim] = {}
        for target, word in product(targets, words & self._words):
            found |= {id(other): other for other in self._found.get((target, word, period), ())}
        return found.values()

    def _targets(self, claim: Claim) -> Iterable[str]:
        return claim.targets.all if self._by_target else ("",)


def period_of(article: str, day: dt.date | None) -> Hashable:
    """The stretch of WITHIN_DAYS and a day in which a wire was filed; one without a day is near to itself alone."""
    return article if day is None else day.toordinal() // (WITHIN_DAYS + 1)


def _periods_about(claim: Claim) -> tuple[Hashable, ...]:
    period = period_of(claim.article, claim.day)
    return (period - 1, period, period + 1) if isinstance(period, int) else (period,)


class Names:
    """What actors and sides are called, by their ids: the name of each, and its aliases."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self._names = names

    def of(self, ones: Iterable[str]) -> frozenset[str]:
        """The stems of what these are called: of two claims about them such words prove nothing."""
        return frozenset[str]().union(*(_stems(self._names[one]) for one in ones if one in self._names))

    def name(self, one: str) -> str:
        """The name of one."""
        return self._names[one][0] if one in self._names else one

    def shown(self, one: Who, other: Who) -> str:
        """The names of those that some and others have in common, or of the sides that they have in common."""
        both = one.ids & other.ids or one.all & other.all
        return ", ".join(sorted({self.name(each) for each in both}))


@lru_cache(maxsize=50_000)
def _stems(names: tuple[str, ...]) -> frozenset[str]:
    return content_words(" ".join(names)).all


def apart(later: Claim, earlier: Claim) -> int | None:
    """How many days after the one claim the other was filed; none where a day is unknown, 0 within one wire."""
    if later.article == earlier.article:
        return 0
    if later.day is None or earlier.day is None:
        return None
    return (later.day - earlier.day).days


def days_apart(days: int) -> str:
    """The time between two wires, in words."""
    return "on the same day" if days == 0 else f"{days} day{'' if days == 1 else 's'} later"


def in_common(one: str, shared: Words) -> str:
    """The words that two acts share, as the first spells them."""
    return f"words in common: {spelt(one, shared.all)}"
