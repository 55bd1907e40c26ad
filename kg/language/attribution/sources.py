"""Who speaks: a verb of speech or thought → the heads of the noun phrases that it credits."""

from typing import NamedTuple

from spacy.tokens import Span, Token

from kg.entities.titles import is_document_noun, is_group_noun, is_organization_noun, is_role_noun
from kg.language import syntax
from kg.language.attribution.cues import BREAKS, CITING, DAYS, is_listed, quoting
from kg.language.attribution.scene import NOMINAL, Scene, is_nominal
from kg.language.titles import PEOPLE, is_role, title_start

FINITE = {"VBD", "VBZ", "VBP", "MD"}
SPEAKING = PEOPLE | {"ORG"}
ADDRESSING = {"tell", "inform", "notify", "remind", "assure"}  # behind these stands who is spoken to
FARTHEST = 40  # tokens from a name to the verb that its description parts it from


class Beside(NamedTuple):
    """A noun phrase beside a verb; `is_bounded` where a comma, quotation mark or the part's edge stands on its other side."""

    head: Token
    start: int
    end: int
    is_bounded: bool

    def holds(self, token: Token) -> bool:
        """Whether a token stands in the phrase."""
        return self.start <= token.i < self.end


def source_of(scene: Scene, verb: Token) -> Token | None:
    """The head of the noun phrase that speaks."""
    if verb.tag_ == "VBG" and (above := quoting(verb)) is not None:
        return quoted_person(above, verb)
    if verb.lemma_ == "learn":  # "the agency learned from X"
        return next((t for t in syntax.obliques(verb, {"from"}) if t.ent_type_ in SPEAKING or is_role(t)), None)
    if is_participle(verb) or syntax.is_passive(verb):
        return syntax.agent(verb)
    if verb.tag_ == "VBG":
        if (noun := speaker_before(verb)) is not None:
            return noun
        if (main := spoken_on_from(scene, verb)) is not None:
            verb = main
    found, beside = syntax.subject(verb), phrase_beside(scene, verb)
    if found is None or found.pos_ not in NOMINAL | {"ADJ", "DET", "X"} or not is_in_reach(scene, verb, found):
        return beside.head if beside is not None else None
    if beside is not None and beside.is_bounded and not beside.holds(found):
        is_far = found.i < beside.start < verb.i and any(t.tag_ in FINITE for t in scene.doc[found.i : beside.start])
        is_inverted = beside.end <= verb.i < found.i
        if found.dep_ != "nsubj" or is_far or is_inverted:
            return beside.head
    return named_by(scene, found, beside) or found


def named_by(scene: Scene, found: Token, beside: Beside | None) -> Token | None:
    """The person whose name closes the phrase that a subject opens: "the deputy director of the Institute X said"."""
    if found.ent_type_ in PEOPLE or beside is None or beside.head.ent_type_ not in PEOPLE or beside.end < found.i:
        return None
    name = name_of(scene, beside.head)
    between = scene.doc[found.i + 1 : name.start]
    is_one_phrase = is_role(found) and all(is_nominal(t) or t.pos_ in {"ADP", "CCONJ"} for t in between)
    is_second = name[0].dep_ == found.dep_ and name[0].head == found.head
    return name[0] if is_second or (is_one_phrase and stands_alone(scene, name)) else None


def name_of(scene: Scene, token: Token) -> Span:
    """The part of a person's name up to one of its words."""
    start = token.i
    while start > scene.start and scene.doc[start].ent_iob_ == "I":
        start -= 1
    return scene.doc[start : token.i + 1]


def stands_alone(scene: Scene, name: Span) -> bool:
    """Whether no preposition ties a name to what stands before it: not "the office of President X"."""
    return scene.doc[max(title_start(scene.doc, scene.span, name) - 1, scene.start)].pos_ != "ADP"


def speaker_before(gerund: Token) -> Token | None:
    """The noun for one who may speak that stands right before a gerund: "a question about experts saying that …"."""
    noun = gerund.nbor(-1) if gerund.i else gerund
    lemma = noun.lemma_.lower()
    speaks = any(is_one(lemma) for is_one in (is_role_noun, is_group_noun, is_organization_noun, is_document_noun))
    is_free = syntax.preposition(noun) in {"", "about", "by", "from", "of", "with"}
    return noun if noun.pos_ in {"NOUN", "PROPN"} and is_free and (speaks or noun.ent_type_ in SPEAKING) else None


def spoken_on_from(scene: Scene, gerund: Token) -> Token | None:
    """The cue whose speaker goes on in a gerund behind a comma: "X said that Y would leave, adding that"."""
    if gerund.i == scene.start or gerund.nbor(-1).text != ",":
        return None
    own = scene.quotation_at(gerund)
    before = reversed(scene.doc[max(gerund.sent.start, scene.start) : gerund.i])
    cues = [
        t
        for t in before
        if t.tag_ in FINITE and is_listed(t) and scene.quotation_at(t) == own and t.is_ancestor(gerund)
    ]
    return cues[-1] if cues and cues[-1] != gerund.head else None  # the first: it governs the others


def quoted_person(verb: Token, saying: Token) -> Token | None:
    """Who is quoted: "X was quoted as saying", "Y quoted X as saying", before "as" if the parser has not seen them."""
    if syntax.is_passive(verb):
        return syntax.own_subject(verb)
    between = [t for t in verb.doc[verb.i + 1 : saying.i] if t.pos_ in NOMINAL and t.dep_ not in {"flat", "compound"}]
    return syntax.child(verb, syntax.OBJECTS) or next(reversed(between), None)


def is_participle(verb: Token) -> bool:
    """Whether a verb is a bare past participle: "when asked", "sanctions announced by"."""
    has_auxiliary = any(c.dep_ in {"aux", "aux:pass", "auxpass"} for c in verb.children)
    return verb.tag_ == "VBN" and not has_auxiliary and syntax.own_subject(verb) is None


def is_in_reach(scene: Scene, verb: Token, source: Token) -> bool:
    """Whether a subject stands in the same stretch of speech as its verb: both in one quotation, or both outside.

    A quotation that opens with the verb itself has its subject outside: the minister "expressed concern".
    """
    own = scene.quotation_at(verb)
    if own == scene.quotation_at(source):
        return True
    if own is None or source.idx >= own.start:
        return False
    return all(t.pos_ == "ADV" or t.is_punct for t in scene.doc[scene.index_at(own.start) : verb.i])


def phrase_beside(scene: Scene, verb: Token) -> Beside | None:
    """The noun phrase right before a finite verb, else right behind it, by the look of the words alone.

    It stands in for the parse where a long quotation has led the parser astray.
    """
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} and not scene.is_headline:
        return None
    if (found := set_off(scene, verb)) is not None:
        return found
    return phrase_before(scene, verb) or phrase_behind(scene, verb)


def phrase_before(scene: Scene, verb: Token) -> Beside | None:
    """The noun phrase right before a verb, but for adverbs and a weekday."""
    doc, end = scene.doc, verb.i
    while end - 1 > scene.start and doc[end - 1].pos_ in {"ADV", "AUX"}:
        end -= 1
    if doc[end - 1].lower_ in DAYS:  # "X on Monday said"
        end -= 2 if doc[end - 2].lower_ == "on" else 1
    start = end
    while start > scene.start and end - start < 14 and is_nominal(doc[start - 1]):
        start -= 1
    if start >= end or doc[end - 1].pos_ not in NOMINAL:
        return None
    head = head_of(scene, start, end)
    if head.ent_type_ in PEOPLE:
        start = min(start, title_start(doc, scene.span, name_of(scene, head)))
    return Beside(head, start, end, start == scene.start or closes(scene, start - 1))


def set_off(scene: Scene, verb: Token) -> Beside | None:
    """Who is named between commas before a verb: "X, chairman of Y, told …", "the head of Y, X, told …"."""
    doc, end = scene.doc, verb.i - 1
    while end > scene.start and doc[end].pos_ in {"ADV", "AUX"}:
        end -= 1
    if doc[end].text != ",":
        return None
    for at in range(end - 1, max(scene.start, verb.i - FARTHEST) - 1, -1):
        token = doc[at]
        if token.pos_ in {"VERB", "AUX"} and not hangs_on_who(scene, token, end):
            return None
        if token.ent_iob_ != "B" or token.ent_type_ not in SPEAKING:
            continue
        start, behind = (title_start(doc, scene.span, doc[at : at + 1]) if token.ent_type_ in PEOPLE else at), at + 1
        while behind < end and doc[behind].ent_iob_ == "I":
            behind += 1
        is_last = behind == end and token.ent_type_ in PEOPLE
        if is_edge(scene, start - 1) and doc[behind].text == "," and (is_last or describes(scene, behind + 1)):
            return Beside(token, described_from(scene, start) if behind == end else start, verb.i, is_bounded=True)
    return None


def hangs_on_who(scene: Scene, verb: Token, end: int) -> bool:
    """Whether a verb belongs to a clause that "who" opens, or tells more of a noun: "X, who left Y, said"."""
    if verb.dep_ in {"acl", "amod"}:
        return True
    clause = scene.doc[max(verb.sent.start, verb.i - 10) : verb.i]
    opener = next((t for t in reversed(list(clause)) if t.text == ","), None)
    return opener is not None and opener.i + 1 < end and opener.nbor().lower_ in {"which", "who", "whose"}


def describes(scene: Scene, start: int) -> bool:
    """Whether words behind a comma tell who somebody is or how they speak: "the chairman of …", "who left …", "speaking to …"."""
    doc = scene.doc
    if doc[start].lower_ == "who" or doc[start].tag_ in {"VBG", "VBN"} or doc[start].dep_ == "acl":
        return True
    first = next(
        (t for t in doc[start : start + 9] if tells_who(t) or t.pos_ in {"VERB", "AUX"} or t.text == ","), None
    )
    return first is not None and tells_who(first)


def tells_who(token: Token) -> bool:
    """Whether a word is for a post or a body."""
    return is_role(token) or is_organization_noun(token.lemma_.lower())


def described_from(scene: Scene, start: int) -> int:
    """Where the description begins that a comma parts from the name at `start`; the name itself where it has none."""
    at = start - 2
    while at > scene.start and start - at < FARTHEST and may_describe(scene.doc[at - 1]):
        at -= 1
    is_description = at >= scene.start and is_edge(scene, at - 1) and describes(scene, at)
    return at if is_description and scene.doc[start - 1].text == "," else start


def may_describe(token: Token) -> bool:
    """Whether a word may stand in the description that a comma parts from a name."""
    return is_nominal(token) or token.pos_ == "ADP" or token.ent_type_ != ""


def is_edge(scene: Scene, index: int) -> bool:
    """Whether a phrase may begin behind a token: at a comma, a mark that closes, or the part's own edge."""
    return index < scene.start or closes(scene, index) or bool(scene.doc[index + 1].is_sent_start)


def phrase_behind(scene: Scene, verb: Token) -> Beside | None:
    """The noun phrase right behind a verb that a comma or quotation mark stands before: "…," said X."""
    if verb.lemma_ in ADDRESSING:
        return None
    doc, start = scene.doc, verb.i + 1
    end = start
    while end < scene.end and end - verb.i < 12 and is_nominal(doc[end]):
        end += 1
    if end == start or doc[end - 1].pos_ not in NOMINAL or verb.i == scene.start or not closes(scene, verb.i - 1):
        return None
    return Beside(head_of(scene, start, end), start, end, is_bounded=True)


def closes(scene: Scene, index: int) -> bool:
    """Whether a token closes what stands before it: a comma, a dash or a last quotation mark."""
    return scene.doc[index].text in BREAKS or scene.quotation_ending_at(index) is not None


def head_of(scene: Scene, start: int, end: int) -> Token:
    """The head of such a phrase: a name at its end, else the noun before its first preposition, else its last word."""
    last = scene.doc[end - 1]
    if last.ent_type_ in PEOPLE:
        return last
    cut = next((i for i in range(start + 1, end) if scene.doc[i].lower_ in {"of", "for"}), end)
    return scene.doc[cut - 1]


def listed_before(scene: Scene, source: Token) -> list[Token]:
    """Who opens a headline before the source, parted from it by a comma alone: "X, Y agree on …"."""
    start = source.left_edge.i
    lead = scene.doc[scene.start : max(start - 1, scene.start)]
    is_listed = scene.is_headline and len(lead) > 0 and source.ent_type_ and scene.doc[start - 1].text == ","
    names_one = is_listed and lead[0].ent_iob_ == "B" and all(t.ent_iob_ == "I" for t in lead[1:])
    return [lead[0]] if names_one else []


def joined_before(source: Token) -> list[Token]:
    """Who is joined to a source by "and" before it, where the parser has taken both for subjects: "police and witnesses"."""
    joint = next((c.i for c in source.children if c.dep_ == "cc" and c.i < source.i), 0)
    others = [c for c in source.head.children if c.dep_ in syntax.SUBJECTS and c.i < joint]
    return [other for other in others if all(is_nominal(t) for t in source.doc[other.i : joint])]


def all_sources(scene: Scene, verb: Token, source: Token) -> tuple[int, ...]:
    """The source, those joined to it, and whoever is cited: "X reported, citing Y"."""
    found = [*listed_before(scene, source), *joined_before(source), *syntax.coordinated(source)]
    for citing in (c for c in verb.children if c.lower_ in CITING):
        cited = syntax.child(citing, syntax.OBJECTS) or next(
            (t for t in citing.children if t.pos_ in {"NOUN", "PROPN"}), None
        )
        found += syntax.coordinated(cited) if cited is not None else []
    return tuple(dict.fromkeys(t.i for t in found))
