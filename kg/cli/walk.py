"""The command `kg walk`: neighbours of an actor, paths between two, who is central, who stands together."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.door import FormOption, StoreOption, view_of
from kg.cli.show import Form, say, show_json, show_rows
from kg.explore.ask import find_actor
from kg.graph.rows import Rows, Value

if TYPE_CHECKING:
    from kg.explore.walk import Link

LINK = ("who", "does", "whom", "facts", "from", "to", "sentence", "article")

ActorArgument = Annotated[str, typer.Argument(metavar="ACTOR", help="An actor, by its id or any of its names.")]
LimitOption = Annotated[int, typer.Option(min=1, help="How many to show at most.")]
DayOption = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY")]


class By(StrEnum):
    """What makes an actor central."""

    pagerank = "pagerank"
    degree = "degree"
    betweenness = "betweenness"


walk = typer.Typer(help="Walk the network of actors.", no_args_is_help=True, rich_markup_mode=None)


def add_to(app: typer.Typer) -> None:
    """Puts these commands into an app."""
    for command in (neighbours, path, central, communities):
        walk.command()(command)
    app.add_typer(walk, name="walk")


def neighbours(  # noqa: PLR0913, PLR0917 - the options of a command are its arguments
    actor: ActorArgument,
    depth: Annotated[int, typer.Option(min=1, help="How many steps away.")] = 1,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only such facts, for example 'accuses'; may be repeated.")
    ] = None,
    since: DayOption = None,
    until: DayOption = None,
    limit: LimitOption = 200,
    store: StoreOption = None,
    form: FormOption = Form.table,
) -> None:
    """Who is within some steps of an actor, and by which facts."""
    from kg.explore.network import network
    from kg.explore.walk import neighbours as near

    view = view_of(store)
    days = (each.date() if each else None for each in (since, until))
    found = near(
        network(view), find_actor(view, actor), depth, kinds=kind, since=next(days), until=next(days), limit=limit
    )
    names = {node.id: node.name for node in (found.actor, *found.nodes)}
    _show(found, LINK, (_linked(link, names) for link in found.edges), form)
    if found.truncated:
        say(f"there is more: only {limit} links are shown (--limit)")


def path(
    source: Annotated[str, typer.Argument(metavar="FROM", help="An actor, by its id or any of its names.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Another.")],
    limit: LimitOption = 5,
    store: StoreOption = None,
    form: FormOption = Form.table,
) -> None:
    """The shortest paths between two actors, with the sentences of each step."""
    from kg.explore.network import network
    from kg.explore.walk import shortest_paths

    view = view_of(store)
    found = shortest_paths(network(view), find_actor(view, source), find_actor(view, target), limit)
    rows = (
        (number, at, *_linked(link, {actor.id: actor.name for actor in way.actors}))
        for number, way in enumerate(found.paths, 1)
        for at, step in enumerate(way.steps, 1)
        for link in step.links
    )
    _show(found, ("path", "step", *LINK), rows, form)
    if not found.paths:
        say(f"nothing joins {found.source.name} and {found.target.name}")


def central(
    by: Annotated[By, typer.Option(help="What counts.")] = By.pagerank,
    limit: LimitOption = 20,
    store: StoreOption = None,
    form: FormOption = Form.table,
) -> None:
    """The actors that matter most."""
    from kg.explore.network import network
    from kg.explore.walk import Central
    from kg.explore.walk import central as most

    found = most(network(view_of(store)), limit, by.value)
    columns = [field.name for field in fields(Central)]
    _show(found, columns, ([getattr(actor, name) for name in columns] for actor in found), form)


def communities(limit: LimitOption = 20, store: StoreOption = None, form: FormOption = Form.table) -> None:
    """Groups of actors that speak much of one another."""
    from kg.explore.network import network
    from kg.explore.walk import communities as groups

    found = groups(network(view_of(store)), limit)
    rows = ((each.id, each.size, each.facts, ", ".join(actor.name for actor in each.actors)) for each in found)
    _show(found, ("community", "actors", "facts", "who"), rows, form)


def _show(found: object, columns: Iterable[str], rows: Iterable[Iterable[Value | None]], form: Form) -> None:
    """In JSON all that was found; else a row for each link or actor."""
    if form is Form.json:
        show_json(found)
    else:
        show_rows(Rows(tuple(columns), tuple(map(tuple, rows))), form)


def _linked(link: "Link", names: Mapping[str, str]) -> tuple[Value | None, ...]:
    clearest = link.facts[0] if link.facts else None
    when = (link.first_date, link.last_date)
    proof = (clearest.sentence, clearest.article) if clearest else (None, None)
    return names[link.source], link.kind, names[link.target], link.weight, *when, *proof
