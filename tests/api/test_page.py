"""The page: it asks nobody but its own server, reads no stranger's text as HTML, and marks words where they stand."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from kg.explore.ask import question
from kg.explore.browse import lists
from kg.facts.discovery import kinds
from kg.settings import Settings

WEB = Path(__file__).parents[2] / "api" / "web"
SCRIPTS = sorted(WEB.glob("*.js"))
NODE = shutil.which("node")


class Tags(HTMLParser):
    """The tags of a page with their attributes, and the scripts and styles written into it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.written_in: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"} and data.strip():
            self.written_in.append(data)


@pytest.fixture(scope="module")
def page() -> Tags:
    tags = Tags()
    tags.feed((WEB / "index.html").read_text(encoding="utf-8"))
    return tags


def test_no_script_or_style_is_written_into_the_page(page: Tags) -> None:
    attributes = {name for _, attributes in page.tags for name in attributes}
    assert page.written_in == []
    assert not {name for name in attributes if name.startswith("on") or name == "style"}


def test_everything_the_page_loads_is_beside_it(page: Tags) -> None:
    loaded = [a.get("src") or a.get("href") for tag, a in page.tags if tag in {"script", "link", "img"}]
    assert len(loaded) >= 3
    assert all(name and (WEB / name).is_file() for name in loaded)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_import_of_a_script_is_beside_it(script: Path) -> None:
    for name in re.findall(r'from "([^"]+)"', script.read_text(encoding="utf-8")):
        assert (WEB / name).is_file(), name


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_can_read_text_as_html_or_as_a_program(script: Path) -> None:
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|Function\(|srcdoc|javascript:"
    assert not re.findall(ways, script.read_text(encoding="utf-8"))


def test_the_page_names_no_other_server() -> None:
    for path in sorted(WEB.iterdir()):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text), path.name


def test_the_search_box_and_both_regions_have_names_for_those_who_do_not_see_them(page: Tags) -> None:
    by_id = {attributes["id"]: (tag, attributes) for tag, attributes in page.tags if "id" in attributes}
    labels = {attributes.get("for") for tag, attributes in page.tags if tag == "label"}
    assert "who" in labels
    assert by_id["who"][1]["role"] == "combobox"
    assert by_id["found"][1]["aria-label"]
    assert by_id["wire"][1]["aria-label"]
    assert by_id["problem"][1]["role"] == "alert"


def run(program: str) -> object:
    """What a program of JavaScript that imports from the page prints, as JSON."""
    assert NODE
    asked = [NODE, "--input-type=module", "--eval", program]
    return json.loads(subprocess.run(asked, cwd=WEB, capture_output=True, text=True, check=True, timeout=30).stdout)


needs_node = pytest.mark.skipif(NODE is None, reason="needs Node, which the page itself does not")


@needs_node
def test_offsets_count_code_points_so_a_ship_is_one_letter() -> None:
    text = "A 🚢 sinks, 𝒜 says."
    words = [("🚢", "who"), ("sinks", "words"), ("says", "cue")]
    spans = [{"start": text.index(word), "end": text.index(word) + len(word), "role": role} for word, role in words]
    spans.append({"start": 0, "end": len(text), "role": "evidence"})
    found = run(
        f"import {{ pieces }} from './spans.js'; console.log(JSON.stringify(pieces({json.dumps(text)}, {json.dumps(spans)})))"
    )
    assert isinstance(found, list)
    assert "".join(piece["text"] for piece in found) == text
    marked = {piece["text"]: piece["roles"] for piece in found if len(piece["roles"]) > 1}
    assert marked == {"🚢": ["who", "evidence"], "sinks": ["words", "evidence"], "says": ["cue", "evidence"]}


@needs_node
def test_a_proof_that_runs_over_two_paragraphs_is_marked_in_both() -> None:
    text = "Head\n\nHe said one.\n\nAnd two. More."
    spans = [{"start": text.index("He said"), "end": text.index(" More"), "role": "evidence"}]
    found = run(
        f"import {{ paragraphs }} from './spans.js'; console.log(JSON.stringify(paragraphs({json.dumps(text)}, {json.dumps(spans)})))"
    )
    assert isinstance(found, list)
    assert [[(piece["text"], bool(piece["roles"])) for piece in paragraph] for paragraph in found] == [
        [("Head", False)],
        [("He said one.", True)],
        [("And two.", True), (" More.", False)],
    ]


@needs_node
def test_only_web_addresses_become_links() -> None:
    program = """
    globalThis.document = { createElement: (tag) => ({ tag, append() {}, setAttribute(name, value) { this[name] = value; } }) };
    const { outward } = await import('./dom.js');
    const tried = ["https://w.example/1", "http://w.example/2", "javascript:alert(1)", "data:text/html,x", "//w.example", "file:///x", ""];
    console.log(JSON.stringify(tried.map((address) => outward(address, "x")?.href ?? null)));
    """
    assert run(program) == ["https://w.example/1", "http://w.example/2", None, None, None, None, None]


@needs_node
def test_the_address_holds_the_whole_state_and_gives_it_back() -> None:
    state = {
        "actor": "person/ilka-brenner",
        "wire": "port 1/a&b",
        "fact": "port%201/accusation/1-2",
        "since": "2021-01-01",
    }
    program = f"""
    const {{ href, read }} = await import('./state.js');
    const address = href({json.dumps(state)});
    console.log(JSON.stringify([address, read(address), read("#main"), read("")]));
    """
    address, *states = run(program)  # type: ignore[misc]
    assert address.startswith("#/?actor=person/ilka-brenner&wire=port+1/a%26b")
    assert states == [state, {}, {}]


@needs_node
def test_the_path_of_a_thing_keeps_its_slashes_and_escapes_the_rest() -> None:
    program = "import { pathOf } from './api.js'; console.log(JSON.stringify(pathOf('actors', 'group/a b?c#d%20/A9')))"
    assert run(program) == "/actors/group/a%20b%3Fc%23d%2520/A9"


@needs_node
def test_the_page_asks_the_api_for_lists_and_roles_that_it_has() -> None:
    told = run("import { KINDS } from './facts.js'; console.log(JSON.stringify(KINDS))")
    assert isinstance(told, dict)
    assert told.keys() <= {kind.kind for kind in kinds()}  # the others are told in plain words, see below
    for kind in told.values():
        assert {kind["by"], kind["of"], "since", "until", "confidence"} <= set(lists()[kind["list"]])


@needs_node
def test_a_kind_of_fact_that_the_page_was_not_written_for_is_told_all_the_same() -> None:
    fact = {
        "id": "w/threat/1-2",
        "kind": "threat",
        "threatener": [{"id": "person/a", "name": "A"}],
        "threatened": [{"id": "person/b", "name": "B"}],
        "act": "to leave",
    }
    told = run(f"import {{ kindOf }} from './facts.js'; console.log(JSON.stringify(kindOf({json.dumps(fact)})))")
    assert isinstance(told, dict)
    assert (told["list"], told["by"], told["of"], told["words"]) == ("facts", "threatener", "threatened", "act")


@needs_node
def test_actors_whose_name_begins_with_what_is_typed_come_first() -> None:
    names = ["Anselmo Portal", "Import Bank", "Tavira", "Portugal", "Port"]
    actors = json.dumps([{"name": name} for name in names])
    program = f"""
    import {{ ranked }} from './search.js';
    console.log(JSON.stringify(ranked({actors}, "port").map((actor) => actor.name)));
    """
    assert run(program) == ["Port", "Portugal", "Anselmo Portal", "Import Bank", "Tavira"]


def test_the_page_is_served_under_a_policy_that_lets_in_nothing_from_elsewhere() -> None:
    with TestClient(create_app(Settings(store="memory:"))) as client:
        for name in ["", *(path.name for path in WEB.iterdir())]:
            reply = client.get(f"/{name}")
            assert reply.status_code == 200
            assert reply.headers["Content-Security-Policy"] == "default-src 'self'"
        assert "javascript" in client.get("/app.js").headers["Content-Type"]


def test_what_the_page_needs_of_an_empty_store_is_there() -> None:
    with TestClient(create_app(Settings(store="memory:"))) as client:
        assert client.get("/why?entity=person/nobody").status_code == 404
        for path in ("/accusations", "/graph/central?by=degree&limit=12", "/articles?limit=1", "/actors?q=x&limit=100"):
            assert client.get(path).json()["items"] == []


@needs_node
def test_the_tables_that_the_page_links_to_take_what_it_asks_for() -> None:
    told = run("import { KINDS } from './facts.js'; console.log(JSON.stringify(KINDS))")
    assert isinstance(told, dict)
    for kind in told.values():
        parameters = {parameter.name for parameter in question(kind["question"]).parameters}
        assert {"who", "since", "until", "confidence"} <= parameters
