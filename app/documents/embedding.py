"""How a face goes into a PDF: one composite font, holding only the shapes used, that can be read back character by character.

ReportLab's own TrueType fonts know characters, not shapes: no ligature, no flag, no character beyond U+FFFF in the
table that readers use to find the text again. Here each pair of shape and text has its own code in the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc, pdfmetrics

from app.documents.fonts import Face, Glyph, Piece

_FLAGS_SYMBOLIC = 4


class EmbeddedFace:
    """A face as one document uses it. One object per face and document.

    Attributes:
        written: what `show` has answered already.
    """

    _dynamicFont = 1  # noqa: N815 (read by ReportLab)
    _multiByte = 0  # noqa: N815

    def __init__(self, face: Face, document: Any) -> None:
        self.face = face
        self.fontName = f"parclair-{face.name}"
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs: list[Glyph] = []
        self.written: dict[Piece, str] = {}
        self.internal_name = f"F{len(document.fontMapping) + 1}"
        document.fontMapping[self.fontName] = "/" + self.internal_name
        document.delayedFonts.append(self)

    def show(self, piece: Piece) -> str:
        """`piece` as the inside of a `TJ` array; vertical shifts are left to the caller (`Piece.shifted`)."""
        written = self.written.get(piece)
        if written is None:
            written = self.written[piece] = self._write(piece.glyphs)
        return written

    def _write(self, glyphs: Iterable[Glyph]) -> str:
        parts = ["<"]
        codes = self._codes
        for glyph in glyphs:
            code = codes.get((glyph.index, glyph.text)) or self._code(glyph)
            if glyph.kern is None:
                parts.append(f"{code:04X}")
            else:
                if glyph.shift_x:
                    parts.append(f">{-glyph.shift_x:.0f} <")
                parts.append(f"{code:04X}>{glyph.kern:.0f} <")
        parts.append(">")
        return "".join(parts).replace("<>", "")

    def show_glyph(self, glyph: Glyph) -> str:
        """One glyph alone, drawn where the pen is and moving it by its advance."""
        return self._write((glyph,))

    def _code(self, glyph: Glyph) -> int:
        """The code of a shape not met before in this document."""
        self._glyphs.append(glyph)
        code = self._codes[(glyph.index, glyph.text)] = len(self._glyphs)
        return code

    def addObjects(self, document: Any) -> None:  # noqa: N802 (called by ReportLab when the file is saved)
        """Put the font, the shapes used and the table of characters into the file."""
        name = f"{_tag(self.face.name)}+{_postscript_name(self.face)}"
        data, mapping = _subset(self.face, tuple(sorted({glyph.index for glyph in self._glyphs})))
        to_shapes = b"\0\0" + b"".join(mapping[glyph.index].to_bytes(2, "big") for glyph in self._glyphs)
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": "/" + name,
            "CIDSystemInfo": pdfdoc.PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
            "FontDescriptor": document.Reference(self._descriptor(document, name, data), f"descriptor:{name}"),
            "W": "[1 [" + " ".join(f"{glyph.natural:g}" for glyph in self._glyphs) + "]]",
            "CIDToGIDMap": document.Reference(_stream(to_shapes), f"shapes:{name}"),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": "/" + name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant), f"descendant:{name}")]),
            "ToUnicode": document.Reference(_stream(_to_unicode(self._glyphs).encode("ascii")), f"unicode:{name}"),
        }
        reference = document.Reference(pdfdoc.PDFDictionary(font), self.internal_name)
        document.idToObject["BasicFonts"].dict[self.internal_name] = reference

    def _descriptor(self, document: Any, name: str, data: bytes) -> Any:
        font_file = _stream(data)
        font_file.dictionary["Length1"] = len(data)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": "/" + name,
                "Flags": _FLAGS_SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray([-1000, round(self.face.descent) - 200, 3000, round(self.face.ascent) + 200]),
                "ItalicAngle": -12 if "italic" in self.face.name else 0,
                "Ascent": round(self.face.ascent),
                "Descent": round(self.face.descent),
                "CapHeight": round(self.face.ascent * 0.68),
                "StemV": 120 if "semibold" in self.face.name else 80,
                "FontFile2": document.Reference(font_file, f"file:{name}"),
            }
        )


class InitialFont:
    """Stands for "no font yet" on a new page, so that ReportLab writes none of its own (Helvetica, never embedded)."""

    _dynamicFont = 1  # noqa: N815
    _multiByte = 0  # noqa: N815
    fontName = "parclair-none"  # noqa: N815

    class face:  # noqa: N801
        """What ReportLab asks of a face when it registers a font."""

        name = "parclair-none"


def register_initial_font() -> str:
    """The name to give a canvas as its first font."""
    if InitialFont.fontName not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(InitialFont())
    return InitialFont.fontName


@lru_cache(maxsize=64)
def _subset(face: Face, indexes: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
    """The font file reduced to the shapes `indexes`, and their numbers in it."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(indexes)
    for table in ("GSUB", "GPOS", "GDEF", "name", "STAT", "meta", "DSIG", "MATH", "BASE"):
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).add(int.from_bytes(table.encode("ascii").ljust(4), "big"))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    if face.hb_face.has_var_data:
        wanted.pin_all_axes_to_default(face.hb_face)
    plan = hb.SubsetPlan(face.hb_face, wanted)
    return bytes(plan.execute().blob.data), {int(old): int(new) for old, new in dict(plan.old_to_new_glyph_mapping).items()}


def _stream(content: bytes) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream


def _postscript_name(face: Face) -> str:
    name = face.hb_face.get_name(6) or face.name
    return "".join(character for character in name if character.isalnum() or character == "-")


def _tag(name: str) -> str:
    """Six capital letters, always the same for the same face: what marks a font as a subset."""
    number = sum(ord(letter) * 31**place for place, letter in enumerate(name))
    letters = []
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters.append(chr(65 + rest))
    return "".join(letters)


def _to_unicode(glyphs: list[Glyph]) -> str:
    """The table by which readers find the text again: code to UTF-16, in blocks of a hundred as the format demands."""
    rows = [f"<{code:04X}> <{glyph.text.encode('utf-16-be').hex().upper()}>" for code, glyph in enumerate(glyphs, 1) if glyph.text]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
