from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.encoder.pieces import LONGEST_WORD, Pieces, case_of
from kg.language.encoder.windows import CLOSES, LIMIT, NOT_A_WORD, Window, ends_sentence, windows

SHORTEST = LONGEST_WORD + 2  # a limit under which the longest word, framed, does not fit
WORDS = st.one_of(
    st.sampled_from(["the", "ferry", "said", ".", "!", "”", '"', "Mr.", "harbourmasters", "abcdefghijkl", "x" * 200]),
    st.sampled_from(["[SEP]", "\x00", "\n", "Ж"]),
    st.text(min_size=1, max_size=6),
)
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=40), max_size=5)
LIMITS = st.integers(SHORTEST, 40)

Stretch = tuple[int, list[int]]


def stretches(window: Window, pieces: Pieces) -> list[Stretch]:
    """What stands between the marks of a window: the number of the paragraph, and the words by their places."""
    found: list[Stretch] = []
    words = iter(zip(window.firsts, window.paragraphs, window.words, strict=True))
    first, paragraph, word = next(words)
    assert window.ids[0] == pieces.opens
    for at, piece in enumerate(window.ids[1:], 1):
        if at == first:
            if window.ids[at - 1] in {pieces.opens, pieces.ends}:
                found.append((paragraph, []))
            assert paragraph == found[-1][0]
            found[-1][1].append(word)
            first, paragraph, word = next(words, (-1, -1, -1))
        elif piece == pieces.ends:
            assert window.cases[at] == NOT_A_WORD
    assert first == -1
    return found


def ends_a_sentence(words: Sequence[str], at: int) -> bool:
    """Whether a sentence ends with the word at this place."""
    return ends_sentence(words[at]) or (at > 0 and words[at] in CLOSES and ends_sentence(words[at - 1]))


def cut(paragraphs: Sequence[Sequence[str]], pieces: Pieces, limit: int) -> list[list[list[str]]]:
    """The words of the windows, stretch by stretch."""
    words = [word for paragraph in paragraphs for word in paragraph]
    return [
        [[words[i] for i in places] for _, places in stretches(window, pieces)]
        for window in windows(paragraphs, pieces, limit)
    ]


@settings(deadline=None)
@given(PARAGRAPHS, LIMITS)
def test_every_word_stands_in_one_window_in_order(pieces: Pieces, paragraphs: list[list[str]], limit: int) -> None:
    found = list(windows(paragraphs, pieces, limit))
    owners = [number for number, words in enumerate(paragraphs) for _ in words]
    assert [word for window in found for word in window.words] == list(range(len(owners)))
    assert [paragraph for window in found for paragraph in window.paragraphs] == owners
    assert all(window.words for window in found)


@settings(deadline=None)
@given(PARAGRAPHS, LIMITS)
def test_no_window_is_longer_than_the_limit(pieces: Pieces, paragraphs: list[list[str]], limit: int) -> None:
    for window in windows(paragraphs, pieces, limit):
        assert len(window.ids) == len(window.cases) <= limit


@settings(deadline=None)
@given(PARAGRAPHS, LIMITS)
def test_a_window_holds_the_pieces_of_its_words_between_marks(
    pieces: Pieces, paragraphs: list[list[str]], limit: int
) -> None:
    words = [word for paragraph in paragraphs for word in paragraph]
    for window in windows(paragraphs, pieces, limit):
        assert (window.ids[0], window.ids[-1]) == (pieces.opens, pieces.ends)
        for first, at in zip(window.firsts, window.words, strict=True):
            ids = pieces.of(words[at])
            assert tuple(window.ids[first : first + len(ids)]) == ids
            assert window.cases[first : first + len(ids)] == [case_of(words[at])] * len(ids)
        marks = len(window.ids) - sum(len(pieces.of(words[at])) for at in window.words)
        assert marks == 1 + len(stretches(window, pieces)) == window.cases.count(NOT_A_WORD)


@settings(deadline=None)
@given(PARAGRAPHS, LIMITS)
def test_a_paragraph_is_cut_only_when_too_long_and_a_sentence_likewise(
    pieces: Pieces, paragraphs: list[list[str]], limit: int
) -> None:
    starts = [sum(map(len, paragraphs[:number])) for number in range(len(paragraphs))]
    lengths = [[len(pieces.of(word)) for word in words] for words in paragraphs]
    for window in windows(paragraphs, pieces, limit):
        for number, places in stretches(window, pieces):
            words, end = paragraphs[number], places[-1] + 1 - starts[number]
            if end == len(words):
                continue
            assert sum(lengths[number]) > limit - 2
            if not ends_a_sentence(words, end - 1):
                begin = next((i + 1 for i in range(end - 1, -1, -1) if ends_a_sentence(words, i)), 0)
                assert sum(lengths[number][begin : end + 1]) > limit - 2


@settings(deadline=None)
@given(PARAGRAPHS, LIMITS)
def test_a_window_is_closed_when_the_next_stretch_does_not_fit(
    pieces: Pieces, paragraphs: list[list[str]], limit: int
) -> None:
    words = [word for paragraph in paragraphs for word in paragraph]
    found = list(windows(paragraphs, pieces, limit))
    for window, behind in pairwise(found):
        _, places = stretches(behind, pieces)[0]
        assert len(window.ids) + sum(len(pieces.of(words[at])) for at in places) + 1 > limit


def test_whole_paragraphs_share_a_window_as_long_as_they_fit(pieces: Pieces) -> None:
    one, two, three = ["the", "ferry", "."], ["the", "harbour", "."], ["the"] * 9
    assert cut([one, two, three], pieces, 20) == [[one, two, three]]
    assert cut([one, two, three], pieces, 18) == [[one, two], [three]]


def test_a_long_paragraph_is_cut_behind_a_sentence_and_the_mark_that_closes_it(pieces: Pieces) -> None:
    first, second = ["the", "ferry", "said", "the", "ferry", ".", '"'], ["the", "harbour", "said", "the", "ferry"] * 2
    assert cut([first + second], pieces, 16) == [[first], [second]]


def test_a_sentence_too_long_for_a_window_is_cut_where_the_window_ends(pieces: Pieces) -> None:
    assert cut([["ferry"] * 30], pieces, 16) == [[["ferry"] * 14], [["ferry"] * 14], [["ferry"] * 2]]


def test_what_follows_a_cut_is_cut_again_when_it_is_too_long_as_well(pieces: Pieces) -> None:
    short, long = ["ferry", "."], ["the"] * 12 + ["abcdefghijkl"]
    assert cut([short + long], pieces, 16) == [[short], [["the"] * 12], [["abcdefghijkl"]]]


@pytest.mark.parametrize("paragraphs", [[], [[]], [[], [], []]])
def test_a_text_without_words_has_no_windows(pieces: Pieces, paragraphs: list[list[str]]) -> None:
    assert list(windows(paragraphs, pieces)) == []


def test_an_empty_paragraph_leaves_nothing_but_its_number(pieces: Pieces) -> None:
    (window,) = windows([[], ["ferry"], [], ["said", "the"]], pieces)
    assert (window.words, window.paragraphs) == ([0, 1, 2], [1, 3, 3])
    assert window.ids.count(pieces.ends) == 2


def test_a_word_of_absurd_length_takes_no_more_room_than_others(pieces: Pieces) -> None:
    (window,) = windows([["said", "ferry/" * 5000, "said"]], pieces)
    assert window.firsts == [1, 2, 2 + LONGEST_WORD]
    assert len(window.ids) <= LIMIT
