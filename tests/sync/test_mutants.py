"""Each fault of `mutants` is put in, and the test that should see it has to fail; without the fault it passes like all others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.running import ROOT
from tests.sync.mutants import MUTANTS


@pytest.mark.slow
def test_every_mutant_is_caught(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    # What one of its many short sessions leaves for the next would be swept away by any other run of the tests.
    environment["PYTEST_DEBUG_TEMPROOT"] = str(tmp_path)
    done = subprocess.run([sys.executable, "-m", "tests.sync.mutants"], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    found = json.loads(done.stdout)
    assert found.keys() == MUTANTS.keys()
    assert [name for name, caught in found.items() if not caught] == []
