"""Articles that every contract has: purpose, price, options, duration, resignation, billing."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.offer_model import Offer
from app.domain.offer_schema import Option, PricingUnit
from app.domain.offer_text import choice, days, enumerated, listed, months, share
from app.domain.pricing import Quote, tier_range, unit_count
from app.domain.records import Channel, EquipmentKind, OfferKind, Renewal, label
from app.domain.term_rules import TermRules
from app.domain.text import Text, msg


def purpose(offer: Offer) -> Iterator[Text]:
    """What is sold, by whom, to whom."""
    sold = {
        OfferKind.RENTAL: msg("la location d’appareils informatiques"),
        OfferKind.SOFTWARE_SUPPORT: msg("la fourniture d’un service de support logiciel"),
        OfferKind.MANAGED_IT: msg("la fourniture d’un service d’infogérance informatique"),
    }
    provider = offer.provider
    yield msg(
        "Le présent contrat a pour objet {what}, par {provider}, ci-après «\u00a0le Prestataire\u00a0», au profit du client désigné en tête des "
        "présentes, ci-après «\u00a0le Client\u00a0», aux conditions de l’offre «\u00a0{offer}\u00a0», version {version}.",
        what=sold[offer.kind],
        provider=f"{provider.name} ({provider.legal_form})" if provider.legal_form else provider.name,
        offer=offer.name.text,
        version=str(offer.version),
    )
    if offer.included:
        yield msg("Le prix mensuel comprend\u00a0: {included}.", included=enumerated(*(one.text for one in offer.included)))
    yield msg("Le Client contracte pour les besoins de son activité professionnelle.")


def price(offer: Offer, quote: Quote) -> Iterator[Text]:
    """The price table, today's amount, and what makes it change."""
    yield from _price_table(offer, quote)
    if offer.follows_fleet:
        yield msg(
            "La quantité est, à chaque date de facturation, le nombre d’ordinateurs que le Client loue auprès du Prestataire\u202f; "
            "le prix mensuel est recalculé de plein droit, d’après la même grille, dès qu’un ordinateur est ajouté ou restitué."
        )
    yield _amount_today(offer, quote)
    yield msg("La TVA, au taux de {rate}, est calculée une seule fois, sur le total hors taxes.", rate=share(offer.vat_rate))
    if offer.documents.not_an_invoice:
        yield msg("Le présent document ne vaut pas facture.")


def _amount_today(offer: Offer, quote: Quote) -> Text:
    if quote.quantity == 0:
        return msg("À la date du présent document, le Client ne loue aucun ordinateur auprès du Prestataire\u00a0: aucun prix n’est dû.")
    units = unit_count(offer.pricing.unit, quote.quantity)
    with_options = any(offer.option(line.id) is not None for line in quote.lines)
    return msg(
        "À la date du présent document, pour {units}, le prix mensuel s’élève à {excl}\u00a0HT, soit {incl}\u00a0TTC.",
        units=msg("{units} et les options souscrites", units=units) if with_options else units,
        excl=quote.monthly_excl_tax,
        incl=quote.monthly_incl_tax,
    )


def _price_table(offer: Offer, quote: Quote) -> Iterator[Text]:
    pricing = offer.pricing
    unit = _each(pricing.unit)
    if pricing.quote_required or len(pricing.tiers) == 1:
        amount = pricing.tiers[0].unit_price if pricing.tiers else quote.lines[0].unit_price
        if offer.follows_fleet:
            # The provider's text says that the price depends on the number of computers; the quote gave one price only.
            yield msg("Le prix convenu au devis est de {amount}\u00a0HT par mois et {unit}.", amount=amount, unit=unit)
        else:
            yield msg("Le prix est de {amount}\u00a0HT par mois et {unit}, quelle que soit la quantité.", amount=amount, unit=unit)
        return
    rows = [
        msg("{range}, {amount}\u00a0HT", range=tier_range(offer, index), amount=tier.unit_price) for index, tier in enumerate(pricing.tiers)
    ]
    yield msg("Le prix, par mois et {unit}, est fixé par la grille suivante\u00a0: {rows}.", unit=unit, rows=enumerated(*rows))
    if pricing.tier_mode == "volume":
        yield msg("La tranche qu’atteint la quantité totale fixe le prix de toutes les unités.")
    else:
        yield msg("Chaque tranche fixe le prix des seules unités qui s’y trouvent.")


def firmness(offer: Offer) -> Iterator[Text]:
    """What later versions of the offer cannot change."""
    yield msg(
        "La grille de prix et les règles de l’offre sont celles en vigueur à la date de signature\u202f; une copie en est conservée "
        "avec le contrat. Aucune version ultérieure de l’offre ne modifie le contrat signé."
    )
    if offer.pricing.firm_during_commitment:
        yield msg("Tant que court la durée d’engagement, ces prix demeurent fermes et ne peuvent faire l’objet d’aucune révision.")


def options(offer: Offer, quote: Quote) -> Iterator[Text]:
    """The options chosen with their conditions, then those that may be added."""
    if not offer.options:
        return
    chosen_ids = {line.id for line in quote.lines}
    chosen = [option for option in offer.options if option.id in chosen_ids]
    if not chosen:
        yield msg("Aucune option n’est souscrite à la date du présent document.")
    for option in chosen:
        yield msg("Option souscrite\u00a0: {option}.", option=_priced(offer, option))
        if option.conditions:
            needed = listed(*(one.text for one in option.conditions))
            yield msg("L’option «\u00a0{option}\u00a0» suppose {needed}.", option=option.label.text, needed=needed)
    others = [_priced(offer, option) for option in offer.options if option not in chosen]
    if others:
        yield msg("Peuvent être ajoutées au contrat\u00a0: {options}.", options=enumerated(*others))
    yield from _exclusions(offer)


def _exclusions(offer: Offer) -> Iterator[Text]:
    said: set[frozenset[str]] = set()
    for option in offer.options:
        for other_id in option.excludes:
            pair = frozenset((option.id, other_id))
            other = offer.option(other_id)
            if other is not None and pair not in said:
                said.add(pair)
                yield msg(
                    "Les options «\u00a0{one}\u00a0» et «\u00a0{other}\u00a0» ne peuvent être souscrites ensemble.",
                    one=option.label.text,
                    other=other.label.text,
                )


def _priced(offer: Offer, option: Option) -> Text:
    if option.per == "contract":
        return msg("«\u00a0{option}\u00a0», {price}\u00a0HT par mois pour le contrat", option=option.label.text, price=option.price)
    unit = _each(offer.pricing.unit)
    return msg("«\u00a0{option}\u00a0», {price}\u00a0HT par mois et {unit}", option=option.label.text, price=option.price, unit=unit)


def duration(offer: Offer, commitment_months: int, device_kind: EquipmentKind | None) -> Iterator[Text]:
    """How long the contract binds and what follows."""
    term = offer.term
    length = months(commitment_months)
    if device_kind in term.by_device and device_kind is not None:
        yield msg(
            "Le contrat porte sur le matériel «\u00a0{kind}\u00a0»\u202f; il est conclu pour une durée d’engagement de {length} à compter de sa date de départ.",
            kind=label(device_kind),
            length=length,
        )
    else:
        yield msg("Le contrat est conclu pour une durée d’engagement de {length} à compter de sa date de départ.", length=length)
    yield _renewal(term)
    yield msg(
        "Les mois se comptent de quantième à quantième depuis la date de départ\u202f; dans un mois qui n’a pas ce quantième, "
        "l’échéance tombe le dernier jour du mois."
    )


def _renewal(term: TermRules) -> Text:
    match term.renewal:
        case Renewal.TACIT:
            return msg(
                "À son terme, il se renouvelle par tacite reconduction, chaque fois pour {length}, sauf résiliation.",
                length=months(term.renewal_months or term.commitment_months),
            )
        case Renewal.OPEN_ENDED:
            return msg("Au-delà de cette durée, il se poursuit pour une durée indéterminée, jusqu’à sa résiliation.")
        case Renewal.NONE:
            return msg("Il prend fin de plein droit au terme de cette durée, sans reconduction.")


def resignation(offer: Offer) -> Iterator[Text]:
    """When the customer may leave, with what notice, and how."""
    yield from _leaving(offer.term)
    ways = choice(*(_way(offer, channel) for channel in offer.resignation.channels))
    if offer.term.renewal is Renewal.NONE:
        yield msg("Le Client fait connaître ses intentions par écrit, {ways}.", ways=ways)
    else:
        yield msg("La résiliation est demandée par écrit, {ways}.", ways=ways)
        yield _dated(offer.term)
        yield msg("Une échéance qui tombe un dimanche ou un jour férié n’est pas reportée.")
    if offer.resignation.confirmation_call:
        yield msg("Le Prestataire prend ensuite contact avec le Client pour confirmer la résiliation.")
    if offer.resignation.clause:
        yield msg(
            "L’engagement et sa fin relèvent de la clause «\u00a0{clause}\u00a0» de l’offre\u202f; sur ce qu’elle ne précise pas, "
            "les parties conviennent des règles qui précèdent.",
            clause=offer.resignation.clause,
        )


def _dated(term: TermRules) -> Text:
    if term.notice_counts_from == "receipt":
        return msg("La résiliation prend date du jour où le Prestataire la reçoit.")
    return msg("La résiliation prend date du jour où le Client l’envoie.")


def _leaving(term: TermRules) -> Iterator[Text]:
    notice = days(term.notice_days)
    match term.renewal, term.notice_days:
        case Renewal.TACIT, 0:
            yield msg(
                "Le Client met fin au contrat pour le terme de la période en cours, sans préavis\u00a0: il suffit que la résiliation "
                "ait pris date au plus tard le dernier jour de cette période. À défaut, le contrat est reconduit."
            )
        case Renewal.TACIT, _:
            yield msg(
                "Le Client met fin au contrat pour le terme de la période en cours, avec un préavis de {notice}\u00a0: la résiliation doit "
                "avoir pris date au moins {notice} avant le dernier jour de cette période. À défaut, le contrat est reconduit.",
                notice=notice,
            )
        case Renewal.OPEN_ENDED, 0:
            yield msg(
                "Le contrat ne peut prendre fin avant le terme de la durée d’engagement\u202f; ensuite, le Client y met fin à tout moment, sans préavis."
            )
        case Renewal.OPEN_ENDED, _:
            yield msg(
                "Le contrat ne peut prendre fin avant le terme de la durée d’engagement\u202f; pour ce terme ou à tout moment ensuite, "
                "le Client y met fin avec un préavis de {notice}.",
                notice=notice,
            )
        case Renewal.NONE, _:
            yield msg(
                "Le contrat ne peut prendre fin avant le terme de la durée d’engagement\u202f; il cesse à ce terme sans que le Client ait à le dénoncer."
            )


def _way(offer: Offer, channel: Channel) -> Text:
    if channel is Channel.EMAIL:
        email = offer.resignation_email
        return msg("par e-mail à {email}", email=email) if email else msg("par e-mail au Prestataire")
    lines = (offer.provider.legal_name, *offer.resignation_address)
    if len(lines) == 1:
        return msg("par courrier à l’adresse du Prestataire")
    return msg("par courrier à {address}", address=", ".join(lines))


def billing(offer: Offer) -> Iterator[Text]:
    """When rents fall due."""
    if offer.term.billing_anchor == "contract_start":
        yield msg("Le prix est facturé par périodes d’un mois, comptées depuis la date de départ du contrat.")
    else:
        yield msg("Le prix est facturé par mois civil.")
    if offer.billing.month_begun_due:
        yield msg("Tout mois commencé est dû en entier, y compris celui au cours duquel le contrat prend fin.")
    if offer.billing.due_without_use:
        yield msg("Le prix est dû chaque mois, que le Client ait ou non recours au service.")
    if offer.billing.continues_during_repair and offer.kind is OfferKind.RENTAL:
        yield msg("Le loyer reste dû pendant la réparation ou le remplacement d’un appareil.")
    elif offer.billing.continues_during_repair:
        yield msg(
            "L’exécution des prestations est sans effet sur la location\u00a0: son loyer reste dû pendant la réparation ou le remplacement "
            "d’un appareil."
        )


def _each(unit: PricingUnit) -> Text:
    match unit:
        case "licence":
            return msg("par licence")
        case "device":
            return msg("par appareil")
        case "computer":
            return msg("par ordinateur")
