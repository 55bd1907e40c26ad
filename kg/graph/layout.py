"""Where a store on disk keeps what: the live store, its snapshots, the pointer to the newest one, and its format."""

import fcntl
import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from kg.errors import StoreError

FORMAT = "1"
KEPT = 3  # snapshots that stay, however old
YOUNG_SECONDS = 60.0  # and any younger than this: a reader may be about to open it


class Pointer(NamedTuple):
    """Which snapshot is the newest. `revision` differs between any two publishes, also of a store made anew."""

    number: int
    revision: str


@dataclass(frozen=True)
class Layout:
    """The folder of a store."""

    path: Path

    @property
    def live(self) -> Path:
        """The store that is written to."""
        return self.path / "store"

    def check(self) -> None:
        """Raises StoreError where the folder is none of ours, or of a format that this version does not know."""
        if not self.path.exists():
            raise StoreError(f"there is no store at {self.path}; `kg ingest` makes one")
        found = self._format()
        if found is None:
            raise StoreError(f"{self.path} is no Dateline store")
        if found != FORMAT:
            raise StoreError(
                f"the store at {self.path} has the format {found[:20]!r}, and this version of Dateline knows only "
                f"{FORMAT!r}; ingest the wires into a new store"
            )

    def prepare(self) -> None:
        """Makes the folder a store where there is none yet. Raises StoreError where it holds something else."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if all(entry.suffix == ".new" for entry in self.path.iterdir()):
                _write(self.path / "format", FORMAT)  # first of all: what is killed after this is a store
        except OSError as error:
            raise StoreError(f"no store can be made at {self.path}: {error.strerror}") from error
        self.check()
        self._snapshots.mkdir(exist_ok=True)

    def pointer(self) -> Pointer | None:
        """The newest snapshot; none where nothing was published yet. Costs one look at a small file."""
        try:
            with (self.path / "current").open(encoding="ascii") as file:
                return Pointer(number := int(file.read()), f"{number}-{os.fstat(file.fileno()).st_mtime_ns:x}")
        except FileNotFoundError:
            return None
        except (ValueError, OSError) as error:
            raise StoreError(f"{self.path / 'current'} cannot be read: {error}") from error

    def snapshot(self, number: int) -> Path:
        """The folder of a snapshot."""
        return self._snapshots / str(number)

    def is_unpublished(self) -> bool:
        """Whether the live store may hold more than the newest snapshot, if only because a writer was killed."""
        return self._mark.exists() or self.pointer() is None

    def mark_unpublished(self) -> None:
        """To be called before the first write after a publish."""
        self._mark.touch()
        _sync(self.path)

    def publish(self, live: pyoxigraph.Store) -> None:
        """Makes the live store, as it is now, the newest snapshot. For the writer alone."""
        newest = self.pointer()
        number = newest.number + 1 if newest else 1
        for left_behind in [path for path in self._snapshots.iterdir() if _number(path) >= number]:
            shutil.rmtree(left_behind)
        live.flush()
        live.backup(self.snapshot(number))
        _sync(self._snapshots)
        _write(self.path / "current", str(number))
        self._mark.unlink(missing_ok=True)
        self._prune()

    @property
    def _snapshots(self) -> Path:
        return self.path / "snapshots"

    @property
    def _mark(self) -> Path:
        return self.path / "unpublished"

    def _format(self) -> str | None:
        try:
            return (self.path / "format").read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return None

    def _prune(self) -> None:
        for path in sorted(self._snapshots.iterdir(), key=_number)[:-KEPT]:
            with suppress(OSError):  # what cannot go now goes next time
                if time.time() - path.stat().st_mtime > YOUNG_SECONDS:
                    _remove_unused(path)


def hold(folder: Path) -> int:
    """A shared lock on a snapshot's folder, as an open descriptor: while it lives nobody removes the snapshot."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    with suppress(OSError):  # a file system without locks: the age of snapshots has to do
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _remove_unused(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)  # OSError while a reader holds it
        shutil.rmtree(folder)
    finally:
        os.close(descriptor)


def _number(path: Path) -> float:
    """A snapshot's number; of what a killed publish left half made, infinity."""
    return int(path.name) if path.name.isdecimal() else float("inf")


def _write(path: Path, text: str) -> None:
    """Swaps a small file for a new one, on disk before it is seen."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    with new.open("w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
