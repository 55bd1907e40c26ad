"""Words that accuse by themselves: "accused X of …", "condemned the attack by X", "called it a provocation", "charges of …"."""

from spacy.tokens import Token

from kg.language import syntax
from kg.language.allegations.allegation import Allegation
from kg.language.allegations.court import Court
from kg.language.allegations.wrongs import is_in, is_misdeed, is_verb_of
from kg.language.referents import unique
from kg.language.tokens import tokens_in

HAVE = {"have", "has", "had", "'ve", "’ve", "having"}
POINTING = {"such", "this", "these", "that", "it"}


def by_accusing(court: Court, verb: Token) -> Allegation | None:
    """ "accused X of …", "X is accused of …", "blamed X for …"."""
    if not is_verb_of(verb, "accuse") or syntax.is_negated(verb):
        return None
    patient = syntax.child(verb, syntax.OBJECTS)
    is_bare = verb.tag_ == "VBN" and not syntax.has_modal(verb, HAVE) and patient is None
    is_passive = syntax.is_passive(verb) or is_bare
    target = (syntax.own_subject(verb) or syntax.subject(verb) or verb.head) if is_passive else patient
    wrong = syntax.charged(verb, target) if target is not None else None
    if target is None or wrong is None:
        return None
    accuser = syntax.agent(verb) if is_passive else syntax.subject(verb)
    accusers = court.referents.who(accuser) if accuser != target else ()
    if not is_passive:
        accusers = accusers or court.sources(court.cue_at(verb))
    if not accusers and not is_passive:
        return None
    return court.accuse(accusers, court.referents.who(target), syntax.extent(wrong), verb, 0.9)


def by_decrying(court: Court, word: Token) -> Allegation | None:
    """ "condemned the attack by X", "protested X's violation of …", "condemnation of …"."""
    noun = decried(court, word)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if word.pos_ == "NOUN":
        accusers = court.speakers(word)
    else:
        accusers = court.sources(court.cue_at(word)) or court.referents.who(syntax.subject(word))
    accusers = accusers or court.speakers(noun)
    if not accusers:
        return None
    return court.accuse(accusers, court.culprits(noun, any_nation=True), syntax.extent(noun), word, 0.8)


def decried(court: Court, word: Token) -> Token | None:
    """The deed that a verb or noun of condemning condemns."""
    cue = court.cue_at(word)
    if cue is not None and cue.frame in {"o", "c"} and is_in(word, "decry"):
        said = tokens_in(court.doc, *cue.content[0])
        return syntax.child(word, syntax.OBJECTS) or (said.root if said is not None else None)
    if is_verb_of(word, "decry") and not syntax.is_negated(word) and not syntax.is_passive(word):
        return syntax.child(word, syntax.OBJECTS)
    if word.pos_ == "NOUN" and word.lemma_ in {"condemnation", "denunciation", "protest"}:
        return next(iter(syntax.obliques(word, {"of", "against", "over"})), None)
    return None


def by_calling(court: Court, verb: Token) -> Allegation | None:
    """ "called such actions a provocation": another wrong of whom the same speaker has just accused."""
    cue = court.cue_at(verb)
    said = tokens_in(court.doc, *cue.content[0]) if cue is not None and cue.frame == "n" else None
    named = next((t for t in said or () if t.pos_ == "NOUN" and is_misdeed(t)), None)
    if cue is None or said is None or named is None:
        return None
    accusers = court.sources(cue)
    accused = court.referents.who(said[0]) or court.referents.who(syntax.child(verb, syntax.OBJECTS))
    if not accused and said[0].lower_ in POINTING:
        accused = court.accused_by(accusers)
    if not accusers or not accused or court.is_own_side(accused, accusers):
        return None
    return court.accuse(accusers, accused, court.doc[named.left_edge.i : said.end], cue, 0.65)


def by_charge(court: Court, noun: Token) -> Allegation | None:
    """ "accusations by X against Y of …", "faces charges of …"."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in {"accusation", "allegation", "charge"}:
        return None
    who, verb = court.referents.who, noun.head
    targets = syntax.obliques(noun, {"against"})
    deeds = [*syntax.obliques(noun, {"of", "over", "in"}), *syntax.governed_clauses(noun, {"of"})]
    if verb.pos_ == "VERB" and verb.lemma_ == "face" and not targets:
        return court.accuse((), who(syntax.subject(verb)), syntax.extent(deeds[0]), noun, 0.8) if deeds else None
    accusers = unique(m for n in syntax.obliques(noun, {"by", "from"}) for m in who(n))
    accusers = accusers or who(syntax.possessor(noun))
    if not accusers and verb.pos_ == "VERB":
        accusers = who(syntax.subject(verb))
    if not targets or not accusers:
        return None
    accused = unique(m for t in targets for m in who(t))
    return court.accuse(accusers, accused, syntax.extent(deeds[0] if deeds else noun), noun, 0.65)
