"""Attachments over HTTP: resumed, checked, and each organisation's own. Invariant 16, and 14 for attachments."""

from __future__ import annotations

import base64
import hashlib
import random
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest
from sqlalchemy import func, select

from app.server.blobs import uploads
from app.server.blobs.endpoints import TUS
from app.server.tables import blob, blob_chunk
from app.sync.wire import CHUNK_BYTES, MAX_BLOB_BYTES
from tests.server.live import LiveServer, Member

PIECE = {"Tus-Resumable": TUS, "Content-Type": "application/offset+octet-stream"}


def some_bytes(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def begin(who: Member, digest: str, size: int) -> httpx.Response:
    metadata = f"filename {base64.b64encode(b'photo.jpg').decode()},sha256 {base64.b64encode(digest.encode()).decode()}"
    return who.client.post("/v1/uploads", headers={"Tus-Resumable": TUS, "Upload-Length": str(size), "Upload-Metadata": metadata})


def send(who: Member, where: str, offset: int, piece: bytes) -> httpx.Response:
    return who.client.patch(where, content=piece, headers={**PIECE, "Upload-Offset": str(offset)})


def stand(who: Member, where: str) -> tuple[int, str]:
    answer = who.client.head(where, headers={"Tus-Resumable": TUS})
    return answer.status_code, answer.headers.get("upload-offset", "")


def upload(who: Member, content: bytes, step: int = CHUNK_BYTES) -> str:
    """All of it in pieces; its SHA-256."""
    where = begin(who, sha256(content), len(content)).headers["location"]
    for start in range(0, len(content), step):
        answer = send(who, where, start, content[start : start + step])
        assert answer.status_code == 204, answer.text
    return sha256(content)


def test_invariant_16_what_is_uploaded_in_pieces_comes_back_whole(live: LiveServer, office: Member) -> None:
    content = some_bytes(2 * CHUNK_BYTES + 12_345)
    digest = upload(office, content)
    found = office.client.get(f"/v1/blobs/{digest}")
    assert found.content == content
    assert found.headers["etag"] == f'"{digest}"'
    assert found.headers["content-disposition"] == "attachment"
    looked = office.client.head(f"/v1/blobs/{digest}")
    assert (looked.status_code, looked.headers["content-length"], looked.content) == (200, str(len(content)), b"")


def test_invariant_16_a_broken_upload_goes_on_and_sends_at_most_one_piece_again(live: LiveServer, office: Member) -> None:
    content = some_bytes(3 * CHUNK_BYTES)
    where = begin(office, sha256(content), len(content)).headers["location"]
    assert send(office, where, 0, content[:CHUNK_BYTES]).status_code == 204
    cut_off(live, office, where, CHUNK_BYTES, content[CHUNK_BYTES : 2 * CHUNK_BYTES], after=700_000)
    assert stand(office, where) == (200, str(CHUNK_BYTES))
    # Whoever has forgotten where the upload is finds it by what it is.
    again = begin(office, sha256(content), len(content))
    assert (again.headers["location"], again.headers["upload-offset"]) == (where, str(CHUNK_BYTES))
    for start in (CHUNK_BYTES, 2 * CHUNK_BYTES):
        assert send(office, where, start, content[start : start + CHUNK_BYTES]).status_code == 204
    assert office.client.get(f"/v1/blobs/{sha256(content)}").content == content


def cut_off(live: LiveServer, office: Member, where: str, offset: int, piece: bytes, *, after: int) -> None:
    """Send a piece, and lose the connection after so many bytes."""
    parts = urlsplit(live.url)
    head = (
        f"PATCH {where} HTTP/1.1\r\nHost: {parts.netloc}\r\nAuthorization: {office.client.headers['Authorization']}\r\nTus-Resumable: {TUS}\r\n"
        f"Content-Type: application/offset+octet-stream\r\nUpload-Offset: {offset}\r\nContent-Length: {len(piece)}\r\n\r\n"
    )
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as connection:
        connection.sendall(head.encode() + piece[:after])


def test_invariant_16_other_bytes_than_announced_are_never_given_out(live: LiveServer, office: Member) -> None:
    content = some_bytes(100_000)
    where = begin(office, sha256(content), len(content)).headers["location"]
    answer = send(office, where, 0, some_bytes(100_000, seed=2))
    assert (answer.status_code, answer.json()["code"]) == (460, "checksum")
    assert stand(office, where)[0] == 404
    assert office.client.get(f"/v1/blobs/{sha256(content)}").status_code == 404
    with live.database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(blob_chunk)) == 0
    assert upload(office, content) == sha256(content)


def test_invariant_16_a_server_that_stopped_before_checking_checks_later(live: LiveServer, office: Member) -> None:
    content = some_bytes(5000)
    where = begin(office, sha256(content), len(content)).headers["location"]
    identity = where.rsplit("/", 1)[1]
    with live.database.writing() as connection:
        connection.execute(blob_chunk.insert().values(blob=identity, start=0, content=content))
        connection.execute(blob.update().where(blob.c.id == identity).values(received=len(content)))
    assert office.client.get(f"/v1/blobs/{sha256(content)}").status_code == 404
    assert stand(office, where) == (200, "5000")
    assert office.client.get(f"/v1/blobs/{sha256(content)}").content == content


def test_an_unfinished_upload_is_not_given_out(live: LiveServer, office: Member) -> None:
    content = some_bytes(2000)
    where = begin(office, sha256(content), len(content)).headers["location"]
    send(office, where, 0, content[:1000])
    assert office.client.get(f"/v1/blobs/{sha256(content)}").status_code == 404


def test_invariant_14_an_organisation_sees_its_own_attachments_only(live: LiveServer, office: Member, camille: Member) -> None:
    stranger = live.device(live.organisation(1, "Autre"))
    content = some_bytes(3000)
    digest = upload(office, content)
    unfinished = begin(office, sha256(b"x"), 1).headers["location"]
    unknown_blob = stranger.client.get(f"/v1/blobs/{sha256(b'unknown')}")
    assert stranger.client.get(f"/v1/blobs/{digest}").json() == unknown_blob.json()
    assert unknown_blob.status_code == 404
    assert send(stranger, unfinished, 0, b"x").status_code == 404
    assert stand(stranger, unfinished)[0] == 404
    # The same bytes of another organisation are another attachment: they have to be sent.
    assert begin(stranger, digest, len(content)).headers["upload-offset"] == "0"
    found = camille.client.get(f"/v1/staff/organisations/{office.organisation}/blobs/{digest}")
    assert found.content == content
    assert camille.client.get(f"/v1/staff/organisations/{stranger.organisation}/blobs/{digest}").status_code == 404


def test_what_is_there_already_is_not_sent_again(live: LiveServer, office: Member) -> None:
    content = some_bytes(3000)
    upload(office, content)
    colleague = live.device(office.organisation)
    again = begin(colleague, sha256(content), len(content))
    assert (again.status_code, again.headers["upload-offset"]) == (201, "3000")


def test_two_devices_may_upload_the_same_attachment_at_once(live: LiveServer, office: Member) -> None:
    content = some_bytes(2000)
    colleague = live.device(office.organisation)
    mine, theirs = (begin(who, sha256(content), 2000).headers["location"] for who in (office, colleague))
    assert mine != theirs
    assert send(office, mine, 0, content).status_code == 204
    assert send(colleague, theirs, 0, content).status_code == 204
    assert office.client.get(f"/v1/blobs/{sha256(content)}").content == content


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=100-", 100, 2999),
        ("bytes=2990-9999", 2990, 2999),
        ("bytes=-10", 2990, 2999),
        ("bytes=900-1100", 900, 1100),
    ],
)
def test_a_part_is_given_out(lite: LiveServer, wanted: str, first: int, last: int) -> None:
    office = lite.device(lite.organisation())
    content = some_bytes(3000)
    digest = upload(office, content, step=1000)
    part = office.client.get(f"/v1/blobs/{digest}", headers={"Range": wanted})
    assert part.status_code == 206
    assert part.content == content[first : last + 1]
    assert part.headers["content-range"] == f"bytes {first}-{last}/3000"


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ("bytes=3000-", 416),
        ("bytes=-0", 416),
        ("bytes=2-1", 200),
        ("bytes=0-1,5-6", 200),
        ("lines=1-2", 200),
        ("bytes=-", 200),
        ("bytes=0-2999", 206),
    ],
)
def test_ranges_that_are_none(lite: LiveServer, wanted: str, status: int) -> None:
    office = lite.device(lite.organisation())
    digest = upload(office, some_bytes(3000))
    answer = office.client.get(f"/v1/blobs/{digest}", headers={"Range": wanted})
    assert answer.status_code == status
    if status == 416:
        assert answer.headers["content-range"] == "bytes */3000"
    else:
        assert len(answer.content) == 3000


def test_an_empty_attachment_is_one(lite: LiveServer) -> None:
    office = lite.device(lite.organisation())
    answer = begin(office, sha256(b""), 0)
    assert answer.status_code == 201
    assert office.client.get(f"/v1/blobs/{sha256(b'')}").content == b""


def test_a_piece_begins_where_the_last_one_ended(live: LiveServer, office: Member) -> None:
    content = some_bytes(3000)
    where = begin(office, sha256(content), 3000).headers["location"]
    early = send(office, where, 1000, content[1000:2000])
    assert (early.status_code, early.json()["code"], early.headers["upload-offset"]) == (409, "offset", "0")
    send(office, where, 0, content[:1000])
    twice = send(office, where, 0, content[:1000])
    assert (twice.status_code, twice.headers["upload-offset"]) == (409, "1000")


def test_sizes_are_limited(lite: LiveServer) -> None:
    office = lite.device(lite.organisation())
    too_large = begin(office, sha256(b""), MAX_BLOB_BYTES + 1)
    assert (too_large.status_code, too_large.json()["code"]) == (413, "too_large")
    where = begin(office, sha256(b"abc"), 3).headers["location"]
    assert send(office, where, 0, b"abcd").status_code == 413
    where = begin(office, sha256(b"long"), 3 * CHUNK_BYTES).headers["location"]
    assert send(office, where, 0, bytes(CHUNK_BYTES + 1)).status_code == 413
    assert stand(office, where) == (200, "0")


def test_a_body_without_a_length_is_limited_too(lite: LiveServer) -> None:
    office = lite.device(lite.organisation())
    where = begin(office, sha256(b"long"), 3 * CHUNK_BYTES).headers["location"]
    pieces = (bytes(300_000) for _ in range(10))
    answer = office.client.patch(where, content=pieces, headers={**PIECE, "Upload-Offset": "0"})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert stand(office, where) == (200, "0")


def test_an_organisation_keeps_no_more_than_it_may(lite: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    office = lite.device(lite.organisation())
    monkeypatch.setattr(uploads, "QUOTA_BYTES", 5000)
    upload(office, some_bytes(3000))
    refused = begin(office, sha256(b"more"), 2001)
    assert (refused.status_code, refused.json()["code"]) == (413, "quota")
    assert begin(office, sha256(b"more"), 2000).status_code == 201


def test_a_device_has_only_so_many_uploads_under_way(lite: LiveServer) -> None:
    office = lite.device(lite.organisation())
    for number in range(uploads.MOST_OPEN):
        assert begin(office, sha256(bytes([number])), 10).status_code == 201
    assert begin(office, sha256(b"one more"), 10).json()["code"] == "quota"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (lambda headers: headers.pop("Tus-Resumable"), 412),
        (lambda headers: headers.update({"Tus-Resumable": "0.2"}), 412),
        (lambda headers: headers.update({"Content-Type": "application/json"}), 415),
        (lambda headers: headers.pop("Upload-Offset"), 422),
        (lambda headers: headers.update({"Upload-Offset": "-1"}), 422),
    ],
)
def test_pieces_are_sent_as_tus_has_it(lite: LiveServer, change: Callable[[dict[str, str]], object], status: int) -> None:
    office = lite.device(lite.organisation())
    where = begin(office, sha256(b"abc"), 3).headers["location"]
    headers = {**PIECE, "Upload-Offset": "0"}
    change(headers)
    assert office.client.patch(where, content=b"abc", headers=headers).status_code == status


@pytest.mark.parametrize("metadata", ["", "filename YQ==", "sha256 !!!", "sha256 YWJj", "sha256"])
def test_an_upload_names_its_sha256(lite: LiveServer, metadata: str) -> None:
    office = lite.device(lite.organisation())
    headers = {"Tus-Resumable": TUS, "Upload-Length": "3", "Upload-Metadata": metadata}
    assert office.client.post("/v1/uploads", headers=headers).status_code == 422
