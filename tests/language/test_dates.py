"""Dates of wires filed on Wednesday, February 12, 2020."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.dates import find_dates
from kg.model import Article, Dateline, Part

FILED = dt.date(2020, 2, 12)


def dates(text: str, filed: dt.date | None = FILED, published: dt.date | None = None) -> list[tuple[str, str]]:
    article = Article(
        "w", text, (Part("paragraph", 0, len(text)),), Dateline(0, 0, "OSLO", None, filed), None, published
    )
    return [(article.words(date.span), date.value) for date in find_dates(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said on Wednesday that ferries sail.", [("Wednesday", "2020-02-12")]),
        ("He said Tuesday night that ferries sail.", [("Tuesday", "2020-02-11")]),
        ("Ferries will sail again on Friday, he said.", [("Friday", "2020-02-14")]),
        ("On Friday, ferries will sail again.", [("Friday", "2020-02-14")]),
        ("He said on Friday that ferries will sail.", [("Friday", "2020-02-07")]),
        ("The ferries are expected to be repaired by Friday.", [("Friday", "2020-02-14")]),
        ("Last Wednesday the wind was strong.", [("Last Wednesday", "2020-02-05")]),
        ("They meet next Wednesday.", [("next Wednesday", "2020-02-19")]),
        ("It broke at 10 p.m. Moscow time on Tuesday. It will be mended.", [("Tuesday", "2020-02-11")]),
        ("The yacht was hit by a ferry on Tuesday.", [("Tuesday", "2020-02-11")]),
    ],
)
def test_a_weekday_is_the_nearest_one_past_unless_the_words_look_ahead(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal was signed on January 10.", [("January 10", "2020-01-10")]),
        ("The talks scheduled for Feb. 19 are off.", [("Feb. 19", "2020-02-19")]),
        ("Fires began on December 29.", [("December 29", "2019-12-29")]),
        ("The port was closed on August 21.", [("August 21", "2019-08-21")]),
        ("The port will be closed on August 21.", [("August 21", "2020-08-21")]),
        ("It holds for twelve months as of March 16.", [("March 16", "2020-03-16")]),
        ("They met on 16 August 2019.", [("16 August 2019", "2019-08-16")]),
        ("They met on Monday, May 20, 2019, in Oslo.", [("Monday, May 20, 2019", "2019-05-20")]),
        ("It was announced on Dec, 26 of last year.", [("Dec, 26 of last year", "2019-12-26")]),
        ("Filed 2020-02-10, printed 11.02.2020.", [("2020-02-10", "2020-02-10"), ("11.02.2020", "2020-02-11")]),
        ("The show runs on August 21-26, 2021.", [("August 21", "2021-08-21"), ("26, 2021", "2021-08-26")]),
        ("He was in Oslo on February 5 and 6 at a show.", [("February 5", "2020-02-05"), ("6", "2020-02-06")]),
        ("It runs from February 13 to 15.", [("February 13", "2020-02-13"), ("15", "2020-02-15")]),
        ("On 5-6 February they met.", [("5", "2020-02-05"), ("6 February", "2020-02-06")]),
        ("On January 10 and 20 people were hurt.", [("January 10", "2020-01-10")]),
        (
            "The vote of March 16, 2014, led to the deal on March 18.",
            [("March 16, 2014", "2014-03-16"), ("March 18", "2014-03-18")],
        ),
        (
            "He left on May 20, 2018. On January 3 he came back.",
            [("May 20, 2018", "2018-05-20"), ("January 3", "2020-01-03")],
        ),
        ("They met on February 30.", []),
    ],
)
def test_a_day_of_a_month_is_settled_by_its_year_or_the_nearest(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In late October 2019, they met.", [("late October 2019", "2019-10")]),
        ("He fell ill in February last year.", [("February last year", "2019-02")]),
        ("The port was closed in November.", [("November", "2019-11")]),
        ("The port will be closed in March.", [("March", "2020-03")]),
        ("From November through January, 1,900 boats came.", [("November", "2019-11"), ("January", "2020-01")]),
        ("It was seized last May.", [("last May", "2019-05")]),
        ("The quay has stood empty since December.", [("December", "2019-12")]),
        ("He moved in 1989 and returned in June that year.", [("1989", "1989"), ("June that year", "1989-06")]),
        ("The January agreement holds.", [("January", "2020-01")]),
        ("He thanked Theresa May and March Brandt.", []),
        ("It may open on a march to the sea.", []),
    ],
)
def test_a_month_is_settled_by_its_year_or_the_tense(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last year it froze; next year it may not.", [("Last year", "2019"), ("next year", "2021")]),
        ("Earlier this month a ship sank.", [("this month", "2020-02")]),
        ("The treaty of 2017 holds until 2030.", [("2017", "2017"), ("2030", "2030")]),
        ("In the post-2014 years, since mid-2018.", [("2014", "2014"), ("2018", "2018")]),
        ("In 1812, in 1500 villages, more than 2000 fled; no later than 2021.", [("1812", "1812"), ("2021", "2021")]),
        ("The mayor (2010-2014) spoke.", [("2010", "2010"), ("2014", "2014")]),
        ("Since the 1979 storm the pier is closed.", [("1979", "1979")]),
        ("He left yesterday and returns tomorrow.", [("yesterday", "2020-02-11"), ("tomorrow", "2020-02-13")]),
        (
            "On February 5 a bell rang; on the same day it fell.",
            [("February 5", "2020-02-05"), ("the same day", "2020-02-05")],
        ),
        ('"Today nobody is safe at sea," he said.', []),
        ("The port is closed this week, and has been for the last month.", []),
        ("The fair was held for the 47th time with 2,000 people and 2000 visitors were turned away.", []),
        ("It sailed 1500 kilometers, 2020 miles, and cost $2015 at 2000 GMT, under Resolution 1973.", []),
        ("In the 1990s the Navy-2019 show and the Sunday Times began.", []),
    ],
)
def test_years_and_words_by_the_day_of_filing(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


def test_without_a_day_of_filing_only_what_names_its_year_is_dated() -> None:
    text = "On Monday, January 10, he said last year was better than 2017, and that May 5, 2018 was cold."
    assert dates(text, filed=None) == [("2017", "2017"), ("May 5, 2018", "2018-05-05")]


def test_publication_stands_in_for_a_dateline_without_a_day() -> None:
    assert dates("He spoke on Tuesday.", filed=None, published=FILED) == [("Tuesday", "2020-02-11")]


def test_a_dateline_one_day_behind_its_publication_may_tell_of_that_day() -> None:
    assert dates("Gold rose on Thursday.", published=dt.date(2020, 2, 13)) == [("Thursday", "2020-02-13")]


def test_the_datelines_own_day_counts_and_so_does_the_headline() -> None:
    text = "Port closed since 2017\n\nOSLO, February 12. /TASS/. It rained."
    parts = (Part("headline", 0, 22), Part("dateline", 24, 50), Part("paragraph", 51, len(text)))
    article = Article("w", text, parts, Dateline(24, 50, "OSLO", None, FILED, "TASS"))
    assert [(article.words(date.span), date.value) for date in find_dates(article)] == [
        ("2017", "2017"),
        ("February 12", "2020-02-12"),
    ]


def test_a_dateline_without_a_year_is_no_date() -> None:
    text = "OSLO, February 12. /TASS/. It rained."
    article = Article("w", text, (Part("dateline", 0, 26), Part("paragraph", 27, len(text))), Dateline(0, 26, "OSLO"))
    assert find_dates(article) == ()


WORDS = [
    "on",
    "in",
    "the",
    "of",
    "last",
    "next",
    "year",
    "that year",
    "May",
    "Feb.",
    "March",
    "12",
    "31",
    "2019",
    "1887",
    "-",
]
WORDS += [
    "and",
    "to",
    ",",
    ".",
    "Friday",
    "the same day",
    "yesterday",
    "will",
    "said",
    '"',
    "“",
    "2020-02-30",
    "30.04.2020",
]


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_spans_stand_in_order_and_values_are_days_months_or_years(text: str) -> None:
    article = Article("w", text, (Part("paragraph", 0, len(text)),), Dateline(0, 0, "OSLO", None, FILED))
    position = 0
    for date in find_dates(article):
        assert position <= date.span.start < date.span.end <= len(text)
        assert re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", date.value)
        position = date.span.end
