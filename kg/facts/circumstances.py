"""When, where, through what and to whom the words were spoken that tell a fact: as its wire says, else as it was filed."""

from dataclasses import replace
from typing import Any

from kg.language.circumstances import saying
from kg.language.reading import Reading
from kg.model import Article, Fact, Mention, Passage, roles


def with_circumstances(reading: Reading, fact: Fact, place: Mention | None) -> Fact:
    """A fact with its circumstances; `place` is the dateline's."""
    told = replace(fact, **stated(reading, fact))
    return replace(told, **inherited(told, reading.article, place))


def stated(reading: Reading, fact: Fact) -> dict[str, Any]:
    """What the wire itself says at the cue of a fact."""
    said = saying(reading, fact.cue.spans[0] if fact.cue else None, main_passage(fact).spans)
    found: dict[str, Any] = {"channel": said.channel, "told_to": said.told_to}
    if said.date is not None and fact.date is None:
        found |= {"date": said.date.value, "date_basis": "stated", "date_words": reading.passage(said.date.span)}
    if said.place is not None and fact.place is None:
        found |= {"place": said.place, "place_basis": "stated"}
    return found


def main_passage(fact: Fact) -> Passage:
    """The words that a fact is about: what is said, alleged or undertaken."""
    return next(value for name, _ in roles(type(fact)) if isinstance(value := getattr(fact, name), Passage))


def inherited(fact: Fact, article: Article, place: Mention | None) -> dict[str, Any]:
    """The time and place of the wire where the fact states none, marked as inherited."""
    taken: dict[str, Any] = {}
    if fact.date is None and article.date is not None:
        from_dateline = article.dateline is not None and article.dateline.date is not None
        taken |= {"date": article.date.isoformat(), "date_basis": "dateline" if from_dateline else "published"}
    if fact.place is None and place is not None:
        taken |= {"place": place, "place_basis": "dateline"}
    return taken
