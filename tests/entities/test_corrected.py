"""Who is who after a newsroom's corrections."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.entities.corrections import Correction, Named
from kg.entities.identity import Identity, LocalActor, correct_actors, identify_actors
from kg.model import ActorType


def actor(wire: str, name: str, kind: ActorType = "person", *, country: str | None = None) -> LocalActor:
    return LocalActor(f"{wire}/{name}", wire, name.replace(" ", ""), name, kind, country=country)


def same(one: str, other: str) -> Correction:
    return Correction("same", named(one), named(other), "the desk knows", "who.tsv", 1)


def different(one: str, other: str) -> Correction:
    return Correction("different", named(one), named(other), "", "who.tsv", 2)


def named(words: str) -> Named:
    name, _, article = words.partition(" @ ")
    return Named(name, article or None)


def known(actors: list[LocalActor], *lines: Correction) -> list[Identity]:
    """Who the actors are, in their order."""
    found, warnings = correct_actors(actors, lines)
    assert warnings == ()
    return [found[each.iri] for each in actors]


def warned(actors: list[LocalActor], *lines: Correction) -> str:
    """What is said of the only line that changes nothing."""
    found, (warning,) = correct_actors(actors, lines)
    assert found == identify_actors(actors)
    return warning


ORLOVS = [actor("w1", "Ivan Orlov"), actor("w2", "Ivan Orlov"), actor("w3", "Ivan Orlov")]


def test_two_names_that_no_rule_brings_together_are_made_one() -> None:
    old, new, third = known(
        [actor("w1", "Olga Sidorova"), actor("w2", "Olga Orlova"), actor("w3", "Olga Sidorova")],
        same("olga orlova", "Olga Sidorova"),
    )
    assert old is new is third
    assert old.id == "person/olga-sidorova"
    assert old.grounds["w2/Olga Orlova"] == "a correction says so (who.tsv, line 1: the desk knows)"


def test_a_family_name_of_one_wire_is_told_whose_it_is() -> None:
    one, other, full, _ = known(
        [actor("w1", "Belov"), actor("w2", "Belov"), actor("w3", "Igor Belov"), actor("w4", "Oleg Belov")],
        same("Belov @ w1", "Igor Belov"),
    )
    assert one is full
    assert other is not full


def test_one_called_the_same_in_one_wire_is_taken_out() -> None:
    first, second, third = known(ORLOVS, different("Ivan Orlov @ w2", "person/ivan-orlov"))
    assert first is third
    assert (first.id, second.id) == ("person/ivan-orlov", "person/w2/IvanOrlov")
    assert (first.apart, second.apart) == ((second.id,), (first.id,))


def test_whom_no_line_names_stays_with_the_one_called_more_alike() -> None:
    found = known(
        [*ORLOVS, actor("w4", "Orlov"), actor("w5", "Ivan Petrovich Orlov")],
        different("Orlov @ w4", "Ivan Orlov"),
    )
    assert len({one.id for one in (*found[:3], found[4])}) == 1
    assert found[3].id == "person/w4/Orlov"


def test_what_is_taken_apart_can_be_put_together_elsewhere() -> None:
    first, second, third = known(
        ORLOVS, different("Ivan Orlov @ w1", "Ivan Orlov @ w2"), same("Ivan Orlov @ w3", "Ivan Orlov @ w2")
    )
    assert second is third
    assert first is not second


def test_an_organization_taken_for_a_person_in_one_wire_is_made_one_with_itself() -> None:
    actors = [*(actor(f"w{n}", "Zarneft", "organization") for n in range(2)), actor("w2", "Zarneft")]
    assert {one.type for one in known(actors, same("person/zarneft", "organization/zarneft"))} == {"organization"}


def test_a_name_that_nobody_bears_changes_nothing() -> None:
    assert warned(ORLOVS, same("Ivan Orlov", "Petr Nobody")) == (
        "who.tsv, line 1: nobody is called Petr Nobody; the line changes nothing"
    )
    assert "nobody is called Orlov @ w9" in warned(ORLOVS, different("Orlov @ w9", "Ivan Orlov"))


def test_a_name_that_people_of_two_countries_bear_is_not_joined() -> None:
    orlovs = [actor("w1", "Ivan Orlov", country="RU"), actor("w2", "Ivan Orlov", country="BG"), actor("w3", "I. Ohl")]
    assert "Ivan Orlov may be one of several countries, BG or RU" in warned(orlovs, same("I. Ohl", "Ivan Orlov"))


def test_lines_that_do_not_agree_on_a_wire_leave_it_apart() -> None:
    lines = (different("Ivan Orlov @ w1", "Ivan Orlov @ w2"), same("Ivan Orlov @ w1", "Ivan Orlov @ w2"))
    found, warnings = correct_actors(ORLOVS, lines)
    assert warnings == ("who.tsv, line 1: another line keeps some of them apart; the line changes nothing",)
    assert found["w1/Ivan Orlov"] is not found["w2/Ivan Orlov"]


def test_two_names_of_the_same_mentions_cannot_be_told_apart() -> None:
    assert "both names mean the same mentions" in warned(ORLOVS, different("person/ivan-orlov", "Ivan Orlov"))


names = st.sampled_from(["Orlov", "Ivan Orlov", "Oleg Orlov", "Ivan Belov"])
some_actors = st.lists(
    st.builds(actor, st.sampled_from(["w1", "w2", "w3"]), names), max_size=8, unique_by=lambda a: a.iri
)
some_lines = st.lists(
    st.builds(
        Correction,
        verdict=st.sampled_from(["same", "different"]),
        one=st.builds(Named, names, st.sampled_from([None, "w1", "w2"])),
        other=st.builds(Named, names, st.sampled_from([None, "w2", "w3"])),
    ),
    max_size=5,
).map(lambda lines: [replace(line, line=n) for n, line in enumerate(lines)])


@settings(deadline=None)
@given(some_actors, some_lines, st.randoms(use_true_random=False))
def test_the_order_of_wires_makes_no_difference(
    actors: list[LocalActor], lines: list[Correction], chance: random.Random
) -> None:
    found, warnings = correct_actors(actors, lines)
    assert correct_actors(chance.sample(actors, len(actors)), lines) == (found, warnings)
    assert found.keys() == {each.iri for each in actors}


@settings(deadline=None)
@given(some_actors, some_lines)
def test_whom_a_line_tells_apart_no_other_makes_one(actors: list[LocalActor], lines: list[Correction]) -> None:
    found, _ = correct_actors(actors, lines)
    for line in lines:
        if line.verdict == "different" and line.one.article and line.other.article and line.one != line.other:
            pair = [found.get(f"{each.article}/{each.words}") for each in (line.one, line.other)]
            assert None in pair or pair[0] is not pair[1]


@settings(deadline=None)
@given(some_actors)
def test_without_a_line_all_is_as_the_rules_have_it(actors: list[LocalActor]) -> None:
    assert correct_actors(actors, ()) == (identify_actors(actors), ())
