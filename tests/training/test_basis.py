"""The files that training starts from are those that the recipe was made with, or none."""

import hashlib
import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from training import basis


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a package with an invented file of word pieces; code in it fails when it is run."""
    init, model = tmp_path / "__init__.py", tmp_path / "model"
    init.write_text("raise AssertionError", encoding="utf-8")
    model.mkdir()
    (model / "tokenizer.json").write_bytes(b'{"pieces": []}')
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: ModuleSpec(name, None, origin=str(init)))
    return model


def test_a_file_that_hashes_to_another_number_is_refused(package: Path) -> None:
    with pytest.raises(SystemExit, match=r"tokenizer\.json is not the file"):
        basis.vocabulary()


def test_a_file_that_hashes_to_its_number_is_given(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = package / "tokenizer.json"
    monkeypatch.setitem(basis.HASHES, path.name, hashlib.sha256(path.read_bytes()).hexdigest())
    assert basis.vocabulary() == path


@pytest.mark.parametrize("spec", [None, ModuleSpec(basis.PACKAGE, None)])
def test_a_package_that_is_not_installed_is_named(spec: ModuleSpec | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: spec)
    with pytest.raises(SystemExit, match=f"{basis.PACKAGE} is not installed"):
        basis.weights()
