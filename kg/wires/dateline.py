"""The opening words of a wire that say where, when and by whom it was filed, taken apart by one small grammar."""

import re
from typing import NamedTuple

from kg.entities.spelling import PARTICLES

# Agencies sign in many spellings. The grammar takes any name where the rest is plain enough ("PLACE, DATE (NAME) -");
# this table settles the spelling, and the cases in which only the name tells a dateline from a sentence.
AGENCIES = {
    "tass": "TASS",
    "tass-defense": "TASS",
    "itar-tass": "ITAR-TASS",
    "reuters": "Reuters",
    "ap": "AP",
    "associated press": "AP",
    "afp": "AFP",
    "xinhua": "Xinhua",
    "interfax": "Interfax",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "upi": "UPI",
    "dpa": "dpa",
    "belta": "BelTA",
    "mna": "MNA",
    "irna": "IRNA",
    "ria novosti": "RIA Novosti",
    "sputnik": "Sputnik",
    "ukrinform": "Ukrinform",
    "ansa": "ANSA",
    "efe": "EFE",
    "anadolu": "Anadolu",
    "aa": "AA",
    "yonhap": "Yonhap",
    "pti": "PTI",
    "bernama": "Bernama",
    "sana": "SANA",
    "kcna": "KCNA",
    "bloomberg": "Bloomberg",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_PLACES = "BREAKING URGENT UPDATE FLASH EXCLUSIVE ANALYSIS FACTBOX OPINION WATCH CORRECTED NATO EU UN US UK"

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DATE = (
    r"(?P<when>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?:(?P<month>{_MONTH})\s*,?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month_last>{_MONTH}))"
    r"(?!\d)(?:,?\s*(?P<year>(?:19|20)\d\d)(?!\d))?)"
)
_NAME = r"[^\W\d_][^\n,/()|—–:;!?\d\"“”]{1,48}?"
_REGION = r"(?:\s*/\s*(?P<region>[^/\n]{2,40}?)\s*/|\s*\((?P<braced>[^()\n]{2,40}?)\)(?=\s*,))?(?:\s*,\s*(?P<state>[^,/()\n\d]{2,40}?(?:,\s*[^,/()\n\d]{2,40}?)?))?"
_PLACE = rf"(?P<place>{_NAME}){_REGION}"
_PLACES = rf"(?P<place>{_NAME}(?:/{_NAME})*){_REGION}"
_SLASHED = r"/\s*(?P<agency>[^\W\d_][^/\n]{1,40}?)\s*(?:/|(?=\.\s))(?:\s*[.,]|\s*[-–—]+(?=\s))?"
_BRACED = r"\(\s*(?P<agency>[^\W\d_][^()\n]{1,40}?)\s*\)"
_DASH = r"\s*(?:--+|[–—]+|_+(?=\s)|[-.](?=\s|$))"
_SIGNED = "(?P<agency>" + "|".join(sorted((re.escape(name) for name in AGENCIES), key=len, reverse=True)) + ")"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(r"\s*(?P<all>" + pattern + ")", re.IGNORECASE)


# From the plainest to the barest; the first that holds is taken.
_FORMS = (
    # MOSCOW, February 12. /TASS/.
    _form(rf"(?:{_PLACE}\s*[,.]?\s*)?(?:{_DATE}\s*[.,]?\s*)?{_SLASHED}"),
    # (ANSA) - Rome, May 2 -
    _form(rf"\(\s*(?P<agency>[^()\n]{{2,40}}?)\s*\)\s*[-–—]+\s*{_PLACE}\s*,\s*{_DATE}{_DASH}"),
    # DAMASCUS, Syria -- DAMASCUS, Syria (AP) — (so on AP's pages)
    _form(rf"(?:(?P<twice>[^\n()]{{3,60}}?)\s*(?:--|—|–)\s*(?=(?P=twice)))?{_PLACES}\s*{_BRACED}(?:{_DASH}|\s*$)"),
    # UFA, Russia, July 9 (UPI) --
    _form(rf"(?:{_PLACES}\s*[,.]?\s*)?(?:{_DATE}\s*[.,]?\s*)?{_BRACED}(?:{_DASH}|\s*$)"),
    # NEW DELHI, Feb 12 (PTI)
    _form(rf"{_PLACE}\s*[,.]\s*{_DATE}\s*\(\s*{_SIGNED}\s*\)"),
    # TASS, February 12.
    _form(rf"{_SIGNED}\s*,\s*(?:{_PLACE}\s*,\s*)?{_DATE}{_DASH}"),
    # TOKYO, Feb. 12, Kyodo -
    _form(rf"{_PLACE}\s*[,.]\s*(?:{_DATE}\s*[.,]?\s*)?(?:[-–—]+\s*)?{_SIGNED}{_DASH}"),
    # HAVANA, July 9 --
    _form(rf"{_PLACE}\s*[,.]\s*{_DATE}(?:{_DASH}|\s*$)"),
    # KYIV, Ukraine —
    _form(rf"{_PLACE}\s*(?:--|—)(?=\s)"),
)


class Opening(NamedTuple):
    """A dateline as it stands in the text, its date as written: a year is seldom given there."""

    start: int
    end: int
    place: str | None = None
    region: str | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    agency: str | None = None


def find_opening(text: str, start: int, end: int) -> Opening | None:
    """The dateline that the stretch `text[start:end]` begins with."""
    words = text[start : min(end, start + 250)]
    for form in _FORMS:
        match = form.match(words)
        if match and _is_dateline(match.groupdict()):
            return _opening(match, start)
    return None


def agency_name(words: str) -> str:
    """An agency's usual name: "Itar-Tass" is ITAR-TASS, "TASS correspondent Ivan Petrov" TASS; else as written."""
    name = " ".join(words.split())
    for known in (name, re.split(r"[,/ ]", name)[0]):
        if known.lower() in AGENCIES:
            return AGENCIES[known.lower()]
    return name


def month_number(name: str) -> int:
    """1 to 12, of an English month's name or its short form."""
    return _MONTHS.index(name[:3].lower()) + 1


def _opening(match: re.Match[str], offset: int) -> Opening:
    found = match.groupdict()
    month, day, year = found.get("month") or found.get("month_last"), found.get("day") or found.get("day_first"), None
    if found.get("year"):
        year = int(found["year"])
    return Opening(
        start=offset + match.start("all"),
        end=offset + match.start("all") + len(match["all"].rstrip()),
        place=_squeezed(found.get("place")),
        region=_squeezed(found.get("region") or found.get("braced") or found.get("state")),
        month=month_number(month) if month else None,
        day=int(day) if day else None,
        year=year,
        agency=agency_name(found["agency"]) if found.get("agency") else None,
    )


def _is_dateline(found: dict[str, str | None]) -> bool:
    """Whether what a form has matched is a dateline and no sentence: enough of its pieces look the part."""
    place, agency = found.get("place"), found.get("agency")
    if place is not None and not _is_place(place):
        return False
    if any(part and not part[0].isupper() for part in (found.get("state"), found.get("region"))):
        return False
    capitals = place is not None and (place.isupper() or sum(map(str.isupper, place)) > len(place) / 2)
    if agency is None:
        return capitals and place not in _NO_PLACES.split() and len(place or "") > 2
    known = agency_name(agency) in AGENCIES.values()
    if place is None and not found.get("when"):
        return known
    return known or (capitals and agency[0].isupper()) or (bool(found.get("when")) and agency.isupper())


def _is_place(name: str) -> bool:
    words = re.split(r"[\s/]+", name.strip())
    if words[0].upper() in _NO_PLACES.split() or len(words) > 6:
        return False
    return (
        all(word[:1].isupper() or word.lower() in PARTICLES or "-" in word for word in words) and words[0][0].isupper()
    )


def _squeezed(words: str | None) -> str | None:
    return " ".join(words.split()).rstrip(", ") or None if words else None
