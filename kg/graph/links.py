"""Which denials answer which accusations of other wires, by who is meant, when, and what the acts are called."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

WITHIN_DAYS = 14  # news answers soon; an older charge with the same words is mostly another matter
SHARED = 2  # content words that two acts must share: one ("attack", "Bergen") says too little
SHARE = 0.5  # and the part of the shorter act that they make up

# Words that stand in any act, or that speak of the charge itself and not of what was done.
_EMPTY_WORDS = (
    "about accusation accusations act action actions after against alleged allegation allegations already all also and "
    "any are around been before being between both but carried carry case cases claim claims commit committed "
    "conduct conducted did does doing done during each either ever even every for from had has have having her him his "
    "into involved involvement its itself kind made make making more most neither never none nor not now of off one only "
    "other our out over own part responsibility responsible role same she some such than that the their them themselves "
    "then there these they this those through took take under until upon use used using very was were what when where "
    "which while who whom whose will with within without would you your"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_SUFFIXES = ("ings", "ing", "ions", "ion", "ies", "ied", "es", "ed", "s")


class Words(NamedTuple):
    """Stems of words, and those among them that are no names: two acts at one place are not yet one act."""

    all: frozenset[str]
    plain: frozenset[str]

    def without(self, words: frozenset[str]) -> "Words":
        """The same but for some words."""
        return Words(self.all - words, self.plain - words)


@dataclass(frozen=True)
class Claim:
    """An accusation or a denial: who makes it, and whom it charges or clears, as they are known across wires."""

    iri: str
    article: str
    day: dt.date  # when its wire was filed
    act: str
    sources: frozenset[str]
    targets: frozenset[str]


def find_links(
    denials: Iterable[Claim], accusations: Iterable[Claim], names: Mapping[str, Iterable[str]]
) -> set[tuple[str, str]]:
    """Pairs of a denial and an accusation of another wire that it answers.

    They speak of the same one, the denial's wire follows the accusation's within two weeks, nobody answers their own
    charge, and the acts share most of their content words. `names` are what each actor is called: both acts are about
    that actor in any case, so such words prove nothing.
    """
    against: dict[tuple[str, dt.date], list[tuple[Claim, Words]]] = defaultdict(list)
    for accusation in accusations:
        words = content_words(accusation.act)
        for target in accusation.targets:
            against[target, accusation.day].append((accusation, words))
    called = {target: content_words(" ".join(some)).all for target, some in names.items()}
    found = set()
    for denial in denials:
        words = content_words(denial.act)
        for target, day in product(denial.targets, _days_before(denial.day)):
            own = called.get(target, frozenset())
            found |= {
                (denial.iri, accusation.iri)
                for accusation, charged in against.get((target, day), ())
                if _may_answer(denial, accusation) and is_same_act(words.without(own), charged.without(own))
            }
    return found


def is_same_act(one: Words, other: Words) -> bool:
    """Whether the words of two acts may well tell of one act."""
    shared = len(one.all & other.all)
    return bool(one.plain & other.plain) and shared >= max(SHARED, SHARE * min(len(one.all), len(other.all)))


def content_words(text: str) -> Words:
    """The stems of the words of a text that say something."""
    found = [match for match in re.finditer(r"[^\W\d_]{3,}", text) if match[0].casefold() not in _EMPTY]
    plain = frozenset(_stem(m[0].casefold()) for m in found if not m[0][0].isupper() or m.start() == 0)
    return Words(frozenset(_stem(m[0].casefold()) for m in found), plain)


def _may_answer(denial: Claim, accusation: Claim) -> bool:
    return denial.article != accusation.article and not denial.sources & accusation.sources


def _days_before(day: dt.date) -> list[dt.date]:
    """A day and those before it on which an accusation may have been filed that is answered on it."""
    return [dt.date.fromordinal(n) for n in range(max(1, day.toordinal() - WITHIN_DAYS), day.toordinal() + 1)]


def _stem(word: str) -> str:
    """A rough stem, good to tell "shelled" and "shelling" as one word: what it does to spelling does not matter."""
    suffix = next((s for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 3), "")
    if suffix and not word.endswith("ss"):
        word = word.removesuffix(suffix)
    if len(word) > 3 and word[-1] in "eyi":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
