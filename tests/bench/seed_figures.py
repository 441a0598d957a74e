"""The figures that the seed's own page shows since 22 January 2020, as rows of another system's export."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

INTERVENTIONS = 7667
RATINGS = 1498
#: 93 % of the ratings.
TOP = 1393
COLUMNS = ("number", "opened", "closed", "subject", "urgency", "kind", "technician", "smiley", "comment")
_SUBJECTS = ("Plus aucun ticket ne sort", "La caisse ne démarre plus", "Où trouver la TVA\u202f?", "Étiquettes décalées", "Nouvel accès")
_BEGIN = datetime(2020, 1, 22, 9, 0)
_END = datetime(2026, 11, 20, 17, 0)


def rows() -> Iterator[tuple[str, ...]]:
    """One row an intervention, oldest first; the same each time."""
    chance = random.Random(INTERVENTIONS)
    smileys = ["great"] * TOP + ["neutral"] * 70 + ["poor"] * (RATINGS - TOP - 70) + [""] * (INTERVENTIONS - RATINGS)
    chance.shuffle(smileys)
    step = (_END - _BEGIN) / INTERVENTIONS
    for place, smiley in enumerate(smileys):
        opened = (_BEGIN + step * place).replace(hour=chance.randrange(9, 18))
        closed = opened + timedelta(minutes=chance.randrange(5, 180))
        yield (
            f"T{place + 1:05}",
            f"{opened:%d/%m/%Y %H:%M}",
            f"{closed:%d/%m/%Y %H:%M}",
            chance.choice(_SUBJECTS),
            chance.choice(("blocked", "degraded", "question")),
            chance.choices(("phone", "remote", "on_site"), (24, 70, 6))[0],
            chance.choice(("Nadège R.", "Thibault C.", "Yasmine K.")),
            smiley,
            "Très réactif, merci" if smiley == "great" and chance.random() < 0.3 else "",
        )


def write_csv(path: Path) -> Path:
    """The rows as French Excel saves them: semicolons, cp1252, CRLF."""
    with path.open("w", encoding="cp1252", errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows())
    return path
