"""« Ce PC »: how this machine saves itself, what stands in the way, and everything that can be done about it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.domain import formatting
from app.domain.text import tr
from app.ui import theme
from app.ui.backups import words
from app.ui.backups.facts import FactGrid
from app.ui.backups.notices import NoticeRow, notices
from app.ui.backups.run_bar import RunBar
from app.ui.backups.runs import BackupRuns
from app.ui.widgets import ElidedLabel, FlowLayout, IconLabel, StateBadge, WhyButton, button, clear_layout, column, row, text_label

if TYPE_CHECKING:
    from app.domain.values.backups import BackupOverview, ToolInfo

_NO_PLAN = "shield-off"


class ThisPcCard(QFrame):
    """See the module.

    Signals:
        asked(str): a button: `run`, `verify`, `restore`, `sheet`, `plan`, `password`, `find_tool`, `look_again`, `reload`.

    Attributes:
        buttons: by the same names.
        run_bar: the run under way.
    """

    asked = Signal(str)

    def __init__(self, runs: BackupRuns, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._runs, self._language = runs, language
        self._overview: BackupOverview | None = None
        self._tool: ToolInfo | None = None
        self._title = ElidedLabel(tr("Ce PC"), "subheading")
        self.badge = StateBadge("neutral", tr("Pas encore sauvegardé"), _NO_PLAN)
        self.why = WhyButton()
        self.facts = FactGrid(
            {"success": tr("Dernière réussie"), "next": tr("Prochaine"), "where": tr("Destination"), "what": tr("Contenu")},
        )
        self._lead = text_label("", wrap=True)
        self._lead.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.run_bar = RunBar(runs)
        self._notices = column(spacing=theme.SPACE.hair)
        self.notice_rows: list[NoticeRow] = []
        self._make_buttons()
        self._lay_out()
        runs.changed.connect(self._run_changed)
        self._run_changed()

    def _make_buttons(self) -> None:
        made = {
            "run": button(
                tr("&Sauvegarder maintenant"),
                lambda: self.asked.emit("run"),
                kind="primary",
                icon_name="database-backup",
                shortcut="Ctrl+B",
            ),
            "restore": button(tr("&Restaurer…"), lambda: self.asked.emit("restore"), icon_name="archive-restore"),
            "verify": button(
                tr("&Vérifier"),
                lambda: self.asked.emit("verify"),
                icon_name="shield-check",
                tip=tr("Contrôler le dépôt et en relire un échantillon"),
            ),
            "sheet": button(
                tr("&Fiche de secours…"),
                lambda: self.asked.emit("sheet"),
                icon_name="file-key",
                tip=tr("Le mot de passe et la marche à suivre, à imprimer et à mettre sous clé"),
            ),
            "plan": button(tr("&Modifier le plan…"), lambda: self.asked.emit("plan"), icon_name="settings-2"),
            "setup": button(
                tr("&Mettre en place les sauvegardes…"), lambda: self.asked.emit("plan"), kind="primary", icon_name="database-backup"
            ),
        }
        self.buttons = made

    def _lay_out(self) -> None:
        head = row(IconLabel("monitor", "text_muted"))
        head.addWidget(self._title, 1)
        for widget in (self.badge, self.why):
            head.addWidget(widget)
        self._actions = QWidget()
        flow = FlowLayout(self._actions, theme.SPACE.small)
        for made in self.buttons.values():
            flow.addWidget(made)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._actions.setSizePolicy(policy)
        layout = column(spacing=theme.SPACE.small, margin=theme.SPACE.medium)
        layout.addLayout(head)
        layout.addWidget(self._lead)
        layout.addWidget(self.facts)
        layout.addLayout(self._notices)
        layout.addWidget(self.run_bar)
        layout.addWidget(self._actions)
        self.setLayout(layout)

    # What is known -----------------------------------------------------------------------------------------------------------------

    def show_overview(self, overview: BackupOverview, now: datetime) -> None:
        """Show how this PC saves itself."""
        self._overview = overview
        mine, plan = overview.this_pc_state, overview.plan
        name = mine.designation if mine is not None else ""
        self._title.setText(tr("Ce PC\u00a0: {name}", name=name) if name else tr("Ce PC"))
        self.setAccessibleName(self._title.text())
        if plan is None:
            self.badge.set_state("neutral", tr("Pas encore sauvegardé"), _NO_PLAN)
            self.why.set_explanation(None)
            self._lead.setText(
                tr(
                    "Choisissez quoi sauvegarder, où et quand\u00a0: Parclair s’en occupe ensuite seul, et vous prévient si quelque chose ne va pas."
                )
            )
        else:
            # What its reports say counts here, whether or not a contract pays for the option.
            from app.domain.backup_state import BackupState, state_label

            state = mine.reported if mine is not None else BackupState.NEVER
            look, icon_name = words.LOOKS[state]
            self.badge.set_state(look, state_label(state).render(), icon_name)
            self.why.set_explanation(mine.why if mine is not None and mine.state is state else None)
            self._show_plan(overview, now)
        self._lead.setVisible(plan is None)
        self.facts.setVisible(plan is not None)
        self._tell()
        self._run_changed()

    def show_tool(self, tool: ToolInfo) -> None:
        """Whether there is a restic to work with."""
        self._tool = tool
        self._tell()
        self._run_changed()

    def _show_plan(self, overview: BackupOverview, now: datetime) -> None:
        plan, mine = overview.plan, overview.this_pc_state
        assert plan is not None
        success = mine.last_success if mine is not None else None
        exact = formatting.date_time(success, self._language) if success is not None else ""
        self.facts.show_fact("success", words.age(success, now), exact)
        self.facts.show_fact("next", words.next_backup(overview, now), words.when(plan.schedule))
        self.facts.show_fact("where", words.where(plan), words.DESTINATIONS[plan.destination.kind][0].render())
        self.facts.show_fact("what", words.what(plan), "\n".join(plan.folders))

    def _tell(self) -> None:
        overview = self._overview
        wanted = notices(overview, self._tool, busy=self._runs.operation is not None) if overview is not None else []
        if wanted == [shown.notice for shown in self.notice_rows]:
            return
        clear_layout(self._notices)
        self.notice_rows = [NoticeRow(notice, self.asked.emit) for notice in wanted]
        for shown in self.notice_rows:
            self._notices.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)

    def _run_changed(self) -> None:
        busy = self._runs.operation is not None
        if self.run_bar.isHidden() == busy or self._actions.isHidden() != busy:
            focus = self.run_bar.stop_button.hasFocus() or any(made.hasFocus() for made in self.buttons.values())
            self.run_bar.setVisible(busy)
            self._actions.setVisible(not busy)
            if focus:
                (self.run_bar.stop_button if busy else self.buttons["run"]).setFocus()
            if busy:
                self._tell()  # once it has ended, what was known before is old: the screen reads it again
        if busy:
            self.run_bar.show_run()
        self._enable()

    def _enable(self) -> None:
        overview, planned = self._overview, self._overview is not None and self._overview.plan is not None
        usable = self._tool is None or self._tool.ok
        free = overview is not None and not overview.running
        password = overview is not None and overview.password_known
        for name, made in self.buttons.items():
            made.setVisible(planned != (name == "setup"))
        self.buttons["run"].setEnabled(usable and free and password)
        self.buttons["verify"].setEnabled(usable and free and password)
        self.buttons["restore"].setEnabled(usable and password)
        self.buttons["sheet"].setEnabled(password)
