"""Who is described: "the minister", "Russian planes", "the newspaper" → an actor met before, one beside it, or a new one."""

from spacy.tokens import Span, Token

from kg.entities.gazetteer import country_name, country_named, country_of_demonym
from kg.language import syntax
from kg.language.coreference import names
from kg.language.coreference.cast import Cast, Draft
from kg.language.coreference.fitting import best_fit
from kg.language.mentions import ARMY, GOVERNMENT, Candidate
from kg.model import ActorType

PEOPLE_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "ship", "body", "one", "people")
ALWAYS_MANY = {"force", "troop", "soldier"}
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
    draft = description(cast, candidate, headline=headline)
    return [draft] if draft is not None else []


def description(cast: Cast, candidate: Candidate, *, headline: Span | None) -> Draft | None:
    """The actor that a description means, made where it is new; none for a thing that does not speak."""
    kind, head = candidate.kind, candidate.head
    owner = apposed(cast, candidate)
    if owner is not None:
        owner.hold(candidate.span.text if kind == "role" and owner.type == "person" else "")
        owner.learn(candidate)
        return owner
    if kind in {"document", "thing"}:
        if (issuer := issuer_of(cast, head)) is not None:
            return issuer
        if kind == "thing" and not may_speak(candidate.lemma):
            return None
    if len(candidate.countries) == 1:
        if kind == "body" and candidate.lemma in GOVERNMENT:
            return names.country(cast, candidate)
        if candidate.lemma in ARMY:
            return body_of(cast, next(iter(candidate.countries)), candidate)
    known = best_fit(cast, candidate, headline) if candidate.is_definite or headline is not None else None
    if known is None:
        return described_anew(cast, candidate)
    known.heads.add(candidate.lemma)
    return known


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


def issuer_of(cast: Cast, noun: Token) -> Draft | None:
    """Whose words a text is: "the minister's remarks", "an army statement", "a report from the bank"."""
    named = [syntax.possessor(noun), *syntax.obliques(noun, {"by", "from", "of"}), *syntax.children(noun, {"compound"})]
    return next((cast.at[t.i][0] for t in named if t is not None and t.i in cast.at), None)


def apposed(cast: Cast, candidate: Candidate) -> Draft | None:
    """The person or body that a description stands beside: "X, spokeswoman of Y", "the newspaper X"."""
    if candidate.kind not in {"role", "body"} or candidate.is_plural:
        return None
    head = candidate.head
    if candidate.kind == "role" and (person := between_commas(cast, candidate)) is not None:
        return person
    if head.dep_ == "appos" and head.head.i in cast.at:
        return cast.at[head.head.i][0]
    known = [c for c in head.children if c.i in cast.at]
    if candidate.kind == "body":
        before = [c for c in known if c.i < head.i and c.dep_ in {"compound", "nmod", "flat", "amod"}]
        bearer = next((d for c in before if (d := cast.at[c.i][0]).type == "organization"), None)
        if bearer is not None:
            return bearer
    behind = (c for c in known if c.i > head.i and c.dep_ in {"appos", "flat", "nmod:desc", "compound"})
    return next((cast.at[c.i][0] for c in behind), None)


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
    if type_ == "person":
        draft.hold(names.without_article(candidate.span.text))
    return draft
