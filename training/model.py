"""The network: one encoder over word pieces, and heads for syntax, names and attributions."""

from collections.abc import Callable
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kg.language.encoder.pairs import DISTANCES
from kg.language.encoder.pieces import CASES

WIDTH, HEADS, LAYERS, DROPOUT = 384, 12, 5, 0.1  # the base has six layers; its last is made for whole sentences
ARC, LABEL, PAIR, HIDDEN = 192, 128, 192, 96  # widths of the heads
LOOSE = 0.33  # dropout within the heads of the tree, which learn the treebanks by heart before all others
NAMES = ("O", *(f"{b}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for b in "BI"))
BIO = ("O", "B", "I")


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as in BERT."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.merge = nn.Linear(WIDTH, WIDTH)
        self.widen = nn.Linear(WIDTH, inner)
        self.narrow = nn.Linear(inner, WIDTH)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, seen: Tensor) -> Tensor:
        rows, length, _ = x.shape
        query, key, value = self.attend(x).view(rows, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        with torch.autocast("cpu", enabled=False):  # in half precision its way back takes six times as long
            read = functional.scaled_dot_product_attention(
                query.float(), key.float(), value.float(), attn_mask=seen[:, None, None, :]
            )
        read = read.transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norms[0](x + self.drop(self.merge(read)))
        wide: Tensor = functional.gelu(self.widen(x))
        normal: Tensor = self.norms[1](x + self.drop(self.narrow(wide)))
        return normal


class Encoder(nn.Module):
    """Word pieces, and how their words are written → a vector a piece."""

    def __init__(self, vocabulary: int = 30522, positions: int = 512, inner: int = 1536) -> None:
        super().__init__()
        self.piece = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(positions, WIDTH)
        self.case = nn.Embedding(len(CASES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(LAYERS))

    def forward(self, ids: Tensor, cases: Tensor, seen: Tensor) -> Tensor:
        x = self.piece(ids) + self.position.weight[: ids.shape[1]] + self.case(cases)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, seen)
        return x


def base(weights: Path) -> Encoder:
    """The encoder with the weights of MiniLM; how words are written counts for nothing in it yet."""
    found, encoder = load_file(weights), Encoder()
    state = {
        "piece.weight": found["embeddings.word_embeddings.weight"],
        "position.weight": found["embeddings.position_embeddings.weight"]
        + found["embeddings.token_type_embeddings.weight"][0],
        "case.weight": torch.zeros(len(CASES), WIDTH),
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        old = f"encoder.layer.{i}"
        for kind in ("weight", "bias"):
            state[f"layers.{i}.attend.{kind}"] = torch.cat(
                [found[f"{old}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            for new, name in (
                ("merge", "attention.output.dense"),
                ("widen", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("norms.0", "attention.output.LayerNorm"),
                ("norms.1", "output.LayerNorm"),
            ):
                state[f"layers.{i}.{new}.{kind}"] = found[f"{old}.{name}.{kind}"]
    encoder.load_state_dict(state)
    return encoder


@torch.no_grad()
def slim(encoder: Encoder, inner: int, batches: list[tuple[Tensor, Tensor, Tensor]]) -> None:
    """Keeps of each layer's inner units those `inner` that move its output most on these batches."""
    units = [torch.zeros(2, layer.widen.out_features) for layer in _layers(encoder)]  # mean size, and mean

    def note(sums: Tensor) -> Callable[[nn.Module, object, Tensor], None]:
        def hook(_module: nn.Module, _given: object, out: Tensor) -> None:
            wide = functional.gelu(out)
            sums.add_(torch.stack([wide.abs().mean((0, 1)), wide.mean((0, 1))]) / len(batches))

        return hook

    hooks = [layer.widen.register_forward_hook(note(u)) for u, layer in zip(units, _layers(encoder), strict=True)]
    encoder.eval()
    for batch in batches:
        encoder(*batch)
    for hook in hooks:
        hook.remove()
    for (size, mean), layer in zip(units, _layers(encoder), strict=True):
        kept = (size * layer.narrow.weight.norm(dim=0)).topk(inner).indices.sort().values
        widen, narrow = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        widen.weight.copy_(layer.widen.weight[kept])
        widen.bias.copy_(layer.widen.bias[kept])
        narrow.weight.copy_(layer.narrow.weight[:, kept])
        # What the units left out add on average goes into the bias.
        narrow.bias.copy_(layer.narrow.bias + layer.narrow.weight @ mean - narrow.weight @ mean[kept])
        layer.widen, layer.narrow = widen, narrow


def _layers(encoder: Encoder) -> list[Layer]:
    return [layer for layer in encoder.layers if isinstance(layer, Layer)]


class Chain(nn.Module):
    """A linear-chain conditional random field over BIO tags: its score of a sequence is what Viterbi decodes by."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.opens = nn.Parameter(torch.zeros(len(tags)))
        inside = [i for i, tag in enumerate(tags) if tag[0] == "I"]
        forbidden = torch.zeros(len(tags), len(tags))
        for i in inside:
            follows = {tags[i], "B" + tags[i][1:]}
            forbidden[[j for j, tag in enumerate(tags) if tag not in follows], i] = -1e4
        self.register_buffer("forbidden", forbidden, persistent=False)
        self.register_buffer(
            "never_first", torch.tensor([-1e4 if i in inside else 0.0 for i in range(len(tags))]), persistent=False
        )

    def transitions(self) -> tuple[Tensor, Tensor]:
        """Scores of each tag behind each, and of each at the beginning."""
        return self.steps + self.forbidden, self.opens + self.never_first

    def loss(self, scores: Tensor, tags: Tensor, seen: Tensor) -> Tensor:
        """The sum of the negative log likelihoods of rows of tags; unseen places stand at the rows' ends."""
        steps, opens = self.transitions()
        total = opens + scores[:, 0]
        own = opens[tags[:, 0]] + scores[:, 0].gather(1, tags[:, :1])[:, 0]
        gold = scores.gather(2, tags[..., None])[..., 0]
        moved = steps[tags[:, :-1], tags[:, 1:]]
        own = own + ((gold[:, 1:] + moved) * seen[:, 1:]).sum(1)
        for i in range(1, scores.shape[1]):
            onward = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, i]
            total = torch.where(seen[:, i, None], onward, total)
        return (torch.logsumexp(total, 1) - own).sum()


class Net(nn.Module):
    """The encoder and its heads. What each head reads is the vector of a word's first piece."""

    def __init__(self, encoder: Encoder, labels: dict[str, list[str]]) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(DROPOUT)
        self.loose = nn.Dropout(LOOSE)
        self.tags = nn.Linear(WIDTH, len(labels["tags"]))
        self.morphs = nn.Linear(WIDTH, len(labels["morphs"]))
        self.starts = nn.Linear(WIDTH, 1)
        self.arc_word = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.eye(ARC + 1, ARC) * 0.1)
        self.root = nn.Linear(ARC, 1)
        self.label_word = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label_root = nn.Parameter(torch.zeros(LABEL))
        self.label = nn.Linear(LABEL, len(labels["labels"]))
        self.names = nn.Linear(WIDTH, len(NAMES))
        self.names_chain = Chain(NAMES)
        self.cues = nn.Linear(WIDTH, len(BIO))
        self.cues_chain = Chain(BIO)
        # A word in the light of a cue: what it is, what the cue is, how both fit, and how far they stand apart.
        self.pair_word = nn.Linear(WIDTH, 2 * PAIR)
        self.pair_first = nn.Linear(WIDTH, 2 * PAIR)
        self.pair_last = nn.Linear(WIDTH, 2 * PAIR)
        self.pair_distance = nn.Embedding(DISTANCES, PAIR)
        self.pair_hidden = nn.Linear(PAIR, HIDDEN)
        self.pair = nn.Linear(HIDDEN, 2 * len(BIO))
        self.source_chain = Chain(BIO)
        self.content_chain = Chain(BIO)

    def words(self, ids: Tensor, cases: Tensor, seen: Tensor, firsts: Tensor) -> Tensor:
        """A vector for each word."""
        pieces = self.encoder(ids, cases, seen)
        found: Tensor = self.drop(pieces.gather(1, firsts[..., None].expand(-1, -1, WIDTH)))
        return found

    def arcs(self, words: Tensor) -> Tensor:
        """Scores [row, word, head]; the head behind the last word is the root."""
        own, head = (self.loose(functional.gelu(side(words))) for side in (self.arc_word, self.arc_head))
        own = torch.cat([own, torch.ones_like(own[..., :1])], -1) @ self.arc
        return torch.cat([own @ head.transpose(1, 2), self.root(own)], -1)

    def arc_labels(self, own: Tensor, head: Tensor) -> Tensor:
        """Scores of the labels between words and their heads, of what `label_word` and `label_head` make of them."""
        found: Tensor = self.label(self.loose(functional.relu(own + head)))
        return found

    def pairs(self, words: Tensor, cues: Tensor, distances: Tensor) -> Tensor:
        """Scores [cue, word, (source or content) and BIO]; `cues` are rows, first words and last words."""
        rows, firsts, lasts = cues.unbind(1)
        own, fits = self.pair_word(words)[rows].chunk(2, -1)
        of_cue = self.pair_first(words[rows, firsts]) + self.pair_last(words[rows, lasts])
        cue, fit = of_cue[:, None].chunk(2, -1)
        seen = functional.relu(own + cue + fits * fit + self.pair_distance(distances))
        found: Tensor = self.pair(self.drop(functional.relu(self.pair_hidden(seen))))
        return found.view(*found.shape[:-1], 2, len(BIO))
