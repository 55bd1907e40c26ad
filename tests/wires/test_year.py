"""The year of a dateline: found, or unknown; never guessed."""

import datetime as dt

import pytest

from kg.wires.dateline import Opening
from kg.wires.year import filing_date


def day(month: int, number: int, published: str | None = None, text: str = "", year: int | None = None) -> str | None:
    opening = Opening(0, 0, "MOSCOW", None, month, number, year, "TASS")
    found = filing_date(opening, dt.date.fromisoformat(published) if published else None, text, [text])
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("published", "month", "number", "filed"),
    [
        ("2020-02-12", 2, 12, "2020-02-12"),
        ("2020-01-01", 12, 31, "2019-12-31"),
        ("2019-12-31", 1, 1, "2020-01-01"),
        ("2020-02-12", 10, 3, "2019-10-03"),
        ("2021-03-01", 2, 29, "2020-02-29"),
    ],
)
def test_publication_gives_the_year(published: str, month: int, number: int, filed: str) -> None:
    assert day(month, number, published) == filed


def test_a_year_that_is_written_there_wins() -> None:
    assert day(2, 12, "2024-02-12", year=2014) == "2014-02-12"


def test_a_weekday_that_fits_the_latest_year_named_gives_it() -> None:
    # February 12 was a Wednesday in 2020, a Friday in 2021
    assert (
        day(2, 12, text="The minister said on Wednesday that the deal of 2015, renewed in 2020, holds.") == "2020-02-12"
    )


def test_a_weekday_that_fits_the_year_after_gives_that() -> None:
    assert day(2, 12, text="The minister said on Friday that the deal of 2020 holds.") == "2021-02-12"


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Monday that the deal of 2020 holds.",  # fits neither
        "The minister said on Wednesday that the deal holds.",  # no year
        "The deal of 2020 holds, the minister said.",  # no weekday
        "The fleet will be renewed by 2050, the minister said on Saturday.",  # a plan; February 12, 2050 is a Saturday
        "The minister said that the operation of 2020 began last Wednesday.",
        "The minister said that talks will be held in 2020, on Wednesday.",
    ],
)
def test_without_a_weekday_that_fits_the_year_stays_unknown(text: str) -> None:
    assert day(2, 12, text=text) is None


def test_a_weekday_of_some_event_in_a_later_paragraph_is_not_the_datelines() -> None:
    opening = Opening(0, 0, "ANKARA", None, 5, 29, None, "Xinhua")
    paragraphs = ["Troops have crossed the border, experts said.", "The operation of 2016 started on Monday night."]
    assert filing_date(opening, None, "\n\n".join(paragraphs), paragraphs) is None


def test_a_day_that_no_calendar_has_is_unknown() -> None:
    assert day(9, 31, "2020-10-01") is None
