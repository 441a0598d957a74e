"""How many records count as changed elsewhere and received: what this computer made itself does not, however often the line was cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.store import sync_state as states
from app.sync import engine
from app.sync.errors import SyncError
from tests.sync_deeds import add, all_meet, delete, edit, restore, value, waiting
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]


@pytest.fixture(params=[False, True], ids=["few", "many"])
def many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether rows come in as a whole, as very many do."""
    if request.param:
        monkeypatch.setattr(engine, "MAX_CHANGES", 4)
        monkeypatch.setattr(engine, "_MANY_PAGES", 1)
    return bool(request.param)


def cut_before_the_answer_to(one: LabDevice, exchanges: int) -> None:
    """The line of a computer fails after so many exchanges, once."""
    weather = iter(["ok"] * exchanges + ["lost"])
    one.network.weather = lambda: next(weather, "ok")
    with pytest.raises(SyncError):
        one.sync()


def test_an_interrupted_first_upload_brings_no_news(lite: LabServer, computer: Computer, many: bool) -> None:
    one = computer(lite)
    for number in range(20):
        add(one, "person", name=f"Personne {number}")
    cut_before_the_answer_to(one, 2)  # it asked how things stand, and sent everything
    assert waiting(one) == 0
    report = one.sync()
    assert (report.pulled, report.news) == (20, 0)
    assert value(one, "SELECT count(*) FROM person WHERE seq IS NOT NULL") == 20


def test_what_others_did_is_news(lite: LabServer, computer: Computer, many: bool) -> None:
    one, other = computer(lite), computer(lite)
    rows = [add(one, "person", name=f"Personne {number}") for number in range(12)]
    assert one.sync().news == 0
    assert other.sync().news == 12
    for row in rows[:9]:
        edit(other, "person", row, name=f"Autre {row}")
    other.sync()
    assert one.sync().news == 9
    assert one.sync().news == 0


def test_what_others_added_to_a_change_of_ours_is_news_also_after_a_cut(lite: LabServer, computer: Computer) -> None:
    one, other = computer(lite), computer(lite)
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    edit(other, "person", row, email="rose@example.org")
    other.sync()
    edit(one, "person", row, name="Rosa")
    cut_before_the_answer_to(one, 1)
    assert one.sync().news == 1


def test_deleted_and_restored_elsewhere_is_news_each_time(lite: LabServer, computer: Computer) -> None:
    one, other = computer(lite), computer(lite)
    row = add(one, "person", name="Rose")
    all_meet([one, other])
    for deed in (delete, restore):
        deed(other, "person", row)
        other.sync()
        assert one.sync().news == 1


def test_reading_everything_anew_is_no_news(lite: LabServer, computer: Computer, many: bool) -> None:
    one, other = computer(lite), computer(lite)
    for number in range(12):
        add(one, "person", name=f"Personne {number}")
    all_meet([one, other])
    with other.store.writing() as unit:
        states.write(unit.session.connection(), cursor=0, resync=True, verified="")
    report = other.sync()
    assert (report.pulled, report.news) == (12, 0)
