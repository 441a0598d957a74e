"""Backups on Accueil and in the navigation: what is late, failed or critical, by the same states as the screen of backups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem
from app.domain.backup_state import BackupState
from app.domain.records import BackupOperation, BackupResult
from app.domain.values.home import Need
from app.services import home_backups
from tests.backup_office import PASSWORD, folder_destination, memory_keyring, small_plan
from tests.offices import add_three_contracts
from tests.ui.backups_office import CANCELLED, FAILED, NOW, SUCCESS, add_machine, backing_office, here, report, subscribe


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    with memory_keyring():
        opened = backing_office(tmp_path / "data")
        yield opened
        opened.close()


def needs(office: OpenFolder) -> list[Need]:
    return [need for need in office.services.home.summary().needs if need.screen == "backups"]


def said(office: OpenFolder) -> list[tuple[str, str, str, UUID | None]]:
    return [(need.level, need.title.render("fr"), need.detail.render("fr"), need.record_id) for need in needs(office)]


def badge(office: OpenFolder) -> int:
    return office.services.shell.counts(None)["backups"]


def test_nothing_is_said_where_nothing_is_to_be_saved(office: OpenFolder) -> None:
    add_machine(office, "Atelier", "GC-2")
    assert needs(office) == [] and badge(office) == 0


def test_the_worst_stands_first_and_those_never_saved_share_a_line(office: OpenFolder) -> None:
    machines = {name: add_machine(office, name) for name in ("Bonne", "Retard", "Échec", "Critique", "Jamais 1", "Jamais 2")}
    subscribe(office, list(machines.values()))
    for name, hours in (("Bonne", 2), ("Retard", 30), ("Échec", 20), ("Critique", 100)):
        report(office, machines[name], hours)
    report(office, machines["Échec"], 1, FAILED, BackupProblem.UNREACHABLE)
    assert [(level, title, machine) for level, title, _, machine in said(office)] == [
        ("critical", "Sauvegarde critique\u00a0: Critique", machines["Critique"]),
        ("warning", "Sauvegarde en échec\u00a0: Échec", machines["Échec"]),
        ("warning", "Sauvegarde en retard\u00a0: Retard", machines["Retard"]),
        ("info", "Postes jamais sauvegardés\u00a0: 2", None),
    ]
    assert said(office)[0][2] == "Dernière réussie le 18/11/2026 07:00" and badge(office) == 3


def test_a_damaged_repository_is_named(office: OpenFolder) -> None:
    machine = add_machine(office, "Atelier")
    subscribe(office, [machine])
    report(office, machine, 2)
    report(office, machine, 1, FAILED, BackupProblem.DAMAGED, operation=BackupOperation.CHECK)
    [(level, title, detail, record)] = said(office)
    assert (level, title, record) == ("warning", "Dépôt de sauvegarde abîmé\u00a0: Atelier", machine)
    assert detail.startswith("Ne supprimez rien") and badge(office) == 1
    report(office, machine, 0.5, FAILED, BackupProblem.LOCKED, operation=BackupOperation.CHECK)
    assert badge(office) == 1
    report(office, machine, 0.2, SUCCESS, operation=BackupOperation.CHECK)
    assert said(office) == [] and badge(office) == 0


def test_many_share_a_line(office: OpenFolder) -> None:
    machines = [add_machine(office, f"Poste {number}") for number in range(6)]
    subscribe(office, machines)
    for machine in machines:
        report(office, machine, 30)
    assert said(office)[-1][1] == "Autres sauvegardes à surveiller\u00a0: 3" and len(said(office)) == 4 and badge(office) == 6


def test_this_pc_counts_once_it_has_a_plan_with_or_without_the_option(office: OpenFolder, tmp_path: Path) -> None:
    report(office, here(office), 100)
    assert needs(office) == []
    office.services.backups.set_plan(small_plan(folder_destination(tmp_path / "repo"), tmp_path), PASSWORD)
    assert said(office)[0][1] == "Sauvegarde critique\u00a0: CAISSE-1"


def test_hours_in_which_this_pc_slept_make_nothing_late(office: OpenFolder, tmp_path: Path) -> None:
    from datetime import timedelta

    from app.store import pc_queries

    office.services.backups.set_plan(small_plan(folder_destination(tmp_path / "repo"), tmp_path), PASSWORD)
    report(office, here(office), 60)
    assert badge(office) == 1
    with office.services.context.store.writing() as unit:
        pc_queries.mark_spell(unit.session, NOW - timedelta(hours=70), NOW - timedelta(hours=58))
        pc_queries.mark_spell(unit.session, NOW - timedelta(minutes=30), NOW)
    assert badge(office) == 0


def test_the_states_are_those_of_the_screen(office: OpenFolder, tmp_path: Path) -> None:
    """One reading is quick, the other knows everything: they must not disagree."""
    support, *_ = add_three_contracts(office)
    office.services.backups.set_plan(small_plan(folder_destination(tmp_path / "repo"), tmp_path), PASSWORD)
    contract = office.services.contracts.sheet(support).id
    by_contract = add_machine(office, "Au contrat", "GC-9")
    office.services.equipment.change(by_contract, {"contract_id": str(contract)})
    runs: dict[str, tuple[tuple[int, BackupResult], ...]] = {
        "Jamais": (),
        "Bonne": ((3, SUCCESS),),
        "Retard": ((40, SUCCESS), (200, SUCCESS)),
        "Échec": ((30, SUCCESS), (2, FAILED)),
        "Échec sans réussite": ((50, FAILED), (2, FAILED)),
        "Critique sans réussite": ((400, FAILED), (80, FAILED), (2, FAILED)),
        "Critique": ((90, SUCCESS), (1, FAILED)),
        "Arrêtée": ((10, SUCCESS), (1, CANCELLED)),
    }
    machines = {name: add_machine(office, name) for name in runs}
    subscribe(office, list(machines.values()))
    removed = add_machine(office, "Retirée")
    subscribe(office, [removed])
    office.services.backups.subscribe(removed, "", False)
    for name, results in runs.items():
        for hours, result in results:
            report(office, machines[name], hours, result)
    with office.services.context.store.snapshot() as connection:
        quick = {machine.id: state for machine, state in home_backups.states(connection, NOW)}
    overview = office.services.backups.overview()
    known = {
        one.equipment_id: one.reported for one in overview.licences if one.equipment_id is not None and (one.subscribed or one.this_pc)
    }
    assert overview.this_pc_state is not None
    known[here(office)] = overview.this_pc_state.reported
    assert quick == known and len(quick) == len(runs) + 2 and set(quick.values()) >= {
        BackupState.NEVER, BackupState.GOOD, BackupState.LATE, BackupState.FAILED, BackupState.CRITICAL,
    }  # fmt: skip


def test_the_technicians_card_says_that_a_success_is_too_old(office: OpenFolder) -> None:
    machine = add_machine(office, "Atelier")
    report(office, machine, 2)
    assert office.services.technicians.card(machine).backup == "Réussie le 22/11/2026 09:00"
    report(office, other := add_machine(office, "Comptoir"), 100)
    assert office.services.technicians.card(other).backup == "Critique\u00a0: réussie le 18/11/2026 07:00"
