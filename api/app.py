"""The app: the page and the API over one store."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api import graph, posting, reference, sparql, why
from api.door import AView, House
from api.errors import handle_errors
from api.head import WithHead
from api.headers import WithHeaders
from api.lists import list_router
from api.posting import Desk
from api.questions import question_router
from kg import __version__
from kg.entities.corrections import read_corrections
from kg.errors import StoreError
from kg.explore.browse import lists
from kg.explore.sparql import Guard, Limits
from kg.graph.store import Store, open_store
from kg.settings import Settings, read_settings

WEB = Path(__file__).parent / "web"
ABOUT = "Who said, accused, denied and promised what, where and when, as news wires tell it, each with its evidence."


def create_app(settings: Settings | None = None) -> FastAPI:
    """The app with these settings, or those of the environment. Raises BadParameter, CorrectionsError, StoreError."""
    settings = settings or read_settings(os.environ)
    read_corrections(settings.corrections)  # they are read with each post; what is wrong with them is said now
    limits = Limits(settings.query_seconds, settings.query_rows, union=settings.default_graph == "union")
    house = House(settings, _opened(settings.store), Guard(limits))

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        house.guard.close()
        house.store.close()

    app = FastAPI(
        title="Dateline", description=ABOUT, version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None
    )
    app.state.house, app.state.desk = house, Desk(settings.spacy_model)
    app.add_middleware(WithHead)
    app.add_middleware(WithHeaders)
    handle_errors(app)
    _add_routes(app)
    return app


def _opened(url: str) -> Store:
    """The store, made where there is none yet: the page then says that it is empty."""
    store = open_store(url)
    try:
        store.view()
    except StoreError:
        with store.writer():
            pass
    return store


def _add_routes(app: FastAPI) -> None:
    app.include_router(sparql.router)
    app.include_router(question_router())
    app.include_router(posting.router)
    for noun in lists():
        app.include_router(list_router(noun))
    app.include_router(graph.router)
    app.include_router(why.router)
    app.get("/healthz", tags=["health"], summary="Whether the graph can be read")(health)
    app.include_router(reference.router)
    app.mount("/", StaticFiles(directory=WEB, html=True), name="page")


def health(view: AView) -> dict[str, str]:
    """The revision of the graph that is served."""
    return {"status": "ok", "revision": view.revision}
