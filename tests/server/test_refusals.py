"""What does not fit its description is refused with the value it had, but for values that open something."""

from __future__ import annotations

from typing import Any

import pytest

from app.server.refusals import refused
from tests.server.live import LiveServer, Member
from tests.server.test_staff_requests import ask, path


def test_a_value_is_told_with_what_is_expected_of_it(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    where = path(office, f"requests/{request}/call-back")
    few = camille.client.post(where, json={"minutes": 3}).json()["detail"]
    assert few.startswith("body.minutes: ") and "5" in few and few.endswith("(it is 3)")
    long = camille.client.post(where, json={"appointment_at": "x" * 5000}).json()["detail"]
    assert "xxx" in long and len(long) < 250
    kind = camille.client.get(path(office, "records/nothing")).json()["detail"]
    assert kind.endswith("(it is 'nothing')")


@pytest.mark.parametrize(
    ("where", "body"),
    [
        ("/v1/activate", {"code": "K7Q", "device_name": "x"}),
        ("/v1/activate", {"code": "K7Q" * 50, "device_name": "x"}),
        ("/v1/activate", {"code": ["K7Q"], "device_name": "x"}),
        ("/v1/activate", {"kode": "K7Q"}),
        ("/v1/activate", "K7Q"),
        ("/v1/activate", ["K7Q"]),
        ("/v1/token", {"refresh_token": "K7Q"}),
        ("/v1/token", {"refresh_token": "K7Q" * 500, "recovery": "K7Q"}),
        ("/v1/token", {"recovery": "K7Q" * 50}),
    ],
)
def test_codes_and_tokens_are_not_told(lite: LiveServer, where: str, body: Any) -> None:
    answer = lite.client().post(where, json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert "K7Q" not in answer.text and answer.json()["detail"]
    text = lite.client().post(where, content=b"K7Q", headers={"Content-Type": "text/plain"})
    assert text.status_code == 422 and "K7Q" not in text.text


@pytest.mark.parametrize(
    ("loc", "told"),
    [
        (("body", "subject"), True),
        (("body", "organisations", 0), True),
        (("query", "limit"), True),
        (("body",), False),
        (("body", "one_time_code"), False),
        (("body", "refreshToken"), False),
        (("header", "Authorization"), False),
        (("path", "link"), False),
        (("body", "smtp", "password"), False),
        (("body", "secrets", "codes", 3), False),
    ],
)
def test_the_name_of_a_field_says_whether_its_value_is_told(loc: tuple[str | int, ...], told: bool) -> None:
    said = refused({"loc": loc, "msg": "no", "type": "string_type", "input": "K7Q"})
    assert ("K7Q" in said) is told
    assert said.startswith(".".join(map(str, loc)) + ": no")


def test_what_is_missing_or_under_an_unknown_name_is_not_told() -> None:
    for kind in ("missing", "extra_forbidden", "json_invalid"):
        assert "K7Q" not in refused({"loc": ("body", "kode"), "msg": "no", "type": kind, "input": "K7Q"})
    for value in ({"a": "K7Q"}, ["K7Q"], b"K7Q"):
        assert "K7Q" not in refused({"loc": ("body", "what"), "msg": "no", "type": "string_type", "input": value})
