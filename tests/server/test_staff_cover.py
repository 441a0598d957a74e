"""What counts for work that staff enter: which contracts and visits give a right to the next one, whose prices, and whose closures."""

from __future__ import annotations

import json
import time

import pytest
from sqlalchemy import insert
from uuid_utils.compat import uuid7

from app.domain.offers import parse_offer
from app.server.staff import closures
from app.server.sync.writing import take_numbers
from app.server.tables import record
from tests.server.live import LiveServer, Member, defaults
from tests.server.test_staff_appointments import PLANNED, contract, plan
from tests.server.test_staff_publishing import offer_text
from tests.server.test_staff_requests import ask, path
from tests.server.test_staff_resignations import rental_copy
from tests.server.test_staff_working import billing, enter, managed
from tests.support_offers import frozen_managed_offer, frozen_support_offer

DUE, NOT_DUE = (30, 0), (0, 30)


def visit(camille: Member, office: Member, request: str, technician: str = "Noor", covered: bool | None = None) -> tuple[int, int]:
    """Half an hour on site: the minutes that are covered, and those that are billed."""
    given = {"kind": "on_site", "technician": technician, "covered": covered}
    return billing(enter(camille, office, request, "09:00", "09:30", **given))


def test_a_visit_that_was_billed_leaves_the_right_to_another(live: LiveServer, office: Member, camille: Member) -> None:
    known, site = managed(live, office, "Paris", 10)
    paid, asked, late = (ask(live, office, name, covered=True, contract_id=known, site_id=site) for name in "ABC")
    assert visit(camille, office, paid, covered=False) == NOT_DUE
    assert visit(camille, office, asked) == DUE
    assert visit(camille, office, late) == NOT_DUE


def test_a_visit_is_judged_once_more_when_it_ends(live: LiveServer, office: Member, camille: Member) -> None:
    """Somebody entered the visit of the year while this one was under way."""
    known, site = managed(live, office, "Paris", 10)
    values = {"covered": True, "contract_id": known, "site_id": site}
    first = ask(live, office, "A", **values, opened_at=live.at("2026-11-20T09:00+00:00"))
    late = ask(live, office, "B", **values, opened_at=live.at("2026-11-21T09:00+00:00"))
    begun = camille.client.post(path(office, f"requests/{late}/interventions"), json={"kind": "on_site"}).json()["id"]
    assert live.data(office.organisation, late)["cover_note"] == ""
    assert visit(camille, office, first) == DUE
    live.clock.pass_by(30 * 60)
    closed = camille.client.post(path(office, f"interventions/{begun}/close"), json={"report": ""}).json()["data"]
    assert (closed["covered_minutes"], closed["billable_minutes"]) == NOT_DUE
    assert "Sur place, hors contrat" in live.data(office.organisation, late)["cover_note"]


@pytest.mark.parametrize(("start", "expected"), [("2026-11-22", DUE), ("2026-11-23", NOT_DUE)])
def test_a_contract_counts_from_the_day_it_starts(
    live: LiveServer, office: Member, camille: Member, start: str, expected: tuple[int, int]
) -> None:
    known, site = managed(live, office, "Paris", 9)
    live.put(office, "contract", number="D", kind="managed_it", status="active", start=start, offer_copy=frozen_managed_offer())
    assert visit(camille, office, ask(live, office, "A", covered=True, contract_id=known, site_id=site)) == expected


def test_contracts_of_another_provider_give_no_right_to_a_visit(live: LiveServer, office: Member, camille: Member) -> None:
    known, site = managed(live, office, "Paris", 9)
    contract(live, office, number="S")
    assert visit(camille, office, ask(live, office, "A", covered=True, contract_id=known, site_id=site)) == NOT_DUE


@pytest.mark.parametrize(("quantity", "expected"), [(10, DUE), (9, NOT_DUE)])
def test_where_devices_count_those_of_rentals_do(
    live: LiveServer, office: Member, camille: Member, quantity: int, expected: tuple[int, int]
) -> None:
    """The first line of a rental says how many there are."""
    copy = frozen_managed_offer("on_site_visit")
    copy["managed"]["on_site_visit"]["counted"] = "devices"
    site = live.put(office, "site", name="Boutique", city="Paris")
    known = live.put(office, "contract", number="M", kind="managed_it", status="active", start="2026-01-01", offer_copy=copy)
    rental = live.put(office, "contract", number="R", kind="rental", status="active", start="2026-01-01", offer_copy=rental_copy())
    for contract_id, position, count in ((rental, 0, quantity), (rental, 1, 10), (known, 0, 10)):
        live.put(office, "contract_line", contract_id=contract_id, position=position, quantity=count)
    assert visit(camille, office, ask(live, office, "A", covered=True, contract_id=known, site_id=site)) == expected


@pytest.mark.parametrize("city", ["Lyon", ""])
def test_what_is_not_covered_stays_so_whatever_is_due(live: LiveServer, office: Member, camille: Member, city: str) -> None:
    known, site = managed(live, office, city, 10)
    request = ask(live, office, "A", covered=False, contract_id=known, site_id=site)
    before = live.data(office.organisation, request)["cover_note"]
    assert visit(camille, office, request) == NOT_DUE
    assert live.data(office.organisation, request)["cover_note"] == before


@pytest.mark.parametrize(("start", "expected"), [("2025-01-01", 45), ("2026-06-01", 60)])
def test_the_newest_support_contract_says_the_prices(live: LiveServer, office: Member, camille: Member, start: str, expected: int) -> None:
    """One that ended counts only where none runs."""
    quarters = frozen_support_offer()
    quarters["off_contract"]["increment_minutes"] = 15
    ended = contract(live, office, number="NEWER", status="ended", start="2026-10-01")
    contract(live, office, number="RUNNING", start="2026-01-01", offer_copy=quarters)
    contract(live, office, number="OTHER", start=start)
    request = ask(live, office, "A", covered=False, contract_id=ended)
    assert billing(enter(camille, office, request, "09:00", "09:31")) == (0, expected)


def test_a_bridge_day_of_the_newest_offer_closes_support(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A", contract_id=contract(live, office))
    bridge = "2027-05-07T10:00:00+02:00"
    assert plan(camille, office, request, bridge).status_code == PLANNED
    for version, days in ((2, "2027-05-07"), (3, "2027-05-14")):
        text = offer_text(version).replace("bridge_days = []", f"bridge_days = [{days}]")
        assert camille.client.post("/v1/staff/offers", json={"toml": text}).status_code == 200
        closed = plan(camille, office, request, f"{days}T10:00:00+02:00")
        assert closed.status_code == 422, closed.text
    assert plan(camille, office, request, bridge).status_code == PLANNED


def test_a_bridge_day_of_a_newer_offer_that_is_shipped_closes_support(
    live: LiveServer, office: Member, camille: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the shop's computer, which has it with its program."""
    request = ask(live, office, "A", contract_id=contract(live, office))
    newer = parse_offer(offer_text(2).replace("bridge_days = []", "bridge_days = [2027-05-07]"), "shipped")
    monkeypatch.setattr(closures, "shipped_offers", lambda: {newer.id: newer})
    assert plan(camille, office, request, "2027-05-07T10:00:00+02:00").status_code == 422
    assert plan(camille, office, request, "2027-05-14T10:00:00+02:00").status_code == PLANNED


def test_a_request_of_the_first_night_of_a_contract_falls_under_it(live: LiveServer, office: Member, camille: Member) -> None:
    """Days are those of Paris."""
    night = {"opened_at": live.at("2025-12-31T23:30+00:00"), "contract_id": contract(live, office)}
    assert plan(camille, office, ask(live, office, "A", **night), "2026-11-22T12:00:00+01:00").status_code == 422


def many_visits(live: LiveServer, office: Member, count: int, **under: str) -> None:
    """Requests under a contract that somebody went to in earlier years, as an office has after a long time."""
    rows = []
    for number in range(count):
        request = str(uuid7())
        asked = {"number": f"D{number}", "status": "closed", "covered": True, "description": "x" * 300, **under}
        work = {"request_id": request, "kind": "on_site", "minutes": 30, "covered_minutes": 30, "report": "y" * 300}
        work |= dict.fromkeys(("started_at", "ended_at"), live.at("2025-03-03T09:00+00:00"))
        rows += [("support_request", request, asked), ("intervention", str(uuid7()), work)]
    with live.database.writing() as connection:
        first = take_numbers(connection, office.organisation, len(rows)).start + 1
        columns = {"organisation": office.organisation, "deleted": False, "marks": "{}", "first_author": "x", "author": "x", "by": "x"}
        values = [
            {
                **columns,
                "row_id": row,
                "type": kind,
                "seq": first + place,
                "first_seq": first + place,
                "at": live.at("2026-11-22T09:00+00:00"),
                "data": json.dumps({**defaults(kind), **data}, separators=(",", ":")),
            }
            for place, (kind, row, data) in enumerate(rows)
        ]
        connection.execute(insert(record), values)


def test_a_visit_is_judged_in_time_whatever_came_before(live: LiveServer, office: Member, camille: Member) -> None:
    """Everybody else waits meanwhile: reading the work of each request by itself took minutes."""
    known, site = managed(live, office, "Paris", 10)
    many_visits(live, office, 5000, contract_id=known, site_id=site)
    request = ask(live, office, "A", covered=True, contract_id=known, site_id=site)
    began = time.perf_counter()
    assert visit(camille, office, request) == DUE
    assert time.perf_counter() - began < 10
