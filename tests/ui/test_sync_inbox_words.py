"""The inbox's sentences: each begins like one, whoever it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.domain.text import msg
from app.services.sync_inbox import InboxEntry
from app.ui.sync.inbox_words import sentence

SOME = UUID(int=1)
ENTRY = InboxEntry(
    id=SOME,
    kind="deleted",
    op="patch",
    gone=False,
    type="equipment",
    row=SOME,
    title="Caisse",
    field="",
    mine={},
    theirs={},
    now=None,
    also=0,
    reason=None,
    by="",
    at=None,
    mine_by="",
    mine_at=None,
    found_at=datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
    type_label=msg("Matériel"),
    field_label=None,
    lines=(),
)


@pytest.mark.parametrize("by", ["", "Karim Haddad"])
@pytest.mark.parametrize("kind", ["field", "deleted", "kept", "refused"])
@pytest.mark.parametrize("gone", [False, True])
def test_each_begins_with_a_capital_and_says_who_it_was(kind: str, by: str, gone: bool) -> None:
    said = sentence(replace(ENTRY, kind=kind, by=by, gone=gone))
    assert said[0].isupper() and said.endswith(".")
    if not gone and kind != "refused":
        assert (by or "autre poste") in said
