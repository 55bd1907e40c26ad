"""A plain text file → one article: headline, subhead and body, joined by blank lines."""

import re
from itertools import pairwise

from kg.model import Article, Part
from kg.wires.article import About, check_text, make_article
from kg.wires.clutter import is_label
from kg.wires.parts import Outline, outline

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read_plain(name: str, path: str, text: str) -> Article:
    """The article of a text file's words; raises WireError where they are no wire."""
    words = _without_label(_NEWLINES.sub("\n", text).rstrip("\x1a").strip())
    check_text(path, words)
    return make_article(name, path, *_joined(words, outline(words)), About())


def _without_label(text: str) -> str:
    """The text without the section label of the page that it was copied from."""
    first, newline, rest = text.partition("\n")
    return rest.lstrip() if newline and is_label(first) else text


def _joined(text: str, found: Outline) -> tuple[str, Outline]:
    """The text with one blank line after headline and subhead, and its parts where they then stand."""
    heads = [part.end for part in found.parts if part.kind in ("headline", "subhead")][:2]
    gaps = [(end, end + len(text[end:]) - len(text[end:].lstrip())) for end in heads if end < len(text)]

    def moved(position: int) -> int:
        return position + sum(2 - (end - start) for start, end in gaps if end <= position)

    pieces = [text[start:end] for start, end in pairwise([0, *(edge for gap in gaps for edge in gap), len(text)])]
    joined = "\n\n".join(pieces[::2])
    parts = tuple(Part(part.kind, moved(part.start), moved(part.end)) for part in found.parts)
    opening = found.opening
    if opening:
        opening = opening._replace(start=moved(opening.start), end=moved(opening.end))
    return joined, Outline(parts, opening)
