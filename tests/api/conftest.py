"""The app over the four invented wires of the dispute."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from kg.graph.store import Store
from kg.settings import Settings
from tests.dispute import filled

TOKEN = "a token for tests"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    path: Path = tmp_path_factory.mktemp("store")
    return Settings(store=f"oxigraph:{path}", token=TOKEN, query_seconds=1.0, query_rows=1000)


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[TestClient]:
    app = create_app(settings)
    filled(app.state.house.store)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="module")
def store(client: TestClient) -> Store:
    """The store behind the client."""
    store: Store = client.app.state.house.store  # type: ignore[attr-defined]
    return store
