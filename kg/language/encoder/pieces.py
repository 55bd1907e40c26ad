"""Words → what the encoder reads: word pieces, and how each word is written."""

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

CASES = ("none", "lower", "title", "capital", "upper", "mixed", "digits", "mark")
LONGEST_WORD = 12  # pieces; what is longer is an address or a chain of letters, and its beginning tells enough


class Pieces:
    """The vocabulary of word pieces. It is lower-case, so how a word is written is told beside its pieces."""

    def __init__(self, vocabulary: Path) -> None:
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._tokenizer.encode_special_tokens = True  # "[SEP]" in a text is a word, and ends nothing
        self.opens = self._id("[CLS]")
        self.ends = self._id("[SEP]")
        self._unknown = (self._id("[UNK]"),)
        self.of = lru_cache(maxsize=50_000)(self._of)

    def _id(self, piece: str) -> int:
        number: int | None = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"the vocabulary of word pieces lacks {piece}")
        return number

    def _of(self, word: str) -> tuple[int, ...]:
        """The pieces of one word: at least one, and at most `LONGEST_WORD`."""
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        return tuple(ids[:LONGEST_WORD]) or self._unknown


def case_of(word: str) -> int:
    """How a word is written, as an index into `CASES`."""
    if not any(map(str.isalnum, word)):
        return CASES.index("mark")
    if not any(map(str.isalpha, word)):
        return CASES.index("digits")
    if word.islower():
        return CASES.index("lower")
    if word.isupper():
        return CASES.index("capital" if sum(map(str.isalpha, word)) == 1 else "upper")
    return CASES.index("title" if word[0].isupper() and word[1:].islower() else "mixed")
