"""Who is who in one wire: candidates in reading order → actors with all the words that refer to them.

Headline and subhead are read last: they use short names and bare roles ("— diplomat") that the body spells out.
Where nobody fits, a description stands for itself; a wrong speaker costs more than a missing one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.entities.gazetteer import country_name, country_named, country_of_demonym
from kg.entities.names import is_same_name, is_same_person
from kg.language import syntax
from kg.language.agreements import find_agreements
from kg.language.attribution import Attribution
from kg.language.mentions import ARMY, GOVERNMENT, NAMES, Candidate, find_candidates
from kg.language.places import find_locations
from kg.language.quotation import Quotation
from kg.language.referents import Referents
from kg.model import Actor, ActorType, Article

SPOKES = {"spokesman", "spokeswoman", "spokesperson"}
RULERS = {"president", "king", "emir", "leader", "premier", "chancellor", "monarch", "sultan", "dictator"}
# A head noun of a description → role words that may stand behind it.
STANDS_FOR = {
    "leader": RULERS | {"minister", "chairman", "head", "commander", "chief", "secretary"},
    "diplomat": SPOKES | {"minister", "ambassador", "envoy", "representative", "consul", "diplomat", "fm"},
    "envoy": {"ambassador", "envoy", "representative"},
    "ambassador": {"envoy", "representative"},
    "representative": SPOKES | {"envoy", "ambassador"},
    "spokesman": SPOKES,
    "spokesperson": SPOKES,
    "spokeswoman": SPOKES,
    "chief": {"head", "director", "commander", "chairman", "minister", "secretary", "leader"},
    "head": {"chief", "director", "chairman", "president", "leader"},
    "premier": {"minister"},
    "pm": {"minister", "premier"},
    "fm": {"minister"},
    "politician": RULERS | {"deputy", "member", "senator", "speaker", "minister", "lawmaker", "mp", "candidate"},
    "lawmaker": {"deputy", "member", "senator", "speaker", "mp", "congressman", "representative"},
    "official": RULERS
    | SPOKES
    | {"minister", "secretary", "head", "director", "deputy", "commissioner", "governor", "adviser", "chief"},
    "expert": {"analyst", "professor", "researcher", "scientist", "economist"},
    "analyst": {"expert", "researcher", "strategist"},
    "general": {"commander", "chief"},
}
BY_NAME = {"person", "organization", "country", "capital", "people"}
PEOPLE_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "ship", "body", "one", "people")
OUTLETS = {"newspaper", "agency", "outlet", "channel", "magazine", "daily", "portal", "broadcaster", "media"}
LEVELS = {
    "foreign",
    "defense",
    "defence",
    "prime",
    "interior",
    "finance",
    "energy",
    "justice",
    "health",
    "vice",
    "deputy",
}


@dataclass
class Draft:
    """An actor while the wire is read."""

    type: ActorType
    names: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # every way the wire refers to it
    roles: list[str] = field(default_factory=list)
    role_words: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)  # head nouns of descriptions
    countries: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    first: int = 0
    speaks: bool = False

    def call(self, words: str) -> None:
        """Note another way to refer to this actor."""
        if words and words not in self.words:
            self.words.append(words)

    def hold(self, role: str) -> None:
        """Note a role as the wire words it."""
        if role and role not in self.roles:
            self.roles.append(role)
            self.role_words.update(role.lower().replace("-", " ").split())


@dataclass
class Seen:
    """A mention on the way: whom it was of, where, and whether it spoke."""

    draft: Draft
    at: int
    is_source: bool
    is_subject: bool
    is_quoted: bool
    is_main: bool  # subject of a whole sentence


class Cast:
    """The actors of a wire as they come on."""

    def __init__(self, doc: Doc, sources: set[int], quoted: set[int]) -> None:
        self.doc, self.sources, self.quoted = doc, sources, quoted
        self.drafts: list[Draft] = []
        self.draft_by_id: dict[int, Draft] = {}
        self.seen: list[Seen] = []
        self.at: dict[int, list[Draft]] = {}
        self.spans: dict[int, tuple[int, int]] = {}

    # Meeting a candidate

    def meet(self, candidate: Candidate, *, is_headline: bool) -> None:
        """Find or make the actor that a candidate refers to."""
        drafts = self.found(candidate, is_headline=is_headline)
        span = candidate.span
        for draft in drafts:
            if candidate.kind not in {"pronoun"}:
                draft.call(alias(candidate))
            is_source = any(i in self.sources for i in range(span.start, span.end))
            draft.speaks |= is_source
            head = candidate.head
            is_subject = head.dep_ in syntax.SUBJECTS
            is_main = is_subject and head.head.dep_ == "ROOT"
            self.seen.append(Seen(draft, head.i, is_source, is_subject, head.i in self.quoted, is_main))
        if drafts:
            for i in range(span.start, span.end):
                if (
                    candidate.kind in {"person", "organization", "country", "capital", "people"}
                    or i == candidate.head.i
                ):
                    self.at[i] = drafts
                    self.spans[i] = (span.start, span.end)

    def found(self, candidate: Candidate, *, is_headline: bool) -> list[Draft]:
        kind = candidate.kind
        if kind == "person":
            return [self.person(candidate)]
        if kind in {"country", "capital", "people"}:
            return [self.country(next(iter(candidate.countries)), candidate)]
        if kind == "organization":
            return [self.organization(candidate)]
        if kind == "pronoun":
            return self.antecedents(candidate)
        if kind == "body" and candidate.is_plural and len(candidate.countries) > 1:
            return [self.body_of(code, candidate) for code in sorted(candidate.countries)]
        draft = self.description(candidate, is_headline=is_headline)
        return [draft] if draft is not None else []

    def new(self, type_: ActorType, candidate: Candidate, name: str) -> Draft:
        draft = Draft(type_, first=candidate.head.i)
        if name:
            draft.names.append(name)
        self.drafts.append(draft)
        self.draft_by_id[id(draft)] = draft
        return draft

    # Names

    def person(self, candidate: Candidate) -> Draft:
        known = [
            d for d in self.drafts if d.type == "person" and any(is_same_person(n, candidate.name) for n in d.names)
        ]
        exact = [d for d in known if candidate.name in d.names]
        draft = next(reversed(exact or known), None) or self.new("person", candidate, candidate.name)
        if candidate.name not in draft.names:
            draft.names.append(candidate.name)
        draft.call(candidate.name)
        self.hold(draft, candidate)
        for apposition in candidate.head.children:
            if apposition.dep_ == "appos" and apposition.pos_ == "NOUN":
                draft.hold(syntax.phrase(apposition).text)
        return draft

    def hold(self, draft: Draft, candidate: Candidate) -> None:
        """Note the role, country and office that a candidate's own words tell."""
        draft.hold(candidate.title)
        draft.countries |= candidate.countries
        draft.owners |= {o.lower() for o in candidate.owners}

    def country(self, code: str, candidate: Candidate) -> Draft:
        draft = next((d for d in self.drafts if d.type == "country" and code in d.countries), None)
        if draft is None:
            draft = self.new("country", candidate, "")
            draft.countries.add(code)
        if candidate.kind == "country" and candidate.name not in draft.names:
            draft.names.append(candidate.name)
        draft.call(candidate.name)
        return draft

    def organization(self, candidate: Candidate) -> Draft:
        plain = without_article(candidate.name)
        known = [d for d in self.drafts if d.type == "organization" and any(is_same_name(n, plain) for n in d.names)]
        shorter = [d for d in self.drafts if d.type == "organization" and any(is_short_for(plain, n) for n in d.names)]
        draft = next(reversed(known or shorter), None) or self.new("organization", candidate, plain)
        if plain not in draft.names:
            draft.names.append(plain)
        draft.countries |= candidate.countries
        draft.call(plain)
        return draft

    # Descriptions

    def body_of(self, code: str, candidate: Candidate) -> Draft:
        """One of several bodies named together: "the Russian and Syrian militaries"."""
        adjective = next(
            (t.text for t in candidate.span if code in {country_of_demonym(t.text), country_named(t.text)}),
            country_name(code),
        )
        name = f"{adjective} {candidate.head.text if candidate.lemma != 'military' else 'military'}"
        known = next(
            (d for d in self.drafts if d.type == "organization" and code in d.countries and candidate.lemma in d.heads),
            None,
        )
        draft = known or self.new("organization", candidate, name)
        draft.countries.add(code)
        draft.heads.add(candidate.lemma)
        draft.call(name)
        return draft

    def description(self, candidate: Candidate, *, is_headline: bool) -> Draft | None:
        kind, head = candidate.kind, candidate.head
        owner = self.apposed(candidate)
        if owner is not None:
            owner.hold(candidate.span.text if kind == "role" else "")
            self.hold(owner, candidate)
            return owner
        if kind in {"document", "thing"} and head.i in self.sources:
            issuer = self.issuer(head)
            if issuer is not None:
                return issuer
        if kind == "body" and candidate.lemma in GOVERNMENT and len(candidate.countries) == 1:
            return self.country(next(iter(candidate.countries)), candidate)
        if kind in {"thing", "document"} and head.i not in self.sources:
            return None
        if kind == "thing" and not may_speak(candidate.lemma):
            return None
        if candidate.lemma in ARMY and len(candidate.countries) == 1:
            return self.body_of(next(iter(candidate.countries)), candidate)
        if candidate.is_definite or is_headline:
            known = self.fitting(candidate)
            if known is not None:
                known.heads.add(candidate.lemma)
                return known
        return self.fresh(candidate)

    def issuer(self, noun: Token) -> Draft | None:
        """Whose words a text is: "the minister's remarks", "an army statement", "a report from the bank"."""
        named = [syntax.possessor(noun), *syntax.obliques(noun, {"by", "from", "of"})]
        named += [c for c in noun.children if c.dep_ == "compound"]
        return next((self.at[t.i][0] for t in named if t is not None and t.i in self.at), None)

    def apposed(self, candidate: Candidate) -> Draft | None:
        """The person or body that a description stands beside: "X, spokeswoman of Y", "the newspaper X"."""
        head = candidate.head
        if (
            head.dep_ == "appos"
            and head.head.i in self.at
            and candidate.kind in {"role", "body"}
            and not candidate.is_plural
        ):
            return self.at[head.head.i][0]
        if candidate.kind == "body" and not candidate.is_plural:
            before = (
                c
                for c in head.children
                if c.dep_ in {"compound", "nmod", "flat", "amod"} and c.i < head.i and c.i in self.at
            )
            bearer = next((self.at[c.i][0] for c in before if self.at[c.i][0].type == "organization"), None)
            if bearer is not None:
                return bearer
        named = next(
            (
                c
                for c in head.children
                if c.dep_ in {"appos", "flat", "nmod:desc", "compound"} and c.i in self.at and c.i > head.i
            ),
            None,
        )
        if named is not None and candidate.kind in {"role", "body"} and not candidate.is_plural:
            return self.at[named.i][0]
        return None

    def fitting(self, candidate: Candidate) -> Draft | None:
        """The known actor that a definite description fits best, the latest first."""
        at = candidate.head.i
        by_nearness = sorted(self.seen, key=lambda s: (s.at >= at, abs(at - s.at)))  # before it first, the latest first
        order = [self.draft_by_id[i] for i in dict.fromkeys(id(s.draft) for s in by_nearness)]
        if candidate.head.i not in self.quoted:  # what only a speaker has named so is not what the reporter means
            aloud = {id(s.draft) for s in self.seen if not s.is_quoted}
            order = [d for d in order if id(d) in aloud]
        strict = next((d for d in order if self.fits(candidate, d, strict=True)), None)
        return strict or next((d for d in order if self.fits(candidate, d, strict=False)), None)

    def fits(self, candidate: Candidate, draft: Draft, *, strict: bool) -> bool:
        """Whether a description may be of an actor; not strictly also where the actor's country is not known."""
        kind, lemma = candidate.kind, candidate.lemma
        if kind == "role":
            return draft.type == "person" and self.fits_person(candidate, draft, strict=strict)
        if kind == "body":
            return draft.type == "organization" and self.fits_body(candidate, draft)
        if kind == "group":
            return (
                draft.type == "group"
                and lemma in draft.heads
                and candidate.countries <= (draft.countries or candidate.countries)
            )
        if kind == "document":
            return lemma in draft.heads or (
                lemma in {"statement", "release", "message"} and draft.speaks and draft.type == "organization"
            )
        return kind == "thing" and lemma in draft.heads

    def fits_person(self, candidate: Candidate, draft: Draft, *, strict: bool) -> bool:
        words = {t.lower_ for t in candidate.span} - {"the", "of", "a"}
        if candidate.countries and draft.countries and not candidate.countries & draft.countries:
            return False
        unknown = (
            bool(candidate.countries) and not draft.countries and not self.has_owner_of(draft, candidate.countries)
        )
        if unknown and (strict or candidate.lemma not in RULERS):
            return False
        owners = {o.lower() for o in candidate.owners}
        if owners and draft.owners and not owners & draft.owners:
            return False
        if not draft.role_words:
            return candidate.lemma in draft.heads or (
                draft.speaks and not candidate.countries and self.last_speaker(candidate.head.i) is draft
            )
        wanted = STANDS_FOR.get(candidate.lemma, set()) | {candidate.lemma}
        if not wanted & draft.role_words:
            return False
        if (
            candidate.lemma == "leader"
            and wanted & draft.role_words == {"minister"}
            and "prime" not in draft.role_words
        ):
            return False
        levels = words & LEVELS
        return (
            not levels
            or not draft.role_words & LEVELS
            or bool(levels & draft.role_words)
            or candidate.lemma not in draft.role_words
        )

    def has_owner_of(self, draft: Draft, countries: frozenset[str]) -> bool:
        """Whether an actor's office is known to belong to one of these countries."""
        return any(d.countries & countries and any(n.lower() in draft.owners for n in d.names) for d in self.drafts)

    def fits_body(self, candidate: Candidate, draft: Draft) -> bool:
        if candidate.countries and draft.countries and not candidate.countries & draft.countries:
            return False
        lemma = candidate.lemma
        if candidate.countries and not draft.countries:
            return False
        if lemma in draft.heads or any(lemma in n.lower().split() for n in draft.names):
            kinds = {t.lower_ for t in candidate.span} & LEVELS
            return not kinds or any(kinds & set(n.lower().split()) for n in draft.names)
        return lemma in OUTLETS and draft.speaks and not candidate.countries

    def fresh(self, candidate: Candidate) -> Draft:
        """An actor known by its description alone."""
        types: dict[str, ActorType] = {
            "role": "person",
            "body": "organization",
            "group": "group",
            "document": "organization",
        }
        type_ = types.get(candidate.kind, "group" if candidate.is_plural else "organization")
        draft = self.new(type_, candidate, "")
        self.hold(draft, candidate)
        draft.heads.add(candidate.lemma)
        if type_ == "person":
            draft.hold(without_article(candidate.span.text))
        return draft

    # Pronouns

    def antecedents(self, candidate: Candidate) -> list[Draft]:
        word = candidate.head.lower_
        wanted: dict[str, set[ActorType]] = {
            "he": {"person"}, "she": {"person"}, "him": {"person"}, "her": {"person"},
            "it": {"organization", "country"}, "they": {"group", "organization"}, "them": {"group"},
        }  # fmt: skip
        types = wanted.get(word)
        if types is None:
            return []
        near = [
            s for s in self.seen if s.draft.type in types and s.at < candidate.head.i and candidate.head.i - s.at < 150
        ]
        sentence = candidate.head.sent
        for test in (
            lambda s: s.at >= sentence.start and (s.is_source or s.is_subject),
            lambda s: s.is_source or s.is_main,
            lambda _: True,
        ):
            fit = [s for s in near if test(s)]
            if fit:
                return [max(fit, key=lambda s: s.at).draft]
        return []

    def last_speaker(self, before: int) -> Draft | None:
        """Who spoke last before a token."""
        spoken = [s for s in self.seen if s.is_source and s.at < before]
        return max(spoken, key=lambda s: s.at).draft if spoken else None


def may_speak(lemma: str) -> bool:
    """Whether a noun on no list has the form of one for people: "commenter", "analyst", "Ukrainian"."""
    return lemma.endswith(PEOPLE_ENDINGS)


def alias(candidate: Candidate) -> str:
    """The words of a candidate as an alias gives them, without what is no part of a name."""
    return candidate.span.text.strip(' "“”,.').removesuffix("'s").removesuffix("’s")


def without_article(name: str) -> str:
    """A name without its article."""
    return name.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("A ")


def is_short_for(short: str, full: str) -> bool:
    """Whether a name is the tail or head of a longer one ("Foreign Ministry", "Russian Foreign Ministry")."""
    a, b = without_article(short).lower(), without_article(full).lower()
    return len(a) > 3 and a != b and (b.endswith(" " + a) or a.endswith(" " + b))


def resolve(
    article: Article, doc: Doc, quotations: Sequence[Quotation], attributions: Iterable[Attribution]
) -> Referents:
    """Who and what the words of an article refer to."""
    attributions = list(attributions)
    cast = Cast(doc, {i for a in attributions for i in a.sources}, quoted_tokens(doc, quotations))
    parts = [p for p in article.parts if p.kind != "dateline"]
    known = surnames(doc)
    for part in sorted(parts, key=lambda p: (p.kind in {"headline", "subhead"}, p.start)):
        span = doc.char_span(part.start, part.end, alignment_mode="expand")
        candidates = list(find_candidates(span, known)) if span is not None else []
        # Names first: a description may stand before the name that it belongs to ("the director, X, said").
        for candidate in sorted(candidates, key=lambda c: c.kind not in BY_NAME):
            cast.meet(candidate, is_headline=part.kind in {"headline", "subhead"})
    speak_for_themselves(cast, quotations, attributions)
    imply_countries(cast)
    return settled(article, doc, cast)


def quoted_tokens(doc: Doc, quotations: Sequence[Quotation]) -> set[int]:
    """The tokens that stand in quotation marks."""
    spans = (doc.char_span(q.start, q.end, alignment_mode="contract") for q in quotations)
    return {token.i for span in spans if span is not None for token in span}


def surnames(doc: Doc) -> frozenset[str]:
    """The last words of the full names of people in an article: where one stands alone, it is that person."""
    full = (e for e in doc.ents if NAMES.get(e.label_) == "PER" and len(e) > 1)
    return frozenset(e[-1].text for e in full if e[-1].text[:1].isupper())


def speak_for_themselves(cast: Cast, quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> None:
    """ "I" in a quotation is its speaker; "we" the country or office that the speaker speaks for."""
    for quotation in quotations:
        speakers = [
            d
            for a in attributions
            if any(p.start <= quotation.start < p.end or quotation.start <= p.start < quotation.end for p in a.content)
            for i in a.sources
            for d in cast.at.get(i, [])
        ]
        span = cast.doc.char_span(quotation.start, quotation.end, alignment_mode="contract")
        for token in span or ():
            if token.lower_ in {"i", "me"} and speakers:
                cast.at[token.i] = speakers[:1]
            elif token.lower_ in {"we", "us", "our"} and speakers:
                cast.at[token.i] = [spoken_for(cast, speakers[0])]


def imply_countries(cast: Cast) -> None:
    """Stand ready the countries that only an adjective names ("Danish planes"), should one turn out to have acted."""
    known = {c for d in cast.drafts if d.type == "country" for c in d.countries}
    for token in cast.doc:
        code = country_of_demonym(token.text) if token.text[:1].isupper() and token.pos_ in {"ADJ", "PROPN"} else None
        if code is not None and code not in known:
            known.add(code)
            cast.drafts.append(Draft("country", countries={code}, first=token.i))


def spoken_for(cast: Cast, speaker: Draft) -> Draft:
    """Whom a speaker means by "we"."""
    if speaker.type == "person" and len(speaker.countries) == 1:
        code = next(iter(speaker.countries))
        found = next((d for d in cast.drafts if d.type == "country" and code in d.countries), None)
        if found is None:
            found = Draft("country", countries={code}, names=[country_name(code)], first=speaker.first)
            cast.drafts.append(found)
        return found
    return office(cast, speaker) or speaker


def settled(article: Article, doc: Doc, cast: Cast) -> Referents:
    """The cast as it stands at the end."""
    cast.drafts.sort(key=lambda d: d.first)
    ids = {id(draft): f"A{n}" for n, draft in enumerate(cast.drafts, 1)}
    actor_at: dict[int, tuple[str, ...]] = defaultdict(tuple)
    actor_at.update({i: tuple(ids[id(d)] for d in drafts) for i, drafts in cast.at.items()})
    spans = dict(cast.spans)
    locations, location_at = find_locations(article, doc, surnames(doc))
    agreements, agreement_at, agreement_spans = find_agreements(article, doc)
    spans.update({i: span for i, span in agreement_spans.items() if i not in spans})
    actors = tuple(actor(ids[id(d)], d) for d in cast.drafts)
    offices = {
        ids[id(d)]: ids[id(o)] for d in cast.drafts if d.role_words & SPOKES and (o := office(cast, d)) is not None
    }
    return Referents(doc, actors, locations, agreements, dict(actor_at), spans, location_at, agreement_at, offices)


def office(cast: Cast, speaker: Draft) -> Draft | None:
    """The organization that a spokesman speaks for, where the wire names it."""
    return next(
        (d for d in cast.drafts if d.type == "organization" and any(n.lower() in speaker.owners for n in d.names)), None
    )


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
    return without_article(max(draft.words, key=len)) if draft.words else "somebody"
