"""Widgets shared by the screens. Import them from here: `from app.ui.widgets import DataTable, Form`.

Each comes from its module when it is first asked for, so that the window can paint before tables and forms are loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.widgets.assistant import AssistantDialog, AssistantStep
    from app.ui.widgets.basics import (
        ElidedLabel,
        IconLabel,
        SectionCard,
        button,
        clear_layout,
        column,
        figure_label,
        icon_button,
        line,
        reveal,
        row,
        scrolled,
        text_label,
    )
    from app.ui.widgets.chips import FilterChips, FilterGroup, FlowLayout, choice_chip
    from app.ui.widgets.clamped import ClampedLabel
    from app.ui.widgets.data_table import DataTable
    from app.ui.widgets.explain import Popover, WhyButton, explanation_view
    from app.ui.widgets.fields import AmountField, DateField, SearchField, mark_invalid, parse_amount, parse_day
    from app.ui.widgets.forms import Form, FormField, choice_combo, enum_combo, expected, read_editor, select_data
    from app.ui.widgets.panels import AskDialog, ConfirmBar, DetailPanel, ask
    from app.ui.widgets.states import Busy, EmptyState, ErrorState, StateBadge, cover_stack
    from app.ui.widgets.table_columns import Cell, Column
    from app.ui.widgets.table_model import Page

__all__ = [
    "AmountField",
    "AskDialog",
    "AssistantDialog",
    "AssistantStep",
    "Busy",
    "Cell",
    "ClampedLabel",
    "Column",
    "ConfirmBar",
    "DataTable",
    "DateField",
    "DetailPanel",
    "ElidedLabel",
    "EmptyState",
    "ErrorState",
    "FilterChips",
    "FilterGroup",
    "FlowLayout",
    "Form",
    "FormField",
    "IconLabel",
    "Page",
    "Popover",
    "SearchField",
    "SectionCard",
    "StateBadge",
    "WhyButton",
    "ask",
    "button",
    "choice_chip",
    "choice_combo",
    "clear_layout",
    "column",
    "cover_stack",
    "enum_combo",
    "expected",
    "explanation_view",
    "figure_label",
    "icon_button",
    "line",
    "mark_invalid",
    "parse_amount",
    "parse_day",
    "read_editor",
    "reveal",
    "row",
    "scrolled",
    "select_data",
    "text_label",
]

_MODULES = {
    "assistant": ("AssistantDialog", "AssistantStep"),
    "basics": (
        "ElidedLabel",
        "IconLabel",
        "SectionCard",
        "button",
        "clear_layout",
        "column",
        "figure_label",
        "icon_button",
        "line",
        "reveal",
        "row",
        "scrolled",
        "text_label",
    ),
    "chips": ("FilterChips", "FilterGroup", "FlowLayout", "choice_chip"),
    "clamped": ("ClampedLabel",),
    "data_table": ("DataTable",),
    "explain": ("Popover", "WhyButton", "explanation_view"),
    "fields": ("AmountField", "DateField", "SearchField", "mark_invalid", "parse_amount", "parse_day"),
    "forms": ("Form", "FormField", "choice_combo", "enum_combo", "expected", "read_editor", "select_data"),
    "panels": ("AskDialog", "ConfirmBar", "DetailPanel", "ask"),
    "states": ("Busy", "EmptyState", "ErrorState", "StateBadge", "cover_stack"),
    "table_columns": ("Cell", "Column"),
    "table_model": ("Page",),
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    module = _PLACES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value
