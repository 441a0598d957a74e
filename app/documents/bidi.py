"""The order in which mixed left-to-right and right-to-left text is drawn.

The Unicode bidirectional algorithm (UAX #9) without explicit embeddings: those control characters never reach a
document, they are taken out with the other invisible controls.
"""

from __future__ import annotations

import re
import unicodedata

# The blocks that Unicode keeps for such alphabets (DerivedBidiClass.txt): Hebrew to Arabic Extended, their presentation forms, and the ancient ones.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG = {"L": "L", "R": "R", "AL": "R"}


def has_right_to_left(text: str) -> bool:
    """Whether any character of `text` is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(character: str) -> bool:
    """Whether `character` is a letter written from right to left."""
    return unicodedata.bidirectional(character) in ("R", "AL")


def base_level(text: str) -> int:
    """0 when the first letter of `text` is written left to right (or there is none), 1 otherwise. Source: UAX #9, P2 and P3."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _STRONG:
            return 0 if kind == "L" else 1
    return 0


def last_level(text: str, before: int) -> int:
    """0 or 1 by the last letter of `text`, or `before` when it has none: what the next line of the paragraph follows."""
    for character in reversed(text):
        kind = unicodedata.bidirectional(character)
        if kind in _STRONG:
            return 0 if kind == "L" else 1
    return before


def levels(text: str, base: int, before: int) -> list[int]:
    """The embedding level of each character: even is left to right, odd right to left. Source: UAX #9, W1 to I2.

    Args:
        base: level of the paragraph.
        before: level of the text before it in the same paragraph (`last_level`), the paragraph's own at its start.
    """
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    _resolve_weak(kinds, "LR"[before])
    _resolve_neutral(kinds, "LR"[base], "LR"[before])
    return [_level(kind, base) for kind in kinds]


def visual_order(line_levels: list[int]) -> list[int]:
    """Positions of a line's characters from left to right. Source: UAX #9, L2."""
    order = list(range(len(line_levels)))
    odd = [level for level in line_levels if level % 2]
    if not odd:
        return order
    for level in range(max(line_levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if line_levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and line_levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def _level(kind: str, base: int) -> int:
    if base == 0:
        return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
    return 1 if kind == "R" else 2


def _resolve_weak(kinds: list[str], before: str) -> None:
    """W1 to W7: marks take the kind of what they follow, numbers and their separators settle."""
    previous = strong = before
    for index, kind in enumerate(kinds):
        if kind == "NSM" or kind == "BN":
            kinds[index] = previous
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        previous = kinds[index]
    for index, kind in enumerate(kinds):
        if kind == "AL":
            kinds[index] = "R"
    for index in range(1, len(kinds) - 1):
        left, right = kinds[index - 1], kinds[index + 1]
        if left == right and ((kinds[index] in ("ES", "CS") and left == "EN") or (kinds[index] == "CS" and left == "AN")):
            kinds[index] = left
    _spread_terminators(kinds)
    strong = before
    for index, kind in enumerate(kinds):
        if kind in ("ES", "CS", "ET"):
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _spread_terminators(kinds: list[str]) -> None:
    """W5: signs such as % and € that touch a number belong to it."""
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = -1 if order.step == 1 else 1
        for index in order:
            if kinds[index] == "ET" and kinds[index + step] == "EN":
                kinds[index] = "EN"


def _resolve_neutral(kinds: list[str], outer: str, first: str) -> None:
    """N1 and N2: what is neutral takes the direction of both sides, or that of the paragraph."""
    sides = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
    index = 0
    while index < len(kinds):
        if kinds[index] in sides:
            index += 1
            continue
        end = index
        while end < len(kinds) and kinds[end] not in sides:
            end += 1
        before = sides[kinds[index - 1]] if index else first
        after = sides[kinds[end]] if end < len(kinds) else outer
        kinds[index:end] = [before if before == after else outer] * (end - index)
        index = end
