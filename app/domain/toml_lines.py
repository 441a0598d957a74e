"""Where each key of a TOML text stands, so that an error can name its line.

`tomllib` forgets lines. This reads a text that `tomllib` has already accepted, so it checks nothing.
"""

from __future__ import annotations

from bisect import bisect_right

Path = tuple[str | int, ...]

_BLANK = " \t\r\n"


def key_lines(text: str) -> dict[Path, int]:
    """The line (from 1) of every key, table and array element of `text`, by its path."""
    return _Scanner(text).scan()


def line_of(path: Path, lines: dict[Path, int]) -> int | None:
    """The line of `path`, or else of the nearest table that holds it; none for a key missing at the top."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


class _Scanner:
    """A walk through a right TOML text, noting lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.array_sizes: dict[Path, int] = {}
        self.newlines = [index for index, character in enumerate(text) if character == "\n"]

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        while self._skip():
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self.lines

    def _note(self, path: Path) -> None:
        self.lines.setdefault(path, bisect_right(self.newlines, self.at - 1) + 1)

    def _skip(self, also: str = "") -> bool:
        """Go past blanks, comments and characters of `also`; whether anything is left."""
        while self.at < len(self.text):
            character = self.text[self.at]
            if character == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif character in _BLANK or character in also:
                self.at += 1
            else:
                return True
        return False

    def _header(self) -> Path:
        is_array = self.text.startswith("[[", self.at)
        self.at += 2 if is_array else 1
        keys = self._keys("]")
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self.array_sizes:
                path = (*path, self.array_sizes[path] - 1)
        path = (*path, keys[-1])
        self._note(path)
        if is_array:
            index = self.array_sizes.get(path, 0)
            self.array_sizes[path] = index + 1
            path = (*path, index)
            self._note(path)
        self.at += 2 if is_array else 1
        return path

    def _keys(self, end: str) -> list[str]:
        keys: list[str] = []
        while self._skip(".") and self.text[self.at] != end:
            start = self.at
            if self.text[self.at] in "\"'":
                self._string()
                keys.append(self.text[start + 1 : self.at - 1])
            else:
                while self.text[self.at] not in f". \t{end}":
                    self.at += 1
                keys.append(self.text[start : self.at])
        return keys

    def _pair(self, table: Path) -> None:
        start = self.at
        keys = self._keys("=")
        after, self.at = self.at, start
        for size in range(1, len(keys) + 1):
            self._note((*table, *keys[:size]))
        self.at = after + 1
        self._value((*table, *keys))

    def _value(self, path: Path) -> None:
        self._skip()
        self._note(path)
        character = self.text[self.at]
        if character in "\"'":
            self._string()
        elif character == "[":
            self.at += 1
            index = 0
            while self._skip(",") and self.text[self.at] != "]":
                self._value((*path, index))
                index += 1
            self.at += 1
        elif character == "{":
            self.at += 1
            while self._skip(",") and self.text[self.at] != "}":
                self._pair(path)
            self.at += 1
        else:
            while self.at < len(self.text) and self.text[self.at] not in ",]}\n#":
                self.at += 1

    def _string(self) -> None:
        quote = self.text[self.at]
        long = self.text.startswith(quote * 3, self.at)
        closing = quote * 3 if long else quote
        self.at += len(closing)
        while not self.text.startswith(closing, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(closing)
        while long and self.at < len(self.text) and self.text[self.at] == quote:
            self.at += 1
