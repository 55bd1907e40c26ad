"""Figures as the rows of a model card's table, and in the card."""

import pytest

from training.evaluate import CLOSES, OPENS, rows, shown

FIGURES = {"Pier news": {"F1": 80.0, "PER": 91.5}, "Ferry bank": {"LAS": 86.1}}
TABLE = """\
| corpus (dev part) | figures |
|---|---|
| Pier news | F1 80.0 · PER 91.5 |
| Ferry bank | LAS 86.1 |"""


def test_each_corpus_is_a_row() -> None:
    assert rows(FIGURES) == TABLE


@pytest.mark.parametrize("old", ["\n", "", "\n| an old table |\n"])
def test_a_card_shows_the_figures_between_its_marks_and_is_else_as_it_was(old: str) -> None:
    card = f"# Card\n\n{OPENS}{old}{CLOSES}\n\nThe end.\n"
    assert shown(card, FIGURES) == f"# Card\n\n{OPENS}\n{TABLE}\n{CLOSES}\n\nThe end.\n"


def test_a_card_that_shows_the_figures_stays_as_it_is() -> None:
    card = shown(f"{OPENS}{CLOSES}", FIGURES)
    assert shown(card, FIGURES) == card


def test_a_card_without_the_marks_is_an_error() -> None:
    with pytest.raises(ValueError, match="unpack"):
        shown("# Card", FIGURES)
