"""How long a five-page contract takes to draw, once the first one has been drawn."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace

from tests.unit.documents.papers import ARTICLES, CONTRACT

ROUNDS = 20


def measure() -> dict[str, float]:
    """Medians in milliseconds over 20 contracts, after one warm-up.

    `contract_pdf_ms` draws contracts of one offer (other number and customer, same articles), as an office does;
    `contract_pdf_new_text_ms` changes every article too, so that no line broken before is of use.
    """
    from app.documents.contract import contract_bytes

    _, pages = contract_bytes(CONTRACT)
    same = [replace(CONTRACT, number=f"C-2026-{n:04}", customer=replace(CONTRACT.customer, name=f"Pressing {n}")) for n in range(ROUNDS)]
    other = [
        replace(document, articles=tuple(replace(a, paragraphs=tuple(f"{n} {p}" for p in a.paragraphs)) for a in ARTICLES))
        for n, document in enumerate(same)
    ]
    timings = {}
    for name, documents in (("contract_pdf_ms", same), ("contract_pdf_new_text_ms", other)):
        taken = []
        for document in documents:
            start = time.perf_counter()
            contract_bytes(document)
            taken.append((time.perf_counter() - start) * 1000)
        timings[name] = round(statistics.median(taken), 1)
    return {"contract_pages": pages, **timings}


if __name__ == "__main__":
    print(measure())
