"""Putting a PDF or a picture on a printer, at the printer's own resolution.

A page of 600 dots an inch takes 140 MB as one picture: pages are drawn in bands instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from app.domain.errors import StorageError
from app.domain.text import msg, tr
from app.ui.tasks import TaskControl

BAND_ROWS = 512
FINEST = 600
POINTS_PER_INCH = 72.0
_KEEP = Qt.AspectRatioMode.KeepAspectRatio


def print_pdf(content: bytes, printer: QPrinter, control: TaskControl) -> int:
    """Print a PDF, or the pages of it that `printer` was told; how many pages went out.

    Thread: a worker's; nothing else may use `printer` meanwhile.

    Raises:
        StorageError: the PDF is damaged or the printer refused the job.
        TaskCancelledError: the user gave up; the job is withdrawn.
    """
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    try:
        if document.error() != QPdfDocument.Error.None_:
            raise StorageError(msg("Le document n’a pas pu être imprimé\u00a0: le fichier PDF est endommagé."))
        pages = list(_wanted_pages(printer, document.pageCount()))
        painter = _begin(printer, document.pagePointSize(pages[0]))
        try:
            for number, page in enumerate(pages):
                _check(control, printer)
                control.report(number, len(pages), tr("Impression de la page {n} sur {total}…", n=number + 1, total=len(pages)))
                if number:
                    _turn(printer, document.pagePointSize(page))
                    printer.newPage()
                _draw_page(document, page, printer, painter, control)
        finally:
            painter.end()
        return len(pages)
    finally:
        document.close()


def print_picture(picture: QImage, printer: QPrinter) -> int:
    """Print a picture on one page, as large as the printable area allows but never larger than at 96 dots an inch.

    Thread: a worker's.

    Raises:
        StorageError: the printer refused the job.
    """
    size = QSizeF(picture.width(), picture.height())
    painter = _begin(printer, size)
    try:
        area = painter.viewport()
        largest = size * (printer.resolution() / 96.0)
        if largest.width() > area.width() or largest.height() > area.height():
            largest.scale(QSizeF(area.size()), _KEEP)
        painter.drawImage(QRect(area.topLeft(), largest.toSize()), picture)
    finally:
        painter.end()
    return 1


def _wanted_pages(printer: QPrinter, count: int) -> Iterator[int]:
    first, last = 1, count
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        first, last = min(printer.fromPage(), count), min(printer.toPage() or count, count)
    order = range(first - 1, max(first, last))
    repeats = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    for _ in range(repeats):
        yield from reversed(order) if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else order


def _begin(printer: QPrinter, size: QSizeF) -> QPainter:
    printer.setFullPage(True)
    _turn(printer, size)
    painter = QPainter()
    if not painter.begin(printer):
        raise StorageError(
            msg("L’imprimante n’a pas accepté le document. Rien n’a été imprimé. Vérifiez qu’elle est allumée et reliée, puis recommencez.")
        )
    return painter


def _turn(printer: QPrinter, size: QSizeF) -> None:
    wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)


def _check(control: TaskControl, printer: QPrinter) -> None:
    if control.cancelled:
        printer.abort()
    control.check()


def _draw_page(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter, control: TaskControl) -> None:
    points = document.pagePointSize(page)
    dots = printer.resolution() / POINTS_PER_INCH
    paper = QSizeF(printer.paperRect(QPrinter.Unit.DevicePixel).size())
    # A page made for this paper keeps its size; a larger one is brought down to it.
    shown = points * dots
    if shown.width() > paper.width() * 1.01 or shown.height() > paper.height() * 1.01:
        shown.scale(paper, _KEEP)
    finer = min(1.0, FINEST / printer.resolution())
    drawn = QSize(max(1, round(shown.width() * finer)), max(1, round(shown.height() * finer)))
    left, scale = (paper.width() - shown.width()) / 2, shown.height() / drawn.height()
    for top in range(0, drawn.height(), BAND_ROWS):
        _check(control, printer)
        rows = min(BAND_ROWS, drawn.height() - top)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(drawn)
        options.setScaledClipRect(QRect(0, top, drawn.width(), rows))
        band = document.render(page, QSize(drawn.width(), rows), options)
        end = round((top + rows) * scale)
        target = QRect(round(left), round(top * scale), round(shown.width()), end - round(top * scale))
        painter.drawImage(target, band)
