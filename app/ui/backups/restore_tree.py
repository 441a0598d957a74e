"""What a backup holds, as a tree with boxes to tick: a folder is read when it is first opened, and comes in a few rows at a time.

Thread: Qt's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.domain import formatting
from app.domain.text import language, tr
from app.domain.values.backups import EntryKind
from app.ui.backups import words
from app.ui.icons import icon

if TYPE_CHECKING:
    from app.domain.values.backups import SnapshotEntry

    Index = QModelIndex | QPersistentModelIndex

#: So many rows come in with one turn of the loop: a folder of ten thousand files does not stop the window.
ROWS_AT_ONCE = 200
_NAME, _SIZE, _MODIFIED = range(3)
_NOWHERE = QModelIndex()


@dataclass
class _Node:
    """An entry that was read. `children` in the order shown; `waiting`: read, but not in the tree yet."""

    id: int
    path: str
    entry: SnapshotEntry | None
    parent: _Node | None
    row: int
    children: list[_Node] = field(default_factory=list)
    waiting: list[SnapshotEntry] = field(default_factory=list)
    asked: bool = False

    @property
    def is_folder(self) -> bool:
        return self.entry is None or self.entry.kind is EntryKind.FOLDER


Browse = Callable[[str, Callable[[Sequence[Any]], None]], None]


class SnapshotTree(QAbstractItemModel):
    """See the module.

    Signals:
        ticked: other files are to be restored.
    """

    ticked = Signal()

    def __init__(self, browse: Browse, parent: QObject | None = None) -> None:
        """`browse(path, then)` reads a folder off Qt's thread and calls `then` with its entries."""
        super().__init__(parent)
        self._browse = browse
        self._nodes: dict[int, _Node] = {}
        self._root = self._node("/", None, None, 0)
        self._ticked: set[str] = set()
        self._filling: list[_Node] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fill_some)

    def _node(self, path: str, entry: SnapshotEntry | None, parent: _Node | None, row: int) -> _Node:
        made = _Node(len(self._nodes) + 1, path, entry, parent, row)
        self._nodes[made.id] = made
        return made

    # Ticks -------------------------------------------------------------------------------------------------------------------------

    def paths(self) -> tuple[str, ...]:
        """What is ticked; a folder stands for all that is in it."""
        return tuple(sorted(self._ticked))

    def tick(self, path: str, on: bool = True) -> None:
        """Tick an entry, or take its tick away."""
        if on:
            self._ticked = {other for other in self._ticked if not other.startswith(path + "/")} | {path}
        else:
            self._ticked.discard(path)
        self._repaint()
        self.ticked.emit()

    def _inherited(self, node: _Node) -> bool:
        """Whether a folder above it is ticked."""
        above = node.parent
        while above is not None:
            if above.path in self._ticked:
                return True
            above = above.parent
        return False

    def _state(self, node: _Node) -> Qt.CheckState:
        if node.path in self._ticked or self._inherited(node):
            return Qt.CheckState.Checked
        if node.is_folder and any(path.startswith(node.path + "/") for path in self._ticked):
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Unchecked

    def _repaint(self) -> None:
        for node in self._nodes.values():
            if node.children:
                first, last = node.children[0], node.children[-1]
                self.dataChanged.emit(self._index(first), self._index(last), [Qt.ItemDataRole.CheckStateRole])

    # Reading -----------------------------------------------------------------------------------------------------------------------

    def canFetchMore(self, parent: Index) -> bool:
        node = self._at(parent)
        return parent.column() <= 0 and node.is_folder and not node.asked

    def fetchMore(self, parent: Index) -> None:
        node = self._at(parent)
        if node.is_folder and not node.asked:
            node.asked = True
            self._browse(node.path, lambda entries: self._read(node, entries))

    def _read(self, node: _Node, entries: Sequence[SnapshotEntry]) -> None:
        node.waiting = list(entries)[::-1]
        self._filling.append(node)
        self._fill_some()
        if self._filling:
            self._timer.start()

    def _fill_some(self) -> None:
        if not self._filling:
            self._timer.stop()
            return
        node = self._filling[0]
        count = min(ROWS_AT_ONCE, len(node.waiting))
        if count:
            first = len(node.children)
            self.beginInsertRows(self._index(node), first, first + count - 1)
            for _ in range(count):
                entry = node.waiting.pop()
                node.children.append(self._node(entry.path, entry, node, len(node.children)))
            self.endInsertRows()
        if not node.waiting:
            self._filling.pop(0)

    # What Qt asks ------------------------------------------------------------------------------------------------------------------

    def _at(self, index: Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: _Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.id)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        node = self._at(parent)
        there = parent.column() <= 0 and 0 <= row < len(node.children) and 0 <= column < 3
        return self.createIndex(row, column, node.children[row].id) if there else QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override] # QObject has one of that name
        above = self._at(index).parent if index.isValid() else None
        return self._index(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._at(parent).children)  # the rest of a line has no lines below it

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 3

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        node = self._at(parent)
        return parent.column() <= 0 and node.is_folder and (not node.asked or bool(node.children) or bool(node.waiting))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == _NAME and not self._inherited(self._at(index)):
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._at(index)
        entry = node.entry
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(entry, index.column())
            case Qt.ItemDataRole.CheckStateRole if index.column() == _NAME:
                return self._state(node)
            case Qt.ItemDataRole.DecorationRole if index.column() == _NAME:
                return icon("folder" if node.is_folder else "file", "text_muted")
            case Qt.ItemDataRole.TextAlignmentRole if index.column() != _NAME:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return entry.path
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick(self._at(index).path, Qt.CheckState(value) is not Qt.CheckState.Unchecked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (tr("Nom"), tr("Taille"), tr("Modifié"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if section == _NAME else Qt.AlignmentFlag.AlignRight)
        return None


def _text(entry: SnapshotEntry, column: int) -> str:
    if column == _NAME:
        return entry.name
    if column == _SIZE:
        return words.size(entry.size) if entry.kind is EntryKind.FILE else ""
    return formatting.date_time(entry.modified, language()) if entry.modified is not None else ""
