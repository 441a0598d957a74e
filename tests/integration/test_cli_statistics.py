"""`support stats` and the page of statistics: the same figures by command, as JSON and on paper."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from app.bootstrap import OpenFolder
from app.domain.records import InterventionKind, RatingValue, Urgency
from app.domain.values.statistics import StatisticsQuery
from app.store.base import new_id
from app.store.tables import Intervention, Rating, SupportRequest
from tests.command_line import CommandLine, plainly
from tests.offices import StandingClock, open_office

KEYS = {"interventions", "ratings", "top", "top_share", "response_rate", "by_month"}


def add(
    opened: OpenFolder, ended: datetime, rating: str = "", technician: str = "Nadège R.", waited: int | None = None, **more: Any
) -> None:
    """A request with one intervention, and a rating where it has one."""
    request = {"id": new_id(), "number": str(new_id()), "subject": "x", "urgency": Urgency.QUESTION, "opened_at": ended}
    work = {"id": new_id(), "request_id": request["id"], "kind": InterventionKind.REMOTE, "technician": technician, "started_at": ended}
    rated = {"id": new_id(), "request_id": request["id"], "intervention_id": work["id"], "rated_at": ended}
    with opened.services.context.store.writing() as unit:
        unit.recorder.bulk_insert(unit.session, SupportRequest, [request])
        unit.recorder.bulk_insert(unit.session, Intervention, [work | {"ended_at": ended, "waited_minutes": waited, **more}])
        if rating:
            unit.recorder.bulk_insert(unit.session, Rating, [rated | {"value": RatingValue(rating)}])


def page(content: bytes) -> tuple[str, PdfReader]:
    """The text of a document that has one page."""
    reader = PdfReader(io.BytesIO(content))
    (only,) = reader.pages
    return plainly(only.extract_text()), reader


@pytest.fixture
def office(parclair: CommandLine) -> CommandLine:
    """Three months: interventions at the edges of days in Paris, one of them by phone, one on another site."""
    opened = open_office(parclair.folder)
    try:
        site = opened.services.office.add_site({"name": "Gare"})
        add(opened, datetime(2026, 8, 31, 21, 59, tzinfo=UTC), "great", waited=4)
        add(opened, datetime(2026, 8, 31, 22, 0, tzinfo=UTC), "great", waited=61)
        add(opened, datetime(2026, 9, 30, 22, 0, tzinfo=UTC), "poor", "", kind=InterventionKind.PHONE)
        add(opened, datetime(2026, 10, 24, 22, 30, tzinfo=UTC), "neutral", "Yasmine K.", site_id=site)
        add(opened, datetime(2026, 10, 25, 22, 59, tzinfo=UTC))
    finally:
        opened.close()
    return parclair


def test_the_document(office: CommandLine) -> None:
    found = office.json("support", "stats")
    assert found.keys() >= KEYS
    assert (found["interventions"], found["ratings"], found["top"], found["top_share"], found["response_rate"]) == (5, 4, 2, 0.5, 0.8)
    assert found["by_month"] == [
        {"month": "2026-08", "interventions": 1, "great": 1, "neutral": 0, "poor": 0},
        {"month": "2026-09", "interventions": 1, "great": 1, "neutral": 0, "poor": 0},
        {"month": "2026-10", "interventions": 3, "great": 0, "neutral": 1, "poor": 1},
    ]
    assert [(each["kind"], each["interventions"], each["top_share"]) for each in found["by_kind"]] == [
        ("phone", 1, 0),
        ("remote", 4, 2 / 3),
    ]
    assert [each["technician"] for each in found["by_technician"]] == ["Nadège R.", "Non précisé", "Yasmine K."]
    assert found["waits"] == [
        {"month": "2026-08", "within": [1, 0, 0, 0, 0, 0], "mean_minutes": 4.0},
        {"month": "2026-09", "within": [0, 0, 0, 1, 0, 0], "mean_minutes": 61.0},
    ]


@pytest.mark.parametrize(
    ("options", "interventions", "ratings"),
    [
        (("--since", "2026-08-31"), 5, 4),
        (("--since", "2026-09-01"), 4, 3),
        (("--since", "01/10/2026"), 3, 2),
        (("--since", "2026-10-02"), 2, 1),
        (("--since", "2026-10-25"), 2, 1),
        (("--since", "2026-10-26"), 0, 0),
        (("--since", "2026-09-02", "--until", "2026-10-24"), 1, 1),
        (("--since", "2026-10-25", "--until", "2026-10-25"), 2, 1),
        (("--until", "2026-08-30"), 0, 0),
        (("--since", "2026-10-01", "--until", "2026-09-01"), 0, 0),
        (("--site", "Gare"), 1, 1),
        (("--site", "Gare", "--since", "2026-10-02", "--until", "2026-10-24"), 0, 0),
    ],
)
def test_a_period_is_exact_to_the_day(office: CommandLine, options: Sequence[str], interventions: int, ratings: int) -> None:
    found = office.json("support", "stats", *options)
    assert (found["interventions"], found["ratings"]) == (interventions, ratings)


def test_nothing_to_divide_is_null(parclair: CommandLine) -> None:
    found = parclair.json("support", "stats")
    assert {name: found[name] for name in KEYS} == {
        "interventions": 0,
        "ratings": 0,
        "top": 0,
        "top_share": None,
        "response_rate": None,
        "by_month": [],
    }
    assert "Aucune intervention" in parclair("support", "stats").out


def test_wrong_arguments(office: CommandLine) -> None:
    assert office.refused("support", "stats", "--since", "2026-02-30").startswith("since : ")
    assert office.refused("support", "stats", "--site", "Lune").startswith("site : ")
    assert "il manque" in office.refused("support")


def test_lines_for_people_in_both_languages(office: CommandLine) -> None:
    french = office("support", "stats").out
    assert "Très bons avis : 2 (50 %)" in french and "Taux de réponse : 80 %" in french and "À distance" in french
    english = office("support", "stats", before=("--lang", "en")).out
    assert "2 (50%)" in english and "Remote" in english and "Not given" in english


def test_the_page_says_the_same(office: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "statistiques.pdf"
    found = office.json("support", "stats", "-o", target)
    assert found["pages"] == 1 and found["file"] == str(target)
    text, reader = page(target.read_bytes())
    for said in (
        "Statistiques de l’assistance",
        "Pressing des Tilleuls",
        "du 31 août 2026 au 25 octobre 2026",
        "50 %",
        "2 sur 4",
        "80 %",
        "4 sur 5",
        "Très bien",
        "août 2026",
        "jusqu’à 120 min",
        "Téléphone",
        "Non précisé",
    ):
        assert said in text, said
    assert reader.metadata is not None and reader.metadata.title == "Statistiques de l’assistance – Pressing des Tilleuls"


def test_the_page_in_english_of_one_site(office: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "statistics.pdf"
    office("support", "stats", "-o", target, "--site", "Gare", before=("--lang", "en"))
    text, _ = page(target.read_bytes())
    for said in ("Support statistics", "Pressing des Tilleuls – Gare", "Neutral", "Oct 2026", "Remote", "100%"):
        assert said in text, said


def test_a_target_that_cannot_be_written_is_refused(office: CommandLine, tmp_path: Path) -> None:
    assert "pas un dossier" in office.refused("support", "stats", "-o", tmp_path)
    assert "un dossier qui existe" in office.refused("support", "stats", "-o", tmp_path / "nowhere" / "x.pdf")


@pytest.fixture
def opened(tmp_path: Path) -> Any:
    found = open_office(tmp_path / "data", StandingClock(datetime(2026, 11, 22, 10, 0, tzinfo=UTC)))
    yield found
    found.close()


def test_an_empty_office_gets_a_page_that_says_so(opened: OpenFolder) -> None:
    text, _ = page(opened.services.statistics.draw(StatisticsQuery()))
    assert "Aucune intervention terminée sur cette période." in text


def test_the_same_figures_make_the_same_bytes(opened: OpenFolder) -> None:
    add(opened, datetime(2026, 10, 1, 9, 0, tzinfo=UTC), "great", waited=12)
    statistics = opened.services.statistics
    assert statistics.draw(StatisticsQuery()) == statistics.draw(StatisticsQuery())


def test_the_page_is_kept_only_when_asked(opened: OpenFolder, tmp_path: Path) -> None:
    add(opened, datetime(2026, 10, 1, 9, 0, tzinfo=UTC), "great")
    statistics, documents = opened.services.statistics, opened.services.documents
    statistics.pdf(StatisticsQuery(), tmp_path / "page.pdf")
    assert documents.rows() == []
    kept = statistics.keep(StatisticsQuery())
    assert (kept.kind, kept.file_name) == ("statistics", "statistiques-2026-11-22.pdf")
    assert documents.content(kept.id) == (tmp_path / "page.pdf").read_bytes()


@pytest.mark.parametrize(
    ("months", "step"), [(1, "Mois"), (28, "Mois"), (29, "Trimestre"), (80, "Trimestre"), (90, "Année"), (600, "Années")]
)
def test_one_page_holds_any_number_of_months(opened: OpenFolder, months: int, step: str) -> None:
    """With more technicians, kinds and longer names than anybody has."""
    first = datetime(2026, 11, 1, 10, 0, tzinfo=UTC)
    names = [f"Technicienne au nom très long numéro {place}" for place in range(40)]
    ends = [first] if months == 1 else [first, _months_before(first, months - 1)]
    for place, end in enumerate([*ends, *(first for _ in range(38))]):
        kind = list(InterventionKind)[place % 3]
        add(opened, end, list(RatingValue)[place % 3].value, names[place], waited=place * 9, kind=kind)
    opened.services.office.change_organisation({"name": "Pressing " + "des Tilleuls argentés " * 8})
    text, _ = page(opened.services.statistics.draw(StatisticsQuery()))
    assert step in text and "autres" in text and "en tout" in text


def _months_before(moment: datetime, months: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    return moment.replace(year=year, month=month + 1)


def test_a_site_that_is_not_known_has_no_figures(opened: OpenFolder) -> None:
    add(opened, datetime(2026, 10, 1, 9, 0, tzinfo=UTC), "great")
    query = StatisticsQuery(site_id=UUID(int=1))
    assert opened.services.statistics.figures(query).satisfaction.interventions == 0
    page(opened.services.statistics.draw(query))
