"""How denials are found: the allegations of a reading that somebody rejects, tied to the accusation they answer."""

from collections.abc import Iterator

from kg.facts.denials.fact import Denial
from kg.language.allegations import Allegation
from kg.language.circumstances import happened
from kg.language.reading import Reading
from kg.model import FactRef, Passage, Span

FINDER = "denials/1"
JUST_BEFORE = 250  # characters, a sentence or two
BACKWARD = {
    "it",
    "this",
    "that",
    "these",
    "them",
    "the accusation",
    "the accusations",
    "the allegation",
    "the allegations",
    "the charges",
    "the claim",
    "the claims",
}


def find(reading: Reading) -> Iterator[Denial]:
    """The denials of a reading, in text order."""
    made = [a for a in reading.allegations if not a.is_denied]
    return (denial(reading, a, made) for a in reading.allegations if a.is_denied)


def denial(reading: Reading, allegation: Allegation, made: list[Allegation]) -> Denial:
    """The fact, with the words that prove it; `made` are the accusations that it may answer."""
    act = reading.passage(*allegation.act)
    event_date, event_place = happened(reading, Span(act.start, act.end))
    cue = (allegation.cue,) if allegation.cue is not None else ()
    return Denial(
        id=f"denial/{act.start}-{act.end}",
        evidence=reading.evidence(*allegation.act, *cue),
        cue=reading.passage(*cue) if cue else None,
        confidence=allegation.confidence,
        finder=FINDER,
        denier=allegation.accusers,
        cleared=allegation.accused,
        act=act,
        event_date=event_date,
        event_place=event_place,
        denies=answered(reading, allegation, made),
    )


def answered(reading: Reading, allegation: Allegation, made: list[Allegation]) -> tuple[FactRef, ...]:
    """The accusation of the wire that a denial answers: the one it points back to, else the one with most words in common."""
    cleared = {m.entity for m in allegation.accused}
    deniers = {m.entity for m in allegation.accusers}
    others = [a for a in made if {m.entity for m in a.accusers} != deniers]
    rivals = [a for a in others if cleared & {m.entity for m in a.accused}]
    act = reading.passage(*allegation.act)
    words = content_words(act)
    if act.text.lower() in BACKWARD:
        # Who denies "this" just behind an accusation speaks for the accused: the head of a delegation, a company's lawyer.
        earlier = [a for a in rivals if a.act[0].start < act.start]
        just_before = [a for a in others if 0 < act.start - a.act[-1].end <= JUST_BEFORE]
        return tuple(reference(reading, a) for a in (earlier or just_before)[-1:])
    best = max(rivals, key=lambda a: len(words & content_words(reading.passage(*a.act))), default=None)
    if best is None or not words & content_words(reading.passage(*best.act)):
        return ()
    return (reference(reading, best),)


def reference(reading: Reading, allegation: Allegation) -> FactRef:
    """An accusation of the wire, by the id that its finder gives it."""
    act = reading.passage(*allegation.act)
    return FactRef(f"accusation/{act.start}-{act.end}")


def content_words(passage: Passage) -> set[str]:
    """The longer words of a passage, cut to their stems."""
    return {word.strip('",.“”').lower()[:6] for word in passage.text.split() if len(word) > 3}
