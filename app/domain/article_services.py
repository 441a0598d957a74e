"""Articles that depend on what is sold: managed services, rented devices, support, ratings, help without a contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from app.domain.money import to_cents
from app.domain.offer_model import Offer
from app.domain.offer_schema import WEEKDAYS, CoverEvent, CoverRow, EndOfRental, Managed, OnSiteVisit, Service, Support
from app.domain.offer_text import choice, enumerated, hour, listed, minutes, months, plain, sentence, share, working_days
from app.domain.text import Text, msg


def managed_services(offer: Offer) -> Iterator[Text]:
    """The services that are due, and the rule of the on-site visit."""
    managed = offer.managed
    if managed is None:
        return
    due = managed.services if managed.services_due is None else [one for one in managed.services if one.id in managed.services_due]
    if managed.services_due is None and managed.only_services_in_quote:
        yield msg("Sont seules dues les prestations que nomme le devis, parmi celles qui suivent.")
    elif managed.services_due is not None and not due:
        yield msg("Le devis ne nomme aucune prestation.")
    else:
        yield msg("Le Prestataire assure les prestations qui suivent.")
    for service in due:
        yield _service(service, managed)
    if managed.only_services_in_quote:
        yield msg("Une prestation qui n’est pas nommée au devis n’est pas due\u202f; elle peut faire l’objet d’une demande de devis.")


def _service(service: Service, managed: Managed) -> Text:
    if service.id == "on_site_visit" and managed.on_site_visit is not None:
        return msg("{service}\u00a0: {rule}.", service=service.label.text, rule=_visit(managed.on_site_visit))
    if service.description is not None:
        return msg("{service}\u00a0: {description}.", service=service.label.text, description=service.description.text)
    return msg("{service}.", service=service.label.text)


def _visit(visit: OnSiteVisit) -> Text:
    cities = listed(*(plain(city) for city in visit.cities))
    what = msg("appareils loués") if visit.counted == "devices" else msg("contrats")
    least = msg("{n}\u00a0{what}", n=str(visit.minimum_contracts), what=what)
    if visit.per_contract_year == 1:
        return msg(
            "une fois par année de contrat, à partir de {least}, dans les villes suivantes seulement\u00a0: {cities}",
            least=least,
            cities=cities,
        )
    return msg(
        "{times}\u00a0fois par année de contrat, à partir de {least}, dans les villes suivantes seulement\u00a0: {cities}",
        times=str(visit.per_contract_year),
        least=least,
        cities=cities,
    )


def tied_contract(offer: Offer) -> Iterator[Text]:
    """The rental that the contract cannot go without."""
    if offer.managed is None or offer.managed.tied_to is None:
        return
    yield msg(
        "Le présent contrat est indissociable d’un contrat de location en cours auprès du même Prestataire\u202f; il ne peut être signé sans lui."
    )
    yield msg("Si le Client met fin à la location, il lui revient de résilier aussi le présent contrat, par une demande distincte.")


def eligibility(offer: Offer) -> Iterator[Text]:
    """Who may rent."""
    if offer.rental is None or not offer.rental.eligibility:
        return
    conditions = {
        "siren": msg("disposer d’un numéro SIREN valide"),
        "micro_enterprise": msg("ne pas exercer sous le régime de la micro-entreprise"),
        "iban": msg("fournir les coordonnées d’un compte bancaire français"),
    }
    yield msg("Pour louer, le Client doit {conditions}.", conditions=listed(*(conditions[one] for one in offer.rental.eligibility)))
    if offer.rental.eligibility_review:
        yield msg("Le Prestataire peut demander une étude complémentaire du dossier.")


def delivery(offer: Offer) -> Iterator[Text]:
    """When the devices come, how, and at whose cost."""
    rental = offer.rental
    if rental is None:
        return
    if rental.delivery is not None:
        least, most = rental.delivery.working_days_min, rental.delivery.working_days_max
        span = working_days(most) if least == most else msg("{least} à {most}", least=str(least), most=working_days(most))
        if offer.documents.electronic_signature:
            yield msg("Les appareils sont livrés dans un délai de {span} après la signature électronique du contrat.", span=span)
        else:
            yield msg("Les appareils sont livrés dans un délai de {span} après la signature du contrat.", span=span)
        if rental.delivery.delays_announced_before_signature:
            yield msg("Si un modèle demande un délai plus long, le Prestataire en informe le Client avant la signature.")
    if rental.shipping_charged is False:
        yield msg("Le transport des appareils n’est jamais à la charge du Client.")
    elif rental.shipping_charged:
        yield msg("Le transport des appareils est à la charge du Client.")
    if rental.software_preinstalled is False:
        yield msg("Les appareils sont livrés sans configuration particulière\u202f; le Client y installe les logiciels de son choix.")
    elif rental.software_preinstalled:
        yield msg("Les appareils sont livrés avec les logiciels convenus.")


def assignment(offer: Offer) -> Iterator[Text]:
    """Who may use the devices."""
    if offer.rental is not None and offer.rental.assignment_free:
        yield msg(
            "Le Client affecte les appareils aux utilisateurs de son choix et change d’utilisateur à tout moment, sans limite et sans en informer le Prestataire."
        )


def cover(offer: Offer) -> Iterator[Text]:
    """What is covered, and how."""
    rental = offer.rental
    if rental is None or not rental.cover:
        return
    for row in rental.cover:
        yield _cover_row(row)
    if rental.excess is not None and rental.excess == 0:
        yield msg("Aucune franchise n’est retenue.")
    elif rental.excess is not None:
        yield msg("Une franchise de {excess} est retenue pour chaque sinistre.", excess=rental.excess)


def _cover_row(row: CoverRow) -> Text:
    events = sentence(listed(*(event_label(event) for event in row.events)))
    if not row.covered:
        return msg("{events}\u00a0: aucune prise en charge.", events=events)
    promises = list(_promises(row)) or [msg("prise en charge par le Prestataire")]
    if row.needs:
        needs = {"declaration": msg("une déclaration du sinistre"), "police_complaint": msg("une copie du dépôt de plainte")}
        promises.append(msg("le Client fournit {needs}", needs=listed(*(needs[one] for one in row.needs))))
    return msg("{events}\u00a0: {promises}.", events=events, promises=enumerated(*promises))


def _promises(row: CoverRow) -> Iterator[Text]:
    if row.whole_rental:
        yield msg("prise en charge pendant toute la durée de la location")
    if row.call_minutes is not None:
        yield msg("le support appelle le Client dans les {minutes}", minutes=minutes(row.call_minutes))
    if row.remote_help:
        yield msg("il peut prendre le contrôle de l’appareil à distance, sans limite du nombre d’interventions")
    if row.replacement_working_days == 1:
        yield msg("un appareil de remplacement est fourni le jour ouvré qui suit la déclaration")
    elif row.replacement_working_days is not None:
        yield msg("un appareil de remplacement est fourni sous {days}", days=working_days(row.replacement_working_days))
    if row.replacement_hours is not None:
        yield msg("un nouvel appareil est fourni sous {hours}\u00a0heures", hours=str(row.replacement_hours))
    if row.repaired_and_returned:
        yield msg("l’appareil atteint est réparé et rendu ou, s’il ne peut l’être, remplacé définitivement")


def event_label(event: CoverEvent) -> Text:
    """What happened to a device, in words."""
    return {
        "breakdown": msg("panne"),
        "breakage": msg("casse"),
        "oxidation": msg("oxydation"),
        "theft_burglary": msg("vol par effraction"),
        "theft_pickpocketing": msg("vol à la tire"),
        "theft_assault": msg("vol avec agression"),
        "theft_other": msg("vol dans d’autres circonstances"),
        "loss": msg("perte"),
    }[event]


def end_of_rental(offer: Offer) -> Iterator[Text]:
    """What the customer may do with the devices at the end."""
    rental = offer.rental
    if rental is None:
        return
    if rental.end_of_rental:
        choices = enumerated(*(_end_choice(one) for one in rental.end_of_rental))
        yield msg("Au terme de la location, le Client choisit entre les issues suivantes\u00a0: {choices}.", choices=choices)
    if rental.buy_back:
        yield msg(
            "Le Prestataire peut racheter le matériel dont le Client est propriétaire, sur une liste qui en donne les modèles, les configurations, "
            "les numéros de série et l’état estimé."
        )


def _end_choice(one: EndOfRental) -> Text:
    details: list[Text] = []
    if one.discount is not None:
        details.append(msg("loyer réduit de {discount}", discount=share(one.discount)))
    if one.commitment_months == 0:
        details.append(msg("sans engagement"))
    elif one.commitment_months is not None:
        details.append(msg("engagement de {months}", months=months(one.commitment_months)))
    if not details:
        return one.label.text
    return msg("{choice} ({details})", choice=one.label.text, details=listed(*details))


def support(offer: Offer) -> Iterator[Text]:
    """When help is open, how to reach it, in what order and time it answers."""
    if offer.support is None:
        return
    help_desk = offer.support
    yield msg("L’assistance est ouverte {hours} (fuseau horaire {zone}).", hours=opening_hours(help_desk), zone=help_desk.time_zone)
    if help_desk.closed_on_public_holidays and not help_desk.closed_on_bridge_days:
        yield msg("Elle est fermée les jours fériés.")
    elif help_desk.closed_on_bridge_days:
        yield msg("Elle est fermée les jours fériés ainsi que les jours de pont ou de congé annoncés par le Prestataire.")
    if help_desk.phone:
        yield msg("Numéro d’appel\u00a0: {phone}.", phone=help_desk.phone)
    if help_desk.first_response_promised and help_desk.first_response_minutes is not None:
        yield msg(
            "Le Prestataire répond en {minutes} au plus, comptées pendant les heures d’ouverture.",
            minutes=minutes(help_desk.first_response_minutes),
        )
    if help_desk.call_back_order:
        urgencies = {"blocked": msg("activité bloquée"), "degraded": msg("fonctionnement dégradé"), "question": msg("simple question")}
        order = enumerated(*(urgencies[one] for one in help_desk.call_back_order))
        yield msg(
            "Les demandes sont rappelées par ordre d’urgence ({order}) et, à urgence égale, de la plus ancienne à la plus récente.",
            order=order,
        )
    if help_desk.appointments:
        yield msg("Un rendez-vous peut être convenu\u202f; son heure est alors réservée.")
    if help_desk.remote_tool:
        yield msg(
            "Les interventions se font à distance, par téléphone et par prise de contrôle du poste au moyen de {tool}.",
            tool=help_desk.remote_tool,
        )
    if help_desk.unlimited:
        yield msg("Le nombre de demandes n’est pas limité.")


def opening_hours(support: Support) -> Text:
    """Weekly opening hours in words: `du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h`."""
    groups: list[tuple[list[int], tuple[tuple[time, time], ...]]] = []
    for weekday in range(7):
        openings = support.openings_on(weekday)
        if openings and groups and groups[-1][1] == openings and groups[-1][0][-1] == weekday - 1:
            groups[-1][0].append(weekday)
        elif openings:
            groups.append(([weekday], openings))
    return enumerated(*(msg("{days}, {hours}", days=_day_span(days), hours=_openings(openings)) for days, openings in groups))


def _day_span(days: list[int]) -> Text:
    names = [_weekday(day) for day in days]
    if len(names) == 1:
        return msg("le {day}", day=names[0])
    return msg("du {first} au {last}", first=names[0], last=names[-1])


def _openings(openings: tuple[tuple[time, time], ...]) -> Text:
    return listed(*(msg("de {opens} à {closes}", opens=hour(opens), closes=hour(closes)) for opens, closes in openings))


def _weekday(day: int) -> Text:
    return {
        "monday": msg("lundi"),
        "tuesday": msg("mardi"),
        "wednesday": msg("mercredi"),
        "thursday": msg("jeudi"),
        "friday": msg("vendredi"),
        "saturday": msg("samedi"),
        "sunday": msg("dimanche"),
    }[WEEKDAYS[day]]


def rating(offer: Offer) -> Iterator[Text]:
    """How interventions are rated."""
    if offer.rating is None:
        return
    kinds = {"phone": msg("par téléphone"), "remote": msg("à distance"), "on_site": msg("sur place")}
    after = choice(*(kinds[one] for one in offer.rating.after))
    if offer.rating.by_email:
        yield msg("Après chaque intervention {after}, le Prestataire adresse au Client, par e-mail, un lien pour l’évaluer.", after=after)
    else:
        yield msg("Après chaque intervention {after}, le Client est invité à l’évaluer.", after=after)
    yield msg("L’avis se donne en trois étapes\u00a0: une appréciation, un commentaire facultatif, la validation, qui seule l’enregistre.")


def off_contract(offer: Offer) -> Iterator[Text]:
    """What help costs without a contract."""
    rates = offer.off_contract
    if rates is None:
        return
    yield msg(
        "Une intervention demandée hors contrat est facturée {rate}\u00a0HT l’heure, soit {each}\u00a0HT par tranche de {size}, toute tranche commencée étant due.",
        rate=rates.hourly_rate,
        each=to_cents(rates.hourly_rate * rates.increment_minutes / 60),
        size=minutes(rates.increment_minutes),
    )
    if rates.version_update is not None:
        yield msg("Hors contrat, la mise à jour de la version du logiciel est facturée {price}\u00a0HT.", price=rates.version_update)
