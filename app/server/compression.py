"""Compressed bodies, in the ways that both sides know (`gzip`, `zstd`).

Answers of some length go out compressed to whoever asks for it. Those that carry secrets are short, and the rating page is no JSON: where
a secret stands beside something that a stranger chose, the length of a compressed answer would tell of the secret.
"""

from __future__ import annotations

import gzip
import zlib

import zstandard
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.server.problems import InvalidError, MediaTypeError, TooLargeError

#: The ways we know, the better one first.
ENCODINGS = ("zstd", "gzip")
#: What fits into two packets gains nothing; a look that finds nothing new stays below.
_SHORTEST = 2048
#: Shorter ones are compressed sooner than another thread would take them up.
_ASIDE = 32 * 1024
#: The memory that a sender may make us use; RFC 9659 asks for no more.
_WINDOW = 8 * 1024 * 1024
_QUICK, _QUICK_GZIP = 1, 3


def unpacked(body: bytes, encoding: str, most: int) -> bytes:
    """A body as it was before it was compressed.

    Args:
        encoding: the `Content-Encoding` header.
        most: bytes that it may have.

    Raises:
        MediaTypeError: it was compressed in a way that we do not know.
        TooLargeError: it is larger than `most`; no more than that is ever unpacked.
        InvalidError: it is broken, or cut off.
    """
    way = encoding.strip().lower()
    if way in ("", "identity"):
        return body
    if way not in ENCODINGS:
        raise MediaTypeError("this Content-Encoding is not taken", headers={"Accept-Encoding": ", ".join(ENCODINGS)})
    try:
        found = _from_gzip(body, most) if way == "gzip" else _from_zstd(body, most)
    except (zlib.error, zstandard.ZstdError, EOFError) as error:
        raise InvalidError("the compressed body is broken") from error
    if len(found) > most:
        raise TooLargeError("the request is larger than allowed", detail=f"at most {most} bytes once it is unpacked")
    return found


def _from_gzip(body: bytes, most: int) -> bytes:
    reading = zlib.decompressobj(wbits=31)
    found = reading.decompress(body, most + 1)
    if len(found) <= most and not reading.eof:
        raise EOFError
    return found


def _from_zstd(body: bytes, most: int) -> bytes:
    with _zstd().stream_reader(body, read_across_frames=False) as reader:
        found: bytes = reader.read(most + 1)
    if len(found) <= most:
        # It is small enough to be unpacked in one go, which alone tells whether it was whole.
        whole = _zstd().decompressobj()
        whole.decompress(body)
        if not whole.eof:
            raise EOFError
    return found


def _zstd() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(max_window_size=_WINDOW)


class Compression:
    """Compresses answers in JSON. Bytes that stream, such as attachments, pass through as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        way = _wanted(Headers(scope=scope).get("accept-encoding", "")) if scope["type"] == "http" else ""
        if not way:
            await self._app(scope, receive, send)
            return
        held: Message = {}

        async def packed(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start":
                held = message
                return
            if held and message["type"] == "http.response.body":
                begun, held = held, {}
                body = message.get("body", b"")
                if not message.get("more_body") and len(body) >= _SHORTEST and _is_json(begun):
                    message = {**message, "body": await _shorter(body, way)}
                    _relabel(begun, way, len(message["body"]))
                await send(begun)
            await send(message)

        await self._app(scope, receive, packed)


def _wanted(accepted: str) -> str:
    """The best way that is accepted; empty for none."""
    given = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.strip().partition(";")
        given[name.strip()] = weight.replace(" ", "")
    return next((way for way in ENCODINGS if way in given and given[way] not in ("q=0", "q=0.0", "q=0.00", "q=0.000")), "")


def _is_json(begun: Message) -> bool:
    headers = Headers(raw=begun["headers"])
    return headers.get("content-type", "").startswith("application/json") and "content-encoding" not in headers


def _relabel(begun: Message, way: str, length: int) -> None:
    headers = MutableHeaders(raw=begun["headers"])
    headers["Content-Encoding"] = way
    headers["Content-Length"] = str(length)
    headers.add_vary_header("Accept-Encoding")


async def _shorter(body: bytes, way: str) -> bytes:
    return await run_in_threadpool(_pack, body, way) if len(body) > _ASIDE else _pack(body, way)


def _pack(body: bytes, way: str) -> bytes:
    if way == "gzip":
        return gzip.compress(body, _QUICK_GZIP, mtime=0)
    return zstandard.ZstdCompressor(level=_QUICK).compress(body)
