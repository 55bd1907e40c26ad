"""Whether the words around a date look ahead."""

import pytest

from kg.language.tense import is_ahead


@pytest.mark.parametrize(
    ("before", "after", "ahead"),
    [
        ("Ferries will sail on ", "", True),
        ("The bridge is expected to be repaired by ", "", True),
        ("The talks are scheduled for ", "", True),
        ("The captain promised to repair the sail by the end of ", "", True),
        ("The captain promised to repair the sail by the end ", "of May", True),
        ("On ", ", ferries will sail again", True),
        ("Ferries sailed on ", "", False),
        ("He said on ", " that ferries will sail", False),
        ("The yacht was hit by a ferry on ", "", False),
        ("The delay is due to ice since ", "", False),
        ("The ", " ferry", None),
    ],
)
def test_the_nearest_verb_tells(before: str, after: str, ahead: bool | None) -> None:
    assert is_ahead(before, after) is ahead
