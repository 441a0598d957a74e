"""Assistance on a screen of 1280 × 720 at 200 %: the words that decide stay whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.text import set_language
from app.ui.support.urgency_tiles import UrgencyTiles


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("width", [940, 560, 480])
def test_the_urgencies_are_never_cut(qtbot: QtBot, width: int, language: str) -> None:
    set_language(language)
    tiles = UrgencyTiles()
    qtbot.addWidget(tiles)
    tiles.resize(width, 400)
    tiles.show()
    QApplication.processEvents()
    shown = list(tiles.tiles.values())
    assert all(tile.width() >= tile.whole_width() for tile in shown)
    places = [tile.mapTo(tiles, QPoint()) for tile in shown]
    assert len({place.y() if width > 900 else place.x() for place in places}) == 1
    assert tiles.width() == width
