"""Through whose hands words came: an attribution → whom its speaker cites, and who passes the speaker's words on."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language import syntax
from kg.language.attribution import Attribution
from kg.language.attribution.cues import quoting
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.model import Mention

CITING = {"citing", "quoting"}


def cited(reading: Reading, attribution: Attribution) -> tuple[Mention, ...]:
    """Whom the speaker names as a source, in text order: "X reported, citing Y", "with reference to Y"."""
    heads = [attribution.verb, *attribution.sources]
    found = (token for i in heads if i is not None for token in sources_under(reading.doc[i]))
    speaker = {m.entity for m in reading.referents.who_at(attribution.sources[:1])}
    named = unique(m for token in sorted(found, key=lambda t: t.i) for m in reading.referents.who(token))
    return tuple(m for m in named if m.entity not in speaker)


def sources_under(head: Token) -> Iterator[Token]:
    """The nominals that hang on a word as its sources."""
    for gerund in (c for c in head.children if c.lower_ in CITING):
        yield from (c for c in gerund.children if c.i > gerund.i and c.dep_ in syntax.OBJECTS | {"obl", "nmod"})
    for noun in syntax.nominal_dependents(head):
        if syntax.preposition(noun) in CITING:
            yield noun
        elif noun.lower_ == "reference" and syntax.preposition(noun) == "with":
            yield from syntax.obliques(noun, {"to"})


def passed_on_by(reading: Reading, attribution: Attribution) -> tuple[Mention, ...]:
    """Who passes words on: "Y quoted X as saying", "X said, as cited by Y", "…, X said, Y reported"."""
    if attribution.verb is None:
        return ()
    verb = reading.doc[attribution.verb]
    own = {m.entity for m in reading.referents.who_at(attribution.sources)}
    return unique(m for t in reporters(reading, verb) for m in reading.referents.who(t) if m.entity not in own)


def reporters(reading: Reading, verb: Token) -> Iterator[Token]:
    """The nominals that are told to pass on what a cue says."""
    above = quoting(verb) if verb.tag_ == "VBG" else None
    found = [actor(above)] if above is not None else []
    found += [
        syntax.agent(c) for c in verb.children if c.dep_ == "advcl" and c.lower_ in {"cited", "quoted", "reported"}
    ]
    is_told = verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_ == "report"
    if is_told and verb.head.i not in reading.told_at:  # else the report is a statement of its own
        found.append(syntax.own_subject(verb.head))
    yield from (token for token in found if token is not None)


def actor(verb: Token) -> Token | None:
    """Who does what a verb says, in either voice."""
    return syntax.agent(verb) if syntax.is_passive(verb) else syntax.own_subject(verb)
