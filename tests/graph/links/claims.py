"""Claims and steps for tests of links, in few words."""

import datetime as dt

from kg.graph.links.claims import Claim, Names, Step
from kg.graph.links.sides import Who

DAY = dt.date(2031, 3, 10)
NOBODY_NAMED = Names({})


def who(ids: str) -> Who:
    """Actors by their ids, each on the side that follows a colon, else on its own: "lapko:by"."""
    pairs = [one.partition(":") for one in ids.split()]
    return Who(frozenset(one for one, _, _ in pairs), frozenset(side or one for one, _, side in pairs))


def claim(
    iri: str,
    act: str = "shelled the town of Orsha",
    *,
    days: int | None = 0,
    by: str = "",
    of: str = "army",
    wire: str = "",
    at: int = 0,
    sentence: str = "",
) -> Claim:
    day = None if days is None else DAY + dt.timedelta(days)
    return Claim(iri, wire or f"wire of {iri}", day, at, act, who(by), who(of), sentence)


def step(
    iri: str,
    act: str,
    time: str = "2031-03-10",
    status: str = "pledged",
    *,
    deal: str = "",
    party: str = "army",
    wire: str = "",
) -> Step:
    return Step(iri, wire or f"wire of {iri}", time, 0, act, status, party, deal or None, deal)
