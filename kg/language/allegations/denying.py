"""Words that reject a wrong: "denied that …", "is innocent", "strikes terrorists, not civilians"."""

from spacy.tokens import Span, Token

from kg.language import syntax
from kg.language.allegations.allegation import Allegation
from kg.language.allegations.court import Court
from kg.language.allegations.wrongs import is_in, is_verb_of, wrongs
from kg.language.attribution.cues import is_listed

PLEAS = {"innocent", "guilty"}
GUILT = {"involvement", "responsibility", "guilt", "wrongdoing", "role"}


def by_denying(court: Court, verb: Token) -> Allegation | None:
    """ "denied attacking …", "denied that X had …", "rejected accusations of …"."""
    if not is_verb_of(verb, "deny") or syntax.is_negated(verb):
        return None
    denier = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
    deniers, denied = court.referents.who(denier), rejected(verb)
    if not deniers or denied is None:
        return None
    if denied.pos_ == "PROPN":
        return None
    if denied.pos_ == "NOUN" and denied.lemma_ not in wrongs()["charge"] | wrongs()["misdeed"] | GUILT:
        return None
    is_clause = denied.pos_ in {"VERB", "AUX"}
    doers = court.referents.who(syntax.own_subject(denied)) if is_clause else ()
    if is_clause and denied.tag_ != "VBG" and not doers and not is_in(denied, "wrong"):
        return None
    cleared = doers or court.accused_of_side(deniers) or deniers
    return court.deny(deniers, cleared, syntax.extent(denied), verb, 0.8)


def rejected(verb: Token) -> Token | None:
    """What a verb of rejecting rejects: the head of its object or clause."""
    labels = {"ccomp", "xcomp", "advcl", *syntax.OBJECTS}
    return next((c for c in verb.children if c.i > verb.i and c.dep_ in labels), None)


def by_innocence(court: Court, word: Token) -> Allegation | None:
    """ "X is innocent", "pleaded not guilty"."""
    if word.lower_ not in PLEAS:
        return None
    before = word.doc[max(word.i - 1, 0)]
    if word.lower_ == "guilty" and not (syntax.is_negated(word) or before.lower_ == "not"):
        return None
    subject = syntax.own_subject(word) or syntax.subject(word.head)
    cleared = court.referents.who(subject)
    deniers = cleared if word.head.lemma_ == "plead" else court.speakers(word)
    if not deniers:
        return None
    start = subject.i if subject is not None and subject.i < word.i else word.i
    return court.deny(deniers, cleared, court.doc[start : word.i + 1], word, 0.75)


def by_sparing(court: Court, noun: Token) -> Allegation | None:
    """ "strikes only terrorists, not civilians": to say whom one does not hit is to deny hitting them."""
    attribution = court.attribution_of(noun) if noun.lemma_.lower() in wrongs()["protected"] else None
    if attribution is None:
        return None
    before = court.doc[noun.sent.start : noun.i]
    blows = wrongs()["wrong"] | wrongs()["strike"] | {"operation"}
    blow = next((t for t in before if t.lemma_.lower() in blows), None)
    speakers = court.sources(attribution)
    if blow is None or not speakers or not any(t.lower_ == "not" for t in before[-4:]):
        return None
    own = {m.entity for m in speakers}
    doer = syntax.subject(blow if blow.pos_ == "VERB" else blow.head)
    named = (*court.referents.who(doer), *court.referents.within(before))  # the doer, else the first who is named
    cleared = tuple(m for m in named if m.entity not in own)[:1]
    act = court.doc[blow_start(blow, before) : noun.i + 1]
    return court.deny(speakers, cleared, act, attribution, 0.65)


def blow_start(blow: Token, before: Span) -> int:
    """Where the telling of a blow begins: with its verb, or that verb's auxiliary."""
    verb = blow.head
    auxiliaries = [c.i for t in (blow, verb) for c in t.children if c.dep_ in syntax.AUXILIARIES]
    starts = [*auxiliaries, *([verb.i] if verb.pos_ == "VERB" and not is_listed(verb) else [])]
    return min([blow.i, *(i for i in starts if i >= before.start)])


def is_sparing(verb: Token) -> bool:
    """Whether a clause says whom it does not hit: that is left to `by_sparing`."""
    doc = verb.doc
    spared = (t for t in doc[verb.i : verb.sent.end] if t.lemma_.lower() in wrongs()["protected"])
    return any(w.lower_ == "not" for t in spared for w in doc[max(t.i - 3, verb.i) : t.i])
