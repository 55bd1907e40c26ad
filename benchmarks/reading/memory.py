"""The most memory that a worker holds while it reads wires."""

import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmarks.speed import to_quads
from kg.analysis import open_analyst

UNITS_A_MB = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, kilobytes elsewhere


def peak_mb(wires: list[str], model: str | None) -> int:
    """The peak of a fresh process that goes from text to quads, in MB.

    To be asked before this process itself has grown: on Linux a child's peak is never below what its parent held.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as worker:
        return worker.submit(_peak_mb, wires, model).result()


def _peak_mb(wires: list[str], model: str | None) -> int:
    to_quads(wires, open_analyst(model))
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNITS_A_MB)
