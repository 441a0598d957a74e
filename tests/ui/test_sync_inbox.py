"""The inbox: both values side by side, one click, keyboard, bulk; refusals with their reason; references by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.store.sync_exchange import TOO_LARGE
from app.ui.screen import Route, ScreenContext
from app.ui.sync.inbox import InboxScreen
from tests.offices import open_office
from tests.ui.conftest import Told
from tests.ui.inbox_desk import open_inbox, set_aside
from tests.ui.support_office import texts_in

MakeContext = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def machine(office: OpenFolder) -> UUID:
    return office.services.equipment.add({"designation": "Caisse comptoir", "kind": "till", "notes": "écran changé"})


@pytest.fixture
def show(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> Callable[..., InboxScreen]:
    return lambda record_id=None: open_inbox(qtbot, make_context(office.services), record_id)


def notes(office: OpenFolder, machine: UUID) -> str:
    return office.services.equipment.sheet(machine).notes


def test_nothing_to_settle_says_what_would_be_here(show: Callable[..., InboxScreen]) -> None:
    screen = show()
    assert "Rien à trancher" in texts_in(screen) and screen.detail.isHidden()


def test_both_values_stand_side_by_side_with_whose_and_when(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]) -> None:
    set_aside(office, machine)
    screen = show()
    said = texts_in(screen.detail)
    assert {"Matériel\u00a0: Caisse comptoir", "Deux valeurs", "Notes", "écran fêlé", "écran changé"} <= said
    assert "Karim Haddad, le 21/11/2026 16:30" in said and any(one.startswith("ce poste, le 22/11/2026") for one in said)
    assert screen.detail.mine_button.text() == "Garder le &mien" and screen.detail.theirs_button.text() == "Garder le &leur"


@pytest.mark.parametrize(("key", "kept"), [(Qt.Key.Key_M, "écran fêlé"), (Qt.Key.Key_L, "écran changé")])
def test_one_key_settles_it(
    qtbot: QtBot, office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen], told: Told, key: Qt.Key, kept: str
) -> None:
    set_aside(office, machine)
    screen = show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    QTest.keyClick(screen.table.view, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(told.notices))  # the button is seen to go down first
    assert notes(office, machine) == kept and office.services.sync_inbox.entries() == ()
    assert told.notices and told.changes == 1
    assert "Rien à trancher" in texts_in(screen)


def test_keeping_theirs_can_be_taken_back(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen], told: Told) -> None:
    set_aside(office, machine)
    screen = show()
    screen.detail.theirs_button.click()
    _, undo = told.notices[-1]
    assert undo is not None
    undo()
    assert len(office.services.sync_inbox.entries()) == 1
    assert screen.table.total == 1


def test_several_are_settled_at_once(office: OpenFolder, show: Callable[..., InboxScreen], told: Told) -> None:
    machines = [office.services.equipment.add({"designation": f"PC {n}", "kind": "computer", "notes": "eux"}) for n in range(5)]
    for one in machines:
        set_aside(office, one, mine="moi", theirs="eux")
    screen = show()
    QTest.keyClick(screen.table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "5 choisis" in texts_in(screen.detail)
    screen.detail.mine_button.click()
    assert {notes(office, one) for one in machines} == {"moi"} and screen.table.total == 0
    assert "5 valeurs remises" in told.notices[-1][0]


def test_references_are_shown_by_name_and_choices_by_their_word(
    office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]
) -> None:
    sites = [office.services.office.add_site({"name": name}) for name in ("Annecy", "Strasbourg")]
    set_aside(office, machine, field="site_id", mine=str(sites[0]), theirs=str(sites[1]))
    set_aside(office, machine, field="status", mine="broken_down", theirs="in_repair")
    set_aside(office, machine, field="purchase_price", mine="1234.50", theirs=None)
    set_aside(office, machine, field="purchase_date", mine="2026-01-31", theirs="2026-02-01")
    lines = [entry.lines[0] for entry in office.services.sync_inbox.entries()]
    assert [(line.label.render(), line.mine.render(), line.theirs.render()) for line in lines] == [
        ("Site", "Annecy", "Strasbourg"),
        ("État", "En panne", "En réparation"),
        ("Prix d’achat", "1\u202f234,50\u00a0€", "(vide)"),
        ("Date d’achat", "31/01/2026", "01/02/2026"),
    ]
    screen = show()
    assert screen.table.total == 4 and {"Annecy", "Strasbourg"} <= texts_in(screen.detail)


def test_a_record_deleted_elsewhere_can_be_restored(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]) -> None:
    office.services.equipment.delete([machine])
    set_aside(office, machine, "deleted", mine={"serial": "SN-9", "notes": "gardé"}, theirs=None)
    screen = show()
    said = texts_in(screen.detail)
    assert {"Supprimé ailleurs", "Numéro de série", "SN-9", "(supprimé)"} <= said and not screen.detail.sheet_button.isVisible()
    assert screen.detail.mine_button.text() == "&Restaurer avec le mien"
    screen.detail.mine_button.click()
    assert office.services.equipment.sheet(machine).serial == "SN-9"


def test_a_record_deleted_here_that_somebody_worked_on(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]) -> None:
    set_aside(office, machine, "kept", op="delete", mine={}, theirs=None)
    screen = show()
    assert {"Modifié ailleurs", "(supprimé)", "Caisse comptoir"} <= texts_in(screen.detail)
    assert screen.detail.theirs_button.text() == "&Garder l’enregistrement"
    screen.detail.mine_button.click()
    with office.services.context.store.snapshot() as connection:
        (deleted,) = connection.execute("SELECT deleted_at FROM equipment").fetchone()
    assert deleted is not None


def test_beside_what_never_reached_the_server_stands_what_it_has(
    office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]
) -> None:
    reason = {"code": TOO_LARGE, "fr": "Trop.", "en": "Too much."}
    set_aside(office, machine, "refused", mine={"notes": "x" * 900}, theirs=None, reason=reason, by="", at=None)
    (entry,) = office.services.sync_inbox.entries()
    assert [(line.mine.render()[:3], line.theirs.render()) for line in entry.lines] == [("xxx", "écran changé")]
    office.services.equipment.delete([machine])
    (entry,) = office.services.sync_inbox.entries()
    assert [line.theirs.render() for line in entry.lines] == ["(pas sur le serveur)"]


def test_a_refusal_says_why_and_can_be_tried_again_or_given_up(
    office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen], told: Told
) -> None:
    reason = {"code": "transition", "fr": "Cet état ne peut pas suivre celui-là.", "en": "This status cannot follow that one."}
    refused = set_aside(office, machine, "refused", mine={"notes": "forcé"}, theirs={"notes": "écran changé"}, reason=reason)
    screen = show(refused)
    assert {"Refusé", "Cet état ne peut pas suivre celui-là.", "forcé"} <= texts_in(screen.detail)
    assert (screen.detail.mine_button.text(), screen.detail.theirs_button.text()) == ("&Réessayer", "&Abandonner")
    screen.detail.sheet_button.click()
    assert told.routes[-1] == Route("equipment", machine, None)
    screen.detail.mine_button.click()
    assert notes(office, machine) == "forcé"


def test_what_was_changed_again_meanwhile_is_said(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]) -> None:
    set_aside(office, machine)
    office.services.equipment.change(machine, {"notes": "écran remplacé"})
    assert {"Valeur actuelle", "écran remplacé"} <= texts_in(show().detail)


def test_a_value_that_moved_on_is_not_promised_back(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]) -> None:
    set_aside(office, machine)
    office.services.equipment.change(machine, {"notes": "écran fêlé"})  # mine, typed once more
    screen = show()
    assert "Valeur actuelle" in texts_in(screen.detail)
    assert screen.detail.mine_button.text() == "Remettre le &mien"
    assert screen.detail.theirs_button.text() == "&Laisser la valeur actuelle"
    screen.detail.theirs_button.click()
    assert notes(office, machine) == "écran fêlé"


def test_two_values_of_one_field_are_told_apart_and_the_later_wins(
    office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen], told: Told
) -> None:
    now = office.services.clock.now()
    late = set_aside(office, machine, mine="la plus récente", theirs="écran changé", found_at=now)
    early = set_aside(office, machine, mine="la première", theirs="plus là", found_at=now - timedelta(hours=3))
    screen = show()
    assert [entry.id for entry in office.services.sync_inbox.entries()] == [early, late]
    assert "1 autre valeur de ce champ attend aussi votre choix." in texts_in(screen.detail)
    screen.table.view.selectAll()
    assert "Plusieurs concernent le même champ\u00a0: de vos valeurs, la plus récente l’emporte." in texts_in(screen.detail)
    screen.detail.mine_button.click()
    assert notes(office, machine) == "la plus récente" and not office.services.sync_inbox.entries()


def test_before_several_are_settled_it_says_what_happens_to_each_kind(
    office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]
) -> None:
    for _ in range(2):
        set_aside(office, machine, mine="moi", theirs="eux")
    set_aside(office, machine, kind="kept", op="delete", mine={}, theirs={})
    screen = show()
    screen.table.view.selectAll()
    said = texts_in(screen.detail)
    assert {"Deux valeurs\u00a0: 2", "Modifié ailleurs\u00a0: 1", "Supprimer quand même", "Garder l’enregistrement"} <= said
    assert screen.detail.mine_button.property("kind") == "danger"


def test_both_values_are_in_sight_on_a_small_screen(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]) -> None:
    set_aside(office, machine)
    set_aside(office, machine, mine="encore autre chose")
    screen = show()
    screen.resize(801, 436)  # 1280×720 at 150 %, less navigation and search
    label = next(one for one in screen.detail.findChildren(QLabel) if one.text() == "écran fêlé")
    QTest.qWait(0)
    assert label.visibleRegion().boundingRect().height() >= label.fontMetrics().height()


def test_deleting_after_all_looks_dangerous(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]) -> None:
    set_aside(office, machine, kind="kept", op="delete", mine={}, theirs={})
    assert show().detail.mine_button.property("kind") == "danger"


def test_a_decision_somebody_else_took_is_no_harm(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen], told: Told) -> None:
    waiting = set_aside(office, machine)
    screen = show()
    office.services.sync_inbox.resolve(waiting, "theirs")
    screen.detail.mine_button.click()
    assert told.errors and notes(office, machine) == "écran changé" and screen.table.total == 0 and screen.detail.isHidden()


def test_the_home_screen_names_them_while_they_are_few(office: OpenFolder, machine: UUID) -> None:
    first = set_aside(office, machine)
    needs = [need for need in office.services.home.summary().needs if need.screen == "inbox"]
    assert [(need.record_id, need.title.render(), need.detail.render()) for need in needs] == [
        (first, "Deux valeurs à départager", "Matériel\u00a0: Caisse comptoir")
    ]
    for kind in ("deleted", "kept", "refused"):
        set_aside(office, machine, kind, mine={}, theirs=None)
    (one,) = [need for need in office.services.home.summary().needs if need.screen == "inbox"]
    assert one.title.render() == "Conflits et refus à trancher\u00a0: 4" and one.record_id is None
    assert office.services.shell.sync_status().conflicts == 4


def test_every_synchronised_field_has_its_words() -> None:
    from app.domain.record_words import TYPES
    from app.domain.synced import SYNCED
    from app.services.sync_words import _labels

    assert set(TYPES) == set(SYNCED)
    assert [(name, field) for name, kind in SYNCED.items() for field in kind.fields if field not in _labels(name)] == []


def names(widget: QWidget) -> list[str]:
    return [child.accessibleName() for child in widget.findChildren(QWidget) if child.accessibleName()]


def test_it_has_names_for_screen_readers(office: OpenFolder, machine: UUID, show: Callable[..., InboxScreen]) -> None:
    set_aside(office, machine)
    assert {"Garder le mien", "Garder le leur", "Conflits et refus", "Deux valeurs"} <= set(names(show()))
