"""The locations that a wire names."""

from pathlib import Path

import pytest

from kg.model import Location
from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("places.conllu"))


def locations(wire: Wire | str) -> dict[str, Location]:
    return {place.name: place for place in PARSES.reading(wire).referents.locations}


def test_the_datelines_city_comes_first_and_is_named_as_running_text_names_it() -> None:
    found = locations(Wire("The ferry sailed from Bergen to Denmark.", dateline="TROMSO, March 3. /TASS/."))
    assert list(found) == ["Tromso", "Bergen", "Denmark"]
    assert (found["Tromso"].country, found["Tromso"].basis) == ("NO", "place")


def test_a_datelines_region_is_a_place_unless_it_is_the_country() -> None:
    region = Wire("The ferry sailed from Bergen to Denmark.", dateline="SVETOGORSK, Leningrad Region, March 3. /TASS/.")
    country = Wire("The ferry sailed from Bergen to Denmark.", dateline="TROMSO, Norway, March 3. /TASS/.")
    assert "Leningrad Region" in locations(region)
    assert list(locations(country)) == ["Tromso", "Bergen", "Denmark"]


def test_a_country_stands_at_its_capital_and_says_so() -> None:
    place = locations("The ferry sailed from Bergen to Denmark.")["Denmark"]
    assert (place.country, place.basis) == ("DK", "capital")
    assert place.latitude == pytest.approx(55.7, abs=0.2)


def test_a_capital_that_stands_for_its_government_is_no_place() -> None:
    assert locations("Oslo agreed to the plan.") == {}


def test_a_capital_that_somebody_is_in_is_a_place() -> None:
    found = locations("Oslo agreed to the plan. The captain lives in Oslo.")
    assert (list(found), found["Oslo"].country) == (["Oslo"], "NO")


@pytest.mark.parametrize("text", ["Danish sailors left the ship.", "The EU and the West sent ships."])
def test_nationalities_and_blocs_are_no_places(text: str) -> None:
    assert locations(text) == {}


def test_an_alliance_is_no_place_and_a_sea_is_one_of_no_country() -> None:
    found = locations("NATO sent a ship to the Barents Sea.")
    assert [(place.name, place.country) for place in found.values()] == [("Barents Sea", None)]


def test_a_region_is_named_whole_and_an_article_is_no_part_of_a_name() -> None:
    found = locations("Fishermen of the Voronezh Region left for the Netherlands.")
    assert {name: place.country for name, place in found.items()} == {"Voronezh Region": "RU", "Netherlands": "NL"}


def test_a_place_named_twice_is_one() -> None:
    wire = Wire("The ferry sailed from Bergen to Denmark. The ferry sailed from Bergen to Denmark.")
    assert list(locations(wire)) == ["Bergen", "Denmark"]


def test_a_words_place_is_found_by_its_token() -> None:
    referents = PARSES.reading("The ferry sailed from Bergen to Denmark.").referents
    names = {place.id: place.name for place in referents.locations}
    found = [(m.text, names[m.entity]) for t in referents.doc if (m := referents.place(t)) is not None]
    assert found == [("Bergen", "Bergen"), ("Denmark", "Denmark")]
