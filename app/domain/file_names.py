"""File names that every system takes: they are proposed on other computers than the one that made them."""

from __future__ import annotations

import re

#: What Windows refuses or a path is cut at, control characters, and marks that turn the direction of writing to disguise an ending.
_UNSAFE = re.compile('[\x00-\x1f\x7f-\x9f<>:"/\\\\|?*\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+')
#: Windows keeps these for devices, whatever the ending. The small digits count too.
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
#: Bytes in UTF-8. File systems take 255; a program that saves beside the name needs a few of them.
_LONGEST = 200
_LONGEST_ENDING = 20


def safe_file_name(name: str) -> str:
    """`name` without what some system refuses, short enough everywhere, and never a path; `document` where nothing is left."""
    plain = _UNSAFE.sub("-", name).strip(" .-") or "document"
    if _RESERVED.fullmatch(plain.partition(".")[0].rstrip()):
        plain = f"_{plain}"
    return plain if len(plain.encode()) <= _LONGEST else _shortened(plain)


def _shortened(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    left = _LONGEST - len(f"{dot}{ending}".encode())
    return stem.encode()[:left].decode("utf-8", "ignore").rstrip(" .-") + dot + ending
