"""What a demand is."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from rdflib import URIRef

from kg.model import Fact, Mention, Passage, Role
from ontology.terms import DL


@dataclass(frozen=True, kw_only=True)
class Demand(Fact):
    """What an actor asks another, with weight, to do or to stop."""

    type: ClassVar[URIRef] = DL.Demand
    kind: ClassVar[str] = "demand"
    plural: ClassVar[str] = "demands"

    demander: Annotated[tuple[Mention, ...], Role(DL.demander, "demanders")]
    addressee: Annotated[tuple[Mention, ...], Role(DL.addressee, "addressees")]
    act: Annotated[Passage, Role(DL.act, "act")]
