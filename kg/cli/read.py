"""The commands that read wires: `kg ingest` into a store, `kg extract` onto the screen."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.cli.door import CorrectionsOption, FormOption, ModelOption, StoreOption, WorkersOption, settings
from kg.cli.show import Form, say, show_json, show_rows
from kg.document import document
from kg.entities.corrections import read_corrections
from kg.errors import WireError
from kg.graph.formats import serialise
from kg.graph.mapping import quads
from kg.graph.rows import Rows
from kg.graph.store import open_store
from kg.ingest import Report, analysts
from kg.ingest import ingest as read_into
from kg.model import Article, Findings
from kg.wires.reader import read_wires

SOME_REFUSED = 1
Step = Callable[[int], object]

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders (walked for .txt, .jsonl) or - (stdin).")
]
Document = Literal["json", "turtle", "trig", "nquads", "jsonld"]


def add_to(app: typer.Typer) -> None:
    """Puts these commands into an app."""
    for command in (ingest, extract):
        app.command()(command)


def ingest(  # noqa: PLR0913, PLR0917 - the options of a command are its arguments
    paths: Paths,
    store: StoreOption = None,
    workers: WorkersOption = 1,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let a wire take the place of a stored one with its id.")
    ] = False,
    corrections: CorrectionsOption = None,
    model: ModelOption = None,
    form: FormOption = Form.table,
) -> None:
    """Read wires into the store; what is stored already is passed over. Exit code 1: some wires were refused."""
    chosen = settings(store=store, spacy_model=model, corrections=corrections)
    corrected = read_corrections(chosen.corrections)  # before a wire is read: a bad line ends the command
    with _bar(paths) as step:
        report = read_into(
            paths,
            open_store(chosen.store),
            model=chosen.spacy_model,
            workers=workers,
            replace=replace,
            corrections=corrected,
            progress=step,
        )
    if form is Form.json:
        show_json(report)
    else:
        show_rows(_counts(report), form)
    for duplicate in report.duplicates:
        say(f"{duplicate.wire}: passed over, its text is stored as {duplicate.article}")
    for refusal in report.refused:
        say(f"{refusal.wire}: {refusal.reason}")
    for ignored in report.ignored:
        say(ignored)
    if report.refused:
        raise typer.Exit(SOME_REFUSED)


def extract(
    paths: Paths,
    form: Annotated[Document, typer.Option("--format", help="json is the facts document, one a line.")] = "json",
    workers: WorkersOption = 1,
    model: ModelOption = None,
) -> None:
    """Show what wires tell, without a store. Exit code 1: some wires were refused."""
    refused: list[WireError] = []
    with analysts(settings(spacy_model=model).spacy_model, workers) as analysis, _bar(paths) as step:
        told = analysis.analyse(_articles(read_wires(paths), refused))
        _write(_findings(told, refused, step), form, analysis.name)
    for error in refused:
        say(str(error))
    if refused:
        raise typer.Exit(SOME_REFUSED)


def _write(findings: Iterable[Findings], form: Document, reader: str) -> None:
    """Documents and N-Quads go out wire by wire; the other forms must be written as one."""
    if form == "json":
        for each in findings:
            show_json(document(each))
    elif form == "nquads":
        for each in findings:
            sys.stdout.buffer.write(serialise(quads(each, reader), form))
    else:
        sys.stdout.buffer.write(serialise((quad for each in findings for quad in quads(each, reader)), form))


def _articles(wires: Iterable[Article | WireError], refused: list[WireError]) -> Iterator[Article]:
    for wire in wires:
        if isinstance(wire, WireError):
            refused.append(wire)
        else:
            yield wire


def _findings(told: Iterable[Findings | WireError], refused: list[WireError], step: Step) -> Iterator[Findings]:
    for each in told:
        if isinstance(each, WireError):
            refused.append(each)
        else:
            yield each
        step(1)


def _counts(report: Report) -> Rows:
    counted = (
        ("wires added", len(report.added)),
        ("wires read again", len(report.updated)),
        ("wires unchanged", len(report.unchanged)),
        ("wires stored under another name", len(report.duplicates)),
        ("wires refused", len(report.refused)),
        *sorted(report.facts.items()),
    )
    return Rows(("what", "count"), counted)


@contextmanager
def _bar(paths: Sequence[str]) -> Iterator[Step]:
    """A progress bar on stderr, where that is a terminal."""
    words = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=words, disable=not words.is_terminal, transient=True) as progress:
        task = progress.add_task("reading wires", total=_count(paths) if words.is_terminal else None)
        yield partial(progress.advance, task)


def _count(paths: Sequence[str]) -> int | None:
    """How many wires there are; unknown where they come from stdin, which can be read only once."""
    return None if "-" in paths else sum(1 for _ in read_wires(paths))
