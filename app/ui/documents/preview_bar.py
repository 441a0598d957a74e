"""The toolbar above a previewed document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIntValidator
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from app.domain import formatting
from app.domain.text import language, tr
from app.ui import theme
from app.ui.widgets import button, icon_button, row, text_label

if TYPE_CHECKING:
    from app.ui.documents.pdf_pane import PdfPane

FACTORS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class Previewer(Protocol):
    """What the bar asks of the preview it belongs to."""

    @property
    def pages(self) -> int: ...
    @property
    def content(self) -> bytes: ...
    @property
    def can_print(self) -> bool: ...
    def toggle_find(self) -> None: ...
    def print_document(self) -> None: ...
    def save_as(self) -> None: ...


class PreviewBar(QWidget):
    """Pages, zoom, search, print, save."""

    def __init__(self, preview: Previewer, *, actions: bool) -> None:
        super().__init__()
        self._preview = preview
        self._pdf: PdfPane | None = None
        self.previous = icon_button("chevron-left", tr("Page précédente (Ctrl+Page préc.)"), lambda: self._turn(-1))
        self.next = icon_button("chevron-right", tr("Page suivante (Ctrl+Page suiv.)"), lambda: self._turn(1))
        self.page = QLineEdit()
        self.page.setAccessibleName(tr("Page"))
        self.page.setFont(theme.font(tabular=True))
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page.setValidator(QIntValidator(1, 99_999, self.page))
        self.page.setFixedWidth(self.page.fontMetrics().horizontalAdvance("888") + 22)
        self.page.returnPressed.connect(self._go)
        self.page.editingFinished.connect(self.refresh)
        self.count = text_label("", "muted")
        self.smaller = icon_button("zoom-out", tr("Réduire (Ctrl+-)"), lambda: self._zoom(-1))
        self.larger = icon_button("zoom-in", tr("Agrandir (Ctrl++)"), lambda: self._zoom(1))
        self.zoom = button("", kind="quiet")
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance(tr("Page entière")) + 32)
        self._menu = QMenu(self.zoom)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.zoom.setMenu(self._menu)
        self.find_button = icon_button("text-search", tr("Chercher dans le document (Ctrl+Maj+F)"), preview.toggle_find, checkable=True)
        layout = row(
            self.previous, self.page, self.count, self.next, theme.SPACE.small, self.smaller, self.zoom, self.larger, None, self.find_button
        )
        layout.setSpacing(theme.SPACE.hair)
        self.print_button = self.save_button = None
        if actions:
            self.print_button = icon_button("printer", tr("Imprimer"), preview.print_document, shortcut="Ctrl+P")
            self.save_button = icon_button("download", tr("Enregistrer sous"), preview.save_as, shortcut="Ctrl+S")
            layout.addWidget(self.print_button)
            layout.addWidget(self.save_button)
        self.setLayout(layout)

    def attach(self, pdf: PdfPane) -> None:
        """Follow the pages and the zoom of `pdf`."""
        self._pdf = pdf
        pdf.page_changed.connect(self.refresh)
        pdf.zoom_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show where the preview is now."""
        pages, pdf = self._preview.pages, self._pdf
        is_pdf = pdf is not None and pdf.pages > 0 and pages > 0
        for widget in (self.previous, self.page, self.count, self.next, self.smaller, self.zoom, self.larger, self.find_button):
            widget.setVisible(is_pdf)
        if self.print_button is not None and self.save_button is not None:
            self.print_button.setEnabled(self._preview.can_print)
            self.save_button.setEnabled(bool(self._preview.content))
        if pdf is None or not is_pdf:
            return
        self.page.setText(str(pdf.page + 1))
        self.count.setText(f"/ {pages}")
        self.previous.setEnabled(pdf.page > 0)
        self.next.setEnabled(pdf.page < pages - 1)
        self.zoom.setText({"width": tr("Largeur"), "page": tr("Page entière")}.get(str(pdf.zoom)) or self._percent(pdf.factor))
        self.zoom.setAccessibleName(tr("Zoom\u00a0: {zoom}", zoom=self.zoom.text()))

    def _percent(self, factor: float) -> str:
        return formatting.percent(factor, language())

    def _fill_menu(self) -> None:
        self._menu.clear()
        pdf = self._pdf
        if pdf is None:
            return
        choices = [("width", tr("Largeur")), ("page", tr("Page entière")), *((factor, self._percent(factor)) for factor in FACTORS)]
        for zoom, text in choices:
            action = QAction(text, self._menu)
            action.setCheckable(True)
            action.setChecked(pdf.zoom == zoom)
            action.triggered.connect(lambda _=False, zoom=zoom: pdf.set_zoom(zoom))
            self._menu.addAction(action)

    def _turn(self, step: int) -> None:
        if self._pdf is not None:
            self._pdf.go_to(self._pdf.page + step)

    def _go(self) -> None:
        if self._pdf is not None:
            self._pdf.go_to(int(self.page.text() or 1) - 1)

    def _zoom(self, steps: int) -> None:
        if self._pdf is not None:
            self._pdf.zoom_by(steps)
