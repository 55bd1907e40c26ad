"""The treebank → what the lemmatiser ships: `python -m training.lemmas FOLDER`, a folder that holds pieces.json."""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.language.encoder.lemmas import KINDS, PLAIN, Lemmas, whole_words
from kg.language.wordlists import rows
from training.corpora import Document, load
from training.prepare import WORK

ODD = {"GW", "XX", "NFP", "ADD", "AFX", "LS", "NNP"}  # tags of halves of words, of addresses and of names
SEEN_OFTEN = 2  # a form that is right once more than the rules is a slip or slang
COLUMNS = (("VBD", "VERB"), ("VBN", "VERB"), ("NNS", "NOUN"))  # of irregular.tsv, behind the base form
CUT_OFF = {"'"}  # the possessive of a plural
MINISTER = ("NN", "pm")  # in wires more often one than an hour
Form = tuple[str, str, str, str]  # word, tag, UPOS, lemma


def forms(documents: Iterable[Document]) -> Iterator[Form]:
    """The words of the treebank that are spelt as they should be."""
    for document in documents:
        if tree := document.tree:
            for word, tag, morph, lemma in zip(document.words, tree.tags, tree.morphs, tree.lemmas, strict=True):
                if "Typo=Yes" not in morph and lemma != "_":
                    yield word, tag, morph.split("|")[0], lemma


def by_hand() -> Iterator[Form]:
    """The forms that are listed by hand: the treebank lacks some, and has others in a rare sense alone."""
    for base, *columns in rows("training", "irregular.tsv"):
        for (tag, pos), listed in zip(COLUMNS, columns, strict=True):
            for form in listed.split() if listed != "-" else ():
                yield form, tag, pos, base


def known(seen: Iterable[Form]) -> dict[str, set[str]]:
    """The base forms of each kind of word."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS.values()}
    for _, tag, _, lemma in seen:
        kind = KINDS.get(tag[:2])
        if kind and tag not in {"NNP", "NNPS"} and lemma.islower() and lemma.replace("-", "").isalpha():
            found[kind].add(lemma)
    return found


def irregular(seen: Iterable[Form], rules: Lemmas) -> dict[str, dict[str, str]]:
    """The forms by tag that the rules would more often get wrong than not, with their most frequent lemmas."""
    by_form: dict[tuple[str, str], Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for word, tag, pos, lemma in seen:
        form = word.translate(PLAIN).lower()
        is_word = form.replace("-", "").replace("'", "").replace(".", "").isalpha() or form in CUT_OFF
        if is_word and tag not in ODD and (tag, form) != MINISTER:
            by_form[tag, form][word, pos, lemma] += 1
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), counts in sorted(by_form.items()):
        lemmas: Counter[str] = Counter()
        for (_, _, lemma), n in counts.items():
            lemmas[lemma] += n
        best, right = lemmas.most_common(1)[0]
        by_rule = sum(n for (word, pos, lemma), n in counts.items() if rules.by_rule(word, tag, pos) == lemma)
        if right - by_rule >= SEEN_OFTEN:
            found[tag][form] = best
    return found


def table(
    documents: Iterable[Document], pieces: Iterable[str]
) -> dict[str, dict[str, dict[str, str]] | dict[str, str]]:
    """What `Lemmas.read` reads: forms that follow no rule, and base forms by kind of word."""
    seen = list(forms(documents))
    bases = known(seen)
    rules = Lemmas({}, {kind: frozenset(listed) for kind, listed in bases.items()}, whole_words(pieces))
    ours = list(by_hand())
    listed = {(tag, word) for word, tag, _, _ in ours}
    theirs = [form for form in seen if (form[1], form[0].lower()) not in listed]
    return {
        "irregular": irregular([*ours * SEEN_OFTEN, *theirs], rules),
        "known": {kind: " ".join(sorted(listed)) for kind, listed in bases.items()},
    }


def write(folder: Path) -> None:
    """`lemmas.json`, beside the vocabulary of word pieces, of the treebank as `training.prepare` has left it."""
    pieces = json.loads((folder / "pieces.json").read_text(encoding="utf-8"))["model"]["vocab"]
    made = table(load(WORK / "syntax.jsonl"), pieces)
    (folder / "lemmas.json").write_text(json.dumps(made, ensure_ascii=False, indent=0), encoding="utf-8")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path, help="the folder of the weights, in which pieces.json is already")
    write(cli.parse_args().folder)


if __name__ == "__main__":
    main()
