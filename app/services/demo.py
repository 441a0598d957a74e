"""A believable office to try the program with: a dry cleaner with two sites, its people, machines, contracts and support requests.

The same seed on the same day makes the same data, identifiers included. Everything is written in one transaction through the
recorder, like what a person enters: a demo that is interrupted leaves an empty folder.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from app.domain.errors import InputError, RuleError
from app.domain.records import EquipmentKind
from app.domain.text import msg
from app.services.context import ServiceContext
from app.services.demo_backups import backup_rows
from app.services.demo_claim import add_claim
from app.services.demo_contracts import DemoContracts, add_contracts, keep_papers
from app.services.demo_machines import Machine, Row, Setting, machines
from app.services.demo_office import ORGANISATION, OWNER, SITES, people
from app.services.demo_support import SupportSetting, support_rows
from app.services.numbers import next_numbers
from app.store import backup_queries, office_queries
from app.store.bulk import deferred_indexes, without_collector
from app.store.tables import (
    Assignment,
    BackupReport,
    Equipment,
    Intervention,
    Organisation,
    Person,
    Rating,
    RequestMessage,
    Site,
    SupportRequest,
)
from app.store.unit_of_work import Unit

MOST_EQUIPMENT = 200_000
MOST_REQUESTS = 100_000
_CHUNK = 10_000
#: From here on, building the indexes after the rows is faster than keeping them up row by row.
_MANY = 2_000

Progress = Callable[[int, int], object]


@dataclass(frozen=True)
class DemoCounts:
    """How many records the demo made."""

    equipment: int
    people: int
    contracts: int
    requests: int
    ratings: int


class DemoService:
    """Fills an empty data folder. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def fill(self, equipment: int = 40, requests: int = 24, seed: int = 1, progress: Progress | None = None) -> DemoCounts:
        """Make the demo office.

        Args:
            equipment: how many machines, from 0 to `MOST_EQUIPMENT`.
            requests: how many support requests of the last year, from 0 to `MOST_REQUESTS`.
            seed: decides everything that is left to chance.
            progress: told how many machines of how many are written, now and then.

        Raises:
            InputError: a number out of range.
            RuleError: the folder holds data; nothing was changed.
            StorageError: the disk is full; nothing was kept.
        """
        for name, value, most in (("equipment", equipment, MOST_EQUIPMENT), ("requests", requests, MOST_REQUESTS)):
            if not 0 <= value <= most:
                raise InputError(name, value, msg("un nombre entier de 0 à {most}", most=most))
        chance = random.Random(seed)
        identify = SeededIds(random.Random(seed)).at
        today = self._context.clock.today()
        with self._context.store.writing() as unit:
            self._refuse_used(unit)
            unit.recorder.actor = OWNER
            since = _morning(today - timedelta(days=2700))
            sites = self._office(unit, since, identify)
            team = people(_people_for(equipment), chance, sites, identify, since)
            unit.recorder.bulk_insert(unit.session, Person, team)
            lease_ids = SeededIds(random.Random(seed + 1)).at
            contracts = add_contracts(unit, self._context.offers(), today, sites, identify, lease_ids)
            by_kind = _write_machines(unit, equipment, chance, self._setting(today, sites, team, contracts), identify, progress)
            made = support_rows(requests, chance, _support(today, sites, team, contracts, by_kind), identify)
            made.number(next_numbers(unit.session, "D", [row["opened_at"].date() for row in made.requests]))
            unit.recorder.bulk_insert(unit.session, SupportRequest, made.requests)
            unit.recorder.bulk_insert(unit.session, RequestMessage, made.messages)
            unit.recorder.bulk_insert(unit.session, Intervention, made.interventions)
            unit.recorder.bulk_insert(unit.session, Rating, made.ratings)
            unit.session.flush()
            licensed = backup_queries.licensed(unit.session, contracts.support.id, 2)
            reports = backup_rows(licensed, chance, _morning(today), identify)
            unit.recorder.bulk_insert(unit.session, BackupReport, reports)
            keep_papers(unit, self._context, contracts, today, identify)
            add_claim(unit, contracts.lease, _morning(today), lease_ids)
        return DemoCounts(equipment, len(team), len(contracts.all), len(made.requests), len(made.ratings))

    def _refuse_used(self, unit: Unit) -> None:
        if not office_queries.nothing_entered(unit.session):
            raise RuleError(
                msg(
                    "Ce dossier de données est déjà utilisé\u00a0: {path}. La démonstration ne s’installe que dans un dossier vide."
                    " Rien n’a été modifié.",
                    path=self._context.folder,
                )
            )

    def _office(self, unit: Unit, since: datetime, identify: Callable[[datetime], UUID]) -> tuple[UUID, UUID]:
        unit.recorder.now = lambda: since
        unit.session.add(Organisation(id=identify(since), **ORGANISATION))
        first, second = (Site(id=identify(since), **site) for site in SITES)
        unit.session.add_all((first, second))
        unit.session.flush()
        return first.id, second.id

    def _setting(self, today: date, sites: tuple[UUID, UUID], team: list[Row], contracts: DemoContracts) -> Setting:
        by_site = tuple([person for person in team if person["site_id"] == site] for site in sites)
        return Setting(
            today=today,
            sites=sites,
            site_names=(SITES[0]["name"], SITES[1]["name"]),
            people=(by_site[0], by_site[1]),
            rental_id=contracts.rental.id,
            rental_number=contracts.rental.number,
            rental_start=contracts.rental.start,
            lease_id=contracts.lease.id,
            lease_number=contracts.lease.number,
            lease_start=contracts.lease.start,
            support_id=contracts.support.id,
            support_number=contracts.support.number,
        )


class SeededIds:
    """UUIDv7 identifiers whose random bits come from a seed, so that a demo can be made again exactly."""

    def __init__(self, chance: random.Random) -> None:
        self._bits = chance.getrandbits

    def at(self, moment: datetime) -> UUID:
        """An identifier made at `moment`."""
        stamp = int(moment.timestamp() * 1000) & (1 << 48) - 1
        return UUID(int=stamp << 80 | 7 << 76 | self._bits(12) << 64 | 2 << 62 | self._bits(62))


def _support(
    today: date,
    sites: tuple[UUID, UUID],
    team: list[Row],
    contracts: DemoContracts,
    machines: dict[EquipmentKind, list[tuple[UUID, UUID | None]]],
) -> SupportSetting:
    phones = {site_id: site["phone"] for site_id, site in zip(sites, SITES, strict=True)}
    present = {
        site_id: [(person["name"], phones[site_id]) for person in team if person["site_id"] == site_id and person["active"]]
        for site_id in sites
    }
    return SupportSetting(_morning(today), contracts.support, machines, sites, present)


def _people_for(equipment: int) -> int:
    """Nine in the office; where there are very many machines, one person in forty machines, up to a thousand."""
    return 9 if equipment <= 400 else min(1000, max(9, equipment // 40))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(6), UTC)


def _write_machines(
    unit: Unit,
    count: int,
    chance: random.Random,
    setting: Setting,
    identify: Callable[[datetime], UUID],
    progress: Progress | None,
) -> dict[EquipmentKind, list[tuple[UUID, UUID | None]]]:
    """Write the machines and their assignments; the ids of all with those of their sites, by kind."""
    by_kind: dict[EquipmentKind, list[tuple[UUID, UUID | None]]] = {}
    source = machines(count, chance, setting, identify)

    def write_all() -> None:
        done = 0
        while chunk := [machine for _, machine in zip(range(_CHUNK), source)]:  # noqa: B905 - the shorter one ends the chunk
            _write_chunk(unit, chunk)
            for machine in chunk:
                by_kind.setdefault(machine.row["kind"], []).append((machine.row["id"], machine.row.get("site_id")))
            done += len(chunk)
            if progress is not None:
                progress(done, count)

    if count > _MANY:
        with deferred_indexes(unit.session), without_collector():
            write_all()
    else:
        write_all()
    return by_kind


def _write_chunk(unit: Unit, chunk: list[Machine]) -> None:
    unit.recorder.bulk_insert(unit.session, Equipment, [machine.row for machine in chunk])
    unit.recorder.bulk_insert(unit.session, Assignment, [row for machine in chunk for row in machine.assignments])
