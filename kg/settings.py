"""The settings, read once at the door from the environment: every field is a variable with the prefix KG_."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, NamedTuple

from kg.errors import BadParameter

PREFIX = "KG_"
DefaultGraph = Literal["union", "empty"]


@dataclass(frozen=True)
class Settings:
    """What can be set from outside; `docs/settings.md` says the same in full."""

    store: str = "oxigraph:var/store"  # where the graph is kept
    spacy_model: str | None = None  # another pipeline, by its name or folder, in place of the shipped weights
    corrections: str | None = None  # a file in which a newsroom says who is and who is not the same
    token: str | None = field(default=None, repr=False)  # the bearer token that POST /articles asks for; off without
    default_graph: DefaultGraph = "union"  # what a query that names no dataset sees
    query_seconds: float = 20.0  # how long a free query may run
    query_rows: int = 10_000  # how many rows a free query may give
    host: str = "127.0.0.1"  # where the server listens
    port: int = 8000


class _Check(NamedTuple):
    """How a value is read from text, which of them are allowed, and what to tell who gave another."""

    read: Callable[[str], Any]
    allows: Callable[[Any], bool]
    expects: str


_CHECKS = {
    "default_graph": _Check(str, lambda value: value in ("union", "empty"), "union or empty"),
    "query_seconds": _Check(float, lambda value: 0 < value <= 3600, "a number of seconds up to 3600"),
    "query_rows": _Check(int, lambda value: 1 <= value <= 10_000_000, "a whole number from 1 to 10000000"),
    "port": _Check(int, lambda value: 0 <= value <= 65535, "a port from 0 to 65535"),
}
_ANY_TEXT = _Check(str, bool, "some text")


def variable(name: str) -> str:
    """The environment's name of a setting."""
    return PREFIX + name.upper()


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings that an environment gives; an empty variable is none. Raises BadParameter, naming the variable."""
    given = {each.name: environ.get(variable(each.name), "").strip() for each in fields(Settings)}
    return Settings(**{name: _value(name, text) for name, text in given.items() if text})


def write_settings(settings: Settings) -> dict[str, str]:
    """The environment that `read_settings` takes these settings from."""
    values = {variable(each.name): getattr(settings, each.name) for each in fields(Settings)}
    return {name: str(value) for name, value in values.items() if value is not None}


def _value(name: str, text: str) -> Any:
    check = _CHECKS.get(name, _ANY_TEXT)
    try:
        value = check.read(text)
    except ValueError:
        value = None
    if value is None or not check.allows(value):
        raise BadParameter(variable(name), f"'{text}' is not {check.expects}")
    return value
