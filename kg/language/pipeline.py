"""Articles → readings: the reading order in one function, and the only place where a model is loaded."""

import logging
from collections.abc import Iterable, Iterator
from itertools import islice

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import get_current_ops, set_current_ops

from kg.errors import ModelError
from kg.language.allegations import find_allegations
from kg.language.attribution import find_attributions
from kg.language.blas import NumpyBlasOps
from kg.language.coreference import resolve
from kg.language.dates import find_dates
from kg.language.encoder import shipped
from kg.language.quotation import find_quotations
from kg.language.reading import Reading
from kg.model import Article

NEEDED = ("parser", "ner")
ARTICLES_AT_ONCE = 32  # bounds memory; the model's own batches are smaller

log = logging.getLogger(__name__)


def read(article: Article, doc: Doc) -> Reading:
    """The reading order: quotations, attributions, who is who, allegations, dates."""
    quotations = find_quotations(article)
    attributions = find_attributions(article, doc, quotations)
    referents = resolve(article, doc, quotations, attributions)
    allegations = find_allegations(article, doc, attributions, referents)
    return Reading(article, doc, quotations, attributions, referents, allegations, find_dates(article))


class Reader:
    """The language pipeline, loaded once. `model` names an installed spaCy pipeline; none is the shipped one."""

    def __init__(self, model: str | None = None) -> None:
        self._nlp = loaded(model)
        self.name = f"{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The reading of each article, in order. Each is analysed by itself, so no batch changes a result."""
        source = iter(articles)
        while batch := list(islice(source, ARTICLES_AT_ONCE)):
            docs = self._nlp.pipe(bare(article, self._nlp) for article in batch)
            for article, doc in zip(batch, docs, strict=True):
                yield read(article, doc)


def loaded(model: str | None = None) -> Language:
    """The shipped pipeline, or another by its name or folder. Raises ModelError."""
    try:
        nlp = other(model) if model else shipped()
    except Exception as error:  # onnxruntime's errors have no base of their own
        what = f"the spaCy pipeline '{model}' (KG_SPACY_MODEL)" if model else "the shipped language pipeline"
        raise ModelError(f"{what} cannot be loaded: {error}") from error
    if model and (missing := [pipe for pipe in NEEDED if pipe not in nlp.pipe_names]):
        raise ModelError(f"the spaCy pipeline '{model}' lacks {', '.join(missing)}; name one with a parser and names")
    if model:
        log.warning("the spaCy pipeline '%s' does not tell who said what: attributions are found by rules alone", model)
    return nlp


def other(model: str) -> Language:
    """Another pipeline, whose layers multiply by NumPy's BLAS."""
    current = get_current_ops()
    set_current_ops(NumpyBlasOps())
    try:
        return spacy.load(model)
    finally:
        set_current_ops(current)


def bare(article: Article, nlp: Language) -> Doc:
    """The words of an article: each part cut into them by itself, and what stands between two parts as one word more.

    A sentence begins with each part.
    """
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    for start, end, is_part in stretches(article):
        text = article.text[start:end]
        tokens = [(token.text, bool(token.whitespace_)) for token in nlp.make_doc(text)] if is_part else [(text, False)]
        words += [word for word, _ in tokens]
        spaces += [space for _, space in tokens]
        starts += [i == 0 or None for i in range(len(tokens))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def stretches(article: Article) -> Iterator[tuple[int, int, bool]]:
    """An article's text from end to end: its parts, and what stands between them, told apart."""
    at = 0
    for part in article.parts:
        if at < part.start:
            yield at, part.start, False
        yield part.start, part.end, True
        at = part.end
    if at < len(article.text):
        yield at, len(article.text), False
