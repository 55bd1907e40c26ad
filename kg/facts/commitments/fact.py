"""What a commitment is."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from rdflib import URIRef

from kg.model import DatedSpan, Fact, Mention, Passage, Role
from ontology.terms import DL

Status = Literal["pledged", "agreed", "obliged", "fulfilled", "violated", "suspended"]


@dataclass(frozen=True, kw_only=True)
class Commitment(Fact):
    """What parties undertake, or are said to have undertaken, to do or not to do."""

    type: ClassVar[URIRef] = DL.Commitment
    kind: ClassVar[str] = "commitment"
    plural: ClassVar[str] = "commitments"

    party: Annotated[tuple[Mention, ...], Role(DL.party, "parties")]
    act: Annotated[Passage, Role(DL.act, "act")]
    status: Annotated[Status, Role(DL.status, "status")]
    counterpart: Annotated[tuple[Mention, ...], Role(DL.counterpart, "to")] = ()
    under: Annotated[Mention | None, Role(DL.under, "under")] = None
    deadline: Annotated[DatedSpan | None, Role(DL.deadline, "deadline")] = None
    condition: Annotated[Passage | None, Role(DL.condition, "condition")] = None
