"""What of the exchange with the server waits for somebody: values and refusals to decide on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from uuid import UUID

from app.domain.record_words import type_label
from app.domain.text import Text, msg
from app.domain.values.home import Need
from app.store import sync_reading

INBOX = "inbox"
#: So many are named one by one; of more than that, one line says how many there are.
NAMED = 3


def conflict_needs(connection: sqlite3.Connection) -> Iterator[Need]:
    """A need for each conflict or refusal; one for all of them where they are many."""
    count = sync_reading.waiting_conflicts(connection)
    if count > NAMED:
        yield Need(
            "warning",
            msg("Conflits et refus à trancher\u00a0: {n}", n=count),
            msg("Deux postes ont écrit au même endroit, ou le serveur a refusé un changement"),
            INBOX,
        )
    elif count:
        for one in sync_reading.waiting(connection, NAMED):
            title = msg("{type}\u00a0: {title}", type=type_label(one.type), title=one.title) if one.title else type_label(one.type)
            yield Need("warning", _what(one.kind), title, INBOX, UUID(one.id))


def _what(kind: str) -> Text:
    words = {
        "field": msg("Deux valeurs à départager"),
        "deleted": msg("Supprimé ailleurs, modifié ici"),
        "kept": msg("Supprimé ici, modifié ailleurs"),
    }
    return words.get(kind, msg("Changement refusé par le serveur"))
