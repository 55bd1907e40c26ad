"""The word lists and tables that lie beside the code, one entry a line, `#` before a remark."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def lines(name: str) -> tuple[str, ...]:
    """The entries of a list, without remarks and blank lines."""
    found = (line.rstrip() for line in (DATA / name).read_text(encoding="utf-8").splitlines())
    return tuple(line for line in found if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list as a set."""
    return frozenset(lines(name))


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a table, cells parted by tabs."""
    return tuple(tuple(line.split("\t")) for line in lines(name))
