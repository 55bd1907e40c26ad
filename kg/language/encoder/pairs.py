"""How far words stand from a cue, in the classes that the encoder's attribution head knows."""

from bisect import bisect
from collections.abc import Sequence

NEAR = (1, 2, 3, 5, 9, 17, 33, 65)  # lower ends of the distances told apart, in words
AT_CUE = len(NEAR)
EARLIER, LATER = 2 * len(NEAR) + 1, 2 * len(NEAR) + 2  # in another paragraph
DISTANCES = 2 * len(NEAR) + 3


def distance(paragraphs: Sequence[int], start: int, end: int) -> list[int]:
    """The class of each word of a window, told by the paragraph that each stands in, for a cue at words [start, end)."""
    own = paragraphs[start]
    found = []
    for i, paragraph in enumerate(paragraphs):
        if paragraph != own:
            found.append(EARLIER if paragraph < own else LATER)
        elif i < start:
            found.append(AT_CUE - bisect(NEAR, start - i))
        else:
            found.append(AT_CUE + (bisect(NEAR, i - end + 1) if i >= end else 0))
    return found
