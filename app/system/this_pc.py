"""What the PC this runs on says of itself, whatever its system."""

from __future__ import annotations

import sys

from app.domain.values.pc import FACTS, PcDocument, Platform, WhyUnknown, unknown


def read() -> PcDocument:
    """Every fact, or why it is unknown. Never raises, needs no administrator rights, takes less than ten seconds.

    Thread: any but Qt's: on Windows a program is asked.
    """
    platform = this_platform()
    try:
        return _read(platform)
    except Exception as error:  # a reader that fails as a whole must not keep the PC from being added by hand
        why = unknown(WhyUnknown.FAILED, f"{type(error).__name__}: {error}")
        return PcDocument(platform, **dict.fromkeys(FACTS, why))


def this_platform() -> Platform:
    """The family of the system this runs on."""
    return {"win32": Platform.WINDOWS, "darwin": Platform.MACOS, "linux": Platform.LINUX}.get(sys.platform, Platform.OTHER)


def _read(platform: Platform) -> PcDocument:
    match platform:
        case Platform.WINDOWS:
            from app.system import pc_windows

            return pc_windows.read()
        case Platform.MACOS:
            from app.system import pc_macos

            return pc_macos.read()
        case Platform.LINUX:
            from app.system import pc_linux

            return pc_linux.read()
        case Platform.OTHER:
            return PcDocument(platform, **dict.fromkeys(FACTS, unknown(WhyUnknown.NO_STANDARD_PLACE)))
