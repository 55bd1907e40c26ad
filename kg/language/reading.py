"""What the language room gives: an article and its Doc, behind a typed face."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from kg.language.allegations import Allegation
from kg.language.attribution import Attribution
from kg.language.quotation import Quotation
from kg.language.referents import Referents
from kg.language.tokens import offsets, token_at, tokens_in
from kg.model import Article, DatedSpan, Evidence, Mention, Passage
from kg.model import Span as Offsets

PARTS_OF_DAYS = {"morning", "afternoon", "evening", "night", "hours"}


@dataclass(frozen=True)
class Reading:
    """An article, read. Token `idx` is the offset into the article's text."""

    article: Article
    doc: Doc
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    referents: Referents
    allegations: tuple[Allegation, ...] = ()
    dates: tuple[DatedSpan, ...] = ()

    def passage(self, *pieces: Offsets) -> Passage:
        """Words of the article by their offsets."""
        return passage(self.article.text, *pieces)

    def words(self, span: Span | Token) -> Passage:
        """The words of a stretch of tokens."""
        return self.passage(offsets(span))

    def actors_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The actors that a stretch of the text names."""
        span = tokens_in(self.doc, start, end)
        return self.referents.within(span) if span is not None else ()

    @cached_property
    def date_at(self) -> Mapping[int, DatedSpan]:
        """The dates by the token that heads each."""
        spans = ((self.doc.char_span(*date.span, alignment_mode="expand"), date) for date in self.dates)
        return {day_of(span.root).i: date for span, date in spans if span is not None}

    @cached_property
    def cued(self) -> Mapping[Offsets, Attribution]:
        """The attributions by their cues; the first where two share one."""
        return {a.cue: a for a in reversed(self.attributions) if a.cue is not None}

    @cached_property
    def told_at(self) -> Mapping[int, Attribution]:
        """The attributions by the tokens of their verbs; the first where two share one."""
        return {a.verb: a for a in reversed(self.attributions) if a.verb is not None}

    def holding(self, token: Token) -> Attribution | None:
        """The attribution with the fewest words of those that a token of the same sentence stands in."""
        around = [
            a
            for a in self.attributions
            if any(p.start <= token.idx < p.end for p in a.content)
            and a.cue is not None
            and token.sent.start_char <= a.cue.start < token.sent.end_char
        ]
        return min(around, key=lambda a: sum(p.end - p.start for p in a.content), default=None)

    def evidence(self, *pieces: Offsets) -> Evidence:
        """The whole sentences that these words stand in, within their part of the article."""
        text, first, last = self.article.text, min(p.start for p in pieces), max(p.end for p in pieces)
        start, end = self.sentence_at(first).start_char, max(last, self.sentence_at(last - 1).end_char)
        start = max(start, next((p.start for p in self.article.parts if p.start <= first < p.end), 0))
        # Parsers give a mark to the wrong one of two sentences.
        opening, closing = {q.start for q in self.quotations}, {q.end - 1 for q in self.quotations if q.closed}
        while start < first and (text[start].isspace() or start in closing):
            start += 1
        while end > last and (text[end - 1].isspace() or end - 1 in opening):
            end -= 1
        end += end in closing
        return Evidence(start, end, text[start:end])

    def sentence_at(self, offset: int) -> Span:
        """The sentence that a character stands in."""
        token = token_at(self.doc, offset)
        return token.sent if token is not None else self.doc[:]


def day_of(date: Token) -> Token:
    """The head of a date; of "Wednesday afternoon" and "the morning of May 3" the part of the day."""
    return date.head if date.head.lower_ in PARTS_OF_DAYS else date


def passage(text: str, *pieces: Offsets) -> Passage:
    """Words of a text by their offsets, in text order."""
    ordered = tuple(sorted(pieces))
    return Passage(ordered, " … ".join(text[p.start : p.end] for p in ordered))
