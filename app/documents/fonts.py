"""The typefaces of documents: where their files are, which characters they hold, how a piece of text is shaped.

A face is read once for the life of the program. Shaping (kerning, ligatures of Arabic, flags and families of emoji) is
HarfBuzz's; the shaped pieces of words that come back again and again are kept.

Thread: one document is drawn at a time (`page.drawing_lock`), so nothing here is locked.
"""

from __future__ import annotations

import importlib.util
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from app.domain.errors import StorageError
from app.domain.text import msg

DECLARATION = Path(__file__).resolve().parents[2] / "resources" / "fonts.toml"
MISSING = 0xFFFD
_ZERO_WIDTH_JOINERS = "\u200c\u200d"
_EMOJI_LOOK = "\ufe0f"
_KEPT_PIECES = 20_000
# Ligatures of Latin letters are left out: a name is copied and searched letter by letter.
_LATIN_FEATURES = {"kern": True, "liga": False, "clig": False}


@dataclass(frozen=True)
class Glyph:
    """One drawn shape.

    Attributes:
        index: its number in the font file.
        text: the characters it stands for; empty for the second shape of one character.
        advance, natural: how far it moves the pen here, and by itself, in thousandths of the size.
        shift_x, shift_y: where it is drawn from there, in thousandths of the size.
    """

    index: int
    text: str
    advance: float
    natural: float
    shift_x: float = 0.0
    shift_y: float = 0.0

    @cached_property
    def kern(self) -> float | None:
        """What to take back after the shape so that the pen has moved by `advance`; None when nothing is to be moved at all."""
        kern = self.natural - self.advance + self.shift_x
        return kern if abs(kern) >= 0.5 or self.shift_x else None


@dataclass(frozen=True, eq=False)
class Piece:
    """Text shaped in one face and one direction, glyphs in drawing order (left to right).

    Attributes:
        width: in thousandths of the size.
        shifted: whether some glyph stands above or below the baseline.
    """

    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    shifted: bool


class Face:
    """One font file, at the weight it shows by default."""

    def __init__(self, name: str, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StorageError(msg("Police de caractères illisible : {file}. Réinstallez Parclair.", file=path.name)) from error
        self.name = name
        self.hb_face = hb.Face(hb.Blob(data))
        self._font = hb.Font(self.hb_face)
        self._scale = 1000 / self.hb_face.upem
        self.characters = frozenset(code for code in self.hb_face.unicodes if code >= 0x20 and not 0x7F <= code < 0xA0)
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender * self._scale
        self.descent = extents.descender * self._scale
        self._pieces: dict[tuple[str, bool], Piece] = {}

    def shape(self, text: str, *, right_to_left: bool = False) -> Piece:
        """`text` as glyphs of this face; its characters must all be in `characters` or be ones that fonts ignore."""
        key = (text, right_to_left)
        piece = self._pieces.get(key)
        if piece is None:
            if len(self._pieces) >= _KEPT_PIECES:
                self._pieces.clear()
            piece = self._pieces[key] = self._shaped(text, right_to_left)
        return piece

    def _shaped(self, text: str, right_to_left: bool) -> Piece:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(_substituted(text, self.characters))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        hb.shape(self._font, buffer, _LATIN_FEATURES if not right_to_left else {"kern": True})
        shapes = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        texts = _texts(text, [(info.cluster, position.x_advance) for info, position in shapes])
        glyphs = []
        for (info, position), stands_for in zip(shapes, texts, strict=True):
            advance, natural = position.x_advance * self._scale, self._font.get_glyph_h_advance(info.codepoint) * self._scale
            if stands_for == "\u202f":
                advance = natural = natural * NARROW_SPACE
            glyphs.append(
                Glyph(info.codepoint, stands_for, advance, natural, position.x_offset * self._scale, position.y_offset * self._scale)
            )
        return Piece(self, tuple(glyphs), sum(glyph.advance for glyph in glyphs), any(glyph.shift_y for glyph in glyphs))


def _texts(text: str, shapes: list[tuple[int, int]]) -> list[str]:
    """The characters each shape stands for, from (place of its first character, advance): the widest of several takes them all."""
    starts = sorted({cluster for cluster, _ in shapes})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    widest: dict[int, int] = {}
    for index, (cluster, advance) in enumerate(shapes):
        if cluster not in widest or advance > shapes[widest[cluster]][1]:
            widest[cluster] = index
    return [text[cluster : ends[cluster]] if widest[cluster] == index else "" for index, (cluster, _) in enumerate(shapes)]


NARROW_SPACE = 0.62
"""Width of a narrow no-break space as a share of the face's own space: the serif has none, and this is the usual sixth of an em."""

_STAND_INS = {"\u202f": " ", "\u00a0": " ", "\u2011": "-", "\u2010": "-"}


def _substituted(text: str, characters: frozenset[int]) -> str:
    """`text` with the spaces and hyphens that a face lacks drawn as the plain ones; lengths stay equal."""
    if all(ord(character) in characters for character in text):
        return text.replace("\u202f", " ")
    return "".join(_STAND_INS.get(c, c) if ord(c) not in characters or c == "\u202f" else c for c in text)


@cache
def _declared() -> dict[str, Any]:
    with DECLARATION.open("rb") as stream:
        return tomllib.load(stream)


def _folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise StorageError(msg("Polices de caractères introuvables : {package}. Réinstallez Parclair.", package=package))
    return Path(next(iter(found.submodule_search_locations)))


@cache
def serif(role: str) -> Face:
    """The document's own face: `"regular"`, `"italic"` or `"semibold"`."""
    declared = _declared()["serif"]
    return Face(f"serif-{role}", _folder(declared["package"]) / declared[role])


@cache
def _fallback_files() -> tuple[Path, ...]:
    return tuple(_folder(declared["package"]) / file for declared in _declared()["fallback"] for file in declared["files"])


@cache
def _fallback(path: Path) -> Face:
    return Face(path.stem, path)


@cache
def _fallback_for(character: str) -> Face | None:
    code = ord(character)
    return next((face for face in map(_fallback, _fallback_files()) if code in face.characters), None)


def _emoji() -> Face | None:
    return _fallback_for("\U0001f600")


def in_serif(text: str, role: str) -> bool:
    """Whether every character of `text` is in the document's own face (spaces and hyphens of every kind are)."""
    return _drawn_by(serif(role)).issuperset(text)


@cache
def _drawn_by(face: Face) -> frozenset[str]:
    return frozenset(map(chr, face.characters)) | frozenset(_STAND_INS)


def runs(text: str, role: str) -> list[tuple[Face, str]]:
    """`text` cut where the face changes. Joiners, accents and emoji modifiers stay with the character they follow.

    `text` holds only characters that `known` accepts.
    """
    main = serif(role)
    cut: list[tuple[Face, str]] = []
    for index, character in enumerate(text):
        following = text[index + 1 : index + 2]
        face = _face_for(character, following, main, cut[-1][0] if cut else None)
        if cut and cut[-1][0] is face:
            cut[-1] = (face, cut[-1][1] + character)
        else:
            cut.append((face, character))
    return cut


def _face_for(character: str, following: str, main: Face, previous: Face | None) -> Face:
    code = ord(character)
    if previous is not None and (_joins(character) or (_accents(character) and code in previous.characters)):
        return previous
    if following == _EMOJI_LOOK:
        emoji = _emoji()
        if emoji is not None and code in emoji.characters:
            return emoji
    if code in main.characters or character in _STAND_INS:
        return main
    return _fallback_for(character) or main


def _joins(character: str) -> bool:
    """Whether `character` draws nothing: it only changes its neighbours (joiners, variation selectors, skin tones, flag tags)."""
    return (
        character in _ZERO_WIDTH_JOINERS
        or "\ufe00" <= character <= "\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _accents(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def modifies(character: str) -> bool:
    """Whether `character` belongs to the one before it, so that no line may be broken between them."""
    return _joins(character) or _accents(character)


def known(character: str, role: str) -> bool:
    """Whether some face has `character`, or it only modifies another one."""
    return ord(character) in serif(role).characters or character in _STAND_INS or _joins(character) or _fallback_for(character) is not None
