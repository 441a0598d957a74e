"""Pages from the server: only what has their shape is taken for one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.sync import pages
from app.sync.errors import NotOurServerError

CHANGE: dict[str, Any] = {"seq": 8, "type": "site", "row": "r", "op": "put", "data": {"name": "Boutique"}, "by": "Rose", "at": "2026-11-23"}
PAGE: dict[str, Any] = {
    "epoch": "e",
    "next": 8,
    "more": True,
    "changes": [CHANGE],
    "digest": {"site": {"count": 1, "total": 5}, "person": {"count": 0, "total": 0}, "of_tomorrow": {"count": 2, "total": 9}},
}


def body(**other: Any) -> bytes:
    return json.dumps({**PAGE, **other}).encode()


def test_what_a_newer_server_adds_is_ignored() -> None:
    page = pages.checked(body(changes=[{**CHANGE, "new": 1}, {**CHANGE, "seq": 9, "type": "of_tomorrow"}], new=[]), "e", 7)
    assert [(one.seq, one.type, one.data) for one in page.incoming()] == [(8, "site", {"name": "Boutique"})]
    assert page.known_digest() == {"site": (1, 5)}
    assert pages.checked(body(digest=None), "e", 7).known_digest() is None


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html></html>",
        b"[]",
        body()[:-1],
        body() + b"}",
        body(next="8"),
        body(more=1),
        body(changes=None),
        body(changes=[{**CHANGE, "seq": "8"}]),
        body(changes=[{**CHANGE, "op": "patch"}]),
        body(changes=[{**CHANGE, "data": []}]),
        body(changes=[{name: value for name, value in CHANGE.items() if name != "at"}]),
        body(digest={"site": {"count": "1", "total": 5}}),
        body().replace(b"Boutique", b"Boutiqu\xe9"),
        body().replace(b'"Boutique"', b"[" * 50_000),
    ],
)
def test_what_is_no_page_is_not_taken_for_one(answer: bytes) -> None:
    with pytest.raises(NotOurServerError):
        pages.checked(answer, "e", 7)


def test_a_page_of_another_history_or_one_that_was_here_before_is_refused() -> None:
    with pytest.raises(NotOurServerError):
        pages.checked(body(), "another", 7)
    with pytest.raises(NotOurServerError):
        pages.checked(body(), "e", 8)
    with pytest.raises(NotOurServerError):
        pages.checked(body(changes=[CHANGE, CHANGE]), "e", 7)


def test_a_page_that_leads_nowhere_is_refused() -> None:
    """Whoever went on from it would ask for the same page for ever."""
    with pytest.raises(NotOurServerError):
        pages.checked(body(next=7, changes=[]), "e", 7)
    assert not pages.checked(body(next=7, more=False, changes=[]), "e", 7).more
