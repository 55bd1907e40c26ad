"""Why what wires call by several names is held to be one."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.door import AView
from kg.explore.why import why as ask_why

router = APIRouter(tags=["why"])


@router.get("/why", summary="Why wires that name somebody are held to mean the same one, and who else is not")
def why(
    view: AView, entity: Annotated[str, Query(description="an actor, place or agreement, by id or any name")]
) -> dict[str, Any]:
    """The one, its `wires`, each with its names there and `because`, and `apart`: others who might be taken for it."""
    return asdict(ask_why(view, entity))
