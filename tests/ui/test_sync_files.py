"""Files of another computer in the window: they come from the server when somebody wants to see them, or it is said why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.documents.view import DocumentsScreen
from app.ui.screen import Route
from tests.backup_office import memory_keyring
from tests.provider import Provider, provider
from tests.ui.support_office import texts_in
from tests.ui.sync_desk import Desk, desk


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    found = tmp_path / "photo.png"
    assert image.save(str(found))
    return found


def documents(one: Desk) -> DocumentsScreen:
    """The screen with the only document chosen."""
    (row,) = one.services.documents.rows()
    one.window.navigate(Route("documents", row.id))
    found = one.window.current_screen
    assert isinstance(found, DocumentsScreen)
    return found


def test_a_file_of_another_computer_is_shown_or_it_is_said_why_not(qtbot: QtBot, tmp_path: Path, server: Provider, picture: Path) -> None:
    with desk(qtbot, tmp_path / "shop") as shop, desk(qtbot, tmp_path / "office") as office:
        shop.services.office.change_organisation({"name": "Pressing"})
        shop.services.documents.attach(picture)
        shop.connect(server, "Comptoir")
        shop.wait(lambda: shop.at_rest and shop.sync.view.pending == 0)
        office.connect(server, "Bureau")
        office.wait(lambda: office.at_rest and len(office.services.documents.rows()) == 1)
        server.stop()
        screen = documents(office)
        office.wait(lambda: any("n’est pas encore sur ce PC" in one for one in texts_in(screen.preview)))
        server.start()
        (again,) = [one for one in screen.preview.findChildren(QPushButton) if one.text() == "Réessayer"]
        again.click()
        office.wait(lambda: screen.preview.content == picture.read_bytes())
