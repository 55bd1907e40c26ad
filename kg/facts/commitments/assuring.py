""" "Will" as an assurance: what the speaker, or the speaker's own side, is going to do for others."""

from spacy.tokens import Token

from kg.facts.commitments.found import Found, act_from, is_headline, to_whom
from kg.facts.commitments.words import is_in
from kg.language import syntax
from kg.language.attribution import Attribution
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.model import Mention

FUTURE = {"will", "'ll", "’ll", "shall", "would", "'d", "’d"}
WORD = {"assure", "promise", "guarantee", "pledge", "vow", "swear"}  # cues that make any deed an assurance
STATES = {"be", "have", "become", "need", "want", "see", "know", "think", "depend", "like"}
EVERYTHING = {"everything", "all", "anything", "best", "utmost", "whatever"}  # "will do everything to help"
GOVERNMENT = {"government", "cabinet", "authorities", "administration"}
BLOWS = {"response", "answer", "rebuff", "lesson", "warning", "ultimatum"}  # given to nobody's good
FOR_OTHERS = {"to", "for", "with"}


def assuring(reading: Reading, verb: Token) -> Found | None:
    """ "We will continue to support …", "the country would not abandon its ally"."""
    if not is_future(verb) or syntax.is_passive(verb) or syntax.is_conditional(verb):
        return None
    is_doubted = verb.dep_ == "ccomp" and syntax.is_negated(verb.head)  # "I don't think we will stop"
    if verb.dep_ in {"acl:relcl", "relcl", "acl"} or is_doubted or is_aside(verb):
        return None
    attribution = next((a for a in reading.attributions if any(p.start <= verb.idx < p.end for p in a.content)), None)
    if attribution is None or attribution.frame not in {"c", "s"} or not is_assurance(reading, verb, attribution):
        return None
    speakers = {m.entity for m in reading.referents.who_at(attribution.sources)}
    party = reading.referents.who(syntax.subject(verb))
    if not party or not all(is_own_side(reading, m.entity, speakers) for m in party):
        return None
    first = next((c.i for c in verb.children if c.dep_ in {"advmod", "neg"} and c.lower_ in {"not", "never"}), verb.i)
    return Found(verb, party, act_from(first, verb), "pledged", 0.7, served(reading, verb))


def is_future(verb: Token) -> bool:
    """Whether a verb stands under "will" or "is going to"."""
    is_going = verb.dep_ == "xcomp" and verb.head.lower_ == "going" and syntax.child(verb.head, {"aux"}) is not None
    return (is_going and not syntax.is_negated(verb.head)) or syntax.has_modal(verb, FUTURE)


def is_aside(verb: Token) -> bool:
    """Whether a clause only says when or if something else is so, or threatens what is to come "unless …"."""
    marks = {m.lower_ for c in (verb, *syntax.children(verb, {"advcl"})) for m in c.children if m.dep_ == "mark"}
    return "unless" in marks or (verb.dep_ == "advcl" and not {"because", "as", "since", "so"} & marks)


def served(reading: Reading, verb: Token) -> tuple[Mention, ...]:
    """Those whom it is done for: "help Denmark", "provide Denmark with ships"."""
    whom = syntax.child(verb, syntax.OBJECTS) if is_in(verb, "serve") else None
    return reading.referents.who(whom) or to_whom(reading, verb)


def is_assurance(reading: Reading, verb: Token, attribution: Attribution) -> bool:
    """Whether doing this, or not doing it, is for others to count on."""
    given = attribution.verb is not None and reading.doc[attribution.verb].lemma_ in WORD
    if given and verb.pos_ == "VERB" and verb.lemma_ not in STATES:
        return True
    if syntax.is_negated(verb):
        if verb.lemma_ == "get":
            return any(c.lower_ == "involved" for c in verb.children)
        return is_in(verb, "forgo") and (
            verb.lemma_ not in {"stop", "cease"} or syntax.child(verb, {"xcomp"}) is not None
        )
    if [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == ["to", "be"]:
        return False  # "will continue to be" so
    if verb.lemma_ == "do":
        return any(c.lower_ in EVERYTHING for c in syntax.children(verb, syntax.OBJECTS))
    return is_in(verb, "assure") or (is_in(verb, "towards") and is_for_others(reading, verb))


def is_for_others(reading: Reading, verb: Token) -> bool:
    """Whether somebody is named whom it is done to or for: "will send Denmark a ship", "will increase aid to Denmark"."""
    party = {m.entity for m in reading.referents.who(syntax.subject(verb))}
    objects = syntax.children(verb, syntax.OBJECTS | syntax.INDIRECT)
    if any(head.lemma_ in BLOWS for head in objects):
        return False
    others = [*objects, *(n for head in (verb, *objects) for n in syntax.obliques(head, FOR_OTHERS))]
    return any(m.entity not in party for head in others for m in reading.referents.who(head))


def heading(reading: Reading, verb: Token) -> Found | None:
    """A headline's "Denmark to provide Norway with ships"."""
    if not is_in(verb, "serve") or not is_headline(reading, verb):
        return None
    first = verb.sent.start
    is_first = verb.dep_ == "ROOT" or (verb.dep_ == "acl" and verb.head.i < verb.i and verb.sent.root.pos_ != "VERB")
    if not is_first or not syntax.is_infinitive(verb) or syntax.is_negated(verb) or syntax.is_passive(verb):
        return None
    party = unique(m for i in range(first, verb.i) for m in reading.referents.who_is(verb.doc[i]))
    return Found(verb, party, act_from(verb.i, verb), "pledged", 0.6, served(reading, verb))


def is_own_side(reading: Reading, actor: str, speakers: set[str]) -> bool:
    """Whether an actor is one of the speakers, or the country or body that one speaks for."""
    code = reading.referents.actor(actor).country
    return any(
        speaker == actor or speaks_for(reading, speaker, actor) or (code and belongs_to(reading, speaker, code))
        for speaker in speakers
    )


def speaks_for(reading: Reading, speaker: str, body: str) -> bool:
    """Whether a speaker's office is of a body: its spokesman, "NATO Secretary General", any official of "the government"."""
    office, holder, whom = reading.referents.office_of.get(speaker), *map(reading.referents.actor, (speaker, body))
    if office is not None and office.entity == body:
        return True
    names = {name.lower() for name in (whom.name, *whom.aliases) if name[:1].isupper()}
    if whom.type == "organization" and any(name in role.lower() for role in holder.roles for name in names):
        return True  # an ambassador to a country speaks for another
    is_unnamed = whom.country is None and not whom.proper and whom.name.split()[-1].lower() in GOVERNMENT
    return is_unnamed and (bool(holder.roles) or holder.type == "organization")


def belongs_to(reading: Reading, speaker: str, code: str) -> bool:
    """Whether a speaker is of a country; an official of no known country is of that in which the wire was filed."""
    known = reading.referents.actor(speaker)
    if known.country is not None or not known.roles or reading.article.dateline is None:
        return known.country == code
    return any(place.country == code for place in reading.referents.locations[:1])
