"""Who might be taken for another, and why two are held apart."""

import pytest

from kg.entities.namesakes import Bearer, why_apart


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        (("Ivan Orlov", "person", "RU"), ("Ivan Orlov", "person", "BG"), "of another country, Bulgaria"),
        (("Ivan Orlov", "person", "RU"), ("Oleg Orlov", "person", "RU"), "another given name"),
        (("Ivan Orlov", "person", "RU"), ("Orlov", "person", None), "a family name alone"),
        (("Ivan Orlov", "person", None), ("I. Orlov", "person", None), "the name fits, but whether"),
        (("Kim Son Gwon", "person", "KP"), ("Kim Yong Il", "person", "KP"), "another given name"),
        (("Zaral Party", "organization", "RU"), ("Zaral", "organization", "BG"), "of another country, Bulgaria"),
        (
            ("Supreme Court", "organization", "RU"),
            ("Supreme Court", "organization", None),
            "a name that others may have",
        ),
        (("Zaral Front (ZF)", "organization", None), ("Zenit Force (ZF)", "group", None), "the same acronym"),
        (("Green Valley", None, "SY"), ("Green Valley", None, "BG"), "of another country, Bulgaria"),
    ],
)
def test_names_that_are_alike_are_told_apart_for_a_reason(
    one: tuple[str, str | None, str | None], other: tuple[str, str | None, str | None], because: str
) -> None:
    assert (why_apart(Bearer(*one), Bearer(*other)) or "").startswith(because)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ivan Orlov", "person", "RU"), ("Ivan Belov", "person", "RU")),
        (("Russia", "country", "RU"), ("Belarus", "country", "BY")),
        (("Russian Foreign Ministry", "organization", "RU"), ("Turkish Foreign Ministry", "organization", "TR")),
        (("Russian soldiers", "group", "RU"), ("Turkish soldiers", "group", "TR")),
        (("Zarneft", "organization", None), ("Zargas", "organization", None)),
        (("Orsha", None, "BY"), ("Minsk", None, "BY")),
    ],
)
def test_nobody_takes_one_of_another_name_for_it(
    one: tuple[str, str | None, str | None], other: tuple[str, str | None, str | None]
) -> None:
    assert why_apart(Bearer(*one), Bearer(*other)) is None


def test_people_of_one_name_and_two_walks_of_life_are_told_apart_by_them() -> None:
    minister = Bearer("Ivan Orlov", "person", "RU", ("Energy Minister",))
    assert why_apart(minister, Bearer("Ivan Orlov", "person", "RU", ("swimmer",))) == "of another walk of life"
