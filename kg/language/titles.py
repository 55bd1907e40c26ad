"""Where the title before a person's name begins: "Deputy Foreign Minister X", "Ambassador to Havana Y"."""

from spacy.tokens import Doc, Span, Token

from kg.entities.titles import is_role_noun, is_title

PEOPLE = {"PER", "PERSON"}


def title_start(doc: Doc, part: Span, entity: Span) -> int:
    """Where the title before a name begins, or the name itself where it has none."""
    start = entity.start
    while start > part.start and is_of_title(doc[start - 1]):
        start -= 1
    if not any(is_role(t) for t in doc[max(start, entity.start - 3) : entity.start]):
        start = longer_title_start(doc, part, entity)
    while start < entity.start and (doc[start].tag_ == "POS" or doc[start].text in "-'’"):
        start += 1
    return start


def longer_title_start(doc: Doc, part: Span, entity: Span) -> int:
    """Where a title with a preposition begins: "Ambassador to Havana X", "head of the trade office Y"."""
    at = entity.start
    while (
        at > part.start and entity.start - at < 10 and (is_of_title(doc[at - 1]) or doc[at - 1].pos_ in {"ADP", "DET"})
    ):
        at -= 1
        if is_role(doc[at]) and doc[at + 1].pos_ == "ADP" and doc[at + 1].lower_ in {"to", "of", "for", "at", "in"}:
            while at > part.start and is_of_title(doc[at - 1]):
                at -= 1
            return at
    return entity.start


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
