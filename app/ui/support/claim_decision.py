"""What is decided on a claim: covered or not and why, what is promised and until when."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.cover import CoverDecision, Promise, promise_label
from app.domain.explain import Explanation
from app.domain.formatting import long_day
from app.domain.text import tr
from app.ui import theme
from app.ui.support.claim_words import cover_headline, cover_said, due_text, promise_said
from app.ui.support.words import moment
from app.ui.widgets import IconLabel, SectionCard, WhyButton, column, reveal, row, text_label
from app.ui.widgets.basics import TextKind


class DecisionCard(SectionCard):
    """The decision before it is recorded: the sentence, its reasons, and the promises.

    Attributes:
        why: opens the rule, what it read and its steps.
        texts: everything it says, in order.
    """

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._language = language
        self.why = WhyButton(None)
        self.texts: list[str] = []

    def show_decision(self, decision: CoverDecision, now: datetime) -> None:
        """Say what is decided."""
        self.clear()
        said = cover_said(decision.covered)
        headline = cover_headline(decision.covered)
        self.texts = [headline]
        self.why = WhyButton(decision.why)
        head = row(IconLabel(said.icon or "shield-check", said.state or "neutral", 24), spacing=theme.SPACE.medium)
        head.addWidget(text_label(headline, "heading", wrap=True), 1)
        head.addWidget(self.why, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(head)
        for step in decision.why.steps[:-1]:
            self._line("dot", step.render(), role="text_muted")
        for promise in decision.promises:
            self._promise(promise, now)
        self.setAccessibleName(headline)
        self.setAccessibleDescription(" ".join(self.texts))

    def _promise(self, promise: Promise, now: datetime) -> None:
        name = promise_label(promise.kind).render()
        if promise.day is not None:
            when = tr("au plus tard {day}", day=long_day(promise.day, self._language, weekday=True))
        else:
            when = tr("au plus tard {moment}", moment=moment(promise.due, now, self._language))
        text = tr("{promise}\u00a0: {when}", promise=name, when=when)
        self._line("timer", text, role="info", kind="strong", why=promise.why, name=name)

    def _line(
        self, icon_name: str, text: str, *, role: str, kind: TextKind = "body", why: Explanation | None = None, name: str = ""
    ) -> None:
        layout = QHBoxLayout()
        layout.setSpacing(theme.SPACE.small)
        layout.addWidget(IconLabel(icon_name, role), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text_label(text, kind, wrap=True, selectable=True), 1)
        if why is not None:
            mark = WhyButton(why)
            mark.setAccessibleName(tr("Pourquoi\u202f? {what}", what=name))
            layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.texts.append(text)
        self.body.addLayout(layout)


class PromiseLine(QWidget):
    """A recorded promise: what, until when, and how it stands; the last part moves with the time."""

    def __init__(
        self, name: str, due: datetime, kept_at: datetime | None, why: Explanation | None, language: str, *, running: bool
    ) -> None:
        super().__init__()
        self.due, self.kept_at, self._language, self._running = due, kept_at, language, running
        self._name = name
        self._icon = IconLabel("timer", "info")
        self._limit = text_label("", "muted", wrap=True)
        self.state = text_label("", "strong", wrap=True)
        mark = WhyButton(why)
        mark.setText("")
        mark.setAccessibleName(tr("Pourquoi\u202f? {what}", what=name))
        reveal(mark, why is not None)
        words = column(text_label(name), self._limit, spacing=0)
        self.line = row(self._icon, spacing=theme.SPACE.small)
        self.line.addLayout(words, 1)
        self.line.addWidget(self.state)
        self.line.addWidget(mark)
        self.setLayout(self.line)

    @property
    def moves(self) -> bool:
        """Whether time changes what it says."""
        return self._running and self.kept_at is None

    def tell(self, now: datetime) -> None:
        """Say how the promise stands; what says the same already is left alone."""
        said = promise_said(self.due, self.kept_at, now, self._language, running=self._running)
        limit = tr("Avant {moment}", moment=due_text(self.due, now, self._language))
        if (said.text, limit) == (self.state.text(), self._limit.text()):
            return
        self.state.setText(said.text)
        self._limit.setText(limit)
        self._icon.set_icon(said.icon or "timer", said.state or "info")
        self.setAccessibleName(f"{self._name}. {limit}. {said.text}")
