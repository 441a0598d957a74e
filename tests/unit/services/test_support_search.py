"""Searching requests as one types: who types on is answered from what was found, and always with what a fresh search would say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.values.support import RequestQuery
from app.services.support import SupportService
from app.store import support_queries
from tests.support_office import SupportOffice

SUBJECTS = ("Caisse bloquée", "Caisse lente", "Plus de tickets", "Écran noir", "Convoyeur arrêté", "Tickets à moitié", "Encaisser")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    found = SupportOffice(tmp_path / "data")
    for subject in SUBJECTS:
        found.ask(subject)
    yield found
    found.opened.close()


def subjects(service: SupportService, text: str) -> list[str]:
    return [row.subject for row in service.page(RequestQuery(text), 0, 50).rows]


def test_typing_on_reads_only_what_was_found(office: SupportOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int | None]] = []
    page = support_queries.page

    def watched(connection, query, offset, limit, counted=None, among=None):  # type: ignore[no-untyped-def]
        asked.append((query.search, None if among is None else len(among)))
        return page(connection, query, offset, limit, counted, among)

    monkeypatch.setattr(support_queries, "page", watched)
    for text in ("caisse", "caisse b", "caisse bl", "zz", "zzy", "zzyg", "tick"):
        subjects(office.support, text)
    assert asked == [("caisse", None), ("caisse b", 3), ("caisse bl", 1), ("zz", None), ("zzy", 0), ("zzyg", 0), ("tick", None)]


def test_what_is_written_meanwhile_is_found(office: SupportOffice) -> None:
    assert subjects(office.support, "zygo") == []
    office.ask("Zygomatique")
    assert subjects(office.support, "zygom") == ["Zygomatique"]


def test_after_a_whole_number_all_are_read_again(office: SupportOffice) -> None:
    number = office.support.page(RequestQuery(""), 0, 50).rows[0].number
    assert len(subjects(office.support, number)) == 1
    assert len(subjects(office.support, number[:-1])) == len(SUBJECTS)


def test_another_site_or_state_is_another_search(office: SupportOffice) -> None:
    elsewhere = RequestQuery("caisse", site_id=UUID(int=7), equipment_id=UUID(int=8))
    assert office.support.page(elsewhere, 0, 50).total == 0
    assert len(subjects(office.support, "caisse")) == 3


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("caisetkzé 2D-", max_size=8), min_size=2, max_size=6))
def test_it_finds_what_a_fresh_search_finds(office: SupportOffice, texts: list[str]) -> None:
    for text in texts:
        assert subjects(office.support, text) == subjects(SupportService(office.services.context), text)
