"""TeamViewer on this PC: its ID from the Windows registry, its program, and the link that takes control of another one.

Nothing of TeamViewer is started or asked over the network: what its set-up wrote into the registry is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.reasons import reason
from app.domain.text import Text, msg
from app.system.registry import Registry, View, system_registry

KEY = r"SOFTWARE\TeamViewer"
#: A 32-bit TeamViewer on a 64-bit Windows writes here; the 32-bit view leads to the same place, but not for every reader.
REDIRECTED_KEY = r"SOFTWARE\WOW6432Node\TeamViewer"
PROGRAM = "TeamViewer.exe"
_VERSION = re.compile(r"version(\d+)", re.IGNORECASE)
_ID = re.compile(r"\d{6,12}")


@dataclass(frozen=True)
class ThisPc:
    """TeamViewer as this PC has it.

    Attributes:
        id: nine or ten digits as a rule; none when unknown, and `why` then says why.
        folder: where it was installed to, as it says itself; empty when unknown.
    """

    id: str | None
    folder: str = ""
    why: Text | None = None


def this_pc(registry: Registry | None = None) -> ThisPc:
    """What the registry says of TeamViewer. Thread: any.

    The key itself comes first, then those of old versions (`Version9`), the newest first, in the 64-bit and in the 32-bit registry.
    """
    known = registry if registry is not None else system_registry()
    if known is None:
        return ThisPc(None, why=msg("son ID n’est lu que sous Windows"))
    folder, installed = "", False
    try:
        for values in _keys(known):
            installed = True
            folder = folder or _text(values, "InstallationDirectory")
            found = clean_id(str(_value(values, "ClientID") or ""))
            if found is not None:
                return ThisPc(found, folder)
    except OSError as error:
        return ThisPc(None, folder, msg("le registre de Windows n’a pas pu être lu ({reason})", reason=reason(error)))
    if installed:
        return ThisPc(None, folder, msg("TeamViewer est installé mais n’a pas encore d’ID\u00a0: ouvrez-le une fois avec Internet"))
    return ThisPc(None, why=msg("TeamViewer n’est pas installé sur ce PC"))


def this_pc_id(registry: Registry | None = None) -> str | None:
    """The TeamViewer ID of this PC, `None` when unknown."""
    return this_pc(registry).id


def program(registry: Registry | None = None) -> Path | None:
    """The TeamViewer program of this PC, `None` where none is found."""
    folder = this_pc(registry).folder
    found = Path(folder) / PROGRAM
    return found if found.is_absolute() and found.is_file() else None


def clean_id(text: str) -> str | None:
    """The digits of an ID as it is dictated (`986 801 296`); `None` for what is no ID."""
    digits = "".join(text.split()).replace("-", "")
    return digits if _ID.fullmatch(digits) and digits.isascii() and digits.strip("0") else None


def link(teamviewer_id: str) -> str:
    """The address that has TeamViewer take control of a device; only digits ever get into it.

    Raises:
        ValueError: it is no ID.
    """
    cleaned = clean_id(teamviewer_id)
    if cleaned is None:
        raise ValueError(f"{teamviewer_id!r} is no TeamViewer ID")
    return f"teamviewer10://control?device={cleaned}"


def _keys(registry: Registry) -> Iterator[Mapping[str, object]]:
    """Every key TeamViewer may have written to, the likeliest first."""
    places: list[tuple[str, View]] = [(KEY, 64), (REDIRECTED_KEY, 64), (KEY, 32)]
    for path, view in places:
        values = registry.values(path, view)
        if values is not None:
            yield values
    for path, view in places:
        versions = [(int(found[1]), name) for name in registry.subkeys(path, view) if (found := _VERSION.fullmatch(name))]
        for _, name in sorted(versions, reverse=True):
            values = registry.values(rf"{path}\{name}", view)
            if values is not None:
                yield values


def _value(values: Mapping[str, object], name: str) -> object:
    """Names in the registry are the same in any case."""
    return next((value for key, value in values.items() if key.lower() == name.lower()), None)


def _text(values: Mapping[str, object], name: str) -> str:
    found = _value(values, name)
    return found.strip() if isinstance(found, str) else ""
