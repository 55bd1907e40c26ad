"""The commands that look after a store: what it holds, whether it is sound, a file for Gephi, the server."""

import os
import sys
from typing import Annotated

import typer

from kg.cli.door import CorrectionsOption, FormOption, StoreOption, settings, view_of
from kg.cli.show import Form, say, show_rows
from kg.entities.corrections import read_corrections
from kg.graph.store import open_store
from kg.settings import write_settings

UNSOUND = 1


def add_to(app: typer.Typer) -> None:
    """Puts these commands into an app."""
    for command in (export, identify, serve, stats, validate):
        app.command()(command)


def export(
    file: Annotated[str, typer.Argument(metavar="FILE.gexf", help="The file to write, or - (stdout).")],
    store: StoreOption = None,
    connected: Annotated[bool, typer.Option("--connected", help="Leave out actors that are tied to nobody.")] = False,
) -> None:
    """Write the network of actors as GEXF, which Gephi opens."""
    from kg.explore.gephi import write_gexf
    from kg.explore.network import network

    actors = network(view_of(store))
    write_gexf(actors, sys.stdout.buffer if file == "-" else file, isolates=not connected)
    say(f"{len(actors.nodes)} actors and {len(actors.edges)} facts between them written to {file}")


def identify(store: StoreOption = None, corrections: CorrectionsOption = None) -> None:
    """Work out anew who is who across wires, with the corrections there are now; no wire is read."""
    from kg.graph.identities import identify as identify_in

    chosen = settings(store=store, corrections=corrections)
    corrected = read_corrections(chosen.corrections)
    kept = open_store(chosen.store)
    kept.view()  # a StoreError where there is no store: this command makes none
    with kept.writer() as writer:
        ignored = identify_in(writer, corrected)
    for each in ignored:
        say(each)
    say(f"who is who is up to date; {len(corrected) - len(ignored)} of {len(corrected)} corrections were followed")


def serve(
    store: StoreOption = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="0 takes any free one; else KG_PORT, 8000.")
    ] = None,
    host: Annotated[str | None, typer.Option(help="The address to listen on; else KG_HOST, 127.0.0.1.")] = None,
) -> None:
    """Serve the API and its page until stopped."""
    import uvicorn

    chosen = settings(store=store, port=port, host=host)
    read_corrections(chosen.corrections)
    open_store(chosen.store).close()  # a StoreError is said here in one line, and in the server in fifty
    os.environ.update(write_settings(chosen))  # the server's factory reads them there
    uvicorn.run("api.app:create_app", factory=True, host=chosen.host, port=chosen.port, access_log=False)


def stats(store: StoreOption = None, form: FormOption = Form.table) -> None:
    """Count what the store holds."""
    from kg.explore.stats import count

    show_rows(count(view_of(store)), form)


def validate(
    article: Annotated[str | None, typer.Argument(help="The id of one article; else all are checked.")] = None,
    store: StoreOption = None,
) -> None:
    """Check the graph against its SHACL shapes. Exit code 1: it has faults, one on each line of stdout."""
    from kg.graph.validate import validate as problems_of

    problems = problems_of(view_of(store), article)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(UNSOUND)
    say("the graph is sound")
