"""The plan of this PC: checked, kept without any secret, and turned into what restic needs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from pathlib import Path, PureWindowsPath
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from app.domain.errors import InputError
from app.domain.text import msg
from app.domain.values.backups import BackupPlan, Destination, DestinationKind, Retention, Schedule
from app.system import schedule
from app.system.restic import Repository

#: Names of secrets in the keyring.
PASSWORD, ACCESS = "backup-password", "backup-access"
_LONGEST = 1000
_HOST = re.compile(r"(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])(?::(?P<port>\d{1,5}))?(?P<path>/.+)")
#: Most that restic takes for `--limit-upload` without meaning: a terabyte a second.
_FASTEST = 1_000_000_000


def checked_plan(plan: BackupPlan) -> tuple[BackupPlan, str | None]:
    """The plan as it is kept, and a secret that was typed into its address (None where there was none).

    Raises:
        InputError: a value that cannot be; the field is named.
    """
    destination, secret = _checked_destination(plan.destination)
    if not (plan.folders or plan.preset_parclair or plan.preset_gesticlean):
        raise InputError("folders", "", msg("au moins un dossier à sauvegarder"))
    folders = tuple(dict.fromkeys(_checked_folder(folder) for folder in plan.folders))
    schedule = plan.schedule
    if not 0 <= schedule.every_hours <= 24:
        raise InputError("every_hours", schedule.every_hours, msg("de 1 à 24 heures, ou 0 pour des heures fixes"))
    if not schedule.every_hours and not 1 <= len(schedule.times) <= 24:
        raise InputError("times", len(schedule.times), msg("de 1 à 24 heures de la journée"))
    times = tuple(sorted({moment.replace(second=0, microsecond=0, tzinfo=None) for moment in schedule.times}))
    for name in ("keep_daily", "keep_weekly", "keep_monthly"):
        if not 0 <= getattr(plan.retention, name) <= 10_000:
            raise InputError(name, getattr(plan.retention, name), msg("un nombre de 0 à {most}", most=10_000))
    if not 0 <= plan.bandwidth_kib <= _FASTEST:
        raise InputError("bandwidth_kib", plan.bandwidth_kib, msg("un nombre de Kio par seconde, 0 pour aucune limite"))
    return replace(plan, destination=destination, folders=folders, schedule=replace(schedule, times=times)), secret


def _checked_folder(folder: str) -> str:
    if "\0" in folder or len(folder) > 30_000:
        raise InputError("folders", repr(folder), msg("un chemin de dossier"))
    if not (Path(folder).is_absolute() or PureWindowsPath(folder).is_absolute()):
        raise InputError("folders", folder, msg("un chemin complet, depuis la racine du disque"))
    return folder


def _checked_destination(given: Destination) -> tuple[Destination, str | None]:
    location = given.location.strip() if given.kind is not DestinationKind.FOLDER else given.location
    if not location or len(location) > _LONGEST or any(ord(char) < 32 for char in location + given.user):
        raise InputError("destination", location, msg("une adresse ou un dossier"))
    match given.kind:
        case DestinationKind.FOLDER:
            if not (Path(location).is_absolute() or PureWindowsPath(location).is_absolute()):
                raise InputError("destination", location, msg("un chemin complet, depuis la racine du disque"))
            return Destination(given.kind, location), None
        case DestinationKind.REST | DestinationKind.S3:
            return _checked_url(given, location)
        case _:
            user, _, rest = location.removeprefix("sftp:").removeprefix("//").rpartition("@")
            if _HOST.fullmatch(rest) is None or rest.startswith("-") or (user or given.user).startswith("-"):
                raise InputError("destination", location, msg("une adresse comme serveur/chemin ou serveur:22/chemin"))
            return Destination(given.kind, rest, user or given.user), None


def _checked_url(given: Destination, location: str) -> tuple[Destination, str | None]:
    allowed = msg("une adresse comme https://serveur:8000/commerce/")
    location = location.removeprefix("rest:").removeprefix("s3:")
    try:
        parts = urlsplit(location)
        port = parts.port
    except ValueError:
        raise InputError("destination", "…", allowed) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise InputError("destination", urlunsplit(("", "", parts.path, "", "")), allowed)
    if given.kind is DestinationKind.S3 and not parts.path.strip("/"):
        raise InputError("destination", location, msg("une adresse comme https://serveur/compartiment"))
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    address = urlunsplit((parts.scheme, f"{host}:{port}" if port else host, parts.path or "/", "", ""))
    user = unquote(parts.username) if parts.username else given.user
    return Destination(given.kind, address, user), unquote(parts.password) if parts.password else None


def repository(destination: Destination, password: str, secret: str) -> Repository:
    """What opens the destination, secrets included."""
    location, user = destination.location, destination.user
    match destination.kind:
        case DestinationKind.FOLDER:
            # "local:" keeps a folder's name from being read as the address of something else.
            return Repository(f"local:{location}", password)
        case DestinationKind.REST:
            parts = urlsplit(location)
            login = f"{quote(user, safe='')}:{quote(secret, safe='')}@" if user or secret else ""
            return Repository(f"rest:{urlunsplit((parts.scheme, login + parts.netloc, parts.path, '', ''))}", password)
        case DestinationKind.S3:
            return Repository(f"s3:{location}", password, {"AWS_ACCESS_KEY_ID": user, "AWS_SECRET_ACCESS_KEY": secret})
        case _:
            found = _HOST.fullmatch(location)
            assert found is not None, "the address was checked"
            login = f"{quote(user, safe='')}@" if user else ""
            port = f":{found['port']}" if found["port"] else ""
            return Repository(f"sftp://{login}{found['host']}{port}{found['path']}", password)


def public_address(destination: Destination) -> str:
    """The destination as plain restic takes it after `-r`, without any secret: for the recovery sheet."""
    shown = repository(destination, "", "").address.removeprefix("local:")
    return shown.replace(":@", "@", 1) if destination.kind is DestinationKind.REST else shown


def to_json(plan: BackupPlan) -> str:
    """The plan as the data folder keeps it."""
    document = {
        "destination": {"kind": plan.destination.kind.value, "location": plan.destination.location, "user": plan.destination.user},
        "folders": list(plan.folders),
        "preset_parclair": plan.preset_parclair,
        "preset_gesticlean": plan.preset_gesticlean,
        "times": [moment.strftime("%H:%M") for moment in plan.schedule.times],
        "every_hours": plan.schedule.every_hours,
        "installed": plan.schedule.installed,
        "keep": [plan.retention.keep_daily, plan.retention.keep_weekly, plan.retention.keep_monthly],
        "bandwidth_kib": plan.bandwidth_kib,
        "verify_weekly": plan.verify_weekly,
        "shadow_copy": plan.shadow_copy,
    }
    return json.dumps(document)


def from_json(text: str) -> BackupPlan | None:
    """The plan kept as `text`; None where it cannot be read: backups are then to be set up again, which `overview` shows."""
    try:
        kept: Mapping[str, Any] = json.loads(text)
        place = kept["destination"]
        daily, weekly, monthly = kept["keep"]
        return BackupPlan(
            destination=Destination(DestinationKind(place["kind"]), place["location"], place["user"]),
            folders=tuple(kept["folders"]),
            preset_parclair=bool(kept["preset_parclair"]),
            preset_gesticlean=bool(kept["preset_gesticlean"]),
            schedule=Schedule(tuple(time.fromisoformat(one) for one in kept["times"]), int(kept["every_hours"]), bool(kept["installed"])),
            retention=Retention(daily, weekly, monthly),
            bandwidth_kib=int(kept["bandwidth_kib"]),
            verify_weekly=bool(kept["verify_weekly"]),
            shadow_copy=bool(kept["shadow_copy"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def install(data_folder: Path, before: BackupPlan | None, plan: BackupPlan) -> None:
    """Bring the operating system's scheduler up to date.

    Raises:
        StorageError: it refused.
    """
    if plan.schedule.installed:
        schedule.install(schedule.Task(data_folder, plan.schedule.times, plan.schedule.every_hours))
    elif before is not None and before.schedule.installed:
        schedule.remove(data_folder)


def sftp_host(location: str) -> tuple[str, int]:
    """The machine and port of an SFTP destination that was checked."""
    found = _HOST.fullmatch(location)
    assert found is not None, "the address was checked"
    return found["host"].strip("[]"), int(found["port"] or 22)
