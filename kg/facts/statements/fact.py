"""What a statement is."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from rdflib import URIRef

from kg.model import Fact, Marked, Mention, Passage, Role
from ontology.terms import DL

Form = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, kw_only=True)
class Statement(Fact):
    """Words or a thought that an article credits to someone."""

    type: ClassVar[URIRef] = DL.Statement
    kind: ClassVar[str] = "statement"
    plural: ClassVar[str] = "statements"

    speaker: Annotated[tuple[Mention, ...], Role(DL.speaker, "speakers")]
    content: Annotated[Passage, Role(DL.content, "content")]
    form: Annotated[Form, Role(DL.form, "form")]
    on_behalf_of: Annotated[tuple[Mention, ...], Role(DL.onBehalfOf, "onBehalfOf")] = ()
    citing: Annotated[tuple[Mention, ...], Role(DL.citing, "citing")] = ()
    reported_by: Annotated[tuple[Mention, ...], Role(DL.reportedBy, "reportedBy")] = ()
    certainty: Annotated[Marked | None, Role(DL.certainty, "certainty")] = None
    polarity: Annotated[Marked | None, Role(DL.polarity, "polarity")] = None
    about: Annotated[tuple[Mention, ...], Role(DL.about, "about")] = ()
