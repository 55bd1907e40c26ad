import pytest

from kg.entities.spelling import equivalents, romanized
from kg.entities.wordlists import DATA, lines, rows

LISTS = sorted(path.name for path in DATA.iterdir())


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_what_it_holds_and_holds_nothing_twice(name: str) -> None:
    assert (DATA / name).read_text(encoding="utf-8").startswith("# ")
    found = lines(name)
    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", [name for name in LISTS if name.endswith(".tsv") and name != "countries.tsv"])
def test_every_row_of_a_table_has_two_cells(name: str) -> None:
    assert [row for row in rows(name) if len(row) != 2 or not all(row)] == []


@pytest.mark.parametrize(
    "name", [name for name in LISTS if name.endswith("nouns.txt") or name in ("roles.txt", "groups.txt")]
)
def test_words_that_lemmas_are_looked_up_among_are_lower_case(name: str) -> None:
    assert [word for word in lines(name) if word != word.lower() or " " in word] == []


def test_no_name_stands_for_two_groups_of_spellings() -> None:
    groups = [{romanized(word) for word in line.split()} for line in lines("equivalents.txt")]
    assert sum(map(len, groups)) == len(equivalents())


def test_no_spelling_is_listed_that_the_rules_already_make_another() -> None:
    written = [line.split() for line in lines("equivalents.txt")]
    assert [words for words in written if len(set(map(romanized, words))) < len(words)] == []
