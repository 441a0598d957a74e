"""What documents cost before they are asked for, and what they are made of."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import tomllib
from pathlib import Path

from app.documents import fonts
from app.documents.wording import Voice

ROOT = Path(__file__).resolve().parents[3]


def test_the_package_and_its_model_load_no_drawing_library() -> None:
    code = (
        "import sys, app.documents, app.documents.model, app.documents.writing\n"
        "print([name for name in ('reportlab', 'uharfbuzz', 'PIL', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_declared_font_is_installed_free_and_glyf() -> None:
    declared = tomllib.loads(fonts.DECLARATION.read_text("utf-8"))
    for entry in [declared["serif"], *declared["fallback"]]:
        assert entry["licence"] == "OFL-1.1"
        metadata = importlib.metadata.metadata(entry["distribution"])
        assert "OFL" in (metadata["License-Expression"] or metadata["License"])
    for role in ("regular", "italic", "semibold"):
        assert b"glyf" in {bytes(tag, "ascii") for tag in fonts.serif(role).hb_face.table_tags}
    for path in fonts._fallback_files():
        assert path.is_file(), path


def test_counted_words_follow_the_language_of_the_document() -> None:
    assert [Voice("fr").days(n) for n in (0, 1, 15)] == ["0\u00a0jour", "1\u00a0jour", "15\u00a0jours"]
    assert [squash(Voice("en").days(n)) for n in (0, 1, 15)] == ["0 days", "1 day", "15 days"]
    assert squash(Voice("en").months(12)) == "12 months"


def squash(text: str) -> str:
    return " ".join(text.split())
