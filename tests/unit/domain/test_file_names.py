"""Names that are proposed on other computers: no path, no device, nothing that some system refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_names import safe_file_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("resiliation-../../../tmp/evil.pdf", "resiliation-..-..-..-tmp-evil.pdf"),
        ("..\\..\\evil.exe", "evil.exe"),
        ("C:\\Users\\x.pdf", "C-Users-x.pdf"),
        ("contrat-C26-A-0001.pdf", "contrat-C26-A-0001.pdf"),
        ("Devis « été » n° 3 – l’offre.pdf", "Devis « été » n° 3 – l’offre.pdf"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("lpt² .pdf", "_lpt² .pdf"),
        ("console.pdf", "console.pdf"),
        ("facture\u202efdp.exe", "facture-fdp.exe"),
        ("a\x00b\nc\x7f.pdf", "a-b-c-.pdf"),
        (".bashrc", "bashrc"),
        ("name. ", "name"),
        ("..", "document"),
        ("", "document"),
        ("/", "document"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_file_name("é" * 300 + ".pdf").endswith("é.pdf")
    assert len(safe_file_name("é" * 300 + ".pdf").encode()) <= 200
    assert len(safe_file_name("x" * 300)) == 200
    assert len(safe_file_name("x." + "y" * 300)) == 200


@given(st.text(max_size=300))
def test_any_text_becomes_one_name_that_is_safe_already(text: str) -> None:
    name = safe_file_name(text)
    assert name and not set(name) & set('/\\:*?"<>|\n\x00') and name not in (".", "..")
    assert len(name.encode()) <= 201
    assert safe_file_name(name) == name
