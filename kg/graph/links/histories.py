"""The course of a commitment over the wires: its steps in the order of time, and the accusations that it was broken."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise, takewhile

from kg.graph.links.claims import Agreement, Claim, Link, Names, Step, in_common
from kg.graph.links.words import SHARED, Words, content_words, is_same_act
from ontology.minting import agreement_iri, article_id

BEGUN = frozenset({"pledged", "agreed", "obliged"})  # these come before what becomes of it, on one day
ACT_DAYS, ACT_WORDS, ACT_SHARE = 180, 3, 2 / 3  # without an agreement: how far apart, and how much alike in words
_BREACH = re.compile(
    r"\b(?:violat\w*|breach\w*|br(?:eak|eaks|eaking|oke|oken)|renege\w*|reneging|flout\w*|disregard\w*|"
    r"(?:fail\w*|refus\w*) to (?:meet|comply|fulfil\w*|honou?r|keep|abide|observe|implement|adhere)|"
    r"(?:not|n['’]t) (?:meet|comply|fulfil\w*|honou?r|keep|abide|observe|implement|adhere))",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:pledge\w*|promis\w*|commitment\w*|committed|obligation\w*|undert\w*|assurance\w*|guarantee\w*|agreed|"
    r"cease-?fire|truce|armistice)\b",
    re.IGNORECASE,
)
_TRUCES = content_words("ceasefire cease-fire truce armistice").all
_OF_BREACH = content_words(
    "violating violation breach breaching breaking broke broken fail failing failed refusing comply complying meet "
    "meeting fulfill honor keep keeping abide observe observing implement implementing adhere adhering obligations "
    "commitments promise promises pledge pledges agreement agreements deal terms provisions international law"
).all


def find_histories(steps: Iterable[Step], names: Names) -> Iterator[Link]:
    """From each step of a commitment to the step before it.

    Steps are of one commitment where one party takes them and they stand under one agreement, or their acts share most
    of their words within half a year. The steps of a day go from what was undertaken to what became of it.
    """
    by_party: defaultdict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in sorted(set(steps), key=_order):
        by_party[step.party, "" if step.time else step.article].append(step)  # without a day, in its own wire alone
    for (party, _), taken in by_party.items():
        for history in _joined(taken):
            for before, step in pairwise(history):
                yield Link(
                    step.iri, "follows", before.iri, (f"the same party: {names.name(party)}", _reason(step, before))
                )


def _order(step: Step) -> tuple[str, bool, str, int]:
    return step.time, step.status not in BEGUN, step.article, step.at


def _joined(steps: list[Step]) -> list[list[Step]]:
    """The steps of one party, those of each commitment together and in order."""
    first = {id(step): id(step) for step in steps}

    def root(key: int) -> int:
        while first[key] != key:
            key = first[key]
        return key

    for one, other in _alike(steps):
        first[root(id(other))] = root(id(one))
    found: defaultdict[int, list[Step]] = defaultdict(list)
    for step in steps:
        found[root(id(step))].append(step)
    return list(found.values())


def _alike(steps: list[Step]) -> Iterator[tuple[Step, Step]]:
    """Pairs of steps under one agreement, and of those whose acts are alike."""
    under: dict[str, Step] = {}
    by_word: defaultdict[str, list[Step]] = defaultdict(list)
    for step in steps:
        if step.agreement is not None:
            yield under.setdefault(step.agreement, step), step
        near: dict[int, Step] = {}
        for word in step.words.all:
            near |= {id(other): other for other in takewhile(partial(_is_near, step), reversed(by_word[word]))}
            by_word[word].append(step)
        yield from ((other, step) for other in near.values() if is_one_undertaking(other, step))


def is_one_undertaking(one: Step, other: Step) -> bool:
    """Whether the acts of two steps, of one party and not far apart, are one act."""
    if one.agreement and other.agreement and one.agreement != other.agreement:
        return False
    shared, shorter = one.words.shared(other.words), min(len(one.words.all), len(other.words.all))
    least = SHARED if shorter == SHARED else ACT_WORDS
    return bool(shared.plain) and len(shared.all) >= max(least, ACT_SHARE * shorter)


def find_breaches(
    charges: Iterable[Claim], steps: Iterable[Step], agreements: Mapping[str, list[Agreement]], names: Names
) -> Iterator[Link]:
    """From an accusation of breach to the agreement, and to the commitments of the accused, that it says are broken.

    `agreements` are those that each wire names. A commitment is meant where it is to the agreement as a whole or shares
    a word with the charge; without an agreement, where the charge speaks of a promise and most of its words.
    """
    undertaken: defaultdict[str, list[Step]] = defaultdict(list)
    for step in steps:
        if step.status in BEGUN:
            undertaken[step.party].append(step)
    for charge in charges:
        if not _BREACH.search(charge.act):
            continue
        broken = _named_in(charge.act, agreements.get(charge.article, ()))
        if broken is not None:
            yield Link(charge.iri, "allegesBreachOf", str(agreement_iri(broken.id)), (f"names it: {broken.name}",))
        said = charge.words.without(names.of(charge.targets.all) | _OF_BREACH)
        for party in charge.targets.all:
            made = [step for step in undertaken.get(party, ()) if _may_break(charge, step)]
            for step, reason in _under(broken, made, said) if broken is not None else _worded(charge, made, said):
                yield Link(
                    charge.iri, "allegesBreachOf", step.iri, (f"the accused undertook it: {names.name(party)}", reason)
                )


def _named_in(act: str, agreements: Iterable[Agreement]) -> Agreement | None:
    """The agreement of the longest name that stands in an act."""
    found = [(name, one) for one in agreements for name in one.names if re.search(rf"\b{re.escape(name)}\b", act, re.I)]
    return max(found, key=lambda pair: (len(pair[0]), pair[1].id))[1] if found else None


def _may_break(charge: Claim, step: Step) -> bool:
    """Whether a commitment was made before it is said to be broken: in the same wire, or not later."""
    if article_id(step.iri) == charge.article:
        return True
    return charge.day is not None and bool(step.time) and step.time <= charge.day.isoformat()


def _under(agreement: Agreement, made: list[Step], said: Words) -> Iterator[tuple[Step, str]]:
    """Of commitments, those under an agreement that are to it as a whole or share a word with the charge."""
    called = content_words(" ".join(agreement.names)).all | _OF_BREACH
    for step in made:
        shared = said.without(called).shared(step.words)
        if step.agreement == agreement.id and shared.plain:
            yield step, in_common(step.act, shared)
        elif step.agreement == agreement.id and not step.words.all - called:
            yield step, f"it is to the agreement as a whole: {agreement.name}"


def _worded(charge: Claim, made: list[Step], said: Words) -> Iterator[tuple[Step, str]]:
    """Of commitments, those that have most words of a charge that speaks of a promise; of truces the latest."""
    if not _PROMISE.search(charge.act):
        return
    alike = [step for step in made if is_same_act(said, step.words)]
    truces = [step for step in made if said.all & step.words.all & _TRUCES]
    for step in alike or truces[-1:]:
        yield step, in_common(step.act, said.shared(step.words))


def _is_near(one: Step, other: Step) -> bool:
    return abs(_day(one) - _day(other)) <= ACT_DAYS


def _day(step: Step) -> int:
    """The day of a step as a number, the first of a month or year where no more is known."""
    return dt.date.fromisoformat(f"{step.time}-01-01"[:10]).toordinal() if step.time else 0


def _reason(step: Step, before: Step) -> str:
    if step.agreement is not None and step.agreement == before.agreement:
        return f"under the same agreement: {step.deal}"
    shared = step.words.shared(before.words)
    return in_common(before.act, shared) if shared.all else "joined by another step of the same commitment"
