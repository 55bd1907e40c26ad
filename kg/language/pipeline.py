"""Articles → readings: the reading order in one function, and the only place where a model is loaded."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import get_current_ops, set_current_ops

from kg.errors import ModelError
from kg.language.allegations import find_allegations
from kg.language.attribution import find_attributions
from kg.language.blas import NumpyBlasOps
from kg.language.coreference import resolve
from kg.language.dates import find_dates
from kg.language.quotation import find_quotations
from kg.language.reading import Reading
from kg.model import Article

WEIGHTS = Path(__file__).parent / "weights"
NEEDED = ("parser", "ner")
ARTICLES_AT_ONCE = 32  # bounds memory; the model's own batches are smaller


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
        try:
            self._nlp: Language = loaded(model or WEIGHTS)
        except (OSError, ValueError) as error:
            what = f"the spaCy pipeline '{model}' (KG_SPACY_MODEL)" if model else "the shipped language pipeline"
            raise ModelError(f"{what} cannot be loaded: {error}") from error
        if missing := [pipe for pipe in NEEDED if pipe not in self._nlp.pipe_names]:
            raise ModelError(
                f"the spaCy pipeline '{model}' lacks {', '.join(missing)}; name one with a parser and names"
            )
        self.name = f"{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The reading of each article, in order. Each part is analysed by itself, so no batch changes a result."""
        source = iter(articles)
        while batch := list(islice(source, ARTICLES_AT_ONCE)):
            texts = (article.text[part.start : part.end] for article in batch for part in article.parts)
            docs = self._nlp.pipe(texts, batch_size=128)
            for article in batch:
                yield read(article, joined(article, list(islice(docs, len(article.parts))), self._nlp.vocab))


def loaded(model: str | Path) -> Language:
    """A pipeline whose layers multiply by NumPy's BLAS."""
    current = get_current_ops()
    set_current_ops(NumpyBlasOps())
    try:
        return spacy.load(model)
    finally:
        set_current_ops(current)


def joined(article: Article, docs: list[Doc], vocab: Vocab) -> Doc:
    """The parts of an article as one Doc whose text is the article's, what lies between them being one token each."""
    pieces, at = [], 0
    for part, doc in zip(article.parts, docs, strict=True):
        if at < part.start:
            pieces.append(gap(article.text[at : part.start], vocab))
        pieces.append(doc)
        at = part.end
    if at < len(article.text) or not pieces:
        pieces.append(gap(article.text[at:], vocab))
    return Doc.from_docs(pieces, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]  # missing in its stub


def gap(text: str, vocab: Vocab) -> Doc:
    """What stands between two parts, as a sentence of one token."""
    return Doc(vocab, words=[text], spaces=[False], pos=["SPACE"], heads=[0], deps=["ROOT"])
