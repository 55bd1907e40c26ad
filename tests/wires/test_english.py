"""Whether a text is English."""

import pytest

from kg.wires.english import is_english


@pytest.mark.parametrize(
    "text",
    [
        "Ferries sail.",
        "Nils Brandvik, Per Dahl, Liv Strand arrive",
        "Envoys of Partido del Pueblo de la Costa and Unión de los Trabajadores met in La Paz, said Pedro de la Cruz.",
        "Talks of Al-Hassani, Abu Darwish, van der Meer and de Groot in The Hague were put off, Le Monde du Sud wrote.",
        "FERRY SERVICE TO THE ISLANDS IS SUSPENDED BECAUSE OF THE STORM",
    ],
)
def test_english_is_taken_short_or_full_of_foreign_names(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Министр заявил в понедельник, что порт останется открытым.",
        "部长周一表示，港口将保持开放。",
        "Der Minister sagte am Montag, der Hafen werde nicht geschlossen und die Fähren fahren weiter.",
        "Le ministre a déclaré lundi que le port restera ouvert et que les ferries partiront comme prévu.",
        "El ministro dijo el lunes que el puerto seguirá abierto y que los transbordadores saldrán según lo previsto.",
        "Il ministro ha detto che il porto non sarà chiuso e che le navi sono in viaggio per la Sicilia.",
        "Ministeri sanoi maanantaina että satama pysyy auki ja lautat kulkevat tavalliseen tapaan koko talven ajan "
        "vaikka tuuli onkin kova eikä kukaan tiedä milloin se tyyntyy",
    ],
)
def test_another_language_is_refused(text: str) -> None:
    assert not is_english(text)
