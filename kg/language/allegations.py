"""Who alleges which wrong of whom, and who rejects it: what accusations and denials both rest on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Span, Token

from kg.language import syntax
from kg.language.attribution import Attribution, clipped, cues
from kg.language.referents import Referents, unique
from kg.model import Article, Mention
from kg.model import Span as Offsets

BY = {"by", "from", "of"}


@dataclass(frozen=True)
class Allegation:
    """A wrong that somebody alleges of somebody, or, where `is_denied`, rejects."""

    accusers: tuple[Mention, ...]
    accused: tuple[Mention, ...]
    act: tuple[Offsets, ...]
    cue: Offsets | None
    is_denied: bool
    confidence: float


@cache
def wrongs() -> dict[str, frozenset[str]]:
    """The word lists of wrongs.tsv by their names."""
    text = files("kg.language").joinpath("wrongs.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: frozenset(listed.split()) for name, listed in rows}


def find_allegations(
    article: Article, doc: Doc, attributions: tuple[Attribution, ...], referents: Referents
) -> tuple[Allegation, ...]:
    """All allegations of an article, in text order, each wrong once for each who alleges it."""
    found: list[Allegation] = []
    court = Court(doc, attributions, referents, found)
    for part in article.parts:
        span = doc.char_span(part.start, part.end, alignment_mode="expand") if part.kind != "dateline" else None
        for token in span or ():
            for allegation in court.heard(token):
                if not any(overlap(allegation, other) for other in found):
                    found.append(allegation)
    return tuple(sorted(found, key=lambda a: a.act[0]))


def overlap(a: Allegation, b: Allegation) -> bool:
    """Whether two allegations are of one wrong: the same words, the same accused."""
    same_people = {m.entity for m in a.accused} & {m.entity for m in b.accused}
    return bool(same_people) and any(p.start < q.end and q.start < p.end for p in a.act for q in b.act)


class Court:
    """One article, heard word by word."""

    def __init__(
        self, doc: Doc, attributions: tuple[Attribution, ...], referents: Referents, before: list[Allegation]
    ) -> None:
        self.doc, self.attributions, self.referents = doc, attributions, referents
        self.before = before  # those already heard, as they are added

    def heard(self, token: Token) -> Iterator[Allegation]:
        """The allegation that a word makes, the surest reading first."""
        for rule in (
            self.by_calling,
            self.by_accusing,
            self.by_decrying,
            self.by_denying,
            self.by_charge,
            self.by_innocence,
            self.by_deed,
            self.by_misdeed,
            self.by_sparing,
        ):
            found = rule(token)
            if found is not None and found.accused and found.act and found.act[0].start < found.act[-1].end:
                yield found
                return

    # Words that accuse by themselves

    def by_accusing(self, verb: Token) -> Allegation | None:
        """ "accused X of …", "X is accused of …", "blamed X for …"."""
        if not is_verb_of(verb, "accuse") or syntax.is_negated(verb):
            return None
        has_have = syntax.has_modal(verb, {"have", "has", "had", "'ve", "’ve", "having"})
        bare = verb.tag_ == "VBN" and not has_have and syntax.child(verb, syntax.OBJECTS) is None
        passive = syntax.is_passive(verb) or bare
        target = (
            (syntax.own_subject(verb) or syntax.subject(verb) or verb.head)
            if passive
            else syntax.child(verb, syntax.OBJECTS)
        )
        if target is None:
            return None
        wrong = syntax.charged(verb, target)
        if wrong is None:
            return None
        accuser = syntax.agent(verb) if passive else syntax.subject(verb)
        accusers = self.referents.who(accuser) if accuser is not None and accuser != target else ()
        if not accusers and not passive:
            return None
        return self.allegation(accusers, self.referents.who(target), extent(wrong), verb, confidence=0.9)

    def by_decrying(self, verb: Token) -> Allegation | None:
        """ "condemned the attack by X", "protested X's violation of …"."""
        noun = self.decried(verb)
        if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
            return None
        culprits = self.culprits(noun, any_nation=True)
        accusers = (
            self.sources(self.cue_at(verb)) or self.referents.who(syntax.subject(verb))
            if verb.pos_ != "NOUN"
            else self.speakers(verb)
        )
        accusers = accusers or self.speakers(noun)
        if not accusers:
            return None
        return self.allegation(accusers, culprits, extent(noun), verb, confidence=0.8)

    def decried(self, verb: Token) -> Token | None:
        """The deed that a verb or noun of condemning condemns."""
        cue = self.cue_at(verb)
        if cue is not None and syntax.lemma(verb, wrongs()["decry"]) in wrongs()["decry"] and cue.frame in {"o", "c"}:
            said = self.doc.char_span(cue.content[0].start, cue.content[0].end, alignment_mode="contract")
            return syntax.child(verb, syntax.OBJECTS) or (said.root if said is not None else None)
        if is_verb_of(verb, "decry") and not syntax.is_negated(verb) and not syntax.is_passive(verb):
            return syntax.child(verb, syntax.OBJECTS)
        if verb.pos_ == "NOUN" and verb.lemma_ in {"condemnation", "denunciation", "protest"}:
            return next(iter(syntax.obliques(verb, {"of", "against", "over"})), None)
        return None

    def by_calling(self, verb: Token) -> Allegation | None:
        """ "called such actions a provocation": another wrong of whom the same speaker has just accused."""
        cue = self.cue_at(verb)
        if cue is None or cue.frame != "n":
            return None
        said = self.doc.char_span(cue.content[0].start, cue.content[0].end, alignment_mode="contract")
        named = next((t for t in said or () if t.pos_ == "NOUN" and self.is_misdeed(t)), None)
        if said is None or named is None:
            return None
        accusers = self.sources(cue)
        accused = self.referents.who(said[0]) or self.referents.who(syntax.child(verb, syntax.OBJECTS))
        if not accused and said[0].lower_ in {"such", "this", "these", "that", "it"}:
            ids = {m.entity for m in accusers}
            earlier = [a for a in self.before if ids & {m.entity for m in a.accusers} and not a.is_denied]
            accused = earlier[-1].accused if earlier else ()
        if not accusers or not accused or self.is_own_side(accused, accusers):
            return None
        return self.allegation(accusers, accused, self.doc[named.left_edge.i : said.end], cue, confidence=0.65)

    def by_denying(self, verb: Token) -> Allegation | None:
        """ "denied attacking …", "denied that X had …", "rejected accusations of …"."""
        if not is_verb_of(verb, "deny") or syntax.is_negated(verb):
            return None
        denier = syntax.agent(verb) if syntax.is_passive(verb) else syntax.subject(verb)
        deniers = self.referents.who(denier)
        governed = next(
            (c for c in verb.children if c.i > verb.i and c.dep_ in {"ccomp", "xcomp", "advcl", *syntax.OBJECTS}), None
        )
        if not deniers or governed is None:
            return None
        if governed.pos_ == "NOUN" and governed.lemma_ not in wrongs()["charge"] | wrongs()["misdeed"] | {
            "involvement",
            "responsibility",
            "guilt",
            "wrongdoing",
            "role",
        }:
            return None
        inner = self.referents.who(syntax.own_subject(governed)) if governed.pos_ in {"VERB", "AUX"} else ()
        if (
            governed.pos_ in {"VERB", "AUX"}
            and inner
            and syntax.lemma(governed, wrongs()["wrong"]) not in wrongs()["wrong"]
        ):
            return None
        cleared = inner or self.accused_before(deniers) or deniers
        return self.allegation(deniers, cleared, extent(governed), verb, confidence=0.8, is_denied=True)

    def accused_before(self, deniers: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Who of the deniers' own side the latest accusation against it names."""
        against = [a for a in self.before if not a.is_denied and self.is_own_side(a.accused, deniers)]
        return against[-1].accused if against else ()

    def by_charge(self, noun: Token) -> Allegation | None:
        """ "accusations by X against Y of …", "faces charges of …"."""
        if noun.pos_ != "NOUN" or noun.lemma_ not in {"accusation", "allegation", "charge"}:
            return None
        targets = syntax.obliques(noun, {"against"})
        deeds = [*syntax.obliques(noun, {"of", "over", "in"}), *syntax.governed_clauses(noun, {"of"})]
        verb = noun.head
        if verb.pos_ == "VERB" and verb.lemma_ == "face" and not targets:
            subject = syntax.subject(verb)
            if subject is None or not deeds:
                return None
            return self.allegation((), self.referents.who(subject), extent(deeds[0]), noun, confidence=0.8)
        accusers = unique(
            m for n in syntax.obliques(noun, {"by", "from"}) for m in self.referents.who(n)
        ) or self.referents.who(syntax.possessor(noun))
        if not targets or not (accusers or verb.pos_ == "VERB"):
            return None
        accusers = accusers or self.referents.who(syntax.subject(verb))
        act = extent(deeds[0]) if deeds else extent(noun)
        return (
            self.allegation(
                accusers, unique(m for t in targets for m in self.referents.who(t)), act, noun, confidence=0.65
            )
            if accusers
            else None
        )

    def by_innocence(self, word: Token) -> Allegation | None:
        """ "X is innocent", "pleaded not guilty"."""
        if word.lower_ not in {"innocent", "guilty"}:
            return None
        if word.lower_ == "guilty" and not (syntax.is_negated(word) or word.nbor(-1).lower_ == "not"):
            return None
        subject = syntax.own_subject(word) or syntax.subject(word.head)
        cleared = self.referents.who(subject)
        pleading = word.head.lemma_ == "plead"
        deniers = cleared if pleading else self.speakers(word)
        if not deniers:
            return None
        act = (
            self.doc[(subject or word).i : word.i + 1]
            if subject is not None and subject.i < word.i
            else self.doc[word.i : word.i + 1]
        )
        return self.allegation(deniers, cleared, act, word, confidence=0.75, is_denied=True)

    # Wrongs told within what somebody says

    def by_deed(self, verb: Token) -> Allegation | None:
        """A clause within a statement whose subject does wrong: "said that X had attacked …"."""
        if verb.pos_ not in {"VERB", "AUX"} or not (attribution := self.attribution_of(verb)):
            return None
        lemma = syntax.lemma(verb, wrongs()["wrong"])
        negated = syntax.is_negated(verb)
        is_failing = negated and self.is_failing(verb)
        if lemma not in wrongs()["wrong"] and not is_failing and not self.is_bad_act(verb):
            return None
        if self.is_hypothetical(verb) or self.is_sparing(verb) or self.hits_the_lawless(verb):
            return None
        passive = syntax.is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"})
        doer = syntax.agent(verb) if passive else syntax.subject(verb)
        accused, speakers = self.referents.who(doer), self.speakers(verb)
        if not accused and doer is not None and doer.lemma_ in wrongs()["strike"] | wrongs()["misdeed"]:
            accused = self.culprits(doer, any_nation=True)
        if (
            not accused
            or not speakers
            or (
                doer is not None
                and doer.pos_ == "PRON"
                and doer.lower_ in {"it", "they", "who", "which"}
                and not accused
            )
        ):
            return None
        own = self.is_own_side(accused, speakers)
        denied = negated and not is_failing
        if lemma in wrongs()["mild"] and (denied or not self.has_object(verb)):
            return None
        if any(self.is_nature(m) for m in accused):
            return None
        if own != denied and not (denied and accused):
            return None
        if own and not denied:
            return None
        act = self.deed(verb, doer, passive=passive)
        return self.allegation(
            speakers, accused, act, attribution, confidence=0.6 if lemma in wrongs()["wrong"] else 0.5, is_denied=denied
        )

    def has_object(self, verb: Token) -> bool:
        """Whether somebody or something suffers a deed."""
        return syntax.child(verb, syntax.OBJECTS | syntax.PASSIVE_SUBJECTS) is not None

    def is_nature(self, mention: Mention) -> bool:
        """Whether what did it is a storm, a flood or the like."""
        return bool(wrongs()["nature"] & set(self.referents.actor(mention.entity).name.lower().split()))

    def is_failing(self, verb: Token) -> bool:
        """Whether not doing this is the wrong: "is not doing enough to combat …", "does not comply"."""
        if verb.lemma_ in wrongs()["failing"]:
            return True
        return verb.lemma_ == "do" and any(c.lower_ in {"enough", "anything", "nothing"} for c in verb.children)

    def is_bad_act(self, verb: Token) -> bool:
        """Whether a plain verb is made a wrong by its adverb or object: "illegally sent", "carry out attacks", "deliver strikes on civilians"."""
        if any(c.lower_ in wrongs()["badly"] for c in verb.children):
            return True
        objects = [*syntax.children(verb, syntax.OBJECTS), *syntax.obliques(verb, {"in", "to"})]
        if verb.lemma_ in {"deliver", "carry", "launch", "conduct"} and any(
            o.lemma_.lower() in {"strike", "airstrike", "attack", "act", "action"} for o in objects
        ):
            return bool(
                syntax.obliques(verb, {"on", "against"}) or any(syntax.obliques(o, {"on", "against"}) for o in objects)
            )
        return any(self.is_misdeed(n) for o in objects for n in syntax.coordinated(o)) and verb.lemma_ in {
            "carry", "commit", "conduct", "continue", "deliver", "engage", "launch", "mount", "perpetrate", "stage", "unleash", "wage", "impose", "inflict", "use", "pursue", "plan", "support", "sponsor", "fuel", "repeat", "step",
        }  # fmt: skip

    def is_misdeed(self, noun: Token) -> bool:
        """Whether a noun is a wrong, by itself, by its adjective or by whom it hits."""
        lemma = noun.lemma_.lower()
        if lemma in wrongs()["misdeed"]:
            return True
        if any(c.lower_ in wrongs()["bad"] for c in noun.children):
            return True
        hit = {t.lemma_.lower() for t in noun.subtree}
        return lemma in wrongs()["strike"] and bool(hit & wrongs()["protected"])

    def is_sparing(self, verb: Token) -> bool:
        """Whether a clause says whom it does not hit: that is left to `by_sparing`."""
        after = self.doc[verb.i : verb.sent.end]
        return any(
            t.lemma_.lower() in wrongs()["protected"]
            and "not" in {w.lower_ for w in self.doc[max(t.i - 3, verb.i) : t.i]}
            for t in after
        )

    def hits_the_lawless(self, verb: Token) -> bool:
        """Whether those hit are called terrorists, militants or the like by the speaker: then no wrong is alleged."""
        hit = [*syntax.children(verb, syntax.OBJECTS), *syntax.obliques(verb, {"on", "against"})]
        hit += [n for o in hit for n in syntax.obliques(o, {"on", "against", "of"})]
        return any(t.lemma_.lower() in wrongs()["lawless"] for h in hit for t in (h, *h.children))

    def is_hypothetical(self, verb: Token) -> bool:
        if syntax.has_modal(verb, {"would", "could", "might", "may", "can", "should", "must"}):
            return True
        if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
            return True
        return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children) and verb.head.lemma_ not in {
            "continue",
            "try",
            "attempt",
            "seek",
            "aim",
            "plan",
            "want",
            "intend",
            "be",
            "begin",
            "start",
        }

    def deed(self, verb: Token, doer: Token | None, *, passive: bool) -> Span:
        """The clause of a wrong, without its subject where that stands before it."""
        subtree = [t.i for t in verb.subtree]
        start = min(
            [c.i for c in verb.children if c.i < verb.i and c.dep_ in syntax.AUXILIARIES | {"advmod", "neg"}]
            or [verb.i]
        )
        subject = syntax.own_subject(verb)
        if passive and subject is not None and subject.i < verb.i:
            start = min(syntax.full_phrase(subject).start, start)
        end = verb.i + 1
        while end in subtree:
            end += 1
        if doer is not None and start <= doer.i < verb.i:
            start = doer.i + 1
        return syntax.trimmed(self.doc[start : min(end, verb.sent.end)])

    def by_misdeed(self, noun: Token) -> Allegation | None:
        """A wrong named within a statement, with its culprit: "the aggression of X", "X's violation of …"."""
        if noun.pos_ != "NOUN" or not (attribution := self.attribution_of(noun)) or not self.is_misdeed(noun):
            return None
        if (
            noun.lemma_ in {"pressure", "threat", "hostility", "violence", "expansion"}
            and not syntax.possessor(noun)
            and not syntax.obliques(noun, {"by", "from"})
        ):
            return None
        accused, speakers = self.culprits(noun, any_nation=False), self.speakers(noun)
        if not accused or not speakers or self.is_own_side(accused, speakers):
            return None
        return self.allegation(speakers, accused, extent(noun), attribution, confidence=0.5)

    def by_sparing(self, noun: Token) -> Allegation | None:
        """ "strikes only terrorists, not civilians": to say whom one does not hit is to deny hitting them."""
        if noun.lemma_.lower() not in wrongs()["protected"] or not (attribution := self.attribution_of(noun)):
            return None
        near = self.doc[max(noun.i - 4, noun.sent.start) : noun.i]
        if not any(t.lower_ == "not" for t in near):
            return None
        sentence = noun.sent
        hits = [
            t
            for t in self.doc[sentence.start : noun.i]
            if t.lemma_.lower() in wrongs()["wrong"] | wrongs()["strike"] | {"operation"}
        ]
        speakers = self.speakers(noun)
        if not hits or not speakers:
            return None
        first = hits[0]
        actors = self.referents.within(self.doc[sentence.start : noun.i])
        cleared = tuple(m for m in actors if m.entity not in {s.entity for s in speakers})[:1]
        start = first.i
        for c in (first, first.head):
            start = min([start, *(d.i for d in c.children if d.dep_ in syntax.AUXILIARIES and sentence.start <= d.i)])
        start = min(start, first.head.i if first.head.pos_ == "VERB" and first.head.i >= sentence.start else start)
        return self.allegation(
            speakers, cleared, self.doc[start : noun.i + 1], attribution, confidence=0.65, is_denied=True
        )

    # Who is who in it

    def culprits(self, noun: Token, *, any_nation: bool) -> tuple[Mention, ...]:
        """Who did a deed that a noun names: "X's …", "… by X", "… of X", "the X-ish …"."""
        named = list(self.referents.who(syntax.possessor(noun)))
        is_misdeed = noun.lemma_ in wrongs()["misdeed"]
        of = (
            ("of",) if noun.lemma_ in wrongs()["owned"] else ()
        )  # "the aggression of X", but "the violation of the deal"
        for preposition in ("by", "from", *of) if is_misdeed else ("by",):
            for doer in () if named else syntax.obliques(noun, {preposition}):
                named += self.referents.who(doer) or self.nations(doer)
        return unique(named or (self.nations(noun) if any_nation or is_misdeed else ()))

    def nations(self, noun: Token) -> tuple[Mention, ...]:
        """The countries that the adjectives before a noun name."""
        before = (c for c in noun.children if c.i < noun.i and c.dep_ in {"amod", "compound", "nmod"})
        return tuple(m for c in before for t in c.subtree for m in self.referents.nation(t))

    def cue_at(self, token: Token) -> Attribution | None:
        """The attribution whose cue a word is."""
        return next((a for a in self.attributions if a.verb == token.i), None)

    def sources(self, attribution: Attribution | None) -> tuple[Mention, ...]:
        """Whom an attribution credits."""
        return (
            unique(m for i in attribution.sources for m in self.referents.who_is(self.doc[i]))
            if attribution is not None
            else ()
        )

    def attribution_of(self, token: Token) -> Attribution | None:
        """The innermost attribution whose content holds a token."""
        inside = [
            a for a in self.attributions if a.frame != "a" and any(p.start <= token.idx < p.end for p in a.content)
        ]
        return min(inside, key=lambda a: sum(p.end - p.start for p in a.content), default=None)

    def speakers(self, token: Token) -> tuple[Mention, ...]:
        """Who says the words that a token stands in."""
        return self.sources(self.attribution_of(token))

    def is_own_side(self, accused: tuple[Mention, ...], speakers: tuple[Mention, ...]) -> bool:
        """Whether somebody speaks of itself, its country or its countrymen."""
        ids = {m.entity for m in speakers}
        nations = {c for i in ids if (c := self.referents.actor(i).country)}
        return any(m.entity in ids or self.referents.actor(m.entity).country in nations for m in accused)

    def allegation(
        self,
        accusers: tuple[Mention, ...],
        accused: tuple[Mention, ...],
        act: Span,
        cue: Token | Attribution,
        *,
        confidence: float,
        is_denied: bool = False,
    ) -> Allegation:
        words = cue.cue if isinstance(cue, Attribution) else Offsets(cue.idx, cue.idx + len(cue))
        named = {m.entity for m in accusers}
        others = accused if is_denied else tuple(m for m in accused if m.entity not in named)
        return Allegation(
            accusers,
            others,
            (clipped(Offsets(act.start_char, act.end_char), self.attributions),),
            words,
            is_denied,
            confidence,
        )


def is_verb_of(token: Token, listed: str) -> bool:
    """Whether a word is a verb of one of the lists, headlines' mistagged ones included."""
    lemma = syntax.lemma(token, wrongs()[listed])
    return (
        lemma in wrongs()[listed]
        and (token.pos_ == "VERB" or token.tag_ == "VBZ")
        and lemma in wrongs()[listed] | cues().keys()
    )


def extent(head: Token) -> Span:
    """A phrase or clause from its own left edge to its right one, prepositions and "to" left out."""
    doc, inside = head.doc, {t.i for t in head.subtree}
    start = head.i
    while start - 1 in inside:
        start -= 1
    while start < head.i and (
        doc[start].dep_ in {"mark", "case", "punct", "cc"} or doc[start].lower_ in {"to", "that"}
    ):
        start += 1
    end = head.i + 1
    while end in inside and doc[end].text not in {"—", "–", "--"}:
        end += 1
    return syntax.trimmed(doc[start : min(end, head.sent.end)])
