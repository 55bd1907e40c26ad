"""Verbs as cues: a token → the attribution that it makes, where it is a verb of speech or thought and somebody says something."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.entities.titles import is_document_noun
from kg.language import syntax
from kg.language.attribution.attribution import Attribution, form_of
from kg.language.attribution.cues import cue_lemma, cues, is_listed
from kg.language.attribution.frames import FRAMES, governed_piece
from kg.language.attribution.scene import Piece, Scene
from kg.language.attribution.sources import all_sources, source_of
from kg.language.attribution.speech import spoken
from kg.language.titles import PEOPLE, is_role
from kg.model import Span as Offsets

FIRST_OR_SECOND = {"i", "we", "you", "us", "me"}
NOBODY = {"what", "this", "that", "there"}
SHORT = 12  # tokens of words that only tell of others
TELLING = {"announce", "confirm", "report", "say", "state", "tell", "write"}
SHOWING = {
    "confirm",
    "echo",
    "highlight",
    "indicate",
    "question",
    "reveal",
    "signal",
    "suggest",
    "underline",
    "underscore",
}
DEEDS_TO_PEOPLE = {"dismiss", "endorse", "oppose", "recall", "report", "welcome"}  # "dismissed the minister"
MODALS = {"would", "could", "should", "might", "may", "must", "can", "ca", "'ll", "’ll", "will", "shall", "'d"}


def is_cue(scene: Scene, token: Token) -> bool:
    """Whether a word is a verb of speech or thought. In headlines the tagger often misses one: "Kremlin urges calm"."""
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBZ", "VBD"}:
        is_name = token.is_title and not scene.is_headline and not scene.opens(token.i) and token.nbor(-1).is_alpha
        return is_listed(token) and not is_name  # "the banker Said Haddad"
    if not scene.is_headline or token.i == scene.start or not token.lower_.endswith("s"):
        return False
    return is_listed(token) and scene.leads(token)


def by_verb(scene: Scene, verb: Token) -> Iterator[Attribution]:
    """The attribution that a cue makes."""
    source = source_of(scene, verb)
    if source is None or is_barred(verb, source):
        return
    pieces, frame = content_of(scene, verb, source)
    if pieces and not tells_of_telling(scene, pieces[0]) and not (frame == "o" and only_shows(verb, source)):
        spans = scene.spans(pieces)
        sources, form = all_sources(scene, verb, source), form_of(spans, scene.quotations)
        yield Attribution(with_particle(verb), verb.i, sources, spans, form, frame)


def with_particle(verb: Token) -> Offsets:
    """The words of a cue: the verb and a particle right behind it ("pointed out")."""
    particle = next((c for c in verb.children if c.dep_ in {"compound:prt", "prt"} and c.i == verb.i + 1), None)
    last = particle or verb
    return Offsets(verb.idx, last.idx + len(last))


def is_barred(verb: Token, source: Token) -> bool:
    """Whether nothing is said here: denied or possible speech, orders to speak, the speaker's own "I think"."""
    if source.lower_ in FIRST_OR_SECOND | NOBODY or source.dep_ == "expl" or source.lemma_ in {"question", "response"}:
        return True
    if verb.lemma_ == "ask" and verb.i and verb.nbor(-1).lower_ == "when":
        return True
    if verb.lemma_ in {"comment", "encourage"} and verb.tag_ == "VBG":
        return True  # "commenting on" tells what other words are about, "are encouraging" what is done
    if (
        syntax.is_conditional(verb)
        or syntax.is_negated(verb)
        or syntax.is_negated(source)
        or syntax.has_modal(verb, MODALS)
    ):
        return True
    if any(c.dep_ in {"compound:prt", "prt"} and c.lower_ == "off" for c in verb.children):
        return True  # "called off the talks"
    if verb.lemma_ == "speak" and (verb.tag_ == "VBG" or source.tag_ in {"NNS", "NNPS"} or source.lower_ == "they"):
        return True  # they talk with each other
    goes_on = verb.dep_ == "xcomp" and verb.head.lemma_ in {"go", "continue", "proceed"}
    return is_infinitive(verb) and not goes_on


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands under "to" or a modal verb, its own or that of the verb it is joined to: "may say and add"."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head != verb:
        verb = verb.head
    return syntax.is_infinitive(verb) or (verb.tag_ == "VB" and syntax.has_modal(verb, MODALS))


def only_shows(verb: Token, source: Token) -> bool:
    """Whether a text does not say something but is a sign of it: "the letter highlights his role"."""
    return verb.lemma_ in SHOWING and is_document_noun(source.lemma_.lower())


def tells_of_telling(scene: Scene, piece: Piece) -> bool:
    """Whether words only say where other words come from: "This was reported on the website", "X stated this on Telegram"."""
    words = scene.doc[piece.start : piece.end]
    if len(words) < SHORT and any(
        t.lemma_ in TELLING and t.i + 1 < piece.end and t.nbor().lower_ == "this" for t in words
    ):
        return True
    first = scene.doc[piece.start : piece.start + 4]
    is_formula = first[0].lower_ in {"this", "it"} and any(is_listed(t) and t.tag_ == "VBN" for t in first[2:])
    return (
        is_formula and first[1].lemma_ == "be" and all(t.lower_ != "that" for t in scene.doc[piece.start : piece.end])
    )


def acts_on_person(verb: Token) -> bool:
    """Whether a verb tells what is done to somebody, not what is said: "dismissed the minister"."""
    found = syntax.child(verb, syntax.OBJECTS)
    is_person = found is not None and (found.ent_type_ in PEOPLE or is_role(found))
    return is_person and verb.lemma_.lower() in DEEDS_TO_PEOPLE


def content_of(scene: Scene, verb: Token, source: Token) -> tuple[list[Piece], str]:
    """What is said, in pieces, and the frame that says so."""
    frames = cues()[cue_lemma(verb)]
    if frames & {"c", "q"}:
        pieces = spoken(scene, verb, source, quoted_only="c" not in frames)
        if pieces:
            return pieces, "c"
    for frame, piece_of in FRAMES.items():
        if frame == "o" and acts_on_person(verb):
            continue
        if frame in frames and (piece := piece_of(scene, verb)):
            return [piece], frame
    prepositions = sorted(f.removeprefix("p:") for f in frames if f.startswith("p:"))
    if (piece := governed_piece(scene, verb, prepositions)) is not None:
        return [piece], "p"
    if scene.is_headline and frames & {"c", "o"} and verb.i + 2 < scene.end and scene.leads(verb):
        return [scene.tidy(Piece(verb.i + 1, scene.end))], "c"
    return [], ""
