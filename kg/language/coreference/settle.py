"""The cast as it stands at the end → the actors, locations and agreements of an article, and where each is named."""

from collections.abc import Mapping

from spacy.tokens import Doc

from kg.entities.gazetteer import country_name
from kg.language.agreements import find_agreements
from kg.language.coreference.cast import Cast, Draft
from kg.language.coreference.names import without_article
from kg.language.coreference.offices import Office, find_offices
from kg.language.places import find_locations
from kg.language.referents import Referents
from kg.model import Actor, Article, Mention


def settled(article: Article, doc: Doc, cast: Cast, surnames: frozenset[str]) -> Referents:
    """Who and what the words of an article refer to, the actors numbered as they come on."""
    offices = find_offices(cast)
    drafts = sorted(cast.drafts, key=lambda d: d.first)
    ids = {draft: f"A{n}" for n, draft in enumerate(drafts, 1)}
    locations, location_at = find_locations(article, doc, surnames)
    agreements, agreement_at, agreement_spans = find_agreements(article, doc)
    return Referents(
        doc=doc,
        actors=tuple(actor(ids[draft], draft) for draft in drafts),
        locations=locations,
        agreements=agreements,
        actor_at={i: tuple(ids[draft] for draft in found) for i, found in cast.at.items()},
        span_at={**agreement_spans, **cast.spans},
        location_at=location_at,
        agreement_at=agreement_at,
        office_of={ids[holder]: mention(office, ids) for holder, office in offices.items()},
    )


def mention(office: Office, ids: Mapping[Draft, str]) -> Mention:
    """The words that say whom somebody speaks for."""
    return Mention(office.words.start_char, office.words.end_char, office.words.text, ids[office.draft])


def actor(id_: str, draft: Draft) -> Actor:
    """An actor as the rest of the house sees it."""
    code = next(iter(draft.countries)) if len(draft.countries) == 1 else None
    name = full_name(draft, code)
    aliases = tuple(dict.fromkeys(w for w in (*draft.names, *draft.words) if w and w != name))
    proper = bool(draft.names) or draft.type == "country"
    return Actor(id_, name, draft.type, aliases, tuple(draft.roles), code, proper)


def full_name(draft: Draft, code: str | None) -> str:
    """The fullest name that the wire gives; of what has no name, its first description."""
    if draft.type == "country" and not draft.names and code is not None:
        return country_name(code)
    if draft.names:
        return max(draft.names, key=lambda n: (len(n.split()), len(n))) if draft.type != "country" else draft.names[0]
    return without_article(draft.words[0]) if draft.words else "somebody"
