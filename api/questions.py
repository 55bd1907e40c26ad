"""Named questions: what there are, and their answers as JSON or CSV."""

from decimal import Decimal
from typing import Any

from fastapi import APIRouter, Request, Response

from api.accept import chosen
from api.door import AHouse, AView, Given, number
from api.parameters import described, of_question
from kg.explore.ask import MOST_ROWS, Question, as_csv, ask, questions

LIMIT = 100
FORMS = {"json": ("application/json",), "csv": ("text/csv",)}


def question_router() -> APIRouter:
    """`/questions`, and a route for each, so that each is described with the parameters that it has."""
    router = APIRouter(tags=["questions"])
    router.get("/questions", summary="What can be asked by name")(list_questions)
    for each in questions():
        told = described([*of_question(each), ("format", "json or csv")], limit=LIMIT, most=MOST_ROWS)
        route = router.get(
            f"/questions/{each.name}",
            name=f"ask_{each.name}",
            summary=each.title,
            description=each.description,
            openapi_extra=told,
        )
        route(_answering(each.name))
    router.get("/questions/{name}", include_in_schema=False)(answer)  # raises UnknownQuestion
    return router


def list_questions() -> dict[str, Any]:
    """All questions in order of their names, with their parameters."""
    return {"items": [_shown(each) for each in questions()], "next": None}


def answer(name: str, request: Request, response: Response, view: AView, here: AHouse, parameters: Given) -> Any:
    """`{"columns", "rows"}`, or CSV; the reply bears X-Truncated where there are more rows than `limit`."""
    form = chosen(FORMS, request.headers.get("accept"), parameters.pop("format", None))[0]
    limit = number(parameters, "limit", LIMIT)
    rows = ask(view, name, parameters, limit, here.guard.rows)
    response.headers.update({"X-Truncated": f"rows={len(rows.rows)}"} if rows.truncated else {})
    if form == "csv":
        return Response(as_csv(rows), media_type="text/csv; charset=utf-8", headers=response.headers)
    return {"columns": rows.columns, "rows": [[_plain(cell) for cell in row] for row in rows.rows]}


def _answering(name: str) -> Any:
    def answer_this(request: Request, response: Response, view: AView, here: AHouse, parameters: Given) -> Any:
        return answer(name, request, response, view, here, parameters)

    return answer_this


def _plain(cell: object) -> object:
    return float(cell) if isinstance(cell, Decimal) else cell


def _shown(one: Question) -> dict[str, Any]:
    parameters = [{"name": each.name, "type": each.type, "description": each.description} for each in one.parameters]
    return {"name": one.name, "title": one.title, "description": one.description, "parameters": parameters}
