"""Who speaks: a verb of speech or thought → the heads of the noun phrases that it credits."""

from typing import NamedTuple

from spacy.tokens import Token

from kg.language import syntax
from kg.language.attribution.cues import BREAKS, DAYS, quoting
from kg.language.attribution.scene import NOMINAL, Scene, is_nominal
from kg.language.titles import PEOPLE


class Beside(NamedTuple):
    """A noun phrase beside a verb; `is_bounded` where a comma, quotation mark or the part's edge stands on its other side."""

    head: Token
    start: int
    end: int
    is_bounded: bool

    def holds(self, token: Token) -> bool:
        """Whether a token stands in the phrase."""
        return self.start <= token.i < self.end


def source_of(scene: Scene, verb: Token) -> Token | None:
    """The head of the noun phrase that speaks."""
    if verb.tag_ == "VBG" and (above := quoting(verb)) is not None:
        return quoted_person(above)
    if is_participle(verb) or syntax.is_passive(verb):
        return syntax.agent(verb)
    found, beside = syntax.subject(verb), phrase_beside(scene, verb)
    if found is None or found.pos_ not in NOMINAL | {"ADJ", "DET", "X"} or not is_in_reach(scene, verb, found):
        return beside.head if beside is not None else None
    if beside is not None and beside.is_bounded and not beside.holds(found) and found.dep_ != "nsubj":
        return beside.head
    return found


def quoted_person(verb: Token) -> Token | None:
    """Who is quoted: "X was quoted as saying", "Y quoted X as saying"."""
    return syntax.own_subject(verb) if syntax.is_passive(verb) else syntax.child(verb, syntax.OBJECTS)


def is_participle(verb: Token) -> bool:
    """Whether a verb is a bare past participle: "when asked", "sanctions announced by"."""
    has_auxiliary = any(c.dep_ in {"aux", "aux:pass", "auxpass"} for c in verb.children)
    return verb.tag_ == "VBN" and not has_auxiliary and syntax.own_subject(verb) is None


def is_in_reach(scene: Scene, verb: Token, source: Token) -> bool:
    """Whether a subject stands in the same stretch of speech as its verb: both in one quotation, or both outside."""
    return scene.quotation_at(verb) == scene.quotation_at(source)


def phrase_beside(scene: Scene, verb: Token) -> Beside | None:
    """The noun phrase right before a finite verb, else right behind it, by the look of the words alone.

    It stands in for the parse where a long quotation has led the parser astray.
    """
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} and not scene.is_headline:
        return None
    return phrase_before(scene, verb) or phrase_behind(scene, verb)


def phrase_before(scene: Scene, verb: Token) -> Beside | None:
    """The noun phrase right before a verb, but for adverbs and a weekday."""
    doc, end = scene.doc, verb.i
    while end - 1 > scene.start and doc[end - 1].pos_ in {"ADV", "AUX"}:
        end -= 1
    if doc[end - 1].lower_ in DAYS:  # "X on Monday said"
        end -= 2 if doc[end - 2].lower_ == "on" else 1
    start = end
    while start > scene.start and end - start < 14 and is_nominal(doc[start - 1]):
        start -= 1
    if start >= end or doc[end - 1].pos_ not in NOMINAL:
        return None
    return Beside(head_of(scene, start, end), start, end, start == scene.start or closes(scene, start - 1))


def phrase_behind(scene: Scene, verb: Token) -> Beside | None:
    """The noun phrase right behind a verb that a comma or quotation mark stands before: "…," said X."""
    doc, start = scene.doc, verb.i + 1
    end = start
    while end < scene.end and end - verb.i < 12 and is_nominal(doc[end]):
        end += 1
    if end == start or doc[end - 1].pos_ not in NOMINAL or verb.i == scene.start or not closes(scene, verb.i - 1):
        return None
    return Beside(head_of(scene, start, end), start, end, is_bounded=True)


def closes(scene: Scene, index: int) -> bool:
    """Whether a token closes what stands before it: a comma, a dash or a last quotation mark."""
    return scene.doc[index].text in BREAKS or scene.quotation_ending_at(index) is not None


def head_of(scene: Scene, start: int, end: int) -> Token:
    """The head of such a phrase: a name at its end, else the noun before its first preposition, else its last word."""
    last = scene.doc[end - 1]
    if last.ent_type_ in PEOPLE:
        return last
    cut = next((i for i in range(start + 1, end) if scene.doc[i].lower_ in {"of", "for"}), end)
    return scene.doc[cut - 1]


def all_sources(verb: Token, source: Token) -> tuple[int, ...]:
    """The source, those joined to it, and whoever is cited: "X reported, citing Y"."""
    found = syntax.coordinated(source)
    for citing in (c for c in verb.children if c.lower_ == "citing"):
        cited = syntax.child(citing, syntax.OBJECTS) or next(
            (t for t in citing.children if t.pos_ in {"NOUN", "PROPN"}), None
        )
        found += syntax.coordinated(cited) if cited is not None else []
    return tuple(dict.fromkeys(t.i for t in found))
