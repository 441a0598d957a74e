"""What a customer is told whose rating is not kept: in words, on a page, and with what they typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from app.domain.records import RatingValue
from app.server.database import Database
from app.server.ratings import endpoints, giving
from tests.server.live import LiveServer, Member
from tests.server.rating_lab import ratings, resolved, token_in, validate
from tests.sync_lab import LabClock

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_a_form_that_comes_after_the_application_s_rating_is_not_thanked_for(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    visitor = live.client()
    form = token_in(visitor.get(made.path))
    live.put(office, "rating", request_id=made.request, value="great", origin="app")
    late = visitor.post(made.path, data={"form": form, "smiley": "poor", "comment": "<b>Rien</b>\nn’allait"})
    assert late.status_code == 409
    assert "Merci" not in late.text and "déjà été notée" in late.text
    # What was typed is not lost in silence.
    assert "n’a pas été enregistré" in late.text and "&lt;b&gt;Rien&lt;/b&gt;\nn’allait" in late.text
    assert [one["value"] for one in ratings(live, office)] == ["great"]


def test_a_double_click_is_thanked_for_twice(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    visitor = live.client()
    sent = {"form": token_in(visitor.get(made.path)), "smiley": "great", "comment": "Merci.\r\n"}
    for _ in range(2):
        answer = visitor.post(made.path, data=sent)
        assert answer.status_code == 303
        assert "Votre avis est enregistré" in visitor.get(answer.headers["location"]).text
    assert visitor.post(made.path, data={**sent, "comment": "Bof."}).status_code == 409
    assert len(ratings(live, office)) == 1


def test_of_two_who_differ_one_is_thanked(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    visitors = [live.client() for _ in range(4)]
    sent = [{"form": token_in(one.get(made.path)), "smiley": smiley} for one, smiley in zip(visitors, ("great", "poor") * 2, strict=True)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda pair: pair[0].post(made.path, data=pair[1]), zip(visitors, sent, strict=True)))
    kept = ratings(live, office)[0]["value"]
    assert [one.status_code for one in answers] == [303 if one["smiley"] == kept else 409 for one in sent]


def test_a_rating_that_comes_while_a_form_is_read_is_seen(
    live: LiveServer, office: Member, camille: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = resolved(live, office, camille)
    real = endpoints._alert

    def while_it_is_read(*given: Any) -> Any:
        live.put(office, "rating", request_id=made.request, value="neutral", origin="app")
        return real(*given)

    monkeypatch.setattr(endpoints, "_alert", while_it_is_read)
    assert validate(live.client(), made.path, "great").status_code == 409
    assert [one["value"] for one in ratings(live, office)] == ["neutral"]


def test_a_form_for_a_request_that_was_reopened_says_so(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    visitor = live.client()
    form = token_in(visitor.get(made.path))
    live.put(office, "support_request", made.request, status="in_progress", resolved_at=None)
    late = visitor.post(made.path, data={"form": form, "smiley": "great", "comment": "Très bien"})
    assert late.status_code == 409
    assert "rouverte" in late.text and "n’a pas été enregistré" in late.text and "Très bien" in late.text
    assert ratings(live, office) == []


def test_a_form_does_not_lie_open_for_ever(lite: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    office = lite.device(lite.organisation())
    made, visitor = resolved(lite, office, lite.staff()), lite.client()
    page = visitor.get(made.path)
    monkeypatch.setattr(endpoints, "_FORM_SECONDS", -1)
    assert visitor.post(made.path, data={"form": token_in(page), "smiley": "great"}).status_code == 422
    assert ratings(lite, office) == []


def test_a_rating_is_kept_only_of_a_request_that_is_still_resolved(live: LiveServer, office: Member, camille: Member) -> None:
    """It was reopened after the page looked at it: what keeps the rating looks once more."""
    made = resolved(live, office, camille)
    live.put(office, "support_request", made.request, status="in_progress", resolved_at=None)
    with live.database.writing() as connection:
        found = giving.rate(connection, made.link, RatingValue.GREAT, "", live.clock.now())
    assert found is not None and found.state is giving.State.REOPENED
    assert ratings(live, office) == []


def says(answer: httpx.Response, status: int, *words: str) -> None:
    """A page for people: in their words, closed to everything else, and nothing for programs."""
    assert answer.status_code == status, answer.text
    assert answer.headers.get_list("content-type") == ["text/html; charset=utf-8"]
    assert answer.headers.get_list("content-length") == [str(len(answer.content))]
    assert answer.headers["cache-control"] == "no-store" and answer.headers["x-frame-options"] == "DENY"
    assert "style-src 'nonce-" in answer.headers["content-security-policy"]
    assert "<h1>" in answer.text and all(word in answer.text for word in words), answer.text


def test_whatever_goes_wrong_below_r_is_a_page(lite: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    made = resolved(lite, lite.device(lite.organisation()), lite.staff())
    visitor, english = lite.client(), {"Accept-Language": "en"}
    says(visitor.post(made.path, data={"comment": "x" * 70_000}), 413, "Envoi trop long", "Rien n’a été enregistré")
    says(visitor.post(made.path, content=iter([b"comment=", b"x" * 70_000]), headers=FORM), 413, "Envoi trop long")
    says(visitor.get(f"/r/{'x' * 401}"), 404, "Lien non valable")
    says(visitor.get("/r/a/b"), 404, "Lien non valable")
    says(visitor.put(made.path), 405, "Envoi non valable")
    says(visitor.post(made.path, files={"comment": ("a.txt", b"x")}), 422, "Envoi non valable")
    says(visitor.post(made.path, content=b"x", headers={"Content-Encoding": "gzip"}), 415, "Envoi non valable")
    assert visitor.head("/r/a/b").content == b""

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(Database, "reading", fail)
    busy = visitor.get(made.path, headers=english)
    says(busy, 503, '<html lang="en">')
    assert busy.headers["retry-after"].isdigit()


def test_a_language_or_a_cookie_that_is_too_long_is_none(lite: LiveServer) -> None:
    made = resolved(lite, lite.device(lite.organisation()), lite.staff())
    page = lite.client(headers={"Cookie": f"rating_form={'x' * 200}"}).get(made.path, params={"lang": "x" * 50})
    says(page, 200, "Valider mon avis")


def test_what_programs_ask_for_is_refused_as_ever(lite: LiveServer) -> None:
    answer = lite.client().get("/rating")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_too_many_forms_are_told_to_wait(new_database: Callable[[str], Database], clock: LabClock) -> None:
    running = LiveServer(new_database("sqlite"), clock, limited=True)
    running.start()
    try:
        visitor = running.client()
        answers = [visitor.post("/r/unknown?lang=fr") for _ in range(31)]
    finally:
        running.stop()
    says(answers[-1], 429, "Un instant", "attendez une minute")
    assert answers[-1].headers["retry-after"].isdigit()
