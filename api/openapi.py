"""Writes the description of the API: `python -m api.openapi` renews docs/openapi.json."""

import json
from pathlib import Path

from api.app import create_app
from kg.settings import Settings

FILE = Path(__file__).parents[1] / "docs" / "openapi.json"


def described() -> str:
    """The OpenAPI description, as it is committed."""
    return json.dumps(create_app(Settings(store="memory:")).openapi(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(described(), encoding="utf-8")
