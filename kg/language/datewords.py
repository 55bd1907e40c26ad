"""How wires write days, months and years: one pattern for each way."""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Days from the one that the words go by.
STEPS = {
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the previous day": -1,
    "the day before": -1,
    "a day earlier": -1,
    "the next day": 1,
    "the following day": 1,
    "a day later": 1,
}
SHIFTS = {"last": -1, "this": 0, "next": 1}

_NAMES = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?+)"
)
_MONTH = rf"\b(?P<month>{_NAMES})(?![a-z])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.,:]\d)"
_WEEKDAY = r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_YEAR = r"(?:,?\s+(?:of\s+)?(?P<year>(?:1[5-9]|20)\d\d)(?![\d-])|,?\s+(?:of\s+)?(?P<shift>last|this|next|that|the\s+same)\s+year\b)"
# What makes of a month a day or a month of a year, which other patterns find.
_MORE = r"\s*[0-3]?\d(?!\d|[,.]\d)|,?\s*(?:of\s+)?(?:1[5-9]|20)\d\d(?!\d)|,?\s+(?:of\s+)?(?:last|this|next|that|the\s+same)\s+year\b"
_FREE = r"(?<![\d.,:/$€£-])(?<!\w)"  # a number by itself
# What may follow the second of two days: "February 5 and 6 at …" names two days, "January 10 and 20 people" one.
_THEN = (
    r"(?=\W*$|[.,;:)\"”]|\s+(?:at|and|or|in|on|for|to|with|of|the|before|after|during|from|as|when|where|was|were|will"
    r"|is|are|that|which|inclusive|this|last|next|a|an|by)\b|\s+[–—-])"
)
# Numbers of four digits that count something.
_COUNTED = (
    r"\s+(?:[a-z-]+\s+)?(?:people|persons|men|women|children|troops|soldiers|servicemen|fighters|militants|km|kilometers"
    r"|kilometres|meters|metres|miles|feet|tons|tonnes|kg|mm|cm|hectares|units|times|rubles|roubles|dollars|euros"
    r"|hryvnia|yuan|yen|percent|GMT|UTC|hours|hrs|local\s+time|Moscow\s+time|degrees|megawatts|MW|cases|casualties"
    r"|members|residents|cubic|square)\b|\s*%|\s+[a-z]+s\s+(?:have|were|are|had)\b"
)

# Cheap to look for, and without which a pattern finds nothing.
FOUR_DIGITS = re.compile(r"\d{4}")
A_MONTH = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
A_DAY = re.compile("day")

WRITTEN = re.compile(
    _FREE + r"(?:(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<d_first>\d{1,2})\.(?P<m_mid>\d{1,2})\.(?P<year_last>(?:19|20)\d\d))(?![\w-])"
)
MONTH_DAY = re.compile(
    rf"(?:{_WEEKDAY},?\s+)?{_MONTH}[.,]?\s*(?P<day>{_DAY})"
    rf"(?:[-–—](?P<near>{_DAY})|\s+(?:and|to|or|through|until|[-–—])\s+(?:the\s+)?(?P<far>{_DAY}){_THEN})?{_YEAR}?"
)
DAY_MONTH = re.compile(
    rf"(?:{_WEEKDAY},?\s+)?{_FREE}(?P<day>{_DAY})"
    rf"(?:(?:\s?[-–—]\s?|\s+(?:and|to|or)\s+)(?P<near>{_DAY}))?(?P<far>(?!))?\s+(?:of\s+)?{_MONTH}{_YEAR}?"
)
MONTH_YEAR = re.compile(
    rf"(?:(?P<from_month>\b{_NAMES})\s?(?:[-–—]|to|and|through)\s?)?"
    rf"(?P<phrase>(?:\b(?:early|mid|late)[\s-]+)?{_MONTH}){_YEAR}",
)
MONTH_ALONE = re.compile(
    r"\b(?P<cue>[Ii]n|[Ss]ince|[Uu]ntil|till|through|during|[Ll]ast|[Nn]ext|[Tt]his|between)\s+(?:the\s+)?"
    rf"(?P<phrase>(?:(?:early|mid|late|start\s+of|beginning\s+of|end\s+of|middle\s+of)[\s-]+)?{_MONTH})(?!{_MORE})"
    r"|\b(?P<loose_cue>[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|for|of|to|and|[Tt]he|[Ee]arly|[Mm]id|[Ll]ate)[\s-]+"
    rf"(?P<loose>{_MONTH.replace('month', 'loose_month')})(?!\s+[A-Z]|\s+(?:to|on|for|of|from)\b|{_MORE})"
)
# "more than 2000" counts; "around 2015", "no later than 2026" do not.
_NOT_COUNTING = "".join(
    rf"(?<!{words}\s)"
    for words in (
        "about",
        "nearly",
        "almost",
        "some",
        "roughly",
        r"at\sleast",
        r"more\sthan",
        r"less\sthan",
        r"fewer\sthan",
    )
)
# "No. 2020" and "resolution 2042" name no year.
YEAR = re.compile(
    rf"(?:{_FREE}|(?<=[Mm]id-)|(?<=[Pp]re-)|(?<=[Pp]ost-)){_NOT_COUNTING}(?<!No\.\s)(?<!solution\s)"
    r"(?P<year>(?:19|20)\d\d|1[5-8]\d\d(?=[-–—]\d{4}))(?:\s?[-–—]\s?(?P<until>(?:19|20)\d\d))?"
    rf"(?![\w/°]|[.,:]\d|-\d)(?!{_COUNTED})"
    r"|(?<=[Ii]n\s)(?P<old>1[0-8]\d\d)(?=\W*$|[,.;)]|\s+(?:when|and|to|by|after|during|the|as|at|with|was|were)\b)"
)
WEEKDAY = re.compile(
    r"(?<!Black\s)(?<!Bloody\s)(?<!Good\s)(?<!Palm\s)(?<!Easter\s)(?<!Maundy\s)"
    rf"(?:\b(?P<shift>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s+)?(?P<weekday>{_WEEKDAY})"
    r"(?!\s+(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald)\b)"
)
NEAR_DAY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)|(?:the|that)\s+same\s+day"
    r"|the\s+(?:previous|next|following)\s+day|the\s+day\s+before(?=\W*$|[.,;)])|a\s+day\s+(?:earlier|later))\b",
    re.IGNORECASE,
)
NEAR_SPELL = re.compile(r"\b(?<!the\s)(?P<shift>last|this|next)\s+(?P<unit>year|month)\b", re.IGNORECASE)
FILED = re.compile(
    rf"{_MONTH}\s*,?\s*\d{{1,2}}(?!\d)(?:,?\s+\d{{4}})?|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_NAMES})(?:,?\s+\d{{4}})?",
    re.IGNORECASE,
)
