"""Which documents are listed, in what order, and how each is named on screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any

from app.domain import formatting
from app.domain.text import Text, language, msg, tr
from app.ui.widgets import Cell, Column

if TYPE_CHECKING:
    from app.domain.values.documents import DocumentRow

KINDS: dict[str, tuple[Text, str]] = {
    "contract": (msg("Contrat"), "scroll-text"),
    "resignation_letter": (msg("Lettre de résiliation"), "mail"),
    "signed_copy": (msg("Exemplaire signé"), "file-check"),
    "proof": (msg("Preuve d’envoi"), "badge-check"),
    "declaration": (msg("Déclaration du sinistre"), "file-text"),
    "police_complaint": (msg("Copie du dépôt de plainte"), "siren"),
    "attachment": (msg("Pièce jointe"), "paperclip"),
}
"""Kind of document: its name on screen and its icon."""


def kind_name(kind: str) -> str:
    """The name of a kind on screen; the technical one where it is not known."""
    return KINDS[kind][0].render() if kind in KINDS else kind


def kind_icon(kind: str) -> str:
    """The icon of a kind."""
    return KINDS[kind][1] if kind in KINDS else "file"


def size_text(size: int) -> str:
    """A file's size: `842 octets`, `12 Ko`, `1,4 Mo` (powers of 1,024, as Windows counts)."""
    from decimal import Decimal

    if size < 1024:
        return tr("{n}\u00a0octets", n=size)
    if size < 1024 * 1024:
        return tr("{n}\u00a0Ko", n=round(size / 1024))
    return tr("{n}\u00a0Mo", n=formatting.decimal(Decimal(size) / (1024 * 1024), language(), 1))


def owner(row: DocumentRow) -> str:
    """What the document belongs to."""
    return row.contract_number or row.equipment_designation


def columns() -> list[Column[DocumentRow]]:
    """The columns of the list."""
    return [
        Column("title", msg("Document"), _title, width=150, stretch=True, required=True),
        Column("kind", msg("Type"), lambda row: kind_name(row.kind), width=136),
        Column("owner", msg("Concerne"), lambda row: owner(row) or Cell("–", muted=True), width=92),
        Column("created_at", msg("Date"), lambda row: row.created_at.astimezone(formatting.PARIS).date(), width=98, figures=True),
        Column("size", msg("Taille"), lambda row: size_text(row.size), width=76, figures=True, visible=False),
    ]


def _title(row: DocumentRow) -> Cell:
    return Cell(row.title, icon=kind_icon(row.kind), tip=row.file_name)


_ORDER: dict[str, Callable[[Any], Any]] = {
    "title": lambda row: folded(row.title),
    "kind": lambda row: folded(kind_name(row.kind)),
    "owner": lambda row: (not owner(row), folded(owner(row))),
    "created_at": lambda row: row.created_at,
    "size": lambda row: row.size,
}


def chosen(rows: Iterable[DocumentRow], text: str, kinds: Collection[str], sort: tuple[str, bool] | None) -> list[DocumentRow]:
    """The documents that hold every word of `text`, of the given kinds (none: all), in the order `sort` asks for."""
    words = folded(text).split()
    found = [row for row in rows if (not kinds or row.kind in kinds) and all(word in _haystack(row) for word in words)]
    if sort is not None:
        found.sort(key=_ORDER[sort[0]], reverse=sort[1])
    return found


def _haystack(row: DocumentRow) -> str:
    return folded(" ".join((row.title, row.file_name, kind_name(row.kind), row.contract_number, row.equipment_designation)))


def folded(text: str) -> str:
    """`text` without accents and capitals, for searching and sorting."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)).casefold()
