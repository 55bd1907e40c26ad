"""Shipped weights → a checkpoint that training can go on from: `python -m training.restore FOLDER`.

What eight bits have cost stays lost. Optimiser and step are not in the shipped files: `training.train` begins anew.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper
from safetensors.numpy import save_file

from training.export import network
from training.model import Encoder, Net
from training.prepare import WORK
from training.train import INNER

TABLE = "encoder.piece.weight"  # the one parameter that the export works out rather than lays down
BARRED = -5e3  # steps of a chain below this are those that BIO forbids

Array = NDArray[np.float32]


def restored(folder: Path) -> dict[str, Array]:
    """The parameters that shipped weights were exported from, by name, as far as eight bits tell."""
    labels = json.loads((folder / "reader.json").read_text(encoding="utf-8"))["labels"]
    shapes = {n: tuple(p.shape) for n, p in Net(Encoder(inner=INNER), labels).state_dict().items()}
    graph = onnx.load(folder / "reader.onnx").graph
    shipped = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    net = {name: value for name, value in outside(folder / "decoder.npz").items() if name in shapes}
    net |= inside(shipped, {name: shape for name, shape in shapes.items() if name not in net})
    if wrong := sorted(name for name in shapes if name not in net or net[name].shape != shapes[name]):
        raise SystemExit(f"{folder} was not exported by this recipe: {', '.join(wrong)} differ in shape")
    return net


def outside(decoder: Path) -> dict[str, Array]:
    """The parameters that are shipped beside the network."""
    with np.load(decoder, allow_pickle=False) as arrays:
        return {name: np.where(arrays[name] < BARRED, 0, arrays[name]).astype(np.float32) for name in arrays.files}


def inside(shipped: dict[str, NDArray[np.generic]], shapes: dict[str, tuple[int, ...]]) -> dict[str, Array]:
    """The parameters that stand in the network.

    A network of numbers is exported in which no number stands twice; where each has come to lie tells what the shipped
    values at those places are, however the export has turned and cut them.
    """
    sizes = {name: int(np.prod(shape)) for name, shape in shapes.items() if name != TABLE}
    ends = dict(zip(sizes, np.cumsum(list(sizes.values())).tolist(), strict=True))
    numbered = {
        name: np.arange(ends[name] - size, ends[name]).reshape(shapes[name]) + 1 for name, size in sizes.items()
    }
    values = np.full(sum(sizes.values()) + 1, np.nan, np.float32)
    numbered[TABLE] = np.zeros(shapes[TABLE], np.int64)
    table, scale, *rest = network(numbered).graph.initializer
    for tensor in rest:
        places = numpy_helper.to_array(tensor)
        if places.any():
            values[places] = dequantised(shipped, tensor.name)
    net = {name: values[numbers] for name, numbers in numbered.items()}
    net[TABLE] = dequantised(shipped, table.name) * dequantised(shipped, scale.name)
    return net


def dequantised(shipped: dict[str, NDArray[np.generic]], name: str) -> Array:
    """A constant of the network; one in eight bits comes with a scale and a zero, for all or for each column."""
    if name in shipped:
        return shipped[name].astype(np.float32)
    whole = shipped[f"{name}_quantized"].astype(np.float32) - shipped[f"{name}_zero_point"].astype(np.float32)
    return whole * shipped[f"{name}_scale"].astype(np.float32)


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path, help="the folder of the shipped weights")
    weights = restored(cli.parse_args().folder)
    found = {name: np.ascontiguousarray(value) for name, value in weights.items()}
    for file in ("net", "mean"):
        save_file(found, WORK / f"{file}.safetensors")
    (WORK / "optimiser.pt").unlink(missing_ok=True)  # of another run


if __name__ == "__main__":
    main()
