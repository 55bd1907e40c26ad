"""Who alleges which wrong of whom, and who rejects it."""

from pathlib import Path

import pytest

from kg.language.allegations.wrongs import wrongs
from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("allegations.conllu"))
Heard = list[tuple[tuple[str, ...], tuple[str, ...], str]]
HOVLAND = "Norwegian Foreign Minister Astrid Hovland said that"


def heard(wire: Wire | str, *, denied: bool) -> Heard:
    """Allegations as (by whom, of whom, what)."""
    reading = PARSES.reading(wire)
    name = {actor.id: actor.name for actor in reading.referents.actors}
    return [
        (
            tuple(name[m.entity] for m in a.accusers),
            tuple(name[m.entity] for m in a.accused),
            "|".join(reading.article.words(piece) for piece in a.act),
        )
        for a in reading.allegations
        if a.is_denied == denied
    ]


def accusations(wire: Wire | str) -> Heard:
    return heard(wire, denied=False)


def denials(wire: Wire | str) -> Heard:
    return heard(wire, denied=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Brekke accused the port authority of hiding cracks.",
            (("Brekke",), ("port authority",), "hiding cracks"),
        ),
        (
            "Brekke accused the port authority on Tuesday of hiding cracks.",
            (("Brekke",), ("port authority",), "hiding cracks"),
        ),
        ("Brekke blamed the port authority for the delay.", (("Brekke",), ("port authority",), "the delay")),
        (
            "The captain was charged with smuggling by the port authority.",
            (("port authority",), ("captain",), "smuggling"),
        ),
        (
            "Brekke repeated his accusations against the port authority.",
            (("Brekke",), ("port authority",), "his accusations against the port authority"),
        ),
    ],
)
def test_to_accuse_blame_or_charge_is_to_allege(text: str, expected: object) -> None:
    assert accusations(text) == [expected]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The captain is accused of smuggling herring.", "smuggling herring"),
        ("The captain faces charges of smuggling.", "smuggling"),
    ],
)
def test_who_is_accused_by_nobody_named_is_accused_all_the_same(text: str, act: str) -> None:
    assert accusations(text) == [((), ("captain",), act)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Denmark condemned Norway's attack on the trawler.", "Norway's attack on the trawler"),
        ("Denmark condemned the attack by Norway on the trawler.", "the attack by Norway on the trawler"),
    ],
)
def test_a_condemned_deed_is_its_possessors_or_its_doers(text: str, act: str) -> None:
    assert accusations(text) == [(("Denmark",), ("Norway",), act)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Brekke said that the Danish navy had rammed the trawler.",
            (("Brekke",), ("Danish navy",), "had rammed the trawler"),
        ),
        (
            "Brekke said that the trawler had been rammed by the Danish navy.",
            (("Brekke",), ("Danish navy",), "the trawler had been rammed by the Danish navy"),
        ),
        ("Denmark violated the memorandum, Brekke said.", (("Brekke",), ("Denmark",), "violated the memorandum")),
        (
            "Brekke said that Denmark does not comply with the memorandum.",
            (("Brekke",), ("Denmark",), "does not comply with the memorandum"),
        ),
        ("Brekke said that Denmark's aggression must end.", (("Brekke",), ("Denmark",), "Denmark's aggression")),
    ],
)
def test_a_wrong_told_within_a_statement_is_alleged_by_its_speaker(text: str, expected: object) -> None:
    assert accusations(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Danish navy rammed the trawler.",  # the reporter's own words
        "Denmark condemned the storm.",  # nobody's deed
        "Brekke did not accuse the port authority of hiding cracks.",
        "Brekke said that the Danish navy could ram the trawler.",
        "Brekke said that the trawler would sink if the Danish navy rammed it.",
        "Brekke said that the Danish navy had attacked smugglers.",  # no wrong in the speaker's eyes
        f"{HOVLAND} Norway had violated the memorandum.",  # the speaker's own side
        "Brekke spoke.",
    ],
)
def test_a_deed_that_nobody_alleges_of_another_is_no_accusation(text: str) -> None:
    assert accusations(text) == []
    assert denials(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{HOVLAND} the Norwegian navy had not attacked the trawler.",
            (("Astrid Hovland",), ("Norwegian navy",), "had not attacked the trawler"),
        ),
        ("The port authority denied hiding cracks.", (("port authority",), ("port authority",), "hiding cracks")),
        (
            "Brekke denied that the port authority had hidden the cracks.",
            (("Brekke",), ("port authority",), "the port authority had hidden the cracks"),
        ),
        (
            "The port authority rejected the accusations.",
            (("port authority",), ("port authority",), "the accusations"),
        ),
    ],
)
def test_a_wrong_that_is_rejected_is_denied_and_never_alleged(text: str, expected: object) -> None:
    assert denials(text) == [expected]
    assert accusations(text) == []


def test_to_say_whom_one_spares_is_to_deny_hitting_them() -> None:
    text = "Hovland said that the Danish navy attacks only smugglers and not civilians."
    ((deniers, cleared, act),) = denials(text)
    assert (deniers, cleared) == (("Hovland",), ("Danish navy",))
    assert act.endswith("attacks only smugglers and not civilians")
    assert accusations(text) == []


def test_whom_one_spares_is_told_without_the_verb_of_saying() -> None:
    text = "Hovland said that the Danish navy attacks only smugglers and not civilians."
    assert "said" not in denials(text)[0][2]


def test_to_plead_not_guilty_is_to_deny() -> None:
    ((deniers, cleared, act),) = denials("The captain pleaded not guilty.")
    assert (deniers, cleared) == (("captain",), ("captain",))
    assert act.endswith("not guilty")
    assert accusations("The captain pleaded not guilty.") == []


def test_to_deny_what_is_no_wrong_clears_nobody() -> None:
    text = "The port authority denied the arrival of the ferry."
    assert denials(text) == accusations(text) == []


def test_a_wrong_alleged_twice_is_heard_twice() -> None:
    wire = Wire(
        "Brekke accused the port authority of hiding cracks.",
        headline="Brekke accused the port authority of hiding cracks.",
    )
    assert len(accusations(wire)) == 2


def test_a_wire_may_begin_with_guilty() -> None:
    assert accusations("Guilty captains left.") == []


@pytest.mark.parametrize("text", [text for text in PARSES.sentences if not text.startswith("Guilty")])
def test_nobody_accuses_himself_and_every_act_stands_in_the_text(text: str) -> None:
    for allegation in PARSES.reading(text).allegations:
        assert all(0 <= piece.start < piece.end <= len(text) for piece in allegation.act)
        assert 0 < allegation.confidence <= 1
        if not allegation.is_denied:
            assert not {m.entity for m in allegation.accusers} & {m.entity for m in allegation.accused}


def test_the_word_lists_are_lower_case_and_each_is_there() -> None:
    names = {"accuse", "decry", "deny", "charge", "wrong", "misdeed", "strike", "failing", "badly", "bad"}
    assert names | {"protected", "lawless", "mild", "nature"} <= wrongs().keys()
    assert all(word == word.lower() for words in wrongs().values() for word in words)
    assert wrongs()["mild"] <= wrongs()["wrong"]
