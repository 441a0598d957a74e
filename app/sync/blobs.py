"""Attachments: given to the server after their documents, fetched from it when somebody wants to see them, resumed where the line was cut.

Bytes are never used before their SHA-256 was checked, by the server on the way there and here on the way back.
"""

from __future__ import annotations

import base64
import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import httpx

from app.domain.errors import StorageError
from app.domain.text import msg
from app.store import sync_files
from app.store import sync_state as states
from app.store.store import Store
from app.store.sync_files import WaitingFile
from app.sync.errors import NotOurServerError, OfflineError, SlowDownError, StoppedError, SyncError, not_our_server
from app.sync.wire import CHUNK_BYTES, MAX_BLOB_BYTES

_TUS = {"Tus-Resumable": "1.0.0"}
_PIECE = {**_TUS, "Content-Type": "application/offset+octet-stream"}
#: The first piece is small, and each is twice the one before while that took less than so many seconds: of what a slow line lets
#: through before it breaks off little is sent again.
_FIRST_BYTES = 128 * 1024
_QUICK = 10.0
#: What concerns the line or the whole computer, and not this one file.
_STOPS = (OfflineError, NotOurServerError, SlowDownError, StoppedError)


class BlobTransport(Protocol):
    """What is asked of the network; `app.sync.http.HttpTransport` does it."""

    def call(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> httpx.Response:
        """One request of this device; answers from 200 to 299 only."""
        ...


class Blobs:
    """The attachments of one data folder. Thread: any, one call at a time.

    Args:
        path_of: where the bytes of a SHA-256 are kept.
    """

    def __init__(self, store: Store, transport: BlobTransport, path_of: Callable[[str], Path]) -> None:
        self._store = store
        self._transport = transport
        self._path_of = path_of
        self._most_bytes = _FIRST_BYTES

    def give(self, report: Callable[[int], None] = lambda _: None) -> int:
        """Give the server every file it lacks; how many. A file that is missing here or refused there keeps no other from going.

        Args:
            report: told how many files are left, before each; may raise to stop, which loses nothing.

        Raises:
            SyncError: the line was cut; the next call goes on, sending at most one piece again.
        """
        with self._store.reading() as session:
            state = states.read(session.connection())
            waiting = sync_files.waiting(session.connection(), state.epoch)
        count = 0
        for place, one in enumerate(waiting):
            report(len(waiting) - place)
            path = self._path_of(one.sha256)
            if one.size > MAX_BLOB_BYTES or not path.is_file() or path.stat().st_size != one.size:
                continue  # of another computer, or not (yet) restored here
            try:
                self._send(one, path)
            except _STOPS:
                raise
            except SyncError:
                continue  # refused: it waits, and is offered again next time
            with self._store.writing() as unit:
                sync_files.given(unit.session.connection(), one, state.epoch)
            count += 1
        return count

    def fetch(self, sha256: str, size: int) -> Path:
        """Have the bytes here: fetched piece by piece where they are not; what came before a cut is kept for the next call.

        Raises:
            SyncError: the server cannot be reached, or does not have them (yet).
            StorageError: the disk is full or cannot be written, or what came is not what was asked for.
        """
        path = self._path_of(sha256)
        if path.is_file():
            return path
        part = path.with_name(f"{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("ab") as file:
                while (begun := file.tell()) < size:
                    file.write(self._piece(sha256, begun, size))
                file.flush()
                os.fsync(file.fileno())
            if _digest(part) != sha256:
                part.unlink()
                raise not_our_server()
            part.replace(path)
        except OSError as error:
            reason = error.strerror or str(error)
            raise StorageError(msg("Le fichier {path} ne peut pas être écrit\u00a0: {reason}.", path=path, reason=reason)) from error
        return path

    def _send(self, one: WaitingFile, path: Path) -> None:
        named = base64.b64encode(one.sha256.encode()).decode()
        headers = {**_TUS, "Upload-Length": str(one.size), "Upload-Metadata": f"sha256 {named}"}
        begun = self._transport.call("POST", "/v1/uploads", b"", headers)
        where, offset = begun.headers.get("location", ""), _offset(begun)
        if not where.startswith("/v1/uploads/"):
            raise not_our_server()
        with path.open("rb") as file:
            while offset < one.size:
                file.seek(offset)
                piece = file.read(self._most_bytes)
                if not piece:
                    return
                began = time.monotonic()
                reached = _offset(self._transport.call("PATCH", where, piece, {**_PIECE, "Upload-Offset": str(offset)}))
                if reached != offset + len(piece):
                    raise not_our_server()
                offset = reached
                if time.monotonic() - began < _QUICK:
                    self._most_bytes = min(2 * self._most_bytes, CHUNK_BYTES)

    def _piece(self, sha256: str, begun: int, size: int) -> bytes:
        last = min(begun + CHUNK_BYTES, size) - 1
        answer = self._transport.call("GET", f"/v1/blobs/{sha256}", headers={"Range": f"bytes={begun}-{last}"})
        whole = answer.status_code == 200 and begun == 0 and len(answer.content) == size
        if not whole and (answer.status_code != 206 or len(answer.content) != last - begun + 1):
            raise not_our_server()
        return answer.content


def _offset(answer: httpx.Response) -> int:
    given = answer.headers.get("upload-offset", "")
    if not given.isdigit():
        raise not_our_server()
    return int(given)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
