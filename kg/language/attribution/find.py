"""All attributions of an article: each part gone through token by token, doubles dropped, run-on quotations added."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.language.attribution.attribution import Attribution, shared
from kg.language.attribution.heard import Marks, heard, marks_of
from kg.language.attribution.nouns import by_noun
from kg.language.attribution.run_on import opened_in, with_opened_quotations, with_run_on_quotations
from kg.language.attribution.scene import Scene
from kg.language.attribution.verbless import OPINIONS, by_phrase, in_headline
from kg.language.attribution.verbs import by_verb, is_cue
from kg.language.quotation import Quotation
from kg.language.tokens import told_parts
from kg.model import Article
from kg.model import Span as Offsets

DOUBLE = 0.5  # of the shorter content; what shares more is said already


def find_attributions(article: Article, doc: Doc, quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """All attributions of an article, in text order."""
    found: list[Attribution] = []
    left_open: list[Quotation] = []
    marks = marks_of(doc)
    for part, span in told_parts(article, doc):
        if part.kind == "heading":
            continue
        inside = [q for q in quotations if part.start <= q.start < part.end]
        here = in_scene(Scene(span, inside, is_headline=part.kind in {"headline", "subhead"}), marks)
        here = with_opened_quotations(part, left_open, here)
        found += with_run_on_quotations(article.text, part, inside, here, found)
        left_open = opened_in(part, inside, here, left_open)
    return tuple(a for a in found if a.content and not is_own(article, doc, a))


def is_own(article: Article, doc: Doc, attribution: Attribution) -> bool:
    """Whether an agency speaks of itself: "as Ukrinform reported"."""
    own = (article.agency or "").lower()
    return bool(own) and all(doc[i].lower_ == own for i in attribution.sources)


def in_scene(scene: Scene, marks: list[Marks]) -> list[Attribution]:
    """The attributions of one part, in text order."""
    found = [a for token in scene.span for a in at_token(scene, token)]
    if scene.is_headline and not any(a.frame == "c" for a in found):
        found = [*in_headline(scene), *found]
    return without_doubles(scene.doc, [*found, *heard_besides(scene, marks, found)])


def heard_besides(scene: Scene, marks: list[Marks], found: list[Attribution]) -> Iterator[Attribution]:
    """What the encoder heard and the rules did not find: cues of which they made nothing, for words said by nobody else.

    A cue within what somebody says is an attribution of its own, nested in theirs.
    """
    cues = {a.verb for a in found}
    for a in heard(scene, marks):
        doubles = (other for other in found if shared(a.content, other.content) > DOUBLE)
        if a.verb not in cues and all(holds(other.content, a.start) for other in doubles):
            yield a


def holds(content: tuple[Offsets, ...], offset: int) -> bool:
    """Whether a character stands in a content."""
    return any(piece.start <= offset < piece.end for piece in content)


def at_token(scene: Scene, token: Token) -> Iterator[Attribution]:
    """The attributions whose cue stands at a token."""
    if is_cue(scene, token):
        return by_verb(scene, token)
    return by_noun(scene, token) if token.pos_ == "NOUN" and token.lower_ not in OPINIONS else by_phrase(scene, token)


def without_doubles(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Attributions in text order, each told once, without reports of what others are credited with already."""
    kept: list[Attribution] = []
    for a in sorted(found, key=lambda a: (a.content[0].start if a.content else 0, a.cue or Offsets(0, 0))):
        if not any(k.cue == a.cue and k.content == a.content for k in kept):
            kept.append(a)
    told = [a for a in kept if not is_covered_report(doc, a, kept)]
    return sorted(told, key=lambda a: a.cue or a.content[0])


def is_covered_report(doc: Doc, report: Attribution, found: list[Attribution]) -> bool:
    """Whether a closing "…, an agency reported" stands over words that another cue has already credited."""
    is_outlet = report.frame == "s" and all(doc[i].ent_type_ == "ORG" for i in report.sources)
    if not report.content or not (is_outlet or (report.verb is not None and doc[report.verb].lemma_ == "report")):
        return False
    start, end = report.content[0].start, report.content[-1].end
    if start > report.start:
        return False
    others = (a for a in found if a is not report and a.frame != "d" and start <= a.content[0].start)
    covered = sum(told - a.content[0].start for a in others if (told := max(a.content[-1].end, a.start)) <= end)
    return covered > DOUBLE * (end - start)
