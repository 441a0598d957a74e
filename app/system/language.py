"""The language the person's system speaks."""

from __future__ import annotations

import os
import sys

_ENGLISH = 0x09


def system_language() -> str:
    """`en` where the system speaks English, else `fr`."""
    if sys.platform == "win32":
        import ctypes

        # The low ten bits of a Windows language are its primary language.
        return "en" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _ENGLISH else "fr"
    chosen = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if chosen.lower().startswith("en") else "fr"
