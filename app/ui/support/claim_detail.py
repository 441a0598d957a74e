"""One claim: where it stands and the next step, promises, documents, devices, and how it was decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.cover import ClaimNeed, PromiseKind, promise_label, theft_label, type_label
from app.domain.records import RUNNING_CLAIMS, ClaimStatus, ClaimType
from app.domain.text import tr
from app.ui import theme
from app.ui.support.claim_decision import PromiseLine
from app.ui.support.claim_slots import DocumentSlot, Held
from app.ui.support.claim_words import TYPE_ICONS, cover_badge, cover_headline, equipment_badge, status_badge
from app.ui.support.words import dialled
from app.ui.widgets import (
    FlowLayout,
    IconLabel,
    SectionCard,
    WhyButton,
    button,
    clear_layout,
    column,
    row,
    scrolled,
    text_label,
)

if TYPE_CHECKING:
    from app.domain.values.claims import ClaimDetail

_LOST = (ClaimType.THEFT, ClaimType.LOSS)


class ClaimDetailView(QWidget):
    """See the module. It asks for what is to be done and does nothing by itself.

    Signals:
        asked(name): `in_hand`, `repaired`, `replace`, `refused`, `withdrawn`, `reopen`, `call`, `ship`, `lend`, `take_back`,
            `equipment`, `loan`, `replacement`.
        files_given(need, paths), document_opened(id), document_removed(id): in the places of the documents.

    Attributes:
        buttons: what can be asked now, by name.
        slots: the places of the documents.
        promises: the lines that move with the time.
    """

    asked = Signal(str)
    files_given = Signal(object, list)
    document_opened = Signal(object)
    document_removed = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.claim: ClaimDetail | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.slots: list[DocumentSlot] = []
        self.promises: list[PromiseLine] = []
        self._content = QWidget()
        self._body = column(spacing=theme.SPACE.small)
        self._body.setContentsMargins(0, 0, theme.SPACE.small, theme.SPACE.medium)
        self._content.setLayout(self._body)
        self._area = scrolled(self._content)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._area)
        self.set_indent(True)
        self.setMinimumSize(300, 160)

    def show_claim(self, claim: ClaimDetail, now: datetime) -> None:
        """Show a claim; the same one again keeps its place."""
        place = self._area.verticalScrollBar().value() if self.claim is not None and self.claim.row.id == claim.row.id else 0
        focused = next((name for name, made in self.buttons.items() if made.hasFocus()), None)
        self.claim = claim
        clear_layout(self._body)
        self.buttons, self.slots, self.promises = {}, [], []
        self._head(claim)
        self._next_steps(claim)
        self._promises(claim, now)
        self._documents(claim)
        self._devices(claim)
        self._story(claim)
        self._body.addStretch(1)
        self.setAccessibleName(tr("Sinistre {number}", number=claim.row.number))
        self._area.verticalScrollBar().setValue(place)
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def set_indent(self, beside: bool) -> None:
        """Keep a distance from a list at the left, or from one above."""
        self._layout.setContentsMargins(theme.SPACE.medium if beside else 0, 0 if beside else theme.SPACE.small, 0, 0)

    def tell_time(self, now: datetime) -> None:
        """Say anew how much time the promises leave."""
        for line in self.promises:
            line.tell(now)

    @property
    def moves(self) -> bool:
        """Whether time changes what is shown."""
        return any(line.moves for line in self.promises)

    # Parts -------------------------------------------------------------------------------------------------------------------------

    def _head(self, claim: ClaimDetail) -> None:
        known = claim.row
        title = tr("{type} · {machine}", type=type_label(known.type), machine=known.equipment_designation)
        line = row(IconLabel(TYPE_ICONS[known.type], "text_muted", 24), spacing=theme.SPACE.medium)
        words = column(text_label(title, "heading", wrap=True, selectable=True), spacing=theme.SPACE.hair)
        facts = [tr("Sinistre {number}", number=known.number), tr("survenu le {day}", day=known.happened_on)]
        if known.contract_number:
            facts.append(tr("contrat {number}", number=known.contract_number))
        words.addWidget(text_label(" · ".join(facts), "muted", wrap=True, selectable=True))
        line.addLayout(words, 1)
        self._body.addLayout(line)
        self._body.addWidget(_flowing(status_badge(known.status), cover_badge(known.covered)))

    def _next_steps(self, claim: ClaimDetail) -> None:
        first, others, rare = _steps(claim)
        more = [self._more(rare)] if rare else []
        card = SectionCard(tr("Suite"), *more, icon_name="arrow-right")
        card.add(text_label(self._sentence(claim), wrap=True))
        if first or others:
            buttons = [
                self._button(name, text, icon_name, primary=bool(first) and name == first[0][0])
                for name, text, icon_name in (*first, *others)
            ]
            card.add(_flowing(*buttons))
        self._body.addWidget(card)

    def _more(self, rare: list[tuple[str, str, str]]) -> QPushButton:
        more = button(tr("Autres issues"), kind="quiet", icon_name="ellipsis")
        menu = QMenu(more)
        for name, text, _ in rare:
            action = QAction(text, menu)
            action.triggered.connect(self._ask(name))
            menu.addAction(action)
        more.setMenu(menu)
        more.setProperty("menu", True)
        self.buttons["more"] = more
        return more

    def _sentence(self, claim: ClaimDetail) -> str:
        known = claim.row
        who = claim.provider or tr("le prestataire")
        if known.status not in RUNNING_CLAIMS:
            words = {
                ClaimStatus.REPAIRED: tr("L’appareil est réparé et de nouveau en service."),
                ClaimStatus.REPLACED: tr("Un autre appareil a pris sa place."),
                ClaimStatus.REFUSED: tr("Le prestataire a refusé. Vous pouvez rouvrir le sinistre s’il change d’avis."),
            }.get(known.status, tr("Le sinistre a été retiré."))
            note = f" {claim.outcome_note}" if claim.outcome_note else ""
            closed = tr("Clos le {at}.", at=claim.closed_at) if claim.closed_at else ""
            return f"{words}{note} {closed}".strip()
        if known.missing:
            return tr("Il manque des pièces\u00a0: ajoutez-les ci-dessous. {who} ne peut pas conclure sans elles.", who=who)
        if known.status is ClaimStatus.DECLARED and not known.covered:
            if known.covered is None:
                return tr("L’offre ne dit pas si c’est couvert\u00a0: demandez à {who}, puis notez sa réponse.", who=who)
            return tr(
                "Enregistré pour mémoire\u00a0: ce n’est pas couvert. Si {who} accepte quand même, notez la prise en charge\u202f; "
                "sinon, notez le refus.",
                who=who,
            )
        if known.status is ClaimStatus.DECLARED:
            call = tr("Prévenez {who}.", who=who)
            if claim.phone:
                call = tr("Prévenez {who} au {phone}.", who=who, phone=dialled(claim.phone))
            return tr("{call} Parclair ne le fait pas à votre place. Notez ensuite la prise en charge.", call=call)
        return tr("{who} s’en occupe. Notez l’issue quand elle est connue.", who=who)

    def _promises(self, claim: ClaimDetail, now: datetime) -> None:
        running = claim.row.status in RUNNING_CLAIMS
        known = (
            (PromiseKind.CALL, claim.call_due_at, claim.called_at),
            (PromiseKind.REPLACEMENT, claim.replacement_due_at, claim.replaced_at),
        )
        if all(due is None for _, due, _ in known):
            return
        card = SectionCard(tr("Promesses du prestataire"), icon_name="timer")
        whys = {each.kind: each.why for each in claim.decision.promises} if claim.decision else {}
        for kind, due, kept_at in known:
            if due is None:
                continue
            line = PromiseLine(promise_label(kind).render(), due, kept_at, whys.get(kind), self._language, running=running)
            line.tell(now)
            if kind is PromiseKind.CALL and kept_at is None and running:
                line.line.addWidget(self._button("call", tr("Noter l’appel"), "phone-call"))
            self.promises.append(line)
            card.add(line)
        self._body.addWidget(card)

    def _documents(self, claim: ClaimDetail) -> None:
        needs = claim.decision.needs if claim.decision else ()
        missing = len(claim.row.missing)
        title = tr("Documents") if not missing else tr("Documents ({n} à fournir)", n=missing)
        card = SectionCard(title, icon_name="files")
        for need in (*needs, None):
            slot = DocumentSlot(need, can_open=True)
            kinds = {need.value} if need is not None else None
            held = [each for each in claim.documents if (each.kind in kinds if kinds else each.kind not in {one.value for one in needs})]
            slot.show_files([Held(each.id, each.file_name) for each in held])
            slot.given.connect(self._give(need))
            slot.opened.connect(self.document_opened)
            slot.removed.connect(self.document_removed)
            self.slots.append(slot)
            card.add(slot)
        self._body.addWidget(card)

    def _give(self, need: ClaimNeed | None) -> Callable[[list[object]], None]:
        return lambda paths: self.files_given.emit(need, paths)

    def _devices(self, claim: ClaimDetail) -> None:
        card = SectionCard(tr("Appareils"), icon_name="monitor")
        running = claim.row.status in RUNNING_CLAIMS
        known = claim.row
        link = self._link("equipment", known.equipment_designation)
        actions = [self._button("ship", tr("Noter l’envoi en réparation"), "truck")] if claim.can_ship else []
        below = " · ".join(filter(None, (claim.person_name, known.serial)))
        card.body.addLayout(self._device(tr("Sinistré"), link, below, equipment_badge(claim.equipment_status), *actions))
        if claim.loan is not None:
            back = self._button("take_back", tr("Reprendre le prêt"), "undo-2")
            card.body.addLayout(self._device(tr("En prêt"), self._link("loan", claim.loan.designation), claim.loan.serial, back))
        elif running and ClaimStatus.REPLACED in claim.moves:
            lend = self._button("lend", tr("Prêter un appareil…"), "arrow-left-right")
            card.body.addLayout(self._device(tr("En prêt"), text_label(tr("Aucun"), "muted"), "", lend))
        if claim.replacement is not None:
            new = self._link("replacement", claim.replacement.designation)
            card.body.addLayout(self._device(tr("Remplaçant"), new, claim.replacement.serial))
        self._body.addWidget(card)

    def _device(self, role: str, name: QWidget, below: str, *parts: QWidget) -> QHBoxLayout:
        label = text_label(role, "muted")
        label.setFixedWidth(84)
        label.setContentsMargins(0, theme.SPACE.hair, 0, 0)
        words = column(spacing=0)
        words.addLayout(row(name, None, spacing=0))
        if below:
            words.addWidget(text_label(below, "small", wrap=True))
        if parts:
            words.addSpacing(theme.SPACE.tiny)
            words.addWidget(_flowing(*parts))
        line = row(spacing=theme.SPACE.small)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line

    def _story(self, claim: ClaimDetail) -> None:
        why = WhyButton(claim.decision.why if claim.decision else None)
        card = SectionCard(cover_headline(claim.row.covered), why, icon_name="shield-check" if claim.row.covered else "shield-off")
        for step in claim.cover_note.splitlines()[:-1]:
            card.add(text_label(step, wrap=True, selectable=True))
        declared = formatting.date_time(claim.row.declared_at, self._language)
        told = [tr("Déclaré le {at}", at=declared)]
        if claim.theft is not None:
            told.append(theft_label(claim.theft).render())
        if claim.place:
            told.append(tr("Lieu\u00a0: {place}", place=claim.place))
        if claim.request_number:
            told.append(tr("Demande {number}", number=claim.request_number))
        card.add(text_label(" · ".join(told), "muted", wrap=True, selectable=True))
        if claim.circumstances:
            card.add(text_label(claim.circumstances, wrap=True, selectable=True))
        self._body.addWidget(card)

    # Buttons -----------------------------------------------------------------------------------------------------------------------

    def _button(self, name: str, text: str, icon_name: str, *, primary: bool = False) -> QPushButton:
        made = button(text, self._ask(name), kind="primary" if primary else "normal", icon_name=icon_name)
        self.buttons[name] = made
        return made

    def _link(self, name: str, text: str) -> QPushButton:
        made = button(text.replace("&", "&&"), self._ask(name), kind="link")
        made.setAccessibleName(tr("Ouvrir la fiche de {name}", name=text))
        self.buttons[name] = made
        return made

    def _ask(self, name: str) -> Callable[[], None]:
        return lambda: self.asked.emit(name)


Step = tuple[str, str, str]


def _flowing(*widgets: QWidget) -> QWidget:
    """Widgets side by side that wrap where the panel is narrow."""
    holder = QWidget()
    flow = FlowLayout(holder)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def _steps(claim: ClaimDetail) -> tuple[list[Step], list[Step], list[Step]]:
    """The step that comes next, the others that are usual, and those that are rare; each a name, a text and an icon."""
    status, moves = claim.row.status, claim.moves
    in_hand: Step = ("in_hand", tr("Noter la prise en charge"), "handshake")
    repaired: Step = ("repaired", tr("Réparé et rendu"), "wrench")
    replaced: Step = ("replace", tr("Remplacé…"), "package-check")
    ends = [repaired] if ClaimStatus.REPAIRED in moves else []
    if ClaimStatus.REPLACED in moves:
        ends.append(replaced)
    rare = []
    if status in RUNNING_CLAIMS:
        rare = [("refused", tr("Refusé par le prestataire…"), "circle-x"), ("withdrawn", tr("Retirer le sinistre…"), "undo-2")]
    if status is ClaimStatus.REFUSED:
        return [], [("reopen", tr("Rouvrir le sinistre"), "rotate-ccw")], []
    if status is ClaimStatus.DECLARED:
        return ([in_hand], ends, rare) if claim.row.covered else ([], [in_hand, rare[0]], [*ends, rare[1]])
    if status is ClaimStatus.WAITING_FOR_DOCUMENTS:
        return [], [("in_hand", tr("Pris en charge sans attendre"), "handshake"), *ends], rare
    if status is ClaimStatus.IN_HAND:
        return ends[:1], ends[1:], rare
    return [], [], []
