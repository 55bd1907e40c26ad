"""What a noun or title says of who or what bears it: a person's post, people, an organization, a document, a place, a deal."""

import re
from functools import lru_cache

from kg.entities.countries import country_named, country_of_demonym
from kg.entities.wordlists import words

OVER = frozenset({"of", "for", "at", "in", "to", "on"})  # before what a title is over: "Secretary of State"


@lru_cache(maxsize=20_000)
def is_listed(word: str, name: str) -> bool:
    """Whether a word, or its singular, stands in a list."""
    plain = word.lower().removesuffix(".")
    return any(form in words(name) for form in (plain, *singulars(plain)))


def singulars(word: str) -> tuple[str, ...]:
    """What a word may be the plural of: "spokesmen", "parties", "envoys"; none for a singular."""
    if word.endswith("men"):
        return (f"{word[:-3]}man",)
    if word.endswith("ies"):
        return (f"{word[:-3]}y", word[:-1])
    if word.endswith("s") and not word.endswith("ss"):
        return (word[:-1], word.removesuffix("es"))
    return ()


def is_role_noun(lemma: str) -> bool:
    """Whether a noun is for one person by post, profession or part played: "minister", "envoy", "analyst"."""
    return lemma.lower() in words("roles.txt")


def is_group_noun(word: str) -> bool:
    """Whether a noun is for people together: "militants", "troops", "officials"; in the singular only collective ones
    and those that wires mostly write in the plural ("rebel", not "minister")."""
    return is_listed(word, "groups.txt") or any(is_role_noun(form) for form in singulars(word.lower()))


def is_organization_noun(lemma: str) -> bool:
    """Whether a noun is for an organization: "ministry", "agency", "party"."""
    return is_listed(lemma, "organizations.txt")


def is_document_noun(lemma: str) -> bool:
    """Whether a noun is for words that may be said to speak: "report", "statement", "survey"."""
    return is_listed(lemma, "documents.txt")


def is_place_noun(lemma: str) -> bool:
    """Whether a noun is for a place: "region", "airport", "sea"."""
    return is_listed(lemma, "place_nouns.txt")


def is_agreement_noun(lemma: str) -> bool:
    """Whether a noun is for what parties agree on: "accord", "treaty", "ceasefire"."""
    return is_listed(lemma, "agreements.txt")


def is_title(word: str) -> bool:
    """Whether a word may end the title before a person's name: "President", "Gen.", "Spokeswoman", "businessman"."""
    return is_listed(word, "titles.txt") or is_listed(word, "roles.txt")


@lru_cache(maxsize=20_000)
def split_title(phrase: str) -> tuple[str, str]:
    """A person's title and name: ("Kremlin Spokesman", "Dmitry Peskov"); the title is empty where there is none."""
    tokens = phrase.split()
    starts = [name_start(tokens, at + 1) for at in range(len(tokens) - 1) if is_title(tokens[at].rstrip(","))]
    # The longest title wins: "Minister of National Unity" goes on behind the noun "National".
    start = max((start for start in starts if is_name(tokens[start:])), default=0)
    return " ".join(tokens[:start]).rstrip(","), " ".join(tokens[start:])


def name_start(tokens: list[str], at: int) -> int:
    """Where the name starts after a title that ends at `at`: behind what the title is over, and remarks in brackets."""
    if at < len(tokens) and tokens[at].lower() in OVER:
        while at < len(tokens) and (size := portfolio(tokens, at)):
            at += size
    while at < len(tokens) and re.match(r"\(.*\)$", tokens[at]):
        at += 1
    return at


def portfolio(tokens: list[str], at: int) -> int:
    """How many tokens from `at` on still say what a title is over: "of", "Foreign", "Affairs", "the Republic of Belarus"."""
    if tokens[at - 1][0].islower():
        if size := next((n for n in (3, 2, 1) if country_named(" ".join(tokens[at : at + n]))), 0):
            return size
        if country_of_demonym(tokens[at]):
            return 1
    return int(tokens[at][0].islower() or tokens[at] in words("portfolios.txt"))


def is_name(tokens: list[str]) -> bool:
    """Whether tokens may be a person's name: capitalized, particles apart."""
    return (
        bool(tokens) and tokens[-1] not in words("name_particles.txt") and all(is_name_part(token) for token in tokens)
    )


def is_name_part(token: str) -> bool:
    """Whether a token may stand in a person's name: "Dmitry", "al-Assad", "von"."""
    return (
        token in words("name_particles.txt")
        or re.sub(r"^(?:(?:al|el|an|as|ar|ad|ash)-)?['’‘\"“@]*", "", token)[:1].isupper()
    )
