"""Invariant 16. Bytes are verified by SHA-256 before use; a broken upload resumes, re-sending at most one chunk."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.server.database import Database
from app.server.tables import blob
from app.sync.blobs import Blobs
from app.sync.errors import NotOurServerError, SyncError
from app.sync.wire import CHUNK_BYTES, PROTOCOL_HEADER
from tests.server.fault_proxy import Fault, FaultProxy
from tests.server.offices import WebDevice
from tests.server.running import ServerThread
from tests.sync_deeds import add, delete, edit, restore, waiting

CONTENT = random.Random(16).randbytes(3 * CHUNK_BYTES + 1234)
DIGEST = hashlib.sha256(CONTENT).hexdigest()


class Office:
    """Two computers, the first with a document, behind a proxy."""

    def __init__(self, server: ServerThread, folder: Path) -> None:
        self.proxy = FaultProxy(server.url)
        self.folder = folder
        self.server = server
        organisation = server.new_organisation()
        self.giver, self.taker = (WebDevice(folder / name, self.proxy.url, server.new_code(organisation)) for name in ("pc0", "pc1"))
        self.keep(self.giver, DIGEST, CONTENT)
        photo = {"kind": "photo", "title": "Photo", "file_name": "photo.jpg", "media_type": "image/jpeg"}
        self.document = add(self.giver, "document", **photo, sha256=DIGEST, size=len(CONTENT))
        self.giver.sync()
        self.taker.sync()

    def path(self, one: WebDevice, sha256: str) -> Path:
        return self.folder / one.store.actor / "documents" / sha256

    def keep(self, one: WebDevice, sha256: str, content: bytes) -> None:
        path = self.path(one, sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def blobs(self, one: WebDevice) -> Blobs:
        return Blobs(one.store, one.transport, lambda sha256: self.path(one, sha256))

    def sent(self) -> int:
        """Bytes of all pieces that got through to the server."""
        return sum(seen.request for line, seen in self.proxy.seen if line.startswith("PATCH"))

    def close(self) -> None:
        for one in (self.giver, self.taker):
            one.close()
        self.proxy.close()


@pytest.fixture
def office(database: Database, tmp_path: Path) -> Iterator[Office]:
    server = ServerThread(database)
    made = Office(server, tmp_path)
    yield made
    made.close()
    server.stop()


def fetched(office: Office) -> bytes:
    return office.blobs(office.taker).fetch(DIGEST, len(CONTENT)).read_bytes()


def test_16_blobs_go_after_their_documents_and_come_when_wanted(office: Office) -> None:
    assert waiting(office.giver) == 0
    assert office.blobs(office.giver).give() == 1
    assert not office.path(office.taker, DIGEST).exists()  # nothing comes unasked
    assert fetched(office) == CONTENT
    sent = office.sent()
    assert office.blobs(office.giver).give() == 0
    assert office.blobs(office.taker).give() == 1  # it does not know that the server has it, and sends no byte of it
    assert office.sent() == sent


@pytest.mark.parametrize("piece", range(4))
def test_16_blobs_a_broken_upload_resumes_and_sends_at_most_one_chunk_again(office: Office, piece: int) -> None:
    turn = iter(range(100))

    def cut(line: str) -> Fault:
        return Fault(answer=0) if line.startswith("PATCH") and next(turn) == piece else Fault()

    office.proxy.plan = cut
    with pytest.raises(SyncError):
        office.blobs(office.giver).give()
    assert office.blobs(office.giver).give() == 1
    assert office.sent() <= len(CONTENT) + CHUNK_BYTES + 8 * 1024
    assert fetched(office) == CONTENT


@pytest.mark.parametrize(("quick", "pieces"), [(10.0, [1, 2, 4, 8, 8, 1]), (0.0, [1] * 24)])
def test_16_blobs_pieces_grow_while_the_line_is_quick(
    office: Office, monkeypatch: pytest.MonkeyPatch, quick: float, pieces: list[int]
) -> None:
    monkeypatch.setattr("app.sync.blobs._QUICK", quick)
    assert office.blobs(office.giver).give() == 1
    sent = [seen.request for line, seen in office.proxy.seen if line.startswith("PATCH")]
    assert [round(size / (128 * 1024)) for size in sent if size > 64 * 1024] == pieces
    assert fetched(office) == CONTENT


def test_16_blobs_a_broken_download_resumes(office: Office) -> None:
    office.blobs(office.giver).give()
    turn = iter(range(100))
    office.proxy.plan = lambda line: Fault(answer=5000) if "/v1/blobs/" in line and next(turn) == 2 else Fault()
    with pytest.raises(SyncError):
        fetched(office)
    assert not office.path(office.taker, DIGEST).exists()
    before = sum("/v1/blobs/" in line for line, _ in office.proxy.seen)
    assert fetched(office) == CONTENT
    assert sum("/v1/blobs/" in line for line, _ in office.proxy.seen) - before == 2


def test_16_blobs_wrong_bytes_are_never_used(office: Office) -> None:
    office.blobs(office.giver).give()
    path = office.path(office.taker, DIGEST)
    path.parent.mkdir(parents=True)
    path.with_name(f"{DIGEST}.part").write_bytes(bytes(CHUNK_BYTES))  # what came before was damaged on the disk
    with pytest.raises(NotOurServerError):
        fetched(office)
    assert not path.exists()
    assert fetched(office) == CONTENT  # all of it anew

    other = hashlib.sha256(b"other").hexdigest()
    body = b"wrong"
    text = f"HTTP/1.1 200 OK\r\n{PROTOCOL_HEADER}: 1\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    with office.proxy.fault(Fault(instead=text), "/v1/blobs/"), pytest.raises(NotOurServerError):
        office.blobs(office.taker).fetch(other, len(body))
    assert not office.path(office.taker, other).exists()


def test_16_blobs_a_file_altered_here_is_refused_there_and_holds_up_no_other(office: Office) -> None:
    office.keep(office.giver, DIGEST, bytes(len(CONTENT)))
    good = b"%PDF-1.7"
    digest = hashlib.sha256(good).hexdigest()
    office.keep(office.giver, digest, good)
    add(office.giver, "document", kind="pdf", title="PDF", file_name="x.pdf", media_type="application/pdf", sha256=digest, size=len(good))
    office.giver.sync()
    assert office.blobs(office.giver).give() == 1
    with pytest.raises(SyncError):
        fetched(office)
    office.keep(office.giver, DIGEST, CONTENT)
    assert office.blobs(office.giver).give() == 1
    assert fetched(office) == CONTENT


def test_16_blobs_a_file_that_comes_back_is_offered_again(office: Office) -> None:
    """The server forgets attachments that no document has had for long; the same file may be added again, or its document brought back."""
    giver = office.giver
    assert office.blobs(giver).give() == 1
    sent = office.sent()
    edit(giver, "document", office.document, title="Vitrine")
    giver.sync()
    assert office.blobs(giver).give() == 1
    assert office.sent() == sent  # it is still there
    delete(giver, "document", office.document)
    giver.sync()
    assert office.blobs(giver).give() == 0
    with office.server.database.writing() as connection:
        connection.execute(blob.delete())
    restore(giver, "document", office.document)
    giver.sync()
    assert office.blobs(giver).give() == 1
    assert office.sent() > sent
    office.taker.sync()
    assert fetched(office) == CONTENT
    assert office.blobs(giver).give() == 0
