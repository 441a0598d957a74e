"""Icons from the `lucide` package (MIT; drawings ISC), drawn in the theme's colours at the screen's own resolution.

An icon is an engine that draws while painting: it follows a change of theme, the disabled state and any scaling by itself.

Thread: Qt's.
"""

from __future__ import annotations

import struct
import zlib
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from app.domain.records import EquipmentKind
from app.ui import theme

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


def icon(name: str, role: ColourRole = "text") -> QIcon:
    """The icon `name` (Lucide's names: `plus`, `pencil`, `trash-2`, …) in the colour `role` of whatever theme is in use.

    Raises:
        LookupError: the package has no such icon.
    """
    _source(name)
    return QIcon(_Engine(name, role))


def pixmap(name: str, role: ColourRole, size: int, ratio: float) -> QPixmap:
    """The icon as a picture of `size` logical pixels for a screen of `ratio` physical pixels each."""
    return _picture(name, _colour(role), round(size * ratio), ratio)


class _Engine(QIconEngine):
    def __init__(self, name: str, role: ColourRole) -> None:
        super().__init__()
        self._name, self._role = name, role

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def key(self) -> str:
        return "parclair"

    def isNull(self) -> bool:
        return False

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _picture(self._name, self._shade(mode), min(size.width(), size.height()), scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        picture = _picture(self._name, self._shade(mode), round(side * ratio), ratio)
        painter.drawPixmap(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, picture)

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

    drawing = _source(name).replace(b"currentColor", colour.encode()).replace(b'stroke-width="2"', b'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(drawing))


@cache
def _source(name: str) -> bytes:
    data = _archive()
    found = _member(data, f"{name}.svg".encode())
    if found is None:
        raise LookupError(f"lucide has no icon {name!r}")
    return found


@cache
def _archive() -> bytes:
    spec = find_spec("lucide")
    if spec is None or not spec.submodule_search_locations:
        raise LookupError("the package lucide is not installed")
    return (Path(spec.submodule_search_locations[0]) / "lucide.zip").read_bytes()


def _member(data: bytes, name: bytes) -> bytes | None:
    """One file of a ZIP archive.

    `zipfile` reads the whole list of 1,700 drawings first, which takes 15 ms of a start that needs eight of them.
    """
    position = data.rfind(b"PK\x05\x06")
    end = start = struct.unpack_from("<I", data, position + 16)[0]
    while (end := data.find(name, end + 1)) != -1:
        entry = end - 46
        if entry < start or data[entry : entry + 4] != b"PK\x01\x02" or struct.unpack_from("<H", data, entry + 28)[0] != len(name):
            continue
        method, size = struct.unpack_from("<H", data, entry + 10)[0], struct.unpack_from("<I", data, entry + 20)[0]
        local = struct.unpack_from("<I", data, entry + 42)[0]
        body = local + 30 + sum(struct.unpack_from("<HH", data, local + 26))
        return zlib.decompress(data[body : body + size], -15) if method == 8 else data[body : body + size]
    return None
