"""How the parameters that the questions and lists take by themselves are told to the OpenAPI description."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.explore.ask import Question

FILTERS: Mapping[str, str] = {
    "actor": "who takes part in any way, by id or any name",
    "agency": "the agency that filed the wire",
    "since": "not before this day, month or year: 2020-02-12, 2020-02 or 2020",
    "until": "not after this day, month or year",
    "place": "where, by id or any name",
    "confidence": "at least so sure, from 0 to 1",
    "q": "words that stand in its name, or for articles in the text",
    "type": "person, organization, country or group",
    "country": "ISO 3166-1 code of the state that it is or belongs to",
    "status": "pledged, agreed, obliged, fulfilled, violated or suspended",
    "form": "direct, indirect or mixed",
    "under": "the agreement, by id or any name",
}
ROLE = "who fills this role, by id or any name"
LIMIT, CURSOR = "how many at most", "where to go on: `next` of the page before"


def described(parameters: Iterable[tuple[str, str]], *, limit: int, most: int) -> dict[str, Any]:
    """What a route says of parameters, each a name with what it means; a limit is always among them."""
    words = [_parameter(name, meaning, {"type": "string"}) for name, meaning in parameters]
    sizes = {"type": "integer", "minimum": 1, "maximum": most, "default": limit}
    return {"parameters": [*words, _parameter("limit", LIMIT, sizes)]}


def of_question(question: Question) -> list[tuple[str, str]]:
    """The parameters of a question."""
    return [(one.name, f"{one.type}: {one.description}") for one in question.parameters]


def of_list(filters: Iterable[str]) -> list[tuple[str, str]]:
    """The parameters of a list."""
    return [*((name, FILTERS.get(name, ROLE)) for name in filters), ("cursor", CURSOR)]


def _parameter(name: str, meaning: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": meaning, "schema": dict(schema)}
