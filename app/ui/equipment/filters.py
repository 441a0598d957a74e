"""What the list can be narrowed by, and the query made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from uuid import UUID

from app.domain.records import EquipmentKind, EquipmentStatus, Ownership, label
from app.domain.text import tr
from app.domain.values.equipment import EquipmentQuery
from app.ui.widgets import FilterGroup


def filter_groups() -> list[FilterGroup]:
    """Kind, status and ownership, in the language in use."""
    return [
        FilterGroup("kinds", tr("Type"), _choices(EquipmentKind)),
        FilterGroup("statuses", tr("État"), _choices(EquipmentStatus)),
        FilterGroup("ownerships", tr("Propriété"), _choices(Ownership)),
    ]


def make_query(search: str, filters: Mapping[str, tuple[str, ...]], sort: tuple[str, bool] | None, site_id: UUID | None) -> EquipmentQuery:
    """The query of what is typed, chosen and clicked. Without a sort of the user's: by designation."""
    key, descending = sort or ("designation", False)
    return EquipmentQuery(
        search=search.strip(),
        site_id=site_id,
        kinds=frozenset(EquipmentKind(value) for value in filters.get("kinds", ())),
        statuses=frozenset(EquipmentStatus(value) for value in filters.get("statuses", ())),
        ownerships=frozenset(Ownership(value) for value in filters.get("ownerships", ())),
        sort=key,
        descending=descending,
    )


def narrows(query: EquipmentQuery) -> bool:
    """Whether something typed or chosen on the screen leaves machines out (the window's site filter is not the screen's)."""
    return bool(query.search or query.kinds or query.statuses or query.ownerships)


def _choices(values: Iterable[StrEnum]) -> list[tuple[str, str]]:
    return [(value.value, label(value).render()) for value in values]
