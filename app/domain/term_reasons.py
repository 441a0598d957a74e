"""Why each date of a contract is what it is: the rule, what it read, and the steps, in words for a shop and an office.

Every function answers the result of its namesake in `app.domain.term_dates`, `billing` or `deadlines`, with its explanation.
`source` names the clause of the offer that states the rule, where the caller knows it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal

from app.domain import billing, deadlines, term_dates
from app.domain.calendars import add_days, non_working_reason
from app.domain.explain import Explained, Explanation
from app.domain.records import HolidayZone, Renewal, label
from app.domain.term_dates import ContractTerms, Notice, Term
from app.domain.text import Text, msg

_WEEKEND = 5


def months_text(months: int) -> Text:
    """`12 mois`."""
    return msg("1 mois") if months == 1 else msg("{n} mois", n=months)


def days_text(days: int) -> Text:
    """`15 jours`, `1 jour`, `0 jour`."""
    if days == 0:
        return msg("0 jour")
    return msg("1 jour") if days == 1 else msg("{n} jours", n=days)


def term_text(start: date, end: date | None) -> Text:
    """`du 31/01/2026 au 30/01/2027`, both days included; without an end, `à partir du 10/03/2026, sans date de fin`."""
    if end is None:
        return msg("à partir du {start}, sans date de fin", start=start)
    return msg("du {start} au {end}", start=start, end=end)


def explain_commitment_end(terms: ContractTerms, source: Text | None = None) -> Explained[date]:
    """Why the commitment ends on that day."""
    end = term_dates.commitment_end(terms)
    following = add_days(end, 1)
    steps = [msg("{start} + {months} = {day}", start=terms.start, months=months_text(terms.commitment_months), day=following)]
    if following.day != terms.start.day:
        steps.append(msg("Ce mois n’a pas de {day}\u00a0: la date est ramenée à son dernier jour.", day=terms.start.day))
    steps.append(msg("L’engagement finit la veille, le {end}.", end=end))
    rule = msg("L’engagement court à partir du début du contrat, en mois comptés depuis cette date d’origine.")
    return Explained(end, Explanation(_sourced(rule, source), _base_inputs(terms), tuple(steps)))


def explain_term(terms: ContractTerms, as_of: date, source: Text | None = None) -> Explained[Term]:
    """Why `as_of` lies in that term."""
    term = term_dates.term_at(terms, as_of)
    inputs = (*_base_inputs(terms), (msg("À la date du"), as_of))
    shown = term_text(term.start, term.end)
    if as_of < terms.start:
        step = msg("Le {as_of}, le contrat n’a pas commencé\u00a0: la première période est l’engagement, {term}.", as_of=as_of, term=shown)
    elif term.index == 0 and as_of in term:
        step = msg("Le {as_of} est dans l’engagement, {term}.", as_of=as_of, term=shown)
    elif term.index == 0:
        step = msg("Le {as_of}, l’engagement, {term}, est terminé et rien ne le prolonge.", as_of=as_of, term=shown)
    elif term.end is None:
        step = msg("Le {as_of}, l’engagement est passé\u00a0: durée indéterminée, {term}.", as_of=as_of, term=shown)
    else:
        step = msg("Le {as_of} est dans la reconduction n°\u00a0{index}, {term}.", as_of=as_of, index=term.index, term=shown)
    return Explained(term, Explanation(_sourced(_renewal_rule(terms), source), inputs, (step,)))


def explain_renewal(terms: ContractTerms, source: Text | None = None) -> Explained[Renewal]:
    """What happens when the commitment is over."""
    renewal = terms.rules.renewal
    inputs = ((msg("Reconduction"), label(renewal)), *_base_inputs(terms))
    end = term_dates.commitment_end(terms)
    if renewal is Renewal.TACIT:
        months = months_text(term_dates.renewal_months(terms))
        step = msg("Sans résiliation, le contrat repart le {day} pour {months}.", day=add_days(end, 1), months=months)
    elif renewal is Renewal.OPEN_ENDED:
        step = msg("À partir du {day}, le contrat continue sans date de fin.", day=add_days(end, 1))
    else:
        step = msg("Le contrat finit de lui-même le {end}\u202f; il reste à choisir la suite.", end=end)
    return Explained(renewal, Explanation(_sourced(_renewal_rule(terms), source), inputs, (step,)))


def explain_notice_deadline(terms: ContractTerms, as_of: date, source: Text | None = None) -> Explained[date | None]:
    """Why a notice must arrive by that day, or why no such day exists."""
    deadline = term_dates.notice_deadline(terms, as_of)
    term = term_dates.term_at(terms, as_of)
    inputs = (*_base_inputs(terms), (msg("Préavis"), days_text(terms.rules.notice_days)), (msg("À la date du"), as_of))
    if deadline is None or term.end is None:
        return Explained(None, Explanation(_sourced(_renewal_rule(terms), source), inputs, (_no_deadline(terms),)))
    steps = [
        msg("Dernier jour de la période en cours\u00a0: {end}.", end=term.end),
        msg("{end} − {notice} = {deadline}", end=term.end, notice=days_text(terms.rules.notice_days), deadline=deadline),
    ]
    if deadline.weekday() >= _WEEKEND:
        steps.append(_weekend_step(deadline))
    if deadline < as_of:
        steps.append(_missed_step(terms, as_of))
    return Explained(deadline, Explanation(_sourced(_deadline_rule(terms), source), inputs, tuple(steps)))


def explain_recommended_sending(
    deadline: date | None, zone: HolidayZone, bridge_days: Collection[date] = ()
) -> Explained[deadlines.SendingDays | None]:
    """Why these are the safe days to send a resignation; the days skipped on the way are named."""
    rule = msg("Par e-mail, le dernier jour ouvré au plus tard à l’échéance. Par courrier, le troisième jour ouvré avant l’échéance.")
    place = (msg("Jours fériés"), label(zone))
    if deadline is None:
        return Explained(None, Explanation(rule, (place,), (msg("Sans échéance, il n’y a pas de jour d’envoi à conseiller."),)))
    days = deadlines.recommended_sending(deadline, zone, bridge_days)
    steps = list(_skipped_days(days.post, deadline, zone, bridge_days))
    steps.append(msg("Par e-mail\u00a0: au plus tard le {day}.", day=days.email))
    steps.append(msg("Par courrier\u00a0: au plus tard le {day}.", day=days.post))
    return Explained(days, Explanation(rule, ((msg("Échéance"), deadline), place), tuple(steps)))


def explain_earliest_end(terms: ContractTerms, notice: Notice, source: Text | None = None) -> Explained[date]:
    """Why the contract cannot end before that day when the provider gets `notice`."""
    end = term_dates.earliest_end(terms, notice)
    day = term_dates.notice_day(terms, notice)
    days = days_text(terms.rules.notice_days)
    inputs = (*_base_inputs(terms), (msg("Préavis"), days), (_notice_label(terms, notice), day))
    committed = term_dates.commitment_end(terms)
    if terms.rules.renewal is Renewal.NONE:
        steps: tuple[Text, ...] = (msg("Le contrat court jusqu’à la fin de l’engagement, le {end}.", end=committed),)
        return Explained(end, Explanation(_sourced(_renewal_rule(terms), source), inputs, steps))
    reached = add_days(day, terms.rules.notice_days)
    first = msg("{day} + {notice} = {reached}", day=day, notice=days, reached=reached)
    if terms.rules.renewal is Renewal.OPEN_ENDED:
        rule = msg("Le contrat finit au terme du préavis, mais jamais avant la fin de l’engagement.")
        compared = msg(
            "La plus tardive des deux dates, {committed} et {reached}\u00a0: {end}.", committed=committed, reached=reached, end=end
        )
        return Explained(end, Explanation(_sourced(rule, source), inputs, (first, compared)))
    rule = msg("Le contrat finit le dernier jour de la période où tombe la fin du préavis.")
    term = term_dates.term_at(terms, reached)
    held = msg("Le {reached} appartient à la période {term}.", reached=max(reached, terms.start), term=term_text(term.start, term.end))
    return Explained(end, Explanation(_sourced(rule, source), inputs, (first, held, msg("Fin du contrat\u00a0: {end}.", end=end))))


def explain_last_billed_period(terms: ContractTerms, end: date, source: Text | None = None) -> Explained[billing.Period]:
    """Why the period that holds the contract's end is the last one billed."""
    period = billing.last_billed_period(terms, end)
    rule = msg("La dernière période facturée est celle où le contrat finit\u00a0: tout mois commencé est dû.")
    inputs = (*_base_inputs(terms), (msg("Facturation"), _anchor(terms)), (msg("Fin du contrat"), end))
    step = msg("Le {end} appartient à la période {term}.", end=end, term=term_text(period.start, period.end))
    return Explained(period, Explanation(_sourced(rule, source), inputs, (step,)))


def explain_remaining_rents(
    terms: ContractTerms, as_of: date, end: date, monthly: Decimal, source: Text | None = None
) -> Explained[Decimal]:
    """Why that much is still to be billed after `as_of`."""
    count = billing.remaining_periods(terms, as_of, end)
    total = billing.remaining_rents(terms, as_of, end, monthly)
    last = billing.last_billed_period(terms, end)
    rule = msg("Restent dues les périodes qui commencent après la date considérée, jusqu’à la dernière période facturée comprise.")
    inputs = (
        (msg("À la date du"), as_of),
        (msg("Fin du contrat"), end),
        (msg("Dernière période facturée"), term_text(last.start, last.end)),
        (msg("Montant mensuel HT"), monthly),
    )
    if count == 0:
        counted = msg("Aucune période ne commence après le {as_of}.", as_of=as_of)
    else:
        first = billing.billing_period(terms, last.index - count + 1)
        counted = msg(
            "Périodes qui commencent après le {as_of}\u00a0: {count}, la première le {first}, la dernière le {last}.",
            as_of=as_of,
            count=count,
            first=first.start,
            last=last.start,
        )
    product = msg("{count} × {monthly} = {total} HT", count=count, monthly=monthly, total=total)
    return Explained(total, Explanation(_sourced(rule, source), inputs, (counted, product)))


def _base_inputs(terms: ContractTerms) -> tuple[tuple[Text, object], ...]:
    return ((msg("Début du contrat"), terms.start), (msg("Engagement"), months_text(terms.commitment_months)))


def _sourced(rule: Text, source: Text | None) -> Text:
    return rule if source is None else msg("{rule} ({source})", rule=rule, source=source)


def _renewal_rule(terms: ContractTerms) -> Text:
    match terms.rules.renewal:
        case Renewal.TACIT:
            months = months_text(term_dates.renewal_months(terms))
            return msg(
                "Tacite reconduction\u00a0: après l’engagement, le contrat repart pour {months} à chaque fois, compté depuis la date d’origine.",
                months=months,
            )
        case Renewal.OPEN_ENDED:
            return msg("Engagement ferme, puis durée indéterminée avec {notice} de préavis.", notice=days_text(terms.rules.notice_days))
        case Renewal.NONE:
            return msg("Durée ferme, sans reconduction.")


def _deadline_rule(terms: ContractTerms) -> Text:
    if terms.rules.notice_counts_from == "dispatch":
        return msg(
            "Pour partir à la fin de la période, la résiliation doit être envoyée au plus tard son dernier jour moins le préavis. L’échéance n’est jamais repoussée."
        )
    return msg(
        "Pour partir à la fin de la période, le prestataire doit avoir reçu la résiliation au plus tard son dernier jour moins le préavis. L’échéance n’est jamais repoussée."
    )


def _no_deadline(terms: ContractTerms) -> Text:
    if terms.rules.renewal is Renewal.NONE:
        return msg("Le contrat finit de lui-même\u00a0: il n’y a pas d’échéance de résiliation.")
    return msg("L’engagement est passé\u00a0: la résiliation est possible à tout moment, il n’y a plus d’échéance.")


def _weekend_step(deadline: date) -> Text:
    if deadline.weekday() == _WEEKEND:
        return msg("Le {day} est un samedi\u00a0: l’échéance reste ce jour-là, mieux vaut s’y prendre avant.", day=deadline)
    return msg("Le {day} est un dimanche\u00a0: l’échéance reste ce jour-là, mieux vaut s’y prendre avant.", day=deadline)


def _missed_step(terms: ContractTerms, as_of: date) -> Text:
    following = term_dates.next_notice_deadline(terms, as_of)
    if following is None:
        return msg("Le {as_of}, cette échéance est déjà passée.", as_of=as_of)
    return msg("Le {as_of}, cette échéance est déjà passée\u202f; la suivante est le {next}.", as_of=as_of, next=following)


def _notice_label(terms: ContractTerms, notice: Notice) -> Text:
    counts_from_dispatch = terms.rules.notice_counts_from == "dispatch" and notice.sent_on is not None
    return msg("Résiliation envoyée le") if counts_from_dispatch else msg("Résiliation reçue le")


def _anchor(terms: ContractTerms) -> Text:
    if terms.rules.billing_anchor == "contract_start":
        return msg("par mois, depuis le jour du début du contrat")
    return msg("par mois civil")


def _skipped_days(first: date, last: date, zone: HolidayZone, bridge_days: Collection[date]) -> tuple[Text, ...]:
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    reasons = ((day, non_working_reason(day, zone, bridge_days)) for day in days)
    return tuple(msg("Le {day} n’est pas ouvré\u00a0: {reason}.", day=day, reason=reason) for day, reason in reasons if reason is not None)
