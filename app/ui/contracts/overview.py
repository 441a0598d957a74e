"""The first page of a contract: its drawn time line, dates and amounts with their reasons, and the contracts tied to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.records import ContractStatus, Renewal, label
from app.domain.text import Text, language, tr
from app.domain.timeline import Segment, SegmentKind
from app.ui import theme
from app.ui.contracts.facts import WHY_WIDTH, Facts, shown
from app.ui.contracts.follow_up import FollowUpStrip
from app.ui.contracts.timeline_layout import cut
from app.ui.contracts.timeline_widget import TimelineWidget
from app.ui.contracts.wording import months_words, status_badge
from app.ui.widgets import SectionCard, button, column, figure_label, line, row, text_label

if TYPE_CHECKING:
    from app.domain.timeline import Timeline
    from app.domain.values.contracts import ContractSheet, LinkedContract


@dataclass(frozen=True)
class LoadedContract:
    """What the detail shows: the contract's sheet, and its time line."""

    sheet: ContractSheet
    timeline: Timeline


class Overview(QWidget):
    """See the module.

    Signals:
        contract_asked(id): a tied contract was clicked.
        document_asked(id): a proof was clicked.
        asked(name): an action of the follow-up strip.
    """

    contract_asked = Signal(object)
    document_asked = Signal(object)
    asked = Signal(str)

    def __init__(self, loaded: LoadedContract, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sheet = loaded.sheet
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.SPACE.tiny, theme.SPACE.medium)
        layout.setSpacing(theme.SPACE.medium)
        if sheet.resignation is not None:
            self.strip = FollowUpStrip(sheet)
            self.strip.asked.connect(self.asked)
            self.strip.document_asked.connect(self.document_asked)
            layout.addWidget(self.strip)
        line_card = SectionCard()
        line_card.setAccessibleName(tr("Chronologie du contrat"))
        self.timeline = TimelineWidget()
        self.timeline.set_timeline(_drawn(loaded))
        line_card.add(self.timeline)
        layout.addWidget(line_card)
        self.dates = _dates(sheet)
        dates = SectionCard(tr("Dates"))
        dates.add(self.dates)
        if sheet.summary.renewal is Renewal.NONE and sheet.resignation is None and sheet.status is not ContractStatus.ENDED:
            compare = button(
                tr("Comparer les suites possibles"), lambda: self.asked.emit("rental_end"), kind="link", icon_name="arrow-right"
            )
            dates.body.addLayout(row(compare, None))
        dates.body.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.SPACE.medium)
        self.totals = _totals(sheet)
        amounts = SectionCard(tr("Montants par mois"))
        amounts.add(_lines(sheet))
        amounts.add(self.totals)
        if sheet.follows_fleet:
            amounts.add(text_label(tr("La quantité suit d’elle-même les ordinateurs loués chez ce prestataire."), "small", wrap=True))
        right.addWidget(amounts)
        if sheet.linked is not None or sheet.depending:
            right.addWidget(self._ties(sheet))
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(theme.SPACE.medium)
        both.addWidget(dates, 1)
        both.addLayout(right, 1)
        layout.addLayout(both)
        layout.addStretch(1)

    def _ties(self, sheet: ContractSheet) -> SectionCard:
        card = SectionCard(tr("Contrats liés"))
        if sheet.linked is not None:
            card.body.addLayout(self._tie(tr("Repose sur"), sheet.linked))
        for other in sheet.depending:
            card.body.addLayout(self._tie(tr("En dépend"), other))
        return card

    def _tie(self, what: str, other: LinkedContract) -> QVBoxLayout:
        def go() -> None:
            self.contract_asked.emit(other.id)

        link = button(other.number.replace("&", "&&"), go, kind="link", icon_name="link-2")
        link.setAccessibleName(tr("Aller au contrat {number}", number=other.number))
        tie = column(spacing=0)
        tie.addLayout(row(text_label(what, "muted"), link, None, status_badge(other.status)))
        tie.addWidget(text_label(other.offer_name, "small", wrap=True))
        return tie


def _drawn(loaded: LoadedContract) -> Timeline:
    """The time line as the contract stands: a resignation, or its end, closes it."""
    sheet, entry = loaded.sheet, loaded.sheet.resignation
    if sheet.ended_on is not None:
        return cut(loaded.timeline, sheet.ended_on)
    if entry is None:
        return loaded.timeline
    notice = None
    days = sheet.offer.term.notice_days
    if days:
        until = min(entry.notice_received + timedelta(days=days), entry.effective_date)
        running = entry.notice_received <= sheet.as_of <= until
        notice = Segment(SegmentKind.NOTICE, min(entry.notice_received, until), until, running)
    return cut(loaded.timeline, entry.effective_date, notice)


def _dates(sheet: ContractSheet) -> Facts:
    summary, why = sheet.summary, sheet.summary.why
    facts = Facts()
    facts.add("start", tr("Début du contrat"), sheet.start)
    facts.add(
        "commitment_end",
        tr("Fin de l’engagement ({months})", months=months_words(sheet.commitment_months)),
        summary.commitment_end,
        why["commitment_end"],
    )
    facts.add("term", tr("Période en cours"), _term(sheet), why["term"])
    facts.add("renewal", tr("Ensuite"), label(summary.renewal).render(), why["renewal"])
    facts.rule()
    _add_deadline(facts, sheet)
    if sheet.status is not ContractStatus.ENDED and sheet.resignation is None:
        facts.rule()
        facts.add("earliest_end", _leaving_words(sheet), summary.earliest_end, why["earliest_end"])
        last = summary.last_billed_period
        facts.add("last_billed_period", tr("Dernière période facturée"), _span(last.start, last.end), why["last_billed_period"])
        facts.add(
            "remaining_rents",
            tr("Mensualités restant à facturer, HT"),
            summary.remaining_rents_excl_tax,
            why["remaining_rents_excl_tax"],
        )
    elif sheet.resignation is not None:
        facts.rule()
        facts.add("effective_date", tr("Fin du contrat par la résiliation"), sheet.resignation.effective_date, strong=True)
    if sheet.signed_on is not None:
        facts.rule()
        place = tr("Signé à {place}", place=sheet.signed_place) if sheet.signed_place else tr("Signé")
        facts.add("signed_on", place, sheet.signed_on)
    if sheet.ended_on is not None:
        facts.add("ended_on", tr("Terminé"), sheet.ended_on)
    return facts


def _add_deadline(facts: Facts, sheet: ContractSheet) -> None:
    summary, why = sheet.summary, sheet.summary.why
    if summary.notice_deadline is None:
        facts.add("notice_deadline", tr("Échéance de préavis"), tr("Aucune"), why["notice_deadline"])
        return
    passed = summary.notice_deadline < sheet.as_of
    name = tr("Échéance de préavis (passée)") if passed else tr("Échéance de préavis")
    facts.add("notice_deadline", name, summary.notice_deadline, why["notice_deadline"], strong=not passed)
    if summary.recommended_send_by is not None and not passed:
        facts.add("send_by_post", tr("Envoi conseillé par courrier"), summary.recommended_send_by.post, why["recommended_send_by"])
        facts.add("send_by_email", tr("Envoi conseillé par e-mail"), summary.recommended_send_by.email, why["recommended_send_by"])


def _leaving_words(sheet: ContractSheet) -> str:
    if sheet.summary.renewal is Renewal.NONE:
        return tr("Fin du contrat")
    return tr("Fin, si le préavis est reçu le {day}", day=sheet.summary.notice.received_on)


def _term(sheet: ContractSheet) -> str:
    term = sheet.summary.term
    if term.end is None:
        return tr("depuis le {start}", start=term.start)
    return _span(term.start, term.end)


def _span(start: object, end: object) -> str:
    return Text("{start} – {end}", {"start": start, "end": end}).render()


def _lines(sheet: ContractSheet) -> QWidget:
    table = QWidget()
    table.setAccessibleName(tr("Lignes du contrat"))
    grid = QGridLayout(table)
    # The totals below keep a column for their « Pourquoi ? »: the amounts stand above them.
    grid.setContentsMargins(0, 0, WHY_WIDTH + theme.SPACE.small, 0)
    grid.setHorizontalSpacing(theme.SPACE.medium)
    grid.setVerticalSpacing(theme.SPACE.tiny)
    grid.setColumnStretch(0, 1)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for place, title in enumerate((tr("Désignation"), tr("Qté"), tr("Prix unitaire HT"), tr("Montant HT"))):
        heading = text_label(title, "overline")
        grid.addWidget(heading, 0, place, right if place else Qt.AlignmentFlag.AlignLeft)
    grid.addWidget(line(), 1, 0, 1, 4)
    for number, each in enumerate(sheet.quote.lines, start=2):
        grid.addWidget(text_label(each.label.render(), wrap=True), number, 0)
        for place, value in enumerate((each.quantity, each.unit_price, each.amount), start=1):
            grid.addWidget(figure_label(shown(value)), number, place, right)
    return table


def _totals(sheet: ContractSheet) -> Facts:
    quote = sheet.quote
    facts = Facts()
    facts.rule()
    facts.add("monthly_excl_tax", tr("Total HT"), quote.monthly_excl_tax, quote.why, strong=True)
    facts.add("vat", tr("TVA {rate}", rate=formatting.percent(quote.vat_rate, language())), quote.vat)
    facts.add("monthly_incl_tax", tr("Total TTC"), quote.monthly_incl_tax, strong=True)
    return facts
