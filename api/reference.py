"""`/docs`: the API described on one plain page of the server's own, with nothing fetched from elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse

STYLE = Path(__file__).parent / "reference.css"
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}: the API</title>
<link rel="stylesheet" href="docs.css"></head>
<body><header><h1>{title}</h1><p>{about}</p>
<p>Version {version}. The same for programs: <a href="openapi.json">openapi.json</a>. Back to <a href=".">the page</a>.</p></header>
<main>{body}</main></body></html>"""

Operation = tuple[str, str, Mapping[str, Any]]  # method, path, what is said of it

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def show(request: Request) -> HTMLResponse:
    """The page."""
    return HTMLResponse(page(request.app.openapi()))


@router.get("/docs.css")
def style() -> FileResponse:
    """Its style."""
    return FileResponse(STYLE, media_type="text/css")


def page(described: Mapping[str, Any]) -> str:
    """An OpenAPI description as HTML; what can be asked without a body has a form that asks it."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for method, path, about in _operations(described):
        groups[about.get("tags", ["other"])[0]].append(_operation(method, path, about))
    body = "".join(f"<section><h2>{escape(tag)}</h2>{''.join(found)}</section>" for tag, found in groups.items())
    info = {key: escape(described["info"].get(key, "")) for key in ("title", "description", "version")}
    return PAGE.format(title=info["title"], about=info["description"], version=info["version"], body=body)


def _operations(described: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, about in methods.items():
            yield method.upper(), path, about


def _operation(method: str, path: str, about: Mapping[str, Any]) -> str:
    words = escape(about.get("description", ""))
    head = f"<summary><b>{method}</b> <code>{escape(path)}</code> {escape(about.get('summary', ''))}</summary><p>{words}</p>"
    fields = [_field(parameter) for parameter in about.get("parameters", ()) if parameter["in"] == "query"]
    if method == "GET" and "{" not in path:
        form = f'<form action="{escape(path[1:])}" method="get">{"".join(fields)}<button>Ask</button></form>'
    else:
        form = "".join(fields)
    return f"<details>{head}{form}</details>"


def _field(parameter: Mapping[str, Any]) -> str:
    name, meaning = escape(parameter["name"]), escape(parameter.get("description", ""))
    default = escape(str(parameter.get("schema", {}).get("default", "")))
    required = " required" if parameter.get("required") else ""
    return (
        f'<label><span>{name}</span><input name="{name}" value="{default}"{required}><small>{meaning}</small></label>'
    )
