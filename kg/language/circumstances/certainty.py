"""How surely something is said, and whether it is negated: a clause → the word that shows it, in the degrees of FactBank.

What is said plainly has no mark. A mark is that of the one main clause; what is said in several sentences has none.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from kg.language import syntax
from kg.language.attribution.cues import cue_lemma, is_listed
from kg.language.reading import Reading
from kg.language.tokens import token_at, tokens_in
from kg.language.wordlists import word_lists
from kg.model import Marked
from kg.model import Span as Offsets

CLAUSAL = {"xcomp", "ccomp", "csubj", "csubj:outer", "advcl"}
NOBODY = {"nobody", "none", "nothing", "neither"}


@cache
def degrees() -> Mapping[tuple[str, str], str]:
    """The degree that a word shows as an auxiliary, adverb, adjective … by its kind and lemma, from certainty.tsv."""
    listed = word_lists("kg.language.circumstances", "certainty.tsv").items()
    return {(name.partition("/")[2], word): name.partition("/")[0] for name, words in listed for word in words}


def certainty(reading: Reading, words: Sequence[Offsets], cue: Offsets | None = None) -> Marked | None:
    """How sure somebody is of what the words say, where a word in them or the cue itself shows doubt ("suspects that …")."""
    clause = main_clause(reading, words)
    found = doubt(clause) if clause is not None else None
    verb = token_at(reading.doc, cue.start) if cue is not None else None
    if found is None and clause is not None and verb is not None and ("cue", cue_lemma(verb)) in degrees():
        found = degrees()["cue", cue_lemma(verb)], verb
    return Marked(found[0], reading.words(found[1])) if found is not None else None


def polarity(reading: Reading, words: Sequence[Offsets]) -> Marked | None:
    """ "negative" where the words say that something is not so, with the word that negates."""
    clause = main_clause(reading, words)
    found = negation(clause) if clause is not None else None
    return Marked("negative", reading.words(found)) if found is not None else None


def doubt(head: Token) -> tuple[str, Token] | None:
    """The degree of certainty of a clause or noun, with the word that shows it; none where it is told plainly."""
    marks = [mark for word in governing(head) for mark in marks_on(word)]
    return next(iter(marks), None)


def governing(head: Token) -> Iterator[Token]:
    """A verb, and the words above it that tell how sure it is: "is likely to …", "it is possible that …"."""
    yield head
    while head.dep_ in {"xcomp", "csubj", "ccomp", "conj"} and head.head.i != head.i and not is_listed(head.head):
        head = head.head
        yield head


def marks_on(word: Token) -> Iterator[tuple[str, Token]]:
    """The degrees shown on a word: by itself, its auxiliaries and adverbs, its "if"."""
    known = degrees()
    if (own := own_degree(word)) is not None:
        yield own, word
    is_negated = negation(word) is not None
    for c in word.children:
        kind = "aux" if c.dep_ in syntax.AUXILIARIES else "adverb" if c.dep_ == "advmod" else "adjective"
        if kind == "aux" and is_negated:
            continue  # "could not say": what he was unable to do
        if (kind != "adjective" or c.dep_ == "amod") and (kind, c.lower_) in known:
            yield known[kind, c.lower_], c
    yield from conditions(word)


def own_degree(word: Token) -> str | None:
    """The degree that the word itself shows as a predicate over a clause: "is likely to …", "seems to …", "is said to …"."""
    if not any(c.dep_ in CLAUSAL - {"advcl"} for c in word.children):
        return None
    kind = "passive" if syntax.is_passive(word) else "adjective" if word.pos_ == "ADJ" else "verb"
    return degrees().get((kind, word.lemma_.lower()))


def conditions(word: Token) -> Iterator[tuple[str, Token]]:
    """The words that make a clause hang on a condition, be it the main one or the condition itself."""
    clauses = [c for c in word.children if c.dep_ == "advcl"] + ([word] if word.dep_ == "advcl" else [])
    for mark in (m for clause in clauses for m in clause.children if m.dep_ == "mark"):
        before = mark.nbor(-1).lower_ if mark.i else ""
        if ("mark", mark.lower_) in degrees() and before not in {"as", "even"}:
            yield degrees()["mark", mark.lower_], mark


def negation(head: Token) -> Token | None:
    """The word that negates a clause: "not", "never", "no one", "there is no …"."""
    found = next((c for c in head.children if c.lower_ in syntax.NEGATIONS and is_negating(c)), None)
    if found is None and head.lemma_ in {"have", "be"}:
        found = next((n for o in syntax.children(head, syntax.OBJECTS | {"nsubj"}) if (n := no(o)) is not None), None)
    subject = syntax.own_subject(head)
    return found or (no(subject) if subject is not None else None)


def is_negating(word: Token) -> bool:
    """Whether a word negates its whole clause: no "not only", no "not X but Y"."""
    follows = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return (
        word.dep_ in {"advmod", "neg", "det"}
        and follows not in {"only", "just", "so", "merely"}
        and not is_contrasted(word.head)
    )


def is_contrasted(head: Token) -> bool:
    """Whether something that is so is told beside what is not: "not a slogan, but a stage", "will not resign and called …"."""
    return any(c.lower_ in {"and", "but"} for conjunct in syntax.children(head, {"conj"}) for c in conjunct.children)


def no(noun: Token) -> Token | None:
    """The "no" of a nominal, or the nominal itself where it means nobody."""
    if noun.lower_ in NOBODY:
        return noun
    return next((c for c in noun.children if c.lower_ in {"no", "neither"} and c.dep_ in {"det", "cc:preconj"}), None)


def main_clause(reading: Reading, words: Sequence[Offsets]) -> Token | None:
    """The head of the one clause that some words make; none where they are several sentences or clauses."""
    pieces = [piece for span in words if (piece := tokens_in(reading.doc, *span)) is not None]
    if len({t.sent.start for piece in pieces for t in (piece[0], piece[-1])}) != 1:
        return None
    root = min((piece.root for piece in pieces), key=lambda t: len([*t.ancestors]))
    if any(piece.root != root and not root.is_ancestor(piece.root) for piece in pieces):
        return None
    return root if not any(is_clause_beside(c) for c in root.children) else None


def is_clause_beside(word: Token) -> bool:
    """Whether a word heads another main clause: joined to it, or before it with nothing that makes it a part of it."""
    if word.pos_ not in {"VERB", "AUX"}:
        return False
    if word.dep_ in {"conj", "parataxis"}:
        return syntax.own_subject(word) is not None or bool(syntax.children(word, syntax.AUXILIARIES))
    is_bare = word.dep_ in {"ccomp", "advcl"} and not any(c.dep_ == "mark" for c in word.children)
    return is_bare and word.i < word.head.i and syntax.own_subject(word) is not None
