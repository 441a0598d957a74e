"""Files kept by their content: verified before they are trusted, named so that every system can save them."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import OpenFolder
from app.domain.errors import StorageError
from app.store.tables import Document
from tests.offices import open_office


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenFolder]:
    office = open_office(tmp_path / "data")
    yield office
    office.close()


def attached(opened: OpenFolder, folder: Path, name: str = "scan.pdf", content: bytes = b"%PDF-proof") -> Path:
    source = folder / name
    source.write_bytes(content)
    return source


def test_kept_bytes_that_were_altered_are_written_anew(opened: OpenFolder, tmp_path: Path) -> None:
    documents, source = opened.services.documents, attached(opened, tmp_path)
    first = documents.attach(source)
    first.path.write_bytes(b"%PDF-f0rge")
    with pytest.raises(StorageError, match=r"changed|altered|modified"):
        documents.content(first.id)
    second = documents.attach(source)
    assert second.path == first.path
    assert documents.content(second.id) == documents.content(first.id) == b"%PDF-proof"


def test_the_same_bytes_are_not_written_twice(opened: OpenFolder, tmp_path: Path) -> None:
    documents, source = opened.services.documents, attached(opened, tmp_path)
    first = documents.attach(source)
    before = first.path.stat().st_ino
    assert documents.attach(source).path.stat().st_ino == before
    assert [path.name for path in first.path.parent.iterdir()] == [first.sha256]


@pytest.mark.skipif(os.name == "nt", reason="Windows itself refuses such names")
def test_a_name_that_another_system_refuses_is_made_safe_and_the_title_kept(opened: OpenFolder, tmp_path: Path) -> None:
    row = opened.services.documents.attach(attached(opened, tmp_path, "devis: 1|2?.pdf"))
    assert (row.title, row.file_name) == ("devis: 1|2?.pdf", "devis- 1-2-.pdf")


def test_a_record_from_another_computer_cannot_name_a_path(opened: OpenFolder, tmp_path: Path) -> None:
    documents = opened.services.documents
    row = documents.attach(attached(opened, tmp_path))
    with opened.services.context.store.writing() as unit:
        kept = unit.session.get(Document, row.id)
        assert kept is not None
        kept.file_name = "../../.ssh/authorized_keys"
    assert documents.row(row.id).file_name == "ssh-authorized_keys"


def test_a_copy_is_saved_whole_or_not_at_all(opened: OpenFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = opened.services.documents
    row = documents.attach(attached(opened, tmp_path))
    target = tmp_path / ("x" * 200 + ".pdf")
    assert documents.save_as(row.id, target).read_bytes() == b"%PDF-proof"
    for wrong in (tmp_path, tmp_path / "nowhere" / "copy.pdf", tmp_path / "scan.pdf" / "copy.pdf"):
        with pytest.raises(StorageError):
            documents.save_as(row.id, wrong)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageError) as caught:
            documents.save_as(row.id, target)
    assert "plus de place sur le disque" in caught.value.text.render("fr")
    assert target.read_bytes() == b"old" and not list(tmp_path.glob(".*"))
