"""The recovery sheet: one page with the whole password, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.documents.recovery_sheet import RecoverySheet, sheet_bytes
from app.domain.recovery import check_code, groups

PASSWORD = "QR95E-HP9GD-S9MEX-TBZMP-F5PC7-YCTAQ"
SHEET = RecoverySheet(
    "fr", "Pressing des Tilleuls", "Caisse <b>1</b>", "rest:https://exemple.fr/tilleuls/", PASSWORD, date(2026, 11, 22), ("C:\\GestiClean",)
)


def text(sheet: RecoverySheet) -> str:
    pages = PdfReader(BytesIO(sheet_bytes(sheet))).pages
    assert len(pages) == 1
    return pages[0].extract_text()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_sheet_has_all_that_brings_the_data_back(language: str) -> None:
    found = text(replace(SHEET, language=language))
    for part in (
        *groups(PASSWORD),
        check_code(PASSWORD),
        "Pressing des Tilleuls".upper(),
        "Caisse <b>1</b>",
        "C:\\GestiClean",
        "restore latest",
    ):
        assert part in found.replace("\n", " "), part
    assert sheet_bytes(replace(SHEET, language=language)) == sheet_bytes(replace(SHEET, language=language))


def test_a_password_of_ones_own_and_many_folders_fit_on_the_page() -> None:
    found = text(replace(SHEET, password="mon mot de passe à moi", folders=tuple(f"/dossier {n}" for n in range(40))))
    assert "mon mot de passe à moi" in found and "34" in found


def test_groups_are_the_password_and_its_code_tells_a_slip() -> None:
    for password in (PASSWORD, "a", "a-b", "", "été été été", "abcdefghijk"):
        assert "".join(groups(password)) == password
    slips = {check_code(PASSWORD.replace("9", "8", 1)), check_code(PASSWORD.lower()), check_code(PASSWORD.replace("-", ""))}
    assert len(slips) == 3 and check_code(PASSWORD) not in slips
