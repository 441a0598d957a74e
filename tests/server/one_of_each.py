"""An office that has one of everything that a route can name."""

from __future__ import annotations

from tests.server.live import LiveServer, Member
from tests.server.rating_lab import resolved
from tests.server.test_blobs import begin, sha256, upload


def one_of_each(live: LiveServer, office: Member, camille: Member, word: str) -> dict[str, list[str]]:
    """Give an office one of everything, and the `word` to all of it: the ids by the name of the parameter or field that they fill."""
    machine = live.put(office, "equipment", designation=word)
    contract = live.put(office, "contract", number=f"{word}-1")
    claim = live.put(office, "claim", number=f"{word}-2", equipment_id=machine, type="breakage")
    letter = live.put(office, "resignation", contract_id=contract, status="sent", reason=word)
    made = resolved(live, office, camille, number=f"{word}-3", subject=word)
    waiting, under_way = (live.put(office, "support_request", number=f"{word}-{number}", subject=word) for number in (4, 5))
    work = live.put(office, "intervention", request_id=under_way, report=word)
    content = f"{word}: the bytes of an attachment".encode()
    digest = upload(office, content)
    live.put(office, "document", title=word, sha256=digest, size=len(content), request_id=made.request, claim_id=claim)
    unfinished, whole = (
        begin(office, known, size).headers["location"].rsplit("/", 1)[1]
        for known, size in ((sha256(word.encode()), 100), (digest, len(content)))
    )
    return {
        "organisation": [office.organisation],
        "equipment": [machine],
        "contract": [contract],
        "request": [made.request, waiting, under_way],
        "intervention": [work],
        "claim": [claim],
        "resignation": [letter],
        "device": [office.id],
        "sha256": [digest],
        "upload": [unfinished, whole],
        "link": [made.path.removeprefix("/r/")],
    }
