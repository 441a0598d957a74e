"""The inbox in words: what happened, what its buttons do, what a decision did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.text import tr, trn
from app.ui.theme import State

if TYPE_CHECKING:
    from app.services.sync_inbox import InboxEntry

#: A kind of its own wherever the record is gone: nothing is left to do but to give up.
GONE = "gone"
#: In this order a decision about several is told: a low window may not have room for all of it.
_TOLD = ("kept", GONE, "deleted", "field", "moved", "refused")


def kind_badge(kind: str) -> tuple[State, str]:
    """What happened, in a word or two."""
    words: dict[str, tuple[State, str]] = {
        "field": ("warning", tr("Deux valeurs")),
        "deleted": ("warning", tr("Supprimé ailleurs")),
        "kept": ("warning", tr("Modifié ailleurs")),
        "refused": ("danger", tr("Refusé")),
        GONE: ("danger", tr("N’existe plus ici")),
    }
    return words.get(kind, ("warning", kind))


def kind_of(entry: InboxEntry) -> str:
    """Its kind, as far as the buttons are concerned."""
    return GONE if entry.gone else entry.kind


def moved(entry: InboxEntry) -> bool:
    """Whether the record has a third value by now, and no button brings theirs back."""
    return entry.kind == "field" and any(line.now is not None for line in entry.lines)


def choices(kind: str, *, moved: bool = False) -> tuple[str, str]:
    """The words of the two buttons: mine, theirs."""
    if kind == GONE:
        return tr("Laisser en attente"), tr("&Abandonner")
    if moved:
        return tr("Remettre le &mien"), tr("&Laisser la valeur actuelle")
    if kind == "refused":
        return tr("&Réessayer"), tr("&Abandonner")
    if kind == "deleted":
        return tr("&Restaurer avec le mien"), tr("&Laisser supprimé")
    if kind == "kept":
        return tr("Supprimer quand &même"), tr("&Garder l’enregistrement")
    return tr("Garder le &mien"), tr("Garder le &leur")


def sentence(entry: InboxEntry) -> str:
    """What happened, in whole sentences."""
    by = entry.by or tr("un autre poste")
    if entry.gone:
        return tr("L’enregistrement n’existe plus sur ce poste\u00a0: ce que vous aviez saisi peut seulement être abandonné.")
    if moved(entry):
        return tr("Changé ici et par {by} sans que l’un ait vu l’autre. Une valeur plus récente est en place depuis.", by=by)
    if entry.kind == "field":
        return tr("Changé ici et par {by} sans que l’un ait vu l’autre. La valeur du serveur est en place jusqu’à votre choix.", by=by)
    if entry.kind == "deleted" and not entry.by:
        return tr("Un autre poste l’a supprimé pendant que vous le modifiiez ici. Vos changements sont gardés jusqu’à votre choix.")
    if entry.kind == "deleted":
        return tr("{by} l’a supprimé pendant que vous le modifiiez ici. Vos changements sont gardés jusqu’à votre choix.", by=by)
    if entry.kind == "kept":
        return tr("Vous l’avez supprimé ici pendant que {by} le modifiait. Il est revenu jusqu’à votre choix.", by=by)
    return tr("Le serveur n’a pas accepté ce changement. Ce que vous aviez saisi est gardé jusqu’à votre choix.")


def records_deleted(entries: Sequence[InboxEntry]) -> int:
    """How many records choosing the own side deletes."""
    return len({entry.row for entry in entries if entry.deletes})


def deletion_question(entries: Sequence[InboxEntry]) -> tuple[str, str]:
    """Title and text of what is asked before several decisions that delete."""
    count = records_deleted(entries)
    others = sum(1 for entry in entries if not entry.deletes and not entry.gone)
    text = trn("{n} enregistrement sera supprimé.", "{n} enregistrements seront supprimés.", count)
    if others:
        text += " " + trn("{n} autre décision sera prise en même temps.", "{n} autres décisions seront prises en même temps.", others)
    return trn("Supprimer {n} enregistrement\u202f?", "Supprimer {n} enregistrements\u202f?", count), text


def decided_words(entries: Sequence[InboxEntry], choice: str, settled: Collection[UUID], left: Collection[UUID]) -> str:
    """What a decision did, deletions first. `settled` of `entries`; `left`: those that still wait, as their record is gone."""
    counts = Counter(_outcome(entry, choice) for entry in entries if entry.id in settled)
    words = {outcome: (_mine if choice == "mine" else _theirs)(outcome, count) for outcome, count in counts.items()}
    if left:
        words[GONE] = trn("{n} laissé en attente, il n’existe plus ici", "{n} laissés en attente, ils n’existent plus ici", len(left))
    return " · ".join(words[outcome] for outcome in _TOLD if outcome in words)


def _outcome(entry: InboxEntry, choice: str) -> str:
    if choice == "theirs" and moved(entry):
        return "moved"
    return "refused" if entry.gone else entry.kind


def _mine(outcome: str, count: int) -> str:
    if outcome == "deleted":
        return trn("{n} enregistrement restauré", "{n} enregistrements restaurés", count)
    if outcome == "kept":
        return trn("{n} enregistrement supprimé", "{n} enregistrements supprimés", count)
    if outcome == "refused":
        return trn("{n} changement essayé de nouveau", "{n} changements essayés de nouveau", count)
    return trn("{n} valeur remise", "{n} valeurs remises", count)


def _theirs(outcome: str, count: int) -> str:
    if outcome == "deleted":
        return trn("{n} enregistrement laissé supprimé", "{n} enregistrements laissés supprimés", count)
    if outcome == "kept":
        return trn("{n} enregistrement gardé", "{n} enregistrements gardés", count)
    if outcome == "refused":
        return trn("{n} changement abandonné", "{n} changements abandonnés", count)
    if outcome == "moved":
        return trn("{n} valeur actuelle laissée", "{n} valeurs actuelles laissées", count)
    return trn("{n} valeur du serveur gardée", "{n} valeurs du serveur gardées", count)
