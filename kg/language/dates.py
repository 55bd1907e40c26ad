"""An article → the expressions in it that fix a day, a month or a year, each with its value."""

import bisect
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kg.language import datewords as words
from kg.language.tense import is_ahead
from kg.model import Article, DatedSpan, Part, Span

SURELY_NEAR = 60  # days within which a month and day mean the nearest, whatever the tense of the verb beside it
REACH = 160  # characters round an expression in which its sentence is sought
_QUOTED = re.compile(r"\"[^\"]*\"?|“[^”]*”?")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"”][a-z0-9)\"”][.!?])[\"”’]?\s+(?=[\"“A-Z])|\n\s*\n")


class _Ground(NamedTuple):
    """What a value is worked out from."""

    today: dt.date | None  # when the wire was filed
    latest: dt.date | None  # when it was filed or, a day later, published: a dateline may be a day behind its text
    previous: str | None  # the date named last, as its value
    carried: int | None  # the year of a full date that the same sentence names before
    quoted: bool  # whether the words stand in quotation marks
    around: tuple[str, str]  # the words before and after

    @property
    def ahead(self) -> bool | None:
        """Whether the verbs around look ahead; none where there is none."""
        before, after = self.around
        return is_ahead(_SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0])


class _Dated(NamedTuple):
    start: int
    end: int
    value: str


_Rule = Callable[[re.Match[str], _Ground], Iterator[_Dated]]


def find_dates(article: Article) -> tuple[DatedSpan, ...]:
    """The dates of an article, in text order; an expression whose year nothing settles is left out."""
    found: list[_Dated] = []
    for part in article.parts:
        previous = found[-1].value if found else None
        found += _filed(article, part) if part.kind == "dateline" else _dates_of(article, part, previous)
    return tuple(DatedSpan(Span(date.start, date.end), date.value) for date in found)


def _filed(article: Article, part: Part) -> Iterator[_Dated]:
    """The dateline's own date."""
    match = words.FILED.search(article.text, part.start, part.end)
    if match and article.dateline and article.dateline.date:
        yield _Dated(*match.span(), article.dateline.date.isoformat())


def _dates_of(article: Article, part: Part, previous: str | None) -> Iterator[_Dated]:
    text, latest, quotations = article.text, _latest(article), _quotations(article.text, part)
    position, carrier = part.start, None
    for rule, match in _matches(text, part):
        if match.start() < position:
            continue
        if carrier and _SENTENCE_END.search(text, carrier.end - 2, match.start() + 1):
            carrier = None
        carried = int(carrier.value[:4]) if carrier else None
        quoted = _stands_in(quotations, match.start())
        ground = _Ground(article.date, latest, previous, carried, quoted, _around(text, part, match))
        for date in rule(match, ground):
            yield date
            position, previous = match.end(), date.value
            if len(date.value) == 10 and date.value[:4] in text[date.start : date.end]:
                carrier = date


def _latest(article: Article) -> dt.date | None:
    filed, published = article.date, article.published
    return published if filed and published and (published - filed).days == 1 else filed


def _matches(text: str, part: Part) -> list[tuple[_Rule, re.Match[str]]]:
    """What the patterns find in a part, from left to right; where two begin together, the fuller pattern first."""
    signs = (words.FOUR_DIGITS, words.A_MONTH, words.A_DAY)
    seen = {None, *(sign for sign in signs if sign.search(text, part.start, part.end))}
    found = [
        (match.start(), order, match)
        for order, (sign, pattern, _) in enumerate(_RULES)
        if sign in seen
        for match in pattern.finditer(text, part.start, part.end)
    ]
    return [(_RULES[order][2], match) for _, order, match in sorted(found, key=lambda one: one[:2])]


def _around(text: str, part: Part, match: re.Match[str]) -> tuple[str, str]:
    start, end = match.span()
    return text[max(part.start, start - REACH) : start], text[end - 1 : min(part.end, end + REACH)]


def _quotations(text: str, part: Part) -> list[int]:
    """Where quotation marks open and close in turn; the last may stay open."""
    return [edge for match in _QUOTED.finditer(text, part.start, part.end) for edge in match.span()]


def _stands_in(quotations: list[int], position: int) -> bool:
    return bisect.bisect(quotations, position) % 2 == 1


def _written(match: re.Match[str], _: _Ground) -> Iterator[_Dated]:
    """2020-02-12, 12.02.2020."""
    year, month, day = match["year"] or match["year_last"], match["m"] or match["m_mid"], match["d"] or match["d_first"]
    if found := _day(int(year), int(month), int(day)):
        yield _Dated(*match.span(), found.isoformat())


def _days(match: re.Match[str], ground: _Ground) -> Iterator[_Dated]:
    """February 12; Feb. 12, 2020; August 21-26; 16 August; 5 and 6 February."""
    month = _month_number(match["month"])
    if match["shift"] and _year_given(match, ground) is None:
        return
    first = _settled(ground, month, _number(match["day"]), _year_given(match, ground))
    if first is None:
        return
    second = next((name for name in ("near", "far") if match[name]), None)
    last = _day(first.year, month, _number(match[second])) if second else None
    if second is None or last is None or last <= first:
        yield _Dated(*match.span(), first.isoformat())
    elif match.start("day") < match.start("month"):
        yield _Dated(*match.span("day"), first.isoformat())
        yield _Dated(match.start(second), match.end(), last.isoformat())
    else:
        yield _Dated(match.start(), match.end("day"), first.isoformat())
        yield _Dated(match.start(second), match.end(), last.isoformat())


def _months_of_years(match: re.Match[str], ground: _Ground) -> Iterator[_Dated]:
    """Late October 2019; February last year; January-March 2020."""
    year = _year_given(match, ground)
    if year is None:
        return
    if match["from_month"]:
        yield _Dated(*match.span("from_month"), f"{year:04}-{_month_number(match['from_month']):02}")
    yield _Dated(match.start("phrase"), match.end(), f"{year:04}-{_month_number(match['month']):02}")


def _months(match: re.Match[str], ground: _Ground) -> Iterator[_Dated]:
    """In November; since early March; last May; by July."""
    if ground.today is None:
        return
    name, cue = match["month"] or match["loose_month"], (match["cue"] or match["loose_cue"]).lower()
    month = _month_number(name)
    year = _year_of_month(ground.today, month, cue, ground.ahead)
    whole = cue in ("last", "next", "this", "early", "mid", "late")
    start = match.start() if whole else match.start("phrase") if match["phrase"] else match.start("loose")
    yield _Dated(start, match.end(), f"{year:04}-{month:02}")


def _years(match: re.Match[str], _: _Ground) -> Iterator[_Dated]:
    """In 2017; (2010-2014); the 1979 revolution."""
    for name in ("year", "until", "old"):
        if match[name]:
            yield _Dated(*match.span(name), match[name])


def _weekdays(match: re.Match[str], ground: _Ground) -> Iterator[_Dated]:
    """Wednesday; next Monday; last Friday."""
    if ground.latest is None:
        return
    shift, weekday = (match["shift"] or "").lower(), words.WEEKDAYS.index(match["weekday"][:3].lower())
    back = (ground.latest.weekday() - weekday) % 7
    day = ground.latest - dt.timedelta(days=back)
    if shift == "last":
        day -= dt.timedelta(days=0 if back else 7)
    elif shift in ("next", "coming") or (back and (ground.ahead or (shift == "this" and ground.ahead is None))):
        day += dt.timedelta(days=7)
    yield _Dated(*match.span(), day.isoformat())


def _near_days(match: re.Match[str], ground: _Ground) -> Iterator[_Dated]:
    """Today; yesterday; this afternoon; the same day; the following day."""
    told = " ".join(match[0].lower().split())
    by_previous = told.endswith(("same day", "next day", "following day", "day later"))
    if ground.quoted and (by_previous or told in ("today", "tomorrow")):
        return  # to speakers "today" and "tomorrow" are far more often the times we live in, and what is to come
    day = _full_day(ground.previous) if by_previous else ground.today
    if day:
        yield _Dated(*match.span(), (day + dt.timedelta(days=words.STEPS.get(told, 0))).isoformat())


def _near_spells(match: re.Match[str], ground: _Ground) -> Iterator[_Dated]:
    """Last year; this month; next year."""
    if ground.today is None:
        return
    step = words.SHIFTS[match["shift"].lower()]
    months = ground.today.year * 12 + ground.today.month - 1 + step
    by_year = match["unit"].lower() == "year"
    yield _Dated(
        *match.span(), f"{ground.today.year + step:04}" if by_year else f"{months // 12:04}-{months % 12 + 1:02}"
    )


def _year_given(match: re.Match[str], ground: _Ground) -> int | None:
    if match["year"]:
        return int(match["year"])
    shift = (match["shift"] or "").lower()
    if shift in words.SHIFTS:
        return ground.today.year + words.SHIFTS[shift] if ground.today else None
    return int(ground.previous[:4]) if shift and ground.previous else None  # "that year"


def _settled(ground: _Ground, month: int, day: int, year: int | None) -> dt.date | None:
    """The day of a month: in the year given or told before, else in the one that brings it nearest to the day of filing."""
    if year is not None:
        return _day(year, month, day)
    if ground.carried is not None:
        return _day(ground.carried, month, day)
    if ground.today is None:
        return None
    today = ground.today
    days = [found for step in (-1, 0, 1) if (found := _day(today.year + step, month, day))]
    near = min(days, key=lambda found: abs(found - today), default=None)
    if near is None or abs(near - today).days < SURELY_NEAR:
        return near
    ahead = ground.ahead
    told = days if ahead is None else [found for found in days if (found > today) == ahead]
    return min(told, key=lambda found: abs(found - today), default=near)


def _year_of_month(today: dt.date, month: int, cue: str, ahead: bool | None) -> int:
    """The year of a month named alone: told by "last" or "next", by the tense, else the nearest."""
    steps = month - today.month  # in months, within the year
    if cue in ("last", "since") or (cue not in ("next", "this") and ahead is False):
        return today.year - (steps > 0 or (steps == 0 and cue == "last"))
    if cue == "next" or (cue != "this" and ahead):
        return today.year + (steps < 0 or (steps == 0 and cue == "next"))
    return today.year if cue == "this" else today.year + (steps < -6) - (steps >= 6)


def _full_day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value and len(value) == 10 else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _month_number(name: str) -> int:
    return words.MONTHS.index(name[:3].lower()) + 1


# What must stand in a part, the pattern, and what it means.
_RULES: tuple[tuple[re.Pattern[str] | None, re.Pattern[str], _Rule], ...] = (
    (words.FOUR_DIGITS, words.WRITTEN, _written),
    (words.A_MONTH, words.MONTH_DAY, _days),
    (words.A_MONTH, words.DAY_MONTH, _days),
    (words.A_MONTH, words.MONTH_YEAR, _months_of_years),
    (words.A_MONTH, words.MONTH_ALONE, _months),
    (None, words.NEAR_SPELL, _near_spells),
    (None, words.NEAR_DAY, _near_days),
    (words.A_DAY, words.WEEKDAY, _weekdays),
    (words.FOUR_DIGITS, words.YEAR, _years),
)
