"""How statements are found: one for each attribution whose speaker is known."""

from collections.abc import Iterator

from kg.facts.statements.fact import Statement
from kg.language.attribution import Attribution
from kg.language.circumstances import certainty, cited, passed_on_by, polarity
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.model import Mention
from kg.model import Span as Offsets

OPENING = 3  # words at most before a cue that its speaker's words begin with
QUOTED = set('"“”«»')
FINDER = "statements/2"
# How often each way of finding a statement is right, as counted on hand-annotated wires; see docs/quality.md.
SURE = {
    "c": 0.92,
    "s": 0.9,
    "h": 0.85,
    "o": 0.7,
    "x": 0.75,
    "t": 0.7,
    "a": 0.9,
    "n": 0.75,
    "v": 0.75,
    "p": 0.65,
    "d": 0.7,
}

CLAUSES = {"c", "s", "h"}  # the frames whose content is a clause, so may be doubted or negated


def find(reading: Reading) -> Iterator[Statement]:
    """The statements of a reading, in text order."""
    told = [(a, who) for a in reading.attributions if (who := reading.referents.who_at(a.sources))]
    opened = {(opening(reading, a), m.entity) for a, who in told for m in who}
    for attribution, speakers in told:
        if attribution.cue is None or not any((attribution.cue, m.entity) in opened for m in speakers):
            yield statement(reading, attribution, speakers)


def opening(reading: Reading, attribution: Attribution) -> Offsets | None:
    """The cue that content begins with: "said she regards" is one statement, its cue the first."""
    start = attribution.content[0].start
    words = (
        a.cue for a in reading.attributions if a.cue is not None and start < a.cue.start < attribution.content[0].end
    )
    nearest = min(words, default=None)
    between = reading.article.text[start : nearest.start] if nearest is not None else ""
    return nearest if between and len(between.split()) <= OPENING and not QUOTED & set(between) else None


def statement(reading: Reading, attribution: Attribution, speakers: tuple[Mention, ...]) -> Statement:
    """The fact, with whom the speakers speak for and whom they speak of."""
    content = reading.passage(*attribution.content)
    cue = reading.passage(attribution.cue) if attribution.cue is not None else None
    referents = reading.referents
    spoken_for = unique(referents.office_of[m.entity] for m in speakers if m.entity in referents.office_of)
    named = unique(m for p in attribution.content for m in reading.actors_between(p.start, p.end))
    speaking = {m.entity for m in speakers}
    pronoun = any(reading.doc[i].pos_ == "PRON" for i in attribution.sources)
    return Statement(
        id=f"statement/{content.start}-{content.end}",
        evidence=reading.evidence(*attribution.content, *([attribution.cue] if attribution.cue is not None else [])),
        cue=cue,
        confidence=round(SURE[attribution.frame] - (0.08 if pronoun else 0), 2),
        finder=FINDER,
        speaker=speakers,
        content=content,
        form=attribution.form,
        on_behalf_of=spoken_for,
        citing=cited(reading, attribution),
        reported_by=passed_on_by(reading, attribution),
        certainty=certainty(reading, attribution.content, attribution.cue) if attribution.frame in CLAUSES else None,
        polarity=polarity(reading, attribution.content) if attribution.frame in CLAUSES else None,
        about=tuple(m for m in named if m.entity not in speaking and referents.actor(m.entity).proper),
    )
