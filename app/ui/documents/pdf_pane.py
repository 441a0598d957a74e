"""A PDF in the window: pages below each other, zoom, search. The pages stay white in the dark theme, on a calm ground.

QtPdf is imported with this module, so this module is imported when the first PDF is shown.

Thread: Qt's.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMargins, QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.text import Text, msg
from app.ui import theme

Zoom = Literal["width", "page"] | float
SMALLEST, LARGEST = 0.1, 8.0
STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
MARGIN = 12


class PdfPane(QFrame):
    """The pages of one PDF.

    Signals:
        page_changed(page): the page in sight, from 0.
        zoom_changed(): `zoom` or `factor` changed.
        hits_changed(): `hit` or `hits` changed.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
    hits_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hit = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        self._set_view(_View(self))

    def _set_view(self, view: _View) -> None:
        self.view, self._used = view, False
        # They end in the order in which they are made: what draws, which waits for its thread, what searches, then what both read.
        self._found = QPdfSearchModel(self)
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._found.setDocument(self._document)
        view.setDocument(self._document)
        view.setSearchModel(self._found)
        view.pageNavigator().currentPageChanged.connect(self.page_changed)
        view.zoomFactorChanged.connect(self.zoom_changed)
        view.zoomModeChanged.connect(self.zoom_changed)
        self._found.countChanged.connect(self._hits_found)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(view)
        self.setFocusProxy(view)
        self._recolour()

    def _renew(self) -> None:
        """A view of its own for each PDF: a page of the one before, still being drawn in Qt's thread, would come as a page of this one."""
        old, over, focused = self.view, (self.view, self._found, self._document), self.view.hasFocus()
        self._found.countChanged.disconnect(self._hits_found)
        view = _View(self)
        view.setAccessibleName(old.accessibleName())
        view.setZoomMode(old.zoomMode())
        view.setZoomFactor(old.zoomFactor())
        self._set_view(view)
        if focused:
            view.setFocus()
        old.hide()
        for one in over:
            one.deleteLater()

    def load(self, content: bytes) -> Text | None:
        """Show a PDF; why it cannot be shown, or `None` when it is."""
        self.clear()
        if self._used:
            self._renew()
        self._used = True
        self._buffer = QBuffer(self._document)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        error = self._document.error()
        if error == QPdfDocument.Error.None_ and self.pages:
            self.go_to(0)
            return None
        self.clear()
        if error in (QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme):
            return msg("Ce PDF est protégé par un mot de passe. Enregistrez-le et ouvrez-le avec un lecteur de PDF.")
        return msg(
            "Ce PDF est endommagé ou incomplet. Le fichier est conservé tel quel\u00a0: vous pouvez l’enregistrer sous un autre nom."
        )

    def clear(self) -> None:
        """Show nothing."""
        self.search("")
        self._document.close()
        if self._buffer is not None:
            self._buffer.deleteLater()
            self._buffer = None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        return self.view.pageNavigator().currentPage()

    def go_to(self, page: int) -> None:
        """Go to the top of a page, from 0; the nearest one there is."""
        if self.pages:
            self.view.pageNavigator().jump(max(0, min(page, self.pages - 1)), QPointF(), 0)

    # Zoom --------------------------------------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> Zoom:
        """`"width"`, `"page"`, or the factor."""
        mode = self.view.zoomMode()
        if mode == QPdfView.ZoomMode.FitToWidth:
            return "width"
        return "page" if mode == QPdfView.ZoomMode.FitInView else self.view.zoomFactor()

    def set_zoom(self, zoom: Zoom) -> None:
        """Fit the width, fit the page, or draw it so many times its size."""
        if zoom == "width":
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        elif zoom == "page":
            self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        else:
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setZoomFactor(max(SMALLEST, min(float(zoom), LARGEST)))

    @property
    def factor(self) -> float:
        """How many times its size on paper the page is drawn, whatever the way it was chosen."""
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or not self.pages:
            return self.view.zoomFactor()
        size = self._document.pagePointSize(max(0, self.page)) * (QGuiApplication.primaryScreen().logicalDotsPerInch() / 72.0)
        margins, area = self.view.documentMargins(), self.view.viewport().size()
        across = (area.width() - margins.left() - margins.right()) / max(1.0, size.width())
        down = (area.height() - margins.top() - margins.bottom()) / max(1.0, size.height())
        return max(SMALLEST, across if self.zoom == "width" else min(across, down))

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by so many of the usual steps."""
        for _ in range(abs(steps)):
            now = self.factor
            if steps > 0:
                self.set_zoom(next((step for step in STEPS if step > now * 1.01), LARGEST))
            else:
                self.set_zoom(next((step for step in reversed(STEPS) if step < now * 0.99), SMALLEST))

    # Search ------------------------------------------------------------------------------------------------------------------------

    @property
    def hits(self) -> int:
        """How often the text searched for was found so far."""
        return self._found.rowCount(QModelIndex())

    def search(self, text: str) -> None:
        """Search `text` in all pages; the first place found comes into sight."""
        if text == self._found.searchString():
            return
        self.hit = -1
        self.view.setCurrentSearchResultIndex(-1)
        self._found.setSearchString(text)
        self.hits_changed.emit()

    def next_hit(self, step: int = 1) -> None:
        """Go to the next place found (`-1`: the one before), round the end."""
        if not self.hits:
            return
        self.hit = (self.hit + step) % self.hits if self.hit >= 0 else 0
        self.view.setCurrentSearchResultIndex(self.hit)
        found = self._found.resultAtIndex(self.hit)
        if found.isValid():
            self.view.pageNavigator().jump(found.page(), found.location(), 0)
        self.hits_changed.emit()

    def _hits_found(self) -> None:
        if self.hit < 0 and self.hits:
            self.next_hit()
        else:
            self.hits_changed.emit()

    # Looks -------------------------------------------------------------------------------------------------------------------------

    def _recolour(self) -> None:
        tokens, palette = theme.current(), self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(tokens.sidebar if tokens.dark else tokens.pressed))
        self.view.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.view.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme.current().focus), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()


class _View(QPdfView):
    """The view itself, with the keys and the wheel of a reader."""

    def __init__(self, pane: PdfPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocumentMargins(QMargins(MARGIN, MARGIN, MARGIN, MARGIN))
        self.setPageSpacing(MARGIN)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self._pane.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, pane = event.key(), self._pane
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            pane.zoom_by(1)
        elif control and key == Qt.Key.Key_Minus:
            pane.zoom_by(-1)
        elif control and key == Qt.Key.Key_0:
            pane.set_zoom("width")
        elif key == Qt.Key.Key_Home:
            pane.go_to(0)
        elif key == Qt.Key.Key_End:
            pane.go_to(pane.pages - 1)
        elif control and key == Qt.Key.Key_PageDown:
            pane.go_to(pane.page + 1)
        elif control and key == Qt.Key.Key_PageUp:
            pane.go_to(pane.page - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._pane.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pane.update()
