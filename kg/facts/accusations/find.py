"""How accusations are found: the allegations of a reading that nobody makes in order to reject them."""

from collections.abc import Iterator

from kg.facts.accusations.fact import Accusation
from kg.language.allegations import Allegation
from kg.language.circumstances import certainty, happened
from kg.language.reading import Reading
from kg.model import Span

FINDER = "accusations/2"


def find(reading: Reading) -> Iterator[Accusation]:
    """The accusations of a reading, in text order."""
    return (accusation(reading, a) for a in reading.allegations if not a.is_denied)


def accusation(reading: Reading, allegation: Allegation) -> Accusation:
    """The fact, with the words that prove it."""
    act = reading.passage(*allegation.act)
    event_date, event_place = happened(reading, Span(act.start, act.end))
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
        certainty=certainty(reading, allegation.act, allegation.cue),
        event_date=event_date,
        event_place=event_place,
    )
