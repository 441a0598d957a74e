"""The welcome screen of a computer that joins its office: what arrives, what stops it, the way out, and nothing typed that goes astray."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.sync.http import HttpTransport
from app.ui.first_run.receiving import ReceivingCard
from app.ui.first_run.view import FirstRunScreen
from app.ui.sync.connect_dialog import ConnectDialog
from tests.backup_office import memory_keyring
from tests.offices import open_office
from tests.provider import Provider, provider, silent
from tests.ui.support_office import texts_in
from tests.ui.sync_desk import Desk, desk

RECORDS = 30


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    """An organisation with a company and some machines."""
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def shop(tmp_path: Path, server: Provider) -> None:
    """The server has an office."""
    opened = open_office(tmp_path / "shop")
    for place in range(RECORDS):
        opened.services.equipment.add({"designation": f"Caisse {place}", "kind": "till"})
    opened.services.sync.meet(server.url, server.code(), "Comptoir")
    opened.services.sync.join()
    opened.services.sync.run()
    opened.close()


class Line:
    """The line to the server: small pages, the second of which waits until `go` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        real = HttpTransport.changes

        def changes(transport: HttpTransport, since: int, limit: int, epoch: str, sent: int) -> bytes:
            while since and not self.go.is_set() and not transport.aborted:
                self.go.wait(0.01)
            return real(transport, since, min(limit, 10), epoch, sent)

        monkeypatch.setattr(HttpTransport, "changes", changes)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(monkeypatch)


def welcome(one: Desk) -> FirstRunScreen:
    """The screen."""
    found = one.window.current_screen
    assert isinstance(found, FirstRunScreen)
    return found


def receiving(one: Desk) -> ReceivingCard:
    """The card that follows what arrives."""
    found = welcome(one).receiving
    assert found is not None and found.isVisible()
    return found


def join(one: Desk, server: Provider) -> ConnectDialog:
    """By the assistant, up to its last page."""
    welcome(one).join_button.click()
    dialog: ConnectDialog = one.window.findChildren(ConnectDialog)[-1]
    dialog.address.url.setText(server.url)
    dialog.address.code.setText(server.code())
    dialog.go_on()
    one.wait(lambda: dialog.current is dialog.meeting)
    dialog.go_on()
    one.wait(lambda: dialog.current is dialog.exchange and one.sync.view.connected)
    return dialog


def until_half(one: Desk) -> None:
    """A page is here, the next one is on its way."""
    one.wait(lambda: one.sync.view.progress is not None and one.sync.view.progress.done > 0)


def at_home(one: Desk) -> bool:
    return one.window.route is not None and one.window.route.screen == "home"


def shows(found: Any) -> bool:
    """Whether it can be seen; a checker would keep what it saw last."""
    return bool(found.isVisible())


@pytest.mark.usefixtures("shop")
def test_while_the_office_arrives_nothing_else_can_be_begun(qtbot: QtBot, tmp_path: Path, server: Provider, line: Line) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        dialog = join(new, server)
        assert dialog._lead.text() == "Vous pouvez fermer cette fenêtre\u00a0: l’échange se poursuit."
        until_half(new)
        dialog.finish()
        screen, card = welcome(new), receiving(new)
        assert not screen.go_button.isVisible() and not screen.demo_button.isVisible() and not screen.join_button.isVisible()
        name = screen.form.field("name").editor
        assert isinstance(name, QLineEdit) and not name.isEnabled()
        name.setText("Doublon SARL")
        screen.save()
        screen.fill_demo()
        assert new.services.office.organisation() is None
        said = texts_in(card)
        assert "Premier échange avec le serveur" in said and any(one.startswith("Réception") for one in said)
        assert card.details.cancel_button.isVisible() and card.leave_button.isEnabled()
        line.go.set()
        new.wait(lambda: at_home(new))
        office = new.services.office.organisation()
        assert office is not None and office.name == "Pressing des Tilleuls"
        assert "ce que vous aviez saisi ici n’a pas été enregistré" in new.window.toast.text


@pytest.mark.usefixtures("shop")
def test_interrupted_and_started_again_it_goes_on_from_the_welcome_screen(
    qtbot: QtBot, tmp_path: Path, server: Provider, line: Line
) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        dialog = join(new, server)
        until_half(new)
        dialog.exchange.details.cancel_button.click()
        new.wait(lambda: new.sync.view.phase == "stopped")
        assert dialog._lead.text().startswith("L’échange est arrêté.")
        dialog.finish()
        card = receiving(new)
        assert (
            any("au prochain démarrage" in one for one in texts_in(card))
            and not shows(card._lead)
            and not shows(card.details.cancel_button)
        )
        card.details.now_button.click()
        until_half(new)  # at once: it knows how far it was
        assert shows(card.details.cancel_button) and shows(card.details._bar)
    with desk(qtbot, tmp_path / "new") as new:
        new.wait(lambda: welcome(new).receiving is not None)
        assert "Premier échange avec le serveur" in texts_in(receiving(new)) and not welcome(new).go_button.isVisible()
        line.go.set()
        new.wait(lambda: at_home(new))


@pytest.mark.usefixtures("shop")
def test_offline_it_says_so_and_goes_on_by_itself(qtbot: QtBot, tmp_path: Path, server: Provider, line: Line) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        dialog = join(new, server)
        until_half(new)
        server.stop()
        line.go.set()
        new.wait(lambda: new.sync.view.phase == "offline")
        assert "ne répond pas" in dialog._lead.text()
        dialog.finish()
        said = texts_in(receiving(new))
        assert any("injoignable" in one for one in said) and any("reprendra tout seul" in one for one in said)
        server.start()
        new.wait(lambda: at_home(new))


@pytest.mark.usefixtures("shop")
def test_leaving_brings_the_form_back(qtbot: QtBot, tmp_path: Path, server: Provider, line: Line) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        join(new, server).finish()
        card = receiving(new)
        card.confirm = lambda _: False
        card.leave_button.click()
        assert new.sync.view.connected and not new.sync.view.leaving
        card.confirm = lambda _: True
        card.leave_button.click()
        assert "Déconnexion…" in texts_in(card) and not card.leave_button.isEnabled() and not card.details.now_button.isVisible()
        new.wait(lambda: not new.sync.view.connected)
        screen = welcome(new)
        assert screen.go_button.isVisible() and screen.demo_button.isVisible() and not card.isVisible() and screen.form.isEnabled()
        assert server.devices() == 1


@pytest.mark.usefixtures("shop")
def test_leaving_a_server_that_hangs_does_not_keep_anybody(qtbot: QtBot, tmp_path: Path, server: Provider) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        opened = new.services
        opened.sync.meet(server.url, server.code(), "Bureau")
        opened.sync.join()
        server.stop()
        with silent(server.port):
            new.sync.connection_changed()
            new.wait(lambda: new.sync.running and welcome(new).receiving is not None)
            card = receiving(new)
            assert card.details.cancel_button.isVisible()  # before anything has arrived
            card.confirm = lambda _: True
            card.leave_button.click()
            qtbot.waitUntil(lambda: not new.sync.view.connected, timeout=6_500)


@pytest.mark.usefixtures("shop")
def test_long_work_with_files_keeps_nobody_from_leaving(qtbot: QtBot, tmp_path: Path, server: Provider) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        new.services.sync.meet(server.url, server.code(), "Bureau")
        new.services.sync.join()
        server.stop()
        over = threading.Event()
        with silent(server.port):
            new.sync.connection_changed()
            new.wait(lambda: new.sync.running and welcome(new).receiving is not None)
            for _ in range(2):  # a backup, and another
                new.tasks.run(lambda: over.wait(60), lane="files")
            card = receiving(new)
            card.confirm = lambda _: True
            card.leave_button.click()
            try:
                qtbot.waitUntil(lambda: not new.sync.view.connected, timeout=6_500)
            finally:
                over.set()


def test_a_server_without_a_company_asks_for_it(qtbot: QtBot, tmp_path: Path, server: Provider) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        join(new, server).finish()
        new.wait(lambda: welcome(new).go_button.isVisible())
        screen = welcome(new)
        assert not screen.demo_button.isVisible() and any("remplissez-la" in one for one in texts_in(receiving(new)))
        name = screen.form.field("name").editor
        assert isinstance(name, QLineEdit) and name.text() == "Pressing des Tilleuls"  # as the provider calls it
        name.setText("Pressing")
        screen.go_button.click()
        new.wait(lambda: at_home(new) and new.sync.view.pending == 0 and new.at_rest)
        assert new.services.sync.status().conflicts == 0


def test_a_company_that_came_while_the_form_was_filled_in_is_not_emptied_by_it(qtbot: QtBot, tmp_path: Path, server: Provider) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        join(new, server).finish()
        new.wait(lambda: welcome(new).go_button.isVisible())
        screen = welcome(new)
        new.services.office.change_organisation({"name": "Pressing des Tilleuls", "city": "Annecy"})
        name = screen.form.field("name").editor
        assert isinstance(name, QLineEdit)
        name.setText("Pressing")
        screen.save()
        new.wait(lambda: at_home(new))
        found = new.services.office.organisation()
        assert found is not None and (found.name, found.city) == ("Pressing", "Annecy")


def suggested(new: Desk, server: Provider) -> QLineEdit:
    """The field with the name as the provider calls the office, on a computer that has joined one without a company."""
    join(new, server).finish()
    new.wait(lambda: welcome(new).go_button.isVisible())
    name = welcome(new).form.field("name").editor
    assert isinstance(name, QLineEdit) and name.text() == "Pressing des Tilleuls"
    return name


@pytest.mark.parametrize("typed", [None, "Mon pressing"])
def test_a_name_that_was_only_suggested_is_nothing_that_was_typed(
    qtbot: QtBot, tmp_path: Path, server: Provider, typed: str | None
) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        name = suggested(new, server)
        if typed is not None:
            name.setText(typed)
        opened = open_office(tmp_path / "shop")
        opened.services.sync.meet(server.url, server.code(), "Comptoir")
        opened.services.sync.join()
        opened.services.sync.run()
        opened.close()
        new.sync.now()
        new.wait(lambda: at_home(new))
        assert ("n’a pas été enregistré" in new.window.toast.text) == (typed is not None)


@pytest.mark.parametrize(("typed", "left"), [(None, ""), ("Mon pressing", "Mon pressing")])
def test_who_leaves_does_not_keep_the_name_of_the_other_company(
    qtbot: QtBot, tmp_path: Path, server: Provider, typed: str | None, left: str
) -> None:
    with desk(qtbot, tmp_path / "new") as new:
        name = suggested(new, server)
        if typed is not None:
            name.setText(typed)
        card = receiving(new)
        card.confirm = lambda _: True
        card.leave_button.click()
        new.wait(lambda: not new.sync.view.connected and welcome(new).demo_button.isVisible())
        assert name.text() == left
