"""What the window does once a day by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageError, UserError
from app.domain.records import ContractStatus, ResignationStatus
from app.ui import daily
from app.ui.tasks import InlineTaskRunner
from tests.offices import StandingClock, add_three_contracts, open_office


def test_contracts_end_and_the_copy_is_made_once_a_day(qtbot: QtBot, tasks: InlineTaskRunner, tmp_path: Path) -> None:
    clock = StandingClock()
    opened = open_office(tmp_path, clock)
    _, rental, _ = add_three_contracts(opened)
    opened.services.resignations.resign(rental, date(2026, 11, 25))
    opened.services.resignations.follow_up(rental, ResignationStatus.SENT, date(2026, 11, 22))
    opened.services.resignations.follow_up(rental, ResignationStatus.RECEIVED, date(2026, 11, 22))
    changes: list[int] = []
    told: list[UserError] = []
    chores = daily.DailyChores(opened.services, tasks, lambda: changes.append(1), told.append)
    chores.do()
    assert changes == [] and len(opened.services.maintenance.copies()) == 1
    clock.moment = datetime(2026, 12, 11, 10, tzinfo=UTC)
    chores.do()
    chores.do()
    assert changes == [1] and told == [] and len(opened.services.maintenance.copies()) == 2
    assert opened.services.contracts.sheet(rental).status is ContractStatus.ENDED
    opened.close()


def test_what_fails_is_told(qtbot: QtBot, tasks: InlineTaskRunner, tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    told: list[UserError] = []
    chores = daily.DailyChores(opened.services, tasks, lambda: None, told.append)
    (tmp_path / "copies").write_text("in the way", "utf-8")
    chores.do()
    assert [type(error) for error in told] == [StorageError]
    opened.close()


def test_it_begins_by_itself(qtbot: QtBot, tasks: InlineTaskRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_office(tmp_path)
    monkeypatch.setattr(daily, "FIRST_AFTER_MS", 1)
    told: list[UserError] = []
    chores = daily.DailyChores(opened.services, tasks, lambda: None, told.append)
    chores.start()
    qtbot.waitUntil(lambda: len(opened.services.maintenance.copies()) == 1)
    opened.close()
