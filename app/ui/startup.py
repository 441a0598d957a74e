"""Measures a start: first paint, first screen filled, memory. Times are since the process began."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

_imported = time.perf_counter()


def begin() -> None:
    """A start makes hundreds of thousands of objects that all stay: looking for garbage among them took a tenth of its time."""
    gc.disable()


def settled() -> None:
    """What was loaded stays: look for garbage (see `app.ui.garbage`) only in what comes after. Among a million objects that takes a tenth of a second."""
    gc.freeze()


def since_process_start() -> float:
    """Seconds since the system made this process; since this module's import where the system does not tell."""
    if sys.platform.startswith("linux"):
        # Field 22 of /proc/self/stat, after the last parenthesis of the command's name: start in clock ticks since boot.
        fields = Path("/proc/self/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    elif sys.platform == "win32":  # noqa: RET505 - a type checker leaves out the other systems' branches
        return _windows_age()
    else:
        return time.perf_counter() - _imported


def resident_megabytes() -> float:
    """Memory of this process that is in RAM, in MB (10⁶ bytes)."""
    if sys.platform.startswith("linux"):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    elif sys.platform == "win32":  # noqa: RET505 - as above
        return _windows_memory() / 1e6
    else:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def report(first_paint: float, interactive: float) -> str:
    """The line that `--startup-report` prints."""
    return json.dumps(
        {
            "first_paint_ms": round(first_paint * 1000, 1),
            "interactive_ms": round(interactive * 1000, 1),
            "rss_mb": round(resident_megabytes(), 1),
        },
    )


if sys.platform == "win32":

    def _windows_age() -> float:
        import ctypes
        from ctypes import wintypes

        made, ended, kernel, user, now = (wintypes.FILETIME() for _ in range(5))
        current = ctypes.windll.kernel32.GetCurrentProcess()
        ctypes.windll.kernel32.GetProcessTimes(
            wintypes.HANDLE(current), ctypes.byref(made), ctypes.byref(ended), ctypes.byref(kernel), ctypes.byref(user)
        )
        ctypes.windll.kernel32.GetSystemTimePreciseAsFileTime(ctypes.byref(now))
        started = (made.dwHighDateTime << 32) + made.dwLowDateTime
        moment = (now.dwHighDateTime << 32) + now.dwLowDateTime
        return float(moment - started) / 1e7

    def _windows_memory() -> int:
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = (
                ("cb", wintypes.DWORD),
                ("PageFaultCount", wintypes.DWORD),
                ("PeakWorkingSetSize", ctypes.c_size_t),
                ("WorkingSetSize", ctypes.c_size_t),
                ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
                ("QuotaPagedPoolUsage", ctypes.c_size_t),
                ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
                ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
                ("PagefileUsage", ctypes.c_size_t),
                ("PeakPagefileUsage", ctypes.c_size_t),
            )

        counters = Counters()
        counters.cb = ctypes.sizeof(Counters)
        current = wintypes.HANDLE(ctypes.windll.kernel32.GetCurrentProcess())
        ctypes.windll.psapi.GetProcessMemoryInfo(current, ctypes.byref(counters), counters.cb)
        return int(counters.WorkingSetSize)
