"""Between offsets and tokens: the parts and stretches of an article's text ↔ the tokens of its Doc."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.model import Article, Part
from kg.model import Span as Offsets


def told_parts(article: Article, doc: Doc) -> Iterator[tuple[Part, Span]]:
    """The parts of an article that tell something, all but its dateline, each with its tokens."""
    for part in article.parts:
        span = doc.char_span(part.start, part.end, alignment_mode="expand") if part.kind != "dateline" else None
        if span is not None:
            yield part, span


def tokens_in(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens that stand whole between two offsets; none where no token does."""
    return doc.char_span(start, end, alignment_mode="contract")


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that a character stands in."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None else None


def offsets(words: Span | Token) -> Offsets:
    """Where tokens stand in the text."""
    if isinstance(words, Token):
        return Offsets(words.idx, words.idx + len(words))
    return Offsets(words.start_char, words.end_char)
