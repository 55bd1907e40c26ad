"""The one way to write: wires posted with the token of the settings are read as files are."""

import hashlib
import secrets
import threading
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request

from api.body import read_body
from api.door import AHouse
from kg.entities.corrections import read_corrections
from kg.wires.article import MAX_BYTES

if TYPE_CHECKING:
    from kg.analysis import Analysis

router = APIRouter(tags=["articles"])


@dataclass
class Desk:
    """Reads what is posted, one post at a time; the language model is loaded with the first."""

    model: str | None
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _analysis: "Analysis | None" = None

    def read(self, body: bytes, name: str, here: AHouse) -> dict[str, Any]:
        """What became of the wires. Raises ModelError, CorrectionsError, StoreError, StoreBusy."""
        from kg.analysis import open_analyst  # noqa: PLC0415 - the window reads without a language model
        from kg.ingest import ingest_articles  # noqa: PLC0415
        from kg.wires.reader import read_bytes  # noqa: PLC0415

        with self._turn:
            self._analysis = self._analysis or open_analyst(self.model)
            corrections = read_corrections(here.settings.corrections)
            wires = read_bytes(body, name)
            return asdict(ingest_articles(wires, here.store, self._analysis, corrections=corrections))


def check_token(request: Request, here: AHouse) -> None:
    """Lets in who bears the token. Raises 403 where there is none to bear, else 401."""
    if not here.settings.token:
        raise HTTPException(403, "wires cannot be posted here: the server was started without KG_TOKEN")
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    right = secrets.compare_digest(token.strip().encode(), here.settings.token.encode())
    if scheme.lower() != "bearer" or not right:
        raise HTTPException(401, "send the server's token: Authorization: Bearer …", {"WWW-Authenticate": "Bearer"})


async def posted(request: Request, _allowed: Annotated[None, Depends(check_token)]) -> bytes:
    """The body, where whoever sends it may."""
    return await read_body(request, MAX_BYTES)


@router.post("/articles", status_code=201, summary="Reads wires: plain text, or JSON Lines")
def post_articles(
    request: Request, here: AHouse, body: Annotated[bytes, Depends(posted)], name: str | None = None
) -> dict[str, Any]:
    """What became of each wire. `name` stands for the file name: the id of a wire that bears none of its own."""
    wire = name or f"posted-{hashlib.sha256(body).hexdigest()[:12]}"
    report: dict[str, Any] = request.app.state.desk.read(body, wire, here)
    if report["refused"] and not any(report[key] for key in ("added", "updated", "unchanged", "duplicates")):
        raise HTTPException(422, "; ".join(f"{wire}: {reason}" for wire, reason in report["refused"]))
    return report
