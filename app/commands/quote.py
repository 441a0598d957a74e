"""`quote`: the monthly price of an offer. Opens no data folder: a price needs nothing but the offer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call
from app.commands.output import explained, explanations, table
from app.commands.parsing import Parser
from app.domain.errors import InputError
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.pricing import Quote


def register(_: str, parser: Parser) -> None:
    """The arguments of `quote`."""
    parser.add_argument("offer", metavar="OFFER", help=tr("identifiant de l’offre (voir la commande offers)"))
    parser.add_argument("quantity", metavar="QUANTITY", help=tr("nombre de licences, d’appareils ou d’ordinateurs"))
    price_arguments(parser)
    parser.add_argument("--explain", action="store_true", help=tr("dire pourquoi"))
    parser.set_defaults(handler=_quote)


def price_arguments(parser: Parser) -> None:
    """Options and quoted prices, as `quote` and `contract add` take them."""
    parser.add_argument("--option", metavar="ID", action="append", default=[], help=tr("une option de l’offre\u202f; peut être répété"))
    parser.add_argument("--unit-price", metavar="X", help=tr("prix unitaire HT par mois du devis, pour une offre sans prix public"))
    parser.add_argument(
        "--tier",
        metavar="N=X",
        action="append",
        default=[],
        help=tr("grille de prix du devis\u00a0: X par unité à partir de N unités\u202f; peut être répété"),
    )


def price_table(given: Sequence[str]) -> tuple[tuple[int, Decimal], ...]:
    """The `--tier` options as quantities reached and their prices.

    Raises:
        InputError: not `N=X` with a quantity and an amount.
    """
    from app.domain.money import parse_amount
    from app.domain.pricing import parse_quantity

    found = []
    for word in given:
        reached, equals, price = word.partition("=")
        if not equals:
            raise InputError("tier", word, msg("une quantité, = et un prix, comme 10=12.00"))
        found.append((parse_quantity(reached), parse_amount("tier", price)))
    return tuple(found)


def unit_price(text: str | None) -> Decimal | None:
    """The `--unit-price` option.

    Raises:
        InputError: not an amount.
    """
    from app.domain.money import parse_amount

    return None if text is None else parse_amount("unit_price", text)


def _quote(call: Call) -> Answer:
    from app.domain.offer_schema import Tier
    from app.domain.offers import find_offer
    from app.domain.pricing import parse_quantity, quote

    given = call.given
    offer = find_offer(call.doors.offers(), given.offer)
    quantity = parse_quantity(given.quantity)
    price, tiers = unit_price(given.unit_price), price_table(given.tier)
    if tiers:
        table_of_quote = [Tier(from_quantity=reached, unit_price=each) for reached, each in tiers]
        offer, price = offer.with_quoted_price(unit_price=price, tiers=table_of_quote), None
    priced = quote(offer, quantity, given.option, price)
    document = {"offer": priced.offer_id, "quantity": priced.quantity, **price_document(priced)}
    lines = [tr("{offer}, par mois, ne vaut pas facture", offer=offer.name.text), *price_lines(priced)]
    if given.explain:
        document["explanations"] = explanations({"monthly_excl_tax": priced.why})
        lines += explained(priced.why)
    return Answer(document, lines)


def price_document(priced: Quote) -> dict[str, Any]:
    """A price as JSON."""
    return {
        "lines": [
            {"id": line.id, "label": line.label, "quantity": line.quantity, "unit_price": line.unit_price, "amount": line.amount}
            for line in priced.lines
        ],
        "monthly_excl_tax": priced.monthly_excl_tax,
        "vat_rate": format(priced.vat_rate, "f"),
        "vat": priced.vat,
        "monthly_incl_tax": priced.monthly_incl_tax,
    }


def price_lines(priced: Quote) -> list[str]:
    """A price for people."""
    from app.domain.offer_text import share

    heads = (tr("Ligne"), tr("Quantité"), tr("Prix unitaire HT"), tr("Montant HT"))
    rows: list[tuple[object, ...]] = [(line.label, line.quantity, line.unit_price, line.amount) for line in priced.lines]
    rows += [
        (tr("Total HT"), "", "", priced.monthly_excl_tax),
        (tr("TVA {rate}", rate=share(priced.vat_rate)), "", "", priced.vat),
        (tr("Total TTC"), "", "", priced.monthly_incl_tax),
    ]
    return table(heads, [[" " if cell == "" else cell for cell in row] for row in rows], right=(1, 2, 3))
