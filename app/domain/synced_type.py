"""How a kind of record that travels is described: its fields, and who may write what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

FieldKind = Literal["text", "day", "moment", "amount", "integer", "flag", "choice", "reference", "object"]


@dataclass(frozen=True)
class SyncedField:
    """One field of a record.

    Attributes:
        optional: it may be null.
        longest: most characters of a text; none: no limit but that of a message.
        choices: the values of a choice.
        refers: the record type that a reference points to.
        since: the schema that brought it: programs that know only older ones make records without it.
        most: of an integer, which is then not below zero; none: no limit.
    """

    kind: FieldKind
    optional: bool = False
    longest: int | None = None
    choices: type[StrEnum] | None = None
    refers: str = ""
    since: int = 1
    most: int | None = None


@dataclass(frozen=True)
class SyncedType:
    """One kind of record.

    Attributes:
        transitions: for its field `status`, what may follow what; empty where anything may.
        append_only: once there, it is neither changed nor deleted by anybody.
        closed_by: it is append-only as soon as this field is filled; empty: never.
        unique: a field whose value no two records share.
        of_staff: only the provider makes, changes and deletes it.
        staff_fields: once the record is there, only the provider changes these. An office that worked without a server brings what was
            written and decided until then as it is.
        removable: the statuses in which a device may delete it; empty: never; none: always.
    """

    name: str
    fields: Mapping[str, SyncedField]
    transitions: Mapping[StrEnum, frozenset[StrEnum]] = field(default_factory=lambda: MappingProxyType({}))
    append_only: bool = False
    closed_by: str = ""
    unique: str = ""
    of_staff: bool = False
    staff_fields: frozenset[str] = frozenset()
    removable: frozenset[StrEnum] | None = None

    @property
    def status_enum(self) -> type[StrEnum] | None:
        """The choices of `status`, where its changes are checked."""
        return self.fields["status"].choices if self.transitions else None
