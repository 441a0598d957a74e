"""The contract as a reader finds it: its text, its pages, its fonts, its outline, its bytes."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf.generic import Destination

from app.documents.contract import contract_bytes, write_contract
from app.documents.model import ContractDocument, DocumentLine
from app.domain.records import ContractStatus, OfferKind, Renewal
from tests.unit.documents.papers import ARTICLES, CONTRACT, NASTY_NAMES, fonts_of, language_of, reader, squeezed, text_of

MANAGED = replace(
    CONTRACT,
    kind=OfferKind.MANAGED_IT,
    offer_name="Infogérance",
    status=ContractStatus.ACTIVE,
    signed_on=date(2025, 3, 1),
    signed_place="Strasbourg",
    start=date(2025, 3, 10),
    commitment_end=date(2026, 3, 9),
    renewal=Renewal.OPEN_ENDED,
    notice_days=15,
    notice_deadline=date(2026, 2, 22),
    quantity_follows_fleet=True,
    linked_contract="L-2025-0007",
    options=(),
    articles=ARTICLES[:3],
)
RENTAL = replace(
    CONTRACT,
    kind=OfferKind.RENTAL,
    offer_name="Location",
    renewal=Renewal.NONE,
    commitment_months=36,
    notice_deadline=None,
    options=(),
    lines=tuple(
        DocumentLine(f"Ordinateur portable numéro {n}", n, Decimal("1234.50"), Decimal("1234.50") * n, "Neuf") for n in range(1, 41)
    ),
)


def test_the_contract_says_everything(tmp_path: Path) -> None:
    path = tmp_path / "contrat.pdf"
    written = write_contract(CONTRACT, path)
    content = path.read_bytes()
    assert written.sha256 == hashlib.sha256(content).hexdigest()
    assert written.pages == len(reader(content).pages) == 5
    text = text_of(content)
    for part in (
        "CONTRAT DE SUPPORT LOGICIEL",
        "Contrat n°\u00a0C-2026-0001",
        "établi le 22\u00a0novembre 2026",
        "PROJET",
        "SARL INFORUM",
        "SIRET\u00a0: 732 829 320 00074",
        "Représentant\u00a0: Mme Claire Morel, présidente",
        "Licence GestiClean",
        "27,50\u00a0€",
        "98,00\u00a0€",
        "TVA à 20\u202f%",
        "19,60\u00a0€",
        "117,60\u00a0€",
        "ne vaut pas facture",
        "31\u00a0janvier 2026",
        "12\u00a0mois, jusqu’au 30\u00a0janvier 2027 inclus",
        "tacite reconduction, par périodes de 12\u00a0mois",
        "aucun préavis stipulé",
        "poste sous Windows 10 ou plus récent\u202f;",
        "9\u202fh – 12\u202fh et 14\u202fh – 18\u202fh",
        "Article\u00a011 – Hors contrat",
        "4\u00a0personnes (indiqué pour information)",
        "en deux exemplaires originaux",
        "POUR LE CLIENT",
    ):
        assert part in text, part
    for number in range(1, 6):
        assert f"page\u00a0{number} / 5" in reader(content).pages[number - 1].extract_text()
    assert "L215" not in text


def test_what_is_in_the_file_about_itself() -> None:
    content, _ = contract_bytes(CONTRACT)
    pdf = reader(content)
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Contrat n°\u00a0C-2026-0001 – Support GestiClean"
    assert pdf.metadata.author == "SARL INFORUM"
    assert pdf.metadata.subject == "Contrat de support logiciel"
    assert pdf.metadata.creation_date is not None and pdf.metadata.creation_date.date() == date(2026, 11, 22)
    assert language_of(content) == "fr-FR"


def _flat(outline: list[Any]) -> list[Destination]:
    return [found for item in outline for found in (_flat(item) if isinstance(item, list) else [item])]


def test_the_outline_leads_to_sections_and_articles() -> None:
    content, _ = contract_bytes(CONTRACT)
    pdf = reader(content)
    titles = [item.title for item in pdf.outline if not isinstance(item, list)]
    assert titles == [
        "Objet et prix",
        "Durée, reconduction et préavis",
        "Options et conditions",
        "Horaires du support",
        "Conditions du contrat",
        "Signatures",
    ]
    nested = next(item for item in pdf.outline if isinstance(item, list))
    assert [item.title for item in _flat(nested)] == [f"Article\u00a0{article.number} – {article.title}" for article in ARTICLES]
    for item in _flat(pdf.outline):
        page = pdf.get_destination_page_number(item)
        assert page is not None
        assert squeezed(str(item.title)) in squeezed(pdf.pages[page].extract_text())


@pytest.mark.parametrize("document", [CONTRACT, MANAGED, RENTAL], ids=["support", "managed", "rental"])
def test_every_font_is_inside_the_file(document: ContractDocument, tmp_path: Path) -> None:
    content, _ = contract_bytes(replace(document, customer=replace(document.customer, name=" ".join(NASTY_NAMES[:7]))))
    fonts = fonts_of(content)
    assert fonts and all(fonts.values()), fonts
    assert b"Helvetica" not in content and b"Times-" not in content
    tool = shutil.which("pdffonts")
    if tool is None:
        if os.environ.get("CI"):
            pytest.fail("pdffonts is missing: install poppler-utils")
        pytest.skip("pdffonts is missing: install poppler-utils")
    path = tmp_path / "fonts.pdf"
    path.write_bytes(content)
    told = subprocess.run([tool, str(path)], capture_output=True, text=True, check=True)
    rows = [line.split()[-5:-2] for line in told.stdout.splitlines()[2:]]
    assert rows and all(row == ["yes", "yes", "yes"] for row in rows), told.stdout
    assert not told.stderr


@pytest.mark.parametrize("name", NASTY_NAMES)
def test_names_come_out_as_the_text_they_are(name: str) -> None:
    document = replace(
        CONTRACT,
        articles=(),
        customer=replace(CONTRACT.customer, name=name, address=(name,), represented_by=name),
        lines=(DocumentLine(name, 1, Decimal("1.00"), Decimal("1.00"), name),),
        site_name=name,
    )
    text = squeezed(text_of(contract_bytes(document)[0]))
    assert text.count(squeezed(name)) >= 5
    assert "[U+" not in text


def test_a_character_that_no_font_has_is_shown_by_its_number() -> None:
    document = replace(CONTRACT, articles=(), site_name="日\U0001fae9\ue000")
    assert "[U+65E5][U+1FAE9][U+E000]" in text_of(contract_bytes(document)[0])


def test_a_long_table_goes_on_over_pages_under_its_head() -> None:
    content, pages = contract_bytes(RENTAL)
    texts = [page.extract_text() for page in reader(content).pages]
    assert pages == len(texts)
    with_lines = [text for text in texts if "Ordinateur portable numéro" in text]
    assert len(with_lines) >= 2
    assert all("Prix unitaire HT" in text for text in with_lines)
    assert "49\u202f380,00\u00a0€" in text_of(content)


def test_no_heading_ends_a_page() -> None:
    titles = {f"Article\u00a0{article.number} – {article.title}" for article in ARTICLES} | {"Signatures", "Conditions du contrat"}
    for cut in range(1, len(ARTICLES) + 1):
        content, _ = contract_bytes(replace(CONTRACT, articles=ARTICLES[:cut]))
        for page in reader(content).pages:
            lines = [line.strip() for line in page.extract_text().split("Ne vaut pas facture")[0].splitlines() if line.strip()]
            assert lines[-1] not in titles


def test_the_signatures_stay_together() -> None:
    for cut in range(len(ARTICLES) + 1):
        content, _ = contract_bytes(replace(CONTRACT, articles=ARTICLES[:cut]))
        last = reader(content).pages[-1].extract_text()
        assert "Signatures" in last and "POUR LE PRESTATAIRE" in last and "POUR LE CLIENT" in last


def test_a_signed_contract_is_no_draft() -> None:
    text = text_of(contract_bytes(MANAGED)[0])
    assert "PROJET" not in text
    assert "Fait à Strasbourg, le 1er\u00a0mars 2025" in text
    assert "n°\u00a0L-2025-0007" in text
    assert "15\u00a0jours" in text
    assert "le contrat se poursuit pour une durée indéterminée" in text
    assert "La quantité suit le nombre d’ordinateurs loués" in text


def test_the_contract_in_english() -> None:
    document = replace(CONTRACT, language="en", status=ContractStatus.SIGNED, signed_on=date(2026, 1, 28), signed_place="Annecy")
    content, _ = contract_bytes(document)
    text = text_of(content)
    for part in (
        "SOFTWARE SUPPORT CONTRACT",
        "drawn up on 22\u00a0November 2026",
        "€117.60",
        "VAT at 20%",
        "This document is not an invoice.",
        "Signed at Annecy, on 28\u00a0January 2026, in two originals.",
        "page\u00a01 / 5",
    ):
        assert part in text, part
    assert language_of(content) == "en-GB"
    assert not re.search("Préavis|Quantité|facture", text.split("Article")[0])


def test_the_same_contract_gives_the_same_bytes() -> None:
    first, _ = contract_bytes(CONTRACT)
    contract_bytes(replace(MANAGED, customer=replace(MANAGED.customer, name=NASTY_NAMES[3])))
    again, _ = contract_bytes(CONTRACT)
    assert first == again
