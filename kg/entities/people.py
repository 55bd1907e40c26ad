"""Which persons of different wires are one: full names joined as they are spelt and cut short, never by guess."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from kg.entities.lives import Worlds, lives, worlds_of
from kg.entities.local import Group, LocalActor
from kg.entities.names import is_shorter_form, name_and_country, person_tokens

Tokens = tuple[str, ...]
Order = tuple[int, int, Tokens, str, str, str, str]


@dataclass(frozen=True, eq=False)
class Bearer:
    """Persons of one name, country, life and, where the name is a single word, role: taken for one.

    `lone` is the IRI of one that nothing but a fuller name may tie to another wire.
    """

    tokens: Tokens
    country: str | None
    role: str
    lone: str
    life: str = ""
    actors: list[LocalActor] = field(default_factory=list)

    @property
    def order(self) -> Order:
        """Longest names first, spelt-out ones before initials; the rest only makes the order total."""
        letters = sum(map(len, self.tokens))
        return (-len(self.tokens), -letters, self.tokens, self.country or "", self.role, self.lone, self.life)

    @cached_property
    def roles(self) -> set[str]:
        """The roles held under that name."""
        return {first_role(actor) for actor in self.actors} - {""}

    @property
    def is_described(self) -> bool:
        """Whether more is told of them than a name."""
        return bool(self.country or self.roles)

    @cached_property
    def is_well_known(self) -> bool:
        """Whether a wire may call them by family name alone: two name them in full, or they hold office."""
        return "office" in self.worlds or len({actor.article for actor in self.actors}) > 1

    @cached_property
    def worlds(self) -> Worlds:
        """The worlds that they live in."""
        return frozenset().union(*(worlds_of(actor.roles) for actor in self.actors))


def join_people(actors: Iterable[LocalActor]) -> list[Group]:
    """The persons, grouped into those who are one."""
    groups: dict[Bearer, list[LocalActor]] = defaultdict(list)
    grounds: dict[Bearer, dict[str, str]] = defaultdict(dict)
    for each, (parent, ground) in parents_of(bearers_of(actors)).items():
        groups[parent] += each.actors
        grounds[parent] |= dict.fromkeys((actor.iri for actor in each.actors), ground) if ground else {}
    return [Group(found, country_of(found), bool(each.lone), grounds[each]) for each, found in groups.items()]


def country_of(group: list[LocalActor]) -> str | None:
    """The country of one person, where all wires that know it agree."""
    known = {actor.country for actor in group} - {None}
    return known.pop() if len(known) == 1 else None


def bearers_of(actors: Iterable[LocalActor]) -> list[Bearer]:
    """The persons by what is known of them; one whose country is not known is with the only other of that full name."""
    named: dict[Tokens, list[LocalActor]] = defaultdict(list)
    for actor in actors:
        named[person_tokens(actor.name)].append(actor)
    found: list[Bearer] = []
    for tokens, namesakes in named.items():
        countries = countries_by_role(namesakes)
        alike: dict[tuple[str | None, str, str], list[LocalActor]] = defaultdict(list)
        for actor in namesakes:
            alike[known_of(actor, tokens, countries)].append(actor)
        for (country, role, lone), some in alike.items():
            by_life = lives(some)
            found += [Bearer(tokens, country, role, actor.iri, "", [actor]) for actor in by_life.pop(None, [])]
            found += [
                Bearer(tokens, country, role, lone, life, one) for life, one in by_life.items() if life is not None
            ]
    return sorted(found, key=lambda each: each.order)


def countries_by_role(namesakes: Iterable[LocalActor]) -> dict[str, set[str]]:
    """The countries of persons of one name by role; under "" those of all."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in namesakes:
        if actor.country:
            found[first_role(actor)].add(actor.country)
            found[""].add(actor.country)
    return found


def known_of(actor: LocalActor, tokens: Tokens, countries: dict[str, set[str]]) -> tuple[str | None, str, str]:
    """Country, role and own IRI, as far as each tells a person from namesakes."""
    role = first_role(actor)
    if len(tokens) < 2:  # a family name alone says little: only with country and role is it one person's
        return (actor.country, role, "" if tokens and role and actor.country else actor.iri)
    if actor.country or not countries:
        return (actor.country, "", "")
    agreeing = next((found for found in (countries[""], countries.get(role, set())) if len(found) == 1), None)
    return (next(iter(agreeing)), "", "") if agreeing else (None, "", actor.iri)


def first_role(actor: LocalActor) -> str:
    """A person's first role in alphabetical order, in plain words without its country; empty where there is none."""
    return min(map(plain_role, actor.roles), default="")


@lru_cache(maxsize=20_000)
def plain_role(role: str) -> str:
    """A role in plain words without its country: "Turkish Foreign Minister" as "foreign minister"."""
    return name_and_country(role)[0]


Parents = dict[Bearer, tuple[Bearer, str]]  # whom each bearer is, and why where it is another


def parents_of(ordered: list[Bearer]) -> Parents:
    """Whom each bearer is: the one whose name its own cuts short, where there is exactly one; else itself."""
    fuller = Fuller(ordered)
    parents: Parents = {}
    for each in ordered:
        candidates = {parents[other][0] for other in fuller.than(each.tokens, each.country) if other in parents}
        parents[each] = the_one(each, candidates) or (each, "")
    return apart(parents)


def the_one(short: Bearer, candidates: set[Bearer]) -> tuple[Bearer, str] | None:
    """Which fuller name is meant, and why: the only one, or the only one of its country or role; none where that is a guess."""
    candidates = {other for other in candidates if not (short.worlds and other.worlds) or short.worlds & other.worlds}
    if len(candidates) < 2:
        known = (other for other in candidates if other.is_well_known or len(short.tokens) > 1 or short.is_described)
        return next(((other, "the name cut short, which fits nobody else") for other in known), None)
    of_country = [other for other in candidates if short.country and other.country == short.country]
    if len(of_country) == 1:
        return of_country[0], "the name cut short, which fits nobody else of that country"
    roles = short.roles
    of_role = [other for other in of_country or candidates if roles and roles & other.roles]
    return (of_role[0], "the name cut short, which fits nobody else in that post") if len(of_role) == 1 else None


def apart(parents: Parents) -> Parents:
    """The parents, but for bearers of different countries that a full name of unknown country would tie together."""
    countries: dict[Bearer, set[str]] = defaultdict(set)
    for each, (parent, _) in parents.items():
        if each.country:
            countries[parent].add(each.country)
    return {
        each: (each, "") if each.country and len(countries[parent]) > 1 else (parent, ground)
        for each, (parent, ground) in parents.items()
    }


class Fuller:
    """Full names by each of their tokens and their length, so that few are compared with a short one."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        self.by_token: dict[str, dict[int, list[Bearer]]] = defaultdict(lambda: defaultdict(list))
        self.known: dict[tuple[Tokens, str | None], list[Bearer]] = {}
        for each in bearers:
            if len(each.tokens) > 1 and not each.lone:
                for token in set(each.tokens):
                    self.by_token[token][len(each.tokens)].append(each)

    def than(self, tokens: Tokens, country: str | None) -> list[Bearer]:
        """The bearers of names that a name may be cut short from, of no other country."""
        if (tokens, country) not in self.known:
            lists = [self.longer(token, tokens) for token in tokens if len(token) > 1]
            fewest = min(lists, key=len, default=[])
            self.known[tokens, country] = [other for other in fewest if is_fuller(other, tokens, country)]
        return self.known[tokens, country]

    def longer(self, token: str, tokens: Tokens) -> list[Bearer]:
        """The bearers of longer names with a token, and of equally long ones where an initial may be spelt out."""
        least = len(tokens) + (min(map(len, tokens)) > 1)
        return [other for size, found in self.by_token.get(token, {}).items() if size >= least for other in found]


def is_fuller(full: Bearer, tokens: Tokens, country: str | None) -> bool:
    """Whether a bearer may be the one of a shorter name."""
    if full.country and country and full.country != country:
        return False
    return full.tokens != tokens and is_shorter_form(tokens, full.tokens)
