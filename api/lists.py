"""Lists and single things: one router for each noun, all made alike."""

from typing import Any

from fastapi import APIRouter

from api.door import AHouse, AView, Given, number
from api.parameters import described, of_list
from kg.explore.browse import MOST_ITEMS, item, list_items, lists

LIMIT = 50


def list_router(noun: str) -> APIRouter:
    """`/noun` and `/noun/{id}`."""
    router = APIRouter(tags=[noun])

    def page(view: AView, here: AHouse, parameters: Given) -> dict[str, Any]:
        limit, cursor = number(parameters, "limit", LIMIT), parameters.pop("cursor", None)
        return list_items(view, noun, parameters, limit, cursor, select=here.guard.rows)

    def one(view: AView, id: str) -> dict[str, Any]:  # noqa: A002 - the word of the address
        return item(view, noun, id)

    told = described(of_list(lists()[noun]), limit=LIMIT, most=MOST_ITEMS)
    summary = f"A page of {noun}: `items`, and `next`, the cursor of the page after it"
    router.get(f"/{noun}", name=f"list_{noun}", summary=summary, openapi_extra=told)(page)
    router.get(f"/{noun}/{{id:path}}", name=f"one_of_{noun}", summary=f"One of the {noun}, by its id")(one)
    return router
