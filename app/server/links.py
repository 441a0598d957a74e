"""Links in mails: the id of a row in `rating_link`, signed with a key that the server made for itself."""

from __future__ import annotations

import secrets

from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer
from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from app.server.tables import secret

_NAME = "link-key"
_RATING, _FORM = "rating-link", "rating-form"
_LONGEST = 300


def key(connection: Connection) -> str | None:
    """The key that signs links; none before the first was signed."""
    return connection.scalar(select(secret.c.value).where(secret.c.name == _NAME))


def make_key(connection: Connection) -> str:
    """The key that signs links, made now if there is none. Processes that make it at once agree on one."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(insert(secret).values(name=_NAME, value=secrets.token_urlsafe(32)).on_conflict_do_nothing())
    return str(connection.execute(select(secret.c.value).where(secret.c.name == _NAME)).scalar_one())


def signed(link_key: str, link_id: str) -> str:
    """The text of a link to a rating page."""
    return str(URLSafeSerializer(link_key, salt=_RATING).dumps(link_id))


def link_id(link_key: str, token: str) -> str | None:
    """The id in a link, or none where it was not signed here."""
    if len(token) > _LONGEST:
        return None
    try:
        value = URLSafeSerializer(link_key, salt=_RATING).loads(token)
    except BadData:
        return None
    return value if isinstance(value, str) else None


def form_token(link_key: str, link: str, nonce: str) -> str:
    """What a form carries to show that the server gave it out for this link, to the browser that has `nonce` as a cookie."""
    return str(URLSafeTimedSerializer(link_key, salt=_FORM).dumps([link, nonce]))


def form_nonce(link_key: str, link: str, token: str, seconds: int) -> str | None:
    """The nonce in a form's token, or none where it was not given out for this link in the last `seconds`."""
    if len(token) > _LONGEST:
        return None
    try:
        found = URLSafeTimedSerializer(link_key, salt=_FORM).loads(token, max_age=seconds)
    except BadData:
        return None
    if isinstance(found, list) and len(found) == 2 and found[0] == link and isinstance(found[1], str):
        return found[1]
    return None
