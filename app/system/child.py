"""A program started by ours: its lines as they come, its end by its own will, by ours or by the clock, and nothing of it left running."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import IO

#: How long a program that was asked to stop may take to tidy up (restic removes its lock) before it is killed.
GRACE_SECONDS = 6.0
_TICK = 0.2
_LONGEST_LINE = 4 * 1024 * 1024
#: Lower than the window's, so that a backup is not felt.
_NICENESS = 10


class Ending(Enum):
    """Why a program is no longer running."""

    EXITED = "exited"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed_out"


@dataclass(frozen=True)
class Ended:
    """How a program ended. `status` is negative where a signal ended it; it means nothing unless `ending` is EXITED."""

    ending: Ending
    status: int


class Child:
    """Runs one program in a process group of its own.

    Thread: `run` blocks the calling thread; it may be called from several threads for different children.
    """

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], folder: str | None = None) -> None:
        self._arguments = list(arguments)
        self._environment = dict(environment)
        self._folder = folder

    def run(
        self,
        on_line: Callable[[bytes], object],
        on_error_line: Callable[[bytes], object],
        *,
        given: bytes = b"",
        cancelled: Callable[[], bool] = lambda: False,
        seconds: float | None = None,
        quiet_seconds: float | None = None,
    ) -> Ended:
        """Start it, pass it `given` on standard input, and wait for its end.

        Args:
            on_line, on_error_line: called in this thread with each line of standard output and standard error.
            cancelled: asked several times a second.
            seconds: the longest it may run.
            quiet_seconds: the longest it may go without `on_line` returning something true ("there was progress").

        Raises:
            OSError: it cannot be started.
        """
        process = subprocess.Popen(
            self._arguments,
            env=self._environment,
            cwd=self._folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=_FLAGS,
            start_new_session=_FLAGS == 0,
        )
        try:
            _calm(process.pid)
            return self._followed(process, on_line, on_error_line, given, cancelled, seconds, quiet_seconds)
        finally:
            if process.poll() is None:
                stop(process)
            for stream in (process.stdin, process.stdout, process.stderr):
                with contextlib.suppress(OSError):  # what was not taken any more has nowhere to go
                    if stream is not None:
                        stream.close()

    def _followed(
        self,
        process: subprocess.Popen[bytes],
        on_line: Callable[[bytes], object],
        on_error_line: Callable[[bytes], object],
        given: bytes,
        cancelled: Callable[[], bool],
        seconds: float | None,
        quiet_seconds: float | None,
    ) -> Ended:
        lines: queue.SimpleQueue[tuple[int, bytes | None]] = queue.SimpleQueue()
        threads = [
            threading.Thread(target=_read, args=(process.stdout, 0, lines), daemon=True),
            threading.Thread(target=_read, args=(process.stderr, 1, lines), daemon=True),
            threading.Thread(target=_feed, args=(process.stdin, given), daemon=True),
        ]
        for thread in threads:
            thread.start()
        started = moved = time.monotonic()
        open_streams = 2
        while open_streams:
            now = time.monotonic()
            if cancelled():
                return Ended(Ending.CANCELLED, stop(process))
            if (seconds is not None and now - started > seconds) or (quiet_seconds is not None and now - moved > quiet_seconds):
                return Ended(Ending.TIMED_OUT, stop(process))
            try:
                which, line = lines.get(timeout=_TICK)
            except queue.Empty:
                if process.poll() is not None and not any(thread.is_alive() for thread in threads[:2]):
                    break
                continue
            if line is None:
                open_streams -= 1
            elif which == 0:
                moved = time.monotonic() if on_line(line) else moved
            else:
                on_error_line(line)
        return Ended(Ending.EXITED, process.wait())


def stop(process: subprocess.Popen[bytes]) -> int:
    """Ask the whole group to stop, kill what does not; its status."""
    _signal(process, gently=True)
    try:
        return process.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        _signal(process, gently=False)
        return process.wait()
    finally:
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody is left in the group
                os.killpg(process.pid, signal.SIGKILL)


def _read(stream: IO[bytes] | None, which: int, lines: queue.SimpleQueue[tuple[int, bytes | None]]) -> None:
    try:
        with contextlib.suppress(OSError, ValueError):  # closed under us: the program was stopped
            while stream is not None and (line := stream.readline(_LONGEST_LINE)):
                lines.put((which, line))
    finally:
        lines.put((which, None))


def _feed(stream: IO[bytes] | None, given: bytes) -> None:
    with contextlib.suppress(OSError, ValueError):  # it ended without reading: its status tells why
        if stream is not None:
            stream.write(given)
            stream.close()


if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS

    def _calm(pid: int) -> None:
        """The priority was given when it was started."""

    def _signal(process: subprocess.Popen[bytes], *, gently: bool) -> None:
        if gently:
            # Refused where this program has no console, as the window has none: the grace it would have had is of no use then.
            with contextlib.suppress(OSError):
                process.send_signal(signal.CTRL_BREAK_EVENT)
                return
        taskkill = str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe")
        kill = [taskkill, "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(kill, stdin=subprocess.DEVNULL, capture_output=True, check=False, creationflags=subprocess.CREATE_NO_WINDOW)
        process.kill()

else:
    _FLAGS = 0

    def _calm(pid: int) -> None:
        with contextlib.suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, pid, _NICENESS)

    def _signal(process: subprocess.Popen[bytes], *, gently: bool) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # it has just ended
            os.killpg(process.pid, signal.SIGINT if gently else signal.SIGKILL)
