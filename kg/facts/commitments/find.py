"""How commitments are found: verbs and nouns of undertaking, agreeing, keeping and breaking, and "will" as an assurance."""

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from kg.facts.commitments.fact import Commitment
from kg.facts.commitments.found import Found
from kg.facts.commitments.keeping import commitment_noun, doing_under, keeping
from kg.facts.commitments.undertaking import agreeing, assuring, concluding, pledging, proclaiming
from kg.language.attribution import clipped
from kg.language.reading import Reading
from kg.language.tokens import offsets, told_parts

FINDER = "commitments/1"
# For each part of speech, the surest first.
RULES: Mapping[str, tuple[Callable[[Reading, Token], Found | None], ...]] = {
    "VERB": (pledging, keeping, agreeing, concluding, proclaiming, assuring, doing_under),
    "ADJ": (pledging,),
    "NOUN": (commitment_noun,),
}


def find(reading: Reading) -> Iterator[Commitment]:
    """The commitments of a reading, in text order."""
    for _, span in told_parts(reading.article, reading.doc):
        told: list[Found] = []
        for token in span:
            found = next((f for rule in RULES.get(token.pos_, ()) if (f := rule(reading, token)) is not None), None)
            if found is not None and found.party and len(found.act) and not is_told(found, told):
                told.append(found)
                yield commitment(reading, found)


def is_told(found: Found, told: list[Found]) -> bool:
    """Whether an undertaking of the same parties in the same words is told already."""
    parties = {m.entity for m in found.party}
    return any(
        parties & {m.entity for m in t.party} and t.act.start < found.act.end and found.act.start < t.act.end
        for t in told
    )


def commitment(reading: Reading, found: Found) -> Commitment:
    """The fact, with the words that prove it."""
    act = reading.passage(clipped(offsets(found.act), reading.attributions))
    parties = {m.entity for m in found.party}
    return Commitment(
        id=f"commitment/{act.start}-{act.end}",
        evidence=reading.evidence(offsets(found.act), offsets(found.cue)),
        cue=reading.words(found.cue),
        confidence=found.confidence,
        finder=FINDER,
        party=found.party,
        act=act,
        status=found.status,
        counterpart=tuple(m for m in found.counterpart if m.entity not in parties),
        under=found.under,
    )
