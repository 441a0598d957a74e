"""Hands to use the dialogs of machines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.ui.equipment.edit_dialog import EditDialog
from app.ui.equipment.view import EquipmentScreen
from app.ui.widgets import select_data
from tests.ui.conftest import Told


def edit_dialog(screen: EquipmentScreen) -> EditDialog:
    assert isinstance(screen.commands.dialog, EditDialog)
    return screen.commands.dialog


def fill(dialog: EditDialog, **texts: str) -> None:
    for name, text in texts.items():
        editor = dialog.form.field(name).editor
        if isinstance(editor, QComboBox):
            select_data(editor, text)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        else:
            assert isinstance(editor, QLineEdit)
            editor.setText(text)


def enter(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return)


def undo_last(told: Told) -> None:
    undo = told.notices[-1][1]
    assert undo is not None
    undo()
