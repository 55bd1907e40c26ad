"""Articles → findings, in order: by one analyst in this process, or by a team of them in processes of their own."""

import logging
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Protocol, Self

from kg.errors import KgError, WireError
from kg.model import Article, Findings

ARTICLES_AT_ONCE = 16  # that go to an analyst together: enough to fill the model's batches, few enough to spread
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

Told = Findings | WireError


class Analysis(Protocol):
    """Whoever reads articles and tells what they say."""

    @property
    def name(self) -> str:
        """The pipeline and the finders, with their versions: an article's graph says what read it."""

    def analyse(self, articles: Iterable[Article]) -> Iterator[Told]:
        """What each article tells, in order; a WireError for one that breaks the analysis."""


@dataclass(frozen=True)
class Analyst:
    """Reads articles and tells what they say, in this process."""

    name: str
    find: Callable[[Iterable[Article]], Iterator[Findings]]

    def analyse(self, articles: Iterable[Article]) -> Iterator[Told]:
        """What each article tells, in order; a WireError for one that breaks the analysis."""
        for some in _portions(articles):
            yield from self._read(some)

    def _read(self, articles: list[Article]) -> list[Told]:
        try:
            return [*self.find(articles)]
        except Exception as error:  # whatever a stranger's text brings about: the other wires go on
            if len(articles) == 1:
                return [WireError(articles[0].id, f"could not be analysed ({type(error).__name__}: {error})")]
            return [told for article in articles for told in self._read([article])]


def open_analyst(model: str | None = None) -> Analyst:
    """An analyst with the language pipeline loaded, the shipped one or an installed `model`. Raises ModelError."""
    # One core for each, said before NumPy is imported. Its matrices here are small: a second thread only waits for the
    # first, and where others use the cores too, reading took three times as long (2026-11-28).
    os.environ.update({name: os.environ.get(name, "1") for name in THREADS})
    from kg.facts.discovery import find_facts, finder_names  # noqa: PLC0415 - takes spaCy, which others do without
    from kg.language.pipeline import Reader  # noqa: PLC0415

    reader = Reader(model)
    return Analyst(f"{reader.name} {finder_names()}", lambda articles: map(find_facts, reader.read(articles)))


class Team:
    """Several analysts, each in a process of its own: tells what one would, in the same order."""

    def __init__(self, hire: Callable[[], Analysis], size: int) -> None:
        """`hire` is called once in each process, so it must be a function that can be sent there. Raises ModelError."""
        self._desks = [_Desk(hire, speaks=number == 0) for number in range(size)]
        self._free: SimpleQueue[_Desk] = SimpleQueue()
        try:
            for desk in self._desks:
                self.name = desk.open()
                self._free.put(desk)
        except BaseException:
            self.close()
            raise

    def analyse(self, articles: Iterable[Article]) -> Iterator[Told]:
        """What each article tells, in order; a WireError for one that breaks the analysis or kills its process."""
        with ThreadPoolExecutor(len(self._desks)) as clerks:
            posted: deque[Future[list[Told]]] = deque()
            for some in _portions(articles):
                posted.append(clerks.submit(self._ask, some))
                if len(posted) > 2 * len(self._desks):  # bounds memory, and keeps every desk busy
                    yield from posted.popleft().result()
            while posted:
                yield from posted.popleft().result()

    def close(self) -> None:
        """Sends everybody home."""
        for desk in self._desks:
            desk.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def _ask(self, articles: list[Article]) -> list[Told]:
        desk = self._free.get()
        try:
            return desk.ask(articles)
        finally:
            self._free.put(desk)


class _Desk:
    """A process with an analyst in it, replaced by another when it dies."""

    def __init__(self, hire: Callable[[], Analysis], *, speaks: bool) -> None:
        """`speaks` is whether its warnings are heard: what one of a team warns of, they all would."""
        self._hire, self._speaks = hire, speaks
        self._start()

    def open(self) -> str:
        """Waits until the analyst is ready; gives its name. Raises ModelError."""
        try:
            answer = self._line.recv()
        except EOFError:
            raise KgError("a worker process died while it loaded the language pipeline") from None
        if isinstance(answer, KgError):
            raise answer
        return str(answer)

    def ask(self, articles: list[Article]) -> list[Told]:
        """What some articles tell."""
        try:
            self._line.send(articles)
            return [told if isinstance(told, Findings) else WireError(*told) for told in self._line.recv()]
        except (EOFError, OSError):
            self._reopen()
        if len(articles) == 1:
            return [WireError(articles[0].id, "could not be analysed: the process that read it died")]
        return [told for article in articles for told in self.ask([article])]

    def close(self) -> None:
        """Ends the process."""
        self._line.close()
        self._process.terminate()
        self._process.join()

    def _start(self) -> None:
        context = get_context("spawn")  # a forked copy would share the locks of this process's threads
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._hire, self._speaks), daemon=True)
        self._process.start()
        theirs.close()

    def _reopen(self) -> None:
        self.close()
        self._speaks = False
        self._start()
        self.open()


def _work(line: "Connection[Any, Any]", hire: Callable[[], Analysis], speaks: bool) -> None:
    """What a process of a team does until its line is cut."""
    if not speaks:
        logging.disable(logging.WARNING)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts means the one who hired
    try:
        analyst = hire()
    except KgError as error:
        line.send(error)
        return
    line.send(analyst.name)
    with suppress(EOFError, OSError):
        while True:
            told = analyst.analyse(line.recv())
            line.send([each if isinstance(each, Findings) else (each.path, each.reason) for each in told])


def _portions(articles: Iterable[Article]) -> Iterator[list[Article]]:
    source = iter(articles)
    while some := list(islice(source, ARTICLES_AT_ONCE)):
        yield some
