"""Who speaks for a state."""

import pytest

from kg.entities.local import Identity
from kg.graph.links.sides import side


@pytest.mark.parametrize(
    "post",
    [
        "President",
        "Turkish President",
        "Deputy Foreign Minister",
        "Defense Ministry spokesman",
        "the ambassador",
        "Kremlin Spokesman",
    ],
)
def test_officers_of_a_state_are_on_its_side(post: str) -> None:
    assert side(Identity("person/x", "X", "person", country="TR"), [post]) == "country/TR"


@pytest.mark.parametrize(
    "post",
    [
        "former President",
        "president of the Growers' Union",
        "opposition leader",
        "bank president",
        "coach",
        "ex-minister",
    ],
)
def test_others_are_on_their_own_side(post: str) -> None:
    assert side(Identity("person/x", "X", "person", country="TR"), [post]) == "person/x"


@pytest.mark.parametrize(
    ("name", "of_state"),
    [
        ("Turkish Defense Ministry", True),
        ("Syrian forces", True),
        ("the Israeli army", True),
        ("Israel Defense Forces", True),
        ("Free Syrian Army", False),
        ("Turkish Workers' Party", False),
        ("Turkish Airlines", False),
        ("former Syrian government", False),
    ],
)
def test_offices_and_forces_of_a_state_are_on_its_side(name: str, of_state: bool) -> None:
    actor = Identity("organization/x", name, "organization", country="SY")
    assert side(actor, []) == ("country/SY" if of_state else "organization/x")


def test_without_a_country_nobody_speaks_for_one() -> None:
    assert side(Identity("person/x", "X", "person"), ["President"]) == "person/x"
