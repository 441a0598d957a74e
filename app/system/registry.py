"""The Windows registry, read only, without administrator rights."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

View = Literal[32, 64]


class Registry(Protocol):
    """Reads HKEY_LOCAL_MACHINE."""

    def values(self, path: str, view: View) -> Mapping[str, object] | None:
        """The values of a key by name, `None` where there is no such key.

        Raises:
            OSError: the key may not be read.
        """
        ...

    def subkeys(self, path: str, view: View) -> Sequence[str]:
        """The names of the keys below a key; none where there is no such key.

        Raises:
            OSError: the key may not be read.
        """
        ...


if sys.platform == "win32":
    import winreg

    class _WindowsRegistry:
        """The registry of this PC."""

        def values(self, path: str, view: View) -> Mapping[str, object] | None:
            try:
                with self._open(path, view) as key:
                    count = winreg.QueryInfoKey(key)[1]
                    return {name: value for name, value, _ in (winreg.EnumValue(key, place) for place in range(count))}
            except FileNotFoundError:
                return None

        def subkeys(self, path: str, view: View) -> Sequence[str]:
            try:
                with self._open(path, view) as key:
                    return [winreg.EnumKey(key, place) for place in range(winreg.QueryInfoKey(key)[0])]
            except FileNotFoundError:
                return ()

        def _open(self, path: str, view: View) -> winreg.HKEYType:
            side = winreg.KEY_WOW64_64KEY if view == 64 else winreg.KEY_WOW64_32KEY
            return winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path, 0, winreg.KEY_READ | side)

    def system_registry() -> Registry | None:
        """The registry of this PC; `None` on another system."""
        return _WindowsRegistry()

else:

    def system_registry() -> Registry | None:
        """The registry of this PC; `None` on another system."""
        return None
