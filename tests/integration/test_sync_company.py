"""An organisation has one record of the company, whatever is typed on its computers before, between and while they meet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.bootstrap import OpenFolder
from app.server import clock, publications
from app.server.publications import Publication
from app.server.sync.merging import Author
from app.services import sync_company
from app.services.context import ServiceContext
from tests.backup_office import memory_keyring
from tests.offices import open_office
from tests.provider import Provider, provider


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[tuple[OpenFolder, OpenFolder]]:
    """Two computers with empty folders."""
    with ExitStack() as stack:
        found = [open_office(tmp_path / name, named=False) for name in ("shop", "office")]
        for one in found:
            stack.callback(one.close)
        yield found[0], found[1]


def join(office: OpenFolder, server: Provider) -> None:
    """Become one of the server's computers; nothing is exchanged yet."""
    office.services.sync.meet(server.url, server.code(), "PC")
    office.services.sync.join()


def companies(server: Provider) -> int:
    """How many records of companies ever reached the server."""
    with server._database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM record WHERE type = 'organisation'").scalar_one())


def rows(office: OpenFolder) -> list[tuple[str, str, str]]:
    """Name, city and telephone of each record of a company here, living or not."""
    with office.services.context.store.reading() as session:
        query = "SELECT name, city, phone FROM organisation"
        return [tuple(row) for row in session.connection().exec_driver_sql(query)]


def questions(office: OpenFolder) -> list[tuple[str, str, object, object]]:
    """What waits for a decision."""
    return [(one.kind, one.field, one.mine, one.theirs) for one in office.services.sync_inbox.entries()]


def publish(server: Provider, day: str) -> None:
    """The provider publishes a bridge day to all, for organisations that are added later too."""
    found = Publication("bridge_day", f"bridge day {day}", {"provider_id": "inforum", "day": day}, {"label": "Pont"})
    with server._database.writing() as connection:
        publications.remember(connection, found, Author("staff:1", "Inforum", staff=True), clock.now())


def test_what_is_typed_during_a_first_exchange_makes_no_second_company_and_is_not_lost(
    offices: tuple[OpenFolder, OpenFolder], server: Provider
) -> None:
    shop, new = offices
    shop.services.office.change_organisation({"name": "Pressing des Tilleuls", "phone": "04 78 00 00 01"})
    join(shop, server)
    shop.services.sync.run()
    join(new, server)
    new.services.office.change_organisation({"name": "Doublon SARL", "city": "Annecy"})
    new.services.office.change_organisation({"name": "Doublon SAS"})
    found = new.services.sync.run()
    assert found.rejected == 0 and found.pending == 0
    shop.services.sync.run()
    for office in (shop, new):
        assert rows(office) == [("Pressing des Tilleuls", "Annecy", "04 78 00 00 01")]
    assert companies(server) == 1
    (question,) = new.services.sync_inbox.entries()
    assert (question.kind, question.field, question.mine, question.theirs) == (
        "field",
        "name",
        "Doublon SAS",
        "Pressing des Tilleuls",
    )
    assert question.mine_by and question.title == "Pressing des Tilleuls"
    new.services.sync_inbox.resolve(question.id, "mine")
    new.services.sync.run()
    shop.services.sync.run()
    assert rows(shop) == rows(new) == [("Doublon SAS", "Annecy", "04 78 00 00 01")] and companies(server) == 1


def test_a_company_edited_between_joining_and_the_first_exchange_is_not_refused(
    offices: tuple[OpenFolder, OpenFolder], server: Provider
) -> None:
    shop, other = offices
    shop.services.office.change_organisation({"name": "Pressing des Tilleuls"})
    join(shop, server)
    shop.services.sync.run()
    other.services.office.change_organisation({"name": "Pressing bureau"})
    join(other, server)
    other.services.office.change_organisation({"phone": "04 78 00 00 00"})
    assert other.services.sync.run().rejected == 0
    shop.services.sync.run()
    assert questions(other) == []  # the assistant said that the server's name stays
    assert rows(shop) == rows(other) == [("Pressing des Tilleuls", "", "04 78 00 00 00")] and companies(server) == 1


def test_two_companies_typed_for_a_server_that_has_none_are_one(offices: tuple[OpenFolder, OpenFolder], server: Provider) -> None:
    shop, other = offices
    for office, name in ((shop, "Pressing"), (other, "Pressing des Tilleuls")):
        join(office, server)
        office.services.sync.run()  # there was nothing on either side
        office.services.office.change_organisation({"name": name, "city": f"Ville de {name}" if office is shop else ""})
    for office in (shop, other, shop):
        office.services.sync.run()
    assert companies(server) == 1 and rows(shop) == rows(other) == [("Pressing", "Ville de Pressing", "")]
    assert questions(other) == [("field", "name", "Pressing des Tilleuls", "Pressing")] and questions(shop) == []


def test_two_companies_sent_at_the_same_moment_are_one_row(
    offices: tuple[OpenFolder, OpenFolder], server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, other = offices
    for office, name in ((shop, "Pressing"), (other, "Pressing des Tilleuls")):
        office.services.office.change_organisation({"name": name})
        join(office, server)
    real = sync_company.settle

    def settle(context: ServiceContext) -> None:
        real(context)
        if context is other.services.context:
            shop.services.sync.run()  # its own reaches the server after this one has asked for it

    monkeypatch.setattr(sync_company, "settle", settle)
    other.services.sync.run()
    assert companies(server) == 1 and rows(shop) == rows(other) == [("Pressing", "", "")]
    assert questions(other) == [("field", "name", "Pressing des Tilleuls", "Pressing")]


def test_a_company_typed_after_the_server_was_restored_is_sent(offices: tuple[OpenFolder, OpenFolder], server: Provider) -> None:
    shop, _ = offices
    join(shop, server)
    shop.services.sync.run()
    with server._database.writing() as connection:
        connection.exec_driver_sql("UPDATE organisation SET epoch = ?", (server.organisation,))
    shop.services.office.change_organisation({"name": "Pressing"})
    assert shop.services.sync.run().pushed == 1 and companies(server) == 1


def test_coming_back_to_another_organisation_brings_its_own_record(offices: tuple[OpenFolder, OpenFolder], server: Provider) -> None:
    shop, _ = offices
    shop.services.office.change_organisation({"name": "Pressing"})
    join(shop, server)
    shop.services.sync.run()
    shop.services.sync.disconnect()
    shop.services.sync.meet(server.url, server.code(server.add("Autre", "552100554")), "PC")
    shop.services.sync.join()
    assert shop.services.sync.run().rejected == 0
    assert companies(server) == 2 and rows(shop) == [("Pressing", "", "")]


def test_a_company_is_sent_to_a_server_that_has_only_publications(offices: tuple[OpenFolder, OpenFolder], server: Provider) -> None:
    """What the provider published to all is there before any computer is."""
    shop, other = offices
    publish(server, "2026-12-24")
    organisation = server.add("Autre", "552100554")
    shop.services.office.change_organisation({"name": "Pressing", "phone": "04 78 00 00 01"})
    shop.services.sync.meet(server.url, server.code(organisation), "PC")
    shop.services.sync.join()
    for _ in range(2):
        assert shop.services.sync.run().rejected == 0
    assert companies(server) == 1 and shop.services.sync.status().pending == 0
    shop.services.office.change_organisation({"city": "Annecy"})
    assert shop.services.sync.run().rejected == 0
    other.services.sync.meet(server.url, server.code(organisation), "PC")
    other.services.sync.join()
    other.services.sync.run()
    assert rows(shop) == rows(other) == [("Pressing", "Annecy", "04 78 00 00 01")]


def test_what_was_typed_while_the_office_was_away_is_filled_in_or_asked(offices: tuple[OpenFolder, OpenFolder], server: Provider) -> None:
    shop, other = offices
    shop.services.office.change_organisation({"name": "Pressing", "email": "shop@example.org"})
    join(shop, server)
    shop.services.sync.run()
    join(other, server)
    other.services.sync.run()
    shop.services.office.change_organisation({"phone": "04 78 00 00 01"})
    shop.services.sync.disconnect()
    shop.services.office.change_organisation({"city": "Annecy", "email": "bureau@example.org"})
    other.services.office.change_organisation({"name": "Pressing des Tilleuls"})
    other.services.sync.run()
    join(shop, server)
    assert rows(shop) == [("Pressing", "Annecy", "04 78 00 00 01")]
    assert shop.services.sync.run().rejected == 0
    other.services.sync.run()
    assert rows(shop) == rows(other) == [("Pressing des Tilleuls", "Annecy", "04 78 00 00 01")] and companies(server) == 1
    assert questions(shop) == [
        ("field", "name", "Pressing", "Pressing des Tilleuls"),
        ("field", "email", "bureau@example.org", "shop@example.org"),
    ]


def test_a_company_typed_during_an_exchange_is_no_second_one(
    offices: tuple[OpenFolder, OpenFolder], server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, other = offices
    for office in (shop, other):
        join(office, server)
        office.services.sync.run()
    shop.services.office.change_organisation({"name": "Pressing"})
    shop.services.sync.run()
    real = sync_company.unsent

    def unsent(context: ServiceContext) -> bool:
        found = real(context)
        if context is other.services.context and not rows(other):
            other.services.office.change_organisation({"name": "Pressing bis", "city": "Annecy"})
        return found

    monkeypatch.setattr(sync_company, "unsent", unsent)
    for office in (other, shop, other):
        office.services.sync.run()
    assert companies(server) == 1 and len(rows(shop)) == len(rows(other)) == 1
    assert rows(shop)[0][0] == "Pressing" and ("field", "name", "Pressing bis", "Pressing") in questions(other)


def test_two_companies_are_not_mixed_into_one(offices: tuple[OpenFolder, OpenFolder], server: Provider) -> None:
    """Somebody confirmed that it is the same company although it has another SIREN: nothing of the one goes with the other."""
    shop, other = offices
    shop.services.office.change_organisation({"name": "Pressing", "siren": "732829320", "iban": "FR7630006000011234567890189"})
    join(shop, server)
    shop.services.sync.run()
    other.services.office.change_organisation(
        {"name": "Autre", "siren": "552100554", "siret": "55210055400013", "bic": "BNPAFRPPXXX", "phone": "04 50 00 00 02"}
    )
    join(other, server)
    other.services.sync.run()
    shop.services.sync.run()
    found = shop.services.office.organisation()
    assert found is not None and (found.siren, found.siret, found.bic, found.phone) == ("732829320", "", "", "")
    shop.services.office.change_organisation({"siren": "732829320"})  # what stands there can be saved


def test_what_belongs_together_is_filled_together_or_not_at_all(offices: tuple[OpenFolder, OpenFolder], server: Provider) -> None:
    shop, other = offices
    shop.services.office.change_organisation(
        {"name": "Pressing", "city": "Lyon", "postal_code": "69002", "iban": "FR7630006000011234567890189"}
    )
    join(shop, server)
    shop.services.sync.run()
    other.services.office.change_organisation(
        {
            "name": "Pressing",
            "address": "3 rue des Essais",
            "city": "Annecy",
            "siren": "732829320",
            "vat_number": "FR44732829320",
            "iban": "FR7630006000011234567890189",
            "bic": "AGRIFRPPXXX",
        }
    )
    join(other, server)
    other.services.sync.run()
    shop.services.sync.run()
    found = shop.services.office.organisation()
    assert found is not None
    assert (found.address, found.postal_code, found.city) == ("", "69002", "Lyon")  # another town
    assert (found.siren, found.vat_number, found.bic) == ("732829320", "FR44732829320", "AGRIFRPPXXX")


def test_an_exchange_that_was_cut_after_reading_loses_nothing_of_what_was_typed(
    offices: tuple[OpenFolder, OpenFolder], server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, other = offices
    shop.services.office.change_organisation({"name": "Pressing"})
    join(shop, server)
    shop.services.sync.run()
    other.services.office.change_organisation({"name": "Bureau", "city": "Annecy"})
    join(other, server)
    other.services.office.change_organisation({"name": "Bureau des Tilleuls"})
    with monkeypatch.context() as patched:
        patched.setattr(sync_company, "settle", interrupted)
        with pytest.raises(KeyboardInterrupt):
            other.services.sync.run()
    assert other.services.sync.status().pending == 1
    other.services.sync.run()
    shop.services.sync.run()
    assert rows(shop) == rows(other) == [("Pressing", "Annecy", "")] and companies(server) == 1
    assert questions(other) == [("field", "name", "Bureau des Tilleuls", "Pressing")]


def test_what_was_typed_survives_leaving_after_such_a_cut(
    offices: tuple[OpenFolder, OpenFolder], server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, other = offices
    shop.services.office.change_organisation({"name": "Pressing"})
    join(shop, server)
    shop.services.sync.run()
    join(other, server)
    other.services.office.change_organisation({"name": "Bureau", "city": "Annecy"})
    with monkeypatch.context() as patched:
        patched.setattr(sync_company, "settle", interrupted)
        with pytest.raises(KeyboardInterrupt):
            other.services.sync.run()
    other.services.sync.disconnect()
    assert rows(other) == [("Pressing", "Annecy", "")] and questions(other) == [("field", "name", "Bureau", "Pressing")]


def test_of_two_companies_sent_at_the_same_moment_no_blank_asks_to_empty_a_field(
    offices: tuple[OpenFolder, OpenFolder], server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, other = offices
    for office, given in ((shop, {"phone": "04 78 00 00 01"}), (other, {"city": "Annecy"})):
        office.services.office.change_organisation({"name": "Pressing", **given})
        join(office, server)
    real = sync_company.settle

    def settle(context: ServiceContext) -> None:
        real(context)
        if context is other.services.context:
            shop.services.sync.run()

    monkeypatch.setattr(sync_company, "settle", settle)
    other.services.sync.run()
    assert rows(other) == [("Pressing", "", "04 78 00 00 01")]
    (question,) = other.services.sync_inbox.entries()
    assert (question.field, question.mine, question.theirs) == ("city", "Annecy", "")


def interrupted(context: ServiceContext) -> None:
    """The program ends at this moment."""
    raise KeyboardInterrupt
