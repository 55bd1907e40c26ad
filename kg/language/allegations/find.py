"""All allegations of an article: each word asked by the rules, the surest first."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from kg.language.allegations.accusing import by_accusing, by_calling, by_charge, by_decrying
from kg.language.allegations.allegation import Allegation
from kg.language.allegations.court import Court
from kg.language.allegations.deeds import by_deed, by_misdeed
from kg.language.allegations.denying import PLEAS, by_denying, by_innocence, by_sparing
from kg.language.allegations.judging import by_judging
from kg.language.allegations.wrongs import wrongs
from kg.language.attribution import Attribution
from kg.language.referents import Referents
from kg.language.tokens import told_parts
from kg.model import Article

RULES: tuple[Callable[[Court, Token], Allegation | None], ...] = (
    by_calling,
    by_accusing,
    by_decrying,
    by_denying,
    by_charge,
    by_innocence,
    by_deed,
    by_misdeed,
    by_sparing,
    by_judging,
)


def find_allegations(
    article: Article, doc: Doc, attributions: tuple[Attribution, ...], referents: Referents
) -> tuple[Allegation, ...]:
    """All allegations of an article, in text order, each wrong once for each who is said to have done it."""
    found: list[Allegation] = []
    court = Court(doc, attributions, referents, found)
    for _, span in told_parts(article, doc):
        for token in span:
            heard = allegation_at(court, token) if is_telling(court, token) else None
            if heard is not None and not any(heard.overlaps(other) for other in found):
                found.append(heard)
    return tuple(sorted(found, key=lambda a: a.act[0]))


def is_telling(court: Court, token: Token) -> bool:
    """Whether a word may make an allegation: verbs and nouns, cues, words for guilt and for whom a blow hits."""
    return (
        token.pos_ in {"VERB", "AUX", "NOUN"}
        or token.tag_ == "VBZ"
        or token.lower_ in PLEAS
        or token.i in court.cues
        or token.lemma_.lower() in wrongs()["protected"]
    )


def allegation_at(court: Court, token: Token) -> Allegation | None:
    """The allegation that a word makes."""
    for rule in RULES:
        heard = rule(court, token)
        if heard is not None and heard.is_complete():
            return heard
    return None
