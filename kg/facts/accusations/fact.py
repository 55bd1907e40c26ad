"""What an accusation is."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from rdflib import URIRef

from kg.model import DatedSpan, Fact, Marked, Mention, Passage, Role
from ontology.terms import DL


@dataclass(frozen=True, kw_only=True)
class Accusation(Fact):
    """An actor's claim that another did, does or means to do something wrong."""

    type: ClassVar[URIRef] = DL.Accusation
    kind: ClassVar[str] = "accusation"
    plural: ClassVar[str] = "accusations"

    accuser: Annotated[tuple[Mention, ...], Role(DL.accuser, "accusers")]
    accused: Annotated[tuple[Mention, ...], Role(DL.accused, "accused")]
    act: Annotated[Passage, Role(DL.act, "act")]
    certainty: Annotated[Marked | None, Role(DL.certainty, "certainty")] = None
    event_date: Annotated[DatedSpan | None, Role(DL.eventDate, "eventDate")] = None
    event_place: Annotated[Mention | None, Role(DL.eventPlace, "eventPlace")] = None
