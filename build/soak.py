"""The long tests of the exchange: stories, kills, races, cuts at every byte, mutants; prints what was done and how it ended."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import environment
from environment import ROOT


@dataclass(frozen=True)
class Part:
    """One of them: what runs, with which variables, and what it comes to in words."""

    command: list[str | Path]
    variables: Mapping[str, str]
    amount: str


def main(arguments: list[str]) -> int:
    """Run the chosen parts; 0 when all ended well."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__)
    parser.add_argument("part", nargs="*", help="which to run (stories, kills, races, bytes, mutants); default: all")
    parser.add_argument("--stories", type=int, default=100_000, help="how many stories are told")
    parser.add_argument("--first", type=int, default=0, help="seed of the first story; those before it were told another time")
    parser.add_argument("--events", type=int, default=60, help="events of the longest")
    parser.add_argument("--kills", type=int, default=200, help="kills of each side, on each database")
    parser.add_argument("--turns", type=int, default=1_000, help="transactions of each of the eight writers")
    options = parser.parse_args(arguments)
    python = environment.ensure("dev")
    parts = _parts(python, options)
    unknown = [name for name in options.part if name not in parts]
    if unknown:
        parser.error(f"unknown part {unknown[0]!r}: expected one of {', '.join(parts)}")
    ended = [_run(name, parts[name]) for name in options.part or parts]
    return 0 if all(ended) else 1


def _parts(python: Path, options: argparse.Namespace) -> dict[str, Part]:
    workers = str(os.cpu_count() or 1)
    tests: list[str | Path] = [python, "-m", "pytest", "-q", "-o", "faulthandler_timeout=0"]
    together = [*tests, "-n", workers, "--dist", "worksteal"]
    return {
        "stories": Part(
            [*together, "tests/simulation"],
            {"PARCLAIR_FIRST": str(options.first), "PARCLAIR_STORIES": str(options.stories), "PARCLAIR_EVENTS": str(options.events)},
            f"{options.stories} stories of up to {options.events} events, from seed {options.first} on",
        ),
        "kills": Part(
            [*together, "tests/sync/test_crash.py"],
            {"PARCLAIR_KILLS": str(options.kills)},
            f"{options.kills} kills of the clients and {options.kills} of the server, on SQLite and on PostgreSQL",
        ),
        "races": Part(
            [*tests, "tests/sync/test_01_no_gaps.py"],
            {"PARCLAIR_TURNS": str(options.turns)},
            f"8 writers with {options.turns} transactions each and a reader, on SQLite and on PostgreSQL",
        ),
        "bytes": Part([*tests, "tests/sync/test_every_byte.py"], {"PARCLAIR_BYTE_STRIDE": "1"}, "a push cut at every byte, there and back"),
        "mutants": Part([python, "-m", "tests.sync.mutants"], {}, "every fault put in once"),
    }


def _run(name: str, part: Part) -> bool:
    print(f"== {name}: {part.amount}", flush=True)
    begun = time.monotonic()
    variables = {**environment.variables(), **part.variables}
    done = subprocess.run([str(word) for word in part.command], cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True, check=False)
    ended = done.returncode == 0 and '": false' not in done.stdout
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    if not ended:
        print("\n".join(lines[-60:]))
    said = next((line for line in reversed(lines) if re.search(r"passed|failed|caught|true", line)), "")
    print(f"== {name}: {'passed' if ended else 'FAILED'} after {time.monotonic() - begun:.0f} s: {said.strip('= ')}", flush=True)
    return ended


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
