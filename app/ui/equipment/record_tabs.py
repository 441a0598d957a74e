"""The tabs of the panel that list records: assignments, documents, history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.cover import type_label
from app.domain.records import OPEN_REQUESTS, RUNNING_CLAIMS
from app.domain.records import label as enum_label
from app.domain.text import tr, trn
from app.ui import theme
from app.ui.documents.listing import kind_icon, kind_name
from app.ui.equipment.record_list import Entry, RecordList
from app.ui.looks import CLAIM_LOOKS, REQUEST_LOOKS
from app.ui.widgets import EmptyState, button, line, reveal, row

if TYPE_CHECKING:
    from app.domain.values.claims import ClaimRow
    from app.domain.values.documents import DocumentRow
    from app.domain.values.equipment import AssignmentEntry
    from app.domain.values.office import HistoryEntry
    from app.domain.values.support import RequestRow


class ListTab(QWidget):
    """A list, or what to say where it is empty."""

    def __init__(self, name: str, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RecordList(name)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, theme.SPACE.small, theme.SPACE.medium)
        self.column.setSpacing(theme.SPACE.small)
        self.column.addWidget(body, 1)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other records."""
        self.list.show_entries(entries)
        self._stack.setCurrentIndex(0 if entries else 1)

    @property
    def is_empty(self) -> bool:
        """Whether the empty state is shown."""
        return self._stack.currentIndex() == 1


class AskingTab(ListTab):
    """A list with a button below it that adds to it; the same button stands in the empty state."""

    def __init__(self, name: str, title: str, hint: str, icon_name: str, action: str, do: Callable[[], object]) -> None:
        super().__init__(name, EmptyState(title, hint, icon_name=icon_name, action=action, on_action=do))
        self.button = button(action, do, icon_name=icon_name)
        self._below = QWidget()
        self._below.setLayout(row(self.button, None))
        self.column.addWidget(self._below)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """See `ListTab`."""
        super().show_entries(entries)
        reveal(self._below, bool(entries))


class DocumentsTab(ListTab):
    """Files of the machine; new ones by button or dropped from the file manager.

    Signals:
        dropped(paths): files were dropped here.
        attach_asked(): the button to choose files.
    """

    dropped = Signal(list)
    attach_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = tr("Joignez une facture, un bon de livraison, une photo\u00a0: bouton ci-dessous, ou glissez le fichier ici.")
        super().__init__(tr("Documents"), EmptyState(tr("Aucun document"), hint, icon_name="paperclip"), parent)
        self.setAcceptDrops(True)
        self._drop = EmptyState(tr("Déposez pour joindre"), icon_name="download")
        self._stack.addWidget(self._drop)
        self._before = 0
        self.attach_button = button(tr("Joindre un fichier…"), self.attach_asked.emit, icon_name="paperclip")
        self.column.addWidget(line())
        self.column.addLayout(row(self.attach_button, None))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()
            self._before = self._stack.currentIndex()
            self._stack.setCurrentWidget(self._drop)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._stack.setCurrentIndex(self._before)

    def dropEvent(self, event: QDropEvent) -> None:
        self._stack.setCurrentIndex(self._before)
        if paths := files_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths)


def files_of(data: QMimeData) -> list[Path]:
    """The local files that are dragged; folders and web addresses are not taken."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def request_entries(found: Sequence[RequestRow], language: str) -> list[Entry]:
    """What was asked for the machine, newest first; what is open stands out."""
    entries = []
    for one in found:
        state, icon_name = REQUEST_LOOKS[one.status]
        day = formatting.day(one.opened_at.astimezone(formatting.PARIS).date(), language)
        detail = " · ".join((day, one.number, enum_label(one.urgency).render(), enum_label(one.status).render()))
        entries.append(Entry(one.subject, detail, icon_name, state, one.id, strong=one.status in OPEN_REQUESTS))
    return entries


def claim_entries(found: Sequence[ClaimRow], now: datetime, language: str) -> list[Entry]:
    """What happened to the machine, the running claims first; those stand out."""
    entries = []
    for one in found:
        state, icon_name = CLAIM_LOOKS[one.status]
        if one.next_due_at is not None and one.next_due_at < now:
            state = "danger"
        detail = [formatting.day(one.happened_on, language), one.number, enum_label(one.status).render()]
        if one.next_due_at is not None:
            detail.append(tr("promis pour le {moment}", moment=one.next_due_at))
        if one.missing:
            detail.append(trn("{n} pièce à fournir", "{n} pièces à fournir", len(one.missing)))
        title = tr("{type}, {cover}", type=type_label(one.type), cover=_cover_words(one.covered))
        entries.append(Entry(title, " · ".join(detail), icon_name, state, one.id, strong=one.status in RUNNING_CLAIMS))
    return entries


def _cover_words(covered: bool | None) -> str:
    if covered is None:
        return tr("prise en charge inconnue")
    return tr("couvert") if covered else tr("non couvert")


def assignment_entries(found: Sequence[AssignmentEntry], today: date, language: str) -> list[Entry]:
    """Who had the machine, newest first; the one who has it now stands out."""
    entries = []
    for one in found:
        start = formatting.day(one.start, language)
        if one.end is None:
            days = (today - one.start).days
            since = trn("depuis {n} jour", "depuis {n} jours", days) if days > 0 else tr("dès maintenant")
            entries.append(
                Entry(one.person_name, tr("À partir du {start}, {since}", start=start, since=since), "user-check", "ok", strong=True)
            )
        else:
            end = formatting.day(one.end, language)
            entries.append(Entry(one.person_name, tr("Du {start} au {end}", start=start, end=end), "user"))
    return entries


def document_entries(found: Sequence[DocumentRow], language: str) -> list[Entry]:
    """Files, newest first."""
    return [
        Entry(
            document.title,
            f"{kind_name(document.kind)} · {formatting.day(document.created_at.astimezone(formatting.PARIS).date(), language)}",
            kind_icon(document.kind),
            record_id=document.id,
        )
        for document in found
    ]


_ACTION_ICONS = {"created": "plus", "deleted": "trash-2", "restored": "rotate-ccw", "assigned": "user-check", "returned": "undo-2"}


def history_entries(found: Sequence[HistoryEntry], language: str) -> list[Entry]:
    """What was changed, newest first, with the moment and who did it."""
    return [
        Entry(
            _sentence(one),
            " · ".join(filter(None, (formatting.date_time(one.at, language), one.actor))),
            _ACTION_ICONS.get(one.action, "pencil"),
        )
        for one in found
    ]


def _sentence(one: HistoryEntry) -> str:
    words = {"created": tr("Ajout de la machine"), "deleted": tr("Suppression"), "restored": tr("Suppression annulée")}
    if one.action in words:
        return words[one.action]
    if one.action == "assigned":
        return tr("Affectation à {name} à partir du {day}", name=one.new or "", day=one.field)
    if one.action == "returned":
        return tr("Fin de l’affectation à {name} le {day}", name=one.old or "", day=one.field)
    nothing = tr("rien")
    return tr("{field}\u00a0: {old} → {new}", field=one.field, old=one.old or nothing, new=one.new or nothing)
