from hypothesis import given
from hypothesis import strategies as st

from kg.language.encoder.pairs import AT_CUE, DISTANCES, EARLIER, LATER, NEAR, distance


@st.composite
def cues(draw: st.DrawFn) -> tuple[list[int], int, int]:
    """The paragraphs of a window's words, and a cue within one of them."""
    sizes = draw(st.lists(st.integers(0, 90), min_size=1, max_size=4).filter(any))
    paragraphs = [number for number, size in enumerate(sizes) for _ in range(size)]
    start = draw(st.integers(0, len(paragraphs) - 1))
    last = max(i for i, paragraph in enumerate(paragraphs) if paragraph == paragraphs[start])
    return paragraphs, start, draw(st.integers(start + 1, last + 1))


def test_words_are_told_apart_by_side_and_distance() -> None:
    assert distance([0] * 7, 3, 4) == [AT_CUE - 3, AT_CUE - 2, AT_CUE - 1, AT_CUE, AT_CUE + 1, AT_CUE + 2, AT_CUE + 3]


def test_distances_are_told_from_the_ends_of_a_cue() -> None:
    assert distance([0] * 5, 1, 4) == [AT_CUE - 1, AT_CUE, AT_CUE, AT_CUE, AT_CUE + 1]


def test_words_of_other_paragraphs_are_earlier_or_later() -> None:
    assert distance([0, 0, 2, 2, 5], 2, 3) == [EARLIER, EARLIER, AT_CUE, AT_CUE + 1, LATER]


def test_far_words_fall_together() -> None:
    found = distance([0] * 300, 0, 1)
    assert [found.index(AT_CUE + number) for number in range(1, len(NEAR) + 1)] == list(NEAR)
    assert found[-1] == AT_CUE + len(NEAR)


@given(cues())
def test_every_word_has_one_of_the_classes_and_nearer_words_nearer_ones(case: tuple[list[int], int, int]) -> None:
    paragraphs, start, end = case
    found = distance(paragraphs, start, end)
    assert len(found) == len(paragraphs)
    assert all(0 <= number < DISTANCES for number in found)
    assert [i for i, number in enumerate(found) if number == AT_CUE] == list(range(start, end))
    same = [number for number, paragraph in zip(found, paragraphs, strict=True) if paragraph == paragraphs[start]]
    assert same == sorted(same)
    assert not {EARLIER, LATER} & set(same)


@given(cues())
def test_a_mirrored_window_has_mirrored_classes(case: tuple[list[int], int, int]) -> None:
    paragraphs, start, end = case
    count = len(paragraphs)
    mirrored = distance([-paragraph for paragraph in reversed(paragraphs)], count - end, count - start)
    swap = {EARLIER: LATER, LATER: EARLIER}
    assert [swap.get(number, 2 * AT_CUE - number) for number in reversed(mirrored)] == distance(paragraphs, start, end)
