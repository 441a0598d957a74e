"""The four offers, what they say, and the copy a contract keeps."""

from __future__ import annotations

import json
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.offers import Offer, OfferError, Tier, check_offer, find_offer, load_offer, load_offers, read_offers
from app.domain.records import Channel, EquipmentKind, OfferKind, Renewal

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "offers"
OFFERS = load_offers(FOLDER)


def test_the_four_offers_are_right() -> None:
    assert set(OFFERS) == {"cleaq-rental", "commown-managed", "commown-rental", "gesticlean-support"}
    assert [check_offer(path) for path in sorted(FOLDER.iterdir())] == [[], [], [], []]


def test_gesticlean() -> None:
    offer = OFFERS["gesticlean-support"]
    assert offer.kind is OfferKind.SOFTWARE_SUPPORT
    assert offer.effective_from == date(2022, 6, 1)
    assert offer.provider.legal_name == "SARL Inforum"
    assert offer.resignation_address == ("115 avenue Pasteur", "74800 La Roche-sur-Foron")
    assert offer.resignation_email == "info@inforum.io"
    assert offer.resignation.channels == (Channel.POST, Channel.EMAIL)
    assert offer.resignation.confirmation_call
    assert [(tier.from_quantity, str(tier.unit_price)) for tier in offer.pricing.tiers] == [(1, "33.00"), (2, "27.50"), (6, "23.00")]
    assert {option.id: (str(option.price), option.per) for option in offer.options} == {
        "conveyor_link": ("21.00", "contract"),
        "conveyor_and_arm_link": ("23.00", "contract"),
        "automatic_backup": ("11.00", "licence"),
    }
    assert (offer.term.commitment_months, offer.term.renewal, offer.term.renewal_months) == (12, Renewal.TACIT, 12)
    assert offer.support is not None
    assert offer.support.openings_on(0) == ((time(9), time(12)), (time(14), time(18)))
    assert offer.support.openings_on(5) == ()


def test_cleaq() -> None:
    offer = OFFERS["cleaq-rental"]
    assert offer.kind is OfferKind.RENTAL
    assert offer.term.months_allowed(EquipmentKind.COMPUTER) == (36, 24, 48)
    assert offer.term.months_allowed(EquipmentKind.SMARTPHONE) == (24,)
    assert offer.pricing.quote_required
    assert offer.resignation_address == ()
    rental = offer.rental
    assert rental is not None
    assert rental.delivery is not None
    assert (rental.delivery.working_days_min, rental.delivery.working_days_max) == (3, 5)
    burglary, breakage, loss = rental.cover_of("theft_burglary"), rental.cover_of("breakage"), rental.cover_of("loss")
    assert burglary is not None
    assert burglary.replacement_hours == 24
    assert "police_complaint" in burglary.needs
    assert breakage is not None
    assert breakage.replacement_working_days == 1
    assert loss is not None
    assert not loss.covered
    keep = rental.end_choice("keep")
    assert keep is not None
    assert keep.discount == Decimal("0.5")


def test_commown() -> None:
    managed, rental = OFFERS["commown-managed"], OFFERS["commown-rental"]
    assert managed.provider.id == rental.provider.id
    assert managed.follows_fleet
    assert not rental.follows_fleet
    assert managed.managed is not None
    assert managed.managed.tied_to == "rental"
    visit = managed.managed.on_site_visit
    assert visit is not None
    assert (visit.per_contract_year, visit.minimum_contracts, visit.cities) == (1, 10, ("Paris", "Strasbourg"))
    for offer in (managed, rental):
        assert (offer.term.commitment_months, offer.term.renewal, offer.term.notice_days) == (12, Renewal.OPEN_ENDED, 15)
        assert offer.pricing.quote_required


@pytest.mark.parametrize("offer", OFFERS.values(), ids=OFFERS.keys())
def test_every_label_has_both_languages(offer: Offer) -> None:
    def labels(value: object) -> list[dict[str, str]]:
        if isinstance(value, dict):
            return [value] if set(value) == {"fr", "en"} else [label for part in value.values() for label in labels(part)]
        return [label for part in value for label in labels(part)] if isinstance(value, list) else []

    found = labels(json.loads(offer.model_dump_json()))
    assert found
    assert all(label["fr"].strip() and label["en"].strip() for label in found)
    assert offer.name.text.render("fr") == offer.name.fr
    assert offer.name.text.render("en") == offer.name.en


def test_an_unknown_offer_is_refused_with_those_there_are() -> None:
    with pytest.raises(NotFoundError) as refused:
        find_offer(OFFERS, "gesticlean")
    assert refused.value.exit_status == 2
    assert "gesticlean-support" in str(refused.value)
    assert find_offer(OFFERS, "cleaq-rental") is OFFERS["cleaq-rental"]


def test_two_files_cannot_carry_one_id(tmp_path: Path) -> None:
    text = (FOLDER / "commown-rental.toml").read_text("utf-8")
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(OfferError) as refused:
        load_offers(tmp_path)
    assert [(problem.file, problem.key) for problem in refused.value.problems] == [("b.toml", "id")]


def test_one_broken_file_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text((FOLDER / "commown-rental.toml").read_text("utf-8"), "utf-8")
    (tmp_path / "bad.toml").write_text("id = ", "utf-8")
    offers, problems = read_offers(tmp_path)
    assert set(offers) == {"commown-rental"}
    assert [problem.file for problem in problems] == ["bad.toml"]


def test_a_folder_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(OfferError, match="offres"):
        load_offers(tmp_path / "offres")


def test_a_file_marked_utf_8_with_windows_line_ends_is_read(tmp_path: Path) -> None:
    path = tmp_path / "offer.toml"
    text = (FOLDER / "commown-rental.toml").read_text("utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load_offer(path) == OFFERS["commown-rental"]


@pytest.mark.parametrize("offer", OFFERS.values(), ids=OFFERS.keys())
def test_the_frozen_copy_comes_back_exactly(offer: Offer) -> None:
    kept = offer.frozen(unit_price=Decimal("19.90")) if offer.pricing.quote_required else offer.frozen()
    stored = kept.model_dump_json()
    assert Offer.model_validate_json(stored) == kept
    assert Offer.model_validate_json(stored).model_dump_json() == stored


tables = st.dictionaries(st.integers(2, 100_000), st.decimals(min_value=0, max_value=9_999, places=2), max_size=6).map(
    lambda table: [Tier(from_quantity=first, unit_price=price) for first, price in sorted({1: Decimal("50.00"), **table}.items())]
)


@given(tables)
def test_a_quoted_table_is_frozen_exactly(tiers: list[Tier]) -> None:
    kept = OFFERS["commown-managed"].frozen(tiers=tiers)
    assert not kept.pricing.quote_required
    assert kept.pricing.tiers == tuple(tiers)
    assert Offer.model_validate_json(kept.model_dump_json()) == kept


def test_a_frozen_copy_needs_the_quoted_price_once() -> None:
    offer = OFFERS["commown-managed"]
    one = [Tier(from_quantity=1, unit_price=Decimal("5.00"))]
    with pytest.raises(InputError, match="unit_price"):
        offer.frozen()
    with pytest.raises(InputError, match="unit_price"):
        offer.frozen(unit_price=Decimal("5.00"), tiers=one)
    with pytest.raises(InputError, match="unit_price"):
        OFFERS["gesticlean-support"].frozen(unit_price=Decimal("5.00"))
    with pytest.raises(InputError, match="unit_price"):
        offer.frozen(unit_price=Decimal("5.001"))


@pytest.mark.parametrize(
    ("firsts", "key"), [([2, 5], "pricing.tiers[1].from"), ([1, 5, 5], "pricing.tiers[3].from"), ([], "pricing.tiers")]
)
def test_a_wrong_quoted_table_is_refused(firsts: list[int], key: str) -> None:
    tiers = [Tier(from_quantity=first, unit_price=Decimal("5.00")) for first in firsts]
    with pytest.raises(OfferError) as refused:
        OFFERS["commown-managed"].frozen(tiers=tiers)
    assert refused.value.problems[0].key == key
    assert refused.value.problems[0].file == "commown-managed"


def test_the_services_of_the_quote_are_frozen_too() -> None:
    offer = OFFERS["commown-managed"]
    kept = offer.frozen(unit_price=Decimal("5.00"), services=["on_site_visit", "unlimited_support"])
    assert kept.managed is not None
    assert kept.managed.services_due == ("unlimited_support", "on_site_visit")
    with pytest.raises(InputError, match="account_creation"):
        offer.frozen(unit_price=Decimal("5.00"), services=["coffee"])
    with pytest.raises(RuleError):
        OFFERS["gesticlean-support"].frozen(services=["unlimited_support"])


def test_an_offer_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        OFFERS["cleaq-rental"].version = 2
