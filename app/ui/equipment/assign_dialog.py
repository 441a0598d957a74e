"""Give machines to somebody, or take them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.text import tr, trn
from app.ui.equipment.choices import people_choices
from app.ui.equipment.dialog import RecordDialog
from app.ui.equipment.person_field import PersonField
from app.ui.screen import ScreenContext
from app.ui.widgets import DateField, Form, FormField, IconLabel, row, text_label

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentRow, EquipmentSheet
    from app.domain.values.office import Person

    Machine = EquipmentRow | EquipmentSheet


class AssignDialog(RecordDialog):
    """Who gets the machines, and from which day. A name nobody has yet is added to the people on the way."""

    def __init__(
        self,
        context: ScreenContext,
        people: Sequence[Person],
        machines: Sequence[Machine],
        saved: Callable[[str], object],
        parent: QWidget,
        site_id: UUID | None = None,
    ) -> None:
        """`saved(name)` is called with the person's name; `site_id` is where somebody new works."""
        super().__init__(_title(machines), tr("Affecter"), parent, lead=_held_by(machines))
        self._context, self._saved, self._site_id = context, saved, site_id
        self._ids = [machine.id for machine in machines]
        self.person = PersonField(people_choices(people))
        self.form = Form(columns=3)
        self.form.add(FormField("person", tr("Collaborateur"), self.person, required=True), span=2)
        self.form.add(FormField("day", tr("À partir du"), DateField("day", context.today()), required=True))
        self._new = QWidget()
        self._new.setLayout(row(IconLabel("user-plus", "info"), text_label(tr("Nouveau nom\u00a0: ajouté à vos collaborateurs.")), None))
        self._new.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        policy = self._new.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._new.setSizePolicy(policy)
        self.form.add_widget(self._new)
        self._new.hide()
        self.content.addWidget(self.form)
        self.content.addStretch(1)
        self.setMinimumWidth(min(560, parent.window().width() - 48))
        self.form.changed.connect(self.mark_dirty)
        self.person.person_changed.connect(self._named)
        self.person.setFocus()

    @property
    def adds_person(self) -> bool:
        """Whether the name typed is nobody's yet."""
        return bool(self.person.name) and self.person.person_id is None

    def _named(self) -> None:
        self._new.setVisible(self.adds_person)
        self.save_button.setText(tr("Ajouter et affecter") if self.adds_person else tr("Affecter"))

    def submit(self) -> None:
        """Add the person if need be, then give the machines."""
        given = self.form.values()
        if given is None:
            return
        name, known, site_id = self.person.name, self.person.person_id, self._site_id
        self.set_busy(True)
        if known is not None:
            self._assign(known, name)
            return
        services = self._context.services.office
        self._context.tasks.run(
            lambda: services.add_person({"name": name, "site_id": site_id}),
            lambda person_id: self._added(person_id, name),
            self._not_added,
            self,
        )

    def _not_added(self, error: object) -> None:
        from app.domain.errors import InputError, UserError

        if isinstance(error, InputError) and error.field == "name":
            self.set_busy(False)
            self.form.show_error(InputError("person", error.value, error.allowed))
        elif isinstance(error, UserError):
            self.refused(error, self.form)

    def _added(self, person_id: UUID, name: str) -> None:
        self.person.add(person_id, name)
        self._named()
        self._assign(person_id, name)

    def _assign(self, person_id: UUID, name: str) -> None:
        services, ids, day = self._context.services.equipment, self._ids, self.form.field("day").value()
        self._context.tasks.run(
            lambda: services.assign(ids, person_id, day), lambda _: self._done(name), lambda error: self.refused(error, self.form), self
        )

    def _done(self, name: str) -> None:
        self.accept()
        self._saved(name)


class TakeBackDialog(RecordDialog):
    """The last day somebody has the machines. `saved(count)` with how many came back."""

    def __init__(self, context: ScreenContext, machines: Sequence[Machine], saved: Callable[[int], object], parent: QWidget) -> None:
        n = len(machines)
        one = machines[0].designation
        title = tr("Reprendre «\u00a0{name}\u00a0»", name=one) if n == 1 else trn("Reprendre {n} machine", "Reprendre {n} machines", n)
        super().__init__(title, tr("Reprendre"), parent, lead=_held_by(machines))
        self._context, self._saved, self._ids = context, saved, [machine.id for machine in machines]
        self.form = Form(columns=2)
        hint = tr("Une machine en service repasse en stock.")
        self.form.add(FormField("day", tr("Reprise le"), DateField("day", context.today()), required=True, hint=hint), span=2)
        self.content.addWidget(self.form)
        self.content.addStretch(1)
        self.setMinimumWidth(min(460, parent.window().width() - 48))
        self.form.changed.connect(self.mark_dirty)
        self.form.field("day").editor.setFocus()

    def submit(self) -> None:
        """End the assignments that last."""
        given = self.form.values()
        if given is None:
            return
        services, ids, day = self._context.services.equipment, self._ids, given["day"]
        self.set_busy(True)
        self._context.tasks.run(lambda: services.take_back(ids, day), self._done, lambda error: self.refused(error, self.form), self)

    def _done(self, count: int) -> None:
        self.accept()
        self._saved(count)


def _title(machines: Sequence[Machine]) -> str:
    if len(machines) == 1:
        return tr("Affecter «\u00a0{name}\u00a0»", name=machines[0].designation)
    return trn("Affecter {n} machine", "Affecter {n} machines", len(machines))


def _held_by(machines: Sequence[Machine]) -> str:
    names = sorted({machine.person_name for machine in machines if machine.person_name})
    if not names:
        return tr("Sans collaborateur pour le moment.")
    shown = ", ".join(names[:3]) + ("…" if len(names) > 3 else "")
    return tr("Aujourd’hui chez {names}.", names=shown)
