"""`/r/{link}`: the page that a rating mail leads to. Opening it keeps nothing, for mail scanners open links; only validating does."""

from __future__ import annotations

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Cookie, Form, Header, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.domain.records import RatingValue
from app.domain.text import Text
from app.server import links
from app.server.context import Context, ServerContext
from app.server.limits import Limit
from app.server.ratings import giving, pages
from app.server.ratings.giving import Linked, State
from app.server.ratings.pages import Filled

router = APIRouter(tags=["rating"])
_RATINGS = Limit("rating", 30, 60)
#: A form may lie open for so long.
_FORM_SECONDS = 24 * 3600
_COOKIE = "rating_form"
_HTML: dict[str, Any] = {"content": {"text/html": {"schema": {"type": "string"}}}}
_INVALID = {**_HTML, "description": "What was sent is no form."}
_LOOKS: dict[int | str, dict[str, Any]] = {200: _HTML, 404: {**_HTML, "description": "Unknown or expired."}, 422: _INVALID}
_RATES: dict[int | str, dict[str, Any]] = {
    303: {"description": "Kept, or this very rating was kept before: the page that says so."},
    400: _INVALID,
    404: _LOOKS[404],
    409: {**_HTML, "description": "Not kept, for the request was rated otherwise or is open again: what was typed, and why."},
    413: {**_HTML, "description": "Larger than allowed."},
    422: {**_HTML, "description": "The form again, with what is missing."},
    429: {**_HTML, "description": "Too many requests; `Retry-After` says when to come back."},
}
Token = Annotated[str, Path()]
Lang = Annotated[str, Query(description="`fr` or `en`; otherwise what the browser asks for.")]
Accepted = Annotated[str, Header()]
Nonce = Annotated[str, Cookie(alias=_COOKIE)]


@router.get("/r/{link}", response_class=HTMLResponse, responses=_LOOKS)
@router.head("/r/{link}", response_class=HTMLResponse, responses=_LOOKS)
def look(
    link: Token,
    context: ServerContext,
    request: Request,
    lang: Lang = "",
    accept_language: Accepted = "",
    thanks: str = "",
    nonce: Nonce = "",
) -> Response:
    """The three steps, or where the request stands. Keeps nothing."""
    language = pages.language_of(lang, accept_language)
    found, key = _found(context, link)
    if found is None or key is None or found.state is not State.OPEN:
        state = None if found is None else found.state
        return pages.answer(pages.told(state, language, thanks=bool(thanks)), 404 if found is None else 200)
    return _form(request, found, key, language, nonce, Filled())


@router.post("/r/{link}", response_class=HTMLResponse, status_code=303, responses=_RATES)
def rate(
    link: Token,
    context: ServerContext,
    request: Request,
    lang: Lang = "",
    accept_language: Accepted = "",
    nonce: Nonce = "",
    smiley: Annotated[str, Form()] = "",
    comment: Annotated[str, Form()] = "",
    form: Annotated[str, Form()] = "",
) -> Response:
    """Validate: keeps the rating and closes the request, once."""
    _RATINGS.check(request)
    language = pages.language_of(lang, accept_language)
    found, key = _found(context, link)
    if found is None or key is None:
        return pages.answer(pages.told(None, language), 404)
    written = comment.replace("\r\n", "\n").replace("\x00", "").strip()
    if found.state is State.OPEN:
        alert = _alert(request, links.form_nonce(key, found.link, form, _FORM_SECONDS), nonce, smiley, written)
        if alert is not None:
            return _form(request, found, key, language, nonce, Filled(smiley, written, alert), 422)
        with context.database.writing() as connection:
            # Whether it was kept is seen afterwards: somebody else may have been faster.
            found = giving.rate(connection, found.link, RatingValue(smiley), written, context.now())
    if found is None:
        return pages.answer(pages.told(None, language), 404)
    with context.database.reading() as connection:
        kept = giving.is_kept(connection, found, smiley, written)
    if not kept:
        return pages.answer(pages.not_kept(found.state, language, smiley, written), 409)
    return pages.protected(RedirectResponse(f"{request.url.path}?lang={language}&thanks=1", 303))


def _found(context: Context, token: str) -> tuple[Linked | None, str | None]:
    with context.database.reading() as connection:
        key = links.key(connection)
        link = links.link_id(key, token) if key else None
        return (giving.look(connection, link, context.now()) if link else None), key


def _alert(request: Request, given: str | None, nonce: str, smiley: str, comment: str) -> Text | None:
    # Whoever has cookies switched off is let in where the browser itself says that its own page sends the form.
    own_page = not nonce and request.headers.get("sec-fetch-site") == "same-origin"
    if given is None or not (own_page or secrets.compare_digest(given.encode(), nonce.encode())):
        return pages.ONCE_MORE
    if smiley not in set(RatingValue):
        return pages.NO_SMILEY
    return pages.TOO_LONG if len(comment) > pages.LONGEST_COMMENT else None


def _form(request: Request, found: Linked, key: str, language: str, nonce: str, filled: Filled, status: int = 200) -> Response:
    # A second tab keeps the first one's nonce, so that either can be sent.
    kept = (
        nonce
        if 16 <= len(nonce) <= 64 and nonce.isascii() and nonce.replace("-", "").replace("_", "").isalnum()
        else secrets.token_urlsafe(24)
    )
    answer = pages.answer(pages.form(found.request, links.form_token(key, found.link, kept), language, filled), status)
    answer.set_cookie(
        _COOKIE, kept, max_age=_FORM_SECONDS, path="/r", secure=request.url.scheme == "https", httponly=True, samesite="strict"
    )
    return answer
