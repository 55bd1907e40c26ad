import pytest

from kg.entities.names import initials, is_same_name, is_same_person, name_and_country


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Erdogan", "Recep Tayyip Erdogan"),
        ("Tayyip Erdogan", "Recep Tayyip Erdogan"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Vladimir Zelensky", "Volodymyr Zelenskiy"),
        ("D. Peskov", "Dmitry Peskov"),
        ("Assad", "Bashar al-Assad"),
        ("al-Assad", "Bashar Assad"),
        ("Xi", "Xi Jinping"),
        ("bin Salman", "Mohammed bin Salman"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Nicolas Maduro", "Nicolás Maduro Moros"),
        ("Donald J. Trump", "Donald Trump"),
        ("Trump’s", "Donald Trump"),
        ("Joe Biden", "Joseph Biden"),
    ],
)
def test_a_name_cut_short_or_spelt_otherwise_may_be_the_same_person_s(short: str, full: str) -> None:
    assert is_same_person(short, full)
    assert is_same_person(full, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mikhail Ivanov", "Igor Ivanov"),
        ("M. Ivanov", "Igor Ivanov"),
        ("Ivanov", "Anna Ivanova"),
        ("Vladimir", "Vladimir Orlov"),
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Peskov", "Putin"),
        ("", ""),
    ],
)
def test_names_that_cannot_be_one_person_s_are_told_apart(one: str, other: str) -> None:
    assert not is_same_person(one, other)
    assert not is_same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Foreign Ministry", "Foreign Ministry"),
        ("Russia’s Foreign Ministry", "Foreign Ministry of the Russian Federation"),
        ("Ministry of Foreign Affairs of the Republic of Belarus", "Belarusian Foreign Ministry"),
        ("Ukrainian Ministry of Defence", "Ukraine's Defense Ministry"),
        ("Turkish Defense Ministry", "Turkey’s national defense ministry"),
        ("U.S. Congress", "United States Congress"),
        ("US Department of State", "US State Department"),
        ("UN", "United Nations"),
        ("UN Security Council", "United Nations Security Council"),
        ("FSB", "Federal Security Service (FSB) of Russia"),
        ("PACE", "the Parliamentary Assembly of the Council of Europe"),
        ("OPCW", "Organisation for the Prohibition of Chemical Weapons"),
        ("ZFD", "Zaral Front for Democracy"),
    ],
)
def test_an_organization_s_name_is_known_in_other_dress(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert is_same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russian Foreign Ministry", "Turkish Foreign Ministry"),
        ("Foreign Ministry", "Defense Ministry"),
        ("Foreign Ministry", "Russian Foreign Ministry"),
        ("EU", "European Solidarity"),
        ("", ""),
    ],
)
def test_names_of_different_organizations_are_told_apart(one: str, other: str) -> None:
    assert not is_same_name(one, other)


def test_a_name_gives_up_its_country() -> None:
    assert name_and_country("Turkey’s Foreign Ministry") == ("foreign ministry", "TR")
    assert name_and_country("Security Service of Ukraine") == ("security service", "UA")
    assert name_and_country("Council of Europe") == ("council of europe", None)


def test_initials_leave_out_small_words_and_keep_acronyms() -> None:
    assert initials("Organization for the Prohibition of Chemical Weapons") == "OPCW"
    assert initials("UN Security Council") == "UNSC"
