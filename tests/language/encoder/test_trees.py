from functools import cache, lru_cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.encoder.trees import Floats, best_trees

LONGEST_SENTENCE = 158  # words of a window


def scores(counts: st.SearchStrategy[int], values: st.SearchStrategy[float]) -> st.SearchStrategy[Floats]:
    return counts.flatmap(lambda count: arrays(np.float32, (count, count + 1), elements=values, fill=st.nothing()))


def best_tree(given_scores: Floats) -> list[int]:
    return best_trees([given_scores])[0]


def is_tree(heads: list[int]) -> bool:
    """Whether there is one root, and every word comes to it by way of its heads."""
    if heads.count(-1) != 1 or not all(-1 <= head < len(heads) for head in heads):
        return False
    for start in range(len(heads)):
        node = start
        for _ in heads:
            node = heads[node] if node >= 0 else -1
        if node >= 0:
            return False
    return not crosses(heads)


def crosses(heads: list[int]) -> bool:
    """Whether two arcs cross, the root's coming from before the first word."""
    arcs = [sorted(arc) for arc in enumerate(heads)]
    return any(a < c < b < d for (a, b), (c, d) in product(arcs, arcs))


@lru_cache
def trees(count: int) -> list[tuple[int, ...]]:
    """Every tree over some words that has one root and no arcs that cross."""
    return [heads for heads in product(range(-1, count), repeat=count) if is_tree(list(heads))]


def worth(given_scores: Floats, heads: list[int] | tuple[int, ...]) -> float:
    return sum(float(given_scores[word, head]) for word, head in enumerate(heads))  # the root's column is the last


def best_by_recursion(given_scores: Floats) -> float:
    """What the best tree is worth when each stretch of words is split in every way."""

    @cache
    def best(first: int, end: int, head: int) -> float:
        """Of words [first, end) that all hang on one of them."""
        if end - first == 1:
            return 0.0
        found = []
        for cut in range(first + 1, end):
            own, others = ((cut, end), (first, cut)) if cut <= head else ((first, cut), (cut, end))
            found += [best(*own, head) + best(*others, child) + arc(child, head) for child in range(*others)]
        return max(found)

    def arc(word: int, head: int) -> float:
        return float(given_scores[word, head])

    count = len(given_scores)
    return max(best(0, count, root) + arc(root, count) for root in range(count))


@pytest.mark.parametrize(("count", "known"), [(1, 1), (2, 2), (3, 7), (4, 30), (5, 143)])
def test_the_trees_to_choose_from_are_as_many_as_theory_says(count: int, known: int) -> None:
    assert len(trees(count)) == known


@settings(max_examples=300, deadline=None)
@given(scores(st.integers(1, 5), st.integers(-3, 3)))
def test_no_other_tree_is_worth_more(given_scores: Floats) -> None:
    heads = best_tree(given_scores)
    assert tuple(heads) in trees(len(heads))
    assert worth(given_scores, heads) == max(worth(given_scores, tree) for tree in trees(len(heads)))


@settings(deadline=None)
@given(scores(st.integers(1, 5), st.floats(-30, 30, width=32)))
def test_no_other_tree_is_worth_more_than_rounding_allows(given_scores: Floats) -> None:
    heads = best_tree(given_scores)
    assert tuple(heads) in trees(len(heads))
    best = max(worth(given_scores, tree) for tree in trees(len(heads)))
    assert worth(given_scores, heads) == pytest.approx(best, abs=1e-9)


@settings(deadline=None, max_examples=30)
@given(st.integers(6, 12), st.integers(0, 2**32 - 1), st.sampled_from([1, 5, 300]))
def test_longer_sentences_have_the_tree_that_recursion_finds(count: int, seed: int, size: int) -> None:
    given_scores = np.random.default_rng(seed).integers(-size, size + 1, (count, count + 1)).astype(np.float32)
    heads = best_tree(given_scores)
    assert is_tree(heads)
    assert worth(given_scores, heads) == best_by_recursion(given_scores)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 30), max_size=40), st.integers(0, 2**32 - 1))
def test_no_sentence_changes_the_tree_of_another(counts: list[int], seed: int) -> None:
    chance = np.random.default_rng(seed)
    sentences = [chance.normal(size=(count, count + 1)).astype(np.float32) for count in counts]
    assert best_trees(sentences) == [best_tree(one) for one in sentences]


@settings(deadline=None)
@given(scores(st.integers(1, 9), st.floats(allow_nan=False, allow_infinity=False, width=32)))
def test_any_scores_give_a_tree(given_scores: Floats) -> None:
    assert is_tree(best_tree(given_scores))


@settings(deadline=None)
@given(scores(st.integers(1, 4), st.sampled_from([-3e38, -1e20, -1e4, -1.0, 0.0, 0.5, 1e4, 1e20, 3e38])))
def test_scores_of_any_size_give_the_best_tree_as_far_as_their_sums_can_tell(given_scores: Floats) -> None:
    heads = best_tree(given_scores)
    assert is_tree(heads)
    best = max(worth(given_scores, tree) for tree in trees(len(heads)))
    assert worth(given_scores, heads) >= best - 1e-12 * float(np.abs(given_scores).max())


@settings(deadline=None)
@given(st.integers(1, 40), st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_when_all_is_equal_there_is_a_tree_still(count: int, value: float) -> None:
    assert is_tree(best_tree(np.full((count, count + 1), value, dtype=np.float32)))


@settings(deadline=None)
@given(scores(st.integers(2, 12), st.integers(-3, 3)), st.integers(-3, 3))
def test_what_is_added_to_all_the_arcs_of_a_word_changes_nothing(given_scores: Floats, more: int) -> None:
    shifted = given_scores.copy()
    shifted[0] += more
    assert worth(given_scores, best_tree(shifted)) == worth(given_scores, best_tree(given_scores))


@settings(deadline=None)
@given(scores(st.integers(1, 12), st.integers(-3, 3)))
def test_the_same_scores_give_the_same_tree_and_are_left_as_they_were(given_scores: Floats) -> None:
    before = given_scores.copy()
    assert best_tree(given_scores) == best_tree(before)
    assert (given_scores == before).all()


@pytest.mark.parametrize("row", [[0, 0], [5, -5], [-5, 5], [3e38, -3e38]])
def test_a_single_word_is_the_root(row: list[float]) -> None:
    assert best_tree(np.array([row], dtype=np.float32)) == [-1]


def test_two_words_that_both_want_the_root_share_one() -> None:
    assert best_tree(np.array([[0, 1, 9], [2, 0, 9]], dtype=np.float32)) == [-1, 0]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    given_scores = np.array([[0, 9, 0, 1], [9, 0, 3, 0], [0, 0, 0, 5]], dtype=np.float32)
    assert best_tree(given_scores) == [1, 2, -1]


def test_arcs_that_would_cross_are_laid_anew_where_it_costs_least() -> None:
    given_scores = np.full((4, 5), -9, dtype=np.float32)
    given_scores[0, 2] = given_scores[2, 4] = given_scores[1, 3] = given_scores[3, 2] = 5  # 0 to 2 crosses 1 to 3
    given_scores[1, 0] = 1
    assert best_tree(given_scores) == [2, 0, -1, 2]


def test_no_arc_passes_over_the_root() -> None:
    given_scores = np.full((3, 4), -9, dtype=np.float32)
    given_scores[1, 3] = given_scores[0, 1] = given_scores[2, 0] = 5
    given_scores[2, 1] = 1
    assert best_tree(given_scores) == [1, -1, 1]


def test_a_whole_window_that_is_one_chain_is_read() -> None:
    count = LONGEST_SENTENCE
    given_scores = np.zeros((count, count + 1), dtype=np.float32)
    for word in range(1, count):
        given_scores[word, word - 1] = given_scores[word - 1, word] = 1  # each pair would be a cycle
    heads = best_tree(given_scores)
    assert is_tree(heads)
    assert worth(given_scores, heads) == count - 1
