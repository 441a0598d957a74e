"""What is begun for one request is neither lost nor sent twice nor shown at another, however slow the database is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.errors import RuleError
from app.domain.records import RequestStatus
from app.domain.text import msg
from app.ui.screen import ScreenContext
from app.ui.support.prepared_files import Given, from_picture
from app.ui.support.thread import ThreadPanel
from app.ui.widgets import Busy
from tests.ui.conftest import Told
from tests.ui.held_tasks import HeldTasks
from tests.ui.support_office import SupportOffice, support_office

Context = Callable[..., ScreenContext]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def first(office: SupportOffice) -> UUID:
    return office.ask("Plus de tickets")


@pytest.fixture
def second(office: SupportOffice) -> UUID:
    return office.ask("Écran noir")


@pytest.fixture
def panel(office: SupportOffice, first: UUID, second: UUID, slow: HeldTasks, make_context: Context, qtbot: QtBot) -> ThreadPanel:
    made = ThreadPanel(make_context(office.services, tasks=slow)._replace(today=office.clock.today))
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    made.show_request(first)
    return made


def messages(office: SupportOffice, request: UUID) -> list[str]:
    return [entry.text for entry in office.detail(request).thread if entry.kind == "message"]


def picture() -> QImage:
    made = QImage(64, 40, QImage.Format.Format_RGB32)
    made.fill(0x3366AA)
    return made


def names(panel: ThreadPanel) -> list[str]:
    return [item.name for item in panel.composer.strip.items]


def write(panel: ThreadPanel, text: str) -> None:
    panel.composer.text.setPlainText(text)


# Sending ---------------------------------------------------------------------------------------------------------------------------


def test_a_message_on_its_way_does_not_come_back_as_a_draft(
    panel: ThreadPanel, slow: HeldTasks, office: SupportOffice, first: UUID, second: UUID
) -> None:
    write(panel, "Une fois")
    slow.hold()
    panel.composer.send()
    panel.show_request(second)
    slow.release()
    assert panel.composer.is_empty
    panel.show_request(first)
    assert panel.composer.is_empty
    panel.composer.send()
    assert messages(office, first) == ["Une fois"]


def test_it_cannot_be_sent_again_while_it_is_on_its_way(
    panel: ThreadPanel, slow: HeldTasks, office: SupportOffice, first: UUID, second: UUID
) -> None:
    write(panel, "Une fois")
    slow.hold()
    panel.composer.send()
    QTest.keyClick(panel.composer.text, Qt.Key.Key_Return, CTRL)
    assert not panel.composer.send_button.isEnabled()
    panel.show_request(second)
    panel.show_request(first)
    assert panel.composer.text.isReadOnly()
    QTest.keyClick(panel.composer.text, Qt.Key.Key_Return, CTRL)
    slow.release()
    assert messages(office, first) == ["Une fois"]
    assert panel.composer.is_empty
    assert not panel.composer.text.isReadOnly()


def test_what_is_refused_is_told_with_the_request_it_was_for(
    panel: ThreadPanel, slow: HeldTasks, office: SupportOffice, first: UUID, second: UUID, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuleError(msg("Disque plein"))

    monkeypatch.setattr(panel.context.services.support, "say", refuse)
    write(panel, "Toujours rien")
    slow.hold()
    panel.composer.send()
    panel.show_request(second)
    slow.release()
    assert panel.composer.strip.wrong == ""
    number = office.detail(first).row.number
    assert number in told.notices[-1][0] and "Disque plein" in told.notices[-1][0]
    panel.show_request(first)
    assert panel.composer.message == "Toujours rien"
    assert panel.composer.strip.wrong == "Disque plein"
    assert panel.composer.send_button.isEnabled()


def test_files_that_were_attached_before_the_words_were_refused_are_not_sent_again(
    panel: ThreadPanel, office: SupportOffice, first: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuleError(msg("Trop long"))

    panel.composer.strip.add_picture(picture(), "Écran.png")
    write(panel, "Voici")
    with monkeypatch.context() as patched:
        patched.setattr(panel.context.services.support, "say", refuse)
        panel.composer.send()
    assert names(panel) == []
    assert panel.composer.message == "Voici"
    panel.composer.send()
    assert len(office.detail(first).documents) == 1
    assert messages(office, first) == ["Voici"]


# Drafts ----------------------------------------------------------------------------------------------------------------------------


def test_files_stay_with_their_request(panel: ThreadPanel, first: UUID, second: UUID) -> None:
    panel.composer.strip.add_picture(picture(), "Écran.png")
    panel.show_request(second)
    assert names(panel) == []
    panel.composer.strip.add_picture(picture(), "Autre.png")
    panel.show_request(first)
    assert names(panel) == ["Écran.png"]
    panel.show_nothing()
    panel.show_request(second)
    assert names(panel) == ["Autre.png"]


def test_files_outlive_a_window_made_anew(
    panel: ThreadPanel, office: SupportOffice, first: UUID, make_context: Context, qtbot: QtBot
) -> None:
    panel.composer.strip.add_picture(picture(), "Écran.png")
    write(panel, "À finir")
    panel.keep_drafts()
    again = ThreadPanel(make_context(office.services, language="en"))
    qtbot.addWidget(again)
    again.show_request(first)
    assert names(again) == ["Écran.png"]
    assert again.composer.message == "À finir"


def test_a_file_that_is_read_slowly_goes_to_the_request_it_was_given_for(panel: ThreadPanel, first: UUID, second: UUID) -> None:
    strip = panel.composer.strip
    given: Given = from_picture(picture(), "Écran.png")
    panel.show_request(second)
    strip._add(first, given)
    assert names(panel) == []
    panel.show_request(first)
    assert names(panel) == ["Écran.png"]


def test_nothing_is_sent_while_a_file_is_being_read(panel: ThreadPanel, office: SupportOffice, first: UUID) -> None:
    write(panel, "Voici")
    panel.composer.strip._reading = 1
    panel.composer.send()
    assert messages(office, first) == []
    assert "en cours de lecture" in panel.composer.strip.wrong


# While a request is read -----------------------------------------------------------------------------------------------------------


def test_nothing_is_done_with_the_request_before_while_another_is_read(
    panel: ThreadPanel, slow: HeldTasks, office: SupportOffice, first: UUID, second: UUID
) -> None:
    slow.hold()
    panel.show_request(second)
    for key, made in panel.buttons.items():
        assert not made.isEnabled(), key
        made.click()
    panel._mover(RequestStatus.WAITING_FOR_CUSTOMER)
    panel.do.dialog = None
    panel._with(panel.do.resolve)()
    assert panel.do.dialog is None
    write(panel, "Pour la deuxième")
    panel.composer.send()
    slow.release()
    assert messages(office, first) == []
    assert office.detail(first).row.status is RequestStatus.NEW
    assert panel.detail is not None and panel.detail.row.id == second
    assert all(made.isEnabled() for made in panel.buttons.values())
    assert panel.composer.message == "Pour la deuxième"
    panel.composer.send()
    assert messages(office, second) == ["Pour la deuxième"]


def test_a_long_reading_is_said(panel: ThreadPanel, slow: HeldTasks, second: UUID, qtbot: QtBot) -> None:
    slow.hold()
    panel.show_request(second)
    qtbot.waitUntil(lambda: isinstance(panel.currentWidget(), Busy), timeout=5000)
    slow.release()
    assert not isinstance(panel.currentWidget(), Busy)
    assert panel.detail is not None and panel.detail.row.id == second
