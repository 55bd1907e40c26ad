"""The settings: what the environment gives, and what it may not."""

from dataclasses import fields
from pathlib import Path

import pytest

from kg.errors import BadParameter
from kg.settings import Settings, read_settings, variable, write_settings

ROOT = Path(__file__).parents[1]


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read_settings({}) == Settings()


def test_an_empty_variable_is_none() -> None:
    assert read_settings({"KG_TOKEN": "", "KG_PORT": " "}) == Settings()


def test_variables_become_typed_values() -> None:
    settings = read_settings({"KG_PORT": "8123", "KG_QUERY_SECONDS": "2.5", "KG_DEFAULT_GRAPH": "empty", "OTHER": "1"})
    assert (settings.port, settings.query_seconds, settings.default_graph) == (8123, 2.5, "empty")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KG_PORT", "many"),
        ("KG_PORT", "70000"),
        ("KG_QUERY_SECONDS", "0"),
        ("KG_QUERY_SECONDS", "nan"),
        ("KG_QUERY_ROWS", "-1"),
        ("KG_QUERY_ROWS", "1.5"),
        ("KG_DEFAULT_GRAPH", "all"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_its_variable(name: str, value: str) -> None:
    with pytest.raises(BadParameter, match=f"{name}: '{value}' is not "):
        read_settings({name: value})


def test_settings_written_to_an_environment_are_read_back() -> None:
    settings = Settings(store="memory:", token="s3cret", port=0, query_seconds=1.5, spacy_model="other")
    assert read_settings(write_settings(settings)) == settings


def test_every_setting_is_named_in_the_docs_with_its_default() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for setting in fields(Settings):
        default = f"`{str(setting.default).removesuffix('.0')}`" if setting.default is not None else "none"
        assert f"| `{variable(setting.name)}` | {default} |" in page
