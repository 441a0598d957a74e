"""Errors below `/r/` as pages: customers see them, and no program asks there."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.server.problems import PROBLEM
from app.server.ratings import pages

_BELOW = "/r/"
#: Of the problem document, and not of the page in its place.
_OF_THE_BODY = frozenset({b"content-type", b"content-length"})


class RefusalPages:
    """Wraps all that answers, whoever refuses. A plain ASGI layer: what goes elsewhere passes through it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not scope["path"].startswith(_BELOW):
            await self._app(scope, receive, send)
            return
        replaced = False

        async def told(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and Headers(raw=message["headers"]).get("content-type") == PROBLEM:
                replaced = True
                page = pages.answer(pages.refused(message["status"], _language(scope)), message["status"])
                kept = [pair for pair in message["headers"] if pair[0].lower() not in _OF_THE_BODY]
                await send({**message, "headers": [*kept, *page.raw_headers]})
                await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else page.body})
            elif not replaced:
                await send(message)

        await self._app(scope, receive, told)


def _language(scope: Scope) -> str:
    chosen = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
    return pages.language_of(chosen, Headers(scope=scope).get("accept-language", ""))
