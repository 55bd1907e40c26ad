"""What a newsroom says of who is who: a file of pairs that are the same or different → corrections, checked for sense."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from kg.errors import CorrectionsError

Verdict = Literal["same", "different"]
FORM = "write same or different, whom, whom else and, if you like, a note, with a tab between each two"
IN_ARTICLE = " @ "  # "Ivan Orlov @ tass-000" is the one called so in that wire


class Named(NamedTuple):
    """Whom a line means: by an id or a name, in one article where it names that."""

    words: str
    article: str | None = None

    def __str__(self) -> str:
        return self.words if self.article is None else f"{self.words}{IN_ARTICLE}{self.article}"


@dataclass(frozen=True)
class Correction:
    """A line of the file. `source` and `line` say where it stands."""

    verdict: Verdict
    one: Named
    other: Named
    note: str = ""
    source: str = "corrections"
    line: int = 0

    def __str__(self) -> str:
        note = f": {self.note}" if self.note else ""
        return f"{Path(self.source).name}, line {self.line}{note}"


def read_corrections(path: str | None) -> tuple[Correction, ...]:
    """The corrections of a file in their order; none where no file is named. Raises CorrectionsError."""
    if path is None:
        return ()
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorrectionsError(path, [(0, f"cannot be read: {error.strerror}; name a file that can")]) from error
    except UnicodeDecodeError as error:
        raise CorrectionsError(path, [(0, "is no UTF-8 text; save it as UTF-8")]) from error
    faults: list[tuple[int, str]] = []
    found = tuple(_corrections(path, text, faults))
    faults += _contradictions(found)
    if faults:
        raise CorrectionsError(path, sorted(faults))
    return found


def _corrections(path: str, text: str, faults: list[tuple[int, str]]) -> Iterator[Correction]:
    """The lines that say something; what is wrong with the others is added to the faults."""
    for number, line in enumerate(text.split("\n"), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        verdict = cells[0].lower()
        if verdict not in get_args(Verdict):
            faults.append((number, f"begins with '{cells[0]}'; {FORM}"))
        elif len(cells) > 4:
            faults.append((number, f"has {len(cells)} cells; {FORM}"))
        elif len(cells) < 3 or not all(cells[:3]):
            faults.append((number, f"names {len(list(filter(None, cells[1:3])))} of two; {FORM}"))
        else:
            one, other = _named(cells[1]), _named(cells[2])
            note = cells[3] if len(cells) > 3 else ""
            yield Correction("same" if verdict == "same" else "different", one, other, note, path, number)


def _named(cell: str) -> Named:
    words, found, article = cell.rpartition(IN_ARTICLE)
    return Named(words.strip(), article.strip()) if found and words.strip() else Named(cell)


def _key(named: Named) -> tuple[str, str | None]:
    return named.words.casefold(), named.article


def _contradictions(corrections: Iterable[Correction]) -> Iterator[tuple[int, str]]:
    """The lines that tell apart what others make one, if by several steps."""
    lines = list(corrections)
    same = [each for each in lines if each.verdict == "same"]
    for each in lines:
        if each.verdict == "different" and (proof := _chain(same, each)):
            numbers = " and ".join(map(str, proof))
            told = f"by line {numbers} they are" if len(proof) == 1 else f"by lines {numbers} together they are"
            if _key(each.one) == _key(each.other):
                told = "they are"
            yield each.line, f"says that {each.one} and {each.other} are different, but {told} the same; take one out"


def _chain(same: Iterable[Correction], different: Correction) -> list[int]:
    """The lines that together make one of the two whom a line tells apart; empty where none do."""
    beside: dict[tuple[str, str | None], list[tuple[int, tuple[str, str | None]]]] = defaultdict(list)
    for each in same:
        beside[_key(each.one)].append((each.line, _key(each.other)))
        beside[_key(each.other)].append((each.line, _key(each.one)))
    reached: dict[tuple[str, str | None], list[int]] = {_key(different.one): []}
    queue = [_key(different.one)]
    for at in queue:
        for line, other in beside[at]:
            if other not in reached:
                reached[other] = [*reached[at], line]
                queue.append(other)
    found = reached.get(_key(different.other), [])
    return found or ([different.line] if _key(different.one) == _key(different.other) else [])
