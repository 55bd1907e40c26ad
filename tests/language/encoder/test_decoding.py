from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.encoder.decoding import Chain, Floats, Integers, stretches

FORBIDDEN = -1e4
TAGS = 3
WHOLE = st.integers(-6, 6)  # sums of whole numbers are exact, and tie often
REAL = st.floats(-50, 50, width=32)


@st.composite
def tasks(draw: st.DrawFn, values: st.SearchStrategy[float], longest: int) -> tuple[Chain, list[Floats]]:
    """A chain, and rows of scores of several lengths."""
    chain = Chain(
        draw(arrays(np.float32, (TAGS, TAGS), elements=values)), draw(arrays(np.float32, TAGS, elements=values))
    )
    lengths = draw(st.lists(st.integers(0, longest), max_size=5))
    return chain, [draw(arrays(np.float32, (length, TAGS), elements=values)) for length in lengths]


def bio(kinds: int) -> Chain:
    """A chain that forbids to go on with what has not begun: tags O, B-0, I-0, B-1, I-1 …"""
    count = 1 + 2 * kinds
    steps, opens = np.zeros((count, count), dtype=np.float32), np.zeros(count, dtype=np.float32)
    for inside in range(2, count, 2):
        steps[[tag for tag in range(count) if tag not in {inside, inside - 1}], inside] = FORBIDDEN
        opens[inside] = FORBIDDEN
    return Chain(steps, opens)


def worth(chain: Chain, row: Floats, tags: tuple[int, ...]) -> float:
    if not tags:
        return 0.0
    own = sum(float(row[i, tag]) for i, tag in enumerate(tags))
    return float(chain.opens[tags[0]]) + own + sum(float(chain.steps[a, b]) for a, b in pairwise(tags))


@settings(deadline=None)
@given(tasks(WHOLE, 5))
def test_no_other_tags_score_higher(task: tuple[Chain, list[Floats]]) -> None:
    chain, rows = task
    for row, found in zip(rows, chain.best(rows), strict=True):
        others = product(range(TAGS), repeat=len(row))
        assert worth(chain, row, tuple(found.tolist())) == max(worth(chain, row, tags) for tags in others)


@settings(deadline=None)
@given(tasks(REAL, 5))
def test_no_other_tags_score_higher_than_rounding_allows(task: tuple[Chain, list[Floats]]) -> None:
    chain, rows = task
    for row, found in zip(rows, chain.best(rows), strict=True):
        best = max(worth(chain, row, tags) for tags in product(range(TAGS), repeat=len(row)))
        assert worth(chain, row, tuple(found.tolist())) == pytest.approx(best, abs=1e-3)


@settings(deadline=None)
@given(tasks(st.one_of(WHOLE, REAL), 30))
def test_a_row_has_the_same_tags_alone_and_in_any_company(task: tuple[Chain, list[Floats]]) -> None:
    chain, rows = task
    together = [found.tobytes() for found in chain.best(rows)]
    assert [chain.best([row])[0].tobytes() for row in rows] == together
    assert [found.tobytes() for found in chain.best(rows[::-1])] == together[::-1]


@settings(deadline=None)
@given(tasks(WHOLE, 9))
def test_each_row_has_a_tag_for_each_word(task: tuple[Chain, list[Floats]]) -> None:
    chain, rows = task
    found = chain.best(rows)
    assert [(len(tags), tags.dtype) for tags in found] == [(len(row), np.dtype(np.int64)) for row in rows]


@given(st.integers(1, 3), st.integers(1, 60), st.integers(0, 2**32 - 1), st.sampled_from([1.0, 30.0, 900.0]))
def test_nothing_goes_on_that_has_not_begun(kinds: int, length: int, seed: int, size: float) -> None:
    rows = [np.random.default_rng(seed).normal(0, size, (length, 1 + 2 * kinds)).astype(np.float32)]
    rows[0][:, 2::2] += size  # tempts it to go on
    tags = bio(kinds).best(rows)[0].tolist()
    for before, tag in pairwise([0, *tags]):
        assert tag == 0 or tag % 2 == 1 or before in {tag, tag - 1}


def test_of_equal_tags_the_first_is_taken() -> None:
    chain = Chain(np.zeros((3, 3), dtype=np.float32), np.zeros(3, dtype=np.float32))
    assert chain.best([np.zeros((4, 3), dtype=np.float32)])[0].tolist() == [0, 0, 0, 0]


def test_rows_without_words_have_no_tags() -> None:
    empty = np.zeros((0, TAGS), dtype=np.float32)
    one = np.array([[0, 1, 0]], dtype=np.float32)
    assert bio(1).best([]) == []
    assert [tags.tolist() for tags in bio(1).best([empty, empty])] == [[], []]
    assert [tags.tolist() for tags in bio(1).best([empty, one])] == [[], [1]]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([1], [(0, 1)]),
        ([0, 1, 2, 2, 0], [(1, 4)]),
        ([1, 1, 2], [(0, 1), (1, 3)]),
        ([1, 2, 0, 1], [(0, 2), (3, 4)]),
        ([2, 2, 0, 1, 0, 2], [(3, 4)]),
    ],
)
def test_a_stretch_begins_with_b_and_goes_on_with_i(tags: list[int], expected: list[tuple[int, int]]) -> None:
    assert list(stretches(np.array(tags, dtype=np.int64))) == expected


@given(arrays(np.int64, st.integers(0, 30), elements=st.integers(0, 2)))
def test_stretches_lie_apart_in_order_and_one_begins_at_each_b(tags: Integers) -> None:
    found = list(stretches(tags))
    assert [start for start, _ in found] == np.flatnonzero(tags == 1).tolist()
    assert all(start < end <= len(tags) for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    assert all((tags[start + 1 : end] == 2).all() for start, end in found)
