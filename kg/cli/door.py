"""What commands share at the door: common options, the settings with options put over them, a view of the store."""

import os
from dataclasses import replace
from typing import Annotated, Any

import typer

from kg.cli.show import Form
from kg.graph.store import GraphView, open_store
from kg.settings import Settings, read_settings

StoreOption = Annotated[
    str | None, typer.Option("--store", metavar="URL", help="Where the graph is kept; else KG_STORE, else var/store.")
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline to read with; else KG_SPACY_MODEL."),
]
CorrectionsOption = Annotated[
    str | None,
    typer.Option("--corrections", metavar="FILE", help="Who is and is not the same; else KG_CORRECTIONS."),
]
WorkersOption = Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes that read.")]
FormOption = Annotated[Form, typer.Option("--format", help="How rows are shown.")]


def settings(**options: Any) -> Settings:
    """The settings of the environment, with the options that were given in their place. Raises BadParameter."""
    return replace(read_settings(os.environ), **{name: value for name, value in options.items() if value is not None})


def view_of(store: str | None) -> GraphView:
    """The newest state of the store that an option names, or else the settings. Raises StoreError."""
    return open_store(settings(store=store).store).view()
