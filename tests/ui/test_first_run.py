"""The first run: the company, or the demo."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.ui.first_run.view import FirstRunScreen
from app.ui.screen import Route, ScreenContext
from app.ui.tasks import TaskRunner
from tests.offices import open_office
from tests.ui.conftest import MemorySettings, Told

MakeContext = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data", named=False)
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> FirstRunScreen:
    return shown(qtbot, make_context(office.services))


def shown(qtbot: QtBot, context: ScreenContext) -> FirstRunScreen:
    made = FirstRunScreen(context)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.activate(Route("first_run"))
    return made


def field(screen: FirstRunScreen, name: str) -> QLineEdit:
    editor = screen.form.field(name).editor
    assert isinstance(editor, QLineEdit)
    return editor


def test_siren_is_checked_while_it_is_typed(screen: FirstRunScreen) -> None:
    siren = field(screen, "siren")
    assert screen.siren_state.text == "Recommandé"
    QTest.keyClicks(siren, "7328")
    assert screen.siren_state.text == "4 sur 9 chiffres"
    QTest.keyClicks(siren, "29321")
    assert screen.siren_state.text == "SIREN non valide"
    siren.setText("732 829.320")
    assert screen.siren_state.text == "SIREN valide"
    siren.editingFinished.emit()
    assert siren.text() == "732\u202f829\u202f320"


def test_only_the_name_is_needed(screen: FirstRunScreen, office: OpenFolder, told: Told) -> None:
    screen.go_button.click()
    assert screen.form.field("name").error is not None
    assert told.routes == []
    field(screen, "name").setText("Pressing du Lac")
    QTest.keyClick(field(screen, "name"), Qt.Key.Key_Return)
    kept = office.services.office.organisation()
    assert kept is not None
    assert kept.name == "Pressing du Lac"
    assert told.routes == [Route("home")]
    assert told.changes == 1


def test_a_wrong_siren_is_refused_and_nothing_kept(screen: FirstRunScreen, office: OpenFolder, told: Told) -> None:
    field(screen, "name").setText("Pressing du Lac")
    field(screen, "siren").setText("732829321")
    screen.save()
    assert "Luhn" in (screen.form.field("siren").error or "")
    assert office.services.office.organisation() is None
    assert screen.go_button.isEnabled()
    assert told.routes == []


def test_what_was_typed_survives_a_change_of_language(
    screen: FirstRunScreen, qtbot: QtBot, make_context: MakeContext, office: OpenFolder, ui_settings: MemorySettings
) -> None:
    field(screen, "name").setText("Pressing du Lac")
    screen.language.setCurrentIndex(1)
    screen.language.activated.emit(1)
    assert screen.context.preferences.language == "en"
    again = shown(qtbot, make_context(office.services, language="en"))
    assert field(again, "name").text() == "Pressing du Lac"
    again.save()
    assert ui_settings.get_str("first_run.draft") == ""


def test_a_damaged_draft_is_forgotten(qtbot: QtBot, make_context: MakeContext, office: OpenFolder, ui_settings: MemorySettings) -> None:
    for kept in ("{", "[1]", '{"name": 3}'):
        ui_settings.set_str("first_run.draft", kept)
        assert field(shown(qtbot, make_context(office.services)), "name").text() == ""


def test_demo_fills_the_folder(screen: FirstRunScreen, office: OpenFolder, told: Told) -> None:
    screen.demo_button.click()
    assert office.services.shell.has_organisation()
    assert told.routes == [Route("home")]


def test_demo_refused_where_there_is_data(screen: FirstRunScreen, office: OpenFolder, told: Told) -> None:
    office.services.equipment.add({"designation": "Caisse", "kind": "till"})
    screen.demo_button.click()
    assert "déjà utilisé" in screen.error.text()
    assert screen.demo_button.isEnabled()
    assert told.routes == []


def test_demo_given_up_leaves_the_folder_empty(
    qtbot: QtBot, make_context: MakeContext, office: OpenFolder, threaded_tasks: TaskRunner, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(qtbot, make_context(office.services, tasks=threaded_tasks))
    real, given_up = type(office.services.demo).fill, threading.Event()

    def fill_and_be_stopped(self: object, **given: object) -> object:
        progress = given.pop("progress")

        def stop(done: int, total: int) -> None:
            given_up.wait(10)
            progress(done, total)  # type: ignore[operator]

        return real(office.services.demo, progress=stop, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(type(office.services.demo), "fill", fill_and_be_stopped)
    screen.fill_demo()
    screen.busy._cancel.click()
    given_up.set()
    qtbot.waitUntil(screen.demo_button.isEnabled)
    assert not office.services.shell.has_organisation()
    assert screen.busy.isHidden()
    assert told.routes == []


def test_demo_given_up_too_late_opens_it(
    qtbot: QtBot, make_context: MakeContext, office: OpenFolder, threaded_tasks: TaskRunner, told: Told
) -> None:
    screen = shown(qtbot, make_context(office.services, tasks=threaded_tasks))
    office.services.demo.fill(equipment=0, requests=0)
    screen._enable(False)
    screen.busy.cancelled.emit()
    qtbot.waitUntil(lambda: told.routes == [Route("home")])
