"""When, where, through what and to whom the words were spoken that tell a fact, and in which statement it is told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from kg.language.circumstances import saying
from kg.language.reading import Reading
from kg.model import Article, Fact, FactRef, Mention, Passage, roles
from ontology.terms import DL


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


def nested(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, each that is told in what somebody says pointing at that statement."""
    statements = [fact for fact in facts if is_statement(fact)]
    for fact in facts:
        teller = next((s for s in statements if is_at_cue(fact, s)), None) or holding(fact, statements)
        yield fact if teller is None else replace(fact, within=FactRef(teller.id))


def is_statement(fact: Fact) -> bool:
    """Whether a fact is a statement."""
    return fact.type == DL.Statement


def is_at_cue(fact: Fact, statement: Fact) -> bool:
    """Whether a fact of another kind is made by the very words that make a statement: "accused", "said"."""
    return not is_statement(fact) and fact.cue is not None and fact.cue == statement.cue


def holding(fact: Fact, statements: Sequence[Fact]) -> Fact | None:
    """The statement of fewest words in whose content a fact is told."""
    at = fact.cue.start if is_statement(fact) and fact.cue is not None else main_passage(fact).start
    around = [s for s in statements if s is not fact and holds(main_passage(s), at) and not tells(fact, s)]
    return min(around, key=lambda s: sum(end - start for start, end in main_passage(s).spans), default=None)


def tells(fact: Fact, statement: Fact) -> bool:
    """Whether a fact is a statement that tells another one, or the same content as another one."""
    if not is_statement(fact):
        return False
    content = main_passage(fact)
    return content == main_passage(statement) or (statement.cue is not None and holds(content, statement.cue.start))


def holds(words: Passage, offset: int) -> bool:
    """Whether a character stands in some words."""
    return any(start <= offset < end for start, end in words.spans)
