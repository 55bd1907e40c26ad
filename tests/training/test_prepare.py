"""Training files from corpora: a CoNLL-U reader, spacing for bare tokens, curly quotation marks."""

import gzip
import random
from pathlib import Path

import pytest
import spacy

from training.prepare import curly, read_conllu, spaced, syntax_docs

CONLLU = """\
# newdoc id = ferry
# text = They can't sail.
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tsail\tsail\tVERB\tVB\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = "Ice," said Brekke.
1\t"\t"\tPUNCT\t``\t_\t2\tpunct\t_\tSpaceAfter=No
2\tIce\tice\tNOUN\tNN\t_\t5\tccomp\t_\tSpaceAfter=No
3\t,\t,\tPUNCT\t,\t_\t2\tpunct\t_\tSpaceAfter=No
4\t"\t"\tPUNCT\t''\t_\t2\tpunct\t_\t_
5\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
6\tBrekke\tBrekke\tPROPN\tNNP\t_\t5\tnsubj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

"""


class Never(random.Random):
    """A chance that never turns marks curly."""

    def random(self) -> float:
        return 1.0


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.conllu.gz"
    path.write_bytes(gzip.compress(CONLLU.encode()))
    return path


def test_the_reader_gives_sentences_with_their_words_alone(treebank: Path) -> None:
    sentences = list(read_conllu(treebank))
    assert [opens for opens, _, _ in sentences] == [True, False]
    assert [[row[1] for row in rows] for _, rows, _ in sentences] == [
        ["They", "ca", "n't", "sail", "."],
        ['"', "Ice", ",", '"', "said", "Brekke", "."],
    ]


def test_a_word_written_as_one_has_no_space_inside_and_one_behind(treebank: Path) -> None:
    _, _, spaces = next(read_conllu(treebank))
    assert spaces == [True, False, True, False, True]


def test_a_document_has_the_text_tree_and_sentences_of_the_treebank(treebank: Path) -> None:
    (doc,) = syntax_docs(treebank, spacy.blank("en").vocab, Never())
    assert doc.text.rstrip() == 'They can\'t sail. "Ice," said Brekke.'
    assert [s.text.rstrip() for s in doc.sents] == ["They can't sail.", '"Ice," said Brekke.']
    assert [(t.text, t.dep_, t.head.text) for t in doc if t.dep_ in {"ROOT", "nsubj"}] == [
        ("They", "nsubj", "sail"),
        ("sail", "ROOT", "sail"),
        ("said", "ROOT", "said"),
        ("Brekke", "nsubj", "said"),
    ]
    assert str(doc[0].morph) == "Case=Nom"


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["The", "ferry", "is", "late", "."], "The ferry is late."),
        (['"', "Ice", ",", '"', "he", "said", "."], '"Ice," he said.'),
        (["Brekke", "'s", "boat", "(", "old", ")", "sank"], "Brekke's boat (old) sank"),
        ([], ""),
    ],
)
def test_bare_tokens_are_spaced_as_they_are_printed(tokens: list[str], text: str) -> None:
    assert "".join(t + " " * s for t, s in zip(tokens, spaced(tokens), strict=True)).rstrip() == text


def test_typewriter_marks_become_curly_ones_by_their_turn() -> None:
    words = ['"', "Ice", ",", '"', "isn't", "'", "new", "'"]
    spaces = [False, False, False, True, True, False, False, True]
    assert curly(words, spaces) == ["“", "Ice", ",", "”", "isn’t", "‘", "new", "’"]
