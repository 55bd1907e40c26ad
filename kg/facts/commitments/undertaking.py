"""How something is undertaken: by promising, agreeing, accepting, signing, proclaiming and giving."""

from spacy.tokens import Span, Token

from kg.facts.commitments.found import (
    Found,
    act_of,
    act_within,
    agreement_in,
    agreement_over,
    doer,
    doers,
    is_headline,
    listed,
    text_of,
    to_whom,
    under_whom,
    word_under,
)
from kg.facts.commitments.reality import is_real
from kg.facts.commitments.words import is_in, is_truce, words
from kg.language import syntax
from kg.language.reading import Reading
from kg.language.referents import unique
from kg.model import Mention

BINDING = {"will", "'ll", "’ll", "would", "should", "shall", "must"}
REFLEXIVE = {"itself", "himself", "herself", "themselves", "ourselves", "myself"}


def pledging(reading: Reading, verb: Token) -> Found | None:
    """ "pledged to …", "promised that …", "is committed to …"."""
    if not is_in(verb, "pledge") or not is_real(verb):
        return None
    is_commit = syntax.lemma(verb, words()["pledge"]) in {"commit", "recommit"}
    is_promised = syntax.is_passive(verb) and not is_commit
    act = act_of(verb) or promised_before(verb)
    if is_promised or act is None or is_in(act.root, "commitment"):
        return None
    says = syntax.child(verb, syntax.CLAUSES)
    if says is not None and not (verb.lemma_ == "guarantee" or binds(says)):
        return None  # "I swear that it was so"
    if verb.lemma_ == "undertake" and act.root.pos_ != "VERB":
        return None  # "undertook reforms"
    if (is_commit and is_deed(verb)) or any(c.dep_ in {"compound:prt", "prt"} for c in verb.children):
        return None  # "committed a crime", "swore in a president"
    is_participle = verb.tag_ == "VBN" and verb.dep_ == "acl" and not is_commit
    party = doers(reading, verb) if is_participle else listed(reading, doer(verb))
    over = agreement_over(reading, verb) or agreement_in(reading, act.root)
    return Found(verb, party, act, word_under(over, party), 0.9, to_whom(reading, verb), over)


def promised_before(verb: Token) -> Span | None:
    """What is promised, where it stands before the verb: "the aid that Norway promised", "the aid promised by Norway"."""
    head, subject = verb.head, syntax.own_subject(verb)
    if head.pos_ not in {"NOUN", "PROPN"} or verb.dep_ not in {"acl", "acl:relcl", "relcl"}:
        return None
    if verb.dep_ == "acl" and syntax.agent(verb) is not None:
        return text_of(head)
    return text_of(head) if subject is not None and subject.lower_ not in {"who", "which", "that"} else None


def is_deed(verb: Token) -> bool:
    """Whether what is committed is a deed, not means: "a crime", not "itself to peace" or "4 million to the fund"."""
    what = syntax.child(verb, syntax.OBJECTS)
    return what is not None and what.lower_ not in REFLEXIVE and not is_amount(what)


def is_amount(noun: Token) -> bool:
    """Whether a noun is counted: "4.2 billion kroner", "$35 billion"."""
    return noun.pos_ in {"NUM", "SYM"} or any(t.like_num or t.text in "$€£¥" for t in syntax.phrase(noun))


def agreeing(reading: Reading, verb: Token) -> Found | None:
    """ "agreed on …", "agreed with X to …"."""
    if not is_in(verb, "agree") or not is_real(verb) or is_attribute(verb) or syntax.is_passive(verb):
        return None
    act, party = act_of(verb), listed(reading, doer(verb))
    if act is None or not party or any(is_opinion(clause) for clause in syntax.children(verb, syntax.CLAUSES)):
        return None
    if is_now(reading, verb):
        return None  # who "agree on" something now think the same of it
    parties = unique((*party, *under_whom(reading, verb, {"with"})))
    return Found(verb, parties, act, "agreed", 0.9, (), agreement_in(reading, act.root))


def is_now(reading: Reading, verb: Token) -> bool:
    """Whether a verb tells of a lasting present; headlines tell of the past in its form."""
    is_bare = verb.tag_ == "VB" and not syntax.is_infinitive(verb) and syntax.child(verb, syntax.AUXILIARIES) is None
    return (is_bare or verb.tag_ in {"VBP", "VBZ"}) and not is_headline(reading, verb)


def is_opinion(clause: Token) -> bool:
    """Whether a clause is what people think, not what binds them: "agreed that it was late", "it was late, they agreed"."""
    return not (binds(clause) and any(c.lower_ == "that" for c in clause.children))


def binds(clause: Token) -> bool:
    """Whether a clause says what is to be: "that it will help", "that he should go", "that it be done"."""
    return syntax.has_modal(clause, BINDING) or clause.tag_ == "VB"


def accepting(reading: Reading, verb: Token) -> Found | None:
    """ "accepted the terms", "endorsed the ceasefire proposal"."""
    if not is_in(verb, "accept"):
        return None
    terms = syntax.child(verb, syntax.OBJECTS)
    if terms is None or not is_in(terms, "term") or not is_real(verb):
        return None
    party = listed(reading, doer(verb))
    if syntax.is_passive(verb) or verb.tag_ == "VBG" or verb.dep_ in {"acl", "amod"} or is_now(reading, verb):
        return None
    owed = under_whom(reading, terms, {"from", "by", "of"})
    return Found(verb, party, text_of(terms), "agreed", 0.5, owed, agreement_in(reading, terms))


def concluding(reading: Reading, verb: Token) -> Found | None:
    """ "signed an agreement to …", "a deal struck by …", "a ceasefire was reached between …"."""
    if not is_concluded(verb) or not is_real(verb) or is_attribute(verb):
        return None
    text = signed(verb)
    under = agreement_in(reading, text)
    if text is None or not (under or is_truce(text) or is_in(text, "consensus")):
        return None
    within = (m for n in nominals_in(text) for m in under_whom(reading, n, {"with", "between", "by"}))
    parties = unique((*doers(reading, verb), *under_whom(reading, verb, {"with", "between"}), *within))
    if text.lemma_ == "declaration" and len(parties) < 2:
        return None  # signed by one side alone, it binds nobody to anybody
    return Found(verb, parties, act_within(text, {"on"}), "agreed", 0.8, (), under)


def is_concluded(verb: Token) -> bool:
    """Whether a verb is one of concluding, or what is agreed on is its subject: "a ceasefire was agreed"."""
    if is_in(verb, "conclude"):
        return True
    return verb.lemma_ == "agree" and (syntax.is_passive(verb) or verb.dep_ == "acl")


def signed(verb: Token) -> Token | None:
    """The text that is signed, in either voice."""
    if syntax.is_passive(verb):
        return syntax.own_subject(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return verb.head
    into = syntax.obliques(verb, {"into", "to", "onto"})
    return next((t for t in (syntax.child(verb, syntax.OBJECTS), *into) if t is not None), None)


def nominals_in(noun: Token) -> list[Token]:
    """A noun and the words that hang on it, not through a verb: parsers lose what "with X" belongs to."""
    return [noun, *(n for each in noun.children if each.pos_ != "VERB" for n in nominals_in(each))]


def is_attribute(verb: Token) -> bool:
    """Whether a participle only describes a noun: "the signing parties"."""
    return verb.dep_ == "amod"


def proclaiming(reading: Reading, verb: Token) -> Found | None:
    """ "announced a unilateral ceasefire", "a truce declared by …"."""
    if not is_in(verb, "proclaim"):
        return None
    truce = signed(verb)
    if truce is None or not is_truce(truce) or not is_real(verb):
        return None
    return Found(verb, doers(reading, verb), text_of(truce), "pledged", 0.85)


def dealing(reading: Reading, noun: Token) -> Found | None:
    """ "last month's deal between X and Y to …"."""
    if reading.referents.agreement([noun]) is None or not is_known(noun):
        return None
    parties = under_whom(reading, noun, {"between"})
    act = deal_act(noun) if len(parties) > 1 else None
    if act is None:
        return None
    return Found(noun, parties, act, "agreed", 0.65, (), reading.referents.agreement([noun]))


def is_known(noun: Token) -> bool:
    """Whether a noun is one that the reader knows of: "the deal", "last month's deal"; not "a deal", "any deal"."""
    return any(c.lower_ in {"the", "this", "that"} or c.dep_ in syntax.POSSESSIVES for c in noun.children)


def deal_act(noun: Token) -> Span | None:
    """What a deal between parties is about: "to …", also where the parser has hung it on the verb before."""
    hung = [c for c in noun.children if c.dep_ in {"acl", "advcl"}]
    end = max(n.right_edge.i for n in syntax.obliques(noun, {"between"}))
    hung += [c for c in noun.head.children if c.dep_ == "advcl" and c.left_edge.i - end <= 2]
    hung = [c for c in hung if c.i > end and syntax.is_infinitive(c)] + syntax.obliques(noun, {"on"})
    return syntax.extent(hung[0], past_dashes=True) if hung else None


def giving(reading: Reading, verb: Token) -> Found | None:
    """ "is contributing 4 million kroner", "allocates 150 million pounds": the giver's word, while it is not yet done."""
    if not is_in(verb, "give"):
        return None
    what = syntax.child(verb, syntax.OBJECTS)
    is_current = verb.tag_ in {"VBZ", "VBP"} or any(c.lower_ in {"is", "are", "am"} for c in verb.children)
    if not is_current or what is None or what.i < verb.i or not is_amount(what):
        return None
    if not is_real(verb) or syntax.is_passive(verb):
        return None
    return Found(
        verb, doers(reading, verb), syntax.extent(what, past_dashes=True), "pledged", 0.6, to_whom(reading, verb)
    )


def owed_by(reading: Reading, noun: Token) -> tuple[Mention, ...]:
    """Whose word it is: "Iran's commitment to …"."""
    owner = syntax.possessor(noun)
    return reading.referents.who(owner) if owner is not None else ()
