"""Lines that are no news."""

import pytest

from kg.wires.clutter import is_clutter, is_label, without_signature


@pytest.mark.parametrize(
    "line",
    [
        "By Liv Strand",
        "By Liv Strand and Per Dahl",
        "OSLO | By Liv Strand",
        "(Additional reporting by Per Dahl in Oslo; Editing by Liv Strand)",
        "(Adds comments, detail)",
        "© Liv Strand/TASS",
        "Photo provided by the press service",
        "Illustrative photo: Harbor Office",
        "Reuters/Liv Strand",
        "Nordic Press journalist Liv Strand in Oslo contributed to this report.",
        "Read also: Port to be dredged",
        "MA/6747422",
        "==Kyodo",
        "MNA",
        "12 FEB, 17:40",
        "* * *",
        "___",
        "-" * 5000,
    ],
)
def test_lines_about_the_wire_itself_are_clutter(line: str) -> None:
    assert is_clutter(line)


@pytest.mark.parametrize(
    "line",
    [
        "By noon the port was closed.",
        "By Monday the ice will be gone, said Liv Strand.",
        "Related to this, the mayor said that ferries sail.",
        "Photos from the port show ice.",
        "Russian-Turkish agreements",
        "NATO ships sail",
        "(The port is open.)",
    ],
)
def test_news_is_no_clutter(line: str) -> None:
    assert not is_clutter(line)


def test_only_the_names_of_sections_are_labels() -> None:
    assert is_label("All news")
    assert is_label(" Business & Economy ")
    assert not is_label("All news from the port is bad")


def test_a_signature_is_taken_off_the_end_alone() -> None:
    assert without_signature("Ferries sail. (Reporting by Liv Strand; Editing by Per Dahl)") == "Ferries sail."
    assert without_signature("(Reporting by Liv Strand) Ferries sail.") == "(Reporting by Liv Strand) Ferries sail."
