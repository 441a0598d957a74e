"""The sites: where the office works, and which public holidays each keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.domain.records import HolidayZone
from app.domain.text import msg, tr
from app.ui.screen import ScreenContext
from app.ui.settings.section import RecordDialog, Section
from app.ui.widgets import Column, DataTable, EmptyState, Form, FormField, Page, button, enum_combo, row, text_label

if TYPE_CHECKING:
    from app.domain.values.office import Site


class SitesSection(Section):
    """The list of sites; each is edited in a small window."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.dialog: RecordDialog | None = None
        columns: list[Column[Site]] = [
            Column("name", msg("Nom"), lambda s: s.name, width=170, stretch=True, sortable=False, required=True),
            Column("address", msg("Adresse"), lambda s: s.address, width=170, sortable=False, spare=1),
            Column("city", msg("Ville"), lambda s: f"{s.postal_code} {s.city}".strip(), width=140, sortable=False),
            Column("phone", msg("Téléphone"), lambda s: s.phone, width=110, sortable=False, spare=3),
            Column("holiday_zone", msg("Jours fériés"), lambda s: s.holiday_zone, width=120, sortable=False, spare=2),
        ]
        self.table = DataTable("sites", tr("Sites"), columns, lambda s: s.id, context.tasks, context.settings, context.language)
        self.table.set_empty(
            lambda: EmptyState(
                tr("Aucun site"),
                tr("Un site est un lieu de travail\u00a0: une boutique, un atelier. Ses jours fériés comptent dans les délais."),
                icon_name="map-pin",
                action=tr("Ajouter un site"),
                on_action=self.add,
                action_icon="plus",
            )
        )
        self._edit = button(tr("&Modifier"), self.edit, icon_name="pencil")
        self._delete = button(tr("&Supprimer"), self.delete, icon_name="trash-2")
        add = button(tr("&Ajouter un site"), self.add, kind="primary", icon_name="plus", shortcut="Ctrl+N")
        self.page.addLayout(row(text_label(tr("Sites"), "subheading"), None, self._edit, self._delete, add))
        self.page.addWidget(self.table, 1)
        self.table.activated.connect(self.open_record)
        self.table.delete_asked.connect(self.delete)
        self.table.current_changed.connect(lambda _: self._enable())
        self._enable()

    def load(self) -> None:
        services = self.context.services

        def fetch(offset: int, limit: int) -> Page:
            found = services.office.sites()
            return Page(len(found), found[offset : offset + limit])

        self.table.set_source(fetch, keep_position=True)

    def _enable(self) -> None:
        chosen = self.table.current_id is not None
        self._edit.setEnabled(chosen)
        self._delete.setEnabled(chosen)

    def add(self) -> None:
        """Ask for a new site."""
        services = self.context.services
        self._open(tr("Nouveau site"), None, services.office.add_site)

    def edit(self) -> None:
        """Edit the site chosen."""
        if self.table.current_id is not None:
            self.open_record(self.table.current_id)

    def open_record(self, record_id: UUID) -> None:
        services = self.context.services

        def find() -> Site | None:
            return next((site for site in services.office.sites() if site.id == record_id), None)

        def show(site: Site | None) -> None:
            if site is not None:
                self.table.select(record_id)
                self._open(tr("Modifier le site"), site, lambda values: services.office.change_site(record_id, values))

        self.context.tasks.run(find, show, self.context.report_error, self)

    def _open(self, title: str, site: Site | None, save: Any) -> None:
        form = Form(2)
        address = QPlainTextEdit(site.address if site else "")
        address.setFixedHeight(56)
        form.add(FormField("name", tr("Nom"), QLineEdit(site.name if site else ""), required=True), span=2)
        form.add(FormField("address", tr("Adresse"), address), span=2)
        form.add(FormField("postal_code", tr("Code postal"), QLineEdit(site.postal_code if site else "")))
        form.add(FormField("city", tr("Ville"), QLineEdit(site.city if site else "")))
        form.add(FormField("phone", tr("Téléphone"), QLineEdit(site.phone if site else "")))
        zone = enum_combo(list(HolidayZone), site.holiday_zone if site else HolidayZone.MAINLAND)
        form.add(FormField("holiday_zone", tr("Jours fériés"), zone, hint=tr("Ils décalent les délais en jours ouvrés.")))
        dialog = self.dialog = RecordDialog(self.context, title, form, save, self)
        dialog.saved = lambda answer: self._saved(answer if site is None else site.id)
        dialog.finished.connect(self._closed)
        dialog.open()
        form.field("name").editor.setFocus()

    def _closed(self) -> None:
        self.dialog = None

    def _saved(self, site_id: UUID) -> None:
        self.context.notify(tr("Site enregistré"))
        self._changed()
        self.table.select(site_id)

    def delete(self) -> None:
        """Delete the site chosen; « Annuler » brings it back."""
        site, services = self.table.current_record(), self.context.services
        if site is None:
            return

        def done(_: None) -> None:
            self.table.clear_selection()
            self.context.notify(tr("«\u00a0{name}\u00a0» supprimé", name=site.name), undo=lambda: self._restore(site.id))
            self._changed()

        self.context.tasks.run(lambda: services.office.delete_site(site.id), done, self.context.report_error, self)

    def _restore(self, site_id: UUID) -> None:
        services = self.context.services
        self.context.tasks.run(lambda: services.office.restore_site(site_id), lambda _: self._changed(), self.context.report_error, self)

    def _changed(self) -> None:
        self.load()
        self.context.data_changed()
