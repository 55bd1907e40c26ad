"""Who is credited with which words."""

from itertools import pairwise
from pathlib import Path

import pytest

from kg.language.attribution import Attribution
from kg.language.attribution.cues import cues
from kg.language.reading import Reading
from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("attribution.conllu"))
CLEARNLP = parses(Path(__file__).with_name("attribution_clearnlp.conllu"))
NOBODY: list[tuple[str, str, str]] = []


def told(reading: Reading) -> list[tuple[str, str, str]]:
    """Attributions as (who, by which cue, what), several sources joined by "+", pieces by "|"."""
    return [
        ("+".join(reading.doc[i].text for i in a.sources), words(reading, a.cue), content(reading, a))
        for a in reading.attributions
    ]


def words(reading: Reading, span: tuple[int, int] | None) -> str:
    return reading.article.text[slice(*span)] if span is not None else ""


def content(reading: Reading, attribution: Attribution) -> str:
    return "|".join(words(reading, piece) for piece in attribution.content)


def said(text: str) -> list[tuple[str, str, str]]:
    return told(PARSES.reading(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Astrid Hovland said that the ferry would sail on Monday.",
            ("Astrid", "said", "the ferry would sail on Monday"),
        ),
        ("The ferry will sail on Monday, Hovland said.", ("Hovland", "said", "The ferry will sail on Monday")),
        (
            '"The ferry," Hovland said, "will sail on Monday."',
            ("Hovland", "said", '"The ferry,"|"will sail on Monday."'),
        ),
        (
            "“The ferry will sail on Monday,” said Hovland.",
            ("Hovland", "said", "“The ferry will sail on Monday,”"),
        ),
        (
            'Hovland said: "The ferry will sail on Monday."',
            ("Hovland", "said", '"The ferry will sail on Monday."'),
        ),
        (
            "When asked about the ferry, Hovland said that the quay was empty.",
            ("Hovland", "said", "the quay was empty"),
        ),
        (
            "It was announced by Hovland that the quay was empty.",
            ("Hovland", "announced", "the quay was empty"),
        ),
        (
            "Hovland was quoted as saying that the quay was empty.",
            ("Hovland", "saying", "the quay was empty"),
        ),
        ("Hovland said on Monday that the quay was empty.", ("Hovland", "said", "the quay was empty")),
        ("The ministry said in a statement that the quay was empty.", ("ministry", "said", "the quay was empty")),
        ("Brekke and Hovland said that the quay was empty.", ("Brekke+Hovland", "said", "the quay was empty")),
        ('"Is the ferry late?" Hovland asked.', ("Hovland", "asked", '"Is the ferry late?"')),
        (
            "Hovland said that the ferry was late and that the quay was empty.",
            ("Hovland", "said", "the ferry was late and that the quay was empty"),
        ),
        (
            "Hovland, who owns the ferry, told reporters that she was ill.",
            ("Hovland", "told", "she was ill"),
        ),
        pytest.param(
            "Oslo denied the accusation and repaired the quay.",
            ("Oslo", "denied", "the accusation"),
        ),
        pytest.param(
            "The ferry, Hovland said, is late.",
            ("Hovland", "said", "The ferry|is late"),
        ),
        pytest.param(
            "Hovland, who said that the quay was empty, left.",
            ("Hovland", "said", "the quay was empty"),
        ),
    ],
)
def test_words_stand_behind_before_or_round_their_cue(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to Hovland, the ferry will sail on Monday.",
            ("Hovland", "According to", "the ferry will sail on Monday"),
        ),
        (
            "The ferry will sail on Monday, according to the port authority.",
            ("authority", "according to", "The ferry will sail on Monday"),
        ),
        ("In his opinion, the ferry is too old.", ("his", "In his opinion", "the ferry is too old")),
    ],
)
def test_according_to_and_in_his_opinion_credit_the_rest_of_the_sentence(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brekke accused the port authority of hiding cracks.", ("Brekke", "accused", "hiding cracks")),
        ("Hovland urged the captain to turn back.", ("Hovland", "urged", "the captain to turn back")),
        ("Brekke called the delay a provocation.", ("Brekke", "called", "the delay a provocation")),
        (
            "The ministry confirmed the arrival of the ferry.",
            ("ministry", "confirmed", "the arrival of the ferry"),
        ),
        ("Hovland vowed to repair the quay.", ("Hovland", "vowed", "to repair the quay")),
        ("Brekke warned of thick ice.", ("Brekke", "warned", "thick ice")),
    ],
)
def test_a_verb_that_judges_or_asks_says_its_object_too(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]


def test_a_quotation_that_runs_on_belongs_to_the_statement_before_it() -> None:
    text = '"The ferry is late," Hovland said. "It will not sail before Monday."'
    assert said(text) == [("Hovland", "said", '"The ferry is late,"|"It will not sail before Monday."')]


def test_a_quotation_may_run_on_in_the_next_paragraph() -> None:
    text = '"The ferry is late," Hovland said.\n"It will not sail before Monday."'
    assert said(text) == [("Hovland", "said", '"The ferry is late,"|"It will not sail before Monday."')]


def test_a_sentence_of_the_reporters_own_does_not_run_on() -> None:
    text = '"The ferry is late," Hovland said. The ferry is late.'
    assert said(text) == [("Hovland", "said", '"The ferry is late,"')]


def test_a_quotation_over_two_sentences_is_said_whole() -> None:
    text = '"The ferry is late. It will not sail before Monday," Hovland said.'
    assert said(text) == [("Hovland", "said", '"The ferry is late. It will not sail before Monday,"')]


def test_a_quotation_opened_again_in_the_next_paragraph_belongs_to_its_cue() -> None:
    text = '"It will not sail before Monday.\n"The ferry is late," Hovland said.'
    assert said(text) == [("Hovland", "said", '"It will not sail before Monday.|"The ferry is late,"')]


def test_a_quotation_does_not_run_on_from_a_headline() -> None:
    wire = Wire('"It will not sail before Monday."', headline="Ferry to sail on Monday — diplomat")
    assert told(PARSES.reading(wire)) == [("diplomat", "", "Ferry to sail on Monday")]


def test_but_added_that_is_a_statement_of_its_own() -> None:
    assert said("Hovland said the ferry was late but added that the quay was empty.") == [
        ("Hovland", "said", "the ferry was late"),
        ("Hovland", "added", "the quay was empty"),
    ]


def test_noting_that_is_a_statement_of_its_own() -> None:
    assert said("Hovland said the port was closed, noting that the ice was thick.") == [
        ("Hovland", "said", "the port was closed"),
        ("Hovland", "noting", "the ice was thick"),
    ]


def test_who_reports_citing_another_makes_two_sources() -> None:
    assert said("The ferry had sunk, Aftenbladet reported, citing the port authority.") == [
        ("Aftenbladet+authority", "reported", "The ferry had sunk")
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ferry is late, the head of the harbor office, Nils Brekke, told Danish reporters.", "Nils"),
        ("The ferry is late, Nils Brekke, chairman of the port council, told Aftenbladet.", "Nils"),
    ],
)
def test_who_is_named_between_commas_tells_whatever_the_parser_makes_of_it(text: str, who: str) -> None:
    assert said(text) == [(who, "told", "The ferry is late")]


def test_the_name_at_the_end_of_a_long_title_is_who_speaks() -> None:
    text = "Deputy director of the Institute for Ice Research Nils Brekke said that the ferry was late."
    assert said(text) == [("Nils", "said", "the ferry was late")]


def test_a_verb_may_stand_in_the_quotation_that_opens_with_it() -> None:
    assert said('In a letter, Hovland "expressed doubt about the ferry."') == [
        ("Hovland", "expressed", "doubt about the ferry")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hovland sees the ferry as a danger.", ("Hovland", "sees", "the ferry as a danger")),
        ("Hovland made it clear that the quay was empty.", ("Hovland", "made", "the quay was empty")),
        ("Brekke defied calls by Hovland to close the quay.", ("Hovland", "calls", "to close the quay")),
        ("The council heard Brekke's claim that the quay was empty.", ("Brekke", "claim", "the quay was empty")),
    ],
)
def test_views_turns_and_nouns_of_speech_are_cues_too(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Hovland called off the voyage.",
        "Hovland dismissed the captain.",
        "A letter from Hovland is expected to confirm and clarify the plans.",
    ],
)
def test_deeds_and_what_is_yet_to_be_said_are_no_statements(text: str) -> None:
    assert said(text) == NOBODY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "As Aftenbladet reported earlier, citing a source in the council, the quay is empty.",
            ("Aftenbladet+source", "reported", "the quay is empty"),
        ),
        (
            "According to Aftenbladet, citing the port council, the ferry is late.",
            ("Aftenbladet+council", "According to", "the ferry is late"),
        ),
        ("In the words of Hovland, the ferry is late.", ("Hovland", "In the words", "the ferry is late")),
        (
            "Aftenbladet quoted the captain as saying that the quay was empty.",
            ("captain", "saying", "the quay was empty"),
        ),
        (
            'On Monday\'s "Evening Hour," Hovland said that the quay was empty.',
            ("Hovland", "said", "the quay was empty"),
        ),
    ],
)
def test_what_leads_in_to_words_is_not_among_them(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]


def test_both_speak_that_and_joins_though_the_parser_takes_them_for_two_subjects() -> None:
    assert said("The ferry is late, police and witnesses said.") == [("police+witnesses", "said", "The ferry is late")]


def test_what_somebody_says_they_expect_is_said_whole() -> None:
    assert said("Hovland said he expected the ferry to sail.")[0] == (
        "Hovland",
        "said",
        "he expected the ferry to sail",
    )


def test_a_gerund_behind_a_comma_goes_on_with_its_cue() -> None:
    assert said("Hovland said that Brekke had sold the ferry, adding that the quay was empty.") == [
        ("Hovland", "said", "Brekke had sold the ferry"),
        ("Hovland", "adding", "the quay was empty"),
    ]


def test_words_that_only_tell_of_telling_are_no_statement() -> None:
    assert said("This was reported on the website of the council, Aftenbladet says.") == NOBODY


def test_a_closing_report_of_words_with_a_cue_of_their_own_is_no_other_statement() -> None:
    assert said("The ferry is late, the captain said, Aftenbladet reported.") == [
        ("captain", "said", "The ferry is late")
    ]


def test_speech_within_speech_is_two() -> None:
    assert said("Hovland said that Brekke had claimed that the quay was empty.") == [
        ("Hovland", "said", "Brekke had claimed that the quay was empty"),
        ("Brekke", "claimed", "the quay was empty"),
    ]


def test_what_is_said_ends_before_the_cue_that_closes_its_sentence() -> None:
    text = (
        "Norway has guaranteed that the ferry will sail, Minister Astrid Hovland said at a briefing in Oslo on Monday."
    )
    assert said(text) == [
        ("Norway", "guaranteed", "the ferry will sail"),
        ("Astrid", "said", "Norway has guaranteed that the ferry will sail"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hovland did not say that the quay was empty.",
        "Hovland may say that the quay is empty.",
        "Hovland did not know that the quay was empty.",
        "Hovland refused to say that the quay was empty.",
        "The ferry is late.",
        "Captain Nils Brekke spoke to reporters.",
        '"It will not sail before Monday."',
    ],
)
def test_words_nobody_is_said_to_speak_are_no_statement(text: str) -> None:
    assert said(text) == NOBODY


def test_words_that_would_be_spoken_are_no_statement() -> None:
    assert said("Norway will leave if Denmark pledges to repair the quay.") == NOBODY


def test_what_a_speaker_thinks_aloud_is_no_statement_of_its_own() -> None:
    assert said('"I think the ferry is late," Hovland said.') == [("Hovland", "said", '"I think the ferry is late,"')]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Ferry to sail on Monday — diplomat", ("diplomat", "", "Ferry to sail on Monday")),
        pytest.param(
            "Diplomat: ferry to sail on Monday",
            ("Diplomat", "", "ferry to sail on Monday"),
        ),
        ("Kremlin assures Oslo ferries will sail", ("Kremlin", "assures", "ferries will sail")),
    ],
)
def test_a_headline_credits_in_its_own_ways(headline: str, expected: tuple[str, str, str]) -> None:
    assert told(PARSES.reading(Wire("The ferry is late.", headline=headline))) == [expected]


def test_a_dash_credits_nobody_outside_a_headline() -> None:
    assert said("Ferry to sail on Monday — diplomat") == NOBODY


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The ferry will sail on Monday, Hovland said.", "indirect"),
        ('"The ferry," Hovland said, "will sail on Monday."', "direct"),
        ('Hovland said the ferry was "a floating museum" and would be sold.', "mixed"),
    ],
)
def test_the_form_tells_whose_words_they_are(text: str, form: str) -> None:
    assert [a.form for a in PARSES.reading(text).attributions] == [form]


def test_words_within_anothers_quotation_are_not_direct_speech() -> None:
    reading = PARSES.reading('"Brekke claimed that the quay was empty," Hovland said.')
    assert [a.form for a in reading.attributions] == ["indirect", "direct"]


@pytest.mark.parametrize("text", PARSES.sentences)
def test_sources_cues_and_contents_stand_in_the_text_and_apart(text: str) -> None:
    reading = PARSES.reading(text)
    for attribution in reading.attributions:
        pieces = [*attribution.content, *([attribution.cue] if attribution.cue else [])]
        ordered = sorted(pieces)
        assert all(0 <= piece.start < piece.end <= len(text) for piece in ordered)
        assert all(a.end <= b.start for a, b in pairwise(ordered))
        assert all(text[p.start : p.end] == text[p.start : p.end].strip() for p in ordered)


@pytest.mark.parametrize("text", CLEARNLP.sentences)
def test_clearnlp_labels_give_the_same_attributions(text: str) -> None:
    assert told(CLEARNLP.reading(text)) == said(text)


def test_every_cue_is_a_lemma_with_a_known_frame() -> None:
    for lemma, frames in cues().items():
        assert lemma == lemma.lower().strip()
        assert frames
        assert all(frame in set("acnoqtvx") or frame.startswith("p:") for frame in frames)
