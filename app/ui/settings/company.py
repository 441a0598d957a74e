"""The company: what contracts and letters say of it, each value checked where it is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from app.domain import identifiers
from app.domain.eligibility import Eligibility, rental_eligibility
from app.domain.errors import InputError, UserError
from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.settings.section import Section
from app.ui.widgets import (
    Form,
    FormField,
    SectionCard,
    StateBadge,
    button,
    choice_combo,
    column,
    expected,
    line,
    row,
    scrolled,
    select_data,
    text_label,
)

if TYPE_CHECKING:
    from app.domain.values.office import Organisation

SIDE_BY_SIDE_FROM = 680
SHOWN_AS: dict[str, Callable[[str], str]] = {
    "siren": identifiers.format_siren,
    "siret": identifiers.format_siret,
    "vat_number": identifiers.format_vat_number,
    "iban": identifiers.format_iban,
}
"""How a checked value is written in its field."""
_SPACING_IS_NOTHING = (*SHOWN_AS, "phone", "bic", "postal_code")


def shown(name: str, value: str) -> str:
    """A stored value the way it is shown; one from before a check existed stays as it is."""
    return SHOWN_AS[name](value) if value and name in SHOWN_AS else value


def check_field(field: FormField) -> None:
    """Say below the field what is wrong with its value, or write it the way it is read best."""
    from app.services.office import ORGANISATION_FIELDS

    editor = field.editor
    if not isinstance(editor, QLineEdit) or not editor.text().strip():
        return
    try:
        kept = ORGANISATION_FIELDS[field.name].parse(field.name, editor.text())
    except InputError as error:
        field.set_error(expected(error.allowed))
        return
    field.set_error(None)
    wanted = shown(field.name, "" if kept is None else str(kept))
    if wanted != editor.text():
        editor.setText(wanted)


class CompanySection(Section):
    """The form, and beside it whether the company may rent, condition by condition."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._kept: dict[str, Any] = {}
        self.form = Form(2)
        self.eligibility = EligibilityCard()
        self._state = text_label("", "muted")
        self._undo = button(tr("Annuler les modifications"), self.discard)
        self._save = button(tr("Enregistrer"), self.save, kind="primary", icon_name="check", shortcut="Ctrl+S")
        self._fill_form()
        self._build()
        self.form.changed.connect(self._changed)

    def _fill_form(self) -> None:
        form = self.form
        form.section(tr("Identité"))
        form.add(FormField("name", tr("Raison sociale"), QLineEdit(), required=True), span=2)
        self._add("legal_form", tr("Forme juridique"), hint=tr("SARL, SAS, entreprise individuelle…"))
        self._add("representative", tr("Représentant"), hint=tr("Qui signe les contrats et les lettres"))
        self._add("siren", tr("SIREN"), hint=tr("9 chiffres"))
        self._add("siret", tr("SIRET"), hint=tr("14 chiffres\u00a0: SIREN et établissement"))
        self._add("vat_number", tr("N° de TVA"), hint=tr("FR, clé et SIREN"))
        self._add("headcount", tr("Effectif"), hint=tr("Nombre de personnes"))
        micro = choice_combo([(True, tr("Oui")), (False, tr("Non"))], empty=tr("Non renseigné"))
        form.add(FormField("micro_enterprise", tr("Micro-entreprise"), micro))
        form.section(tr("Coordonnées"))
        address = QPlainTextEdit()
        address.setFixedHeight(56)
        form.add(FormField("address", tr("Adresse"), address), span=2)
        self._add("postal_code", tr("Code postal"))
        self._add("city", tr("Ville"))
        self._add("phone", tr("Téléphone"))
        self._add("email", tr("E-mail"))
        form.section(tr("Compte bancaire"))
        self._add("iban", tr("IBAN"), span=2)
        self._add("bic", tr("BIC"))

    def _add(self, name: str, title: str, *, hint: str = "", span: int = 1) -> None:
        editor = QLineEdit()
        if name in _SPACING_IS_NOTHING or name == "headcount":
            editor.setFont(theme.font(tabular=True))
        field = self.form.add(FormField(name, title, editor, hint=hint), span=span)
        editor.editingFinished.connect(lambda: check_field(field))

    def _build(self) -> None:
        content = QWidget()
        inside = self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        inside.setContentsMargins(0, 0, theme.SPACE.medium, 0)
        inside.setSpacing(theme.SPACE.medium)
        card = SectionCard()
        card.add(self.form)
        inside.addWidget(card, 5, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.eligibility, 3, Qt.AlignmentFlag.AlignTop)
        self._scroll = scrolled(content)
        self.page.addWidget(self._scroll, 1)
        self.page.addWidget(line())
        self.page.addLayout(row(self._state, None, self._undo, self._save))
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < SIDE_BY_SIDE_FROM
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    # Reading and saving ------------------------------------------------------------------------------------------------------------

    def load(self) -> None:
        if not self.dirty:
            services = self.context.services
            self.context.tasks.run(services.office.organisation, self._show, self._failed, self, latest="settings.company")

    def save(self) -> None:
        """Save everything that was changed; what is refused is said at its field."""
        values = self.form.values()
        if values is None:
            self._scroll.ensureWidgetVisible(next(field for field in self.form.fields if field.error is not None))
            return
        services = self.context.services
        self._save.setEnabled(False)
        self.context.tasks.run(lambda: services.office.change_organisation(values), self._saved, self._refused, self)

    def _saved(self, organisation: Organisation) -> None:
        self._show(organisation)
        self.context.notify(tr("Entreprise enregistrée"))
        self.context.data_changed()

    def _refused(self, error: UserError) -> None:
        self._show_state()
        if not self.form.show_error(error):
            self.context.report_error(error)

    def _failed(self, error: UserError) -> None:
        self.context.report_error(error)

    def _show(self, organisation: Organisation | None) -> None:
        for field in self.form.fields:
            value = getattr(organisation, field.name, "" if field.name != "micro_enterprise" else None)
            match field.editor:
                case QLineEdit():
                    field.editor.setText("" if value is None else shown(field.name, str(value)))
                case QPlainTextEdit():
                    field.editor.setPlainText(str(value))
                case _:
                    select_data(field.editor, value)  # type: ignore[arg-type]
        self.form.clear_errors()
        self._kept = self._typed()
        self._changed()

    # What was typed ----------------------------------------------------------------------------------------------------------------

    def _typed(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for field in self.form.fields:
            match field.editor:
                case QLineEdit():
                    text = field.editor.text().strip()
                    found[field.name] = _compact(text) if field.name in _SPACING_IS_NOTHING else text
                case QPlainTextEdit():
                    found[field.name] = field.editor.toPlainText().strip()
                case _:
                    found[field.name] = field.editor.currentData()  # type: ignore[attr-defined]
        return found

    @property
    def dirty(self) -> bool:
        return bool(self._kept) and self._typed() != self._kept

    def discard(self) -> None:
        self._kept = {}
        self.load()

    def _changed(self) -> None:
        typed = self._typed()
        self.eligibility.show_eligibility(rental_eligibility(typed["siren"], typed["micro_enterprise"], typed["iban"]))
        self._show_state()

    def _show_state(self) -> None:
        dirty = self.dirty
        self._state.setText(tr("Modifications non enregistrées") if dirty else "")
        self._undo.setEnabled(dirty)
        self._save.setEnabled(dirty)


class EligibilityCard(SectionCard):
    """Whether the company may rent its devices: each condition met, not met, or unknown, and why."""

    def __init__(self) -> None:
        super().__init__(tr("Éligibilité à la location"), icon_name="clipboard-check")
        self._shown: Eligibility | None = None

    def show_eligibility(self, found: Eligibility) -> None:
        """Show how the conditions stand."""
        if found == self._shown:
            return
        self._shown = found
        self.clear()
        if found.ok:
            self.add(StateBadge("ok", tr("Éligible")))
        elif any(condition.met is False for condition in found.conditions):
            self.add(StateBadge("danger", tr("Non éligible")))
        else:
            self.add(StateBadge("neutral", tr("À compléter"), "circle-question-mark"))
        for condition in found.conditions:
            self.add(line())
            badge = (
                StateBadge("ok", tr("Remplie"))
                if condition.met
                else StateBadge("neutral", tr("Inconnue"), "circle-question-mark")
                if condition.met is None
                else StateBadge("danger", tr("Non remplie"))
            )
            head = row(spacing=theme.SPACE.small)
            head.addWidget(text_label(condition.label.render(), "strong", wrap=True), 1)
            head.addWidget(badge)
            words = column(spacing=theme.SPACE.hair)
            words.addLayout(head)
            words.addWidget(text_label(condition.why.render(), "muted", wrap=True))
            self.body.addLayout(words)


def _compact(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()
