"""Change some fields of many machines at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from app.domain.errors import InputError, UserError
from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership
from app.domain.text import tr, trn
from app.ui import theme
from app.ui.equipment.choices import Choices
from app.ui.equipment.dialog import RecordDialog
from app.ui.equipment.words import TITLES
from app.ui.screen import ScreenContext
from app.ui.tasks import Progress, TaskControl
from app.ui.widgets import DateField, choice_combo, enum_combo, expected, mark_invalid, read_editor, select_data

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentRow

FIELDS = (
    "status",
    "kind",
    "manufacturer",
    "model",
    "condition",
    "ownership",
    "contract_id",
    "site_id",
    "purchase_date",
    "warranty_end",
)
"""The service's `BULK_FIELDS`, in the order of the dialog."""

SHOWS_PROGRESS = 1_000
"""Fewer machines are done before anybody has read a number."""

Previous = Mapping[UUID, Mapping[str, Any]]


@dataclass(frozen=True)
class BulkResult:
    """How many machines were really changed, and what they held before, unless they were too many to be kept."""

    changed: int
    previous: Previous | None


@dataclass(frozen=True)
class Selection:
    """The machines to change, the value of each field in which they are alike, and whether the change can be taken back."""

    ids: Sequence[UUID]
    shared: Mapping[str, Any]
    keeps_previous: bool = True


def read_selection(rows: Sequence[EquipmentRow]) -> Selection:
    """What `rows` have in common. Thread: any; too long for Qt's with all machines of a large office."""
    shared = {}
    for name in FIELDS:
        shown = {"site_id": "site_name", "contract_id": "contract_number"}.get(name, name)
        found = {getattr(row, shown) for row in rows}
        if len(found) == 1:
            shared[name] = found.pop()
    return Selection([row.id for row in rows], shared)


class BulkDialog(RecordDialog):
    """Each field has a box: ticked, it is changed on every machine. Typing or choosing ticks it."""

    can_stop = True

    def __init__(
        self,
        context: ScreenContext,
        choices: Choices,
        selection: Selection,
        saved: Callable[[BulkResult], object],
        parent: QWidget,
    ) -> None:
        n = len(selection.ids)
        super().__init__(
            trn("Modifier {n} machine", "Modifier {n} machines", n),
            trn("Modifier {n} machine", "Modifier {n} machines", n),
            parent,
            lead=_lead(selection),
        )
        self._given_up = Event()
        self._context, self._selection, self._saved = context, selection, saved
        self.boxes: dict[str, QCheckBox] = {}
        self.editors: dict[str, QWidget] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE.large)
        grid.setVerticalSpacing(theme.SPACE.small)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(FIELDS):
            editor = self._editor(name, choices)
            box = QCheckBox(TITLES[name].render())
            box.toggled.connect(self._toggled)
            editor.setAccessibleName(TITLES[name].render())
            self._watch(editor, box)
            self.boxes[name], self.editors[name] = box, editor
            grid.addWidget(box, place, 0)
            grid.addWidget(editor, place, 1, Qt.AlignmentFlag.AlignLeft if isinstance(editor, DateField) else Qt.AlignmentFlag(0))
        self.content.addLayout(grid)
        self.content.addStretch(1)
        self.setMinimumWidth(min(520, parent.window().width() - 48))
        self.save_button.setEnabled(False)
        self.boxes[FIELDS[0]].setFocus()

    def _editor(self, name: str, choices: Choices) -> QWidget:
        shared = self._selection.shared.get(name, _DIFFERENT)
        enums = {"kind": EquipmentKind, "status": EquipmentStatus, "condition": EquipmentCondition, "ownership": Ownership}
        if name in enums:
            return _maybe_different(enum_combo(list(enums[name]), shared), shared is _DIFFERENT)
        if name in ("site_id", "contract_id"):
            offered = choices.sites if name == "site_id" else choices.contracts
            combo = choice_combo(offered, empty=tr("Aucun site") if name == "site_id" else tr("Aucun contrat"))
            if shared is not _DIFFERENT:
                select_data(combo, _id_of(str(shared), offered))
            return _maybe_different(combo, shared is _DIFFERENT)
        editor = DateField(name) if name in ("purchase_date", "warranty_end") else QLineEdit()
        if shared is _DIFFERENT:
            editor.setPlaceholderText(tr("Valeurs différentes"))
        elif isinstance(editor, DateField):
            editor.set_value(shared)
        else:
            editor.setText(shared)
        return editor

    def _watch(self, editor: QWidget, box: QCheckBox) -> None:
        def changed() -> None:
            mark_invalid(editor, False)
            box.setChecked(True)

        if isinstance(editor, QComboBox):
            editor.activated.connect(changed)
            editor.currentIndexChanged.connect(changed)
        elif isinstance(editor, QLineEdit):
            editor.textChanged.connect(changed)

    def _toggled(self) -> None:
        self.mark_dirty()
        self.save_button.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _given(self) -> dict[str, Any] | None:
        """The values of the ticked fields; `None` when one cannot be."""
        given: dict[str, Any] = {}
        for name, box in self.boxes.items():
            if not box.isChecked():
                continue
            editor = self.editors[name]
            try:
                if isinstance(editor, QComboBox) and editor.currentIndex() < 0:
                    self._refuse(name, tr("Choisissez une valeur, ou décochez ce champ."))
                    return None
                given[name] = read_editor(editor)
            except InputError as error:
                self._refuse(name, expected(error.allowed))
                return None
        return given

    def _refuse(self, name: str, text: str) -> None:
        mark_invalid(self.editors[name], True)
        self.editors[name].setFocus()
        self.tell_wrong(tr("{field}\u00a0: {problem}", field=TITLES[name].render(), problem=text))

    def submit(self) -> None:
        """Change the ticked fields on every machine, all or none."""
        given = self._given()
        if not given:
            return
        services, selection, given_up = self._context.services.equipment, self._selection, self._given_up
        ids = selection.ids

        def change(control: TaskControl) -> BulkResult | None:
            def step(done: int) -> None:
                control.report(done, len(ids))
                if given_up.is_set():
                    raise _GivenUpError

            previous = services.values(ids, given) if selection.keeps_previous else None
            try:
                return BulkResult(services.bulk_change(ids, given, step), previous)
            except _GivenUpError:
                return None

        given_up.clear()
        self.set_busy(True)
        self._context.tasks.run(change, self._done, self._failed, self, progress=self._progressed)

    def reject(self) -> None:
        """While the machines are changed: stop, and take back those done so far. Otherwise leave."""
        if self._working:
            self._given_up.set()
            self.tell_busy(tr("Arrêt…"))
        else:
            super().reject()

    def _progressed(self, progress: Progress) -> None:
        if progress.total > SHOWS_PROGRESS and not self._given_up.is_set():
            self.tell_busy(tr("{done} machines sur {total}…", done=progress.done, total=progress.total))

    def _failed(self, error: UserError) -> None:
        self.refused(error)
        if isinstance(error, InputError) and error.field in self.editors:
            self._refuse(error.field, expected(error.allowed))

    def _done(self, result: BulkResult | None) -> None:
        if result is None:
            self.set_busy(False)
            self.tell_wrong(tr("Arrêté\u00a0: aucune machine n’a été modifiée."))
            return
        self.accept()
        self._saved(result)


class _GivenUpError(Exception):
    """The user stopped the change: what was done is taken back."""


def _lead(selection: Selection) -> str:
    lead = tr("Seuls les champs cochés sont modifiés, sur toutes les machines choisies.")
    if selection.keeps_previous:
        return lead
    many = tr("Elles sont trop nombreuses pour une annulation en un clic\u202f; l’historique de chacune garde ses anciennes valeurs.")
    return f"{lead} {many}"


_DIFFERENT = object()


def _maybe_different(combo: QComboBox, different: bool) -> QComboBox:
    if different:
        combo.setPlaceholderText(tr("Valeurs différentes"))
        combo.setCurrentIndex(-1)
    return combo


def _id_of(shown: str, offered: Sequence[tuple[UUID, str]]) -> UUID | None:
    """The choice for what the table shows: a site's name, or a contract's number, which its text starts with."""
    return next((known for known, text in offered if shown and (text == shown or text.startswith(f"{shown} · "))), None)
