"""Who is who in one wire."""

from pathlib import Path

import pytest

from kg.language.coreference.cast import Draft
from kg.language.coreference.roles import stands_for
from kg.language.reading import Reading
from kg.model import Actor
from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("actors.conllu"))


def reading(wire: Wire | str) -> Reading:
    return PARSES.reading(wire)


def speakers(wire: Wire | str) -> list[tuple[str, ...]]:
    """The names of those who speak, statement by statement."""
    read = reading(wire)
    who = read.referents.who_is
    return [
        tuple(read.referents.actor(m.entity).name for i in a.sources for m in who(read.doc[i]))
        for a in read.attributions
    ]


def named(wire: Wire | str, name: str) -> Actor:
    return next(a for a in reading(wire).referents.actors if a.name == name)


def test_a_title_stands_apart_from_the_name() -> None:
    actor = named("Foreign Minister Astrid Hovland said that the ferry was late.", "Astrid Hovland")
    assert (actor.type, actor.roles, actor.aliases) == (
        "person",
        ("Foreign Minister",),
        ("Foreign Minister Astrid Hovland",),
    )
    assert actor.proper


def test_a_title_tells_the_country() -> None:
    actor = named("Norwegian Foreign Minister Astrid Hovland arrived in Tromso.", "Astrid Hovland")
    assert (actor.country, actor.roles) == ("NO", ("Norwegian Foreign Minister",))


def test_a_role_may_stand_behind_the_name() -> None:
    wire = "Astrid Hovland, mayor of Tromso, said that the ferry was late. The mayor added that the ice was thick."
    assert speakers(wire) == [("Astrid Hovland",), ("Astrid Hovland",)]
    assert named(wire, "Astrid Hovland").roles == ("mayor of Tromso",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor of Tromso, Astrid Hovland, said that the ferry was late.", "Astrid Hovland"),
        ("The firm Brobygg said that the quay was empty.", "Brobygg"),
    ],
)
def test_a_name_may_stand_behind_its_description(text: str, name: str) -> None:
    assert speakers(text) == [(name,)]


def test_the_short_name_and_the_full_name_are_one() -> None:
    wire = "Foreign Minister Astrid Hovland said that the ferry was late. Hovland said that the quay was empty."
    assert speakers(wire) == [("Astrid Hovland",), ("Astrid Hovland",)]
    assert "Hovland" in named(wire, "Astrid Hovland").aliases


def test_two_people_of_one_surname_stay_two() -> None:
    wire = (
        "Erik Ivanov said that the ferry was late. Lars Ivanov said that the quay was empty. "
        "Erik Ivanov added that the ice was thick."
    )
    assert speakers(wire) == [("Erik Ivanov",), ("Lars Ivanov",), ("Erik Ivanov",)]
    assert [a.name for a in reading(wire).referents.actors if a.type == "person"] == ["Erik Ivanov", "Lars Ivanov"]


@pytest.mark.parametrize(
    ("before", "description", "who"),
    [
        ("Icelandic President Sigrun Thorsdottir landed in Bergen.", "The Icelandic leader", "Sigrun Thorsdottir"),
        ("Norwegian Foreign Minister Astrid Hovland arrived in Tromso.", "The Norwegian minister", "Astrid Hovland"),
        ("Icelandic President Sigrun Thorsdottir landed in Bergen.", "The Norwegian minister", "Norwegian minister"),
    ],
)
def test_a_description_is_whoever_has_that_role_and_nationality(before: str, description: str, who: str) -> None:
    assert speakers(f"{before} {description} said that the ice was thick.") == [(who,)]


def test_a_minister_of_another_country_is_somebody_else() -> None:
    wire = (
        "Norwegian Foreign Minister Astrid Hovland arrived in Tromso. The Danish minister said that the ice was thin."
    )
    assert speakers(wire) == [("Danish minister",)]


def test_the_spokeswoman_is_the_one_named_before() -> None:
    wire = (
        "Foreign Ministry Spokeswoman Ingrid Dahl said that the ferry was late. "
        "The spokeswoman added that the quay was empty."
    )
    assert speakers(wire) == [("Ingrid Dahl",), ("Ingrid Dahl",)]


def test_a_spokeswoman_speaks_for_the_office_in_her_title() -> None:
    read = reading(
        "Foreign Ministry Spokeswoman Ingrid Dahl said that the ferry was late. The Foreign Ministry sent a note."
    )
    names = {a.id: a.name for a in read.referents.actors}
    assert {names[who]: names[office.entity] for who, office in read.referents.office_of.items()} == {
        "Ingrid Dahl": "Foreign Ministry"
    }


def test_a_pronoun_is_whoever_spoke_before_it() -> None:
    wire = "Captain Nils Brekke said that the ferry was late. He added that the ice was thick."
    assert speakers(wire) == [("Nils Brekke",), ("Nils Brekke",)]


def test_a_pronoun_does_not_look_into_a_quotation() -> None:
    wire = (
        "Foreign Minister Astrid Hovland said that the ferry was late. "
        '"Brekke is a good captain," Hovland said. She added that the ice was thick.'
    )
    assert speakers(wire) == [("Astrid Hovland",)] * 3


def test_i_in_a_quotation_is_its_speaker() -> None:
    read = reading('"I saw the ice," Brekke said.')
    pronoun = next(t for t in read.doc if t.text == "I")
    assert [read.referents.actor(m.entity).name for m in read.referents.who(pronoun)] == ["Brekke"]


def test_we_in_a_quotation_is_the_country_that_the_speaker_speaks_for() -> None:
    read = reading('Norwegian Foreign Minister Astrid Hovland arrived in Tromso. "We saw the ice," Hovland said.')
    pronoun = next(t for t in read.doc if t.text == "We")
    assert [read.referents.actor(m.entity).name for m in read.referents.who(pronoun)] == ["Norway"]


def test_we_of_somebody_of_no_known_country_is_the_speaker() -> None:
    read = reading('"We saw the ice," Hovland said.')
    pronoun = next(t for t in read.doc if t.text == "We")
    assert [read.referents.actor(m.entity).name for m in read.referents.who(pronoun)] == ["Hovland"]


def test_a_capital_that_speaks_is_its_country() -> None:
    wire = (
        "Norway said that the ice was thick. Oslo said that the ferry was late. "
        "The Norwegian government said that the quay was empty."
    )
    assert speakers(wire) == [("Norway",)] * 3
    assert {"Oslo", "The Norwegian government"} <= set(named(wire, "Norway").aliases)


def test_a_capital_alone_is_its_country_by_name() -> None:
    actor = named("Oslo said that the ferry was late.", "Norway")
    assert (actor.type, actor.country, actor.aliases) == ("country", "NO", ("Oslo",))


def test_the_seat_of_a_union_that_speaks_is_the_union() -> None:
    actor = named("Brussels said that the ferry was late.", "European Union")
    assert (actor.type, actor.country, actor.aliases) == ("organization", None, ("Brussels",))


def test_a_capital_of_two_words_is_its_country_too() -> None:
    assert speakers("La Paz said that the ferry was late.") == [("Bolivia",)]


def test_a_port_authority_is_no_government() -> None:
    assert speakers("The Norwegian port authority said that the quay was empty.") == [("Norwegian port authority",)]


def test_two_bodies_named_together_are_two() -> None:
    wire = (
        "Hovland said that the Norwegian and Danish navies had left the strait. The Norwegian navy returned to Bergen."
    )
    read = reading(wire)
    bodies = [a for a in read.referents.actors if a.type == "organization"]
    assert sorted(str(a.country) for a in bodies) == ["DK", "NO"]
    assert "the Norwegian and Danish navies" in set(bodies[0].aliases) & set(bodies[1].aliases)
    navies = next(t for t in read.doc if t.text == "navies")
    assert {m.entity for m in read.referents.who(navies)} == {a.id for a in bodies}


def test_each_of_two_bodies_named_together_has_a_name_of_one() -> None:
    wire = "Hovland said that the Norwegian and Danish navies had left the strait."
    names = {a.name for a in reading(wire).referents.actors if a.type == "organization"}
    assert names == {"Norwegian navy", "Danish navy"}


def test_a_headlines_bare_role_is_resolved_from_the_body() -> None:
    wire = Wire("Foreign Minister Astrid Hovland said that the ferry was late.", headline="Ferry to be late — minister")
    assert speakers(wire) == [("Astrid Hovland",), ("Astrid Hovland",)]


def test_an_unnamed_source_is_an_actor_of_its_own() -> None:
    wire = (
        "The port authority said that the ferry was late. A source in the port authority said that the quay was empty."
    )
    first, second = speakers(wire)
    assert first == ("port authority",)
    assert second != first
    assert not named(wire, second[0]).proper


def test_whom_a_headline_names_is_not_whom_it_quotes_by_description() -> None:
    wire = Wire("Foreign Minister Astrid Hovland said that the ferry was late.", headline="Hovland must go — minister")
    assert speakers(wire)[0] == ("minister",)


def test_an_unnamed_source_is_called_by_where_it_is() -> None:
    assert speakers("A source in the port authority said that the quay was empty.") == [
        ("source in the port authority",)
    ]


def test_whoever_is_urged_is_not_the_one_who_urges() -> None:
    assert named("Hovland urged the captain to turn back.", "Hovland").aliases == ()


def test_people_named_together_are_a_group() -> None:
    actor = named("Militants said that the road was closed.", "Militants")
    assert (actor.type, actor.proper) == ("group", False)


def test_a_body_known_by_its_description_alone_bears_no_name_of_its_own() -> None:
    actor = named("The port authority said that the ferry was late.", "port authority")
    assert (actor.type, actor.proper) == ("organization", False)


@pytest.mark.parametrize("text", PARSES.sentences)
def test_every_mention_is_of_an_actor_and_in_the_text(text: str) -> None:
    read = reading(text)
    ids = {a.id for a in read.referents.actors}
    assert len(ids) == len(read.referents.actors)
    for token in read.doc:
        for mention in read.referents.who_is(token):
            assert mention.entity in ids
            assert text[mention.start : mention.end] == mention.text


def test_the_bank_is_the_one_that_the_wire_is_about() -> None:
    wire = (
        "Norway's largest bank, Kystbanken, bought a ferry from a Danish bank. The bank said that the quay was empty."
    )
    assert speakers(wire) == [("Kystbanken",)]


def test_a_statement_speaks_for_whoever_issued_it() -> None:
    wire = "Kystbanken issued a statement on Monday. The statement said that the quay was empty."
    assert speakers(wire) == [("Kystbanken",)]


@pytest.mark.parametrize(
    ("text", "who", "type_"),
    [
        ("Those close to Hovland said that the ferry was late.", "Those close to Hovland", "group"),
        ("A spokeswoman for Astrid Hovland said that the ferry was late.", "spokeswoman for Astrid Hovland", "person"),
        (
            "The chairman of the Fishing Council said that the ferry was late.",
            "chairman of the Fishing Council",
            "person",
        ),
        ("Minister of Defense Astrid Hovland said that the ferry was late.", "Astrid Hovland", "person"),
        ("Norwegian authorities said that the ferry was late.", "Norway", "country"),
    ],
)
def test_who_speaks_is_neither_whom_nor_what_the_words_name_besides(text: str, who: str, type_: str) -> None:
    assert speakers(text) == [(who,)]
    assert named(text, who).type == type_


def test_her_opinion_is_that_of_the_woman_who_spoke() -> None:
    wire = "Astrid Hovland, mayor of Tromso, said that the ferry was late. In her opinion, the ferry is late."
    assert speakers(wire) == [("Astrid Hovland",), ("Astrid Hovland",)]


@pytest.mark.parametrize(
    ("wire", "who"),
    [
        (
            "Astrid Hovland and Nils Brekke met in Tromso. Both leaders said that the ferry was late.",
            ("Astrid Hovland", "Nils Brekke"),
        ),
        (
            "The presidents of Norway and Denmark, Astrid Hovland and Nils Brekke, said that the ferry was late.",
            ("Astrid Hovland", "Nils Brekke"),
        ),
        (
            "The four countries, Norway, Denmark, Sweden and Finland, said that the ferry was late.",
            ("Norway", "Denmark", "Sweden", "Finland"),
        ),
    ],
)
def test_those_who_are_described_together_are_the_ones_named(wire: str, who: tuple[str, ...]) -> None:
    (found,) = speakers(wire)
    assert tuple(dict.fromkeys(found)) == who


def test_presidents_named_together_have_their_countries_in_order() -> None:
    wire = "The presidents of Norway and Denmark, Astrid Hovland and Nils Brekke, said that the ferry was late."
    assert [named(wire, name).country for name in ("Astrid Hovland", "Nils Brekke")] == ["NO", "DK"]


def test_a_joint_statement_speaks_for_both() -> None:
    wire = (
        "Astrid Hovland and Nils Brekke said in a joint statement that the ferry was late. "
        "The statement said that the quay was empty."
    )
    assert speakers(wire)[1] == ("Astrid Hovland", "Nils Brekke")


def test_who_becomes_mayor_is_the_mayor() -> None:
    assert speakers("Astrid Hovland became mayor of Tromso in May. The mayor said that the quay was empty.") == [
        ("Astrid Hovland",)
    ]


def test_a_name_in_brackets_is_another_name_for_the_one_before_it() -> None:
    wire = "The Port Safety Authority (PSA) said that the ferry was late. PSA added that the ice was thick."
    assert speakers(wire) == [("Port Safety Authority",), ("Port Safety Authority",)]


def test_he_is_nobody_whom_a_title_calls_she() -> None:
    assert speakers("Ms. Hovland met Nils Brekke. He said that the quay was empty.") == [("Nils Brekke",)]


def test_the_company_may_be_the_bank() -> None:
    wire = "Norway's largest bank, Kystbanken, bought a ferry from a Danish bank. The company said that the quay was empty."
    assert speakers(wire) == [("Kystbanken",)]


def test_the_president_spoken_of_first_is_the_one_named_later() -> None:
    wire = "Norway's president said that the ferry was late. President Astrid Hovland said that the ferry was late."
    assert speakers(wire) == [("Astrid Hovland",), ("Astrid Hovland",)]
    assert named(wire, "Astrid Hovland").country == "NO"


def test_who_tells_more_of_the_one_named_right_before_it() -> None:
    assert ("Nils Brekke",) in speakers("Hovland spoke of Nils Brekke, who said that the ferry was late.")


def test_the_head_of_a_delegation_may_be_called_the_diplomat() -> None:
    draft = Draft("person", 0)
    draft.hold("deputy head of the Norwegian delegation")
    assert stands_for("diplomat") & draft.role_words
