"""Words, states and icons of contracts, the same in the list, the detail and the assistants."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.domain import formatting
from app.domain.records import ContractStatus, OfferKind, Renewal, ResignationStatus, label
from app.domain.text import Text, language, msg, tr
from app.ui.theme import State
from app.ui.widgets import StateBadge

if TYPE_CHECKING:
    from app.domain.offers import Offer

KIND_ICONS: dict[OfferKind, str] = {
    OfferKind.RENTAL: "monitor",
    OfferKind.SOFTWARE_SUPPORT: "headset",
    OfferKind.MANAGED_IT: "server-cog",
}
STATUS_LOOKS: dict[ContractStatus, tuple[State, str]] = {
    ContractStatus.DRAFT: ("neutral", "file-pen-line"),
    ContractStatus.SIGNED: ("info", "signature"),
    ContractStatus.ACTIVE: ("ok", "circle-check"),
    ContractStatus.RESIGNATION_SENT: ("warning", "send"),
    ContractStatus.ENDED: ("neutral", "circle-slash"),
}
FOLLOW_UP_ICONS: dict[ResignationStatus, str] = {
    ResignationStatus.TO_SEND: "file-text",
    ResignationStatus.SENT: "send",
    ResignationStatus.RECEIVED: "mail-check",
    ResignationStatus.CONFIRMED: "badge-check",
}
_UNITS = {"licence": msg("licence"), "device": msg("appareil"), "computer": msg("ordinateur")}
_ALERTS: dict[int, tuple[State, str]] = {
    90: ("info", "bell"),
    60: ("info", "bell-ring"),
    30: ("warning", "triangle-alert"),
    7: ("danger", "octagon-alert"),
}


def alert_look(level: int) -> tuple[State, str]:
    """State and icon of an alert at 90, 60, 30 or 7 days."""
    return _ALERTS[level]


def alert_word(level: int) -> str:
    """`J-90`."""
    return tr("J-{n}", n=level)


def days_left_text(days: int) -> str:
    """`J-84`, or what to say on the day itself."""
    return tr("aujourd’hui") if days == 0 else tr("J-{n}", n=days)


def deadline_text(day: date, days: int) -> str:
    """`14/02/2027 · J-84`."""
    return f"{formatting.day(day, language())} · {days_left_text(days)}"


def status_badge(status: ContractStatus) -> StateBadge:
    """The contract's status with its icon and colour."""
    state, icon_name = STATUS_LOOKS[status]
    return StateBadge(state, label(status).render(), icon_name)


def alert_badge(level: int, days: int) -> StateBadge:
    """The alert reached, with the days left."""
    state, icon_name = alert_look(level)
    return StateBadge(state, tr("Échéance\u00a0: {left}", left=days_left_text(days)), icon_name)


def months_words(months: int) -> Text:
    """`12 mois`."""
    return msg("1 mois") if months == 1 else msg("{n} mois", n=months)


def notice_words(days: int) -> Text:
    """The notice of an offer in a few words."""
    if days == 0:
        return msg("Préavis\u00a0: aucun n’est indiqué")
    return msg("Préavis\u00a0: 1 jour") if days == 1 else msg("Préavis\u00a0: {n} jours", n=days)


def duration_words(offer: Offer) -> Text:
    """How long an offer binds, and what comes after."""
    months = months_words(offer.term.commitment_months)
    if offer.term.renewal is Renewal.TACIT:
        again = months_words(offer.term.renewal_months or offer.term.commitment_months)
        return msg("{months}, puis tacite reconduction par {again}", months=months, again=again)
    if offer.term.renewal is Renewal.OPEN_ENDED:
        return msg("{months}, puis durée indéterminée", months=months)
    return msg("{months}, puis un choix à faire", months=months)


def price_words(offer: Offer) -> Text:
    """What an offer costs in a few words."""
    tiers = offer.pricing.tiers
    if offer.pricing.quote_required or not tiers:
        return msg("Prix du devis du prestataire")
    if len(tiers) == 1:
        return msg("{price} HT par mois et par {unit}", price=tiers[0].unit_price, unit=_UNITS[offer.pricing.unit])
    low, high = tiers[-1].unit_price, tiers[0].unit_price
    return msg("De {low} à {high} HT par mois et par {unit}", low=low, high=high, unit=_UNITS[offer.pricing.unit])
