"""Sites: deleted only when nothing stands on them any more, and brought back whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import OpenFolder
from app.domain.errors import RuleError
from app.domain.records import ContractStatus
from app.domain.values.contracts import ContractDraft
from app.store.tables import OutboxRow
from tests.offices import open_office


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenFolder]:
    office = open_office(tmp_path / "data")
    yield office
    office.close()


def test_a_site_with_a_contract_stays_until_the_contract_has_ended(opened: OpenFolder) -> None:
    services = opened.services
    site = services.office.add_site({"name": "Gare"})
    number = services.contracts.add(ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=2, site_id=site), ContractStatus.ACTIVE)
    with pytest.raises(RuleError) as refused:
        services.office.delete_site(site)
    assert "il porte encore 1\u00a0contrat." in refused.value.text.render("fr")
    services.contracts.end(number)
    services.office.delete_site(site)
    assert services.office.sites() == []
    assert services.contracts.sheet(number).site_name == "Gare"


def test_everything_that_stands_on_a_site_is_counted(opened: OpenFolder) -> None:
    services = opened.services
    site = services.office.add_site({"name": "Gare"})
    for number in range(2):
        services.equipment.add({"designation": f"Poste {number}", "kind": "computer", "site_id": str(site)})
    services.office.add_person({"name": "Zoé", "site_id": str(site)})
    services.contracts.add(ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=2, site_id=site))
    with pytest.raises(RuleError) as refused:
        services.office.delete_site(site)
    assert "2\u00a0matériels, 1\u00a0collaborateur et 1\u00a0contrat" in refused.value.text.render("fr")


def test_a_deleted_site_comes_back_for_others_too(opened: OpenFolder) -> None:
    office = opened.services.office
    site = office.add_site({"name": "Gare", "city": "Annecy"})
    office.delete_site(site)
    office.restore_site(site)
    with opened.services.context.store.reading() as session:
        told = session.execute(select(OutboxRow.op, OutboxRow.changes).where(OutboxRow.row_id == site).order_by(OutboxRow.n)).all()
    assert [op for op, _ in told] == ["put", "delete", "put"]
    assert told[2].changes == told[0].changes
