"""What a PC says of itself: each fact with its value, or with the reason why it is unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

from app.domain.text import Text, msg

T = TypeVar("T")


class Platform(StrEnum):
    """The family of the operating system."""

    WINDOWS = "windows"
    LINUX = "linux"
    MACOS = "macos"
    OTHER = "other"


class WhyUnknown(StrEnum):
    """Why a fact is not known. A code, not a sentence: the reader's language is not the writer's."""

    NOT_REPORTED = "not_reported"
    PLACEHOLDER = "placeholder"
    BLOCKED = "blocked"
    TIMED_OUT = "timed_out"
    NO_RIGHTS = "no_rights"
    NO_SECURITY_CENTER = "no_security_center"
    NO_STANDARD_PLACE = "no_standard_place"
    WINDOWS_ONLY = "windows_only"
    NOT_INSTALLED = "not_installed"
    NEVER_STARTED = "never_started"
    UNREADABLE = "unreadable"
    FAILED = "failed"


_REASONS: Mapping[WhyUnknown, Text] = {
    WhyUnknown.NOT_REPORTED: msg("le système ne le dit pas"),
    WhyUnknown.PLACEHOLDER: msg("le fabricant a laissé «\u00a0{detail}\u00a0»"),
    WhyUnknown.BLOCKED: msg("PowerShell est bloqué ou absent sur ce poste, et le registre ne le dit pas"),
    WhyUnknown.TIMED_OUT: msg("le poste n’a pas répondu à temps"),
    WhyUnknown.NO_RIGHTS: msg("réservé aux administrateurs de ce poste"),
    WhyUnknown.NO_SECURITY_CENTER: msg("Windows Server n’a pas de Centre de sécurité"),
    WhyUnknown.NO_STANDARD_PLACE: msg("ce système n’a pas d’endroit convenu pour le dire"),
    WhyUnknown.WINDOWS_ONLY: msg("n’existe que sous Windows"),
    WhyUnknown.NOT_INSTALLED: msg("{detail} n’est pas installé sur ce poste"),
    WhyUnknown.NEVER_STARTED: msg("{detail} est installé mais n’a pas encore reçu d’identifiant"),
    WhyUnknown.UNREADABLE: msg("réponse illisible\u00a0: «\u00a0{detail}\u00a0»"),
    WhyUnknown.FAILED: msg("la lecture a échoué\u00a0: {detail}"),
}
#: Reasons of the moment: the next reading may know again.
_PASSING = frozenset({WhyUnknown.TIMED_OUT, WhyUnknown.FAILED})
_LONGEST_DETAIL = 80


class AntivirusState(StrEnum):
    """Whether an antivirus watches."""

    ON = "on"
    OFF = "off"
    SNOOZED = "snoozed"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Fact(Generic[T]):
    """One fact: a value, or why there is none.

    Attributes:
        value: None when it is unknown.
        unknown: why; None when there is a value.
        detail: what was met instead: a placeholder, a name, a system's message.
    """

    value: T | None
    unknown: WhyUnknown | None = None
    detail: str = ""

    @property
    def why_unknown(self) -> Text | None:
        """Why there is no value, in words; None when there is one."""
        if self.unknown is None:
            return None
        pattern = _REASONS[self.unknown]
        return Text(pattern.source, {"detail": self.detail or "?"}) if "{" in pattern.source else pattern


def known(value: T) -> Fact[T]:
    """A fact that was read."""
    return Fact(value)


def unknown(why: WhyUnknown, detail: str = "") -> Fact[Any]:
    """A fact that was not, and why."""
    return Fact(None, why, " ".join(detail.split())[:_LONGEST_DETAIL])


@dataclass(frozen=True)
class Disk:
    """A volume of the PC itself; `total` and `free` in bytes."""

    name: str
    total: int
    free: int


@dataclass(frozen=True)
class Membership:
    """The domain a PC joined, or the workgroup it names itself in."""

    name: str
    joined: bool


@dataclass(frozen=True)
class Antivirus:
    """An antivirus that the system knows; `current` is whether its signatures are, None where that is not told."""

    name: str
    state: AntivirusState
    current: bool | None


_NOT_REPORTED: Fact[Any] = Fact(None, WhyUnknown.NOT_REPORTED)


@dataclass(frozen=True)
class PcDocument:
    """What a PC says of itself.

    Attributes:
        platform: the family of its system.
        name: the computer's name in its network: what people here often call it.
        os_name: as people call it: `Windows 11 Professionnel`.
        os_version: `24H2`, `12.11`.
        os_build: the number that decides which Windows it is; Windows only.
        memory_bytes: as fitted, or as the system may use where that is all it tells.
        disks: fixed disks only; network drives and keys are not the PC's.
        last_user: who is, or was last, logged in.
        teamviewer_id: digits without spaces.
        antivirus: those the system knows, those that watch first.
    """

    platform: Platform
    name: Fact[str] = _NOT_REPORTED
    maker: Fact[str] = _NOT_REPORTED
    model: Fact[str] = _NOT_REPORTED
    serial: Fact[str] = _NOT_REPORTED
    os_name: Fact[str] = _NOT_REPORTED
    os_version: Fact[str] = _NOT_REPORTED
    os_build: Fact[int] = _NOT_REPORTED
    processor: Fact[str] = _NOT_REPORTED
    memory_bytes: Fact[int] = _NOT_REPORTED
    disks: Fact[tuple[Disk, ...]] = _NOT_REPORTED
    domain: Fact[Membership] = _NOT_REPORTED
    last_user: Fact[str] = _NOT_REPORTED
    teamviewer_id: Fact[str] = _NOT_REPORTED
    antivirus: Fact[tuple[Antivirus, ...]] = _NOT_REPORTED

    def facts(self) -> dict[str, Fact[Any]]:
        """Every fact by name, in the order they are shown."""
        return {name: getattr(self, name) for name in FACTS}

    def to_wire(self) -> dict[str, Any]:
        """As JSON types, for the record that keeps it."""
        wire: dict[str, Any] = {"platform": self.platform.value}
        for name, fact in self.facts().items():
            if fact.unknown is None:
                wire[name] = {"value": _plain(fact.value)}
            else:
                wire[name] = {"value": None, "why": fact.unknown.value, **({"detail": fact.detail} if fact.detail else {})}
        return wire

    @classmethod
    def from_wire(cls, wire: Mapping[str, Any]) -> PcDocument:
        """Back from JSON, whatever it holds: it may come from another version or another PC. What is not understood is unknown."""
        found = {name: _fact(wire.get(name), _READERS.get(name, _text)) for name in FACTS}
        return cls(_choice(Platform, wire.get("platform"), Platform.OTHER), **found)

    def differs(self, other: PcDocument) -> bool:
        """Whether a fact that matters changed: free space is new each time and tells nothing about the machine."""
        return self._lasting() != other._lasting()

    def completed_by(self, earlier: PcDocument) -> PcDocument:
        """This document, with what was said earlier wherever only the reading went wrong this time."""
        before = earlier.facts()
        kept: dict[str, Any] = {name: before[name] for name, fact in self.facts().items() if fact.unknown in _PASSING}
        return replace(self, **kept)

    def _lasting(self) -> dict[str, Any]:
        lasting = self.to_wire()
        for disk in lasting["disks"]["value"] or ():
            disk.pop("free")
        return lasting


#: The facts by name, in the order they are shown.
FACTS: tuple[str, ...] = tuple(field.name for field in fields(PcDocument) if field.name != "platform")

E = TypeVar("E", bound=StrEnum)


def _plain(value: Any) -> Any:
    match value:
        case Disk():
            return {"name": value.name, "total": value.total, "free": value.free}
        case Membership():
            return {"name": value.name, "joined": value.joined}
        case Antivirus():
            return {"name": value.name, "state": value.state.value, "current": value.current}
        case tuple():
            return [_plain(one) for one in value]
        case _:
            return value


def _fact(wire: Any, read: Callable[[Any], Any]) -> Fact[Any]:
    if not isinstance(wire, Mapping):
        return _NOT_REPORTED
    if wire.get("value") is None:
        detail = wire.get("detail")
        return unknown(_choice(WhyUnknown, wire.get("why"), WhyUnknown.NOT_REPORTED), detail if isinstance(detail, str) else "")
    value = read(wire["value"])
    return unknown(WhyUnknown.UNREADABLE, str(wire["value"])) if value is None else known(value)


def _choice(choices: type[E], value: Any, default: E) -> E:
    try:
        return choices(value)
    except ValueError:
        return default


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _disks(value: Any) -> tuple[Disk, ...] | None:
    return _all(value, _disk)


def _antiviruses(value: Any) -> tuple[Antivirus, ...] | None:
    return _all(value, _antivirus)


def _all(value: Any, read: Callable[[Mapping[str, Any]], T | None]) -> tuple[T, ...] | None:
    if not isinstance(value, list):
        return None
    found = tuple(read(one) if isinstance(one, Mapping) else None for one in value)
    return None if any(one is None for one in found) else tuple(one for one in found if one is not None)


def _disk(wire: Mapping[str, Any]) -> Disk | None:
    name, total, free = _text(wire.get("name")), _count(wire.get("total")), _count(wire.get("free"))
    return None if name is None or total is None or free is None else Disk(name, total, free)


def _antivirus(wire: Mapping[str, Any]) -> Antivirus | None:
    name, current = _text(wire.get("name")), wire.get("current")
    state = _choice(AntivirusState, wire.get("state"), AntivirusState.OFF)
    return None if name is None else Antivirus(name, state, current if isinstance(current, bool) else None)


def _membership(wire: Any) -> Membership | None:
    name = _text(wire.get("name")) if isinstance(wire, Mapping) else None
    return None if name is None else Membership(name, wire.get("joined") is True)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "os_build": _count,
    "memory_bytes": _count,
    "disks": _disks,
    "domain": _membership,
    "antivirus": _antiviruses,
}
