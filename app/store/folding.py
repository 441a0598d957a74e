"""Texts made comparable: lower case, no accents, so that "Émile" is found by "emile" and sorts beside it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Letters and digits of any script: what `str.isalnum` takes.
_WORD = re.compile(r"[^\W_]+")
#: The combining marks of French and its neighbours: without them most texts are plain letters.
_LATIN_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]")
#: Among these no mark combines: French signs such as « ’ » and « ° » need no look at each letter.
_NO_MARKS = re.compile("[\x00-\u02ff\u2000-\u20cf]*")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` in lower case without accents, ligatures opened, white space runs as one space."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    bare = _LATIN_MARKS.sub("", decomposed)
    if not _NO_MARKS.fullmatch(bare):
        bare = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(bare.split())


def words(text: str) -> list[str]:
    """The letters and digits of `text`, folded, as words: what is kept for search and what a query is cut into."""
    if text.isascii() and text.isalnum():
        return [text.lower()]  # most serial numbers
    return _WORD.findall(fold(text))


def searchable(*texts: str, codes: tuple[str, ...] = ()) -> str:
    """One line of words to search in. `codes` (serial numbers) also stand joined: `PF-3X 9` is found by `pf3x9`."""
    found = [word for text in texts if text for word in words(text)]
    parts = [words(code) for code in codes if code]
    for one in parts:
        found += one
    found += ["".join(one) for one in parts if len(one) > 1]
    return " ".join(found)


def request_words(number: str, subject: str, contact: str = "") -> str:
    """What a search for requests looks through."""
    return searchable(subject, contact, codes=(number,))
