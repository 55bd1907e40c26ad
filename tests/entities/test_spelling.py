from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.entities.spelling import slug, to_ascii, transliteration_key


@pytest.mark.parametrize(
    "spellings",
    [
        "Zelensky Zelenskyy Zelenskiy Zelenskyi Zelenskii",
        "Aleksandr Alexander Oleksandr Aliaksandr",
        "Sergei Sergey Serhiy",
        "Yulia Julia Yuliya",
        "Kiev Kyiv",
        "Lukashenko Lukashenka Loukashenko",
        "Solovyov Soloviev Solovyev",
        "Yevgeny Evgeny Yevgeniy",
        "Erdogan Erdoğan",
        "Araghchi Aragchi",
        "Natalia Natalya",
        "Maxim Maksim",
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: str) -> None:
    assert len({transliteration_key(word) for word in spellings.split()}) == 1


def test_names_that_differ_keep_different_keys() -> None:
    names = "Ivanov Ivanova Petrov Igor Mikhail Sergei Andrei Putin Lavrov Shoigu Minsk Pinsk Hasan Hans".split()  # noqa: SIM905
    assert [pair for pair in combinations(names, 2) if len(set(map(transliteration_key, pair))) == 1] == []


def test_accents_are_dropped_from_letters_of_all_latin_alphabets() -> None:
    assert to_ascii("Støre, Łódź, Erdoğan, Çavuşoğlu, Kılıç, Straße, Æsir, ’Ayn") == (
        "Store, Lodz, Erdogan, Cavusoglu, Kilic, Strasse, Aesir, 'Ayn"
    )


def test_a_slug_is_lower_case_with_hyphens() -> None:
    assert slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan"
    assert slug("Quai d’Orsay") == "quai-dorsay"
    assert slug("U.S. Congress (lower house)") == "u-s-congress-lower-house"


def test_names_in_another_alphabet_have_slugs_of_their_own() -> None:
    assert slug("Иванов") != slug("Петров")


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_slug_of_plain_letters(name: str) -> None:
    assert slug(name)
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@settings(deadline=None)
@given(st.text())
def test_a_slug_has_itself_as_slug(name: str) -> None:
    assert slug(slug(name)) == slug(name)
