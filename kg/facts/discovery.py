"""Every folder beside this file is a kind of fact: its fact.py says what it is, its find.py how it is found."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Fact, Findings, Mention

if TYPE_CHECKING:
    from kg.language.reading import Reading


@cache
def kind_names() -> tuple[str, ...]:
    """The folders of the kinds, sorted."""
    return tuple(sorted(p.parent.name for p in Path(__file__).parent.glob("*/fact.py")))


@cache
def kinds() -> tuple[type[Fact], ...]:
    """The class of each kind. Loads no language model."""
    modules = (import_module(f"kg.facts.{name}.fact") for name in kind_names())
    return tuple(
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Fact) and thing.__module__ == module.__name__
    )


@cache
def finder_names() -> str:
    """Name and version of every finder: "accusations/1 commitments/1 …"."""
    return " ".join(import_module(f"kg.facts.{name}.find").FINDER for name in kind_names())


def find_facts(reading: "Reading") -> Findings:
    """All that a reading tells, in text order, each fact with an id of its own."""
    found = (fact for name in kind_names() for fact in import_module(f"kg.facts.{name}.find").find(reading))
    article, referents, place = reading.article, reading.referents, dateline_place(reading)
    circumstances = import_module("kg.facts.circumstances")
    told = distinct(circumstances.with_circumstances(reading, fact, place) for fact in found)
    facts = tuple(circumstances.nested([*told]))
    known = {id_ for ids in referents.actor_at.values() for id_ in ids} | {
        m.entity for fact in facts for m in mentions_of(fact)
    }
    return Findings(
        article=article,
        actors=tuple(actor for actor in referents.actors if actor.id in known),
        locations=referents.locations,
        agreements=referents.agreements,
        facts=facts,
        dates=reading.dates,
        place=place,
    )


def mentions_of(fact: Fact) -> Iterator[Mention]:
    """Everyone and everything that fills a role of a fact."""
    for value in vars(fact).values():
        yield from (m for m in (value if isinstance(value, tuple) else (value,)) if isinstance(m, Mention))


def distinct(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, a second one with the same id numbered."""
    seen: dict[str, int] = {}
    for fact in facts:
        seen[fact.id] = seen.get(fact.id, 0) + 1
        yield fact if seen[fact.id] == 1 else replace(fact, id=f"{fact.id}-{seen[fact.id]}")


def dateline_place(reading: "Reading") -> Mention | None:
    """The place that the dateline names, as one of the wire's locations."""
    dateline = reading.article.dateline
    if dateline is None or not dateline.place:
        return None
    start = reading.article.text.find(dateline.place, dateline.start)
    located = next((place.id for place in reading.referents.locations), None)
    if start < 0 or located is None:
        return None
    return Mention(start, start + len(dateline.place), dateline.place, located)
