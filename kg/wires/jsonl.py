"""A line of JSON → one article. Fields: id, headline, subhead, body, or text; published, agency, url; all but a text optional."""

import datetime as dt
import json
import re

from kg.errors import WireError
from kg.model import Article, Part, PartKind
from kg.wires.article import About, make_article
from kg.wires.parts import outline

_NEWLINES = re.compile(r"\r\n?")
_HEADS: tuple[PartKind, PartKind] = ("headline", "subhead")
ID_LENGTH = 200
YEARS = range(1800, 2200)  # a wire of another is a slip


def read_line(name: str, path: str, line: str) -> Article:
    """The article of one line; `name` is its id where it brings none. Raises WireError where it is no wire."""
    fields = _fields(path, line)
    given = {key: _string(path, fields, key) for key in ("text", "headline", "subhead", "body", "agency", "url")}
    about = About(given["agency"], _published(path, fields), given["url"])
    article_id = _id(path, fields) or name
    if given["text"] is not None:
        return make_article(article_id, path, given["text"], outline(given["text"]), about)
    if given["body"] is None:
        raise WireError(path, "has no text; give it as 'text', or as 'body' with 'headline' and 'subhead'")
    text, heads = _joined(given)
    return make_article(article_id, path, text, outline(text, heads or None), about)


def _fields(path: str, line: str) -> dict[str, object]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise WireError(path, f"is broken JSON ({error.msg}, column {error.colno}); mend this line") from None
    except (ValueError, RecursionError):
        raise WireError(path, "is JSON that cannot be read (a number too long or brackets too deep)") from None
    if not isinstance(fields, dict):
        raise WireError(path, f'is JSON but no object ({type(fields).__name__}); give one object a line: {{"text": …}}')
    return fields


def _string(path: str, fields: dict[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is None or isinstance(value, str):
        words = value if key in ("text", "body") else (value or "").strip()
        return _fit(path, key, words) if words and words.strip() else None
    raise WireError(path, f"'{key}' must be a string, not {_kind(value)}")


def _fit(path: str, key: str, words: str) -> str:
    if key in ("agency", "url", "id") and not words.isprintable():
        raise WireError(path, f"'{key}' holds characters that cannot be shown; give one line of plain text")
    return words


def _id(path: str, fields: dict[str, object]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    name = _string(path, fields, "id")
    if name and len(name) > ID_LENGTH:
        raise WireError(path, f"its 'id' is longer than {ID_LENGTH} characters; give a shorter one")
    return name


def _published(path: str, fields: dict[str, object]) -> dt.date | None:
    value = _string(path, fields, "published")
    if value is None:
        return None
    try:
        published = dt.datetime.fromisoformat(value).date()
    except ValueError:
        published = None
    if published is None or published.year not in YEARS:
        raise WireError(
            path, f"'published' is '{value[:40]}'; give an ISO date such as 2020-02-12 or 2020-02-12T17:40Z"
        )
    return published


def _joined(given: dict[str, str | None]) -> tuple[str, tuple[Part, ...]]:
    """Headline, subhead and body joined by blank lines, and where the first two stand."""
    text, heads = "", []
    for kind in _HEADS:
        if words := given[kind]:
            words = _NEWLINES.sub("\n", words)
            heads.append(Part(kind, len(text), len(text) + len(words)))
            text += words + "\n\n"
    return text + _NEWLINES.sub("\n", given["body"] or "").strip(), tuple(heads)


def _kind(value: object) -> str:
    return {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}[type(value)]
