"""The facts of a technician's card: what each is called, what is shown, and what is copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain import formatting
from app.domain.formatting import PARIS
from app.domain.records import label
from app.domain.text import tr
from app.ui.theme import State

if TYPE_CHECKING:
    from app.domain.values.support import CoverPreview, RequestRow
    from app.domain.values.technician import TechnicianCard


@dataclass(frozen=True)
class Fact:
    """One line of the card.

    Attributes:
        value: what is copied; empty when it is not known.
        instead: what is shown where `value` is empty.
        state: an icon before the value, for a state.
        detail: a quieter line below the value; copied with it.
        figures: digits stand below each other.
    """

    key: str
    title: str
    value: str
    instead: str = ""
    state: State | None = None
    icon_name: str | None = None
    detail: str = ""
    figures: bool = False

    @property
    def copied(self) -> str:
        """What a click puts on the clipboard."""
        return f"{self.value}. {self.detail}" if self.value and self.detail else self.value

    @property
    def shown(self) -> str:
        """What is read."""
        return self.value or self.instead or tr("inconnu")


def machine_facts(card: TechnicianCard, language: str) -> tuple[Fact, ...]:
    """The left column: the machine itself."""
    known = card.equipment_id is not None
    why = tr("inconnu\u00a0: {reason}", reason=card.teamviewer_why) if card.teamviewer_why is not None else ""
    warranty = formatting.day(card.warranty_end, language) if card.warranty_end is not None else ""
    model = " ".join(filter(None, (card.manufacturer, card.model)))
    return (
        Fact("teamviewer_id", tr("ID TeamViewer"), card.teamviewer_id, why, figures=True),
        Fact("serial", tr("N° de série"), card.serial, figures=True),
        Fact("os", tr("Système"), " ".join(filter(None, (card.os_name, card.os_version)))),
        Fact("model", tr("Modèle"), model),
        Fact("licence_number", tr("N° de licence"), card.licence_number, figures=True),
        Fact("warranty_end", tr("Garantie"), tr("jusqu’au {day}", day=warranty) if warranty else "", tr("non renseignée") if known else ""),
    )


def contract_facts(card: TechnicianCard) -> tuple[Fact, ...]:
    """The right column: under which contract it is, whose it is, and whether its data are safe."""
    return (
        Fact("contract", tr("Contrat"), _contract(card), tr("aucun")),
        Fact("person", tr("Utilisateur"), card.person, tr("non affecté")),
        Fact("phone", tr("Téléphone"), card.phone, figures=True),
        Fact("site", tr("Site"), card.site),
        Fact("organisation", tr("Entreprise"), card.organisation),
        Fact("backup", tr("Sauvegarde"), card.backup, tr("aucune sauvegarde connue")),
    )


def cover_fact(cover: CoverPreview | None) -> Fact:
    """Whether a contract pays, and below it why."""
    title = tr("Prise en charge")
    if cover is None:
        return Fact("cover", title, "", tr("inconnue"))
    state: State = "neutral" if cover.covered is None else "ok" if cover.covered else "warning"
    names = {True: "shield-check", False: "shield-off", None: "shield-question-mark"}
    headline = cover.headline.render()
    steps = [step.render() for step in cover.why.steps]
    detail = " ".join(step for step in steps if step != headline)
    return Fact("cover", title, headline, state=state, icon_name=names[cover.covered], detail=detail)


def request_line(row: RequestRow, language: str) -> tuple[str, str, str]:
    """A request in three parts: day and number, what it was about, where it stands."""
    day = formatting.day(row.opened_at.astimezone(PARIS).date(), language)
    stands = label(row.status).render()
    if row.rating is not None:
        stands = tr("{status}, avis\u00a0: {rating}", status=label(row.status), rating=label(row.rating))
    return f"{day}  {row.number}", row.subject, stands


def whole_text(card: TechnicianCard, language: str) -> str:
    """The card as text, to be pasted into a message."""
    lines = [card.designation or tr("Machine inconnue")]
    facts: Sequence[Fact] = (cover_fact(card.cover), *machine_facts(card, language), *contract_facts(card))
    lines += [tr("{title}\u00a0: {value}", title=fact.title, value=fact.copied or fact.shown) for fact in facts]
    if card.last_requests:
        lines += ["", tr("Dernières demandes")]
        lines += [" · ".join(request_line(row, language)) for row in card.last_requests]
    return "\n".join(lines)


def _contract(card: TechnicianCard) -> str:
    cover = card.cover
    if cover is not None and cover.contract_number == card.contract_number and cover.offer_name:
        return f"{card.contract_number} — {cover.offer_name}"
    return card.contract_number
