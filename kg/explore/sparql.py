"""The guarded free query: any SPARQL 1.1 query in, its answer as bytes out, and no way to write, fetch or run for ever."""

import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from kg.errors import QueryError, QueryTimeout, StoreBusy, StoreError
from kg.explore import worker
from kg.explore.worker import BASE, NO_SERVICE, Reply, Request, asks_service, names_dataset, written
from kg.graph.rows import Rows, read_rows
from kg.graph.store import GraphView

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml",
        "csv": "text/csv; charset=utf-8",
        "tsv": "text/tab-separated-values; charset=utf-8",
        "turtle": "text/turtle; charset=utf-8",
        "ntriples": "application/n-triples",
        "jsonld": "application/ld+json",
    }
)
FORMS = tuple(MEDIA_TYPES)  # the first of rows and the first of graphs are what is given where nothing is said

LONGEST_QUERY = 1 << 20  # characters
START_SECONDS = 30.0
MEMORY = 1 << 30  # bytes that a query may take


class UnsuitedFormError(QueryError):
    """Rows were asked for as a graph, or a graph as rows."""


@dataclass(frozen=True)
class Limits:
    """What a free query may take, and what it sees where it names no dataset."""

    seconds: float = 20.0
    rows: int = 10_000
    union: bool = True
    at_once: int = 4


@dataclass(frozen=True)
class Answer:
    """What a query gave, in one of FORMS; `truncated` where there were more rows than are allowed."""

    body: bytes
    form: str
    truncated: bool

    @property
    def media_type(self) -> str:
        """How the web calls its form."""
        return MEDIA_TYPES[self.form]


class Guard:
    """Answers free queries, each in a process of its own that is killed when its time is up.

    A view in memory cannot be opened by another process: its queries run here, and their time is not limited.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._turns = threading.Semaphore(self._limits.at_once)

    def answer(
        self,
        view: GraphView,
        query: str,
        forms: Sequence[str] = FORMS,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Answer:
        """The answer in the first of `forms` that suits it, cut after the rows that are allowed.

        Where graphs are given they are the dataset; else what the query says. Raises QueryError, QueryTimeout,
        UnsuitedFormError, StoreBusy, StoreError.
        """
        if len(query) > LONGEST_QUERY:
            raise QueryError(f"the query is longer than {LONGEST_QUERY} characters")
        request = Request(
            query=query,
            forms=tuple(forms),
            rows=self._limits.rows,
            union=self._limits.union,
            default_graphs=None if default_graphs is None else tuple(default_graphs),
            named_graphs=None if named_graphs is None else tuple(named_graphs),
            seconds=self._limits.seconds,
        )
        reply = _answer_here(view, request) if view.snapshot is None else self._answer_elsewhere(view, request)
        if reply.form is None:
            words = reply.body.decode()
            raise UnsuitedFormError(words) if reply.unsuited else QueryError(f"the query cannot be run: {words}")
        return Answer(reply.body, reply.form, reply.truncated)

    def rows(self, view: GraphView, query: str) -> Rows:
        """The rows of a SELECT in plain Python. Raises as `answer` does."""
        answer = self.answer(view, query, ("tsv",))
        solutions = parse_query_results(answer.body, QueryResultsFormat.TSV)
        if not isinstance(solutions, QuerySolutions):
            return Rows(("answer",), ((bool(solutions),),))
        found = read_rows(solutions)
        return Rows(found.columns, found.rows, answer.truncated)

    def close(self) -> None:
        """Ends the processes that wait for work."""
        with self._lock:
            idle, self._idle = self._idle, []
        for each in idle:
            each.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer_elsewhere(self, view: GraphView, request: Request) -> Reply:
        if not self._turns.acquire(timeout=self._limits.seconds):
            raise StoreBusy("too many queries run at once; try again in a moment")
        try:
            one = self._take(view) or _Worker(view)
            reply = one.ask(request)
            with self._lock:
                self._idle.append(one)
            return reply
        finally:
            self._turns.release()

    def _take(self, view: GraphView) -> "_Worker | None":
        """An idle worker on this state of the graph; those on older ones are ended."""
        with self._lock:
            stale = [each for each in self._idle if each.view is not view or not each.lives()]
            fresh = [each for each in self._idle if each not in stale]
            found = fresh.pop() if fresh else None
            self._idle = fresh
        for each in stale:
            each.end()
        return found


class _Worker:
    """A process that has a snapshot open. It keeps the view, and so the snapshot, while it lives."""

    def __init__(self, view: GraphView) -> None:
        self.view = view
        self._pipe, theirs = Pipe()
        # "-P": the file's own folder holds modules of this room and must not come before others.
        command = [sys.executable, "-P", worker.__file__, str(theirs.fileno()), str(view.snapshot), str(MEMORY)]
        nowhere = subprocess.DEVNULL
        self._process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], stdin=nowhere, stdout=nowhere, stderr=nowhere, env={}
        )
        theirs.close()
        if not self._pipe.poll(START_SECONDS) or self._received() is None:
            self.end()
            raise StoreError(f"no process could open the snapshot {Path(view.snapshot or '')} to answer queries")

    def ask(self, request: Request) -> Reply:
        """The reply to a request. Where there is none the process is ended. Raises QueryTimeout, QueryError."""
        try:
            with suppress(OSError):  # a process that died says so below, by an empty pipe
                self._pipe.send(tuple(request))
            in_time = self._pipe.poll(request.seconds)
            received = self._received() if in_time else None
        except BaseException:
            self.end()
            raise
        if received is not None:
            return Reply(*received)
        self.end()
        raise QueryError("the query took too much memory and was stopped") if in_time else QueryTimeout(request.seconds)

    def lives(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """Kills the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._pipe.close()

    def _received(self) -> tuple[str | None, bytes, bool, bool] | None:
        """What the process sends; none where it is gone."""
        try:
            received: tuple[str | None, bytes, bool, bool] = self._pipe.recv()
        except (EOFError, OSError):
            return None
        return received


def _answer_here(view: GraphView, request: Request) -> Reply:
    if asks_service(request.query):
        return Reply(None, NO_SERVICE)
    union = request.union and not names_dataset(request.query)
    graphs = {"default_graphs": request.default_graphs, "named_graphs": request.named_graphs}
    try:
        return written(view.query(f"BASE <{BASE}> {request.query}", union=union, **graphs), request.forms, request.rows)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        return Reply(None, str(error).encode(errors="replace"))
