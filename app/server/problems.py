"""Errors that the API answers with, as problem details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi.responses import JSONResponse

from app.sync.wire import Problem

#: The media type of errors.
PROBLEM = "application/problem+json"
#: What an answer of that status has to say (RFC 9110); a database that is away or busy is mostly back by then.
_ALWAYS: Mapping[int, Mapping[str, str]] = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "10"}}


class ApiError(Exception):
    """Something a caller has to deal with.

    Attributes:
        status: of HTTP.
        code: for programs.
        title: for people, in English; programs say it in the user's words by `code`.
        headers: further headers of the answer, such as `Retry-After`.
    """

    status = 400
    code = "bad_request"

    def __init__(self, title: str, *, detail: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.headers = dict(headers or {})


class UnauthorisedError(ApiError):
    """No token, or one that is not valid (any more): refresh it."""

    status, code = 401, "unauthorised"


class RevokedError(ApiError):
    """The device was revoked: it stops and keeps what it has."""

    status, code = 403, "revoked"


class ForbiddenError(ApiError):
    """The role may not do this."""

    status, code = 403, "forbidden"


class MissingError(ApiError):
    """There is no such thing, or it is another organisation's: the answer is the same."""

    status, code = 404, "not_found"


class ForkedError(ApiError):
    """The device continues from an older copy of itself: it needs a new identity."""

    status, code = 409, "device_forked"


class ResyncError(ApiError):
    """The cursor or the base belongs to another history: everything has to be read anew."""

    status, code = 410, "resync"


class TooLargeError(ApiError):
    """The request is larger than allowed: split it."""

    status, code = 413, "too_large"


class UpgradeError(ApiError):
    """The program is too old for this server."""

    status, code = 426, "upgrade"


class MediaTypeError(ApiError):
    """The body comes in another form than is taken here."""

    status, code = 415, "media_type"


class SlowDownError(ApiError):
    """Too many requests; `Retry-After` says when to come back."""

    status, code = 429, "slow_down"


class InvalidError(ApiError):
    """The request is well formed, and what it asks for is impossible."""

    status, code = 422, "invalid"

    @classmethod
    def of(cls, field: str, value: object, allowed: str) -> InvalidError:
        """What names a field of the request, the value that it had, and what would have been taken."""
        return cls(f"{field}: {str(value)[:80]!r} is not possible here; expected: {allowed}")


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The errors of a route for the OpenAPI document; see `app.server.openapi` for those of all routes."""
    return {status: {"model": Problem} for status in statuses}


def answer(error: ApiError) -> JSONResponse:
    """An error as its answer."""
    return problem(error.status, error.code, error.title, error.detail, error.headers)


def problem(status: int, code: str, title: str, detail: str = "", headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A problem as its answer."""
    content = Problem(title=title, status=status, detail=detail, code=code)
    return JSONResponse(content.model_dump(), status, {**_ALWAYS.get(status, {}), **(headers or {})}, PROBLEM)
