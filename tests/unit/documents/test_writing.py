"""A document is on disk whole, or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.documents.writing import write_whole
from app.domain.errors import StorageError

ROOT = Path(__file__).resolve().parents[3]


def test_the_file_is_written_and_its_fingerprint_told(tmp_path: Path) -> None:
    path = tmp_path / "contrat n° 1 – « été ».pdf"
    written = write_whole(b"%PDF-content", 3, path)
    assert path.read_bytes() == b"%PDF-content"
    assert (written.path, written.pages) == (path, 3)
    assert written.sha256 == hashlib.sha256(b"%PDF-content").hexdigest()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "lettre.pdf"
    path.write_bytes(b"old")

    def refuse(*_arguments: object, **_options: object) -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        if step == "replace":
            patch.setattr(Path, "replace", refuse)
        else:
            patch.setattr(os, {"write": "fdopen", "fsync": "fsync"}[step], refuse)
        with pytest.raises(StorageError) as caught:
            write_whole(b"new", 1, path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert "lettre.pdf" in caught.value.text.render("fr")
    assert "plus de place sur le disque" in caught.value.text.render("fr")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="nowhere"):
        write_whole(b"new", 1, tmp_path / "nowhere" / "lettre.pdf")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a process's files")
def test_a_disk_that_fills_up_half_way(tmp_path: Path) -> None:
    path = tmp_path / "contrat.pdf"
    path.write_bytes(b"old")
    code = (
        "import resource, sys; from pathlib import Path\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from app.documents.writing import write_whole\n"
        "from app.domain.errors import StorageError\n"
        "try: write_whole(b'x' * 100_000, 1, Path(sys.argv[1]))\n"
        "except StorageError as error: print(error.exit_status)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
