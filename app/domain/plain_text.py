"""Which characters a text may have that somebody types: what can be seen, and read as it is written."""

from __future__ import annotations

import re

#: Control characters and halves of characters; in a text of several lines, without line ends and tabs.
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_CONTROL_OF_LINES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
#: What turns the direction of text: it would read otherwise than it is.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def has_control_characters(text: str, *, lines: bool = False) -> bool:
    """Whether a text has characters that are no letters; `lines`: line ends and tabs may be in it."""
    return (_CONTROL_OF_LINES if lines else _CONTROL).search(text) is not None


def has_invisible_turns(text: str) -> bool:
    """Whether something in a text turns its direction without being seen."""
    return _TURNS.search(text) is not None
