"""How likely a deed is told as a wrong: a logistic model over the encoder's vectors and plain facts of grammar and words.

It was fitted on deeds that people marked in news (training/judge.py). Where another pipeline stands in for the encoder
there are no vectors, and no judge.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from kg.language import syntax
from kg.language.allegations.court import Court
from kg.language.allegations.deed import Deed, is_done_to
from kg.language.allegations.wrongs import is_bad_act, is_failing, is_in, is_misdeed, wrongs
from kg.language.wordlists import word_lists

Floats: TypeAlias = NDArray[np.float32]
WEIGHTS = files("kg.language") / "weights" / "judge.npz"
AUXILIARIES = {"would", "could", "might", "may", "can", "should", "must", "will", "'ll", "’ll"}
LISTS = ("wrong", "misdeed", "mild", "strike", "failing", "nature", "lawless", "protected")
VERBS = ("grave verbs", "hostile verbs", "doubtful verbs", "good verbs")
NOUNS = ("grave nouns", "hostile nouns", "doubtful nouns", "good nouns")
GOOD = {"good verbs", "good nouns"}
GRAVITIES = (*VERBS, *NOUNS, "bad adjectives", "bad adverbs")
OF_KIND = {
    "VERB": VERBS,
    "AUX": VERBS,
    "NOUN": NOUNS,
    "PROPN": NOUNS,
    "ADJ": ("bad adjectives",),
    "ADV": ("bad adverbs",),
}
CLOSE = {"obj", "dobj", "xcomp", "amod", "advmod", "compound", "nmod:poss"}
TYPES = ("person", "organization", "country", "group")


def likelihood(court: Court, deed: Deed) -> float | None:
    """How likely a deed is told as a wrong, 0 to 1; none where no encoder has read the article."""
    weight, bias = weights()
    if court.doc.tensor.ndim != 2 or not court.doc.tensor.size:
        return None
    found = features(court, deed)
    if len(found) != len(weight):
        return None  # another pipeline's vectors
    return float(1 / (1 + np.exp(-(found @ weight + bias))))


@cache
def weights() -> tuple[Floats, float]:
    """The model: a weight for each feature, and the bias."""
    with WEIGHTS.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return arrays["weight"], float(arrays["bias"])


def features(court: Court, deed: Deed) -> Floats:
    """What the judge knows of a deed: vectors of its head, words, doer and cue, and yes or no, what grammar and lists tell."""
    tensor: Floats = np.asarray(court.doc.tensor, dtype=np.float32)
    nobody: Floats = np.zeros(tensor.shape[1], dtype=np.float32)
    cue = deed.attribution.verb
    vectors = (
        tensor[deed.head.i],
        tensor[deed.act.start : deed.act.end].mean(0),
        tensor[deed.doer.i] if deed.doer is not None else nobody,
        tensor[cue] if cue is not None else nobody,
    )
    told = (*gravity_about(deed), *grammar(deed), *standing(court, deed))
    return np.concatenate([*vectors, np.array(told, dtype=np.float32)])


def gravity_about(deed: Deed) -> list[float]:
    """How grave the words are: the head, those close to it, those hung on it, and how many of the rest."""
    head = deed.head
    close = [t for c in head.children if c.dep_ in CLOSE for t in syntax.coordinated(c)]
    hung = [t for n in syntax.nominal_dependents(head) for t in syntax.coordinated(n)]
    hung += [c for t in close for c in t.children]
    own, near, far = gravity_of(head), gravity_in(close), gravity_in(hung)
    rest = [gravity_of(t) for t in deed.act if t != head]
    return [
        *(name in own for name in GRAVITIES),
        *(name in near for name in GRAVITIES),
        *(name in far for name in GRAVITIES),
        *(sum(name in of for of in rest) for name in GRAVITIES),
        *(name in own and bool(deed.doers) for name in GRAVITIES),
    ]


def gravity_in(tokens: list[Token]) -> frozenset[str]:
    """All lists that some words are on."""
    return frozenset().union(*(gravity_of(t) for t in tokens))


def gravity_of(token: Token) -> frozenset[str]:
    """The lists of gravity.tsv that a word is on, of those for its part of speech."""
    kinds = OF_KIND.get(token.pos_, ())
    return gravities(token.lemma_.lower(), token.lower_, kinds) if kinds else frozenset()


@cache
def gravities(lemma: str, word: str, kinds: tuple[str, ...]) -> frozenset[str]:
    """Those of some lists that a lemma or a word is on."""
    return frozenset(name for name in kinds if lemma in gravity()[name] or word in gravity()[name])


@cache
def gravity() -> Mapping[str, frozenset[str]]:
    """The word lists of gravity.tsv by their names."""
    return word_lists("kg.language.allegations", "gravity.tsv")


def grammar(deed: Deed) -> list[bool]:
    """What the grammar of a deed is like, and which lists of wrongs its words are on."""
    head, words = deed.head, {t.lemma_.lower() for t in deed.act}
    return [
        len(deed.act) > 3,
        len(deed.act) > 12,
        *(is_in(head, name) for name in LISTS),
        *(not words.isdisjoint(wrongs()[name]) for name in LISTS),
        any(t.lower_ in wrongs()["badly"] or t.lower_ in wrongs()["bad"] for t in deed.act),
        is_misdeed(head),
        is_bad_act(head),
        is_failing(head),
        syntax.is_negated(head),
        syntax.has_modal(head, AUXILIARIES),
        syntax.is_conditional(head),
        syntax.is_infinitive(head),
        is_done_to(head),
        head.pos_ == "NOUN",
        head.tag_ in {"VBD", "VBN"},
        syntax.child(head, syntax.OBJECTS) is not None,
        "?" in {t.text for t in head.sent[-2:]},
    ]


def standing(court: Court, deed: Deed) -> list[bool]:
    """Who the doers are to the speaker."""
    speakers = court.sources(deed.attribution)
    types = {court.referents.actor(m.entity).type for m in deed.doers}
    return [
        deed.doer is None,
        bool(deed.doers),
        court.is_own_side(deed.doers, speakers),
        *(kind in types for kind in TYPES),
        deed.doer is not None and deed.doer.pos_ == "PRON",
        deed.doer is not None and deed.doer.lower_ in {"we", "i", "our", "my"},
    ]
