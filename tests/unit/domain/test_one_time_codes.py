"""Which time-based codes are taken."""

from __future__ import annotations

import pytest

from app.domain.one_time_codes import open_steps


@pytest.mark.parametrize(
    ("last", "open_ones"),
    [
        (0, [99, 100, 101]),
        (98, [99, 100, 101]),
        (99, [100, 101]),
        (101, []),
        # A clock that was ahead noted these.
        (102, [99, 100, 101]),
        (10**9, [99, 100, 101]),
    ],
)
def test_steps_after_the_one_used_last_are_open(last: int, open_ones: list[int]) -> None:
    assert list(open_steps(100, 1, last)) == open_ones
