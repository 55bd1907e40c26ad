"""Where things stand in one part of an article: its quotations, the ends of its sentences, its first words."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.language import tokens
from kg.language.attribution.cues import BREAKS
from kg.language.quotation import Quotation
from kg.model import Span as Offsets

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}


class Piece(NamedTuple):
    """Content in tokens, `[start, end)`."""

    start: int
    end: int


@dataclass(frozen=True)
class Scene:
    """One part of an article with the quotations in it. Places are token indices of the whole Doc."""

    span: Span
    quotations: list[Quotation]
    is_headline: bool

    @cached_property
    def doc(self) -> Doc:
        """The Doc of the whole article."""
        return self.span.doc

    @cached_property
    def start(self) -> int:
        """Where the part begins."""
        return self.span.start

    @cached_property
    def end(self) -> int:
        """Where the part ends."""
        return self.span.end

    # Quotations

    def quotation_at(self, token: Token) -> Quotation | None:
        """The quotation that a token stands in."""
        return next((q for q in self.quotations if q.start <= token.idx < q.end), None)

    def quotation_ending_at(self, index: int) -> Quotation | None:
        """The closed quotation whose last mark stands in a token."""
        token = self.doc[index]
        return next((q for q in self.quotations if q.closed and token.idx <= q.end - 1 < token.idx + len(token)), None)

    def quotation_from(self, start: int, end: int) -> Quotation | None:
        """The first quotation that opens in these tokens."""
        if start >= end or start >= len(self.doc):
            return None
        low = self.doc[start].idx
        high = self.doc[end - 1].idx + len(self.doc[end - 1])
        return next((q for q in self.quotations if low <= q.start < high), None)

    def is_quoted(self, piece: Piece) -> bool:
        """Whether a piece begins with a quotation."""
        return self.doc[piece.start].idx in {q.start for q in self.quotations}

    def index_at(self, offset: int) -> int:
        """The token that a character stands in."""
        token = tokens.token_at(self.doc, offset)
        return token.i if token is not None else self.start

    # Sentences and clauses

    def opens(self, at: int) -> bool:
        """Whether a sentence or a quotation begins at a token."""
        return bool(self.doc[at].is_sent_start) or any(q.start == self.doc[at].idx for q in self.quotations)

    def ends_sentence(self, index: int) -> bool:
        """Whether a sentence ends with a token."""
        token = self.doc[index]
        return token.text in {".", "!", "?"} or self.quotation_ending_at(index) is not None or token.is_space

    def sentence_end(self, token: Token) -> int:
        """The end of a token's sentence, carried on where the parser broke it before a closing quotation mark."""
        end = min(token.sent.end, self.end)
        while end < self.end and self.doc[end].is_punct and self.quotation_ending_at(end) is not None:
            end += 1
        return end

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb stands among these tokens."""
        return any(t.pos_ in {"VERB", "AUX"} for t in self.doc[start:end])

    def leads(self, token: Token) -> bool:
        """Whether nothing but a few names or nouns stands before a word of a headline."""
        lead = self.doc[self.start : token.i]
        return (
            len(lead) <= 5
            and all(is_nominal(t) for t in lead)
            and lead[-1].pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB"}
        )

    # Pieces

    def tidy(self, piece: Piece) -> Piece:
        """A piece without blanks and bare punctuation at its ends; what closes a quotation of its own stays."""
        start, end = piece
        while start < end and is_loose(self.doc[start]):
            start += 1
        while end > start and not self.may_close(end - 1, start):
            end -= 1
        return Piece(start, end)

    def may_close(self, index: int, start: int) -> bool:
        """Whether content may end with a token: no blank or bare punctuation, no mark of a quotation that lies outside."""
        return not (is_loose(self.doc[index]) or self.closes_another(index, start) or self.opens_another(index))

    def closes_another(self, index: int, start: int) -> bool:
        """Whether a token closes a quotation that was open before content began."""
        quotation = self.quotation_ending_at(index)
        return quotation is not None and quotation.start < self.doc[start].idx and len(self.doc[index]) == 1

    def opens_another(self, index: int) -> bool:
        """Whether a token is the mark that opens a quotation behind it."""
        token = self.doc[index]
        return len(token) == 1 and any(q.start == token.idx for q in self.quotations)

    def spans(self, pieces: list[Piece]) -> tuple[Offsets, ...]:
        """Where the pieces that hold anything stand in the text."""
        return tuple(tokens.offsets(self.doc[p.start : p.end]) for p in pieces if p.start < p.end)


def is_nominal(token: Token) -> bool:
    """Whether a word may stand within a noun phrase that names a speaker."""
    return token.pos_ in NOMINAL | {"ADJ", "DET", "PART"} or token.lower_ in {"of", "for", "-", "'s", "’s", "&"}


def is_loose(token: Token) -> bool:
    """Whether a token is a blank or punctuation that content neither begins nor ends with."""
    return token.is_space or token.text in BREAKS | {"."}
