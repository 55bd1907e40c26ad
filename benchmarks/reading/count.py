"""What was found and what a corpus holds, compared item by item → F1."""

from collections.abc import Set
from dataclasses import dataclass


@dataclass
class Count:
    """How many items were found rightly, how many were found, and how many there are."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, gold: Set[object], found: Set[object]) -> None:
        """Counts the items of one document; those that are equal are right."""
        self.right += len(gold & found)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """In percent with one decimal; 0 where nothing is to be found."""
        return share(2 * self.right, self.found + self.gold)


def share(part: int, whole: int) -> float:
    """In percent with one decimal; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0
