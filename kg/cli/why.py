"""The answer of `kg why` as plain words, or as rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.graph.rows import Rows

if TYPE_CHECKING:
    from kg.explore.why import Seen, Why

COLUMNS = ("held", "id", "date", "name", "country", "roles", "aliases", "because")


def in_words(found: "Why") -> Iterator[str]:
    """What was found, line by line, for people to read."""
    number = len({seen.article for seen in found.wires})
    country = f" ({found.country})" if found.country else ""
    yield f"{found.name}, {found.type}{country}, is known as {found.id}"
    yield f"and is the one in {number} {'wire' if number == 1 else 'wires'}:"
    for seen in found.wires:
        yield f"  {seen.article}{f' of {seen.date}' if seen.date else ''}: {_called(seen)}"
        yield f"      {seen.because or 'why is not known: run kg identify'}"
    if found.apart:
        yield "These are held to be others:"
    for other in found.apart:
        posts = f"; in the post of {', '.join(other.roles)}" if other.roles else ""
        yield f"  {other.name}{f' ({other.country})' if other.country else ''}, {other.id}{posts}"
        yield f"      {other.because}"


def rows_of(found: "Why") -> Rows:
    """A row for each wire, and one for each other who might be taken for the one."""
    one = (
        (
            "one",
            f"{seen.article}/{seen.id}",
            seen.date,
            seen.name,
            seen.country,
            "; ".join(seen.roles),
            "; ".join(seen.aliases),
            seen.because,
        )
        for seen in found.wires
    )
    apart = (
        ("apart", other.id, None, other.name, other.country, "; ".join(other.roles), None, other.because)
        for other in found.apart
    )
    return Rows(COLUMNS, (*one, *apart))


def _called(seen: "Seen") -> str:
    """Under which names and posts a wire has somebody."""
    others = [f'"{alias}"' for alias in seen.aliases]
    also = f", also {', '.join(others)}" if others else ""
    posts = f"; in the post of {', '.join(seen.roles)}" if seen.roles else ""
    country = f"; of {seen.country}" if seen.country else ""
    return f'"{seen.name}"{also}{posts}{country}'
