"""The documents screen on a real data folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.errors import InputError
from app.ui.documents.listing import size_text
from app.ui.documents.view import DocumentsScreen
from app.ui.screen import Route, ScreenContext
from tests.offices import add_three_contracts, open_office
from tests.ui.conftest import MemorySettings, Told

MakeContext = Callable[..., ScreenContext]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def make_screen(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> Callable[..., DocumentsScreen]:
    def make(route: Route | None = None) -> DocumentsScreen:
        screen = DocumentsScreen(make_context(office.services))
        qtbot.addWidget(screen)
        screen.resize(1084, 660)
        screen.show()
        screen.set_site(None)
        screen.activate(route or Route("documents"))
        return screen

    return make


def filled(office: OpenFolder, tmp_path: Path) -> list[str]:
    """Three contracts on paper and a text file; the contracts' numbers."""
    numbers = list(add_three_contracts(office))
    for number in numbers:
        office.services.papers.keep(number)
    note = tmp_path / "Facture été.txt"
    note.write_text("Bonjour")
    office.services.documents.attach(note)
    return numbers


def titles(screen: DocumentsScreen) -> list[str]:
    model = screen.table.model
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def test_a_new_office_is_invited_once(make_screen: Callable[..., DocumentsScreen]) -> None:
    screen = make_screen()
    assert screen.table.total == 0
    assert any("Aucun document pour l’instant" in label.text() for label in screen.findChildren(QLabel))
    assert not screen.preview.isVisible()


def test_chosen_document_is_previewed_with_its_facts(
    make_screen: Callable[..., DocumentsScreen], office: OpenFolder, tmp_path: Path
) -> None:
    numbers = filled(office, tmp_path)
    screen = make_screen()
    assert len(titles(screen)) == 4
    row = next(each for each in office.services.documents.rows() if each.contract_number == numbers[0])
    screen.activate(Route("documents", row.id))
    assert screen.table.current_id == row.id
    assert screen._name.text() == f"Contrat {numbers[0]}"
    assert screen.preview.pages >= 2
    assert screen._print.isEnabled()
    assert "Contrat · 22/11/2026" in screen._facts.text()


def test_search_filter_and_sort(make_screen: Callable[..., DocumentsScreen], office: OpenFolder, tmp_path: Path) -> None:
    numbers = filled(office, tmp_path)
    screen = make_screen()
    screen._search.setText("ete fac")
    assert titles(screen) == ["Facture été.txt"]
    screen._search.setText(numbers[1].lower())
    assert titles(screen) == [f"Contrat {numbers[1]}"]
    screen._search.clear()
    screen._chips.set_values({"kind": ("attachment",)})
    assert titles(screen) == ["Facture été.txt"]
    screen._chips.clear()
    screen.table.view.horizontalHeader().sectionClicked.emit(0)
    assert titles(screen) == sorted(titles(screen), key=str.casefold)
    screen.table.view.horizontalHeader().sectionClicked.emit(0)
    assert titles(screen)[0] == "Facture été.txt"
    screen._search.setText("rien de tel")
    assert any("ne correspond" in label.text() for label in screen.findChildren(QLabel))


def test_no_document_is_shown_beside_a_list_that_has_none(
    make_screen: Callable[..., DocumentsScreen], office: OpenFolder, tmp_path: Path
) -> None:
    filled(office, tmp_path)
    screen = make_screen()
    screen.activate(Route("documents", office.services.documents.rows()[0].id))
    shown = screen._name.text()
    screen._search.setText("rien de tel")
    assert not screen.preview.isVisible()
    assert not screen.preview.content
    screen._search.clear()
    assert screen.preview.isVisible()
    assert screen._name.text() == shown
    assert screen.preview.content


def test_goes_to_the_contract_it_belongs_to(
    make_screen: Callable[..., DocumentsScreen], office: OpenFolder, tmp_path: Path, told: Told
) -> None:
    filled(office, tmp_path)
    row = next(each for each in office.services.documents.rows() if each.contract_id)
    screen = make_screen(Route("documents", row.id))
    screen._go.click()
    assert told.routes == [Route("contracts", row.contract_id)]


def test_delete_and_undo(make_screen: Callable[..., DocumentsScreen], office: OpenFolder, tmp_path: Path, told: Told) -> None:
    filled(office, tmp_path)
    screen = make_screen()
    screen.table.view.selectRow(0)
    chosen = screen.table.current_id
    QTest.keyClick(screen.table.view, Qt.Key.Key_Delete)
    assert screen.table.total == 3
    text, undo = told.notices[-1]
    assert "supprimé" in text
    assert undo is not None
    undo()
    assert screen.table.total == 4
    assert screen.table.current_id == chosen
    screen.table.view.selectAll()
    screen.delete_selected()
    assert screen.table.total == 0
    assert told.notices[-1][0] == "4 documents supprimés"


def test_attach_by_button_and_by_drop(make_screen: Callable[..., DocumentsScreen], tmp_path: Path, told: Told) -> None:
    screen = make_screen()
    good, other = tmp_path / "notice.pdf", tmp_path / "photo.txt"
    good.write_bytes(b"%PDF-1.4 half")
    other.write_text("texte")
    screen.choose_files = lambda: [good]
    screen.attach()
    assert titles(screen) == ["notice.pdf"]
    assert "endommagé" in screen.preview.message
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other)), QUrl("https://example.org")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QDropEvent.Type.Drop
    )
    screen.dropEvent(drop)
    assert sorted(titles(screen)) == ["notice.pdf", "photo.txt"]
    assert "Pas d’aperçu" in screen.preview.message
    assert told.changes == 2


def test_what_is_refused_is_said_and_the_rest_is_kept(make_screen: Callable[..., DocumentsScreen], tmp_path: Path, told: Told) -> None:
    screen = make_screen()
    good, empty = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text("a")
    empty.write_text("")
    screen.attach_files([good, empty])
    assert titles(screen) == ["a.txt"]
    assert isinstance(told.errors[-1], InputError)


def test_a_missing_or_altered_file_is_said(make_screen: Callable[..., DocumentsScreen], office: OpenFolder, tmp_path: Path) -> None:
    filled(office, tmp_path)
    row = office.services.documents.rows()[0]
    row.path.write_bytes(b"changed")
    screen = make_screen(Route("documents", row.id))
    assert "modifié hors de Parclair" in screen.preview.message
    row.path.unlink()
    screen._shown = None
    screen.activate(Route("documents", row.id))
    assert "manque" in screen.preview.message


def test_long_names_do_not_widen_the_window(make_screen: Callable[..., DocumentsScreen], tmp_path: Path) -> None:
    screen = make_screen()
    path = tmp_path / ("x" * 200 + ".txt")
    path.write_text("x")
    screen.attach_files([path])
    assert screen.minimumSizeHint().width() < 900


def test_split_is_remembered(make_screen: Callable[..., DocumentsScreen], ui_settings: MemorySettings) -> None:
    screen = make_screen()
    screen._split.setSizes([300, 700])
    screen._split.splitterMoved.emit(300, 1)
    assert 20 <= ui_settings.get_int("documents.table_share") <= 80


def test_sizes_in_words() -> None:
    assert size_text(842) == "842\u00a0octets"
    assert size_text(12 * 1024) == "12\u00a0Ko"
    assert size_text(1_500_000) == "1,4\u00a0Mo"
