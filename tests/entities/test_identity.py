import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.entities.identity import Identity, LocalActor, identify_actors
from kg.model import ActorType


def actor(
    wire: str,
    name: str,
    kind: ActorType = "person",
    /,
    *,
    country: str | None = None,
    proper: bool = True,
    **more: tuple[str, ...],
) -> LocalActor:
    """An actor of a wire; its id there is made from its name."""
    local = f"A{sum(map(ord, name + kind))}"
    return LocalActor(f"{wire}/{local}", wire, local, name, kind, country=country, proper=proper, **more)


def identified(*actors: LocalActor) -> list[Identity]:
    """Who the actors are, in their order."""
    found = identify_actors(actors)
    return [found[each.iri] for each in actors]


def ids(*actors: LocalActor) -> list[str]:
    return [one.id for one in identified(*actors)]


def test_a_family_name_is_the_only_full_name_that_has_it() -> None:
    president = actor("w2", "Kemal Arslan Demir", country="TR", roles=("Turkish President",))
    short, full = identified(actor("w1", "Demir"), president)
    assert short is full
    assert short == Identity("person/kemal-arslan-demir", "Kemal Arslan Demir", "person", ("Demir",), "TR")


def test_a_family_name_of_which_nothing_is_told_is_nobody_s_whom_one_wire_names_in_passing() -> None:
    bare, full = ids(actor("w1", "Demir"), actor("w2", "Kemal Demir"))
    assert bare != full
    assert len(set(ids(actor("w1", "Demir"), actor("w2", "Kemal Demir"), actor("w3", "Kemal Demir")))) == 1
    assert len(set(ids(actor("w1", "Demir", roles=("driver",)), actor("w2", "Kemal Demir")))) == 1


def test_a_full_name_is_one_however_it_is_romanized() -> None:
    assert (
        len(set(ids(actor("w1", "Sergei Solovyov"), actor("w2", "Sergey Soloviev"), actor("w3", "Serhiy Solovyov"))))
        == 1
    )


def test_a_family_name_that_two_full_names_have_stays_on_its_own() -> None:
    short, *full = ids(actor("w1", "Orlov"), actor("w2", "Igor Orlov"), actor("w3", "Mikhail Orlov"))
    assert short.startswith("person/w1/")
    assert full == ["person/igor-orlov", "person/mikhail-orlov"]


def test_the_country_decides_between_two_full_names() -> None:
    assert ids(
        actor("w1", "Orlov", country="BG"),
        actor("w2", "Igor Orlov", country="RU"),
        actor("w3", "Mikhail Orlov", country="BG"),
    ) == ["person/mikhail-orlov", "person/igor-orlov", "person/mikhail-orlov"]


def test_the_role_decides_between_two_full_names() -> None:
    energy, sport = ("Energy Minister",), ("Russian Sports Minister",)
    assert ids(
        actor("w1", "Orlov", roles=("Sports Minister",)),
        actor("w2", "Igor Orlov", roles=energy),
        actor("w3", "Mikhail Orlov", roles=sport),
    ) == ["person/mikhail-orlov", "person/igor-orlov", "person/mikhail-orlov"]


def test_people_of_one_name_and_different_countries_are_different_people() -> None:
    assert ids(actor("w1", "Ivan Orlov", country="RU"), actor("w2", "Ivan Orlov", country="BG")) == [
        "person/ivan-orlov-ru",
        "person/ivan-orlov-bg",
    ]


def test_one_of_unknown_country_is_none_of_two_namesakes() -> None:
    unknown, *_ = ids(
        actor("w1", "Ivan Orlov"), actor("w2", "Ivan Orlov", country="RU"), actor("w3", "Ivan Orlov", country="BG")
    )
    assert unknown.startswith("person/w1/")


def test_a_full_name_of_unknown_country_does_not_tie_people_of_two_countries_together() -> None:
    found = ids(actor("w1", "Orlov", country="RU"), actor("w2", "Orlov", country="BG"), actor("w3", "Ivan Orlov"))
    assert len(set(found)) == 3


def test_a_family_name_alone_is_not_guessed_to_be_the_same_in_two_wires() -> None:
    assert len(set(ids(actor("w1", "Galushka"), actor("w2", "Galushka")))) == 2
    told = {"country": "UA", "roles": ("Energy Minister",)}
    assert len(set(ids(actor("w1", "Galushka", **told), actor("w2", "Galushka", **told)))) == 1  # type: ignore[arg-type]


def test_an_initial_stands_for_the_only_name_it_may() -> None:
    assert ids(actor("w1", "I. Orlov"), actor("w2", "Igor Orlov")) == ["person/igor-orlov"] * 2
    assert len(set(ids(actor("w1", "I. Orlov"), actor("w2", "Igor Orlov"), actor("w3", "Ivan Orlov")))) == 3


def test_a_country_is_known_by_its_code() -> None:
    one, other = identified(
        replace(actor("w1", "Russian Federation", "country", country="RU"), aliases=("Moscow", "the Russian side")),
        actor("w2", "Russia", "country", country="RU"),
    )
    assert one is other
    assert one == Identity("country/RU", "Russia", "country", ("Moscow", "Russian Federation"), "RU")


def test_a_land_that_no_code_is_given_to_is_known_by_its_name() -> None:
    assert ids(actor("w1", "Somaliland", "country"), actor("w2", "Somaliland", "country")) == ["country/somaliland"] * 2


def test_a_ministry_is_one_where_its_country_is_known() -> None:
    russian, russias, other, turkish = ids(
        actor("w1", "Russian Foreign Ministry", "organization"),
        actor("w2", "Foreign Ministry of Russia", "organization"),
        actor("w3", "Foreign Ministry", "organization", country="RU"),
        actor("w4", "Turkish Foreign Ministry", "organization"),
    )
    assert russian == russias == other != turkish


def test_a_ministry_of_no_known_country_stays_in_its_wire() -> None:
    found = ids(
        actor("w1", "Foreign Ministry", "organization"),
        actor("w2", "Foreign Ministry", "organization"),
        actor("w3", "Russian Foreign Ministry", "organization"),
    )
    assert len(set(found)) == 3
    assert found[0].startswith("organization/w1/")


def test_the_nation_before_a_name_says_whose_an_organization_is() -> None:
    ministry, kremlin, fsb = identified(
        actor("w1", "Turkish Defense Ministry", "organization"),
        actor("w2", "Kremlin", "organization"),
        actor("w3", "Russian FSB", "organization"),
    )
    assert (ministry.country, kremlin.country, fsb.country) == ("TR", "RU", "RU")


def test_a_nation_before_the_name_of_an_organization_of_many_is_not_whose_it_is() -> None:
    one, other = identified(actor("w1", "Ukraine’s EU", "organization"), actor("w2", "European Union", "organization"))
    assert one is other
    assert (one.name, one.country) == ("European Union", None)


def test_a_department_is_that_of_the_country_its_wire_tells() -> None:
    american, brazilian = identified(
        actor("w1", "Justice Department", "organization"),
        actor("w2", "Justice Department", "organization", country="BR"),
    )
    assert (american.country, brazilian.country) == ("US", "BR")


def test_another_name_of_an_organization_is_not_that_of_another_country_s() -> None:
    british, german = identified(
        actor("w1", "Foreign Office", "organization"), actor("w2", "Foreign Office", "organization", country="DE")
    )
    assert (british.country, german.country) == ("GB", "DE")


def test_a_capital_that_stands_for_its_government_is_that_country() -> None:
    assert ids(actor("w1", "Ankara", "country"), actor("w2", "Turkey", "country")) == ["country/TR"] * 2


def test_an_acronym_is_the_organization_that_wires_spell_out() -> None:
    assert (
        len(set(ids(actor("w1", "FSB", "organization"), actor("w2", "Federal Security Service", "organization")))) == 1
    )
    spelt_out = actor("w1", "Zaral Liberation Movement", "organization", aliases=("the ZLM",))
    assert ids(spelt_out, actor("w2", "ZLM", "organization")) == ["organization/zaral-liberation-movement"] * 2


def test_an_acronym_that_two_organizations_have_stays_on_its_own() -> None:
    found = ids(
        actor("w1", "Zaral Liberation Movement", "organization", aliases=("ZLM",)),
        actor("w2", "Zenit Labor Militia", "organization", aliases=("ZLM",)),
        actor("w3", "ZLM", "organization"),
    )
    assert len(set(found)) == 3


def test_a_distinctive_name_is_one_with_and_without_its_country() -> None:
    one, other = identified(
        actor("w1", "Zarneft", "organization", country="RU"), actor("w2", "Zarneft", "organization")
    )
    assert one is other
    assert one.country == "RU"


def test_what_bears_no_name_of_its_own_is_never_joined() -> None:
    assert len(set(ids(*(actor(f"w{n}", "militants", "group", proper=False) for n in range(3))))) == 3
    source = actor("w9", "a source in the Foreign Ministry", "person", proper=False)
    assert ids(source) == [f"person/w9/{source.identifier}"]


def test_a_named_group_is_one_also_where_a_wire_takes_it_for_an_organization() -> None:
    found = identified(
        *(actor(f"w{n}", "Zaral Brigade", kind) for n, kind in enumerate(("group", "group", "organization")))
    )
    assert len(set(found)) == 1
    assert found[0].id == "group/zaral-brigade"


def test_descriptions_that_are_good_in_one_wire_only_are_no_aliases_across_wires() -> None:
    aliases = (
        "Demir",
        "the Turkish leader",
        "The President",
        "Foreign Minister",
        "his counterpart",
        "President Kemal Demir",
    )
    assert identified(actor("w1", "Kemal Demir", aliases=aliases))[0].aliases == ("Demir", "President Kemal Demir")


def test_an_organization_is_also_called_by_common_nouns_but_not_described_or_lumped_together() -> None:
    aliases = (
        "the Syrian military",
        "Syrian force that held the town",
        "Russian and Syrian militaries",
        "The army",
        "its army",
    )
    assert identified(actor("w1", "Syrian army", "organization", aliases=aliases))[0].aliases == ("Syrian military",)


def test_a_name_in_another_alphabet_is_a_name() -> None:
    assert (
        len(set(ids(actor("w1", "Иван Орлов"), actor("w2", "Пётр Белов"), actor("w3", "外交部", "organization")))) == 3
    )


def test_nobody_gives_nobody() -> None:
    assert identify_actors([]) == {}


names = st.sampled_from(
    [
        "Orlov",
        "Igor Orlov",
        "I. Orlov",
        "Mikhail Orlov",
        "Ivan Igor Orlov",
        "Igor Orlov Belov",
        "Belov",
        "FSB",
        "Foreign Ministry",
        "",
        ".",
    ]
)
kinds = st.sampled_from(["person", "organization", "group", "country"])
local_actors = st.lists(
    st.builds(
        LocalActor,
        iri=st.just(""),
        article=st.sampled_from(["w1", "w2"]),
        identifier=st.just(""),
        name=names,
        type=kinds,
        aliases=st.lists(names, max_size=2).map(tuple),
        country=st.sampled_from([None, "RU", "BG"]),
        proper=st.booleans(),
        roles=st.lists(st.sampled_from(["minister", "Russian envoy"]), max_size=2).map(tuple),
    ),
    max_size=12,
).map(lambda found: [replace(each, iri=f"{n}", identifier=f"A{n}") for n, each in enumerate(found)])


@settings(deadline=None)
@given(local_actors, st.randoms(use_true_random=False))
def test_the_order_of_wires_makes_no_difference(actors: list[LocalActor], chance: random.Random) -> None:
    shuffled = chance.sample(actors, len(actors))
    assert identify_actors(shuffled) == identify_actors(actors)


@settings(deadline=None)
@given(local_actors)
def test_everybody_is_somebody_and_no_two_share_an_id(actors: list[LocalActor]) -> None:
    found = identify_actors(actors)
    assert found.keys() == {each.iri for each in actors}
    assert len({one.id for one in found.values()}) == len(set(map(id, found.values())))


@settings(deadline=None)
@given(local_actors)
def test_people_of_different_countries_are_never_one(actors: list[LocalActor]) -> None:
    found = identify_actors(actors)
    countries: dict[str, set[str]] = {}
    for each in actors:
        if each.type == "person" and each.country:
            countries.setdefault(found[each.iri].id, set()).add(each.country)
    assert all(len(known) == 1 for known in countries.values())


@pytest.mark.parametrize("name", ["Vladimir Orlov", "Orlov", "V. Orlov", "Foreign Ministry", "FSB"])
def test_a_name_that_ten_thousand_wires_have_takes_no_quadratic_time(name: str) -> None:
    kind: ActorType = "person" if "Orlov" in name else "organization"
    found = [actor(f"w{n}", name, kind, roles=(f"role {n}",)) for n in range(10_000)]
    start = time.process_time()
    identify_actors([*found, actor("w", "Vladimir Petrovich Orlov")])
    assert time.process_time() - start < 5
