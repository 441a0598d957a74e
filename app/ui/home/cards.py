"""The blocks of the home screen, each made from the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import formatting
from app.domain.errors import InputError
from app.domain.identifiers import parse_phone
from app.domain.records import EquipmentStatus
from app.domain.records import label as enum_label
from app.domain.text import tr, trn
from app.ui import theme
from app.ui.home.opening import OpeningLine
from app.ui.home.rows import ActionRow, Badge, Part, PartsBar, ShareRow
from app.ui.screen import Route
from app.ui.theme import State
from app.ui.widgets import IconLabel, SectionCard, button, column, row, text_label

if TYPE_CHECKING:
    from app.domain.values.home import HomeSummary, Need

Follow = Callable[[Route], object]

NEEDS_SHOWN = 6
DEADLINES_SHOWN = 5
SHARES_SHOWN = 5
_LEVELS: dict[str, State] = {"critical": "danger", "warning": "warning", "info": "info"}
_STATES: dict[EquipmentStatus, State] = {
    EquipmentStatus.IN_USE: "ok",
    EquipmentStatus.IN_STOCK: "neutral",
    EquipmentStatus.BROKEN_DOWN: "danger",
    EquipmentStatus.IN_REPAIR: "warning",
    EquipmentStatus.ON_LOAN: "info",
    EquipmentStatus.LOST_OR_STOLEN: "danger",
    EquipmentStatus.RETURNED: "neutral",
    EquipmentStatus.RETIRED: "neutral",
}


def _level_word(level: str) -> str:
    return {"critical": tr("Urgent"), "warning": tr("À traiter")}.get(level, tr("À savoir"))


def needs(wanted: Sequence[Need], follow: Follow) -> SectionCard:
    """What waits for somebody, most urgent first."""
    card = SectionCard(tr("À faire"), icon_name="list-checks")
    lines = _lines(card)
    if not wanted:
        calm = text_label(tr("Rien ne vous attend aujourd’hui."), "muted", wrap=True)
        line = row(IconLabel("circle-check", "ok", 20))
        line.addWidget(calm, 1)
        card.body.addLayout(line)
        return card
    width = ActionRow.badge_width([_level_word(need.level) for need in wanted])
    rows = [_need_row(need, follow, width) for need in wanted]
    for made in rows:
        lines.addWidget(made)
    hidden = rows[NEEDS_SHOWN:]
    if hidden:
        for made in hidden:
            made.hide()
        more = button(trn("Afficher encore {n}", "Afficher les {n} autres", len(hidden)), kind="link", icon_name="chevron-down")

        def show() -> None:
            more.hide()
            for made in hidden:
                made.show()
            hidden[0].setFocus()

        more.clicked.connect(lambda: show())
        card.body.addLayout(row(more, None))
    return card


def _need_row(need: Need, follow: Follow, width: int) -> ActionRow:
    badge = Badge(_LEVELS.get(need.level, "info"), _level_word(need.level))
    route = Route(need.screen, need.record_id, need.action)
    return ActionRow(badge, need.title.render(), need.detail.render(), "", lambda: follow(route), width)


def deadlines(summary: HomeSummary, follow: Follow, language: str) -> SectionCard:
    """The next deadlines of the contracts, nearest first."""
    card = SectionCard(tr("Prochaines échéances"), _link(tr("Contrats"), lambda: follow(Route("contracts"))), icon_name="calendar-clock")
    lines = _lines(card)
    shown = summary.deadlines[:DEADLINES_SHOWN]
    width = ActionRow.badge_width([days_left(each.days_left) for each in shown])
    for each in shown:
        state: State = "neutral" if each.alert is None else "danger" if each.alert <= 7 else "warning" if each.alert <= 30 else "info"
        badge = Badge(state, days_left(each.days_left), "calendar")
        detail = f"{each.offer_name} · {each.number}"
        route = Route("contracts", each.contract_id)
        day = formatting.day(each.day, language)
        lines.addWidget(ActionRow(badge, each.what.render(), detail, day, lambda route=route: follow(route), width))  # type: ignore[misc]
    return card


def days_left(days: int) -> str:
    """`J-30`, `J` on the day itself, `J+3` after it."""
    return tr("J-{n}", n=days) if days > 0 else tr("J+{n}", n=-days) if days < 0 else tr("Jour J")


def support(summary: HomeSummary, call: Callable[[str], object], openings: dict[UUID, OpeningLine]) -> SectionCard | None:
    """Whom to call. `openings` takes the line, by contract, that is to say whether support is open."""
    if not summary.contacts:
        return None
    card = SectionCard(tr("Assistance"), icon_name="phone")
    for contact in summary.contacts:
        phone = _dialled(contact.phone)
        dial = button(phone, lambda phone=phone: call(phone), icon_name="phone-call")  # type: ignore[misc]
        dial.setFont(theme.font(1.1, bold=True, tabular=True))
        dial.setAccessibleName(tr("Appeler {name} au {phone}", name=contact.provider, phone=phone))
        dial.setToolTip(tr("Appeler {name}", name=contact.provider))
        who = column(text_label(contact.provider, "strong"), spacing=0)
        who.addWidget(text_label(tr("Contrat {number}", number=contact.contract_number), "muted"))
        line = row(spacing=theme.SPACE.medium)
        line.addLayout(who, 1)
        line.addWidget(dial)
        card.body.addLayout(line)
        openings[contact.contract_id] = OpeningLine()
        card.add(openings[contact.contract_id])
    if summary.open_requests:
        card.add(text_label(trn("{n} demande ouverte", "{n} demandes ouvertes", summary.open_requests), "muted"))
    return card


def _dialled(phone: str) -> str:
    """The number as it is dialled in France; as it was given where it is not of a known form."""
    try:
        return parse_phone(phone)
    except InputError:
        return phone


def costs(summary: HomeSummary, follow: Follow, language: str) -> SectionCard | None:
    """What the running contracts cost a month."""
    if not summary.monthly_by_contract:
        return None
    card = SectionCard(tr("Coût mensuel"), _link(tr("Contrats"), lambda: follow(Route("contracts"))), icon_name="euro")
    card.body.setSpacing(theme.SPACE.tiny)
    total = text_label(tr("{amount} HT", amount=summary.monthly_excl_tax), "heading")
    total.setFont(theme.font(tabular=True))
    taxed = text_label(tr("{amount} TTC", amount=summary.monthly_incl_tax), "muted")
    card.body.addLayout(_baseline(total, taxed))
    ordered = sorted(summary.monthly_by_contract, key=lambda each: -each[1])
    for name, amount in ordered[:SHARES_SHOWN]:
        share = float(amount / summary.monthly_excl_tax) if summary.monthly_excl_tax else 0.0
        card.add(ShareRow(name, formatting.money(amount, language), share))
    others = ordered[SHARES_SHOWN:]
    if others:
        rest = sum((amount for _, amount in others), others[0][1] * 0)
        share = float(rest / summary.monthly_excl_tax) if summary.monthly_excl_tax else 0.0
        card.add(ShareRow(trn("{n} autre contrat", "{n} autres contrats", len(others)), formatting.money(rest, language), share))
    return card


def equipment(summary: HomeSummary, follow: Follow) -> SectionCard | None:
    """How many machines there are in each state."""
    if not summary.equipment_total:
        return None
    card = SectionCard(
        trn("{n} matériel", "{n} matériels", summary.equipment_total),
        _link(tr("Matériel"), lambda: follow(Route("equipment"))),
        icon_name="monitor",
    )
    counts = {EquipmentStatus(value): count for value, count in summary.equipment_by_status}
    parts = [Part(state, _inside(enum_label(status).render()), counts[status]) for status, state in _STATES.items() if counts.get(status)]
    card.add(PartsBar(parts, tr("Matériel par état"), lambda: follow(Route("equipment"))))
    return card


def _inside(word: str) -> str:
    """A word as it is written inside a sentence."""
    return word[:1].lower() + word[1:]


def satisfaction(summary: HomeSummary, language: str) -> SectionCard | None:
    """The share of top ratings."""
    if not summary.ratings or summary.top_share is None:
        return None
    card = SectionCard(tr("Satisfaction"), icon_name="smile")
    figure = text_label(formatting.percent(summary.top_share, language), "heading")
    words = text_label(trn("de très bons avis, sur {n} avis", "de très bons avis, sur {n} avis", summary.ratings), "muted")
    card.body.addLayout(_baseline(figure, words))
    return card


def first_steps(summary: HomeSummary, follow: Follow) -> SectionCard | None:
    """For a new office: the first three things to do; `None` once they are done."""
    has_contract = bool(summary.monthly_by_contract or summary.deadlines or any(need.screen == "contracts" for need in summary.needs))
    if summary.equipment_total and has_contract:
        return None
    company_done = not any(need.screen == "settings" for need in summary.needs)
    card = SectionCard(tr("Pour commencer"), icon_name="flag")
    card.body.setSpacing(theme.SPACE.tiny)
    card.add(text_label(tr("Trois étapes, dans l’ordre que vous voulez."), "muted", wrap=True))
    steps = (
        (
            company_done,
            tr("Complétez votre entreprise"),
            tr("SIREN, adresse, IBAN\u00a0: ils figurent sur vos contrats."),
            Route("settings"),
        ),
        (
            bool(summary.equipment_total),
            tr("Ajoutez votre matériel"),
            tr("Ordinateurs, caisses, imprimantes, convoyeur…"),
            Route("equipment", action="add"),
        ),
        (
            has_contract,
            tr("Enregistrez un contrat"),
            tr("Prix, échéances et préavis sont calculés pour vous."),
            Route("contracts", action="add"),
        ),
    )
    lines = _lines(card)
    width = ActionRow.badge_width([tr("Fait"), tr("À faire")])
    for done, title, detail, route in steps:
        badge = Badge("ok", tr("Fait")) if done else Badge("neutral", tr("À faire"), "circle")
        lines.addWidget(ActionRow(badge, title, detail, "", lambda route=route: follow(route), width))  # type: ignore[misc]
    return card


def _link(text: str, on_click: Callable[[], object]) -> QWidget:
    return button(text, on_click, kind="link", icon_name="arrow-right")


def _lines(card: SectionCard) -> QVBoxLayout:
    """Where a card's rows go, one right below the other."""
    lines = column(spacing=0)
    card.body.addLayout(lines)
    return lines


def _baseline(figure: QWidget, words: QWidget) -> QHBoxLayout:
    """A large figure and the small words that belong to it, on one line of writing."""
    line = row(spacing=theme.SPACE.small)
    line.addWidget(figure, 0, Qt.AlignmentFlag.AlignBottom)
    words.setContentsMargins(0, 0, 0, theme.SPACE.hair)
    line.addWidget(words, 1, Qt.AlignmentFlag.AlignBottom)
    return line
