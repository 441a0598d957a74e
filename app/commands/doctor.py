"""`doctor`: looks at the installation and the data, also where they are damaged, newer or cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.commands.base import Answer, Call
from app.commands.parsing import Parser
from app.domain.errors import UserError
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.services.check import Check


def register(_: str, parser: Parser) -> None:
    """`doctor` takes no argument of its own."""
    parser.set_defaults(handler=_doctor)


def _doctor(call: Call) -> Answer:
    from app.services.maintenance import checks

    asked = (call.doors.clock.now(), call.doors.usable_folder)
    if call.demo:
        with call.services(write=False) as services:
            found = [*checks(services.folder, *asked, offline=call.offline), *_offers(call)]
    else:
        folder, _ = call.doors.data_folder(call.data_dir, demo=False)
        found = [*checks(folder, *asked, offline=call.offline), *_offers(call)]
    ok = all(check.ok is not False for check in found)
    document = {"ok": ok, "checks": [{"id": check.id, "ok": check.ok, "detail": check.detail} for check in found]}
    words = {True: tr("bon"), False: tr("défaut"), None: "–"}
    width = max(len(word) for word in words.values())
    lines = [f"{words[check.ok]:<{width}}  {check.id:<13} {check.detail}" for check in found]
    lines.append(tr("Tout va bien.") if ok else tr("Il y a quelque chose à réparer."))
    return Answer(document, lines, status=0 if ok else 1)


def _offers(call: Call) -> Iterator[Check]:
    from app.services.check import Check

    try:
        offers = call.doors.offers()
    except UserError as error:
        yield Check("offers", False, error.text)
    else:
        yield Check("offers", True, msg("{names}", names=", ".join(sorted(offers))))
