"""Where quotation marks open and close: an article's text → quotations, each within one part."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Article

OPENERS, CLOSERS = "“«„", "”»"
TYPEWRITER = '"'


class Quotation(NamedTuple):
    """Words between quotation marks, the marks included. `closed` is false where the part ends before the closing mark."""

    start: int
    end: int
    closed: bool


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """All quotations of an article; one odd mark spoils no other paragraph."""
    return tuple(q for part in article.parts for q in in_part(article.text, part.start, part.end))


def in_part(text: str, start: int, end: int) -> Iterator[Quotation]:
    """The quotations of one part, `text[start:end]`."""
    opened: int | None = None
    for at in range(start, end):
        mark = text[at]
        if opened is None:
            if mark in OPENERS or (mark == TYPEWRITER and not is_inch(text, at, start)):
                opened = at
            elif mark == "”" and (at + 1 == end or text[at + 1].isalnum()):
                opened = at  # a closing mark used to open, as some agencies do
        elif mark in CLOSERS or mark == TYPEWRITER or (mark == "“" and (at + 1 == end or not text[at + 1].isalnum())):
            yield Quotation(opened, at + 1, True)
            opened = None
    if opened is not None:
        yield Quotation(opened, end, False)


def is_inch(text: str, at: int, start: int) -> bool:
    """Whether a typewriter mark follows a number directly and so is a measure."""
    return at > start and text[at - 1].isdigit()
