"""The tables and word lists that lie beside the rules, a row a line, cells parted by tabs, `#` before a remark."""

from collections.abc import Iterator, Mapping
from importlib.resources import files


def rows(package: str, name: str) -> Iterator[list[str]]:
    """The rows of a table, without remarks and blank lines."""
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def word_lists(package: str, name: str) -> Mapping[str, frozenset[str]]:
    """The lists of a table by their names, each a row of its name and its words."""
    return {listed: frozenset(words.split()) for listed, words in rows(package, name)}
