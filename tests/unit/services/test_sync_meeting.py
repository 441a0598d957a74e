"""What is said before and after two sides are put together is true whatever the server turns out to have."""

from __future__ import annotations

import pytest

from app.services.sync_meeting import Meeting, begun, plan

COMPANY = "fiche de l’entreprise"


@pytest.mark.parametrize(("ours", "here", "there", "said"), [("Pressing", 3, 5, True), ("", 3, 5, False), ("Pressing", 3, 0, False)])
def test_the_companys_record_is_spoken_of_where_this_computer_has_one_and_the_server_may(
    ours: str, here: int, there: int, said: bool
) -> None:
    words = plan(Meeting("Pressing des Tilleuls", "", ours, "", here, there, None, False, here))
    found = [line for line in words if COMPANY in line]
    assert bool(found) == said
    assert all(line.startswith("Si le serveur a déjà une fiche") for line in found)  # how many records it has is all that is known


@pytest.mark.parametrize(("sent", "here", "there", "said"), [(2, 3, 5, True), (3, 3, 5, False), (3, 3, 0, False), (0, 0, 5, False)])
def test_so_it_is_after_joining(sent: int, here: int, there: int, said: bool) -> None:
    words = [line.render("fr") for line in begun(sent, here, there)]
    assert any(line.startswith("Si le serveur a déjà une fiche") for line in words) == said
