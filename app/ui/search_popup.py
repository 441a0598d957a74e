"""The list of answers below the search field. Loaded with the first answer: a start does not need it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.search_kinds import KINDS
from app.ui.widgets.basics import column, text_label

if TYPE_CHECKING:
    from app.domain.values.office import SearchHit

_DETAIL = int(Qt.ItemDataRole.UserRole) + 1
_HIT = int(Qt.ItemDataRole.UserRole)


class SearchPopup(QFrame):
    """Stays beside the focus: the field keeps the keyboard, the list shows where it is."""

    def __init__(self, parent: QWidget, choose: Callable[[SearchHit], None]) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self._choose = choose
        self.list = QListWidget()
        self.list.setObjectName("hits")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setAccessibleName(tr("Résultats de la recherche"))
        self.list.itemClicked.connect(self._clicked)
        self.nothing = text_label("", "muted")
        self.nothing.setContentsMargins(theme.SPACE.small, theme.SPACE.small, theme.SPACE.small, theme.SPACE.small)
        hint = text_label(tr("↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer"), "small")
        hint.setContentsMargins(theme.SPACE.small, 0, theme.SPACE.small, theme.SPACE.tiny)
        self.setLayout(column(self.list, self.nothing, hint, spacing=theme.SPACE.tiny, margin=theme.SPACE.tiny))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_hits(self, text: str, hits: Sequence[SearchHit]) -> None:
        """Fill the list; the first hit is the current one."""
        self.list.clear()
        kind = ""
        for hit in hits:
            if hit.kind not in KINDS:
                continue
            title, icon_name, _, _ = KINDS[hit.kind]
            if hit.kind != kind:
                kind = hit.kind
                head = QListWidgetItem(title.render())
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            item = QListWidgetItem(icon(icon_name, "text_muted"), hit.title)
            item.setData(_HIT, hit)
            item.setData(_DETAIL, hit.detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title.render()}, {hit.title}, {hit.detail}")
            self.list.addItem(item)
        self.nothing.setText(tr("Aucun résultat pour «\u00a0{text}\u00a0»", text=text))
        self.nothing.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        self.move_by(1)

    def wanted_height(self) -> int:
        """Tall enough for all hits."""
        lines = sum(self.list.sizeHintForRow(number) for number in range(self.list.count()))
        return (lines + 4 if lines else 36) + 44

    def move_by(self, step: int) -> None:
        """To the next or previous hit, over the titles of the groups, round the ends."""
        count = self.list.count()
        row = self.list.currentRow()
        for _ in range(count):
            row = (row + step) % count
            if self.list.item(row).data(_HIT) is not None:
                self.list.setCurrentRow(row)
                return

    def choose_current(self) -> None:
        """Open the current hit."""
        item = self.list.currentItem()
        if item is not None and item.data(_HIT) is not None:
            self._choose(item.data(_HIT))

    def _clicked(self, item: QListWidgetItem) -> None:
        if item.data(_HIT) is not None:
            self._choose(item.data(_HIT))


class _HitDelegate(QStyledItemDelegate):
    """Title at the left, what tells it from its neighbours after it, quieter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, 30 if index.data(_HIT) is not None else 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        colours = theme.current()
        rect: QRect = option.rect
        painter.save()
        if index.data(_HIT) is None:
            painter.setFont(theme.font(theme.SMALL, bold=True))
            painter.setPen(QColor(colours.text_muted))
            painter.drawText(rect.adjusted(8, 4, -8, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, QRect(rect.left() + 10, rect.center().y() - 7, 16, 16))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width() * 6 // 10)
        painter.setPen(QColor(colours.on_accent_soft if selected else colours.text))
        painter.drawText(rect.adjusted(36, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)
        rest = rect.adjusted(36 + metrics.horizontalAdvance(title) + 12, 0, -8, 0)
        painter.setPen(QColor(colours.on_accent_soft if selected else colours.text_muted))
        detail = metrics.elidedText(str(index.data(_DETAIL)), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()
