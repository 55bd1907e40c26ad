"""What belongs to a cue of speech: a verb → the nominals that tell when, where, through what and to whom it is said."""

from collections.abc import Callable, Container, Iterator

from spacy.tokens import Token

from kg.language import syntax
from kg.language.attribution.cues import cue_lemma, is_listed
from kg.language.circumstances.channels import ADDRESSEES, channel_of

PREPOSITIONS = {"", "at", "in", "on", "during", "to", "with", "near", "outside", "via", "through", "over", "by"}
UNMARKED = {"obl:unmarked", "obl:tmod", "nmod:tmod", "nmod:unmarked", "npadvmod", "advmod"}
TELLING = {"tell", "inform", "assure", "reassure", "notify", "remind", "brief", "address"}
# Verbs of speaking and of making public, whose participles lead from a cue to a channel: "speaking at a briefing".
LEADING = {
    *("speak", "comment", "address", "answer", "reply", "respond", "talk", "write"),
    *("publish", "post", "air", "broadcast", "issue", "release", "circulate", "record", "hold", "give", "deliver"),
}


def goes_on_from(verb: Token) -> Iterator[Token]:
    """The verbs whose time and place a cue shares: "went on to say", "told reporters …, adding that"."""
    while verb.head.i != verb.i and is_joined(verb):
        verb = verb.head
        yield verb


def is_joined(verb: Token) -> bool:
    """Whether a verb may tell of the same speaking as the verb above it."""
    if syntax.own_subject(verb) is not None or any(
        c.dep_ in {"mark", "case"} and c.lower_ != "to" for c in verb.children
    ):
        return False  # "after blaming X": another time
    if verb.dep_ == "xcomp":
        return verb.head.pos_ == "VERB"
    return is_listed(verb.head) and (verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG"))


def adjuncts(head: Token, is_said: Callable[[Token], bool], dates: Container[int]) -> Iterator[Token]:
    """The nominals round a verb or noun that are no part of what is said, and what hangs on them in turn."""
    for hung in hanging(head):
        if is_said(hung) or syntax.children(hung, {"cop"}):
            continue  # what is said, or a clause: "asked why he was at the rally"
        yield hung
        if is_leading_on(hung) or hung.i in dates:
            yield from adjuncts(hung, is_said, dates)
    for participle in head.children:
        if is_leading(participle) and not is_said(participle):
            yield from adjuncts(participle, is_said, dates)


def hanging(head: Token) -> Iterator[Token]:
    """The nominals that hang on a word as its time, place, channel or addressee."""
    yield from (n for n in syntax.nominal_dependents(head) if syntax.preposition(n) in PREPOSITIONS)
    for c in head.children:
        if c.dep_ in UNMARKED or c.dep_ in (ADDRESSEES if head.pos_ == "VERB" else syntax.POSSESSIVES | {"compound"}):
            yield c


def is_leading_on(noun: Token) -> bool:
    """Whether the time and place of a noun are those of the speaking: of a briefing, of whom it is told to, of "at …"."""
    return channel_of(noun) is not None or is_told(noun) or syntax.preposition(noun) == "at"


def is_told(noun: Token) -> bool:
    """Whether a nominal is for those whom a verb of telling names as told: "told reporters"."""
    return noun.dep_ in ADDRESSEES and cue_lemma(noun.head) in TELLING


def is_leading(word: Token) -> bool:
    """Whether a verb tells how words are spoken or made public, or what the speaker does meanwhile."""
    if word.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"as", "while"} for c in word.children):
        return word.pos_ == "VERB"
    is_participle = word.tag_ in {"VBG", "VBN"} and word.dep_ in {"advcl", "acl"}
    return (is_participle or word.dep_ in {"acl:relcl", "relcl"}) and word.lemma_ in LEADING
