"""From plain text to lines of shaped pieces: what is unknown made visible, words measured, lines broken and ordered.

There is no markup: a text is a sequence of spans, each with its ink, and every character typed by a user is set as
that character.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from app.documents import bidi, fonts
from app.documents.fonts import Piece


@dataclass(frozen=True, eq=False)
class Ink:
    """How letters look. Made once, in the style sheet: two inks are the same when they are one object.

    Attributes:
        role: `"regular"`, `"italic"` or `"semibold"`.
        size: in points.
        colour: red, green, blue, each from 0 to 1.
        tracking: space added after each letter, in points.
    """

    role: str
    size: float
    colour: tuple[float, float, float] = (0.1, 0.1, 0.12)
    tracking: float = 0.0


Span = tuple[str, Ink]
Word = list[Span]


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """A piece of a line, or a space of it (`stretches`) that justification may widen.

    Attributes:
        width: in points.
        at: where it stands from the line's left, in points; None for right after the item before.
    """

    ink: Ink
    piece: Piece
    width: float
    stretches: bool = False
    at: float | None = None


@dataclass(frozen=True)
class Line:
    """One line, its items in reading order.

    Attributes:
        width: its natural width, in points.
        ends: whether it ends its paragraph (so is never justified).
    """

    items: tuple[Item, ...]
    width: float
    ends: bool


# Controls that no reader sees: spaces and marks of zero width, direction and formatting controls, the soft hyphen.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_BREAKABLE = re.compile("[ \t\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-/–—])(?=\w)")


def visible(text: str, role: str) -> str:
    """`text` as it will be read: line ends made one kind, invisible controls out, what no face has as `[U+1F9FF]`."""
    text = re.sub("\r\n?|[\u2028\u2029\u0085\v\f]", "\n", text)
    text = _INVISIBLE.sub("", text)
    if fonts.in_serif(text.replace("\n", " ").replace("\t", " "), role):
        return text
    return "".join(c if c in "\n\t" or _BREAKABLE.match(c) or fonts.known(c, role) else f"[U+{ord(c):04X}]" for c in text)


@lru_cache(maxsize=20_000)
def _pieces(text: str, role: str) -> tuple[Piece, ...]:
    """Left-to-right text in as many pieces as faces."""
    if fonts.in_serif(text, role):
        return (fonts.serif(role).shape(text),)
    return tuple(face.shape(part) for face, part in fonts.runs(text, role))


@lru_cache(maxsize=20_000)
def _mixed_pieces(text: str, role: str, base: int, before: int) -> tuple[tuple[int, Piece], ...]:
    """Text of both directions in pieces, in drawing order, each with the place where it begins in `text`."""
    levels = bidi.levels(text, base, before)
    faces = [face for face, part in fonts.runs(text, role) for _ in part]
    _spread(faces, levels, text)
    order = bidi.visual_order(levels)
    pieces: list[tuple[int, Piece]] = []
    for _, group in groupby(range(len(order)), key=_same_run(order, levels, faces)):
        positions = sorted(order[index] for index in group)
        face, start, end = faces[positions[0]], positions[0], positions[-1] + 1
        if levels[start] % 2 == 0:
            pieces.append((start, face.shape(text[start:end])))
        else:
            pieces.extend((place, face.shape(part, right_to_left=True)) for place, part in _right_to_left_parts(text, start, end))
    return tuple(pieces)


def _right_to_left_parts(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """A right-to-left run from left to right: its words in one part, the signs and spaces around them one by one.

    Readers of the file put a part back in order by its letters; a space at its edge would end up on the other side.
    """
    strong = [place for place in range(start, end) if bidi.is_right_to_left(text[place])]
    if not strong:
        return [(place, text[place]) for place in reversed(range(start, end))]
    first, last = strong[0], strong[-1] + 1
    while last < end and fonts.modifies(text[last]):
        last += 1
    after = [(place, text[place]) for place in reversed(range(last, end))]
    before = [(place, text[place]) for place in reversed(range(start, first))]
    return [*after, (first, text[first:last]), *before]


def _spread(faces: list[fonts.Face], levels: list[int], text: str) -> None:
    """Let spaces and signs between right-to-left words be drawn in the face of the word before: one run reads back as one."""
    for index in range(1, len(faces)):
        if levels[index] % 2 and levels[index - 1] % 2 and not text[index].isalnum() and ord(text[index]) in faces[index - 1].characters:
            faces[index] = faces[index - 1]


def _same_run(order: list[int], levels: list[int], faces: list[fonts.Face]) -> Callable[[int], int]:
    """A key that changes wherever neighbours on the line cannot be shaped together."""
    keys, current = [], 0
    for index, position in enumerate(order):
        if index:
            before = order[index - 1]
            joined = abs(before - position) == 1 and levels[before] == levels[position] and faces[before] is faces[position]
            current += not joined
        keys.append(current)
    return keys.__getitem__


@dataclass(frozen=True, slots=True)
class _Measured:
    """A word, or a part of one, ready to be put on a line."""

    items: tuple[Item, ...]
    width: float


@lru_cache(maxsize=30_000)
def _measured(text: str, ink: Ink) -> _Measured:
    mixed = bidi.has_right_to_left(text)
    pieces = tuple(piece for _, piece in _mixed_pieces(text, ink.role, 0, 0)) if mixed else _pieces(text, ink.role)
    items = tuple(Item(ink, piece, _width(piece, ink, text)) for piece in pieces)
    return _Measured(items, sum(item.width for item in items))


def _width(piece: Piece, ink: Ink, text: str) -> float:
    return piece.width * ink.size / 1000 + ink.tracking * len(text)


def text_width(text: str, ink: Ink) -> float:
    """Width of one line of `text`, in points."""
    return _word_width([(visible(text, ink.role), ink)])


def _word_width(word: Word) -> float:
    if len(word) == 1:
        return _measured(*word[0]).width
    return sum(_measured(text, ink).width for text, ink in word)


@lru_cache(maxsize=2000)
def set_lines(spans: tuple[Span, ...], width: float) -> tuple[Line, ...]:
    """`spans` broken into lines no wider than `width` points. Always at least one line.

    Kept from one document to the next: the articles of an offer are the same in all its contracts.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(spans):
        lines.extend(_set_paragraph(paragraph, width))
    return tuple(lines)


def _paragraphs(spans: tuple[Span, ...]) -> list[list[Span]]:
    """The spans cut at line ends."""
    paragraphs: list[list[Span]] = [[]]
    for text, ink in spans:
        first, *others = visible(text, ink.role).split("\n")
        paragraphs[-1].append((first, ink))
        paragraphs.extend([(other, ink)] for other in others)
    return paragraphs


def _set_paragraph(spans: list[Span], width: float) -> list[Line]:
    whole = "".join(text for text, _ in spans)
    rows: list[list[Word]] = [[]]
    filled = 0.0
    for word in _words(spans):
        space = _space(word[0][1]).width if rows[-1] else 0.0
        wide = _word_width(word)
        if filled + space + wide <= width + 0.01:
            rows[-1].append(word)
            filled += space + wide
            continue
        for part, fits_here in _broken(word, width, width - filled - space):
            if fits_here or not rows[-1]:
                rows[-1].append(part)
            else:
                rows.append([part])
            filled = _word_width(part)
    if bidi.has_right_to_left(whole):
        return _mixed_lines(rows, bidi.base_level(whole))
    last = len(rows) - 1
    return [_line(row, index == last) for index, row in enumerate(rows)]


def _words(spans: list[Span]) -> list[Word]:
    """The words of a paragraph; a word may change ink on the way."""
    words: list[Word] = []
    open_word = False
    for text, ink in spans:
        for index, part in enumerate(_BREAKABLE.split(text)):
            if index:
                open_word = False
            if part:
                if open_word:
                    words[-1].append((part, ink))
                else:
                    words.append([(part, ink)])
                open_word = True
    return words


def _broken(word: Word, width: float, left: float) -> list[tuple[Word, bool]]:
    """A word that does not fit on the line, in parts: after a hyphen or a slash if that helps, anywhere if it must be.

    The first part of the answer may still fit the room `left` on the current line; each other one begins a line.
    """
    pieces = [(piece, ink) for text, ink in word for piece in _AFTER_HYPHEN.split(text)]
    if len(pieces) == len(word) and _word_width(word) <= width:
        return [(word, False)]
    parts: list[Word] = []
    room, here = left, False
    for text, ink in pieces:
        for chunk in _chunks(text, ink, width):
            wide = _word_width([(chunk, ink)])
            if not parts and wide <= room:
                here = True
            if parts and wide <= room:
                parts[-1].append((chunk, ink))
            else:
                if not (not parts and here):
                    room = width
                parts.append([(chunk, ink)])
            room -= wide
    return [(part, here and index == 0) for index, part in enumerate(parts)]


def _chunks(text: str, ink: Ink, width: float) -> list[str]:
    """`text` whole when it fits a line, otherwise cut where it must be, never inside an emoji or between a letter and its accent."""
    if _word_width([(text, ink)]) <= width:
        return [text]
    chunks, current = [], ""
    for cluster in _clusters(text):
        if current and _word_width([(current + cluster, ink)]) > width:
            chunks.append(current)
            current = ""
        current += cluster
    return [*chunks, current]


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for character in text:
        joined = clusters and (fonts.modifies(character) or clusters[-1].endswith("\u200d"))
        if joined:
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


@lru_cache(maxsize=64)
def _space(ink: Ink) -> Item:
    piece = fonts.serif(ink.role).shape(" ")
    return Item(ink, piece, piece.width * ink.size / 1000 + ink.tracking, stretches=True)


def _line(words: list[Word], ends: bool) -> Line:
    items: list[Item] = []
    for index, word in enumerate(words):
        if index:
            items.append(_space(words[index - 1][-1][1]))
        for text, ink in word:
            items += _measured(text, ink).items
    return Line(tuple(items), sum([item.width for item in items]), ends)


def _mixed_lines(rows: list[list[Word]], base: int) -> list[Line]:
    """Lines of a paragraph with right-to-left text. Never justified.

    Items come in reading order, each with its place: programs that read the file in its own order find the text as it was typed.
    """
    lines = []
    before = base
    for row in rows:
        spans = _joined(row)
        lines.append(_mixed_line(spans, base, before))
        before = bidi.last_level("".join(text for text, _ in spans), before)
    return lines


def _joined(words: list[Word]) -> list[Span]:
    """A line's words and the spaces between them, as few spans as it has changes of ink."""
    spans: list[Span] = []
    for index, word in enumerate(words):
        for place, (text, ink) in enumerate(word):
            text = " " + text if index and not place else text
            if spans and spans[-1][1] is ink:
                spans[-1] = (spans[-1][0] + text, ink)
            else:
                spans.append((text, ink))
    return spans


def _mixed_line(spans: list[Span], base: int, before: int) -> Line:
    """One line, reordered as a whole when it has one ink, ink by ink otherwise."""
    placed: list[tuple[int, int, Item]] = []
    x = 0.0
    for number, (text, ink) in enumerate(spans):
        for start, piece in _mixed_pieces(text, ink.role, base, before):
            item = Item(ink, piece, piece.width * ink.size / 1000, at=x)
            placed.append((number, start, item))
            x += item.width
    return Line(tuple(item for _, _, item in sorted(placed, key=lambda each: each[:2])), x, True)
