"""Public corpora → spaCy training files: `python -m training.prepare DATA`."""

import argparse
import gzip
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

WORK = Path(__file__).parent / "work"
CURLY_SHARE = 0.4  # of documents: wires mix typewriter and curly quotation marks, the treebanks hardly do
SENTENCES_A_DOC = 8
CLOSING = {".", ",", ":", ";", "?", "!", ")", "'s", "n't", "%", "''", "]", "'"}
OPENING = {"(", "``", "[", "$"}

Row = list[str]


def lines_of(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from stream


def read_conllu(path: Path) -> Iterator[tuple[bool, list[Row], list[bool]]]:
    """Sentences as (starts a document, ten-column rows, whether a space follows each)."""
    rows: list[Row] = []
    spaces: list[bool] = []
    opens, joined_until, last_space = False, 0, True
    for raw in lines_of(path):
        line = raw.rstrip("\n")
        if line.startswith("# newdoc"):
            opens = True
        elif not line:
            if rows:
                yield opens, rows, spaces
            opens, rows, spaces, joined_until = False, [], [], 0
        elif not line.startswith("#"):
            row = line.split("\t")
            space = "SpaceAfter=No" not in row[9]
            if "-" in row[0]:
                joined_until, last_space = int(row[0].split("-")[1]), space
            elif "." not in row[0]:
                number = int(row[0])
                rows.append(row)
                spaces.append(last_space if number == joined_until else space and number > joined_until)


def curly(words: list[str], spaces: list[bool]) -> list[str]:
    """The words with typewriter quotation marks turned into curly ones."""
    out, open_double = [], False
    for i, word in enumerate(words):
        if word in {'"', "``", "''"}:
            open_double = not open_double
            out.append("“" if open_double else "”")
        elif word == "'":
            out.append("‘" if i == 0 or spaces[i - 1] else "’")
        else:
            out.append(word.replace("'", "’"))
    return out


def syntax_docs(path: Path, vocab: Vocab, chance: random.Random) -> Iterator[Doc]:
    """Treebank documents in pieces of a few sentences, with tags, lemmas, features, heads and labels."""
    held: list[tuple[list[Row], list[bool]]] = []
    for opens, rows, spaces in read_conllu(path):
        if held and (opens or len(held) == SENTENCES_A_DOC):
            yield syntax_doc(held, vocab, chance)
            held = []
        held.append((rows, spaces))
    if held:
        yield syntax_doc(held, vocab, chance)


def syntax_doc(sentences: list[tuple[list[Row], list[bool]]], vocab: Vocab, chance: random.Random) -> Doc:
    rows: list[Row] = []
    spaces: list[bool] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence, gaps in sentences:
        offset = len(rows)
        heads += [offset + (int(r[6]) - 1 if r[6] != "0" else i) for i, r in enumerate(sentence)]
        starts += [i == 0 for i in range(len(sentence))]
        rows += sentence
        spaces += gaps
    words = [r[1] for r in rows]
    if chance.random() < CURLY_SHARE:
        words = curly(words, spaces)
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        tags=[r[4] for r in rows],
        pos=[r[3] for r in rows],
        morphs=["" if r[5] == "_" else r[5] for r in rows],
        lemmas=[r[2] for r in rows],
        heads=heads,
        deps=["ROOT" if r[7] == "root" else r[7] for r in rows],
        sent_starts=starts,
    )


def spaced(tokens: list[str]) -> list[bool]:
    """Whether a space follows each token of a corpus that gives bare tokens."""
    gaps, open_double = [], False
    for i, token in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        if token == '"':
            open_double = not open_double
        closes = following in CLOSING or (following == '"' and open_double)
        gaps.append(not (closes or token in OPENING or (token == '"' and open_double)))
    return gaps


def tagged_docs(path: Path, vocab: Vocab, chance: random.Random) -> Iterator[Doc]:
    """Sentences of a names corpus, a few joined in one Doc as they follow each other in the file."""
    held: list[dict[str, Any]] = []
    for line in lines_of(path):
        held.append(json.loads(line))
        if len(held) == SENTENCES_A_DOC:
            yield tagged_doc(held, vocab, chance)
            held = []
    if held:
        yield tagged_doc(held, vocab, chance)


def tagged_doc(sentences: list[dict[str, Any]], vocab: Vocab, chance: random.Random) -> Doc:
    words = [w for s in sentences for w in s["tokens"]]
    spaces = [g for s in sentences for g in spaced(s["tokens"])]
    if chance.random() < CURLY_SHARE:
        words = curly(words, spaces)
    return Doc(vocab, words=words, spaces=spaces, ents=[t for s in sentences for t in s["ner"]])


def marked_docs(path: Path, nlp: spacy.language.Language) -> Iterator[Doc]:
    """Paragraphs of articles whose names stand as offsets; names that cut a token are left out."""
    for line in lines_of(path):
        article = json.loads(line)
        at = 0
        for paragraph in article["text"].split("\n\n"):
            end = at + len(paragraph)
            doc = nlp.make_doc(paragraph)
            spans = [doc.char_span(s - at, e - at, kind) for s, e, kind in article["entities"] if at <= s and e <= end]
            doc.ents = [span for span in spans if isinstance(span, Span)]
            at = end + 2
            if len(doc) > 3:
                yield doc


def save(name: str, docs: Iterable[Doc]) -> None:
    found = list(docs)
    DocBin(docs=found, store_user_data=False).to_disk(WORK / f"{name}.spacy")
    print(f"{name}: {len(found)} documents, {sum(map(len, found))} words")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path, help="the folder that holds treebank/, names/ and polnear/")
    data = cli.parse_args().data
    WORK.mkdir(exist_ok=True)
    nlp, chance = spacy.blank("en"), random.Random(0)
    for split in ("train", "dev"):
        save(f"syntax.{split}", syntax_docs(data / "treebank" / f"{split}.conllu.gz", nlp.vocab, chance))
    read = {
        name: list(tagged_docs(data / "names" / f"{name}.jsonl.gz", nlp.vocab, chance))
        for name in ("conll2003.train", "conll2003.dev", "politics.train", "politics.dev")
    }
    silver = list(marked_docs(data / "polnear" / "train.silver_names.jsonl.gz", nlp))
    # Careful hand-made names count more than machine-made ones, so they stand in the mix more often.
    mixed = 2 * read["conll2003.train"] + 4 * read["politics.train"] + silver
    chance.shuffle(mixed)
    save("names.train", mixed)
    save("names.dev", read["conll2003.dev"] + read["politics.dev"])
    save("conll2003.dev", read["conll2003.dev"])
    save("politics.dev", read["politics.dev"])


if __name__ == "__main__":
    main()
