"""Whom pronouns mean: "he" and "they" an actor met before, "I" and "we" in a quotation its speaker."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.entities.gazetteer import country_name
from kg.language.attribution import Attribution
from kg.language.coreference.cast import Cast, Draft
from kg.language.quotation import Quotation
from kg.language.tokens import tokens_in
from kg.model import ActorType

LONGEST = 14  # tokens of a description
REACH = 250  # tokens that a pronoun looks back
WANTED: dict[str, set[ActorType]] = {
    "he": {"person"},
    "she": {"person"},
    "him": {"person"},
    "her": {"person"},
    "his": {"person"},
    "it": {"organization", "country"},
    "its": {"organization", "country"},
    "they": {"group", "organization"},
    "them": {"group"},
    "their": {"group", "organization"},
}


def antecedent(cast: Cast, pronoun: Token) -> Draft | None:
    """Whom a pronoun means: who leads its sentence, else who led one before, else who was last named."""
    if pronoun.lower_ == "who":
        return named_before(cast, pronoun)
    types = WANTED.get(pronoun.lower_, set())
    is_plural = pronoun.lower_ in {"they", "them", "their"}
    is_quoted = pronoun.i in cast.quoted  # outside quotation marks, nobody means whom only a speaker has named
    other = {"he": "she", "his": "she", "him": "she", "she": "he", "her": "he"}.get(pronoun.lower_)
    near = [
        s
        for s in cast.seen
        if (other is None or s.draft.gender != other)
        and (s.draft.type in types or (is_plural and s.is_plural))
        and 0 < pronoun.i - s.at < REACH
        and (is_quoted or not s.is_quoted)
    ]
    start = clause_start(pronoun)
    here = [s for s in near if s.at >= start and (s.is_source or s.is_subject)]
    leading = [s for s in near if s.leads]
    last = max(here or leading or near, key=lambda s: s.at, default=None)
    if last is not None and other is not None and last.draft.type == "person":
        last.draft.gender = "she" if other == "he" else "he"
    return last.draft if last is not None else None


def named_before(cast: Cast, who: Token) -> Draft | None:
    """Whom "who" tells more of: the one whose name or description ends right before it, or before its comma."""
    end = who.i - 1 if who.i and who.nbor(-1).text == "," else who.i
    near = (i for i in range(end - 1, max(end - LONGEST, -1), -1) if i in cast.at and cast.spans[i][1] == end)
    people = (draft for i in near for draft in cast.at[i] if draft.type in {"person", "group"})
    return next(people, None)  # "the chief of the General Staff, who": no staff


def clause_start(token: Token) -> int:
    """Where the sentence of a token begins, by the parse or by the full stop before it, whichever is nearer."""
    start = token.sent.start
    return next((i + 1 for i in range(token.i - 1, start - 1, -1) if token.doc[i].text in {".", "!", "?"}), start)


def let_speak_for_themselves(cast: Cast, quotations: Iterable[Quotation], attributions: list[Attribution]) -> None:
    """ "I" in a quotation becomes its speaker; "we" the country or office that the speaker speaks for."""
    for quotation in quotations:
        speaker, words = speaker_of(cast, quotation, attributions), tokens_in(cast.doc, quotation.start, quotation.end)
        if speaker is None or words is None:
            continue
        for token in words:
            if token.lower_ in {"i", "me"}:
                cast.at[token.i] = [speaker]
            elif token.lower_ in {"we", "us", "our"}:
                cast.at[token.i] = [spoken_for(cast, speaker)]


def speaker_of(cast: Cast, quotation: Quotation, attributions: list[Attribution]) -> Draft | None:
    """Whom a quotation is credited to."""
    start, end = quotation.start, quotation.end
    credited = (a for a in attributions if any(p.start <= start < p.end or start <= p.start < end for p in a.content))
    return next((d for a in credited for i in a.sources for d in cast.at.get(i, [])), None)


def spoken_for(cast: Cast, speaker: Draft) -> Draft:
    """Whom a speaker means by "we"."""
    if speaker.type == "person" and len(speaker.countries) == 1:
        code = next(iter(speaker.countries))
        found = cast.country(code)
        if found is None:
            found = cast.new("country", speaker.first, country_name(code))
            found.countries.add(code)
        return found
    return cast.office(speaker) or speaker
