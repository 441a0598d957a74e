"""A request's thread: its head, its actions, messages, interventions, appointments, resolution and rating."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.records import InterventionKind, RequestStatus, Urgency
from app.domain.values.support import Attachment
from app.ui.screen import Route, ScreenContext
from app.ui.support.intervention_dialogs import LogDialog, StartDialog, StopDialog
from app.ui.support.rating import RatingDialog
from app.ui.support.request_dialogs import EditDialog, PlanDialog, ResolveDialog, next_half_hour
from app.ui.support.thread import ThreadPanel
from app.ui.support.time_field import parse_time
from app.ui.support.words import minutes_text
from app.ui.widgets import StateBadge, WhyButton
from tests.ui.conftest import Told
from tests.ui.support_office import SupportOffice, support_office, texts_in

Context = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def asked(office: SupportOffice) -> UUID:
    machine = office.machines["Caisse comptoir"]
    return office.ask("Plus de tickets", Urgency.BLOCKED, minutes_ago=20, equipment_id=machine, description="Le voyant clignote.")


@pytest.fixture
def panel(office: SupportOffice, asked: UUID, make_context: Context, qtbot: QtBot) -> ThreadPanel:
    made = ThreadPanel(make_context(office.services)._replace(today=office.clock.today))
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    made.show_request(asked)
    return made


def use(panel: ThreadPanel, key: str) -> Any:
    """Click a button; the dialog that it opens."""
    panel.buttons[key].click()
    return panel.do.dialog


def fill(dialog: Any, **values: str) -> None:
    for name, text in values.items():
        editor = dialog.form.field(name).editor
        set_text = getattr(editor, "setPlainText", None) or getattr(editor, "setText", None) or editor.setCurrentText
        set_text(text)
    dialog.submit()


def menu_of(panel: ThreadPanel) -> dict[str, Any]:
    menu = panel.buttons["more"].menu()
    return {action.text(): action for action in menu.actions()}


# Head ------------------------------------------------------------------------------------------------------------------------------


def test_the_head_says_what_it_is_about(panel: ThreadPanel, told: Told, office: SupportOffice) -> None:
    assert panel.head.accessibleName().endswith("Plus de tickets")
    assert panel.head.due_text == "Dans 40\u00a0min, à 10\u00a0h"
    links = [found for found in panel.head.findChildren(type(panel.buttons["resolve"])) if found.accessibleName().startswith("Machine")]
    links[0].click()
    assert told.routes == [Route("equipment", office.machines["Caisse comptoir"])]


def test_each_reason_stands_at_its_badge_and_says_of_what(panel: ThreadPanel) -> None:
    reasons = panel.head.findChildren(WhyButton)
    assert [why.accessibleName() for why in reasons] == ["Pourquoi cette prise en charge\u202f?", "Pourquoi ce délai\u202f?"]
    for why in reasons:
        assert why.isVisible() and why.toolTip() == why.accessibleName()
        holder = why.parentWidget()
        assert holder is not None
        (badge,) = holder.findChildren(StateBadge)
        assert badge.geometry().right() < why.geometry().left()


def test_what_was_written_stands_first(panel: ThreadPanel, qtbot: QtBot) -> None:
    assert "Le voyant clignote." in texts_in(panel.timeline)


def test_only_allowed_moves_are_offered(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    assert {"start", "plan", "resolve", "more"} == set(panel.buttons)
    office.services.support.resolve(asked, "Papier remis")
    panel.reload()
    assert {"reopen", "rate", "close", "more"} == set(panel.buttons)
    question: Any = use(panel, "close")
    question.accept_button.click()
    assert office.detail(asked).row.status is RequestStatus.CLOSED
    assert "close" not in panel.buttons
    assert not panel.composer.isVisible()


def test_a_move_from_the_menu_is_carried_out(panel: ThreadPanel, office: SupportOffice, asked: UUID, told: Told) -> None:
    menu_of(panel)["Passer à «\u00a0En attente du client\u00a0»"].trigger()
    assert office.detail(asked).row.status is RequestStatus.WAITING_FOR_CUSTOMER
    assert told.changes == 1


# Interventions ---------------------------------------------------------------------------------------------------------------------


def test_an_intervention_is_timed_and_reported(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    start: StartDialog = use(panel, "start")
    fill(start, technician="Paul Étienne", teamviewer_session="986 801 296")
    assert panel.bar.isVisible()
    assert "Paul Étienne" in panel.bar.text
    assert "start" not in panel.buttons
    office.clock.moment += timedelta(minutes=27)
    panel.minute()
    assert "27\u00a0min" in panel.bar.text
    panel.bar.stop_button.click()
    stop = panel.do.dialog
    assert isinstance(stop, StopDialog)
    stop.submit()
    assert stop.form.field("report").error is not None
    fill(stop, report="Pilote remis")
    (done,) = office.detail(asked).interventions
    assert (done.minutes, done.covered_minutes, done.billable_minutes) == (27, 27, 0)
    assert not panel.bar.isVisible()


def test_a_forgotten_timer_asks_when_the_work_ended(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    start: StartDialog = use(panel, "start")
    fill(start, technician="Paul Étienne")
    begun = office.clock.moment
    office.clock.moment += timedelta(days=2)
    panel.minute()
    panel.bar.stop_button.click()
    stop = panel.do.dialog
    assert isinstance(stop, StopDialog)
    fill(stop, report="Pilote remis")
    assert stop.form.field("ended_at").error is not None
    fill(stop, ended_at=f"{begun.astimezone(PARIS) - timedelta(minutes=5):%H:%M}")
    assert stop.form.field("ended_at").error is not None
    fill(stop, ended_at=f"{begun.astimezone(PARIS) + timedelta(minutes=25):%H:%M}")
    (done,) = office.detail(asked).interventions
    assert done.minutes == 25


def test_an_intervention_off_contract_says_minutes_and_amount(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    menu_of(panel)["Consigner une intervention…"].trigger()
    log = panel.do.dialog
    assert isinstance(log, LogDialog)
    covered = log.form.field("covered").editor
    assert isinstance(covered, QComboBox)
    covered.setCurrentIndex(2)
    fill(log, technician="Paul", start="9h05", end="0900", report="Vu sur place")
    assert log.form.field("end").error is not None
    fill(log, start="9h00", end="9:15")
    (done,) = office.detail(asked).interventions
    assert (done.minutes, done.billable_minutes) == (15, 30)
    texts = texts_in(panel.timeline)
    assert "45,00\u00a0€ HT" in texts
    assert any("à facturer" in text for text in texts)


def test_the_technician_of_last_time_is_there_already(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    now = office.clock.moment
    office.services.support.log_intervention(asked, InterventionKind.PHONE, "Inès", now - timedelta(minutes=9), now, "Vu")
    panel.reload()
    assert use(panel, "start").form.field("technician").value() == "Inès"


# Appointments ----------------------------------------------------------------------------------------------------------------------


def test_an_appointment_is_planned_moved_and_given_up(panel: ThreadPanel, office: SupportOffice, asked: UUID, told: Told) -> None:
    plan: PlanDialog = use(panel, "plan")
    fill(plan, time="8:00")
    assert plan.form.field("time").error is not None
    fill(plan, time="14h30")
    row = office.detail(asked).row
    assert (row.status, row.appointment_at) == (RequestStatus.CALL_BACK_PLANNED, datetime(2026, 11, 24, 13, 30, tzinfo=UTC))
    assert panel.head.due_text == "Rendez-vous à 14\u00a0h\u00a030"
    assert use(panel, "plan").windowTitle() == "Déplacer le rendez-vous"
    panel.do.dialog.reject()  # type: ignore[union-attr]
    menu_of(panel)["Annuler le rendez-vous"].trigger()
    assert office.detail(asked).row.appointment_at is None
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
    assert office.detail(asked).row.appointment_at is not None


def test_an_appointment_goes_into_a_calendar_file(
    panel: ThreadPanel, office: SupportOffice, asked: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.services.support.plan(asked, datetime(2026, 11, 24, 13, 30, tzinfo=UTC))
    panel.reload()
    target = tmp_path / "rdv.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    menu_of(panel)["Exporter le rendez-vous (.ics)…"].trigger()
    assert b"BEGIN:VEVENT" in target.read_bytes()


def test_the_next_half_hour_is_within_the_day() -> None:
    def local(hour: int, minute: int) -> str:
        found = next_half_hour(datetime(2026, 11, 24, hour, minute, tzinfo=PARIS))
        return f"{found:%d %H:%M}"

    assert [local(9, 0), local(9, 20), local(3, 0), local(17, 50), local(23, 50)] == [
        "24 09:30",
        "24 10:00",
        "24 09:00",
        "25 09:00",
        "25 09:00",
    ]


@pytest.mark.parametrize("typed", ["25:00", "9:75", "", "midi", "12345"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        parse_time(typed)


@pytest.mark.parametrize(("typed", "shown"), [("9", "09:00"), ("9h", "09:00"), ("9h5", None), ("14h30", "14:30"), ("0905", "09:05")])
def test_a_time_is_read_as_people_write_it(typed: str, shown: str | None) -> None:
    if shown is None:
        with pytest.raises(InputError):
            parse_time(typed)
    else:
        assert f"{parse_time(typed):%H:%M}" == shown


def test_minutes_in_words() -> None:
    assert [minutes_text(n) for n in (0, 59, 125, 1440, 4000)] == [
        "0\u00a0min",
        "59\u00a0min",
        "2\u00a0h\u00a005",
        "1\u00a0jour",
        "2\u00a0jours",
    ]


# Messages --------------------------------------------------------------------------------------------------------------------------


def test_a_message_is_sent_with_control_enter(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    assert not panel.composer.send_button.isEnabled()
    QTest.keyClicks(panel.composer.text, "Toujours rien")
    QTest.keyClick(panel.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [entry.text for entry in office.detail(asked).thread if entry.kind == "message"] == ["Toujours rien"]
    assert panel.composer.is_empty


def test_a_refused_file_keeps_the_message(panel: ThreadPanel, office: SupportOffice, asked: UUID, tmp_path: Path) -> None:
    program = tmp_path / "photo.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(program))
    panel.composer.text.setPlainText("Voici la photo")
    panel.composer.strip.add_files([program])
    program.write_bytes(b"MZ" + bytes(100))
    panel.composer.send()
    assert "photo.png" in panel.composer.strip.wrong
    assert panel.composer.message == "Voici la photo"
    assert not [entry for entry in office.detail(asked).thread if entry.kind == "message"]


def test_a_picture_is_shown_small_and_opens_in_documents(panel: ThreadPanel, office: SupportOffice, asked: UUID, told: Told) -> None:
    picture = QImage(80, 60, QImage.Format.Format_RGB32)
    picture.fill(0)
    panel.composer.strip.add_picture(picture, "Écran.png")
    panel.composer.send()
    (document,) = office.detail(asked).documents
    opener = next(found for found in panel.timeline.findChildren(type(panel.composer.send_button)) if "Écran.png" in found.accessibleName())
    opener.click()
    assert told.routes == [Route("documents", document.id)]


def test_a_message_begun_is_there_when_one_comes_back(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    other = office.ask("Autre chose")
    panel.composer.text.setPlainText("À finir")
    panel.show_request(other)
    assert panel.composer.is_empty
    panel.show_request(asked)
    assert panel.composer.message == "À finir"


def test_a_message_begun_outlives_the_program(
    panel: ThreadPanel, office: SupportOffice, asked: UUID, make_context: Context, qtbot: QtBot
) -> None:
    panel.composer.text.setPlainText("À finir")
    panel.keep_drafts()
    again = ThreadPanel(make_context(office.services))
    qtbot.addWidget(again)
    again.show_request(asked)
    assert again.composer.message == "À finir"
    again.composer.send()
    again.keep_drafts()
    assert not again.context.settings.get_str("support.drafts.all")


def test_many_entries_are_shown_when_asked_for(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    for n in range(45):
        office.services.support.say(asked, f"Message {n}")
    panel.show_request(office.ask("Autre"))
    panel.show_request(asked)
    before = len(panel.timeline.texts())
    more = next(found for found in panel.timeline.findChildren(type(panel.composer.send_button)) if "plus ancienne" in found.text())
    more.click()
    QApplication.processEvents()
    assert len(panel.timeline.texts()) > before


# Resolving and rating --------------------------------------------------------------------------------------------------------------


def test_resolving_asks_how_and_offers_the_rating_once(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    resolve = use(panel, "resolve")
    assert isinstance(resolve, ResolveDialog)
    resolve.submit()
    assert resolve.form.field("resolution").error is not None
    fill(resolve, resolution="Papier remis")
    assert office.detail(asked).row.status is RequestStatus.RESOLVED
    offered: Any = panel.do.dialog
    assert isinstance(offered, RatingDialog)
    offered.reject()
    panel.buttons["reopen"].click()
    fill(use(panel, "resolve"), resolution="Encore")
    offered = panel.do.dialog
    assert not isinstance(offered, RatingDialog)
    rating = use(panel, "rate")
    assert isinstance(rating, RatingDialog)
    rating.reject()


def test_what_was_written_can_be_changed(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    menu_of(panel)["Modifier la demande…"].trigger()
    edit = panel.do.dialog
    assert isinstance(edit, EditDialog)
    fill(edit, subject="Plus aucun ticket", phone="0450112233")
    detail = office.detail(asked)
    assert (detail.row.subject, detail.phone, detail.row.urgency) == ("Plus aucun ticket", "0450112233", Urgency.BLOCKED)


def test_documents_attached_elsewhere_are_listed(panel: ThreadPanel, office: SupportOffice, asked: UUID) -> None:
    office.services.support.attach(asked, [Attachment("note.txt", content=b"bonjour")])
    panel.reload()
    assert any("note.txt" in found.accessibleName() for found in panel.timeline.findChildren(type(panel.composer.send_button)))
