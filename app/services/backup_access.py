"""Opening a repository, and finding out why something with it failed: by exit status where restic has one, else by looking."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.domain.backup_problems import BackupProblem, next_step
from app.domain.errors import RuleError
from app.domain.text import Text, msg
from app.domain.values.backups import BackupPlan, Destination, DestinationKind
from app.services import backup_plans
from app.services.backup_plans import ACCESS, PASSWORD
from app.services.backup_sources import CACHE
from app.services.backup_spool import FOLDER
from app.system import repository_look, restic
from app.system.child import Ending
from app.system.repository_look import Found, Look
from app.system.restic import Outcome, Restic, ToolError
from app.system.secrets import SecretStore

_PROBLEMS = {
    Found.UNREACHABLE: BackupProblem.UNREACHABLE,
    Found.REFUSED: BackupProblem.REFUSED,
    Found.NOT_A_REPOSITORY: BackupProblem.NOT_A_REPOSITORY,
    Found.DAMAGED: BackupProblem.DAMAGED,
}
#: A lock is looked at for so long; restic would try for a minute to read one that has just gone.
_LOCK_SECONDS = 15.0
#: The structure of a repository is read within this, or the reason of a failure stays unknown.
_CHECK_SECONDS = 600.0


class RunError(Exception):
    """A run cannot go on. Never leaves the services: it becomes a report."""

    def __init__(self, problem: BackupProblem, text: Text) -> None:
        super().__init__(problem.value)
        self.problem, self.text = problem, text


@contextmanager
def told() -> Iterator[None]:
    """Tell whoever asked, outside a run, why a repository cannot be opened and what to do.

    Raises:
        RuleError: instead of a `RunError` of the block.
    """
    try:
        yield
    except RunError as error:
        raise RuleError(msg("{what} {step}", what=error.text, step=next_step(error.problem))) from error


@dataclass(frozen=True)
class Access:
    """All that opens the repository of a plan.

    Attributes:
        data_folder: where restic's cache lies, in `backup/cache`.
        known: the identity of the repository that was used here before; empty: none was.
        tool: the restic that was set; empty: the one that is found.
    """

    plan: BackupPlan
    data_folder: Path
    secrets: SecretStore
    known: str = ""
    tool: str = ""

    @property
    def destination(self) -> Destination:
        """Where the repository lies."""
        return self.plan.destination


@dataclass(frozen=True)
class Opened:
    """An open repository: it is there, it is the right one, and the password fits. `identity` is its own."""

    restic: Restic
    identity: str


def open_repository(access: Access, cancelled: Callable[[], bool], *, create: bool) -> Opened:
    """Find restic, look at the destination, and open the repository; on the first run create it.

    Raises:
        RunError: why it cannot be opened.
    """
    try:
        tool = restic.usable(access.tool)
    except ToolError as error:
        raise RunError(error.problem, error.text) from error
    password = access.secrets.get(PASSWORD)
    if not password:
        raise RunError(BackupProblem.NO_PASSWORD, msg("Le mot de passe du dépôt n’est pas dans le trousseau de ce poste."))
    look = look_at(access)
    if look.found in _PROBLEMS:
        raise RunError(_PROBLEMS[look.found], look.text)
    repository = backup_plans.repository(access.destination, password, access.secrets.get(ACCESS) or "")
    runner = Restic(tool, repository, access.data_folder.absolute() / FOLDER / CACHE, cancelled)
    if look.found is Found.NOTHING:
        _create(access, runner, create=create)
    identity = _identity(access, runner, look, create=create)
    if access.known and identity != access.known:
        raise RunError(BackupProblem.NOT_A_REPOSITORY, msg("Un autre dépôt que celui de ce poste se trouve à cette adresse."))
    return Opened(runner, identity)


def look_at(access: Access) -> Look:
    """What stands at the destination."""
    place = access.destination
    match place.kind:
        case DestinationKind.FOLDER:
            return repository_look.look_at_folder(Path(place.location))
        case DestinationKind.REST:
            return repository_look.look_at_rest(place.location, place.user, access.secrets.get(ACCESS) or "")
        case DestinationKind.S3:
            parts = urlsplit(place.location)
            return repository_look.look_at_host(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
        case _:
            host, port = backup_plans.sftp_host(place.location)
            return repository_look.look_at_host(host, port)


def ended_badly(access: Access, opened: Opened, outcome: Outcome, *, exclusive: bool) -> RunError:
    """Why a command on an open repository failed. `exclusive`: it needed the repository for itself alone, as `check` and `forget` do."""
    if outcome.ending is Ending.CANCELLED:
        return RunError(BackupProblem.CANCELLED, msg("Arrêtée à votre demande."))
    if outcome.ending is Ending.EXITED and outcome.status < 0:
        return RunError(BackupProblem.INTERRUPTED, msg("restic a été arrêté de l’extérieur avant la fin."))
    locks = _hindering(opened, exclusive=exclusive)
    if locks or outcome.code == restic.LOCKED:
        return _locked(locks)
    full = _full(access)
    if full is not None:
        return RunError(BackupProblem.FULL_DISK, full)
    look = look_at(access)
    if look.found in _PROBLEMS:
        return RunError(_PROBLEMS[look.found], look.text)
    if look.found is Found.NOTHING:
        return RunError(BackupProblem.UNREACHABLE, msg("Le dépôt a disparu pendant l’opération\u00a0: {detail}", detail=look.text))
    if outcome.ending is Ending.TIMED_OUT:
        return RunError(BackupProblem.UNREACHABLE, msg("Le dépôt n’a plus répondu pendant l’opération."))
    if not opened.restic.run("check", ("--no-lock",), seconds=_CHECK_SECONDS).ok:
        return RunError(BackupProblem.DAMAGED, msg("Le contrôle du dépôt trouve des données manquantes ou abîmées."))
    if access.destination.kind is not DestinationKind.FOLDER:
        return RunError(
            BackupProblem.NOT_WRITABLE,
            msg("La destination se lit mais n’accepte pas d’écriture\u00a0: elle est pleine, ou en lecture seule."),
        )
    return RunError(BackupProblem.UNKNOWN, msg("restic a échoué sans dire pourquoi (état {status}).", status=outcome.status))


def holders(opened: Opened) -> list[dict[str, Any]]:
    """The locks that stand in the repository, as restic describes them."""
    listed = opened.restic.run("list", ("--no-lock",), ("locks",))
    names = [word for line in listed.text.decode("ascii", "replace").split() if len(word := line.strip('"')) == 64]
    found = []
    for name in names[:5]:
        documents = opened.restic.run("cat", ("--no-lock",), ("lock", name), seconds=_LOCK_SECONDS).documents
        found += [document for document in documents if isinstance(document, dict)]
    return found


def unhindered(opened: Opened, command: Callable[[], Outcome], *, exclusive: bool) -> Outcome:
    """What `command` gives; once more where locks hindered it that only dead runs had left.

    They are removed by restic's own rule: those of ended processes of this PC, and those not renewed for half an hour. A lock that
    somebody still holds stays, and then shows as `LOCKED`.
    """
    outcome = command()
    failed = outcome.ending is Ending.EXITED and outcome.status in (restic.FAILED, restic.LOCKED)
    if failed and _hindering(opened, exclusive=exclusive):
        opened.restic.run("unlock")
        if not _hindering(opened, exclusive=exclusive):
            return command()
    return outcome


def _hindering(opened: Opened, *, exclusive: bool) -> list[dict[str, Any]]:
    return [lock for lock in holders(opened) if exclusive or lock.get("exclusive")]


def _create(access: Access, runner: Restic, *, create: bool) -> None:
    if access.known:
        raise RunError(
            BackupProblem.UNREACHABLE,
            msg("Le dépôt n’est plus à sa place\u00a0: {place}. Le disque est-il branché\u202f?", place=access.destination.location),
        )
    if not create:
        raise RunError(BackupProblem.NOT_A_REPOSITORY, msg("Il n’y a encore aucune sauvegarde à cette adresse."))
    outcome = runner.run("init")
    if outcome.ending is Ending.CANCELLED:
        raise RunError(BackupProblem.CANCELLED, msg("Arrêtée à votre demande."))
    if not outcome.ok:
        full = _full(access)
        if full is not None:
            raise RunError(BackupProblem.FULL_DISK, full)
        raise RunError(BackupProblem.REFUSED, msg("Le dépôt n’a pas pu être créé à cette adresse."))


def _identity(access: Access, runner: Restic, look: Look, *, create: bool) -> str:
    """The repository's own id, which proves that the password fits."""
    outcome = runner.run("cat", ("--no-lock",), ("config",))
    unsure = not outcome.ok and look.found is Found.UNKNOWN and outcome.code in (restic.FAILED, restic.NO_REPOSITORY)
    # S3 and SFTP: an old restic does not say whether there is none. Creating one never harms one that is there.
    if unsure and create and not access.known and runner.run("init").ok:
        outcome = runner.run("cat", ("--no-lock",), ("config",))
    if outcome.ok and (documents := outcome.documents) and isinstance(documents[0], dict):
        return str(documents[0].get("id", ""))
    if outcome.ending is Ending.CANCELLED:
        raise RunError(BackupProblem.CANCELLED, msg("Arrêtée à votre demande."))
    if outcome.ending is Ending.TIMED_OUT:
        raise RunError(BackupProblem.UNREACHABLE, msg("Le dépôt ne répond pas à temps."))
    if outcome.code == restic.WRONG_PASSWORD or look.found is Found.REPOSITORY:
        raise RunError(BackupProblem.WRONG_PASSWORD, msg("Le mot de passe gardé sur ce poste n’ouvre pas ce dépôt."))
    if outcome.code == restic.NO_REPOSITORY:
        raise RunError(BackupProblem.NOT_A_REPOSITORY, msg("Il n’y a pas de dépôt à cette adresse."))
    raise RunError(
        BackupProblem.REFUSED, msg("Le dépôt ne s’ouvre pas\u00a0: adresse, identifiant ou mot de passe refusé par la destination.")
    )


def _locked(locks: list[dict[str, Any]]) -> RunError:
    who = ", ".join(sorted({str(lock.get("hostname", "?")) for lock in locks})) or "?"
    mine = who == platform.node()
    text = (
        msg("Une autre opération de ce poste tient le dépôt.")
        if mine
        else msg("Le dépôt est tenu par une opération en cours sur «\u00a0{who}\u00a0».", who=who)
    )
    return RunError(BackupProblem.LOCKED, text)


def _full(access: Access) -> Text | None:
    """Which disk is full, if one is: the destination's, ours, or that of temporary files."""
    folders = [Path(access.destination.location)] if access.destination.kind is DestinationKind.FOLDER else []
    for folder in (*folders, access.data_folder, Path(tempfile.gettempdir())):
        if folder.is_dir() and (found := repository_look.no_room(folder)) is not None:
            return found
    return None
