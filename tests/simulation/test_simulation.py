"""A thousand stories of an office: whatever happens, everybody ends with the same rows and nothing entered is lost without a word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.server.database import FILE_NAME as SERVER_FILE
from app.server.database import open_database
from app.store.database import FILE_NAME, migrate
from tests.simulation.world import build, figures, heal, step, unaccounted

#: The first story's seed, the stories in the test command, and the events of the longest; `dev.py soak` tells many more and longer ones.
FIRST = int(os.environ.get("PARCLAIR_FIRST", "0"))
STORIES = int(os.environ.get("PARCLAIR_STORIES", "1000"))
EVENTS = int(os.environ.get("PARCLAIR_EVENTS", "28"))
_AT_ONCE = 25


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Empty databases of both sides, to be copied: a thousand migrations would take the time of the stories."""
    folder = tmp_path_factory.mktemp("templates")
    client = folder / FILE_NAME
    migrate(client)
    open_database(folder).close()
    return client, folder / SERVER_FILE


def tell(seed: int, folder: Path, templates: tuple[Path, Path]) -> str:
    """One story; the hash of what happened."""
    world = build(folder, seed, *templates)
    try:
        for _ in range(world.chance.randrange(10, EVENTS)):
            step(world)
        heal(world)
        rows = world.server.rows()
        for number, one in enumerate(world.devices):
            assert one.rows() == rows, f"seed {seed}: computer {number} differs"
            assert figures(one) == figures(world.devices[0]), f"seed {seed}: computer {number} has other figures"
            assert all(bool(quantity) == bool(provider) for quantity, provider, *_ in figures(one)), f"seed {seed}: computer {number}"
        assert unaccounted(world) == set(), f"seed {seed}"
        return world.trace()
    finally:
        world.close()


@pytest.mark.parametrize("first", range(FIRST, FIRST + STORIES, _AT_ONCE))
def test_every_story_ends_well(first: int, tmp_path: Path, templates: tuple[Path, Path]) -> None:
    for seed in range(first, min(first + _AT_ONCE, FIRST + STORIES)):
        tell(seed, tmp_path / str(seed), templates)


def test_the_same_seed_tells_the_same_story(tmp_path: Path, templates: tuple[Path, Path]) -> None:
    assert tell(7, tmp_path / "once", templates) == tell(7, tmp_path / "again", templates)
