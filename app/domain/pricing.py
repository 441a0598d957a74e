"""What a contract costs each month, and what help costs without one.

Amounts are euros, excluding tax unless the name says otherwise; nothing here is an invoice.
Source: GestiClean support contract, "Quel est le coût du contrat de support GestiClean ?"; Commown managed IT, 1.2 "Tarifs".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.errors import InputError, RuleError
from app.domain.explain import Explained, Explanation
from app.domain.money import MAX_QUANTITY, ZERO, check_amount, to_cents, vat
from app.domain.offer_model import Offer
from app.domain.offer_schema import Option, PricingUnit, Tier
from app.domain.offer_text import counted, listed, share
from app.domain.records import ContractStatus, EquipmentKind, OfferKind
from app.domain.text import Text, msg


@dataclass(frozen=True)
class QuoteLine:
    """One line of a monthly price.

    Attributes:
        id: the pricing unit (`licence`, `device`, `computer`) or the option's id; with graduated tiers that reach beyond the first,
            one line a tier, `licence:1`, `licence:2`… by the first quantity of the tier.
        label: what is priced.
        quantity: how many.
        unit_price: per unit and month, excluding tax.
        amount: per month, excluding tax.
    """

    id: str
    label: Text
    quantity: int
    unit_price: Decimal
    amount: Decimal


@dataclass(frozen=True)
class Quote:
    """A monthly price: its lines, its totals, and why.

    Attributes:
        offer_id: the offer priced.
        quantity: units priced (options not counted).
        lines: main lines first, then options in the order of the offer.
        monthly_excl_tax: sum of the lines.
        vat_rate: for example 0.20.
        vat: computed once on the total.
        monthly_incl_tax: total with VAT.
        why: rule, inputs and steps.
    """

    offer_id: str
    quantity: int
    lines: tuple[QuoteLine, ...]
    monthly_excl_tax: Decimal
    vat_rate: Decimal
    vat: Decimal
    monthly_incl_tax: Decimal
    why: Explanation


@dataclass(frozen=True)
class RentedLine:
    """A line of a rental contract, as far as a following quantity reads it.

    Attributes:
        contract: the contract's number.
        provider_id: id of the provider of the contract's offer.
        kind: what sort of contract it belongs to.
        status: where the contract stands.
        device: kind of the devices on the line.
        quantity: how many.
    """

    contract: str
    provider_id: str
    kind: OfferKind
    status: ContractStatus
    device: EquipmentKind
    quantity: int


def parse_quantity(text: str) -> int:
    """The quantity written in `text`.

    Raises:
        InputError: not a whole number from 1 to `MAX_QUANTITY`.
    """
    digits = text.strip()
    if not re.fullmatch(r"[0-9]{1,9}", digits):
        raise InputError("quantity", text, _quantity_allowed(1))
    return check_quantity(int(digits))


def check_quantity(quantity: object, *, least: int = 1) -> int:
    """`quantity`, when it is a whole number from `least` to `MAX_QUANTITY`.

    Raises:
        InputError: it is not.
    """
    if not isinstance(quantity, int) or isinstance(quantity, bool) or not least <= quantity <= MAX_QUANTITY:
        raise InputError("quantity", quantity, _quantity_allowed(least))
    return quantity


def quote(offer: Offer, quantity: int, options: Sequence[str] = (), unit_price: Decimal | None = None, *, following: bool = False) -> Quote:
    """The monthly price of `quantity` units of `offer` with `options`.

    Args:
        offer: the offer, or the frozen copy of a contract.
        quantity: licences, devices or computers.
        options: ids of options, each at most once.
        unit_price: price of the provider's quote, for an offer without public price.
        following: the quantity follows the rented computers, so that it may be 0.

    Raises:
        InputError: a quantity, option or unit price that cannot be taken.
        RuleError: two options that exclude one another.
    """
    quantity = check_quantity(quantity, least=0 if following and offer.follows_fleet else 1)
    chosen = _chosen_options(offer, options)
    priced = _with_unit_price(offer, unit_price)
    main, steps = _main_lines(priced, quantity)
    lines = [*main, *(_option_line(option, quantity) for option in chosen)]
    steps += [_option_step(option, quantity) for option in chosen]
    total = sum((line.amount for line in lines), ZERO)
    tax = vat(total, offer.vat_rate)
    if len(lines) > 1:
        steps.append(msg("Total mensuel HT\u00a0: {sum} = {total}", sum=_sum([line.amount for line in lines]), total=total))
    steps.append(msg("TVA {rate} calculée une fois sur le total, arrondie au centime\u00a0: {vat}", rate=share(offer.vat_rate), vat=tax))
    steps.append(msg("Total mensuel TTC\u00a0: {excl} + {vat} = {incl}", excl=total, vat=tax, incl=total + tax))
    why = Explanation(_rule(priced, quoted=unit_price is not None), _inputs(offer, quantity, chosen, unit_price), tuple(steps))
    return Quote(offer.id, quantity, tuple(lines), total, offer.vat_rate, tax, total + tax, why)


def off_contract_price(offer: Offer, minutes: int) -> Explained[Decimal]:
    """The price, excluding tax, of `minutes` of help without a contract: each increment begun counts in full.

    Raises:
        InputError: `minutes` is not a whole number from 0 to 100,000.
        RuleError: the offer has no prices without a contract.
    """
    rates = offer.off_contract
    if rates is None:
        raise _no_off_contract(offer)
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 0 <= minutes <= 100_000:
        raise InputError("minutes", minutes, msg("un nombre entier de minutes, de 0 à 100 000"))
    size = rates.increment_minutes
    count = -(-minutes // size)
    each = to_cents(rates.hourly_rate * size / 60)
    price = to_cents(rates.hourly_rate * size * count / 60)
    rule = msg(
        "{offer}\u00a0: hors contrat, {rate}\u00a0HT l’heure\u202f; toute tranche de {size}\u00a0minutes commencée est due.",
        offer=offer.name.text,
        rate=rates.hourly_rate,
        size=size,
    )
    steps = (
        msg("{minutes}\u00a0min ÷ {size}\u00a0min, arrondi au-dessus\u00a0: {count}", minutes=minutes, size=size, count=count),
        msg("{count} × {each} = {price}\u00a0HT", count=count, each=each, price=price),
    )
    return Explained(price, Explanation(rule, ((msg("Durée en minutes"), minutes),), steps))


def version_update_price(offer: Offer) -> Decimal:
    """The price, excluding tax, of updating the version in use without a contract.

    Raises:
        RuleError: the offer does not sell it.
    """
    if offer.off_contract is None or offer.off_contract.version_update is None:
        raise _no_off_contract(offer)
    return offer.off_contract.version_update


def following_quantity(provider_id: str, lines: Iterable[RentedLine]) -> Explained[int]:
    """How many computers are rented from a provider: the quantity of a managed-IT contract that follows them.

    Counts computer lines of rental contracts that run (active, or active with a resignation sent). May be 0.
    Source: Commown managed IT, 1.2 "Tarifs".
    """
    running = {ContractStatus.ACTIVE, ContractStatus.RESIGNATION_SENT}
    counted_lines = [
        line
        for line in lines
        if line.provider_id == provider_id
        and line.kind is OfferKind.RENTAL
        and line.status in running
        and line.device is EquipmentKind.COMPUTER
    ]
    total = sum(line.quantity for line in counted_lines)
    rule = msg("La quantité suit le nombre d’ordinateurs des contrats de location en cours chez le même prestataire.")
    inputs = tuple((msg("Contrat {number}", number=line.contract), line.quantity) for line in counted_lines)
    step = counted(total, msg("Au total\u00a0: {n}\u00a0ordinateur", n=total), msg("Au total\u00a0: {n}\u00a0ordinateurs", n=total))
    return Explained(total, Explanation(rule, inputs, (step,)))


def unit_count(unit: PricingUnit, n: int) -> Text:
    """`5 licences`, `1 appareil`, `12 ordinateurs`."""
    match unit:
        case "licence":
            return counted(n, msg("{n}\u00a0licence", n=n), msg("{n}\u00a0licences", n=n))
        case "device":
            return counted(n, msg("{n}\u00a0appareil", n=n), msg("{n}\u00a0appareils", n=n))
        case "computer":
            return counted(n, msg("{n}\u00a0ordinateur", n=n), msg("{n}\u00a0ordinateurs", n=n))


def tier_range(offer: Offer, index: int) -> Text:
    """The quantities of a tier: `1 licence`, `2 à 5 licences`, `6 licences et plus`."""
    tiers, unit = offer.pricing.tiers, offer.pricing.unit
    first = tiers[index].from_quantity
    if index + 1 == len(tiers):
        return msg("{first} et plus", first=unit_count(unit, first))
    last = tiers[index + 1].from_quantity - 1
    return unit_count(unit, first) if last == first else msg("{first} à {last}", first=first, last=unit_count(unit, last))


def _quantity_allowed(least: int) -> Text:
    return msg("un nombre entier de {least} à {most}", least=least, most=MAX_QUANTITY)


def _chosen_options(offer: Offer, options: Sequence[str]) -> list[Option]:
    known = ", ".join(option.id for option in offer.options)
    allowed = msg("une des options\u00a0: {known}", known=known) if known else msg("aucune\u00a0: cette offre n’a pas d’option")
    chosen: dict[str, Option] = {}
    for option_id in options:
        option = offer.option(option_id)
        if option is None:
            raise InputError("option", option_id, allowed)
        if option_id in chosen:
            raise InputError("option", option_id, msg("chaque option une seule fois"))
        chosen[option_id] = option
    for option in chosen.values():
        for other in option.excludes:
            if other in chosen:
                raise RuleError(
                    msg(
                        "Les options «\u00a0{one}\u00a0» et «\u00a0{other}\u00a0» s’excluent\u00a0: choisissez l’une ou l’autre.",
                        one=option.label.text,
                        other=chosen[other].label.text,
                    )
                )
    return [option for option in offer.options if option.id in chosen]


def _with_unit_price(offer: Offer, unit_price: Decimal | None) -> Offer:
    if offer.pricing.quote_required:
        if unit_price is None:
            raise InputError(
                "unit_price", "", msg("le prix unitaire HT par mois du devis\u00a0: {offer} n’a pas de prix public", offer=offer.name.text)
            )
        return offer.with_quoted_price(unit_price=unit_price)
    if unit_price is not None:
        raise InputError("unit_price", unit_price, msg("rien\u00a0: le prix de cette offre est fixé par sa grille"))
    return offer


def _main_lines(offer: Offer, quantity: int) -> tuple[list[QuoteLine], list[Text]]:
    pricing = offer.pricing
    if quantity == 0:
        line = QuoteLine(pricing.unit, pricing.unit_label.text, 0, pricing.tiers[0].unit_price, ZERO)
        return [line], [msg("Aucune unité\u00a0: rien n’est dû")]
    if pricing.tier_mode == "volume":
        return _volume(offer, quantity)
    return _graduated(offer, quantity)


def _volume(offer: Offer, quantity: int) -> tuple[list[QuoteLine], list[Text]]:
    pricing = offer.pricing
    index = max(place for place, tier in enumerate(pricing.tiers) if tier.from_quantity <= quantity)
    tier = pricing.tiers[index]
    line = _line(pricing.unit, pricing.unit_label.text, quantity, tier.unit_price)
    units = unit_count(pricing.unit, quantity)
    steps = [_multiplied(line)]
    if len(pricing.tiers) > 1:
        reached = msg(
            "{units}\u00a0: tranche «\u00a0{range}\u00a0» atteinte, {price}\u00a0HT par unité et par mois, pour toutes les unités",
            units=units,
            range=tier_range(offer, index),
            price=tier.unit_price,
        )
        steps.insert(0, reached)
    return [line], steps


def _graduated(offer: Offer, quantity: int) -> tuple[list[QuoteLine], list[Text]]:
    pricing = offer.pricing
    reached = [tier for tier in pricing.tiers if tier.from_quantity <= quantity]
    ends = [*(tier.from_quantity - 1 for tier in reached[1:]), quantity]
    lines: list[QuoteLine] = []
    steps: list[Text] = []
    for index, (tier, end) in enumerate(zip(reached, ends, strict=True)):
        line_id = pricing.unit if len(reached) == 1 else f"{pricing.unit}:{tier.from_quantity}"
        label = pricing.unit_label.text
        if len(reached) > 1:
            label = msg("{label} (tranche {range})", label=label, range=tier_range(offer, index))
        line = _line(line_id, label, end - tier.from_quantity + 1, tier.unit_price)
        lines.append(line)
        steps.append(_graduated_step(tier, end, line))
    return lines, steps


def _graduated_step(tier: Tier, end: int, line: QuoteLine) -> Text:
    return msg(
        "Unités {first} à {last}\u00a0: {count} × {price} = {amount}\u00a0HT",
        first=tier.from_quantity,
        last=end,
        count=line.quantity,
        price=line.unit_price,
        amount=line.amount,
    )


def _line(line_id: str, label: Text, quantity: int, unit_price: Decimal) -> QuoteLine:
    return QuoteLine(line_id, label, quantity, unit_price, to_cents(unit_price * quantity))


def _option_line(option: Option, quantity: int) -> QuoteLine:
    return _line(option.id, option.label.text, 1 if option.per == "contract" else quantity, option.price)


def _option_step(option: Option, quantity: int) -> Text:
    line = _option_line(option, quantity)
    if option.per == "contract":
        return msg("Option «\u00a0{option}\u00a0», par contrat\u00a0: {amount}\u00a0HT", option=line.label, amount=line.amount)
    return msg(
        "Option «\u00a0{option}\u00a0», par licence\u00a0: {count} × {price} = {amount}\u00a0HT",
        option=line.label,
        count=line.quantity,
        price=line.unit_price,
        amount=line.amount,
    )


def _multiplied(line: QuoteLine) -> Text:
    return msg(
        "{label}\u00a0: {count} × {price} = {amount}\u00a0HT",
        label=line.label,
        count=line.quantity,
        price=line.unit_price,
        amount=line.amount,
    )


def _sum(amounts: Sequence[Decimal]) -> Text:
    total: Text = msg("{amount}", amount=amounts[0])
    for amount in amounts[1:]:
        total = msg("{total} + {amount}", total=total, amount=amount)
    return total


def _rule(offer: Offer, *, quoted: bool) -> Text:
    name = offer.name.text
    if quoted:
        return msg("{offer}\u00a0: pas de prix public\u202f; le prix unitaire vient du devis du prestataire.", offer=name)
    if len(offer.pricing.tiers) == 1:
        return msg("{offer}\u00a0: un seul prix unitaire, quelle que soit la quantité.", offer=name)
    if offer.pricing.tier_mode == "volume":
        return msg(
            "{offer}\u00a0: prix dégressif\u202f; la tranche atteinte par la quantité totale fixe le prix de toutes les unités.", offer=name
        )
    return msg("{offer}\u00a0: prix par tranches successives\u202f; chaque tranche fixe le prix des unités qui s’y trouvent.", offer=name)


def _inputs(offer: Offer, quantity: int, chosen: Sequence[Option], unit_price: Decimal | None) -> tuple[tuple[Text, object], ...]:
    inputs: list[tuple[Text, object]] = [
        (msg("Offre"), msg("{offer}, version {version}", offer=offer.name.text, version=offer.version)),
        (msg("Quantité"), unit_count(offer.pricing.unit, quantity)),
    ]
    if chosen:
        inputs.append((msg("Options"), listed(*(option.label.text for option in chosen))))
    if unit_price is not None:
        inputs.append((msg("Prix unitaire HT du devis"), check_amount("unit_price", unit_price)))
    elif len(offer.pricing.tiers) > 1:
        for index, tier in enumerate(offer.pricing.tiers):
            inputs.append((tier_range(offer, index), msg("{price}\u00a0HT par unité et par mois", price=tier.unit_price)))
    inputs.append((msg("Taux de TVA"), share(offer.vat_rate)))
    return tuple(inputs)


def _no_off_contract(offer: Offer) -> RuleError:
    return RuleError(msg("L’offre {offer} ne prévoit pas de prestation hors contrat.", offer=offer.name.text))
