"""A store on disk: one process writes at a time, any number read the newest snapshot."""

import os
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from kg.errors import StoreBusy, StoreError
from kg.graph.layout import Layout, Pointer, hold
from kg.graph.view import GraphView
from kg.graph.writer import GraphWriter

LOG_LIMIT = 256 << 20  # bytes; Oxigraph shortens its log only when a store is opened
POLL_SECONDS = 0.05


class DiskStore:
    """A store in a folder, which the first writer makes."""

    def __init__(self, path: Path, wait_seconds: float) -> None:
        self.url = f"oxigraph:{path}"
        self._layout = Layout(path)
        self._wait_seconds = wait_seconds
        self._lock = threading.Lock()
        self._view: GraphView | None = None
        if path.exists() and not _is_empty(path):
            self._layout.check()

    @contextmanager
    def writer(self) -> Iterator[GraphWriter]:
        """The one writer; what it leaves unpublished is published at its end. Raises StoreBusy, StoreError."""
        self._layout.prepare()
        writer = _DiskWriter(self._layout, self._wait_seconds)
        try:
            yield writer
        finally:
            writer.leave()

    def view(self) -> GraphView:
        """The newest published state; the same object until there is a newer one. Raises StoreError."""
        with self._lock:
            pointer = self._layout.pointer()
            if self._view is None or self._view.revision != _revision(pointer):
                self._view = self._open_newest(pointer)
            return self._view

    def close(self) -> None:
        """Lets go of the newest view; views that are in use elsewhere live on."""
        with self._lock:
            self._view = None

    def _open_newest(self, pointer: Pointer | None) -> GraphView:
        self._layout.check()
        while pointer:
            try:
                return _open_snapshot(self._layout.snapshot(pointer.number), pointer)
            except OSError as error:
                seen, pointer = pointer, self._layout.pointer()
                if pointer == seen:  # else it was old already, and removed under our hands
                    raise StoreError(f"snapshot {seen.number} of {self.url} cannot be opened: {error}") from error
        return GraphView(pyoxigraph.Store(), _revision(None), None)


class _DiskWriter(GraphWriter):
    def __init__(self, layout: Layout, wait_seconds: float) -> None:
        super().__init__(_open_live(layout, wait_seconds))
        self._layout = layout
        self._wait_seconds = wait_seconds
        self._changed = layout.is_unpublished()

    def publish(self) -> None:
        if not self._changed:
            return
        try:
            self._layout.publish(self._live)
        except OSError as error:
            raise StoreError(f"{self._layout.path} cannot be published: {error}") from error
        self._changed = False
        if sum(log.stat().st_size for log in self._layout.live.glob("*.log")) > LOG_LIMIT:
            self._store = None
            self._store = _open_live(self._layout, self._wait_seconds)

    def leave(self) -> None:
        try:
            self.publish()
        finally:
            self._store = None

    def _changing(self) -> None:
        if not self._changed:
            self._layout.mark_unpublished()
        self._changed = True


def _open_live(layout: Layout, wait_seconds: float) -> pyoxigraph.Store:
    """The live store, which Oxigraph itself locks for one opener alone; the lock ends with the process."""
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            return pyoxigraph.Store(layout.live)
        except OSError as error:
            if "LOCK: " not in str(error):
                raise StoreError(f"the store at {layout.path} cannot be opened: {error}") from error
            if time.monotonic() >= deadline:
                raise StoreBusy(
                    f"another process is writing to the store at {layout.path}; try again when it is done"
                ) from error
        time.sleep(POLL_SECONDS)


def _open_snapshot(folder: Path, pointer: Pointer) -> GraphView:
    descriptor = hold(folder)
    try:
        view = GraphView(pyoxigraph.Store.read_only(str(folder)), pointer.revision, folder)
    except OSError:
        os.close(descriptor)
        raise
    weakref.finalize(view, os.close, descriptor)
    return view


def _revision(pointer: Pointer | None) -> str:
    return pointer.revision if pointer else "0"


def _is_empty(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())
