"""argparse in the user's language: one-line errors without a usage dump, and help in French or English."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from app.commands.base import Handler, UsageError
from app.domain.text import Text, msg, tr

#: What the user types to start the program: its own name once it is packaged.
PROGRAM = "parclair" if getattr(sys, "frozen", False) else "python -m app"

#: What argparse says in English, and how it is said here. The groups of the pattern are the values of the text.
_SAYINGS: tuple[tuple[re.Pattern[str], Callable[..., Text]], ...] = (
    (re.compile(r"the following arguments are required: (?P<names>.+)", re.S), lambda **v: msg("il manque\u00a0: {names}", **v)),
    (re.compile(r"unrecognized arguments: (?P<names>.+)", re.S), lambda **v: msg("arguments inconnus\u00a0: {names}", **v)),
    (
        re.compile(r"argument .+?: invalid choice: '?(?P<value>.+?)'? \(choose from (?P<known>.+)\)", re.S),
        lambda value, known: msg("«\u00a0{value}\u00a0» est inconnu. Connus\u00a0: {known}", value=value, known=known.replace("'", "")),
    ),
    (re.compile(r"argument (?P<name>.+?): expected .*one argument", re.S), lambda **v: msg("{name} attend une valeur", **v)),
    (re.compile(r"argument (?P<name>.+?): expected .*", re.S), lambda **v: msg("{name} attend des valeurs", **v)),
    (
        re.compile(r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)", re.S),
        lambda **v: msg("{name} ne prend pas de valeur, ici {value}", **v),
    ),
    (
        re.compile(r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", re.S),
        lambda **v: msg("{name} et {other} ne vont pas ensemble", **v),
    ),
)


class _Help(argparse.HelpFormatter):
    """Help with its fixed words in the language in use."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=34, width=110)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, tr("utilisation\u00a0: ") if prefix is None else prefix)


class PlainHelp(_Help, argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of the list of commands."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are `UsageError`s."""

    def __init__(self, **settings: Any) -> None:
        settings = {"add_help": False, "allow_abbrev": False, "formatter_class": _Help, **settings}
        super().__init__(**settings)
        self._positionals.title = tr("arguments")
        self._optionals.title = tr("options")
        self.add_argument("-h", "--help", action="help", help=tr("montrer cette aide"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, in one sentence.

        Raises:
            UsageError: always.
        """
        said: Text = msg("{message}", message=message)
        for pattern, say in _SAYINGS:
            found = pattern.fullmatch(message)
            if found is not None:
                said = say(**found.groupdict())
                break
        raise UsageError(msg("{what} (voir {prog} --help)", what=said, prog=self.prog))


def general_options(parser: argparse.ArgumentParser) -> None:
    """What may stand before a command."""
    parser.add_argument("--data-dir", metavar="DIR", help=tr("dossier de données (par défaut\u00a0: celui de la personne connectée)"))
    parser.add_argument("--lang", metavar="fr|en", help=tr("langue (par défaut\u00a0: celle du système)"))
    parser.add_argument("--offline", action="store_true", help=tr("ne rien demander au réseau"))
    parser.add_argument(
        "--demo", action="store_true", help=tr("un dossier jetable, rempli d’une démonstration\u202f; --data-dir n’est pas touché")
    )


def common(parser: argparse.ArgumentParser) -> None:
    """The options that every command takes; the general ones are taken here too, but told of once."""
    for name in ("--data-dir", "--lang"):
        parser.add_argument(name, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    for name in ("--offline", "--demo"):
        parser.add_argument(name, action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    parser.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help=tr("écrire un seul document JSON sur la sortie standard")
    )


def actions(parser: Parser, *, required: bool = True) -> argparse._SubParsersAction[Parser]:
    """The place of a group's actions (`contract add`)."""
    return parser.add_subparsers(title=tr("actions"), metavar="ACTION", required=required, parser_class=Parser)


def action(group: argparse._SubParsersAction[Parser], name: str, explanation: str, handler: Handler) -> Parser:
    """A new action of a group."""
    parser = group.add_parser(name, help=explanation, description=explanation)
    common(parser)
    parser.set_defaults(handler=handler)
    return parser
