"""Where the title before a person's name begins: "Deputy Foreign Minister X", "Ambassador to Havana Y"."""

from spacy.tokens import Doc, Span, Token

from kg.entities.titles import is_role_noun, is_title

PEOPLE = {"PER", "PERSON"}
LONGEST = 24  # tokens: "deputy director of the Center for … at the Higher School of … X"


def title_start(doc: Doc, part: Span, entity: Span) -> int:
    """Where the title before a name begins, or the name itself where it has none."""
    name = start = before_brackets(doc, part, entity.start)
    while start > part.start and is_of_title(doc[start - 1]):
        start -= 1
    if not any(is_role(t) for t in doc[max(start, name - 3) : name]):
        start = longer_title_start(doc, part, entity)
    if [t.lower_ for t in doc[start : start + 3]] == ["year", "-", "old"]:
        start += 3
    while start < entity.start and (doc[start].tag_ == "POS" or doc[start].text in "-'’"):
        start += 1
    return start


def before_brackets(doc: Doc, part: Span, start: int) -> int:
    """Where the name begins, or the remark in brackets between a title and it: "Prime Minister (2031-2034) X"."""
    if start - 1 <= part.start or doc[start - 1].text != ")":
        return start
    opening = next((i for i in range(start - 2, max(part.start, start - 8), -1) if doc[i].text == "("), None)
    return opening if opening is not None and is_role(doc[opening - 1]) else start


def longer_title_start(doc: Doc, part: Span, entity: Span) -> int:
    """Where a title with a preposition begins: "Ambassador to Havana X", "head of the trade office Y"."""
    at = entity.start
    if at > part.start and doc[at - 1].pos_ in {"ADP", "DET"}:
        return at  # "a spokeswoman for X" is not X
    while at > part.start and entity.start - at < LONGEST and may_stand_in_title(doc[at - 1]):
        at -= 1
        if (
            is_role(doc[at])
            and doc[at + 1].pos_ == "ADP"
            and doc[at + 1].lower_ in {"to", "of", "for", "at", "in", "on"}
        ):
            while at > part.start and is_of_title(doc[at - 1]):
                at -= 1
            return at
    return entity.start


def may_stand_in_title(token: Token) -> bool:
    """Whether a word may stand in a title with a preposition: also within the name of what the title is over."""
    return is_of_title(token) or token.pos_ in {"ADP", "DET"} or is_of_other_name(token) or joins_names(token)


def is_of_other_name(token: Token) -> bool:
    """Whether a word belongs to a name that is no person's."""
    return token.ent_type_ != "" and token.ent_type_ not in PEOPLE


def joins_names(token: Token) -> bool:
    """Whether "and" stands between two such names, or two parts of one."""
    is_within = token.pos_ == "CCONJ" and 0 < token.i < len(token.doc) - 1
    return is_within and is_of_other_name(token.nbor(-1)) and is_of_other_name(token.nbor())


def is_role(token: Token) -> bool:
    """Whether a word names a post or is a title."""
    return is_role_noun(token.lemma_.lower()) or is_title(token.text)


def is_of_title(token: Token) -> bool:
    """Whether a word may stand in a title before a name: "Turkey’s Foreign Minister", "U.S. Defense Secretary"."""
    return (
        (token.pos_ in {"PROPN", "NOUN", "ADJ"} or token.tag_ == "POS" or token.text in {"-", "&"})
        and token.ent_type_ not in PEOPLE
        and token.tag_ not in {"NNPS"}
    )
