"""`dev.py bench`: every figure the project promises, each beside its limit or its baseline from the same run."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: The most that each figure may be. Ratios hold on any machine; milliseconds were set on two cores.
LIMITS: Mapping[str, float] = {
    "first_page_ms": 60,
    "keystroke_p95_ms": 30,
    "sort_ms": 100,
    "scroll_step_p99_ms": 16,
    "contract_pdf_ms": 40,
    "first_paint_ratio": 2,
    "interactive_ratio": 3,
    "rss_mb": 110,
    "with_100000_first_paint_ratio": 2,
    "with_100000_interactive_ratio": 3,
    "with_100000_rss_mb": 110,
}


def _list() -> dict[str, float]:
    from app.ui import qt_quirks

    qt_quirks.prepare()
    from tests.bench.bench_list import measure

    return measure()


def _startup() -> dict[str, float]:
    from tests.bench.bench_startup import measure

    return measure()


def _pdf() -> dict[str, float]:
    from tests.bench.bench_pdf import measure

    return measure()


BENCHES: Mapping[str, Callable[[], dict[str, float]]] = {"startup": _startup, "list": _list, "pdf": _pdf}


def main(arguments: list[str] | None = None) -> int:
    """Run the chosen benches and print their figures; 1 when one is over its limit."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("bench", nargs="*", choices=[*BENCHES, []], help="which to run; default: all")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    figures: dict[str, float] = {}
    for name in options.bench or BENCHES:
        figures |= BENCHES[name]()
    over = [name for name, value in figures.items() if value > LIMITS.get(name, float("inf"))]
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            limit = f"  at most {LIMITS[name]:g}" if name in LIMITS else ""
            print(f"{name:34} {value:10.2f}{limit}{'  OVER' if name in over else ''}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
