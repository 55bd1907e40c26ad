"""Who is described: "the minister", "Russian planes", "the newspaper" → an actor met before, one beside it, or a new one."""

from spacy.tokens import Span, Token

from kg.entities.gazetteer import country_name, country_named, country_of_demonym
from kg.language import syntax
from kg.language.attribution.cues import DASHES
from kg.language.coreference import names
from kg.language.coreference.cast import Cast, Draft
from kg.language.coreference.fitting import best_fit, is_of_other_country
from kg.language.coreference.issuers import issuers_before, issuers_of, meant_by_possessor
from kg.language.coreference.several import together
from kg.language.mentions import ARMY, GOVERNMENT, Candidate
from kg.model import ActorType

PEOPLE_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "ship", "body", "one", "people")
ALWAYS_MANY = {"force", "troop", "soldier"}
BECOMING = {"be", "become", "remain"}
INSTALLING = {"act", "appoint", "elect", "inaugurate", "name", "nominate", "serve", "swear", "work"}
OUTLETS_OF_ONE = {"account", "blog", "channel", "page"}  # speak for whose they are: "the Telegram channel of X"
TYPES: dict[str, ActorType] = {
    "role": "person",
    "body": "organization",
    "group": "group",
    "document": "organization",
}


def described(cast: Cast, candidate: Candidate, *, headline: Span | None) -> list[Draft]:
    """The actors that a description means; several where it joins bodies of several countries."""
    if candidate.kind == "body" and candidate.is_plural and len(candidate.countries) > 1:
        return [body_of(cast, code, candidate) for code in sorted(candidate.countries)]
    if found := together(cast, candidate) or texts_by(cast, candidate):
        return found
    draft = description(cast, candidate, headline=headline)
    return [draft] if draft is not None else []


def description(cast: Cast, candidate: Candidate, *, headline: Span | None) -> Draft | None:
    """The actor that a description means, made where it is new; none for a thing that does not speak."""
    owner = apposed(cast, candidate) or predicated(cast, candidate)
    if owner is not None:
        owner.hold(candidate.span.text if candidate.kind == "role" and owner.type == "person" else "")
        owner.learn(candidate)
        if candidate.kind == "body":
            owner.heads.add(candidate.lemma)
            if not owner.roles and all(len(name.split()) == 1 for name in owner.names):
                owner.type = (
                    "organization"  # "the operator of the dams, Hydrofrance": no person, whatever the label says
                )
        return owner
    if (owner := belonging(cast, candidate)) is not None:
        return owner
    if candidate.kind == "thing" and not may_speak(candidate.lemma):
        return None
    known = best_fit(cast, candidate, headline) if candidate.is_definite or headline is not None else None
    if known is None:
        return described_anew(cast, candidate)
    known.heads.add(candidate.lemma)
    if candidate.kind == "role" and not known.countries:
        known.countries |= candidate.countries
    return known


def texts_by(cast: Cast, candidate: Candidate) -> list[Draft]:
    """Who speaks in a text or an account: its issuers."""
    if candidate.kind not in {"document", "thing"} and candidate.lemma not in OUTLETS_OF_ONE:
        return []
    issuers = issuers_of(cast, candidate.head) or issuers_before(cast, candidate)
    return issuers if candidate.kind != "body" or all(issuer.type != "country" for issuer in issuers) else []


def belonging(cast: Cast, candidate: Candidate) -> Draft | None:
    """Whose what is described is, where that is who is meant: a government's country, a country's army."""
    if candidate.head.lower_ in GOVERNMENT:
        owner = next(iter(meant_by_possessor(cast, candidate.head)), None)
        if owner is not None and owner.type == "country":
            return owner
    if len(candidate.countries) != 1:
        return None
    if candidate.kind == "body" and candidate.head.lower_ in GOVERNMENT:
        return names.country(cast, candidate)
    return body_of(cast, next(iter(candidate.countries)), candidate) if candidate.lemma in ARMY else None


def told_apart_by(candidate: Candidate) -> int:
    """Where a description ends with what tells it from others: "a spokesman for X", "officials from X", "a note sent to X"."""
    head, end = candidate.head, candidate.span.end
    behind = [c for c in head.children if c.left_edge.i == end and c.i >= end]
    if candidate.kind == "document":
        behind = [n for c in behind for n in (syntax.nominal_dependents(c) if c.tag_ == "VBN" else [c])]
    over = next((n for n in behind if syntax.preposition(n) in {"for", "from", "at", "to"}), None)
    return syntax.phrase(over).end if over is not None else end


def body_of(cast: Cast, code: str, candidate: Candidate) -> Draft:
    """One country's body of a kind: each of "the Norwegian and Danish navies"."""
    adjective = next(
        (t.text for t in candidate.span if code in {country_of_demonym(t.text), country_named(t.text)}),
        country_name(code),
    )
    lemma = candidate.lemma
    name = f"{adjective} {candidate.head.text if lemma in ALWAYS_MANY else lemma}"
    heads, bodies = (ARMY if lemma in ARMY else {lemma}), cast.of_type("organization")
    draft = next((d for d in bodies if code in d.countries and heads & d.heads), None)
    draft = draft or cast.new("organization", candidate.head.i, name)
    draft.countries.add(code)
    draft.heads.add(candidate.lemma)
    draft.call(name)
    return draft


def apposed(cast: Cast, candidate: Candidate) -> Draft | None:
    """The person or body that a description stands beside: "X, spokeswoman of Y", "the newspaper X"."""
    if candidate.kind not in {"role", "body"} or candidate.is_plural:
        return None
    head = candidate.head
    if candidate.kind == "role" and (person := between_commas(cast, candidate)) is not None:
        return person
    if is_dashed_off(candidate):
        return None
    if head.dep_ == "appos" and head.head.i in cast.at:
        return cast.at[head.head.i][0]
    known = [c for c in head.children if c.i in cast.at and not any(m.dep_ == "case" for m in c.children)]
    if candidate.kind == "body":
        before = [t for t in candidate.span if t.i < head.i and t.i in cast.at and t.i + 1 < head.i + 1]
        bearer = next((d for t in before if (d := cast.at[t.i][0]).type == "organization" and not syntax.owns(t)), None)
        if bearer is not None:
            return bearer
    behind = (c for c in known if c.i > head.i and c.dep_ in {"appos", "flat", "nmod:desc", "compound"})
    return next((cast.at[c.i][0] for c in behind), None)


def predicated(cast: Cast, candidate: Candidate) -> Draft | None:
    """The person that a description is said of: "X is the mayor", "X, who became mayor", "X was sworn in as mayor"."""
    if candidate.kind != "role" or candidate.is_plural:
        return None
    head = candidate.head
    verb = head if syntax.child(head, {"cop"}) is not None else governor(head)
    if verb is None or syntax.is_negated(verb):
        return None
    subject = syntax.own_subject(verb)
    if subject is not None and subject.lower_ == "who" and verb.dep_ in syntax.RELATIVES:
        subject = verb.head
    found = cast.at.get(subject.i, []) if subject is not None else []
    is_one = len(found) == 1 and found[0].type == "person" and not is_of_other_country(candidate, found[0])
    return found[0] if is_one else None


def governor(head: Token) -> Token | None:
    """The verb that says of somebody what a noun describes: "became mayor", "was sworn in as mayor"; else none."""
    if head.dep_ in {"xcomp", "attr", "oprd"} and head.head.lemma_ in BECOMING:
        return head.head
    verb = next((t for t in head.ancestors if t.pos_ == "VERB"), None)
    return verb if verb is not None and verb.lemma_ in INSTALLING and syntax.preposition(head) == "as" else None


def is_dashed_off(candidate: Candidate) -> bool:
    """Whether a dash stands before a description, as before whom a headline quotes: "… — diplomat"."""
    start = candidate.span.start
    return start > 0 and candidate.span.doc[start - 1].text in DASHES


def between_commas(cast: Cast, candidate: Candidate) -> Draft | None:
    """The person whose name stands between commas behind a description: "The mayor of Bergen, X, said"."""
    doc, at = cast.doc, candidate.span.end + 1
    if at >= len(doc) or doc[at - 1].text != "," or at not in cast.at:
        return None
    start, end = cast.spans[at]
    closes = start == at and end < len(doc) and doc[end].text in {",", "."}
    return cast.at[at][0] if closes and cast.at[at][0].type == "person" else None


def may_speak(lemma: str) -> bool:
    """Whether a noun on no list has the form of one for people: "commenter", "analyst", "Ukrainian"."""
    return lemma.endswith(PEOPLE_ENDINGS)


def described_anew(cast: Cast, candidate: Candidate) -> Draft:
    """An actor known by its description alone."""
    type_ = TYPES.get(candidate.kind, "group" if candidate.is_plural else "organization")
    draft = cast.new(type_, candidate.head.i)
    draft.learn(candidate)
    draft.heads.add(candidate.lemma)
    if candidate.kind in {"role", "group", "document"} and (end := told_apart_by(candidate)) > candidate.span.end:
        draft.call(names.without_article(cast.doc[candidate.span.start : end].text))
    if type_ == "person":
        draft.hold(names.without_article(candidate.span.text))
    return draft
