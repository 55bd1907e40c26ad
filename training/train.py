"""Trains the reader: `python -m training.train [--steps N]`; goes on from its last checkpoint where there is one.

Without one it begins with restored weights (`training.restore`), else with those of the base. The rate of learning
rises for a while, stands, and falls to nothing over the last steps, so that a run may be ended earlier or later than
planned by giving it another `--steps`. What is exported is the running mean of the weights.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from itertools import pairwise

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from kg.language.encoder.pieces import CASES, Pieces
from training.basis import vocabulary, weights
from training.corpora import Document, load
from training.examples import Batch, Example, Labels, batch_of, examples
from training.model import Net, base, slim
from training.prepare import WORK

INNER = 1152  # units of a layer's inner half that are kept, of 1,536
RATE, HEAD_RATE, WARM_STEPS, FALLING = 1.5e-4, 6e-4, 100, 0.7
MEMORY = 0.998  # of the running mean of the weights, at each step
ROWS = {"speech": 5, "syntax": 12, "names": 4}  # windows a step of each corpus
LENGTHS = (80, 160)  # of windows, in pieces
POOL = 64  # windows that are put in order of length before they are batched
SHOUTED, WHISPERED = 0.05, 0.03  # paragraphs read as if all in capitals, as headlines are, or in none
ENDS, MASK = 102, 103  # in the vocabulary of the base
HIDDEN = 0.06  # words that are read as a mask, so that none is learnt by heart
SILVER = 0.1  # what a machine's names count


def batches(
    documents: list[Document], rows: int, tools: tuple[Pieces, Labels], chance: random.Random
) -> Iterator[Batch]:
    """Batches without end: each time through the corpus its windows are cut anew, at lengths drawn by lot."""
    while True:
        chance.shuffle(documents)
        pool: list[Example] = []
        for document in documents:
            pool += examples(document, *tools, chance.randint(*LENGTHS))
            while len(pool) >= POOL:
                taken, pool = pool[:POOL], pool[POOL:]
                taken.sort(key=lambda example: len(example.window.ids))
                starts = list(range(0, POOL, rows))
                chance.shuffle(starts)
                for start in starts:
                    yield batch_of([written_anew(e, chance) for e in taken[start : start + rows]])


def written_anew(example: Example, chance: random.Random) -> Example:
    """The same window with some words hidden, and now and then its capitals changed."""
    window = example.window
    for first, behind in pairwise([*window.firsts, len(window.ids)]):
        if chance.random() < HIDDEN:
            window.ids[first:behind] = [i if i == ENDS else MASK for i in window.ids[first:behind]]
    lot = chance.random()
    if lot < SHOUTED + WHISPERED:
        letters = {CASES.index(c) for c in ("lower", "title", "capital", "upper", "mixed")}
        to = CASES.index("upper" if lot < SHOUTED else "lower")
        window.cases = [to if case in letters else case for case in window.cases]
    return example


def loss_of(net: Net, batch: Batch, *, half: bool) -> tuple[Tensor, dict[str, float]]:
    """What is to be made less, and its parts by name; the encoder may multiply in half precision."""
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        words = net.words(batch.ids, batch.cases, batch.seen, batch.firsts).float()
    parts: dict[str, Tensor] = {}
    count = batch.real.sum()
    if (tree := batch.tree) is not None:
        known = batch.real.reshape(-1)
        for name, weight, scores, gold in (
            ("tags", 0.5, net.tags(words), tree.tags),
            ("morphs", 0.4, net.morphs(words), tree.morphs),
            ("arcs", 1.5, net.arcs(words).masked_fill(~tree.allowed, -1e4), tree.heads),
            ("labels", 1.5, net.arc_labels(net.label_word(words), heads_of(net, words, tree.heads)), tree.labels),
        ):
            flat = functional.cross_entropy(scores.flatten(0, 1)[known], gold.reshape(-1)[known], ignore_index=-1)
            parts[name] = weight * flat
        starts = functional.binary_cross_entropy_with_logits(net.starts(words)[..., 0], tree.starts, reduction="none")
        parts["starts"] = (starts * batch.real).sum() / count
    if batch.names is not None:
        loss = net.names_chain.loss(net.names(words), batch.names, batch.real)
        parts["names"] = (SILVER if batch.silver else 1.0) * 4 * loss / count
    if batch.cues is not None:
        parts["cues"] = 4 * net.cues_chain.loss(net.cues(words), batch.cues, batch.real) / count
    if batch.pairs is not None and len(batch.pairs.cues):
        scores = net.pairs(words, batch.pairs.cues, batch.pairs.distances)
        real = batch.real[batch.pairs.cues[:, 0]]
        for at, (name, chain) in enumerate((("source", net.source_chain), ("content", net.content_chain))):
            loss = chain.loss(scores[:, :, at], batch.pairs.gold[:, at], real)
            parts[name] = 0.4 * loss / len(batch.pairs.cues)
    return torch.stack(list(parts.values())).sum(), {name: float(part.detach()) for name, part in parts.items()}


def heads_of(net: Net, words: Tensor, heads: Tensor) -> Tensor:
    """What `label_head` makes of each word's head; the root has a vector of its own."""
    made = net.label_head(words)
    made = torch.cat([made, net.label_root.expand(len(made), 1, -1)], 1)
    return made.gather(1, heads.clamp(min=0)[..., None].expand(-1, -1, made.shape[-1]))


def rate_at(step: int, steps: int) -> float:
    """The share of the full rate of learning at a step."""
    return min(1.0, step / WARM_STEPS, (steps - step) / (FALLING * steps))


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--steps", type=int, default=4700)
    cli.add_argument("--threads", type=int, default=1)
    cli.add_argument("--save-every", type=int, default=200)
    cli.add_argument("--half", action="store_true", help="multiply in bfloat16, on a processor that has units for it")
    given = cli.parse_args()
    torch.set_num_threads(given.threads)
    run = opened()
    corpora = {name: list(load(WORK / f"{name}.jsonl")) for name in ROWS}
    tools = Pieces(vocabulary()), Labels.read(WORK / "labels.json")
    streams = [batches(corpora[name], rows, tools, random.Random(f"{name} {run.step}")) for name, rows in ROWS.items()]
    run.net.train()
    told: dict[str, float] = {}
    since = time.time()
    while run.step < given.steps:
        losses = [loss_of(run.net, next(stream), half=given.half) for stream in streams]
        run.move(torch.stack([loss for loss, _ in losses]).sum(), rate_at(run.step, given.steps))
        for name, part in (item for _, parts in losses for item in parts.items()):
            told[name] = told.get(name, part) * 0.98 + part * 0.02
        if run.step % 20 == 0:
            pace = (time.time() - since) / 20
            print(run.step, f"{pace:.2f} s", " ".join(f"{k} {v:.3f}" for k, v in told.items()), flush=True)
            since = time.time()
        if run.step % given.save_every == 0 or run.step == given.steps:
            run.keep()


class Run:
    """The network on its way: its optimiser, the running mean of its weights, and the steps that are done."""

    def __init__(self, net: Net) -> None:
        # The word pieces keep what the base knows of them: most are too rare here to be learnt anew.
        net.encoder.piece.requires_grad_(False)
        self.net, self.step = net, 0
        self.learnt = {name: p for name, p in net.named_parameters() if p.requires_grad}
        heads = [p for name, p in self.learnt.items() if not name.startswith("encoder.") or "case" in name]
        body = [p for name, p in self.learnt.items() if name.startswith("encoder.") and "case" not in name]
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "full": RATE}, {"params": heads, "full": HEAD_RATE}],
            lr=RATE,
            weight_decay=0.01,
            fused=True,
        )
        self.mean = {name: p.detach().clone() for name, p in self.learnt.items()}

    def move(self, loss: Tensor, rate: float) -> None:
        """One step down, at a share of the full rate."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.learnt.values(), 2.0)
        for group in self.optimiser.param_groups:
            group["lr"] = group["full"] * rate
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        for name, mean in self.mean.items():
            mean.lerp_(self.learnt[name].detach(), 1 - MEMORY)
        self.step += 1

    def keep(self) -> None:
        """A checkpoint, each file whole or not at all."""
        state = self.net.state_dict()
        save_file({**state, **self.mean}, WORK / "mean.new")
        save_file(state, WORK / "net.new")
        torch.save({"optimiser": self.optimiser.state_dict(), "step": self.step}, WORK / "optimiser.new")
        (WORK / "mean.new").replace(WORK / "mean.safetensors")
        (WORK / "net.new").replace(WORK / "net.safetensors")
        (WORK / "optimiser.new").replace(WORK / "optimiser.pt")


def opened() -> Run:
    """The run from its last checkpoint, from restored weights, or from those of the base."""
    torch.manual_seed(0)
    labels = json.loads((WORK / "labels.json").read_text(encoding="utf-8"))
    encoder = base(weights())
    slim(encoder, INNER, samples())
    net = Net(encoder, labels)
    if (WORK / "net.safetensors").exists():
        net.load_state_dict(load_file(WORK / "net.safetensors"))
    run = Run(net)
    if (WORK / "optimiser.pt").exists():
        kept = torch.load(WORK / "optimiser.pt", weights_only=True)
        run.optimiser.load_state_dict(kept["optimiser"])
        run.step = kept["step"]
        mean = load_file(WORK / "mean.safetensors")
        run.mean = {name: mean[name] for name in run.learnt}
        torch.manual_seed(run.step)
    return run


def samples() -> list[tuple[Tensor, Tensor, Tensor]]:
    """Some text to see by which units of the base weights matter."""
    tools = Pieces(vocabulary()), Labels.read(WORK / "labels.json")
    chance = random.Random(0)
    some = [document for document, _ in zip(load(WORK / "speech.jsonl"), range(40), strict=False)]
    stream = batches(some, 8, tools, chance)
    found = [next(stream) for _ in range(16)]
    return [(batch.ids, torch.zeros_like(batch.cases), batch.seen) for batch in found]


if __name__ == "__main__":
    main()
