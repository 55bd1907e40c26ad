"""Which deeds are told, whom they are laid on, and what the judge knows of them."""

from pathlib import Path

import numpy as np
import pytest

from kg.language.allegations.court import Court
from kg.language.allegations.deed import Deed, deeds_in
from kg.language.allegations.judge import features, gravity_of, likelihood, weights
from kg.language.allegations.judging import by_judging, is_grave
from kg.language.allegations.suspects import suspects
from kg.language.reading import Reading
from tests.parses import parses

PARSES = parses(Path(__file__).with_name("allegations.conllu"))
WIDTH = 384  # of the encoder's vectors


def court_of(reading: Reading) -> Court:
    return Court(reading.doc, reading.attributions, reading.referents, [])


def deed_told(text: str, head: str) -> tuple[Court, Deed]:
    """The deed that one word of a sentence tells."""
    reading = PARSES.reading(text)
    court = court_of(reading)
    return court, next(d for d in deeds_in(court, reading.article) if d.head.text == head)


def names(court: Court, deed: Deed) -> list[str]:
    return [court.referents.actor(m.entity).name for m in deed.doers]


@pytest.mark.parametrize(
    ("text", "head", "doers", "act"),
    [
        (
            "Brekke said that the trawler had been rammed by the Danish navy.",
            "rammed",
            ["Danish navy"],
            "the trawler had been rammed by the Danish navy",
        ),
        (
            "Brekke said that the Danish navy continued to seize trawlers and lied.",
            "seize",
            ["Danish navy"],
            "continued to seize trawlers",
        ),
        ("Brekke said that the Danish navy continued to seize trawlers and lied.", "lied", ["Danish navy"], "lied"),
        ("Brekke said that Denmark's aggression must end.", "aggression", ["Denmark"], "Denmark's aggression"),
    ],
)
def test_a_deed_is_a_clause_or_a_noun_with_those_who_do_it(text: str, head: str, doers: list[str], act: str) -> None:
    court, deed = deed_told(text, head)
    assert (names(court, deed), deed.act.text) == (doers, act)


def test_what_only_opens_another_verb_is_no_deed_of_its_own() -> None:
    reading = PARSES.reading("Brekke said that the Danish navy continued to seize trawlers and lied.")
    assert "continued" not in {d.head.text for d in deeds_in(court_of(reading), reading.article)}


def test_words_of_the_reporter_tell_no_deed() -> None:
    reading = PARSES.reading("The Danish navy rammed the trawler.")
    assert not list(deeds_in(court_of(reading), reading.article))


def test_a_deed_without_a_doer_is_laid_on_who_must_answer_for_it() -> None:
    court, deed = deed_told("Brekke said that Denmark must pay for the attacks.", "attacks")
    assert not deed.doers
    assert [court.referents.actor(m.entity).name for m in suspects(court, deed)] == ["Denmark"]


def test_how_grave_a_word_is_depends_on_its_part_of_speech() -> None:
    _, deed = deed_told("Brekke said that the Danish navy continued to seize trawlers and lied.", "lied")
    assert gravity_of(deed.head) == {"grave verbs"}
    assert not gravity_of(deed.head.sent[0])


def test_there_is_no_judge_where_no_encoder_has_read() -> None:
    court, deed = deed_told("Brekke said that the Danish navy had rammed the trawler.", "rammed")
    assert likelihood(court, deed) is None


def test_the_judge_weighs_each_feature_of_the_encoder_s_width() -> None:
    court, deed = deed_told("Brekke said that the Danish navy had rammed the trawler.", "rammed")
    court.doc.tensor = np.zeros((len(court.doc), WIDTH), dtype=np.float32)
    assert len(features(court, deed)) == len(weights()[0])
    likely = likelihood(court, deed)
    assert likely is not None
    assert 0 < likely < 1


def test_vectors_of_another_pipeline_are_not_judged() -> None:
    court, deed = deed_told("Brekke said that the Danish navy had rammed the trawler.", "rammed")
    court.doc.tensor = np.zeros((len(court.doc), 96), dtype=np.float32)
    assert likelihood(court, deed) is None


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (
            "Brekke said that the Danish navy continued to seize trawlers and lied.",
            ["continued to seize trawlers", "lied"],
        ),
        ("Brekke denied that the port authority had hidden the cracks.", []),
    ],
)
def test_what_is_told_only_to_be_denied_is_not_judged(
    text: str, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.language.allegations.judging.likelihood", lambda _court, _deed: 0.9)
    reading = PARSES.reading(text)
    court = court_of(reading)
    found = (by_judging(court, token) for token in reading.doc if token.pos_ == "VERB")
    assert [reading.article.words(a.act[0]) for a in found if a is not None] == heard


@pytest.mark.parametrize(("head", "grave"), [("aggression", True), ("end", False)])
def test_a_deed_without_a_grave_word_is_no_wrong(head: str, grave: bool) -> None:
    _, deed = deed_told("Brekke said that Denmark's aggression must end.", head)
    assert is_grave(deed) is grave
