"""The server over HTTPS: the system's proxies and certificate authorities, tokens that refresh themselves, and nothing taken for an
answer of ours that is not one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TypeVar
from urllib.parse import urlsplit

import httpx
import zstandard
from pydantic import ValidationError

from app.domain.errors import InputError
from app.domain.synced import SCHEMA
from app.domain.text import Text, msg
from app.sync import errors
from app.sync.dates import date_of, later
from app.sync.keeping import RECOVERY, REFRESH_TOKEN, TokenKeeper
from app.sync.line import Line
from app.sync.wire import (
    PROTOCOL,
    PROTOCOL_HEADER,
    SCHEMA_HEADER,
    Activated,
    Activation,
    Info,
    Message,
    Problem,
    TechnicianAdmitted,
    TechnicianCode,
    TechnicianSecret,
    TokenRequest,
    Tokens,
)

_JSON = "application/json"
_PROBLEM = "application/problem+json"
M = TypeVar("M", bound=Message)
T = TypeVar("T")
#: A push of fewer bytes gains nothing by being compressed.
_SHORTEST_PACKED = 2048
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def checked_url(url: str) -> str:
    """The address of a server, without a slash at its end.

    Raises:
        InputError: it is no `https` address, nor `http` on this very computer.
    """
    allowed = msg("une adresse https://… (http:// seulement sur ce poste)")
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise InputError("url", url, allowed) from error
    host = parts.hostname or ""
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    if not secure or not host or port == 0 or parts.username or parts.query or parts.fragment or parts.path not in ("", "/"):
        raise InputError("url", url, allowed)
    return f"{parts.scheme}://{parts.netloc}"


class HttpTransport:
    """One device's way to its server. Satisfies `app.sync.transport.Transport`. Thread: any, one call at a time.

    Args:
        url: as `checked_url` gives it.
        keeper: has the refresh token and the recovery secret; a new one is kept there before it is used.
        client: what sends; by default as `Line` makes it.
    """

    def __init__(self, url: str, keeper: TokenKeeper, client: httpx.Client | None = None) -> None:
        self.url = url
        self.server_time: datetime | None = None
        self._keeper = keeper
        self._line = Line(client)
        # Between two processes of one computer nothing is gained by compressing.
        self._near = urlsplit(url).hostname in _LOOPBACK
        self._asked = 0.0
        self._access = ""
        self._unpacked: frozenset[str] = frozenset()
        self._refreshing = threading.Lock()

    @property
    def aborted(self) -> bool:
        """Whether it was cut: another one is needed to ask anything again."""
        return self._line.aborted

    def end_by(self, moment: float) -> None:
        """Wait for no answer longer than until then (`time.monotonic`), and ask nothing after it."""
        self._line.end_by(moment)

    def close(self) -> None:
        """Close the connections."""
        self._line.close()

    def abort(self) -> None:
        """Cut what is under way, from any thread: whoever waits for an answer is told at once that there is none. For good."""
        self._line.abort()

    # --- becoming a device

    def activate(self, code: str, device_name: str, app_version: str) -> Activated:
        """Spend an activation code; from now on this transport speaks for the new device.

        Raises:
            InputError: the code is not valid (any more).
            SyncError: the server could not be asked.
        """
        given = Activation.model_construct(code=code, device_name=device_name, app_version=app_version)
        try:
            body = self._answer("POST", "/v1/activate", given.model_dump_json().encode())
        except _RefusedError as error:
            if error.status in (401, 422):
                raise InputError("code", code, msg("un code d’activation valable (24 heures, 5 essais, un seul poste)")) from error
            raise error.known() from error
        return self._taken(body)

    def fork(self) -> Activated:
        """See `Transport`."""
        return self._taken(self._authorised("POST", "/v1/device/fork", b"{}"))

    def _taken(self, body: bytes) -> Activated:
        identity = _parsed(Activated, body)
        if identity.recovery:
            self._keeper.set(RECOVERY, identity.recovery)
        else:
            self._keeper.forget(RECOVERY)  # what is there was the former identity's
        self._keeper.set(REFRESH_TOKEN, identity.refresh_token)
        self._access = identity.access_token
        return identity

    # --- exchanging

    def info(self) -> Info:
        """See `Transport`."""
        return _parsed(Info, self._authorised("GET", "/v1/sync/info"))

    def health(self) -> None:
        """Ask whether the server is there; no token is needed.

        Raises:
            SyncError: it is not, or something else answered.
        """
        try:
            self._response("GET", "/health", None, None)
        except _RefusedError as error:
            raise error.known() from error

    def clock_skew(self, now: datetime) -> float | None:
        """How many seconds `now` is ahead of the server's clock, to the second; none before it answered."""
        return None if self.server_time is None else (now - self.server_now()).total_seconds()

    def server_now(self) -> datetime:
        """See `Transport`."""
        if self.server_time is None:  # something on the way takes the date off its answers
            self.server_time, self._asked = self.info().time, time.monotonic()
        return self.server_time + timedelta(seconds=time.monotonic() - self._asked)

    def push(self, body: bytes) -> bytes:
        """See `Transport`."""
        # Only what the server says it takes: an older one, or something between us and it, might not unpack it.
        if self._near or "zstd" not in self._unpacked or len(body) < _SHORTEST_PACKED:
            return self._authorised("POST", "/v1/sync/push", body)
        return self._authorised("POST", "/v1/sync/push", zstandard.ZstdCompressor().compress(body), {"Content-Encoding": "zstd"})

    def changes(self, since: int, limit: int, epoch: str, sent: int) -> bytes:
        """See `Transport`."""
        return self._authorised("GET", f"/v1/sync/changes?since={since}&limit={limit}&epoch={epoch}&sent={sent}")

    def technician_code(self, code: str) -> TechnicianAdmitted:
        """Spend a technician's code.

        Raises:
            WrongCodeError: it is not valid (any more).
            SlowDownError: too many wrong ones.
            SyncError: the server could not be asked.
        """
        given = TechnicianCode.model_construct(code=code)
        return _parsed(TechnicianAdmitted, self._authorised("POST", "/v1/technician-code", given.model_dump_json().encode()))

    def technician_secret(self) -> TechnicianSecret:
        """What technicians' codes are checked with while there is no network."""
        return _parsed(TechnicianSecret, self._authorised("GET", "/v1/technician-secret"))

    def call(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> httpx.Response:
        """Any other request of this device, such as for attachments. Answers from 200 to 299 only."""
        return self._with_token(lambda: self._response(method, path, body, {**self._authorisation(), **(headers or {})}))

    def _authorised(self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> bytes:
        return self._with_token(lambda: self._answer(method, path, body, {**self._authorisation(), **(headers or {})}))

    def _with_token(self, send: Callable[[], T]) -> T:
        if not self._access:
            self._refresh("")
        used = self._access
        try:
            return send()
        except _RefusedError as error:
            if error.status != 401:
                raise error.known() from error
        self._refresh(used)
        try:
            return send()
        except _RefusedError as error:
            raise error.known() from error

    def _authorisation(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._access}"}

    def _refresh(self, used: str) -> None:
        with self._refreshing:
            if self._access != used:
                return  # somebody else has done it meanwhile
            given = self._keeper.get(REFRESH_TOKEN)
            if given is None:
                raise errors.NoAccessError
            fresh = self._exchanged(TokenRequest.model_construct(refresh_token=given))
            self._keeper.set(REFRESH_TOKEN, fresh.refresh_token)
            self._access = fresh.access_token

    def _exchanged(self, given: TokenRequest) -> Tokens:
        """The next pair; by the recovery secret, once, where the server does not know the refresh token (any more)."""
        try:
            body = self._answer("POST", "/v1/token", given.model_dump_json(exclude_none=True).encode())
        except _RefusedError as error:
            if error.status == 422:  # what the keyring gave back is no token at all
                raise errors.NoAccessError from error
            recovery = self._keeper.get(RECOVERY) if error.status == 401 and given.recovery is None else None
            if recovery is None:
                raise error.known() from error
            return self._exchanged(given.model_copy(update={"recovery": recovery}))
        return _parsed(Tokens, body)

    # --- one request

    def _answer(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> bytes:
        response = self._response(method, path, body, headers)
        if response.headers.get("content-type", "").split(";")[0] != _JSON:
            raise errors.not_our_server()
        return response.content

    def _response(self, method: str, path: str, body: bytes | None, headers: dict[str, str] | None) -> httpx.Response:
        sent = {PROTOCOL_HEADER: PROTOCOL, SCHEMA_HEADER: str(SCHEMA), **(headers or {})}
        if self._near:
            sent.setdefault("Accept-Encoding", "identity")
        if body is not None:
            sent.setdefault("Content-Type", _JSON)
        response = self._line.request(method, self.url + path, body, sent)
        # Who stands in front of the server may say these in its place, without our headers.
        if response.status_code in (429, 502, 503, 504):
            raise later(response) or errors.offline(msg("le serveur est indisponible ({status})", status=str(response.status_code)))
        if response.status_code == 413:
            raise errors.TooLargeError(_no(413))
        if response.headers.get(PROTOCOL_HEADER) != PROTOCOL:
            self._line.renew()
            raise errors.not_our_server()
        self._note_time(response)
        if (ways := response.headers.get("accept-encoding")) is not None:
            self._unpacked = frozenset(way.strip().lower() for way in ways.split(","))
        if response.status_code >= 500:
            raise errors.offline(msg("le serveur a rencontré une erreur ({status})", status=str(response.status_code)))
        if not 200 <= response.status_code < 300:
            raise _refused(response)
        return response

    def _note_time(self, response: httpx.Response) -> None:
        if (moment := date_of(response)) is not None:
            self.server_time, self._asked = moment, time.monotonic()


class _RefusedError(Exception):
    """The server itself said no."""

    def __init__(self, status: int, code: str, title: str) -> None:
        super().__init__(title)
        self.status = status
        self.code = code

    def known(self) -> Exception:
        """The error that the engine knows."""
        text = _no(self.status)
        kinds: dict[str, Callable[[], Exception]] = {
            "unauthorised": errors.UnknownAccessError,
            "revoked": errors.RevokedError,
            "device_forked": lambda: errors.ForkedError(text),
            "resync": lambda: errors.ResyncError(text),
            "upgrade": errors.UpgradeError,
            "wrong_code": lambda: errors.WrongCodeError(text),
            "not_found": lambda: errors.NotThereError(text),
        }
        return kinds.get(self.code, lambda: errors.SyncError(text))()


def _refused(response: httpx.Response) -> Exception:
    if response.headers.get("content-type", "").split(";")[0] != _PROBLEM:
        return errors.not_our_server()
    try:
        problem = Problem.model_validate_json(response.content)
    except ValidationError:
        return errors.not_our_server()
    return _RefusedError(response.status_code, problem.code, problem.title)


def _no(status: int) -> Text:
    return msg("Le serveur a refusé la demande ({status}).", status=str(status))


def _parsed(kind: type[M], body: bytes) -> M:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        raise errors.not_our_server() from error
