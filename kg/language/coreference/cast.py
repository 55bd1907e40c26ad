"""The actors of a wire as they come on: drafts of them, where each was seen, and which tokens mean whom."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.entities.titles import OVER
from kg.language.coreference.roles import roles
from kg.language.mentions import Candidate
from kg.model import ActorType

SHE = {"mrs", "ms", "miss", "queen", "princess", "sister", "mother", "actress", "baroness", "duchess"}
HE = {"mr", "king", "prince", "father", "sultan", "emir", "sheikh", "pope", "lord", "imam"}


@dataclass(eq=False)  # two drafts may read alike and are two actors all the same
class Draft:
    """An actor while the wire is read."""

    type: ActorType
    first: int  # the token that it was first named at
    names: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # every way the wire refers to it
    roles: list[str] = field(default_factory=list)
    role_words: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)  # head nouns of descriptions
    countries: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    speaks: bool = False
    gender: str = ""  # "he" or "she", once a pronoun or a title has told it

    def name(self, words: str) -> None:
        """Note a name."""
        if words not in self.names:
            self.names.append(words)

    def call(self, words: str) -> None:
        """Note another way to refer to this actor."""
        if words and words not in self.words:
            self.words.append(words)

    def hold(self, role: str) -> None:
        """Note a role as the wire words it."""
        if role and role not in self.roles:
            self.roles.append(role)
            words = role.lower().replace("-", " ").split()
            over = next((i for i, word in enumerate(words) if word in OVER), len(words))
            # "spokesman of the leader" is no leader, but the minister of defense is the defense minister, and the head of
            # a delegation a diplomat.
            self.role_words.update(words[:over], (roles()["LEVELS"] | roles()["MISSIONS"]) & {*words[over:]})

    def learn(self, candidate: Candidate) -> None:
        """Note the role, country and office that a candidate's own words tell."""
        self.hold(candidate.title)
        self.gender = self.gender or gender_of(candidate.title)
        self.countries |= candidate.countries
        self.owners |= {owner.lower() for owner in candidate.owners}


def gender_of(title: str) -> str:
    """The pronoun that a title calls for, where it tells."""
    words = title.lower().replace(".", "").split()
    she = any(word in SHE or word.endswith("woman") for word in words)
    return "she" if she else "he" if any(word in HE or word.endswith("man") for word in words) else ""


@dataclass(frozen=True)
class Seen:
    """A mention on the way: whom it was of, where, and whether it spoke."""

    draft: Draft
    at: int
    is_source: bool
    is_subject: bool
    is_quoted: bool
    is_plural: bool
    leads: bool  # subject of a whole sentence, or speaks for itself


@dataclass
class Cast:
    """The actors so far.

    `sources` are the tokens that speak, `telling` those of them that do so not only in what somebody else says, `quoted`
    those in quotation marks.
    """

    doc: Doc
    sources: frozenset[int]
    telling: frozenset[int]
    quoted: frozenset[int]
    drafts: list[Draft] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    at: dict[int, list[Draft]] = field(default_factory=dict)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)

    def new(self, type_: ActorType, first: int, name: str = "") -> Draft:
        """An actor not met before."""
        draft = Draft(type_, first)
        if name:
            draft.name(name)
        self.drafts.append(draft)
        return draft

    def of_type(self, type_: ActorType) -> list[Draft]:
        """The actors of one type."""
        return [draft for draft in self.drafts if draft.type == type_]

    def country(self, code: str) -> Draft | None:
        """A country, where the wire has named it."""
        return next((draft for draft in self.of_type("country") if code in draft.countries), None)

    def office(self, speaker: Draft) -> Draft | None:
        """The organization that a spokesman speaks for, where the wire names it."""
        bodies = self.of_type("organization")
        return next((d for d in bodies if any(name.lower() in speaker.owners for name in d.names)), None)

    def last_speaker(self, before: int) -> Draft | None:
        """Who spoke last before a token."""
        spoken = [s for s in self.seen if s.is_source and s.at < before]
        return max(spoken, key=lambda s: s.at).draft if spoken else None
