"""Where words that somebody said end: at the sentence's end, or before the reporter speaks again."""

from collections.abc import Collection

from spacy.tokens import Token

from kg.language.attribution.cues import BREAKS, cue_lemmas, is_listed
from kg.language.attribution.scene import Scene, is_nominal


def clause_end(scene: Scene, start: int, end: int, verb: Token) -> int:
    """Where content behind a cue ends: at the sentence's end, or before another cue of the same speaker (", noting that")."""
    own = scene.quotation_at(verb)
    if own is not None and own.start >= scene.doc[start].idx:
        own = None  # it opens within what is said
    for token in scene.doc[start + 1 : max(start + 1, end - 1)]:
        if own is not None and token.idx >= own.end - 1:
            return token.i  # who speaks within a quotation stops where it does
        if scene.quotation_at(token) not in {None, own}:
            continue
        if token.text in BREAKS and opens_aside(scene, token.i + 1, end, verb):
            return token.i
        if token.pos_ == "CCONJ" and says_on(scene, token.i + 1, end, verb):
            return token.i
        if token.lower_ in {"while", "whereas"} and names_reporter(scene, token.i + 1, end, {"VBD", "VBZ", "VBP"}):
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
    return gerund.lemma_.lower() in cue_lemmas() or gerund.lower_ in speaking


def names_reporter(scene: Scene, at: int, end: int, tags: Collection[str] = ("VBD", "VBN")) -> bool:
    """Whether somebody speaks from a token on: "…, the Anadolu agency reported on Monday", "… while X says"."""
    doc, stop = scene.doc, at
    while stop < end and stop - at < 14 and is_nominal(doc[stop]):
        stop += 1
    if stop == at or stop >= end:
        return False
    if doc[stop].lower_ == "has" and stop + 1 < end:
        stop += 1
        if doc[stop].lower_ == "learned":
            return True
    return (
        is_listed(doc[stop])
        and doc[stop].tag_ in tags
        and ("VBZ" in tags or not any(t.lower_ == "that" for t in doc[stop + 1 : end]))
    )


def says_on(scene: Scene, at: int, end: int, verb: Token) -> bool:
    """Whether, behind "and" or "but", the same speaker's next verb of saying stands: "… but added that"."""
    while at < end and scene.doc[at].pos_ == "ADV":
        at += 1
    if at >= end:
        return False
    cue = scene.doc[at]
    return is_listed(cue) and cue.tag_ == "VBD" and cue.dep_ == "conj" and cue.head.i <= verb.i
