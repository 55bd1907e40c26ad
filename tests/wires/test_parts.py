"""A wire's text into its parts."""

from kg.model import Part
from kg.wires.parts import outline

DATELINE = "OSLO, March 3. /TASS/."
LEAD = (
    "The port of Narvik will stay open, said Harbor Master Nils Brandvik, and the ferries will sail as they always did."
)
MORE = "No ship was turned away this week, he added, although the wind was strong."


def pieces(text: str) -> list[tuple[str, str]]:
    return [(part.kind, text[part.start : part.end]) for part in outline(text).parts]


def test_headline_subhead_dateline_and_paragraphs_are_told_apart() -> None:
    text = f"Narvik stays open\n\nFerries sail\n\n{DATELINE} {LEAD}\n\n{MORE}"
    assert pieces(text) == [
        ("headline", "Narvik stays open"),
        ("subhead", "Ferries sail"),
        ("dateline", DATELINE),
        ("paragraph", LEAD),
        ("paragraph", MORE),
    ]


def test_a_wire_may_begin_with_its_dateline() -> None:
    assert pieces(f"{DATELINE} {LEAD}") == [("dateline", DATELINE), ("paragraph", LEAD)]


def test_a_dateline_may_stand_alone_on_its_line() -> None:
    assert pieces(f"Narvik stays open\n\n{DATELINE}\n\n{LEAD}")[1:] == [("dateline", DATELINE), ("paragraph", LEAD)]


def test_one_long_paragraph_has_no_headline() -> None:
    assert pieces(f"{LEAD} {MORE}") == [("paragraph", f"{LEAD} {MORE}")]


def test_a_wire_without_a_dateline_keeps_its_headline() -> None:
    assert pieces(f"Narvik stays open\n\n{LEAD}\n\n{MORE}") == [
        ("headline", "Narvik stays open"),
        ("paragraph", LEAD),
        ("paragraph", MORE),
    ]


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    assert ("heading", "Ferries and ice") in pieces(f"{DATELINE} {LEAD}\n\nFerries and ice\n\n{MORE}")


def test_labels_credits_bylines_and_endings_are_no_parts() -> None:
    text = (
        f"All news\n\nNarvik stays open\n\n© Liv Strand/TASS\n\nBy Liv Strand and Per Dahl\n\n{DATELINE} {LEAD}\n\n"
        f"Photo by Liv Strand\n\n{MORE}\n\n(Reporting by Liv Strand; editing by Per Dahl)\n\n___\n\nMA/6747422\n\nMNA"
    )
    assert [kind for kind, _ in pieces(text)] == ["headline", "dateline", "paragraph", "paragraph"]


def test_a_signature_at_the_end_of_a_paragraph_is_left_out() -> None:
    assert pieces(f"{DATELINE} {LEAD} (Reporting by Liv Strand)")[-1] == ("paragraph", LEAD)


def test_a_place_that_stands_alone_and_again_before_the_text_is_the_dateline() -> None:
    text = f"Narvik stays open\n\nOSLO | By Liv Strand\n\nOSLO {LEAD}"
    assert pieces(text) == [("headline", "Narvik stays open"), ("dateline", "OSLO"), ("paragraph", LEAD)]


def test_lines_are_paragraphs_where_there_are_no_blank_lines() -> None:
    text = f"Narvik stays open\nFerries sail\n{DATELINE} {LEAD}\n{MORE}"
    assert [kind for kind, _ in pieces(text)] == ["headline", "subhead", "dateline", "paragraph", "paragraph"]


def test_lines_of_one_paragraph_stay_together() -> None:
    wrapped = LEAD.replace(", ", ",\n")
    assert pieces(f"Narvik stays open\n\n{DATELINE} {wrapped}\n\n{MORE}")[2] == ("paragraph", wrapped)


def test_headline_and_subhead_that_are_known_are_not_sought() -> None:
    text = f"Narvik stays open.\n\n{LEAD}"
    heads = (Part("headline", 0, 18),)
    assert outline(text, heads).parts == (*heads, Part("paragraph", 20, len(text)))
