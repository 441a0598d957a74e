"""Plans: what is refused, what is kept, and that no secret is ever in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from app.domain.errors import InputError
from app.domain.values.backups import BackupPlan, Destination, DestinationKind, Retention, Schedule
from app.services.backup_plans import checked_plan, from_json, public_address, repository, sftp_host, to_json

FOLDER = Destination(DestinationKind.FOLDER, "/mnt/disque")
PLAN = BackupPlan(FOLDER, ("/home/claire/Documents",))


def place(kind: str, location: str, user: str = "") -> Destination:
    return Destination(DestinationKind(kind), location, user)


def test_a_plan_survives_being_kept() -> None:
    schedule = Schedule((time(19, 0), time(7, 15)), 0, installed=True)
    plan, secret = checked_plan(replace(PLAN, schedule=schedule, retention=Retention(1, 2, 3), bandwidth_kib=500, verify_weekly=False))
    assert plan.schedule.times == (time(7, 15), time(19, 0)) and secret is None
    assert from_json(to_json(plan)) == plan
    for damaged in ("", "null", "{}", "[1]", to_json(plan).replace("folder", "dossier")):
        assert from_json(damaged) is None


def test_a_password_typed_into_an_address_goes_to_the_keyring() -> None:
    plan, secret = checked_plan(replace(PLAN, destination=place("rest", "rest:https://claire:s%40cret@exemple.fr:8000/shop")))
    assert (plan.destination.user, plan.destination.location, secret) == ("claire", "https://exemple.fr:8000/shop", "s@cret")
    assert "cret" not in to_json(plan)


@pytest.mark.parametrize(
    ("destination", "address"),
    [
        (FOLDER, "local:/mnt/disque"),
        (place("folder", "C:\\rest:\\x"), "local:C:\\rest:\\x"),
        (place("rest", "http://[::1]:8000/a", "c"), "rest:http://c:p%3A%40%2F@[::1]:8000/a"),
        (place("s3", "https://s3.fr/seau/x", "AK"), "s3:https://s3.fr/seau/x"),
        (place("sftp", "exemple.fr:2222/dossier", "claire"), "sftp://claire@exemple.fr:2222/dossier"),
        (place("sftp", "claire@exemple.fr//srv/x"), "sftp://claire@exemple.fr//srv/x"),
    ],
)
def test_what_restic_is_given(destination: Destination, address: str) -> None:
    plan, _ = checked_plan(replace(PLAN, destination=destination))
    opened = repository(plan.destination, "pw", "p:@/")
    assert opened.address == address
    assert "p%3A" not in repr(opened) and "pw" not in repr(opened)
    assert "p:@/" not in public_address(plan.destination) and "p%3A" not in public_address(plan.destination)


def test_the_machine_of_an_sftp_address() -> None:
    assert sftp_host("exemple.fr/x") == ("exemple.fr", 22)
    assert sftp_host("[::1]:2222/x") == ("::1", 2222)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("destination", {"destination": place("folder", "relatif")}),
        ("destination", {"destination": place("folder", "")}),
        ("destination", {"destination": place("rest", "exemple.fr")}),
        ("destination", {"destination": place("rest", "file:///etc")}),
        ("destination", {"destination": place("rest", "https://x:99999/")}),
        ("destination", {"destination": place("rest", "https://exemple.fr/?a=1")}),
        ("destination", {"destination": place("s3", "https://exemple.fr/")}),
        ("destination", {"destination": place("sftp", "-oProxyCommand=x/y")}),
        ("destination", {"destination": place("sftp", "exemple.fr/x", "-l")}),
        ("destination", {"destination": place("rest", "https://exemple.fr/a\nb")}),
        ("folders", {"folders": ("relatif",)}),
        ("folders", {"folders": ("/a\0b",)}),
        ("folders", {"folders": (), "preset_parclair": False, "preset_gesticlean": False}),
        ("times", {"schedule": Schedule(())}),
        ("every_hours", {"schedule": Schedule((), 25)}),
        ("keep_weekly", {"retention": Retention(1, -1, 1)}),
        ("bandwidth_kib", {"bandwidth_kib": -1}),
    ],
)
def test_what_is_refused(field: str, change: dict[str, object]) -> None:
    with pytest.raises(InputError) as refused:
        checked_plan(replace(PLAN, **change))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_refused_address_does_not_show_its_password() -> None:
    with pytest.raises(InputError) as refused:
        checked_plan(replace(PLAN, destination=place("rest", "ftp://claire:secret@exemple.fr/")))
    assert "secret" not in str(refused.value.text)
