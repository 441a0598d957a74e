"""Widgets shared by the screens. Import them from here: `from app.ui.widgets import DataTable, Form`."""

from __future__ import annotations

from app.ui.widgets.assistant import AssistantDialog, AssistantStep
from app.ui.widgets.basics import (
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
from app.ui.widgets.chips import FilterChips, FilterGroup, FlowLayout
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.explain import Popover, WhyButton, explanation_view
from app.ui.widgets.fields import AmountField, DateField, SearchField, mark_invalid, parse_amount, parse_day
from app.ui.widgets.forms import Form, FormField, choice_combo, enum_combo, expected, read_editor, select_data
from app.ui.widgets.panels import AskDialog, ConfirmBar, DetailPanel, ask
from app.ui.widgets.states import Busy, EmptyState, ErrorState, StateBadge
from app.ui.widgets.table_columns import Cell, Column
from app.ui.widgets.table_model import Page

__all__ = [
    "AmountField",
    "AskDialog",
    "AssistantDialog",
    "AssistantStep",
    "Busy",
    "Cell",
    "Column",
    "ConfirmBar",
    "DataTable",
    "DateField",
    "DetailPanel",
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
    "choice_combo",
    "clear_layout",
    "column",
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
