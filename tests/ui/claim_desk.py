"""Claims in the window as tests drive them: the assistant, the page, papers dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import ClaimType, TheftCircumstances
from app.ui.screen import ScreenContext
from app.ui.support.claim_assistant import ClaimDialog
from app.ui.support.claim_machine import choice_of
from app.ui.support.claim_slots import DocumentSlot
from app.ui.support.claims import ClaimsPage
from app.ui.support.machine_search import Choice
from app.ui.widgets import AssistantStep
from tests.claim_office import ClaimOffice

BURGLARY, UNLOCKED = TheftCircumstances.BURGLARY, TheftCircumstances.UNLOCKED
MakeContext = Callable[..., ScreenContext]


def texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was just put into a layout is shown then
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def dialog_on(context: ScreenContext, qtbot: QtBot, machine: Choice | None = None) -> ClaimDialog:
    dialog = ClaimDialog(context, machine)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def step(dialog: ClaimDialog) -> AssistantStep:
    """The page on screen."""
    return dialog.current


def machine(office: ClaimOffice) -> Choice:
    return choice_of(office.services, office.laptop)


def page_on(context: ScreenContext, qtbot: QtBot) -> ClaimsPage:
    page = ClaimsPage(context)
    qtbot.addWidget(page)
    page.resize(1060, 600)
    page.show()
    page.set_site(None)
    return page


def theft(dialog: ClaimDialog, how: TheftCircumstances) -> None:
    """Through the first two pages, to the decision."""
    dialog.what.tiles.choose(ClaimType.THEFT)
    dialog.go_on()
    dialog.how.thefts[how].setChecked(True)
    dialog.go_on()


def paper(folder: Path, name: str = "plainte.pdf", content: bytes = b"%PDF-1.7 plainte") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def drop(slot: DocumentSlot, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    slot.dropEvent(QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, data, left, none))
