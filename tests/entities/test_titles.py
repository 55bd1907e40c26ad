import pytest

from kg.entities.titles import (
    is_agreement_noun,
    is_document_noun,
    is_group_noun,
    is_organization_noun,
    is_place_noun,
    is_role_noun,
    is_title,
    split_title,
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kremlin Spokesman", "Oleg Tarkhov"),
        ("Turkish President", "Kemal Arslan Demir"),
        ("US Secretary of State", "Warren Pike"),
        ("Israeli Minister of Defense", "Israel Adan"),
        ("Deputy Minister of Foreign Affairs of the Republic of Belarus", "Igor Sushko"),
        ("NATO Secretary General", "Piet Hagen"),
        ("Navy Chief Rear Admiral", "Vadim Rybin"),
        ("Chief of the General Staff", "Valery Chumak"),
        ("former Deputy Prime Minister and ex-Minister of National Unity", "Alexey Bondar"),
        ("ex-ambassador to the United States", "Oksana Hrytsenko"),
        ("Former Prime Minister (2010-2014)", "Nikolay Zorin"),
        ("Press Secretary of the Belarusian diplomatic agency", "Ruslan Kurash"),
        ("Crown Prince", "Khalid bin Rashid"),
        ("President", "Nizar al-Hamdan"),
        ("Sen.", "John Marlow"),
        ("Mr.", "Zorin"),
        ("businessman", "Timur Belov"),
        ("presidential spokesperson", "Oleg Tarkhov"),
    ],
)
def test_a_title_is_parted_from_the_name_behind_it(title: str, name: str) -> None:
    assert split_title(f"{title} {name}") == (title, name)


@pytest.mark.parametrize(
    "phrase",
    [
        "Oleg Tarkhov",
        "Thomas King",
        "Ursula von der Leyden",
        "President",
        "the Kremlin spokesman",
        "Foreign Ministry",
        "",
    ],
)
def test_a_phrase_without_title_and_name_is_left_alone(phrase: str) -> None:
    assert split_title(phrase) == ("", phrase)


def test_titles_are_known_with_and_without_full_stop_and_in_the_plural() -> None:
    assert all(map(is_title, ["President", "Gen.", "Mr", "Spokeswoman", "Ministers", "FM", "ex-minister"]))
    assert not any(map(is_title, ["Moscow", "Peskov", "said", "the", ""]))


def test_nouns_for_one_person_are_told_from_nouns_for_people_together() -> None:
    assert all(
        map(
            is_role_noun, ["minister", "spokesman", "spokeswoman", "leader", "diplomat", "envoy", "analyst", "lawmaker"]
        )
    )
    assert not any(map(is_role_noun, ["ministry", "troop", "agreement", "officials"]))
    assert all(
        map(
            is_group_noun,
            ["militants", "militant", "troops", "residents", "groups", "officials", "spokesmen", "opposition"],
        )
    )
    assert not any(map(is_group_noun, ["official", "minister", "ministry", "president"]))


def test_nouns_for_organizations_documents_places_and_agreements_are_known() -> None:
    assert all(
        map(
            is_organization_noun,
            ["ministry", "agency", "government", "army", "party", "council", "committees", "company"],
        )
    )
    assert not any(map(is_organization_noun, ["statement", "report", "minister", "city"]))
    assert all(map(is_document_noun, ["report", "statement", "document", "communique", "surveys"]))
    assert not any(map(is_document_noun, ["minister", "city", "army"]))
    assert all(map(is_place_noun, ["region", "province", "city", "cities", "sea", "airport", "base"]))
    assert not any(map(is_place_noun, ["minister", "report", "army"]))
    assert all(map(is_agreement_noun, ["agreement", "accords", "deal", "treaty", "memorandum", "pact", "ceasefire"]))
    assert not any(map(is_agreement_noun, ["minister", "statement", "war"]))
