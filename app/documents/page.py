"""Pages: the sheet, its header and footer, the outline, the information in the file, and the drawing itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.flowables import Flowable

from app.documents.embedding import EmbeddedFace, register_initial_font
from app.documents.fonts import Face

drawing_lock = threading.Lock()
"""One document at a time: ReportLab keeps global state, and the faces keep what they have shaped."""

PAGE_WIDTH, PAGE_HEIGHT = A4


@dataclass(frozen=True)
class Information:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    issued_on: date


@dataclass(frozen=True)
class Sheet:
    """Margins in points, and what is drawn around the text.

    Attributes:
        head: draws the top of page `n` (from 1).
        foot: draws the bottom of page `n` of `total`, once the total is known.
    """

    left: float
    right: float
    top: float
    bottom: float
    first_top: float
    head: Callable[[Any, int], None]
    foot: Callable[[Any, int, int], None]


class DocumentCanvas(Canvas):
    """A canvas that embeds faces, keeps the outline, and draws every footer last, when the number of pages is known."""

    _doc: Any
    _filename: Any

    def __init__(self, *arguments: Any, sheet: Sheet, issued_on: date, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._sheet = sheet
        self._faces: dict[Face, EmbeddedFace] = {}
        self._marks = 0
        self.pages = 0
        self.setDateFormatter(lambda *_moment: f"D:{issued_on:%Y%m%d}000000Z")

    def setFont(self, *_arguments: Any, **_options: Any) -> None:  # noqa: N802
        """Nothing: text is drawn with embedded faces only, and ReportLab's tables would otherwise ask for Helvetica."""

    def embedded(self, face: Face) -> EmbeddedFace:
        """`face` as this document uses it."""
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = EmbeddedFace(face, self._doc)
        return found

    def mark(self, title: str, level: int, top: float) -> None:
        """Point the outline at the current place."""
        self._marks += 1
        key = f"mark-{self._marks}"
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level, closed=level > 0)

    def showPage(self) -> None:  # noqa: N802
        """End the page, leaving its footer to be drawn at the end."""
        self.pages += 1
        self.doForm(f"foot-{self.pages}")
        super().showPage()

    def save(self) -> None:
        """Draw the footers and write the file."""
        for number in range(1, self.pages + 1):
            self.beginForm(f"foot-{number}")
            self._sheet.foot(self, number, self.pages)
            self.endForm()
        self._doc.SaveToFile(self._filename, self)


def draw_document(story: Sequence[Flowable], sheet: Sheet, information: Information) -> tuple[bytes, int]:
    """The file's bytes and its number of pages. Same input, same bytes.

    Thread: any; call with `drawing_lock` held.
    """
    rl_config.useA85 = 0
    output = BytesIO()
    made: list[DocumentCanvas] = []

    def make_canvas(*arguments: Any, **options: Any) -> DocumentCanvas:
        made.append(DocumentCanvas(*arguments, sheet=sheet, issued_on=information.issued_on, **options))
        return made[-1]

    template = BaseDocTemplate(
        output,
        pagesize=A4,
        title=information.title,
        author=information.author,
        subject=information.subject,
        keywords=list(information.keywords),
        creator="Parclair",
        producer="Parclair (ReportLab)",
        lang=information.language,
        invariant=1,
        pageCompression=1,
        displayDocTitle=1,
        initialFontName=register_initial_font(),
        allowSplitting=1,
    )
    template.addPageTemplates([_page_template("first", sheet, sheet.first_top), _page_template("later", sheet, sheet.top)])
    template.build(list(story), canvasmaker=make_canvas)
    return output.getvalue(), made[0].pages


def _page_template(name: str, sheet: Sheet, top: float) -> PageTemplate:
    frame = Frame(
        sheet.left,
        sheet.bottom,
        PAGE_WIDTH - sheet.left - sheet.right,
        PAGE_HEIGHT - top - sheet.bottom,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(
        id=name,
        frames=[frame],
        onPage=lambda canvas, _document: sheet.head(canvas, canvas.getPageNumber()),
        autoNextPageTemplate="later",
    )
