"""The encoder as a spaCy component: a Doc of bare words → the same Doc with tags, trees, names and attributions."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.language.encoder.decoding import Integers, stretches
from kg.language.encoder.lemmas import lemma_of
from kg.language.encoder.network import Network, Scores
from kg.language.encoder.trees import best_tree
from kg.language.encoder.windows import Window, windows

WEIGHTS = Path(__file__).parents[1] / "weights"
DOCS_AT_ONCE = 32  # bounds memory, and lets their chains be decoded together
ATTRIBUTIONS = "attributions"  # doc.spans[…]: a CUE, SOURCEs and CONTENTs that share an id
SENTENCE_BEGINS, SENTENCE_GOES_ON = 1, -1  # as SENT_START has it
Rows = NDArray[np.uint64]
COLUMNS = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # as ENT_IOB has it


class Told(NamedTuple):
    """An attribution found in a window, in the words of its text."""

    cue: tuple[int, int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]


class Text(NamedTuple):
    """The words of a Doc that are no blanks: their tokens, their paragraphs, and what is known of sentences."""

    tokens: list[int]
    paragraphs: list[list[str]]
    starts: Integers  # of its words, as SENT_START has it
    known: Integers  # of all tokens


class Encoder:
    """The component. A Doc's result depends on nothing but its words, and sentence starts that are set in it already."""

    def __init__(self, network: Network, vocab: Vocab) -> None:
        self._network = network
        self.title = network.title
        labels, strings = network.labels, vocab.strings
        self._tags = np.array([strings.add(tag) for tag in labels["tags"]], dtype=np.uint64)
        self._labels = np.array([strings.add(label) for label in labels["labels"]], dtype=np.uint64)
        morphs = [morph.split("|", 1) for morph in labels["morphs"]]
        self._pos = np.array([strings.add(pos) for pos, _ in morphs], dtype=np.uint64)
        self._morphs = np.array([vocab.morphology.add(features) for _, features in morphs], dtype=np.uint64)
        self._kinds = np.array([strings.add(name[2:]) for name in labels["names"]], dtype=np.uint64)
        self._iob = np.array([{"O": OUTSIDE, "B": BEGINS, "I": INSIDE}[n[0]] for n in labels["names"]], dtype=np.uint64)
        self._space, self._dep = strings.add("SPACE"), strings.add("dep")
        self._root = strings.add("ROOT")

    def __call__(self, doc: Doc) -> Doc:
        """One Doc, read."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = DOCS_AT_ONCE) -> Iterator[Doc]:
        """Docs, read in order."""
        source = iter(docs)
        while batch := list(islice(source, batch_size)):
            self._read(batch)
            yield from batch

    def _read(self, docs: list[Doc]) -> None:
        texts = [text_of(doc) for doc in docs]
        cut = [list(windows(text.paragraphs, self._network.pieces)) for text in texts]
        flat = [window for found in cut for window in found]
        scores = [self._network.scores(window) for window in flat]
        names = [
            apart(tags, window, self._network.labels["names"])
            for tags, window in zip(self._network.names.best([s.names for s in scores]), flat, strict=True)
        ]
        told = self._told(flat, scores)
        at = 0
        for doc, text, found in zip(docs, texts, cut, strict=True):
            here = slice(at, at + len(found))
            at += len(found)
            self._write(doc, text, found, scores[here], names[here])
            write_attributions(doc, text, [one for window in told[here] for one in window])

    def _told(self, cut: list[Window], scores: list[Scores]) -> list[list[Told]]:
        """The attributions of each window: its cues, and for each cue the words that are its source and its content."""
        network = self._network
        cues = [list(stretches(tags)) for tags in network.cues.best([s.cues for s in scores])]
        pairs = [
            network.pairs(s, window, cue) for s, window, found in zip(scores, cut, cues, strict=True) for cue in found
        ]
        sources = iter(network.source.best([source for source, _ in pairs]))
        contents = iter(network.content.best([content for _, content in pairs]))
        return [
            [
                Told(
                    (window.words[start], window.words[end - 1] + 1),
                    [(window.words[a], window.words[b - 1] + 1) for a, b in stretches(next(sources))],
                    [(window.words[a], window.words[b - 1] + 1) for a, b in stretches(next(contents))],
                )
                for start, end in found
            ]
            for window, found in zip(cut, cues, strict=True)
        ]

    def _write(self, doc: Doc, text: Text, cut: list[Window], scores: list[Scores], names: list[Integers]) -> None:
        """Tags, lemmas, trees and names of a Doc, at one go."""
        if not len(doc):
            return
        rows = np.zeros((len(doc), len(COLUMNS)), dtype=np.uint64)
        tokens = np.array(text.tokens, dtype=np.int64)
        heads = np.arange(len(doc), dtype=np.int64)
        for window, found, tags in zip(cut, scores, names, strict=True):
            at = tokens[window.words]
            tree = sentence_heads(found, text.starts[window.words])
            rows[at, 0] = self._tags[found.tags]
            rows[at, 1] = self._pos[found.morphs]
            rows[at, 2] = self._morphs[found.morphs]
            rows[at, 4] = self._labels[self._network.arc_labels(found, tree)]
            rows[at, 6], rows[at, 7] = self._iob[tags], self._kinds[tags]
            above = np.array(tree)
            is_root = above < 0
            rows[at[is_root], 4] = self._root
            heads[at] = np.where(is_root, at, at[above])
            scripts = self._network.labels["lemmas"]
            for i, how in zip(at.tolist(), found.lemmas.tolist(), strict=True):
                rows[i, 3] = doc.vocab.strings.add(lemma_of(doc[i].text, scripts[how]))
        self._write_blanks(doc, rows, heads, text)
        rows[:, 5] = (heads - np.arange(len(doc))).astype(np.uint64)
        doc.from_array(list(COLUMNS), rows)  # type: ignore[arg-type]  # thinc's own types of arrays

    def _write_blanks(self, doc: Doc, rows: Rows, heads: Integers, text: Text) -> None:
        """Tokens of blanks: each hangs on the word before it, the first on that behind, and goes on a name about it.

        One that a sentence is said to begin with is a sentence of its own.
        """
        tokens = text.tokens
        for i in sorted(set(range(len(doc))) - set(tokens), reverse=True):
            goes_on = i + 1 < len(doc) and rows[i + 1, 6] == INSIDE
            rows[i, 6], rows[i, 7] = (INSIDE, rows[i + 1, 7]) if goes_on else (OUTSIDE, 0)
            rows[i, 1], rows[i, 3] = self._space, doc.vocab.strings.add(doc[i].text)
            hangs = bool(tokens) and text.known[i] != SENTENCE_BEGINS
            rows[i, 4] = self._dep if hangs else self._root
            heads[i] = tokens[max(bisect(tokens, i) - 1, 0)] if hangs else i


def text_of(doc: Doc) -> Text:
    """The words of a Doc. A token of blanks with a line break in it ends a paragraph."""
    tokens: list[int] = []
    paragraphs: list[list[str]] = [[]]
    for token in doc:
        if not token.is_space:
            tokens.append(token.i)
            paragraphs[-1].append(token.text)
        if "\n" in token.text and paragraphs[-1]:
            paragraphs.append([])
    known = doc.to_array(["SENT_START"]).astype(np.int64).reshape(-1)
    starts = known[tokens] if tokens else np.zeros(0, dtype=np.int64)
    firsts = [0, *accumulate(map(len, paragraphs))][:-1]
    starts[[first for first, words in zip(firsts, paragraphs, strict=True) if words]] = SENTENCE_BEGINS
    return Text(tokens, paragraphs, starts, known)


def apart(tags: Integers, window: Window, kinds: list[str]) -> Integers:
    """Tags of names, none of which goes on from one paragraph into the next."""
    for i in range(1, len(tags)):
        if window.paragraphs[i] != window.paragraphs[i - 1] and kinds[tags[i]][0] == "I":
            tags[i] = kinds.index("B" + kinds[tags[i]][1:])
    return tags


def sentence_heads(scores: Scores, known: Integers) -> list[int]:
    """The head of each word of a window in the window, -1 for the root of a sentence."""
    begins = np.where(known == 0, scores.starts > 0, known == SENTENCE_BEGINS)
    begins[0] = True
    edges = [*np.flatnonzero(begins).tolist(), len(begins)]
    heads: list[int] = []
    for start, end in pairwise(edges):
        inside = np.concatenate([scores.arcs[start:end, start:end], scores.arcs[start:end, -1:]], axis=1)
        heads += [head + start if head >= 0 else -1 for head in best_tree(inside)]
    return heads


def write_attributions(doc: Doc, text: Text, told: list[Told]) -> None:
    """The attributions as spans of the Doc."""
    spans: list[Span] = []
    for number, one in enumerate(told):
        roles = [("CUE", [one.cue]), ("SOURCE", one.source), ("CONTENT", one.content)]
        for label, places in roles:
            spans += [
                Span(doc, text.tokens[start], text.tokens[end - 1] + 1, label=label, span_id=str(number))
                for start, end in places
            ]
    doc.spans[ATTRIBUTIONS] = spans


@Language.factory("encoder", default_config={"weights": str(WEIGHTS)})
def make_encoder(nlp: Language, name: str, weights: str) -> Encoder:  # noqa: ARG001 - spaCy calls it so
    """The component with the weights of a folder."""
    return Encoder(Network(Path(weights)), nlp.vocab)


def shipped() -> Language:
    """The shipped pipeline: the words of English texts, read by the encoder. Raises OSError and ValueError."""
    nlp = spacy.blank("en")
    encoder = nlp.add_pipe("encoder")
    assert isinstance(encoder, Encoder)
    nlp.meta.update(encoder.title)
    return nlp
