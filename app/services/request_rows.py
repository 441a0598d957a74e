"""A row of another system's export, read as a past request: its columns by any of their names, its words in French or English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.moments import ReadMoment, parse_moment
from app.domain.records import InterventionKind, RatingValue, Urgency, label
from app.domain.text import Text, msg
from app.services.fields import Parser, text_field
from app.services.table_cells import NOT_COMPUTED, Cell
from app.services.tables_reading import Table, TableRow, column_word

#: The columns, each with the other names it may have.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "number": ("numéro", "n°", "no", "num", "référence", "ticket"),
    "opened": ("ouverture", "ouvert", "ouverte", "ouvert le", "date d’ouverture", "opened at", "created"),
    "closed": ("clôture", "clos", "close", "clos le", "clôturé le", "date de clôture", "fermeture", "fermé le", "closed at"),
    "subject": ("objet", "sujet", "titre"),
    "urgency": ("urgence", "priorité", "priority"),
    "kind": ("type", "type d’intervention", "mode"),
    "technician": ("technicien", "intervenant", "technicienne"),
    "smiley": ("avis", "note", "rating", "satisfaction"),
    "comment": ("commentaire", "commentaires", "comments", "remarque"),
}
#: Those without which a file is no list of requests. Nobody may have noted who came, or what the customer said of it.
REQUIRED = ("number", "opened", "closed", "subject", "urgency", "kind", "smiley")

_KINDS: Mapping[InterventionKind, tuple[str, ...]] = {
    InterventionKind.PHONE: ("téléphone", "tél", "par téléphone", "appel"),
    InterventionKind.REMOTE: ("distance", "à distance", "télémaintenance", "teamviewer"),
    InterventionKind.ON_SITE: ("on-site", "onsite", "sur place", "sur site", "déplacement"),
}
_URGENCIES: Mapping[Urgency, tuple[str, ...]] = {
    Urgency.BLOCKED: ("bloquée", "bloquant", "bloquante", "je suis bloqué"),
    Urgency.DEGRADED: ("dégradé", "dégradée", "gêné", "gênée", "gênant", "gênante", "ça marche mal"),
    Urgency.QUESTION: ("j’ai une question",),
}
_SMILEYS: Mapping[RatingValue, tuple[str, ...]] = {
    RatingValue.GREAT: ("5", "😀", "😃", "🙂", "satisfait", "satisfaite"),
    RatingValue.NEUTRAL: ("3", "😐", "neutre"),
    RatingValue.POOR: ("1", "☹", "🙁", "insatisfait", "insatisfaite"),
}
_SHEET_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#NOM?", "#VALEUR!"})
_DAY_ALONE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")
#: `20.11.2026 14:05`, `22/11/26 à 14 h 05`, `22/11/2026 14h`: as French programs and people write a moment.
_FRENCH_MOMENT = re.compile(
    r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4}|[0-9]{2})(?:,? (?:à )?([0-9]{1,2}) ?[h:] ?([0-9]{2})?(?: ?min)?(?::([0-9]{2}))?)?",
    re.IGNORECASE,
)
_DECIMAL_SMILEY = re.compile(r"([135])[.,]0+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r" *[\t\n\v\f\r]+ *")
#: What makes an emoji coloured or plain.
_VARIATIONS = str.maketrans("", "", "\ufe0e\ufe0f")
LONGEST_COMMENT = 10_000
#: The first day of work that counts: a date before it is a typing slip, and summer time had other rules then.
FIRST_DAY = date(2000, 1, 1)
_FIRST_MOMENT = datetime.combine(FIRST_DAY, time(0), PARIS)

E = TypeVar("E", bound=StrEnum)


class RowRefusedError(Exception):
    """A row that cannot be taken: the column it is for, the value there, and why."""

    def __init__(self, column: str, value: str, reason: Text) -> None:
        super().__init__(reason.render("en"))
        self.column, self.value, self.reason = column, value, reason


@dataclass(frozen=True)
class PastRequest:
    """What a row says. `closed`, `kind` go together; `comment` is of the rating, `description` where nobody rated.

    Attributes:
        notes: cells that could be understood in two ways, and how they were: column, value, remark.
    """

    number: str
    subject: str
    description: str
    urgency: Urgency
    opened: datetime
    closed: datetime | None
    kind: InterventionKind | None
    technician: str
    rating: RatingValue | None
    comment: str
    notes: tuple[tuple[str, str, Text], ...] = field(default=(), compare=False)


class RequestColumns:
    """Where the columns stand in one file.

    Raises:
        InputError: a column is missing or comes twice; it is named.
    """

    def __init__(self, table: Table, now: datetime) -> None:
        self._table, self._now = table, now
        self._places: dict[str, int] = {}
        self._chosen: dict[tuple[str, str], StrEnum] = {}
        self.ignored: list[str] = []
        titles = {column_word(name) for name in table.header}
        for place, name in enumerate(table.header):
            column = _BY_WORD.get(column_word(name))
            if column is None or (column in titles and column_word(name) != column):  # its own name goes before its other ones
                self.ignored += [name] if name else []
            elif column in self._places:
                raise InputError("file", name, msg("une seule colonne «\u00a0{column}\u00a0»", column=column))
            else:
                self._places[column] = place
        missing = [column for column in REQUIRED if column not in self._places]
        if missing:
            raise InputError(
                "file",
                ", ".join(name for name in table.header if name),
                msg("les colonnes {names}\u202f; il manque {missing}", names=", ".join(COLUMNS), missing=", ".join(missing)),
            )

    def title(self, column: str) -> str:
        """The name of a column as the file writes it."""
        place = self._places.get(column)
        return column if place is None else self._table.header[place]

    def shown(self, row: TableRow, column: str) -> str:
        """A cell as a person would read it, for messages."""
        return _visible(_shown(self._cell(row, column)))

    def read(self, row: TableRow) -> PastRequest:
        """The request of a row.

        Raises:
            RowRefusedError: the first cell that cannot be taken.
        """
        self._refuse_beyond(row)
        number = self._line(row, "number", text_field(60, required=True))
        opened, closed, notes = self._span(row)
        subject = self._line(row, "subject", text_field(300, required=True))
        urgency = self._choice(row, "urgency", _URGENCIES, Urgency)
        kind = self._choice(row, "kind", _KINDS, InterventionKind, required=closed is not None)
        technician = self._line(row, "technician", text_field(200))
        rating = self._choice(row, "smiley", _SMILEYS, RatingValue, required=False)
        comment = self._lines(row, "comment", text_field(LONGEST_COMMENT, lines=True))
        if rating is not None and closed is None:
            raise self._refusal(row, "smiley", msg("une demande qui n’est pas clôturée n’a pas encore d’avis"))
        assert urgency is not None
        rated = rating is not None
        return PastRequest(
            number=number,
            subject=subject,
            description="" if rated else comment,
            urgency=urgency,
            opened=opened,
            closed=closed,
            kind=kind if closed is not None else None,
            technician=technician if closed is not None else "",
            rating=rating,
            comment=comment if rated else "",
            notes=notes,
        )

    def refusal(self, row: TableRow, column: str, reason: Text) -> RowRefusedError:
        """A row that cannot be taken for one of its cells."""
        return self._refusal(row, column, reason)

    def _refusal(self, row: TableRow, column: str, reason: Text) -> RowRefusedError:
        return RowRefusedError(self.title(column), self.shown(row, column), reason)

    def _cell(self, row: TableRow, column: str) -> Cell:
        place = self._places.get(column)
        return row.cells[place] if place is not None and place < len(row.cells) else None

    def _refuse_beyond(self, row: TableRow) -> None:
        """Cells without a title: a separator inside a text has shifted the row."""
        beyond = [text for cell in row.cells[len(self._table.header) :] if (text := _shown(cell))]
        if beyond:
            raise RowRefusedError("", beyond[0], msg("la ligne a plus de cellules que de titres"))

    def _line(self, row: TableRow, column: str, parse: Parser) -> str:
        """Text of a field that is one line here and may be several in a cell."""
        found: str = self._parsed(row, column, lambda text: parse(column, _BREAKS.sub(" ", text)))
        return found

    def _lines(self, row: TableRow, column: str, parse: Parser) -> str:
        found: str = self._parsed(row, column, lambda text: parse(column, text.replace("\r\n", "\n").replace("\r", "\n")))
        return found

    def _parsed(self, row: TableRow, column: str, parse: Callable[[str], Any]) -> Any:
        cell = self._cell(row, column)
        self._refuse_errors(row, column, cell)
        try:
            return parse(_shown(cell))
        except InputError as error:
            raise self._refusal(row, column, msg("attendu\u00a0: {allowed}", allowed=error.allowed)) from None

    def _refuse_errors(self, row: TableRow, column: str, cell: Cell) -> None:
        if cell is NOT_COMPUTED:
            reason = msg("le résultat de la formule n’est pas dans le fichier\u00a0: ouvrez-le dans un tableur et enregistrez-le")
            raise self._refusal(row, column, reason)
        if isinstance(cell, str) and cell in _SHEET_ERRORS:
            raise self._refusal(row, column, msg("le tableur y montre une erreur"))

    def _choice(
        self, row: TableRow, column: str, names: Mapping[E, tuple[str, ...]], choices: type[E], *, required: bool = True
    ) -> E | None:
        cell = self._cell(row, column)
        known = self._chosen.get((column, cell)) if isinstance(cell, str) else None
        if known is not None:  # few words come very often
            return choices(known)

        def chosen(text: str) -> E | None:
            if not text and not required:
                return None
            whole = _DECIMAL_SMILEY.fullmatch(text)
            found = _words_of(choices, names).get(_word(whole[1] if whole else text))
            if found is None:
                raise InputError(column, text, msg("un de {names}", names=", ".join(choices)))
            return found

        found: E | None = self._parsed(row, column, chosen)
        if found is not None and isinstance(cell, str):
            self._chosen[column, cell] = found
        return found

    def _span(self, row: TableRow) -> tuple[datetime, datetime | None, tuple[tuple[str, str, Text], ...]]:
        opened, closed = self._moment(row, "opened"), self._moment(row, "closed", required=False)
        assert opened is not None
        if closed is not None and closed.moment < opened.moment and closed.remark is not None:
            closed = _second(closed, self.shown(row, "closed"))
        for column, found in (("opened", opened), ("closed", closed)):
            if found is not None and found.moment > self._now:
                raise self._refusal(row, column, msg("cette date est à venir"))
            if found is not None and found.moment < _FIRST_MOMENT:
                raise self._refusal(
                    row, column, msg("cette date est avant le {first}\u00a0: il n’y a pas de chiffres avant", first=FIRST_DAY)
                )
        if closed is not None and closed.moment < opened.moment:
            raise self._refusal(row, "closed", msg("la clôture est avant l’ouverture ({opened})", opened=opened.moment))
        notes = [
            (self.title(column), self.shown(row, column), found.remark)
            for column, found in (("opened", opened), ("closed", closed))
            if found is not None and found.remark is not None
        ]
        return opened.moment, closed.moment if closed is not None else None, tuple(notes)

    def _moment(self, row: TableRow, column: str, *, required: bool = True) -> ReadMoment | None:
        cell = self._cell(row, column)
        if isinstance(cell, int | float) and not isinstance(cell, bool) and self._table.from_serial is not None:
            try:
                cell = self._table.from_serial(cell)
            except ValueError:
                raise self._refusal(row, column, msg("ce nombre n’est pas une date")) from None
        if isinstance(cell, datetime):
            text = (cell + timedelta(milliseconds=500)).replace(microsecond=0).isoformat()
        else:
            text = cell.isoformat() if isinstance(cell, date) else ""

        def read(shown: str) -> ReadMoment | None:
            written = text or _as_typed_here(shown)
            if not written and not required:
                return None
            found = _read_moment(column, f"{written} 00:00" if _DAY_ALONE.fullmatch(written) else written)
            # Python compares two times of one zone by the clock on the wall, which shows an hour twice when summer time ends.
            return ReadMoment(found.moment.astimezone(UTC), found.remark)

        found: ReadMoment | None = self._parsed(row, column, read)
        return found


def has_columns(header: Sequence[str]) -> bool:
    """Whether a table with these titles is a list of requests."""
    known = {_BY_WORD.get(column_word(name)) for name in header}
    return known.issuperset(REQUIRED)


def _read_moment(column: str, text: str) -> ReadMoment:
    """A moment; the hour that summer time skips is taken too: another system's clock has shown it.

    Raises:
        InputError: no moment.
    """
    try:
        return parse_moment(column, text)
    except InputError:
        try:
            winter = parse_moment(column, f"{text}+01:00").moment
        except InputError:
            winter = None
        if winter is None:
            raise
    remark = msg(
        "{text} n’existe pas ce jour-là, l’heure d’été saute cette heure : lu à l’heure d’hiver, soit {moment}.", text=text, moment=winter
    )
    return ReadMoment(winter, remark)


def _as_typed_here(text: str) -> str:
    """A moment of another program as it is typed here; any other text as it is. Years of two digits are of this century."""
    words = " ".join(text.split())
    found = _FRENCH_MOMENT.fullmatch(words)
    if found is None:
        return words
    day, month, year, hour, minute, second = found.groups()
    written = f"{int(day):02}/{int(month):02}/{year if len(year) == 4 else 2000 + int(year)}"
    return written if hour is None else f"{written} {hour}:{minute or '00'}{f':{second}' if second else ''}"


def _visible(text: str) -> str:
    """`text` with what no screen shows, or shows in another order, written out."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _second(closed: ReadMoment, text: str) -> ReadMoment:
    """The other of two equal times of the night when summer time ends."""
    remark = msg("{text} vient deux fois ce jour-là\u00a0: la seconde est prise, à l’heure d’hiver (+01:00), après l’ouverture.", text=text)
    return ReadMoment(closed.moment + timedelta(hours=1), remark)


def _shown(cell: Cell) -> str:
    if cell is None or cell is NOT_COMPUTED:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return str(cell).strip()


def _word(text: str) -> str:
    """A word as words are compared; a smiley has no letters and stands for itself."""
    return column_word(text) or text.translate(_VARIATIONS)


_known_words: dict[type[StrEnum], dict[str, Any]] = {}


def _words_of(choices: type[E], names: Mapping[E, tuple[str, ...]]) -> Mapping[str, E]:
    """Every word that means one of `choices`: its value, its names on screen and the others."""
    if choices not in _known_words:
        _known_words[choices] = {
            _word(name): choice
            for choice in choices
            for name in (choice.value, label(choice).render("fr"), label(choice).render("en"), *names[choice])
        }
    return _known_words[choices]


_BY_WORD: Mapping[str, str] = {column_word(name): column for column, names in COLUMNS.items() for name in (column, *names)}
