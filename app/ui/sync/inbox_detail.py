"""One conflict or refusal: both values side by side, whose they are and since when, and the two buttons that settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.text import Text, tr, trn
from app.ui import theme
from app.ui.icons import icon
from app.ui.screen import Route
from app.ui.sync.inbox_words import GONE, choices, kind_badge, kind_of, moved, sentence
from app.ui.sync.long_values import LongLabel
from app.ui.widgets import IconLabel, SectionCard, StateBadge, button, clear_layout, column, reveal, row, scrolled, text_label

if TYPE_CHECKING:
    from app.services.sync_inbox import InboxEntry, InboxLine

#: Where a record's sheet is, by its type.
_SHEETS = {
    "equipment": ("equipment", None),
    "contract": ("contracts", None),
    "support_request": ("support", None),
    "site": ("settings", "site"),
    "person": ("settings", "person"),
}


def sheet_route(entry: InboxEntry) -> Route | None:
    """Where the record's sheet is; none for records without one, and for deleted ones."""
    place = _SHEETS.get(entry.type)
    gone = entry.gone or entry.kind == "deleted" or (entry.kind == "refused" and entry.op == "put")
    return None if place is None or gone else Route(place[0], entry.row, place[1])


class InboxDetail(SectionCard):
    """Shows one entry, or how many are chosen. `decide("mine" | "theirs")` and `follow(route)` are what its buttons do."""

    def __init__(self, decide: Callable[[str], object], follow: Callable[[Route], object]) -> None:
        super().__init__()
        self._decide, self._follow = decide, follow
        self._lines = column(spacing=theme.SPACE.small)
        holder = QWidget()
        holder.setLayout(self._lines)
        self.mine_button = button(tr("Garder le &mien"), lambda: decide("mine"), kind="primary", icon_name="monitor")
        self.theirs_button = button(tr("Garder le &leur"), lambda: decide("theirs"), icon_name="cloud")
        self.sheet_button = button(tr("&Ouvrir la fiche"), self._open, icon_name="external-link")
        self.body.addLayout(row(self.mine_button, self.theirs_button, None, self.sheet_button))
        self.add(scrolled(holder), 1)
        self._route: Route | None = None

    def show_entries(self, entries: Sequence[InboxEntry], language: str) -> None:
        """Show what is chosen in the list."""
        clear_layout(self._lines)
        several = len(entries) != 1
        kinds = {kind_of(entry) for entry in entries}
        asked = kinds - {GONE} or kinds
        kind = next(iter(asked)) if len(asked) == 1 else "field"
        mine, theirs = choices(kind, moved=not several and kind != GONE and moved(entries[0]))
        deletes = any(entry.deletes for entry in entries)
        if several and deletes:
            mine += "…"  # it asks first
        theme.set_kind(self.mine_button, "danger" if deletes else "primary")
        self.mine_button.setIcon(icon("trash-2" if deletes else "monitor", "danger" if deletes else "on_accent", "left"))
        reveal(self.mine_button, kinds != {GONE})
        for made, text in ((self.mine_button, mine), (self.theirs_button, theirs)):
            made.setText(text)
            made.setAccessibleName(text.replace("&", ""))
        self._route = None if several else sheet_route(entries[0])
        reveal(self.sheet_button, self._route is not None)
        if several:
            self._lines.addWidget(text_label(trn("{n} choisi", "{n} choisis", len(entries)), "subheading"))
            self._lines.addWidget(text_label(tr("Les deux boutons décident pour tous."), "muted", wrap=True))
            self._lines.addWidget(_summary(entries, mine.removesuffix("…"), theirs))
            if _same_field(entries):
                later = tr("Plusieurs concernent le même champ\u00a0: de vos valeurs, la plus récente l’emporte.")
                self._lines.addWidget(text_label(later, "muted", wrap=True))
        else:
            self._show_one(entries[0], language)
        self._lines.addStretch(1)

    def set_ready(self, on: bool) -> None:
        """Whether the two buttons decide; otherwise they wait."""
        self.mine_button.setEnabled(on)
        self.theirs_button.setEnabled(on)

    def _show_one(self, entry: InboxEntry, language: str) -> None:
        state, word = kind_badge(entry.kind)
        name = entry.type_label.render()
        title = LongLabel(tr("{type}\u00a0: {title}", type=name, title=entry.title) if entry.title else name, "subheading")
        head = row(StateBadge(state, word), spacing=theme.SPACE.medium)
        head.addWidget(title, 1)
        self._lines.addLayout(head)
        self._lines.addWidget(text_label(sentence(entry), wrap=True))
        if entry.also:
            words = trn(
                "{n} autre valeur de ce champ attend aussi votre choix.",
                "{n} autres valeurs de ce champ attendent aussi votre choix.",
                entry.also,
            )
            self._lines.addWidget(text_label(words, "muted", wrap=True))
        if entry.reason is not None:
            line = row(IconLabel("octagon-alert", "danger"))
            line.addWidget(LongLabel(entry.reason.render(), "strong"), 1)
            self._lines.addLayout(line)
        self._lines.addWidget(_grid(entry, language))

    def _open(self) -> None:
        if self._route is not None:
            self._follow(self._route)


def _table() -> tuple[QWidget, QGridLayout]:
    """A grid in a widget of its own, with which all that is in it goes."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SPACE.large)
    grid.setVerticalSpacing(theme.SPACE.small)
    return table, grid


def _summary(entries: Sequence[InboxEntry], mine: str, theirs: str) -> QWidget:
    """What either button does to each kind of what is chosen."""
    table, grid = _table()
    grid.setColumnStretch(3, 1)
    for column_number, words in ((1, mine), (2, theirs)):
        grid.addWidget(text_label(words.replace("&", ""), "overline"), 0, column_number)
    counts = Counter(kind_of(entry) for entry in entries)
    for line_number, (kind, count) in enumerate(counts.items(), 1):
        state, word = kind_badge(kind)
        grid.addWidget(StateBadge(state, tr("{word}\u00a0: {n}", word=word, n=count)), line_number, 0, Qt.AlignmentFlag.AlignLeft)
        for column_number, words in enumerate(choices(kind), 1):
            grid.addWidget(text_label(words.replace("&", "")), line_number, column_number)
    return table


def _same_field(entries: Sequence[InboxEntry]) -> bool:
    fields = [(entry.row, entry.field) for entry in entries if entry.kind == "field"]
    return len(set(fields)) < len(fields)


def _grid(entry: InboxEntry, language: str) -> QWidget:
    table, grid = _table()
    grid.setColumnMinimumWidth(0, 120)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    top = Qt.AlignmentFlag.AlignTop
    heads = (
        (tr("Le mien"), _who(entry.mine_by or tr("ce poste"), entry.mine_at or entry.found_at, language)),
        (tr("Le leur"), _who(entry.by or tr("le serveur"), entry.at, language)),
    )
    for place, (title, who) in enumerate(heads, 1):
        grid.addWidget(text_label(title, "overline"), 0, place)
        grid.addWidget(_top(LongLabel(who, "muted")), 1, place)
    before: InboxLine | None = None
    for place, line in enumerate(entry.lines, 2):
        grid.addWidget(text_label(line.label.render(language), "muted", wrap=True), place, 0, top)
        # That the record is gone is said once, not at each of its fields.
        if before is None or before.mine != line.mine or line.mine.values:
            grid.addWidget(_value(line.mine, language), place, 1)
        if before is None or before.theirs != line.theirs or line.theirs.values:
            grid.addWidget(_value(line.theirs, language), place, 2)
        before = line if entry.kind != "field" else None
        if line.now is not None:
            grid.addWidget(text_label(tr("Valeur actuelle"), "muted", wrap=True), place + 1, 0, top)
            grid.addWidget(_top(LongLabel(line.now.render(language), selectable=True)), place + 1, 1, 1, 2)
    return table


def _value(value: Text, language: str) -> QWidget:
    return _top(LongLabel(value.render(language), "strong", selectable=True))


def _top(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label


def _who(name: str, moment: datetime | None, language: str) -> str:
    from app.domain import formatting

    return name if moment is None else tr("{name}, le {moment}", name=name, moment=formatting.date_time(moment, language))
