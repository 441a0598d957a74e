"""Add or change one machine: all its fields, grouped as one reads them on its label, its contract and its invoice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership
from app.domain.text import tr
from app.ui import theme
from app.ui.equipment.choices import Choices
from app.ui.equipment.dialog import RecordDialog
from app.ui.equipment.words import TITLES
from app.ui.screen import ScreenContext
from app.ui.widgets import AmountField, DateField, Form, FormField, choice_combo, enum_combo

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentSheet

WIDTH = 780


class EditDialog(RecordDialog):
    """`saved(id)` is called once the machine is kept. `sheet` is the machine to change; `None` adds one."""

    def __init__(
        self,
        context: ScreenContext,
        choices: Choices,
        sheet: EquipmentSheet | None,
        saved: Callable[[UUID], object],
        parent: QWidget,
        site_id: UUID | None = None,
    ) -> None:
        """`site_id` is where a new machine stands unless the user says otherwise."""
        title = tr("Ajouter un matériel") if sheet is None else tr("Modifier «\u00a0{name}\u00a0»", name=sheet.designation)
        super().__init__(title, tr("Ajouter") if sheet is None else tr("Enregistrer"), parent)
        self._context, self._sheet, self._saved = context, sheet, saved
        self.form = Form(columns=3)
        self._fill(choices, _values(sheet, site_id))
        self._before = self._read_all()
        self.form.changed.connect(self.mark_dirty)
        self.content.addWidget(self.form)
        self.content.addStretch(1)
        self.setMinimumWidth(min(WIDTH, parent.window().width() - 48))
        self.form.field("designation").editor.setFocus()

    def _fill(self, choices: Choices, values: Mapping[str, Any]) -> None:
        form = self.form
        form.section(tr("Identité"))
        form.add(self._text("designation", values, required=True), span=2)
        form.add(self._field("kind", enum_combo(list(EquipmentKind), values["kind"])))
        form.add(self._text("manufacturer", values))
        form.add(self._text("model", values))
        form.add(self._text("serial", values))
        form.add(self._text("inventory_number", values))
        form.add(self._field("status", enum_combo(list(EquipmentStatus), values["status"])))
        form.add(self._field("condition", enum_combo(list(EquipmentCondition), values["condition"])))
        form.section(tr("Propriété et contrat"))
        form.add(self._field("ownership", enum_combo(list(Ownership), values["ownership"])))
        form.add(self._field("contract_id", choice_combo(choices.contracts, values["contract_id"], empty=tr("Aucun contrat"))))
        form.add(self._field("site_id", choice_combo(choices.sites, values["site_id"], empty=tr("Aucun site"))))
        form.section(tr("Système"))
        form.add(self._text("os_name", values))
        form.add(self._text("os_version", values))
        form.add(self._text("teamviewer_id", values))
        form.add(self._text("licence_number", values))
        form.add(self._lines("specs", values, lines=2), span=2)
        form.section(tr("Achat et garantie"))
        form.add(self._field("purchase_date", DateField("purchase_date", values["purchase_date"])))
        form.add(self._field("purchase_price", AmountField("purchase_price", values["purchase_price"])))
        form.add(self._field("warranty_end", DateField("warranty_end", values["warranty_end"])))
        form.add(self._lines("notes", values, lines=3), span=3)

    @staticmethod
    def _field(name: str, editor: QWidget, *, required: bool = False) -> FormField:
        return FormField(name, TITLES[name].render(), editor, required=required)

    def _text(self, name: str, values: Mapping[str, Any], *, required: bool = False) -> FormField:
        return self._field(name, QLineEdit(values[name]), required=required)

    def _lines(self, name: str, values: Mapping[str, Any], *, lines: int) -> FormField:
        editor = QPlainTextEdit(values[name])
        editor.setFixedHeight(editor.fontMetrics().lineSpacing() * lines + theme.SPACE.large)
        return self._field(name, editor)

    def _read_all(self) -> dict[str, Any]:
        return {field.name: field.value() for field in self.form.fields if field.name != "designation"}

    def submit(self) -> None:
        """Keep the machine; only what was changed is written."""
        given = self.form.values()
        if given is None:
            return
        services, sheet, before = self._context.services.equipment, self._sheet, self._before
        self.set_busy(True)
        if sheet is None:
            self._context.tasks.run(lambda: services.add(given), self._done, lambda error: self.refused(error, self.form), self)
            return
        changed = {name: value for name, value in given.items() if name == "designation" or value != before[name]}
        known = sheet.id

        def change() -> UUID:
            services.change(known, changed)
            return known

        self._context.tasks.run(change, self._done, lambda error: self.refused(error, self.form), self)

    def _done(self, equipment_id: UUID) -> None:
        self.accept()
        self._saved(equipment_id)


def _values(sheet: EquipmentSheet | None, site_id: UUID | None) -> dict[str, Any]:
    if sheet is not None:
        return {name: getattr(sheet, name) for name in TITLES}
    empty: dict[str, Any] = dict.fromkeys(TITLES, "")
    return empty | {
        "kind": EquipmentKind.COMPUTER,
        "status": EquipmentStatus.IN_STOCK,
        "condition": EquipmentCondition.NEW,
        "ownership": Ownership.OWNED,
        "site_id": site_id,
        "contract_id": None,
        "purchase_date": None,
        "purchase_price": None,
        "warranty_end": None,
    }
