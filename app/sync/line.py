"""The connections to one server, which whoever asks can leave at any moment, even before they are made.

Nothing can stop a name that is being looked up or a connection that is being made, and neither keeps to a limit: a resolver takes its
own time, and each address of a server is tried for `CONNECTING`. So each request has a thread of its own, which is left behind when
nobody waits for it any more; it closes the connections when it ends, and touches nothing else.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from app.domain.text import Text, msg
from app.sync import errors

#: Seconds: for one address of a server; in which a line says nothing that is not dead.
CONNECTING = 5.0
SILENCE = 30.0
#: Bytes a second that the slowest line takes, half of the slowest ADSL.
SLOWEST = 8 * 1024


class Line:
    """Asks one server. Thread: any, one request at a time; `abort` at any moment.

    Args:
        client: what sends; by default with the system's proxies and certificate authorities.

    Attributes:
        aborted: whether it was cut: another one is needed to ask anything again.
    """

    def __init__(self, client: httpx.Client | None = None) -> None:
        self._client = client or _client()
        self._own = client is None
        self._sockets: list[socket.socket] = []
        self._change = threading.Condition()
        self._left_behind = False
        self._until: float | None = None
        self.aborted = False

    def end_by(self, moment: float) -> None:
        """Wait for no answer longer than until then (`time.monotonic`), and ask nothing after it."""
        self._until = moment

    def request(self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> httpx.Response:
        """Ask, and wait for the whole answer.

        Raises:
            SyncError: there is none, or it is no answer of a web server.
        """
        if self.aborted:
            raise errors.offline(msg("la connexion a été coupée"))
        left = None if self._until is None else self._until - time.monotonic()
        if left is not None and left <= 0:
            raise errors.offline(msg("pas de réponse à temps"))
        client, patience = self._client, timeouts(len(body or b""), left)
        try:
            return self._answer(
                lambda: client.request(method, url, content=body, headers=headers, timeout=patience, extensions={"trace": self._trace}),
                left,
            )
        except httpx.InvalidURL as error:
            raise errors.offline(str(error)) from error
        except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
            raise errors.not_our_server() from error
        except httpx.HTTPError as error:
            raise errors.offline(_words(error)) from error

    def abort(self) -> None:
        """Cut what is under way, from any thread: whoever waits for an answer is told at once that there is none. For good."""
        self.aborted = True
        for one in self._sockets:
            with contextlib.suppress(OSError):  # it was closed already
                # Not the method of a TLS socket: that one would touch what the other thread is reading from.
                socket.socket.shutdown(one, socket.SHUT_RDWR)
        with self._change:
            self._change.notify_all()

    def renew(self) -> None:
        """Somebody else answered: the next request must not reach them again by a connection that is still open."""
        if self._own:
            self._client.close()
            self._client = _client()

    def close(self) -> None:
        """Close the connections; those of a request that was left behind are closed when it ends."""
        with self._change:
            if self._left_behind:
                return
        self._client.close()

    def _answer(self, send: Callable[[], httpx.Response], seconds: float | None) -> httpx.Response:
        asked = _Asked(send)
        threading.Thread(target=self._ask, args=(asked,), name="parclair-request", daemon=True).start()
        with self._change:
            try:
                self._change.wait_for(lambda: asked.ended or self.aborted, seconds)
            finally:
                cut, self._left_behind = self.aborted, not asked.ended
                if self._left_behind:
                    self.abort()
        if self._left_behind:
            raise errors.offline(msg("la connexion a été coupée") if cut else msg("pas de réponse à temps"))
        return asked.answer()

    def _ask(self, asked: _Asked) -> None:
        asked.ask()
        with self._change:
            asked.ended = True
            self._change.notify_all()
            left_behind = self._left_behind
        if left_behind:
            self._client.close()

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        """Remember the sockets, for `abort`."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete", "proxy_stream.start_tls.complete"):
            found = info["return_value"].get_extra_info("socket")
            self._sockets = [one for one in self._sockets if one.fileno() >= 0]
            if isinstance(found, socket.socket):
                self._sockets.append(found)
            if self.aborted:
                self.abort()


class _Asked:
    """A request, and what came of it."""

    def __init__(self, send: Callable[[], httpx.Response]) -> None:
        self._send = send
        self._response: httpx.Response | None = None
        self._error: BaseException | None = None
        self.ended = False

    def ask(self) -> None:
        """In the thread of its own."""
        try:
            self._response = self._send()
        except BaseException as error:  # it belongs to whoever asked
            self._error = error

    def answer(self) -> httpx.Response:
        """In the thread of whoever asked; what went wrong is raised."""
        # An error that is kept by what its own traceback leads to would hold its connection until the next search for garbage.
        error, self._error = self._error, None
        if error is not None:
            raise error
        assert self._response is not None
        return self._response


def timeouts(size: int, left: float | None = None) -> httpx.Timeout:
    """How long one step of a request may take whose body has `size` bytes; `left`: seconds until nobody waits any more.

    A body is long out of this program's hands, in the buffers of the system or of a proxy, while a slow line still carries it away, and
    until it has arrived there is no answer. So the wait for it grows with the body; cut at `SILENCE` a slow line would begin the same
    body again and again, and nothing would ever get through. An answer that trickles in is waited for piece by piece.
    """
    if left is not None:
        return httpx.Timeout(left, connect=min(left, CONNECTING))
    return httpx.Timeout(SILENCE + size / SLOWEST, connect=CONNECTING)


def _client() -> httpx.Client:
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # A server on this very computer is spoken to without encryption: by way of a proxy its tokens would be readable in the network.
    direct = dict.fromkeys(("all://127.0.0.1", "all://localhost", "all://[::1]"))
    return httpx.Client(verify=context, follow_redirects=False, mounts=direct)


def _words(error: httpx.HTTPError) -> Text:
    if isinstance(error, httpx.TimeoutException):
        return msg("pas de réponse à temps")
    if isinstance(error, httpx.ProxyError):
        return msg("le proxy a refusé la connexion")
    causes = _causes(error)
    if "CERTIFICATE" in str(error).upper() or any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return msg("le certificat du serveur n’est pas valable")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return msg("ce qui répond là ne parle pas https")
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return msg("pas de réseau, ou l’adresse n’existe pas")
    if isinstance(error, httpx.ConnectError):
        return msg("pas de réseau, ou le serveur est arrêté")
    return msg("la connexion a été coupée")


def _causes(error: BaseException) -> list[BaseException]:
    """What led to an error, one behind the other."""
    found: list[BaseException] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found
