import pytest

from kg.entities.cities import capital_of
from kg.entities.countries import countries
from kg.entities.gazetteer import Place, is_place, locate, same_place


def country(name: str, *near: str, region: str | None = None) -> str | None:
    """The country that a place is located in, if any."""
    place = locate(name, near=near, region=region)
    return place.country if place else None


def test_a_country_stands_at_its_capital_and_says_so() -> None:
    place, capital = locate("Syria"), locate("Damascus")
    assert place is not None
    assert capital is not None
    assert (place.country, place.basis, place.geonames) == ("SY", "capital", None)
    assert (place.latitude, place.longitude) == (capital.latitude, capital.longitude)


def test_a_capital_stands_at_itself() -> None:
    place = locate("MOSCOW")
    assert place is not None
    assert (place.country, place.geonames, place.basis) == ("RU", 524901, "place")
    assert (round(place.latitude or 0), round(place.longitude or 0)) == (56, 38)


def test_two_spellings_of_a_city_have_one_number() -> None:
    assert locate("Kiev") == locate("Kyiv")
    assert locate("Kharkov") == locate("Kharkiv")
    assert locate("St. Petersburg", near=["RU"]) == locate("Saint Petersburg")


def test_a_city_whose_name_others_bear_is_the_one_in_a_country_that_the_wire_names() -> None:
    assert country("Brest", "BY") == "BY"
    assert country("Brest", "FR") == "FR"
    assert country("Odessa") == "UA"
    assert country("Odessa", "US") == "US"


@pytest.mark.parametrize("name", ["Brest", "Springfield", "Cambridge", "Valencia"])
def test_a_city_that_may_be_one_of_two_is_not_located(name: str) -> None:
    assert locate(name) is None


def test_a_name_that_the_wire_s_country_does_not_decide_is_not_located() -> None:
    assert locate("Springfield", near=["US"]) is None


def test_a_world_city_is_no_town_of_that_name_in_a_country_that_the_wire_names() -> None:
    assert country("Moscow", "US") == "RU"
    assert country("Paris", "US") == "FR"


def test_a_small_town_of_an_english_word_is_meant_only_where_the_wire_names_its_country() -> None:
    assert locate("Alliance") is None
    assert country("Alliance", "US") == "US"


def test_a_region_beside_the_name_decides() -> None:
    springfield = locate("Springfield", region="Illinois")
    assert springfield is not None
    assert (springfield.country, springfield.geonames) == ("US", 4250542)
    assert country("Athens", region="Georgia") == "US"
    assert locate("Kirov", region="Kaluga Region") != locate("Kirov")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Voronezh Region", "RU"),
        ("Nagasaki Prefecture", "JP"),
        ("Kubinka airfield", "RU"),
        ("Idlib de-escalation zone", "SY"),
        ("eastern Syria", "SY"),
        ("northern Iraq", "IQ"),
        ("Texas", "US"),
        ("Bavaria", "DE"),
        ("Eastern Ghouta", "SY"),
        ("Gaza Strip", "PS"),
    ],
)
def test_a_region_has_a_country_but_no_coordinates(name: str, code: str) -> None:
    assert locate(name) == Place(code, None, None, None, None)


@pytest.mark.parametrize(
    "name",
    [
        "Europe",
        "Asia",
        "Middle East",
        "Crimea",
        "Donbass",
        "South China Sea",
        "Sea of Japan",
        "Red Sea",
        "Antarctica",
        "Balkan Peninsula",
        "West",
        "Somaliland",
        "",
        "Zzyzx Gate",
    ],
)
def test_what_lies_in_no_one_country_or_is_unknown_is_not_located(name: str) -> None:
    assert locate(name) is None


def test_a_territory_stands_at_its_chief_town() -> None:
    place, town = locate("Puerto Rico"), locate("San Juan", near=["PR"])
    assert place is not None
    assert town is not None
    assert (place.country, place.latitude, place.basis) == ("PR", town.latitude, "capital")


def test_the_city_of_a_region_of_the_same_name_is_meant() -> None:
    place = locate("New York")
    assert place is not None
    assert place.geonames == 5128581


def test_every_capital_that_speaks_for_its_country_lies_in_it() -> None:
    cities = {code: capital_of(code) for code in countries()}
    assert [code for code, city in cities.items() if city and city.country != code] == []
    assert sum(city is None for city in cities.values()) < 3


@pytest.mark.parametrize("name", ["Russia", "Damascus", "Sochi", "Kharkov", "Idlib", "Crimea", "Chechnya", "the US"])
def test_countries_capitals_regions_and_larger_cities_are_places(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize("name", ["Union", "Central", "Erdogan", "NATO", "James", "Ministry", "sochi", "FSB", ""])
def test_other_names_are_no_places(name: str) -> None:
    assert not is_place(name)


def test_names_of_one_place_are_known_as_such() -> None:
    assert same_place("Kiev", "Kyiv")
    assert same_place("UK", "Britain")
    assert same_place("Artemivsk", "Bakhmut")
    assert not same_place("Kiev", "Minsk")
    assert not same_place("Georgia", "Atlanta")
