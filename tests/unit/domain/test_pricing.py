"""Monthly prices: the examples of the offers, and the laws that hold for every offer."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError, RuleError
from app.domain.offers import Offer, Tier, load_offers
from app.domain.pricing import (
    Quote,
    RentedLine,
    check_quantity,
    following_quantity,
    off_contract_price,
    parse_quantity,
    quote,
    version_update_price,
)
from app.domain.records import ContractStatus, EquipmentKind, OfferKind

OFFERS = load_offers(Path(__file__).resolve().parents[3] / "resources" / "offers")
GESTICLEAN = OFFERS["gesticlean-support"]
MANAGED = OFFERS["commown-managed"]
CLEAQ = OFFERS["cleaq-rental"]

prices = st.decimals(min_value=0, max_value=9_999, places=2)
quantities = st.integers(1, 100_000)
tables = st.dictionaries(st.integers(2, 200), prices, max_size=5)


def priced(table: dict[int, Decimal], mode: str = "volume") -> Offer:
    tiers = [Tier(from_quantity=first, unit_price=price) for first, price in sorted({1: Decimal("50.00"), **table}.items())]
    offer = MANAGED.frozen(tiers=tiers)
    return offer.model_copy(update={"pricing": offer.pricing.model_copy(update={"tier_mode": mode})})


def reads(result: Quote) -> bool:
    """Every text of the explanation is there in both languages."""
    why = result.why
    texts = [why.rule, *why.steps, *(name for name, _ in why.inputs), *(line.label for line in result.lines)]
    return all(text.render(language) for text in texts for language in ("fr", "en"))


@pytest.mark.parametrize(
    ("quantity", "options", "total"),
    [
        (1, (), "33.00"),
        (2, (), "55.00"),
        (5, (), "137.50"),
        (6, (), "138.00"),
        (100, (), "2300.00"),
        (2, ("conveyor_link", "automatic_backup"), "98.00"),
        (1, ("conveyor_link",), "54.00"),
        (1, ("conveyor_and_arm_link",), "56.00"),
        (6, ("automatic_backup",), "204.00"),
        (6, ("automatic_backup", "conveyor_and_arm_link"), "227.00"),
    ],
)
def test_the_prices_of_gesticlean(quantity: int, options: tuple[str, ...], total: str) -> None:
    result = quote(GESTICLEAN, quantity, options)
    assert str(result.monthly_excl_tax) == total
    assert result.vat == result.monthly_excl_tax / 5
    assert result.monthly_incl_tax == result.monthly_excl_tax + result.vat
    assert reads(result)


def test_the_lines_of_a_quote() -> None:
    result = quote(GESTICLEAN, 2, ("automatic_backup", "conveyor_link"))
    assert [(line.id, line.quantity, str(line.unit_price), str(line.amount)) for line in result.lines] == [
        ("licence", 2, "27.50", "55.00"),
        ("conveyor_link", 1, "21.00", "21.00"),
        ("automatic_backup", 2, "11.00", "22.00"),
    ]
    assert (str(result.vat), str(result.monthly_incl_tax), str(result.vat_rate)) == ("19.60", "117.60", "0.20")


def test_the_explanation_names_the_tier_reached() -> None:
    steps = [step.render("fr").replace("\u00a0", " ") for step in quote(GESTICLEAN, 5).why.steps]
    assert "2 à 5 licences" in steps[0]
    assert "27,50 €" in steps[0]
    assert "5 × 27,50 € = 137,50 €" in steps[1]
    assert "165,00 €" in steps[-1]


@pytest.mark.parametrize("quantity", [0, -1, 2.5, 10**20, 100_001, True, "3", None])
def test_a_wrong_quantity_is_refused(quantity: object) -> None:
    with pytest.raises(InputError) as refused:
        quote(GESTICLEAN, quantity)  # type: ignore[arg-type]
    assert refused.value.field == "quantity"


@pytest.mark.parametrize("typed", ["0", "-1", "2.5", "2,5", "1e3", "100000000000000000000", "", "x", "٣", "+5", "9" * 5000])
def test_a_wrong_quantity_typed_is_refused(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_quantity(typed)
    assert refused.value.field == "quantity"


@given(quantities)
def test_a_quantity_typed_is_read(quantity: int) -> None:
    assert parse_quantity(f" {quantity} ") == check_quantity(quantity) == quantity


def test_an_unknown_option_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="automatic_backup") as refused:
        quote(GESTICLEAN, 1, ("backup",))
    assert refused.value.field == "option"
    with pytest.raises(InputError):
        quote(GESTICLEAN, 1, ("automatic_backup", "automatic_backup"))
    with pytest.raises(InputError):
        quote(MANAGED, 1, ("automatic_backup",), Decimal("5.00"))


def test_the_two_links_exclude_one_another() -> None:
    with pytest.raises(RuleError) as refused:
        quote(GESTICLEAN, 1, ("conveyor_and_arm_link", "conveyor_link"))
    assert refused.value.exit_status == 1


@pytest.mark.parametrize("offer", [MANAGED, CLEAQ, OFFERS["commown-rental"]], ids=lambda offer: offer.id)
def test_without_public_price_the_quoted_one_must_be_given(offer: Offer) -> None:
    with pytest.raises(InputError) as refused:
        quote(offer, 3)
    assert refused.value.field == "unit_price"
    result = quote(offer, 3, unit_price=Decimal("19.90"))
    assert str(result.monthly_excl_tax) == "59.70"
    assert result.lines[0].id == offer.pricing.unit
    assert reads(result)


@pytest.mark.parametrize("price", [Decimal("NaN"), Decimal("-1"), Decimal("1.001"), Decimal("1e12")])
def test_a_wrong_quoted_price_is_refused(price: Decimal) -> None:
    with pytest.raises(InputError, match="unit_price"):
        quote(CLEAQ, 1, unit_price=price)


def test_a_public_price_takes_no_other() -> None:
    with pytest.raises(InputError, match="unit_price"):
        quote(GESTICLEAN, 1, unit_price=Decimal("1.00"))
    with pytest.raises(InputError, match="unit_price"):
        quote(CLEAQ.frozen(unit_price=Decimal("5.00")), 1, unit_price=Decimal("5.00"))


@given(tables, quantities)
def test_volume_prices_every_unit_at_the_tier_reached(table: dict[int, Decimal], quantity: int) -> None:
    offer = priced(table)
    reached = max(tier.from_quantity for tier in offer.pricing.tiers if tier.from_quantity <= quantity)
    unit_price = next(tier.unit_price for tier in offer.pricing.tiers if tier.from_quantity == reached)
    result = quote(offer, quantity)
    assert result.monthly_excl_tax == unit_price * quantity
    assert len(result.lines) == 1


@given(tables, quantities)
def test_graduated_prices_each_unit_in_its_own_tier(table: dict[int, Decimal], quantity: int) -> None:
    result = quote(priced(table, "graduated"), quantity)
    assert sum(line.quantity for line in result.lines) == quantity
    assert sum(line.amount for line in result.lines) == result.monthly_excl_tax
    assert len({line.id for line in result.lines}) == len(result.lines)
    assert reads(result)


@given(tables, st.integers(1, 99_999))
def test_graduated_never_falls_with_one_unit_more(table: dict[int, Decimal], quantity: int) -> None:
    offer = priced(table, "graduated")
    assert quote(offer, quantity).monthly_excl_tax <= quote(offer, quantity + 1).monthly_excl_tax


@given(tables, quantities, st.sampled_from(["volume", "graduated"]))
def test_vat_is_computed_once_on_the_total(table: dict[int, Decimal], quantity: int, mode: str) -> None:
    result = quote(priced(table, mode), quantity)
    assert abs(result.vat - result.monthly_excl_tax * result.vat_rate) <= Decimal("0.005")
    assert result.monthly_incl_tax == result.monthly_excl_tax + result.vat


def test_graduated_lines_are_told_apart() -> None:
    offer = GESTICLEAN.model_copy(update={"pricing": GESTICLEAN.pricing.model_copy(update={"tier_mode": "graduated"})})
    assert [(line.id, line.quantity, str(line.amount)) for line in quote(offer, 7).lines] == [
        ("licence:1", 1, "33.00"),
        ("licence:2", 4, "110.00"),
        ("licence:6", 2, "46.00"),
    ]
    assert [line.id for line in quote(offer, 1).lines] == ["licence"]


@given(quantities, st.sets(st.sampled_from(["automatic_backup", "conveyor_link"])))
def test_a_frozen_offer_prices_the_same(quantity: int, options: set[str]) -> None:
    kept = Offer.model_validate_json(GESTICLEAN.frozen().model_dump_json())
    assert quote(kept, quantity, sorted(options)) == quote(GESTICLEAN, quantity, sorted(options))


@pytest.mark.parametrize(
    ("minutes", "price"), [(0, "0.00"), (1, "45.00"), (30, "45.00"), (31, "90.00"), (60, "90.00"), (61, "135.00"), (480, "720.00")]
)
def test_each_half_hour_begun_counts_off_contract(minutes: int, price: str) -> None:
    result = off_contract_price(GESTICLEAN, minutes)
    assert str(result.value) == price
    assert all(step.render("en") for step in result.why.steps)


def test_off_contract_prices_are_refused_where_there_are_none() -> None:
    assert str(version_update_price(GESTICLEAN)) == "145.00"
    with pytest.raises(RuleError):
        off_contract_price(MANAGED, 30)
    with pytest.raises(RuleError):
        version_update_price(MANAGED)
    for minutes in (-1, 2.5, True, 10**20):
        with pytest.raises(InputError):
            off_contract_price(GESTICLEAN, minutes)  # type: ignore[arg-type]


def rented(**changes: object) -> RentedLine:
    values: dict[str, object] = {
        "contract": "L-1", "provider_id": "commown", "kind": OfferKind.RENTAL, "status": ContractStatus.ACTIVE,
        "device": EquipmentKind.COMPUTER, "quantity": 4,
    }  # fmt: skip
    return RentedLine(**{**values, **changes})  # type: ignore[arg-type]


def test_the_quantity_follows_the_computers_rented_from_the_same_provider() -> None:
    lines = [
        rented(),
        rented(contract="L-2", quantity=3, status=ContractStatus.RESIGNATION_SENT),
        rented(contract="L-3", provider_id="cleaq"),
        rented(contract="L-4", status=ContractStatus.ENDED),
        rented(contract="L-5", status=ContractStatus.DRAFT),
        rented(contract="L-6", device=EquipmentKind.SMARTPHONE),
        rented(contract="I-1", kind=OfferKind.MANAGED_IT),
    ]
    result = following_quantity("commown", lines)
    assert result.value == 7
    assert [value for _, value in result.why.inputs] == [4, 3]
    assert "7" in result.why.steps[0].render("en")


def test_no_computer_costs_nothing() -> None:
    assert following_quantity("commown", []).value == 0
    offer = MANAGED.frozen(unit_price=Decimal("15.00"))
    result = quote(offer, 0, following=True)
    assert (str(result.monthly_excl_tax), str(result.monthly_incl_tax)) == ("0.00", "0.00")
    assert reads(result)
    with pytest.raises(InputError):
        quote(offer, 0)
    with pytest.raises(InputError):
        quote(GESTICLEAN, 0, following=True)
