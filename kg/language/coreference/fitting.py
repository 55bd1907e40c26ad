"""Whom a description fits: "the minister" and the actors met so far → the one it means."""

from spacy.tokens import Span

from kg.entities.titles import is_organization_noun
from kg.language import syntax
from kg.language.candidates import DEFINITE
from kg.language.coreference.cast import Cast, Draft
from kg.language.coreference.roles import roles, stands_for
from kg.language.mentions import Candidate

RELEASES = {"statement", "release", "message"}  # of whichever organization has spoken
JUDGES = {"analyst", "expert"}
REPORTS = {"report", "article", "publication", "story"}  # of the one that spoke last


def best_fit(cast: Cast, candidate: Candidate, headline: Span | None) -> Draft | None:
    """The known actor that a definite description fits best, the latest first; `headline` is where it stands, if in one."""
    at = candidate.head.i
    by_nearness = sorted(cast.seen, key=lambda s: (s.at >= at, abs(at - s.at)))  # before it first, the latest first
    if candidate.kind == "body" or (
        candidate.kind == "role" and at in cast.sources
    ):  # "the bank" is the one that the wire is about, not one named by the way
        by_nearness.sort(key=lambda s: s.at >= at or not (s.is_subject or s.is_source))
    order = list(dict.fromkeys(s.draft for s in by_nearness))
    if at not in cast.quoted:  # what only a speaker has named so is not what the reporter means
        aloud = {s.draft for s in cast.seen if not s.is_quoted}
        order = [draft for draft in order if draft in aloud]
    doer = syntax.subject(candidate.head.head) if candidate.head.dep_ in syntax.OBJECTS | syntax.INDIRECT else None
    doers = cast.at.get(doer.i, []) if doer is not None else []  # whoever is urged is not the one who urges
    order = [draft for draft in order if draft not in doers]
    if headline is not None and at in cast.sources:  # "Brekke must go — minister" is not said by Brekke
        named = {s.draft for s in cast.seen if headline.start <= s.at < headline.end}
        order = [draft for draft in order if draft not in named]
    strict = next((d for d in order if fits(cast, candidate, d, is_strict=True)), None)
    if strict is not None or candidate.kind not in {"role", "body"}:  # only of these is less asked the second time
        return strict
    return next((d for d in order if fits(cast, candidate, d, is_strict=False)), None)


def fits(cast: Cast, candidate: Candidate, draft: Draft, *, is_strict: bool) -> bool:
    """Whether a description may be of an actor; not strictly also where it is not known to be what the words say."""
    kind, lemma = candidate.kind, candidate.lemma
    if kind == "role":
        return draft.type == "person" and fits_person(cast, candidate, draft, is_strict=is_strict)
    if kind == "body":
        return draft.type == "organization" and (fits_body if is_strict else fits_outlet)(candidate, draft)
    if kind == "group":
        is_of_them = candidate.countries <= (draft.countries or candidate.countries)
        return draft.type == "group" and bool(alike(lemma) & draft.heads) and is_of_them and are_same(candidate, draft)
    if kind == "document":
        is_body = draft.speaks and draft.type == "organization" and candidate.span[0].lower_ in {"the", "this", "that"}
        is_last = is_body and lemma in REPORTS and cast.last_speaker(candidate.head.i) is draft
        return lemma in draft.heads or is_last or (is_body and lemma in RELEASES)
    return kind == "thing" and lemma in draft.heads


def are_same(candidate: Candidate, draft: Draft) -> bool:
    """Whether people may be those met before: "Western states" are not "Western and Arab states", but "the states" may be."""
    words = words_of(candidate)
    if candidate.span[0].lower_ in DEFINITE or len(words) == 1:
        return True
    return not all(words < {*called.lower().split()} for called in draft.words)


def alike(lemma: str) -> set[str]:
    """The nouns by which the same people may be called together."""
    return JUDGES if lemma in JUDGES else {lemma}


def fits_person(cast: Cast, candidate: Candidate, draft: Draft, *, is_strict: bool) -> bool:
    """Whether a description may be of a person: nothing that both tell differs, and the role may be theirs."""
    if is_of_other_country(candidate, draft):
        return False
    rules = candidate.lemma in roles()["RULERS"] and bool(draft.role_words & (roles()["RULERS"] | {"prime"}))
    if is_of_unknown_country(cast, candidate, draft) and (is_strict or not rules):
        return False
    owners = {owner.lower() for owner in candidate.owners}
    if owners and draft.owners and not owners & draft.owners:
        return False
    if not draft.role_words:
        may_go_on = draft.speaks and not candidate.countries and candidate.head.i in cast.sources | cast.quoted
        return candidate.lemma in draft.heads or (may_go_on and cast.last_speaker(candidate.head.i) is draft)
    return fits_role(candidate, draft.role_words)


def is_of_other_country(candidate: Candidate, draft: Draft) -> bool:
    """Whether a description tells another country than an actor's own."""
    return bool(candidate.countries and draft.countries and not candidate.countries & draft.countries)


def is_of_unknown_country(cast: Cast, candidate: Candidate, draft: Draft) -> bool:
    """Whether a description tells a country, and neither the actor nor its office is known to be of any."""
    if not candidate.countries or draft.countries:
        return False
    offices = (d for d in cast.drafts if any(name.lower() in draft.owners for name in d.names))
    return not any(office.countries & candidate.countries for office in offices)


def fits_role(candidate: Candidate, held: set[str]) -> bool:
    """Whether the words of the roles that somebody holds allow a description."""
    shared = stands_for(candidate.lemma) & held
    if not shared or (candidate.lemma == "leader" and shared == {"minister"} and "prime" not in held):
        return False
    levels, held_levels = words_of(candidate) & roles()["LEVELS"], held & roles()["LEVELS"]
    return not levels or not held_levels or bool(levels & held) or candidate.lemma not in held


def fits_body(candidate: Candidate, draft: Draft) -> bool:
    """Whether a description may be of an organization, by its head noun or its name."""
    if is_of_other_country(candidate, draft) or (candidate.countries and not draft.countries):
        return False
    names = [set(name.lower().split()) for name in draft.names]
    kinds = stands_for(candidate.lemma) if candidate.lemma not in roles()["OUTLETS"] else {candidate.lemma}
    if kinds & draft.heads or any(kinds & name for name in names):
        levels = words_of(candidate) & roles()["LEVELS"]
        return not levels or any(levels & name for name in names)
    return False


def fits_outlet(candidate: Candidate, draft: Draft) -> bool:
    """Whether "the newspaper" or "the company" may be an organization that has spoken and whose name tells no other kind."""
    is_business = "company" in stands_for(candidate.lemma) and not is_of_other_country(candidate, draft)
    is_outlet = (is_business or candidate.lemma in roles()["OUTLETS"]) and draft.speaks and not candidate.countries
    return is_outlet and bool(draft.names) and not any(is_organization_noun(n.split()[-1].lower()) for n in draft.names)


def words_of(candidate: Candidate) -> set[str]:
    """The words of a description in lower case."""
    return {token.lower_ for token in candidate.span}
