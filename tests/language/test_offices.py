"""For whom somebody speaks by office."""

from pathlib import Path

import pytest

from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("offices.conllu"))


def offices(text: str) -> dict[str, tuple[str, str]]:
    """Whom each speaks for, by name, with the words that say so."""
    referents = PARSES.reading(Wire(text)).referents
    name = {actor.id: actor.name for actor in referents.actors}
    return {name[who]: (name[office.entity], office.text) for who, office in referents.office_of.items()}


@pytest.mark.parametrize(
    ("text", "who", "office"),
    [
        (
            "Danish Foreign Ministry Spokeswoman Ingrid Dahl said that the ferry was late.",
            "Ingrid Dahl",
            ("Danish Foreign Ministry", "Danish Foreign Ministry"),
        ),
        (
            "A spokesman for the Danish Navy said that the quay was empty.",
            "spokesman for the Danish Navy",
            ("Danish Navy", "Danish Navy"),
        ),
        (
            "The press service of the Danish Navy said that the quay was empty.",
            "press service of the Danish Navy",
            ("Danish Navy", "Danish Navy"),
        ),
        (
            "Norwegian Ambassador to Denmark Nils Brekke said that the ice was thick.",
            "Nils Brekke",
            ("Norway", "Norwegian"),
        ),
    ],
)
def test_spokesmen_press_services_and_envoys_speak_for_their_body_or_state(
    text: str, who: str, office: tuple[str, str]
) -> None:
    assert offices(text) == {who: office}


@pytest.mark.parametrize(
    "text",
    [
        "Danish Foreign Minister Ingrid Dahl said that the ferry was late.",
        "Former Kremlin Spokesman Nils Brekke said that the ice was thick.",
    ],
)
def test_ministers_and_who_no_longer_holds_a_post_speak_for_themselves(text: str) -> None:
    assert offices(text) == {}
