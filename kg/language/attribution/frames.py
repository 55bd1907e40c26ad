"""What is said in other ways than by a clause or a quotation: noun phrases, infinitives, judgements and charges."""

from collections.abc import Callable, Mapping, Sequence

from spacy.tokens import Token

from kg.language import syntax
from kg.language.attribution.cues import BREAKS, DAYS, QUOTATION_MARKS
from kg.language.attribution.endings import clause_end
from kg.language.attribution.scene import Piece, Scene


def charge(scene: Scene, verb: Token) -> Piece | None:
    """The wrong that an object is accused of: "accused X of …", "blamed X for …"."""
    wrong = syntax.charged(verb, syntax.child(verb, syntax.OBJECTS))
    return stretch(scene, wrong, wrong) if wrong is not None else None


def judgement(scene: Scene, verb: Token) -> Piece | None:
    """An object and what it is called: "called these actions a provocation"."""
    named = name_given(verb)
    if named is None:
        return None
    between = (c for c in verb.children if verb.i < c.i < named.i and c.pos_ in {"NOUN", "PROPN"})
    found = syntax.child(verb, syntax.OBJECTS) or next(between, None)
    if found is None or found.i < verb.i:
        found = syntax.child(named, syntax.SUBJECTS)
    return stretch(scene, found, named) if found is not None else None


def view(scene: Scene, verb: Token) -> Piece | None:
    """An object and what it is seen as: "sees the truce as a trick", "which X sees as a trick"."""
    seen_as = next((n for n in under_as(verb) if n.i > verb.i), None)
    if seen_as is None:
        return None
    found = syntax.child(verb, syntax.OBJECTS)
    return stretch(scene, found if found is not None and found.i > verb.i else seen_as, seen_as)


def under_as(verb: Token) -> list[Token]:
    """What stands behind "as" with a verb, or with its object, where parsers sometimes put it."""
    found = syntax.child(verb, syntax.OBJECTS)
    hung = [verb, *(found.subtree if found is not None and found.i > verb.i else [])]
    marked = [c for c in verb.children if any(m.lower_ == "as" for m in c.children)]
    return [n for t in hung for n in syntax.obliques(t, {"as"})] + marked


def name_given(verb: Token) -> Token | None:
    """What a verb of calling calls its object: a predicate, what stands behind "as", or a second object."""
    behind = [c for c in verb.children if c.i > verb.i]
    predicates = (c for c in behind if c.dep_ in {"xcomp", "oprd", "ccomp"} and c.pos_ in {"NOUN", "ADJ", "PROPN"})
    objects = [c for c in behind if c.dep_ in syntax.OBJECTS]
    return (
        next(predicates, None)
        or next((n for n in under_as(verb) if n.i > verb.i), None)
        or (objects[-1] if len(objects) > 1 else None)
    )


def request(scene: Scene, verb: Token) -> Piece | None:
    """An object and what it is to do: "urged Norway to reopen the port"."""
    deed = infinitive_under(verb)
    if deed is None:
        return None
    asked = syntax.child(verb, syntax.OBJECTS | syntax.INDIRECT) or next(
        iter(syntax.obliques(verb, {"on", "upon"})), None
    )
    is_told = asked is not None and verb.i < asked.i < deed.i and asked.pos_ != "PRON"
    return stretch(scene, asked if asked is not None and is_told else deed, deed)


def intention(scene: Scene, verb: Token) -> Piece | None:
    """An infinitive: "vowed to …"."""
    deed = infinitive_under(verb)
    if deed is None or not any(c.lower_ == "to" for c in deed.children):
        return None
    return stretch(scene, deed, deed)


def infinitive_under(verb: Token) -> Token | None:
    """The infinitive that hangs on a verb behind it."""
    labels = {"xcomp", "ccomp", "advcl"}
    return next((c for c in verb.children if c.dep_ in labels and c.i > verb.i and c.tag_ == "VB"), None)


def topic(scene: Scene, verb: Token) -> Piece | None:
    """A noun phrase that says what was said: "confirmed the arrival of …"."""
    found = syntax.child(verb, syntax.OBJECTS)
    if found is None or found.i < verb.i or found.pos_ in {"PRON", "NUM", "DET"}:
        return None
    piece = stretch(scene, found, found)
    return scene.tidy(Piece(piece.start, topic_end(scene, verb, piece)))


def topic_end(scene: Scene, verb: Token, piece: Piece) -> int:
    """Where a noun phrase that was said ends: with its sentence, but for a time, another verb or an aside."""
    end, own = scene.sentence_end(verb), scene.quotation_at(verb)
    for i in range(piece.end, end):
        token = scene.doc[i]
        if scene.quotation_at(token) not in {None, own}:
            continue
        joins_verb = token.dep_ in {"cc", "mark"} and token.head.pos_ in {"VERB", "AUX"}
        is_time = token.ent_type_ in {"DATE", "TIME"} or token.lower_ in DAYS
        if token.text in BREAKS | QUOTATION_MARKS or joins_verb or is_time:
            return i if scene.doc[i - 1].pos_ != "ADP" else i - 1
    return end


def governed_piece(scene: Scene, verb: Token, prepositions: Sequence[str]) -> Piece | None:
    """What stands under one of a cue's prepositions: "warned of …", "called for …"."""
    for preposition in prepositions:
        governed = [*syntax.obliques(verb, {preposition}), *syntax.governed_clauses(verb, {preposition})]
        governed = governed or [
            n for c in syntax.children(verb, syntax.OBJECTS) for n in syntax.obliques(c, {preposition})
        ]
        if governed and governed[0].i > verb.i and governed[0].pos_ != "PRON":
            piece = stretch(scene, governed[0], governed[0])
            return scene.tidy(Piece(piece.start + (scene.doc[piece.start].lower_ == preposition), piece.end))
    return None


def stretch(scene: Scene, first: Token, last: Token) -> Piece:
    """From the left edge of one phrase to the right edge of another, prepositions and asides left out."""
    start = min([t.i for t in first.subtree if t.i <= first.i and not is_before_phrase(t, first)] or [first.i])
    inside = [t.i for t in last.subtree]
    end, sentence_end = last.i + 1, scene.sentence_end(last)
    while end < sentence_end and end in inside:
        end += 1
    return scene.tidy(Piece(start, clause_end(scene, start, end, first) if end - start > 3 else end))


def is_before_phrase(token: Token, head: Token) -> bool:
    """Whether a word only leads to a phrase: its preposition, conjunction or comma."""
    return token.head == head and token.dep_ in {"case", "mark", "cc", "punct"} and token.lower_ != "to"


# The frames of cues.tsv, the surest first.
FRAMES: Mapping[str, Callable[[Scene, Token], Piece | None]] = {
    "a": charge,
    "n": judgement,
    "v": view,
    "x": request,
    "t": intention,
    "o": topic,
}
