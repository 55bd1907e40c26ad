"""Who and what the words of an article refer to: the result of coreference, asked by token."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from kg.entities.gazetteer import country_named, country_of_demonym
from kg.language import syntax
from kg.model import Actor, Agreement, Location, Mention


@dataclass(frozen=True)
class Referents:
    """The actors, locations and agreements of one article, and which words refer to them."""

    doc: Doc
    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    actor_at: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # token index → actor ids
    span_at: Mapping[int, tuple[int, int]] = field(default_factory=dict)  # token index → the mention's tokens
    location_at: Mapping[int, str] = field(default_factory=dict)
    agreement_at: Mapping[int, str] = field(default_factory=dict)
    office_of: Mapping[str, Mention] = field(default_factory=dict)  # a spokesman's id → whom he speaks for

    def who(self, head: Token | None) -> tuple[Mention, ...]:
        """The actors that a noun phrase refers to, those joined to its head included; none where nobody can be named."""
        if head is None:
            return ()
        return unique(m for token in syntax.coordinated(head) for m in self.who_is(token))

    def who_at(self, tokens: Iterable[int]) -> tuple[Mention, ...]:
        """The actors that the tokens with these indices refer to."""
        return unique(m for i in tokens for m in self.who_is(self.doc[i]))

    def who_is(self, head: Token) -> tuple[Mention, ...]:
        """The actors that one head refers to."""
        return tuple(self.mention(head, actor) for actor in self.actor_at.get(head.i, ()))

    def mention(self, head: Token, actor: str) -> Mention:
        """The words round a token that refer to an actor."""
        start, end = self.span_at.get(head.i, (head.i, head.i + 1))
        words = self.doc[start:end]
        return Mention(words.start_char, words.end_char, words.text, actor)

    def nation(self, adjective: Token) -> tuple[Mention, ...]:
        """The country that an adjective of nationality names, where it is an actor of the wire."""
        code = country_of_demonym(adjective.text) or country_named(adjective.text)
        found = next((a.id for a in self.actors if a.type == "country" and a.country == code), None) if code else None
        return (Mention(adjective.idx, adjective.idx + len(adjective), adjective.text, found),) if found else ()

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The actors that are named in a stretch of tokens."""
        return self.who_at(i for i in range(span.start, span.end) if i in self.actor_at)

    def actor(self, id_: str) -> Actor:
        """An actor by its id."""
        return self._by_id[id_]

    @cached_property
    def _by_id(self) -> Mapping[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    def place(self, token: Token) -> Mention | None:
        """The location that a token names."""
        found, start, end = self.location_at.get(token.i), token.i, token.i + 1
        if found is None:
            return None
        while self.location_at.get(start - 1) == found:
            start -= 1
        while self.location_at.get(end) == found:
            end += 1
        words = self.doc[start:end]
        return Mention(words.start_char, words.end_char, words.text, found)

    def agreement(self, tokens: Iterable[Token]) -> Mention | None:
        """The first agreement that these tokens name."""
        token = next((t for t in tokens if t.i in self.agreement_at), None)
        if token is None:
            return None
        start, end = self.span_at.get(token.i, (token.i, token.i + 1))
        words = self.doc[start:end]
        return Mention(words.start_char, words.end_char, words.text, self.agreement_at[token.i])


def unique(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """One mention for each actor, in order."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.entity, mention)
    return tuple(first.values())
