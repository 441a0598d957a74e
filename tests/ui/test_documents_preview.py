"""The preview: pages, zoom, search, printing in bands, saving, and what cannot be shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.domain.errors import StorageError
from app.ui.documents.preview import PdfPreview, safe_file_name
from app.ui.screen import ScreenContext
from app.ui.tasks import TaskCancelledError, TaskControl, TaskHandle, TaskRunner
from tests.ui.conftest import Told

MakeContext = Callable[..., ScreenContext]


def pdf(pages: int = 3, size: tuple[float, float] = (595, 842)) -> bytes:
    """Pages that say their number, with a black square near the lower left corner."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=size)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 40)
        canvas.drawString(50, size[1] - 140, f"Feuille {number}")
        canvas.rect(72, 72, 72, 72, fill=1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def picture(width: int = 60, height: int = 30) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.fixture
def preview(qtbot: QtBot, make_context: MakeContext) -> PdfPreview:
    made = PdfPreview(make_context())
    qtbot.addWidget(made)
    made.resize(560, 640)
    made.show()
    return made


def to_file(target: Path, resolution: int = 300) -> Callable[[int], QPrinter]:
    def choose(_: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setResolution(resolution)
        return printer

    return choose


def test_pages_are_shown_and_turned(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_bytes(pdf(), "Contrat C26-A-0001")
    assert preview.pages == 3
    assert preview.bar.count.text() == "/ 3"
    assert not preview.bar.previous.isEnabled()
    preview.bar.next.click()
    assert preview.pdf is not None
    assert preview.pdf.page == 1
    assert preview.bar.page.text() == "2"
    preview.bar.page.setText("3")
    QTest.keyClick(preview.bar.page, Qt.Key.Key_Return)
    assert preview.pdf.page == 2
    assert not preview.bar.next.isEnabled()
    QTest.keyClick(preview.pdf.view, Qt.Key.Key_Home)
    assert preview.pdf.page == 0


def test_zoom_by_keys_wheel_and_menu(preview: PdfPreview) -> None:
    preview.show_bytes(pdf(), "Contrat")
    pane = preview.pdf
    assert pane is not None
    assert preview.bar.zoom.text() == "Largeur"
    fitted = pane.factor
    QTest.keyClick(pane.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pane.factor > fitted
    before = pane.factor
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.view.viewport(), wheel)
    assert pane.factor < before
    pane.set_zoom(1.5)
    assert preview.bar.zoom.text() == "150\u202f%"
    pane.set_zoom("page")
    assert preview.bar.zoom.text() == "Page entière"
    QTest.keyClick(pane.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.zoom == "width"
    pane.set_zoom(100.0)
    assert pane.factor == 8.0


def test_search_in_the_text(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_bytes(pdf(), "Contrat")
    pane = preview.pdf
    assert pane is not None
    preview.open_find()
    preview._find_field.setText("Feuille")
    qtbot.waitUntil(lambda: pane.hits == 3)
    assert preview._find_count.text() == "1 sur 3"
    QTest.keyClick(preview._find_field, Qt.Key.Key_Return)
    assert (pane.hit, pane.page) == (1, 1)
    preview._next_hit(-2)
    assert preview._find_count.text() == "3 sur 3"
    preview._find_field.setText("Inconnu")
    qtbot.waitUntil(lambda: preview._find_count.text() == "Introuvable")
    preview.close_find()
    assert pane.hits == 0


def test_print_keeps_size_and_pages(preview: PdfPreview, tmp_path: Path, told: Told) -> None:
    target = tmp_path / "printed.pdf"
    preview.choose_printer = to_file(target)
    preview.show_bytes(pdf(2), "Contrat")
    preview.print_document()
    assert told.notices[-1][0] == "2 pages envoyées à l’imprimante"
    printed = pypdf.PdfReader(target)
    assert len(printed.pages) == 2
    # The square of one inch is where it was, to a pixel: the bands are put together without a seam.
    check = PdfPreview(preview._context)
    check.show_bytes(target.read_bytes(), "Imprimé")
    assert check.pdf is not None
    from PySide6.QtCore import QSize

    image = check.pdf._document.render(0, QSize(595, 842))
    dark = [
        (x, y)
        for x in range(0, 595)
        for y in range(400, 842)
        if image.pixelColor(x, y).alpha() > 200 and image.pixelColor(x, y).value() < 90
    ]
    left, right = min(x for x, _ in dark), max(x for x, _ in dark)
    top, bottom = min(y for _, y in dark), max(y for _, y in dark)
    assert (left, right, top, bottom) == pytest.approx((72, 143, 842 - 144, 842 - 73), abs=2)
    check.deleteLater()


def test_print_only_the_pages_asked_for(preview: PdfPreview, tmp_path: Path, told: Told) -> None:
    target = tmp_path / "printed.pdf"
    choose = to_file(target, 150)

    def pages_two_and_three(count: int) -> QPrinter:
        printer = choose(count)
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 3)
        return printer

    preview.choose_printer = pages_two_and_three
    preview.show_bytes(pdf(4), "Contrat")
    preview.print_document()
    assert len(pypdf.PdfReader(target).pages) == 2
    preview.choose_printer = lambda _: None
    preview.print_document()
    assert len(told.notices) == 1


def test_printing_can_be_given_up(tmp_path: Path, qapp: QApplication) -> None:
    from app.ui.documents.printing import print_pdf

    handle = TaskHandle()
    handle.cancel()
    with pytest.raises(TaskCancelledError):
        print_pdf(pdf(3), to_file(tmp_path / "never.pdf", 150)(3), TaskControl(handle, lambda _: None))


def test_print_in_a_worker_leaves_the_window_free(
    qtbot: QtBot, make_context: MakeContext, threaded_tasks: TaskRunner, tmp_path: Path
) -> None:
    made = PdfPreview(make_context(tasks=threaded_tasks))
    qtbot.addWidget(made)
    made.show_bytes(pdf(2), "Contrat")
    made.choose_printer = to_file(tmp_path / "printed.pdf", 150)
    with qtbot.waitSignal(made.printed) as printed:
        made.print_document()
        assert not made._busy.isHidden()
    assert printed.args == [2]
    assert made._busy.isHidden()


def test_save_as_is_whole_or_not_at_all(preview: PdfPreview, tmp_path: Path, told: Told) -> None:
    content = pdf()
    preview.show_bytes(content, "Contrat n° 1 : « Tilleuls » / 2026")
    asked: list[str] = []

    def choose(name: str) -> Path:
        asked.append(name)
        return tmp_path / name

    preview.choose_target = choose
    preview.save_as()
    assert (tmp_path / asked[0]).read_bytes() == content
    assert asked[0].endswith(".pdf")
    assert "/" not in asked[0]
    (tmp_path / "file").write_text("in the way")
    preview.choose_target = lambda name: tmp_path / "file" / name
    preview.save_as()
    assert isinstance(told.errors[-1], StorageError)
    preview.choose_target = lambda _: None
    preview.save_as()
    assert len(told.errors) == 1


@pytest.mark.parametrize("content", [b"", b"not a PDF", pdf()[:700]])
def test_a_damaged_pdf_says_so_and_can_still_be_saved(preview: PdfPreview, content: bytes, tmp_path: Path) -> None:
    preview.show_bytes(content, "Contrat")
    assert "endommagé" in preview.message
    assert not preview.can_print
    preview.choose_target = lambda name: tmp_path / name
    preview.save_as()
    assert (tmp_path / "Contrat.pdf").exists() == bool(content)
    preview.show_bytes(pdf(), "Contrat")
    assert preview.message == ""
    assert preview.pages == 3


def test_pictures_are_shown_and_printed(preview: PdfPreview, tmp_path: Path) -> None:
    preview.show_bytes(picture(), "Photo", media_type="application/octet-stream")
    assert preview.pages == 1
    assert preview.picture is not None
    shot = preview.picture.grab().toImage()
    assert shot.pixelColor(shot.width() // 2, shot.height() // 2) == QColor("red")
    target = tmp_path / "picture.pdf"
    preview.choose_printer = to_file(target)
    preview.print_document()
    assert len(pypdf.PdfReader(target).pages) == 1
    preview.show_bytes(picture()[:40], "Photo")
    assert "endommagée" in preview.message


def test_other_files_have_no_preview(preview: PdfPreview) -> None:
    preview.show_bytes(b"PK\x03\x04", "Devis", media_type="application/zip", file_name="devis.zip")
    assert "Pas d’aperçu" in preview.message
    assert "devis.zip" in preview.message
    preview.print_document()
    preview.open_find()
    assert preview._find_row.isHidden()


def test_files_are_read_elsewhere(preview: PdfPreview, tmp_path: Path) -> None:
    path = tmp_path / "lettre.pdf"
    path.write_bytes(pdf(1))
    preview.show_file(path)
    assert preview.pages == 1
    preview.show_file(tmp_path / "none.pdf")
    assert "ne peut pas être lu" in preview.message


def test_page_stays_white_in_the_dark(preview: PdfPreview, qapp: QApplication, qtbot: QtBot) -> None:
    from app.ui import theme

    theme.apply(qapp, "dark")
    preview.show_bytes(pdf(), "Contrat")
    assert preview.pdf is not None
    view = preview.pdf.view
    qtbot.waitUntil(lambda: view.viewport().grab().toImage().pixelColor(60, 60) == QColor("white"), timeout=5000)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(4, 4) == QColor(theme.current().sidebar)


def test_file_names_windows_accepts() -> None:
    assert safe_file_name('Contrat "A" <1>: x/y', ".pdf") == "Contrat -A- -1- x-y.pdf"
    assert safe_file_name("...", ".pdf") == "document.pdf"
    assert safe_file_name("lettre.PDF", ".pdf") == "lettre.PDF"
    assert len(safe_file_name("a" * 400, ".pdf")) < 130


def coloured(red: float, blue: float) -> bytes:
    """A page with nothing but a colour."""
    target = io.BytesIO()
    page = Canvas(target, pagesize=(595, 842))
    page.setFillColorRGB(red, 0, blue)
    page.rect(0, 0, 595, 842, stroke=0, fill=1)
    page.save()
    return target.getvalue()


def test_a_page_still_being_drawn_never_comes_as_the_page_of_the_next_document(preview: PdfPreview, qtbot: QtBot) -> None:
    first, second = coloured(1, 0), coloured(0, 1)

    def middle() -> QColor:
        assert preview.pdf is not None
        view = preview.pdf.view
        return view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2)

    for _ in range(12):
        preview.show_bytes(first, "rouge")
        middle()  # asks Qt's thread for the page
        preview.show_bytes(second, "bleu")
        qtbot.waitUntil(lambda: middle().blue() > 200 and middle().red() < 60, timeout=20_000)
        qtbot.wait(30)
        assert middle().blue() > 200 and middle().red() < 60
