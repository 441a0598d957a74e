"""Starting, failing to open, crashing, changing language and theme; the settings file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLibraryInfo, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageError
from app.domain.text import msg, tr
from app.system.settings import JsonSettings
from app.ui import application, i18n, startup, theme
from app.ui.application import WindowControl, WindowOptions
from app.ui.crash import CrashReporter
from app.ui.screen import ScreenContext
from app.ui.widgets import ErrorState
from tests.ui.conftest import TODAY, MemorySettings
from tests.ui.shell_desk import Plain, Queries

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 10_000


class FixedClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 22, 12, tzinfo=UTC)

    def today(self) -> date:
        return TODAY


Start = Callable[..., WindowControl]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path, ui_settings: MemorySettings) -> Iterator[Start]:
    """`start(open_services, **options)`: a started window; closed and joined afterwards."""
    controls: list[WindowControl] = []

    def factory(name: str) -> Callable[[ScreenContext], Plain]:
        return lambda context: Plain(context, name)

    def make(open_services: Callable[[], Any], queries: Queries | None = None, **options: Any) -> WindowControl:
        whole: dict[str, Any] = {
            "screens": {name: factory(name) for name in ("home", "contracts", "settings", "first_run")},
            "queries": lambda _: queries or Queries(),
            "settings": ui_settings,
            "clock": FixedClock(),
            "log": tmp_path / "parclair.log",
            "folder": tmp_path,
            "close": None,
            "language": "fr",
            **options,
        }
        control = WindowControl(qapp, open_services, WindowOptions(**whole))
        controls.append(control)
        control.start()
        return control

    yield make
    for control in controls:
        control.shutdown()
        control.deleteLater()


def services(notices: Sequence[object] = ()) -> Any:
    technicians = SimpleNamespace(expire=lambda: None, current=lambda: None)
    status = SimpleNamespace(connected=False, pending=0, conflicts=0, last_at=None, first_done=False, secret_kept=None)
    shell = SimpleNamespace(sync_status=lambda: status)
    return SimpleNamespace(notices=tuple(notices), clock=FixedClock(), technicians=technicians, shell=shell)


def test_the_window_is_painted_before_anything_is_opened(qtbot: QtBot, start: Start) -> None:
    order: list[str] = []

    def open_services() -> Any:
        order.append("opened")
        return services()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            # The signal would come too late: what it starts in another thread may be there before whoever else listens to it.
            if event.type() == QEvent.Type.Paint and not order:
                order.append("painted")
            return False

    control, watch = start(open_services), Watch()
    control.window.installEventFilter(watch)
    with qtbot.waitSignal(control.ready, timeout=PATIENCE):
        pass
    assert order == ["painted", "opened"]
    assert control.window.current_screen is not None
    assert control.window.current_screen.title == "Home"


def test_services_are_opened_off_the_qt_thread(qtbot: QtBot, start: Start) -> None:
    where: list[int] = []

    def open_services() -> Any:
        where.append(threading.get_ident())
        return services()

    control = start(open_services)
    with qtbot.waitSignal(control.ready, timeout=PATIENCE):
        pass
    assert where != [threading.get_ident()]


def test_what_other_screens_need_is_loaded_after_the_first_is_filled(qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "WARM_UP_AFTER_MS", 0)
    order: list[object] = []
    opened = services()
    control = start(lambda: opened, warm_up=lambda given: order.append((given is opened, threading.current_thread().name)))
    control.ready.connect(lambda: order.append("ready"))
    qtbot.waitUntil(lambda: len(order) == 2, timeout=PATIENCE)
    assert order == ["ready", (True, "parclair-database-0")]


def test_without_a_company_the_first_run_covers_everything(qtbot: QtBot, start: Start) -> None:
    control = start(services, Queries(organisation=False))
    with qtbot.waitSignal(control.ready, timeout=PATIENCE):
        pass
    assert control.window.route is not None
    assert control.window.route.screen == "first_run"


def test_what_opening_had_to_mend_is_told(qtbot: QtBot, start: Start) -> None:
    control = start(lambda: services([msg("Brouillon")]))
    with qtbot.waitSignal(control.ready, timeout=PATIENCE):
        pass
    assert control.window.banner.text == "Brouillon"


def test_a_folder_that_cannot_be_opened_is_explained_and_retried(qtbot: QtBot, start: Start) -> None:
    results: list[Any] = [StorageError(msg("Brouillon")), services()]

    def open_services() -> Any:
        result = results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    control = start(open_services)
    qtbot.waitUntil(lambda: control.window.findChild(ErrorState) is not None, timeout=PATIENCE)
    state = control.window.findChild(ErrorState)
    assert state is not None
    assert "Brouillon" in state.accessibleName()
    assert [b.text() for b in state.buttons] == ["Réessayer", "Ouvrir le dossier", "Quitter"]
    assert not control.window.navigation.isVisible()
    assert control.status == 1
    with qtbot.waitSignal(control.ready, timeout=PATIENCE):
        state.buttons[0].click()
    assert control.window.navigation.isVisible()
    assert control.status == 0


def test_the_services_are_closed_in_the_worker_at_the_end(qtbot: QtBot, start: Start) -> None:
    closed: list[object] = []
    control = start(services, close=lambda _: closed.append(threading.get_ident()))
    with qtbot.waitSignal(control.ready, timeout=PATIENCE):
        pass
    control.shutdown()
    assert len(closed) == 1
    assert closed != [threading.get_ident()]


def test_the_language_changes_while_running(qtbot: QtBot, start: Start, ui_settings: MemorySettings) -> None:
    control = start(services)
    with qtbot.waitSignal(control.ready, timeout=PATIENCE):
        pass
    old = control.window
    control.set_language("en")
    qtbot.waitUntil(lambda: control.window is not old, timeout=PATIENCE)
    assert ui_settings.get_str("language") == "en"
    assert control.window.isVisible()
    assert control.window.current_screen is not None
    assert control.window.current_screen.context.language == "en"
    control.set_language("fr")
    assert tr("Annuler") == "Annuler"


def test_the_theme_changes_while_running(qtbot: QtBot, start: Start) -> None:
    control = start(services)
    with qtbot.waitSignal(control.ready, timeout=PATIENCE):
        pass
    control.set_theme("dark")
    assert theme.current().dark
    assert control.theme == "dark"
    control.set_theme("light")
    assert not theme.current().dark


def test_qt_speaks_french(qapp: QApplication) -> None:
    assert Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_fr.qm").exists()
    translator = i18n.translate_qt(qapp, "fr")
    assert translator is not None
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuler"
    qapp.removeTranslator(translator)
    assert i18n.translate_qt(qapp, "en") is None


def test_the_language_is_the_choice_or_the_system_s() -> None:
    assert i18n.use_language("en") == "en"
    assert i18n.use_language("fr") == "fr"
    assert i18n.use_language("system") == i18n.system_language()


# Bugs ----------------------------------------------------------------------------------------------------------------------------------


def test_a_bug_is_written_and_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    log = tmp_path / "deep" / "parclair.log"
    reporter = CrashReporter(log, FixedClock(), "1.0")
    for number in range(2):
        reporter.report(ValueError(f"bug {number}"))
    qtbot.waitUntil(lambda: reporter.dialog is not None, timeout=PATIENCE)
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    text = log.read_text("utf-8")
    assert "ValueError: bug 0" in text
    assert "ValueError: bug 1" in text
    assert "2026-11-22 12:00:00Z parclair 1.0" in text
    shown = reporter.dialog.findChild(QPlainTextEdit)
    assert shown is not None
    assert "bug 0" in shown.toPlainText()
    reporter.dialog.accept()
    reporter.report(SystemExit(0))
    assert "SystemExit" not in log.read_text("utf-8")


def test_a_log_that_cannot_be_written_is_no_second_bug(qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    reporter = CrashReporter(tmp_path / "file" / "parclair.log", FixedClock(), "1.0")
    reporter.report(ValueError("bug"))
    assert "ValueError: bug" in capsys.readouterr().err
    qtbot.waitUntil(lambda: reporter.dialog is not None, timeout=PATIENCE)
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    reporter.dialog.accept()


def test_the_hooks_are_taken_and_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    reporter = CrashReporter(tmp_path / "parclair.log", FixedClock(), "1.0")
    reporter.install()
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    reporter.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
    assert "ZeroDivisionError" in (tmp_path / "parclair.log").read_text("utf-8")
    qtbot.waitUntil(lambda: reporter.dialog is not None, timeout=PATIENCE)
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    reporter.dialog.accept()


# Measures and quirks -------------------------------------------------------------------------------------------------------------------


def test_the_measures_are_plausible() -> None:
    measured = json.loads(startup.report(0.1, 0.25))
    assert measured["first_paint_ms"] == 100
    assert measured["interactive_ms"] == 250
    assert 10 < measured["rss_mb"] < 2000
    assert 0 < startup.since_process_start() < 3600


def run_python(program: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, env=environment, check=False)


def test_none_outlives_any_number_of_qt_calls() -> None:
    done = run_python(
        "from app.ui.qt_quirks import prepare\n"
        "prepare(); prepare()\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(50_000): thing.setObjectName('x')\n"
        "print('alive')\n"
    )
    assert done.stdout.strip() == "alive", done.stderr


def test_the_source_of_imported_modules_is_not_read() -> None:
    done = run_python(
        "from app.ui.qt_quirks import prepare\nprepare()\nimport colorsys, linecache\nprint(colorsys.__file__ in linecache.cache)\n"
    )
    assert done.stdout.strip() == "False", done.stderr


def test_a_wrong_argument_is_told_as_by_plain_pyside() -> None:
    program = (
        "from PySide6.QtCore import QObject, QPoint\n"
        "for wrong in (lambda: QPoint('a'), lambda: QObject().setObjectName(5), lambda: QObject(wrong=3)):\n"
        "    try: wrong()\n"
        "    except (TypeError, AttributeError) as error: print(type(error).__name__, error)\n"
    )
    plain = run_python(program)
    waiting = "from app.ui import qt_quirks\nqt_quirks.prepare()\nassert len(qt_quirks._sources) == len(qt_quirks._WAITING)\n"
    prepared = run_python(waiting + program + "assert not {n for n in qt_quirks._sources if 'lib/' not in n}\n")
    assert "QPoint.__init__(xpos: int, ypos: int, /)" in prepared.stdout, prepared.stderr
    assert prepared.stdout == plain.stdout


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    done = run_python(
        "import sys\n"
        "from app.ui.qt_quirks import prepare\n"
        "prepare()\n"
        "import app.ui.application, app.ui.screens\n"
        "app.ui.screens.registry()\n"
        "heavy = {'sqlalchemy', 'alembic', 'pydantic', 'reportlab', 'holidays', 'stdnum', 'dateutil', 'PySide6.QtPdf', 'PySide6.QtPrintSupport',\n"
        "         'PySide6.QtSvg', 'app.ui.widgets.data_table', 'app.ui.home', 'xml.etree.ElementTree'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    assert done.stdout.strip() == "[]", done.stderr


# Settings ------------------------------------------------------------------------------------------------------------------------------


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "window.json"
    settings = JsonSettings(path)
    settings.set_str("theme", "dark")
    settings.set_int("width", 12)
    again = JsonSettings(path)
    assert again.get_str("theme") == "dark"
    assert again.get_int("width") == 12
    assert again.get_int("theme", 7) == 7
    assert again.get_str("width", "x") == "x"
    assert [entry.name for entry in path.parent.iterdir()] == ["window.json"]


@pytest.mark.parametrize("content", ["", "{", "[1]", "\udcff", '"x"'])
def test_damaged_settings_count_as_empty(tmp_path: Path, content: str) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    settings = JsonSettings(path)
    assert settings.get_str("theme", "system") == "system"
    settings.set_str("theme", "light")
    assert JsonSettings(path).get_str("theme") == "light"


def test_settings_that_cannot_be_written_hold_for_the_session(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    settings = JsonSettings(tmp_path / "file" / "window.json")
    settings.set_str("theme", "dark")
    assert settings.get_str("theme") == "dark"
