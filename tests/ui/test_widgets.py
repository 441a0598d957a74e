"""The small widgets: forms, chips, panels, states, explanations, assistants."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError, RuleError
from app.domain.explain import Explanation
from app.domain.records import EquipmentKind
from app.domain.text import msg
from app.ui import widgets
from app.ui.tasks import Progress, TaskHandle
from app.ui.widgets import (
    AmountField,
    AskDialog,
    AssistantDialog,
    AssistantStep,
    Busy,
    ConfirmBar,
    DateField,
    DetailPanel,
    EmptyState,
    ErrorState,
    FilterChips,
    FilterGroup,
    Form,
    FormField,
    SectionCard,
    StateBadge,
    WhyButton,
    button,
    choice_combo,
    enum_combo,
    reveal,
    select_data,
    text_label,
)

# Forms ---------------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(2)
    qtbot.addWidget(made)
    made.section("Identité")
    made.add(FormField("designation", "Désignation", QLineEdit(), required=True), span=2)
    made.add(FormField("kind", "Type", enum_combo(list(EquipmentKind), EquipmentKind.TILL)))
    made.add(FormField("bought", "Date d’achat", DateField("bought")))
    made.add(FormField("price", "Prix", AmountField("price"), hint="HT"))
    made.add(FormField("count", "Nombre", QSpinBox()))
    made.add(FormField("active", "Actif", QCheckBox()))
    made.add(FormField("notes", "Notes", QPlainTextEdit()), span=2)
    made.resize(600, 400)
    made.show()
    return made


def test_a_form_gives_all_values(form: Form) -> None:
    line = form.field("designation").editor
    assert isinstance(line, QLineEdit)
    line.setText("  Caisse ")
    assert form.values() == {
        "designation": "Caisse",
        "kind": EquipmentKind.TILL,
        "bought": None,
        "price": None,
        "count": 0,
        "active": False,
        "notes": "",
    }


def test_a_form_says_next_to_the_field_what_is_wrong(qtbot: QtBot, form: Form) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=5000)
    bought = form.field("bought").editor
    assert isinstance(bought, DateField)
    bought.setText("31/02/2026")
    assert form.values() is None
    assert form.focusWidget() is form.field("designation").editor
    assert form.field("designation").error == "Ce champ est à remplir."
    assert (form.field("bought").error or "").startswith("Attendu\u00a0: un jour")
    assert form.field("bought").editor.accessibleDescription().startswith("Attendu")
    bought.setText("22/11/2026")
    assert form.field("bought").error is None
    form.clear_errors()
    assert form.field("designation").error is None


def test_a_refusal_of_a_service_finds_its_field(form: Form) -> None:
    assert form.show_error(InputError("price", "-1", msg("Brouillon")))
    assert form.field("price").error == "Attendu\u00a0: Brouillon"
    assert not form.show_error(InputError("elsewhere", "", msg("Brouillon")))
    assert not form.show_error(RuleError(msg("Brouillon")))
    form.field("price").set_error(None)
    assert form.field("price").error is None


def test_a_form_goes_to_one_column_where_it_is_narrow(form: Form) -> None:
    left = form.field("kind").mapTo(form, QPoint(0, 0)).x()
    assert form.field("bought").mapTo(form, QPoint(0, 0)).x() > left
    form.resize(300, 800)
    QTest.qWait(0)
    assert form.field("bought").mapTo(form, QPoint(0, 0)).x() == left


def test_fields_are_named_for_screen_readers(form: Form) -> None:
    assert form.field("designation").editor.accessibleName() == "Désignation (obligatoire)"
    assert form.field("price").editor.accessibleName() == "Prix"


def test_a_change_is_told(qtbot: QtBot, form: Form) -> None:
    with qtbot.waitSignal(form.changed):
        count = form.field("count").editor
        assert isinstance(count, QSpinBox)
        count.setValue(3)


def test_choices_stand_for_values(qtbot: QtBot) -> None:
    combo = choice_combo([(1, "Un"), (2, "Deux")], 2, empty="Aucun")
    qtbot.addWidget(combo)
    assert combo.currentData() == 2
    select_data(combo, None)
    assert combo.currentText() == "Aucun"
    select_data(combo, 99)
    assert combo.currentIndex() == 0
    kinds = enum_combo(list(EquipmentKind))
    qtbot.addWidget(kinds)
    assert kinds.itemText(0) == "Ordinateur"


def test_a_value_nobody_can_read_is_a_bug(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(TypeError):
        widgets.read_editor(label)


# Chips ---------------------------------------------------------------------------------------------------------------------------------

GROUPS = [
    FilterGroup("status", "État", [("a", "En service"), ("b", "En panne")]),
    FilterGroup("site", "Site", [("1", "Lyon"), ("2", "Nice")], several=False),
]


def test_filters_are_put_on_and_off(qtbot: QtBot) -> None:
    chips = FilterChips(GROUPS)
    qtbot.addWidget(chips)
    told: list[dict[str, tuple[str, ...]]] = []
    chips.changed.connect(told.append)
    chips.toggle("status", "a")
    chips.toggle("status", "b")
    chips.toggle("site", "1")
    chips.toggle("site", "2")
    assert chips.values() == {"status": ("a", "b"), "site": ("2",)}
    shown = [chip for chip in chips.findChildren(QPushButton, "chip") if not chip.isHidden()]
    assert [chip.text() for chip in shown] == ["État\u00a0: En service", "État\u00a0: En panne", "Site\u00a0: Nice"]
    QTest.keyClick(shown[0], Qt.Key.Key_Delete)
    chips.set_groups(GROUPS[:1])
    assert chips.values() == {"status": ("b",)}
    chips.clear()
    assert chips.values() == {}
    assert len(told) == 7


def test_chips_go_on_in_the_next_line(qtbot: QtBot) -> None:
    chips = FilterChips(GROUPS)
    qtbot.addWidget(chips)
    chips.set_values({"status": ("a", "b"), "site": ("1",)})
    assert chips.heightForWidth(160) > chips.heightForWidth(1000)


# Panels --------------------------------------------------------------------------------------------------------------------------------


def test_tabs_are_built_when_first_shown(qtbot: QtBot) -> None:
    panel, built = DetailPanel(), list[str]()
    qtbot.addWidget(panel)

    def factory(key: str) -> QWidget:
        built.append(key)
        return QLabel(key)

    panel.add_tab("sheet", "Fiche", lambda: factory("sheet"))
    panel.add_tab("history", "Historique", lambda: factory("history"))
    panel.set_head("Caisse", "SN-1", StateBadge("ok", "En service"))
    panel.set_actions(button("Modifier"))
    assert built == ["sheet"]
    panel.show_tab("history")
    assert (built, panel.current_tab()) == (["sheet", "history"], "history")
    panel.forget_tabs()
    assert built == ["sheet", "history", "history"]
    assert panel.tab("sheet") is None
    panel.set_tab_title("history", "Historique (2)")
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_a_confirm_bar_asks_and_leaves(qtbot: QtBot) -> None:
    bar = ConfirmBar()
    qtbot.addWidget(bar)
    bar.ask("3 machines", button("Modifier"))
    assert not bar.isVisible()
    bar.show()
    with qtbot.waitSignal(bar.dismissed):
        QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_dangerous_question_does_not_say_yes_by_itself(qtbot: QtBot) -> None:
    dialog = AskDialog("Supprimer", "Définitif.", "Supprimer", danger=True)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isDefault()
    assert AskDialog("Envoyer", "", "Envoyer").accept_button.isDefault()


def test_nothing_pops_up_before_it_has_a_parent(qtbot: QtBot) -> None:
    why = WhyButton(Explanation(msg("Brouillon")))
    field = FormField("a", "A", QLineEdit(), hint="aide")
    label = text_label("x")
    reveal(label)
    for widget in (why, field, label):
        qtbot.addWidget(widget)
        assert not widget.isVisible()
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(widgets.column(why, field, label))
    holder.show()
    assert why.isVisible()
    assert label.isVisible()


# States --------------------------------------------------------------------------------------------------------------------------------


def test_a_state_is_a_word_too(qtbot: QtBot) -> None:
    badge = StateBadge("danger", "En panne")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "En panne"
    small = badge.sizeHint()
    badge.set_state("ok", "En service depuis longtemps")
    assert badge.sizeHint().width() > small.width()
    assert not badge.grab().isNull()


def test_an_empty_state_offers_what_to_do(qtbot: QtBot) -> None:
    called: list[int] = []
    state = EmptyState("Rien", "Ajoutez.", action="Ajouter", on_action=lambda: called.append(1))
    qtbot.addWidget(state)
    assert state.button is not None
    state.button.click()
    assert called == [1]
    assert state.accessibleName() == "Rien. Ajoutez."


def test_an_error_state_shows_the_message_and_retries(qtbot: QtBot) -> None:
    called: list[int] = []
    state = ErrorState.of(RuleError(msg("Brouillon")), lambda: called.append(1))
    qtbot.addWidget(state)
    state.buttons[0].click()
    assert called == [1]
    assert "Brouillon" in state.accessibleName()


def test_busy_shows_progress_and_gives_up(qtbot: QtBot) -> None:
    busy, handle = Busy(), TaskHandle()
    qtbot.addWidget(busy)
    busy.show()
    busy.watch(handle, "Import")
    busy.set_progress(Progress(3, 10, "3 sur 10"))
    assert busy.accessibleName() == "3 sur 10"
    busy.findChildren(QPushButton)[0].click()
    assert handle.cancelled


def test_text_is_never_markup(qtbot: QtBot) -> None:
    label = text_label("<b>gras</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_card_is_filled_and_emptied(qtbot: QtBot) -> None:
    card = SectionCard("Échéances", button("Tout voir", kind="link"), icon_name="calendar")
    qtbot.addWidget(card)
    card.add(QLabel("a"))
    card.body.addLayout(widgets.row(QLabel("b"), None))
    card.clear()
    assert card.body.count() == 0
    card.set_title("Autre")
    assert card.accessibleName() == "Autre"


# Explanations --------------------------------------------------------------------------------------------------------------------------


def test_why_shows_rule_inputs_and_steps(qtbot: QtBot) -> None:
    why = Explanation(msg("La règle"), ((msg("Début"), date(2026, 11, 22)), (msg("Prix"), Decimal("12.5"))), (msg("Un"), msg("Deux")))
    link = WhyButton(why)
    qtbot.addWidget(link)
    link.show()
    link.click()
    assert link.popover is not None
    assert link.popover.height() < 260
    words = [label.text() for label in link.popover.findChildren(QLabel)]
    for expected in ("La règle", "Début", "22/11/2026", "12,50\u00a0€", "1.", "Deux"):
        assert expected in words
    QTest.keyClick(link.popover, Qt.Key.Key_Escape)
    link.set_explanation(None)
    assert link.isHidden()


# Assistant -----------------------------------------------------------------------------------------------------------------------------


class Step(AssistantStep):
    def __init__(self, title: str) -> None:
        super().__init__(title, f"Faites {title}")
        self.right, self.skip, self.entered = True, False, 0
        self.line = QLineEdit()
        self.body.addWidget(self.line)

    def enter(self) -> None:
        self.entered += 1

    def validate(self) -> bool:
        return self.right

    def is_skipped(self) -> bool:
        return self.skip


def test_an_assistant_goes_step_by_step(qtbot: QtBot) -> None:
    steps = [Step("un"), Step("deux"), Step("trois")]
    dialog = AssistantDialog("Nouveau contrat", steps, "Créer")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    assert dialog.current is steps[0]
    assert dialog.focusWidget() is steps[0].line
    steps[0].right = False
    dialog.go_on()
    assert dialog.current is steps[0]
    steps[0].right, steps[1].skip = True, True
    dialog.go_on()
    assert (dialog.current, steps[1].entered) == (steps[2], 0)
    assert any(b.text() == "Créer" for b in dialog.findChildren(QPushButton))
    dialog.back()
    assert dialog.current is steps[0]
    QTest.keyClick(dialog, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.current is steps[2], timeout=5000)
    dialog.show_error(RuleError(msg("Brouillon")))
    assert any(label.text() == "Brouillon" and label.isVisible() for label in dialog.findChildren(QLabel))
    dialog.set_busy("Écriture…")
    assert not any(b.isEnabled() for b in dialog.findChildren(QPushButton) if b.text() == "Créer")
    dialog.set_busy(None)
    with qtbot.waitSignal(dialog.accepted):
        dialog.go_on()


def test_an_assistant_fits_the_smallest_window(qtbot: QtBot) -> None:
    dialog = AssistantDialog("Nouveau contrat", [Step("un"), Step("deux")])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.minimumSizeHint().width() <= 640
    assert dialog.minimumSizeHint().height() <= 400


def test_the_package_knows_its_names() -> None:
    for name in widgets.__all__:
        assert getattr(widgets, name) is not None
    with pytest.raises(AttributeError):
        widgets.nothing  # noqa: B018


def test_the_wheel_does_not_change_a_list_it_passes(qtbot: QtBot) -> None:
    combo = choice_combo([(1, "Un"), (2, "Deux")])
    field = FormField("a", "A", combo)
    qtbot.addWidget(field)
    assert combo.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert isinstance(combo, QComboBox)
    assert field.sizeHint() != QSize()
