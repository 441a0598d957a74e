"""A file that is attached on one computer can be had on another, whole and checked; until then only its name is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import OpenFolder
from app.domain.errors import StorageError
from tests.integration.test_sync_company import join, offices, server
from tests.provider import Provider

__all__ = ["offices", "server"]
CONTENT = b"%PDF-1.7" + bytes(range(256)) * 40


@pytest.fixture
def source(tmp_path: Path) -> Path:
    found = tmp_path / "contrat.pdf"
    found.write_bytes(CONTENT)
    return found


def refusal(office: OpenFolder) -> str:
    """Why the office's only document cannot be shown."""
    (row,) = office.services.documents.rows()
    with pytest.raises(StorageError) as caught:
        office.services.documents.content(row.id)
    assert not row.path.exists()
    return str(caught.value.text.render("fr"))


def test_a_file_attached_on_one_computer_is_had_on_another(
    offices: tuple[OpenFolder, OpenFolder], server: Provider, source: Path, tmp_path: Path
) -> None:
    shop, office = (one.services for one in offices)
    shop.documents.attach(source)
    for one in offices:
        join(one, server)
        one.services.sync.run()
    (row,) = office.documents.rows()
    assert not row.path.exists() and office.documents.content(row.id) == CONTENT and row.path.read_bytes() == CONTENT
    row.path.unlink()
    assert office.documents.save_as(row.id, tmp_path / "copie.pdf").read_bytes() == CONTENT
    server.stop()
    assert office.documents.content(row.id) == CONTENT  # it is here now


def test_why_a_file_is_not_here_is_said(offices: tuple[OpenFolder, OpenFolder], server: Provider, source: Path) -> None:
    shop, office = offices
    kept = shop.services.documents.attach(source).path
    kept.rename(kept.with_suffix(".away"))
    for one in offices:
        join(one, server)
        one.services.sync.run()
    assert "ne l’a pas encore envoyé" in refusal(office)
    office.services.sync.never = True
    assert "--offline" in refusal(office)
    office.services.sync.never = False
    server.stop()
    assert "n’est pas encore sur ce PC" in refusal(office) and "injoignable" in refusal(office)
    office.services.sync.disconnect()
    assert "manque dans le dossier de données" in refusal(office)
