"""The encoder as a spaCy component: a Doc of bare words → the same Doc with tags, trees, names and attributions."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.language.encoder.decoding import Floats, Integers, stretches
from kg.language.encoder.lemmas import Lemmas
from kg.language.encoder.network import Network, Scores
from kg.language.encoder.trees import best_trees
from kg.language.encoder.windows import Window, windows

WEIGHTS = Path(__file__).parents[1] / "weights"
DOCS_AT_ONCE = 32
WINDOWS_AT_ONCE = 64  # their chains are decoded together
ATTRIBUTIONS = "attributions"  # doc.spans[…]: a CUE, SOURCEs and CONTENTs that share an id
UNKNOWN, SENTENCE_BEGINS = 0, 1  # as SENT_START has it
BEHIND_OPENING = -2  # where no sentence begins, since one would begin with the mark before
MARKS = frozenset("\"“„«‘'")
Rows = NDArray[np.uint64]
COLUMNS = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # as ENT_IOB has it


class Told(NamedTuple):
    """An attribution found in a window, in the words of its text."""

    cue: tuple[int, int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]


class Found(NamedTuple):
    """What is made of a window's scores: numbers of labels, and heads in the window, -1 for a root."""

    tags: Integers
    morphs: Integers
    names: Integers
    heads: list[int]
    labels: Integers
    told: list[Told]
    vectors: Floats


class Text(NamedTuple):
    """The words of a Doc that are no blanks: their tokens, their paragraphs, and what is known of sentences."""

    tokens: list[int]
    paragraphs: list[list[str]]
    starts: Integers  # of its words, as SENT_START has it
    known: Integers  # of all tokens


class Encoder:
    """The component. A Doc's result depends on nothing but its words, and sentence starts that are set in it already."""

    def __init__(self, network: Network, lemmas: Lemmas, vocab: Vocab) -> None:
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
        self._lemmas, self._strings = lemmas, strings
        self._lemma = lru_cache(maxsize=100_000)(self._lemma_of)

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
        cut = [list(windows(text.paragraphs, self._network.pieces, known=text.starts.tolist())) for text in texts]
        asked = [
            (window, text.starts[window.words]) for text, found in zip(texts, cut, strict=True) for window in found
        ]
        # Scores weigh a hundred times what is made of them, so only some are held at a time.
        told = (
            found
            for at in range(0, len(asked), WINDOWS_AT_ONCE)
            for found in self._found(asked[at : at + WINDOWS_AT_ONCE])
        )
        for doc, text, of_doc in zip(docs, texts, cut, strict=True):
            found = [(window, next(told)) for window in of_doc]
            self._write(doc, text, found)
            write_attributions(doc, text, [one for _, of_window in found for one in of_window.told])

    def _found(self, asked: list[tuple[Window, Integers]]) -> list[Found]:
        """What is made of some windows and of what is known of their sentences."""
        network = self._network
        cut = [window for window, _ in asked]
        scores = [network.scores(window) for window in cut]
        names = network.names.best([s.names for s in scores])
        heads = heads_of(scores, [known for _, known in asked])
        return [
            Found(
                s.tags,
                s.morphs,
                apart(tags, window, network.labels["names"]),
                of,
                network.arc_labels(s, of),
                told,
                s.pair_word,
            )
            for s, window, tags, of, told in zip(scores, cut, names, heads, self._told(cut, scores), strict=True)
        ]

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
            [Told(window.place(cue), placed(window, next(sources)), placed(window, next(contents))) for cue in found]
            for window, found in zip(cut, cues, strict=True)
        ]

    def _write(self, doc: Doc, text: Text, found: list[tuple[Window, Found]]) -> None:
        """Tags, lemmas, trees, names and words' vectors of a Doc, at one go."""
        if not len(doc):
            return
        rows = np.zeros((len(doc), len(COLUMNS)), dtype=np.uint64)
        tokens = np.array(text.tokens, dtype=np.int64)
        heads = np.arange(len(doc), dtype=np.int64)
        doc.tensor = np.zeros((len(doc), found[0][1].vectors.shape[1] if found else 0), dtype=np.float32)
        for window, read in found:
            at, above = tokens[window.words], np.array(read.heads)
            is_root = above < 0
            rows[at, 0] = self._tags[read.tags]
            rows[at, 1], rows[at, 2] = self._pos[read.morphs], self._morphs[read.morphs]
            rows[at, 3] = [
                self._lemma(doc[i].text, tag, morph)
                for i, tag, morph in zip(at.tolist(), read.tags.tolist(), read.morphs.tolist(), strict=True)
            ]
            rows[at, 4] = np.where(is_root, self._root, self._labels[read.labels])
            rows[at, 6], rows[at, 7] = self._iob[read.names], self._kinds[read.names]
            heads[at] = np.where(is_root, at, at[above])
            doc.tensor[at] = read.vectors
        self._write_blanks(doc, rows, heads, text)
        rows[:, 5] = (heads - np.arange(len(doc))).astype(np.uint64)
        doc.from_array(list(COLUMNS), rows)  # type: ignore[arg-type]  # thinc's own types of arrays

    def _lemma_of(self, word: str, tag: int, morph: int) -> int:
        """The lemma of a word, by the numbers of its tag and morph, as spaCy numbers it."""
        labels = self._network.labels
        return self._strings.add(self._lemmas.of(word, labels["tags"][tag], labels["morphs"][morph].split("|", 1)[0]))

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
    """The words of a Doc. A token with a line break in it is none, and ends a paragraph."""
    tokens: list[int] = []
    paragraphs: list[list[str]] = [[]]
    for token in doc:
        if "\n" in token.text:
            paragraphs.append([])
        elif not token.is_space:
            tokens.append(token.i)
            paragraphs[-1].append(token.text)
    known = doc.to_array(["SENT_START"]).astype(np.int64).reshape(-1)
    starts = known[tokens] if tokens else np.zeros(0, dtype=np.int64)
    firsts = [0, *accumulate(map(len, paragraphs))][:-1]
    is_behind = np.array([opens_quotation(doc, i - 1) for i in tokens], dtype=bool)
    starts[is_behind & (starts == UNKNOWN)] = BEHIND_OPENING
    starts[[first for first, words in zip(firsts, paragraphs, strict=True) if words]] = SENTENCE_BEGINS
    return Text(tokens, paragraphs, starts, known)


def opens_quotation(doc: Doc, at: int) -> bool:
    """Whether a token is a quotation mark with a blank before it and none behind it."""
    if at < 0 or doc[at].text not in MARKS or doc[at].whitespace_:
        return False
    return at == 0 or bool(doc[at - 1].whitespace_) or doc[at - 1].is_space


def placed(window: Window, tags: Integers) -> list[tuple[int, int]]:
    """The stretches that BIO tags mark in a window, as words of its text."""
    return [window.place(stretch) for stretch in stretches(tags)]


def apart(tags: Integers, window: Window, kinds: list[str]) -> Integers:
    """Tags of names, none of which goes on from one paragraph into the next."""
    for i in range(1, len(tags)):
        if window.paragraphs[i] != window.paragraphs[i - 1] and kinds[tags[i]][0] == "I":
            tags[i] = kinds.index("B" + kinds[tags[i]][1:])
    return tags


def sentences(scores: Scores, known: Integers) -> list[tuple[int, int]]:
    """The sentences [start, end) of a window, by its scores and by what is known of them."""
    is_open = (known == UNKNOWN) | (known == BEHIND_OPENING)
    begins = np.where(is_open, scores.starts > 0, known == SENTENCE_BEGINS)
    moved = begins & (known == BEHIND_OPENING)  # a sentence begins with the mark that opens it
    begins = (begins & ~moved) | np.append(moved[1:], False)
    begins[0] = True
    return list(pairwise([*np.flatnonzero(begins).tolist(), len(begins)]))


def heads_of(scores: list[Scores], known: list[Integers]) -> Iterator[list[int]]:
    """The head of each word of each window in the window, -1 for the root of a sentence."""
    cut = [sentences(of, about) for of, about in zip(scores, known, strict=True)]
    trees = iter(
        best_trees(
            [
                np.concatenate([of.arcs[start:end, start:end], of.arcs[start:end, -1:]], axis=1)
                for of, found in zip(scores, cut, strict=True)
                for start, end in found
            ]
        )
    )
    for found in cut:
        yield [head + start if head >= 0 else -1 for start, _ in found for head in next(trees)]


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
    return Encoder(Network(Path(weights)), Lemmas.read(Path(weights)), nlp.vocab)


def shipped() -> Language:
    """The shipped pipeline: the words of English texts, read by the encoder. Raises OSError and ValueError."""
    nlp = spacy.blank("en")
    encoder = nlp.add_pipe("encoder")
    assert isinstance(encoder, Encoder)
    nlp.meta.update(encoder.title)
    return nlp
