"""Asking for help: three clicks or the keyboard alone on the real window, down to the row in the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError
from app.domain.records import RequestStatus, Urgency
from app.domain.text import msg
from app.ui.main_window import MainWindow
from app.ui.screen import Route, ScreenContext
from app.ui.support.new_request import NewRequestDialog, open_new_request
from app.ui.tasks import TaskRunner
from tests.ui.support_office import SupportOffice, dialog_of, open_window, support_office

Context = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def window(office: SupportOffice, make_context: Context, qtbot: QtBot) -> Iterator[MainWindow]:
    made = open_window(office, make_context(office.services))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5000)
    yield made
    made.close()
    made.deleteLater()


def opened(window: MainWindow, qtbot: QtBot) -> NewRequestDialog:
    dialog: NewRequestDialog = dialog_of(window, NewRequestDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    return dialog


def click(widget: QWidget, place: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or widget.rect().center())


def line_of(dialog: NewRequestDialog, name: str) -> int:
    texts = [dialog.machine.list.item(place).text() for place in range(dialog.machine.list.count())]
    return next(place for place, text in enumerate(texts) if text.startswith(name))


def click_machine(dialog: NewRequestDialog, name: str) -> None:
    machines = dialog.machine.list
    click(machines.viewport(), machines.visualItemRect(machines.item(line_of(dialog, name))).center())


def test_three_clicks_send_a_request(window: MainWindow, office: SupportOffice, qtbot: QtBot) -> None:
    click(window.help_button)
    dialog = opened(window, qtbot)
    click(dialog.urgency.tiles[Urgency.BLOCKED])
    click_machine(dialog, "Imprimante tickets")
    click(dialog.save_button)
    (row,) = office.rows()
    assert (row.urgency, row.equipment_id, row.status) == (Urgency.BLOCKED, office.machines["Imprimante tickets"], RequestStatus.NEW)
    assert row.subject == "Imprimante tickets ne marche plus"
    assert row.covered is True
    assert row.number in window.toast.text
    assert window.route == Route("support", row.id)


def test_the_keyboard_alone_sends_a_request(window: MainWindow, office: SupportOffice, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = opened(window, qtbot)
    assert dialog.focusWidget() is dialog.urgency.tiles[Urgency.BLOCKED]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_2)
    assert dialog.urgency.value() is Urgency.DEGRADED
    assert dialog.focusWidget() is dialog.machine.search
    QTest.keyClicks(dialog.machine.search, "690")
    QTest.keyClick(dialog.machine.search, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.save_button
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    (row,) = office.rows()
    assert (row.urgency, row.equipment_id) == (Urgency.DEGRADED, office.machines["Caisse comptoir"])


def test_a_chosen_machine_leaves_two_clicks(window: MainWindow, office: SupportOffice, qtbot: QtBot) -> None:
    window.navigate(Route("equipment", office.machines["Convoyeur"]))
    click(window.help_button)
    dialog = opened(window, qtbot)
    machine = dialog.machine.value()
    assert machine is not None and machine.name == "Convoyeur"
    click(dialog.urgency.tiles[Urgency.QUESTION])
    assert dialog.focusWidget() is dialog.save_button
    click(dialog.save_button)
    assert office.rows()[0].equipment_id == office.machines["Convoyeur"]


def test_a_chosen_contract_is_the_one_that_decides(window: MainWindow, office: SupportOffice, qtbot: QtBot) -> None:
    contract = office.services.contracts.sheet("S-1").id
    window.navigate(Route("contracts", contract))
    window.ask_for_help()
    dialog = opened(window, qtbot)
    click(dialog.urgency.tiles[Urgency.QUESTION])
    dialog.submit()
    assert office.rows()[0].contract_id == contract


def test_the_worker_answers_while_the_window_lives(
    office: SupportOffice, make_context: Context, threaded_tasks: TaskRunner, qtbot: QtBot
) -> None:
    made = open_window(office, make_context(office.services, tasks=threaded_tasks))
    open_new_request(made._context, made, office.machines["Convoyeur"])  # type: ignore[arg-type]
    dialog: NewRequestDialog = dialog_of(made, NewRequestDialog)
    qtbot.waitUntil(lambda: dialog.machine.value() is not None and "Couvert" in dialog.cover.text, timeout=10_000)
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    qtbot.waitUntil(lambda: "Rappel visé avant" in dialog.cover.text, timeout=10_000)
    dialog.submit()
    screen: Any = None

    def shown() -> bool:
        nonlocal screen
        screen = made.current_screen
        detail = screen.page("queue").thread_.detail if made.route is not None and made.route.screen == "support" else None
        return detail is not None and detail.row.urgency is Urgency.BLOCKED

    qtbot.waitUntil(shown, timeout=10_000)
    assert screen.page("queue").list.current_id == office.rows()[0].id
    made.close()
    made.deleteLater()


# The dialog by itself ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(office: SupportOffice, host: QWidget, make_context: Context, qtbot: QtBot) -> NewRequestDialog:
    context = make_context(office.services)._replace(today=office.clock.today)
    open_new_request(context, host)
    found: NewRequestDialog = dialog_of(host, NewRequestDialog)
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow, timeout=5000)
    return found


def test_nothing_is_chosen_beforehand_and_nothing_is_lost_without_asking(dialog: NewRequestDialog, office: SupportOffice) -> None:
    assert dialog.urgency.value() is None
    dialog.reject()
    assert not dialog.isVisible()
    assert office.rows() == []


def test_leaving_with_something_typed_asks_first(dialog: NewRequestDialog) -> None:
    QTest.keyClicks(dialog.form.field("subject").editor, "Plus de papier")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.asks
    dialog.abandon()
    assert not dialog.isVisible()


def test_without_urgency_the_choice_is_asked_for_at_its_place(dialog: NewRequestDialog, office: SupportOffice) -> None:
    dialog.submit()
    assert dialog.isVisible()
    assert "touches 1, 2, 3" in dialog._choice_error.text()
    assert dialog.focusWidget() in dialog.urgency.tiles.values()
    assert office.rows() == []


def test_digits_typed_into_a_text_stay_there(dialog: NewRequestDialog) -> None:
    dialog.machine.search.setFocus()
    QTest.keyClicks(dialog.machine.search, "123")
    assert dialog.machine.search.text() == "123"
    assert dialog.urgency.value() is None


def test_before_sending_it_says_who_pays_and_when_the_answer_comes(dialog: NewRequestDialog) -> None:
    assert "Couvert" in dialog.cover.text
    assert "S-1" in dialog.cover.text
    assert "Choisissez l’urgence" in dialog.cover.text
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    assert "Rappel visé avant 10\u00a0h\u00a020" in dialog.cover.text


def test_without_a_contract_it_says_what_it_costs(tmp_path: Path, host: QWidget, make_context: Context) -> None:
    with support_office(tmp_path / "bare", contract=False) as bare:
        open_new_request(make_context(bare.services), host)
        said = dialog_of(host, NewRequestDialog).cover.text
        assert "45,00\u00a0€" in said
        assert "145,00\u00a0€" in said


def test_no_machine_in_particular_is_a_choice(dialog: NewRequestDialog, office: SupportOffice) -> None:
    dialog.machine.choose(0)
    dialog.urgency.tiles[Urgency.QUESTION].click()
    dialog.submit()
    (row,) = office.rows()
    assert (row.equipment_id, row.subject) == (None, "J’ai une question")


def test_the_list_answers_up_and_down(dialog: NewRequestDialog) -> None:
    dialog.machine.search.setFocus()
    QTest.keyClick(dialog.machine.search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.machine.list
    dialog.machine.list.setCurrentRow(0)
    QTest.keyClick(dialog.machine.list, Qt.Key.Key_Up)
    assert dialog.focusWidget() is dialog.machine.search


# Attachments -----------------------------------------------------------------------------------------------------------------------


def picture() -> QImage:
    made = QImage(64, 40, QImage.Format.Format_RGB32)
    made.fill(0x3366AA)
    return made


def test_a_pasted_picture_and_a_dropped_file_travel_with_the_request(
    dialog: NewRequestDialog, office: SupportOffice, tmp_path: Path
) -> None:
    QGuiApplication.clipboard().setImage(picture())
    QTest.keyClick(dialog.urgency.tiles[Urgency.BLOCKED], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    file = tmp_path / "journal.txt"
    file.write_text("Erreur 12", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(file))])
    dialog.strip._take(mime)
    dialog.strip.add_files([file])
    assert [item.name[:7] for item in dialog.strip.items] == ["Capture", "journal"]
    dialog.urgency.tiles[Urgency.BLOCKED].click()
    dialog.submit()
    (row,) = office.rows()
    assert {document.media_type for document in office.detail(row.id).documents} == {"image/png", "text/plain"}


def test_a_picture_pasted_into_a_text_is_attached_and_text_stays_text(dialog: NewRequestDialog) -> None:
    subject = dialog.form.field("subject").editor
    QGuiApplication.clipboard().setImage(picture())
    QTest.keyClick(subject, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().setText("Erreur 12")
    QTest.keyClick(subject, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.strip.items) == 1
    assert dialog.form.field("subject").value() == "Erreur 12"


def test_the_screen_is_taken_without_the_dialog(dialog: NewRequestDialog, qtbot: QtBot) -> None:
    seen: list[float] = []

    def grab() -> QImage:
        seen.append(dialog.windowOpacity())
        return picture()

    dialog.strip.take_picture = grab
    dialog.strip.capture()
    qtbot.waitUntil(lambda: bool(dialog.strip.items), timeout=5000)
    assert seen == [0.0]
    assert dialog.windowOpacity() == 1.0


def test_a_screen_that_cannot_be_taken_says_what_to_do(dialog: NewRequestDialog, qtbot: QtBot) -> None:
    dialog.strip.take_picture = QImage
    dialog.strip.capture()
    qtbot.waitUntil(lambda: bool(dialog.strip.wrong), timeout=5000)
    assert "Impr. écran" in dialog.strip.wrong


def test_a_file_that_is_not_there_is_told(dialog: NewRequestDialog, tmp_path: Path) -> None:
    dialog.strip.add_files([tmp_path / "parti.txt"])
    assert "parti.txt" in dialog.strip.wrong
    assert not dialog.strip.items


def test_a_refused_field_is_told_at_the_field(dialog: NewRequestDialog) -> None:
    dialog._refused(InputError("phone", "?", msg("un numéro")))
    assert dialog.form.field("phone").error is not None
    dialog._refused(InputError("description", "?", msg("un texte")))
    assert dialog.details.field("description").error is not None


@pytest.mark.parametrize("size", [(1280, 720), (853, 480), (640, 400)])
def test_send_is_in_sight_at_any_size(dialog: NewRequestDialog, size: tuple[int, int]) -> None:
    dialog.setMinimumWidth(0)
    dialog.resize(*size)
    QApplication.processEvents()
    assert dialog.rect().contains(dialog.save_button.geometry())
