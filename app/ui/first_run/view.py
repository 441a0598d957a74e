"""The first run: the company by its SIREN, the demo, or what a server has of the office. It covers the whole window until one is done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import InputError, UserError
from app.domain.identifiers import format_siren, parse_siren
from app.domain.text import tr
from app.ui import theme
from app.ui.screen import Route, Screen, ScreenContext
from app.ui.tasks import TaskControl, TaskHandle
from app.ui.widgets import (
    Busy,
    Form,
    FormField,
    IconLabel,
    SectionCard,
    StateBadge,
    button,
    choice_combo,
    column,
    reveal,
    row,
    scrolled,
    select_data,
    text_label,
)

if TYPE_CHECKING:
    from app.services.demo import DemoCounts
    from app.ui.first_run.receiving import ReceivingCard

DRAFT = "first_run.draft"
WIDTH = 940


class FirstRunScreen(Screen):
    """One page: the form of the company at the left, the demo at the right.

    While this computer is connected, `receiving` stands in the place of all that would begin an office here.

    Attributes:
        receiving: how what the server has arrives; none before this computer was connected.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.setObjectName("page")
        self._filling: TaskHandle | None = None
        self.receiving: ReceivingCard | None = None
        self._connected = self._empty = False
        self._suggested = ""
        self.language = choice_combo([("fr", "Français"), ("en", "English")], context.language)
        self.language.setAccessibleName(tr("Langue"))
        self.form = Form(2)
        self.siren_state = StateBadge("neutral", tr("Recommandé"), "circle-dashed")
        self.error = text_label("", "error", wrap=True)
        self.go_button = button(tr("&Commencer"), self.save, kind="primary", icon_name="arrow-right")
        self.demo_button = button(tr("Ouvrir la &démonstration"), self.fill_demo, icon_name="play")
        self.busy = Busy()
        self.busy.cancelled.connect(self._given_up)
        self._fill_form()
        self._build()
        self._restore_draft()
        self.language.activated.connect(lambda _: self._language_chosen())

    @property
    def title(self) -> str:
        return tr("Bienvenue")

    # Building ----------------------------------------------------------------------------------------------------------------------

    def _fill_form(self) -> None:
        siren = QLineEdit()
        siren.setFont(theme.font(tabular=True))
        siren.setMaximumWidth(160)
        siren.setPlaceholderText("123 456 782")
        form = self.form
        hint = tr("9 chiffres, sur votre Kbis ou vos factures. Il figure sur les contrats.")
        form.add(FormField("siren", tr("SIREN"), siren, hint=hint, trailing=self.siren_state), span=2)
        form.add(FormField("name", tr("Raison sociale"), QLineEdit(), required=True), span=2)
        address = QPlainTextEdit()
        address.setFixedHeight(52)
        form.add(FormField("address", tr("Adresse"), address), span=2)
        form.add(FormField("postal_code", tr("Code postal"), QLineEdit()))
        form.add(FormField("city", tr("Ville"), QLineEdit()))
        form.add(FormField("phone", tr("Téléphone"), QLineEdit()))
        form.add(FormField("email", tr("E-mail"), QLineEdit()))
        siren.textChanged.connect(self._siren_typed)
        siren.editingFinished.connect(self._siren_left)
        for field in form.fields:
            if isinstance(field.editor, QLineEdit):
                field.editor.returnPressed.connect(self.save)

    def _build(self) -> None:
        self._company = company = SectionCard(tr("Votre entreprise"), icon_name="building-2")
        company.add(self.form)
        self.error.hide()
        company.add(self.error)
        note = text_label(tr("Seule la raison sociale est nécessaire. Le reste se complète dans les paramètres."), "muted", wrap=True)
        line = row()
        line.addWidget(note, 1)
        line.addWidget(self.go_button)
        company.body.addLayout(line)
        self._demo = demo = SectionCard(tr("Découvrir d’abord"), icon_name="store")
        demo.add(
            text_label(
                tr(
                    "Un pressing d’exemple\u00a0: deux boutiques, quarante machines, trois contrats. Ses données sont inventées et"
                    " remplissent le dossier de données, encore vide. Pour votre entreprise, vous repartirez d’un dossier vide."
                ),
                wrap=True,
            )
        )
        demo.body.addLayout(row(self.demo_button, None))
        self.busy.hide()
        demo.add(self.busy)
        where = SectionCard(tr("Vos données restent ici"), icon_name="hard-drive")
        where.add(text_label(tr("Tout est gardé sur ce PC, dans ce dossier. Parclair marche sans réseau."), wrap=True))
        where.add(text_label(str(self.context.services.folder), "muted", wrap=True, selectable=True))
        self._join_card = self._joining()
        side = column(demo, *([self._join_card] if self._join_card is not None else []), where, spacing=theme.SPACE.medium)
        side.addStretch(1)
        self._main = column(company, spacing=theme.SPACE.medium)
        self._main.addStretch(1)
        cards = QHBoxLayout()
        cards.setSpacing(theme.SPACE.medium)
        cards.addLayout(self._main, 5)
        cards.addLayout(side, 3)
        self._place(cards)
        if self.context.sync is not None:
            self.context.sync.changed.connect(self._exchanged)
            self._exchanged()

    def _place(self, cards: QHBoxLayout) -> None:
        words = column(
            text_label(tr("Bienvenue dans Parclair"), "heading"),
            text_label(tr("Le matériel, les contrats et les échéances de votre entreprise, au même endroit."), "muted", wrap=True),
            spacing=theme.SPACE.hair,
        )
        head = row(IconLabel("monitor-check", "accent", 36), spacing=theme.SPACE.medium)
        head.addLayout(words, 1)
        head.addWidget(IconLabel("languages", "text_muted"))
        head.addWidget(self.language)
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        content = QVBoxLayout(inside)
        content.setContentsMargins(theme.SPACE.large, theme.SPACE.section, theme.SPACE.large, theme.SPACE.large)
        content.setSpacing(theme.SPACE.large)
        content.addLayout(head)
        content.addLayout(cards)
        content.addStretch(1)
        holder = QWidget()
        middle = row(None, inside, None)
        middle.setStretchFactor(inside, 1000)
        holder.setLayout(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(holder))

    def activate(self, route: Route) -> None:
        self.form.field("siren").editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _joining(self) -> QWidget | None:
        """For a further computer of an office that has a server: its data comes from there."""
        if self.context.sync is None:
            return None
        card = SectionCard(tr("Rejoindre votre entreprise"), icon_name="cloud")
        card.add(
            text_label(tr("Un autre poste utilise déjà Parclair\u202f? Avec un code de votre prestataire, tout arrive ici."), wrap=True)
        )
        self.join_button = button(tr("&Saisir un code…"), self._join, icon_name="plug")
        card.body.addLayout(row(self.join_button, None))
        return card

    def _join(self) -> None:
        from app.ui.sync.connect_dialog import open_connect

        if self.context.sync is not None:
            open_connect(self.context, self.context.sync, self.window())

    def _exchanged(self) -> None:
        """Nothing begins an office here while its own is on the way; where the server turns out to have none, the form is back."""
        sync = self.context.sync
        if sync is None:
            return
        view = sync.view
        self._connected = view.connected
        self._empty = self._empty and view.connected and not view.first
        if not view.connected:
            self._take_name_back()
        self._show_cards()
        if view.connected and not view.first and view.phase == "calm" and self.isVisible():
            services = self.context.services
            self.context.tasks.run(lambda: services.shell.has_organisation(), self._received, self.context.report_error, self)

    def _show_cards(self) -> None:
        if self._connected and self.receiving is None and self.context.sync is not None:
            from app.ui.first_run.receiving import ReceivingCard

            self.receiving = ReceivingCard(self.context, self.context.sync, lambda _: self._join())
            self._main.insertWidget(1, self.receiving)
        if self.receiving is not None:
            self.receiving.show_view(empty=self._empty)
            reveal(self.receiving, self._connected)
        # Hidden, and off: the keyboard must not reach what would begin an office of its own here.
        for card, on in ((self._company, not self._connected or self._empty), (self._demo, not self._connected)):
            reveal(card, on)
            card.setEnabled(on)
        if self._join_card is not None:
            reveal(self._join_card, not self._connected)

    def _received(self, known: bool) -> None:
        if not self.isVisible():
            return
        if known and self._filling is None:
            if any(text.strip() for text in self._typed().values()):
                self.context.notify(
                    tr("La fiche de l’entreprise vient du serveur\u00a0: ce que vous aviez saisi ici n’a pas été enregistré.")
                )
            self._done()
        elif not known and not self._empty:
            self._empty = True
            self._show_cards()
            self._suggest_name()

    def _suggest_name(self) -> None:
        """The provider has given the office a name already."""
        name, sync = self.form.field("name").editor, self.context.sync
        if isinstance(name, QLineEdit) and not name.text().strip() and sync is not None and sync.view.status is not None:
            self._suggested = sync.view.status.organisation
            name.setText(self._suggested)

    def _take_name_back(self) -> None:
        """Whoever leaves begins on their own: the other company's name is not theirs, unless they wrote something of it."""
        name = self.form.field("name").editor
        if self._suggested and isinstance(name, QLineEdit) and name.text() == self._suggested:
            name.clear()
        self._suggested = ""

    # The company -------------------------------------------------------------------------------------------------------------------

    def _siren_typed(self, text: str) -> None:
        digits = sum(char.isdigit() for char in text)
        if not text.strip():
            self.siren_state.set_state("neutral", tr("Recommandé"), "circle-dashed")
        elif self._siren() is not None:
            self.siren_state.set_state("ok", tr("SIREN valide"))
        elif digits < 9:
            self.siren_state.set_state("neutral", tr("{n} sur 9 chiffres", n=digits), "circle-dashed")
        else:
            self.siren_state.set_state("danger", tr("SIREN non valide"))

    def _siren(self) -> str | None:
        editor = self.form.field("siren").editor
        try:
            return parse_siren(editor.text()) if isinstance(editor, QLineEdit) else None
        except InputError:
            return None

    def _siren_left(self) -> None:
        editor, number = self.form.field("siren").editor, self._siren()
        if isinstance(editor, QLineEdit) and number is not None and editor.text() != format_siren(number):
            editor.setText(format_siren(number))

    def save(self) -> None:
        """Keep the company and go to the home screen; what is refused is said at its field."""
        values = self.form.values()
        self.error.hide()
        if values is None or self._filling is not None or (self._connected and not self._empty):
            return
        services = self.context.services
        # Another computer may have filled in the same form just now: nothing of it is emptied.
        given = {name: value for name, value in values.items() if value}
        self._enable(False)
        self.context.tasks.run(lambda: services.office.change_organisation(given), lambda _: self._done(), self._refused, self)

    def _refused(self, error: UserError) -> None:
        self._enable(True)
        if not self.form.show_error(error):
            self.error.setText(error.text.render())
            self.error.show()

    def _done(self) -> None:
        self._filling = None
        self.context.settings.set_str(DRAFT, "")
        self.context.data_changed()
        self.context.navigate(Route("home"))

    def _enable(self, on: bool) -> None:
        for widget in (self.form, self.go_button, self.demo_button, self.language):
            widget.setEnabled(on)

    # The demo ----------------------------------------------------------------------------------------------------------------------

    def fill_demo(self) -> None:
        """Fill the empty folder with the demo office, then go to the home screen."""
        if self._filling is not None or self._connected:
            return
        services = self.context.services
        self.error.hide()
        self._enable(False)
        self.busy.show()

        def work(control: TaskControl) -> DemoCounts:
            def progress(done: int, total: int) -> None:
                # Leaving from here undoes everything: the demo is one transaction.
                control.check()
                control.report(done, total)

            return services.demo.fill(progress=progress)

        handle = self.context.tasks.run(work, lambda _: self._done(), self._demo_failed, self, progress=self.busy.set_progress)
        if not handle.finished:
            self._filling = handle
            self.busy.watch(handle, tr("Préparation de la démonstration…"))

    def _given_up(self) -> None:
        """The user cancelled. It may have been too late: what the folder holds decides."""
        services = self.context.services
        self.context.tasks.run(
            services.shell.has_organisation, lambda filled: self._done() if filled else self._demo_over(), self._demo_failed, self
        )

    def _demo_over(self) -> None:
        self._filling = None
        self.busy.hide()
        self._enable(True)

    def _demo_failed(self, error: UserError) -> None:
        self._demo_over()
        self.error.setText(error.text.render())
        self.error.show()

    # Language ----------------------------------------------------------------------------------------------------------------------

    def _language_chosen(self) -> None:
        chosen = self.language.currentData()
        if chosen != self.context.language:
            # The window is built again: what was typed so far goes with it.
            self.context.settings.set_str(DRAFT, json.dumps(self._typed()))
            self.context.preferences.set_language(chosen)

    def _typed(self) -> dict[str, str]:
        """What somebody typed, by field; the suggested name is none of it."""
        found: dict[str, str] = {}
        for field in self.form.fields:
            match field.editor:
                case QLineEdit():
                    found[field.name] = field.editor.text()
                case QPlainTextEdit():
                    found[field.name] = field.editor.toPlainText()
        if found["name"] == self._suggested:
            found["name"] = ""
        return found

    def _restore_draft(self) -> None:
        try:
            kept: Any = json.loads(self.context.settings.get_str(DRAFT) or "{}")
        except ValueError:  # written by hand: the form starts empty
            kept = {}
        for field in self.form.fields:
            text = kept.get(field.name) if isinstance(kept, dict) else None
            if isinstance(text, str):
                match field.editor:
                    case QLineEdit():
                        field.editor.setText(text)
                    case QPlainTextEdit():
                        field.editor.setPlainText(text)
                    case QComboBox():
                        select_data(field.editor, text)
