"""Datelines of many agencies, years and accidents."""

import pytest

from kg.entities.spelling import display_place
from kg.wires.dateline import find_opening

TEXT = "The ministry said on Monday that the talks would go on."


@pytest.mark.parametrize(
    ("dateline", "place", "region", "day", "agency"),
    [
        ("MOSCOW, February 12. /TASS/.", "MOSCOW", None, (2, 12), "TASS"),
        ("MOSCOW, February 12 /TASS/.", "MOSCOW", None, (2, 12), "TASS"),
        ("MOSCOW, February 12./TASS/.", "MOSCOW", None, (2, 12), "TASS"),
        ("MOSCOW, February 12. /TASS/", "MOSCOW", None, (2, 12), "TASS"),
        ("MOSCOW, February 12. /TASS.", "MOSCOW", None, (2, 12), "TASS"),
        ("MOSCOW. /TASS/.", "MOSCOW", None, None, "TASS"),
        ("February 12. /TASS/.", None, None, (2, 12), "TASS"),
        ("/TASS/.", None, None, None, "TASS"),
        ("TASS, February 12.", None, None, (2, 12), "TASS"),
        ("KURSK, July 10. /TASS-DEFENSE/.", "KURSK", None, (7, 10), "TASS"),
        ("SOCHI, May 9. /ITAR-TASS/.", "SOCHI", None, (5, 9), "ITAR-TASS"),
        ("SOCHI, May 9 (Itar-Tass) -", "SOCHI", None, (5, 9), "ITAR-TASS"),
        ("SOCHI, May 9. /TASS correspondent Ivan Petrov/.", "SOCHI", None, (5, 9), "TASS"),
        ("IGORA /Leningrad Region/, December 26. /TASS/.", "IGORA", "Leningrad Region", (12, 26), "TASS"),
        ("TARTUS / Syria /, May 25. / TASS /.", "TARTUS", "Syria", (5, 25), "TASS"),
        ("KUBINKA (Moscow Region), June 26. /TASS/.", "KUBINKA", "Moscow Region", (6, 26), "TASS"),
        ("ST. PETERSBURG, June 5. /TASS/.", "ST. PETERSBURG", None, (6, 5), "TASS"),
        ("BEIRUT (Reuters) -", "BEIRUT", None, None, "Reuters"),
        ("BERLIN/PARIS, Feb 12 (Reuters) -", "BERLIN/PARIS", None, (2, 12), "Reuters"),
        ("Jan 30 (Reuters) -", None, None, (1, 30), "Reuters"),
        ("HANOI, Vietnam (AP) —", "HANOI", "Vietnam", None, "AP"),
        ("HANOI, Vietnam -- HANOI, Vietnam (AP) —", "HANOI", "Vietnam", None, "AP"),
        ("Paris (AFP) –", "Paris", None, None, "AFP"),
        (
            "SRINAGAR, Indian-controlled Kashmir, May 29 (Xinhua) --",
            "SRINAGAR",
            "Indian-controlled Kashmir",
            (5, 29),
            "Xinhua",
        ),
        ("MINSK. Feb 12 (Interfax) -", "MINSK", None, (2, 12), "Interfax"),
        ("TOKYO, Feb. 12, Kyodo -", "TOKYO", None, (2, 12), "Kyodo"),
        ("FUKUOKA (Kyodo) --", "FUKUOKA", None, None, "Kyodo"),
        ("UFA, Russia, July 9 (UPI) --", "UFA", "Russia", (7, 9), "UPI"),
        ("Berlin (dpa) -", "Berlin", None, None, "dpa"),
        ("MINSK, 16 August (BelTA) –", "MINSK", None, (8, 16), "BelTA"),
        ("TEHRAN, Feb. 12 (MNA) –", "TEHRAN", None, (2, 12), "MNA"),
        ("(ANSA) - Rome, October 11 -", "Rome", None, (10, 11), "ANSA"),
        ("NEW DELHI, Feb 12 (PTI)", "NEW DELHI", None, (2, 12), "PTI"),
        ("VADUZ, Feb. 12 (Alpine Wire) --", "VADUZ", None, (2, 12), "Alpine Wire"),  # an agency that no list knows
        ("HAVANA, July 9 --", "HAVANA", None, (7, 9), None),
        ("KYIV, Ukraine —", "KYIV", "Ukraine", None, None),
    ],
)
def test_a_dateline_is_taken_apart(
    dateline: str, place: str | None, region: str | None, day: tuple[int, int] | None, agency: str | None
) -> None:
    text = f"{dateline} {TEXT}"
    found = find_opening(text, 0, len(text))
    assert found is not None
    assert text[found.start : found.end] == dateline
    assert (found.place, found.region, found.agency) == (place, region, agency)
    assert (found.month, found.day) == (day or (None, None))


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday (local time) - the two ministers met.",
        "Russia (and Belarus) - the two neighbours - signed the treaty.",
        "In May 2020 (UN) - the council met.",
        "Moscow, February 12. The president spoke.",
        "Ministers of the group /five states/. They met on May 5.",
        "BREAKING — The talks in Geneva have been broken off, officials say.",
        "NATO (Brussels) — the alliance met.",
        "The ministry (MFA) - as it is called - said no.",
        "",
    ],
)
def test_a_sentence_is_no_dateline(sentence: str) -> None:
    assert find_opening(sentence, 0, len(sentence)) is None


def test_a_year_in_the_dateline_is_kept() -> None:
    found = find_opening("GENEVA, 12 February 2020 (UN News) - Talks", 0, 42)
    assert found is not None
    assert (found.day, found.month, found.year) == (12, 2, 2020)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("MOSCOW", "Moscow"),
        ("CHOLPON-ATA", "Cholpon-Ata"),
        ("NEW YORK", "New York"),
        ("ROSTOV-ON-DON", "Rostov-on-Don"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("LA PAZ", "La Paz"),
        ("ST. PETERSBURG", "St. Petersburg"),
        ("N'DJAMENA", "N'Djamena"),
        ("SANA'A", "Sana'a"),
        ("BERLIN/PARIS", "Berlin/Paris"),
        ("Port-au-Prince", "Port-au-Prince"),
    ],
)
def test_a_place_is_shown_as_running_text_writes_it(place: str, shown: str) -> None:
    assert display_place(place) == shown
