"""What is said in a clause or a quotation: a verb of saying and its source → the content before and behind them."""

from spacy.tokens import Token

from kg.language import syntax
from kg.language.attribution.cues import BREAKS, CITING, DAYS, QUOTATION_MARKS, cue_lemma, cues, is_listed, quoting
from kg.language.attribution.endings import clause_end, is_speaking_on, mixed_end, names_reporter
from kg.language.attribution.scene import Piece, Scene, is_nominal
from kg.language.attribution.sources import phrase_beside
from kg.language.titles import PEOPLE

NEAR = 12  # tokens from "As X reported" to the comma behind it
CIRCUMSTANCES = {"as", "when", "while", "after", "before", "during", "amid", "following", "ahead"}


def spoken(scene: Scene, verb: Token, source: Token, *, quoted_only: bool) -> list[Piece]:
    """The clause or quotation that a verb of saying introduces, follows or interrupts."""
    doc = scene.doc
    if takes_relative(verb):
        return []
    left, right = edges(scene, verb, source)
    if left > scene.start and doc[left - 1].lower_ == "as" and scene.opens(left - 1) and verb.tag_ != "VBG":
        return [scene.tidy(piece) for piece in behind_as(scene, verb, right) if not quoted_only]
    behind = content_behind(scene, verb, right, quoted_only=quoted_only)
    is_circumstance = behind is not None and tells_circumstance(doc[behind.start])
    has_more = behind is not None and not is_circumstance
    before = content_before(scene, left, verb, has_more=has_more, quoted_only=quoted_only)
    by_relative = any(c.dep_ in syntax.SUBJECTS and c.tag_ in {"WP", "WDT"} for c in verb.children)
    if (verb.tag_ == "VBG" and quoting(verb) is None) or by_relative:
        before = None  # "…, noting that", "X, who thinks that": what stands before is another cue's
    if before is None and behind is None and not quoted_only and (round_ := content_round(scene, left, right, verb)):
        return round_
    if before is not None and behind is not None and only_leads_in(scene, before, behind):
        before = None  # "On yesterday's “Morning Show,” X said that …"
    if before is not None and behind is not None and not scene.is_quoted(behind):
        if is_circumstance or doc[before.end - 1].text in QUOTATION_MARKS:
            behind = None
        else:
            before = None
    return [scene.tidy(p) for p in (before, behind) if p is not None]


def behind_as(scene: Scene, verb: Token, right: int) -> list[Piece]:
    """What follows "As X reported, …" and "As X reported earlier, citing Y, …": the rest of the sentence."""
    end = scene.sentence_end(verb)
    commas = [i for i in range(right, end) if scene.doc[i].text == ","]
    if len(commas) > 1 and scene.doc[commas[0] + 1].lower_ in CITING:
        commas = commas[1:]
    is_near = (bool(commas) and commas[0] - right < NEAR) or (bool(commas) and scene.doc[right].text == ",")
    return [Piece(commas[0] + 1, end)] if is_near and scene.has_verb(commas[0] + 1, end) else []


def takes_relative(verb: Token) -> bool:
    """Whether a relative pronoun is what a verb acts on: "his post, which he assumed" says nothing."""
    return any(c.dep_ in syntax.OBJECTS and c.tag_ in {"WDT", "WP"} and c.i < verb.i for c in verb.children)


def only_leads_in(scene: Scene, before: Piece, behind: Piece) -> bool:
    """Whether words before a cue only tell where a clause behind it was said: they begin with a preposition, and hold no verb."""
    is_phrase = scene.doc[before.start].pos_ == "ADP" and not scene.has_verb(*before)
    return is_phrase and scene.has_verb(*behind) and not tells_circumstance(scene.doc[behind.start])


def tells_circumstance(first: Token) -> bool:
    """Whether words behind a cue tell of when or on what somebody speaks: "when asked", "commenting on"."""
    return first.lower_ in CIRCUMSTANCES or (first.tag_ == "VBG" and is_speaking_on(first))


def edges(scene: Scene, verb: Token, source: Token) -> tuple[int, int]:
    """Where the words of the cue itself begin and end: source, verb and what stands between, no content."""
    doc, above = scene.doc, quoting(verb)
    if above is not None and above.i < verb.i:  # "the channel quoted X as saying"
        by = syntax.own_subject(above)
        return (min(by.left_edge.i, above.i) if by is not None else above.i), verb.i + 1
    beside = phrase_beside(scene, verb)
    if beside is not None and beside.holds(source):
        left, right = (beside.start, verb.i + 1) if beside.end <= verb.i else (verb.i, beside.end)
        return named_before(scene, phrase_start(scene, source, left)), right
    subject = syntax.full_phrase(source) if source.i < verb.i else doc[verb.i : verb.i + 1]
    left = min(verb.i, subject.start if subject.end <= verb.i + 1 else source.i, source.i)
    left = max(left, scene.start)
    while left > scene.start and doc[left - 1].pos_ in {"ADV", "AUX", "DET", "ADJ"} and not scene.opens(left):
        left -= 1
    if source.i > verb.i and source.i - verb.i < 12:
        return left, syntax.full_phrase(source).end if scene.quotation_at(source) is None else source.i + 1
    return left, verb.i + 1


def phrase_start(scene: Scene, source: Token, left: int) -> int:
    """Where a source's phrase begins that is known from `left` on: also with words that only the parse ties to it."""
    own = {t.i for t in source.subtree}
    while left > scene.start and left - 1 in own and scene.doc[left - 1].text not in BREAKS | QUOTATION_MARKS:
        left -= 1
    if scene.doc[left].lower_ == "and":  # "police and witnesses said"
        while left > scene.start and is_nominal(scene.doc[left - 1]):
            left -= 1
    return left


def named_before(scene: Scene, left: int) -> int:
    """Where a source begins whose name stands between commas before its description: "…, X, the police spokesman said"."""
    at = left - 2
    while at > scene.start and scene.doc[at].ent_iob_ == "I":
        at -= 1
    is_named = at > scene.start and scene.doc[at].ent_type_ in PEOPLE and scene.doc[at].ent_iob_ == "B"
    return at if is_named and scene.doc[left - 1].text == scene.doc[at - 1].text == "," else left


def content_round(scene: Scene, left: int, right: int, verb: Token) -> list[Piece]:
    """What a cue between two commas interrupts: "The ferry, X said, is late"."""
    doc, end = scene.doc, scene.sentence_end(verb)
    start = max(verb.sent.start, scene.start)
    is_between = start < left - 1 and right < end and doc[left - 1].text == doc[right].text == ","
    if not is_between or verb.tag_ not in {"VBD", "VBZ", "VBP"} or not scene.has_verb(right, end):
        return []
    return [scene.tidy(Piece(start, left - 1)), scene.tidy(Piece(right + 1, end))]


# Before the cue


def content_before(scene: Scene, left: int, verb: Token, *, has_more: bool, quoted_only: bool) -> Piece | None:
    """What stands before the cue and is closed by a comma or a quotation mark."""
    doc, at = scene.doc, left - 1
    while at >= scene.start and (doc[at].text in BREAKS | {"."} or doc[at].is_space):
        at -= 1
    if at < scene.start:
        return None
    quotation = scene.quotation_ending_at(at)
    if quotation is not None and has_more and doc.text[quotation.end - 2] == ".":
        return None  # a quotation that ends its own sentence belongs to what came before
    if quotation is not None:
        return Piece(opening_of(scene, scene.index_at(quotation.start)), at + 1)
    if quoted_only or at == left - 1 or doc[left - 1].text not in BREAKS:
        return None
    # Parsers sometimes break a sentence before its cue: no sentence ends with a comma, so content begins before that.
    start = max(min(verb.sent.start, doc[at].sent.start), scene.start)
    if doc[start].lower_ == "according" and not any(t.text in BREAKS for t in doc[start:at]):
        return None  # "According to Y, X said so"
    if start > at or has_more or not scene.has_verb(start, at + 1) or scene.quotation_at(verb) is not None:
        return None
    return Piece(start, at + 1)


def opening_of(scene: Scene, start: int) -> int:
    """Where content that a quotation closes begins: with the quotation, or with the sentence that it stands within."""
    sentence = scene.doc[start].sent.start
    opens_sentence = start == sentence or scene.ends_sentence(start - 1) or start == scene.start
    return start if opens_sentence else max(sentence, scene.start)


# Behind the cue


def content_behind(scene: Scene, verb: Token, right: int, *, quoted_only: bool) -> Piece | None:
    """What stands behind the cue: a quotation, or a clause with or without "that"."""
    end = scene.sentence_end(verb)
    if verb.dep_ in {"acl:relcl", "relcl", "acl"}:  # "X, who said that …, left"
        end = min(end, max(verb.right_edge.i + 1, right))
    that = next((i for i in range(right, min(end - 1, right + 25)) if is_that(scene, i, verb)), None)
    quoted = quotation_behind(scene, verb, right, that)
    if quoted is not None or quoted_only:
        return quoted
    clause = said_clause(verb)
    if that is not None and (clause is None or that < clause.i):
        return Piece(that + 1, clause_end(scene, that + 1, end, verb))
    if clause is None or clause.dep_ == "parataxis":
        return bare_clause(scene, verb, right)
    start = min([t.i for t in clause.subtree if t.i > verb.i] + [t.i for t in taken_for_object(verb, clause)])
    while start < end and (scene.doc[start].text in BREAKS or is_day(scene.doc[start])):
        start += 1
    if scene.doc[start].lower_ == "that":
        start += 1
    if start > right and scene.doc[start - 1].text == "," and names_reporter(scene, start, end):
        return None  # "X said as he left, the agency has learned"
    return Piece(start, clause_end(scene, start, end, verb)) if right <= start < end else None


def taken_for_object(verb: Token, clause: Token) -> list[Token]:
    """The words of a clause's subject that the parser took for the object of a verb of saying: "said a line … was cut"."""
    found = syntax.child(verb, syntax.OBJECTS)
    takes_none = not cues()[cue_lemma(verb)] & {"o", "x", "a", "n"} if is_listed(verb) else False
    is_its = found is not None and takes_none and verb.i < found.i < clause.i
    return list(found.subtree) if found is not None and is_its and syntax.child(clause, syntax.SUBJECTS) is None else []


def is_day(token: Token) -> bool:
    """Whether a word at the start of a clause only says when it was said: "said Monday the ferry …", "said on Monday …"."""
    is_on = token.lower_ == "on" and token.i + 1 < len(token.doc) and token.nbor().lower_ in DAYS
    return token.lower_ in DAYS - {"earlier", "later"} or is_on


def is_that(scene: Scene, index: int, verb: Token) -> bool:
    """Whether a word is the "that" of what a verb says: only an addressee or adverbial stands between, no other verb."""
    token = scene.doc[index]
    if token.lower_ != "that" or (token.tag_ in {"WDT", "DT"} and token.dep_ != "mark"):
        return False
    between = scene.doc[verb.i + 1 : index]
    if any(is_listed(t) and t.tag_ == "VBG" for t in between):
        return False
    return not any((t.pos_ == "VERB" and t.tag_ != "VBG") or t.text in {".", ";"} for t in between)


def quotation_behind(scene: Scene, verb: Token, right: int, that: int | None) -> Piece | None:
    """The quotation that a cue leads to, with the clause that it opens; not one that stands within a clause of "that"."""
    end = scene.sentence_end(verb)
    opening = scene.quotation_from(right, end)
    if opening is None:
        return None
    start, stop = scene.index_at(opening.start), scene.index_at(opening.end - 1) + 1
    if (that is not None and start > that + 1) or not leads_to_quotation(scene, right, start):
        return None
    return Piece(start, mixed_end(scene, stop, end, verb))


def leads_to_quotation(scene: Scene, right: int, start: int) -> bool:
    """Whether nothing but an addressee, an adverbial or "that" stands between a cue and a quotation."""
    between = scene.doc[right:start]
    if any(t.text in {".", "!", "?"} for t in between):
        return False
    words = [t for t in between if not t.is_punct]
    return (
        not words
        or words[-1].lower_ == "that"
        or (words[-1].lower_ == "as" and not scene.has_verb(right, start))
        or (between[-1].text in {",", ":"} and not scene.has_verb(right, start))
    )


def said_clause(verb: Token) -> Token | None:
    """The head of the clause that a verb of saying governs."""
    labels = {"ccomp", "parataxis", "xcomp"}
    return next((c for c in verb.children if c.dep_ in labels and c.i > verb.i and is_clause(c)), None)


def is_clause(head: Token) -> bool:
    """Whether a word heads a clause that can be said: an open one only where it has a subject of its own."""
    if head.dep_ != "xcomp":
        return True
    if head.tag_ in {"VBG", "VBN"} or any(c.lower_ == "to" for c in head.children):
        return False
    return syntax.child(head, syntax.SUBJECTS) is not None


def bare_clause(scene: Scene, verb: Token, right: int) -> Piece | None:
    """A clause right behind a verb of saying that the parser took for something else, as it does in headlines."""
    doc, end = scene.doc, scene.sentence_end(verb)
    is_addressed = verb.lemma_ in {"tell", "inform", "notify"} and not scene.is_headline
    if is_addressed or right >= end or doc[right].pos_ not in {"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"}:
        return None
    finite = next((t for t in doc[right + 1 : end] if t.tag_ in {"VBD", "VBZ", "VBP", "MD"}), None)
    if (
        finite is None
        or verb.tag_ == "VBG"
        or (finite.dep_ == "conj" and finite.head == verb)
        or any(t.text in BREAKS for t in doc[right : finite.i])
    ):
        return None
    return Piece(right, clause_end(scene, right, end, verb))
