"""Claims of opposite polarity about one act: which denial answers which charge, and who contradicts whom."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from kg.graph.links.claims import (
    WITHIN_DAYS,
    Claim,
    Index,
    Link,
    Names,
    Relation,
    Said,
    apart,
    days_apart,
    in_common,
    period_of,
)
from kg.graph.links.words import SHARED, Words, content_words, is_same_act, stems
from ontology.minting import article_id

# What a clause of a statement must share with what says no to it: it is not known to speak of a wrong at all.
SURE_WORDS, SURE_SHARE, SURE_SHARE_OF_LONGER = 3, 0.75, 0.6
OPENING = 4  # words at the start of what is denied, in which is named of whom it is denied
NAMED_CLAIMS_DAYS = 3  # "rejects Portugal's claims" answers what was just claimed
_CLAIMS = re.compile(
    r"^(?:(?:the|these|those|all|any|such|[A-Z]\S*|\S+['’]s?) ){0,4}(?:[Cc]laims?|[Aa]ccusations?|[Aa]llegations?|[Cc]harges)\b"
)


def find_answers(denials: Iterable[Claim], charges: Iterable[Claim], names: Names) -> Iterator[Link]:
    """Denials that answer an accusation, and accusations raised again in the face of a denial.

    They speak of the same one, their wires lie no more than two weeks apart, nobody answers their own charge, and the
    acts share most of their content words. What the one of whom both speak is called proves nothing.
    """
    charges = list(charges)
    near = Index(denials, SHARED)
    for charge in charges:
        for denial in near.near(charge):
            words, charged = _without_names(denial, charge, names)
            if _may_answer(denial, charge) and is_same_act(words, charged):
                yield from _opposed(denial, charge, "denies", in_common(charge.act, words.shared(charged)), names)


def find_named(denials: Iterable[Claim], charges: Iterable[Claim], names: Names) -> Iterator[Link]:
    """Denials that say whose claims they reject, "Portugal's claims over the dam", and those claims of the last days."""
    against: defaultdict[str, list[Claim]] = defaultdict(list)
    for charge in charges:
        for target in charge.targets.all:
            against[target].append(charge)
    for denial in denials:
        if _CLAIMS.match(denial.act):
            rivals = {c.iri: c for target in denial.targets.all for c in against.get(target, ())}
            for charge in rivals.values():
                if is_named_claim(denial, charge, names):
                    yield from _opposed(
                        denial, charge, "denies", f"names whose claims it rejects: “{denial.act}”", names
                    )


def is_named_claim(denial: Claim, charge: Claim, names: Names) -> bool:
    """Whether the claims that a denial names are an accusation: by whom it was made, when, and about what."""
    days = apart(denial, charge)
    if days is None or not 0 <= days <= NAMED_CLAIMS_DAYS or not _may_answer(denial, charge):
        return False
    accuser = names.of(charge.sources.all)
    matter = denial.words.all - accuser - names.of(denial.targets.all & charge.targets.all)
    return bool(denial.words.all & accuser) and bool(matter & charge.words.all)


def find_denied(denied: Iterable[Claim], charges: Iterable[Claim], names: Names) -> Iterator[Link]:
    """Statements made by denying, "denied an outbreak", and the accusations of the denier that they deny."""
    near = Index(denied, SHARED, by_target=False)
    for charge in charges:
        for no in near.near(charge):
            opening = content_words(" ".join(no.act.split()[:OPENING])).all
            is_own = no.sources.meets(charge.targets) or bool(opening & names.of(charge.targets.all))
            if is_own and _may_answer(no, charge) and is_same_act(no.words, charge.words):
                yield from _opposed(no, charge, "denies", in_common(charge.act, no.words.shared(charge.words)), names)


def find_contradicted_charges(no: Iterable[Claim], charges: Iterable[Claim], names: Names) -> Iterator[Link]:
    """Clauses that say that the accused did not, in nearly the words of an accusation."""
    near = Index(no, SURE_WORDS, by_target=False)
    for charge in charges:
        for clause in near.near(charge):
            own = names.of(charge.targets.all)
            words = clause.words.without(own)
            is_accused = content_words(clause.subject).all <= own
            if is_accused and _may_answer(clause, charge) and is_surely_same(words, charge.words.without(own)):
                yield from _opposed(
                    clause, charge, "contradicts", in_common(charge.act, words.shared(charge.words)), names
                )


def find_contradicted_clauses(
    denials: Iterable[Claim],
    others: Iterable[Claim],
    statements: Iterable[Said],
    plain: Callable[[Said], Iterable[Claim]],
    names: Names,
) -> Iterator[Link]:
    """Clauses of statements that denials, or `others` (clauses, charges), say no to in nearly the same words.

    `plain` gives the clauses of a statement that say that something is so; few statements need be asked for them.
    """
    denied: list[Claim] = list(denials)
    denying = {id(one) for one in denied}
    near = Index((*denied, *others), SURE_WORDS, by_target=False)
    for said in statements:
        words, period = stems(said.content), period_of(article_id(said.iri) if said.day is None else "", said.day)
        some = [one for one in near.near_words(words, period) if len(one.words.all & words) >= SURE_WORDS]
        for clause, one in product(plain(said) if some else (), some):
            if _is_opposite(one, clause, names):
                relation: Relation = "denies" if id(one) in denying else "contradicts"
                reason = in_common(clause.act, one.words.shared(clause.words))
                yield from _opposed(one, clause, relation, reason, names)


def _is_opposite(no: Claim, clause: Claim, names: Names) -> bool:
    """Whether a clause says of one subject what something says no to."""
    if not _may_answer(no, clause):
        return False
    if no.subject:
        return content_words(no.subject).all <= clause.words.all and is_surely_same(no.words, clause.words)
    own = names.of(no.targets.all)
    return bool(own & clause.words.all) and is_surely_same(no.words.without(own), clause.words.without(own))


def is_surely_same(one: Words, other: Words) -> bool:
    """Whether two clauses say the same but for a "not": most words of either stand in the other too."""
    shared, shorter, longer = one.shared(other), *sorted((len(one.all), len(other.all)))
    is_alike = len(shared.all) >= max(SURE_WORDS, SURE_SHARE * shorter, SURE_SHARE_OF_LONGER * longer)
    return is_alike and len(shared.plain) >= SHARED


def _without_names(one: Claim, other: Claim, names: Names) -> tuple[Words, Words]:
    """The words of two claims but for what those are called of whom both speak."""
    own = names.of(one.targets.all & other.targets.all)
    return one.words.without(own), other.words.without(own)


def _opposed(no: Claim, yes: Claim, relation: Relation, reason: str, names: Names) -> Iterator[Link]:
    """The link from the later to the earlier of two, with its reasons; a denial answers only what came before it."""
    days = apart(no, yes)
    if days is None or abs(days) > WITHIN_DAYS:
        return
    about = names.shown(no.targets, yes.targets)
    both = (f"about the same: {about}",) if about else ()
    is_later = days > 0 or (days == 0 and (relation == "denies" or (no.article, no.at) > (yes.article, yes.at)))
    later, earlier = (no, yes) if is_later else (yes, no)
    when = "in one wire" if later.article == earlier.article else days_apart(abs(days))
    yield Link(later.iri, relation if is_later else "contradicts", earlier.iri, (*both, reason, when))


def _may_answer(no: Claim, yes: Claim) -> bool:
    """Whether the one who says no is not the one who says yes; within one state they are told apart by themselves."""
    if no.sources.ids & yes.sources.ids:
        return False
    is_domestic = bool(yes.sources.sides & yes.targets.sides)
    return is_domestic or not no.sources.sides & yes.sources.sides
