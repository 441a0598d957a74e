"""A resolved request with its link, and a browser-like visitor."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

import httpx
from sqlalchemy import select

from app.server import links
from app.server.sync.reading import changes_after
from app.server.tables import rating_link
from tests.server.live import LiveServer, Member


@dataclass
class Linked:
    """A resolved request and the path of its rating page."""

    request: str
    path: str
    link: str


def resolved(
    live: LiveServer, office: Member, camille: Member, number: str = "D26-A-0041", subject: str = "La caisse n’imprime plus"
) -> Linked:
    """Staff resolve a request of an office, which has a mail address, after work by remote control."""
    request = live.put(office, "support_request", number=number, subject=subject, contact="rose@pressing.example")
    worked(live, office, request)
    work = f"/v1/staff/organisations/{office.organisation}/requests/{request}"
    answer = camille.client.post(f"{work}/resolve", json={"resolution": "Pilote réinstallé"})
    assert answer.json()["mail_queued"] is True
    return link_to(live, request)


def worked(live: LiveServer, office: Member, request: str, kind: str = "remote") -> str:
    """Somebody has worked on a request; the intervention."""
    ended = "2026-11-22T09:20:00.000000+00:00"
    return live.put(office, "intervention", request_id=request, technician="Noor", kind=kind, ended_at=ended, minutes=20)


def link_to(live: LiveServer, request: str) -> Linked:
    """The newest link to the rating page of a request."""
    with live.database.writing() as connection:
        key = links.make_key(connection)
        query = select(rating_link.c.id).where(rating_link.c.request == request).order_by(rating_link.c.id.desc()).limit(1)
        link = connection.execute(query).scalar_one()
    return Linked(request, f"/r/{links.signed(key, link)}", link)


def token_in(page: httpx.Response) -> str:
    """What the form on a page carries."""
    found = re.search(r'name="form" value="([^"]+)"', page.text)
    assert found is not None, page.text
    return html.unescape(found[1])


def validate(visitor: httpx.Client, path: str, smiley: str = "great", comment: str = "", **more: Any) -> httpx.Response:
    """Open the page and send its form."""
    page = visitor.get(path)
    assert page.status_code == 200, page.text
    return visitor.post(path, data={"form": token_in(page), "smiley": smiley, "comment": comment}, **more)


def ratings(live: LiveServer, office: Member) -> list[dict[str, Any]]:
    """The ratings that an office's computers get."""
    with live.database.reading() as connection:
        changes = json.loads(changes_after(connection, office.organisation, 0, 2000))["changes"]
    return [one["data"] for one in changes if one["type"] == "rating"]
