"""The words of acts that say something."""

import pytest

from kg.graph.links.words import content_words, negations, spelt, stems


@pytest.mark.parametrize(
    "forms",
    [
        "shelled shelling shells shell",
        "striking strikes strike",
        "supplies supplied supply supplying",
        "violated violating violations violation violate violates",
        "plan planned planning plans",
        "civilian civilians",
        "poisoned poisoning poison",
    ],
)
def test_forms_of_a_word_are_one_word(forms: str) -> None:
    assert len(content_words(forms).all) == 1


def test_words_that_stand_in_any_act_are_no_content() -> None:
    assert content_words("It was not responsible for any of this, 24/7, and would not have been").all == frozenset()


def test_months_and_names_are_content_but_not_plain() -> None:
    words = content_words("Ships left Colonia in April")
    assert words.all - words.plain == content_words("Colonia, April").all


def test_bare_stems_are_those_of_the_content_words() -> None:
    assert stems("The ships left Colonia") - {""} == content_words("The ships left Colonia").all


def test_shared_words_are_shown_as_the_text_spells_them() -> None:
    assert spelt("Gates of the dam, closed gates", content_words("close the gate").all) == "Gates, closed"


@pytest.mark.parametrize(
    ("text", "number"),
    [("it did not fire", 1), ("it didn't, never", 2), ("it didn’t", 1), ("nothing notable", 0), ("No one fired", 1)],
)
def test_words_that_say_no_are_counted(text: str, number: int) -> None:
    assert negations(text) == number
