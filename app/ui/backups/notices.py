"""What stands in the way of this PC's backups, each with what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.backup_problems import BackupProblem, next_step, problem_label
from app.domain.records import BackupResult
from app.domain.text import tr
from app.ui import theme
from app.ui.icons import STATE_ICONS
from app.ui.theme import State
from app.ui.widgets import IconLabel, button, row, text_label

if TYPE_CHECKING:
    from app.domain.values.backups import BackupOverview, ToolInfo

#: Problems that are solved by typing the repository's password.
_NEEDS_PASSWORD = (BackupProblem.NO_PASSWORD, BackupProblem.WRONG_PASSWORD)
_NEEDS_PLAN = (
    BackupProblem.REFUSED,
    BackupProblem.NOT_A_REPOSITORY,
    BackupProblem.FULL_DISK,
    BackupProblem.NOT_WRITABLE,
    BackupProblem.MISSING_SOURCE,
)


@dataclass(frozen=True)
class Notice:
    """A sentence, how bad it is, and the keys of the actions that help."""

    key: str
    state: State
    text: str
    actions: tuple[str, ...] = ()


def notices(overview: BackupOverview, tool: ToolInfo | None, *, busy: bool) -> list[Notice]:
    """What is to be told of this PC's backups, the worst first. Nothing before there is a plan, but a missing restic."""
    found: list[Notice] = []
    if tool is not None and not tool.ok:
        found.append(Notice("tool", "danger", f"{tool.detail} {how_to_get()}", ("find_tool", "look_again")))
    if overview.plan is None:
        return found
    last = overview.this_pc_state.last_report if overview.this_pc_state is not None else None
    asks_password = False
    if last is not None and last.result is BackupResult.FAILED and last.problem is not BackupProblem.MISSING:
        asks_password = last.problem in _NEEDS_PASSWORD
        actions = ("password",) if asks_password else ("plan",) if last.problem in _NEEDS_PLAN else ()
        name = problem_label(last.problem).render() if last.problem is not None else tr("Échec de la dernière sauvegarde")
        step = next_step(last.problem).render() if last.problem is not None else ""
        found.append(Notice("failed", "danger", " ".join(filter(None, (tr("{name}.", name=name), last.message, step))), actions))
    damage = overview.this_pc_state.damage if overview.this_pc_state is not None else None
    if damage is not None and (last is None or last.problem is not BackupProblem.DAMAGED):
        said = tr("{name}, d’après la dernière vérification.", name=problem_label(BackupProblem.DAMAGED))
        found.append(Notice("damaged", "danger", f"{said} {damage.message} {next_step(BackupProblem.DAMAGED)}", ("verify",)))
    if not overview.password_known and not asks_password:
        text = tr("Le mot de passe du dépôt n’est pas connu de ce poste\u00a0: sans lui, aucune sauvegarde ne peut se faire.")
        found.append(Notice("password", "warning", text, ("password",)))
    if not overview.keyring_works:
        found.append(Notice("keyring", "warning", overview.keyring_detail.render()))
    if overview.running and not busy:
        text = tr("Une opération est en cours dans un autre programme, par exemple le planificateur du système.")
        found.append(Notice("elsewhere", "info", text, ("reload",)))
    return found


def how_to_get() -> str:
    """Where restic comes from, on this system."""
    if sys.platform == "win32":
        return tr(
            "Il est fourni avec Parclair\u00a0: réinstallez Parclair, ou installez-le par «\u00a0winget install restic.restic\u00a0»."
        )
    if sys.platform == "darwin":
        return tr("Installez-le par «\u00a0brew install restic\u00a0», ou indiquez où il se trouve.")
    return tr("Installez le paquet «\u00a0restic\u00a0» de votre système, ou indiquez où il se trouve.")


class NoticeRow(QWidget):
    """One notice with its buttons."""

    def __init__(self, notice: Notice, act: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.buttons = {key: button(_titles()[key], lambda key=key: act(key)) for key in notice.actions}  # type: ignore[misc]
        text = text_label(notice.text, wrap=True, selectable=True)
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        text.setMinimumWidth(160)
        layout = row()
        layout.addWidget(IconLabel(STATE_ICONS[notice.state], notice.state))
        layout.addWidget(text, 1)
        for made in self.buttons.values():
            layout.addWidget(made)
        layout.setContentsMargins(0, theme.SPACE.hair, 0, theme.SPACE.hair)
        self.setLayout(layout)
        self.setAccessibleName(notice.text)


def _titles() -> dict[str, str]:
    return {
        "find_tool": tr("Indiquer où il est…"),
        "look_again": tr("Chercher de nouveau"),
        "password": tr("Saisir le mot de passe…"),
        "plan": tr("Modifier le plan…"),
        "verify": tr("Vérifier de nouveau"),
        "reload": tr("Actualiser"),
    }
