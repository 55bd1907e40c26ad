"""The inventory of labels that a network is trained to choose from."""

from training.corpora import Document, Tree
from training.prepare import SEEN_OFTEN, inventory


def sentence(word: str, tag: str, lemma: str) -> Document:
    """A document of one word."""
    return Document([[word]], tree=Tree([tag], [f"{tag}|"], [lemma], [0], ["ROOT"], [True]))


def test_labels_stand_by_how_often_they_are_seen_and_rare_ones_are_left_out() -> None:
    documents = [
        *[sentence("ice", "NN", "ice")] * SEEN_OFTEN,
        *[sentence("waits", "VBZ", "wait")] * (SEEN_OFTEN + 1),
        *[sentence("sank", "VBD", "sink")] * (SEEN_OFTEN - 1),
    ]
    assert inventory(documents) == {
        "tags": ["VBZ", "NN"],
        "morphs": ["VBZ|", "NN|"],
        "labels": ["ROOT"],
    }


def test_documents_without_a_tree_tell_no_labels() -> None:
    assert inventory([Document([["Falk"]], names=["B-PER"])]) == {"tags": [], "morphs": [], "labels": []}
