"""The SPARQL 1.1 protocol, for reading: a query by GET or either form of POST, its answer in the form asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from api.accept import chosen
from api.body import read_body
from api.door import AHouse, AView
from kg.explore.sparql import LONGEST_QUERY

MEDIA_TYPES = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle", "application/x-turtle"),
    "ntriples": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
}
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"

router = APIRouter(tags=["sparql"])


@dataclass(frozen=True)
class Asked:
    """A query as the protocol brings it. Where it names graphs they are the dataset, whatever the query says."""

    query: str
    default_graphs: Sequence[str] | None
    named_graphs: Sequence[str] | None
    format: str | None


def asked_by_get(request: Request) -> Asked:
    """What the address asks."""
    return _asked(request.query_params.multi_items())


async def asked_by_post(request: Request) -> Asked:
    """What a form asks, or a bare query with its dataset in the address. Raises 413, 415."""
    media_type, _, charset = request.headers.get("content-type", "").lower().partition(";")
    if media_type.strip() not in {FORM, QUERY} or charset.strip() not in {"", "charset=utf-8", 'charset="utf-8"'}:
        raise HTTPException(415, f"a query is posted as {FORM} or {QUERY}, in UTF-8")
    text = _text(await read_body(request, 4 * LONGEST_QUERY))
    address = request.query_params.multi_items()
    if media_type.strip() == QUERY:
        return _asked([*address, ("query", text)])
    try:
        return _asked([*address, *parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)])
    except ValueError as error:
        raise HTTPException(400, f"the form cannot be read: {error}") from error


@router.get("/sparql", summary="Asks a SPARQL query: ?query=…")
def query_by_get(
    request: Request, view: AView, here: AHouse, asked: Annotated[Asked, Depends(asked_by_get)]
) -> Response:
    """Rows as JSON, XML, CSV or TSV, graphs as Turtle, N-Triples or JSON-LD: by Accept, or `format`.

    Reading only: no updates, no SERVICE, nothing fetched by FROM; a time limit (504), and a limit of rows, after which
    the reply bears X-Truncated. A query that names no dataset sees the union of all graphs. A relative IRI starts at
    https://w3id.org/dateline/. In CSV, words that a spreadsheet would run as a formula are preceded by an apostrophe; TSV
    is exact.
    """
    return _answer(request, view, here, asked)


@router.post("/sparql", summary="Asks a SPARQL query, posted as a form or as it is")
def query_by_post(
    request: Request, view: AView, here: AHouse, asked: Annotated[Asked, Depends(asked_by_post)]
) -> Response:
    """As by GET."""
    return _answer(request, view, here, asked)


def _answer(request: Request, view: AView, here: AHouse, asked: Asked) -> Response:
    forms = chosen(MEDIA_TYPES, request.headers.get("accept"), asked.format)
    graphs = {"default_graphs": asked.default_graphs, "named_graphs": asked.named_graphs}
    answer = here.guard.answer(view, asked.query, forms, **graphs)
    headers = {"Vary": "Accept"}
    if answer.truncated:
        headers["X-Truncated"] = f"rows={here.settings.query_rows}"
    return Response(answer.body, media_type=answer.media_type, headers=headers)


def _asked(parameters: Sequence[tuple[str, str]]) -> Asked:
    found: dict[str, list[str]] = {}
    for name, value in parameters:
        found.setdefault(name, []).append(value)
    if "update" in found or "using-graph-uri" in found or "using-named-graph-uri" in found:
        raise HTTPException(400, "this graph is read only: it takes no updates")
    if len(found.get("query", [])) != 1:
        raise HTTPException(400, "give one query, as the parameter query")
    default, named = found.get("default-graph-uri"), found.get("named-graph-uri")
    return Asked(found["query"][0], default, named, found.get("format", [None])[0])


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not in UTF-8") from error
