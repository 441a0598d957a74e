"""The navigation at the left of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.domain.text import Text, msg, tr, trn
from app.ui import theme
from app.ui.icons import icon
from app.ui.screen import ScreenName
from app.ui.walked_button import WalkedButton
from app.ui.widgets.basics import IconLabel, row, text_label

WIDE, NARROW = 196, 52
ITEM_HEIGHT = 36

ITEMS: dict[ScreenName, tuple[str, Text]] = {
    "home": ("house", msg("Accueil")),
    "equipment": ("monitor", msg("Matériel")),
    "contracts": ("scroll-text", msg("Contrats")),
    "support": ("life-buoy", msg("Assistance")),
    "backups": ("database-backup", msg("Sauvegardes")),
    "documents": ("folder", msg("Documents")),
    "settings": ("settings", msg("Paramètres")),
}
AT_THE_BOTTOM = "settings"


class NavigationItem(WalkedButton):
    """One screen: icon, name, and how many things wait there."""

    def __init__(self, name: ScreenName, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon_name, title = ITEMS[name]
        self.name = name
        self._shortcut = shortcut
        self._count = 0
        self._narrow = False
        self._images = icon(icon_name, "text_muted"), icon(icon_name, "on_accent_soft")
        self.setText(title.render())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ITEM_HEIGHT)
        self._tell()

    def set_count(self, count: int) -> None:
        """Show how many things wait; 0 shows nothing."""
        if count != self._count:
            self._count = count
            self._tell()
            self.update()

    @property
    def count(self) -> int:
        """How many things wait."""
        return self._count

    def set_narrow(self, narrow: bool) -> None:
        """Icon only."""
        self._narrow = narrow
        self.update()

    def _tell(self) -> None:
        name = self.text()
        waiting = trn("{n} élément en attente", "{n} éléments en attente", self._count) if self._count else ""
        self.setAccessibleName(f"{name}, {waiting}" if waiting else name)
        self.setToolTip(f"{name} ({self._shortcut})" + (f"\n{waiting}" if waiting else ""))

    def sizeHint(self) -> QSize:
        return QSize(NARROW if self._narrow else WIDE, ITEM_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(8, 2, -8, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(frame, 5, 5)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRect(frame.left(), frame.top() + 7, 3, frame.height() - 14), 1.5, 1.5)
        elif self.underMouse() or self.isDown():
            painter.setBrush(QColor(colours.pressed))
            painter.drawRoundedRect(frame, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 5, 5)
        side = theme.ICON_LARGE - 2
        left = frame.left() + (10 if not self._narrow else (frame.width() - side) // 2)
        self._images[self.isChecked()].paint(painter, left, frame.center().y() - side // 2 + 1, side, side)
        if self._narrow:
            if self._count:
                self._paint_dot(painter, left + side)
        else:
            self._paint_text(painter, frame)
        painter.end()

    def _paint_text(self, painter: QPainter, frame: QRect) -> None:
        colours = theme.current()
        right = frame.right() - 8
        if self._count:
            shown = str(self._count) if self._count < 1000 else "999+"
            small = theme.font(0.88, bold=True, tabular=True)
            width = max(20, QFontMetrics(small).horizontalAdvance(shown) + 12)
            pill = QRect(right - width, frame.center().y() - 9, width, 19)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(pill, 9.5, 9.5)
            painter.setFont(small)
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
            right -= width + 6
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.setPen(QColor(colours.on_accent_soft if self.isChecked() else colours.text))
        place = QRect(frame.left() + 38, frame.top(), right - frame.left() - 38, frame.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_dot(self, painter: QPainter, x: int) -> None:
        painter.setPen(QPen(QColor(theme.current().sidebar), 2))
        painter.setBrush(QColor(theme.current().accent))
        painter.drawEllipse(x - 6, 4, 10, 10)


class Navigation(QFrame):
    """All screens there are; narrow (icons only) where the window is. `chosen` carries the screen's name."""

    chosen = Signal(str)

    def __init__(self, names: Iterable[ScreenName], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(tr("Navigation"))
        known = set(names)
        self.items = {name: NavigationItem(name, f"Ctrl+{place}") for place, name in enumerate((n for n in ITEMS if n in known), 1)}
        self._brand = text_label("Parclair", "strong")
        self._brand.setFont(theme.font(1.25, bold=True))
        mark = IconLabel("monitor-check", "accent", 22)
        head = row(15, mark, self._brand, None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 8)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(14)
        for name, item in self.items.items():
            if name == AT_THE_BOTTOM:
                layout.addStretch(1)
            layout.addWidget(item)
            item.clicked.connect(self._choose(name))
        if AT_THE_BOTTOM not in self.items:
            layout.addStretch(1)
        self.set_narrow(False)

    def _choose(self, name: ScreenName) -> Callable[[], None]:
        return lambda: self.chosen.emit(name)

    def set_current(self, name: ScreenName) -> None:
        """Mark the screen shown."""
        for other, item in self.items.items():
            item.setChecked(other == name)

    def set_counts(self, counts: Mapping[ScreenName, int]) -> None:
        """Show what waits on each screen."""
        for name, item in self.items.items():
            item.set_count(counts.get(name, 0))

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or icons and names."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._brand.setVisible(not narrow)
        for item in self.items.values():
            item.set_narrow(narrow)

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self.width() == NARROW
