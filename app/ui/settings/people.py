"""The people who may be given equipment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.text import msg, tr
from app.ui.screen import ScreenContext
from app.ui.settings.section import RecordDialog, Section
from app.ui.widgets import Cell, Column, DataTable, EmptyState, Form, FormField, Page, SearchField, button, choice_combo, row

if TYPE_CHECKING:
    from app.domain.values.office import Person, Site


class PeopleSection(Section):
    """The list of people; each is edited in a small window, and made inactive instead of deleted: the history names them."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.dialog: RecordDialog | None = None
        columns: list[Column[Person]] = [
            Column("name", msg("Nom"), lambda p: p.name, width=130, stretch=True, sortable=False, required=True),
            Column("email", msg("E-mail"), lambda p: p.email, width=264, stretch=True, sortable=False),
            Column("site", msg("Site"), lambda p: p.site_name, width=150, sortable=False, spare=1),
            Column("equipment", msg("Matériels"), lambda p: p.equipment_count, width=84, figures=True, sortable=False, spare=2),
            Column("active", msg("État"), _active, width=92, sortable=False),
        ]
        self.table = DataTable("people", tr("Collaborateurs"), columns, lambda p: p.id, context.tasks, context.settings, context.language)
        self.table.set_empty(self._empty)
        self._search = SearchField(tr("Chercher quelqu’un"))
        self._search.setMaximumWidth(260)
        self._edit = button(tr("&Modifier"), self.edit, icon_name="pencil")
        self._switch = button(tr("&Désactiver"), self.switch, icon_name="user-x")
        self._switch.setMinimumWidth(self._switch.sizeHint().width() + 8)
        add = button(tr("&Ajouter"), self.add, kind="primary", icon_name="user-plus", shortcut="Ctrl+N")
        self.page.addLayout(row(self._search, None, self._edit, self._switch, add))
        self.page.addWidget(self.table, 1)
        self._search.searched.connect(lambda _: self.load())
        self._search.left_down.connect(self.table.view.setFocus)
        self.table.left_up.connect(self._search.setFocus)
        self.table.activated.connect(self.open_record)
        self.table.delete_asked.connect(self.switch)
        self.table.current_changed.connect(lambda _: self._enable())
        self._enable()

    def _empty(self) -> EmptyState:
        if self._search.text():
            return EmptyState(tr("Personne ne correspond"), tr("Essayez un autre nom."), icon_name="search-x")
        return EmptyState(
            tr("Aucun collaborateur"),
            tr("Ajoutez les personnes à qui vous confiez du matériel."),
            icon_name="users",
            action=tr("Ajouter un collaborateur"),
            on_action=self.add,
            action_icon="user-plus",
        )

    def load(self) -> None:
        from app.ui.documents.listing import folded

        services, words = self.context.services, folded(self._search.text()).split()

        def fetch(offset: int, limit: int) -> Page:
            everybody = services.office.people()
            found = [p for p in everybody if all(word in folded(f"{p.name} {p.email} {p.site_name}") for word in words)]
            return Page(len(found), found[offset : offset + limit])

        self.table.set_source(fetch, keep_position=True)

    def focus_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _enable(self) -> None:
        person = self.table.current_record()
        self._edit.setEnabled(person is not None)
        self._switch.setEnabled(person is not None)
        self._switch.setText(tr("&Désactiver") if person is None or person.active else tr("&Réactiver"))

    def add(self) -> None:
        """Ask for somebody new."""
        services = self.context.services

        def save(values: dict[str, Any]) -> UUID:
            return services.office.add_person(values)

        self.context.tasks.run(
            services.office.sites, lambda sites: self._open(tr("Nouveau collaborateur"), None, sites, save), self.context.report_error, self
        )

    def edit(self) -> None:
        """Edit the person chosen."""
        if self.table.current_id is not None:
            self.open_record(self.table.current_id)

    def open_record(self, record_id: UUID) -> None:
        services = self.context.services

        def find() -> tuple[Person | None, list[Site]]:
            return next((p for p in services.office.people() if p.id == record_id), None), services.office.sites()

        def save(values: dict[str, Any]) -> None:
            services.office.change_person(record_id, values)

        def show(found: tuple[Person | None, list[Site]]) -> None:
            person, sites = found
            if person is not None:
                self.table.select(record_id)
                self._open(tr("Modifier le collaborateur"), person, sites, save)

        self.context.tasks.run(find, show, self.context.report_error, self)

    def _open(self, title: str, person: Person | None, sites: list[Site], save: Any) -> None:
        form = Form(2)
        form.add(FormField("name", tr("Nom"), QLineEdit(person.name if person else ""), required=True), span=2)
        form.add(FormField("email", tr("E-mail"), QLineEdit(person.email if person else "")))
        site = choice_combo([(each.id, each.name) for each in sites], person.site_id if person else None, empty=tr("Aucun site"))
        form.add(FormField("site_id", tr("Site"), site))
        active = QCheckBox()
        active.setChecked(person.active if person else True)
        form.add(FormField("active", tr("Actif"), active, hint=tr("Une personne inactive ne reçoit plus de matériel.")), span=2)
        dialog = self.dialog = RecordDialog(self.context, title, form, save, self)
        dialog.saved = lambda answer: self._saved(answer if person is None else person.id)
        dialog.finished.connect(self._closed)
        dialog.open()
        form.field("name").editor.setFocus()

    def _closed(self) -> None:
        self.dialog = None

    def _saved(self, person_id: UUID) -> None:
        self.context.notify(tr("Collaborateur enregistré"))
        self.load()
        self.table.select(person_id)
        self.context.data_changed()

    def switch(self) -> None:
        """Make the person chosen inactive, or active again; « Annuler » takes it back."""
        person = self.table.current_record()
        if person is not None:
            self._set_active(person, not person.active, tell=True)

    def _set_active(self, person: Person, active: bool, *, tell: bool) -> None:
        services = self.context.services

        def done(_: None) -> None:
            if tell:
                text = tr("{name} est de nouveau actif", name=person.name) if active else tr("{name} est désactivé", name=person.name)
                self.context.notify(text, undo=lambda: self._set_active(person, not active, tell=False))
            self.load()
            self.table.select(person.id)
            self._enable()

        self.context.tasks.run(lambda: services.office.change_person(person.id, {"active": active}), done, self.context.report_error, self)


def _active(person: Person) -> Cell:
    return Cell(tr("Actif"), state="ok") if person.active else Cell(tr("Inactif"), state="neutral")
