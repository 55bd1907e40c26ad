"""Where quotation marks open and close."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.quotation import find_quotations
from kg.model import Article, Part


def article(*paragraphs: str) -> Article:
    starts = [sum(len(p) + 2 for p in paragraphs[:n]) for n in range(len(paragraphs))]
    parts = tuple(Part("paragraph", at, at + len(p)) for at, p in zip(starts, paragraphs, strict=True))
    return Article("w", "\n\n".join(paragraphs), parts)


def quoted(*paragraphs: str) -> list[str]:
    wire = article(*paragraphs)
    return [wire.text[q.start : q.end] for q in find_quotations(wire)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "The ferry is late."', ['"The ferry is late."']),
        ("He said: “The ferry is late.”", ["“The ferry is late.”"]),
        ("He said: «The ferry is late.»", ["«The ferry is late.»"]),
        ("He said: „The ferry is late.“", ["„The ferry is late.“"]),
        ('"The ferry," he said, "is late."', ['"The ferry,"', '"is late."']),
        ("He said: ”The ferry is late.”", ["”The ferry is late.”"]),
        ("The captain's boat isn't 'new'.", []),
        ('The pipe is 12" wide, the hose 8" and no more.', []),
        ("", []),
    ],
)
def test_quotations_stand_between_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_odd_mark_spoils_no_other_paragraph() -> None:
    wire = article('He said: "The ferry is late.', '"The quay is empty," he said.')
    found = find_quotations(wire)
    assert [(wire.text[q.start : q.end], q.closed) for q in found] == [
        ('"The ferry is late.', False),
        ('"The quay is empty,"', True),
    ]


MARKS = st.lists(st.sampled_from(['"', "“", "”", "«", "»", "„", "1", "a", " ", ".", ",", "—", "'"])).map("".join)


@given(st.lists(st.one_of(MARKS, st.text()), min_size=1, max_size=4))
def test_any_text_gives_quotations_in_order_and_inside_its_parts(paragraphs: list[str]) -> None:
    wire = article(*paragraphs)
    position = 0
    for quotation in find_quotations(wire):
        assert position <= quotation.start < quotation.end
        assert any(p.start <= quotation.start and quotation.end <= p.end for p in wire.parts)
        position = quotation.end
