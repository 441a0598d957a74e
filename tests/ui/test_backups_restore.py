"""Getting files back through the window, with the real restic: which backup, which files, where to, and what is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import OpenFolder
from app.domain.records import BackupOperation, BackupResult
from app.domain.values.backups import EntryKind, RestorePreview, SnapshotEntry
from app.ui.backups.restore import RestoreDialog
from app.ui.backups.restore_tree import ROWS_AT_ONCE, SnapshotTree
from app.ui.backups.view import BackupsScreen
from app.ui.screen import Route, ScreenContext
from app.ui.tasks import TaskRunner, Tasks
from tests.backup_office import (
    PASSWORD,
    MemoryKeyring,
    fill,
    folder_destination,
    memory_keyring,
    ready_repository,
    restored,
    same_tree,
    small_plan,
)
from tests.ui.backups_desk import MakeContext, shows
from tests.ui.backups_office import backing_office, here
from tests.ui.conftest import Told


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as backend:
        yield backend


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two folders beside one another, one of them within."""
    folder = fill(tmp_path / "à sauver", 6)
    fill(folder / "Comptabilité", 3)
    fill(folder / "Photos", 2)
    return folder


@pytest.fixture
def office(tmp_path: Path, source: Path) -> Iterator[OpenFolder]:
    """An office that was backed up once."""
    opened = backing_office(tmp_path / "data")
    opened.services.backups.set_plan(small_plan(folder_destination(ready_repository(tmp_path / "repo")), source), PASSWORD)
    assert opened.services.backups.run().result is BackupResult.SUCCESS
    yield opened
    opened.close()


@pytest.fixture
def begin(qtbot: QtBot, make_context: MakeContext, office: OpenFolder) -> Callable[..., tuple[BackupsScreen, RestoreDialog]]:
    """The screen with its assistant open."""

    def made(tasks: Tasks | None = None) -> tuple[BackupsScreen, RestoreDialog]:
        screen = shows(qtbot, make_context, office)(Route("backups", action="restore"), tasks)
        qtbot.waitUntil(lambda: screen.dialog is not None)
        dialog = screen.dialog
        assert isinstance(dialog, RestoreDialog)
        qtbot.waitUntil(lambda: dialog.snapshots.list.count() > 0, timeout=20_000)
        return screen, dialog

    return made


Begin = Callable[..., tuple[BackupsScreen, RestoreDialog]]


def ahead(qtbot: QtBot, dialog: RestoreDialog) -> None:
    """On to the summary, once it is there."""
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.summary.planned is not None or dialog.current is not dialog.summary, timeout=20_000)


def names(tree: SnapshotTree, parent: QModelIndex) -> list[str]:
    return [str(tree.index(row, 0, parent).data()) for row in range(tree.rowCount(parent))]


def find(tree: SnapshotTree, name: str) -> QModelIndex:
    """An entry that was read."""
    found = tree.match(tree.index(0, 0), Qt.ItemDataRole.DisplayRole, name, 1, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert found, name
    return found[0]


def test_everything_comes_back_byte_for_byte(
    qtbot: QtBot, begin: Begin, office: OpenFolder, source: Path, tmp_path: Path, told: Told
) -> None:
    screen, dialog = begin()
    assert dialog.snapshots.snapshot is not None
    dialog.go_on()
    assert dialog.files.everything.isChecked()
    dialog.go_on()
    (tmp_path / "ici").mkdir()
    dialog.target.set_folder(str(tmp_path / "ici"))
    ahead(qtbot, dialog)
    planned = dialog.summary.planned
    assert planned is not None and planned.files == 11 and dialog.summary.facts.fact("files") == "11"
    assert not Path(planned.folder).exists(), "nothing is written before the last button"
    dialog.go_on()
    assert screen.dialog is None and screen.bar.isVisible()
    same_tree(source, restored(office.services.backups, planned.folder, source))
    report = office.services.backups.history(here(office))[0]
    assert (report.operation, report.result) == (BackupOperation.RESTORE, BackupResult.SUCCESS)
    opened: list[QUrl] = []
    screen.open_url = lambda url: opened.append(url) is None  # type: ignore[func-returns-value]
    opening = next(each for each in screen.bar.findChildren(QPushButton) if each.text() == "Ouvrir le dossier")
    opening.click()
    assert [Path(url.toLocalFile()) for url in opened] == [Path(planned.folder)]
    assert screen.bar.accessibleName().startswith("11 fichiers restaurés dans")


def test_only_what_is_ticked_comes_back(qtbot: QtBot, begin: Begin, office: OpenFolder, source: Path, tmp_path: Path) -> None:
    _, dialog = begin()
    dialog.go_on()
    dialog.files.some.setChecked(True)
    tree = dialog.files.tree
    assert tree is not None
    view = dialog.files.view
    qtbot.waitUntil(lambda: view.isExpanded(find(tree, source.parent.name)))
    assert names(tree, find(tree, source.name)) == [] or view.isExpanded(find(tree, source.name)), "opened down to where there is a choice"
    dialog.go_on()
    assert dialog.current is dialog.files and dialog.files._error.isVisible(), "nothing is ticked"
    if not view.isExpanded(find(tree, source.name)):
        view.expand(find(tree, source.name))
    qtbot.waitUntil(lambda: tree.rowCount(find(tree, source.name)) == 8)
    folder = find(tree, "Comptabilité")
    tree.setData(folder, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    view.setCurrentIndex(tree.index(2, 0, find(tree, source.name)))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(dialog.files.paths()) == 2 and dialog.files._count.text() == "Cochés\u00a0: 2"
    assert find(tree, source.name).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.PartiallyChecked
    dialog.go_on()
    dialog.target.set_folder(str(tmp_path))
    ahead(qtbot, dialog)
    planned = dialog.summary.planned
    assert planned is not None and planned.files == 4
    dialog.go_on()
    came = restored(office.services.backups, planned.folder, source)
    same_tree(source / "Comptabilité", came / "Comptabilité")
    assert sum(path.is_file() for path in came.rglob("*")) == 4 and not (came / "Photos").exists()


def test_a_folder_that_is_none_is_told_at_its_field(qtbot: QtBot, begin: Begin, tmp_path: Path) -> None:
    _, dialog = begin()
    dialog.go_on()
    dialog.go_on()
    dialog.target.set_folder("")
    dialog.go_on()
    assert dialog.current is dialog.target and dialog.target.field.error
    dialog.target.set_folder(str(tmp_path / "nulle part"))
    ahead(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.current is dialog.target)
    assert "un dossier qui existe" in (dialog.target.field.error or "")
    dialog.target.choose_folder = lambda: str(tmp_path)
    dialog.target._choose()
    ahead(qtbot, dialog)
    assert dialog.summary.planned is not None


def test_without_room_nothing_is_begun(
    qtbot: QtBot, begin: Begin, office: OpenFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, dialog = begin()
    full = RestorePreview(str(tmp_path / "x"), 5, 10_000_000, 1000, ())
    monkeypatch.setattr(office.services.backups, "preview", lambda *_: full)
    dialog.go_on()
    dialog.go_on()
    dialog.target.set_folder(str(tmp_path))
    ahead(qtbot, dialog)
    assert "pas assez de place" in dialog.summary._error.text() and not dialog._next.isEnabled()
    dialog.go_on()
    assert screen.runs.operation is None and screen.dialog is dialog
    dialog.back()
    assert dialog._next.isEnabled()


def test_a_repository_that_cannot_be_read_says_so(
    qtbot: QtBot, make_context: Callable[..., ScreenContext], office: OpenFolder, tmp_path: Path
) -> None:
    (tmp_path / "repo").rename(tmp_path / "débranché")
    screen = BackupsScreen(make_context(office.services))
    qtbot.addWidget(screen)
    screen.show()
    screen.activate(Route("backups", action="restore"))
    dialog = screen.dialog
    assert isinstance(dialog, RestoreDialog)
    assert "Le disque est-il branché" in dialog.snapshots.told.text()
    dialog.go_on()
    assert dialog.current is dialog.snapshots


def test_with_real_threads(qtbot: QtBot, begin: Begin, threaded_tasks: TaskRunner, source: Path, tmp_path: Path, told: Told) -> None:
    screen, dialog = begin(threaded_tasks)
    dialog.go_on()
    dialog.go_on()
    dialog.target.set_folder(str(tmp_path))
    ahead(qtbot, dialog)
    planned = dialog.summary.planned
    assert planned is not None
    dialog.go_on()
    assert screen.runs.operation is BackupOperation.RESTORE and screen.card.run_bar.isVisible()
    qtbot.waitUntil(lambda: screen.bar.isVisible(), timeout=30_000)
    same_tree(source, Path(planned.folder, *source.absolute().parts[1:]))


# The tree ------------------------------------------------------------------------------------------------------------------------------


def entry(path: str, kind: EntryKind = EntryKind.FILE) -> SnapshotEntry:
    return SnapshotEntry(path, path.rsplit("/", 1)[1], kind, 10, None)


class Repository:
    """Answers for folders, and remembers which were asked for."""

    def __init__(self, **folders: Sequence[SnapshotEntry]) -> None:
        self.folders = {"/" + name.strip("_"): entries for name, entries in folders.items()}
        self.asked: list[str] = []

    def __call__(self, path: str, then: Callable[[Sequence[Any]], None]) -> None:
        self.asked.append(path)
        then(self.folders.get(path, ()))


@pytest.fixture
def repository() -> Repository:
    many = [entry(f"/a/{number:05}") for number in range(1000)]
    return Repository(_=[entry("/a", EntryKind.FOLDER), entry("/b", EntryKind.FOLDER), entry("/c.txt")], a=many)


def test_a_folder_is_read_when_it_is_opened_and_comes_in_pieces(qtbot: QtBot, repository: Repository) -> None:
    tree = SnapshotTree(repository)
    tree.fetchMore(QModelIndex())
    assert repository.asked == ["/"] and names(tree, QModelIndex()) == ["a", "b", "c.txt"]
    folder = tree.index(0, 0)
    assert tree.canFetchMore(folder) and tree.hasChildren(folder) and not tree.hasChildren(tree.index(2, 0))
    tree.fetchMore(folder)
    assert repository.asked == ["/", "/a"] and tree.rowCount(folder) == ROWS_AT_ONCE, "the window is not made to wait for all of it"
    qtbot.waitUntil(lambda: tree.rowCount(folder) == 1000)
    assert names(tree, folder) == [f"{number:05}" for number in range(1000)] and not tree.canFetchMore(folder)
    tree.fetchMore(tree.index(1, 0))
    assert not tree.hasChildren(tree.index(1, 0)), "an empty folder"


def test_the_tree_keeps_the_rules_of_models(qtbot: QtBot, repository: Repository) -> None:
    tree = SnapshotTree(repository)
    QAbstractItemModelTester(tree, QAbstractItemModelTester.FailureReportingMode.Warning, tree)
    tree.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: tree.rowCount(tree.index(0, 0)) == 1000)
    tree.tick("/a/00001")


def test_a_ticked_folder_stands_for_all_that_is_in_it(qtbot: QtBot, repository: Repository) -> None:
    tree = SnapshotTree(repository)
    tree.fetchMore(QModelIndex())
    folder = tree.index(0, 0)
    tree.fetchMore(folder)
    state = Qt.ItemDataRole.CheckStateRole
    tree.tick("/a/00001")
    assert folder.data(state) is Qt.CheckState.PartiallyChecked and tree.paths() == ("/a/00001",)
    tree.tick("/a")
    child = tree.index(1, 0, folder)
    assert tree.paths() == ("/a",) and child.data(state) is Qt.CheckState.Checked
    assert not child.flags() & Qt.ItemFlag.ItemIsUserCheckable and folder.flags() & Qt.ItemFlag.ItemIsUserCheckable
    tree.tick("/a", False)
    assert tree.paths() == () and child.data(state) is Qt.CheckState.Unchecked
