"""The command `kg`: its commands put together, and what becomes of an error."""

import sys

import typer

from kg.cli import ask, keep, read, walk
from kg.cli.show import say
from kg.errors import KgError

WRONG_USAGE = 2

app = typer.Typer(
    name="kg",
    help="Who said, accused, denied and promised what, where and when, as news wires tell it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for commands in (read, ask, walk, keep):
    commands.add_to(app)


def main() -> None:
    """Runs the command that the arguments name, and exits: 0 all done, 1 some wires refused, 2 wrong usage."""
    try:
        app()
    except KgError as error:
        say(f"kg: {error}")
        sys.exit(WRONG_USAGE)
