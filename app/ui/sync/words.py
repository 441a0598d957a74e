"""The exchange with the server in words: the chip, its popover and the settings say the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.formatting import PARIS
from app.domain.text import tr, trn
from app.ui.theme import State

if TYPE_CHECKING:
    from app.ui.sync.state import SyncView


@dataclass(frozen=True)
class ChipLook:
    """Icon, state and word of the chip; `whole` is what a screen reader says."""

    icon_name: str
    state: State
    text: str
    whole: str


def chip_look(view: SyncView) -> ChipLook:
    """What wants attention first: stopped, then conflicts, then no network, then what waits."""
    if view.phase in ("unknown", "local") and not view.connected and not view.conflicts:
        look = (
            ("hard-drive", "neutral", tr("Local")) if view.phase == "local" or view.status is None else ("cloud", "neutral", tr("Serveur"))
        )
    elif view.phase == "stopped":
        look = ("cloud-alert", "danger", tr("Arrêté"))
    elif view.conflicts:
        look = ("git-compare-arrows", "warning", trn("{n} conflit", "{n} conflits", view.conflicts))
    elif view.phase == "offline":
        waiting = trn("{n} en attente", "{n} en attente", view.pending) if view.pending else ""
        look = ("cloud-off", "warning", tr("Hors ligne · {waiting}", waiting=waiting) if waiting else tr("Hors ligne"))
    elif view.first:
        look = ("refresh-cw", "info", tr("Premier échange…"))
    elif view.pending:
        look = ("cloud-upload", "info", trn("{n} en attente", "{n} en attente", view.pending))
    else:
        look = ("cloud-check", "ok", tr("À jour"))
    icon_name, state, text = look
    return ChipLook(icon_name, state, text, tr("État de la synchronisation\u00a0: {state}", state=text))  # type: ignore[arg-type]


def headline(view: SyncView) -> str:
    """How it stands, as a title."""
    if view.leaving:
        return tr("Déconnexion…")
    if view.phase == "stopped":
        return tr("La synchronisation est arrêtée")
    if view.phase == "offline" and view.first:
        return tr("Hors ligne\u00a0: le premier échange reprendra tout seul")
    if view.phase == "offline":
        return tr("Hors ligne\u00a0: vous pouvez continuer à travailler")
    if view.first:
        return tr("Premier échange avec le serveur")
    if view.phase == "exchanging" and view.progress is not None and view.progress.total:
        return tr("Échange en cours")
    if view.conflicts:
        return decisions_wait(view.conflicts)
    if view.pending:
        return tr("Des changements attendent de partir")
    return tr("Tout est à jour")


def decisions_wait(count: int) -> str:
    """How many decisions there are to take."""
    return trn("{n} décision vous attend", "{n} décisions vous attendent", count)


def when(moment: datetime, now: datetime, language: str) -> str:
    """A moment not long ago: `aujourd’hui à 14:05`, or its day and hour."""
    from app.domain import formatting

    local = moment.astimezone(PARIS)
    if local.date() == now.astimezone(PARIS).date():
        return tr("aujourd’hui à {hour}", hour=f"{local:%H:%M}")
    return formatting.date_time(moment, language)


def facts(view: SyncView, now: datetime, language: str) -> list[tuple[str, str]]:
    """Names and values, for a table of two columns."""
    status = view.status
    if status is None or not status.connected:
        return []
    found = [
        (tr("Entreprise"), status.organisation),
        (tr("Serveur"), status.url),
        (tr("Poste"), status.device_letter),
        (tr("Dernier échange"), when(status.last_at, now, language) if status.last_at else tr("pas encore")),
        (tr("En attente"), trn("{n} changement", "{n} changements", status.pending) if status.pending else tr("rien")),
    ]
    if view.next_try is not None:
        found.append((tr("Prochain essai"), tr("à {hour}", hour=f"{view.next_try.astimezone(PARIS):%H:%M:%S}")))
    return found


def skew_words(skew: float) -> str:
    """That the clocks differ; nothing is decided by them."""
    minutes = max(1, round(abs(skew) / 60))
    if skew > 0:
        return trn(
            "L’horloge de ce PC avance de {n} minute sur celle du serveur. Réglez-la\u00a0: vos dates et heures seraient fausses.",
            "L’horloge de ce PC avance de {n} minutes sur celle du serveur. Réglez-la\u00a0: vos dates et heures seraient fausses.",
            minutes,
        )
    return trn(
        "L’horloge de ce PC retarde de {n} minute sur celle du serveur. Réglez-la\u00a0: vos dates et heures seraient fausses.",
        "L’horloge de ce PC retarde de {n} minutes sur celle du serveur. Réglez-la\u00a0: vos dates et heures seraient fausses.",
        minutes,
    )
