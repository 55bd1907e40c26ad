"""The command line: results on stdout, words on stderr, and exit codes that scripts can trust."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyoxigraph
import pytest

from kg.cli.app import main
from kg.cli.ask import parameters
from kg.cli.show import Form, clean, show_rows
from kg.errors import BadParameter
from kg.graph.identities import identify
from kg.graph.mapping import quads
from kg.graph.rows import Rows
from kg.graph.store import open_store
from kg.model import Findings
from ontology.minting import article_iri
from ontology.terms import DL

SAMPLES = Path(__file__).parents[1] / "samples"


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `kg` on a store of its own."""
    monkeypatch.setenv("KG_STORE", str(tmp_path / "store"))

    def command(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *words])
        with pytest.raises(SystemExit) as exit_:
            main()
        code = exit_.value.code
        return Ran(code if isinstance(code, int) else 0, *capfd.readouterr())

    return command


@pytest.fixture
def stored(tmp_path: Path, findings: Findings) -> str:
    """A store that holds one wire; gives the wire's id."""
    with open_store(str(tmp_path / "store")).writer() as writer:
        writer.replace(findings.article.id, quads(findings, "by-hand 1"))
        identify(writer)
    return findings.article.id


def test_an_error_is_one_line_for_people_and_no_result(run: Run) -> None:
    ran = run("stats")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: there is no store at ")
    assert ran.err.count("\n") == 1


def test_no_server_starts_on_what_is_no_store(run: Run) -> None:
    ran = run("serve", "--port", "0", "--store", str(SAMPLES))
    assert (ran.code, ran.out) == (2, "")
    assert "is no Dateline store" in ran.err


def test_a_setting_that_does_not_fit_ends_a_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_QUERY_ROWS", "all")
    assert "KG_QUERY_ROWS" in (ran := run("stats")).err
    assert ran.code == 2


@pytest.mark.parametrize("words", [["ingest"], ["walk", "path", "Ostap"], ["fly"], ["stats", "--format", "poem"]])
def test_wrong_usage_has_a_code_of_its_own(run: Run, words: list[str]) -> None:
    assert run(*words).code == 2


def test_ask_without_a_question_lists_them_with_their_parameters(run: Run) -> None:
    ran = run("ask", "--format", "json")
    listed = {name: given for name, _, given in json.loads(ran.out)["rows"]}
    assert {"who-accuses-whom", "said-by", "committed-by", "denials"} <= listed.keys()
    assert "--who ACTOR" in listed["who-accuses-whom"]


def test_a_question_is_answered_from_the_store(run: Run, stored: str) -> None:
    ran = run("ask", "who-accuses-whom", "--format", "json")
    answer = json.loads(ran.out)
    (row,) = [dict(zip(answer["columns"], row, strict=True)) for row in answer["rows"]]
    assert (row["accuser"], row["accused"], row["act"], row["article"]) == (
        "Olga Lapko",
        "the army",
        "shelled Orsha",
        stored,
    )
    assert (ran.code, ran.err) == (0, "")


def test_the_parameters_of_a_question_are_options(run: Run, stored: str) -> None:
    who = run("ask", "who-accuses-whom", "--who", "olga lapko", "--format", "csv")
    nobody = run("ask", "who-accuses-whom", "--who=Anton Veremey", "--format", "csv")
    assert (len(rows_of(who)), len(rows_of(nobody))) == (1, 0)


@pytest.mark.parametrize(
    "words",
    [["who-loves-whom"], ["said-by", "--colour", "red"], ["said-by", "--who", "Nobody Atall"], ["said-by", "--who"]],
)
def test_what_a_question_does_not_know_is_refused(run: Run, stored: str, words: list[str]) -> None:
    ran = run("ask", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kg: ")


def test_options_become_parameters() -> None:
    assert parameters(["--who", "Turkey", "--since=2020-02", "--place", "-"]) == {
        "who": "Turkey",
        "since": "2020-02",
        "place": "-",
    }


@pytest.mark.parametrize("words", [["Turkey"], ["--who"], ["--who", "a", "--who", "b"], ["--"], ["-w", "a"]])
def test_what_is_no_parameter_is_refused(words: list[str]) -> None:
    with pytest.raises(BadParameter):
        parameters(words)


@pytest.mark.parametrize(
    "words", [["ask", "said-by"], ["why", "Olga Lapko"], ["sparql", "ASK {}"], ["stats"], ["walk", "central"]]
)
def test_commands_that_ask_load_no_language_model(tmp_path: Path, stored: str, words: list[str]) -> None:
    program = (
        "import sys; from kg.cli.app import main\ntry: main()\nfinally: print('spacy' in sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, *words, "--store", str(tmp_path / "store")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SAMPLES.parent)
    assert done.stderr.splitlines()[-1] == "False"


def test_a_free_query_is_answered(run: Run, stored: str, tmp_path: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?wire a <https://w3id.org/dateline#Article> }"
    file = tmp_path / "count.rq"
    file.write_text(query, encoding="utf-8")
    for given in (query, f"@{file}"):
        assert rows_of(run("sparql", given, "--format", "csv")) == [["1"]]


@pytest.mark.parametrize(
    "query", ["DELETE WHERE { ?a ?b ?c }", "SELECT * { SERVICE <http://x.test/> { ?a ?b ?c } }", "?"]
)
def test_a_query_that_is_not_allowed_is_refused(run: Run, stored: str, query: str) -> None:
    ran = run("sparql", query)
    assert (ran.code, ran.out) == (2, "")


def test_a_query_from_a_file_that_is_not_there_is_refused(run: Run, stored: str) -> None:
    assert run("sparql", "@nowhere.rq").code == 2


def test_a_path_is_walked_with_its_sentences(run: Run, stored: str) -> None:
    ran = run("walk", "path", "Olga Lapko", "Foreign Minister Anton Veremey", "--format", "json")
    (way,) = json.loads(ran.out)["paths"]
    assert [actor["name"] for actor in way["actors"]] == ["Olga Lapko", "the army", "Anton Veremey"]
    shown = run("walk", "path", "Olga Lapko", "Foreign Minister Anton Veremey", "--format", "csv")
    assert ["Olga Lapko", "accuses", "the army"] in [row[2:5] for row in rows_of(shown)]


def test_neighbours_are_shown_by_name(run: Run, stored: str) -> None:
    rows = rows_of(run("walk", "neighbours", "olga lapko", "--format", "csv"))
    assert [row[:4] for row in rows] == [["Olga Lapko", "accuses", "the army", "1"]]
    assert rows_of(run("walk", "neighbours", "Olga Lapko", "--since", "2032-01-01", "--format", "csv")) == []


def test_central_actors_and_communities_are_shown(run: Run, stored: str) -> None:
    assert rows_of(run("walk", "central", "--by", "degree", "--format", "csv"))[0][1] == "the army"
    assert rows_of(run("walk", "communities", "--format", "csv"))[0][:2] == ["1", "3"]


def test_the_network_is_written_for_gephi(run: Run, stored: str, tmp_path: Path) -> None:
    file = tmp_path / "graph.gexf"
    ran = run("export", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert "Olga Lapko" in file.read_text(encoding="utf-8")
    assert run("export", "-").out == file.read_text(encoding="utf-8")


def test_what_a_store_holds_is_counted(run: Run, stored: str) -> None:
    counted = dict(rows_of(run("stats", "--format", "csv")))
    assert (counted["articles"], counted["accusations"], counted["people"]) == ("1", "1", "2")


def test_why_somebody_is_one_is_said_in_words_and_as_rows_and_json(run: Run, stored: str) -> None:
    words = run("why", "olga lapko")
    assert words.out.splitlines()[0] == "Olga Lapko, person, is known as person/olga-lapko"
    assert "no other wire names one of that name" in words.out
    assert rows_of(run("why", "Olga Lapko", "--format", "csv"))[0][:2] == ["one", f"{stored}/A2"]
    assert json.loads(run("why", "Olga Lapko", "--format", "json").out)["wires"][0]["article"] == stored
    assert run("why", "Nobody").code == 2


def test_corrections_are_followed_without_reading_a_wire(run: Run, stored: str, tmp_path: Path) -> None:
    file = tmp_path / "who.tsv"
    file.write_text("same\tOlga Lapko\tAnton Veremey\nsame\tOlga Lapko\tNobody\n", encoding="utf-8")
    ran = run("identify", "--corrections", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert "nobody is called Nobody" in ran.err
    assert "1 of 2 corrections were followed" in ran.err
    assert "who.tsv, line 1" in run("why", "Olga Lapko").out
    run("identify")
    assert "who.tsv" not in run("why", "Olga Lapko").out


@pytest.mark.parametrize("command", [["identify"], ["ingest", str(SAMPLES)], ["serve", "--port", "0"]])
def test_a_bad_line_of_corrections_ends_a_command_before_it_begins(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: list[str]
) -> None:
    file = tmp_path / "who.tsv"
    file.write_text("same\tOlga Lapko\n", encoding="utf-8")
    monkeypatch.setenv("KG_CORRECTIONS", str(file))
    ran = run(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kg: {file}, line 1: names 1 of two")
    assert not (tmp_path / "store").exists()


def test_a_sound_graph_is_said_to_be_sound(run: Run, stored: str) -> None:
    assert run("validate") == (0, "", "the graph is sound\n")
    assert run("validate", stored).code == 0


def test_a_fault_in_the_graph_is_a_line_and_a_code(run: Run, stored: str, findings: Findings, tmp_path: Path) -> None:
    unproved = [quad for quad in quads(findings, "by-hand 1") if quad.predicate.value != str(DL.evidence)]
    with open_store(str(tmp_path / "store")).writer() as writer:
        writer.replace(stored, unproved)
        identify(writer)
    ran = run("validate")
    assert (ran.code, ran.err) == (1, "")
    assert len(ran.out.splitlines()) == len(findings.facts)


def test_wires_are_extracted_as_documents_with_their_text_untouched(run: Run) -> None:
    file = SAMPLES / "douro-2.txt"
    ran = run("extract", str(file), str(SAMPLES / "nowhere.txt"))
    (line,) = ran.out.splitlines()
    document = json.loads(line)
    assert document["id"] == "douro-2"
    assert document["statements"]
    for statement in document["statements"]:
        start, end = statement["evidence"]
        assert document["text"][start:end].strip()
    assert ran.code == 1
    assert "nowhere.txt" in ran.err


def test_the_journey_from_wires_to_answers(run: Run, tmp_path: Path) -> None:
    wires = [str(SAMPLES / f"douro-{number}.txt") for number in (1, 2)]
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01")
    first = run("ingest", *wires, str(bad), "--format", "json")
    report = json.loads(first.out)
    assert (report["added"], len(report["refused"]), first.code) == (["douro-1", "douro-2"], 1, 1)
    assert "bad.txt" in first.err
    again = json.loads(run("ingest", *wires, "--format", "json").out)
    assert (again["unchanged"], again["added"], again["facts"]) == (["douro-1", "douro-2"], [], {})
    written = pyoxigraph.parse(run("extract", wires[0], "--format", "nquads").out, format=pyoxigraph.RdfFormat.N_QUADS)
    view = open_store(str(tmp_path / "store")).view()
    assert set(written) == set(view.graph(article_iri("douro-1")))
    said = rows_of(run("ask", "said-by", "--who", "Tavira", "--format", "csv"))
    assert {"douro-1"} <= {cell for row in said for cell in row}


def test_a_table_shows_no_control_characters() -> None:
    assert clean("a\x1b[2Jb\u202ec\td") == "a�[2Jb�c\td"


def test_a_cell_of_csv_is_no_formula(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows(Rows(("a", "b"), (("=1+1", -1), ("@x", None))), Form.csv)
    assert capsys.readouterr().out == "a,b\r\n'=1+1,-1\r\n'@x,\r\n"


def rows_of(ran: Ran) -> list[list[str]]:
    """The rows of CSV, without the line of columns."""
    assert ran.code == 0, ran.err
    return [*csv.reader(io.StringIO(ran.out))][1:]
