"""The order of mixed text, checked on cases worked out from UAX #9."""

from __future__ import annotations

import pytest

from app.documents import bidi

ALEF, BET, GIMEL, AIN = "\u05d0", "\u05d1", "\u05d2", "\u0639"


def drawn(text: str) -> str:
    base = bidi.base_level(text)
    return "".join(text[place] for place in bidi.visual_order(bidi.levels(text, base, base)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", "abc"),
        (ALEF + BET, BET + ALEF),
        (f"abc {ALEF}{BET} def", f"abc {BET}{ALEF} def"),
        (f"{ALEF}{BET} 12", f"12 {BET}{ALEF}"),
        (f"{ALEF} 12 {BET}", f"{BET} 12 {ALEF}"),
        (f"{ALEF} & {BET}", f"{BET} & {ALEF}"),
        (f"abc {ALEF} 1,5 {BET}", f"abc {BET} 1,5 {ALEF}"),
        (f"{ALEF} abc {BET}", f"{BET} abc {ALEF}"),
        (f"{AIN} 24/7", f"24/7 {AIN}"),
        (f"{ALEF} 50% {BET}", f"{BET} 50% {ALEF}"),
        (f"12 {ALEF}", f"{ALEF} 12"),
    ],
)
def test_letters_are_drawn_in_visual_order(text: str, expected: str) -> None:
    assert drawn(text) == expected


def test_a_later_line_follows_the_language_of_the_one_before() -> None:
    after_latin = bidi.levels("12 rue", 1, 0)
    assert len(set(after_latin)) == 1 and after_latin[0] == 2
    after_hebrew = bidi.levels("12 rue", 1, 1)
    assert bidi.visual_order(after_hebrew) != bidi.visual_order(after_latin)


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", False), ("Éléonore 10 €", False), (f"a{ALEF}", True), (f"a{AIN}", True), ("", False)]
)
def test_right_to_left_is_noticed(text: str, expected: bool) -> None:
    assert bidi.has_right_to_left(text) is expected


@pytest.mark.parametrize(("text", "before", "expected"), [("abc", 1, 0), (ALEF, 0, 1), ("12", 1, 1), ("", 0, 0)])
def test_last_level(text: str, before: int, expected: int) -> None:
    assert bidi.last_level(text, before) == expected
