"""Who is who after a newsroom's corrections: groups of actors taken apart and put together as its lines say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.entities.corrections import Correction, Named
from kg.entities.local import Group, Identity, LocalActor
from kg.entities.names import person_tokens
from kg.entities.spelling import slug, to_ascii

Iris = frozenset[str]


class Corrected(NamedTuple):
    """The groups as corrected, who of them must stay apart, and what is to be said of lines that change nothing."""

    groups: list[Group]
    apart: list[tuple[Iris, Iris]]
    warnings: tuple[str, ...]


def corrected(groups: Sequence[Group], known: Mapping[str, Identity], corrections: Iterable[Correction]) -> Corrected:
    """The groups after the corrections. `known` is who each actor is without them, by its IRI.

    First all lines are followed that tell apart, then those that join; where they do not agree on some wire, apart wins.
    """
    parts, who, warnings = Parts(groups), Index(groups, known), []
    for line in sorted(corrections, key=lambda line: line.verdict):  # "different" first
        one, other = who.meant(line.one), who.meant(line.other)
        fault = who.fault(line) or parts.follow(line, one - other or one, other - one or other)
        if fault:
            warnings.append(f"{line.source}, line {line.line}: {fault}; the line changes nothing")
    return Corrected(parts.regrouped(groups), parts.apart, tuple(warnings))


class Index:
    """Actors by what a line may call them."""

    def __init__(self, groups: Sequence[Group], known: Mapping[str, Identity]) -> None:
        self.actors = {actor.iri: actor for group in groups for actor in group.actors}
        self.here: dict[tuple[str, str], set[str]] = defaultdict(set)  # what one is called in one article
        self.ids: dict[str, set[str]] = defaultdict(set)
        self.names: dict[str, set[str]] = defaultdict(set)  # what one is mostly called in a wire
        self.others: dict[str, set[str]] = defaultdict(set)  # what one is called besides, in any wire
        for iri, actor in self.actors.items():
            for name in (actor.identifier, actor.name, *actor.aliases):
                self.here[plain(name), actor.article].add(iri)
            self.ids[known[iri].id].add(iri)
            self.ids[f"{actor.type}/{actor.article}/{actor.identifier}"].add(iri)
            if actor.proper:
                self.names[plain(actor.name)].add(iri)
                for name in (known[iri].name, *known[iri].aliases, f"{actor.type}/{slug(actor.name)}"):
                    self.others[plain(name)].add(iri)

    def meant(self, named: Named) -> Iris:
        """The actors that a name means, in all wires or in the one that it names; none where nobody is called so."""
        if named.article is not None:
            return frozenset(self.here.get((plain(named.words), named.article), ()))
        name = plain(named.words)
        return frozenset(self.ids.get(named.words) or self.names.get(name) or self.others.get(name) or ())

    def fault(self, line: Correction) -> str | None:
        """Why a line cannot be followed: one whom it names is nobody, or may be several."""
        for named in (line.one, line.other):
            found = self.meant(named)
            countries = {self.actors[iri].country for iri in found} - {None}
            if not found:
                return f"nobody is called {named}"
            if line.verdict == "same" and len(countries) > 1:
                return f"{named} may be one of several countries, {' or '.join(sorted(filter(None, countries)))}"
        return "both names mean the same mentions" if self.meant(line.one) == self.meant(line.other) else None


class Parts:
    """Who is one so far: the part of each actor, by its IRI."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.actors = {actor.iri: actor for group in groups for actor in group.actors}
        self.countries = {actor.iri: group.country for group in groups for actor in group.actors}
        self.of: dict[str, Iris] = {}
        self.grounds = {iri: ground for group in groups for iri, ground in group.grounds.items()}
        self.apart: list[tuple[Iris, Iris]] = []
        for group in groups:
            self.put(frozenset(actor.iri for actor in group.actors))

    def put(self, part: Iris) -> None:
        """Makes some actors one."""
        self.of |= dict.fromkeys(part, part)

    def whole(self, some: Iris) -> Iris:
        """All who are one with some actors."""
        return frozenset().union(*(self.of[iri] for iri in some))

    def follow(self, line: Correction, one: Iris, other: Iris) -> str | None:
        """Does what a line says; why not, where it cannot."""
        if line.verdict == "same":
            fault = self.join(one, other)
            self.grounds |= {} if fault else dict.fromkeys(one | other, f"a correction says so ({line})")
            return fault
        for part in {self.of[iri] for iri in one} & {self.of[iri] for iri in other}:
            gone = frozenset(iri for iri in part - one if iri in other or self.is_rather(iri, part & other, part & one))
            self.put(gone)
            self.put(part - gone)
        self.apart.append((one, other))
        return None

    def is_rather(self, iri: str, these: Iris, those: Iris) -> bool:
        """Whether an actor whom no line names is called more like these than like those."""
        return self.likeness(iri, these) > self.likeness(iri, those)

    def likeness(self, iri: str, others: Iris) -> tuple[int, int]:
        """How many words of names, and then of posts, an actor shares with the one of some that it is most like."""
        actor = self.actors[iri]
        return max((shared(actor, self.actors[other]) for other in others), default=(0, 0))

    def join(self, one: Iris, other: Iris) -> str | None:
        """Makes actors one, with all whom they are one with; without these where some of them must stay apart."""
        tries = ((self.whole(one), self.whole(other)), (one, self.whole(other)), (self.whole(one), other), (one, other))
        joined = next((mine | yours for mine, yours in tries if self.may_be_one(mine | yours)), None)
        if joined is None:
            return "another line keeps some of them apart"
        for left in {self.of[iri] - joined for iri in joined}:
            self.put(left)
        self.put(joined)
        return None

    def may_be_one(self, some: Iris) -> bool:
        """Whether no line tells any of some actors apart."""
        return not any(some & one and some & other for one, other in self.apart)

    def regrouped(self, groups: Sequence[Group]) -> list[Group]:
        """The groups as they are now; of one that was taken apart, one part alone is known by its name as before."""
        heirs = {
            max(sorted({self.of[actor.iri] for actor in group.actors}, key=min), key=self.weight) for group in groups
        }
        lone = frozenset(group.actors[0].iri for group in groups if group.lone)
        parts = sorted(set(self.of.values()), key=min)
        return [self.group(part, part not in heirs or (len(part) == 1 and part <= lone)) for part in parts]

    def weight(self, part: Iris) -> tuple[int, int]:
        """How good a claim a part has to a name: by how many bear it, and how full theirs is."""
        return len(part), max(len(self.actors[iri].name.split()) for iri in part)

    def group(self, part: Iris, lone: bool) -> Group:
        """The group of a part, of the country that all it comes from agree on."""
        countries = {self.countries[iri] for iri in part} - {None}
        country = countries.pop() if len(countries) == 1 else None
        grounds = {iri: self.grounds[iri] for iri in part & self.grounds.keys()}
        return Group([self.actors[iri] for iri in sorted(part)], country, lone, grounds)


def plain(name: str) -> str:
    """A name as it is looked up: in any case, with accents or without."""
    return " ".join((to_ascii(name) or name).casefold().removeprefix("the ").split())


def shared(one: LocalActor, other: LocalActor) -> tuple[int, int]:
    """How many words of their names and of their posts two actors have in common."""
    names = set(person_tokens(one.name)) & set(person_tokens(other.name))
    posts = {word for role in one.roles for word in plain(role).split()}
    return len(names), len(posts & {word for role in other.roles for word in plain(role).split()})
