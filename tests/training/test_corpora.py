"""Corpora as documents: a treebank, sentences with names, articles with attributions, curly marks, words of a text."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest
import spacy

from training.corpora import Document, Told, Tree, attributions, curly, load, names, save, tokenised, treebank

CONLLU = """\
# newdoc id = ferry
# newpar id = ferry-1
# text = They can't sail.
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tsail\tsail\tVERB\tVB\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = They wait.
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t2\tnsubj\t_\t_
2\twait\twait\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar id = ferry-2
# text = "Ice," said Brekke.
1\t"\t"\tPUNCT\t``\t_\t2\tpunct\t_\tSpaceAfter=No
2\tIce\tice\tNOUN\tNN\t_\t5\tccomp\t_\tSpaceAfter=No
3\t,\t,\tPUNCT\t,\t_\t2\tpunct\t_\tSpaceAfter=No
4\t"\t"\tPUNCT\t''\t_\t2\tpunct\t_\t_
5\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
6\tBrekke\tBrekke\tPROPN\tNNP\t_\t5\tnsubj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# newdoc id = quay
# text = Snow
1\tSnow\tsnow\tNOUN\tNN\tNumber=Sing\t0\troot\t_\t_

"""
ARTICLE = "Brekke said the pier was shut.\n\n“It is ice,” Falk added — “all of it.”"


def written(path: Path, text: str) -> Path:
    """A text file, gzipped where its name says so."""
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def lines(path: Path, *rows: dict[str, Any]) -> Path:
    """A file of JSON lines."""
    return written(path, "".join(json.dumps(row) + "\n" for row in rows))


def places(*words: str) -> list[list[int]]:
    """Where words of the article stand."""
    return [[ARTICLE.index(w), ARTICLE.index(w) + len(w)] for w in words]


@pytest.mark.parametrize("name", ["ferry.conllu", "ferry.conllu.gz"])
def test_a_treebank_is_documents_of_paragraphs_of_words(tmp_path: Path, name: str) -> None:
    ferry, quay = treebank(written(tmp_path / name, CONLLU), random.Random(0))
    assert ferry.paragraphs == [
        ["They", "ca", "n't", "sail", ".", "They", "wait", "."],
        ['"', "Ice", ",", '"', "said", "Brekke", "."],
    ]
    assert quay.paragraphs == [["Snow"]]


def test_a_tree_counts_its_heads_in_the_document(tmp_path: Path) -> None:
    ferry, quay = treebank(written(tmp_path / "ferry.conllu", CONLLU), random.Random(0))
    assert ferry.tree is not None
    assert ferry.tree.heads == [3, 3, 3, 3, 3, 6, 6, 6, 9, 12, 9, 9, 12, 12, 12]
    assert [ferry.words[i] for i, label in enumerate(ferry.tree.labels) if label == "ROOT"] == ["sail", "wait", "said"]
    assert [i for i, starts in enumerate(ferry.tree.starts) if starts] == [0, 5, 8]
    assert quay.tree == Tree(["NN"], ["NOUN|Number=Sing"], ["snow"], [0], ["ROOT"], [True])


def test_what_a_treebank_tells_of_a_word_stands_at_its_place(tmp_path: Path) -> None:
    ferry, _ = treebank(written(tmp_path / "ferry.conllu", CONLLU), random.Random(0))
    assert ferry.tree is not None
    told = zip(ferry.words, ferry.tree.tags, ferry.tree.morphs, ferry.tree.lemmas, strict=True)
    assert [*told][:3] == [
        ("They", "PRP", "PRON|Case=Nom", "they"),
        ("ca", "MD", "AUX|", "can"),
        ("n't", "RB", "PART|", "not"),
    ]


def test_a_share_of_sentences_has_curly_marks(tmp_path: Path) -> None:
    ferry, _ = treebank(written(tmp_path / "ferry.conllu", CONLLU), random.Random(0), curly_share=1.0)
    assert ferry.paragraphs[0][2] == "n’t"
    assert ferry.paragraphs[1][:4] == ["“", "Ice", ",", "”"]


def test_typewriter_marks_become_curly_ones_by_their_turn() -> None:
    words = ['"', "Ice", ",", '"', "isn't", "'", "new", "'"]
    spaces = [False, False, False, True, True, False, False, True]
    assert curly(words, spaces) == ["“", "Ice", ",", "”", "isn’t", "‘", "new", "’"]


def test_sentences_with_names_are_put_together_each_as_a_paragraph(tmp_path: Path) -> None:
    rows = [{"tokens": [word, "left"], "ner": ["B-PER", "O"]} for word in ("Falk", "Lapko", "Brekke")]
    found = [*names(lines(tmp_path / "names.jsonl.gz", *rows), 2, random.Random(0))]
    assert found == [
        Document([["Falk", "left"], ["Lapko", "left"]], names=["B-PER", "O", "B-PER", "O"]),
        Document([["Brekke", "left"]], names=["B-PER", "O"]),
    ]


def test_attributions_are_stretches_of_words(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "speech.jsonl",
        {
            "id": "pier",
            "text": ARTICLE,
            "attributions": [
                {"cue": places("said"), "source": places("Brekke"), "content": places("the pier was shut")},
                {"cue": places("added"), "source": places("Falk"), "content": places("“It is ice,”", "“all of it.”")},
                {"cue": [], "source": places("Brekke"), "content": places("ice")},
            ],
        },
    )
    (document,) = attributions(path, None, spacy.blank("en"))
    assert document.paragraphs[0] == ["Brekke", "said", "the", "pier", "was", "shut", "."]
    assert document.names is None
    assert document.told == [
        Told((1, 2), [(0, 1)], [(2, 6)]),
        Told((14, 15), [(13, 14)], [(7, 13), (16, 22)]),
    ]


def test_spans_that_only_a_space_parts_are_one_stretch(tmp_path: Path) -> None:
    row = {"cue": places("said"), "source": [], "content": places("pier was", "the")}
    path = lines(tmp_path / "speech.jsonl", {"id": "pier", "text": ARTICLE, "attributions": [row]})
    (document,) = attributions(path, None, spacy.blank("en"))
    assert document.told == [Told((1, 2), [], [(2, 5)])]


def test_names_that_a_machine_found_are_taken_where_they_end_with_words(tmp_path: Path) -> None:
    texts = lines(
        tmp_path / "speech.jsonl",
        {"id": "pier", "text": ARTICLE, "attributions": []},
        {"id": "quay", "text": "Snow.", "attributions": []},
    )
    (start, end), (other, _) = places("the pier", "shut")
    silver = lines(
        tmp_path / "silver.jsonl.gz",
        {"id": "pier", "entities": [[0, 6, "PER"], [start, end, "LOC"], [other, other + 2, "ORG"]]},
    )
    pier, quay = attributions(texts, silver, spacy.blank("en"))
    assert pier.names is not None
    assert pier.names[:6] == ["B-PER", "O", "B-LOC", "I-LOC", "O", "O"]
    assert set(pier.names[6:]) == {"O"}
    assert quay.names is None


def test_words_of_a_text_stand_where_they_are_said_to() -> None:
    paragraphs, starts, ends = tokenised("One  two.\n \n\nThree", spacy.blank("en"))
    assert paragraphs == [["One", "two", "."], ["Three"]]
    assert ["One  two.\n \n\nThree"[s:e] for s, e in zip(starts, ends, strict=True)] == ["One", "two", ".", "Three"]


def test_documents_are_read_as_they_were_written(tmp_path: Path) -> None:
    documents = [
        Document([["Snow", "’s"], ["—"]]),
        Document([["Falk"]], names=["B-PER"], told=[]),
        Document([["Snow"]], tree=Tree(["NN"], ["NOUN|"], ["snow"], [0], ["ROOT"], [True])),
    ]
    save(tmp_path / "documents.jsonl", documents)
    assert [*load(tmp_path / "documents.jsonl")] == documents


def test_attributions_are_read_as_they_were_written(tmp_path: Path) -> None:
    save(tmp_path / "documents.jsonl", [Document([["Falk", "said", "so"]], told=[Told((1, 2), [(0, 1)], [(2, 3)])])])
    (document,) = load(tmp_path / "documents.jsonl")
    assert document.told is not None
    assert tuple(document.told[0].cue) == (1, 2)
    assert [tuple(piece) for piece in document.told[0].content] == [(2, 3)]
