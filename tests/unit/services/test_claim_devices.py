"""What a claim does to devices beside the ordinary course: own spares, the provider's new one, several claims on one machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import InputError, RuleError
from app.domain.records import ClaimStatus, ClaimType, EquipmentStatus, Ownership, TheftCircumstances
from app.domain.values.claims import NewDevice
from tests.claim_office import DECLARED, ClaimOffice, claim_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ClaimOffice]:
    with claim_office(tmp_path / "office") as made:
        yield made


def refused(call: object, *arguments: object) -> str:
    with pytest.raises(RuleError) as found:
        call(*arguments)  # type: ignore[operator]
    return str(found.value.text)


@pytest.mark.parametrize(("claim_type", "covered"), [(ClaimType.LOSS, False), (ClaimType.BREAKAGE, True)])
def test_an_own_spare_stays_the_offices_own(office: ClaimOffice, claim_type: ClaimType, covered: bool) -> None:
    claims, equipment = office.services.claims, office.services.equipment
    claim = office.claim(office.laptop, claim_type)
    assert claim.row.covered is covered and claim.provider_replaces is covered
    before = equipment.sheet(office.laptop).status
    done = claims.replace(claim.row.id, office.stock)
    spare, old = equipment.sheet(office.stock), equipment.sheet(office.laptop)
    assert (spare.ownership, spare.contract_number, spare.person_name, spare.site_name) == (Ownership.OWNED, "", "Marie Dubois", "Annecy")
    # The machine did not go back to the provider, whose promise nobody has kept.
    assert (old.status, old.person_name, old.contract_number) == (before, "", "C-1") and done.replaced_at is None


def test_a_spare_of_ones_own_that_is_lent_keeps_no_promise(office: ClaimOffice) -> None:
    claim = office.claim(office.laptop, ClaimType.BREAKAGE)
    lent = office.services.claims.lend(claim.row.id, office.stock)
    assert lent.replaced_at is None and lent.row.next_due_at == claim.replacement_due_at


def test_what_is_not_covered_has_no_replacement_from_the_provider(office: ClaimOffice) -> None:
    claims, equipment = office.services.claims, office.services.equipment
    office.rent(office.stock)
    claim = office.claim(office.laptop, ClaimType.THEFT, TheftCircumstances.UNLOCKED)
    for device in (office.stock, NewDevice("SN-77")):
        said = refused(claims.replace, claim.row.id, device)
        assert f"{claim.row.number} (Vol) n’est pas couvert" in said and "Portable gérance" in said
    assert office.status(office.stock) == "in_stock" and claims.detail(claim.row.id).row.status is ClaimStatus.DECLARED
    # The provider remains free to accept.
    claims.move(claim.row.id, ClaimStatus.IN_HAND)
    assert claims.replace(claim.row.id, office.stock).replaced_at == DECLARED
    assert equipment.sheet(office.stock).contract_number == "C-1"


def test_the_providers_new_device_is_entered_as_rented(office: ClaimOffice) -> None:
    claims, equipment = office.services.claims, office.services.equipment
    claim = office.claim(office.laptop, ClaimType.THEFT, TheftCircumstances.BURGLARY)
    with pytest.raises(InputError, match="serial"):
        claims.replace(claim.row.id, NewDevice(" "))
    with pytest.raises(InputError, match="Portable de prêt"):
        claims.replace(claim.row.id, NewDevice("PR-001"))
    done = claims.replace(claim.row.id, NewDevice("SN-77"), "Livré")
    assert done.replacement is not None and done.replacement.rented and done.replaced_at == DECLARED
    new = equipment.sheet(done.replacement.id)
    assert (new.designation, new.serial, new.kind.value, new.ownership) == ("Portable gérance", "SN-77", "computer", Ownership.RENTED)
    assert (new.status, new.contract_number, new.person_name, new.site_name) == (EquipmentStatus.IN_USE, "C-1", "Marie Dubois", "Annecy")
    assert office.status(office.laptop) == "lost_or_stolen"


def test_nothing_is_entered_where_the_replacement_is_refused(office: ClaimOffice) -> None:
    claims = office.services.claims
    claim = office.claim(office.till, ClaimType.BREAKAGE)
    claims.replace(claim.row.id, NewDevice("SN-78", "Caisse neuve"))
    assert "Remplacé" in refused(claims.replace, claim.row.id, NewDevice("SN-79"))
    stock = {each.serial for each in claims.lendable(claim.row.id)}
    assert "SN-79" not in stock and office.status(office.till) == "returned"


def test_a_lost_machine_stays_lost_while_the_claim_that_says_so_runs(office: ClaimOffice) -> None:
    claims = office.services.claims
    broken, lost = office.claim(office.laptop, ClaimType.BREAKAGE), office.claim(office.laptop, ClaimType.LOSS)
    said = refused(claims.move, broken.row.id, ClaimStatus.REPAIRED)
    assert all(word in said for word in (broken.row.number, lost.row.number, "Portable gérance", "Perdu ou volé", "Réparé et rendu"))
    assert ClaimStatus.REPAIRED not in claims.detail(broken.row.id).moves
    claims.move(broken.row.id, ClaimStatus.WITHDRAWN)
    assert office.status(office.laptop) == "lost_or_stolen"
    assert office.claim(office.laptop, ClaimType.OXIDATION).equipment_status is EquipmentStatus.LOST_OR_STOLEN


def test_a_machine_that_was_found_is_still_broken(office: ClaimOffice) -> None:
    claims = office.services.claims
    broken, lost = office.claim(office.laptop, ClaimType.BREAKAGE), office.claim(office.laptop, ClaimType.LOSS)
    claims.move(lost.row.id, ClaimStatus.WITHDRAWN, "Retrouvé")
    assert office.status(office.laptop) == "broken_down"
    claims.move(broken.row.id, ClaimStatus.REPAIRED)
    assert office.status(office.laptop) == "in_use"
