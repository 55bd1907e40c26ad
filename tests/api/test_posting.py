"""Posting wires: who may, and what becomes of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from kg.errors import CorrectionsError
from kg.settings import Settings
from kg.wires.article import MAX_BYTES
from tests.invented import hire

TOKEN = "a token for tests"
BEARER = {"authorization": f"Bearer {TOKEN}"}
WIRE = "Bridge closed\n\nMINSK, March 3, 2031. /TASS/. The bridge is closed for repairs, the ministry says. Ilya says it is safe."


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr("kg.analysis.open_analyst", lambda _model: hire())
    app = create_app(Settings(store=f"oxigraph:{tmp_path / 'store'}", token=TOKEN))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_a_wire_is_read_and_shown(client: TestClient) -> None:
    reply = client.post("/articles", content=WIRE, headers=BEARER, params={"name": "bridge.txt"})
    assert (reply.status_code, reply.json()["added"]) == (201, ["bridge"])
    assert client.get("/articles/bridge").json()["text"] == WIRE
    (statement,) = client.get("/statements", params={"speaker": "Ilya"}).json()["items"]
    assert statement["content"] == "it is safe"


def test_the_same_wire_again_changes_nothing(client: TestClient) -> None:
    first = client.post("/articles", content=WIRE, headers=BEARER).json()
    revision = client.get("/healthz").json()
    again = client.post("/articles", content=WIRE, headers=BEARER).json()
    assert again["unchanged"] == first["added"]
    assert client.get("/healthz").json() == revision


def test_another_text_under_the_same_id_is_refused(client: TestClient) -> None:
    client.post("/articles", content=WIRE, headers=BEARER, params={"name": "bridge"})
    reply = client.post("/articles", content=f"{WIRE} Anna says so.", headers=BEARER, params={"name": "bridge"})
    assert reply.status_code == 422
    assert "another text" in reply.json()["detail"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01binary", b"{}"])
def test_what_is_no_wire_is_refused_with_the_reason(client: TestClient, content: bytes) -> None:
    reply = client.post("/articles", content=content, headers=BEARER)
    assert (reply.status_code, reply.headers["content-type"]) == (422, "application/problem+json")
    assert client.get("/articles").json()["items"] == []


def test_what_is_too_large_is_not_taken_in(client: TestClient) -> None:
    reply = client.post("/articles", content=b"x" * (MAX_BYTES + 1), headers=BEARER)
    assert reply.status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Bearer"},
        {"authorization": "Bearer wrong"},
        {"authorization": f"Basic {TOKEN}"},
        {"authorization": f"Bearer {TOKEN}x"},
    ],
)
def test_only_the_bearer_of_the_token_may(client: TestClient, headers: dict[str, str]) -> None:
    reply = client.post("/articles", content=WIRE, headers=headers)
    assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get("/articles").json()["items"] == []


def test_without_a_token_it_is_off_and_says_so() -> None:
    with TestClient(create_app(Settings(store="memory:"))) as client:
        for headers in ({}, BEARER, {"authorization": "Bearer "}):
            reply = client.post("/articles", content=WIRE, headers=headers)
            assert (reply.status_code, "KG_TOKEN" in reply.json()["detail"]) == (403, True)


def test_a_post_follows_the_corrections_as_they_are_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.analysis.open_analyst", lambda _model: hire())
    file = tmp_path / "who.tsv"
    file.write_text("", encoding="utf-8")
    settings = Settings(store=f"oxigraph:{tmp_path / 'store'}", token=TOKEN, corrections=str(file))
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        assert client.post("/articles", content=WIRE, headers=BEARER).json()["ignored"] == []
        file.write_text("same\tIlya\tNobody", encoding="utf-8")
        (ignored,) = client.post("/articles", content=f"{WIRE} It is.", headers=BEARER).json()["ignored"]
        assert ignored.endswith("line 1: nobody is called Nobody; the line changes nothing")
        file.write_text("same\tIlya", encoding="utf-8")
        assert client.post("/articles", content=f"{WIRE} Is it?", headers=BEARER).status_code == 500


def test_no_server_starts_on_corrections_that_cannot_be_followed(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError, match="nowhere"):
        create_app(Settings(store="memory:", corrections=str(tmp_path / "nowhere.tsv")))
