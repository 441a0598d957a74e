"""The rating page over HTTP: opening keeps nothing, validating works once, and a link tells of nothing but its own request."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from app.server.database import Database
from app.server.ratings.pages import LONGEST_COMMENT
from app.server.tables import METADATA, rating_link
from tests.server.live import LiveServer, Member
from tests.server.rating_lab import link_to, ratings, resolved, token_in, validate
from tests.sync_lab import LabClock


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All that the server keeps, but for tokens that were used."""
    with database.reading() as connection:
        return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in METADATA.sorted_tables}


def test_a_validated_rating_reaches_the_office_and_closes_the_request(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    work = {"request_id": made.request, "kind": "remote", "ended_at": live.at("2026-11-22T09:30+00:00")}
    intervention = live.put(office, "intervention", **work)
    answer = validate(live.client(), made.path, "great", "Rapide !\r\nMerci.")
    assert answer.status_code == 303
    assert ratings(live, office) == [
        {
            "request_id": made.request,
            "intervention_id": intervention,
            "value": "great",
            "comment": "Rapide !\nMerci.",
            "origin": "email",
            "rated_at": live.at("2026-11-22T10:00+00:00"),
        }
    ]
    request = live.data(office.organisation, made.request)
    assert (request["status"], request["closed_at"]) == ("closed", live.at("2026-11-22T10:00+00:00"))
    told = live.client().get(answer.headers["location"])
    assert "Votre avis est enregistré" in told.text


def test_opening_keeps_nothing(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    before = everything(live.database)
    for method in ("GET", "HEAD", "GET"):
        assert live.client().request(method, made.path).status_code == 200
    assert everything(live.database) == before


def test_nothing_is_chosen_beforehand(lite: LiveServer) -> None:
    made = resolved(lite, lite.device(lite.organisation()), lite.staff())
    page = lite.client().get(made.path).text
    assert page.count('type="radio"') == 3
    assert "checked>" not in page
    assert "<script" not in page


def test_a_link_works_once(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    visitor, second = live.client(), live.client()
    page = second.get(made.path)
    assert validate(visitor, made.path, "poor").status_code == 303
    # A form that was open in another window comes too late.
    late = second.post(made.path, data={"form": token_in(page), "smiley": "great"})
    assert late.status_code == 409
    assert [one["value"] for one in ratings(live, office)] == ["poor"]
    assert "déjà été notée" in visitor.get(made.path).text


def test_of_two_who_validate_at_once_one_counts(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    visitors = [live.client() for _ in range(4)]
    forms = [token_in(one.get(made.path)) for one in visitors]
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(lambda pair: pair[0].post(made.path, data={"form": pair[1], "smiley": "neutral"}), zip(visitors, forms, strict=True))
        )
    assert [one.status_code for one in answers] == [303] * 4
    assert len(ratings(live, office)) == 1


def test_a_request_that_was_rated_in_the_application_says_so(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    live.put(office, "rating", request_id=made.request, value="great", origin="app")
    page = live.client().get(made.path)
    assert page.status_code == 200
    assert "déjà été notée" in page.text
    assert "<form" not in page.text


def test_a_link_lapses_after_sixty_days(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    live.clock.pass_by(60 * 86_400 - 60)
    page = live.client().get(made.path)
    assert page.status_code == 200
    live.clock.pass_by(61)
    assert live.client().get(made.path).status_code == 404
    late = live.client().post(made.path, data={"form": token_in(page), "smiley": "great"})
    assert late.status_code == 404
    assert ratings(live, office) == []


def test_unknown_foreign_and_lapsed_links_are_answered_alike(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    token = made.path.removeprefix("/r/")
    with live.database.writing() as connection:
        connection.execute(rating_link.update().values(expires_at=live.at("2026-11-22T09:00+00:00")))
    pages = []
    for other in (token, "x", "x" * 390, token[:-1], token.swapcase(), "%00", "..%2f..%2fhealth"):
        answer = live.client().get(f"/r/{other}")
        pages.append((answer.status_code, re.sub(r'nonce="[^"]+"', "", answer.text)))
        # A path of several parts is no link at all.
        assert answer.status_code == 404
    assert len({page for page in pages if "<html" in page[1]}) == 1


def test_a_link_tells_of_its_own_request_only(live: LiveServer, office: Member, camille: Member) -> None:
    mine = resolved(live, office, camille, "D26-A-0001", "Mon imprimante")
    resolved(live, office, camille, "D26-A-0002", "Son convoyeur")
    page = live.client().get(mine.path).text
    assert "D26-A-0001" in page and "Mon imprimante" in page
    assert "0002" not in page and "convoyeur" not in page and "Tilleuls" not in page


def test_a_reopened_request_is_rated_once_it_is_solved_again(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    live.put(office, "support_request", made.request, status="in_progress", resolved_at=None)
    page = live.client().get(made.path)
    assert "rouverte" in page.text and "<form" not in page.text
    work = f"/v1/staff/organisations/{office.organisation}/requests/{made.request}"
    assert camille.client.post(f"{work}/resolve", json={"resolution": "cette fois"}).json()["mail_queued"] is False
    assert validate(live.client(), link_to(live, made.request).path).status_code == 303


def test_without_a_smiley_the_form_comes_back_as_it_was(lite: LiveServer) -> None:
    office = lite.device(lite.organisation())
    made = resolved(lite, office, lite.staff())
    visitor = lite.client()
    answer = validate(visitor, made.path, "", "<b>gras</b>")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text and "&lt;b&gt;gras&lt;/b&gt;" in answer.text
    again = visitor.post(made.path, data={"form": token_in(answer), "smiley": "neutral", "comment": "<b>gras</b>"})
    assert again.status_code == 303
    assert ratings(lite, office)[0]["comment"] == "<b>gras</b>"


@pytest.mark.parametrize("spoilt", ["no form", "another form", "no cookie", "another cookie"])
def test_a_form_that_was_not_opened_here_is_not_kept(lite: LiveServer, spoilt: str) -> None:
    office = lite.device(lite.organisation())
    made = resolved(lite, office, lite.staff())
    visitor = lite.client()
    form = token_in(visitor.get(made.path))
    if spoilt.endswith("form"):
        form = "" if spoilt == "no form" else form[:-2] + "xx"
    else:
        visitor.cookies.clear()
    if spoilt == "another cookie":
        visitor.cookies.set("rating_form", "x" * 32)
    answer = visitor.post(made.path, data={"form": form, "smiley": "poor", "comment": "bien lu"})
    assert answer.status_code == 422
    assert "bien lu" in answer.text
    assert ratings(lite, office) == []


def test_a_form_of_another_link_is_not_kept(lite: LiveServer) -> None:
    office, camille = lite.device(lite.organisation()), lite.staff()
    first, second = resolved(lite, office, camille, "A"), resolved(lite, office, camille, "B")
    visitor = lite.client()
    data = {"form": token_in(visitor.get(first.path)), "smiley": "poor"}
    assert visitor.post(second.path, data=data).status_code == 422


def test_whoever_has_cookies_switched_off_is_let_in_by_their_browser_s_word(lite: LiveServer) -> None:
    office = lite.device(lite.organisation())
    made = resolved(lite, office, lite.staff())
    visitor = lite.client()
    data = {"form": token_in(visitor.get(made.path)), "smiley": "great"}
    visitor.cookies.clear()
    assert visitor.post(made.path, data=data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 422
    visitor.cookies.clear()
    assert visitor.post(made.path, data=data, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303


def test_a_comment_has_a_limit(lite: LiveServer) -> None:
    office = lite.device(lite.organisation())
    made = resolved(lite, office, lite.staff())
    assert validate(lite.client(), made.path, "great", "é" * (LONGEST_COMMENT + 1)).status_code == 422
    assert validate(lite.client(), made.path, "great", "é" * LONGEST_COMMENT).status_code == 303


@pytest.mark.parametrize(
    ("query", "accepted", "words"),
    [
        ("", "", "Valider mon avis"),
        ("", "en-GB,en;q=0.9", "Send my rating"),
        ("", "de, en;q=0.3, fr;q=0.8", "Valider mon avis"),
        ("", "de;q=1, en;q=nonsense", "Valider mon avis"),
        ("?lang=en", "fr", "Send my rating"),
        ("?lang=fr", "en", "Valider mon avis"),
        ("?lang=xx", "en", "Send my rating"),
    ],
)
def test_the_page_speaks_the_visitor_s_language(lite: LiveServer, query: str, accepted: str, words: str) -> None:
    made = resolved(lite, lite.device(lite.organisation()), lite.staff())
    headers = {"Accept-Language": accepted}
    page = lite.client(headers=headers).get(f"{made.path}{query}").text
    assert words in page
    assert f'<html lang="{"en" if words.startswith("Send") else "fr"}">' in page


def test_pages_are_closed_to_everything_else(lite: LiveServer) -> None:
    made = resolved(lite, lite.device(lite.organisation()), lite.staff())
    for path in (made.path, "/r/unknown"):
        answer = lite.client().get(path)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'nonce-")
        assert "form-action 'self'; base-uri 'none'; frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    cookie = lite.client().get(made.path).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/r" in cookie


def test_ratings_are_limited_by_address(new_database: Callable[[str], Database], clock: LabClock) -> None:
    running = LiveServer(new_database("sqlite"), clock, limited=True)
    running.start()
    try:
        visitor = running.client()
        answers = [visitor.post("/r/unknown").status_code for _ in range(31)]
    finally:
        running.stop()
    assert answers == [404] * 30 + [429]
