"""The server as `kg serve` starts it: it listens, and follows a store that others write to."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from kg.graph.store import open_store
from kg.ingest import ingest_articles
from tests.invented import hire
from tests.test_ingest import wires

ROOT = Path(__file__).parents[1]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where a server listens whose store nobody has made yet."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KG_STORE": str(tmp_path / "store")}
    command = [sys.executable, "-m", "kg", "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            lines = iter(server.stderr.readline, "")
            yield next(found[0] for line in lines if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
        finally:
            server.terminate()
            server.stderr.read()


def get(url: str) -> object:
    with urlopen(url, timeout=10) as answer:
        return json.load(answer)


def test_the_server_shows_what_is_ingested_beside_it(address: str, tmp_path: Path) -> None:
    assert urlopen(f"{address}/healthz", timeout=10).status == 200
    ingest_articles(wires(2), open_store(str(tmp_path / "store")), hire())
    until = time.monotonic() + 10
    shown: object = None
    while time.monotonic() < until and not (shown := get(f"{address}/articles")["items"]):  # type: ignore[index]
        time.sleep(0.1)
    assert len(shown) == 2  # type: ignore[arg-type]
