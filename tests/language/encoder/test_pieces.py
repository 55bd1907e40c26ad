from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece

from kg.language.encoder.pieces import CASES, LONGEST_WORD, Pieces, case_of


def spelt(tokenizer: Tokenizer, ids: tuple[int, ...]) -> list[str | None]:
    return [tokenizer.id_to_token(i) for i in ids]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ferry", ["ferry"]),
        ("FERRY", ["ferry"]),
        ("Harbourmaster", ["harbour", "##master"]),
        ("Storré", ["storre"]),
        ("the-ferry", ["the", "-", "ferry"]),
        ("##s", ["#", "#", "s"]),
    ],
)
def test_a_word_is_read_in_lower_case_and_without_accents(
    tokenizer: Tokenizer, pieces: Pieces, word: str, expected: list[str]
) -> None:
    assert spelt(tokenizer, pieces.of(word)) == expected


@pytest.mark.parametrize("word", ["", " ", "\n\n", "\x00", "\x7f\x01", "\u200b", "\ufeff", "�", "\u0301", "Ж", "船"])
def test_what_has_no_pieces_of_its_own_is_unknown(tokenizer: Tokenizer, pieces: Pieces, word: str) -> None:
    assert spelt(tokenizer, pieces.of(word)) == ["[UNK]"]


@pytest.mark.parametrize("word", ["[SEP]", "[CLS]", "[PAD]", "x[MASK]y", "[UNK]"])
def test_a_special_piece_that_a_text_spells_out_is_a_word_like_others(
    tokenizer: Tokenizer, pieces: Pieces, word: str
) -> None:
    found = spelt(tokenizer, pieces.of(word))
    assert "[" in found
    assert not {"[CLS]", "[SEP]", "[PAD]", "[MASK]", "[UNK]"} & set(found)


def test_of_a_word_of_absurd_length_the_beginning_is_read(tokenizer: Tokenizer, pieces: Pieces) -> None:
    assert spelt(tokenizer, pieces.of("ferry/harbour/" * 5000)) == ["ferry", "/", "harbour", "/"] * 3
    assert spelt(tokenizer, pieces.of("s" * 5000)) == ["[UNK]"]


@given(st.text())
def test_any_word_has_pieces_but_not_too_many_and_always_the_same(pieces: Pieces, word: str) -> None:
    found = pieces.of(word)
    assert 1 <= len(found) <= LONGEST_WORD
    assert not {pieces.opens, pieces.ends} & set(found)
    pieces.of.cache_clear()
    assert pieces.of(word) == found


def test_a_vocabulary_without_the_pieces_that_frame_a_text_is_refused(tmp_path: Path) -> None:
    Tokenizer(WordPiece({"[UNK]": 0, "[CLS]": 1}, unk_token="[UNK]")).save(str(tmp_path / "pieces.json"))
    with pytest.raises(ValueError, match=r"lacks \[SEP\]"):
        Pieces(tmp_path / "pieces.json")


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("lower", ["ferry", "storré", "19th", "e-mail", "'s", "n’t"]),
        ("title", ["Ferry", "Émile", "Covid-19", "Mr.", "Жук"]),
        ("capital", ["I", "A", "X.", "Ø", "B2"]),
        ("upper", ["OSLO", "U.S.", "MI6", "ЖУК"]),
        ("mixed", ["iPad", "O'Hara", "McKay", "Jean-Luc", "'Tis", "19Th", "船", "ª船A"]),
        ("digits", ["7", "1,200", "3.5", "2031-03-03", "½", "٣"]),
        ("mark", [".", "“", "--", "$", "\x00", "\n", "�", "", "🙂", "\u0301"]),
    ],
)
def test_how_a_word_is_written(case: str, words: list[str]) -> None:
    assert {word: CASES[case_of(word)] for word in words} == dict.fromkeys(words, case)


@given(st.text())
def test_every_word_is_written_somehow(word: str) -> None:
    assert CASES[case_of(word)] != "none"
