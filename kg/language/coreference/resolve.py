"""Who and what the words of an article refer to: its candidates met one by one, then what is only implied."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span

from kg.entities.gazetteer import country_of_demonym
from kg.language import syntax
from kg.language.attribution import Attribution
from kg.language.candidates import find_candidates
from kg.language.coreference import names
from kg.language.coreference.cast import Cast, Draft, Seen
from kg.language.coreference.descriptions import described
from kg.language.coreference.pronouns import antecedent, let_speak_for_themselves
from kg.language.coreference.settle import settled
from kg.language.mentions import NAMES, Candidate
from kg.language.quotation import Quotation
from kg.language.referents import Referents
from kg.language.tokens import tokens_in, told_parts
from kg.model import Article

HEADS = {"headline", "subhead"}
BY_NAME = {"person", "organization", "country", "capital", "people"}


def resolve(
    article: Article, doc: Doc, quotations: Sequence[Quotation], attributions: Iterable[Attribution]
) -> Referents:
    """Who and what the words of an article refer to."""
    attributions = list(attributions)
    sources = frozenset(i for a in attributions for i in a.sources)
    cast, known = Cast(doc, sources, telling(attributions), quoted_tokens(doc, quotations)), surnames(doc)
    for part, span in sorted(told_parts(article, doc), key=lambda told: (told[0].kind in HEADS, told[0].start)):
        # Names first: a description may stand before the name that it belongs to ("the director, X, said").
        for candidate in sorted(find_candidates(span, known, sources), key=lambda c: c.kind not in BY_NAME):
            meet(cast, candidate, headline=span if part.kind in HEADS else None)
    let_speak_for_themselves(cast, quotations, attributions)
    imply_countries(cast)
    return settled(article, doc, cast, known)


def telling(attributions: list[Attribution]) -> frozenset[int]:
    """The tokens that speak for themselves, not only in what somebody else says."""
    pieces = sorted(p for a in attributions for p in a.content)
    told = [
        a
        for a in attributions
        if a.frame != "d" and not any(p.start <= a.start < p.end for p in pieces if p not in a.content)
    ]
    return frozenset(i for a in told for i in a.sources)


def quoted_tokens(doc: Doc, quotations: Iterable[Quotation]) -> frozenset[int]:
    """The tokens that stand in quotation marks."""
    spans = (tokens_in(doc, q.start, q.end) for q in quotations)
    return frozenset(i for span in spans if span is not None for i in range(span.start, span.end))


def surnames(doc: Doc) -> frozenset[str]:
    """The last words of the full names of people in an article: where one stands alone, it is that person."""
    full = (e for e in doc.ents if NAMES.get(e.label_) == "PER" and len(e) > 1)
    return frozenset(e[-1].text for e in full if e[-1].text[:1].isupper())


def meet(cast: Cast, candidate: Candidate, *, headline: Span | None) -> None:
    """Find or make the actors that a candidate refers to, and note where it stands."""
    head, span = candidate.head, candidate.span
    drafts = referred(cast, candidate, headline=headline)
    if not drafts:
        return
    is_source = any(i in cast.sources for i in range(span.start, span.end))
    top = syntax.top_of_name(head)
    is_subject = top.dep_ in syntax.SUBJECTS
    leads = any(i in cast.telling for i in range(span.start, span.end)) or (is_subject and top.head.dep_ == "ROOT")
    for draft in drafts:
        # A text that speaks for its issuer is no name for them.
        if candidate.kind not in {"pronoun", "document", "thing"} or candidate.lemma in draft.heads:
            draft.call(alias(candidate))
        draft.speaks |= is_source
        cast.seen.append(
            Seen(draft, head.i, is_source, is_subject, head.i in cast.quoted, head.tag_ in {"NNS", "NNPS"}, leads)
        )
    for i in range(span.start, span.end) if candidate.kind in BY_NAME else (head.i,):
        cast.at[i] = drafts
        cast.spans[i] = (span.start, span.end)


def referred(cast: Cast, candidate: Candidate, *, headline: Span | None) -> list[Draft]:
    """The actors that a candidate refers to, made where they are new."""
    match candidate.kind:
        case "person":
            return [names.person(cast, candidate)]
        case "country" | "capital" | "people":
            return [names.country(cast, candidate)]
        case "organization":
            return [names.organization(cast, candidate)]
        case "pronoun":
            found = antecedent(cast, candidate.head)
            return [found] if found is not None else []
        case _:
            return described(cast, candidate, headline=headline)


def alias(candidate: Candidate) -> str:
    """The words of a candidate as an alias gives them, without what is no part of a name."""
    return candidate.span.text.strip(' "“”,.').removesuffix("'s").removesuffix("’s")


def imply_countries(cast: Cast) -> None:
    """Stand ready the countries that only an adjective names ("Danish planes"), should one turn out to have acted."""
    for token in cast.doc:
        code = country_of_demonym(token.text) if token.text[:1].isupper() and token.pos_ in {"ADJ", "PROPN"} else None
        if code is not None and cast.country(code) is None:
            cast.new("country", token.i).countries.add(code)
