"""The deals, treaties and memoranda that an article names, and where."""

from spacy.tokens import Doc, Span, Token

from kg.entities.names import is_same_name
from kg.entities.titles import is_agreement_noun
from kg.language import syntax
from kg.language.tokens import told_parts
from kg.model import Agreement, Article

BARE = {
    "agreement",
    "agreements",
    "deal",
    "deals",
    "document",
    "pact",
    "treaty",
    "accord",
    "accords",
    "memorandum",
    "arrangement",
}
LEADS = {"the", "a", "an", "this", "that", "these", "those", "under", "any"}  # before a name, and no part of it
TRUCES = {"ceasefire", "cease-fire", "truce", "armistice"}  # agreed on, but no texts: "a ceasefire agreement" is one
Found = tuple[tuple[Agreement, ...], dict[int, str], dict[int, tuple[int, int]]]


def find_agreements(article: Article, doc: Doc) -> Found:
    """The agreements of an article, the tokens that name them, and the words round each token."""
    names: list[list[str]] = []
    at: dict[int, int] = {}
    spans: dict[int, tuple[int, int]] = {}
    for _, span in told_parts(article, doc):
        for token in span:
            if not is_agreement(token):
                continue
            words = named(token)
            known = known_as(words, names)
            if known is None:
                names.append([])
                known = len(names) - 1
            if words.text not in names[known]:
                names[known].append(words.text)
            for i in {token.i, *range(words.start, words.end)}:
                at[i], spans[i] = known, (words.start, words.end)
    agreements = tuple(agreement(f"G{n}", found) for n, found in enumerate(names, 1))
    return agreements, {i: f"G{n + 1}" for i, n in at.items()}, spans


def is_agreement(token: Token) -> bool:
    """Whether a noun names a text that binds, and is no part of another name."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in syntax.INSIDE_NAMES:
        return False
    lemma = token.lemma_.lower()
    if lemma == "document":
        return syntax.preposition(token) == "under"
    return is_agreement_noun(lemma) and lemma not in TRUCES


def named(token: Token) -> Span:
    """The words that name an agreement, without article or pointing word."""
    words = syntax.phrase(token)
    start = words.start
    while start < token.i and words.doc[start].lower_ in LEADS:
        start += 1
    return words.doc[start : words.end]


def known_as(words: Span, names: list[list[str]]) -> int | None:
    """Which agreement a phrase refers to: one of its name, or the latest where it is bare ("the deal")."""
    for n in range(len(names) - 1, -1, -1):
        if any(is_same_name(words.text, name) for name in names[n]):
            return n
    bare = (
        len(words) == 1
        and words.text.lower() in BARE
        and words.start > 0
        and words.doc[words.start - 1].lower_ in {"the", "this", "these", "that"}
    )
    return len(names) - 1 if bare and names else None


def agreement(id_: str, names: list[str]) -> Agreement:
    """An agreement by its fullest name."""
    name = max(names, key=len)
    return Agreement(id_, name, tuple(n for n in names if n != name))
