"""What every command stands on: the call it answers, the answer it gives, and the parts of the program handed to it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.errors import InputError, UserError
from app.domain.text import Text, msg

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.offers import Offer
    from app.services import Services


class UsageError(UserError):
    """The command line itself is wrong: an unknown command or option, a missing argument."""

    exit_status = 2


class Opened(Protocol):
    """An open data folder, as the bootstrap hands it over."""

    @property
    def folder(self) -> Path: ...

    @property
    def services(self) -> Services: ...

    def close(self) -> None:
        """Close the database and let others in."""
        ...


@dataclass(frozen=True)
class WindowRequest:
    """How the window was asked for on the command line."""

    data_dir: Path | None
    demo: bool
    offline: bool
    language: str | None
    startup_report: bool = False
    tour: Path | None = None


@dataclass(frozen=True)
class Doors:
    """The parts of the program that the command line uses, joined by the bootstrap.

    Attributes:
        open_folder: opens a data folder: `(folder, role=, write=, temporary=)`.
        data_folder: the folder to use and whether it is a throw-away one: `(chosen, demo=)`.
        usable_folder: proves that a folder can be written, or raises.
        offers: the offers shipped with the program, by id.
        clock: the day and the moment.
        system_language: what the system speaks: `fr` or `en`.
        log_file: where a bug is written down, for a data folder.
        window: opens the window; the exit status.
        version: the program's version.
    """

    open_folder: Callable[..., Opened]
    data_folder: Callable[..., tuple[Path, bool]]
    usable_folder: Callable[[Path], Path]
    offers: Callable[[], Mapping[str, Offer]]
    clock: Clock
    system_language: Callable[[], str]
    log_file: Callable[[Path | None], Path]
    window: Callable[[WindowRequest], int]
    version: Callable[[], str]


@dataclass(frozen=True)
class Answer:
    """What a command found or did.

    Attributes:
        document: the JSON document; may hold dates, amounts, identifiers and texts.
        lines: the same for people.
        status: the exit status.
        error: told on standard error, where the answer itself is what was found wrong.
    """

    document: Mapping[str, Any]
    lines: Sequence[str]
    status: int = 0
    error: Text | None = None


@dataclass
class Call:
    """One command with its arguments. `remarks` are told on standard error once it is done; `tell` tells there at once."""

    doors: Doors
    given: argparse.Namespace
    data_dir: Path | None
    demo: bool
    offline: bool
    language: str
    tell: Callable[[str], None]
    remarks: list[Text] = field(default_factory=list)

    @contextmanager
    def services(self, *, write: bool) -> Iterator[Services]:
        """The services of the data folder; with `write`, today's local copy is made afterwards where it is due.

        Raises:
            StorageError: the folder cannot be used; nothing was changed.
        """
        folder, temporary = self.doors.data_folder(self.data_dir, demo=self.demo)
        opened = self.doors.open_folder(folder, role="command", write=write or temporary, temporary=temporary)
        try:
            self.remarks += opened.services.notices
            if self.demo:
                opened.services.demo.fill()
            yield opened.services
            if write and not temporary:
                self._copy(opened.services)
        finally:
            opened.close()

    def _copy(self, services: Services) -> None:
        try:
            services.maintenance.daily_copy()
        except UserError as error:
            # What the command was asked to do is done and kept; the copy is tried again by the next one.
            self.remarks.append(msg("La copie du jour n’a pas pu être faite\u00a0: {reason}", reason=error.text))


Handler = Callable[[Call], Answer]


def day_argument(name: str, text: str | None) -> date | None:
    """The day written in an option, `None` where it was left out.

    Raises:
        InputError: not a date.
    """
    from app.domain.validation import parse_date

    return None if text is None else parse_date(name, text)


def count_argument(name: str, text: str, least: int, most: int) -> int:
    """The whole number written in an option.

    Raises:
        InputError: not a whole number from `least` to `most`.
    """
    word = text.strip()
    if not (word.isascii() and word.isdigit()) or len(word) > 9 or not least <= int(word) <= most:
        raise InputError(name, text, msg("un nombre entier de {least} à {most}", least=least, most=most))
    return int(word)


def choice_argument(name: str, text: str, allowed: Sequence[str]) -> str:
    """The word of an option that takes one of `allowed`.

    Raises:
        InputError: another word.
    """
    if text not in allowed:
        raise InputError(name, text, msg("un de {names}", names=", ".join(allowed)))
    return text
