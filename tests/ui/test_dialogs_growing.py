"""A dialog grows to say what is wrong: nothing that was in sight is pushed out of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError, RuleError
from app.domain.text import msg
from app.ui.equipment.dialog import RecordDialog
from app.ui.widgets import Form, FormField


class Asking(RecordDialog):
    """Two fields, and no room to spare."""

    def __init__(self, parent: QWidget, fields: int = 2) -> None:
        super().__init__("Arrêter l’intervention", "Arrêter", parent)
        self.form = Form(columns=1)
        for number in range(fields):
            self.form.add(FormField(f"field{number}", f"Champ {number}", QLineEdit(), required=True))
        self.content.addWidget(self.form)

    def submit(self) -> None:
        """The fields are read."""
        if self.form.values() is not None:
            self.refused(RuleError(msg("Cette intervention est déjà terminée.")), self.form)

    @property
    def scroll_bar(self) -> QScrollBar:
        """Of the fields."""
        return self._area.verticalScrollBar()


@pytest.fixture
def dialog(host: QWidget, qtbot: QtBot) -> Iterator[Asking]:
    made = Asking(host)
    made.open()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.abandon()


def settled() -> None:
    for _ in range(3):
        QApplication.processEvents()


def in_sight(dialog: Asking) -> bool:
    return dialog.scroll_bar.maximum() == 0 and dialog.rect().contains(dialog.save_button.geometry())


def test_errors_at_fields_do_not_push_the_fields_away(dialog: Asking, qtbot: QtBot) -> None:
    before = dialog.height()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert in_sight(dialog)


def test_a_refusal_from_the_work_does_not_either(dialog: Asking, qtbot: QtBot) -> None:
    before = dialog.height()
    dialog.refused(InputError("field1", "x", msg("une date")), dialog.form)
    dialog.refused(RuleError(msg("Cette intervention est déjà terminée.")))
    qtbot.waitUntil(lambda: dialog.height() > before)
    settled()
    assert in_sight(dialog)


def test_nor_does_the_question_before_leaving(dialog: Asking, qtbot: QtBot) -> None:
    before = dialog.height()
    dialog.mark_dirty()
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.height() > before)
    settled()
    assert in_sight(dialog)


def test_where_there_is_no_room_the_field_at_fault_is_scrolled_into_sight(host: QWidget, qtbot: QtBot) -> None:
    long = Asking(host, 30)
    long.open()
    settled()
    place = long.geometry()
    for number in range(29):
        editor = long.form.field(f"field{number}").editor
        assert isinstance(editor, QLineEdit)
        editor.setText("x")
    long.save_button.click()
    settled()
    wrong = long.form.field("field29")
    top = wrong.mapTo(long, wrong.rect().topLeft()).y()
    assert 0 < top < top + wrong.height() <= long.save_button.y()
    assert long.geometry().bottom() <= max(place.bottom(), long.screen().availableGeometry().bottom())
    long.abandon()
