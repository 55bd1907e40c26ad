"""Wrongs that no list names by a word, but that the judge hears: "continue to pump the region with weapons"."""

from spacy.tokens import Token

from kg.language import syntax
from kg.language.allegations.allegation import Allegation
from kg.language.allegations.court import Court
from kg.language.allegations.deed import Deed, deed_of
from kg.language.allegations.deeds import is_excused
from kg.language.allegations.judge import GOOD, gravity_of, likelihood
from kg.language.allegations.suspects import suspects
from kg.language.allegations.wrongs import is_in

# Read by eye on wires that the judge has not seen: below these most of what it finds is wrong.
ENOUGH, ENOUGH_OF_SUSPECTS = 0.45, 0.55
SUREST = 0.75  # what it is surest of is right no more often than this
BY_SUSPICION = 0.8  # how much less sure it is who did it where the deed's own words do not say so


def by_judging(court: Court, word: Token) -> Allegation | None:
    """A deed told by somebody of another that the judge takes for a wrong."""
    speakers = court.speakers(word)
    deed = deed_of(court, word) if speakers and not syntax.is_negated(word) else None
    if deed is None or is_denied(court, deed):
        return None
    own = {m.entity for m in speakers}
    named = tuple(m for m in deed.doers if m.entity not in own)
    if deed.doers and not named:
        return None
    accused = named or suspects(court, deed)
    if not accused or court.is_own_side(accused, speakers) or not is_grave(deed):
        return None
    likely = likelihood(court, deed)
    if likely is None or likely < (ENOUGH if named else ENOUGH_OF_SUSPECTS) or is_excused(word):
        return None
    confidence = min(likely, SUREST) * (1 if named else BY_SUSPICION)
    return court.accuse(speakers, accused, deed.act, deed.attribution, confidence)


def is_denied(court: Court, deed: Deed) -> bool:
    """Whether a deed is told only to be denied: "denied any wrongdoing by her staff"."""
    verb = deed.attribution.verb
    return verb is not None and is_in(court.doc[verb], "deny")


def is_grave(deed: Deed) -> bool:
    """Whether a word of a deed is grave in the least: "called me" is no wrong, whatever stands about it."""
    return any(gravity_of(token) - GOOD for token in deed.act)
