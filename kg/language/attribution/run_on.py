"""Quotations with no cue of their own, which go on with what an attribution before them began."""

from dataclasses import replace
from itertools import pairwise

from kg.language.attribution.attribution import Attribution
from kg.language.quotation import Quotation
from kg.model import Part
from kg.model import Span as Offsets

SHORTEST = 15  # characters; a shorter quotation is a name or a term


def with_run_on_quotations(
    text: str, part: Part, quotations: list[Quotation], here: list[Attribution], earlier: list[Attribution]
) -> list[Attribution]:
    """The attributions of a part, grown by whole-sentence quotations that follow one; `earlier`, where the part has none."""
    for quotation in quotations:
        if any(is_of_quotation(a, quotation) for a in here):
            continue
        if not quotation.closed and quotation.start == part.start and not here:
            continue  # the next paragraph opens it again, and says whose it is
        lead = text[part.start : quotation.start].rstrip()
        if (lead and lead[-1] not in '.!?:”"»') or quotation.end - quotation.start < SHORTEST:
            continue
        piece = Offsets(quotation.start, quotation.end)
        before = [a for a in here if a.start < quotation.start]
        if before:
            last = max(before, key=lambda a: a.start)
            grown = replace(last, content=merged(text, (*last.content, piece)))
            here = [grown if a is last else a for a in here]
        elif earlier and not here and not lead and is_told_before(text, part, earlier[-1]):
            earlier[-1] = replace(earlier[-1], content=(*earlier[-1].content, piece))
    return here


def is_of_quotation(attribution: Attribution, quotation: Quotation) -> bool:
    """Whether an attribution gives words of a quotation, and is not itself told within it."""
    shares = any(p.start < quotation.end and quotation.start < p.end for p in attribution.content)
    return shares and not quotation.start < attribution.start < quotation.end


def opened_in(
    part: Part, quotations: list[Quotation], here: list[Attribution], left_open: list[Quotation]
) -> list[Quotation]:
    """The quotations that wait for the next paragraph to say whose they are: whole paragraphs never closed, in a row."""
    waiting = [q for q in quotations if not q.closed and q.start == part.start and not here]
    return [*left_open, *waiting] if waiting else []


def with_opened_quotations(part: Part, left_open: list[Quotation], here: list[Attribution]) -> list[Attribution]:
    """The attributions of a part, the one that begins with its quotation grown by those left open before it."""
    first = next((a for a in here if a.content and a.content[0].start == part.start), None)
    if first is None or not left_open:
        return here
    grown = replace(first, content=(*(Offsets(q.start, q.end) for q in left_open), *first.content))
    return [grown if a is first else a for a in here]


def is_told_before(text: str, part: Part, earlier: Attribution) -> bool:
    """Whether an attribution stands in the paragraph right before a part, so that a bare quotation may go on with it."""
    return part.kind == "paragraph" and text[earlier.start : part.start].count("\n\n") == 1 and earlier.frame != "h"


def merged(text: str, pieces: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """Pieces in text order, those joined that only blanks part."""
    ordered = sorted(pieces)
    out = [ordered[0]]
    for before, piece in pairwise(ordered):
        if piece.start >= before.end and not text[before.end : piece.start].strip():
            out[-1] = Offsets(out[-1].start, piece.end)
        else:
            out.append(piece)
    return tuple(out)
