"""A word and its tag → its lemma, as the Universal Dependencies treebanks have it."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from kg.language.encoder.endings import BASES

KINDS = {"VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "RB": "ADJ"}  # a tag's first letters → whose base forms count
SHORTEST = 3  # letters of a word piece that counts as a word
LONGEST_INITIALS = 4  # letters; what is longer is a word of a headline in capitals
ALIKE = {"VBD": "VBN", "VBN": "VBD", "VBZ": "VBP", "VBP": "VBZ"}  # tags easily taken for each other
ROMAN = re.compile("[IVXLCDM]+")
PREFIXES = re.compile(r"(?:.*-|counter|fore|inter|mis|out|over|pre|re|under|un|up|with)(?=...)")
PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "„": '"', "–": "-", "‑": "-"})
AS_WRITTEN = {"ADD", "FW", "NNP"}


class Lemmas:
    """The lemmatiser: forms that follow no rule by tag, and the base forms by kind that the rules choose among."""

    def __init__(
        self, irregular: Mapping[str, Mapping[str, str]], known: Mapping[str, frozenset[str]], words: frozenset[str]
    ) -> None:
        self._irregular = {tag: dict(forms) for tag, forms in irregular.items()}
        for tag, other in ALIKE.items():
            self._irregular[tag] = {**irregular.get(other, {}), **irregular.get(tag, {})}
        self._known, self._words = known, words
        self.of = lru_cache(maxsize=100_000)(self._of)

    @classmethod
    def read(cls, folder: Path) -> "Lemmas":
        """The shipped one. Of the vocabulary of word pieces, those count that are whole words."""
        told = json.loads((folder / "lemmas.json").read_text(encoding="utf-8"))
        pieces = json.loads((folder / "pieces.json").read_text(encoding="utf-8"))["model"]["vocab"]
        known = {kind: frozenset(listed.split()) for kind, listed in told["known"].items()}
        return cls(told["irregular"], known, whole_words(pieces))

    def _of(self, word: str, tag: str, pos: str) -> str:
        """The lemma of a word with this XPOS tag and this UPOS."""
        plain = word.translate(PLAIN)
        listed = self._irregular.get(tag, {}).get(plain.lower())
        return listed if listed is not None else self.by_rule(word, tag, pos)

    def by_rule(self, word: str, tag: str, pos: str) -> str:
        """The lemma of a word that is not listed."""
        plain = word.translate(PLAIN)
        if pos in {"PUNCT", "SYM"} and not any(map(str.isalnum, word)):
            return '"' if plain == "''" else plain
        if tag in AS_WRITTEN:
            return word
        if pos == "NUM" or tag == "CD":
            return numeral(plain)
        if tag not in BASES:
            return plain if self._keeps_capitals(plain, tag) else plain.lower()
        lemma = self._inflected(plain.lower(), tag)
        return lemma[:1].upper() + lemma[1:] if tag == "NNPS" and word[:1].isupper() else lemma

    def _inflected(self, word: str, tag: str) -> str:
        """The base form of a word in lower case that may have an ending."""
        prefix = PREFIXES.match(word)
        tail = self._irregular.get(tag, {}).get(word[prefix.end() :]) if prefix else None
        if prefix and tail:
            return prefix[0] + tail
        bases = BASES[tag](word)
        known = self._known.get(KINDS[tag[:2]], frozenset())
        if word in known and tag == "NNS" and bases[0] not in known:
            return word
        for accepted in (known, self._words):
            for base in bases:
                if base.rpartition("-")[2] in accepted or base in accepted:
                    return base
        return bases[0]

    def _keeps_capitals(self, word: str, tag: str) -> bool:
        """Whether a noun or adjective keeps its capitals: "Chechen", "GDP", "iPod"; not "Fresh" or "FRESH"."""
        if tag not in {"NN", "JJ"} or any(word.lower() in known for known in self._known.values()):
            return False
        if word.isupper() and not any(map(str.isdigit, word)):
            return len(word) <= LONGEST_INITIALS
        return not word[1:].islower() or (tag == "JJ" and word[:1].isupper())


def whole_words(pieces: Iterable[str]) -> frozenset[str]:
    """The word pieces that are words of their own."""
    return frozenset(piece for piece in pieces if piece.isalpha() and len(piece) >= SHORTEST)


def numeral(word: str) -> str:
    """A number: without the commas between its digits; Roman figures as they stand."""
    if word[:1].isdigit():
        return word.replace(",", "")
    return word if ROMAN.fullmatch(word) else word.lower()
