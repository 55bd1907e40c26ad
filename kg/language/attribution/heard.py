"""What the encoder heard: the attributions that it marked in a Doc, in the words of this room."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from kg.language import syntax
from kg.language.attribution.attribution import Attribution, form_of
from kg.language.attribution.cues import cue_lemma, cues, is_listed
from kg.language.attribution.scene import Piece, Scene
from kg.language.attribution.sources import is_participle
from kg.language.attribution.speech import takes_relative
from kg.language.attribution.verbs import acts_on_person, is_barred, only_shows, tells_of_telling
from kg.language.encoder import ATTRIBUTIONS
from kg.language.tokens import offsets

Marks = Mapping[str, list[Span]]  # of one attribution, by label


def marks_of(doc: Doc) -> list[Marks]:
    """The marked attributions that have a source, a cue and some content."""
    found: dict[str, dict[str, list[Span]]] = {}
    for span in doc.spans.get(ATTRIBUTIONS, ()):
        found.setdefault(span.id_, {}).setdefault(span.label_, []).append(span)
    return [spans for spans in found.values() if {"CUE", "SOURCE", "CONTENT"} <= spans.keys()]


def heard(scene: Scene, marks: list[Marks]) -> Iterator[Attribution]:
    """The marked attributions that stand in one part and have a listed verb for a cue.

    Those that rules bar are left out: denied or possible speech, and the speaker's own "I think".
    """
    for spans in marks:
        if all(scene.start <= span.start and span.end <= scene.end for of_role in spans.values() for span in of_role):
            cue, sources = spans["CUE"][0], [head for span in spans["SOURCE"] for head in heads_of(span)]
            verb = verb_of(cue)
            if verb is not None and not is_unsaid(verb, sources):
                yield from attribution(scene, cue, verb, sources, spans["CONTENT"])


def attribution(
    scene: Scene, cue: Span, verb: Token, sources: list[Token], content: list[Span]
) -> Iterator[Attribution]:
    """An attribution of marked spans, if what is left of its content when it is tidied is such as the cue brings."""
    pieces = [piece for span in content if (piece := said(scene, span)).start < piece.end]
    spans = scene.spans(pieces)
    is_clause = any(scene.has_verb(p.start, p.end) for p in pieces) or any(scene.is_quoted(p) for p in pieces)
    if spans and (is_clause or takes_noun(verb, sources)) and not tells_of_telling(scene, pieces[0]):
        heads = tuple(dict.fromkeys(head.i for head in sources))
        form = form_of(spans, scene.quotations)
        yield Attribution(offsets(cue), verb.i, heads, spans, form, "c" if is_clause else "o")


def takes_noun(verb: Token, sources: list[Token]) -> bool:
    """Whether what a cue brings may be a noun phrase, and it does not tell of a deed or a sign."""
    frames = cues()[cue_lemma(verb)]
    is_said = any(frame in {"o", "n", "v"} or frame.startswith("p:") for frame in frames)
    return is_said and not acts_on_person(verb) and not any(only_shows(verb, source) for source in sources)


def is_unsaid(verb: Token, sources: list[Token]) -> bool:
    """Whether nothing is said here: rules bar it, or a passive is said of the source and not by it ("the ruling is expected")."""
    if syntax.is_passive(verb) or is_participle(verb):
        subject = syntax.own_subject(verb)
        beside = {*verb.subtree} - ({*subject.subtree} if subject is not None else {verb})
        if not beside.issuperset(sources):
            return True
    return takes_relative(verb) or any(is_barred(verb, source) for source in sources)


def said(scene: Scene, span: Span) -> Piece:
    """The words of a content without "that" or a preposition before them and bare punctuation at their ends.

    A pronoun alone tells nothing.
    """
    start, end = scene.tidy(Piece(span.start, span.end))
    first = scene.doc[start] if start < end else None
    if first is not None and (is_that(first) or (first.dep_ == "case" and not scene.has_verb(start, end))):
        start += 1
    return Piece(start, end if end - start != 1 or scene.doc[start].pos_ != "PRON" else start)


def is_that(token: Token) -> bool:
    """Whether a word is the conjunction "that"."""
    return token.lower_ == "that" and token.dep_ == "mark"


def verb_of(cue: Span) -> Token | None:
    """The listed verb of a cue."""
    return next((token for token in cue if token.pos_ == "VERB" and is_listed(token)), None)


def heads_of(source: Span) -> list[Token]:
    """The head of a source, and of those that are joined to it."""
    return [head for head in syntax.coordinated(source.root) if source.start <= head.i < source.end]
