import pytest

from kg.language.encoder.endings import BASES


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("sailed", "VBD", "sail"),
        ("hoping", "VBG", "hope"),
        ("hopping", "VBG", "hop"),
        ("negotiating", "VBG", "negotiate"),
        ("repeated", "VBD", "repeat"),
        ("apologizing", "VBG", "apologize"),
        ("emphasised", "VBD", "emphasise"),
        ("insisted", "VBD", "insist"),
        ("demanding", "VBG", "demand"),
        ("announced", "VBN", "announce"),
        ("urging", "VBG", "urge"),
        ("handled", "VBD", "handle"),
        ("argued", "VBD", "argue"),
        ("believed", "VBD", "believe"),
        ("conceded", "VBD", "concede"),
        ("acquired", "VBN", "acquire"),
        ("visited", "VBD", "visit"),
        ("offering", "VBG", "offer"),
        ("exploiting", "VBG", "exploit"),
        ("calling", "VBG", "call"),
        ("dismissed", "VBD", "dismiss"),
        ("admitted", "VBD", "admit"),
        ("panicked", "VBD", "panic"),
        ("tricked", "VBD", "trick"),
        ("denied", "VBD", "deny"),
        ("lied", "VBD", "lie"),
        ("agreed", "VBD", "agree"),
        ("agreeing", "VBG", "agree"),
        ("vetoing", "VBG", "veto"),
        ("saying", "VBG", "say"),
        ("dying", "VBG", "die"),
        ("flying", "VBG", "fly"),
        ("says", "VBZ", "say"),
        ("denies", "VBZ", "deny"),
        ("lies", "VBZ", "lie"),
        ("passes", "VBZ", "pass"),
        ("vetoes", "VBZ", "veto"),
        ("teaches", "VBZ", "teach"),
        ("raises", "VBZ", "raise"),
        ("spokeswomen", "NNS", "spokeswoman"),
        ("ferries", "NNS", "ferry"),
        ("bosses", "NNS", "boss"),
        ("houses", "NNS", "house"),
        ("boxes", "NNS", "box"),
        ("ngo's", "NNS", "ngo"),
        ("80's", "NNS", "80s"),
        ("bigger", "JJR", "big"),
        ("wider", "JJR", "wide"),
        ("angriest", "JJS", "angry"),
        ("sooner", "RBR", "soon"),
    ],
)
def test_the_likeliest_base_form_comes_first(word: str, tag: str, base: str) -> None:
    assert BASES[tag](word)[0] == base


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("wolves", "NNS", "wolf"),
        ("knives", "NNS", "knife"),
        ("crises", "NNS", "crisis"),
        ("viruses", "NNS", "virus"),
        ("aches", "VBZ", "ache"),
        ("quizzes", "VBZ", "quiz"),
        ("travelled", "VBD", "travel"),
        ("wasted", "VBD", "waste"),
        ("added", "VBD", "add"),
        ("trafficking", "VBG", "traffic"),
        ("proper", "JJR", "proper"),
    ],
)
def test_rarer_base_forms_are_offered_too(word: str, tag: str, base: str) -> None:
    assert base in BASES[tag](word)


@pytest.mark.parametrize(
    ("word", "tag"),
    [("red", "VBD"), ("s", "VBZ"), ("'s", "NNS"), ("king", "VBG"), ("ss", "VBZ"), ("est", "JJS"), ("", "VBG")],
)
def test_what_has_no_ending_stands_as_it_is(word: str, tag: str) -> None:
    assert BASES[tag](word) == [word]
