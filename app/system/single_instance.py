"""One running program per data folder, held by an operating-system lock that a crash releases by itself."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from app.domain.errors import StorageError
from app.domain.reasons import reason
from app.domain.text import msg

FILE_NAME = "parclair.lock"
#: The byte that is locked lies far behind the text, so that Windows lets others read who holds it.
_LOCKED_BYTE = 1 << 20


class AlreadyRunningError(StorageError):
    """Another window or command is using the data folder."""

    def __init__(self, folder: Path, holder: str) -> None:
        super().__init__(
            msg(
                "Parclair utilise déjà ce dossier de données\u00a0: {folder} ({holder}). Rien n’a été modifié. Revenez à la fenêtre ouverte ou"
                " fermez-la, puis recommencez.",
                folder=folder,
                holder=holder or "?",
            )
        )
        self.holder = holder


class InstanceLock:
    """Holds the data folder for one process.

    Thread: take and release it in the thread that starts and ends the program.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._folder = folder
        self._handle: int | None = None

    def acquire(self, role: str, patience: float = 0.0) -> None:
        """Take the lock; `role` (`window`, `command`) is written into it for others to read.

        Args:
            role: who holds it.
            patience: seconds to wait while another *command* holds it; a window is never waited for.

        Raises:
            AlreadyRunningError: somebody else holds it.
            StorageError: the folder cannot be written.
        """
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StorageError(
                msg(
                    "Le dossier de données n’est pas accessible en écriture\u00a0: {path} ({reason}).",
                    path=self._folder,
                    reason=reason(error),
                )
            ) from error
        until = time.monotonic() + patience
        while not _lock(handle):
            holder = _read(handle)
            if holder.startswith("window") or time.monotonic() >= until:
                os.close(handle)
                raise AlreadyRunningError(self._folder, holder)
            time.sleep(0.02)
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{role} {os.getpid()}".encode())
        self._handle = handle

    def release(self) -> None:
        """Let others in; does nothing when the lock is not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _read(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, 64).decode("utf-8", "replace")


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
