"""A store, opened by its URL: `memory:`, or `oxigraph:PATH`, which a bare path means too."""

import re
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from kg.errors import StoreError
from kg.graph.disk import DiskStore
from kg.graph.memory import MemoryStore
from kg.graph.view import GraphView
from kg.graph.writer import GraphWriter

__all__ = ["GraphView", "GraphWriter", "Store", "open_store"]


class Store(Protocol):
    """Where the graph lives. One may write at a time; any number may read what was published."""

    url: str

    def writer(self) -> AbstractContextManager[GraphWriter]:
        """The one writer; what it leaves unpublished is published at its end. Raises StoreBusy, StoreError."""

    def view(self) -> GraphView:
        """The newest published state; cheap where nothing changed. Raises StoreError."""

    def close(self) -> None:
        """Lets go of the newest view; views that are in use elsewhere live on."""


def open_store(url: str, *, wait_seconds: float = 10.0) -> Store:
    """The store of a URL. `wait_seconds` is how long a writer waits for another to end. Raises StoreError."""
    scheme, path = re.fullmatch(r"(?:([A-Za-z][A-Za-z0-9+.-]+):)?(.*)", url, re.DOTALL).groups()  # type: ignore[union-attr]  # any text matches
    if scheme == "memory" and not path:
        return MemoryStore(wait_seconds)
    if scheme in {"oxigraph", None} and path and "\0" not in path:
        return DiskStore(Path(path), wait_seconds)
    raise StoreError(f"{url!r} names no store; a store is memory: or oxigraph:PATH")
