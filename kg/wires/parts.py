"""A wire's text → its parts in order: headline, subhead, dateline, headings, paragraphs, and no clutter."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.model import Part, PartKind, Span
from kg.wires.clutter import is_clutter, is_label, without_signature
from kg.wires.dateline import Opening, find_opening

_BLANK_LINES = re.compile(r"\r?\n[^\S\n]*\n\s*")
_NEWLINE = re.compile(r"\n")
_CLOSED = re.compile(r"[.!?…;:,][\"”’')\]]*$|[\"”]$")
_BARE_PLACE = re.compile(r"([A-Z][A-Z .'/-]{2,40}?)(?:\s*\|\s*By\s.{3,100})?")
_BULLET = re.compile(r"[*•–—-]\s")
HEADLINE_LENGTH = 250
LEAD_LENGTH = 100
HEADING_LENGTH, HEADING_WORDS = 100, 16
BLOCKS_BEFORE_DATELINE = 8


class Outline(NamedTuple):
    """The parts of a text, and its dateline as it stands there."""

    parts: tuple[Part, ...]
    opening: Opening | None


def outline(text: str, heads: Sequence[Part] | None = None) -> Outline:
    """The parts of a text. `heads` are headline and subhead where the wire says which they are; else they are found."""
    blocks = list(_blocks(text, heads[-1].end if heads else 0))
    at, opening = _find_dateline(text, blocks)
    before, rest = blocks[:at], blocks[at:]
    if opening is None and heads is None:
        before, rest = _split_head(text, blocks)
    place = opening.place if opening else None
    parts = [*_heads(text, before, place)] if heads is None else [*heads, *_body(text, before)]
    if opening is not None:
        parts.append(Part("dateline", opening.start, opening.end))
        rest = [_shrunk(text, Span(opening.end, rest[0].end)), *rest[1:]]
    parts += _body(text, rest)
    return Outline(tuple(part for part in parts if part.start < part.end), opening)


def _blocks(text: str, start: int) -> Iterator[Span]:
    """The paragraphs of a text: between blank lines, and line by line where lines are paragraphs."""
    spaced = _BLANK_LINES.search(text[start:].strip()) is not None
    for chunk in _between(_BLANK_LINES, text, start, len(text)):
        lines = list(_between(_NEWLINE, text, chunk.start, chunk.end))
        yield from _grouped(text, lines, spaced=spaced)


def _between(separator: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for match in separator.finditer(text, start, end):
        if span := _filled(text, position, match.start()):
            yield span
        position = match.end()
    if span := _filled(text, position, end):
        yield span


def _filled(text: str, start: int, end: int) -> Span | None:
    span = _shrunk(text, Span(start, end))
    return span if span.start < span.end else None


def _shrunk(text: str, span: Span) -> Span:
    """The span without the blanks at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def _grouped(text: str, lines: list[Span], *, spaced: bool) -> Iterator[Span]:
    """Lines joined to paragraphs. A line that begins in lower case runs on from the one before it."""
    words = [text[line.start : line.end] for line in lines]
    wrapped = any(line[0].islower() for line in words[1:])
    tops = enumerate(lines[:BLOCKS_BEFORE_DATELINE] if len(lines) > 1 else ())
    opens = next((i for i, line in tops if find_opening(text, line.start, line.end)), 0)
    each = not spaced or 3 * sum(bool(_CLOSED.search(line)) for line in words) >= 2 * len(words)
    start = lines[0].start
    for i in range(1, len(lines)):
        alone = is_clutter(words[i]) or is_clutter(words[i - 1]) or _BULLET.match(words[i]) or is_label(words[i - 1])
        head = i <= opens and not words[i][0].islower()
        if alone or head or (each and not wrapped):
            yield Span(start, lines[i - 1].end)
            start = lines[i].start
    yield Span(start, lines[-1].end)


def _find_dateline(text: str, blocks: list[Span]) -> tuple[int, Opening | None]:
    """Which block begins with the dateline, and the dateline; 0 and none where there is no dateline."""
    named: set[str] = set()  # places that stand alone on a line: pages of 2014 and 2015 repeat them before the text
    for i, block in enumerate(blocks[:BLOCKS_BEFORE_DATELINE]):
        words = text[block.start : block.end]
        if again := _repeated_place(words, block.start, named):
            return i, again
        found = find_opening(text, block.start, block.end)
        if found and (found.agency or found.day or len(words) >= LEAD_LENGTH):  # "KYIV — …" may be a headline
            return i, found
        if bare := _BARE_PLACE.fullmatch(words):
            named.add(bare[1].strip())
    return 0, None


def _repeated_place(words: str, start: int, named: set[str]) -> Opening | None:
    for place in named:
        if words.startswith(place + " ") and len(words) > len(place) + 40:
            return Opening(start, start + len(place), place)
    return None


def _split_head(text: str, blocks: list[Span]) -> tuple[list[Span], list[Span]]:
    """Headline and subhead, and the rest, of a wire without a dateline."""
    at = next((i for i, block in enumerate(blocks) if not _is_passed_over(text[block.start : block.end])), 0)
    end = at
    while end < min(at + 2, len(blocks) - 1) and _is_headline(text[blocks[end].start : blocks[end].end]):
        end += 1
    return blocks[:end], blocks[end:]


def _is_headline(words: str) -> bool:
    return len(words) <= HEADLINE_LENGTH and not words.rstrip("\"”'’").endswith((".", ":", ",", ";"))


def _is_passed_over(words: str) -> bool:
    return is_clutter(words) or is_label(words)


def _heads(text: str, blocks: list[Span], place: str | None) -> Iterator[Part]:
    """What stands before the dateline: the headline, then subheads; not its place alone on a line, nor a label."""
    kind: PartKind = "headline"
    for block in blocks:
        words = text[block.start : block.end]
        bare = _BARE_PLACE.fullmatch(words)
        if not (_is_passed_over(words) or (bare and bare[1].strip() == place)):
            yield Part(kind, *block)
            kind = "subhead"


def _body(text: str, blocks: Sequence[Span]) -> Iterator[Part]:
    for block in blocks:
        words = text[block.start : block.end]
        if words and not is_clutter(words):
            kind: PartKind = "heading" if _is_heading(words) else "paragraph"
            yield Part(kind, block.start, block.start + len(without_signature(words)))


def _is_heading(words: str) -> bool:
    """Whether a paragraph is a short line without a full stop that stands over those that follow."""
    short = len(words) <= HEADING_LENGTH and len(words.split()) <= HEADING_WORDS and "\n" not in words
    return short and not _CLOSED.search(words) and not _BULLET.match(words)
