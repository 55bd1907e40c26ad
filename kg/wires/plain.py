"""A plain text file → one article: headline, subhead and body, joined by blank lines."""

import re

from kg.model import Article, Part
from kg.wires.article import About, check_text, make_article
from kg.wires.clutter import is_label
from kg.wires.parts import outline

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read_plain(name: str, path: str, text: str) -> Article:
    """The article of a text file's words; raises WireError where they are no wire."""
    words = _without_label(_NEWLINES.sub("\n", text).rstrip("\x1a").strip())
    check_text(path, words)
    joined, heads = _joined(words)
    return make_article(name, path, joined, About(), heads or None)


def _without_label(text: str) -> str:
    """The text without the section label of the page that it was copied from."""
    first, newline, rest = text.partition("\n")
    return rest.lstrip() if newline and is_label(first) else text


def _joined(text: str) -> tuple[str, tuple[Part, ...]]:
    """The text with one blank line after headline and subhead, and where these stand in it."""
    found = [part for part in outline(text).parts if part.kind in ("headline", "subhead")][:2]
    joined, heads, position = "", [], 0
    for part in found:
        joined += text[position : part.start].lstrip()
        heads.append(Part(part.kind, len(joined), len(joined) + part.end - part.start))
        joined += text[part.start : part.end] + "\n\n"
        position = part.end
    return (joined + text[position:].lstrip()).rstrip(), tuple(heads)
