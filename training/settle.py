"""The config of a second, shorter phase that starts from a trained half and lets its learning rate run out: `python -m training.settle HALF`.

The first phase may be stopped where its scores level off; what it then lacks is the slow end of its schedule.
"""

import argparse

import spacy

from training.prepare import WORK

STEPS = {"syntax": 2000, "names": 2400}


def settling(half: str) -> spacy.util.Config:
    """The half's own config, its components taken from the first phase, with a falling learning rate."""
    config = spacy.util.load_config(WORK / f"{half}.cfg")
    trained = str(WORK / half / "model-last")
    config["components"] = {name: {"source": trained} for name in config["nlp"]["pipeline"]}
    config["training"].update(max_steps=STEPS[half], patience=0, eval_frequency=400)
    config["training"]["optimizer"]["learn_rate"].update(initial_rate=0.001, warmup_steps=50, total_steps=STEPS[half] + 100)
    return config


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("half", choices=STEPS)
    half = cli.parse_args().half
    settling(half).to_disk(WORK / f"{half}-settled.cfg")


if __name__ == "__main__":
    main()
