"""The file of corrections: what a line says, and what is wrong with one that says nothing."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities.corrections import Correction, Named, read_corrections
from kg.errors import CorrectionsError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "who.tsv"


def read(file: Path, *lines: str) -> tuple[Correction, ...]:
    file.write_text("\n".join(lines), encoding="utf-8")
    return read_corrections(str(file))


def faults(file: Path, *lines: str) -> list[tuple[int, str]]:
    with pytest.raises(CorrectionsError) as error:
        read(file, *lines)
    assert str(error.value).startswith(f"{file}, line ")
    return list(error.value.faults)


def test_a_line_says_whom_it_joins_or_tells_apart_and_why(file: Path) -> None:
    found = read(file, "# checked by the desk", "", "same\tOrlov @ w1\tIgor Orlov\tsee w2", "Different\tA\tperson/b")
    assert found == (
        Correction("same", Named("Orlov", "w1"), Named("Igor Orlov"), "see w2", str(file), 3),
        Correction("different", Named("A"), Named("person/b"), "", str(file), 4),
    )
    assert str(found[0]) == "who.tsv, line 3: see w2"


def test_no_file_is_no_correction() -> None:
    assert read_corrections(None) == ()


def test_a_file_from_another_system_is_read_too(file: Path) -> None:
    file.write_bytes("\ufeffsame\tА. Орлов\tIgor Orlov\r\n".encode())
    assert read_corrections(str(file))[0].one == Named("А. Орлов")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("equal\tA\tB", "begins with 'equal'; write same or different"),
        ("same A B", "begins with 'same A B'; write same or different"),
        ("same\tA", "names 1 of two; write same or different"),
        ("same\tA\t \tnote", "names 1 of two"),
        ("same\tA\tB\tnote\tmore", "has 5 cells"),
        ("different\tIgor Orlov\tigor orlov", "are different, but they are the same; take one out"),
    ],
)
def test_a_bad_line_is_named_with_what_to_do(file: Path, line: str, fault: str) -> None:
    ((number, told),) = faults(file, "# who is who", line)
    assert number == 2
    assert fault in told


def test_all_bad_lines_are_told_at_once(file: Path) -> None:
    assert [number for number, _ in faults(file, "same\tA", "same\tA\tB", "unlike\tA\tB")] == [1, 3]


def test_what_lines_together_make_one_no_line_may_tell_apart(file: Path) -> None:
    ((number, told),) = faults(file, "different\ta\tC", "same\tA\tB", "same\tX\tY", "same\tc\tb")
    assert number == 1
    assert "by lines 2 and 4 together they are the same" in told


@pytest.mark.parametrize(("content", "fault"), [(None, "cannot be read"), (b"\xff\xfe", "save it as UTF-8")])
def test_a_file_that_cannot_be_read_is_named(file: Path, content: bytes | None, fault: str) -> None:
    if content:
        file.write_bytes(content)
    with pytest.raises(CorrectionsError, match=fault):
        read_corrections(str(file))


@given(st.text())
def test_any_text_is_corrections_or_told_to_be_none(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.tsv"
    file.write_text(text, encoding="utf-8", errors="replace", newline="")
    with suppress(CorrectionsError):
        assert all(each.one.words and each.other.words for each in read_corrections(str(file)))
