"""Who is credited with which words: a Doc and its quotations → attributions of source, cue and content.

Rules over the parse, with the surface (commas, quotation marks, "that") as the judge of where content begins and ends,
since an indirect quotation of forty words is seldom parsed without a fault, while its edges are plain to see.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.language import syntax
from kg.language.quotation import Quotation
from kg.model import Article, Part
from kg.model import Span as Offsets

Form = Literal["direct", "indirect", "mixed"]
Cues = Mapping[str, frozenset[str]]

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
FIRST_OR_SECOND = {"i", "we", "you", "us", "me"}
MODALS = {"would", "could", "should", "might", "may", "must", "can", "ca", "'ll", "’ll", "will", "shall", "'d"}
BREAKS = {",", ";", ":", "-", "–", "—", "--"}
OPINIONS = {"opinion", "view", "word", "words", "assessment", "estimate", "account"}
DASHES = {"-", "–", "—", "--"}
QUOTATION_MARKS = {'"', "”", "»", "''"}
DAYS = {f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")} | {
    "earlier",
    "later",
    "yesterday",
}
PEOPLE = {"PER", "PERSON"}
CIRCUMSTANCES = {"as", "when", "while", "after", "before", "during", "amid", "following", "ahead"}


@dataclass(frozen=True)
class Attribution:
    """One cue with its source and content. `sources` are token indices of the heads of noun phrases."""

    cue: Offsets | None
    verb: int | None  # token index of the cue's verb, none in "according to" and headlines without one
    sources: tuple[int, ...]
    content: tuple[Offsets, ...]
    form: Form
    frame: str  # the frame of cues.tsv that matched; "q" for a quotation, "h" for a headline without a verb, "s" for "according to"


class Beside(NamedTuple):
    """A noun phrase beside a verb; `is_bounded` where a comma, quotation mark or the part's edge stands on its other side."""

    head: Token
    start: int
    end: int
    is_bounded: bool


class Piece(NamedTuple):
    """Content in tokens, `[start, end)`."""

    start: int
    end: int


@cache
def cues() -> Cues:
    """The cues with their frames, from cues.tsv."""
    lines = files("kg.language").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {lemma: frames_of(code) for lemma, code in rows}


def frames_of(code: str) -> frozenset[str]:
    """ "cop:of,about" → {"c", "o", "p:of", "p:about"}."""
    plain, _, prepositions = code.partition("p:")
    return frozenset(plain) | frozenset(f"p:{word}" for word in prepositions.split(",") if word)


def find_attributions(article: Article, doc: Doc, quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """All attributions of an article, in text order."""
    found: list[Attribution] = []
    for part in article.parts:
        if part.kind in {"dateline", "heading"}:
            continue
        inside = [q for q in quotations if part.start <= q.start < part.end]
        here = list(in_part(doc, part, inside))
        found += with_run_on_quotations(doc, part, inside, here, found)
    return tuple(a for a in found if a.content)


def in_part(doc: Doc, part: Part, quotations: list[Quotation]) -> Iterator[Attribution]:
    span = doc.char_span(part.start, part.end, alignment_mode="expand")
    if span is None:
        return
    is_headline = part.kind in {"headline", "subhead"}
    scene = Scene(doc, span, quotations, is_headline=is_headline)
    found = [a for token in span for a in scene.at(token)]
    if is_headline and not any(a.frame in "cq" for a in found):
        found = [*scene.without_verb(), *found]
    yield from without_doubles(doc, found)


def without_doubles(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Two verbs of one speaker for one content ("said she regards") are one attribution, its cue the first."""
    kept: list[Attribution] = []
    for a in sorted(found, key=lambda a: (a.content[0].start if a.content else 0, a.cue or Offsets(0, 0))):
        twin = next((k for k in kept if k.cue == a.cue and k.content == a.content), None)
        if twin is None:
            kept.append(a)
    kept = [k for k in kept if not is_covered_report(doc, k, kept)]
    kept.sort(key=lambda a: a.cue or a.content[0])
    return kept


def is_covered_report(doc: Doc, report: Attribution, found: list[Attribution]) -> bool:
    """Whether a closing "…, an agency reported" stands over words that another cue has already credited."""
    if report.verb is None or doc[report.verb].lemma_ != "report" or report.content[0].start > doc[report.verb].idx:
        return False
    start, end = report.content[0].start, report.content[-1].end
    return any(a is not report and start <= a.content[0].start and a.content[-1].end <= end for a in found if a.content)


class Scene:
    """One part of an article, seen token by token."""

    def __init__(self, doc: Doc, span: Span, quotations: list[Quotation], *, is_headline: bool) -> None:
        self.doc, self.span, self.quotations, self.is_headline = doc, span, quotations, is_headline

    def at(self, token: Token) -> Iterator[Attribution]:
        """The attributions whose cue stands at a token."""
        if self.is_cue(token):
            yield from self.by_verb(token)
        elif token.lower_ == "according" and token.i + 1 < len(self.doc) and self.doc[token.i + 1].lower_ == "to":
            yield from self.by_phrase(token.i, token.i + 2)
        elif token.lower_ in OPINIONS:
            yield from self.by_opinion(token)

    def is_cue(self, token: Token) -> bool:
        """Whether a word is a verb of speech or thought. In headlines the tagger often misses one: "Kremlin urges calm"."""
        if syntax.lemma(token, cues()) not in cues():
            return False
        if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBZ", "VBD"}:
            return True
        return self.is_headline and token.i > self.span.start and token.lower_.endswith("s") and self.leads(token)

    def leads(self, token: Token) -> bool:
        """Whether nothing but a few names or nouns stands before a word of a headline."""
        lead = self.doc[self.span.start : token.i]
        return (
            len(lead) <= 5
            and all(self.is_nominal(t) for t in lead)
            and lead[-1].pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB"}
        )

    # Verbs

    def by_verb(self, verb: Token) -> Iterator[Attribution]:
        source = self.source(verb)
        if source is None or self.is_barred(verb, source):
            return
        pieces, frame = self.content(verb, source)
        if pieces:
            yield self.attribution(self.cue(verb), verb.i, self.sources(verb, source), pieces, frame)

    def cue(self, verb: Token) -> Offsets:
        particle = next((c for c in verb.children if c.dep_ in {"compound:prt", "prt"} and c.i == verb.i + 1), None)
        end = particle or verb
        return Offsets(verb.idx, end.idx + len(end))

    def source(self, verb: Token) -> Token | None:
        """The head of the noun phrase that speaks."""
        if verb.head.lemma_ in {"quote", "cite"} and verb.tag_ == "VBG":
            return self.quoted_person(verb.head)
        if is_participle(verb) or syntax.is_passive(verb):
            return syntax.agent(verb)
        found, beside = syntax.subject(verb), self.beside(verb)
        if found is None or found.pos_ not in NOMINAL | {"ADJ", "DET", "X"} or not self.in_reach(verb, found):
            return beside.head if beside is not None else None
        if (
            beside is not None
            and beside.is_bounded
            and not beside.start <= found.i < beside.end
            and found.dep_ != "nsubj"
        ):
            return beside.head
        return found

    def quoted_person(self, verb: Token) -> Token | None:
        """Who is quoted: "X was quoted as saying", "Y quoted X as saying"."""
        return syntax.own_subject(verb) if syntax.is_passive(verb) else syntax.child(verb, syntax.OBJECTS)

    def in_reach(self, verb: Token, source: Token) -> bool:
        """Whether a subject stands in the same stretch of speech as its verb: both in one quotation, or both outside."""
        return self.quotation_at(verb) == self.quotation_at(source)

    def beside(self, verb: Token) -> "Beside | None":
        """The noun phrase right before a finite verb, else right behind it, by the look of the words alone.

        It stands in for the parse where a long quotation has led the parser astray.
        """
        if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} and not self.is_headline:
            return None
        end = verb.i
        while end - 1 > self.span.start and self.doc[end - 1].pos_ in {"ADV", "AUX"}:
            end -= 1
        if self.doc[end - 1].lower_ in DAYS:  # "X on Monday said"
            end -= 2 if self.doc[end - 2].lower_ == "on" else 1
        start = end
        while start > self.span.start and end - start < 14 and self.is_nominal(self.doc[start - 1]):
            start -= 1
        if start < end and self.doc[end - 1].pos_ in NOMINAL:
            bounded = (
                start == self.span.start
                or self.doc[start - 1].text in BREAKS
                or self.quotation_ending_at(start - 1) is not None
            )
            return Beside(self.head_of(start, end), start, end, bounded)
        stop = verb.i + 1
        while stop < self.span.end and stop - verb.i < 12 and self.is_nominal(self.doc[stop]):
            stop += 1
        closes = verb.i > self.span.start and (
            self.quotation_ending_at(verb.i - 1) is not None or self.doc[verb.i - 1].text in BREAKS
        )
        if stop > verb.i + 1 and closes and self.doc[stop - 1].pos_ in NOMINAL:
            return Beside(self.head_of(verb.i + 1, stop), verb.i + 1, stop, is_bounded=True)
        return None

    def is_nominal(self, token: Token) -> bool:
        """Whether a word may stand within a noun phrase that names a speaker."""
        return token.pos_ in NOMINAL | {"ADJ", "DET", "PART"} or token.lower_ in {"of", "for", "-", "'s", "’s", "&"}

    def head_of(self, start: int, end: int) -> Token:
        """The head of such a phrase: a name at its end, else the noun before its first preposition, else its last word."""
        last = self.doc[end - 1]
        if last.ent_type_ in PEOPLE:
            return last
        cut = next((i for i in range(start + 1, end) if self.doc[i].lower_ in {"of", "for"}), end)
        return self.doc[cut - 1]

    def sources(self, verb: Token, source: Token) -> tuple[int, ...]:
        """The source, those joined to it, and whoever is cited: "X reported, citing Y"."""
        found = [t.i for t in syntax.coordinated(source)]
        for c in verb.children:
            if c.lower_ == "citing":
                cited = syntax.child(c, syntax.OBJECTS) or next(
                    (t for t in c.children if t.pos_ in {"NOUN", "PROPN"}), None
                )
                found += [t.i for t in syntax.coordinated(cited)] if cited is not None else []
        return tuple(dict.fromkeys(found))

    def is_barred(self, verb: Token, source: Token) -> bool:
        """Whether nothing is said here: denied or possible speech, orders to speak, the speaker's own "I think"."""
        if (
            source.lower_ in FIRST_OR_SECOND
            or source.dep_ == "expl"
            or source.lower_ in {"what", "this", "that", "there"}
        ):
            return True
        if syntax.is_negated(verb) or syntax.is_negated(source) or syntax.has_modal(verb, MODALS):
            return True
        infinitive = any(c.dep_ in {"mark", "aux"} and c.lower_ == "to" for c in verb.children)
        return infinitive and not (verb.dep_ == "xcomp" and verb.head.lemma_ in {"go", "continue", "proceed"})

    def content(self, verb: Token, source: Token) -> tuple[list[Piece], str]:
        """What is said, in pieces, and the frame that says so."""
        frames = cues()[syntax.lemma(verb, cues())]
        if frames & {"c", "q"}:
            pieces = self.spoken(verb, source, quoted_only="c" not in frames)
            if pieces:
                return pieces, "c"
        for frame in ("a", "n", "x", "t", "o"):
            if frame in frames:
                piece = getattr(self, f"frame_{frame}")(verb)
                if piece:
                    return [piece], frame
        for preposition in sorted(f[2:] for f in frames if f.startswith("p:")):
            governed = [*syntax.obliques(verb, {preposition}), *syntax.governed_clauses(verb, {preposition})]
            if governed and governed[0].i > verb.i and governed[0].pos_ != "PRON":
                return [self.tidy(self.run(governed[0], governed[0]))], "p"
        if self.is_headline and frames & {"c", "o"} and verb.i + 2 < self.span.end and self.leads(verb):
            return [self.tidy(Piece(verb.i + 1, self.span.end))], "c"
        return [], ""

    # A clause or a quotation

    def spoken(self, verb: Token, source: Token, *, quoted_only: bool) -> list[Piece]:
        """The clause or quotation that a verb of saying introduces, follows or interrupts."""
        left, right = self.edges(verb, source)
        behind = self.behind(verb, right, quoted_only=quoted_only)
        circumstance = bool(behind) and self.doc[behind[0].start].lower_ in CIRCUMSTANCES
        before = self.before(left, verb, has_more=bool(behind) and not circumstance, quoted_only=quoted_only)
        if verb.tag_ == "VBG" and verb.head.lemma_ not in {"quote", "cite"}:
            before = []  # "…, commenting on", "…, noting that": what stands before is another cue's
        if before and behind and not self.is_quoted(behind[0]):
            if (
                self.doc[behind[0].start].lower_ in CIRCUMSTANCES
                or self.doc[before[-1].end - 1].text in QUOTATION_MARKS
            ):
                behind = []
            else:
                before = []
        return [self.tidy(p) for p in (*before, *behind)]

    def edges(self, verb: Token, source: Token) -> tuple[int, int]:
        """Where the words of the cue itself begin and end: source, verb and what stands between, no content."""
        quoting = verb.head
        if quoting.lemma_ in {"quote", "cite"} and quoting.i < verb.i:  # "the channel quoted X as saying"
            by = syntax.own_subject(quoting)
            return (min(by.left_edge.i, quoting.i) if by is not None else quoting.i), verb.i + 1
        beside = self.beside(verb)
        if beside is not None and beside.start <= source.i < beside.end:
            return (beside.start, verb.i + 1) if beside.end <= verb.i else (verb.i, beside.end)
        subject = syntax.full_phrase(source) if source.i < verb.i else self.doc[verb.i : verb.i + 1]
        left = min(verb.i, subject.start if subject.end <= verb.i + 1 else source.i, source.i)
        left = max(left, self.span.start)
        while (
            left - 1 >= self.span.start
            and self.doc[left - 1].pos_ in {"ADV", "AUX", "DET", "ADJ"}
            and not self.opens(left)
        ):
            left -= 1
        if source.i > verb.i and source.i - verb.i < 12:
            return left, syntax.full_phrase(source).end if self.quotation_at(source) is None else source.i + 1
        return left, verb.i + 1

    def opens(self, at: int) -> bool:
        """Whether a sentence or a quotation begins at a token."""
        return bool(self.doc[at].is_sent_start) or any(q.start == self.doc[at].idx for q in self.quotations)

    def before(self, left: int, verb: Token, *, has_more: bool, quoted_only: bool) -> list[Piece]:
        """What stands before the cue and is closed by a comma or a quotation mark."""
        at = left - 1
        while at >= self.span.start and (self.doc[at].text in BREAKS | {"."} or self.doc[at].is_space):
            at -= 1
        if at < self.span.start:
            return []
        quotation = self.quotation_ending_at(at)
        if quotation is not None and has_more and self.doc.text[quotation.end - 2] == ".":
            return []  # a quotation that ends its own sentence belongs to what came before
        if quotation is not None:
            start = self.token_at(quotation.start)
            sentence = self.doc[start].sent.start
            opens_sentence = start == sentence or self.ends_sentence(start - 1) or start == self.span.start
            return [Piece(start if opens_sentence else max(sentence, self.span.start), at + 1)]
        if quoted_only or at == left - 1 or self.doc[left - 1].text not in BREAKS:
            return []
        start = max(verb.sent.start, self.span.start)
        if start > at or has_more or not self.has_verb(start, at + 1) or self.quotation_at(verb) is not None:
            return []
        return [Piece(start, at + 1)]

    def behind(self, verb: Token, right: int, *, quoted_only: bool) -> list[Piece]:
        """What stands behind the cue: a quotation, or a clause with or without "that"."""
        end = self.sentence_end(verb)
        at = right
        that = next(
            (
                i
                for i in range(right, min(end, right + 25))
                if self.doc[i].lower_ == "that" and self.marks_clause(i, verb)
            ),
            None,
        )
        opening = self.quotation_from(right, end)
        if opening is not None and (that is None or self.token_at(opening.start) <= that + 1):
            start, stop = self.token_at(opening.start), self.token_at(opening.end - 1) + 1
            if self.leads_to_quotation(right, start):
                return [Piece(start, self.end_of_mixed(stop, end, verb))]
        if quoted_only:
            return []
        clause = next(
            (
                c
                for c in verb.children
                if c.dep_ in {"ccomp", "parataxis", "xcomp"} and c.i > verb.i and self.is_clause(c)
            ),
            None,
        )
        if that is not None and (clause is None or that < clause.i):
            return [Piece(that + 1, self.clause_end(that + 1, end, verb))]
        if clause is None or clause.dep_ == "parataxis":
            return self.bare_clause(verb, right, end)
        start = min(t.i for t in clause.subtree if t.i > verb.i)
        while start < end and self.doc[start].text in BREAKS:
            start += 1
        if self.doc[start].lower_ == "that":
            start += 1
        return [Piece(start, self.clause_end(start, end, verb))] if start < end and at <= start else []

    def bare_clause(self, verb: Token, right: int, end: int) -> list[Piece]:
        """A clause right behind a verb of saying that the parser took for something else, as it does in headlines."""
        addressed = verb.lemma_ in {"tell", "inform", "notify"} and not self.is_headline
        if addressed or right >= end or self.doc[right].pos_ not in {"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"}:
            return []
        finite = next((t for t in self.doc[right + 1 : end] if t.tag_ in {"VBD", "VBZ", "VBP", "MD"}), None)
        if finite is None or verb.tag_ == "VBG" or any(t.text in BREAKS for t in self.doc[right : finite.i]):
            return []
        return [Piece(right, self.clause_end(right, end, verb))]

    def is_clause(self, head: Token) -> bool:
        """Whether a word heads a clause that can be said."""
        if head.dep_ == "xcomp":
            return (
                head.tag_ not in {"VBG", "VBN"}
                and not any(c.lower_ == "to" for c in head.children)
                and any(c.dep_ in syntax.SUBJECTS for c in head.children)
            )
        return True

    def marks_clause(self, index: int, verb: Token) -> bool:
        """Whether "that" introduces what the verb says: only an addressee or adverbial stands between, no other verb."""
        token = self.doc[index]
        if token.tag_ in {"WDT", "DT"} and token.dep_ != "mark":
            return False
        between = self.doc[verb.i + 1 : index]
        if any(syntax.lemma(t, cues()) in cues() and t.tag_ == "VBG" for t in between):
            return False
        return not any(t.pos_ == "VERB" and t.tag_ != "VBG" for t in between) and not any(
            t.text in {".", ";"} for t in between
        )

    def leads_to_quotation(self, right: int, start: int) -> bool:
        """Whether nothing but an addressee, an adverbial or "that" stands between a cue and a quotation."""
        between = self.doc[right:start]
        if any(t.text in {".", "!", "?"} for t in between):
            return False
        words = [t for t in between if not t.is_punct]
        return (
            not words
            or words[-1].lower_ in {"that", "as"}
            or (len(between) > 0 and between[-1].text in {",", ":"} and not self.has_verb(right, start))
        )

    def end_of_mixed(self, stop: int, end: int, verb: Token) -> int:
        """Where content that begins with a quotation ends: with the quotation, or with the clause that it opens."""
        rest = [t for t in self.doc[stop:end] if not t.is_punct and not t.is_space]
        if not rest or stop >= end:
            return stop
        if self.doc[stop - 2].text in {",", ".", "!", "?"} or self.doc[stop].text in BREAKS:
            return stop
        return self.clause_end(stop, end, verb)

    def clause_end(self, start: int, end: int, verb: Token) -> int:
        """Where content behind a cue ends: at the sentence's end, or before another cue of the same speaker (", noting that")."""
        for i in range(start + 1, end - 1):
            token = self.doc[i]
            if self.quotation_at(token) is not None and self.quotation_at(token) != self.quotation_at(verb):
                continue
            if token.text in BREAKS and self.opens_aside(i + 1, end, verb):
                return i
        return end

    def opens_aside(self, at: int, end: int, verb: Token) -> bool:
        """Whether, behind a comma, the reporter speaks again: "noting that", "citing", "Anadolu reported", "when asked"."""
        while at < end and self.doc[at].pos_ in {"ADV", "CCONJ"} and self.doc[at].lower_ not in {"but", "and", "or"}:
            at += 1
        if at >= end:
            return False
        token = self.doc[at]
        if token.tag_ == "VBG" and (
            token.lemma_.lower() in cues()
            or token.lower_ in {"citing", "commenting", "speaking", "answering", "replying"}
        ):
            return token.head.i <= verb.i or token.dep_ in {"advcl", "acl"}
        if token.lower_ in {"when", "as"} and any(
            t.lemma_ in {"ask", "comment", "speak"} for t in self.doc[at + 1 : at + 4]
        ):
            return True
        if token.lower_ == "according" and at + 1 < end and self.doc[at + 1].lower_ == "to":
            return True
        closing = self.doc[at:end]
        return (
            len(closing) < 14
            and any(
                t.lemma_ in {"report", "say", "add", "note", "state", "learn"}
                and t.tag_ in {"VBD", "VBN"}
                and at < t.i
                and t.i >= end - 7
                for t in closing
            )
            and not any(t.lower_ in {"that", "which", "who"} for t in closing)
        )

    # Nouns, infinitives, judgements

    def frame_o(self, verb: Token) -> Piece | None:
        """A noun phrase that says what was said: "confirmed the arrival of …"."""
        found = syntax.child(verb, syntax.OBJECTS)
        if found is None or found.i < verb.i or found.pos_ in {"PRON", "NUM", "DET"}:
            return None
        piece = self.run(found, found)
        return self.tidy(Piece(piece.start, self.object_end(verb, piece)))

    def object_end(self, verb: Token, piece: Piece) -> int:
        """Where a noun phrase that was said ends: with its sentence, but for a time, another verb or an aside."""
        end = self.sentence_end(verb)
        for i in range(piece.end, end):
            token = self.doc[i]
            if self.quotation_at(token) not in {None, self.quotation_at(verb)}:
                continue
            joins_verb = token.dep_ in {"cc", "mark"} and token.head.pos_ in {"VERB", "AUX"}
            if (
                token.text in BREAKS | QUOTATION_MARKS
                or joins_verb
                or token.ent_type_ in {"DATE", "TIME"}
                or token.lower_ in DAYS
            ):
                return i if self.doc[i - 1].pos_ != "ADP" else i - 1
        return end

    def frame_x(self, verb: Token) -> Piece | None:
        """An object and what it is to do: "urged Vietnam to push back"."""
        deed = next(
            (c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i and c.tag_ == "VB"),
            None,
        )
        if deed is None:
            return None
        found = syntax.child(verb, syntax.OBJECTS | syntax.INDIRECT)
        start = found if found is not None and verb.i < found.i < deed.i and found.pos_ != "PRON" else None
        return self.tidy(self.run(start or deed, deed))

    def frame_t(self, verb: Token) -> Piece | None:
        """An infinitive: "vowed to …"."""
        deed = next(
            (c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.i > verb.i and c.tag_ == "VB"),
            None,
        )
        return (
            self.tidy(self.run(deed, deed))
            if deed is not None and any(c.lower_ == "to" for c in deed.children)
            else None
        )

    def frame_n(self, verb: Token) -> Piece | None:
        """An object and what it is called: "called these actions a provocation"."""
        found = syntax.child(verb, syntax.OBJECTS)
        named = next(
            (
                c
                for c in verb.children
                if c.dep_ in {"xcomp", "oprd", "ccomp"} and c.i > verb.i and c.pos_ in {"NOUN", "ADJ", "PROPN"}
            ),
            None,
        )
        objects = [c for c in syntax.children(verb, syntax.OBJECTS) if c.i > verb.i]
        as_ = [*syntax.obliques(verb, {"as"}), *(c for c in verb.children if any(m.lower_ == "as" for m in c.children))]
        named = named or next((n for n in as_ if n.i > verb.i), None) or (objects[-1] if len(objects) > 1 else None)
        if found is None or found.i < verb.i:
            subjects = [c for c in (named.children if named is not None else ()) if c.dep_ in syntax.SUBJECTS]
            found = subjects[0] if subjects else None
        if found is None or named is None:
            return None
        return self.tidy(self.run(found, named))

    def frame_a(self, verb: Token) -> Piece | None:
        """The wrong that an object is accused of: "accused X of …", "blamed X for …"."""
        wrong = syntax.charged(verb, syntax.child(verb, syntax.OBJECTS))
        if wrong is None:
            return None
        return self.tidy(self.run(wrong, wrong))

    def run(self, first: Token, last: Token) -> Piece:
        """From the left edge of one phrase to the right edge of another, prepositions and asides left out."""
        start = min([t.i for t in first.subtree if t.i <= first.i and not self.is_before_phrase(t, first)] or [first.i])
        inside = [t.i for t in last.subtree]
        end = last.i + 1
        sentence = self.sentence_end(last)
        while end < sentence and end in inside:
            end += 1
        return Piece(start, self.clause_end(start, end, first) if end - start > 3 else end)

    def is_before_phrase(self, token: Token, head: Token) -> bool:
        return token.head == head and token.dep_ in {"case", "mark", "cc", "punct"} and token.lower_ != "to"

    # "According to", "in his opinion", headlines without a verb

    def by_phrase(self, start: int, behind: int) -> Iterator[Attribution]:
        """ "According to X, …" and "…, according to X": the rest of the sentence is what X says."""
        stop = behind
        while stop < self.span.end and stop - behind < 20 and self.is_nominal(self.doc[stop]):
            stop += 1
        if stop == behind or self.doc[behind].lower_ == "which":
            return
        source = self.head_of(behind, stop)
        last = self.sentence_end(self.doc[start])
        comma = next((i for i in range(stop, last) if self.doc[i].text in BREAKS), last)
        yield from self.about_phrase(start, max(stop, comma), [t.i for t in syntax.coordinated(source) if t.i < comma])

    def by_opinion(self, noun: Token) -> Iterator[Attribution]:
        """ "In his opinion, …"."""
        whose = syntax.possessor(noun)
        if whose is None or syntax.preposition(noun) not in {"in", "by"} or whose.lower_ in {"my", "our", "your"}:
            return
        start = min(t.i for t in noun.subtree)
        yield from self.about_phrase(start, noun.i + 1, [whose.i])

    def about_phrase(self, start: int, end: int, sources: list[int]) -> Iterator[Attribution]:
        sentence = self.doc[start].sent
        cue = Offsets(
            self.doc[start].idx, self.doc[min(start + 1, end - 1)].idx + len(self.doc[min(start + 1, end - 1)])
        )
        first, last = max(sentence.start, self.span.start), self.sentence_end(self.doc[start])
        comma = next((i for i in range(end, min(last, end + 30)) if self.doc[i].text in {",", ":"}), None)
        lead = [t for t in self.doc[first:start] if not t.is_punct and t.pos_ not in {"ADV", "CCONJ", "SCONJ"}]
        if (not lead or lead[-1].lower_ == "that") and comma is not None:
            piece = self.tidy(Piece(comma + 1, last))
        elif lead and self.has_verb(first, start):
            piece = self.tidy(Piece(first, start))
        else:
            return
        if piece.start < piece.end and self.quotation_at(self.doc[start]) is None:
            yield self.attribution(cue, None, tuple(sources), [piece], "s")

    def without_verb(self) -> Iterator[Attribution]:
        """ "… — diplomat", "Diplomat: …": a headline that ends or begins with who said it."""
        for i in range(self.span.end - 2, self.span.start, -1):
            token = self.doc[i]
            spaced = token.text in DASHES and self.doc[i - 1].whitespace_
            if not (spaced or token.text == ":") or self.quotation_at(token) is not None:
                continue
            left, right = self.doc[self.span.start : i], self.doc[i + 1 : self.span.end]
            if self.names_source(right):
                yield self.attribution(None, None, self.heads(right), [self.tidy(Piece(left.start, left.end))], "h")
                return
            if token.text == ":" and self.names_source(left):
                yield self.attribution(None, None, self.heads(left), [self.tidy(Piece(right.start, right.end))], "h")
                return

    def names_source(self, span: Span) -> bool:
        """Whether a few words can only be who speaks."""
        return (
            0 < len(span) <= 7
            and not any(t.tag_ in {"VBZ", "VBD", "VBP", "MD"} and t.pos_ in {"VERB", "AUX"} for t in span)
            and (span[-1].pos_ in {"NOUN", "PROPN"} and not any(t.text in {",", '"'} or t.pos_ == "NUM" for t in span))
        )

    def heads(self, span: Span) -> tuple[int, ...]:
        return (span[-1].i,)

    # Where things stand

    def attribution(
        self, cue: Offsets | None, verb: int | None, sources: tuple[int, ...], pieces: list[Piece], frame: str
    ) -> Attribution:
        spans = tuple(
            Offsets(self.doc[p.start].idx, self.doc[p.end - 1].idx + len(self.doc[p.end - 1]))
            for p in pieces
            if p.start < p.end
        )
        return Attribution(cue, verb, sources, spans, form_of(spans, self.quotations), frame)

    def tidy(self, piece: Piece) -> Piece:
        """A piece without blanks and bare punctuation at its ends; what closes a quotation stays."""
        start, end = piece
        while start < end and (self.doc[start].is_space or self.doc[start].text in BREAKS | {"."}):
            start += 1
        while end > start and (self.doc[end - 1].is_space or self.doc[end - 1].text in BREAKS | {"."}):
            end -= 1
        return Piece(start, end)

    def quotation_at(self, token: Token) -> Quotation | None:
        return next((q for q in self.quotations if q.start <= token.idx < q.end), None)

    def is_quoted(self, piece: Piece) -> bool:
        return self.doc[piece.start].idx in {q.start for q in self.quotations}

    def quotation_ending_at(self, index: int) -> Quotation | None:
        token = self.doc[index]
        return next((q for q in self.quotations if q.closed and token.idx <= q.end - 1 < token.idx + len(token)), None)

    def quotation_from(self, start: int, end: int) -> Quotation | None:
        """The first quotation that opens in these tokens."""
        if start >= end or start >= len(self.doc):
            return None
        low = self.doc[start].idx
        high = self.doc[end - 1].idx + len(self.doc[end - 1])
        return next((q for q in self.quotations if low <= q.start < high), None)

    def token_at(self, offset: int) -> int:
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span.start if span is not None else self.span.start

    def ends_sentence(self, index: int) -> bool:
        token = self.doc[index]
        return token.text in {".", "!", "?"} or self.quotation_ending_at(index) is not None or token.is_space

    def sentence_end(self, token: Token) -> int:
        """The end of a token's sentence, carried on where the parser broke it before a closing quotation mark."""
        end = min(token.sent.end, self.span.end)
        while end < self.span.end and self.doc[end].is_punct and self.quotation_ending_at(end) is not None:
            end += 1
        return end

    def has_verb(self, start: int, end: int) -> bool:
        return any(t.pos_ in {"VERB", "AUX"} for t in self.doc[start:end])


def clipped(span: Offsets, attributions: Iterable[Attribution]) -> Offsets:
    """A span cut where the reported words that it begins in end: "…, he told reporters" is no part of a deed."""
    ends = [
        p.end for a in attributions if a.frame != "h" for p in a.content if p.start <= span.start < p.end < span.end
    ]
    return Offsets(span.start, min([*ends, span.end]))


def is_participle(verb: Token) -> bool:
    """Whether a verb is a bare past participle: "when asked", "sanctions announced by"."""
    has_auxiliary = any(c.dep_ in {"aux", "aux:pass", "auxpass"} for c in verb.children)
    return verb.tag_ == "VBN" and not has_auxiliary and syntax.own_subject(verb) is None


def form_of(pieces: tuple[Offsets, ...], quotations: list[Quotation]) -> Form:
    """Direct where all stands in quotation marks of its own, indirect where none does, else mixed."""
    quoted = [p for p in pieces if any(q.start <= p.start and p.end <= q.end + 1 for q in quotations)]
    if pieces and len(quoted) == len(pieces):
        return "direct"
    touched = any(q.start < p.end and p.start < q.end for p in pieces for q in quotations)
    return "mixed" if touched else "indirect"


def with_run_on_quotations(
    doc: Doc, part: Part, quotations: list[Quotation], here: list[Attribution], earlier: list[Attribution]
) -> list[Attribution]:
    """Whole-sentence quotations with no cue of their own go to the attribution before them, or behind it in its paragraph."""
    text = doc.text
    for quotation in quotations:
        if any(p.start < quotation.end and quotation.start < p.end for a in here for p in a.content):
            continue
        lead = text[part.start : quotation.start].rstrip()
        if (lead and lead[-1] not in '.!?:”"»') or quotation.end - quotation.start < 15:
            continue
        before = [a for a in here if (a.cue or a.content[0]).start < quotation.start]
        if before:
            last = max(before, key=lambda a: (a.cue or a.content[0]).start)
            grown = replace(last, content=merged(text, (*last.content, Offsets(quotation.start, quotation.end))))
            here = [grown if a is last else a for a in here]
        elif earlier and not here and part.kind == "paragraph" and not lead:
            last = earlier[-1]
            earlier[-1] = replace(last, content=(*last.content, Offsets(quotation.start, quotation.end)))
    return here


def merged(text: str, pieces: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """Pieces in text order, those joined that only blanks part."""
    ordered = sorted(pieces)
    out = [ordered[0]]
    for before, piece in pairwise(ordered):
        if piece.start >= before.end and not text[before.end : piece.start].strip():
            out[-1] = Offsets(out[-1].start, piece.end)
        else:
            out.append(piece)
    return tuple(out)
