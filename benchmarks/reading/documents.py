"""Paragraphs of words, as a corpus splits them → a Doc to be read."""

from spacy.tokens import Doc
from spacy.vocab import Vocab


def as_doc(vocab: Vocab, paragraphs: list[list[str]], starts: list[bool] | None = None) -> tuple[Doc, list[int]]:
    """A Doc with a token for the line break between paragraphs, and the token that each word has become.

    `starts` says of each word whether a sentence begins with it; where it is none, the reader finds the sentences.
    """
    words: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    for paragraph in filter(None, paragraphs):
        if words:
            spaces[-1] = False
            words.append("\n")
            spaces.append(False)
        places += range(len(words), len(words) + len(paragraph))
        words += paragraph
        spaces += [True] * len(paragraph)
    given = None
    if starts is not None:
        given = [False] * len(words)  # a line break belongs to the sentence before it
        for place, opens in zip(places, starts, strict=True):
            given[place] = opens
    return Doc(vocab, words=words, spaces=spaces, sent_starts=given), places  # type: ignore[arg-type]  # its stub asks for a list with None
