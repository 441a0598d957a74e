"""What a plan saves: presets, exclusions, and paths that are never patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.values.backups import BackupPlan, Destination, DestinationKind
from app.services import backup_sources
from app.services.backup_sources import as_include, chosen, gather, gesticlean_folders, literally, under_bases

PLAN = BackupPlan(Destination(DestinationKind.FOLDER, "/mnt/x"), (), preset_gesticlean=False)


def test_gesticleans_folders_are_those_that_exist(tmp_path: Path) -> None:
    (tmp_path / "ProgramData" / "GestiClean").mkdir(parents=True)
    (tmp_path / "programs" / "GestiClean" / "Data").mkdir(parents=True)
    windows = {"ProgramData": str(tmp_path / "ProgramData"), "PROGRAMFILES(X86)": str(tmp_path / "programs"), "APPDATA": str(tmp_path)}
    assert gesticlean_folders(windows) == (tmp_path / "ProgramData/GestiClean", tmp_path / "programs/GestiClean/Data")
    assert gesticlean_folders({}) == ()


def test_presets_come_after_what_was_chosen_and_once(tmp_path: Path) -> None:
    plan = BackupPlan(PLAN.destination, ("/a", str(tmp_path)), preset_gesticlean=False)
    assert chosen(plan, tmp_path) == ("/a", str(tmp_path))
    assert chosen(PLAN, tmp_path) == (str(tmp_path),)


def test_a_folder_somebody_chose_is_saved_whatever_it_is_called(tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "données"
    folder.mkdir(parents=True)
    plan = BackupPlan(PLAN.destination, (str(folder), str(tmp_path / "absent")), preset_parclair=False, preset_gesticlean=False)
    sources = gather(plan, tmp_path / "data", lambda: False)
    assert ".cache" not in sources.excluded and "Thumbs.db" in sources.excluded
    assert sources.missing == (str(tmp_path / "absent"),)
    assert sources.paths == (str(folder), str(tmp_path / "data/backup/bases"))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/a/[été]*.db", "/a/[[]été][*].db"),
        ("/a/$HOME", "/a/$$HOME"),
        ("/a/b ", "/a/b[ ]"),
        ("/a\\b", "/a[\\\\]b"),
        ("/a\nb?", "/a?b[?]"),
    ],
)
def test_a_path_is_never_a_pattern(path: str, line: str) -> None:
    assert literally(path) == line


def test_an_included_path_is_no_pattern_either() -> None:
    assert as_include("/a/[x]$ *\\") == "/a/[[]x]$ [*][\\\\]"


def test_copies_of_databases_lie_under_their_own_path() -> None:
    assert under_bases("/srv/caisse.db", Path("/d/bases")) == Path("/d/bases/srv/caisse.db")


def test_shadow_copies_are_for_windows() -> None:
    assert not backup_sources.may_shadow_copy()
