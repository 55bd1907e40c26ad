"""Answers kept as long as what they were made from."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Source = TypeVar("Source")
Made = TypeVar("Made")


def remembered(make: Callable[[Source], Made]) -> Callable[[Source], Made]:
    """The same function, run once for each source: what it made is kept while the source lives, and goes with it.

    For sources that never change and are compared by identity. Two threads that ask at once may both make it.
    """
    kept: WeakKeyDictionary[Source, Made] = WeakKeyDictionary()

    @wraps(make)
    def kept_or_made(source: Source) -> Made:
        if source not in kept:
            kept[source] = make(source)
        return kept[source]

    return kept_or_made
