"""What the language room gives: an article and its Doc, behind a typed face."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from kg.language.allegations import Allegation
from kg.language.attribution import Attribution
from kg.language.quotation import Quotation
from kg.language.referents import Referents
from kg.model import Article, DatedSpan, Evidence, Mention, Passage
from kg.model import Span as Offsets


@dataclass(frozen=True)
class Reading:
    """An article, read. Token `idx` is the offset into the article's text."""

    article: Article
    doc: Doc
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    referents: Referents
    allegations: tuple[Allegation, ...] = ()
    dates: tuple[DatedSpan, ...] = field(default=())

    def passage(self, *pieces: Offsets) -> Passage:
        """Words of the article by their offsets."""
        return passage(self.article.text, *pieces)

    def words(self, span: Span | Token) -> Passage:
        """The words of a stretch of tokens."""
        return self.passage(offsets(span))

    def actors_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The actors that a stretch of the text names."""
        span = self.doc.char_span(start, end, alignment_mode="contract")
        return self.referents.within(span) if span is not None else ()

    def evidence(self, *pieces: Offsets) -> Evidence:
        """The whole sentences that these words stand in."""
        start, end = min(p.start for p in pieces), max(p.end for p in pieces)
        part = next((p for p in self.article.parts if p.start <= start < p.end), None)
        first = self.doc.char_span(start, start + 1, alignment_mode="expand")
        last = self.doc.char_span(max(start, end - 1), end, alignment_mode="expand")
        if first is not None and last is not None:
            start = min(start, first.sent.start_char)
            end = max(end, last.sent.end_char)
        if part is not None:
            start, end = max(start, part.start), min(max(end, start + 1), max(part.end, end))
        raw = self.article.text[start:end]
        start, end = start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))
        return Evidence(start, end, self.article.text[start:end])


def offsets(span: Span | Token) -> Offsets:
    """Where tokens stand in the text."""
    if isinstance(span, Token):
        return Offsets(span.idx, span.idx + len(span))
    return Offsets(span.start_char, span.end_char)


def passage(text: str, *pieces: Offsets) -> Passage:
    """Words of a text by their offsets, in text order."""
    ordered = tuple(sorted(pieces))
    return Passage(ordered, " … ".join(text[p.start : p.end] for p in ordered))
