"""Texts made comparable: lower case, no accents, so that "Émile" is found by "emile" and sorts beside it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Letters and digits of any script: what `str.isalnum` takes.
_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` in lower case without accents, ligatures opened, white space runs as one space."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())


def words(text: str) -> list[str]:
    """The letters and digits of `text`, folded, as words: what is kept for search and what a query is cut into."""
    return _WORD.findall(fold(text))


def searchable(*texts: str, codes: tuple[str, ...] = ()) -> str:
    """One line of words to search in. `codes` (serial numbers) also stand joined: `PF-3X 9` is found by `pf3x9`."""
    found = [word for text in (*texts, *codes) for word in words(text)]
    for code in codes:
        parts = words(code)
        if len(parts) > 1:
            found.append("".join(parts))
    return " ".join(found)
