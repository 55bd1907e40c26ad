"""Scores of trees: heads and labels, with sentences given or found."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.reading.documents import as_doc
from benchmarks.reading.trees import score

CONLLU = """\
# newdoc id = ferry
# newpar id = ferry-1
1\tFerries\tferry\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tsail\tsail\tVERB\tVBP\t_\t0\troot\t_\t_

1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tdock\tdock\tVERB\tVBP\t_\t0\troot\t_\t_

# newpar id = ferry-2
1\tIce\tice\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tmelts\tmelt\tVERB\tVBZ\t_\t0\troot\t_\t_

"""


@Language.component("last_word_is_root")
def last_word_is_root(doc: Doc) -> Doc:
    """Hangs every word on the last of its sentence, as its subject; without given sentences, on that of the Doc."""
    opens = [token.i for token in doc if token.is_sent_start] or [0]
    ends = [*opens[1:], len(doc)]
    heads = [end - 1 - doc[end - 1].is_space for start, end in zip(opens, ends, strict=True) for _ in range(start, end)]
    labels = ["ROOT" if head == place else "nsubj" for place, head in enumerate(heads)]
    parsed = Doc(doc.vocab, words=[t.text for t in doc], heads=heads, deps=labels)
    return doc.from_array(["HEAD", "DEP"], parsed.to_array(["HEAD", "DEP"]))


@pytest.fixture
def reader() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("last_word_is_root")
    return nlp


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_given_sentences_are_kept(reader: Language, ferry: Path) -> None:
    assert score(reader, ferry) == {"uas": 100.0, "las": 100.0}


def test_labels_are_compared_whole(reader: Language, ferry: Path) -> None:
    ferry.write_text(CONLLU.replace("nsubj", "nsubj:pass", 1), encoding="utf-8")
    assert score(reader, ferry) == {"uas": 100.0, "las": 83.3}


def test_own_sentences_are_the_readers_business(reader: Language, ferry: Path) -> None:
    assert score(reader, ferry, own_sentences=True) == {"uas": 33.3, "las": 33.3}


def test_paragraphs_are_parted_by_a_line_break_that_opens_no_sentence() -> None:
    doc, places = as_doc(spacy.blank("en").vocab, [["Ice", "melts"], [], ["Ferries", "sail"]], [True, False] * 2)
    assert [token.text for token in doc] == ["Ice", "melts", "\n", "Ferries", "sail"]
    assert [token.is_sent_start for token in doc] == [True, False, False, True, False]
    assert doc.text == "Ice melts\nFerries sail "
    assert places == [0, 1, 3, 4]


def test_without_given_sentences_none_is_set() -> None:
    doc, _ = as_doc(spacy.blank("en").vocab, [["Ice", "melts"]])
    assert [token.is_sent_start for token in doc][1:] == [None]
