"""A field to name a person: type a part of the name, choose, or keep a new name."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from app.domain.text import tr

_FOLDED = int(Qt.ItemDataRole.UserRole) + 1


def folded(text: str) -> str:
    """`text` in lower case, without accents and double spaces: how names are compared while typing."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


class PersonField(QComboBox):
    """Finds anywhere in the name, whatever the case and the accents. `person_changed` on every change."""

    person_changed = Signal()

    def __init__(self, people: Sequence[tuple[UUID, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setMinimumContentsLength(24)
        self._people: dict[str, UUID] = {}
        model = QStandardItemModel(self)
        self._items = model
        self.setModel(model)
        for person_id, name in people:
            self._append(person_id, name)
        completer = _Completer(model, self)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("Tapez un nom"))
            edit.setClearButtonEnabled(True)
        self.currentTextChanged.connect(self.person_changed)

    def _append(self, person_id: UUID, name: str) -> None:
        item = QStandardItem(name)
        item.setData(folded(name), _FOLDED)
        item.setEditable(False)
        self._items.appendRow(item)
        self._people[folded(name)] = person_id

    @property
    def name(self) -> str:
        """What is typed."""
        return " ".join(self.currentText().split())

    @property
    def person_id(self) -> UUID | None:
        """Who is meant, if the name is known."""
        return self._people.get(folded(self.name))

    def add(self, person_id: UUID, name: str) -> None:
        """Somebody new is known from now on."""
        self._append(person_id, name)


class _Completer(QCompleter):
    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(12)

    def splitPath(self, path: str) -> list[str]:
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
