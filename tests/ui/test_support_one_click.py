"""What one click does on this screen: what has no way back asks first, what has one offers it, and a request of elsewhere is not at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageError
from app.domain.records import InterventionKind, RequestStatus
from app.domain.text import msg
from app.ui.screen import ScreenContext
from app.ui.support.all_requests import AllRequestsPage
from app.ui.support.clock_strip import ClockStrip
from app.ui.support.intervention_dialogs import StartDialog
from app.ui.support.queue import QueuePage
from app.ui.support.request_dialogs import JUST_NOW, ResolveDialog
from app.ui.support.thread import ThreadPanel
from app.ui.widgets import AskDialog
from tests.ui.conftest import Told
from tests.ui.support_office import SupportOffice, support_office

Context = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def asked(office: SupportOffice) -> UUID:
    return office.ask("Plus de tickets", equipment_id=office.machines["Caisse comptoir"])


@pytest.fixture
def context(office: SupportOffice, make_context: Context) -> ScreenContext:
    return make_context(office.services)._replace(today=office.clock.today)


@pytest.fixture
def panel(context: ScreenContext, asked: UUID, qtbot: QtBot) -> ThreadPanel:
    made = ThreadPanel(context)
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    made.show_request(asked)
    return made


def nothing_shown(page: QueuePage) -> bool:
    return page.thread_.request_id is None


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# Closing ---------------------------------------------------------------------------------------------------------------------------


def test_closing_asks_and_the_way_out_has_the_focus(panel: ThreadPanel, office: SupportOffice, asked: UUID, told: Told) -> None:
    office.services.support.resolve(asked, "Papier remis")
    panel.reload()
    panel.buttons["close"].click()
    dialog: Any = panel.do.dialog
    assert isinstance(dialog, AskDialog)
    assert "ne pourra plus être rouverte" in said(dialog)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert office.detail(asked).row.status is RequestStatus.RESOLVED
    panel.buttons["close"].click()
    dialog = panel.do.dialog
    dialog.accept_button.click()
    assert office.detail(asked).row.status is RequestStatus.CLOSED
    assert "close" not in panel.buttons
    assert told.notices[-1][1] is None


def test_another_status_can_be_taken_back(panel: ThreadPanel, office: SupportOffice, asked: UUID, told: Told) -> None:
    office.services.support.move(asked, RequestStatus.IN_PROGRESS)
    panel.reload()
    menu: Any = panel.buttons["more"].menu()
    next(action for action in menu.actions() if "En attente du client" in action.text()).trigger()
    assert office.detail(asked).row.status is RequestStatus.WAITING_FOR_CUSTOMER
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert office.detail(asked).row.status is RequestStatus.IN_PROGRESS


def test_where_there_is_no_way_back_none_is_offered(panel: ThreadPanel, told: Told) -> None:
    menu: Any = panel.buttons["more"].menu()
    next(action for action in menu.actions() if "En attente du client" in action.text()).trigger()
    assert told.notices[-1][1] is None


# Sites -----------------------------------------------------------------------------------------------------------------------------


def test_the_thread_of_the_queue_is_of_the_site_chosen(context: ScreenContext, office: SupportOffice, asked: UUID, qtbot: QtBot) -> None:
    other = office.services.office.add_site({"name": "Lyon"})
    empty = office.services.office.add_site({"name": "Metz"})
    there = office.ask("Écran noir", site_id=other)
    page = QueuePage(context)
    qtbot.addWidget(page)
    page.resize(1060, 600)
    page.show()
    page.open(asked)
    assert page.thread_.request_id == asked
    page.set_site(other)
    page.reload()
    assert page.thread_.request_id == there
    assert page.list.current_id == there
    page.set_site(empty)
    page.reload()
    assert nothing_shown(page)
    page.set_site(None)
    page.reload()
    assert page.thread_.request_id == page.list.current_id


def test_a_request_that_left_the_queue_stays_in_sight(context: ScreenContext, office: SupportOffice, asked: UUID, qtbot: QtBot) -> None:
    office.ask("Écran noir")
    page = QueuePage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(asked)
    office.services.support.resolve(asked, "Papier remis")
    page.set_site(None)
    page.reload()
    assert page.thread_.request_id == asked


def test_the_thread_of_all_requests_is_of_the_site_chosen(context: ScreenContext, office: SupportOffice, asked: UUID, qtbot: QtBot) -> None:
    other = office.services.office.add_site({"name": "Lyon"})
    there = office.ask("Écran noir", site_id=other)
    page = AllRequestsPage(context)
    qtbot.addWidget(page)
    page.resize(1060, 600)
    page.show()
    page.set_site(None)
    page.open(asked)
    page.set_site(other)
    page.reload()
    assert page.thread_.request_id == there


# Contacts --------------------------------------------------------------------------------------------------------------------------


def test_a_failed_reading_keeps_the_number_to_call(
    context: ScreenContext, office: SupportOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageError(msg("La base ne répond pas"))

    strip = ClockStrip(context)
    qtbot.addWidget(strip)
    strip.show()
    with monkeypatch.context() as broken:
        broken.setattr(office.services.home, "summary", fail)
        strip.read(None)
        assert "indisponibles" in said(strip)
        assert "Aucun contrat" not in said(strip)
    (again,) = [each for each in strip.findChildren(QPushButton) if each.text() == "Réessayer"]
    again.click()
    assert strip.lines
    shown = said(strip)
    monkeypatch.setattr(office.services.home, "summary", fail)
    strip.read(None)
    assert said(strip) == shown


# What is asked ---------------------------------------------------------------------------------------------------------------------


def test_only_the_report_of_just_now_is_offered_as_the_solution(
    context: ScreenContext, office: SupportOffice, asked: UUID, panel: ThreadPanel
) -> None:
    support = office.services.support

    def offered() -> str:
        dialog = ResolveDialog(context, office.detail(asked), panel, lambda _: None)
        editor = dialog.form.field("resolution").editor
        assert isinstance(editor, QLineEdit)
        found = editor.text()
        dialog.done(QDialog.DialogCode.Rejected)
        return found

    running = support.start_intervention(asked, InterventionKind.PHONE, "Paul")
    office.clock.moment += timedelta(minutes=5)
    support.stop_intervention(running, "Pouvez-vous nous envoyer une photo\u202f?")
    assert offered() == ""
    running = support.start_intervention(asked, InterventionKind.PHONE, "Paul")
    office.clock.moment += timedelta(minutes=5)
    support.stop_intervention(running, "Pilote réinstallé")
    assert offered() == "Pilote réinstallé"
    office.clock.moment += JUST_NOW + timedelta(minutes=1)
    assert offered() == ""


def test_an_empty_field_is_asked_for_in_words(context: ScreenContext, office: SupportOffice, asked: UUID, panel: ThreadPanel) -> None:
    dialog = StartDialog(context, office.detail(asked), [], "", panel, lambda _: None)
    dialog.submit()
    assert dialog.form.field("technician").error == "Indiquez le technicien."
    dialog.done(QDialog.DialogCode.Rejected)
