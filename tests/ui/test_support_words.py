"""How moments stand in French and English sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.domain.text import set_language
from app.ui.support.words import Place, moment

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)  # a Monday, 10:05 in Paris
WORDS: tuple[tuple[Place, str, tuple[str, ...]], ...] = (
    ("at", "fr", ("à 11 h", "demain à 20 h 45", "hier à 20 h 45", "mercredi à 9 h", "le 01/12/2026 à 9 h")),
    ("bound", "fr", ("11 h", "demain à 20 h 45", "hier à 20 h 45", "mercredi à 9 h", "le 01/12/2026 à 9 h")),
    ("of", "fr", ("de 11 h", "de demain à 20 h 45", "d’hier à 20 h 45", "de mercredi à 9 h", "du 01/12/2026 à 9 h")),
    ("at", "en", ("at 11:00", "tomorrow at 20:45", "yesterday at 20:45", "Wednesday at 9:00", "1 Dec 2026 at 9:00")),
)
MOMENTS = (
    datetime(2026, 11, 23, 10, tzinfo=UTC),
    datetime(2026, 11, 24, 19, 45, tzinfo=UTC),
    datetime(2026, 11, 22, 19, 45, tzinfo=UTC),
    datetime(2026, 11, 25, 8, tzinfo=UTC),
    datetime(2026, 12, 1, 8, tzinfo=UTC),
)


@pytest.fixture(autouse=True)
def french_again() -> Iterator[None]:
    yield
    set_language("fr")


@pytest.mark.parametrize(("place", "language", "words"), WORDS)
def test_a_moment_in_a_sentence(place: Place, language: str, words: tuple[str, ...]) -> None:
    set_language(language)
    found = tuple(moment(at, NOW, language, place).replace("\u00a0", " ") for at in MOMENTS)
    assert found == words
