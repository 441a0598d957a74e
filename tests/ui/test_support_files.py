"""Files dropped anywhere on a message or a request are attached; what may not be attached is said in words, at once, by name."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import InputError
from app.domain.records import Urgency
from app.domain.text import msg, set_language
from app.ui.screen import ScreenContext
from app.ui.support.new_request import NewRequestDialog
from app.ui.support.thread import ThreadPanel
from app.ui.widgets.basics import ToolButton
from tests.ui.support_office import SupportOffice, support_office

Context = Callable[..., ScreenContext]
COPY_OR_MOVE = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    with support_office(tmp_path / "data") as made:
        yield made


@pytest.fixture
def dialog(office: SupportOffice, host: QWidget, make_context: Context) -> NewRequestDialog:
    made = NewRequestDialog(make_context(office.services)._replace(today=office.clock.today), host, None, None, None)
    made.open()
    return made


@pytest.fixture
def panel(office: SupportOffice, make_context: Context, qtbot: QtBot) -> ThreadPanel:
    made = ThreadPanel(make_context(office.services)._replace(today=office.clock.today))
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    made.show_request(office.ask("Plus de tickets"))
    return made


@pytest.fixture
def note(tmp_path: Path) -> Path:
    made = tmp_path / "journal.txt"
    made.write_text("Erreur 12", encoding="utf-8")
    return made


def mime_of(*paths: Path, text: str = "") -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        made.setText(text)
    return made


def drop(widget: QWidget, mime: QMimeData) -> tuple[bool, Qt.DropAction]:
    """Enter and drop, as Qt sends them to the widget below the pointer; whether it was taken, and as what."""
    place, buttons, keys = QPoint(5, 5), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # there is no other way to make one
        enter = QDragEnterEvent(place, COPY_OR_MOVE, mime, buttons, keys)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False, Qt.DropAction.IgnoreAction
    event = QDropEvent(QPointF(place), COPY_OR_MOVE, mime, buttons, keys, QEvent.Type.Drop)
    QApplication.sendEvent(widget, event)
    return event.isAccepted(), event.dropAction()


def names(strip: object) -> list[str]:
    return [item.name for item in strip.items]  # type: ignore[attr-defined]


# Where ------------------------------------------------------------------------------------------------------------------------------


def test_a_file_dropped_on_the_message_is_attached(panel: ThreadPanel, note: Path) -> None:
    for target in (panel.composer.text.viewport(), panel.composer, panel.composer.strip):
        assert drop(target, mime_of(note, text=note.as_uri())) == (True, Qt.DropAction.CopyAction)
        assert names(panel.composer.strip) == ["journal.txt"]
        panel.composer.strip.clear()
    assert panel.composer.message == ""


def test_a_file_dropped_anywhere_on_a_new_request_is_attached(dialog: NewRequestDialog, note: Path) -> None:
    details = dialog.details.field("description").editor
    subject = dialog.form.field("subject").editor
    assert isinstance(details, QPlainTextEdit) and isinstance(subject, QLineEdit)
    for target in (dialog, details.viewport(), subject, dialog.machine.search, dialog.strip):
        assert drop(target, mime_of(note, text=note.as_uri()))[0]
        assert names(dialog.strip) == ["journal.txt"]
        dialog.strip.clear()
    assert (details.toPlainText(), subject.text(), dialog.machine.search.text()) == ("", "", "")


def test_text_dropped_on_a_field_stays_text(panel: ThreadPanel) -> None:
    words = QMimeData()
    words.setText("Erreur 12")
    drop(panel.composer.text.viewport(), words)
    assert panel.composer.message == "Erreur 12"
    assert names(panel.composer.strip) == []


def test_a_picture_of_a_page_that_cannot_be_taken_is_told(panel: ThreadPanel) -> None:
    page = QMimeData()
    page.setUrls([QUrl("https://exemple.fr/photo.png")])
    assert drop(panel.composer.strip, page)[0]
    assert "copiez-la" in panel.composer.strip.wrong


# What -------------------------------------------------------------------------------------------------------------------------------


def test_what_is_wrong_is_said_when_it_is_dropped_and_the_good_ones_stay(dialog: NewRequestDialog, note: Path, tmp_path: Path) -> None:
    empty, folder, program, gone = tmp_path / "vide.txt", tmp_path / "dossier", tmp_path / "facture.pdf", tmp_path / "parti.txt"
    empty.write_bytes(b"")
    folder.mkdir()
    program.write_bytes(b"MZ" + bytes(64))
    drop(dialog, mime_of(empty, note, folder, program, gone))
    assert names(dialog.strip) == ["journal.txt"]
    said = dialog.strip.wrong
    for name in ("vide.txt", "dossier", "facture.pdf", "parti.txt"):
        assert f"«\u00a0{name}\u00a0» n’est pas joint. Il faut un " in said
    assert "file" not in said and "refusé" not in said
    assert str(tmp_path) not in said


def test_a_file_that_is_too_large_is_not_read_for_it(dialog: NewRequestDialog, tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    drop(dialog, mime_of(large))
    assert names(dialog.strip) == []
    assert "film.mp4" in dialog.strip.wrong and "50 Mio" in dialog.strip.wrong


def test_a_file_refused_when_it_is_sent_is_marked(dialog: NewRequestDialog, office: SupportOffice, note: Path, tmp_path: Path) -> None:
    other = tmp_path / "photo.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(other))
    dialog.strip.add_files([note, other])
    note.write_bytes(b"")
    dialog.urgency.tiles[Urgency.QUESTION].click()
    dialog.submit()
    assert office.rows() == []
    assert dialog.strip.shelf.refused == ("journal.txt",)
    assert (
        dialog.strip.wrong == "«\u00a0journal.txt\u00a0» n’est pas joint. Il faut un fichier qui n’est pas vide. Retirez-le pour envoyer."
    )
    dialog.strip.remove(dialog.strip.items[0])
    assert dialog.strip.wrong == ""
    dialog.submit()
    assert len(office.rows()) == 1


def test_too_many_files_are_told_as_such(dialog: NewRequestDialog) -> None:
    dialog._refused(InputError("file", 21, msg("au plus {n} fichiers à la fois", n=20)))
    assert dialog.strip.wrong == "Trop de fichiers\u00a0: il en faut au plus 20 fichiers à la fois."


def test_a_refusal_in_english(dialog: NewRequestDialog, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    set_language("en")
    dialog.strip.add_files([empty])
    assert dialog.strip.wrong == "“empty.txt” is not attached. It takes a file that is not empty."


# How many ---------------------------------------------------------------------------------------------------------------------------


def test_many_files_take_two_lines_and_each_can_be_reached(dialog: NewRequestDialog, tmp_path: Path, qtbot: QtBot) -> None:
    files = [tmp_path / f"journal {n}.txt" for n in range(12)]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    dialog.strip.add_files(files)
    shelf = dialog.strip.shelf
    tile = shelf.findChildren(ToolButton)[0].parentWidget()
    assert tile is not None
    qtbot.waitUntil(lambda: shelf.height() > 0 and shelf.height() <= 2 * tile.height() + 12)
    last = shelf.button_at(11)
    assert last is not None
    last.setFocus()
    shelf.ensureWidgetVisible(last)
    assert shelf.viewport().rect().intersects(last.rect().translated(last.mapTo(shelf.viewport(), QPoint())))
