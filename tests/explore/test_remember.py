"""What is made from something that never changes is made once."""

import gc

from kg.explore.remember import remembered


class Source:
    """Something that can be made something from."""


def test_a_thing_is_made_once_for_each_source() -> None:
    made: list[Source] = []

    @remembered
    def make(source: Source) -> int:
        made.append(source)
        return len(made)

    one, other = Source(), Source()
    assert [make(one), make(other), make(one), make(other)] == [1, 2, 1, 2]
    assert made == [one, other]


def test_it_goes_with_its_source() -> None:
    class Thing:
        alive = 0

        def __init__(self) -> None:
            Thing.alive += 1

        def __del__(self) -> None:
            Thing.alive -= 1

    @remembered
    def make(source: Source) -> Thing:
        return Thing()

    source = Source()
    make(source)
    assert Thing.alive == 1
    del source
    gc.collect()
    assert Thing.alive == 0
