"""The table and the command: what is asked for is given, with the rules beneath."""

import json
import sys

import pytest

from benchmarks.reading import __main__ as command
from benchmarks.reading.table import table

FIGURES = {
    "polnear": {"source": 81.2, "cue": 70.0, "content": 60.5, "whole": 62.1},
    "polnear_left_out_of_whole": 3,
    "names": {"orsha.jsonl": 93.4},
    "names_by_label": {"orsha.jsonl": {"LOC": 90.0, "PER": 96.0}},
    "treebank": {"ferry.conllu": {"uas": 91.3, "las": 88.2}},
    "treebank_own_sentences": {"ferry.conllu": {"uas": 90.1, "las": 87.4}},
    "words_per_second": 4321,
    "peak_memory_mb": 512,
}


def test_the_table_holds_every_figure_and_its_rule() -> None:
    lines = table(FIGURES).splitlines()
    rows = [line.split() for line in lines]
    assert ["this", "reader", "81.2", "70.0", "60.5", "62.1"] in rows
    assert ["orsha.jsonl", "93.4", "96.0", "90.0"] in rows
    assert ["ferry.conllu,", "own", "sentences", "90.1", "87.4"] in rows
    assert ["this", "reader,", "text", "to", "quads", "4321", "512"] in rows
    assert any("(3 here)" in line for line in lines)


def test_the_table_leaves_out_what_was_not_measured() -> None:
    assert table({}) == ""
    assert "attributions" not in table({"names": FIGURES["names"], "names_by_label": FIGURES["names_by_label"]})


def test_a_long_path_keeps_its_end() -> None:
    path = "a" * 80 + "/orsha.jsonl"
    shown = table({"names": {path: 93.4}, "names_by_label": {path: {}}}).splitlines()[1]
    assert shown.startswith("…")
    assert shown.split()[0].endswith("/orsha.jsonl")


def test_the_command_gives_nothing_that_is_not_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["reading", "--rounds", "0", "--json"])
    command.main()
    assert json.loads(capsys.readouterr().out) == {}


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["reading", "--polnear", "nowhere.jsonl"])
    with pytest.raises(SystemExit):
        command.main()
    assert "nowhere.jsonl" in capsys.readouterr().err
