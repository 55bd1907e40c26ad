"""A query's answer in plain Python."""

import datetime as dt
from decimal import Decimal

import pytest
from pyoxigraph import QuerySolutions, Store
from rdflib import XSD

from kg.graph.rows import Iri, Rows, read_rows


def ask(query: str, limit: int | None = None) -> Rows:
    solutions = Store().query(query)
    assert isinstance(solutions, QuerySolutions)
    return read_rows(solutions, limit)


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ('"words"', "words"),
        ('"words"@en', "words"),
        ("<http://a.example/b>", Iri("http://a.example/b")),
        ("12", 12),
        ("1.5", Decimal("1.5")),
        ("1.5e0", 1.5),
        ("true", True),
        ("false", False),
        (f'"2020-02-12"^^<{XSD.date}>', dt.date(2020, 2, 12)),
        (f'"2020-02"^^<{XSD.gYearMonth}>', "2020-02"),
        (f'"2020"^^<{XSD.gYear}>', "2020"),
        (f'"2020-02-31"^^<{XSD.date}>', "2020-02-31"),
        (f'"twelve"^^<{XSD.integer}>', "twelve"),
        (f'"1,5"^^<{XSD.decimal}>', "1,5"),
    ],
)
def test_a_term_is_read_as_python_has_it(term: str, value: object) -> None:
    rows = ask(f"SELECT ?x WHERE {{ VALUES ?x {{ {term} }} }}")
    assert rows == Rows(("x",), ((value,),))
    assert type(rows.rows[0][0]) is type(value)


def test_an_unbound_cell_is_none() -> None:
    assert ask("SELECT ?a ?b WHERE { VALUES (?a ?b) { (1 UNDEF) } }").rows == ((1, None),)


@pytest.mark.parametrize(("limit", "taken", "truncated"), [(2, 2, True), (3, 3, False), (4, 3, False), (0, 0, True)])
def test_rows_beyond_the_limit_are_left_and_owned_up_to(limit: int, taken: int, truncated: bool) -> None:
    rows = ask("SELECT ?x WHERE { VALUES ?x { 1 2 3 } }", limit)
    assert (len(rows.rows), rows.truncated) == (taken, truncated)


def test_without_a_limit_all_rows_come() -> None:
    assert len(ask("SELECT ?x WHERE { VALUES ?x { 1 2 3 } }").rows) == 3
