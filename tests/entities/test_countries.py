import pycountry
import pytest

from kg.entities.countries import countries, country_name, country_named, country_of_capital, country_of_demonym


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russia", "RU"),
        ("Russian Federation", "RU"),
        ("the US", "US"),
        ("U.S.", "US"),
        ("The United States", "US"),
        ("America’s", "US"),
        ("Britain", "GB"),
        ("DPRK", "KP"),
        ("South Korea", "KR"),
        ("Türkiye", "TR"),
        ("IRAN", "IR"),
        ("Côte d’Ivoire", "CI"),
        ("Burma", "MM"),
        ("Czech Republic", "CZ"),
        ("Republic of Belarus", "BY"),
        ("Syrian Arab Republic", "SY"),
        ("Kosovo", "XK"),
        ("Palestine", "PS"),
        ("Grenada", "GD"),
    ],
)
def test_a_country_is_known_by_all_the_names_that_wires_give_it(name: str, code: str) -> None:
    assert country_named(name) == code


@pytest.mark.parametrize("word", ["us", "turkey", "china", "Korea", "Europe", "Soviet", "", "NATO", "Moscow", "the"])
def test_what_is_no_country_by_its_name_has_no_code(word: str) -> None:
    assert country_named(word) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Turkish", "TR"),
        ("Turk", "TR"),
        ("Syrians", "SY"),
        ("Iranians", "IR"),
        ("Americans", "US"),
        ("Brits", "GB"),
        ("Frenchmen", "FR"),
        ("Chinese", "CN"),
        ("Poles", "PL"),
        ("US", "US"),
        ("U.S.", "US"),
        ("North Korean", "KP"),
        ("Emirati", "AE"),
    ],
)
def test_adjectives_and_peoples_in_singular_and_plural_speak_of_their_country(word: str, code: str) -> None:
    assert country_of_demonym(word) == code


@pytest.mark.parametrize("word", ["polish", "turkey", "Western", "Kurdish", "Turkey", "european"])
def test_other_words_speak_of_no_country(word: str) -> None:
    assert country_of_demonym(word) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ankara", "TR"),
        ("Kiev", "UA"),
        ("Kyiv", "UA"),
        ("DAMASCUS", "SY"),
        ("Peking", "CN"),
        ("Washington, D.C.", "US"),
        ("Bogotá", "CO"),
        ("San Jose", "CR"),
        ("Tel Aviv", "IL"),
    ],
)
def test_a_capital_speaks_for_its_country_in_old_and_new_spelling(name: str, code: str) -> None:
    assert country_of_capital(name) == code


@pytest.mark.parametrize("name", ["Istanbul", "New York", "St. Petersburg", "Sochi", "Male voters"])
def test_other_cities_speak_for_no_country(name: str) -> None:
    assert country_of_capital(name) is None


def test_a_country_is_called_as_running_text_calls_it() -> None:
    assert [country_name(code) for code in ("RU", "KR", "GB", "SY", "BO")] == [
        "Russia",
        "South Korea",
        "United Kingdom",
        "Syria",
        "Bolivia",
    ]


def test_a_code_that_nobody_bears_is_its_own_name() -> None:
    assert country_name("ZZ") == "ZZ"


def test_every_country_of_the_table_has_a_code_of_iso_3166_and_is_found_by_its_own_name() -> None:
    known = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    assert countries().keys() <= known
    assert {code: country_named(country.name) for code, country in countries().items()} == {c: c for c in countries()}


def test_no_capital_or_demonym_of_the_table_is_claimed_by_two_countries() -> None:
    claimed = [
        (country.code, word, found)
        for country in countries().values()
        for words, find in (
            (country.capitals, country_of_capital),
            (country.adjectives + country.nouns, country_of_demonym),
        )
        for word in words
        if (found := find(word)) != country.code
    ]
    assert claimed == []
