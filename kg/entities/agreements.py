"""Which agreements of different wires are one: those whose name is their own, by it."""

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.entities.countries import country_named, country_of_demonym
from kg.entities.labels import aliases_of, usual
from kg.entities.local import AgreementIdentity, LocalAgreement
from kg.entities.names import acronym_in, expansion_of, plain_words
from kg.entities.spelling import slug, to_ascii, transliteration_key
from kg.entities.titles import is_agreement_noun, singulars
from kg.entities.wordlists import words

SAME = {"accord": "agreement", "deal": "agreement", "pact": "agreement", "mou": "memorandum", "cease-fire": "ceasefire"}


def identify_agreements(agreements: Iterable[LocalAgreement]) -> dict[str, AgreementIdentity]:
    """Which agreement each one is, by its IRI."""
    groups: dict[str, list[LocalAgreement]] = defaultdict(list)
    for agreement in sorted(agreements, key=lambda agreement: agreement.iri):
        groups[agreement_key(agreement)].append(agreement)
    found: dict[str, AgreementIdentity] = {}
    for key, group in sorted(groups.items()):
        name = usual(agreement.name for agreement in group)
        number = key if "/" in key else slug(" ".join(plain_nouns(name)))
        others = [other for each in group for other in (each.name, *each.aliases)]
        grounds = {each.iri: ground_of(each, name) for each in group}
        one = AgreementIdentity(number, name, aliases_of(name, others), grounds)
        found |= {agreement.iri: one for agreement in group}
    return found


def ground_of(agreement: LocalAgreement, name: str) -> str:
    """Why an agreement is held to be the one of a name, in plain words."""
    if "/" in agreement_key(agreement):
        return "this name alone does not tell what it is in other wires"
    return "the same name" if agreement.name.lower() == name.lower() else "another form of the name"


def agreement_key(agreement: LocalAgreement) -> str:
    """What ties an agreement to those of other wires: its words if they are distinctive, else the place it stands at."""
    if not is_distinctive(expansion_of(acronym_in(agreement.name)) or agreement.name):
        return f"{agreement.article}/{agreement.identifier}"
    return " ".join(
        word if is_agreement_noun(word) else transliteration_key(word) for word in plain_nouns(agreement.name)
    )


def plain_nouns(name: str) -> list[str]:
    """The words of an agreement's name spelt out, nouns in the singular and those for the same thing as one."""
    full = expansion_of(acronym_in(name)) or name
    return [plain_noun(word) for word in plain_words(full).split()]


def plain_noun(word: str) -> str:
    """A noun for agreements in the singular, the same for all that mean the same; any other word as it is."""
    single = next((form for form in singulars(word) if is_agreement_noun(form) and is_agreement_noun(word)), word)
    return SAME.get(single, single)


def is_distinctive(name: str) -> bool:
    """Whether a name has a word of its own: "Sochi agreements", "INF Treaty"; not "the deal", "Russian-Turkish accord"."""
    found = re.findall(r"[A-Za-z][\w.']*", re.sub(r"['’]s\b", "", to_ascii(name)))
    return any(is_own_word(word) for word in found)


def is_own_word(word: str) -> bool:
    """Whether a word is capitalized and neither a country's nor one that any agreement may have."""
    if not word[0].isupper() or word.lower() in words("generic_agreements.txt") or is_agreement_noun(word):
        return False
    return not (country_of_demonym(word) or country_named(word))
