import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.encoder.lemmas import Lemmas

SOME = st.text(min_size=1, max_size=8)
IRREGULAR = {
    "VBD": {"sank": "sink", "took": "take", "left": "leave"},
    "VBN": {"sunk": "sink", "taken": "take"},
    "VBP": {"are": "be"},
    "PRP": {"i": "I", "'s": "we"},
    "VBZ": {"'s": "be"},
    "POS": {"'": "'s", "'s": "'s"},
    "RB": {"n't": "not"},
    "MD": {"ca": "can", "wo": "will"},
    "JJ": {"norlandic": "Norlandic"},
}
KNOWN = {
    "VERB": frozenset({"note", "star", "sail", "elect", "tie"}),
    "NOUN": frozenset({"harbour", "series", "fire", "shelf"}),
    "ADJ": frozenset({"calm", "fierce"}),
}


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    return Lemmas(IRREGULAR, KNOWN, frozenset({"not", "rebuke", "rebuk", "mole"}))


@pytest.mark.parametrize(
    ("word", "tag", "pos", "lemma"),
    [
        ("sank", "VBD", "VERB", "sink"),
        ("Sank", "VBD", "VERB", "sink"),
        ("left", "VB", "VERB", "left"),
        ("’s", "VBZ", "AUX", "be"),
        ("'s", "PRP", "PRON", "we"),
        ("’", "POS", "PART", "'s"),
        ("n’t", "RB", "PART", "not"),
        ("N'T", "RB", "PART", "not"),
        ("wo", "MD", "AUX", "will"),
        ("I", "PRP", "PRON", "I"),
        ("i", "PRP", "PRON", "I"),
        ("NORLANDIC", "JJ", "ADJ", "Norlandic"),
    ],
)
def test_a_listed_form_has_the_lemma_of_its_tag_however_it_is_written(
    lemmas: Lemmas, word: str, tag: str, pos: str, lemma: str
) -> None:
    assert lemmas.of(word, tag, pos) == lemma


@pytest.mark.parametrize(
    ("word", "tag", "lemma"), [("sunk", "VBD", "sink"), ("took", "VBN", "take"), ("are", "VBZ", "be")]
)
def test_a_tag_taken_for_its_neighbour_makes_no_other_lemma(lemmas: Lemmas, word: str, tag: str, lemma: str) -> None:
    assert lemmas.of(word, tag, "VERB") == lemma


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [("retook", "VBD", "retake"), ("undertaken", "VBN", "undertake"), ("half-sunk", "VBN", "half-sink")],
)
def test_a_listed_form_counts_behind_a_prefix(lemmas: Lemmas, word: str, tag: str, lemma: str) -> None:
    assert lemmas.of(word, tag, "VERB") == lemma


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("noting", "VBG", "note"),  # "not" is a word, and no verb
        ("rebuked", "VBD", "rebuke"),
        ("re-elected", "VBD", "re-elect"),
        ("series", "NNS", "series"),
        ("cease-fires", "NNS", "cease-fire"),
        ("shelves", "NNS", "shelf"),
        ("moles", "NNS", "mole"),
        ("fiercest", "JJS", "fierce"),
        ("calmer", "RBR", "calm"),
    ],
)
def test_known_base_forms_decide_and_those_of_the_same_kind_first(
    lemmas: Lemmas, word: str, tag: str, lemma: str
) -> None:
    assert lemmas.of(word, tag, "VERB") == lemma


@pytest.mark.parametrize(
    ("word", "tag", "pos", "lemma"),
    [
        ("Storre", "NNP", "PROPN", "Storre"),
        ("OSTRAND", "NNP", "PROPN", "OSTRAND"),
        ("Brekkans", "NNPS", "PROPN", "Brekkan"),
        ("Harbour", "NN", "NOUN", "harbour"),
        ("HARBOUR", "NN", "NOUN", "harbour"),
        ("FERRYMEN", "NNS", "NOUN", "ferryman"),
        ("LIGHTHOUSE", "NN", "NOUN", "lighthouse"),
        ("GDP", "NN", "NOUN", "GDP"),
        ("iBoat", "NN", "NOUN", "iBoat"),
        ("Vesterian", "JJ", "ADJ", "Vesterian"),
        ("Calm", "JJ", "ADJ", "calm"),
        ("Sailing", "VBG", "VERB", "sail"),
        ("The", "DT", "DET", "the"),
    ],
)
def test_names_and_initials_keep_their_capitals_and_other_words_lose_them(
    lemmas: Lemmas, word: str, tag: str, pos: str, lemma: str
) -> None:
    assert lemmas.of(word, tag, pos) == lemma


@pytest.mark.parametrize(
    ("word", "tag", "pos", "lemma"),
    [
        ("12,400", "CD", "NUM", "12400"),
        ("Four", "CD", "NUM", "four"),
        ("XIV", "CD", "NUM", "XIV"),
        ("1990s", "NNS", "NOUN", "1990s"),
        ("“", "``", "PUNCT", '"'),
        ("''", "''", "PUNCT", '"'),
        ("’", "''", "PUNCT", "'"),
        ("–", ":", "PUNCT", "-"),
        ("%", "NN", "SYM", "%"),
    ],
)
def test_numbers_and_marks_are_made_plain(lemmas: Lemmas, word: str, tag: str, pos: str, lemma: str) -> None:
    assert lemmas.of(word, tag, pos) == lemma


@given(
    SOME | st.text("siedng'v", min_size=1, max_size=5),
    st.sampled_from(["VB", "VBD", "VBG", "VBZ", "NN", "NNS", "NNPS", "JJ", "JJR", "RBS", "CD", ",", "?"]),
)
def test_any_word_has_a_lemma(word: str, tag: str) -> None:
    assert Lemmas({}, {}, frozenset()).of(word, tag, "X")


def test_the_shipped_lists_are_read(tmp_path: Path) -> None:
    told = {"irregular": {"VBD": {"sank": "sink"}}, "known": {"VERB": "star stare"}}
    (tmp_path / "lemmas.json").write_text(json.dumps(told), encoding="utf-8")
    pieces = {"model": {"vocab": {"traffic": 1, "##king": 2, "opin": 3, "opine": 4}}}
    (tmp_path / "pieces.json").write_text(json.dumps(pieces), encoding="utf-8")
    read = Lemmas.read(tmp_path)
    assert read.of("sank", "VBD", "VERB") == "sink"
    assert read.of("starred", "VBD", "VERB") == "star"
    assert read.of("staring", "VBG", "VERB") == "stare"
