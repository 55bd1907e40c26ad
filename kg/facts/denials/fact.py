"""What a denial is."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from rdflib import URIRef

from kg.model import DatedSpan, Fact, FactRef, Mention, Passage, Role
from ontology.terms import DL


@dataclass(frozen=True, kw_only=True)
class Denial(Fact):
    """An actor's rejection of a wrong that somebody is said to have done; never an accusation."""

    type: ClassVar[URIRef] = DL.Denial
    kind: ClassVar[str] = "denial"
    plural: ClassVar[str] = "denials"

    denier: Annotated[tuple[Mention, ...], Role(DL.denier, "deniers")]
    cleared: Annotated[tuple[Mention, ...], Role(DL.cleared, "cleared")]
    act: Annotated[Passage, Role(DL.act, "act")]
    event_date: Annotated[DatedSpan | None, Role(DL.eventDate, "eventDate")] = None
    event_place: Annotated[Mention | None, Role(DL.eventPlace, "eventPlace")] = None
    denies: Annotated[tuple[FactRef, ...], Role(DL.denies, "denies")] = ()
