"""The way to the server: proxies and authorities of the system, small secrets, and what refuses while connecting, in words."""

from __future__ import annotations

import json
import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import ClassVar

import pytest
import truststore

from app.bootstrap import OpenFolder
from app.domain.errors import UserError
from app.sync.errors import OfflineError, SyncError
from app.sync.http import HttpTransport, checked_url
from app.sync.wire import PROTOCOL_HEADER
from tests.backup_office import memory_keyring
from tests.offices import open_office
from tests.provider import portal, provider
from tests.server.running import free_port

#: The longest secret that Windows keeps, in bytes of UTF-16.
WINDOWS_LIMIT = 2_560
_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


class NoKeeper:
    """Keeps nothing."""

    def get(self, name: str) -> str | None:
        return None

    def set(self, name: str, value: str) -> bool:
        return False

    def forget(self, name: str) -> None:
        """There is none."""


class _Canned(BaseHTTPRequestHandler):
    """Says no to everything, the way our server does, or stands between as a proxy; remembers what it was asked."""

    asked: ClassVar[list[str]] = []

    def _answer(self) -> None:
        self.asked.append(self.requestline)
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        body = json.dumps({"type": "about:blank", "title": "too many requests", "status": 429, "code": "slow_down"}).encode()
        self.send_response(429)
        self.send_header(PROTOCOL_HEADER, "1")
        self.send_header("Content-Type", "application/problem+json")
        self.send_header("Retry-After", "170")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_CONNECT = _answer  # noqa: N815 - names that the standard library calls

    def log_message(self, *_: object) -> None:
        """Quiet."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up in the middle of a greeting is no news."""


@contextmanager
def canned(secure: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[str]]]:
    """Its address, and what it was asked."""
    _Canned.asked.clear()
    server = _Server(("127.0.0.1", 0), _Canned)
    if secure is not None:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http{'' if secure is None else 's'}://127.0.0.1:{server.server_address[1]}", _Canned.asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    with memory_keyring():
        opened = open_office(tmp_path / "data")
        yield opened
        opened.close()


@pytest.fixture
def proxied(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the system's proxy is asked."""
    with canned() as (url, asked):
        for name in _VARIABLES:
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(name.lower(), raising=False)
        for name in _VARIABLES[:3]:
            monkeypatch.setenv(name, url)
        yield asked


def test_the_systems_proxy_is_used(proxied: list[str]) -> None:
    transport = HttpTransport("https://parclair.example", NoKeeper())
    with pytest.raises(OfflineError):
        transport.health()
    transport.close()
    assert proxied == ["CONNECT parclair.example:443 HTTP/1.1"]


def test_a_server_on_this_computer_is_never_reached_through_a_proxy(proxied: list[str], tmp_path: Path) -> None:
    # Plain http is allowed there because nobody can listen; by way of a proxy the tokens would cross the network readable.
    with provider(tmp_path / "server") as server:
        for host in ("127.0.0.1", "localhost"):
            transport = HttpTransport(f"http://{host}:{server.port}", NoKeeper())
            transport.health()
            transport.close()
    assert proxied == []


def test_certificates_are_those_the_system_trusts_and_always_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[truststore.SSLContext] = []
    real = truststore.SSLContext

    def remembered(protocol: int) -> truststore.SSLContext:
        made.append(real(protocol))
        return made[-1]

    monkeypatch.setattr(truststore, "SSLContext", remembered)
    HttpTransport("https://parclair.example", NoKeeper()).close()
    assert [(one.verify_mode, one.check_hostname) for one in made] == [(ssl.CERT_REQUIRED, True)]


def reason(url: str) -> str:
    """Why a server cannot be reached, in words."""
    transport = HttpTransport(url, NoKeeper())
    with pytest.raises(OfflineError) as told:
        transport.health()
    transport.close()
    return str(told.value.reason)


@pytest.fixture
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy."""
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.usefixtures("direct")
def test_why_it_cannot_be_reached_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reason(f"http://127.0.0.1:{free_port()}") == "pas de réseau, ou le serveur est arrêté"
    with canned() as (url, _):
        assert reason(url.replace("http:", "https:")) == "ce qui répond là ne parle pas https"

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert reason("https://parclair.example") == "pas de réseau, ou l’adresse n’existe pas"


def self_signed(path: Path) -> Path:
    """A key and a certificate for this computer that only says itself that it is right."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), begins, begins + timedelta(days=36_500))
    own = builder.add_extension(here, critical=False).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(pem + own.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="what makes certificates is a part of the keyring of Linux")
@pytest.mark.usefixtures("direct")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path / "own.pem"))
    with canned(context) as (url, asked):
        assert reason(url) == "le certificat du serveur n’est pas valable"
        assert asked == []


@pytest.mark.parametrize(
    "url", ["http://parclair.example", "http://127.0.0.1.example.org", "http://192.168.1.10", "ftp://localhost", "https://"]
)
def test_plain_http_leads_to_this_computer_only(url: str) -> None:
    with pytest.raises(UserError, match="https"):
        checked_url(url)


def test_every_secret_fits_into_the_credential_manager_of_windows(tmp_path: Path) -> None:
    with memory_keyring() as ring, provider(tmp_path / "server") as server:
        opened = open_office(tmp_path / "data")
        opened.services.sync.meet(server.url, server.code(), "Comptoir")
        opened.services.sync.join()
        opened.services.sync.run()
        opened.close()
        kept = {name.partition(":")[2]: value for (_, name), value in ring.kept.items()}
        assert {"sync.refresh_token", "technician.secret"} <= set(kept)
        assert all(len(value.encode("utf-16-le")) <= WINDOWS_LIMIT for value in kept.values())


def test_too_many_codes_are_said_with_how_long_to_wait(office: OpenFolder) -> None:
    with canned() as (url, _), pytest.raises(SyncError) as told:
        office.services.sync.meet(url, "ABCD-EFGH-JKMN", "Comptoir")
    assert told.value.text.render("fr") == "Trop d’essais. Attendez 3\u00a0min avant le suivant."


def test_a_server_that_refuses_to_say_how_it_is_stops_no_doctor(office: OpenFolder) -> None:
    with canned() as (url, _):
        transport = HttpTransport(url, NoKeeper())
        with pytest.raises(SyncError):
            transport.health()
        transport.close()


def test_while_connecting_nothing_is_said_to_wait(office: OpenFolder) -> None:
    port = free_port()
    with pytest.raises(OfflineError) as told:
        office.services.sync.meet(f"http://127.0.0.1:{port}", "ABCD-EFGH-JKMN", "Comptoir")
    assert "Rien n’a été changé" in told.value.text.render("fr") and "attendent" not in told.value.text.render("fr")
    with portal(port), pytest.raises(SyncError) as told_by_a_portal:
        office.services.sync.meet(f"http://127.0.0.1:{port}", "ABCD-EFGH-JKMN", "Comptoir")
    assert "Vérifiez l’adresse" in told_by_a_portal.value.text.render("fr")
    assert not office.services.sync.status().connected
