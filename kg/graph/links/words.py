"""The words of an act that say something, and whether those of two acts may well tell of one act."""

import re
from functools import lru_cache
from typing import NamedTuple

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
_TIME_WORDS = (
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)
_MONTHS = frozenset(_TIME_WORDS.split())
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEGATOR = re.compile(r"\b(?:not|never|no|nobody|none|neither)\b|n['’]t\b", re.IGNORECASE)


class Words(NamedTuple):
    """Stems of words, and those among them that are no names: two acts at one place are not yet one act."""

    all: frozenset[str]
    plain: frozenset[str]

    def without(self, words: frozenset[str]) -> "Words":
        """The same but for some words."""
        return Words(self.all - words, self.plain - words)

    def shared(self, other: "Words") -> "Words":
        """What two acts have in common."""
        return Words(self.all & other.all, self.plain & other.plain)


NOTHING = Words(frozenset(), frozenset())


def is_same_act(one: Words, other: Words) -> bool:
    """Whether the words of two acts may well tell of one act."""
    shared = one.shared(other)
    return bool(shared.plain) and len(shared.all) >= max(SHARED, SHARE * min(len(one.all), len(other.all)))


def content_words(text: str) -> Words:
    """The stems of the words of a text that say something."""
    found = [(stem(match[0]), match) for match in _WORD.finditer(text)]
    plain = frozenset(one for one, match in found if one and not _is_name(match))
    return Words(frozenset(one for one, _ in found if one), plain)


def stems(text: str) -> frozenset[str]:
    """The stems alone, several times as fast; the empty one stands for all words that say nothing."""
    return frozenset(map(stem, _WORD.findall(text)))


def _is_name(word: re.Match[str]) -> bool:
    """Whether a word is a name, or of a month or a day; the first of a text may be written large for that alone."""
    return (word[0][0].isupper() and word.start() > 0) or word[0].casefold() in _MONTHS


def negations(text: str) -> int:
    """How many words of a text say no."""
    return len(_NEGATOR.findall(text))


def spelt(text: str, wanted: frozenset[str]) -> str:
    """The words of a text that have these stems, each once, in its own order and spelling."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        found.setdefault(stem(word), word)
    return ", ".join(word for one, word in found.items() if one in wanted)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A rough stem, good to tell "shelled" and "shelling" as one word; none of a word that says nothing.

    What it does to spelling does not matter.
    """
    word = word.casefold()
    if word in _EMPTY:
        return ""
    suffix = next((s for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 3), "")
    if suffix and not word.endswith("ss"):
        word = word.removesuffix(suffix)
    if len(word) > 3 and word[-1] in "eyi":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
