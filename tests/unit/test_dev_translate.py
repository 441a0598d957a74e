from __future__ import annotations

from pathlib import Path

import pytest
import translate


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one module and its catalogue."""
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "home.py").write_text('tr("Bonjour {name}", name=n)\ntrn("{n} machine", "{n} machines", 2)\n', "utf-8")
    catalogue = tmp_path / "resources" / "parclair_en.ts"
    monkeypatch.setattr(translate, "ROOT", tmp_path)
    monkeypatch.setattr(translate, "CATALOGUE", catalogue)
    for function in (translate.collect, translate.read):
        monkeypatch.setattr(function, "__defaults__", (tmp_path if function is translate.collect else catalogue,))
    monkeypatch.setattr(translate.write, "__defaults__", (catalogue,))
    return tmp_path


ENGLISH = {"Bonjour {name}": "Hello {name}", "{n} machine": "{n} machine", "{n} machines": "{n} machines"}


def test_a_complete_catalogue_has_no_problem(project: Path) -> None:
    assert translate.update(ENGLISH) == 0
    assert translate.problems() == []
    assert translate.read() == ENGLISH


def test_a_text_without_english_is_named_with_its_place(project: Path) -> None:
    assert translate.update() == 3
    assert "app/home.py:1: no English for « Bonjour {name} »" in translate.problems()


def test_a_lost_placeholder_is_a_problem(project: Path) -> None:
    translate.update({**ENGLISH, "Bonjour {name}": "Hello"})
    assert translate.problems() == ["app/home.py:1: other placeholders in the English of « Bonjour {name} »"]


def test_a_text_gone_from_the_code_is_a_problem_until_the_next_update(project: Path) -> None:
    translate.update(ENGLISH)
    (project / "app" / "home.py").write_text('tr("Bonjour {name}", name=n)\n', "utf-8")
    assert len(translate.problems()) == 2
    translate.update()
    assert translate.problems() == []


def test_a_text_made_at_run_time_cannot_be_collected(project: Path) -> None:
    (project / "app" / "home.py").write_text("tr(f'Bonjour {name}')\n", "utf-8")
    assert "needs a literal text" in translate.problems()[0]
