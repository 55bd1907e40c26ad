"""What handlers are given: the newest view of the graph, the guard of free queries, and the parameters of a request."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from kg.errors import BadParameter
from kg.explore.sparql import Guard
from kg.graph.store import GraphView, Store
from kg.settings import Settings


@dataclass(frozen=True)
class House:
    """What an app is opened with, and holds until it is closed."""

    settings: Settings
    store: Store
    guard: Guard


def house(request: Request) -> House:
    """The house that this window belongs to."""
    return cast("House", request.app.state.house)


def newest_view(here: Annotated[House, Depends(house)]) -> GraphView:
    """The newest published state; a later request may see a newer one."""
    return here.store.view()


def given(request: Request) -> dict[str, str]:
    """The parameters of the address, each given once; those left empty are none."""
    counted = Counter(name for name, _ in request.query_params.multi_items())
    twice = next((name for name, times in counted.items() if times > 1), None)
    if twice is not None:
        raise BadParameter(twice, "is given more than once")
    return {name: value for name, value in request.query_params.items() if value}


def number(parameters: dict[str, str], name: str, default: int) -> int:
    """Takes a whole number out of parameters."""
    text = parameters.pop(name, str(default))
    if not text.isascii() or not text.removeprefix("-").isdigit() or len(text) > 9:
        raise BadParameter(name, f"'{text}' is no whole number")
    return int(text)


AHouse = Annotated[House, Depends(house)]
AView = Annotated[GraphView, Depends(newest_view)]
Given = Annotated[dict[str, str], Depends(given)]
