"""Walks over the network of actors, and the network as a file for Gephi."""

import datetime as dt
import io
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BeforeValidator

from api.door import AView
from kg.explore.ask import find_actor
from kg.explore.gephi import write_gexf
from kg.explore.network import Network, network
from kg.explore.walk import central, communities, neighbours, shortest_paths

router = APIRouter(tags=["graph"])

Limit = Annotated[int, Query(ge=1, le=1000)]
Kinds = Annotated[
    list[str] | None,
    BeforeValidator(lambda given: [kind for kind in given or () if kind] or None),  # a form sends what is left empty
    Query(description="only such edges: accuses, clears, speaks of, commits to"),
]
Day = Annotated[dt.date | None, BeforeValidator(lambda given: given or None), Query(description="2020-02-12")]
AnActor = Annotated[str, Query(description="an actor, by id or any name")]


@router.get("/graph/neighbours", summary="Who is within some steps of an actor, and by which facts")
def list_neighbours(  # noqa: PLR0913, PLR0917 - the parameters of the address
    view: AView,
    actor: AnActor,
    depth: Annotated[int, Query(ge=1, le=10)] = 1,
    kind: Kinds = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = 200,
) -> dict[str, Any]:
    """`nodes` and `edges`, each edge with its clearest facts."""
    found = neighbours(network(view), find_actor(view, actor), depth, kinds=kind, since=since, until=until, limit=limit)
    return asdict(found)


@router.get("/graph/path", summary="The shortest ways from one actor to another, with the facts of each step")
def list_paths(
    view: AView,
    source: Annotated[str, Query(alias="from", description="an actor, by id or any name")],
    target: Annotated[str, Query(alias="to", description="another")],
    limit: Annotated[int, Query(ge=1, le=100)] = 5,
) -> dict[str, Any]:
    """`paths`, each a row of steps."""
    return asdict(shortest_paths(network(view), find_actor(view, source), find_actor(view, target), limit))


@router.get("/graph/central", summary="The actors that matter most")
def list_central(
    view: AView, by: Literal["pagerank", "degree", "betweenness"] = "pagerank", limit: Limit = 20
) -> dict[str, Any]:
    """Actors with their standings, the first by the measure asked for."""
    return {"items": [asdict(actor) for actor in central(network(view), limit, by)], "next": None}


@router.get("/graph/communities", summary="Groups of actors that speak much of one another")
def list_communities(view: AView, limit: Limit = 20, members: Limit = 50) -> dict[str, Any]:
    """The biggest first, each with its most tied members."""
    return {"items": [asdict(group) for group in communities(network(view), limit, members)], "next": None}


@router.get("/export/graph.gexf", summary="The network of actors as GEXF 1.3, for Gephi", response_class=Response)
def export(view: AView, kind: Kinds = None, since: Day = None, until: Day = None) -> Response:
    """One edge for each two actors and kind of fact, with weights, dates and evidence."""
    file = io.BytesIO()
    write_gexf(_narrowed(network(view), kind, since, until), file)
    name = {"Content-Disposition": 'attachment; filename="dateline.gexf"'}
    return Response(file.getvalue(), media_type="application/gexf+xml", headers=name)


def _narrowed(whole: Network, kinds: list[str] | None, since: Day, until: Day) -> Network:
    return whole.narrowed(kinds, since, until) if kinds or since or until else whole
