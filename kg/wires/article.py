"""A wire's text and what came with it → an Article, or the reason why it is none."""

import datetime as dt
import re
from typing import NamedTuple

from kg.errors import WireError
from kg.model import Article, Dateline
from kg.wires.english import is_english
from kg.wires.parts import Outline
from kg.wires.year import filing_date

MAX_BYTES = 1_000_000  # of one wire: a book is none
# What no text file holds and no XML export may: control characters but tab and newline, halves of pairs, non-characters.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LETTER = re.compile(r"[^\W\d_]")


class About(NamedTuple):
    """What stands beside a wire's text in its file."""

    agency: str | None = None
    published: dt.date | None = None
    url: str | None = None


def make_article(name: str, path: str, text: str, found: Outline, about: About) -> Article:
    """The article of a text; raises WireError where the text is no English wire."""
    check_text(path, text)
    dateline = _dateline(found, text, about.published)
    agency = about.agency or (dateline.agency if dateline else None)
    return Article(name, text, found.parts, dateline, agency, about.published, about.url)


def check_text(path: str, text: str) -> None:
    """Raises WireError where a text cannot be that of a wire."""
    if not text.strip():
        raise WireError(path, "is empty: there is no text in it")
    if unfit := _UNFIT.search(text):
        raise WireError(path, f"is not plain text (it holds the character U+{ord(unfit[0]):04X}); give the words alone")
    if not _LETTER.search(text):
        raise WireError(path, "holds no words; give the text of a wire")
    if not is_english(text):
        raise WireError(path, "is not in English, as far as its small words tell; only English wires can be read")


def _dateline(found: Outline, text: str, published: dt.date | None) -> Dateline | None:
    opening = found.opening
    if opening is None:
        return None
    after = (text[part.start : part.end] for part in found.parts if part.kind == "paragraph")
    date = filing_date(opening, published, text, after)
    return Dateline(opening.start, opening.end, opening.place, opening.region, date, opening.agency)
