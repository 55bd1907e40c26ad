"""Rows on the screen: as a table, JSON or CSV on stdout; words for whoever waits, on stderr."""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.explore.ask import as_csv
from kg.graph.rows import Rows

SHORT_CELL = 24  # characters; longer cells may be broken
UNSHOWN = frozenset({"fact", "url"})
PIPED_WIDTH = 160  # columns of a table that goes to no terminal
_TRICKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # controls; turns of direction


class Form(StrEnum):
    """How rows are shown."""

    table = "table"
    json = "json"
    csv = "csv"


def say(words: str) -> None:
    """A line for whoever waits: stderr, so that results stand alone on stdout."""
    print(clean(words), file=sys.stderr)


def show_rows(rows: Rows, form: Form = Form.table) -> None:
    """Rows on stdout. In JSON they are one object, `{"columns", "rows"}`."""
    match form:
        case Form.table:
            _show_table(rows)
        case Form.json:
            show_json({"columns": rows.columns, "rows": rows.rows})
        case Form.csv:
            sys.stdout.write(as_csv(rows))


def show_json(value: object) -> None:
    """One JSON text on stdout, on a line of its own."""
    print(json.dumps(value, ensure_ascii=False, default=_plain))


def show_words(lines: Iterable[str]) -> None:
    """Lines of plain words on stdout."""
    for line in lines:
        print(clean(line))


def clean(text: str) -> str:
    """Text without the control characters that could play tricks on a terminal: wires are strangers' text."""
    return _TRICKS.sub("\N{REPLACEMENT CHARACTER}", text)


def _show_table(rows: Rows) -> None:
    """A table for people: without empty columns, and without ids and addresses, which JSON and CSV have."""
    console = Console() if sys.stdout.isatty() else Console(width=PIPED_WIDTH)
    cells = [["" if value is None else clean(str(value)) for value in row] for row in rows.rows]
    widths = {at: max((len(row[at]) for row in cells), default=1) for at in range(len(rows.columns))}
    shown = [at for at, name in enumerate(rows.columns) if widths[at] and name not in UNSHOWN]
    is_broken = sum(widths[at] + 3 for at in shown) > console.width  # over several lines, so rows must be kept apart
    table = Table(box=box.SIMPLE_HEAD, show_lines=is_broken, highlight=False)
    for at in shown:
        table.add_column(rows.columns[at], no_wrap=widths[at] <= SHORT_CELL, overflow="fold")
    for row in cells:
        table.add_row(*(Text(row[at]) for at in shown))
    console.print(table)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in JSON")
