from collections.abc import Iterator
from kg.language.reading import Reading

FINDER = "accusations/1"


def find(reading: Reading) -> Iterator:
    return iter(())
