"""What the server's commands do, on an open database."""

from __future__ import annotations

import argparse
import os
import signal
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from typing import Any

from sqlalchemy import func, select

from app.domain.errors import InputError, NotFoundError, UserError
from app.domain.text import Text, msg, tr
from app.server import clock, copies, devices, organisations
from app.server.audit import note
from app.server.context import Context
from app.server.database import Database
from app.server.mails import standing
from app.server.mails.settings import MailSettings, checked
from app.server.problems import MissingError
from app.server.tables import device, organisation, staff

Answer = tuple[Mapping[str, Any], str]


class PartlyDoneError(UserError):
    """A command did what it could, and not all of it. `answer`: what it did."""

    def __init__(self, text: Text, answer: Answer) -> None:
        super().__init__(text)
        self.answer = answer


def add_organisation(given: argparse.Namespace, database: Database) -> Answer:
    """`org add`."""
    with database.writing() as connection:
        identity = organisations.add(connection, given.name, given.siren, clock.now())
    return {"organisation": identity}, identity


def list_organisations(_: argparse.Namespace, database: Database) -> Answer:
    """`org list`."""
    o = organisation.c
    with database.reading() as connection:
        query = select(device.c.organisation, func.count()).where(device.c.revoked_at.is_(None)).group_by(device.c.organisation)
        counts = {row[0]: row[1] for row in connection.execute(query)}
        rows = connection.execute(select(o.id, o.name, o.siren, o.head, o.created_at).order_by(o.name, o.id)).all()
    found = [{**row._mapping, "devices": counts.get(row.id, 0)} for row in rows]
    lines = [f"{one['id']}  {one['siren']}  {one['devices']:>3}  {one['name']}" for one in found]
    return {"organisations": found}, "\n".join(lines) or tr("Aucune entreprise.")


def new_code(given: argparse.Namespace, database: Database) -> Answer:
    """`code new`."""
    with database.writing() as connection:
        code = organisations.new_code(connection, given.organisation, clock.now())
    return {"code": code}, code


def add_staff(given: argparse.Namespace, database: Database) -> Answer:
    """`staff add`."""
    with database.writing() as connection:
        identity, token = organisations.add_staff(connection, given.email, given.name, clock.now())
    return {"staff": identity, "token": token}, tr("Jeton (montré une seule fois)\u00a0: {token}", token=token)


def list_staff(_: argparse.Namespace, database: Database) -> Answer:
    """`staff list`."""
    with database.reading() as connection:
        rows = connection.execute(select(staff.c.id, staff.c.email, staff.c.name, staff.c.disabled_at).order_by(staff.c.email)).all()
    gone = tr("sans accès")
    lines = [f"{row.id}  {row.email}  {row.name}{f'  ({gone})' if row.disabled_at else ''}" for row in rows]
    return {"staff": [dict(row._mapping) for row in rows]}, "\n".join(lines) or tr("Personne.")


def remove_staff(given: argparse.Namespace, database: Database) -> Answer:
    """`staff remove`."""
    with database.writing() as connection:
        identity = organisations.remove_staff(connection, given.email, clock.now())
    return {"staff": identity}, tr("{email} n’a plus d’accès.", email=given.email)


def list_devices(given: argparse.Namespace, database: Database) -> Answer:
    """`device list`."""
    names = ("id", "letter", "name", "app_version", "seen_at", "revoked_at")
    with database.reading() as connection:
        if connection.scalar(select(organisation.c.id).where(organisation.c.id == given.organisation)) is None:
            raise NotFoundError(msg("Entreprise introuvable\u00a0: {id}", id=given.organisation))
        found = [{name: getattr(row, name) for name in names} for row in devices.of(connection, given.organisation)]
    revoked = tr("révoqué")
    lines = [f"{one['id']}  {one['letter']:<2}  {revoked if one['revoked_at'] else one['seen_at']}  {one['name']}" for one in found]
    return {"devices": found}, "\n".join(lines) or tr("Aucun poste.")


def revoke_device(given: argparse.Namespace, database: Database) -> Answer:
    """`device revoke`."""
    now = clock.now()
    with database.writing() as connection:
        owner = connection.scalar(select(device.c.organisation).where(device.c.id == given.device))
        try:
            row = devices.revoke(connection, owner or "", given.device, now)
        except MissingError as error:
            raise NotFoundError(msg("Poste introuvable\u00a0: {id}", id=given.device)) from error
        note(connection, now, organisations.ADMINISTRATOR, owner, "device revoked", given.device)
    return {"device": row.id, "revoked_at": row.revoked_at}, tr("Le poste {name} n’a plus d’accès.", name=row.name)


def renew_history(_: argparse.Namespace, database: Database) -> Answer:
    """`history renew`."""
    with database.writing() as connection:
        count = organisations.begin_epochs(connection, clock.now())
    return {"organisations": count}, tr("Nouvelle histoire (entreprises\u00a0: {n}).", n=count)


def back_up(given: argparse.Namespace, database: Database) -> Answer:
    """`backup`."""
    size = copies.back_up(database, given.file)
    return {"file": str(given.file), "bytes": size}, tr("Copie écrite\u00a0: {file} ({n} octets).", file=given.file, n=size)


def restore(given: argparse.Namespace, folder: Path) -> Answer:
    """`restore`."""
    if given.database_url:
        # The address may hold a password.
        raise InputError("database_url", "…", msg("rien\u00a0: une base PostgreSQL se restaure avec pg_restore"))
    did = copies.restore(folder, given.file, clock.now())
    told = tr(
        "Base restaurée, avec une nouvelle histoire (entreprises\u00a0: {n}). L’ancienne base est gardée à côté.", n=did.organisations
    )
    if did.as_copied:
        told += "\n" + tr(
            "Les accès sont ceux de la copie pour {n} d’entre elles\u00a0: retirez de nouveau ceux qui l’ont été depuis.", n=did.as_copied
        )
    return {"organisations": did.organisations, "access_as_copied": did.as_copied}, told


def work(given: argparse.Namespace, database: Database) -> Answer | None:
    """`worker`: until it is told to stop, or with `--once` what is due now.

    Raises:
        PartlyDoneError: with `--once`, mails were given up.
    """
    from app.server.logs import configure
    from app.server.worker import LOG, run

    settings = mail_settings(given)
    context = Context(database, clock.now)
    again = None
    if given.retry:
        with database.writing() as connection:
            again = standing.try_again(connection, context.now())
    if given.once:
        return _once(context, settings, again)
    configure()
    if again is not None:
        LOG.info("mails queued again that had been given up: %s", again)
    if settings is None:
        LOG.warning("no --smtp-host: mails wait in the queue")
    stop = Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    run(context, settings, stop)
    return None


def _once(context: Context, settings: MailSettings | None, again: int | None) -> Answer:
    from app.server.worker import once

    mails, counts = once(context, settings)
    with context.database.reading() as connection:
        waiting = standing.waiting(connection)
    told = [tr("Mails envoyés\u00a0: {n}\u202f; en attente\u00a0: {waiting}.", n=mails.sent, waiting=waiting)]
    if again is not None:
        told.insert(0, tr("Mails abandonnés, remis en file\u00a0: {n}.", n=again))
    if settings is None:
        told.append(tr("Sans --smtp-host, aucun ne part."))
    if mails.reason and not mails.given_up:
        told.append(tr("Dernier refus\u00a0: {reason}", reason=mails.reason))
    figures = {"retried": again or 0, "sent": mails.sent, "given_up": mails.given_up, "waiting": waiting, "reason": mails.reason}
    answer = {**figures, "purged": counts}, "\n".join(told)
    if mails.given_up:
        said = msg("Mails abandonnés\u00a0: {n}. Dernière raison\u00a0: {reason}", n=mails.given_up, reason=mails.reason)
        raise PartlyDoneError(said, answer)
    return answer


def mail_settings(given: argparse.Namespace) -> MailSettings | None:
    """How mails leave; none where no mail server is named.

    Raises:
        InputError: one of the options cannot be right.
    """
    if not given.smtp_host:
        return None
    port = given.smtp_port or (465 if given.smtp_security == "tls" else 587)
    password_file = Path(given.smtp_password_file) if given.smtp_password_file else None
    return checked(given.smtp_host, port, given.smtp_security, given.smtp_user, password_file, given.mail_from, given.public_url)


def from_environment(name: str, default: str = "") -> str:
    """The value of `PARCLAIR_…`, for an option that is not given."""
    return os.environ.get(f"PARCLAIR_{name}", default)
