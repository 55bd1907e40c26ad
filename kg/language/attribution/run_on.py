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
        if any(p.start < quotation.end and quotation.start < p.end for a in here for p in a.content):
            continue
        lead = text[part.start : quotation.start].rstrip()
        if (lead and lead[-1] not in '.!?:”"»') or quotation.end - quotation.start < SHORTEST:
            continue
        piece = Offsets(quotation.start, quotation.end)
        before = [a for a in here if a.start < quotation.start]
        if before:
            last = max(before, key=lambda a: a.start)
            grown = replace(last, content=merged(text, (*last.content, piece)))
            here = [grown if a is last else a for a in here]
        elif earlier and not here and part.kind == "paragraph" and not lead:
            earlier[-1] = replace(earlier[-1], content=(*earlier[-1].content, piece))
    return here


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
