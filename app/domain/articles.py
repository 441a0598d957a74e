"""The rules of an offer as the numbered articles of a contract, in the words of a contract.

Every sentence comes from a value of the offer: an offer that says nothing on a subject gets no article on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain import article_parts, article_services
from app.domain.offer_model import Offer
from app.domain.pricing import Quote
from app.domain.records import EquipmentKind
from app.domain.text import Text, msg


@dataclass(frozen=True)
class Article:
    """One article of a contract.

    Attributes:
        number: from 1.
        title: its heading, without number.
        paragraphs: its text.
    """

    number: int
    title: Text
    paragraphs: tuple[Text, ...]


def contract_articles(offer: Offer, quote: Quote, commitment_months: int, device_kind: EquipmentKind | None = None) -> tuple[Article, ...]:
    """The articles of a contract on `offer`.

    Args:
        offer: the offer as the contract keeps it.
        quote: today's price, with the options chosen.
        commitment_months: the commitment chosen, in months.
        device_kind: what is rented, where the commitment depends on it.
    """
    drafts: list[tuple[Text, Iterable[Text]]] = [
        (msg("Objet"), article_parts.purpose(offer)),
        (msg("Prestations comprises"), article_services.managed_services(offer)),
        (msg("Contrat lié"), article_services.tied_contract(offer)),
        (msg("Prix"), article_parts.price(offer, quote)),
        (msg("Fermeté des prix et des conditions"), article_parts.firmness(offer)),
        (msg("Options"), article_parts.options(offer, quote)),
        (msg("Durée et reconduction"), article_parts.duration(offer, commitment_months, device_kind)),
        (msg("Résiliation et préavis"), article_parts.resignation(offer)),
        (msg("Facturation"), article_parts.billing(offer)),
        (msg("Conditions de souscription"), article_services.eligibility(offer)),
        (msg("Livraison"), article_services.delivery(offer)),
        (msg("Affectation des appareils"), article_services.assignment(offer)),
        (msg("Pannes et sinistres"), article_services.cover(offer)),
        (msg("Fin de location"), article_services.end_of_rental(offer)),
        (msg("Assistance"), article_services.support(offer)),
        (msg("Évaluation des interventions"), article_services.rating(offer)),
        (msg("Interventions hors contrat"), article_services.off_contract(offer)),
    ]
    written = [(title, paragraphs) for title, parts in drafts if (paragraphs := tuple(parts))]
    return tuple(Article(number, title, paragraphs) for number, (title, paragraphs) in enumerate(written, start=1))
