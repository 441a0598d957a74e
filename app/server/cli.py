"""The server's commands: serve, organisations, codes, staff, mails, the OpenAPI document.

Same manners as the program's commands: with `--json` one document on standard output; errors are one line on standard error; exit status
1 where something was refused or failed, 2 for wrong usage or input.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from app.domain.errors import InputError, UserError
from app.domain.text import LANGUAGES, msg, set_language, tr
from app.server import clock, organisations
from app.server.database import Database, create, open_database

Answer = tuple[Mapping[str, Any], str]


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
        answer = command(given)
    except _UsageError as error:
        return _fail(str(error), 2)
    except UserError as error:
        return _fail(error.text.render(), error.exit_status)
    if answer is not None:
        print(json.dumps(answer[0], ensure_ascii=False) if given.json else answer[1])
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m app.server", description=tr("Le serveur de Parclair."), allow_abbrev=False)
    parser.add_argument("--data-dir", type=Path, help=tr("dossier de données du serveur (base SQLite)"))
    parser.add_argument("--database-url", default=os.environ.get("PARCLAIR_DATABASE_URL"), help=tr("adresse d’une base PostgreSQL"))
    parser.add_argument("--lang", default="fr", help=tr("langue\u00a0: fr ou en"))
    parser.add_argument("--json", action="store_true", help=tr("répondre par un document JSON"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=tr("COMMANDE"), parser_class=_Parser)

    serve = _command(commands, "serve", tr("répondre aux postes"), _serve)
    serve.add_argument("--host", default="127.0.0.1", help=tr("adresse d’écoute"))
    serve.add_argument("--port", type=int, default=8000, help=tr("port d’écoute"))
    org = _group(commands, "org", tr("entreprises"))
    added = _command(org, "add", tr("ajouter une entreprise"), _add_organisation)
    added.add_argument("name", help=tr("son nom"))
    added.add_argument("--siren", required=True, help=tr("son SIREN"))
    code = _group(commands, "code", tr("codes d’activation"))
    new = _command(code, "new", tr("un code à usage unique pour un poste"), _new_code)
    new.add_argument("organisation", help=tr("l’identifiant de l’entreprise"))
    people = _group(commands, "staff", tr("équipe du prestataire"))
    member = _command(people, "add", tr("ajouter une personne et lui donner un jeton"), _add_staff)
    member.add_argument("email", help=tr("son adresse e-mail"))
    member.add_argument("--name", default="", help=tr("son nom"))
    history = _group(commands, "history", tr("histoire des données"))
    _command(history, "renew", tr("après une restauration\u00a0: commencer une nouvelle histoire"), _renew)
    _command(commands, "openapi", tr("le document OpenAPI"), _openapi)
    return parser


def _command(commands: Any, name: str, text: str, run: Callable[[argparse.Namespace], Answer | None]) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=tr("répondre par un document JSON"))
    parser.set_defaults(run=run)
    return parser


def _group(commands: Any, name: str, text: str) -> Any:
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    return parser.add_subparsers(dest=f"{name}_command", required=True, metavar=tr("COMMANDE"), parser_class=_Parser)


def _database(given: argparse.Namespace) -> Database:
    return open_database(_folder(given), given.database_url)


def _folder(given: argparse.Namespace) -> Path:
    if given.data_dir is not None:
        return Path(given.data_dir)
    from platformdirs import site_data_path, user_data_path

    root = os.name == "posix" and os.geteuid() == 0
    return (site_data_path if root else user_data_path)("parclair-server", appauthor=False)


def _serve(given: argparse.Namespace) -> None:
    import uvicorn

    from app.server.app import build
    from app.server.logs import configure

    if not 0 <= given.port <= 65535:
        raise InputError("port", given.port, msg("un nombre de 0 à 65535"))
    configure()
    uvicorn.run(build(_database(given)), host=given.host, port=given.port, log_config=None, access_log=False, server_header=False)


def _add_organisation(given: argparse.Namespace) -> Answer:
    database = _database(given)
    with database.writing() as connection:
        identity = organisations.add(connection, given.name, given.siren, clock.now())
    database.close()
    return {"organisation": identity}, identity


def _new_code(given: argparse.Namespace) -> Answer:
    database = _database(given)
    with database.writing() as connection:
        code = organisations.new_code(connection, given.organisation, clock.now())
    database.close()
    return {"code": code}, code


def _add_staff(given: argparse.Namespace) -> Answer:
    database = _database(given)
    with database.writing() as connection:
        identity, token = organisations.add_staff(connection, given.email, given.name, clock.now())
    database.close()
    return {"staff": identity, "token": token}, tr("Jeton (montré une seule fois)\u00a0: {token}", token=token)


def _renew(given: argparse.Namespace) -> Answer:
    database = _database(given)
    with database.writing() as connection:
        count = organisations.begin_epochs(connection, clock.now())
    database.close()
    return {"organisations": count}, tr("Nouvelle histoire pour {n} entreprises.", n=count)


def _openapi(_: argparse.Namespace) -> Answer:
    from app.server.app import build

    document = build(Database(create(None, "sqlite:///unused"))).openapi()
    return document, json.dumps(document, ensure_ascii=False, indent=1)


def _fail(text: str, status: int) -> int:
    line = "".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in text)
    sys.stderr.write(f"error: {line}\n")
    return status
