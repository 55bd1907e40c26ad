"""The commands that ask the graph: `kg ask` a named question, `kg sparql` whatever you like."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.cli.door import FormOption, StoreOption, settings, view_of
from kg.cli.show import Form, say, show_json, show_rows, show_words
from kg.cli.why import in_words, rows_of
from kg.errors import BadParameter
from kg.explore.ask import Parameter, questions
from kg.explore.ask import ask as answer
from kg.graph.rows import Rows

Answered = Literal["table", "csv", "json", "xml", "tsv", "turtle", "ntriples", "jsonld"]
ANY_OPTION = {"allow_extra_args": True, "ignore_unknown_options": True}  # the parameters of questions


def add_to(app: typer.Typer) -> None:
    """Puts these commands into an app."""
    app.command(context_settings=ANY_OPTION)(ask)
    app.command()(sparql)
    app.command()(why)


def ask(
    context: typer.Context,
    question: Annotated[
        str | None, typer.Argument(metavar="[QUESTION]", help="Its name; without one, all are listed.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many rows to show at most.")] = 1000,
    store: StoreOption = None,
    form: FormOption = Form.table,
) -> None:
    """Ask a question by its name, with --PARAM VALUE for each parameter that it has."""
    if question is None:
        _list(form)
        return
    rows = answer(view_of(store), question, parameters(context.args), limit)
    show_rows(rows, form)
    if rows.truncated:
        say(f"there is more: only {limit} rows are shown (--limit)")


def parameters(words: Sequence[str]) -> dict[str, str]:
    """`--who Turkey --since=2020` as names and values. Raises BadParameter."""
    values: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise BadParameter(word, "is no parameter; write --NAME VALUE")
        if name in values:
            raise BadParameter(name, "is given twice")
        given = value if equals else next(rest, None)
        if given is None:
            raise BadParameter(name, "has no value; write --NAME VALUE")
        values[name] = given
    return values


def _list(form: Form) -> None:
    rows = tuple((each.name, each.title, " ".join(map(_option, each.parameters))) for each in questions())
    show_rows(Rows(("question", "title", "parameters"), rows), form)


def _option(parameter: Parameter) -> str:
    return f"--{parameter.name} {parameter.type.upper()}"


def why(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="An actor, place or agreement, by id or any name.")],
    store: StoreOption = None,
    form: FormOption = Form.table,
) -> None:
    """Why wires that name somebody are held to mean the same one, and who else is not."""
    from kg.explore.why import why as ask_why

    found = ask_why(view_of(store), entity)
    if form is Form.json:
        show_json(found)
    elif form is Form.csv:
        show_rows(rows_of(found), form)
    else:
        show_words(in_words(found))


def sparql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="The query itself, @FILE or - (stdin).")],
    store: StoreOption = None,
    form: Annotated[Answered, typer.Option("--format", help="How the answer is written.")] = "table",
) -> None:
    """Run a SPARQL query for reading. A graph is no table: it comes as Turtle."""
    from kg.explore.sparql import Answer, Guard, Limits, UnsuitedFormError

    chosen, text, view = settings(store=store), _text(query), view_of(store)
    limits = Limits(chosen.query_seconds, chosen.query_rows, union=chosen.default_graph == "union")
    answer: Rows | Answer
    with Guard(limits) as guard:
        try:
            answer = guard.rows(view, text) if form in {"table", "csv"} else guard.answer(view, text, (form,))
        except UnsuitedFormError:
            if form != "table":
                raise
            answer = guard.answer(view, text, ("turtle",))
    if isinstance(answer, Rows):
        show_rows(answer, Form(form))
    else:
        sys.stdout.buffer.write(answer.body)
    if answer.truncated:
        say(f"there is more: only {limits.rows} rows are shown (KG_QUERY_ROWS)")


def _text(query: str) -> str:
    """The query that an argument holds or names. Raises BadParameter."""
    try:
        if query == "-":
            return sys.stdin.read()
        return Path(query[1:]).read_text(encoding="utf-8") if query.startswith("@") else query
    except (OSError, UnicodeError) as error:
        raise BadParameter("query", f"{query} cannot be read: {error}") from error
