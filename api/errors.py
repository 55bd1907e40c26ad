"""What can go wrong as a reply: one table from errors to statuses, all of them application/problem+json (RFC 9457)."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.headers import HEADERS
from kg.errors import (
    AmbiguousName,
    ArticleConflict,
    BadParameter,
    KgError,
    NotFound,
    QueryError,
    QueryTimeout,
    StoreBusy,
    UnknownQuestion,
    WireError,
)
from kg.explore.sparql import UnsuitedFormError

STATUS: Mapping[type[KgError], int] = MappingProxyType(
    {
        BadParameter: 400,
        QueryError: 400,
        NotFound: 404,
        UnknownQuestion: 404,
        UnsuitedFormError: 406,
        AmbiguousName: 409,
        ArticleConflict: 409,
        WireError: 422,
        StoreBusy: 503,
        QueryTimeout: 504,
    }
)


class ProblemResponse(JSONResponse):
    """A problem as RFC 9457 writes it."""

    media_type = "application/problem+json"


def handle_errors(app: FastAPI) -> None:
    """Lets every error of an app leave by the table; what is not in it says nothing of itself."""
    app.add_exception_handler(KgError, _told)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any) -> ProblemResponse:
    """A problem reply."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return ProblemResponse(body, status, headers=dict(headers or {}))


def _told(_request: Request, error: Exception) -> ProblemResponse:
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), None)
    if status is None:
        return problem(500, "the server could not answer; its operator can read why in its log")
    more: dict[str, Any] = {}
    if isinstance(error, AmbiguousName):
        more["candidates"] = [{"id": id_, "name": name} for id_, name in error.candidates]
    if isinstance(error, BadParameter):
        more["parameter"] = error.name
    return problem(status, str(error), {"Retry-After": "5"} if status == 503 else None, **more)


def _refused(_request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, HTTPException):
        raise error
    return problem(error.status_code, str(error.detail), error.headers)


def _invalid(_request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"][1:])
    return problem(400, f"{name}: {first['msg']}", parameter=name)


def _unforeseen(_request: Request, _error: Exception) -> ProblemResponse:
    """The last resort stands outside of what sets the headers, so it sets them itself."""
    return problem(500, "the server could not answer; its operator can read why in its log", HEADERS)
