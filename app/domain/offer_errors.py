"""What is wrong in an offer, said so that it can be mended: file, line, key, value, and what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import UserError
from app.domain.offer_text import counted
from app.domain.text import Text, msg

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class OfferProblem:
    """One thing that is wrong in an offer.

    Attributes:
        file: the file's name; for an offer that is in no file, its id.
        line: line of the key (or of the table that lacks it), from 1; none where there is no such line.
        key: the key, as `pricing.tiers[2].unit_price`; empty for the file as a whole.
        value: what stands there, as text; empty when nothing does.
        allowed: what would be accepted.
    """

    file: str
    line: int | None
    key: str
    value: str
    allowed: Text

    @property
    def text(self) -> Text:
        """The problem in one sentence."""
        place = self.file if self.line is None else msg("{file}, ligne {line}", file=self.file, line=str(self.line))
        if not self.key and not self.value:
            return msg("{place}\u00a0: refusé. Attendu\u00a0: {allowed}", place=place, allowed=self.allowed)
        if not self.key:
            return msg("{place}\u00a0: {value} Attendu\u00a0: {allowed}", place=place, value=self.value, allowed=self.allowed)
        if not self.value:
            return msg("{place}\u00a0: {key} manque. Attendu\u00a0: {allowed}", place=place, key=self.key, allowed=self.allowed)
        return msg(
            "{place}\u00a0: {key}\u00a0: «\u00a0{value}\u00a0» refusé. Attendu\u00a0: {allowed}",
            place=place,
            key=self.key,
            value=self.value,
            allowed=self.allowed,
        )


@dataclass(frozen=True)
class Finding:
    """A problem known by its key alone, before its line in a file is looked up."""

    path: KeyPath
    value: object
    allowed: Text

    def located(self, file: str, line: int | None = None) -> OfferProblem:
        """The finding as a problem of `file`."""
        return OfferProblem(file, line, key_name(self.path), shown(self.value), self.allowed)


class OfferError(UserError):
    """An offer that cannot be used.

    Attributes:
        problems: everything that is wrong, in the order of the file.
    """

    exit_status = 2

    def __init__(self, problems: Sequence[OfferProblem]) -> None:
        first = problems[0].text
        more = len(problems) - 1
        one = msg("{first} (et un autre problème)", first=first)
        several = msg("{first} (et {more} autres problèmes)", first=first, more=more)
        super().__init__(counted(more, one, several) if more else first)
        self.problems = tuple(problems)


def key_name(path: KeyPath) -> str:
    """`("pricing", "tiers", 1, "from")` as `pricing.tiers[2].from`: elements are counted from 1, as a reader counts."""
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part + 1}]"
        else:
            name += f".{part}" if name else part
    return name


def shown(value: object) -> str:
    """`value` as a file would write it, cut at 80 characters."""
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else "" if value is None else str(value)
    if text == "" and value is not None:
        text = '""'
    return text if len(text) <= 80 else text[:77] + "…"
