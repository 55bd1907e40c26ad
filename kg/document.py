"""The facts document of one wire: its findings as plain values, ready for JSON. docs/commands.md describes the form."""

from collections.abc import Mapping
from typing import Any

from kg.model import (
    Actor,
    Article,
    DatedSpan,
    Fact,
    FactRef,
    Findings,
    Location,
    Marked,
    Mention,
    Passage,
    Span,
    roles,
)

Json = dict[str, Any]

LISTS = ("statements", "accusations", "commitments", "denials")  # stand in every document, if only empty
AS_ACCUSATION = {"deniers": "accusers", "cleared": "accused"}  # how a denial reads in the list of accusations


def document(findings: Findings) -> Json:
    """All that a wire gives. A denial stands twice: as itself, and among the accusations with the status "denied"."""
    facts: dict[str, list[Json]] = {name: [] for name in LISTS}
    names = {agreement.id: agreement.name for agreement in findings.agreements}
    for fact in findings.facts:
        row = _fact(fact, names)
        if fact.plural == "accusations":
            row["status"] = "asserted"
        elif fact.plural == "denials":
            facts["accusations"].append(_denied(row))
        facts.setdefault(fact.plural, []).append(row)
    return {
        **_article(findings.article),
        "actors": [_actor(actor) for actor in findings.actors],
        "locations": [_location(location) for location in findings.locations],
        "agreements": [{"id": a.id, "name": a.name, "aliases": list(a.aliases)} for a in findings.agreements],
        **facts,
        "dates": [{"span": list(date.span), "value": date.value} for date in findings.dates],
    }


def _article(article: Article) -> Json:
    line = article.dateline
    return {
        "id": article.id,
        "text": article.text,
        "agency": article.agency,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "dateline": {"place": line.place, "date": article.date.isoformat() if article.date else None} if line else None,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "aliases": list(actor.aliases),
        "roles": list(actor.roles),
        "country": actor.country,
    }


def _location(location: Location) -> Json:
    return {
        "id": location.id,
        "name": location.name,
        "aliases": list(location.aliases),
        "country": location.country,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "geonames": location.geonames,
        "coordinatesOf": location.basis,
    }


def _fact(fact: Fact, names: Mapping[str, str]) -> Json:
    filled = {role.key: getattr(fact, name) for name, role in roles(type(fact))}
    return {
        "id": fact.id,
        **{key: _value(value, names) for key, value in filled.items()},
        "source": _source(next(iter(filled.values()), None)),
        "cue": list(fact.cue.spans[0]) if fact.cue else None,
        "evidence": [fact.evidence.start, fact.evidence.end],
        "date": fact.date,
        "dateBasis": fact.date_basis,
        "place": fact.place.entity if fact.place else None,
        "placeBasis": fact.place_basis,
        "channel": _value(fact.channel, names),
        "toldTo": _value(fact.told_to, names),
        "within": fact.within.id if fact.within else None,
        "words": _words(fact, filled),
        "confidence": round(fact.confidence, 3),
        "finder": fact.finder,
    }


def _value(value: object, names: Mapping[str, str]) -> Any:
    """A role's value: words as spans, an agreement as its name, any other mention as the id of whom it means."""
    match value:
        case Passage():
            return [list(span) for span in value.spans]
        case Marked() | DatedSpan():
            return value.value
        case Mention():
            return names.get(value.entity, value.entity)
        case FactRef():
            return value.id
        case tuple():
            return list(dict.fromkeys(_value(each, names) for each in value))
        case _:
            return value


def _words(fact: Fact, filled: Mapping[str, object]) -> dict[str, list[list[int]]]:
    """The spans of the words that show what is no span itself: a stated date or place, a channel, the one place of an event."""
    found: dict[str, list[Span]] = {}
    for key, value in {**filled, "channel": fact.channel}.items():
        if isinstance(value, Marked):
            found[key] = [*value.words.spans]
        elif isinstance(value, DatedSpan):
            found[key] = [value.span]
        elif isinstance(value, Mention):
            found[key] = [Span(value.start, value.end)]
    if fact.date_words:
        found["date"] = [*fact.date_words.spans]
    if fact.place and fact.place_basis == "stated":
        found["place"] = [Span(fact.place.start, fact.place.end)]
    return {key: [list(span) for span in spans] for key, spans in found.items()}


def _source(first: object) -> list[int] | None:
    """The words that name whoever a fact is credited to: the first mention of its first role."""
    match first:
        case (Mention() as mention, *_) if mention.start < mention.end:
            return list(Span(mention.start, mention.end))
        case _:
            return None


def _denied(denial: Json) -> Json:
    shown = {AS_ACCUSATION.get(key, key): value for key, value in denial.items() if key != "denies"}
    return {**shown, "status": "denied"}
