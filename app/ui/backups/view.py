"""Sauvegardes: this PC above, all licences below it, and of the one chosen its history and conditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.text import tr
from app.domain.values.backups import BackupOverview, LicenceState, ToolInfo
from app.ui import theme
from app.ui.backups.detail import LicenceDetail
from app.ui.backups.endings import ending
from app.ui.backups.licences import columns, in_order, row_id, rows_of
from app.ui.backups.runs import RunEnd, runs_of
from app.ui.backups.this_pc import ThisPcCard
from app.ui.screen import Route, Screen, ScreenContext
from app.ui.widgets import ConfirmBar, DataTable, EmptyState, ErrorState, Page, button, scrolled

if TYPE_CHECKING:
    from app.services import Services
    from app.services.backups import BackupDetail

_ROWS_IN_SIGHT = 4
_EMPTY_HEIGHT = 168


@dataclass(frozen=True)
class Seen:
    """All licences, and the moment at which they were looked at."""

    overview: BackupOverview
    now: datetime


class BackupsScreen(Screen):
    """See the module.

    Attributes:
        open_url: hands a folder to the system; replaced in tests.
        card: this PC.
        dialog: the window it opened last.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.runs = runs_of(context.services, context.tasks)
        self.dialog: QDialog | None = None
        self._seen: Seen | None = None
        self._tool_known = False
        self._wanted: UUID | None = None
        self._asked_first: str | None = None
        self.bar = ConfirmBar()
        self.card = ThisPcCard(self.runs, context.language)
        self.table = DataTable(
            "backups",
            tr("Licences"),
            columns(self._now, lambda: self._seen.overview if self._seen is not None else None),
            row_id,
            context.tasks,
            context.settings,
            context.language,
        )
        self.table.set_empty(_no_licence)
        self.detail = LicenceDetail(context)
        self._failure: QWidget | None = None
        self._lay_out()
        self.card.asked.connect(self.act)
        self.table.current_changed.connect(self._chosen)
        self.table.sort_changed.connect(lambda *_: self._fill())
        self.table.activated.connect(lambda _: self.detail.tabs.setFocus())
        self.detail.subscribe_asked.connect(self._subscribe)
        self.detail.machine_asked.connect(self._go_to_machine)
        self.runs.ended.connect(self._run_ended)

    def _lay_out(self) -> None:
        content = QWidget()
        self._inside = QVBoxLayout(content)
        self._inside.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, theme.SPACE.medium)
        self._inside.setSpacing(theme.SPACE.small)
        self._inside.addWidget(self.bar)
        self._inside.addWidget(self.card)
        self._inside.addWidget(self.table)
        self._inside.addWidget(self.detail, 1)
        # Takes the free height where there is no detail: the card is as high as what it says at its width.
        self._below = QWidget()
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._inside.addWidget(self._below, 1)
        self.detail.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))

    # Screen ------------------------------------------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """See `Screen`."""
        return tr("Sauvegardes")

    def activate(self, route: Route) -> None:
        """Show the list; with a record, that machine; with `run`, `restore` or `plan`, begin that."""
        self._wanted = route.record_id or self._wanted
        self._asked_first = route.action if route.action in ("run", "verify", "restore", "plan", "sheet") else None
        self.reload()
        if not self._tool_known:
            self._look_for_tool()

    def reload(self) -> None:
        """Read everything again, keeping what is chosen."""
        services, site = self.context.services, self.site_id
        self.context.tasks.run(lambda: _look(services, site), self._show, self._failed, self, latest="backups.overview")

    def focus_search(self) -> None:
        """Ctrl+F: there is nothing to search in; the list gets the focus."""
        self.table.view.setFocus()

    def concerns(self) -> tuple[UUID | None, UUID | None]:
        """See `Screen`: the machine chosen."""
        return (self.detail.licence.equipment_id if self.detail.licence is not None else None), None

    def _now(self) -> datetime:
        return self._seen.now if self._seen is not None else self.context.services.clock.now()

    # What was read -----------------------------------------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        if self._failure is not None:
            self._failure.hide()
            self._failure.deleteLater()
            self._failure = None
        self.card.show()
        self.table.show()
        self.card.show_overview(seen.overview, seen.now)
        self._fill()
        asked, self._asked_first = self._asked_first, None
        if asked is not None:
            self.act(asked)

    def _fill(self) -> None:
        if self._seen is None:
            return
        rows = in_order(rows_of(self._seen.overview), self.table.sort)
        wanted = self._wanted or self.table.current_id
        self._wanted = None
        shown = wanted if any(row_id(one) == wanted for one in rows) else (row_id(rows[0]) if rows else None)
        self.table.set_source(lambda offset, limit: Page(len(rows), rows[offset : offset + limit]), keep_position=True)
        header = self.table.view.horizontalHeader().sizeHint().height()
        height = header + min(len(rows), _ROWS_IN_SIGHT) * theme.ROW_HEIGHT + 2 * self.table.view.frameWidth()
        self.table.setFixedHeight(height if rows else _EMPTY_HEIGHT)
        self.detail.setVisible(bool(rows))
        self._below.setVisible(not rows)
        if shown is not None:
            self.table.select(shown, next(place for place, one in enumerate(rows) if row_id(one) == shown))
            bar = self.table.view.verticalScrollBar()
            bar.setValue(round(bar.value() / theme.ROW_HEIGHT) * theme.ROW_HEIGHT)  # whole rows: there are only a few in sight
            self._chosen(shown)

    def _failed(self, error: UserError) -> None:
        for widget in (self.card, self.table, self.detail):
            widget.hide()
        if self._failure is not None:
            self._failure.deleteLater()
        self._failure = ErrorState.of(error, self.reload)
        self._inside.addWidget(self._failure)

    def _chosen(self, record: UUID | None) -> None:
        one = self._licence(record)
        if one is None:
            return
        if one.equipment_id is None:
            self.detail.show_licence(one, ())
            return
        services, machine = self.context.services, one.equipment_id
        self.context.tasks.run(
            lambda: services.backups.detail(machine), self._show_detail, self.context.report_error, self, latest="backups.detail"
        )

    def _show_detail(self, found: BackupDetail) -> None:
        # The list knows the licence by its contract too; the machine's own reading has the rest.
        known = self._licence(found.licence.equipment_id)
        self.detail.show_licence(known or found.licence, found.history)

    def _licence(self, record: UUID | None) -> LicenceState | None:
        rows = rows_of(self._seen.overview) if self._seen is not None else []
        return next((one for one in rows if row_id(one) == record), None)

    def _look_for_tool(self) -> None:
        services = self.context.services
        self.context.tasks.run(lambda: services.backups.tool(), self._tool_found, lambda _: None, self, lane="files")

    def _tool_found(self, tool: ToolInfo) -> None:
        self._tool_known = tool.ok
        self.card.show_tool(tool)

    # Doing -------------------------------------------------------------------------------------------------------------------------

    def act(self, name: str) -> None:
        """Do what a button of the card is for."""
        plan = self._seen.overview.plan if self._seen is not None else None
        if name == "plan":
            from app.ui.backups.plan_dialog import PlanDialog

            self._open(PlanDialog(self.context, plan, self._planned, self))
        elif name == "look_again":
            self._look_for_tool()
        elif name == "find_tool":
            self._find_tool()
        elif name == "reload":
            self.reload()
        elif plan is not None:
            self._act_on_plan(name, plan)

    def _act_on_plan(self, name: str, plan: Any) -> None:
        if name == "run":
            self.runs.back_up()
        elif name == "verify":
            self.runs.verify()
        elif name == "restore":
            from app.ui.backups.restore import RestoreDialog

            self._open(RestoreDialog(self.context, self.runs, self))
        elif name == "sheet":
            from app.ui.backups.dialogs import SheetDialog

            self._open(SheetDialog(self.context, self))
        elif name == "password":
            from app.ui.backups.dialogs import PasswordDialog

            self._open(PasswordDialog(self.context, plan, self._password_kept, self))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _planned(self, begin: bool) -> None:
        self.context.data_changed()
        self.reload()
        if begin:
            self.runs.back_up()

    def _password_kept(self, kept: bool) -> None:
        if kept:
            self.context.notify(tr("Mot de passe gardé dans le trousseau de ce poste"))
        self.reload()

    def _find_tool(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Où est restic\u202f?"))
        if chosen:
            services = self.context.services
            self.context.tasks.run(
                lambda: services.backups.set_tool(chosen), lambda _: self._look_for_tool(), self.context.report_error, self
            )

    # The option --------------------------------------------------------------------------------------------------------------------

    def _subscribe(self, on: bool) -> None:
        one = self.detail.licence
        if one is None or one.equipment_id is None:
            return
        if on:
            from app.ui.backups.subscribe import SubscribeDialog

            self._open(SubscribeDialog(self.context, one, lambda: self._subscribed(one, on=True), self))
        else:
            self._write_option(one, on=False)

    def _write_option(self, one: LicenceState, *, on: bool, tell: bool = True) -> None:
        services, machine = self.context.services, one.equipment_id
        assert machine is not None
        self.context.tasks.run(
            lambda: services.backups.subscribe(machine, one.licence, on),
            lambda _: self._subscribed(one, on=on, tell=tell),
            self.context.report_error,
            self,
        )

    def _subscribed(self, one: LicenceState, *, on: bool, tell: bool = True) -> None:
        self.context.data_changed()
        self.reload()
        if tell:
            name = one.designation
            said = tr("Option souscrite pour {name}", name=name) if on else tr("Option retirée pour {name}", name=name)
            self.context.notify(said, undo=lambda: self._write_option(one, on=not on, tell=False))

    def _go_to_machine(self) -> None:
        if self.detail.licence is not None:
            self.context.navigate(Route("equipment", self.detail.licence.equipment_id))

    # Runs --------------------------------------------------------------------------------------------------------------------------

    def _run_ended(self, end: RunEnd) -> None:
        self.reload()
        self.context.data_changed()
        if end.error is not None:
            if not end.quiet:
                self.context.report_error(end.error)
            if end.report is None:
                return
        told = ending(end)
        if told.bar:
            actions = (
                [button(tr("Ouvrir le dossier"), lambda: self._open_folder(end.folder), icon_name="folder-open")] if end.folder else []
            )
            self.bar.ask(told.text, *actions)
        elif not end.quiet:
            self.context.notify(told.text)

    def _open_folder(self, folder: str) -> None:
        if not self.open_url(QUrl.fromLocalFile(str(Path(folder)))):
            self.context.notify(tr("Le dossier est {folder}", folder=folder))


def _look(services: Services, site_id: UUID | None) -> Seen:
    return Seen(services.backups.overview(site_id), services.clock.now())


def _no_licence() -> EmptyState:
    return EmptyState(
        tr("Aucune licence"),
        tr(
            "Une licence paraît ici dès qu’un poste a un numéro de licence dans sa fiche, ou qu’un contrat comprend l’option de sauvegarde."
        ),
        icon_name="key-round",
    )
