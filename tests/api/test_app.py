"""The window: what it answers, what it refuses and how, and what every reply says to a browser."""

import csv
import io
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import STATUS
from api.openapi import FILE, described
from kg.errors import KgError, StoreBusy, StoreError
from kg.explore.ask import questions
from kg.explore.browse import lists
from kg.graph.store import Store
from kg.settings import Settings
from ontology.minting import LINKS

API = Path(__file__).parents[2] / "api"
PROBLEM = "application/problem+json"


def test_a_list_is_items_and_next(client: TestClient) -> None:
    first = client.get("/statements", params={"limit": 3}).json()
    assert set(first) == {"items", "next"}
    rest = client.get("/statements", params={"limit": 3, "cursor": first["next"]}).json()
    assert (len(first["items"]), len(rest["items"]), rest["next"]) == (3, 1, None)


@pytest.mark.parametrize("noun", list(lists()))
def test_one_of_each_list_is_had_by_its_id(client: TestClient, noun: str) -> None:
    for listed in client.get(f"/{noun}").json()["items"]:
        path = "/".join(re.sub("%", "%25", part) for part in listed["id"].split("/"))
        found = client.get(f"/{noun}/{path}").json()
        assert {key: found[key] for key in listed} == listed


def test_a_question_gives_columns_and_rows(client: TestClient) -> None:
    answer = client.get("/questions/who-accuses-whom", params={"who": "georgia"}).json()
    row = dict(zip(answer["columns"], answer["rows"][0], strict=True))
    assert (set(answer), len(answer["rows"])) == ({"columns", "rows"}, 1)
    assert (row["accused"], row["confidence"], row["date"]) == ("Armenia", 0.88, "2031-04")


def test_why_somebody_is_one_is_told(client: TestClient) -> None:
    answer = client.get("/why", params={"entity": "nino kapeladze"}).json()
    assert (answer["id"], answer["type"]) == ("person/nino-kapeladze", "person")
    assert {"article", "name", "because"} <= answer["wires"][0].keys()
    reply = client.get("/why", params={"entity": "Nobody"})
    assert (reply.status_code, reply.headers["content-type"]) == (404, PROBLEM)


@pytest.mark.parametrize("way", [{"params": {"format": "csv"}}, {"headers": {"accept": "text/csv"}}])
def test_a_question_gives_csv_that_no_spreadsheet_runs(client: TestClient, way: dict[str, dict[str, str]]) -> None:
    reply = client.get("/questions/articles", **way)  # type: ignore[arg-type]
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    headlines = [row["headline"] for row in csv.DictReader(io.StringIO(reply.text))]
    assert '\'=HYPERLINK("https://evil.example") <b>Markets</b> quiet' in headlines


def test_a_question_is_stopped_in_time_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?d != ?g) }"
    monkeypatch.setattr("queries.library.filled", lambda *_given: endless)
    assert client.get("/questions/said-by").status_code == 504


def test_a_list_is_stopped_in_time_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?d != ?g) }"
    monkeypatch.setattr("queries.library.limited", lambda *_given: endless)
    assert client.get("/statements").status_code == 504


def test_all_questions_are_listed_with_their_parameters(client: TestClient) -> None:
    listed = {one["name"]: one["parameters"] for one in client.get("/questions").json()["items"]}
    assert set(listed) == {one.name for one in questions()}
    assert {"name": "who", "type": "actor", "description": "the accuser"} in listed["who-accuses-whom"]


def test_an_ambiguous_actor_is_409_with_the_candidates(client: TestClient) -> None:
    for path in ("/questions/said-by?who=Nino", "/statements?speaker=Nino", "/graph/neighbours?actor=Nino"):
        reply = client.get(path)
        assert (reply.status_code, reply.headers["content-type"]) == (409, PROBLEM)
        assert reply.json()["candidates"] == [
            {"id": "person/nino-kapeladze", "name": "Nino Kapeladze"},
            {"id": "person/nino-lomadze", "name": "Nino Lomadze"},
        ]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nope", 404),
        ("/questions/nope", 404),
        ("/questions/said-by?who=Nobody", 404),
        ("/questions/said-by?colour=red", 400),
        ("/questions/said-by?limit=0", 400),
        ("/questions/said-by?limit=many", 400),
        ("/questions/said-by?format=xlsx", 406),
        ("/articles/nope", 404),
        ("/denials/tass-901/statement/83-128", 404),
        ("/statements?limit=1&limit=2", 400),
        ("/statements?cursor=x", 400),
        ("/graph/neighbours", 400),
        ("/graph/neighbours?actor=Armenia&depth=0", 400),
        ("/graph/path?from=Armenia&to=Armenia", 400),
        ("/graph/central?by=charm", 400),
        ("/statements?since=%00", 400),
        ("/actors/%FF", 404),
    ],
)
def test_what_is_wrong_is_told_as_a_problem(client: TestClient, path: str, status: int) -> None:
    reply = client.get(path)
    assert (reply.status_code, reply.headers["content-type"]) == (status, PROBLEM)
    assert reply.json()["status"] == status
    assert reply.json()["detail"]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_question_with_more_rows_than_asked_for_says_so(client: TestClient, form: str) -> None:
    reply = client.get("/questions/articles", params={"limit": 1, "format": form})
    assert reply.headers["x-truncated"] == "rows=1"
    assert "x-truncated" not in client.get("/questions/articles", params={"format": form}).headers


@pytest.mark.parametrize("path", ["/", "/actors", "/actors/country/am", "/questions/denials", "/healthz", "/nope"])
def test_head_is_answered_as_get_without_the_body(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert dict(head.headers) == dict(get.headers)


def test_a_method_that_is_not_there_is_a_problem_too(client: TestClient) -> None:
    reply = client.delete("/articles")
    assert (reply.status_code, reply.headers["content-type"]) == (405, PROBLEM)


def test_walks_are_answered(client: TestClient) -> None:
    near = client.get("/graph/neighbours", params={"actor": "Armenia", "kind": "accuses"}).json()
    assert {node["id"] for node in near["nodes"]} == {"country/ge", "person/nino-kapeladze"}
    path = client.get("/graph/path", params={"from": "Nino Kapeladze", "to": "Georgia"}).json()
    assert [
        step["source"]["id"] if isinstance(step["source"], dict) else step["source"]
        for step in path["paths"][0]["steps"]
    ]
    assert client.get("/graph/central", params={"limit": 1, "by": "degree"}).json()["items"][0]["id"] == "country/am"
    assert client.get("/graph/communities").json()["items"]


def test_the_network_is_had_for_gephi(client: TestClient) -> None:
    reply = client.get("/export/graph.gexf?since=&kind=accuses")
    assert reply.headers["content-type"] == "application/gexf+xml"
    assert "attachment" in reply.headers["content-disposition"]
    assert b'kind="accuses"' in reply.content
    assert b'kind="clears"' not in reply.content


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/openapi.json", "/healthz", "/actors", "/nope", "/app.js", "/sparql", "/export/graph.gexf"]
)
def test_every_reply_tells_browsers_to_run_nothing_of_others(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == "default-src 'self'"
    assert headers["x-content-type-options"] == "nosniff"


def test_what_nobody_foresaw_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(Settings(store="memory:"))
    for error in (RuntimeError("secret"), StoreError("secret path")):

        def fail(error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(app.state.house.store, "view", fail)
        reply = TestClient(app, raise_server_exceptions=False).get("/healthz")
        assert (reply.status_code, reply.headers["content-type"]) == (500, PROBLEM)
        assert "secret" not in reply.text
        assert reply.headers["content-security-policy"] == "default-src 'self'"


def test_a_busy_store_says_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(Settings(store="memory:"))

    def busy() -> None:
        raise StoreBusy("another process is writing")

    monkeypatch.setattr(app.state.house.store, "view", busy)
    reply = TestClient(app).get("/healthz")
    assert (reply.status_code, reply.headers["retry-after"]) == (503, "5")


def test_the_table_knows_errors_of_ours_alone() -> None:
    assert all(issubclass(kind, KgError) for kind in STATUS)


def test_what_is_published_is_seen_without_a_restart(client: TestClient, store: Store) -> None:
    before = client.get("/healthz").json()["revision"]
    denied = {"denier": "Tigran Sarvanian"}
    assert client.get("/denials", params=denied).json()["items"][0]["denies"]
    quads = list(store.view().graph(LINKS))
    try:
        with store.writer() as writer:
            writer.replace_graph(LINKS, [])
        assert client.get("/denials", params=denied).json()["items"][0]["denies"] == []
        assert client.get("/healthz").json()["revision"] != before
    finally:
        with store.writer() as writer:
            writer.replace_graph(LINKS, quads)


class Loaded(HTMLParser):
    """What a page loads or links to, and the scripts, styles and handlers written into it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.written_in: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in {"src", "href", "action"}]
        self.written_in += [name for name, _ in attrs if name == "style" or name.startswith("on")]
        self.written_in += [tag] if tag in {"script", "style"} else []


def test_docs_need_nothing_from_elsewhere(client: TestClient) -> None:
    page = Loaded()
    page.feed(client.get("/docs").text)
    assert page.written_in == []
    assert page.links
    assert not any(link.startswith(("http:", "https:", "//")) for link in page.links)
    assert client.get("/docs.css").headers["content-type"].startswith("text/css")


def test_docs_name_every_route(client: TestClient) -> None:
    page = client.get("/docs").text
    for path in client.get("/openapi.json").json()["paths"]:
        assert f"<code>{path}</code>" in page


def test_a_form_of_the_docs_sends_what_is_left_empty_and_is_answered(client: TestClient) -> None:
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        parameters = methods.get("get", {}).get("parameters", [])
        if "get" in methods and "{" not in path and not any(one.get("required") for one in parameters):
            sent = {one["name"]: one["schema"].get("default", "") for one in parameters if one["in"] == "query"}
            assert client.get(path, params=sent).status_code == (400 if path == "/sparql" else 200), path


def test_the_committed_description_is_the_served_one() -> None:
    assert FILE.read_text(encoding="utf-8") == described(), "run python -m api.openapi"


def test_every_operation_has_a_summary_and_an_id_of_its_own() -> None:
    operations = [one for methods in json.loads(described())["paths"].values() for one in methods.values()]
    assert all(one.get("summary") for one in operations)
    assert len({one["operationId"] for one in operations}) == len(operations)


def test_reading_loads_no_language_model() -> None:
    code = (
        "import sys; from api.app import create_app; from kg.settings import Settings;"
        "from fastapi.testclient import TestClient; client = TestClient(create_app(Settings(store='memory:')));"
        "assert client.get('/accusations').status_code == 200; sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_environment_gives_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", "memory:")
    monkeypatch.setenv("KG_QUERY_ROWS", "7")
    assert create_app().state.house.settings == Settings(store="memory:", query_rows=7)


@pytest.mark.parametrize("module", sorted(API.glob("*.py")), ids=lambda path: path.name)
def test_no_handler_holds_sparql(module: Path) -> None:
    assert not re.search(r"\b(WHERE|OPTIONAL|PREFIX|GRAPH)\s*[{?<]", module.read_text(encoding="utf-8"))
