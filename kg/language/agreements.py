"""The deals, treaties and memoranda that an article names, and where."""

from spacy.tokens import Doc, Span, Token

from kg.entities.names import is_same_name
from kg.entities.titles import is_agreement_noun, singulars
from kg.language import syntax
from kg.language.tokens import told_parts
from kg.model import Agreement, Article

BARE = {"agreement", "deal", "document", "pact", "accord", "arrangement"}  # may stand for any agreement
# These are texts only where they bear a name: "the Muscat understandings", not "a political settlement".
VAGUE = {"settlement", "understanding", "compromise", "arrangement"}
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
    if not is_agreement_noun(lemma) or lemma in TRUCES or is_of_text(token):
        return False
    return lemma not in VAGUE or any(c.pos_ == "PROPN" for c in token.lefts)


def is_of_text(token: Token) -> bool:
    """Whether a noun only says what kind of text another is: "memorandum of understanding"."""
    return token.i > 0 and token.nbor(-1).lower_ == "of" and is_agreement_noun(token.head.lemma_.lower())


def named(token: Token) -> Span:
    """The words that name an agreement, without article or pointing word."""
    words = syntax.phrase(token)
    start = words.start
    while start < token.i and words.doc[start].lower_ in LEADS:
        start += 1
    end = next((t.i for t in words if t.i > token.i and t.lower_ == "worth"), words.end)
    if words.doc[token.i + 1 : token.i + 3].text.lower() in {"of understanding", "of intent"}:
        end = max(end, token.i + 3)  # whatever the parser makes of it
    return words.doc[start:end]


def known_as(words: Span, names: list[list[str]]) -> int | None:
    """Which agreement a phrase refers to: one of its name, or the latest where it is bare ("the deal")."""
    for n in range(len(names) - 1, -1, -1):
        if any(is_same_name(words.text, name) for name in names[n]):
            return n
    if len(words) > 1 or words.start == 0 or words.doc[words.start - 1].lower_ not in {"the", "this", "these", "that"}:
        return None
    alike = [n for n, known in enumerate(names) if words.root.lemma_.lower() in last_words(known)]
    if alike:
        return alike[-1]
    return len(names) - 1 if names and words.root.lemma_.lower() in BARE else None


def last_words(names: list[str]) -> set[str]:
    """The nouns that an agreement is called by, singular."""
    lasts = {name.lower().split()[-1] for name in names}
    return lasts | {single for last in lasts for single in singulars(last)}


def agreement(id_: str, names: list[str]) -> Agreement:
    """An agreement by its fullest name."""
    name = max(names, key=len)
    return Agreement(id_, name, tuple(n for n in names if n != name))
