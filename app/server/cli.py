"""The server's commands: serve, organisations, codes, devices, staff, mails, copies, the OpenAPI document.

Same manners as the program's commands: with `--json` one document on standard output; errors are one line on standard error; exit status
1 where something was refused or failed, 2 for wrong usage or input.
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import os
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import InputError, RuleError, UserError
from app.domain.text import LANGUAGES, msg, set_language, tr
from app.server import commands
from app.server.commands import Answer, PartlyDoneError, from_environment
from app.server.database import Database, create, open_database


class _UsageError(Exception):
    """The command line itself is wrong."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(message)


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit status."""
    try:
        given = _parser().parse_args(list(arguments))
        if given.lang not in LANGUAGES:
            raise InputError("lang", given.lang, msg("un de {names}", names=", ".join(LANGUAGES)))
        set_language(given.lang)
        command: Callable[[argparse.Namespace], Answer | None] = given.run
        try:
            answer = command(given)
        except PartlyDoneError as error:
            _tell(error.answer, as_json=given.json)
            raise
    except _UsageError as error:
        return _fail(str(error), 2)
    except UserError as error:
        return _fail(error.text.render(), error.exit_status)
    except SQLAlchemyError as error:
        return _fail(tr("La base de données ne répond pas\u00a0: {reason}", reason=_reason(error)), 1)
    except OSError as error:
        return _fail(str(error), 1)
    if answer is not None:
        _tell(answer, as_json=given.json)
    return 0


def _tell(answer: Answer, *, as_json: bool) -> None:
    print(json.dumps(answer[0], ensure_ascii=False) if as_json else answer[1])


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m app.server", description=tr("Le serveur de Parclair."), allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path, help=tr("dossier de données du serveur (base SQLite)"))
    parser.add_argument("--database-url", default=os.environ.get("PARCLAIR_DATABASE_URL"), help=tr("adresse d’une base PostgreSQL"))
    parser.add_argument("--lang", default="fr", help=tr("langue\u00a0: fr ou en"))
    parser.add_argument("--json", action="store_true", help=tr("répondre par un document JSON"))
    found = parser.add_subparsers(dest="command", required=True, metavar=tr("COMMANDE"), parser_class=_Parser)

    serve = _command(found, "serve", tr("répondre aux postes"), _serve)
    serve.add_argument("--host", default="127.0.0.1", help=tr("adresse d’écoute"))
    serve.add_argument("--port", type=int, default=8000, help=tr("port d’écoute"))
    serve.add_argument("--metrics", action="store_true", help=tr("répondre aussi à /metrics (Prometheus)\u00a0; à fermer vers l’extérieur"))
    _organisations(found)
    _devices(found)
    people = _group(found, "staff", tr("équipe du prestataire"))
    member = _command(people, "add", tr("ajouter une personne et lui donner un jeton"), _on(commands.add_staff))
    member.add_argument("email", help=tr("son adresse e-mail"))
    member.add_argument("--name", default="", help=tr("son nom"))
    _command(people, "list", tr("l’équipe, avec qui a un accès"), _on(commands.list_staff))
    gone = _command(people, "remove", tr("retirer l’accès à une personne\u00a0: tous ses jetons finissent"), _on(commands.remove_staff))
    gone.add_argument("email", help=tr("son adresse e-mail"))
    _worker(_command(found, "worker", tr("envoyer les mails et jeter ce qui a expiré"), _on(commands.work)))
    _copies(found)
    _command(found, "openapi", tr("le document OpenAPI"), _openapi)
    return parser


def _organisations(found: Any) -> None:
    org = _group(found, "org", tr("entreprises"))
    added = _command(org, "add", tr("ajouter une entreprise"), _on(commands.add_organisation))
    added.add_argument("name", help=tr("son nom"))
    added.add_argument("--siren", required=True, help=tr("son SIREN"))
    _command(org, "list", tr("les entreprises, avec le nombre de leurs postes"), _on(commands.list_organisations))


def _devices(found: Any) -> None:
    code = _group(found, "code", tr("codes d’activation"))
    new = _command(code, "new", tr("un code à usage unique pour un poste"), _on(commands.new_code))
    new.add_argument("organisation", help=tr("l’identifiant de l’entreprise"))
    devices = _group(found, "device", tr("postes"))
    listed = _command(devices, "list", tr("les postes d’une entreprise"), _on(commands.list_devices))
    listed.add_argument("organisation", help=tr("l’identifiant de l’entreprise"))
    revoked = _command(devices, "revoke", tr("retirer l’accès à un poste"), _on(commands.revoke_device))
    revoked.add_argument("device", help=tr("l’identifiant du poste"))


def _worker(worker: argparse.ArgumentParser) -> None:
    worker.add_argument("--once", action="store_true", help=tr("faire ce qui est dû, puis finir"))
    worker.add_argument("--retry", action="store_true", help=tr("remettre d’abord en file les mails abandonnés"))
    worker.add_argument(
        "--smtp-host", default=from_environment("SMTP_HOST"), help=tr("serveur de mails\u00a0; sans lui, les mails attendent")
    )
    worker.add_argument("--smtp-port", type=int, default=from_environment("SMTP_PORT", "0"), help=tr("son port (587, ou 465 avec tls)"))
    worker.add_argument("--smtp-security", default=from_environment("SMTP_SECURITY", "starttls"), help=tr("starttls, tls ou none"))
    worker.add_argument("--smtp-user", default=from_environment("SMTP_USER"), help=tr("utilisateur du serveur de mails"))
    worker.add_argument(
        "--smtp-password-file", default=from_environment("SMTP_PASSWORD_FILE"), help=tr("fichier qui contient son mot de passe")
    )
    worker.add_argument("--mail-from", default=from_environment("MAIL_FROM"), help=tr("adresse de l’expéditeur"))
    worker.add_argument("--public-url", default=from_environment("PUBLIC_URL"), help=tr("adresse https du serveur, vue des clients"))


def _copies(found: Any) -> None:
    backup = _command(found, "backup", tr("copier la base SQLite, serveur en marche"), _on(commands.back_up))
    backup.add_argument("file", type=Path, help=tr("le fichier à écrire"))
    restore = _command(found, "restore", tr("reprendre une copie, serveur arrêté, avec une nouvelle histoire"), _restore)
    restore.add_argument("file", type=Path, help=tr("la copie"))
    history = _group(found, "history", tr("histoire des données"))
    _command(history, "renew", tr("après une restauration\u00a0: commencer une nouvelle histoire"), _on(commands.renew_history))


def _command(found: Any, name: str, text: str, run: Callable[[argparse.Namespace], Answer | None]) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = found.add_parser(name, help=text, description=text, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=tr("répondre par un document JSON"))
    parser.set_defaults(run=run)
    return parser


def _group(found: Any, name: str, text: str) -> Any:
    parser = found.add_parser(name, help=text, description=text, allow_abbrev=False)
    return parser.add_subparsers(dest=f"{name}_command", required=True, metavar=tr("COMMANDE"), parser_class=_Parser)


def _on(act: Callable[[argparse.Namespace, Database], Answer | None]) -> Callable[[argparse.Namespace], Answer | None]:
    """A command that needs the database."""

    def run(given: argparse.Namespace) -> Answer | None:
        database = open_database(_folder(given), given.database_url)
        try:
            return act(given, database)
        finally:
            database.close()

    return run


def _folder(given: argparse.Namespace) -> Path:
    if given.data_dir is not None:
        return Path(given.data_dir)
    from platformdirs import site_data_path, user_data_path

    root = os.name == "posix" and os.geteuid() == 0
    return (site_data_path if root else user_data_path)("parclair-server", appauthor=False)


def _look_for_garbage_less() -> None:
    """What was loaded stays, and a push alone makes thousands of objects: looking for garbage among all of them took as long as the push."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _serve(given: argparse.Namespace) -> None:
    import uvicorn

    from app.server.app import build
    from app.server.logs import configure

    if not 0 <= given.port <= 65535:
        raise InputError("port", given.port, msg("un nombre de 0 à 65535"))
    with _place(given.host, given.port) as place:
        database = open_database(_folder(given), given.database_url)
        configure()
        logging.getLogger("parclair.server").info("database: %s", database.engine.url.render_as_string())
        app = build(database, metrics=given.metrics)
        _look_for_garbage_less()
        # h11 ends a request whose head is longer than 64 KiB; httptools, where it is installed, would take any.
        settings = uvicorn.Config(app, http="h11", log_config=None, access_log=False, server_header=False)
        uvicorn.Server(settings).run(sockets=[place])


def _place(host: str, port: int) -> socket.socket:
    """A socket that nobody else listens on, before anything is made: nobody is let in until the server listens.

    Raises:
        RuleError: the address is taken, or is none of this machine's.
    """
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        if os.name == "posix":  # there it lets a server begin again at once; on Windows it would share the port with another
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
    except OSError as error:
        found.close()
        reason = error.strerror or str(error)
        raise RuleError(
            msg("On ne peut pas écouter sur {host}, port {port}\u00a0: {reason}", host=host, port=str(port), reason=reason)
        ) from error
    return found


def _restore(given: argparse.Namespace) -> Answer:
    return commands.restore(given, _folder(given))


def _openapi(_: argparse.Namespace) -> Answer:
    from app.server.app import build

    document = build(Database(create(None, "sqlite:///unused"))).openapi()
    return document, json.dumps(document, ensure_ascii=False, indent=1)


def _reason(error: SQLAlchemyError) -> str:
    """What the driver said, without the statement and the library's address for more."""
    return str(getattr(error, "orig", None) or error).split("\n")[0]


def _fail(text: str, status: int) -> int:
    line = "".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in text)
    sys.stderr.write(f"error: {line}\n")
    return status
