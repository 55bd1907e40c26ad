"""Which form a client wants: by its Accept header, or by the word `format` in the address."""

from collections.abc import Iterator, Mapping, Sequence

from fastapi import HTTPException


def chosen(forms: Mapping[str, Sequence[str]], accept: str | None, word: str | None) -> tuple[str, ...]:
    """The forms that will do, the best first; each has the media types by which it may be asked for. Raises 406."""
    if word is not None:
        named = tuple(form for form, types in forms.items() if word == form or word.lower() in types)
    else:
        wishes = tuple(_wishes(accept or "*/*"))
        weights = {form: max(_weight(wishes, media_type) for media_type in types) for form, types in forms.items()}
        named = tuple(sorted((form for form in forms if weights[form] > 0), key=lambda form: -weights[form]))
    if not named:
        raise HTTPException(406, f"this can be had as {', '.join(forms)}")
    return named


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    """Media ranges with their weights, the most specific last."""
    ranges = []
    for part in accept.split(","):
        media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        ranges.append((media_range, _number(weight)))
    yield from sorted(ranges, key=lambda wish: -wish[0].count("*"))


def _weight(wishes: Sequence[tuple[str, float]], media_type: str) -> float:
    """How much a media type is wanted: what the most specific range says that covers it."""
    covering = {"*/*", f"{media_type.partition('/')[0]}/*", media_type}
    return next((weight for media_range, weight in reversed(wishes) if media_range in covering), 0)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0
