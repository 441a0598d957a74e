"""The small widgets in which one types: dates, amounts, searches."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLabel
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError
from app.domain.text import set_language
from app.ui.widgets import (
    AmountField,
    DateField,
    ElidedLabel,
    SearchField,
    parse_amount,
    parse_day,
)

# Dates and amounts ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("22/11/2026", date(2026, 11, 22)),
        (" 1/2/2026 ", date(2026, 2, 1)),
        ("22.11.26", date(2026, 11, 22)),
        ("22-11-2026", date(2026, 11, 22)),
        ("22112026", date(2026, 11, 22)),
        ("221126", date(2026, 11, 22)),
        ("2026-11-22", date(2026, 11, 22)),
        ("29/02/2028", date(2028, 2, 29)),
        ("22 Nov 2026", date(2026, 11, 22)),
        ("1st March 2027", date(2027, 3, 1)),
        ("1er févr. 2027", date(2027, 2, 1)),
        ("22 NOVEMBRE 2026", date(2026, 11, 22)),
        ("", None),
    ],
)
def test_dates_are_read_as_people_type_them(typed: str, expected: date | None) -> None:
    assert parse_day(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/2026",
        "29/02/2027",
        "00/01/2026",
        "22/13/2026",
        "demain",
        "22/11",
        "22/11/2026x",
        "1/1/202",
        "٢٢/١١/٢٠٢٦x",
        "3 jui 2026",
        "3 no 2026",
        "31 June 2026",
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        parse_day(typed, "start")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_date_written_is_read_back(day: date) -> None:
    assert parse_day(f"{day:%d/%m}/{day.year:04}") == day
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1 234,56 €", "1234.56"),
        ("1\u202f234,5\u00a0€", "1234.50"),
        ("1234.56", "1234.56"),
        ("-3", "-3.00"),
        ("0", "0.00"),
        ("7,500", "7.50"),
        ("1,234.56", "1234.56"),
        ("-12,345,678.90", "-12345678.90"),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, expected: str) -> None:
    assert parse_amount(typed) == Decimal(expected)


@pytest.mark.parametrize("typed", ["1,2,3", "abc", "1e5", "NaN", "12.345", "1,234", "--1", "1" * 13, "1 234.56,78"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        parse_amount(typed)


def test_an_empty_amount_is_none() -> None:
    assert parse_amount("  ") is None


def test_a_date_field_flags_what_cannot_be_and_keeps_it(qtbot: QtBot) -> None:
    field = DateField("start", date(2026, 11, 22))
    qtbot.addWidget(field)
    assert field.text() == "22/11/2026"
    field.setText("31/02/2026")
    field.editingFinished.emit()
    assert field.property("invalid") == "true"
    assert field.text() == "31/02/2026"
    with pytest.raises(InputError) as refused:
        field.value()
    assert refused.value.field == "start"
    field.clear()
    QTest.keyClicks(field, "221126")
    assert field.property("invalid") == "false"
    field.editingFinished.emit()
    assert field.text() == "22/11/2026"


def test_a_date_field_writes_dates_as_english_does(qtbot: QtBot) -> None:
    set_language("en")
    field = DateField("start", date(2026, 11, 22))
    qtbot.addWidget(field)
    assert field.text() == "22 Nov 2026"
    assert field.value() == date(2026, 11, 22)
    field.setText("1/2/2027")
    field.editingFinished.emit()
    assert field.text() == "1 Feb 2027"


def test_a_title_without_room_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    label = ElidedLabel("Location d’appareils Cleaq pour le comptoir", "subheading")
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert QLabel.text(label).endswith("…")
    assert label.text() == label.toolTip() == label.accessibleName() == "Location d’appareils Cleaq pour le comptoir"
    label.resize(600, 24)
    assert QLabel.text(label) == label.text()
    assert not label.toolTip()
    label.setText("Notes")
    assert label.minimumSizeHint().width() < 96


def test_a_date_field_moves_by_keys(qtbot: QtBot) -> None:
    field = DateField("start", date(2026, 1, 31))
    qtbot.addWidget(field)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == date(2026, 2, 1)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert field.value() == date(2026, 2, 28)


def test_a_date_is_chosen_from_the_calendar(qtbot: QtBot) -> None:
    field = DateField("start", date(2026, 11, 22))
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toPython() == date(2026, 11, 22)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.activated.emit(calendar.selectedDate().addDays(3))
    assert field.value() == date(2026, 11, 25)


def test_an_amount_field_writes_french_and_flags(qtbot: QtBot) -> None:
    field = AmountField("price", Decimal("1234.5"))
    qtbot.addWidget(field)
    assert field.text() == "1\u202f234,50"
    assert field.alignment() & Qt.AlignmentFlag.AlignRight
    field.setText("douze")
    field.editingFinished.emit()
    assert field.property("invalid") == "true"
    field.setText("12")
    field.editingFinished.emit()
    assert (field.text(), field.value()) == ("12,00", Decimal("12.00"))


def test_an_amount_written_in_english_is_read_back(qtbot: QtBot) -> None:
    set_language("en")
    field = AmountField("price", Decimal("1234.5"))
    qtbot.addWidget(field)
    assert field.text() == "1,234.50"
    assert field.value() == Decimal("1234.50")


def test_a_search_field_tells_each_keystroke_and_escape_empties(qtbot: QtBot) -> None:
    field = SearchField("Chercher")
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, "pc")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["p", "pc", ""]
    with qtbot.waitSignal(field.left_down):
        QTest.keyClick(field, Qt.Key.Key_Down)
