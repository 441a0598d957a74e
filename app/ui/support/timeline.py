"""What happened to a request, oldest first: messages, changes of status, interventions, files, the rating."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import RatingValue
from app.domain.records import label as enum_label
from app.domain.text import tr, trn
from app.ui import theme
from app.ui.screen import Route, ScreenContext
from app.ui.support.attachment_tiles import Thumbnail
from app.ui.support.prepared_files import small_picture
from app.ui.support.words import KIND_ICONS, clock_time, minutes_text, moment, whole_minutes
from app.ui.widgets import IconLabel, StateBadge, button, clear_layout, column, row, text_label
from app.ui.widgets.basics import TextKind

if TYPE_CHECKING:
    from app.domain.values.documents import DocumentRow
    from app.domain.values.support import InterventionRow, RatingRow, RequestDetail, ThreadEntry

#: The newest ones are in sight at once; older ones when they are asked for.
SHOWN = 40
_ICONS = {
    "opened": "life-buoy",
    "message": "message-square",
    "status": "circle-dot",
    "appointment": "calendar-clock",
    "document": "paperclip",
    "rating": "smile",
}
_PICTURE = QSize(132, 88)
RATING_ICONS = {RatingValue.GREAT: ("smile", "ok"), RatingValue.NEUTRAL: ("meh", "warning"), RatingValue.POOR: ("frown", "danger")}


class Timeline(QWidget):
    """See the module. Thread: Qt's; pictures are decoded in the lane for files."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Historique de la demande"))
        self._context = context
        self._entries: tuple[ThreadEntry, ...] = ()
        self._description = ""
        self._all = False
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, theme.SPACE.small, theme.SPACE.small)
        self._body.setSpacing(theme.SPACE.medium)

    def show_entries(self, detail: RequestDetail, *, fresh: bool) -> None:
        """Show a request; `fresh` for another one, of which only the newest entries are shown at first."""
        if (detail.thread, detail.description) == (self._entries, self._description) and not fresh:
            return
        self._entries, self._description, self._all = detail.thread, detail.description, self._all and not fresh
        self._fill()

    def texts(self) -> list[str]:
        """What each entry in sight says, for tests and screen readers."""
        found = [item.widget() for place in range(self._body.count()) if (item := self._body.itemAt(place)) is not None]
        return [widget.accessibleName() for widget in found if widget is not None and widget.accessibleName()]

    def _fill(self) -> None:
        clear_layout(self._body)
        hidden = 0 if self._all else max(0, len(self._entries) - SHOWN)
        if hidden:
            more = trn("Afficher {n} entrée plus ancienne", "Afficher {n} entrées plus anciennes", hidden)
            self._body.addWidget(button(more, self._show_all, kind="link", icon_name="chevron-up"))
        for entry in self._entries[hidden:]:
            self._body.addWidget(self._entry(entry))
        self._body.addStretch(1)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _entry(self, entry: ThreadEntry) -> QWidget:
        holder = QWidget()
        icon_name, role = self._look(entry)
        when = moment(entry.at, self._context.services.clock.now(), self._context.language, "bound")
        head = " · ".join(filter(None, (entry.author, when)))
        words = column(text_label(head, "small"), spacing=theme.SPACE.hair)
        if entry.intervention is not None:
            words.addWidget(self._intervention(entry.intervention))
        elif entry.document is not None:
            words.addWidget(self._document(entry.document))
        elif entry.rating is not None:
            words.addWidget(_rating(entry.rating))
        elif entry.kind == "opened" and self._description:
            words.addWidget(text_label(self._description, wrap=True, selectable=True))
        elif entry.text:
            kind: TextKind = "body" if entry.kind == "message" else "muted"
            words.addWidget(text_label(entry.text, kind, wrap=True, selectable=True))
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACE.small)
        line.addWidget(IconLabel(icon_name, role), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        holder.setAccessibleName(". ".join(filter(None, (head, entry.text))))
        return holder

    @staticmethod
    def _look(entry: ThreadEntry) -> tuple[str, str]:
        if entry.intervention is not None:
            return KIND_ICONS[entry.intervention.kind], "accent"
        if entry.rating is not None:
            return RATING_ICONS[entry.rating.value]
        return _ICONS.get(entry.kind, "circle-dot"), "accent" if entry.kind in ("opened", "message") else "text_muted"

    def _intervention(self, done: InterventionRow) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        inside = column(spacing=theme.SPACE.tiny, margin=theme.SPACE.small)
        # The bar above says for how long: what stands in a thread does not move.
        words = intervention_words(done) if done.ended_at is not None else tr("{kind}, en cours", kind=enum_label(done.kind))
        inside.addWidget(text_label(words, "strong", wrap=True))
        if done.report:
            inside.addWidget(text_label(done.report, wrap=True, selectable=True))
        if done.ended_at is not None:
            inside.addLayout(row(*_counted(done), None))
        if done.teamviewer_session:
            inside.addWidget(text_label(tr("Session TeamViewer {id}", id=done.teamviewer_session), "muted", selectable=True))
        card.setLayout(inside)
        return card

    def _document(self, document: DocumentRow) -> QWidget:
        from app.ui.documents.listing import size_text

        holder = QWidget()
        line = row(spacing=theme.SPACE.small)
        if document.media_type.startswith("image/"):
            picture = Thumbnail(QImage(), _PICTURE)
            self._context.tasks.run(self._reader(document), picture.set_picture, lambda _: None, picture, lane="files")
            line.addWidget(picture)
        show = button(document.title, self._opener(document), kind="link", icon_name="external-link")
        show.setAccessibleName(tr("Ouvrir «\u00a0{name}\u00a0»", name=document.title))
        names = column(show, text_label(size_text(document.size), "small"), spacing=0)
        names.insertStretch(0, 1)
        names.addStretch(1)
        line.addLayout(names)
        line.addStretch(1)
        holder.setLayout(line)
        return holder

    def _reader(self, document: DocumentRow) -> Callable[[], QImage]:
        """Reads a small picture; one that another computer added is fetched first where there is a network."""
        services, sync = self._context.services, self._context.sync
        online = sync is not None and sync.view.phase in ("calm", "exchanging") and sync.view.connected

        def read() -> QImage:
            if online and not document.path.is_file():
                return small_picture(services.documents.content(document.id), _PICTURE)
            return small_picture(document.path, _PICTURE)

        return read

    def _opener(self, document: DocumentRow) -> Callable[[], None]:
        return lambda: self._context.navigate(Route("documents", document.id))


def running_words(running: InterventionRow, now: datetime) -> str:
    """`À distance, Paul, depuis 14 h 05 (27 min)`."""
    start = clock_time(running.started_at)
    minutes = minutes_text(whole_minutes(running.started_at, now))
    what = enum_label(running.kind)
    return tr("{kind}, {name}, depuis {start} ({minutes})", kind=what, name=running.technician, start=start, minutes=minutes)


def intervention_words(done: InterventionRow) -> str:
    """`À distance, Paul, de 14 h 05 à 14 h 32 (27 min)`."""
    if done.ended_at is None:
        return ""
    what = enum_label(done.kind)
    return tr(
        "{kind}, {name}, de {start} à {end} ({minutes})",
        kind=what,
        name=done.technician,
        start=clock_time(done.started_at),
        end=clock_time(done.ended_at),
        minutes=minutes_text(done.minutes),
    )


def _counted(done: InterventionRow) -> list[QWidget]:
    found: list[QWidget] = []
    if done.to_check:
        return [StateBadge("neutral", tr("Prise en charge à vérifier"), "shield-question-mark")]
    if done.covered_minutes or not done.billable_minutes:
        found.append(StateBadge("ok", _covered_words(done.covered_minutes), "shield-check"))
    if done.billable_minutes:
        found.append(StateBadge("warning", tr("{minutes} à facturer", minutes=minutes_text(done.billable_minutes)), "euro"))
        if done.amount is not None:
            found.append(text_label(tr("{amount} HT", amount=done.amount), "strong"))
    return found


def _covered_words(minutes: int) -> str:
    """`1 min couverte`, `28 min couvertes`."""
    told = minutes_text(minutes)
    return tr("{minutes} couverte", minutes=told) if minutes < 2 else tr("{minutes} couvertes", minutes=told)


def _rating(rating: RatingRow) -> QWidget:
    holder = QWidget()
    inside = column(text_label(tr("Avis\u00a0: {value}", value=enum_label(rating.value)), "strong"), spacing=theme.SPACE.hair)
    if rating.comment:
        inside.addWidget(text_label(rating.comment, wrap=True, selectable=True))
    holder.setLayout(inside)
    return holder
