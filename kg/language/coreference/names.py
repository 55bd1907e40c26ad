"""Who is named: a proper name → the actor that bears it, met before or new."""

from kg.entities.names import is_same_name, is_same_person
from kg.entities.titles import is_role_noun
from kg.language import syntax
from kg.language.coreference.cast import Cast, Draft
from kg.language.coreference.roles import roles
from kg.language.mentions import Candidate

PAST = {"former", "ex", "late", "then", "deputy", "vice", "acting"}


def person(cast: Cast, candidate: Candidate) -> Draft:
    """The person of a name; of several that it may mean, the one called exactly so, else the latest."""
    known = [d for d in cast.of_type("person") if bears(d, candidate.name)]
    exact = [d for d in known if candidate.name in d.names]
    draft = next(reversed(exact or known), None) or holder_of(cast, candidate) or cast.new("person", candidate.head.i)
    draft.name(candidate.name)
    draft.call(candidate.name)
    draft.learn(candidate)
    for apposition in candidate.head.children:
        if apposition.dep_ == "appos" and is_role_noun(apposition.lemma_.lower()):
            draft.hold(syntax.phrase(apposition).text)
    return draft


def holder_of(cast: Cast, candidate: Candidate) -> Draft | None:
    """Whom the wire has spoken of by their post alone before it names them: "France's president … President X"."""
    title = set(candidate.title.lower().split())
    posts = title & roles()["UNIQUE"]
    if not posts or title & PAST:
        return None
    unnamed = [d for d in cast.of_type("person") if not d.names and posts & d.heads and not is_one_of_many(d)]
    fitting = [d for d in unnamed if not candidate.countries or d.countries & candidate.countries]
    return next((d for d in reversed(fitting) if levels_of(title) == levels_of(d.role_words)), None)


def levels_of(words: set[str]) -> set[str]:
    """The words that tell one post from another of the same name."""
    return words & roles()["LEVELS"]


def is_one_of_many(draft: Draft) -> bool:
    """Whether a wire has spoken of somebody as of one of several: "a minister", "one senator"."""
    return any(words.lower().startswith(("a ", "an ", "another ", "one ")) for words in draft.words)


def bears(draft: Draft, name: str) -> bool:
    """Whether a person may be called so: by the fullest of the names that the wire gives, not only by a family name."""
    fullest = max(draft.names, key=lambda n: len(n.split()), default=None)
    return fullest is not None and is_same_person(fullest, name)


def country(cast: Cast, candidate: Candidate) -> Draft:
    """The country that is named, or meant by its capital, its people or its government."""
    code = next(iter(candidate.countries))
    draft = cast.country(code)
    if draft is None:
        draft = cast.new("country", candidate.head.i)
        draft.countries.add(code)
    if candidate.kind == "country":
        draft.name(candidate.name)
    draft.call(candidate.name)
    return draft


def organization(cast: Cast, candidate: Candidate) -> Draft:
    """The organization of a name, or of a longer name that this one is short for."""
    plain, bodies = without_article(candidate.name), cast.of_type("organization")
    known = [d for d in bodies if any(is_same_name(n, plain) for n in d.names)] or said_otherwise(cast, candidate)
    known = known or [d for d in bodies if any(is_short_for(plain, n) for n in d.names)]
    draft = next(reversed(known), None) or cast.new("organization", candidate.head.i)
    draft.name(plain)
    draft.countries |= candidate.countries
    draft.call(plain)
    return draft


def said_otherwise(cast: Cast, candidate: Candidate) -> list[Draft]:
    """The organization that another name stands right before: "X (ABC)", "X, or Y"."""
    doc, start, end = cast.doc, candidate.span.start, candidate.span.end
    if start > 1 and doc[start - 1].text == "(" and end < len(doc) and doc[end].text == ")":
        before = start - 2
    elif start > 2 and doc[start - 1].lower_ == "or" and doc[start - 2].text == ",":
        before = start - 3
    else:
        return []
    return [draft for draft in cast.at.get(before, []) if draft.type == "organization"]


def is_short_for(short: str, full: str) -> bool:
    """Whether a name is the tail or head of a longer one ("Foreign Ministry", "Russian Foreign Ministry")."""
    a, b = without_article(short).lower(), without_article(full).lower()
    return len(a) > 3 and a != b and (b.endswith(" " + a) or a.endswith(" " + b))


def without_article(name: str) -> str:
    """A name without its article."""
    return name.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("A ")
