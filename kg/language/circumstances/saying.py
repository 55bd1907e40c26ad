"""When, where, through what and to whom words are spoken: a cue with its content → a Saying."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from spacy.tokens import Token

from kg.entities.titles import is_organization_noun, is_place_noun
from kg.language import syntax
from kg.language.attribution import Attribution
from kg.language.attribution.cues import BREAKS, is_listed
from kg.language.circumstances.channels import ADDRESSEES, channel_of, is_spoken_through
from kg.language.circumstances.telling import adjuncts, goes_on_from, is_told
from kg.language.mentions import NAMES
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.language.tokens import token_at
from kg.model import DatedSpan, Marked, Mention
from kg.model import Span as Offsets

AT_A_TIME = {"", "on", "in", "at", "during"}
AT_A_PLACE = {"in", "at", "near", "outside"}
SAYING = {"say", "speak", "confirm", "explain", "comment", "announce", "report", "state", "declare", "give", "talk"}


@dataclass(frozen=True)
class Saying:
    """How words were spoken, as far as the wire says so at their cue."""

    date: DatedSpan | None = None
    place: Mention | None = None
    channel: Marked | None = None
    told_to: tuple[Mention, ...] = ()


def saying(reading: Reading, cue: Offsets | None, content: Sequence[Offsets]) -> Saying:
    """How words were spoken; `content` are those words, so that what they tell is not taken for how they were spoken."""
    attribution = reading.cued.get(cue) if cue is not None else None
    verb = token_at(reading.doc, cue.start) if cue is not None else None
    if attribution is not None:
        content = attribution.content
        verb = reading.doc[attribution.verb] if attribution.verb is not None else None
    elif verb is not None and (holding := reading.holding(verb)) is not None and not is_listed(verb):
        return saying(reading, holding.cue, holding.content)  # an undertaking or a charge that is told by the speaker
    by_document = document(reading, attribution)
    if verb is None or verb.pos_ not in {"VERB", "AUX"}:
        return Saying(channel=by_document)
    round_ = [*surroundings(reading, verb, content)]
    return Saying(
        date=said_on(reading, verb, round_, attribution),
        place=next((m for t in round_ if (m := place_at(reading, t)) is not None), None),
        channel=channel(reading, round_) or by_document,
        told_to=addressees(reading, round_),
    )


def surroundings(reading: Reading, verb: Token, content: Sequence[Offsets]) -> Iterator[Token]:
    """The nominals that tell how words were spoken, those of the cue itself before those of a verb that it goes on from."""
    is_said = partial(stands_in, content)
    is_aside = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)  # "As X reported, on Monday …"
    own = adjuncts(verb, is_said, reading.date_at)
    yield from (t for t in own if not is_aside or t.i < verb.i or not has_break(verb, t))
    for noun in right_behind(verb, is_said):
        yield noun
        yield from adjuncts(noun, is_said, reading.date_at)
    told_here = reading.told_at.get(verb.i)
    for above in goes_on_from(verb):
        told = reading.told_at.get(above.i)
        if told_here is not None and told is not None and not {*told_here.sources} & {*told.sources}:
            return
        said = (*content, *(told.content if told is not None else ()))
        yield from adjuncts(above, partial(stands_in, said), reading.date_at)


def has_break(verb: Token, behind: Token) -> bool:
    """Whether a comma or the like stands between a verb and a word behind it."""
    return any(t.text in BREAKS for t in verb.doc[verb.i : behind.i])


def right_behind(verb: Token, is_said: Callable[[Token], bool]) -> Iterator[Token]:
    """The nominals right behind a cue that parsers hang on what is said before it: "…, X said in a statement"."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if is_said(token) or token.text in BREAKS or token.pos_ in {"VERB", "AUX", "SCONJ"}:
            return
        if is_said(token.head):
            yield token


def stands_in(content: Iterable[Offsets], token: Token) -> bool:
    """Whether a token stands in what is said."""
    return any(piece.start <= token.idx < piece.end for piece in content)


def said_on(
    reading: Reading, verb: Token, round_: Iterable[Token], attribution: Attribution | None
) -> DatedSpan | None:
    """The time that words were spoken at, the nearest to their cue; parsers hang a day on the speaker, too: "said X on Monday"."""
    dates = [t for t in round_ if t.i in reading.date_at and is_timed(t)]
    if not dates and attribution is not None:
        dates = [c for i in attribution.sources for c in reading.doc[i].children if is_day(reading, c)]
    return reading.date_at[min(dates, key=lambda t: abs(t.i - verb.i)).i] if dates else None


def is_day(reading: Reading, token: Token) -> bool:
    """Whether a word is a time at which something is told: under a preposition, or a day; no "(2010-2014)" behind a name."""
    date = reading.date_at.get(token.i)
    return date is not None and is_timed(token) and (syntax.preposition(token) != "" or len(date.value) == 10)


def is_timed(date: Token) -> bool:
    """Whether something is told as of a date, not as by or since it."""
    return syntax.preposition(date) in AT_A_TIME and date.dep_ not in {"nsubj", "appos"}


def place_at(reading: Reading, noun: Token, *, anyhow: bool = False) -> Mention | None:
    """The location that a nominal puts something in: "in Bergen", "at the port of Bergen"; `anyhow`, under any preposition."""
    if not anyhow and syntax.preposition(noun) not in AT_A_PLACE:
        return None
    own = reading.referents.place(noun)
    if own is not None or not is_place_noun(noun.lemma_.lower()):
        return own
    under = [*syntax.obliques(noun, {"of"}), *syntax.children(noun, {"appos", "compound", "flat", "nmod:desc"})]
    return next((m for n in under if (m := reading.referents.place(n)) is not None), None)


# Through what, and to whom


def channel(reading: Reading, round_: Iterable[Token]) -> Marked | None:
    """The surest channel among some nominals, with the words that show it."""
    found = [(c, t) for t in round_ if (c := channel_of(t)) is not None and is_spoken_through(t, c)]
    if found:
        surest, noun = min(found, key=lambda one: (one[0].rank, one[1].i))
        return Marked(surest.kind, reading.words(syntax.phrase(noun)))
    medium = next((t for t in round_ if is_medium(t)), None)
    return Marked("media", reading.words(syntax.phrase(medium))) if medium is not None else None


def is_medium(name: Token) -> bool:
    """Whether a name is of a medium: told, and not called by a noun for another organization ("told the Foreign Ministry")."""
    return is_told(name) and NAMES.get(name.ent_type_) == "ORG" and not is_organization_noun(name.lemma_.lower())


def document(reading: Reading, attribution: Attribution | None) -> Marked | None:
    """The text that itself is said to speak: "the statement says"."""
    heads = [reading.doc[i] for i in attribution.sources] if attribution is not None else []
    found = next((t for t in heads if (c := channel_of(t)) is not None and c.kind == "statement"), None)
    return Marked("statement", reading.words(syntax.phrase(found))) if found is not None else None


def addressees(reading: Reading, round_: Iterable[Token]) -> tuple[Mention, ...]:
    """Whom words were spoken to: "told X", "confirmed to X", "in an interview with X"."""
    return unique(m for t in round_ if is_addressee(t) for m in reading.referents.who(t))


def is_addressee(noun: Token) -> bool:
    """Whether a nominal is for those who are told."""
    under, head = syntax.preposition(noun), noun.head
    if noun.dep_ in ADDRESSEES:
        return is_told(noun) and not is_gathering(noun)
    return (under == "to" and head.lemma_ in SAYING) or (under in {"with", "to"} and head.lemma_ == "interview")


def is_gathering(noun: Token) -> bool:
    """Whether a noun is for what people speak at, be it told something too: "told a news conference"."""
    channel = channel_of(noun)
    return channel is not None and "during" in channel.prepositions
