"""A typed face of a dependency parse: the same questions for Universal Dependencies and for ClearNLP labels."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Span, Token

SUBJECTS = {"nsubj", "nsubj:outer", "nsubj:pass", "nsubjpass", "csubj"}
PASSIVE_SUBJECTS = {"nsubj:pass", "nsubjpass", "csubj:pass"}
OBJECTS = {"obj", "dobj"}
INDIRECT = {"iobj", "dative"}
CLAUSES = {"ccomp"}
RELATIVES = {"acl:relcl", "relcl"}
POSSESSIVES = {"nmod:poss", "poss"}
AUXILIARIES = {"aux", "aux:pass", "auxpass", "cop"}
INSIDE_NAMES = {"compound", "flat", "nmod:desc", "goeswith", "fixed"}
# What hangs on a noun and is no part of the phrase that names it.
LOOSE = {
    "acl:relcl",
    "relcl",
    "advcl",
    "advcl:relcl",
    "appos",
    "conj",
    "cc",
    "parataxis",
    "punct",
    "list",
    "dep",
    "cop",
    "nsubj",
}
GENITIVES = {"'s", "’s", "'", "’", "?s"}  # the last where an agency's page has lost the apostrophe
NEGATIONS = {"not", "n't", "n’t", "never", "no", "neither", "nor"}


def children(token: Token, labels: set[str]) -> list[Token]:
    """The dependents of a token with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def child(token: Token, labels: set[str]) -> Token | None:
    """The first such dependent."""
    return next((c for c in token.children if c.dep_ in labels), None)


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on a verb itself, or on its auxiliary, where parsers sometimes put it.

    Of several that a parser gives, it is the one that stands nearest before the verb.
    """
    found = [c for c in children(verb, SUBJECTS) if not owns(c)]
    before = next((c for c in reversed(found) if c.i < verb.i), None)
    if before is not None or (found and verb.tag_ != "VBG"):  # no subject stands behind a gerund
        return before or found[0]
    return next((s for c in children(verb, AUXILIARIES) if (s := child(c, SUBJECTS)) is not None), None)


def owns(noun: Token) -> bool:
    """Whether a noun is a possessor, "X's", whatever the parser has made of it."""
    return any(c.lower_ in GENITIVES and c.i == noun.i + 1 for c in noun.children)


def subject(verb: Token) -> Token | None:
    """Who does what the verb says: its own subject, else one shared with the verb that it is joined to or opened by."""
    seen = 0
    while own_subject(verb) is None and seen < 4:
        head, label = verb.head, verb.dep_
        if label in {"acl", "acl:relcl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return head
        if head == verb or label not in {"conj", "xcomp", "advcl", "parataxis"}:
            return None
        if label == "conj" and verb.tag_ == "VBG" and head.dep_ in OBJECTS:
            head = head.head  # "detailing the plan and stressing that …", joined to the plan by the parser
        verb, seen = head, seen + 1
    found = own_subject(verb)
    if found is not None and found.lower_ in {"who", "which", "that"} and verb.dep_ in {"acl:relcl", "relcl"}:
        return verb.head
    return found


def top_of_name(token: Token) -> Token:
    """The word of a name of several that ties it to the sentence: the first by Universal Dependencies, else the last."""
    while token.dep_ in INSIDE_NAMES and token.head != token and token.head.ent_type_ == token.ent_type_ != "":
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice."""
    return any(c.dep_ in {"aux:pass", "auxpass"} | PASSIVE_SUBJECTS for c in verb.children)


def agent(verb: Token) -> Token | None:
    """Who does it in a passive clause: "by …"."""
    return next((c for c in children(verb, {"obl:agent"})), None) or next(iter(obliques(verb, {"by"})), None)


def preposition(noun: Token) -> str:
    """The preposition that a nominal stands under, in lower case ("according to"), or the empty string."""
    words = [t for c in noun.children if c.dep_ == "case" for t in (c, *children(c, {"fixed"}))]
    if words:
        return " ".join(t.lower_ for t in sorted(words, key=lambda t: t.i) if t.lower_ not in GENITIVES)
    return noun.head.lower_ if noun.dep_ == "pobj" else ""


def nominal_dependents(token: Token) -> Iterator[Token]:
    """The nominals under a preposition that hang on a verb or noun."""
    for c in token.children:
        if c.dep_.split(":")[0] in {"obl", "nmod"}:
            yield c
        elif c.dep_ in {"prep", "agent"}:
            yield from children(c, {"pobj"})


def obliques(token: Token, prepositions: set[str]) -> list[Token]:
    """The nominals that hang on a token under one of these prepositions."""
    return [n for n in nominal_dependents(token) if preposition(n) in prepositions]


def governed_clauses(token: Token, prepositions: set[str]) -> list[Token]:
    """The gerunds that hang on a token under one of these prepositions: "accused of using"."""
    marked = [
        c
        for c in token.children
        if c.dep_ in {"advcl", "acl", "xcomp", "ccomp"}
        and any(m.dep_ in {"mark", "case"} and m.lower_ in prepositions for m in c.children)
    ]
    return marked + [g for c in children(token, {"prep"}) if c.lower_ in prepositions for g in children(c, {"pcomp"})]


def charged(verb: Token, target: Token | None) -> Token | None:
    """The head of what somebody is accused of, blamed for or charged with."""
    hung = [verb, *([target] if target is not None else [])]
    hung += [turn for turn in obliques(verb, {"in"}) if turn.lower_ == "turn"]  # "accused X, in turn, of …"
    for preposition in ("of", "for", "with", "in"):
        found = [
            w for h in hung for w in (*governed_clauses(h, {preposition}), *obliques(h, {preposition})) if w.i > verb.i
        ]
        if found:
            return min(found, key=lambda t: t.i)
    return None


def possessor(noun: Token) -> Token | None:
    """Whose it is: "Israel's …"."""
    return child(noun, POSSESSIVES)


def coordinated(head: Token) -> list[Token]:
    """A nominal and what is joined to it by "and" and commas."""
    found = [head]
    for c in head.children:
        if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}:
            found += coordinated(c)
    return found


def is_negated(verb: Token) -> bool:
    """Whether "not", "never" or the like stands with the verb or its auxiliaries."""
    return any(c.lower_ in NEGATIONS and c.dep_ in {"advmod", "neg", "det", "cc", "cc:preconj"} for c in verb.children)


def has_modal(verb: Token, words: set[str]) -> bool:
    """Whether one of these auxiliaries stands with the verb."""
    return any(c.dep_ in {"aux", "auxpass", "aux:pass"} and c.lower_ in words for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands with the verb."""
    return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)


def is_conditional(verb: Token) -> bool:
    """Whether "if", "unless" or "whether" opens the verb's clause."""
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children)


def phrase(head: Token) -> Span:
    """The words that name a nominal: determiners, adjectives, compounds, "of …"; no clause, apposition or second conjunct."""
    keep = {head.i}
    for c in head.children:
        if c.dep_ in LOOSE or c.dep_ in {"case", "mark", "acl"}:
            continue
        if c.dep_.split(":")[0] == "nmod" and c.dep_ not in POSSESSIVES and c.i > head.i:
            if preposition(c) != "of":
                continue
        elif c.dep_ == "prep" and c.lower_ != "of":
            continue
        keep.update(t.i for t in c.subtree if t.dep_ != "punct" or t.text in "-’'")
    return run_through(head, keep)


def full_phrase(head: Token) -> Span:
    """All that hangs on a nominal, without the preposition before it and without other conjuncts' verbs."""
    keep = {head.i}
    for c in head.children:
        if c.i < head.i and c.dep_ in {"case", "mark", "cc", "punct", "cop", "nsubj", "aux"}:
            continue
        if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"}:
            continue
        keep.update(t.i for t in c.subtree)
    return trimmed(run_through(head, keep))


def run_through(head: Token, keep: set[int]) -> Span:
    """The unbroken run of kept tokens round the head."""
    start, end = head.i, head.i + 1
    while start - 1 in keep:
        start -= 1
    while end in keep:
        end += 1
    return head.doc[start:end]


EDGES = {",", ";", ":", "-", "–", "—", "--", "."}
CLOSING = {'"', "”", "''"}


def trimmed(span: Span) -> Span:
    """A span without blanks and bare punctuation at its ends; a quotation mark stays where its partner stands within."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (doc[start].is_space or doc[start].text in EDGES):
        start += 1
    lone = sum(t.text in {*CLOSING, "“", "``"} for t in doc[start:end]) == 1
    while end > start and (
        doc[end - 1].is_space or doc[end - 1].text in EDGES or (lone and doc[end - 1].text in CLOSING)
    ):
        end -= 1
    return doc[start:end]


def extent(head: Token, *, past_dashes: bool = False) -> Span:
    """A phrase or clause from its own left edge to its right one, prepositions and "to" left out, dashes closing it."""
    doc, inside = head.doc, {t.i for t in head.subtree}
    start = head.i
    while start - 1 in inside:
        start -= 1
    while start < head.i and (
        doc[start].dep_ in {"mark", "case", "punct", "cc"} or doc[start].lower_ in {"to", "that"}
    ):
        start += 1
    end = head.i + 1
    while (
        (end in inside or joins(doc[end - 1], end))
        and (past_dashes or doc[end].text not in {"—", "–", "--"})
        and not turns_away(doc[end])
    ):
        end += 1
    return trimmed(doc[start : min(end, head.sent.end)])


def joins(token: Token, next_: int) -> bool:
    """Whether a word and the next are written as one: "re-open"."""
    return next_ < len(token.doc) and not token.whitespace_ and "-" in {token.text, token.doc[next_].text}


def turns_away(token: Token) -> bool:
    """Whether a comma leads to what somebody else does: "…, while Y promised"."""
    return token.text == "," and token.i + 1 < len(token.doc) and token.nbor().lower_ in {"while", "but", "whereas"}


ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", "e"), ("ed", ""), ("es", "e"), ("s", ""), ("ing", "e"), ("ing", ""))


def lemma(token: Token, known: frozenset[str]) -> str:
    """The lemma of a word: the pipeline's, or, where a word list does not know that, the form without its ending."""
    return mended(token.lemma_.lower(), token.lower_, known)


@lru_cache(maxsize=100_000)
def mended(found: str, word: str, known: frozenset[str]) -> str:
    """See `lemma`."""
    if found in known:
        return found
    stems = [word.removesuffix(ending) + final for ending, final in ENDINGS if word.endswith(ending)]
    stems += [stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]]  # rammed, robbed
    return next((stem for stem in stems if stem in known), found)
