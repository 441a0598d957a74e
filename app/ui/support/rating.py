"""Rating in three steps: a smiley, a comment if wanted, « Valider ».

Source: GestiClean support offer, "Comment fonctionne l'évaluation de notre service ?". Nothing is chosen beforehand, and nothing is recorded
before « Valider »; « Plus tard » and Escape record nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.errors import UserError
from app.domain.records import RatingValue
from app.domain.text import language, tr, trn
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.support.figure_keys import figure_of
from app.ui.support.smiley import FACES, SmileyButton
from app.ui.widgets import ConfirmBar, StateBadge, button, column, reveal, row, scrolled, text_label
from app.ui.widgets.assistant import within_screen

if TYPE_CHECKING:
    from app.domain.values.support import RequestRow

#: As much as somebody writes about one visit; longer texts belong into the thread.
COMMENT_LONGEST = 2000
WIDTH = 500
#: How long somebody may still be typing elsewhere when it comes up by itself.
DEAF_MS = 300
#: The counter is shown when so few letters are left.
_COUNTED_FROM = 200
_ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)


class RatingDialog(QDialog):
    """Asks for the rating of one request. Show it with `open()`; the request is marked as asked when it comes up.

    Thread: Qt's. Recording is the database worker's; what it refuses is said in the dialog, which stays.

    Attributes:
        faces: the three buttons, best first.
        comment: the text field; it can be reached once a face is chosen.
    """

    def __init__(
        self,
        context: ScreenContext,
        row: RequestRow,
        parent: QWidget | None = None,
        on_done: Callable[[], object] | None = None,
        *,
        offered: bool = False,
        technician: str = "",
    ) -> None:
        """A dialog for one request.

        Args:
            context: of the screen.
            row: the request.
            parent: what it stands on.
            on_done: called once the rating is recorded.
            offered: it comes up by itself: for a moment it is deaf, for keys that were meant for what was there before.
            technician: who holds mouse and keyboard in a session, and is not the one to answer; empty without one.
        """
        super().__init__(parent)
        self._context, self._row, self._on_done = context, row, on_done
        self._offered, self._technician = offered, technician
        self._shown = QElapsedTimer()
        self._left: QWidget | None = None
        self._asked = self._busy = False
        self.setWindowTitle(tr("Votre avis"))
        self.resize(WIDTH, 0)
        self.faces = [SmileyButton(value, self) for value in FACES]
        self.comment = QPlainTextEdit()
        self.later_button = button(tr("Plus tard"), self.reject)
        self.validate_button = button(tr("Valider"), self.validate, kind="primary", tip=tr("Enregistrer cet avis (Ctrl+Entrée)"))
        self.validate_button.setDefault(True)
        self.validate_button.setEnabled(False)
        self._room = text_label("", "small")
        self._error = text_label("", "error", wrap=True)
        self._error.hide()
        self._confirm = ConfirmBar()
        self._confirm.dismissed.connect(self._stay)
        self._prepare_comment()
        self._lay_out()
        for face in self.faces:
            face.toggled.connect(self._refresh)
        # The dialog itself: a frame around the best face, before anything was done, would look like a choice.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self._fit()

    def _prepare_comment(self) -> None:
        self.comment.setTabChangesFocus(True)
        self.comment.setMaximumHeight(84)
        self.comment.setEnabled(False)
        self.comment.setPlaceholderText(tr("Ce qui s’est bien passé, ou ce qui a manqué"))
        self.comment.setAccessibleName(tr("Commentaire (facultatif)"))
        self.comment.setAccessibleDescription(trn("{n} caractère au plus", "{n} caractères au plus", COMMENT_LONGEST))
        self.comment.textChanged.connect(self._typed)
        self._typed()

    def _lay_out(self) -> None:
        self._page = QWidget()
        layout = self._inside = QVBoxLayout(self._page)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.large, theme.SPACE.large, 0)
        layout.setSpacing(theme.SPACE.tiny)
        if self._technician:
            told = tr("À remplir par le client, et non par {name}", name=self._technician)
            layout.addLayout(row(StateBadge("info", told, "user-round"), None))
            layout.addSpacing(theme.SPACE.tiny)
        layout.addWidget(text_label(tr("Comment cela s’est-il passé\u202f?"), "subheading"))
        for line in subject_lines(self._row):
            layout.addWidget(text_label(line, "muted", wrap=True))
        layout.addSpacing(theme.SPACE.medium)
        layout.addWidget(_step(1, tr("Votre avis")))
        faces = QHBoxLayout()
        faces.setSpacing(theme.SPACE.medium)
        for face in self.faces:
            faces.addWidget(face)
        layout.addLayout(faces)
        layout.addSpacing(theme.SPACE.medium)
        head = row(_step(2, tr("Un commentaire, si vous voulez")), None, self._room)
        layout.addLayout(head)
        layout.addWidget(self.comment)
        layout.addStretch(1)
        note = text_label(tr("3. Rien n’est enregistré avant «\u00a0Valider\u00a0»."), "small")
        foot = self._foot = column(self._error, self._confirm, spacing=theme.SPACE.tiny)
        foot.addLayout(row(note, None, self.later_button, self.validate_button))
        foot.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.large, theme.SPACE.large)
        # On a small screen at 200 % there is no room for all of it: the buttons stay in sight.
        self._area = scrolled(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addLayout(foot)

    @property
    def value(self) -> RatingValue | None:
        """The face that is chosen; nothing is, at first."""
        return next((face.value for face in self.faces if face.isChecked()), None)

    @property
    def error_text(self) -> str:
        """What was refused; empty when nothing was."""
        return self._error.text()

    def choose(self, value: RatingValue) -> None:
        """Choose a face, as its key does."""
        face = self.faces[FACES.index(value)]
        face.setChecked(True)
        face.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(face)

    def validate(self) -> None:
        """Record the rating and close; what is refused is said here."""
        value, comment = self.value, self._text()
        if value is None or self._busy or len(comment) > COMMENT_LONGEST:
            return
        support, request_id = self._context.services.support, self._row.id
        self._set_busy(True)
        self._tell("")
        self._context.tasks.run(lambda: support.rate(request_id, value, comment), self._recorded, self._failed, self)

    def reject(self) -> None:
        """Close without recording; a comment is not lost without a question, and once « Valider » was pressed, the answer is waited for."""
        if self._busy:
            return
        if not self._text():
            super().reject()
        elif self._confirm.isHidden():
            self._left = self.focusWidget()
            self._confirm.ask_to_leave(tr("Votre avis n’est pas enregistré."), tr("Abandonner le commentaire"), self.abandon)
            self._fit()
        else:
            self._confirm.dismiss()

    @property
    def asks(self) -> bool:
        """Whether the dialog asks what to do with a comment."""
        return not self._confirm.isHidden()

    def abandon(self) -> None:
        """Close without recording."""
        if not self._busy:
            super().reject()

    def _stay(self) -> None:
        self._fit()
        if self._left is not None:
            self._left.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._shown.start()
            self._asked = True
            support, request_id = self._context.services.support, self._row.id
            self._context.tasks.run(lambda: support.rating_asked(request_id), None, self._failed, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._offered and self._shown.isValid() and self._shown.elapsed() < DEAF_MS:
            event.accept()
            return
        figure = figure_of(event)
        if figure is not None and not self._busy:
            self.choose(FACES[figure])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.validate()
        elif event.key() in _ARROWS and self.hasFocus():
            self.faces[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _text(self) -> str:
        return self.comment.toPlainText().strip()

    def _typed(self) -> None:
        left = COMMENT_LONGEST - len(self._text())
        if left < 0:
            words, kind = trn("{n} caractère de trop", "{n} caractères de trop", -left), "error"
        elif left <= _COUNTED_FROM:
            words, kind = trn("encore {n} caractère", "encore {n} caractères", left), "small"
        else:
            words, kind = trn("{n} caractère au plus", "{n} caractères au plus", COMMENT_LONGEST), "small"
        self._room.setText(words)
        theme.set_kind(self._room, kind)
        self._refresh()

    def _refresh(self, _: object = None) -> None:
        chosen = self.value is not None
        self.comment.setEnabled(chosen and not self._busy)
        self.validate_button.setEnabled(chosen and not self._busy and len(self._text()) <= COMMENT_LONGEST)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for widget in (*self.faces, self.later_button):
            widget.setEnabled(not busy)
        self._refresh()

    def _recorded(self, _: object) -> None:
        self._busy = False
        self._context.notify(tr("Merci, votre avis est enregistré."))
        self._context.data_changed()
        self.accept()
        if self._on_done is not None:
            self._on_done()

    def _failed(self, error: UserError) -> None:
        focused = self.focusWidget()
        self._set_busy(False)
        self._tell(error.text.render())
        if focused is not None:
            focused.setFocus()

    def _tell(self, text: str) -> None:
        from app.ui.notice import announce

        self._error.setText(text)
        self._error.setAccessibleName(text)
        reveal(self._error, bool(text))
        if text:
            announce(self._error)
            self._fit()

    def _fit(self) -> None:
        """As high as its words need. Qt makes a dialog at most two thirds of the screen: too little for this one at 150 %."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = self.width()
            foot = self._foot.heightForWidth(width) if self._foot.hasHeightForWidth() else self._foot.sizeHint().height()
            self.resize(width, self._inside.totalHeightForWidth(width) + foot)
            within_screen(self)


def subject_lines(row: RequestRow) -> list[str]:
    """Which request this is about: number and subject; who worked on it and when it was settled."""
    lines = [f"{row.number} · {row.subject}"]
    settled = row.closed_at is not None
    day = formatting.date_time(row.closed_at or row.opened_at, language())
    if row.technician and settled:
        lines.append(tr("Avec {name}, terminée le {moment}", name=row.technician, moment=day))
    elif row.technician:
        lines.append(tr("Avec {name}, demandée le {moment}", name=row.technician, moment=day))
    elif settled:
        lines.append(tr("Terminée le {moment}", moment=day))
    else:
        lines.append(tr("Demandée le {moment}", moment=day))
    return lines


def _step(number: int, words: str) -> QLabel:
    return text_label(f"{number}. {words}", "overline")
