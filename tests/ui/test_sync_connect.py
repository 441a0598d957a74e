"""The connection assistant, the settings page and the technician's dialog, on a real server; tasks run at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.ui.screen import Route, ScreenContext
from app.ui.settings.server import ServerSection
from app.ui.sync.connect_dialog import ConnectDialog, open_connect
from app.ui.sync.controller import SyncController
from app.ui.sync.popover import SyncDetails
from app.ui.sync.words import chip_look
from app.ui.tasks import InlineTaskRunner
from app.ui.technician.start_dialog import StartDialog, read_choices
from tests.backup_office import memory_keyring
from tests.offices import StandingClock, open_office
from tests.provider import Provider, provider
from tests.ui.conftest import Told
from tests.ui.support_office import texts_in

MakeContext = Callable[..., ScreenContext]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def office(tmp_path: Path, server: Provider) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data", StandingClock(server.now()))
    yield opened
    opened.close()


@pytest.fixture
def sync(qtbot: QtBot, office: OpenFolder, tasks: InlineTaskRunner) -> Iterator[SyncController]:
    found = SyncController(office.services, tasks)
    found.refresh()
    yield found
    found.shutdown()


@pytest.fixture
def context(make_context: MakeContext, office: OpenFolder, sync: SyncController) -> ScreenContext:
    return make_context(office.services)._replace(sync=sync)


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1280, 720)
    widget.show()
    return widget


def ask(context: ScreenContext, home: QWidget, url: str, code: str) -> ConnectDialog:
    """The assistant with its first page filled and accepted."""
    assert context.sync is not None
    dialog = open_connect(context, context.sync, home)
    dialog.address.url.setText(url)
    dialog.address.code.setText(code)
    dialog.address.name.setText("Comptoir")
    dialog.go_on()
    return dialog


def page(dialog: ConnectDialog) -> object:
    """The page on screen."""
    return dialog.current


def connected(sync: SyncController) -> bool:
    """Whether the window knows of a server."""
    return sync.view.connected


def until_calm(qtbot: QtBot, sync: SyncController) -> None:
    qtbot.waitUntil(
        lambda: sync.view.phase == "calm" and sync.view.status is not None and sync.view.status.last_at is not None, timeout=20_000
    )


# The assistant -----------------------------------------------------------------------------------------------------------------------


def test_a_code_then_both_sides_then_the_first_exchange(
    qtbot: QtBot, context: ScreenContext, sync: SyncController, home: QWidget, server: Provider, office: OpenFolder
) -> None:
    office.services.equipment.add({"designation": "Caisse", "kind": "till"})
    dialog = ask(context, home, f"  {server.url}/ ", server.code().lower())
    assert page(dialog) is dialog.meeting
    said = texts_in(dialog.meeting)
    assert {"Sur ce poste", "Sur le serveur", "Pressing des Tilleuls", "732829320", "2", "0"} <= said
    assert "2 enregistrements de ce poste seront envoyés au serveur." in said and not dialog.meeting.confirmed.isVisible()
    assert not connected(sync)
    dialog.go_on()
    assert page(dialog) is dialog.exchange and "2 enregistrements de ce poste seront envoyés." in texts_in(dialog.exchange)
    until_calm(qtbot, sync)
    assert "Tout est échangé. Vous pouvez fermer cette fenêtre." in texts_in(dialog)
    assert "2 enregistrements de ce poste seront envoyés." not in texts_in(dialog.exchange)
    assert "Tout est à jour" in texts_in(dialog.exchange) and chip_look(sync.view).text == "À jour"
    dialog.finish()
    assert office.services.connection.target() == f"{server.url}/health"


def test_what_is_wrong_stands_at_its_field(context: ScreenContext, home: QWidget, server: Provider) -> None:
    dialog = ask(context, home, "http://example.org", server.code())
    assert page(dialog) is dialog.address and "https://" in (dialog.address.form.field("url").error or "")
    dialog.address.url.setText(server.url)
    dialog.address.code.setText("ABCD-EFGH-JKMN")
    dialog.go_on()
    assert page(dialog) is dialog.address and "code d’activation" in (dialog.address.form.field("code").error or "")
    dialog.address.name.clear()
    dialog.go_on()
    assert dialog.address.form.field("device_name").error
    server.stop()
    dialog.address.name.setText("PC")
    dialog.go_on()
    assert page(dialog) is dialog.address and "injoignable" in dialog._error.text()
    dialog.reject()


def test_another_company_has_to_be_confirmed(
    qtbot: QtBot, context: ScreenContext, sync: SyncController, home: QWidget, server: Provider, office: OpenFolder
) -> None:
    office.services.office.change_organisation({"siren": "552100554"})
    dialog = ask(context, home, server.url, server.code())
    assert dialog.meeting.confirmed.isVisible() and "SIREN diffèrent" in dialog.meeting.warning.text()
    dialog.go_on()
    assert page(dialog) is dialog.meeting and not office.services.sync.status().connected
    assert dialog._error.text() == "Confirmez d’abord que c’est bien la même entreprise."
    dialog.meeting.confirmed.setChecked(True)
    dialog.go_on()
    assert page(dialog) is dialog.exchange
    until_calm(qtbot, sync)
    dialog.finish()


def test_thinking_again_takes_the_computer_off_the_list(
    context: ScreenContext, sync: SyncController, home: QWidget, server: Provider, office: OpenFolder
) -> None:
    dialog = ask(context, home, server.url, server.code())
    assert server.devices() == 1
    dialog.reject()
    assert dialog.asks and server.devices() == 1, "the code is spent: nobody leaves by one key"
    dialog.abandon()
    assert server.devices() == 0 and not office.services.sync.status().connected
    assert office.services.context.secrets.get("sync.refresh_token") is None
    again = ask(context, home, server.url, server.code())
    assert page(again) is again.meeting
    again.abandon()


def test_joining_an_office_that_has_data_says_what_will_happen(
    qtbot: QtBot, tmp_path: Path, context: ScreenContext, sync: SyncController, home: QWidget, server: Provider
) -> None:
    first = open_office(tmp_path / "first")
    first.services.sync.meet(server.url, server.code(), "Bureau")
    first.services.sync.join()
    first.services.sync.run()
    first.close()
    dialog = ask(context, home, server.url, server.code())
    said = " ".join(texts_in(dialog.meeting))
    assert "sera reçu ici" in said and "a déjà une fiche de l’entreprise, elle reste" in said and "Rien n’est effacé" in said
    assert "de ce poste sera envoyé" not in said  # the company's record, which is not sent where the server has one
    dialog.go_on()
    until_calm(qtbot, sync)
    dialog.finish()
    assert sync.view.pending == sync.view.conflicts == 0


def test_the_second_click_of_a_double_click_connects_nothing(
    qtbot: QtBot, context: ScreenContext, sync: SyncController, home: QWidget, server: Provider
) -> None:
    dialog = open_connect(context, context.sync or sync, home)
    dialog.address.url.setText(server.url)
    dialog.address.code.setText(server.code())
    button = dialog._next
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page(dialog) is dialog.meeting and not button.isEnabled()
    qtbot.waitUntil(button.isEnabled)
    assert dialog.focusWidget() is dialog.meeting and not button.isDefault()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(dialog.meeting, key)
    assert page(dialog) is dialog.meeting and not connected(sync)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page(dialog) is dialog.exchange and not button.isEnabled()
    until_calm(qtbot, sync)
    qtbot.waitUntil(button.isEnabled)
    dialog.finish()


def test_renewing_an_access_asks_for_the_code_only(
    qtbot: QtBot, context: ScreenContext, sync: SyncController, home: QWidget, server: Provider, office: OpenFolder
) -> None:
    connect(qtbot, office, sync, server)
    office.services.office.change_organisation({"siren": "552100554"})
    server.revoke()
    sync.now()
    assert sync.view.code_needed
    dialog = open_connect(context, sync, home)
    assert dialog.focusWidget() is dialog.address.code and not dialog.address.url.isVisible()
    said = texts_in(dialog.address)
    assert server.url in said and not any("Sans serveur" in one for one in said) and "nouveau code" in dialog._lead.text()
    dialog.address.code.setText(server.code())
    dialog.go_on()
    assert page(dialog) is dialog.meeting and not dialog.meeting.confirmed.isVisible() and not dialog.meeting.warning.isVisible()
    dialog.go_on()
    assert page(dialog) is dialog.exchange
    until_calm(qtbot, sync)
    dialog.finish()


def test_what_is_pressed_on_the_last_page_happens_in_the_window(
    qtbot: QtBot, context: ScreenContext, sync: SyncController, home: QWidget, server: Provider, told: Told
) -> None:
    dialog = ask(context, home, server.url, server.code())
    dialog.go_on()
    until_calm(qtbot, sync)
    dialog.exchange.details.inbox_button.click()
    assert not dialog.isVisible() and told.routes == [Route("inbox")]


def test_a_code_asked_for_on_the_last_page_is_asked_in_one_window(
    qtbot: QtBot, context: ScreenContext, sync: SyncController, home: QWidget, server: Provider
) -> None:
    dialog = ask(context, home, server.url, server.code())
    dialog.go_on()
    until_calm(qtbot, sync)
    server.revoke()
    sync.now()
    assert dialog._lead.text().startswith("L’échange est arrêté.") and dialog.exchange.details.code_button.isVisible()
    dialog.exchange.details.code_button.click()
    (again,) = [one for one in home.findChildren(ConnectDialog) if one.isVisible()]
    assert again is not dialog and again.address.known == server.url
    again.reject()


# The settings ------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def section(qtbot: QtBot, context: ScreenContext) -> ServerSection:
    found = ServerSection(context)
    qtbot.addWidget(found)
    found.resize(900, 600)
    found.show()
    found.load()
    return found


def connect(qtbot: QtBot, office: OpenFolder, sync: SyncController, server: Provider) -> None:
    office.services.sync.meet(server.url, server.code(), "Comptoir")
    office.services.sync.join()
    sync.connection_changed()
    until_calm(qtbot, sync)


def test_the_settings_connect_and_leave(
    qtbot: QtBot, section: ServerSection, office: OpenFolder, sync: SyncController, server: Provider, told: Told
) -> None:
    assert "Aucun serveur" in texts_in(section) and section.connect_button is not None
    section.connect_button.click()
    (dialog,) = section.window().findChildren(ConnectDialog)
    dialog.reject()
    connect(qtbot, office, sync, server)
    section.load()
    said = texts_in(section)
    assert {server.url, "Pressing des Tilleuls", "A", "Tout est à jour", "rien"} <= said
    assert any("gardé dans le trousseau" in one for one in said)
    assert section.leave_button is not None and getattr(section, "connect_button") is None  # noqa: B009 - it was a button before
    office.services.equipment.add({"designation": "Caisse", "kind": "till"})
    sync.refresh()
    asked: list[str] = []

    def no(text: str) -> bool:
        asked.append(text)
        return False

    section.confirm = no
    section.leave_button.click()
    assert "1 changement n’est pas encore parti" in asked[0] and connected(sync)
    section.confirm = lambda _: True
    section.leave_button.click()
    assert not connected(sync) and "Aucun serveur" in texts_in(section) and "restées ici" in told.notices[-1][0]
    assert server.devices() == 0


def test_without_a_keyring_the_settings_say_that_access_ends_with_the_program(
    qtbot: QtBot, section: ServerSection, office: OpenFolder, sync: SyncController, server: Provider
) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    connect(qtbot, office, sync, server)
    section.load()
    kept = [one for one in texts_in(section) if "jusqu’à la fermeture" in one]
    assert kept and "nouveau code" in kept[0]


def test_a_window_without_a_controller_only_says_so(qtbot: QtBot, make_context: MakeContext) -> None:
    found = ServerSection(make_context(SimpleNamespace()))
    qtbot.addWidget(found)
    found.load()
    assert found.connect_button is not None and not found.connect_button.isEnabled()


def test_a_clock_that_is_wrong_is_told(
    qtbot: QtBot, context: ScreenContext, office: OpenFolder, sync: SyncController, server: Provider
) -> None:
    clock = office.services.clock
    assert isinstance(clock, StandingClock)
    clock.moment = clock.moment.replace(year=clock.moment.year + 1)
    connect(qtbot, office, sync, server)
    assert sync.view.skew is not None
    details = SyncDetails(context, sync)
    qtbot.addWidget(details)
    assert any("L’horloge de ce PC avance" in one for one in texts_in(details))


# The technician's code ---------------------------------------------------------------------------------------------------------------


def start(qtbot: QtBot, context: ScreenContext, office: OpenFolder, home: QWidget, *, online: bool) -> StartDialog:
    choices = read_choices(office.services, connected=True, online=online)
    dialog = StartDialog(context, choices, home, lambda _: None)
    dialog.open()
    dialog.name.setCurrentText("Nadège")
    return dialog


def test_a_technician_shows_a_code_and_is_named_by_the_provider(
    qtbot: QtBot, context: ScreenContext, office: OpenFolder, sync: SyncController, home: QWidget, server: Provider
) -> None:
    connect(qtbot, office, sync, server)
    code = server.technician_code("Nadège Rivière")
    dialog = start(qtbot, context, office, home, online=True)
    field = dialog.form.field("code").editor
    assert isinstance(field, QLineEdit)
    field.setText("00000000")
    dialog.try_submit()
    assert "déjà utilisé" in (dialog.form.field("code").error or "") and office.services.technicians.current() is None
    field.setText(code)
    dialog.try_submit()
    session = office.services.technicians.current()
    assert session is not None and session.technician == "Nadège Rivière"
    office.services.technicians.finish()


def test_with_no_way_to_check_a_code_the_office_says_so_itself(
    qtbot: QtBot, context: ScreenContext, office: OpenFolder, sync: SyncController, home: QWidget, server: Provider
) -> None:
    connect(qtbot, office, sync, server)
    assert read_choices(office.services, connected=True, online=False).code
    office.services.context.secrets.forget("technician.secret")
    assert not read_choices(office.services, connected=True, online=False).code
    assert not read_choices(office.services).code
