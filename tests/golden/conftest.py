"""`pytest tests/golden --rewrite-golden` writes what comes out over what was expected; read the diff before you commit it."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write facts.json and graph.ttl of the golden wires")


@pytest.fixture(scope="session")
def rewrites(pytestconfig: pytest.Config) -> bool:
    """Whether what comes out is to be written over what was expected."""
    return bool(pytestconfig.getoption("--rewrite-golden", default=False))
