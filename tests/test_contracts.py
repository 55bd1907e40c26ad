"""What the house has promised itself, and no import rule can hold."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import MISSING, fields
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import numpy as np
import pytest
from rdflib import RDFS, Graph

from kg.cli.app import app
from kg.facts.discovery import finder_names, kind_names, kinds
from kg.language.encoder.component import WEIGHTS
from kg.language.reading import Reading
from kg.model import Fact, Role
from ontology.generate import source, vocabulary
from ontology.terms import DL
from queries.library import questions
from training.evaluate import CARD, FIGURES, shown

ROOT = Path(__file__).parents[1]
DOCS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))


def test_the_terms_are_fresh() -> None:
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", "ontology/terms.py", "-"]
    made = subprocess.run(command, input=source(), capture_output=True, text=True, check=True, cwd=ROOT)
    assert made.stdout == (ROOT / "ontology" / "terms.py").read_text(encoding="utf-8"), (
        "run python -m ontology.generate"
    )


def test_every_folder_of_facts_is_one_kind() -> None:
    assert sorted(kind.plural for kind in kinds()) == [*kind_names()]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: str(kind.plural))
def test_every_field_of_a_kind_has_a_role_of_its_own(kind: type[Fact]) -> None:
    own = [each for each in fields(kind) if each.name not in {inherited.name for inherited in fields(Fact)}]
    hints = get_type_hints(kind, include_extras=True)
    roles = [note for each in own for note in getattr(hints[each.name], "__metadata__", ()) if isinstance(note, Role)]
    assert len(roles) == len(own) > 0
    assert len({role.key for role in roles}) == len({role.term for role in roles}) == len(roles)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: str(kind.plural))
def test_no_kind_can_be_built_without_the_words_that_prove_it(kind: type[Fact]) -> None:
    (evidence,) = [each for each in fields(kind) if each.name == "evidence"]
    assert evidence.default is evidence.default_factory is MISSING


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: str(kind.plural))
def test_every_kind_has_its_words_in_a_vocabulary_file_of_its_name(kind: type[Fact]) -> None:
    words = Graph().parse(ROOT / "ontology" / f"{kind.plural}.ttl")
    assert (kind.type, RDFS.subClassOf, DL.Fact) in words
    assert kind.type in set(vocabulary().subjects())


@pytest.mark.parametrize("name", kind_names())
def test_every_kind_has_a_finder_that_says_its_version(name: str) -> None:
    found = import_module(f"kg.facts.{name}.find")
    (kind,) = [kind for kind in kinds() if kind.plural == name]
    assert re.fullmatch(rf"{name}/\d+", found.FINDER)
    assert found.FINDER in finder_names().split()
    assert get_type_hints(found.find) == {"reading": Reading, "return": Iterator[kind]}  # type: ignore[valid-type]


def commands() -> list[str]:
    """All commands, with their groups."""
    return [
        *(f"kg {command.callback.__name__}" for command in app.registered_commands if command.callback),
        *(
            f"kg {group.name} {command.callback.__name__}"
            for group in app.registered_groups
            if group.typer_instance
            for command in group.typer_instance.registered_commands
            if command.callback
        ),
    ]


@pytest.mark.parametrize("command", commands())
def test_every_command_is_named_in_the_docs(command: str) -> None:
    assert f"## `{command}" in DOCS


@pytest.mark.parametrize("question", questions())
def test_every_question_is_named_in_the_docs(question: str) -> None:
    assert f"`{question}`" in DOCS


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_has_hashes_and_names_no_place_to_fetch_from(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert all(re.fullmatch(r"[a-z0-9-]+==[^ ]+ \\", pin) for pin in pins)
    assert sum("--hash=sha256:" in line for line in lines) >= len(pins)
    assert not any("://" in line for line in lines)


def test_no_deep_learning_framework_is_locked() -> None:
    pins = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert not re.search(r"^(torch|tensorflow|transformers)\b", pins, re.MULTILINE)


def test_the_weights_take_no_more_than_60_mb() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.rglob("*") if path.is_file()) <= 60_000_000


def test_nothing_in_the_weights_is_pickled() -> None:
    held = [path for path in WEIGHTS.rglob("*") if path.is_file()]
    assert {path.suffix for path in held} <= {".json", ".md", ".npz", ".onnx"}
    for path in held:
        if path.suffix == ".npz":
            with np.load(path, allow_pickle=False) as arrays:  # raises where an array holds objects
                assert all(arrays[name].dtype.kind in "biufU" for name in arrays.files)


def test_the_figures_of_the_model_card_are_fresh() -> None:
    card = (WEIGHTS / CARD).read_text(encoding="utf-8")
    figures = json.loads((WEIGHTS / FIGURES).read_text(encoding="utf-8"))
    assert shown(card, figures) == card, "run python -m training.evaluate"
