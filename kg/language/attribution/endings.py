"""Where words that somebody said end: at the sentence's end, or before the reporter speaks again."""

from spacy.tokens import Token

from kg.language.attribution.cues import BREAKS, cues
from kg.language.attribution.scene import Scene


def clause_end(scene: Scene, start: int, end: int, verb: Token) -> int:
    """Where content behind a cue ends: at the sentence's end, or before another cue of the same speaker (", noting that")."""
    own = scene.quotation_at(verb)
    for token in scene.doc[start + 1 : max(start + 1, end - 1)]:
        is_outside = token.text in BREAKS and scene.quotation_at(token) in {None, own}
        if is_outside and opens_aside(scene, token.i + 1, end, verb):
            return token.i
    return end


def mixed_end(scene: Scene, stop: int, end: int, verb: Token) -> int:
    """Where content that begins with a quotation ends: with the quotation, or with the clause that it opens."""
    doc = scene.doc
    rest = [t for t in doc[stop:end] if not t.is_punct and not t.is_space]
    if not rest or stop >= end:
        return stop
    if doc[stop - 2].text in {",", ".", "!", "?"} or doc[stop].text in BREAKS:
        return stop
    return clause_end(scene, stop, end, verb)


def opens_aside(scene: Scene, at: int, end: int, verb: Token) -> bool:
    """Whether, behind a comma, the reporter speaks again: "noting that", "citing", "Anadolu reported", "when asked"."""
    doc = scene.doc
    while at < end and doc[at].pos_ in {"ADV", "CCONJ"} and doc[at].lower_ not in {"but", "and", "or"}:
        at += 1
    if at >= end:
        return False
    token = doc[at]
    if token.tag_ == "VBG" and is_speaking_on(token):
        return token.head.i <= verb.i or token.dep_ in {"advcl", "acl"}
    if token.lower_ in {"when", "as"} and any(t.lemma_ in {"ask", "comment", "speak"} for t in doc[at + 1 : at + 4]):
        return True
    if token.lower_ == "according" and at + 1 < end and doc[at + 1].lower_ == "to":
        return True
    return names_reporter(scene, at, end)


def is_speaking_on(gerund: Token) -> bool:
    """Whether a gerund tells how somebody speaks: "noting", "citing", "answering"."""
    speaking = {"citing", "commenting", "speaking", "answering", "replying"}
    return gerund.lemma_.lower() in cues() or gerund.lower_ in speaking


def names_reporter(scene: Scene, at: int, end: int) -> bool:
    """Whether a sentence closes with who reported it: "…, the Anadolu agency reported on Monday"."""
    closing = scene.doc[at:end]
    if len(closing) >= 14 or any(t.lower_ in {"that", "which", "who"} for t in closing):
        return False
    verbs = {"report", "say", "add", "note", "state", "learn"}
    return any(t.lemma_ in verbs and t.tag_ in {"VBD", "VBN"} for t in closing[max(1, len(closing) - 7) :])
