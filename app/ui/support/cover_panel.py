"""What is said before sending: covered or not and by what, what it costs otherwise, when somebody calls back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain import formatting
from app.domain.text import language, tr
from app.ui import theme
from app.ui.support.words import dialled, moment
from app.ui.theme import State
from app.ui.widgets import IconLabel, WhyButton, clear_layout, column, row, text_label
from app.ui.widgets.basics import TextKind

if TYPE_CHECKING:
    from app.domain.eligibility import Condition
    from app.domain.explain import Explanation
    from app.domain.values.support import CoverPreview


class CoverPanel(QFrame):
    """See the module. It says what is known so far; what it says may change with each choice."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._language = language
        self._body = column(spacing=theme.SPACE.medium)
        layout = column(text_label(tr("Avant d’envoyer"), "overline"), spacing=theme.SPACE.small, margin=theme.SPACE.medium)
        layout.addLayout(self._body)
        layout.addStretch(1)
        self.setLayout(layout)
        self.texts: list[str] = []
        self.promised = False

    def show_hint(self, text: str) -> None:
        """Say what is missing before anything can be said."""
        self._start()
        self._line("info", "neutral", text)
        self._finish()

    def show_preview(self, preview: CoverPreview, now: datetime, *, with_due: bool) -> None:
        """Say what the request would be. `with_due` is off until the urgency is chosen: the time depends on it."""
        self._start()
        self._cover(preview)
        for condition in preview.conditions:
            self._condition(condition)
        if with_due:
            self.promised = preview.due_promised
            self._due(preview, now)
        else:
            self._line("timer", "neutral", tr("Choisissez l’urgence pour savoir quand on vous rappelle."))
        if preview.phone:
            self._line(
                "phone-call",
                "neutral",
                tr("Ça ne peut pas attendre\u202f? {name}\u00a0: {phone}", name=preview.provider, phone=dialled(preview.phone)),
            )
        self._finish()

    @property
    def text(self) -> str:
        """Everything it says."""
        return "\n".join(self.texts)

    def _start(self) -> None:
        clear_layout(self._body)
        self.texts = []

    def _finish(self) -> None:
        self.setAccessibleName(tr("Avant d’envoyer"))
        self.setAccessibleDescription(". ".join(self.texts))

    def _cover(self, preview: CoverPreview) -> None:
        state: State = "neutral" if preview.covered is None else "ok" if preview.covered else "warning"
        icon_name = {"ok": "shield-check", "warning": "shield-off"}.get(state, "shield-question-mark")
        below = []
        if preview.offer_name:
            below.append(preview.offer_name)
        if preview.covered is not True:
            below += prices(preview, preview.headline.render())
        self._line(icon_name, state, preview.headline.render(), below, preview.why, "strong")

    def _condition(self, condition: Condition) -> None:
        state, icon_name = condition_look(condition)
        self._line(icon_name, state, condition.label.render(), [condition.why.render()])

    def _due(self, preview: CoverPreview, now: datetime) -> None:
        if preview.due is None:
            self._line("timer", "neutral", tr("Aucun délai de rappel n’est prévu."), (), preview.due_why)
            return
        text = call_back_words(preview.due, promised=preview.due_promised, now=now, language=self._language)
        self._line("timer", "info", text, (), preview.due_why, "strong")

    def _line(
        self,
        icon_name: str,
        state: State,
        text: str,
        below: list[str] | tuple[str, ...] = (),
        why: Explanation | None = None,
        kind: TextKind = "body",
    ) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE.small)
        line.addWidget(IconLabel(icon_name, "text_muted" if state == "neutral" else state), 0, Qt.AlignmentFlag.AlignTop)
        words = column(text_label(text, kind, wrap=True), spacing=theme.SPACE.hair)
        for each in below:
            words.addWidget(text_label(each, "muted", wrap=True))
        self.texts += [text, *below]
        if why is not None:
            words.addLayout(row(WhyButton(why), None))
        line.addLayout(words, 1)
        self._body.addLayout(line)


def call_back_words(due: datetime, *, promised: bool, now: datetime, language: str) -> str:
    """By when support calls back, and whether that is promised or an aim: the same words before and after sending."""
    when = moment(due, now, language, "bound")
    return tr("Rappel promis avant {moment}", moment=when) if promised else tr("Rappel visé avant {moment}", moment=when)


def condition_look(condition: Condition) -> tuple[State, str]:
    """Colour and icon of a condition: met, not met, not known."""
    if condition.met is None:
        return "neutral", "circle-question-mark"
    return ("ok", "circle-check") if condition.met else ("warning", "circle-x")


def prices(preview: CoverPreview, said: str = "") -> list[str]:
    """What it costs when no contract pays; the half hour is not said again where `said` tells it."""
    found = []
    if preview.half_hour is not None and formatting.money(preview.half_hour, language()) not in said:
        found.append(tr("{amount} HT la demi-heure entamée", amount=preview.half_hour))
    if preview.version_update is not None:
        found.append(tr("{amount} HT la mise à jour de version", amount=preview.version_update))
    return found
