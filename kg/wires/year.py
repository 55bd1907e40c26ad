"""The day that a dateline names: its year is found, or stays unknown; it is never guessed."""

import datetime as dt
import re
from collections.abc import Iterable

from kg.wires.dateline import Opening

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(" + "|".join(day.capitalize() for day in _WEEKDAYS) + r")\b(?!\s+(?:night|evening)s?\b)")
# A weekday after these is some other week's, or the start or end of a stretch of time.
_OTHER_WEEK = re.compile(
    r"\b(?:last|next|since|until|till|by|from|before|after|previous|following|coming|every|scheduled for|set for|late)"
    r"(?:\s+on)?\s*$",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"\b(?:will|would|is to|are to|plans?|due|scheduled|expected|going to)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|noted|stressed|declared|confirmed|warned|informed|added|wrote"
    r"|according to|news conference|press conference|briefing|statement)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\d.,$€£/#])\b(?:19|20)\d\d\b(?![.,:]?\d|\s*(?:%|percent|people|men|km|kilometers|tons|GMT|UTC)\b)"
)
_PLANNED = re.compile(r"\b(?:by|through|until|till|before)\s+(?:the end of\s+)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)][.!?])[\"”’]?\s+(?=[\"“A-Z])")
EARLY = dt.timedelta(days=7)  # a page may bear an earlier day than the wire on it, by its clock's zone


def filing_date(opening: Opening, published: dt.date | None, text: str, paragraphs: Iterable[str]) -> dt.date | None:
    """The dateline's day: by its own year, by the day of publication, or by the weekday that its lead names."""
    month, day = opening.month, opening.day
    if month is None or day is None:
        return None
    if opening.year is not None:
        return _day(opening.year, month, day)
    if published is not None:
        return _last_before(published, month, day)
    return _by_weekday(month, day, text, paragraphs)


def _last_before(published: dt.date, month: int, day: int) -> dt.date | None:
    """The latest such day that publication does not precede."""
    days = (_day(published.year + step, month, day) for step in (1, 0, -1, -2, -3, -4))  # February 29 is rare
    return next((found for found in days if found and found <= published + EARLY), None)


def _by_weekday(month: int, day: int, text: str, paragraphs: Iterable[str]) -> dt.date | None:
    latest, weekday = _latest_year(text), _weekday_of_lead(paragraphs)
    if latest is None or weekday is None:
        return None
    days = (_day(year, month, day) for year in (latest, latest + 1))
    fitting = [found for found in days if found and found.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _latest_year(text: str) -> int | None:
    """The latest year that the text names; none where that one is only planned for ("by 2050"), so tells nothing."""
    named = max(_YEAR.finditer(text), key=lambda match: match[0], default=None)
    if named is None or _PLANNED.search(text[max(0, named.start() - 30) : named.start()]):
        return None
    return int(named[0])


def _weekday_of_lead(paragraphs: Iterable[str]) -> int | None:
    """The one weekday that goes with the dateline: the lead's, else the one on which somebody said something."""
    sentences = [s for paragraph in list(paragraphs)[:3] for s in _SENTENCE_END.split(paragraph[:2000])][:6]
    for number, sentence in enumerate(sentences):
        days = [m for m in _WEEKDAY.finditer(sentence) if _is_of_the_day(sentence[: m.start()])]
        if days and (number == 0 or _REPORTED.search(sentence)):
            named = {day[1] for day in days}
            return _WEEKDAYS.index(named.pop().lower()) if len(named) == 1 else None
    return None


def _is_of_the_day(before: str) -> bool:
    if _OTHER_WEEK.search(before):
        return False
    forward, reported = _last(_FORWARD, before), _last(_REPORTED, before)
    return forward < 0 or reported > forward


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
