"""A store in memory, gone with the process: for tests and for looking at a few wires."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph

from kg.errors import StoreBusy
from kg.graph.view import GraphView
from kg.graph.writer import GraphWriter


class MemoryStore:
    """A store that lives as long as this object."""

    def __init__(self, wait_seconds: float) -> None:
        self.url = "memory:"
        self._wait_seconds = wait_seconds
        self._lock = threading.Lock()
        self._live = pyoxigraph.Store()
        self._view = GraphView(pyoxigraph.Store(), "0", None)

    @contextmanager
    def writer(self) -> Iterator[GraphWriter]:
        """The one writer. Raises StoreBusy where another does not end in time."""
        if not self._lock.acquire(timeout=self._wait_seconds):
            raise StoreBusy("another thread is writing to the store in memory; try again when it is done")
        try:
            writer = _MemoryWriter(self._live, self)
            try:
                yield writer
            finally:
                writer.leave()
        finally:
            self._lock.release()

    def view(self) -> GraphView:
        """The newest published state."""
        return self._view

    def close(self) -> None:
        """Nothing to let go of."""

    def show(self) -> None:
        """Makes a copy of the live store the state that views give."""
        frozen = pyoxigraph.Store()
        frozen.bulk_extend(self._live)
        # The clock keeps a revision from being that of another store in the same process.
        self._view = GraphView(frozen, f"{len(frozen)}-{time.monotonic_ns():x}", None)


class _MemoryWriter(GraphWriter):
    def __init__(self, live: pyoxigraph.Store, store: MemoryStore) -> None:
        super().__init__(live)
        self._shown_by = store
        self._changed = False

    def publish(self) -> None:
        if self._changed:
            self._shown_by.show()
        self._changed = False

    def leave(self) -> None:
        self.publish()
        self._store = None

    def _changing(self) -> None:
        self._changed = True
