"""The articles of a contract: what each offer says, and nothing it does not say."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.articles import Article, contract_articles
from app.domain.offers import Offer, Tier, load_offers
from app.domain.pricing import quote
from app.domain.records import EquipmentKind

OFFERS = load_offers(Path(__file__).resolve().parents[3] / "resources" / "offers")


def written(offer: Offer, quantity: int = 3, options: tuple[str, ...] = (), kind: EquipmentKind | None = None) -> tuple[Article, ...]:
    kept = offer.frozen(unit_price=Decimal("20.00")) if offer.pricing.quote_required else offer
    return contract_articles(kept, quote(kept, quantity, options), kept.term.months_for(kind), kind)


def french(articles: tuple[Article, ...]) -> str:
    text = "\n".join(paragraph.render("fr") for article in articles for paragraph in (article.title, *article.paragraphs))
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("offer", OFFERS.values(), ids=OFFERS.keys())
def test_articles_are_numbered_and_speak_both_languages(offer: Offer) -> None:
    articles = written(offer)
    assert [article.number for article in articles] == list(range(1, len(articles) + 1))
    for article in articles:
        assert article.paragraphs
        for text in (article.title, *article.paragraphs):
            for language in ("fr", "en"):
                shown = text.render(language)
                assert shown.strip() == shown
                assert "{" not in shown
                assert ".." not in shown
    assert "L215" not in french(articles)
    assert "consommation" not in french(articles)


@pytest.mark.parametrize("offer", OFFERS.values(), ids=OFFERS.keys())
def test_french_marks_stand_behind_spaces_that_do_not_break(offer: Offer) -> None:
    text = "\n".join(paragraph.render("fr") for article in written(offer) for paragraph in article.paragraphs)
    for wrong in (" ;", " :", " !", " ?", "« ", " »", " €", " %", "'"):
        assert wrong not in text


def test_gesticlean_says_price_renewal_address_and_hours() -> None:
    text = french(written(OFFERS["gesticlean-support"], 2, ("conveyor_link", "automatic_backup")))
    for part in (
        "1 licence, 33,00 € HT ; 2 à 5 licences, 27,50 € HT ; 6 licences et plus, 23,00 € HT",
        "98,00 € HT, soit 117,60 € TTC",
        "tacite reconduction, chaque fois pour 12 mois",
        "sans préavis",
        "SARL Inforum, 115 avenue Pasteur, 74800 La Roche-sur-Foron",
        "info@inforum.io",
        "jour où le Prestataire la reçoit",
        "Windows 10",
        "du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h",
        "45,00 € HT par tranche de 30 minutes",
        "145,00 € HT",
        "ne vaut pas facture",
        "Tout mois commencé est dû",
    ):
        assert part in text
    assert "60 minutes" not in text, "an aim of the application is no promise of the provider"


def test_cleaq_says_who_when_cover_and_end() -> None:
    articles = written(OFFERS["cleaq-rental"], 3, (), EquipmentKind.SMARTPHONE)
    text = french(articles)
    for part in (
        "24 mois",
        "SIREN",
        "micro-entreprise",
        "3 à 5 jours ouvrés",
        "dans les 10 minutes",
        "le jour ouvré qui suit",
        "sous 24 heures",
        "dépôt de plainte",
        "aucune prise en charge",
        "Panne : prise en charge pendant toute la durée de la location",
        "Aucune franchise",
        "loyer réduit de 50 %",
        "sans limite et sans en informer",
        "sans reconduction",
    ):
        assert part in text
    assert "tacite" not in text
    assert "Options" not in [article.title.render("fr") for article in articles]


def test_commown_says_services_tie_firm_price_and_notice() -> None:
    text = french(written(OFFERS["commown-managed"], 12))
    for part in (
        "indissociable",
        "Sont seules dues",
        "à partir de 10 contrats",
        "Paris et Strasbourg",
        "demeurent fermes",
        "préavis de 15 jours",
    ):
        assert part in text
    assert "Livraison" not in text
    offer = OFFERS["commown-managed"].frozen(unit_price=Decimal("15.00"), services=["unlimited_support"])
    named = french(contract_articles(offer, quote(offer, 12), 12))
    assert "Assistance illimitée" in named
    assert "Strasbourg" not in named


def test_the_rental_of_commown_says_nothing_that_is_not_known() -> None:
    text = french(written(OFFERS["commown-rental"]))
    for part in ("SIREN", "franchise", "transport", "Livraison", "Assistance"):
        assert part not in text


def test_another_offer_gets_its_own_words() -> None:
    base = OFFERS["commown-managed"].frozen(
        tiers=[Tier(from_quantity=1, unit_price=Decimal("9.00")), Tier(from_quantity=2, unit_price=Decimal("8.00"))]
    )
    support = OFFERS["gesticlean-support"].support
    assert support is not None
    saturday = support.hours[0].model_copy(update={"days": ("saturday",), "opens": time(8, 30)})
    offer = base.model_copy(
        update={
            "pricing": base.pricing.model_copy(update={"tier_mode": "graduated"}),
            "term": base.term.model_copy(update={"notice_counts_from": "dispatch", "billing_anchor": "calendar_month"}),
            "support": support.model_copy(update={"hours": (*support.hours, saturday)}),
        }
    )
    text = french(contract_articles(offer, quote(offer, 3), 12))
    for part in ("seules unités", "jour où le Client l’envoie", "mois civil", "de 14 h à 18 h ; le samedi, de 8 h 30 à 12 h"):
        assert part in text
