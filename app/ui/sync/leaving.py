"""What is asked before this computer leaves its server: on the welcome screen and in the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.text import tr, trn
from app.ui.widgets import ask


def what_leaving_means(pending: int) -> str:
    """What stays, and that `pending` changes have not been sent."""
    text = tr("Toutes les données restent sur ce PC. Pour revenir, il faudra un nouveau code.")
    if not pending:
        return text
    waiting = trn(
        "{n} changement n’est pas encore parti\u00a0: il restera ici seulement.",
        "{n} changements ne sont pas encore partis\u00a0: ils resteront ici seulement.",
        pending,
    )
    return f"{text}\n\n{waiting}"


def ask_to_leave(parent: QWidget, text: str) -> bool:
    """Ask, and wait for the answer."""
    return ask(parent, tr("Déconnecter ce poste"), text, tr("Déconnecter"), danger=True)
