"""What an attribution is: a source, a cue and the words credited, with how literally they are given."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kg.language.quotation import Quotation
from kg.model import Span as Offsets

Form = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True)
class Attribution:
    """One cue with its source and content. `sources` are token indices of the heads of noun phrases."""

    cue: Offsets | None
    verb: int | None  # token index of the cue's verb, none in "according to" and headlines without one
    sources: tuple[int, ...]
    content: tuple[Offsets, ...]
    form: Form
    frame: str  # the frame of cues.tsv that matched; "h" for a headline without a verb, "s" for "according to"

    @property
    def start(self) -> int:
        """Where it begins: at its cue, else, where it has none, at its content."""
        return (self.cue or self.content[0]).start


def form_of(pieces: tuple[Offsets, ...], quotations: Iterable[Quotation]) -> Form:
    """Direct where all stands in quotation marks of its own, indirect where none does, else mixed."""
    quotations = list(quotations)
    starts, ends = {q.start for q in quotations}, {q.end for q in quotations}
    if pieces and all({p.start, p.start - 1} & starts and {p.end, p.end + 1} & ends for p in pieces):
        return "direct"
    touched = any(p.start <= mark < p.end for p in pieces for q in quotations for mark in (q.start, q.end - 1))
    return "mixed" if touched else "indirect"


def clipped(span: Offsets, attributions: Iterable[Attribution]) -> Offsets:
    """A span cut where the reported words that it begins in end: "…, he told reporters" is no part of a deed."""
    ends = [
        p.end for a in attributions if a.frame != "h" for p in a.content if p.start <= span.start < p.end < span.end
    ]
    return Offsets(span.start, min([*ends, span.end]))


def shared(one: tuple[Offsets, ...], other: tuple[Offsets, ...]) -> float:
    """How much of the shorter of two contents stands in both, from 0 to 1."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    shorter = min(sum(p.end - p.start for p in content) for content in (one, other))
    return both / shorter if shorter else 0.0
