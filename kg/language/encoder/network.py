"""The trained network: windows → scores, and what is made of them for cues and arcs."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from kg.language.encoder.decoding import Chain, Floats, Integers
from kg.language.encoder.pairs import distance
from kg.language.encoder.pieces import Pieces
from kg.language.encoder.windows import Window


@dataclass(frozen=True)
class Scores:
    """What the network says of a window's words."""

    tags: Integers
    morphs: Integers  # the best of those that the tag allows
    starts: Floats  # of sentences: above nothing where one more likely begins
    arcs: Floats  # [word, head], the root's column last
    label_word: Floats
    label_head: Floats
    names: Floats
    cues: Floats
    pair_word: Floats
    pair_first: Floats
    pair_last: Floats


class Network:
    """The shipped weights, run by onnxruntime on one thread: wires are shared out among processes, not threads."""

    def __init__(self, folder: Path) -> None:
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = settings.inter_op_num_threads = 1
        settings.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            folder / "reader.onnx",
            settings,
            providers=["CPUExecutionProvider"],
            # The fused operator takes six times as long as the two that it stands for (onnxruntime 1.32).
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        self._outputs = [output.name for output in self._session.get_outputs()]
        with np.load(folder / "decoder.npz", allow_pickle=False) as arrays:
            self._arrays: dict[str, Floats] = {name: arrays[name] for name in arrays.files}
        told = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        self.title: dict[str, str] = told["title"]
        self.labels: dict[str, list[str]] = told["labels"]
        allowed = told["parts_of_speech"]
        self._fits = np.array(
            [
                [0 if morph.split("|", 1)[0] in allowed[tag] else -np.inf for morph in self.labels["morphs"]]
                for tag in self.labels["tags"]
            ],
            dtype=np.float32,
        )
        self.pieces = Pieces(folder / "pieces.json")
        self.names, self.cues, self.source, self.content = (
            Chain(self._arrays[f"{name}_chain.steps"], self._arrays[f"{name}_chain.opens"])
            for name in ("names", "cues", "source", "content")
        )

    def scores(self, window: Window) -> Scores:
        """The scores of one window. It is read alone: what else is read with it can't change them."""
        given = {"ids": window.ids, "cases": window.cases, "firsts": window.firsts}
        found: list[NDArray[Any]] = self._session.run(
            None, {name: np.array(values, dtype=np.int64) for name, values in given.items()}
        )
        by_name = dict(zip(self._outputs, found, strict=True))
        by_name["starts"] = by_name["starts"][:, 0]
        by_name["morphs"] = (by_name["morphs"] + self._fits[by_name["tags"]]).argmax(1)
        return Scores(**by_name)

    def arc_labels(self, scores: Scores, heads: list[int]) -> Integers:
        """The best label of each word's arc, by the words' heads in the window; -1 is the root."""
        above = np.concatenate([scores.label_head, self._arrays["label_root"][None]])[heads]
        found = np.maximum(scores.label_word + above, 0) @ self._arrays["label.weight"].T + self._arrays["label.bias"]
        best: Integers = found.argmax(1)
        return best

    def pairs(self, scores: Scores, window: Window, cue: tuple[int, int]) -> tuple[Floats, Floats]:
        """Scores of the words as source and as content of a cue at words [start, end), by BIO tag."""
        start, end = cue
        own, fits = np.split(scores.pair_word, 2, axis=1)
        said, fit = np.split(scores.pair_first[start] + scores.pair_last[end - 1], 2)
        far = self._arrays["pair_distance.weight"][distance(window.paragraphs, start, end)]
        seen = np.maximum(own + said + fits * fit + far, 0)
        seen = np.maximum(seen @ self._arrays["pair_hidden.weight"].T + self._arrays["pair_hidden.bias"], 0)
        found = seen @ self._arrays["pair.weight"].T + self._arrays["pair.bias"]
        return found[:, :3], found[:, 3:]
