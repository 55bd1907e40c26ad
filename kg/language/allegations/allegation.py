"""What an allegation is: a wrong, who alleges it and of whom, or who rejects it and for whom."""

from dataclasses import dataclass

from kg.model import Mention
from kg.model import Span as Offsets


@dataclass(frozen=True)
class Allegation:
    """A wrong that somebody alleges of somebody, or, where `is_denied`, rejects."""

    accusers: tuple[Mention, ...]
    accused: tuple[Mention, ...]
    act: tuple[Offsets, ...]
    cue: Offsets | None
    is_denied: bool
    confidence: float

    def is_complete(self) -> bool:
        """Whether it says of whom and what."""
        return bool(self.accused and self.act and self.act[0].start < self.act[-1].end)

    def overlaps(self, other: "Allegation") -> bool:
        """Whether two allegations are of one wrong: the same words, the same accused."""
        same_people = {m.entity for m in self.accused} & {m.entity for m in other.accused}
        return bool(same_people) and any(p.start < q.end and q.start < p.end for p in self.act for q in other.act)
