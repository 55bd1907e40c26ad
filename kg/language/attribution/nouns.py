"""Nouns as cues: "X's claim that …", "accusations by X of …", "X joined calls to …" → attributions."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from kg.language import syntax
from kg.language.attribution.attribution import Attribution, form_of
from kg.language.attribution.cues import Cues, frames_of
from kg.language.attribution.frames import governed_piece, stretch
from kg.language.attribution.scene import Piece, Scene
from kg.language.attribution.speech import CIRCUMSTANCES
from kg.language.attribution.verbs import FIRST_OR_SECOND
from kg.language.tokens import offsets
from kg.language.wordlists import rows

MAKING = {"issue", "join", "make", "renew", "send"}  # verbs that only say that somebody utters the noun


@cache
def nouns() -> Cues:
    """The nouns with their frames, from nouns.tsv."""
    return {lemma: frames_of(code) for lemma, code in rows("kg.language.attribution", "nouns.tsv")}


def by_noun(scene: Scene, noun: Token) -> Iterator[Attribution]:
    """The attribution that a noun makes, where it is said whose words it stands for and what they are."""
    frames = nouns().get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    source = utterer(noun) if frames else None
    if not frames or source is None or source.lower_ in FIRST_OR_SECOND | {"my", "our", "your"} or is_none(noun):
        return
    piece = content_under(scene, noun, frames)
    if piece is not None and piece.start < piece.end and not piece.start <= source.i < piece.end:
        spans = scene.spans([piece])
        sources = tuple(t.i for t in syntax.coordinated(source))
        yield Attribution(offsets(noun), None, sources, spans, form_of(spans, scene.quotations), "d")


def utterer(noun: Token) -> Token | None:
    """Whose words a noun stands for: its possessor, who stands behind "by", or who makes them."""
    named = syntax.possessor(noun) or next((n for n in syntax.obliques(noun, {"by"}) if n.i > noun.i), None)
    if named is None:
        made = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i > noun.i)
        named = next((by for c in made if (by := syntax.agent(c)) is not None), None)
    if named is None and noun.dep_ in syntax.OBJECTS and noun.head.lemma_ in MAKING:
        return syntax.subject(noun.head)
    return named


def is_none(noun: Token) -> bool:
    """Whether nothing is uttered: "no claim that", "any demand to"."""
    return any(c.lower_ in {"no", "any"} for c in noun.children)


def content_under(scene: Scene, noun: Token, frames: frozenset[str]) -> Piece | None:
    """What a noun says: a clause of "that", an infinitive, or what stands under one of its prepositions."""
    for clause in (c for c in noun.children if c.i > noun.i and c.dep_ in {"acl", "ccomp", "xcomp", "advcl"}):
        marks = {m.lower_ for m in clause.children if m.dep_ in {"mark", "aux"}}
        if ("c" in frames and "that" in marks) or ("t" in frames and "to" in marks and clause.tag_ == "VB"):
            piece = stretch(scene, clause, clause)
            inside = scene.doc[piece.start + 1 : piece.end]
            end = next((t.i for t in inside if "to" in marks and t.lower_ in CIRCUMSTANCES), piece.end)
            return Piece(piece.start + (scene.doc[piece.start].lower_ == "that"), end)
    return governed_piece(scene, noun, sorted(f.removeprefix("p:") for f in frames if f.startswith("p:")))
