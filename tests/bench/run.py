"""`dev.py bench`: every figure the project promises, each beside its limit or its baseline from the same run."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: The most that each figure may be. Ratios hold on any machine; milliseconds were set on two cores.
LIMITS: Mapping[str, float] = {
    "first_page_ms": 60,
    "keystroke_p95_ms": 30,
    "sort_ms": 100,
    "keystroke_longest_turn_ms": 16,
    "scroll_longest_turn_ms": 16,
    "contract_pdf_ms": 40,
    "request_import_ms": 5000,
    "support_figures_ms": 40,
    "support_figures_cut_ms": 60,
    "statistics_first_ms": 300,
    "statistics_ms": 300,
    "statistics_period_ms": 300,
    "statistics_longest_turn_ms": 16,
    "statistics_idle_paints": 0,
    "idle_core_percent": 0.5,
    "chores_core_percent": 0.5,
    "backup_longest_turn_ms": 16,
    "poll_sqlite_over_empty_ms": 1,
    "poll_postgresql_over_empty_ms": 1,
    "crowd_sqlite_p99_ms": 100,
    "crowd_postgresql_p99_ms": 100,
    "first_sync_ms": 5000,
    "sync_window_longest_turn_ms": 16,
    "first_paint_ratio": 2,
    "interactive_ratio": 3,
    "rss_mb": 110,
    "rss_warm_mb": 110,
    "with_100000_first_paint_ratio": 2,
    "with_100000_interactive_ratio": 3,
    "with_100000_rss_mb": 110,
}
#: The least that each figure may be: records a second.
LEAST: Mapping[str, float] = {"push_sqlite_per_s": 17_000, "push_postgresql_per_s": 8_000, "pull_per_s": 37_000}
#: The figure of the same run that another stands beside.
BASELINES: Mapping[str, str] = {
    "first_paint_ms": "bare_first_paint_ms",
    "interactive_ms": "bare_first_paint_ms",
    "rss_mb": "bare_rss_mb",
    "rss_warm_mb": "bare_rss_mb",
    "with_100000_first_paint_ms": "bare_first_paint_ms",
    "with_100000_interactive_ms": "bare_first_paint_ms",
    "with_100000_rss_mb": "bare_rss_mb",
    "first_page_ms": "qsql_first_page_ms",
    "keystroke_ms": "qsql_keystroke_ms",
    "sort_ms": "qsql_sort_ms",
    "request_import_ms": "plain_insert_ms",
    "support_figures_ms": "plain_figures_ms",
    "support_figures_cut_ms": "plain_figures_ms",
    "statistics_first_ms": "plain_group_by_ms",
    "statistics_ms": "plain_group_by_ms",
    "statistics_period_ms": "plain_group_by_ms",
    "statistics_pictures_ms": "plain_plot_ms",
    "statistics_longest_pause_ms": "idle_longest_pause_ms",
    "request_search_slowest_ms": "plain_like_ms",
    "sync_window_longest_pause_ms": "sync_window_idle_longest_pause_ms",
    "request_search_longest_pause_ms": "request_search_idle_longest_pause_ms",
    "backup_longest_turn_ms": "backup_idle_longest_turn_ms",
    "backup_longest_pause_ms": "backup_idle_longest_pause_ms",
    "push_sqlite_per_s": "plain_sqlite_per_s",
    "push_postgresql_per_s": "plain_postgresql_per_s",
    "poll_sqlite_ms": "poll_sqlite_empty_ms",
    "poll_postgresql_ms": "poll_postgresql_empty_ms",
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


def _backup_window() -> dict[str, float]:
    from app.ui import qt_quirks

    qt_quirks.prepare()
    from tests.bench.bench_backup_window import measure

    return measure()


def _support() -> dict[str, float]:
    from tests.bench.bench_support import measure

    return measure()


def _statistics() -> dict[str, float]:
    from app.ui import qt_quirks

    qt_quirks.prepare()
    from tests.bench.bench_statistics_screen import measure

    return measure()


def _request_search() -> dict[str, float]:
    from app.ui import qt_quirks

    qt_quirks.prepare()
    from tests.bench.bench_request_search import measure

    return measure()


def _idle() -> dict[str, float]:
    from tests.bench.bench_idle import measure

    return measure()


def _sync() -> dict[str, float]:
    from tests.bench.bench_sync import measure

    return measure()


def _sync_window() -> dict[str, float]:
    from app.ui import qt_quirks

    qt_quirks.prepare()
    from tests.bench.bench_sync_window import measure

    return measure()


BENCHES: Mapping[str, Callable[[], dict[str, float]]] = {
    "startup": _startup,
    "list": _list,
    "pdf": _pdf,
    "support": _support,
    "statistics": _statistics,
    "request_search": _request_search,
    "idle": _idle,
    "backup_window": _backup_window,
    "sync": _sync,
    "sync_window": _sync_window,
}


def main(arguments: list[str] | None = None) -> int:
    """Run the chosen benches and print their figures; 1 when one is outside its limit."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("bench", nargs="*", choices=[*BENCHES, []], help="which to run; default: all")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    figures: dict[str, float] = {}
    for name in options.bench or BENCHES:
        figures |= BENCHES[name]()
    over = [name for name, value in figures.items() if not LEAST.get(name, 0) <= value <= LIMITS.get(name, float("inf"))]
    if options.json:
        print(json.dumps(figures))
    else:
        _print(figures, over)
    return 1 if over else 0


def _print(figures: Mapping[str, float], over: Sequence[str]) -> None:
    print(f"{'':34}{'measured':>10}{'baseline':>10}{'ratio':>8}{'limit':>9}")
    for name, value in figures.items():
        if name in BASELINES.values() or name.endswith("_ratio"):
            continue
        baseline = figures.get(BASELINES.get(name, ""))
        beside = f"{baseline:10.1f}{value / baseline:8.2f}" if baseline else " " * 18
        stem = name.removesuffix("_ms")
        limit = f"≤ {LIMITS[name]:g}" if name in LIMITS else f"≥ {LEAST[name]:g}" if name in LEAST else ""
        limit = f"≤ {LIMITS[stem + '_ratio']:g}×" if f"{stem}_ratio" in LIMITS else limit
        print(f"{name:34}{value:10.1f}{beside}{limit:>9}{'  OUTSIDE' if {name, stem + '_ratio'} & set(over) else ''}".rstrip())


if __name__ == "__main__":
    sys.exit(main())
