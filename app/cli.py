"""The command line: finds the command, runs it, writes its answer; errors are one line and an exit status.

Exit status: 0 done; 1 refused or failed; 2 wrong usage or input. Imports only the module of the command that is asked for, never Qt.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from app.commands.base import Answer, Call, Doors, Handler, UsageError, WindowRequest
from app.commands.parsing import PROGRAM, Parser, PlainHelp, common, general_options
from app.domain.errors import InputError, UserError
from app.domain.reasons import reason
from app.domain.text import LANGUAGES, Text, msg, set_language, tr

#: Every command: the module that knows it, and what it is for.
COMMANDS: dict[str, tuple[str, Text]] = {
    "company": ("company", msg("la fiche de l’entreprise et son éligibilité à la location")),
    "site": ("office", msg("les sites")),
    "person": ("office", msg("les collaborateurs")),
    "equipment": ("equipment", msg("le matériel et ses affectations")),
    "offers": ("offers", msg("les offres connues, ou ce qui ne va pas dans un fichier d’offre")),
    "quote": ("quote", msg("le prix mensuel d’une offre")),
    "contract": ("contract", msg("les contrats, leurs échéances, leur résiliation")),
    "claim": ("claim", msg("les sinistres\u00a0: ce qui est couvert, ce qui est promis")),
    "request": ("request", msg("les demandes d’assistance, leur suivi et leurs avis")),
    "hours": ("hours", msg("l’assistance, ouverte ou fermée à un moment, et ses délais")),
    "support": ("support", msg("les chiffres de l’assistance")),
    "backup": ("backup", msg("les sauvegardes\u00a0: état, plan, exécution, restauration")),
    "connect": ("sync", msg("connecter ce dossier au serveur du prestataire")),
    "disconnect": ("sync", msg("quitter le serveur\u202f; toutes les données restent")),
    "sync": ("sync", msg("envoyer ce qui attend et recevoir ce qui est nouveau")),
    "conflicts": ("sync", msg("ce que deux postes ont changé au même endroit, et les refus du serveur")),
    "demo": ("demo", msg("remplir un dossier vide avec un pressing inventé")),
    "doctor": ("doctor", msg("vérifier l’installation et les données")),
}
_WITH_VALUE = ("--data-dir", "--lang", "--tour")


def run(arguments: Sequence[str], doors: Doors) -> int:
    """Do what the command line says; the exit status. Never raises for what a user may type or a disk may do."""
    _speak_utf8()
    set_language(doors.system_language())
    data_dir: list[Path | None] = [None]
    try:
        return _run(list(arguments), doors, data_dir)
    except UserError as error:
        return _fail(error.text.render(), error.exit_status)
    except BrokenPipeError:
        _silence()
        return 0
    except UnicodeEncodeError:
        return _fail(tr("un argument contient des octets qui ne sont pas du texte en UTF-8"), 2)
    except KeyboardInterrupt:
        return _fail(tr("interrompu"), 1)
    except SystemExit as ended:
        return _flushed(ended.code if isinstance(ended.code, int) else 0)
    except Exception as error:
        return _bug(error, doors, data_dir[0])


def _run(arguments: list[str], doors: Doors, data_dir: list[Path | None]) -> int:
    split = _command_at(arguments)
    before, name, after = arguments[:split], arguments[split : split + 1], arguments[split + 1 :]
    set_language(_language_in(before) or _language_in(after) or doors.system_language())
    general = _general_parser().parse_args(before)
    if general.version:
        return _written(Answer({}, [f"Parclair {doors.version()}"]), json=False)
    if not name:
        return doors.window(_window_request(general))
    if name[0] not in COMMANDS:
        raise UsageError(msg("commande «\u00a0{name}\u00a0» inconnue. Connues\u00a0: {known}", name=name[0], known=", ".join(COMMANDS)))
    given = _command_parser(name[0]).parse_args(after, general)
    chosen = _checked_language(given.lang)
    data_dir[0] = _folder(given.data_dir)
    call = Call(doors, given, data_dir[0], given.demo, given.offline, chosen or doors.system_language(), _tell)
    handler: Handler = given.handler
    try:
        answer = handler(call)
    finally:
        for remark in call.remarks:
            _tell(tr("note\u00a0: {text}", text=remark))
    return _written(answer, json=getattr(given, "json", False))


def _folder(given: str | None) -> Path | None:
    if given == "":
        # An empty variable of a script must not end up in the data of whoever is logged in.
        raise InputError("data_dir", given, msg("un dossier"))
    return None if given is None else Path(given)


def _command_at(arguments: Sequence[str]) -> int:
    """Where the command stands: the first word that is neither a general option nor its value."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in _WITH_VALUE else 1
    return min(place, len(arguments))


def _language_in(arguments: Sequence[str]) -> str | None:
    """The language asked for, known before anything is parsed, so that errors and help are in it."""
    for place, word in enumerate(arguments):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and place + 1 < len(arguments):
            value = arguments[place + 1]
        if value in LANGUAGES:
            return value
    return None


def _checked_language(given: str | None) -> str | None:
    if given is not None and given not in LANGUAGES:
        raise InputError("lang", given, msg("un de {names}", names=", ".join(LANGUAGES)))
    return given


def _general_parser() -> Parser:
    """What may stand before a command, and what the window takes."""
    parser = Parser(
        prog=PROGRAM,
        usage=tr("{prog} [options] [COMMANDE …]", prog=PROGRAM),
        description=tr("Parclair. Sans commande, ouvre la fenêtre."),
        epilog="\n".join((tr("commandes (chacune avec --help)\u00a0:"), *(f"  {name:<12}{text}" for name, (_, text) in COMMANDS.items()))),
        formatter_class=PlainHelp,
    )
    general_options(parser)
    parser.add_argument(
        "--startup-report", action="store_true", help=tr("ouvrir la fenêtre, écrire ses temps de démarrage en JSON et finir")
    )
    parser.add_argument("--tour", metavar="DIR", help=tr("ouvrir la fenêtre, parcourir le travail principal, enregistrer images et PDF"))
    parser.add_argument("--version", action="store_true", help=tr("montrer la version"))
    return parser


def _command_parser(name: str) -> Parser:
    module, explanation = COMMANDS[name]
    parser = Parser(prog=f"{PROGRAM} {name}", description=explanation.render())
    common(parser)
    import_module(f"app.commands.{module}").register(name, parser)
    return parser


def _window_request(given: argparse.Namespace) -> WindowRequest:
    if given.tour and not given.demo:
        raise UsageError(msg("--tour enregistre des contrats inventés\u00a0: il faut aussi --demo, qui ne touche à aucune donnée"))
    return WindowRequest(
        data_dir=_folder(given.data_dir),
        demo=given.demo,
        offline=given.offline,
        language=_checked_language(given.lang),
        startup_report=given.startup_report,
        tour=Path(given.tour) if given.tour else None,
    )


#: In a terminal what is shown is searched, copied and piped: no space that looks like one and is another.
_PLAIN_SPACES = {0xA0: " ", 0x202F: " "}


def _written(answer: Answer, *, json: bool) -> int:
    if json:
        from app.commands.output import as_json  # a window answers nothing: its start need not pay for this

        text = as_json(answer.document)
    else:
        text = "\n".join(answer.lines).translate(_PLAIN_SPACES)
    status = _flushed(answer.status, f"{text}\n" if text else "")
    return status if answer.error is None else _fail(answer.error.render(), status)


def _flushed(status: int, text: str = "") -> int:
    """`status`, once standard output has really taken `text` and what was written before."""
    if sys.stdout is None:
        return status
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        return _fail(tr("la réponse n’a pas pu être écrite sur la sortie standard\u00a0: {reason}", reason=reason(error)), 1)
    return status


def _silence() -> None:
    """Send what is left in the buffer of standard output nowhere: its reader has gone, or its disk is full."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - the null device is no path of ours
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _fail(text: str, status: int) -> int:
    _tell(f"error: {text}")
    return status


def _tell(text: str) -> None:
    """One line on standard error."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):  # nobody reads it: there is nowhere left to tell
            shown = text.translate(_PLAIN_SPACES)
            sys.stderr.write("".join(char if ord(char) >= 32 and char != "\x7f" else " " for char in shown) + "\n")
            sys.stderr.flush()


def _bug(error: Exception, doors: Doors, data_dir: Path | None) -> int:
    """Write the bug down for those who can mend it, and say where."""
    log = doors.log_file(data_dir)
    entry = f"--- {doors.clock.now():%Y-%m-%d %H:%M:%S}Z parclair {doors.version()}\n{''.join(traceback.format_exception(error))}\n"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(entry)
    except OSError:
        return _fail(tr("erreur inattendue ({what}). Vos données sont intactes.", what=_named(error)), 1)
    return _fail(tr("erreur inattendue ({what}). Vos données sont intactes. Détails\u00a0: {path}", what=_named(error), path=log), 1)


def _named(error: Exception) -> str:
    first = str(error).split("\n", 1)[0][:200]
    return f"{type(error).__name__}: {first}" if first else type(error).__name__


def _speak_utf8() -> None:
    """UTF-8 whatever the locale, also into pipes; what no text can hold is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
