"""TeamViewer's ID in registries as `reg export` recorded them."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system import teamviewer
from app.system.registry import View
from app.system.teamviewer import clean_id, link, this_pc, this_pc_id
from tests.recorded_pcs import RecordedRegistry

RECORDED = Path(__file__).parent / "registry"


def recorded(name: str) -> RecordedRegistry:
    return RecordedRegistry(RECORDED / f"{name}.reg")


class RefusingRegistry(RecordedRegistry):
    """A registry the account may not read."""

    def values(self, path: str, view: View) -> Mapping[str, object] | None:
        raise PermissionError(errno.EACCES, "Access is denied")


@pytest.mark.parametrize(
    ("name", "expected", "folder"),
    [
        ("teamviewer15_64", "1565839782", r"C:\Program Files\TeamViewer"),
        ("teamviewer14_32_on_64", "986800864", r"C:\Program Files (x86)\TeamViewer"),
        ("teamviewer_9_and_11", "986801296", r"C:\Program Files (x86)\TeamViewer\Version11"),
    ],
)
def test_ids_of_every_generation(name: str, expected: str, folder: str) -> None:
    found = this_pc(recorded(name))
    assert (found.id, found.folder, found.why) == (expected, folder, None)


@pytest.mark.parametrize(
    ("name", "words"),
    [("teamviewer_never_opened", "pas encore d’ID"), ("without_teamviewer", "n’est pas installé")],
)
def test_an_unknown_id_says_why(name: str, words: str) -> None:
    found = this_pc(recorded(name))
    assert found.id is None
    assert found.why is not None
    assert words in found.why.render("fr")


def test_a_registry_that_refuses_says_so() -> None:
    found = this_pc(RefusingRegistry(RECORDED / "teamviewer15_64.reg"))
    assert found.id is None
    assert found.why is not None
    assert "accès refusé" in found.why.render("fr")


def test_elsewhere_than_on_windows_there_is_nothing_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teamviewer, "system_registry", lambda: None)
    assert this_pc_id() is None
    assert teamviewer.program() is None
    why = this_pc().why
    assert why is not None
    assert "Windows" in why.render("fr")


def test_the_program_is_given_only_where_it_is(tmp_path: Path) -> None:
    registry = recorded("teamviewer15_64")
    assert teamviewer.program(registry) is None
    registry.keys[teamviewer.KEY]["InstallationDirectory"] = str(tmp_path)
    assert teamviewer.program(registry) is None
    (tmp_path / "TeamViewer.exe").touch()
    assert teamviewer.program(registry) == tmp_path / "TeamViewer.exe"
    registry.keys[teamviewer.KEY]["InstallationDirectory"] = "."
    assert teamviewer.program(registry) is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("986 801 296", "986801296"),
        ("986\u202f801\u00a0296", "986801296"),
        ("986-801-296", "986801296"),
        ("1 565 839 782", "1565839782"),
        ("", None),
        ("0", None),
        ("000000000", None),
        ("12345", None),
        ("٩٨٦٨٠١٢٩٦", None),
        ("caisse.comptoir", None),
        ("986801296&authorization=x", None),
    ],
)
def test_an_id_is_digits_however_it_is_dictated(given: str, expected: str | None) -> None:
    assert clean_id(given) == expected


def test_the_link_takes_control_of_the_device() -> None:
    assert link("986 801 296") == "teamviewer10://control?device=986801296"
    with pytest.raises(ValueError, match="no TeamViewer ID"):
        link("986801296&authorization=x")


@given(st.text())
def test_nothing_but_digits_gets_into_a_link(text: str) -> None:
    cleaned = clean_id(text)
    assert cleaned is None or re.fullmatch(r"[0-9]{6,12}", cleaned)
