"""Who is described together: "the presidents of X and Y, A B and C D", "the four countries", "both leaders"."""

from kg.entities.gazetteer import country_named, country_of_demonym
from kg.entities.titles import is_role_noun
from kg.language.candidates import STATES
from kg.language.coreference.cast import Cast, Draft
from kg.language.mentions import Candidate
from kg.model import ActorType

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
FARTHEST = 30  # tokens from a count to the end of its list
PARTIES = STATES | {"nation", "side", "party"}
PAIR = 60  # tokens that "both" and "the two" look back


def together(cast: Cast, candidate: Candidate) -> list[Draft]:
    """Those whom a description in the plural means, where the wire names each of them; else nobody."""
    if not candidate.is_plural:
        return []
    people = named_together(cast, candidate)
    if len(people) > 1:
        share_title(people, candidate)
        return people
    return counted(cast, candidate) or pair(cast, candidate)


def named_together(cast: Cast, candidate: Candidate) -> list[Draft]:
    """The people who are named right behind their common title: "the presidents of X and Y, A B and C D"."""
    doc, at, found = cast.doc, candidate.span.end, list[Draft]()
    if candidate.kind != "group" or not is_role_noun(candidate.head.lemma_.lower()):
        return found
    at += at < len(doc) and doc[at].text == ","
    at += at + 1 < len(doc) and at not in cast.at and doc[at].is_title  # a first name that the names step has missed
    while at < len(doc) and at in cast.at and cast.at[at][0].type == "person":
        found += [d for d in cast.at[at] if d not in found]
        at = cast.spans[at][1]
        at += at < len(doc) and doc[at].text in {",", "and"}
    return found


def counted(cast: Cast, candidate: Candidate) -> list[Draft]:
    """Those whom a list between commas names, as many as a description counts: "the four countries …, A, B, C and D, urged"."""
    count = next((NUMBERS.get(t.lower_, 0) for t in candidate.head.children if t.dep_ == "nummod"), 0)
    doc, end = cast.doc, min(candidate.head.i + FARTHEST, len(cast.doc))
    for comma in (t.i for t in doc[candidate.span.end : end] if t.text == "," and count):
        found, at = list[Draft](), comma + 1
        while at < end and at in cast.at:
            found += cast.at[at]
            at = cast.spans[at][1]
            at += at < end and doc[at].text == "," and at + 1 in cast.at
            at += at < end and doc[at].lower_ == "and"
        if len(found) == count and at < end and doc[at].text == ",":
            return found
    return []


def share_title(people: list[Draft], candidate: Candidate) -> None:
    """Note the title that people have in common, and their countries, where it names as many, in their order."""
    words = [t.text for t in candidate.span]
    codes = [code for word in words if (code := country_of_demonym(word) or country_named(word)) is not None]
    for i, person in enumerate(people):
        person.hold(candidate.lemma)
        person.countries |= {codes[i]} if len(codes) == len(people) and not person.countries else set()


def pair(cast: Cast, candidate: Candidate) -> list[Draft]:
    """The two who were named together last: "X and Y met. Both leaders said"."""
    lead = {t.lower_ for t in candidate.head.children if t.i < candidate.head.i}
    type_: ActorType | None = (
        "person" if is_role_noun(candidate.lemma) else "country" if candidate.lemma in PARTIES else None
    )
    if type_ is None or not ("both" in lead or {"the", "two"} <= lead):
        return []
    near = [s for s in cast.seen if s.draft.type == type_ and 0 < candidate.head.i - s.at < PAIR]
    for one in sorted(near, key=lambda s: s.at, reverse=True):
        other = next(
            (s for s in near if s.at < one.at and s.draft != one.draft and are_joined(cast, s.at, one.at)), None
        )
        if other is not None:
            return [other.draft, one.draft]
    return []


def are_joined(cast: Cast, first: int, second: int) -> bool:
    """Whether "and" joins two names: nothing but titles stands between."""
    between = cast.doc[first + 1 : second]
    return any(t.lower_ == "and" for t in between) and not any(
        t.pos_ in {"VERB", "AUX"} or t.text in ".;" for t in between
    )
