"""The mean of two checkpoints, often better than either: `python -m training.average FILE FILE`; export takes it."""

import argparse
from pathlib import Path

from safetensors.numpy import load_file, save_file

from training.prepare import WORK


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("one", type=Path)
    cli.add_argument("other", type=Path)
    given = cli.parse_args()
    one, other = load_file(given.one), load_file(given.other)
    save_file({name: (value + other[name]) / 2 for name, value in one.items()}, WORK / "net.safetensors")


if __name__ == "__main__":
    main()
