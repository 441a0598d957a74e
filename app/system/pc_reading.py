"""What the readers of Windows, Linux and macOS share: texts that makers left as they were, tools that take too long."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from app.domain.values.pc import Fact, WhyUnknown, known, unknown

T = TypeVar("T")

#: What firmware says where its maker wrote nothing; compared without case, spaces and punctuation.
_PLACEHOLDERS = frozenset(
    re.sub(r"\W", "", text.lower())
    for text in (
        "To Be Filled By O.E.M.",
        "To Be Filled By OEM",
        "Filled By OEM",
        "Default string",
        "System Product Name",
        "System Manufacturer",
        "System Name",
        "System Serial Number",
        "System Version",
        "Base Board Serial Number",
        "Chassis Serial Number",
        "Serial Number",
        "SerNum",
        "Not Specified",
        "Not Applicable",
        "Not Available",
        "Not Defined",
        "Undefined",
        "Unknown",
        "Invalid",
        "Empty",
        "None",
        "Null",
        "N/A",
        "OEM",
        "O.E.M.",
        "OEM_MB",
        "BSN12345678901234567",
        "123456789",
        "1234567890",
        "0123456789",
        "System",
        "All Series",
        "Type1ProductConfigId",
        "INVALID",
        "Product Name",
        "Manufacturer",
    )
)
_TELLING = (WhyUnknown.PLACEHOLDER, WhyUnknown.UNREADABLE, WhyUnknown.NO_RIGHTS)
#: A whole reading stays below ten seconds, whatever the tool does.
TOOL_SECONDS = 8.0
_LONGEST = 300


def text_fact(value: object, missing: WhyUnknown = WhyUnknown.NOT_REPORTED) -> Fact[str]:
    """A text on one line; what is empty or no text is unknown."""
    if not isinstance(value, str):
        return unknown(missing)
    text = " ".join("".join(char if char.isprintable() else " " for char in value).split())[:_LONGEST]
    return known(text) if text else unknown(missing)


def firmware_fact(value: object) -> Fact[str]:
    """A text that the machine's maker wrote into it; one that was never filled in is unknown."""
    found = text_fact(value)
    if found.value is None:
        return found
    bare = re.sub(r"\W", "", found.value.lower())
    if bare in _PLACEHOLDERS or len(set(bare)) <= 1:  # « 0 », « 00000000 », « xxxxxxx », « ...... »
        return unknown(WhyUnknown.PLACEHOLDER, found.value)
    return found


def count_fact(value: object, missing: WhyUnknown = WhyUnknown.NOT_REPORTED) -> Fact[int]:
    """A number above zero, given as one or in digits."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < 30:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return known(value)
    return unknown(missing) if value in (None, "", 0) else unknown(WhyUnknown.UNREADABLE, str(value))


def first_known(*facts: Fact[T]) -> Fact[T]:
    """The first that is known; else the one that tells most about why not."""
    best = next((fact for fact in facts if fact.unknown is None), None)
    if best is not None:
        return best
    # What was there and could not be used tells more than that nothing was.
    return next((fact for fact in facts if fact.unknown in _TELLING), facts[0])


def guarded(read: Callable[[], Fact[T]]) -> Fact[T]:
    """`read()`, or the reason it failed: one odd answer must not cost the other facts."""
    try:
        return read()
    except PermissionError:
        return unknown(WhyUnknown.NO_RIGHTS)
    except Exception as error:  # whatever a machine answers, the PC can still be added
        return unknown(WhyUnknown.FAILED, f"{type(error).__name__}: {error}")


def read_facts(readers: Mapping[str, Callable[[], Fact[Any]]]) -> dict[str, Fact[Any]]:
    """Every fact by its reader."""
    return {name: guarded(read) for name, read in readers.items()}


@dataclass(frozen=True)
class ToolAnswer:
    """What a system's tool wrote, even when it did not end well.

    Attributes:
        text: its standard output, as far as it came.
        problem: why it is not whole; None when it is.
    """

    text: str
    problem: WhyUnknown | None = None


def ask_tool(command: Sequence[str], seconds: float = TOOL_SECONDS) -> ToolAnswer:
    """Run a tool of the system without a window and without waiting long; never raises. Thread: any but Qt's."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # elsewhere there is none to hide
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, creationflags=flags, check=False)
    except subprocess.TimeoutExpired as late:
        return ToolAnswer(_decoded(late.stdout), WhyUnknown.TIMED_OUT)
    except OSError:  # not there, or forbidden by a policy
        return ToolAnswer("", WhyUnknown.BLOCKED)
    text = _decoded(done.stdout)
    return ToolAnswer(text, None if text.strip() else WhyUnknown.BLOCKED)


def _decoded(output: bytes | str | None) -> str:
    return output if isinstance(output, str) else (output or b"").decode("utf-8-sig", "replace")
