"""A text cut into the stretches that the encoder reads at once: whole paragraphs, as many as fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.language.encoder.pieces import Pieces, case_of

LIMIT = 128  # pieces: attention costs more than it gains over longer stretches
ENDS_A_SENTENCE = frozenset(".!?…")
CLOSES = frozenset("\"'”’»)]")
NOT_A_WORD = 0  # the index into CASES for the pieces that stand for no word


@dataclass
class Window:
    """What is read at once: pieces, how their words are written, and where each word stands among them."""

    words: list[int] = field(default_factory=list)  # their places in the text
    paragraphs: list[int] = field(default_factory=list)  # of each word
    firsts: list[int] = field(default_factory=list)  # the first piece of each word
    ids: list[int] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)

    def add(self, at: int, paragraph: int, ids: Sequence[int], case: int) -> None:
        """One word more."""
        self.words.append(at)
        self.paragraphs.append(paragraph)
        self.firsts.append(len(self.ids))
        self.ids += ids
        self.cases += [case] * len(ids)

    def place(self, stretch: tuple[int, int]) -> tuple[int, int]:
        """Words [start, end) of the window as words of the text."""
        return self.words[stretch[0]], self.words[stretch[1] - 1] + 1

    def mark(self, piece: int) -> None:
        """A piece that stands for no word: the opening of the window, or the end of a paragraph."""
        self.ids.append(piece)
        self.cases.append(NOT_A_WORD)


def windows(
    paragraphs: Sequence[Sequence[str]], pieces: Pieces, limit: int = LIMIT, known: Sequence[int] = ()
) -> Iterator[Window]:
    """The windows of a text, none longer than `limit` pieces; each word stands in just one.

    A paragraph that is too long for one is cut behind a sentence. `known` says of the text's words whether a sentence
    begins with each, as SENT_START has it.
    """
    window, at = _opened(pieces), 0
    for number, words in enumerate(paragraphs):
        written = [pieces.of(word) for word in words]
        ends = _ends(words, known[at : at + len(words)])
        for start, end in _stretches(ends, written, limit - 2):
            length = sum(map(len, written[start:end])) + 1
            if window.words and len(window.ids) + length > limit:
                yield window
                window = _opened(pieces)
            for i in range(start, end):
                window.add(at + i, number, written[i], case_of(words[i]))
            window.mark(pieces.ends)
        at += len(words)
    if window.words:
        yield window


def _opened(pieces: Pieces) -> Window:
    window = Window()
    window.mark(pieces.opens)
    return window


def ends_sentence(word: str) -> bool:
    """Whether a word is a mark that ends a sentence: the stop of an abbreviation is part of its word."""
    return word[-1] in ENDS_A_SENTENCE and not any(map(str.isalnum, word))


def _ends(words: Sequence[str], known: Sequence[int]) -> list[bool]:
    """Whether a sentence ends with each word, by what is known of the word behind it, else by its look."""
    told = [*known[1:], 1] if len(known) else [0] * len(words)
    return [
        begins > 0 or (begins == 0 and ends_sentence(words[max(i - (word in CLOSES), 0)]))
        for i, (word, begins) in enumerate(zip(words, told, strict=True))
    ]


def _stretches(ends: Sequence[bool], written: Sequence[Sequence[int]], room: int) -> Iterator[tuple[int, int]]:
    """A paragraph as stretches of at most `room` pieces, cut behind sentences where there are any to cut behind."""
    start = length = 0
    good = 0
    for i, ids in enumerate(written):
        while start < i and length + len(ids) > room:  # again, when what stands behind the sentence is too long as well
            cut = good if good > start else i
            yield start, cut
            start, length = cut, sum(map(len, written[cut:i]))
        length += len(ids)
        if ends[i]:
            good = i + 1
    if start < len(ends):
        yield start, len(ends)
