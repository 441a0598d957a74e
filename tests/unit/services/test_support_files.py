"""Files attached to requests: what is refused and how it is named, the same file once, and a disk that fills up half-way."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import InputError, RuleError, StorageError
from app.domain.records import RequestStatus, Urgency
from app.domain.values.support import Attachment, NewRequest, RequestQuery
from app.services import attachment_checks
from app.services.attachment_checks import LARGEST, check_content, read_attachment
from tests.command_line import plainly
from tests.support_office import PNG, SupportOffice

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
MSI = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + bytes.fromhex("84100c0000000000c000000000000046")
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + bytes.fromhex("0609020000000000c000000000000046")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    found = SupportOffice(tmp_path / "data")
    yield found
    found.opened.close()


def kept_files(office: SupportOffice) -> list[Path]:
    return [path for path in (office.opened.folder / "documents").rglob("*") if path.is_file()]


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(InputError, match="file") as found:
        check_content(name, content)
    return plainly(str(found.value.text))


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00" + b"\0" * 60,
        b"\x7fELF\x02\x01\x01",
        b"\xfe\xed\xfa\xcf\x01",
        b"\xcf\xfa\xed\xfe\x07",
        b"\xca\xfe\xba\xbe\x00",
        b"#!/bin/sh\nrm -rf ~",
        b"\xef\xbb\xbf#!/usr/bin/env python3\n",
        b"\xff\xfe#\x00!\x00/\x00",
        b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00",
        MSI,
    ],
)
@pytest.mark.parametrize("name", ["facture.pdf", "photo.png", "notes.txt", "rapport", "lettre.doc"])
def test_a_program_is_refused_whatever_it_is_called(name: str, content: bytes) -> None:
    assert "pas un programme" in refusal(name, content)


@pytest.mark.parametrize(
    "name",
    [
        "photo.png.exe",
        "photo.SCR",
        "démarrer.bat",
        "a.cmd",
        "a.ps1",
        "a.vbs",
        "a.js",
        "a.hta",
        "a.msi",
        "raccourci.lnk",
        "photo\u202egnp.exe",  # shown as photoexe.png
        "a.exe. ",
        "a.com",
        "dossier\\a.exe",
    ],
)
def test_a_name_that_something_runs_is_refused_whatever_it_holds(name: str) -> None:
    assert "pas un programme" in refusal(name, b"just text")


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("photo.png", b"%PDF-1.7", "une image PNG"),
        ("photo.JPG", PNG, "une image JPEG"),
        ("photo.jpeg", b"<html>", "une image JPEG"),
        ("photo.gif", b"GIF88a", "une image GIF"),
        ("photo.webp", b"RIFF\x00\x00\x00\x00WAVE", "une image WebP"),
        ("photo.tiff", b"II", "une image TIFF"),
        ("photo.bmp", b"bm", "une image BMP"),
        ("facture.pdf", b"PK\x03\x04", "un PDF"),
        ("facture.pdf", b" " * 1024 + b"%PDF-1.7", "un PDF"),
    ],
)
def test_a_name_that_says_something_else_than_the_content(name: str, content: bytes, what: str) -> None:
    said = refusal(name, content)
    assert what in said and name in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.png", PNG),
        ("photo.jpg", b"\xff\xd8\xff\xe0"),
        ("photo.webp", b"RIFF\x00\x00\x00\x00WEBP"),
        ("facture.pdf", b"\xef\xbb\xbf\n%PDF-1.7"),
        ("lettre.doc", DOC),
        ("notes.txt", b"Bonjour"),
        ("sans ending", b"\x00\x01"),
        (".gitignore", b"x"),
        ("rapport..v2.pdf", b"%PDF-1.4"),
    ],
)
def test_what_may_be_attached(name: str, content: bytes) -> None:
    assert check_content(name, content) == content


def test_nothing_and_too_much(tmp_path: Path) -> None:
    assert "pas vide" in refusal("photo.png", b"")
    assert "50 Mio" in refusal("notes.txt", bytes(LARGEST + 1))
    empty, large = tmp_path / "vide.txt", tmp_path / "film.mp4"
    empty.write_bytes(b"")
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    for path, said in ((empty, "pas vide"), (large, "50 Mio")):
        with pytest.raises(InputError) as found:
            read_attachment(path)
        assert said in plainly(str(found.value.text)) and path.name in str(found.value.text)


def test_of_a_file_that_is_too_large_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    # Reading in parts of no known length would raise.
    monkeypatch.setattr(attachment_checks, "_CHUNK", "never")
    with pytest.raises(InputError, match="50"):
        read_attachment(large)


@pytest.mark.parametrize(("more", "said"), [(b"more", "changé pendant la lecture"), (bytes(LARGEST), "50 Mio")])
def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: bytes, said: str) -> None:
    log = tmp_path / "journal.txt"
    log.write_bytes(b"first line\n")
    real = os.fstat
    calls: list[int] = []

    def fstat(handle: int) -> os.stat_result:
        found = real(handle)
        if not calls:
            with log.open("ab") as writer:
                writer.write(more)
        calls.append(handle)
        return found

    monkeypatch.setattr(os, "fstat", fstat)
    with pytest.raises(InputError) as refused:
        read_attachment(log)
    assert said in plainly(str(refused.value.text))


@POSIX
def test_links_pipes_devices_and_folders_are_refused(tmp_path: Path) -> None:
    target = tmp_path / "secret.txt"
    target.write_bytes(b"x")
    (tmp_path / "link.txt").symlink_to(target)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for name in ("link.txt", "dangling.txt", "pipe.txt", "folder.txt"):
        with pytest.raises(InputError, match="file"):
            read_attachment(tmp_path / name)
    for device in (Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(InputError, match="file"):
            read_attachment(device)
    with pytest.raises(InputError, match="file"):
        read_attachment(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="file"):
        read_attachment(tmp_path / "a\0b.txt")


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_the_right_to_read_it(tmp_path: Path) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_bytes(b"x")
    closed.chmod(0)
    with pytest.raises(InputError, match="file"):
        read_attachment(closed)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.png", "etc-passwd.png"),
        ("..\\..\\Windows\\photo.png", "Windows-photo.png"),
        ("a\0b.png", "a-b.png"),
        ("CON.png", "_CON.png"),
        ("..", "document"),
        ("x" * 300 + ".png", "x" * 196 + ".png"),
    ],
)
def test_no_name_leads_out_of_the_folder(office: SupportOffice, name: str, kept: str) -> None:
    added = office.support.add(NewRequest("x", Urgency.QUESTION), [Attachment(name, content=PNG)])
    (document,) = office.support.detail(added.id).documents
    assert (document.file_name, document.title) == (kept, kept)
    assert document.path.parent.parent == office.opened.folder / "documents" and document.path.read_bytes() == PNG


def test_the_same_file_is_kept_once(office: SupportOffice, tmp_path: Path) -> None:
    shot = tmp_path / "écran.png"
    shot.write_bytes(PNG)
    twice = [Attachment(shot.name, shot), Attachment("collé.png", content=PNG)]
    first = office.support.add(NewRequest("x", Urgency.QUESTION), twice)
    (document,) = office.support.detail(first.id).documents
    again = office.support.attach(first.id, twice)
    assert [row.id for row in again] == [document.id]
    assert (document.request_id, document.request_number, document.title) == (first.id, first.number, "écran.png")
    other = office.support.add(NewRequest("y", Urgency.QUESTION), twice)
    assert len(office.support.detail(other.id).documents) == 1
    assert len(kept_files(office)) == 1
    office.services.documents.delete(document.id)
    assert office.support.detail(first.id).documents == ()
    assert [row.id for row in office.support.attach(first.id, twice)] != [document.id]


def test_all_or_nothing(office: SupportOffice) -> None:
    good, bad = Attachment("a.png", content=PNG), Attachment("b.png", content=b"MZ")
    with pytest.raises(InputError, match="file"):
        office.support.add(NewRequest("x", Urgency.QUESTION), [good, bad])
    with pytest.raises(InputError, match="subject"):
        office.support.add(NewRequest("", Urgency.QUESTION), [good])
    with pytest.raises(InputError, match="file"):
        office.support.add(NewRequest("x", Urgency.QUESTION), [Attachment("nothing")])
    with pytest.raises(InputError, match="file"):
        office.support.add(NewRequest("x", Urgency.QUESTION), [good] * 21)
    assert office.support.page(RequestQuery(), 0, 1).total == 0 and kept_files(office) == []


@POSIX
def test_a_disk_that_fills_up_half_way_leaves_nothing(office: SupportOffice) -> None:
    """The system itself refuses to write on: a limit on the size of files, as a full disk does, after the first part was written."""
    import resource
    import signal

    small, large = Attachment("a.png", content=PNG), Attachment("b.txt", content=b"x" * (12 << 20))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8 << 20, before[1]))
    try:
        with pytest.raises(StorageError) as refused:
            office.support.add(NewRequest("x", Urgency.QUESTION), [small, large])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    # The file is named as it was chosen, not by where it would have been kept.
    assert "« b.txt »" in plainly(str(refused.value.text)) and "documents" not in str(refused.value.text)
    assert office.support.page(RequestQuery(), 0, 1).total == 0
    assert kept_files(office) == []
    added = office.support.add(NewRequest("x", Urgency.QUESTION), [small, large])
    assert (added.number, len(kept_files(office))) == ("D26-A-0001", 2)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a small disk of its own")
def test_a_really_full_disk(tmp_path: Path) -> None:
    import subprocess

    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount")
    try:
        office = SupportOffice(disk / "data")
        try:
            with pytest.raises(StorageError) as refused:
                office.support.add(NewRequest("x", Urgency.QUESTION), [Attachment("b.txt", content=b"x" * (16 << 20))])
            assert "plus de place" in str(refused.value.text)
            assert kept_files(office) == [] and office.support.page(RequestQuery(), 0, 1).total == 0
            assert office.support.add(NewRequest("x", Urgency.QUESTION), [Attachment("a.png", content=PNG)]).number == "D26-A-0001"
        finally:
            office.opened.close()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_bytes_are_taken_away_when_the_record_cannot_be_kept(office: SupportOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.services import support_files
    from app.services.documents import keep

    first = office.support.add(NewRequest("x", Urgency.QUESTION), [Attachment("a.png", content=PNG)])

    def broken(*arguments: object) -> None:
        keep(*arguments)  # type: ignore[arg-type]
        raise RuntimeError("a bug")

    monkeypatch.setattr(support_files, "keep", broken)
    more = [Attachment("a.png", content=PNG), Attachment("b.png", content=PNG + b"2")]
    with pytest.raises(RuntimeError, match="a bug"):
        office.support.attach(first.id, more)
    assert len(kept_files(office)) == 1


@pytest.mark.parametrize(
    "ending", "py pyw pyz iso img vhd vhdx wim cab docm xlsm pptm one rdp settingcontent-ms library-ms theme xlam".split()
)
def test_what_windows_runs_or_mounts_is_refused(ending: str) -> None:
    assert f"(.{ending})" in refusal(f"Facture.{ending.upper()}", b"just text")


@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.xlsx", "a.pptx", "a.odt", "a.7z", "a.rar", "a.gz"])
def test_an_archive_is_what_its_name_says(name: str) -> None:
    assert "son contenu est autre chose" in refusal(name, b"garbage")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note.txt", b"MZ pressing note"),
        ("note.txt", b"MZ"),
        ("a.zip", b"PK\x05\x06" + b"\0" * 18),
        ("a.docx", b"PK\x03\x04" + b"\0" * 60),
        ("avec-mot-de-passe.docx", DOC),
    ],
)
def test_texts_and_archives_pass(name: str, content: bytes) -> None:
    assert check_content(name, content) == content


def test_a_closed_request_takes_no_more_files(office: SupportOffice) -> None:
    asked = office.solved()
    office.support.attach(asked, [Attachment("a.png", content=PNG)])  # it may still be open again
    office.support.move(asked, RequestStatus.CLOSED)
    with pytest.raises(RuleError) as refusal:
        office.support.attach(asked, [Attachment("b.png", content=PNG + b"b")])
    assert "D26-A-0001" in str(refusal.value.text)
    assert [each.title for each in office.support.detail(asked).documents] == ["a.png"]
