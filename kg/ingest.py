"""The whole journey: wires → articles → findings → quads → the store, and at its end who is who across wires."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from dataclasses import replace as with_changes
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

from pyoxigraph import Quad

from kg.analysis import Analysis, Team, Told, open_analyst
from kg.entities.corrections import Correction
from kg.errors import ArticleConflict, BadParameter, WireError
from kg.graph.identities import identify
from kg.graph.mapping import digest, quads
from kg.graph.store import GraphWriter, Store
from kg.model import Article
from kg.wires.reader import read_wires

BATCH = 64  # wires that are written and published together: what a killed ingest has to read again

Progress = Callable[[int], object]


class Refusal(NamedTuple):
    """A wire that was not taken, and why."""

    wire: str
    reason: str


class Duplicate(NamedTuple):
    """A wire whose text is stored already, as another article."""

    wire: str
    article: str


@dataclass
class Report:
    """What became of each wire, by its id, and how many facts of each kind were written."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)  # read again: by another reader, or for another text
    unchanged: list[str] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)  # corrections that change nothing, and why
    facts: dict[str, int] = field(default_factory=dict)  # by kind, in the plural, of what was added and updated

    def refuse(self, error: WireError) -> None:
        """Notes a wire that cannot be taken."""
        self.refused.append(Refusal(error.path, error.reason))

    def note(self, verdict: "Verdict", wire: str) -> None:
        """Notes what became of a wire."""
        match verdict.outcome:
            case "added":
                self.added.append(verdict.article)
            case "updated":
                self.updated.append(verdict.article)
            case "unchanged":
                self.unchanged.append(verdict.article)
            case "duplicate":
                self.duplicates.append(Duplicate(wire, verdict.article))
            case "conflict":
                self.refused.append(Refusal(wire, str(ArticleConflict(wire)).removeprefix(f"{wire}: ")))


def ingest(  # noqa: PLR0913 - what a command may be told
    paths: Iterable[str | Path],
    store: Store,
    *,
    model: str | None = None,
    workers: int = 1,
    replace: bool = False,
    corrections: Sequence[Correction] = (),
    progress: Progress | None = None,
) -> Report:
    """Reads wires from files, folders or "-" into a store. Raises ModelError, StoreError, BadParameter."""
    with analysts(model, workers) as analysis:
        wires = read_wires(paths)
        return ingest_articles(wires, store, analysis, replace=replace, corrections=corrections, progress=progress)


def analysts(model: str | None, workers: int) -> AbstractContextManager[Analysis]:
    """Who reads the wires: one in this process, or as many as `workers` says in others. Raises ModelError, BadParameter."""
    if workers < 1:
        raise BadParameter("workers", "must be 1 or more")
    return nullcontext(open_analyst(model)) if workers == 1 else Team(partial(open_analyst, model), workers)


def ingest_articles(  # noqa: PLR0913 - the same, and how much is written at once
    wires: Iterable[Article | WireError],
    store: Store,
    analysis: Analysis,
    *,
    replace: bool = False,
    corrections: Sequence[Correction] = (),
    progress: Progress | None = None,
    batch: int = BATCH,
) -> Report:
    """Reads articles into a store, batch by batch, then says who is who. Raises StoreError.

    An article is its text: one that is stored, read by the same reader, is passed over, whatever it is called now. The
    store is locked only while a batch is written. `progress` is told how many more wires are done.
    """
    report, step = Report(), progress or _silent
    with store.writer() as writer:
        ledger = Ledger(writer.stored(), analysis.name, replace)
    told = analysis.analyse(_unread(wires, ledger, report, step))
    pages = (_page(each, analysis.name) for each in told)
    while some := list(islice(pages, batch)):
        with store.writer() as writer:
            _write(some, writer, Ledger(writer.stored(), analysis.name, replace), report)
        step(len(some))
    with store.writer() as writer:
        report.ignored += identify(
            writer, corrections
        )  # even where nothing was written: a killed ingest may have left it undone
    return report


Outcome = Literal["added", "updated", "unchanged", "duplicate", "conflict"]


class Verdict(NamedTuple):
    """What to do with a wire, and the article that it is or clashes with."""

    outcome: Outcome
    article: str


class Ledger:
    """Which texts are stored, by whom they were read, and so what to do with a wire that comes."""

    def __init__(self, stored: Mapping[str, tuple[str, str]], reader: str, replace: bool) -> None:
        self._reader, self._replace = reader, replace
        self._stored = dict(stored)
        self._articles = {text: article for article, (text, _) in stored.items()}
        self._claimed: set[str] = set()  # ids that wires of this run bear

    def judge(self, article: Article) -> Verdict:
        """What to do with an article."""
        same = self._articles.get(digest(article.text))
        if same is not None:
            known: Outcome = "unchanged" if same == article.id else "duplicate"
            return Verdict(known if self._stored[same][1] == self._reader else "updated", same)
        if article.id not in self._stored:
            return Verdict("added", article.id)
        return Verdict("updated" if self._replace and article.id not in self._claimed else "conflict", article.id)

    def enter(self, article: Article) -> None:
        """Notes that an article stands or is to stand in the store, as this text read by this reader."""
        self._claimed.add(article.id)
        if article.id in self._stored:
            self._articles.pop(self._stored[article.id][0], None)
        self._stored[article.id] = digest(article.text), self._reader
        self._articles[digest(article.text)] = article.id


def _unread(wires: Iterable[Article | WireError], ledger: Ledger, report: Report, step: Progress) -> Iterator[Article]:
    """The articles that must be read, under the ids that they are known by; the others are reported."""
    for wire in wires:
        if isinstance(wire, WireError):
            report.refuse(wire)
        else:
            verdict = ledger.judge(wire)
            article = with_changes(wire, id=verdict.article)
            if verdict.outcome in {"added", "updated", "unchanged"}:
                ledger.enter(article)
            if verdict.outcome in {"added", "updated"}:
                yield article
                continue
            report.note(verdict, wire.id)
        step(1)


class _Page(NamedTuple):
    """An article's graph, ready to be written."""

    article: Article
    quads: Sequence[Quad]
    facts: Mapping[str, int]  # how many of each kind


def _page(told: Told, reader: str) -> _Page | WireError:
    if isinstance(told, WireError):
        return told
    return _Page(told.article, quads(told, reader), Counter(fact.plural for fact in told.facts))


def _write(pages: Iterable[_Page | WireError], writer: GraphWriter, ledger: Ledger, report: Report) -> None:
    """Writes a batch. Each article is judged once more: others may have written while it was read."""
    for page in pages:
        if isinstance(page, WireError):
            report.refuse(page)
            continue
        wire, verdict = page.article.id, ledger.judge(page.article)
        if verdict.article != wire:
            verdict = Verdict("duplicate", verdict.article)
        elif verdict.outcome in {"added", "updated"}:
            writer.replace(wire, page.quads)
            ledger.enter(page.article)
            for kind, number in page.facts.items():
                report.facts[kind] = report.facts.get(kind, 0) + number
        report.note(verdict, wire)


def _silent(_: int) -> None:
    """Progress that nobody follows."""
