"""Sauvegardes: this PC, all licences, history, conditions, the plan's assistant, runs and what stands in their way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem
from app.domain.backup_state import BackupState
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import msg
from app.domain.values.backups import BackupPlan, BackupProgress, DestinationKind, ReportRow, ToolInfo
from app.services.backup_jobs import Job, Watch
from app.ui.backups import closing, words
from app.ui.backups.dialogs import PasswordDialog, SheetDialog
from app.ui.backups.history_series import Measure, picture
from app.ui.backups.plan_dialog import PlanDialog
from app.ui.backups.run_bar import figures
from app.ui.backups.runs import Pace, runs_of
from app.ui.backups.subscribe import SubscribeDialog
from app.ui.backups.view import BackupsScreen
from app.ui.screen import Route, ScreenContext
from app.ui.tasks import InlineTaskRunner, TaskRunner, Tasks
from app.ui.widgets import AssistantStep
from tests.backup_office import PASSWORD, MemoryKeyring, fill, folder_destination, memory_keyring, ready_repository, small_plan
from tests.ui.backups_office import CANCELLED, FAILED, NOW, add_machine, backing_office, here, report, subscribe
from tests.ui.conftest import TODAY, Told

Show = Callable[..., BackupsScreen]


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = backing_office(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def plan(tmp_path: Path) -> BackupPlan:
    return small_plan(folder_destination(ready_repository(tmp_path / "repo")), fill(tmp_path / "à sauver"))


@pytest.fixture
def show(qtbot: QtBot, make_context: Callable[..., ScreenContext], office: OpenFolder) -> Show:
    """The screen as the window shows it."""

    def made(route: Route | None = None, tasks: Tasks | None = None) -> BackupsScreen:
        context = make_context(office.services, tasks=tasks) if tasks is not None else make_context(office.services)
        screen = BackupsScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1084, 676)
        screen.show()
        screen.activate(route or Route("backups"))
        return screen

    return made


def cells(screen: BackupsScreen) -> list[list[str]]:
    model = screen.table.model
    return [[str(model.index(line, column).data() or "") for column in range(len(model.columns))] for line in range(screen.table.total)]


def step(dialog: PlanDialog) -> AssistantStep:
    return dialog.current


def subscribed(screen: BackupsScreen) -> bool:
    assert screen.detail.licence is not None
    return screen.detail.licence.subscribed


def notices(screen: BackupsScreen) -> list[str]:
    return [shown.notice.key for shown in screen.card.notice_rows]


# States --------------------------------------------------------------------------------------------------------------------------------


def test_an_office_without_backups_is_told_what_to_do(show: Show) -> None:
    screen = show()
    buttons = screen.card.buttons
    assert screen.card.badge.text == "Pas encore sauvegardé"
    assert buttons["setup"].isVisible() and buttons["setup"].property("kind") == "primary"
    assert not any(buttons[name].isVisible() for name in ("run", "restore", "verify", "sheet", "plan"))
    buttons["setup"].click()
    assert isinstance(screen.dialog, PlanDialog)


def test_every_licence_has_its_state_in_words_with_an_icon(show: Show, office: OpenFolder) -> None:
    names = {"Bonne": 3.0, "En retard": 40.0, "Critique": 100.0}
    machines = {name: add_machine(office, name, f"GC-{name}") for name in (*names, "Échouée", "Jamais", "Sans option")}
    old = add_machine(office, "Trop ancien", "GC-7")
    subscribe(office, [machine for name, machine in machines.items() if name != "Sans option"] + [old])
    office.services.equipment.change(old, {"os_name": "Windows 7"})
    for name, hours in names.items():
        report(office, machines[name], hours)
    report(office, machines["Échouée"], 20.0)
    report(office, machines["Échouée"], 2.0, FAILED, BackupProblem.UNREACHABLE, "Le serveur ne répond pas.")
    screen = show()
    said = {line[0]: (line[2], line[3], line[4]) for line in cells(screen)}
    assert said == {
        "CAISSE-1 (ce PC)": ("Non souscrite", "Non souscrite", "–"),
        "Bonne": ("Souscrite", "À jour", "il y a 3\u00a0h"),
        "En retard": ("Souscrite", "En retard", "il y a 40\u00a0h"),
        "Critique": ("Souscrite", "Critique", "il y a 4 jours"),
        "Échouée": ("Souscrite", "En échec", "il y a 20\u00a0h"),
        "Jamais": ("Souscrite", "Jamais faite", "–"),
        "Trop ancien": ("Souscrite", "Non éligible", "–"),
        "Sans option": ("Non souscrite", "Non souscrite", "–"),
    }
    looks = set(words.LOOKS.values())
    assert len(looks) == len(BackupState), "no two states look the same, colours aside"
    assert [line[0] for line in cells(screen)][:3] == ["CAISSE-1 (ce PC)", "Critique", "Échouée"], "the worst first, below this PC"


def test_another_pc_is_shown_from_its_reports(show: Show, office: OpenFolder) -> None:
    machine = add_machine(office, "Atelier", "GC-2")
    subscribe(office, [machine])
    report(office, machine, 20.0)
    report(office, machine, 2.0, FAILED, BackupProblem.FULL_DISK, "Le disque est plein.")
    screen = show(Route("backups", machine))
    assert screen.detail.licence is not None and screen.detail.licence.designation == "Atelier"
    history = screen.detail.history
    assert history is not None and history.table.total == 2
    history.table.view.selectRow(0)
    assert history.said.text() == "Le disque est plein. Libérez de la place ou choisissez une destination plus grande, puis relancez."
    assert screen.concerns() == (machine, None)


def test_conditions_say_what_was_measured_and_what_to_do(show: Show, office: OpenFolder) -> None:
    machine = add_machine(office, "Vieux poste", "GC-7", "Windows 7")
    screen = show(Route("backups", machine))
    view = screen.detail.conditions
    assert screen.detail.tabs.currentIndex() == 1, "nothing was reported: the conditions come first"
    windows, connection = view.rows
    assert windows.accessibleName().startswith("Windows 10 ou une version plus récente\u00a0: Non remplie. Windows 7")
    assert "Passez ce poste à Windows 10 ou 11" in windows.accessibleName()
    assert "Inconnue" in connection.accessibleName() and "ouvrez Parclair sur ce poste" in connection.accessibleName()
    assert not view.subscribe_button.isEnabled() and view.subscribe_button.toolTip()
    good = show(Route("backups", here(office)))
    good.detail.show_tab("conditions")
    assert "Remplie. Windows 11 24H2 (build 26100)" in good.detail.conditions.rows[0].accessibleName()


def test_the_option_is_taken_with_its_price_in_sight_and_taken_back(show: Show, office: OpenFolder, told: Told) -> None:
    machine = add_machine(office, "Atelier", "GC-2")
    screen = show(Route("backups", machine))
    screen.detail.conditions.subscribe_button.click()
    dialog = screen.dialog
    assert isinstance(dialog, SubscribeDialog)
    assert "11,00\u00a0€ HT par licence et par mois" in dialog.price.text() and "Inforum" in dialog.price.text()
    dialog.accept_button.click()
    assert subscribed(screen)
    assert told.notices[-1][0] == "Option souscrite pour Atelier" and told.changes
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert not subscribed(screen)
    subscribe(office, [machine])
    screen.reload()
    screen.detail.conditions.unsubscribe_button.click()
    assert told.notices[-1][0] == "Option retirée pour Atelier" and not subscribed(screen)


# The plan ------------------------------------------------------------------------------------------------------------------------------


def test_the_assistant_makes_a_plan(show: Show, office: OpenFolder, tmp_path: Path, ring: MemoryKeyring) -> None:
    screen = show(Route("backups", action="plan"))
    dialog = screen.dialog
    assert isinstance(dialog, PlanDialog)
    dialog.what.parclair.setChecked(False)
    dialog.what.gesticlean.setChecked(False)
    dialog.go_on()
    assert step(dialog) is dialog.what, "something must be saved"
    folder = fill(tmp_path / "Comptabilité")
    dialog.what.choose_folder = lambda: str(folder)
    dialog.what._add_button.click()
    dialog.go_on()
    assert step(dialog) is dialog.where
    dialog.go_on()
    assert dialog.where.location.error, "there must be an address"
    dialog.where.choose_folder = lambda: str(tmp_path / "repo")
    dialog.where._browse.click()
    dialog.go_on()
    dialog.when.times.setText("12:30, 25:00")
    dialog.go_on()
    assert step(dialog) is dialog.when
    dialog.when.times.setText("8h, 18:45")
    dialog.go_on()
    assert step(dialog) is dialog.password and dialog.password.new.isChecked() and not dialog.password.keep.isVisible()
    password = dialog.password.password()
    dialog.go_on()
    assert step(dialog) is dialog.sheet and not dialog.sheet.warning.isVisible()
    dialog.sheet.begin.setChecked(False)
    dialog.go_on()
    kept = office.services.backups.plan()
    assert kept is not None and kept.folders == (str(folder),) and [f"{at:%H:%M}" for at in kept.schedule.times] == ["08:00", "18:45"]
    assert password in ring.kept.values() and screen.card.badge.text == "Jamais faite"
    assert screen.card.facts.fact("what") == "1 dossier" and screen.card.facts.fact("success") == "jamais"
    assert screen.card.buttons["run"].isVisible() and screen.dialog is None


def test_a_refused_address_is_told_at_its_field(show: Show, office: OpenFolder) -> None:
    screen = show(Route("backups", action="plan"))
    dialog = screen.dialog
    assert isinstance(dialog, PlanDialog)
    dialog.where.choose_kind(DestinationKind.REST)
    for field, text in ((dialog.where.location, "ftp://serveur/"), (dialog.where.user, "claire"), (dialog.where.secret, "s3cret")):
        assert isinstance(field.editor, QLineEdit)
        field.editor.setText(text)
    for _ in range(4):
        dialog.go_on()
    assert step(dialog) is dialog.where and "https://serveur:8000/commerce/" in (dialog.where.location.error or "")
    assert office.services.backups.plan() is None
    dialog.where.location.editor.setText("https://sauvegarde.exemple.fr/pressing/")  # type: ignore[attr-defined]
    for _ in range(3):
        dialog.go_on()
    assert step(dialog) is dialog.sheet
    dialog.reject()
    assert office.services.backups.plan() is not None and screen.card.facts.fact("where") == "https://sauvegarde.exemple.fr/pressing/"


def test_changing_the_plan_keeps_the_password(show: Show, office: OpenFolder, plan: BackupPlan, ring: MemoryKeyring) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    screen = show(Route("backups", action="plan"))
    dialog = screen.dialog
    assert isinstance(dialog, PlanDialog) and dialog.what.chosen() == plan.folders
    for _ in range(3):
        dialog.go_on()
    assert dialog.password.keep.isChecked() and not dialog.password.new.isEnabled(), "a repository opens with its own password only"
    dialog.password.lost.setChecked(True)
    assert dialog.password.new.isEnabled()
    dialog.password.lost.setChecked(False)
    dialog.go_on()
    dialog.finish()
    assert list(ring.kept.values()) == [PASSWORD] and screen.runs.operation is None


def test_the_recovery_sheet_is_looked_at_and_printed_without_a_file(show: Show, office: OpenFolder, plan: BackupPlan) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    screen = show()
    screen.card.buttons["sheet"].click()
    assert isinstance(screen.dialog, SheetDialog)
    assert screen.dialog.preview.content.startswith(b"%PDF")


# Runs ----------------------------------------------------------------------------------------------------------------------------------


def test_a_real_backup_from_the_button(show: Show, office: OpenFolder, plan: BackupPlan, told: Told) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    screen = show()
    assert screen.card.badge.text == "Jamais faite"
    screen.card.buttons["run"].click()
    assert told.notices[-1][0].startswith("Sauvegarde réussie\u00a0: 20 fichiers") and told.changes
    assert screen.card.badge.text == "À jour" and screen.card.facts.fact("success") == "à l’instant"
    history = office.services.backups.history(here(office))
    assert [one.result for one in history] == [BackupResult.SUCCESS]
    assert screen.detail.history is not None and screen.detail.history.table.total == 1
    screen.card.buttons["verify"].click()
    assert told.notices[-1][0].startswith("Dépôt vérifié")


def test_a_failure_says_what_to_do_and_leads_there(show: Show, office: OpenFolder, plan: BackupPlan, told: Told) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    assert office.services.backups.run().result is BackupResult.SUCCESS
    office.services.backups.use_password("un autre mot de passe")
    screen = show()
    screen.card.buttons["run"].click()
    assert told.notices[-1][0] == "La sauvegarde a échoué\u00a0: Mot de passe du dépôt refusé"
    assert notices(screen) == ["failed"] and screen.card.badge.text == "En échec"
    shown = screen.card.notice_rows[0]
    assert "fiche de secours" in shown.notice.text
    shown.buttons["password"].click()
    dialog = screen.dialog
    assert isinstance(dialog, PasswordDialog)
    dialog.accept_button.click()
    assert dialog.password.error, "nothing was typed"
    dialog.password.editor.setText(PASSWORD)  # type: ignore[attr-defined]
    dialog.accept_button.click()
    screen.card.buttons["run"].click()
    assert notices(screen) == [] and screen.card.badge.text == "À jour"


def test_the_control_code_of_the_sheet_is_shown_while_typing(qtbot: QtBot, show: Show, office: OpenFolder, plan: BackupPlan) -> None:
    from app.domain.recovery import check_code

    office.services.backups.set_plan(plan, PASSWORD)
    screen = show()
    screen.act("password")
    dialog = screen.dialog
    assert isinstance(dialog, PasswordDialog)
    dialog.password.editor.setText(PASSWORD)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: check_code(PASSWORD) in dialog.code.label.text())


def test_without_a_keyring_the_password_lasts_until_the_end(
    show: Show, office: OpenFolder, plan: BackupPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.secrets.keyring_backend", lambda: ("keyring.backends.fail.Keyring", False))
    office.services.backups.set_plan(plan, PASSWORD)
    screen = show()
    assert notices(screen) == ["keyring"] and "jusqu’à la fermeture" in screen.card.notice_rows[0].notice.text
    assert screen.card.buttons["run"].isEnabled()
    screen.act("plan")
    dialog = screen.dialog
    assert isinstance(dialog, PlanDialog)
    for _ in range(3):
        dialog.go_on()
    dialog.password.old.setChecked(True)
    dialog.password.typed.editor.setText(PASSWORD)  # type: ignore[attr-defined]
    dialog.go_on()
    assert step(dialog) is dialog.sheet and "jusqu’à la fermeture" in dialog.sheet.warning.text()


def test_without_restic_it_says_how_to_get_it(
    show: Show, office: OpenFolder, plan: BackupPlan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    monkeypatch.setattr("app.system.restic.find", lambda _="": None)
    screen = show()
    assert notices(screen) == ["tool"] and not screen.card.buttons["run"].isEnabled()
    assert (
        screen.card.notice_rows[0].notice.text.startswith("restic est introuvable.")
        and "Installez" in screen.card.notice_rows[0].notice.text
    )
    monkeypatch.undo()
    screen.card.notice_rows[0].buttons["look_again"].click()
    assert notices(screen) == [] and screen.card.buttons["run"].isEnabled()


def test_a_run_shows_how_far_it_is_and_is_stopped(
    qtbot: QtBot, show: Show, office: OpenFolder, plan: BackupPlan, threaded_tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch, told: Told
) -> None:
    office.services.backups.set_plan(plan, PASSWORD)
    seen = threading.Event()

    def slow(job: Job, watch: Watch) -> ReportRow:
        watch.tell(BackupProgress(msg("Sauvegarde en cours"), 310_000_000, 1_200_000_000, 1240, 2000, "/c/facture.pdf"))
        while not watch.cancelled():
            seen.wait(0.01)
        return _cancelled(job)

    monkeypatch.setattr("app.services.backup_jobs.backup", slow)
    screen = show(tasks=threaded_tasks)
    qtbot.waitUntil(lambda: screen.card.buttons["run"].isEnabled() and screen.card.buttons["run"].isVisible())
    screen.card.buttons["run"].setFocus()
    screen.card.buttons["run"].click()
    bar = screen.card.run_bar
    qtbot.waitUntil(lambda: "1\u202f240 fichiers sur 2\u202f000 · 310\u00a0Mo sur 1,2\u00a0Go" in bar._figures.text())
    assert bar.isVisible() and not screen.card.buttons["run"].isVisible() and bar.stop_button.hasFocus()
    assert not screen.runs.back_up(), "one at a time"
    QTest.mouseClick(bar.stop_button, Qt.MouseButton.LeftButton)
    assert not bar.stop_button.isEnabled() and bar._stage.text() == "Arrêt en cours…"
    qtbot.waitUntil(lambda: screen.runs.operation is None)
    qtbot.waitUntil(lambda: bool(told.notices))
    assert told.notices[-1][0].startswith("Sauvegarde arrêtée") and not bar.isVisible() and screen.card.buttons["run"].isVisible()


def _cancelled(job: Job) -> ReportRow:
    from app.store.base import new_id

    return ReportRow(
        new_id(), job.equipment_id, "", BackupOperation.BACKUP, CANCELLED, BackupProblem.CANCELLED, "Arrêtée à votre demande.",
        started_at=NOW, finished_at=NOW,
    )  # fmt: skip


def test_closing_over_a_run_asks(show: Show, office: OpenFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = show()
    asked: list[str] = []
    answers = iter([False, True])

    def ask(_: object, title: str, *__: object, **___: object) -> bool:
        asked.append(title)
        return next(answers)

    monkeypatch.setattr(closing, "ask", ask)
    tasks = screen.context.tasks
    assert closing.may_close(screen, tasks) and asked == []
    screen.runs._operation = BackupOperation.BACKUP
    assert not closing.may_close(screen, tasks)
    assert closing.may_close(screen, tasks) and asked == ["Une sauvegarde est en cours"] * 2
    assert screen.runs.stopping and closing.may_close(screen, tasks), "it was given up already"
    screen.runs._operation = None


def test_one_set_of_runs_for_all_screens(show: Show, office: OpenFolder, tasks: InlineTaskRunner) -> None:
    assert show().runs is show().runs is runs_of(office.services, tasks)


# Pictures ------------------------------------------------------------------------------------------------------------------------------


def test_the_history_is_drawn_and_told(qtbot: QtBot, show: Show, office: OpenFolder) -> None:
    machine = here(office)
    for day in range(1, 20):
        report(office, machine, 24.0 * day + 1)
    report(office, machine, 24 * 5 + 2, FAILED, BackupProblem.UNREACHABLE, "Le serveur ne répond pas.")
    screen = show(Route("backups", machine))

    def drawn() -> bool:
        """The picture is there, and so are the reports it is drawn from: whichever comes first."""
        history = screen.detail.history
        return history is not None and history.chart is not None and bool(history.chart.accessibleName())

    qtbot.waitUntil(drawn, timeout=20_000)
    history = screen.detail.history
    assert history is not None
    chart = history.chart
    assert chart.accessibleName() == "Données ajoutées par jour, du 24/10/2026 au 22/11/2026, 1 échec"
    places = chart.places()
    assert len(places) == 30
    told = chart.words_at(QPointF(places[24].center()))
    assert told.splitlines() == [
        "17\u00a0novembre 2026",
        "1 sauvegarde réussie",
        "29\u00a0Mo ajoutés, 3,2\u00a0Go en tout, 2\u00a0min",
        "1 échec",
        "Le serveur ne répond pas.",
    ]
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().splitlines()[1] == "aucune sauvegarde"
    QToolTip.hideText()
    history.measure.setCurrentIndex(2)
    history.period.setCurrentIndex(1)
    assert chart.accessibleName().startswith("Durée par jour, du 25/08/2026") and len(chart.places()) == 90
    chart.grab()
    QApplication.processEvents()


def test_bars_follow_the_measure(office: OpenFolder) -> None:
    machine = here(office)
    report(office, machine, 1.0)
    report(office, machine, 2.0)
    rows = office.services.backups.history(machine)
    added, size, time = (picture(rows, measure, TODAY, 30) for measure in (Measure.ADDED, Measure.SIZE, Measure.DURATION))
    assert (added.days[-1].value, size.days[-1].value, time.days[-1].value) == (58_000_000, 3_200_000_000, 120)
    assert [text for _, text in added.ticks()[1]] == ["0", "20\u00a0Mo", "40\u00a0Mo", "60\u00a0Mo"]
    assert [text for _, text in time.ticks()[1]] == ["0", "1\u00a0min", "2\u00a0min"]
    assert picture((), Measure.ADDED, TODAY, 30).ticks()[0] > 0


# Words ---------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0\u00a0octet"), (999, "999\u00a0octets"), (1500, "1,5\u00a0Ko"), (999_960_000, "1,0\u00a0Go"), (31_000_000, "31\u00a0Mo")],
)
def test_sizes(count: int, text: str) -> None:
    assert words.size(count) == text


def test_the_time_left_follows_the_pace() -> None:
    pace = Pace()
    assert pace.left(0.0, 0, 1000) is None and pace.left(2.0, 100, 1000) is None, "too early to tell"
    assert pace.left(5.0, 500, 1000) == pytest.approx(5.0)
    assert pace.left(6.0, 500, 0) is None and pace.left(7.0, 1000, 1000) is None
    assert pace.left(8.0, 10, 50) is None, "another stage began"
    assert figures(BackupProgress(msg("x")), None) == ""
    progress = replace(BackupProgress(msg("x")), done_bytes=1, total_bytes=10)
    assert figures(progress, 125.0) == "1\u00a0octet sur 10\u00a0octets · encore 2\u00a0min environ"


def test_the_tool_is_looked_for_once_it_is_found(show: Show, office: OpenFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    found = ToolInfo(True, "0.17.0", "/usr/bin/restic", msg("restic"))

    def tool() -> ToolInfo:
        looks.append(1)
        return found

    monkeypatch.setattr(office.services.backups, "tool", tool)
    screen = show()
    screen.activate(Route("backups"))
    assert looks == [1]


def test_an_unknown_machine_of_a_contract_is_named_so(show: Show, office: OpenFolder) -> None:
    from tests.offices import add_three_contracts

    add_three_contracts(office)
    screen = show()
    assert sum(line[0] == "Poste à préciser" for line in cells(screen)) >= 1
    loose = next(one for one in screen._seen.overview.licences if one.equipment_id is None)  # type: ignore[union-attr]
    assert isinstance(screen.table.current_id, UUID)
    from app.ui.backups.licences import row_id

    screen.table.select(row_id(loose))
    assert "on ne sait pas quel poste la porte" in screen.detail.conditions.option_text
    assert not screen.detail.conditions.subscribe_button.isVisible()
