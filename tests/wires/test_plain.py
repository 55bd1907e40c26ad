"""A plain text file into an article."""

import pytest

from kg.errors import WireError
from kg.wires.plain import read_plain

BODY = (
    "OSLO, March 3. /TASS/. The port will stay open, said Harbor Master Nils Brandvik.\n\nThe wind is strong, he said."
)


def test_headline_subhead_and_body_are_joined_by_one_blank_line() -> None:
    article = read_plain("w", "w.txt", f"\n\nNarvik stays open\r\n\r\n\r\nFerries sail\n\n\n\n{BODY}\n")
    assert article.text == f"Narvik stays open\n\nFerries sail\n\n{BODY}"
    assert article.headline == "Narvik stays open"


def test_single_newlines_after_headline_and_subhead_become_blank_lines() -> None:
    article = read_plain("w", "w.txt", f"Narvik stays open\nFerries sail\n{BODY}")
    assert article.text == f"Narvik stays open\n\nFerries sail\n\n{BODY}"


def test_the_section_label_of_the_page_is_dropped() -> None:
    assert read_plain("w", "w.txt", f"All news\nNarvik stays open\n\n{BODY}").text == f"Narvik stays open\n\n{BODY}"


def test_a_wire_that_begins_with_its_dateline_is_kept_as_it_is() -> None:
    article = read_plain("w", "w.txt", BODY)
    assert article.text == BODY
    assert article.headline is None
    assert article.dateline is not None
    assert (article.dateline.place, article.agency) == ("OSLO", "TASS")


def test_lines_of_a_body_without_blank_lines_stay_paragraphs_of_their_own() -> None:
    article = read_plain("w", "w.txt", "Narvik stays open\n" + BODY.replace("\n\n", "\n"))
    assert [part.kind for part in article.parts] == ["headline", "dateline", "paragraph", "paragraph"]


def test_a_place_that_stands_alone_under_the_headline_is_still_known_before_the_text() -> None:
    lead = "OSLO The port of Narvik will stay open, said Harbor Master Nils Brandvik."
    article = read_plain("w", "w.txt", f"Narvik stays open\n\n\nOSLO\n\nFerries sail\n\n{lead}")
    assert article.text == f"Narvik stays open\n\nOSLO\n\nFerries sail\n\n{lead}"
    assert [article.text[p.start : p.end] for p in article.parts[:3]] == ["Narvik stays open", "Ferries sail", "OSLO"]


@pytest.mark.parametrize("text", ["", "  \n\n ", "12 34 --"])
def test_a_file_without_words_is_no_wire(text: str) -> None:
    with pytest.raises(WireError, match=r"give|empty"):
        read_plain("w", "w.txt", text)
