"""What a threat is."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from rdflib import URIRef

from kg.model import Fact, Mention, Passage, Role
from ontology.terms import DL


@dataclass(frozen=True, kw_only=True)
class Threat(Fact):
    """What harm or measures against another an actor says to be coming from its own side."""

    type: ClassVar[URIRef] = DL.Threat
    kind: ClassVar[str] = "threat"
    plural: ClassVar[str] = "threats"

    threatener: Annotated[tuple[Mention, ...], Role(DL.threatener, "threateners")]
    act: Annotated[Passage, Role(DL.act, "act")]
    target: Annotated[tuple[Mention, ...], Role(DL.target, "targets")] = ()
    condition: Annotated[Passage | None, Role(DL.condition, "condition")] = None
