"""How accusations are found: the allegations of a reading that nobody makes in order to reject them."""

from collections.abc import Iterator

from kg.facts.accusations.fact import Accusation
from kg.language.allegations import Allegation
from kg.language.reading import Reading

FINDER = "accusations/1"


def find(reading: Reading) -> Iterator[Accusation]:
    """The accusations of a reading, in text order."""
    return (accusation(reading, a) for a in reading.allegations if not a.is_denied)


def accusation(reading: Reading, allegation: Allegation) -> Accusation:
    """The fact, with the words that prove it."""
    act = reading.passage(*allegation.act)
    cue = (allegation.cue,) if allegation.cue is not None else ()
    return Accusation(
        id=f"accusation/{act.start}-{act.end}",
        evidence=reading.evidence(*allegation.act, *cue),
        cue=reading.passage(*cue) if cue else None,
        confidence=allegation.confidence,
        finder=FINDER,
        accuser=allegation.accusers,
        accused=allegation.accused,
        act=act,
    )
