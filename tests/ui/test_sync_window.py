"""Two desktop windows and one server on loopback: edits offline on both, conflicts shown and settled, and every way to pull the plug."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.equipment.view import EquipmentScreen
from app.ui.first_run.view import FirstRunScreen
from app.ui.screen import Route
from app.ui.sync.connect_dialog import ConnectDialog
from app.ui.sync.inbox import InboxScreen
from app.ui.sync.popover import SyncPopover
from tests.backup_office import memory_keyring
from tests.provider import Provider, portal, provider, silent
from tests.ui.support_office import texts_in
from tests.ui.sync_desk import Desk, desk, turn

#: Far more than a frame, far less than any time-out of the network: the machine that runs the tests is busy.
NOT_BLOCKED_MS = 1_500


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def desks(qtbot: QtBot, tmp_path: Path, server: Provider) -> Iterator[tuple[Desk, Desk, UUID]]:
    """Two connected windows, and a machine that both know."""
    with ExitStack() as stack:
        shop = stack.enter_context(desk(qtbot, tmp_path / "shop", "Claire Morel"))
        office = stack.enter_context(desk(qtbot, tmp_path / "office", "Karim Haddad"))
        shop.services.office.change_organisation({"name": "Pressing des Tilleuls"})
        machine = shop.services.equipment.add({"designation": "Caisse comptoir", "kind": "till"})
        shop.connect(server, "Comptoir")
        office.connect(server, "Bureau")
        yield shop, office, machine


def test_edits_made_offline_on_both_meet_and_the_conflict_is_settled(desks: tuple[Desk, Desk, UUID], server: Provider) -> None:
    shop, office, machine = desks
    server.stop()
    shop.services.equipment.change(machine, {"serial": "SN-A", "notes": "au comptoir"})
    office.services.equipment.change(machine, {"serial": "SN-B", "model": "T-200"})
    for one in (shop, office):
        one.wait(lambda one=one: one.sync.view.phase == "offline" and one.sync.view.pending == 1)  # type: ignore[misc]
        assert one.window.sync_chip.text().startswith("Hors ligne") and "1 en attente" in one.window.sync_chip.text()
    server.start()
    for one in (shop, office):
        one.wait(lambda one=one: one.sync.view.phase == "calm" and one.at_rest and one.sync.view.pending == 0)  # type: ignore[misc]
    shop.exchange()
    late = shop if shop.sync.view.conflicts else office
    assert late.sync.view.conflicts == 1 and late.window.sync_chip.text() == "1 conflit"
    assert "attend votre décision" in late.window.toast.text

    late.window.toast.see_button.click()
    late.settle()
    inbox = late.window.current_screen
    assert isinstance(inbox, InboxScreen) and not late.window.toast.isVisible()
    late.wait(lambda: len(inbox._shown) == 1 and inbox.detail.mine_button.isEnabled())
    (line,) = inbox._shown[0].lines
    assert line.label.render() == "Numéro de série" and {line.mine.render(), line.theirs.render()} == {"SN-A", "SN-B"}
    mine = line.mine.render()
    inbox.detail.mine_button.click()
    late.wait(lambda: late.sync.view.conflicts == 0 and late.at_rest and late.sync.view.pending == 0)
    other = office if late is shop else shop
    other.exchange()
    for one in (shop, office):
        sheet = one.services.equipment.sheet(machine)
        assert (sheet.serial, sheet.notes, sheet.model) == (mine, "au comptoir", "T-200")
        assert one.services.sync_inbox.entries() == ()


def test_what_waits_is_told_after_leaving_too_and_whose_it_is(desks: tuple[Desk, Desk, UUID], server: Provider) -> None:
    shop, office, machine = desks
    office.services.equipment.change(machine, {"serial": "SN-B"})
    office.exchange()
    server.stop()
    shop.services.equipment.change(machine, {"serial": "SN-A"})
    shop.wait(lambda: shop.sync.view.phase == "offline")
    server.start()
    shop.wait(lambda: shop.sync.view.phase == "calm" and shop.at_rest and shop.sync.view.conflicts == 1)
    (before,) = shop.services.sync_inbox.entries()
    shop.services.sync.disconnect()
    shop.sync.connection_changed()
    shop.wait(lambda: shop.sync.view.phase == "local")
    (after,) = shop.services.sync_inbox.entries()
    assert (after.mine_by, after.mine_at) == (before.mine_by, before.mine_at) == ("Claire Morel", before.mine_at)
    assert after.mine_at is not None and after.mine_at < after.found_at
    chip = shop.window.sync_chip
    assert chip.text() == "1 conflit" and "1 décision vous attend" in chip.toolTip()
    chip.explain()
    assert chip.popover is not None and not any("rien n’est en attente" in one for one in texts_in(chip.popover))
    (to_inbox,) = [one for one in chip.popover.findChildren(QPushButton) if one.text() == "1 décision à prendre…"]
    to_inbox.click()
    shop.settle()
    assert isinstance(shop.window.current_screen, InboxScreen) and QApplication.activePopupWidget() is None


def test_what_others_wrote_appears_without_losing_the_place(desks: tuple[Desk, Desk, UUID]) -> None:
    shop, office, machine = desks
    other = office.services.equipment.add({"designation": "Imprimante", "kind": "printer"})
    office.exchange()
    shop.exchange()
    screen = shop.go("equipment")
    screen.table.select(machine)
    shop.settle()
    office.services.equipment.change(other, {"designation": "Imprimante tickets"})
    office.exchange()
    shop.exchange()
    shop.settle()
    rows = {screen.table.model.record(row).designation for row in range(screen.table.total)}
    assert rows == {"Caisse comptoir", "Imprimante tickets"} and screen.table.current_id == machine


def test_nothing_moves_under_somebody_who_types(qtbot: QtBot, desks: tuple[Desk, Desk, UUID]) -> None:
    shop, office, machine = desks
    section = shop.go("settings", "company")
    field = section.findChildren(QLineEdit)[0]
    shop.window.activateWindow()
    field.setFocus()
    shop.wait(lambda: QApplication.focusWidget() is field)
    reloads: list[int] = []
    section.reload = lambda: reloads.append(1)
    office.services.equipment.change(machine, {"notes": "vu"})
    office.exchange()
    shop.exchange()
    turn(50)
    assert reloads == []
    shop.window.navigation.items["home"].setFocus()
    shop.wait(lambda: reloads == [1])


def test_a_further_computer_of_an_office_begins_with_a_code(qtbot: QtBot, tmp_path: Path, server: Provider) -> None:
    with desk(qtbot, tmp_path / "shop") as shop:
        shop.services.office.change_organisation({"name": "Pressing des Tilleuls"})
        shop.connect(server, "Comptoir")
        with desk(qtbot, tmp_path / "new") as new:
            welcome = new.window.current_screen
            assert isinstance(welcome, FirstRunScreen)
            new.settle()
            welcome.join_button.click()
            (dialog,) = new.window.findChildren(ConnectDialog)
            dialog.address.url.setText(server.url)
            dialog.address.code.setText(server.code())
            dialog.go_on()
            new.wait(lambda: dialog.current is dialog.meeting)
            dialog.go_on()
            new.wait(lambda: new.window.route is not None and new.window.route.screen == "home")
            assert new.services.office.organisation() is not None
            dialog.finish()


class Watch:
    """How long Qt's thread was away at most."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now

    def stop(self) -> float:
        self._tick()
        self._timer.stop()
        return self.longest


@pytest.mark.parametrize("plug", ["stopped", "killed", "html", "silent"])
def test_pulling_the_plug_with_the_window_open(desks: tuple[Desk, Desk, UUID], server: Provider, plug: str) -> None:
    shop, _, machine = desks
    server.stop()
    with ExitStack() as stack:
        if plug == "killed":
            with server.process() as process:
                shop.exchange()
                process.kill()
        watch = Watch()
        if plug == "html":
            stack.enter_context(portal(server.port))
        if plug == "silent":
            stack.enter_context(silent(server.port))
        shop.services.equipment.change(machine, {"notes": "pendant la panne"})
        if plug == "silent":  # nothing is known yet: it waits for an answer that does not come, and the window goes on
            shop.wait(lambda: shop.sync.running and shop.sync.view.pending == 1)
            turn(200)
            assert shop.window.sync_chip.text().endswith("1 en attente")
        else:
            shop.wait(lambda: shop.sync.view.phase == "offline" and shop.sync.view.pending == 1)
            words = {"stopped": "injoignable", "killed": "injoignable", "html": "ne vient pas du serveur"}[plug]
            assert (
                shop.sync.view.why is not None and words in shop.sync.view.why.render() and "attendent ici" in shop.sync.view.why.render()
            )
            shop.window.sync_chip.explain()
            popover = shop.window.sync_chip.popover
            assert isinstance(popover, SyncPopover) and words in popover.details._why.text()
            popover.close()
        shop.window.navigate(Route("equipment"))
        screen = shop.window.current_screen
        assert isinstance(screen, EquipmentScreen)
        shop.wait(lambda: screen.table.total == 1)
        assert shop.services.equipment.sheet(machine).notes == "pendant la panne"
    server.start()
    shop.sync.now()
    shop.wait(lambda: shop.sync.view.phase == "calm" and shop.at_rest and shop.sync.view.pending == 0)
    assert watch.stop() < NOT_BLOCKED_MS
    assert shop.window.sync_chip.text() == "À jour"


def test_closing_the_window_does_not_wait_for_a_server_that_says_nothing(qtbot: QtBot, tmp_path: Path, server: Provider) -> None:
    with desk(qtbot, tmp_path / "shop") as shop:
        shop.services.office.change_organisation({"name": "Pressing"})
        shop.connect(server, "Comptoir")
        server.stop()
        with silent(server.port):
            shop.sync.now()
            shop.wait(lambda: shop.sync.running)
            turn(200)
            began = time.perf_counter()
            shop.sync.shutdown()
            shop.tasks.shutdown()
            assert time.perf_counter() - began < 5


def test_a_revoked_computer_stops_and_says_what_to_do(desks: tuple[Desk, Desk, UUID], server: Provider) -> None:
    shop, _, machine = desks
    server.revoke()
    shop.services.equipment.change(machine, {"notes": "après"})
    shop.wait(lambda: shop.sync.view.phase == "stopped")
    assert shop.window.sync_chip.text() == "Arrêté" and shop.sync.view.code_needed and not shop.sync._timer.isActive()
    assert shop.sync.view.why is not None and "nouveau code" in shop.sync.view.why.render()
    shop.window.sync_chip.explain()
    popover = shop.window.sync_chip.popover
    assert isinstance(popover, SyncPopover)
    popover.details.code_button.click()
    (asked,) = shop.window.findChildren(ConnectDialog)
    assert server.url in texts_in(asked.address) and asked.focusWidget() is asked.address.code
    asked.address.code.setText(server.code())
    asked.go_on()
    shop.wait(lambda: asked.current is asked.meeting)
    asked.go_on()
    shop.wait(lambda: shop.sync.view.phase == "calm" and shop.at_rest and shop.sync.view.pending == 0)
    asked.finish()
    assert shop.window.sync_chip.text() == "À jour"
