"""Typing a word to its end: a page that is remembered must be the page that would have been read."""

from __future__ import annotations

from pathlib import Path

from app.domain.values.equipment import EquipmentQuery
from tests.offices import open_office


def test_each_letter_gives_what_a_fresh_reading_gives_also_after_a_change(tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    service = opened.services.equipment
    for number in range(40):
        service.add({"kind": "printer", "designation": f"Imprimante {number:02d}" if number % 3 else f"Imprimerie {number:02d}"})

    def typed(*texts: str) -> list[tuple[int, list[str]]]:
        pages = [service.page(EquipmentQuery(search=text), 0, 10) for text in texts]
        return [(page.total, [row.designation for row in page.rows]) for page in pages]

    def fresh(text: str) -> tuple[int, list[str]]:
        service._first_page = None
        return typed(text)[0]

    word = [*("imprimante"[:end] for end in range(1, 11)), "imprimante 1", "imprimante 12", "imprim", "imprimerie"]
    assert typed(*word) == [fresh(text) for text in word]
    assert typed("impri")[0][0] == 40
    added = service.add({"kind": "printer", "designation": "Imprimante 00 neuve"})
    assert typed("imprim")[0][0] == 41
    service.delete([added])
    service.change(service.identifiers(EquipmentQuery(search="imprimante 01"))[0], {"designation": "Autre imprimante"})
    assert typed("imprima", "imprimante") == [fresh("imprima"), fresh("imprimante")]
    opened.close()
