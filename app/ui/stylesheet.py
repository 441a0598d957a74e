"""The style sheet, made from the colours of a theme. Part of the theme: `app/ui/theme.py` is its only user."""

from __future__ import annotations

from collections.abc import Mapping

_TEMPLATE = """
QWidget { color: @text; }
QMainWindow, QDialog, #page { background: @window; }
QToolTip { color: @text; background: @raised; border: 1px solid @border_strong; padding: 4px 6px; }

QLabel[kind="heading"] { font-size: @heading; font-weight: 600; }
QLabel[kind="subheading"] { font-size: @subheading; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: @text_muted; }
QLabel[kind="small"] { color: @text_muted; font-size: @small; }
QLabel[kind="overline"] { color: @text_muted; font-size: @small; font-weight: 600; }
QLabel[kind="error"] { color: @danger_text; }
QLabel:disabled { color: @text_disabled; }

QPushButton, QToolButton[kind="button"] {
  background: @raised; color: @text; border: 1px solid @border_strong; border-radius: 4px; padding: 4px 11px; min-height: 18px;
}
QPushButton:hover, QToolButton[kind="button"]:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked, QToolButton[kind="button"]:pressed { background: @pressed; }
QPushButton:focus, QToolButton[kind="button"]:focus { border: 2px solid @focus; padding: 3px 10px; }
QPushButton:disabled, QToolButton[kind="button"]:disabled { color: @text_disabled; border-color: @border; background: @window; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled { background: @pressed; color: @text_disabled; border-color: @pressed; }
QPushButton[kind="danger"] { color: @danger_text; border-color: @danger_line; }
QPushButton[kind="danger"]:hover { background: @danger_soft; }
QPushButton[kind="danger"]:focus { border: 2px solid @focus; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border: 1px solid transparent; border-radius: 4px; }
QPushButton[kind="quiet"] { padding: 4px 7px; }
QToolButton[kind="quiet"] { padding: 4px; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:checked { background: @pressed; }
QPushButton[kind="quiet"]:focus { border: 2px solid @focus; padding: 3px 6px; }
QToolButton[kind="quiet"]:focus { border: 2px solid @focus; padding: 3px; }
QPushButton[kind="link"] {
  background: transparent; border: 1px solid transparent; color: @accent; text-align: left; padding: 1px 3px; min-height: 16px;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid @focus; padding: 0px 2px; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: url("@image_down"); width: 12px; height: 12px; subcontrol-position: right center; right: 4px; }
QPushButton[menu="true"] { padding-right: 20px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: @surface; color: @text; border: 1px solid @border_strong; border-radius: 4px; padding: 3px 7px; min-height: 20px;
  selection-background-color: @accent; selection-color: @on_accent;
}
QPlainTextEdit, QTextEdit { padding: 3px 4px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QSpinBox:hover, QComboBox:hover { border-color: @text_muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus { border: 2px solid @focus; padding: 2px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 2px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {
  background: @window; color: @text_disabled; border-color: @border;
}
QLineEdit:read-only { background: @window; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"], QSpinBox[invalid="true"] {
  border: 2px solid @danger_line; padding: 2px 6px;
}
QComboBox { padding-right: 4px; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-position: right center; }
QComboBox::down-arrow { image: url("@image_down"); width: 14px; height: 14px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: none; width: 20px; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("@image_up"); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("@image_down"); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
  background: @raised; border: 1px solid @border_strong; outline: 0; selection-background-color: @accent_soft;
  selection-color: @on_accent_soft; padding: 2px;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @focus; }
QCheckBox:disabled, QRadioButton:disabled { color: @text_disabled; }
QCheckBox::indicator, QRadioButton::indicator, QMenu::indicator:non-exclusive {
  width: 14px; height: 14px; border: 1px solid @border_strong; border-radius: 3px; background: @surface;
}
QRadioButton::indicator { border-radius: 8px; }
QTreeView::indicator { width: 14px; height: 14px; border: 1px solid @border_strong; border-radius: 3px; background: @surface; }
QTreeView::indicator:checked { background: @accent; border-color: @accent; image: url("@image_check"); }
QTreeView::indicator:indeterminate { background: @accent_soft; border: 4px solid @accent; width: 8px; height: 8px; }
QTreeView::item { min-height: 24px; }
QCheckBox::indicator:checked, QMenu::indicator:non-exclusive:checked { background: @accent; border-color: @accent; image: url("@image_check"); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url("@image_dot"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @window; border-color: @border; }
QMenu::indicator:non-exclusive { margin-left: 8px; }

QMenu { background: @raised; border: 1px solid @border_strong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 3px; }
QMenu::item:selected { background: @accent_soft; color: @on_accent_soft; }
QMenu::item:disabled { color: @text_disabled; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: @text_muted; padding: 6px 10px; margin-right: 2px; border: 2px solid transparent; border-bottom-width: 3px;
}
QTabBar[close="true"]::tab { padding: 6px 3px; margin-right: 0; }
QTabBar::tab:hover { color: @text; background: @hover; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { border: 2px solid @focus; border-bottom: 3px solid @focus; }

QTableView, QListView, QTreeView {
  background: @surface; border: 1px solid @border; outline: 0; gridline-color: @border;
  selection-background-color: @accent_soft; selection-color: @on_accent_soft; alternate-background-color: @stripe;
}
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid @focus; }
QHeaderView { background: @header; border: none; }
QHeaderView::section {
  background: @header; color: @text_muted; border: none; border-bottom: 1px solid @border; border-right: 1px solid @border; padding: 5px 6px;
}
QHeaderView::section:hover { color: @text; background: @hover; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: @header; border: none; border-bottom: 1px solid @border; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @border_strong; margin: 3px; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @text_muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: @pressed; border: none; border-radius: 3px; height: 6px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

#rule { background: @border; }
#card { background: @surface; border: 1px solid @border; border-radius: 6px; }
#toolbar { background: @window; }
#topbar { background: @surface; border-bottom: 1px solid @border; }
#sidebar { background: @sidebar; border-right: 1px solid @border; }
#sidebar QToolButton {
  background: transparent; border: 2px solid transparent; border-radius: 4px; text-align: left; padding: 0; color: @text;
}
#sidebar QToolButton:hover { background: @pressed; }
#sidebar QToolButton:checked { background: @accent_soft; color: @on_accent_soft; font-weight: 600; }
#sidebar QToolButton:focus { border: 2px solid @focus; }
#sidebar QToolButton:disabled { color: @text_disabled; }
#hits { border: none; background: transparent; }
#popover { background: @raised; border: 1px solid @border_strong; border-radius: 6px; }
#toast { background: @text; border-radius: 6px; }
#toast QLabel { color: @surface; }
#toast QPushButton { background: transparent; color: @surface; border: 1px solid @text_muted; font-weight: 600; }
#toast QPushButton:focus { border: 2px solid @surface; }
#toast QToolButton { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 3px; }
#toast QToolButton:focus { border: 2px solid @surface; }
#banner[state="danger"] { background: @danger_soft; border-bottom: 1px solid @danger_line; }
#banner[state="warning"] { background: @warning_soft; border-bottom: 1px solid @warning_line; }
#banner[state="info"] { background: @info_soft; border-bottom: 1px solid @info_line; }
#banner[state="ok"] { background: @ok_soft; border-bottom: 1px solid @ok_line; }
#banner[state="danger"] QLabel { color: @danger_text; }
#banner[state="warning"] QLabel { color: @warning_text; }
#banner[state="info"] QLabel { color: @info_text; }
#banner[state="ok"] QLabel { color: @ok_text; }
#confirmbar { background: @accent_soft; border: 1px solid @border; border-radius: 4px; }
#confirmbar QLabel { color: @on_accent_soft; font-weight: 600; }
#steps { background: @sidebar; border: none; border-right: 1px solid @border; }
#chip { background: @neutral_soft; color: @neutral_text; border: 1px solid @border; border-radius: 12px; padding: 2px 8px; }
#chip[state="warning"] { background: @warning_soft; color: @warning_text; border-color: @warning_line; }
#chip[state="danger"] { background: @danger_soft; color: @danger_text; border-color: @danger_line; }
#chip[state="info"] { background: @info_soft; color: @info_text; border-color: @info_line; }
#chip:hover { background: @pressed; }
#chip:focus { border: 2px solid @focus; padding: 1px 7px; }
#chip:checked { background: @accent_soft; color: @on_accent_soft; border-color: @accent; }
"""


def stylesheet(values: Mapping[str, str]) -> str:
    """The style sheet with every `@name` replaced by its value."""
    sheet = _TEMPLATE
    # Longest names first, so that @text does not eat the start of @text_muted.
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet
