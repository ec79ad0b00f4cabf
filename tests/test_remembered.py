"""What is remembered is keyed by all that it depends on, and forgotten in time."""

from __future__ import annotations

from rapport.remembered import ANEW, Remembered, Same


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_what_was_made_for_the_very_same_values_is_given_again() -> None:
    memory, make, text = Remembered(), Maker(), ("Un", "an")
    assert memory(("line", Same(text), 3), make) == memory(("line", Same(text), 3), make) == 1
    assert memory(("line", Same(text), 4), make) == 2
    assert memory(("page", Same(text), 3), make) == 3


def test_equal_values_are_not_the_same() -> None:
    one, other = ["Un an"], ["Un an"]
    assert Same(one) == Same(one) != Same(other)
    memory, make = Remembered(), Maker()
    assert (memory(Same(one), make), memory(Same(other), make), memory(Same(one), make)) == (1, 2, 1)


def test_what_four_rounds_did_not_ask_for_is_forgotten() -> None:
    memory, make = Remembered(), Maker()
    memory("kept", make)
    for rounds in (1, 2, 3):
        for _ in range(rounds):
            memory.age()
        assert memory("kept", make) == 1
    for _ in range(4):
        memory.age()
    assert memory("kept", make) == 2


def test_who_remembers_nothing_makes_everything_anew() -> None:
    make, key = Maker(), Maker()
    assert (ANEW("kept", make), ANEW("kept", make)) == (1, 2)
    assert (ANEW.when(key, make), key.times) == (3, 0)


def test_a_key_may_be_made_when_it_is_asked_for() -> None:
    memory, make = Remembered(), Maker()
    assert memory.when(lambda: ("line", 3), make) == memory(("line", 3), make) == 1
