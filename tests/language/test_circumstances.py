"""When, where, through what and to whom words were spoken; when and where deeds were done."""

from pathlib import Path

import pytest
from rdflib import RDFS, SH, Graph

from kg.language.circumstances import Saying, certainty, cited, happened, passed_on_by, polarity, saying
from kg.language.circumstances.certainty import degrees
from kg.language.circumstances.channels import channels
from kg.model import Marked, Mention
from ontology.generate import vocabulary
from ontology.terms import DL
from tests.parses import Wire, parses

PARSES = parses(Path(__file__).with_name("circumstances.conllu"))


def sayings(text: str) -> list[Saying]:
    """How the words of each attribution were spoken, in text order; the wire is of Monday, March 3, 2031."""
    reading = PARSES.reading(Wire(text))
    return [saying(reading, a.cue, a.content) for a in reading.attributions]


def words(found: Mention | Marked | None) -> str | None:
    return found.text if isinstance(found, Mention) else found.words.text if found else None


def day(said: Saying) -> str | None:
    return said.date.value if said.date else None


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        ("Captain Nils Brekke said on Wednesday that the ice was thick.", "2031-02-26", None),
        ('"The ice is thick," Brekke told a news conference in Bergen on Friday.', "2031-02-28", "Bergen"),
        ("Brekke told Nordlys in an interview on Monday that the ice was thick.", "2031-03-03", None),
        ("Brekke said as he opened the bridge in Bergen on Monday that the ice was thick.", "2031-03-03", "Bergen"),
    ],
)
def test_a_date_and_place_that_hang_on_the_cue_are_those_of_speaking(text: str, date: str, place: str | None) -> None:
    (said,) = sayings(text)
    assert (day(said), words(said.place)) == (date, place)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank in Bergen on Tuesday, Brekke said.",
        "Brekke, who arrived in Oslo on Monday, said that the ice was thick.",
        "As Nordlys reported, on March 1 the ferry sank.",
        "Brekke said a cable in the North Sea was broken.",
    ],
)
def test_a_date_and_place_of_what_is_said_or_of_who_says_it_are_not_those_of_speaking(text: str) -> None:
    (said,) = sayings(text)
    assert (said.date, said.place) == (None, None)


def test_a_verb_that_goes_on_from_another_shares_its_time_and_channel() -> None:
    told, added = sayings("Brekke told reporters on Monday that the ferry was late, adding that the ice was thick.")
    assert day(told) == day(added) == "2031-03-03"
    assert words(told.channel) == words(added.channel) == "reporters"


def test_what_was_said_before_something_else_shares_no_time_with_it() -> None:
    *_, blamed = sayings("Brekke threatened strikes last year after blaming Denmark for an attack on Bergen.")
    assert blamed.date is None


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        (
            '"The ice is thick," Brekke told a news conference in Bergen on Friday.',
            "news conference",
            "a news conference",
        ),
        ("Brekke told Nordlys in an interview on Monday that the ice was thick.", "interview", "an interview"),
        ("Brekke wrote on Telegram that the ferry was late.", "social network", "Telegram"),
        ("The ferry is late, Brekke said in a statement.", "statement", "a statement"),
        ("The statement says that the ice is thick.", "statement", "The statement"),
    ],
)
def test_a_channel_is_of_a_closed_list_and_shown_by_words(text: str, kind: str, shown: str) -> None:
    (said,) = sayings(text)
    assert said.channel is not None
    assert (said.channel.value, said.channel.words.text) == (kind, shown)


def test_the_medium_of_an_interview_is_whom_it_was_told_to() -> None:
    (said,) = sayings("Brekke told Nordlys in an interview on Monday that the ice was thick.")
    assert [m.text for m in said.told_to] == ["Nordlys"]


def test_people_speak_at_a_news_conference_and_not_to_it() -> None:
    (said,) = sayings('"The ice is thick," Brekke told a news conference in Bergen on Friday.')
    assert said.told_to == ()


def test_every_kind_of_channel_and_degree_is_named_in_the_vocabulary_and_the_shapes() -> None:
    shapes = Graph().parse(Path(__file__).parents[2] / "ontology" / "shapes.ttl")
    for term, kinds in (
        (DL.channel, {channel.kind for channel in channels().values()}),
        (DL.certainty, set(degrees().values())),
    ):
        (allowed, *others) = {
            frozenset(map(str, shapes.items(shapes.value(shape, SH["in"])))) for shape in shapes.subjects(SH.path, term)
        }
        assert (set(allowed), others) == (kinds, [])
        assert all(f"'{kind}'" in str(vocabulary().value(term, RDFS.comment)) for kind in kinds)


def deed(text: str) -> tuple[str | None, str | None]:
    """The date and place of the one wrong alleged."""
    reading = PARSES.reading(Wire(text))
    (allegation,) = reading.allegations
    date, place = happened(reading, allegation.act[0])
    return date.value if date else None, words(place)


def test_a_deed_has_the_date_that_hangs_on_it_and_the_place_it_hits() -> None:
    said = "Speaking at a briefing in Oslo, Brekke said that Denmark had shelled the port of Tromso on March 1."
    assert deed(said) == ("2031-03-01", "Tromso")
    assert deed("Brekke threatened strikes last year after blaming Denmark for an attack on Bergen.") == (
        None,
        "Bergen",
    )


def test_the_day_and_place_of_an_agreement_are_not_those_of_its_breach() -> None:
    assert deed("Brekke accused Denmark of violating the accord signed in Geneva on March 1.") == (None, None)


def doubted(text: str) -> tuple[str | None, str | None]:
    """The certainty of the one attribution, with the words that show it."""
    reading = PARSES.reading(Wire(text))
    (attribution,) = reading.attributions
    found = certainty(reading, attribution.content, attribution.cue)
    return (found.value, found.words.text) if found else (None, None)


@pytest.mark.parametrize(
    ("text", "degree", "word"),
    [
        ("Brekke said that the ferry may have hit the quay.", "possible", "may"),
        ("Brekke said that it was possible that the ferry had sunk.", "possible", "possible"),
        ("Brekke said that the ferry would probably be late.", "probable", "probably"),
        ("Brekke said that the ice was likely to melt.", "probable", "likely"),
        ("Brekke suspects that the crew left.", "probable", "suspects"),
        ("Brekke said that the crew had allegedly hidden the cracks.", "alleged", "allegedly"),
        ("Brekke said that the ferry would sail if the ice melted.", "hypothetical", "if"),
    ],
)
def test_a_word_in_what_is_said_shows_how_sure_the_speaker_is(text: str, degree: str, word: str) -> None:
    assert doubted(text) == (degree, word)


@pytest.mark.parametrize(
    "text",
    [
        "Captain Nils Brekke said on Wednesday that the ice was thick.",
        "Brekke said that the pilot could not see the quay.",
        '"The ice may be thick. The ferry is late," Brekke said.',
    ],
)
def test_what_is_said_plainly_or_in_several_sentences_has_no_degree(text: str) -> None:
    assert doubted(text) == (None, None)


def test_an_alleged_deed_is_alleged() -> None:
    reading = PARSES.reading(Wire("Brekke blamed Denmark for the alleged attack."))
    (allegation,) = reading.allegations
    found = certainty(reading, allegation.act)
    assert found is not None
    assert (found.value, found.words.text) == ("alleged", "alleged")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Brekke said that the ferry had not sunk.", "not"),
        ("Brekke said that no ferry had sunk.", "no"),
        ("Brekke said that the ice was not only thick but wet.", None),
        ("Brekke said that the ferry would sail if the ice melted.", None),
    ],
)
def test_a_clause_is_negative_where_a_word_negates_the_whole_of_it(text: str, word: str | None) -> None:
    reading = PARSES.reading(Wire(text))
    (attribution,) = reading.attributions
    found = polarity(reading, attribution.content)
    assert (found.words.text if found else None) == word


@pytest.mark.parametrize(
    "text",
    [
        "Brekke said, citing the Danish Navy, that the ferry was late.",
        "Brekke said with reference to the Danish Navy that the ferry was late.",
    ],
)
def test_whom_a_speaker_cites_is_kept_apart_from_who_passes_words_on(text: str) -> None:
    reading = PARSES.reading(Wire(text))
    (attribution,) = reading.attributions
    assert [m.text for m in cited(reading, attribution)] == ["Danish Navy"]
    assert passed_on_by(reading, attribution) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Danish Navy quoted Brekke as saying that the ferry was late.",
        "The ferry is late, Brekke said, as quoted by the Danish Navy.",
    ],
)
def test_who_quotes_a_speaker_passes_the_words_on(text: str) -> None:
    reading = PARSES.reading(Wire(text))
    (attribution,) = reading.attributions
    assert cited(reading, attribution) == ()
    assert [m.text for m in passed_on_by(reading, attribution)] == ["Danish Navy"]
