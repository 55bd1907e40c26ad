"""The SPARQL 1.1 protocol for reading."""

import pytest
from fastapi.testclient import TestClient

from ontology.minting import LINKS

ASK, ALL = "ASK { ?s ?p ?o }", "SELECT * { ?s ?p ?o }"
CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o }"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


def test_a_query_is_asked_by_get(client: TestClient) -> None:
    reply = client.get("/sparql", params={"query": ASK})
    assert (reply.status_code, reply.json()["boolean"]) == (200, True)
    assert reply.headers["content-type"] == "application/sparql-results+json"


def test_a_query_is_posted_as_a_form(client: TestClient) -> None:
    assert client.post("/sparql", data={"query": ASK}).json()["boolean"] is True


def test_a_query_is_posted_as_it_is(client: TestClient) -> None:
    assert client.post("/sparql", content=ASK, headers={"content-type": QUERY}).json()["boolean"] is True
    assert client.post("/sparql", content=ASK, headers={"content-type": f"{QUERY}; charset=UTF-8"}).status_code == 200


def test_a_form_is_decoded_once(client: TestClient) -> None:
    reply = client.post("/sparql", data={"query": 'SELECT ("a%41+ü" AS ?x) {}', "format": "csv"})
    assert reply.text == "x\r\na%41+ü\r\n"


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (ALL, "*/*", "application/sparql-results+json"),
        (ALL, "application/json", "application/sparql-results+json"),
        (ALL, "text/csv, application/json;q=0.5", "text/csv; charset=utf-8"),
        (ALL, "text/turtle, text/tab-separated-values;q=0.1", "text/tab-separated-values; charset=utf-8"),
        (ALL, "application/sparql-results+xml;q=0.9, */*;q=0.1", "application/sparql-results+xml"),
        (ALL, "application/xml, text/html", "application/sparql-results+xml"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/n-triples, text/turtle;q=0", "application/n-triples"),
        (CONSTRUCT, "text/*", "text/turtle; charset=utf-8"),
    ],
)
def test_the_form_is_what_was_wanted_most(client: TestClient, query: str, accept: str, media_type: str) -> None:
    reply = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert (reply.status_code, reply.headers["content-type"]) == (200, media_type)


def test_the_address_may_name_the_form(client: TestClient) -> None:
    reply = client.get("/sparql", params={"query": ASK, "format": "xml"}, headers={"accept": "text/csv"})
    assert reply.headers["content-type"] == "application/sparql-results+xml"


@pytest.mark.parametrize(
    ("query", "accept"), [(ALL, "text/html"), (ALL, "text/turtle"), (CONSTRUCT, "text/csv"), (ALL, "*/*;q=0")]
)
def test_a_form_that_cannot_be_had_is_406(client: TestClient, query: str, accept: str) -> None:
    reply = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert (reply.status_code, reply.headers["content-type"]) == (406, "application/problem+json")


def test_the_dataset_is_named_in_the_address_or_the_form(client: TestClient) -> None:
    dataset = {"default-graph-uri": str(LINKS), "format": "csv"}
    assert client.get("/sparql", params={"query": ALL, **dataset}).text.count("\r\n") == 7
    assert client.post("/sparql", data={"query": ALL, **dataset}).text.count("\r\n") == 7
    posted = client.post("/sparql", params=dataset, content=ALL, headers={"content-type": QUERY})
    assert posted.text.count("\r\n") == 7
    named = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri": str(LINKS), "format": "csv"}
    assert client.get("/sparql", params=named).text.split() == ["g", str(LINKS)]


@pytest.mark.parametrize("params", [{}, {"query": [ASK, ASK]}, {"query": "SELECT"}, {"update": "CLEAR ALL"}])
def test_a_bad_request_by_get_is_400(client: TestClient, params: dict[str, str | list[str]]) -> None:
    reply = client.get("/sparql", params=params)
    assert (reply.status_code, reply.headers["content-type"]) == (400, "application/problem+json")


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (ASK.encode(), "text/plain", 415),
        (ASK.encode(), "", 415),
        (ASK.encode("utf-16"), f"{QUERY}; charset=utf-16", 415),
        (b"CLEAR ALL", "application/sparql-update", 415),
        (b"\xff", QUERY, 400),
        (b"query=%FF", FORM, 400),
        (b"update=CLEAR+ALL", FORM, 400),
        (b"", FORM, 400),
        (b"x" * (1 << 23), QUERY, 413),
    ],
)
def test_a_bad_post_is_refused(client: TestClient, content: bytes, media_type: str, status: int) -> None:
    reply = client.post("/sparql", content=content, headers={"content-type": media_type})
    assert (reply.status_code, reply.headers["content-type"]) == (status, "application/problem+json")


def test_an_endless_query_is_504(client: TestClient) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?d != ?g) }"
    reply = client.get("/sparql", params={"query": query})
    assert (reply.status_code, "KG_QUERY_SECONDS" in reply.json()["detail"]) == (504, True)


def test_a_long_answer_is_cut_and_says_so(client: TestClient) -> None:
    query = "SELECT ?x { ?s ?p ?o . VALUES ?x { 1 2 3 } }"
    reply = client.get("/sparql", params={"query": query, "format": "csv"})
    assert reply.headers["x-truncated"] == "rows=1000"
    assert reply.text.count("\r\n") == 1001
    assert "x-truncated" not in client.get("/sparql", params={"query": ASK}).headers


def test_csv_runs_in_no_spreadsheet_and_tsv_is_exact(client: TestClient) -> None:
    query = 'SELECT (-5 AS ?n) ("=1+1" AS ?x) ("@a"@en AS ?y) {}'
    assert client.get("/sparql", params={"query": query, "format": "csv"}).text == "n,x,y\r\n-5,'=1+1,'@a\r\n"
    assert client.get("/sparql", params={"query": query, "format": "tsv"}).text == '?n\t?x\t?y\n-5\t"=1+1"\t"@a"@en\n'
