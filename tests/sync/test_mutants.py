"""Each fault of `mutants` is put in, and the test that should see it has to fail; without the fault it passes like all others."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.server.running import ROOT
from tests.sync.mutants import MUTANTS

_FAILED = 1


@pytest.mark.slow
@pytest.mark.skipif("PARCLAIR_MUTANT" in os.environ, reason="a mutant tells nothing about mutants")
@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught(name: str) -> None:
    target = ROOT / "tests" / "sync" / MUTANTS[name].caught_by
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--tb=line", str(target)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")} | {"PARCLAIR_MUTANT": name}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == _FAILED, done.stdout.decode()[-2000:]
