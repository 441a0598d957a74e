"""What providers publish of the days on which they close. A few small statements on a plain connection: the home screen asks too."""

from __future__ import annotations

from datetime import date
from sqlite3 import Connection

from sqlalchemy.orm import Session


def published_days(connection: Connection, provider_id: str) -> tuple[date, ...]:
    """The bridge days that a provider published, in order."""
    query = "SELECT DISTINCT day FROM bridge_day WHERE provider_id = ? AND deleted_at IS NULL ORDER BY day"
    return tuple(date.fromisoformat(day) for (day,) in connection.execute(query, [provider_id]))


def published_offers(connection: Connection, offer_id: str) -> tuple[str, ...]:
    """The texts of the versions of an offer that its provider published, newest first."""
    query = "SELECT toml FROM published_offer WHERE offer = ? AND deleted_at IS NULL ORDER BY version DESC, id"
    return tuple(text for (text,) in connection.execute(query, [offer_id]))


def plain(session: Session) -> Connection:
    """The plain connection below a session, on the same snapshot."""
    connection: Connection = session.connection().connection.dbapi_connection  # type: ignore[assignment]
    return connection
