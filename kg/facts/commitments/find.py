"""How commitments are found: undertaken, owed under an agreement, kept, broken or set aside, and assured by "will"."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Token

from kg.facts.commitments.assuring import assuring, heading
from kg.facts.commitments.duties import doing_under, obliged, stipulating
from kg.facts.commitments.fact import Commitment
from kg.facts.commitments.found import Found
from kg.facts.commitments.keeping import breaching, commitment_noun, keeping
from kg.facts.commitments.limits import condition, deadline, said_of
from kg.facts.commitments.undertaking import accepting, agreeing, concluding, dealing, giving, pledging, proclaiming
from kg.facts.commitments.words import words
from kg.language import syntax
from kg.language.attribution import clipped
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.language.tokens import offsets, told_parts
from kg.model import Mention

FINDER = "commitments/2"
Rule = Callable[[Reading, Token], Found | None]
# For each part of speech the rules, the surest first, each with the lists that its cue stands on; without, any word may.
RULES: Mapping[str, tuple[tuple[Rule, tuple[str, ...]], ...]] = {
    "VERB": (
        (pledging, ("pledge",)),
        (keeping, ("keep", "deliver", "break", "suspend", "hold")),
        (agreeing, ("agree",)),
        (accepting, ("accept",)),
        (concluding, ("conclude", "agree")),
        (proclaiming, ("proclaim",)),
        (obliged, ("bind",)),
        (stipulating, ("provide", "bind")),
        (assuring, ()),
        (heading, ("serve",)),
        (doing_under, ()),
        (giving, ("give",)),
    ),
    "AUX": ((assuring, ()),),
    "ADJ": ((pledging, ("pledge",)), (obliged, ("bind",))),
    "NOUN": ((commitment_noun, ("commitment",)), (breaching, ("breach",)), (dealing, ())),
}
SIDES = {"sides", "parties", "signatories", "both"}  # those of an agreement, or of the last one told of


def find(reading: Reading) -> Iterator[Commitment]:
    """The commitments of a reading, in text order."""
    for found in told_in(reading):
        yield commitment(reading, found)


@lru_cache(maxsize=100_000)
def rules_for(pos: str, lemma: str, word: str) -> tuple[Rule, ...]:
    """The rules that a word may be the cue of."""
    return tuple(
        rule
        for rule, lists in RULES.get(pos, ())
        if not lists or any(syntax.mended(lemma.lower(), word, words()[name]) in words()[name] for name in lists)
    )


def told_in(reading: Reading) -> list[Found]:
    """What is found, each undertaking once, its parties named."""
    told: list[Found] = []
    for _, span in told_parts(reading.article, reading.doc):
        for token in span:
            if not (rules := rules_for(token.pos_, token.lemma_, token.lower_)):
                continue  # most words
            found = next((f for rule in rules if (f := rule(reading, token)) is not None), None)
            if found is None or not len(found.act):
                continue
            if (found.party or found.is_shared) and not is_told(found, told):
                told.append(found)
    named = (replace(found, party=parties(found, told)) for found in told)
    return [found for found in named if found.party]


def parties(found: Found, told: Sequence[Found]) -> tuple[Mention, ...]:
    """Who undertakes: where a wire says "the sides" or lets the agreement speak, those whom it names elsewhere."""
    if not is_unnamed(found):
        return found.party
    others = [t for t in told if not is_unnamed(t)]
    same = [t for t in others if found.under and t.under and t.under.entity == found.under.entity]
    named = unique(m for t in same for m in t.party)
    latest = next((t.party for t in reversed(others) if len(t.party) > 1 and t.cue.i < found.cue.i), ())
    return (named if len(named) > 1 else latest) or found.party


def is_unnamed(found: Found) -> bool:
    """Whether the wire does not say here who the parties are."""
    return found.is_shared or any(m.text.lower().split()[-1] in SIDES for m in found.party)


def is_told(found: Found, told: Sequence[Found]) -> bool:
    """Whether an undertaking of the same parties in the same words is told already."""
    if found.cue.dep_ in {"acl:relcl", "relcl"}:
        return False  # what was promised before, within what is promised now
    parties = {m.entity for m in found.party}
    return any(
        parties & {m.entity for m in t.party} and t.act.start < found.act.end and found.act.start < t.act.end
        for t in told
    )


def commitment(reading: Reading, found: Found) -> Commitment:
    """The fact, with the words that prove it."""
    act = reading.passage(clipped(offsets(found.act), reading.attributions))
    parties = {m.entity for m in found.party}
    told = said_of(found.cue, found.act)
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
        deadline=deadline(reading, told),
        condition=condition(reading, told),
    )
