"""Who is who in a wrong: whose words it stands in, who did it, and which side they are on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from kg.language import syntax
from kg.language.allegations.allegation import Allegation
from kg.language.allegations.wrongs import wrongs
from kg.language.attribution import Attribution, clipped
from kg.language.referents import Referents, unique
from kg.language.tokens import offsets
from kg.model import Mention
from kg.model import Span as Offsets

Cue = Token | Attribution


@dataclass(frozen=True)
class Court:
    """An article as its allegations are heard in it."""

    doc: Doc
    attributions: tuple[Attribution, ...]
    referents: Referents
    before: list[Allegation]  # those already heard; grows as more are

    # Who speaks

    @cached_property
    def cues(self) -> Mapping[int, Attribution]:
        """The attributions by the token that is their verb; the first where two share it."""
        return {a.verb: a for a in reversed(self.attributions) if a.verb is not None}

    @cached_property
    def innermost(self) -> Mapping[int, Attribution]:
        """The narrowest attribution whose content holds a character, by the character's offset."""
        told = [a for a in reversed(self.attributions) if a.frame != "a"]
        # The narrowest has the last word.
        told.sort(key=lambda a: sum(p.end - p.start for p in a.content), reverse=True)
        return {at: a for a in told for p in a.content for at in range(p.start, p.end)}

    def cue_at(self, token: Token) -> Attribution | None:
        """The attribution whose cue a word is."""
        return self.cues.get(token.i)

    def attribution_of(self, token: Token) -> Attribution | None:
        """The innermost attribution whose content holds a token."""
        return self.innermost.get(token.idx)

    def sources(self, attribution: Attribution | None) -> tuple[Mention, ...]:
        """Whom an attribution credits."""
        if attribution is None:
            return ()
        found = self._sources.get(attribution.sources)
        if found is None:
            found = self._sources[attribution.sources] = self.referents.who_at(attribution.sources)
        return found

    @cached_property
    def _sources(self) -> dict[tuple[int, ...], tuple[Mention, ...]]:
        return {}  # asked of each word of what is said, so worked out once for each attribution

    def speakers(self, token: Token) -> tuple[Mention, ...]:
        """Who says the words that a token stands in."""
        return self.sources(self.attribution_of(token))

    # Who did it

    def culprits(self, noun: Token, *, any_nation: bool) -> tuple[Mention, ...]:
        """Who did a deed that a noun names: "X's …", "… by X", "… of X", "the X-ish …"."""
        named = self.referents.who(syntax.possessor(noun))
        is_misdeed = noun.lemma_ in wrongs()["misdeed"]
        # "the aggression of X", but "the violation of the deal"
        of = ("of",) if noun.lemma_ in wrongs()["owned"] else ()
        for preposition in ("by", "from", *of) if is_misdeed else ("by",):
            if not named:
                doers = syntax.obliques(noun, {preposition})
                named = tuple(m for doer in doers for m in self.referents.who(doer) or self.nations(doer))
        return unique(named or (self.nations(noun) if any_nation or is_misdeed else ()))

    def nations(self, noun: Token) -> tuple[Mention, ...]:
        """The countries that the adjectives before a noun name."""
        before = (c for c in noun.children if c.i < noun.i and c.dep_ in {"amod", "compound", "nmod"})
        return tuple(m for c in before for t in c.subtree for m in self.referents.nation(t))

    # Whose side

    def is_own_side(self, accused: tuple[Mention, ...], speakers: tuple[Mention, ...]) -> bool:
        """Whether somebody speaks of itself, its country or its countrymen."""
        ids = {m.entity for m in speakers}
        nations = {c for i in ids if (c := self.referents.actor(i).country)}
        return any(m.entity in ids or self.referents.actor(m.entity).country in nations for m in accused)

    def accused_by(self, speakers: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Whom the latest accusation by these speakers names."""
        ids = {m.entity for m in speakers}
        made = [a for a in self.before if not a.is_denied and ids & {m.entity for m in a.accusers}]
        return made[-1].accused if made else ()

    def accused_of_side(self, deniers: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Whom the latest accusation against the deniers' own side names."""
        against = [a for a in self.before if not a.is_denied and self.is_own_side(a.accused, deniers)]
        return against[-1].accused if against else ()

    # What comes of it

    def accuse(
        self, accusers: tuple[Mention, ...], accused: tuple[Mention, ...], act: Span, cue: Cue, confidence: float
    ) -> Allegation:
        """A wrong that somebody alleges of others; nobody accuses himself."""
        named = {m.entity for m in accusers}
        others = tuple(m for m in accused if m.entity not in named)
        return Allegation(accusers, others, self.told(act), words_of(cue), False, confidence)

    def deny(
        self, deniers: tuple[Mention, ...], cleared: tuple[Mention, ...], act: Span, cue: Cue, confidence: float
    ) -> Allegation:
        """A wrong that somebody rejects, and for whom."""
        return Allegation(deniers, cleared, self.told(act), words_of(cue), True, confidence)

    def told(self, act: Span) -> tuple[Offsets, ...]:
        """Where a deed is told, cut where the reported words that it begins in end."""
        return (clipped(offsets(act), self.attributions),)


def words_of(cue: Cue) -> Offsets | None:
    """Where a cue stands in the text."""
    return cue.cue if isinstance(cue, Attribution) else offsets(cue)
