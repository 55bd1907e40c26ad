"""The same questions of a parse in Universal Dependencies and in ClearNLP labels."""

from pathlib import Path

import pytest
from spacy.tokens import Doc, Token

from kg.language import syntax
from tests.parses import Parses, parses, vocab


@pytest.fixture(params=["ud", "clearnlp"])
def parsed(request: pytest.FixtureRequest) -> Parses:
    return parses(Path(__file__).with_name(f"syntax_{request.param}.conllu"))


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def text_of(token: Token | None) -> str | None:
    return token.text if token is not None else None


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("The captain praised the pilot.", "praised", "captain"),
        ("The captain sailed and waved.", "waved", "captain"),
        ("The captain who sailed waved.", "sailed", "captain"),
        ("The captain who sailed waved.", "waved", "captain"),
        ("The captain tried to wave.", "wave", "captain"),
        ("The trawler was rammed by the navy.", "rammed", "trawler"),
    ],
)
def test_a_verbs_subject_is_its_own_or_shared(parsed: Parses, text: str, verb: str, doer: str) -> None:
    assert text_of(syntax.subject(word(parsed.doc(text), verb))) == doer


def test_a_verb_without_any_subject_has_none(parsed: Parses) -> None:
    doc = parsed.doc("The captain accused the pilot of smuggling herring.")
    assert syntax.own_subject(word(doc, "smuggling")) is None
    assert text_of(syntax.child(word(doc, "accused"), syntax.OBJECTS)) == "pilot"


def test_who_does_it_in_a_passive_clause_is_its_agent(parsed: Parses) -> None:
    passive = word(parsed.doc("The trawler was rammed by the navy."), "rammed")
    active = word(parsed.doc("The captain praised the pilot."), "praised")
    assert (syntax.is_passive(passive), text_of(syntax.agent(passive))) == (True, "navy")
    assert (syntax.is_passive(active), syntax.agent(active)) == (False, None)


def test_a_nominal_stands_under_its_preposition(parsed: Parses) -> None:
    doc = parsed.doc("The captain talked to the pilot about ice.")
    assert [t.text for t in syntax.obliques(word(doc, "talked"), {"to"})] == ["pilot"]
    assert [t.text for t in syntax.obliques(word(doc, "talked"), {"about", "to"})] == ["pilot", "ice"]
    assert syntax.preposition(word(doc, "ice")) == "about"
    assert syntax.preposition(word(doc, "captain")) == ""


def test_a_gerund_stands_under_its_preposition(parsed: Parses) -> None:
    accused = word(parsed.doc("The captain accused the pilot of smuggling herring."), "accused")
    assert [t.text for t in syntax.governed_clauses(accused, {"of"})] == ["smuggling"]
    assert syntax.governed_clauses(accused, {"for"}) == []


@pytest.mark.parametrize(
    ("text", "noun", "phrase", "full"),
    [
        ("The ministry of trade in Oslo closed.", "ministry", "The ministry of trade", "The ministry of trade in Oslo"),
        ("The captain, a sailor, waved.", "captain", "The captain", "The captain, a sailor"),
        ("The captain and the pilot waved.", "captain", "The captain", "The captain and the pilot"),
        ("The captain's boat sank.", "boat", "The captain's boat", "The captain's boat"),
        ("The trawler was rammed by the navy.", "navy", "the navy", "the navy"),
    ],
)
def test_a_phrase_names_its_noun_and_no_more(parsed: Parses, text: str, noun: str, phrase: str, full: str) -> None:
    head = word(parsed.doc(text), noun)
    assert (syntax.phrase(head).text, syntax.full_phrase(head).text) == (phrase, full)


def test_who_is_joined_by_and_belongs_together(parsed: Parses) -> None:
    doc = parsed.doc("The captain and the pilot waved.")
    assert [t.text for t in syntax.coordinated(word(doc, "captain"))] == ["captain", "pilot"]


def test_whose_it_is(parsed: Parses) -> None:
    doc = parsed.doc("The captain's boat sank.")
    assert text_of(syntax.possessor(word(doc, "boat"))) == "captain"
    assert syntax.possessor(word(doc, "captain")) is None


def test_not_and_may_stand_with_their_verb(parsed: Parses) -> None:
    negated = word(parsed.doc("The captain did not wave."), "wave")
    possible = word(parsed.doc("The captain may wave."), "wave")
    assert (syntax.is_negated(negated), syntax.is_negated(possible)) == (True, False)
    assert (syntax.has_modal(possible, {"may"}), syntax.has_modal(negated, {"may"})) == (True, False)


@pytest.mark.parametrize(
    ("form", "known", "expected"),
    [("accused", {"accuse"}, "accuse"), ("praised", {"praise"}, "praise"), ("waved", {"sail"}, "wave")],
)
def test_a_lemma_is_the_pipelines_unless_a_word_list_knows_better(
    parsed: Parses, form: str, known: set[str], expected: str
) -> None:
    texts = {
        "accused": "The captain accused the pilot of smuggling herring.",
        "praised": "The captain praised the pilot.",
    }
    token = word(parsed.doc(texts.get(form, "The captain sailed and waved.")), form)
    assert syntax.lemma(token, frozenset(known)) == expected


@pytest.mark.parametrize(
    ("form", "wrong", "expected"),
    [
        ("accuses", "accus", "accuse"),
        ("denied", "deni", "deny"),
        ("warned", "warne", "warn"),
        ("hiding", "hid", "hide"),
        pytest.param(
            "rammed",
            "ramm",
            "ram",
        ),
    ],
)
def test_a_wrong_lemma_is_mended_by_the_words_ending(form: str, wrong: str, expected: str) -> None:
    doc = Doc(vocab(), words=[form], lemmas=[wrong])
    assert syntax.lemma(doc[0], frozenset({expected})) == expected
