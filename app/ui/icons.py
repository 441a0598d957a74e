"""Icons from the `lucide` package (MIT; drawings ISC), drawn in the theme's colours at the screen's own resolution.

An icon is an engine that draws while painting: it follows a change of theme, the disabled state and any scaling by itself.

Thread: Qt's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from app.domain.records import EquipmentKind
from app.ui import icon_source, theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

ColourRole = str
"""The name of a colour of `Tokens` (`text`, `text_muted`, `accent`, `on_accent`, `surface`) or a state (`ok`, `warning`, `danger`, …)."""

EQUIPMENT_ICONS: dict[EquipmentKind, str] = {
    EquipmentKind.COMPUTER: "monitor",
    EquipmentKind.SMARTPHONE: "smartphone",
    EquipmentKind.PRINTER: "printer",
    EquipmentKind.TILL: "calculator",
    EquipmentKind.CONVEYOR: "workflow",
    EquipmentKind.RETURN_ARM: "undo-2",
    EquipmentKind.NETWORK: "router",
    EquipmentKind.OTHER: "package",
}

STATE_ICONS: dict[theme.State, str] = {
    "ok": "circle-check",
    "warning": "triangle-alert",
    "danger": "octagon-alert",
    "info": "info",
    "neutral": "circle-minus",
}


Align = Literal["left", "center", "right"]


def icon(name: str, role: ColourRole = "text", align: Align = "center") -> QIcon:
    """The icon `name` (Lucide's names: `plus`, `pencil`, `trash-2`, …) in the colour `role` of whatever theme is in use.

    `align`: where it stands in a place wider than high; buttons use that to keep their text at a distance.

    Raises:
        LookupError: the package has no such icon.
    """
    icon_source.source(name)
    return QIcon(_Engine(name, role, align))


def pixmap(name: str, role: ColourRole, size: int, ratio: float) -> QPixmap:
    """The icon as a picture of `size` logical pixels for a screen of `ratio` physical pixels each."""
    return _picture(name, _colour(role), round(size * ratio), ratio)


class _Engine(QIconEngine):
    def __init__(self, name: str, role: ColourRole, align: Align) -> None:
        super().__init__()
        self._name, self._role, self._align = name, role, align

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._align)

    def key(self) -> str:
        return "parclair"

    def isNull(self) -> bool:
        return False

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # `size` is in logical pixels (since Qt 6.8).
        size = QSize(round(size.width() * scale), round(size.height() * scale))
        side = min(size.width(), size.height())
        picture = _picture(self._name, self._shade(mode), side, scale)
        if size.width() == size.height():
            return picture
        wide = QPixmap(size)
        wide.setDevicePixelRatio(scale)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(QPointF(self._left(size.width() - side) / scale, (size.height() - side) / 2 / scale), picture)
        painter.end()
        return wide

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        picture = _picture(self._name, self._shade(mode), round(side * ratio), ratio)
        painter.drawPixmap(rect.x() + int(self._left(rect.width() - side)), rect.y() + (rect.height() - side) // 2, picture)

    def _left(self, free: int) -> float:
        return {"left": 0.0, "center": free / 2, "right": float(free)}[self._align]

    def _shade(self, mode: QIcon.Mode) -> str:
        return theme.current().text_disabled if mode == QIcon.Mode.Disabled else _colour(self._role)


def _colour(role: ColourRole) -> str:
    value = getattr(theme.current(), role)
    return value.text if isinstance(value, theme.StateColours) else str(value)


@lru_cache(maxsize=512)
def _picture(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _renderer(name: str, colour: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer

    return QSvgRenderer(QByteArray(icon_source.coloured(name, colour)))
