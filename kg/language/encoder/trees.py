"""Scores of arcs → the best tree with one root: greedy where that is one, else Chu-Liu and Edmonds' algorithm."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def best_tree(scores: Floats) -> list[int]:
    """The head of each word of a sentence, -1 for its root, by scores [word, head] whose last column is the root's.

    It is the tree of the highest sum among those with one root.
    """
    count = len(scores)
    heads = scores.argmax(1)
    heads[np.diagonal(scores[:, :count]) >= scores.max(1)] = -2  # a word cannot be its own head
    if (heads == count).sum() == 1 and not (heads == -2).any() and not _cycle(heads.tolist(), count):
        return [-1 if head == count else int(head) for head in heads]
    return _one_root(scores.astype(np.float64))


def _one_root(scores: NDArray[np.float64]) -> list[int]:
    """The best tree: with the root's arcs made so dear that a second one never pays."""
    count = len(scores)
    scores = scores - scores.max()  # beside scores far from nought, the price would be lost in rounding
    full = np.full((count + 1, count + 1), -np.inf)  # [head, word], the root first
    full[1:, 1:] = scores[:, :count].T
    full[0, 1:] = scores[:, count] - (np.ptp(scores) + 1) * count
    np.fill_diagonal(full, -np.inf)
    full[:, 0] = -np.inf
    return [head - 1 for head in _spanning(full)[1:]]


def _spanning(scores: NDArray[np.float64]) -> list[int]:
    """Chu-Liu and Edmonds: the head of each node of the best tree from node 0, by scores [head, node]."""
    heads: list[int] = scores.argmax(0).tolist()
    heads[0] = -1
    cycle = _cycle(heads, -1)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(len(scores)) if node not in inside]
    own = {node: scores[heads[node], node] for node in cycle}
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)  # the cycle as the last node
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    gains = scores[np.ix_(outside, cycle)] - np.array([own[node] for node in cycle])
    enters = [cycle[i] for i in gains.argmax(1)]
    smaller[:-1, -1] = gains.max(1)
    leaving = scores[np.ix_(cycle, outside)]
    leaves = [cycle[i] for i in leaving.argmax(0)]
    smaller[-1, :-1] = leaving.max(0)
    found = _spanning(smaller)
    for i, node in enumerate(outside):
        if node:
            heads[node] = leaves[i] if found[i] == len(outside) else outside[found[i]]
    heads[enters[found[-1]]] = outside[found[-1]]
    return heads


def _cycle(heads: list[int], root: int) -> list[int]:
    """The nodes of a cycle, if there is one; `root` is what stands for no node."""
    seen = [0] * len(heads)
    for start in range(len(heads)):
        path, node = [], start
        while node not in {root, -1} and not seen[node]:
            seen[node] = start + 1
            path.append(node)
            node = heads[node]
        if node not in {root, -1} and seen[node] == start + 1 and node in path:
            return path[path.index(node) :]
    return []
