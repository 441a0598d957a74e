"""What happens when a machine is added, changed, given, deleted: read in the worker, ask in a dialog, tell with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.text import tr, trn
from app.ui.equipment.assign_dialog import AssignDialog, TakeBackDialog
from app.ui.equipment.bulk_dialog import BulkDialog, BulkResult, Previous, Selection, read_selection
from app.ui.equipment.choices import read_choices
from app.ui.equipment.edit_dialog import EditDialog
from app.ui.screen import ScreenContext

if TYPE_CHECKING:
    from app.domain.errors import UserError
    from app.domain.values.equipment import EquipmentRow, EquipmentSheet
    from app.domain.values.pc import PcDocument

    Machine = EquipmentRow | EquipmentSheet


#: More machines than these are not read before they are changed, and a change of so many is not taken back by one click.
MANY = 2_000


class Commands(QObject):
    """Runs the commands of the screen `host`.

    Signals:
        changed(ids): machines changed; the list is to be read again, `ids` (may be empty) are to be in sight.
        removed(): machines went away; the list is to be read again.
        reading_pc(on): this PC is being asked what it is, or has answered.

    Attributes:
        dialog: the dialog that is open.
    """

    changed = Signal(list)
    removed = Signal()
    reading_pc = Signal(bool)

    def __init__(self, context: ScreenContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: QDialog | None = None

    # One machine -------------------------------------------------------------------------------------------------------------------

    def add(self, site_id: UUID | None) -> None:
        """Ask for a new machine, at `site_id` unless said otherwise."""
        services = self._context.services
        self._context.tasks.run(
            lambda: read_choices(services),
            lambda choices: self._open(EditDialog(self._context, choices, None, self._added, self._host, site_id)),
            self._context.report_error,
            self,
        )

    def add_this_pc(self) -> None:
        """Ask this PC what it is, which takes seconds, and keep it: a new machine, or the one it is known as."""
        service = self._context.services.this_pc
        self.reading_pc.emit(True)
        self._context.tasks.run(service.read, self._pc_read, self._pc_failed, self, lane="files")

    def _pc_read(self, document: PcDocument) -> None:
        service = self._context.services.this_pc

        def keep() -> tuple[UUID, bool]:
            known = service.find(document)
            return service.add(document), known is None

        self._context.tasks.run(keep, self._pc_kept, self._pc_failed, self)

    def _pc_kept(self, kept: tuple[UUID, bool]) -> None:
        equipment_id, new = kept
        self.reading_pc.emit(False)
        self.changed.emit([equipment_id])
        if new:
            self._context.notify(tr("Ce PC est ajouté au matériel"), undo=lambda: self._take_away(equipment_id))
        else:
            self._context.notify(tr("La fiche de ce PC est à jour"))

    def _pc_failed(self, error: UserError) -> None:
        self.reading_pc.emit(False)
        self._context.report_error(error)

    def edit(self, equipment_id: UUID) -> None:
        """Show all fields of a machine to change them."""
        services = self._context.services
        self._context.tasks.run(
            lambda: (read_choices(services), services.equipment.sheet(equipment_id)),
            lambda found: self._open(EditDialog(self._context, found[0], found[1], self._saved, self._host)),
            self._context.report_error,
            self,
        )

    def duplicate(self, equipment_id: UUID) -> None:
        """Add a machine like this one; its own numbers stay empty."""
        services = self._context.services.equipment
        self._context.tasks.run(lambda: services.duplicate(equipment_id), self._duplicated, self._context.report_error, self)

    def _added(self, equipment_id: UUID) -> None:
        self.changed.emit([equipment_id])
        self._context.notify(tr("Matériel ajouté"), undo=lambda: self._take_away(equipment_id))

    def _saved(self, equipment_id: UUID) -> None:
        self.changed.emit([equipment_id])
        self._context.notify(tr("Modifications enregistrées"))

    def _duplicated(self, equipment_id: UUID) -> None:
        self.changed.emit([equipment_id])
        self._context.notify(tr("Copie ajoutée, sans ses numéros. F2 pour la compléter."), undo=lambda: self._take_away(equipment_id))

    def _take_away(self, equipment_id: UUID) -> None:
        services = self._context.services.equipment
        self._context.tasks.run(lambda: services.delete([equipment_id]), lambda _: self.removed.emit(), self._context.report_error, self)

    # Several -----------------------------------------------------------------------------------------------------------------------

    def delete(self, machines: Sequence[Machine]) -> None:
        """Delete machines; the message takes it back."""
        if not machines:
            return
        services, ids = self._context.services.equipment, [machine.id for machine in machines]
        text = (
            tr("«\u00a0{name}\u00a0» supprimé", name=machines[0].designation)
            if len(ids) == 1
            else trn("{n} machine supprimée", "{n} machines supprimées", len(ids))
        )

        def deleted(_: object) -> None:
            self.removed.emit()
            self._context.notify(text, undo=lambda: self._restore(ids))

        self._context.tasks.run(lambda: services.delete(ids), deleted, self._context.report_error, self)

    def _restore(self, ids: list[UUID]) -> None:
        services = self._context.services.equipment
        self._context.tasks.run(lambda: services.restore(ids), lambda _: self.changed.emit(ids), self._context.report_error, self)

    def bulk(self, rows: Sequence[EquipmentRow]) -> None:
        """Change some fields of all `rows`."""
        services = self._context.services
        self._context.tasks.run(
            lambda: (read_choices(services), read_selection(rows)),
            lambda found: self._open(BulkDialog(self._context, found[0], found[1], self._bulk_saved, self._host)),
            self._context.report_error,
            self,
        )

    def bulk_many(self, chosen: Callable[[], Sequence[UUID]]) -> None:
        """Change some fields of very many machines; `chosen` gives their ids, in the worker. What they have in common is not read."""
        services = self._context.services
        self._context.tasks.run(
            lambda: (read_choices(services), Selection(chosen(), {}, keeps_previous=False)),
            lambda found: self._open(BulkDialog(self._context, found[0], found[1], self._bulk_saved, self._host)),
            self._context.report_error,
            self,
        )

    def _bulk_saved(self, result: BulkResult) -> None:
        self.changed.emit([])
        if not result.changed:
            self._context.notify(tr("Rien à changer\u00a0: les machines avaient déjà ces valeurs"))
            return
        text = trn("{n} machine modifiée", "{n} machines modifiées", result.changed)
        previous = result.previous
        self._context.notify(text, undo=None if previous is None else lambda: self._put_back(previous))

    def _put_back(self, previous: Previous) -> None:
        services = self._context.services.equipment
        self._context.tasks.run(lambda: services.put_back(previous), lambda _: self.changed.emit([]), self._context.report_error, self)

    def assign(self, machines: Sequence[Machine], site_id: UUID | None) -> None:
        """Ask who gets the machines."""
        services, n = self._context.services, len(machines)

        def saved(name: str) -> None:
            self.changed.emit([machine.id for machine in machines] if n == 1 else [])
            self._context.notify(trn("Affectée à {name}", "{n} machines affectées à {name}", n, name=name))

        self._context.tasks.run(
            lambda: services.office.people(active_only=True),
            lambda people: self._open(AssignDialog(self._context, people, machines, saved, self._host, site_id)),
            self._context.report_error,
            self,
        )

    def take_back(self, machines: Sequence[Machine]) -> None:
        """Ask from which day the machines are nobody's any more."""
        held = [machine for machine in machines if machine.person_name]
        if not held:
            self._context.notify(tr("Ce matériel n’est affecté à personne"))
            return

        def saved(count: int) -> None:
            self.changed.emit([held[0].id] if len(held) == 1 else [])
            self._context.notify(trn("{n} machine reprise", "{n} machines reprises", count))

        self._open(TakeBackDialog(self._context, held, saved, self._host))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None
