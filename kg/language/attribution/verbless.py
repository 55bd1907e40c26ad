"""Cues that are no verbs: "according to X", "in X's opinion", and headlines that end or begin with who said it."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.entities.titles import is_document_noun, is_group_noun, is_organization_noun, is_role_noun
from kg.language import syntax
from kg.language.attribution.attribution import Attribution, form_of
from kg.language.attribution.cues import BREAKS, CITING, DASHES
from kg.language.attribution.scene import Piece, Scene, is_nominal
from kg.language.attribution.sources import head_of
from kg.language.attribution.verbs import tells_of_telling
from kg.model import Span as Offsets

# What a headline's first word names, where it is no speaker: "Press review: …".
RUBRICS = {
    "analysis",
    "commentary",
    "digest",
    "explainer",
    "exclusive",
    "factbox",
    "feature",
    "focus",
    "interview",
    "opinion",
    "profile",
    "review",
    "roundup",
    "spotlight",
    "timeline",
    "update",
}
OPINIONS = {"opinion", "view", "word", "words", "assessment", "estimate", "account"}


def by_phrase(scene: Scene, token: Token) -> Iterator[Attribution]:
    """The attribution that a phrase makes: "according to X", "in X's opinion"."""
    if token.lower_ == "according" and token.i + 1 < len(scene.doc) and scene.doc[token.i + 1].lower_ == "to":
        yield from according_to(scene, token)
    elif token.lower_ in OPINIONS:
        yield from in_opinion(scene, token)


def according_to(scene: Scene, first: Token) -> Iterator[Attribution]:
    """ "According to X, …" and "…, according to X": the rest of the sentence is what X says."""
    doc, behind = scene.doc, first.i + 2
    stop = behind
    while stop < scene.end and stop - behind < 20 and is_nominal(doc[stop]):
        stop += 1
    if stop == behind or doc[behind].lower_ == "which":
        return
    source = head_of(scene, behind, stop)
    last = scene.sentence_end(first)
    comma = next((i for i in range(stop, last) if doc[i].text in BREAKS), last)
    sources = [t.i for t in syntax.coordinated(source) if t.i < comma]
    if comma + 1 < last and doc[comma + 1].lower_ in CITING:  # "According to Y, citing X, …"
        stop = comma = next((i for i in range(comma + 1, last) if doc[i].text == ","), last)
        sources += [t.i for t in cited_by(doc[first.i : comma])]
    yield from about_phrase(scene, first.i, max(stop, comma), sources)


def cited_by(phrase: Span) -> list[Token]:
    """Whom a phrase cites: what "citing" governs, else the noun that ends it."""
    citing = next(t for t in phrase if t.lower_ in CITING)
    named = syntax.child(citing, syntax.OBJECTS) or next(
        (t for t in reversed(phrase) if t.pos_ in {"NOUN", "PROPN"}), None
    )
    return syntax.coordinated(named) if named is not None and named.i > citing.i else []


def in_opinion(scene: Scene, noun: Token) -> Iterator[Attribution]:
    """ "In his opinion, …"."""
    whose = syntax.possessor(noun) or next((n for n in syntax.obliques(noun, {"of"}) if n.i > noun.i), None)
    if whose is None or syntax.preposition(noun) not in {"in", "by"} or whose.lower_ in {"my", "our", "your"}:
        return
    start = min(t.i for t in noun.subtree)
    start -= start > scene.start and scene.doc[start - 1].lower_ in {"in", "by"}  # ClearNLP's labels put it above
    yield from about_phrase(scene, start, max(noun.i, whose.right_edge.i) + 1, [whose.i], noun)


def about_phrase(
    scene: Scene, start: int, end: int, sources: list[int], noun: Token | None = None
) -> Iterator[Attribution]:
    """The attribution of such a phrase, `[start, end)` in tokens, for the words behind its comma or before it."""
    doc, sentence = scene.doc, scene.doc[start].sent
    first, last = max(sentence.start, scene.start), scene.sentence_end(doc[start])
    comma = next((i for i in range(end, min(last, end + 30)) if doc[i].text in {",", ":"}), None)
    lead = [t for t in doc[first:start] if not t.is_punct and t.pos_ not in {"ADV", "CCONJ", "SCONJ"}]
    is_inside = start > first and scene.doc[start - 1].text == "," and scene.doc[start - 2].lower_ == "that"
    if (not lead or is_inside or lead[-1].lower_ == "that") and comma is not None:
        piece = scene.tidy(Piece(comma + 1, last))
    elif lead and scene.has_verb(first, start):
        piece = scene.tidy(Piece(first, start))
    else:
        return
    if piece.start < piece.end and scene.quotation_at(doc[start]) is None and not tells_of_telling(scene, piece):
        closing = noun or doc[min(start + 1, end - 1)]  # "in her opinion", "according to"
        cue = Offsets(doc[start].idx, closing.idx + len(closing))
        spans = scene.spans([piece])
        yield Attribution(cue, None, tuple(sources), spans, form_of(spans, scene.quotations), "s")


def in_headline(scene: Scene) -> Iterator[Attribution]:
    """ "… — diplomat", "Diplomat: …": a headline that ends or begins with who said it."""
    doc = scene.doc
    for i in range(scene.end - 2, scene.start, -1):
        token = doc[i]
        is_spaced_dash = token.text in DASHES and doc[i - 1].whitespace_
        if not (is_spaced_dash or token.text == ":") or scene.quotation_at(token) is not None:
            continue
        left, right = doc[scene.start : i], doc[i + 1 : scene.end]
        if names_source(right) and len(right) <= len(left):
            yield from credited(scene, right, left)
            return
        if token.text == ":" and names_source(left):
            yield from credited(scene, left, right)
            return


def names_source(span: Span) -> bool:
    """Whether a few words can only be who speaks."""
    return (
        0 < len(span) <= 7
        and (span[-1].ent_type_ != "" or is_speaking_noun(span[-1].lemma_.lower()))
        and span[-1].lower_ not in RUBRICS
        and not any(t.tag_ in {"VBZ", "VBD", "VBP", "MD"} and t.pos_ in {"VERB", "AUX"} for t in span)
        and (span[-1].pos_ in {"NOUN", "PROPN"} and not any(t.text in {",", '"'} or t.pos_ == "NUM" for t in span))
    )


def is_speaking_noun(lemma: str) -> bool:
    """Whether a noun is one of those who speak in wires."""
    return is_role_noun(lemma) or is_group_noun(lemma) or is_organization_noun(lemma) or is_document_noun(lemma)


def credited(scene: Scene, source: Span, said: Span) -> Iterator[Attribution]:
    """The attribution of the rest of a headline to its source."""
    spans = scene.spans([scene.tidy(Piece(said.start, said.end))])
    if spans:
        yield Attribution(
            None, None, (head_of(scene, source.start, source.end).i,), spans, form_of(spans, scene.quotations), "h"
        )
