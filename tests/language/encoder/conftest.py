"""A vocabulary of word pieces, small and invented, of the same make as the shipped one."""

import string

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from kg.language.encoder.pieces import Pieces

LETTERS = string.ascii_lowercase + string.digits
WHOLE = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "ferry", "harbour", "said", "the", "storre", *string.punctuation]
VOCABULARY = [*WHOLE, *LETTERS, *("##" + letter for letter in LETTERS), "##s", "##ing", "##master"]


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    made = Tokenizer(WordPiece({piece: i for i, piece in enumerate(dict.fromkeys(VOCABULARY))}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    made.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    return made


@pytest.fixture(scope="session")
def pieces(tokenizer: Tokenizer, tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    path = tmp_path_factory.mktemp("vocabulary") / "pieces.json"
    # As a vocabulary made for whole sentences may have it; a single word must not be cut or filled up.
    tokenizer.enable_truncation(4)
    tokenizer.enable_padding(length=8)
    tokenizer.save(str(path))
    return Pieces(path)
