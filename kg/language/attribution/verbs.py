"""Verbs as cues: a token → the attribution that it makes, where it is a verb of speech or thought and somebody says something."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language import syntax
from kg.language.attribution.attribution import Attribution, form_of
from kg.language.attribution.cues import cue_lemma, cues, is_listed
from kg.language.attribution.frames import FRAMES, governed_piece
from kg.language.attribution.scene import Piece, Scene
from kg.language.attribution.sources import all_sources, source_of
from kg.language.attribution.speech import spoken
from kg.model import Span as Offsets

FIRST_OR_SECOND = {"i", "we", "you", "us", "me"}
NOBODY = {"what", "this", "that", "there"}
MODALS = {"would", "could", "should", "might", "may", "must", "can", "ca", "'ll", "’ll", "will", "shall", "'d"}


def is_cue(scene: Scene, token: Token) -> bool:
    """Whether a word is a verb of speech or thought. In headlines the tagger often misses one: "Kremlin urges calm"."""
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBZ", "VBD"}:
        return is_listed(token)
    if not scene.is_headline or token.i == scene.start or not token.lower_.endswith("s"):
        return False
    return is_listed(token) and scene.leads(token)


def by_verb(scene: Scene, verb: Token) -> Iterator[Attribution]:
    """The attribution that a cue makes."""
    source = source_of(scene, verb)
    if source is None or is_barred(verb, source):
        return
    pieces, frame = content_of(scene, verb, source)
    if pieces:
        spans = scene.spans(pieces)
        sources, form = all_sources(verb, source), form_of(spans, scene.quotations)
        yield Attribution(with_particle(verb), verb.i, sources, spans, form, frame)


def with_particle(verb: Token) -> Offsets:
    """The words of a cue: the verb and a particle right behind it ("pointed out")."""
    particle = next((c for c in verb.children if c.dep_ in {"compound:prt", "prt"} and c.i == verb.i + 1), None)
    last = particle or verb
    return Offsets(verb.idx, last.idx + len(last))


def is_barred(verb: Token, source: Token) -> bool:
    """Whether nothing is said here: denied or possible speech, orders to speak, the speaker's own "I think"."""
    if source.lower_ in FIRST_OR_SECOND | NOBODY or source.dep_ == "expl":
        return True
    if (
        syntax.is_conditional(verb)
        or syntax.is_negated(verb)
        or syntax.is_negated(source)
        or syntax.has_modal(verb, MODALS)
    ):
        return True
    goes_on = verb.dep_ == "xcomp" and verb.head.lemma_ in {"go", "continue", "proceed"}
    return syntax.is_infinitive(verb) and not goes_on


def content_of(scene: Scene, verb: Token, source: Token) -> tuple[list[Piece], str]:
    """What is said, in pieces, and the frame that says so."""
    frames = cues()[cue_lemma(verb)]
    if frames & {"c", "q"}:
        pieces = spoken(scene, verb, source, quoted_only="c" not in frames)
        if pieces:
            return pieces, "c"
    for frame, piece_of in FRAMES.items():
        if frame in frames and (piece := piece_of(scene, verb)):
            return [piece], frame
    prepositions = sorted(f.removeprefix("p:") for f in frames if f.startswith("p:"))
    if (piece := governed_piece(scene, verb, prepositions)) is not None:
        return [piece], "p"
    if scene.is_headline and frames & {"c", "o"} and verb.i + 2 < scene.end and scene.leads(verb):
        return [scene.tidy(Piece(verb.i + 1, scene.end))], "c"
    return [], ""
