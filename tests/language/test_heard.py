"""Who is credited with which words where an encoder has marked attributions beside those that the rules find."""

from pathlib import Path

import pytest

from kg.language.attribution.attribution import Attribution, shared
from kg.language.attribution.find import heard_besides
from kg.language.attribution.heard import marks_of
from kg.language.attribution.scene import Scene
from kg.model import Span
from tests.parses import Marks, Parses, Wire, parses

HERE = Path(__file__).parent
PARSES = Parses(
    {**parses(HERE / "attribution.conllu").sentences, **parses(HERE / "heard.conllu").sentences},
)
NOTED = "In a letter from Hovland it was noted that the quay was empty."  # the rules find nobody who notes it
LATE = "When asked about the ferry, Hovland said that the quay was empty."
NOBODY: list[tuple[str, str, str]] = []


def marks(cue: str, source: str, *content: str) -> Marks:
    return {"CUE": [cue], "SOURCE": [source], "CONTENT": [*content]}


def told(text: str, *heard: Marks) -> list[tuple[str, str, str]]:
    """Attributions as (who, by which cue, what), several sources joined by "+", pieces by "|"."""
    reading = PARSES.reading(text, heard)
    article = reading.article
    return [
        (
            "+".join(reading.doc[i].text for i in a.sources),
            article.words(a.cue) if a.cue else "",
            "|".join(article.words(piece) for piece in a.content),
        )
        for a in reading.attributions
    ]


def test_what_the_rules_miss_is_added() -> None:
    assert told(NOTED) == NOBODY
    assert told(NOTED, marks("noted", "Hovland", "the quay was empty")) == [("Hovland", "noted", "the quay was empty")]


def test_what_is_added_stands_in_text_order_with_what_the_rules_found() -> None:
    text = f"The ferry will sail on Monday, Hovland said. {NOTED} Brekke warned of thick ice."
    assert told(text, marks("noted", "letter", "the quay was empty")) == [
        ("Hovland", "said", "The ferry will sail on Monday"),
        ("letter", "noted", "the quay was empty"),
        ("Brekke", "warned", "thick ice"),
    ]


def test_a_cue_of_several_words_stands_whole_and_is_known_by_its_verb() -> None:
    reading = PARSES.reading(NOTED, [marks("was noted", "Hovland", "the quay was empty")])
    (found,) = reading.attributions
    assert found.cue is not None
    assert found.verb is not None
    assert (reading.article.words(found.cue), reading.doc[found.verb].text) == ("was noted", "noted")


@pytest.mark.parametrize("role", ["SOURCE", "CONTENT", "CUE"])
def test_an_attribution_that_lacks_a_role_is_left_out(role: str) -> None:
    assert told(NOTED, {**marks("noted", "Hovland", "the quay was empty"), role: []}) == NOBODY


def test_a_cue_that_the_rules_have_used_is_not_used_again() -> None:
    found = [("Hovland", "said", "the quay was empty")]
    assert told(LATE, marks("said", "Hovland", "the quay was empty")) == found
    assert told(LATE, marks("said", "Hovland", "asked about the ferry")) == found


def test_words_that_the_rules_have_credited_are_not_credited_again() -> None:
    assert told(LATE, marks("asked", "ferry", "that the quay was empty")) == [("Hovland", "said", "the quay was empty")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([(0, 10)], [(0, 10)], 1.0),
        ([(0, 10)], [(10, 20)], 0.0),
        ([(0, 10)], [(5, 15)], 0.5),
        ([(0, 40)], [(5, 15)], 1.0),
        ([(0, 4), (10, 14)], [(2, 12)], 0.5),
        ([], [(0, 10)], 0.0),
    ],
)
def test_what_two_contents_share_is_counted_in_the_shorter(
    one: list[tuple[int, int]], other: list[tuple[int, int]], expected: float
) -> None:
    spans, others = (tuple(Span(*piece) for piece in pieces) for pieces in (one, other))
    assert shared(spans, others) == shared(others, spans) == expected


@pytest.mark.parametrize(("shift", "is_added"), [(0, False), (8, False), (9, True), (30, True)])
def test_words_are_credited_again_where_no_more_than_half_of_them_were(shift: int, is_added: bool) -> None:
    said = "the quay was empty"
    reading = PARSES.reading(NOTED, [marks("noted", "Hovland", said)])
    start = NOTED.index(said) - shift
    other = Attribution(None, None, (4,), (Span(start, start + len(said)),), "indirect", "h")
    scene = Scene(reading.doc[:], [], is_headline=False)
    assert bool([*heard_besides(scene, marks_of(reading.doc), [other])]) == is_added


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Hovland did not say that the quay was empty.", marks("say", "Hovland", "the quay was empty")),
        (
            "In a letter from Hovland it was not noted that the quay was empty.",
            marks("not noted", "Hovland", "the quay was empty"),
        ),
        ("Hovland may say that the quay is empty.", marks("say", "Hovland", "the quay is empty")),
        ("Hovland refused to say that the quay was empty.", marks("say", "Hovland", "the quay was empty")),
        (
            "Norway will leave if Denmark pledges to repair the quay.",
            marks("pledges", "Denmark", "to repair the quay"),
        ),
    ],
)
def test_denied_and_possible_speech_is_barred(text: str, heard: Marks) -> None:
    assert told(text, heard) == NOBODY


def test_what_a_speaker_thinks_aloud_is_barred() -> None:
    text = '"I think the ferry is late," Hovland said.'
    assert told(text, marks("think", "I", "the ferry is late")) == [("Hovland", "said", '"I think the ferry is late,"')]


def test_an_it_that_stands_for_nobody_is_barred() -> None:
    assert told(NOTED, marks("was noted", "it", "that the quay was empty")) == NOBODY


def test_a_cue_that_is_not_listed_is_left_out() -> None:
    assert told("Hovland knew that the quay was empty.", marks("knew", "Hovland", "the quay was empty")) == NOBODY


def test_a_cue_without_a_verb_is_left_out() -> None:
    assert told(NOTED, marks("letter", "Hovland", "the quay was empty")) == NOBODY


@pytest.mark.parametrize(
    "content",
    ["that the quay was empty", "the quay was empty.", "that the quay was empty."],
)
def test_the_that_before_content_and_bare_punctuation_at_its_ends_are_cut(content: str) -> None:
    assert told(NOTED, marks("noted", "Hovland", content)) == [("Hovland", "noted", "the quay was empty")]


def test_content_of_bare_punctuation_is_none() -> None:
    assert told(NOTED, marks("noted", "Hovland", ".")) == NOBODY
    assert told(NOTED, marks("noted", "Hovland", "the quay was empty", ".")) == [
        ("Hovland", "noted", "the quay was empty")
    ]


def test_content_may_stand_in_pieces() -> None:
    heard = marks("noted", "Hovland", "that the quay", "was empty.")
    assert told(NOTED, heard) == [("Hovland", "noted", "the quay|was empty")]


def test_two_that_are_joined_both_speak() -> None:
    text = "In a letter from Brekke and Hovland it was noted that the quay was empty."
    expected = [("Brekke+Hovland", "noted", "the quay was empty")]
    assert told(text, marks("noted", "Brekke and Hovland", "the quay was empty")) == expected
    apart = {**marks("noted", "Brekke", "the quay was empty"), "SOURCE": ["Brekke", "Hovland"]}
    assert told(text, apart) == expected


def test_who_is_joined_outside_of_the_marked_source_does_not_speak() -> None:
    text = "In a letter from Brekke and Hovland it was noted that the quay was empty."
    heard = marks("noted", "Brekke", "the quay was empty")
    assert told(text, heard) == [("Brekke", "noted", "the quay was empty")]


def test_a_noun_phrase_is_said_by_cues_that_take_one_alone() -> None:
    confirmed, answered = (f"In a letter from Hovland the accusation was {verb}." for verb in ("confirmed", "answered"))
    assert told(confirmed, marks("confirmed", "Hovland", "the accusation")) == [
        ("Hovland", "confirmed", "the accusation")
    ]
    assert told(answered, marks("answered", "Hovland", "the accusation")) == NOBODY


def test_a_quotation_without_a_verb_is_said_by_any_cue() -> None:
    text = 'In a letter from Hovland the accusation was answered: "No ice."'
    reading = PARSES.reading(text, [marks("answered", "Hovland", '"No ice."')])
    (found,) = reading.attributions
    assert [reading.article.words(piece) for piece in found.content] == ['"No ice."']
    assert (found.form, found.frame) == ("direct", "c")


@pytest.mark.parametrize(
    "heard",
    [
        marks("noted", "Hovland", "the quay was empty", "The ferry is late"),
        marks("noted", "ferry is", "the quay was empty"),
    ],
)
def test_an_attribution_over_two_parts_is_left_out(heard: Marks) -> None:
    assert told(f"{NOTED}\nThe ferry is late.", heard) == NOBODY


def test_what_is_marked_in_a_headline_is_added() -> None:
    wire = Wire("The ferry is late.", headline=NOTED)
    assert [a.form for a in PARSES.reading(wire, [marks("noted", "Hovland", "the quay was empty")]).attributions] == [
        "indirect"
    ]


def test_speech_within_speech_is_two_where_both_are_marked() -> None:
    text = "In a letter from Hovland it was noted that in a report from Brekke it was stated that the quay was empty."
    inner = "in a report from Brekke it was stated that the quay was empty"
    assert told(text, marks("noted", "Hovland", inner), marks("stated", "Brekke", "the quay was empty")) == [
        ("Hovland", "noted", inner),
        ("Brekke", "stated", "the quay was empty"),
    ]
