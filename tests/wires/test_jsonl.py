"""One line of JSON into an article."""

import datetime as dt
import json

import pytest

from kg.errors import WireError
from kg.wires.jsonl import read_line

TEXT = "Narvik stays open\n\nOSLO, March 3. /TASS/. The port will stay open, said Harbor Master Nils Brandvik."


def test_a_text_comes_out_unchanged() -> None:
    odd = " \n" + TEXT.replace("\n\n", "\r\n \r\n") + "  \n"
    article = read_line("f-1", "f:1", json.dumps({"text": odd}))
    assert article.text == odd
    assert article.headline == "Narvik stays open"


def test_fields_are_joined_by_blank_lines() -> None:
    fields = {"headline": "Narvik stays open.", "subhead": "Ferries sail", "body": "The port will stay open.\r\n"}
    article = read_line("f-1", "f:1", json.dumps(fields))
    assert article.text == "Narvik stays open.\n\nFerries sail\n\nThe port will stay open."
    assert [part.kind for part in article.parts] == ["headline", "subhead", "paragraph"]


def test_what_stands_beside_the_text_is_kept() -> None:
    fields = {
        "id": "n-1",
        "text": TEXT,
        "published": "2021-03-03T23:10:00+01:00",
        "agency": "Nord",
        "url": "https://x.no/1",
    }
    article = read_line("f-1", "f:1", json.dumps(fields))
    assert (article.id, article.agency, article.url) == ("n-1", "Nord", "https://x.no/1")
    assert article.published == dt.date(2021, 3, 3)
    assert article.date == dt.date(2021, 3, 3)


def test_a_wire_without_an_id_takes_the_name_of_its_line() -> None:
    assert read_line("f-7", "f:7", json.dumps({"id": None, "text": TEXT})).id == "f-7"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "no end', "broken JSON"),
        ("[1, 2]", "one object a line"),
        ('"text"', "one object a line"),
        ("[" * 100_000, "cannot be read"),
        ('{"id": "a"}', "no text"),
        ('{"headline": "Narvik stays open"}', "no text"),
        ('{"text": "   "}', "no text"),
        ('{"text": 5}', "must be a string, not a number"),
        ('{"text": "The port is open.", "agency": ["TASS"]}', "must be a string, not a list"),
        ('{"text": "The port is open.", "id": true}', "must be a string, not true or false"),
        ('{"text": "The port is open.", "id": "a\\nb"}', "cannot be shown"),
        ('{"text": "The port is open.", "published": "yesterday"}', "ISO date"),
        ('{"text": "The port is open.", "published": "0001-01-01"}', "ISO date"),
        ('{"text": "The port is open.", "published": 20200212}', "must be a string"),
        ('{"text": "The port is \\u0000 open."}', "U+0000"),
        ('{"text": "The port is \\ud800 open."}', "U+D800"),
    ],
)
def test_a_line_that_is_no_wire_says_what_to_mend(line: str, reason: str) -> None:
    with pytest.raises(WireError) as raised:
        read_line("f-1", "f:1", line)
    assert raised.value.path == "f:1"
    assert reason in raised.value.reason
