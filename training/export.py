"""The trained network → what is shipped: `python -m training.export FOLDER`; run by onnxruntime, no torch needed.

Matrices of the encoder and of its heads become eight-bit whole numbers with a scale a column; what they multiply is
brought to eight bits at run time, one window at a time, so that no window changes another's result. Seven of the
eight bits are used, since older processors add eight-bit products up in too few bits.
"""

import argparse
import json
import shutil
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

from training import lemmas
from training.basis import vocabulary
from training.corpora import load
from training.model import HEADS, LAYERS, NAMES
from training.prepare import WORK

TITLE = {"name": "dateline_en", "version": "2"}
OPSET, MICROSOFT, IR = 17, 1, 9
MATRIX_HEADS = ("morphs", "arc_word", "arc_head", "label_word", "label_head", "names", "cues", "starts")
CHOICES = ("tags",)  # of these only the best label leaves the network
SEEN = 0.01  # of a tag's words: what is seen less with it is taken for a slip
PAIRS = ("pair_word", "pair_first", "pair_last")

Array = NDArray[np.float32]


class Graph:
    """An ONNX graph in the making: each step's output is named for the step."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._count = 0

    def constant(self, value: NDArray[np.generic]) -> str:
        """A value that stands in the graph."""
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, *inputs: str, name: str = "", domain: str = "", **settings: object) -> str:
        """One step; its output's name."""
        self._count += 1
        out = name or f"{kind.lower()}{self._count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out], domain=domain, **settings))
        return out

    def split(self, x: str, parts: int) -> list[str]:
        """Equal parts of the last axis."""
        self._count += 1
        outs = [f"part{self._count}_{i}" for i in range(parts)]
        self.nodes.append(helper.make_node("Split", [x], outs, axis=-1))
        return outs

    def linear(self, x: str, weight: Array, bias: Array, name: str = "") -> str:
        """A product with a matrix [out, in], and a bias."""
        return self.add("Add", self.add("MatMul", x, self.constant(weight.T)), self.constant(bias), name=name)


def encoder(graph: Graph, net: dict[str, Array]) -> str:
    """Pieces and cases → vectors [1, piece, width]."""
    table = net["encoder.piece.weight"]
    scale = np.abs(table).max(1, keepdims=True) / 127
    whole = np.round(table / np.maximum(scale, 1e-12)).astype(np.int8)
    rows = graph.add("Cast", graph.add("Gather", graph.constant(whole), "ids"), to=TensorProto.FLOAT)
    rows = graph.add("Mul", rows, graph.add("Gather", graph.constant(scale.astype(np.float32)), "ids"))
    length = graph.add("Shape", "ids")
    zero = graph.constant(np.array([0]))
    position = graph.add("Slice", graph.constant(net["encoder.position.weight"]), zero, length, zero)
    case = graph.add("Gather", graph.constant(net["encoder.case.weight"]), "cases")
    x = graph.add("Add", graph.add("Add", rows, position), case)
    x = graph.add(
        "LayerNormalization",
        x,
        *(graph.constant(net[f"encoder.norm.{kind}"]) for kind in ("weight", "bias")),
        epsilon=1e-12,
    )
    x = graph.add("Unsqueeze", x, zero)
    for i in range(LAYERS):
        x = layer(graph, {k.split(".", 3)[3]: v for k, v in net.items() if k.startswith(f"encoder.layers.{i}.")}, x)
    return graph.add("Squeeze", x, zero)


def layer(graph: Graph, net: dict[str, Array], x: str) -> str:
    """One transformer layer."""
    together = graph.linear(x, net["attend.weight"], net["attend.bias"])
    asked, key, value = graph.split(together, 3)
    read = graph.add("MultiHeadAttention", asked, key, value, domain="com.microsoft", num_heads=HEADS)
    x = normal(graph, net, "0", x, graph.add("MatMul", read, graph.constant(net["merge.weight"].T)), "merge.bias")
    wide = graph.add("MatMul", x, graph.constant(net["widen.weight"].T))
    wide = graph.add("BiasGelu", wide, graph.constant(net["widen.bias"]), domain="com.microsoft")
    return normal(graph, net, "1", x, graph.add("MatMul", wide, graph.constant(net["narrow.weight"].T)), "narrow.bias")


def normal(graph: Graph, net: dict[str, Array], which: str, x: str, change: str, bias: str) -> str:
    """What a half of a layer adds, added and normalised."""
    # Not the fused operator, which takes six times as long (onnxruntime 1.32).
    total = graph.add("Add", graph.add("Add", change, graph.constant(net[bias])), x)
    weights = (graph.constant(net[f"norms.{which}.{kind}"]) for kind in ("weight", "bias"))
    return graph.add("LayerNormalization", total, *weights, epsilon=1e-12)


def heads(graph: Graph, net: dict[str, Array], pieces: str) -> list[onnx.ValueInfoProto]:
    """All that is asked of a window's words, by name."""
    words = graph.add("Gather", pieces, "firsts")
    for name in CHOICES:
        scores = graph.linear(words, net[f"{name}.weight"], net[f"{name}.bias"])
        graph.add("ArgMax", scores, name=name, axis=1, keepdims=0)
    made = {
        name: graph.linear(words, net[f"{name}.weight"], net[f"{name}.bias"], name=name)
        for name in (*MATRIX_HEADS, *PAIRS)
    }
    own, head = (
        graph.add(
            "BiasGelu",
            made[name],
            graph.constant(np.zeros(net[f"{name}.bias"].shape, np.float32)),
            domain="com.microsoft",
        )
        for name in ("arc_word", "arc_head")
    )
    bilinear = net["arc"]
    own = graph.add("Add", graph.add("MatMul", own, graph.constant(bilinear[:-1])), graph.constant(bilinear[-1]))
    arcs = graph.add("MatMul", own, graph.add("Transpose", head, perm=[1, 0]))
    root = graph.linear(own, net["root.weight"], net["root.bias"])
    graph.add("Concat", arcs, root, name="arcs", axis=1)
    shown = ("starts", "morphs", "label_word", "label_head", "names", "cues", "arcs", *PAIRS)
    return [
        *(helper.make_tensor_value_info(name, TensorProto.INT64, ["words"]) for name in CHOICES),
        *(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", None]) for name in shown),
    ]


def network(net: dict[str, Array]) -> onnx.ModelProto:
    """The whole network, in single precision."""
    graph = Graph()
    outputs = heads(graph, net, encoder(graph, net))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [axis])
        for name, axis in (("ids", "pieces"), ("cases", "pieces"), ("firsts", "words"))
    ]
    made = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", MICROSOFT)]
    model = helper.make_model(made, opset_imports=opsets)
    model.ir_version = IR
    return model


def decoder(net: dict[str, Array]) -> dict[str, Array]:
    """What is computed outside of the network, for chosen words and cues: small matrices, and the chains' steps."""
    found = {
        name: net[name]
        for name in net
        if name.startswith(("pair_distance.", "pair_hidden.", "pair.", "label.", "label_root"))
    }
    for chain, tags in (("names", NAMES), *((name, ("O", "B", "I")) for name in ("cues", "source", "content"))):
        steps, opens = net[f"{chain}_chain.steps"].copy(), net[f"{chain}_chain.opens"].copy()
        for i, tag in enumerate(tags):
            if tag[0] == "I":
                opens[i] -= 1e4
                steps[[j for j, before in enumerate(tags) if before not in {tag, "B" + tag[1:]}], i] -= 1e4
        found[f"{chain}_chain.steps"], found[f"{chain}_chain.opens"] = steps, opens
    return found


def parts_of_speech() -> dict[str, list[str]]:
    """The parts of speech that words of each tag have in the treebank."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for document in load(WORK / "syntax.jsonl"):
        if tree := document.tree:
            for tag, morph in zip(tree.tags, tree.morphs, strict=True):
                seen[tag][morph.split("|", 1)[0]] += 1
    return {tag: sorted(pos for pos, n in of.items() if n >= SEEN * of.total()) for tag, of in sorted(seen.items())}


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument(
        "folder", type=Path, help="where to write the weights; an existing folder is replaced file by file"
    )
    cli.add_argument("--exact", action="store_true", help="leave all in single precision, to see what eight bits cost")
    given = cli.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    net = load_file(WORK / "mean.safetensors")
    target = given.folder / "reader.onnx"
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        onnx.save(network(net), exact)
        if given.exact:
            shutil.copy(exact, target)
        else:
            quantize_dynamic(
                exact,
                target,
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
                extra_options={"DefaultTensorType": TensorProto.FLOAT},
            )
    np.savez(given.folder / "decoder.npz", allow_pickle=False, **decoder(net))
    labels = json.loads((WORK / "labels.json").read_text(encoding="utf-8"))
    told = {"title": TITLE, "labels": {**labels, "names": NAMES}, "parts_of_speech": parts_of_speech()}
    (given.folder / "reader.json").write_text(json.dumps(told, indent=0), encoding="utf-8")
    shutil.copy(vocabulary(), given.folder / "pieces.json")
    lemmas.write(given.folder)


if __name__ == "__main__":
    main()
