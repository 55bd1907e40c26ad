import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.encoder.lemmas import AS_IT_STANDS, lemma_of, script

SOME = st.text(min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("word", "lemma", "how"),
    [
        ("ferries", "ferry", "3,0,y"),
        ("Ferries", "ferry", "3,0,y"),
        ("ferry", "ferry", "0,0,"),
        ("Ferry", "ferry", "0,0,"),
        ("went", "go", "4,0,go"),
        ("sailing", "sail", "3,0,"),
        ("n't", "not", "2,0,ot"),
        ("Norwegians", "Norwegian", "1,1,"),
        ("brekke", "Brekke", "0,1,"),
        ("Brekke", "Brekke", "="),
        ("OSCE", "OSCE", "="),
        ("1,200", "1,200", "="),
        (",", ",", "="),
        ("3,4", "3,5", "1,0,5"),
        ("a", "b,c", "1,0,b,c"),
    ],
)
def test_a_script_makes_the_lemma_of_its_word(word: str, lemma: str, how: str) -> None:
    assert script(word, lemma) == how
    assert lemma_of(word, how) == lemma


@pytest.mark.parametrize(
    ("word", "how", "lemma"),
    [
        ("Piers", "3,0,y", "piy"),
        ("minutes", "1,1,", "Minute"),
        ("is", "3,0,y", "is"),
        ("Is", "4,0,go", "is"),
        ("S", "1,0,", "s"),
        ("ing", "3,1,", "ing"),
        ("", "1,0,", ""),
        ("went", "4,0,go", "go"),
    ],
)
def test_a_script_chosen_for_the_wrong_word_still_makes_a_lemma(word: str, how: str, lemma: str) -> None:
    assert lemma_of(word, how) == lemma


@given(SOME, SOME)
def test_any_lemma_comes_back_up_to_its_capitals(word: str, lemma: str) -> None:
    assert lemma_of(word, script(word, lemma)).casefold() == lemma.casefold()


@given(st.text("abcdé", min_size=1), st.text("abcdé", min_size=1), st.booleans(), st.booleans())
def test_a_lemma_keeps_the_capital_that_it_opens_with(word: str, lemma: str, opens: bool, named: bool) -> None:
    written = word.capitalize() if opens else word
    told = lemma.capitalize() if named else lemma
    assert lemma_of(written, script(written, told)) == told


@given(SOME)
def test_words_that_differ_in_capitals_alone_share_a_script_for_a_common_lemma(word: str) -> None:
    lemma = "ferry"
    assert script(word, lemma) == script(word.lower(), lemma)


@given(SOME, SOME, SOME)
def test_no_script_makes_an_empty_lemma(word: str, other: str, lemma: str) -> None:
    assert lemma_of(word, script(other, lemma))


@given(SOME)
def test_a_word_stands_as_it_is(word: str) -> None:
    assert lemma_of(word, AS_IT_STANDS) == word
