"""The encoder as a spaCy component, with the shipped weights: an ordinary Doc comes out, whatever else is read with it."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.encoder import ATTRIBUTIONS, shipped

WIRE = (
    "Ostmark blames Velland for ferry delays\n\n"
    "Harbour Minister Ines Falk said on Tuesday that Velland had held up the ferries. "
    "“We asked them twice,” Falk told reporters, “and twice they refused.”\n\n"
    "According to the Velland Port Authority, the weather was to blame."
)
ANNOTATED = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return shipped()


def attributions(doc: Doc) -> list[tuple[str, str, str]]:
    return [(span.id_, span.label_, span.text) for span in doc.spans[ATTRIBUTIONS]]


def test_what_comes_out_is_an_ordinary_doc(nlp: Language) -> None:
    doc = nlp(WIRE)
    assert doc.text == WIRE
    assert all(doc.has_annotation(name) for name in ("TAG", "POS", "LEMMA", "DEP", "ENT_IOB"))
    assert {ent.text: ent.label_ for ent in doc.ents}["Ines Falk"] == "PER"
    assert [token.lemma_ for token in doc if token.text in {"said", "told", "asked"}] == ["say", "ask", "tell"]
    said = next(token for token in doc if token.text == "said")
    assert "Minister" in {token.text for child in said.children if child.dep_ == "nsubj" for token in child.subtree}


def test_every_sentence_is_a_tree_with_one_root(nlp: Language) -> None:
    for sentence in nlp(WIRE).sents:
        assert [token.dep_ for token in sentence if token.head == token] == ["ROOT"]
        assert all(token.sent.start == sentence.start for token in sentence)


def test_cue_source_and_content_of_one_attribution_share_an_id(nlp: Language) -> None:
    found = attributions(nlp(WIRE))
    told = {label: text for id_, label, text in found if (id_, "CUE", "said") in found and label != "CUE"}
    assert told["SOURCE"] == "Harbour Minister Ines Falk"
    assert "Velland had held up the ferries" in told["CONTENT"]


def test_an_attribution_has_one_cue(nlp: Language) -> None:
    found = attributions(nlp(WIRE))
    for id_ in {id_ for id_, _, _ in found}:
        assert [label for other, label, _ in found if other == id_].count("CUE") == 1


def test_a_doc_is_the_same_alone_and_in_any_company(nlp: Language) -> None:
    others = ["Snow.", "", "\n\n", WIRE * 3, "“Yes”"]
    alone = nlp(WIRE)
    for company in (others, others[::-1]):
        *_, last = nlp.pipe([*company, WIRE])
        assert np.array_equal(last.to_array(ANNOTATED), alone.to_array(ANNOTATED))
        assert attributions(last) == attributions(alone)


def test_sentence_starts_that_are_set_are_kept(nlp: Language) -> None:
    words = ["Falk", "left", ".", "Brekke", "stayed", "."]
    joined = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, False, False, False])
    parted = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, None, True, None])
    assert len(list(nlp(joined).sents)) == 1
    assert nlp(parted)[4].is_sent_start


def test_a_name_does_not_go_on_over_the_end_of_a_paragraph(nlp: Language) -> None:
    doc = nlp("Minister Ines\n\nFalk  Brekke said so.")
    assert not any("\n" in ent.text for ent in doc.ents)


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \n Falk", "[SEP] [CLS] [MASK]", "\u200b\u0301", "a" * 5000])
def test_odd_texts_are_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(len([t for t in sent if t.head == t]) == 1 for sent in doc.sents)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_becomes_sentences_with_a_root_each(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert [sum(token.head == token for token in sentence) for sentence in doc.sents] == [1] * len(list(doc.sents))


def test_a_long_text_is_read_to_its_end(nlp: Language) -> None:
    text = " ".join(f"Ferry {number} came in late, the harbour said." for number in range(400))
    doc = nlp(text)
    assert {token.dep_ for token in doc} > {"ROOT", "nsubj"}
    assert max(span.end for span in doc.spans[ATTRIBUTIONS]) > len(doc) - 12


def test_the_component_can_be_added_to_any_pipeline_by_its_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("encoder")
    assert nlp("Falk said so.")[1].lemma_ == "say"


def test_nothing_is_reported_to_the_makers_of_the_runtime(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": os.environ["PATH"]}
    script = "from kg.language.encoder import shipped; shipped()('Falk said so.')"
    subprocess.run([sys.executable, "-c", script], env=home, cwd=Path(__file__).parents[3], check=True)
    assert list(tmp_path.iterdir()) == []
