"""The resignation letter: its words in both languages, its place in the envelope, its single page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.documents import resignation_letter
from app.documents.model import LinkedContract, Party, ResignationLetter
from app.documents.page import PAGE_HEIGHT
from app.documents.resignation_letter import letter_bytes
from app.documents.style import MM
from app.domain.records import Channel, Renewal
from tests.unit.documents.papers import LETTER, NASTY_NAMES, fonts_of, language_of, reader, squeezed, text_of

OPEN_ENDED = replace(
    LETTER,
    language="en",
    channel=Channel.EMAIL,
    renewal=Renewal.OPEN_ENDED,
    notice_days=15,
    commitment_end=date(2026, 3, 9),
    expected_receipt=date(2026, 6, 1),
    effective_date=date(2026, 6, 16),
    last_billed_start=date(2026, 6, 10),
    last_billed_end=date(2026, 7, 9),
    clause="section 1.3",
    reason="",
    linked_contracts=(LinkedContract("L-7", "Rental"), LinkedContract("L-8", "Rental")),
)

FRENCH = """
Pressing du Lac SAS 8 quai des Marquisats 74000 Annecy SIRET : 732 829 320 00074 Téléphone : 04 50 00 11 22
SARL INFORUM 115 avenue Pasteur 74800 La Roche-sur-Foron
La Roche-sur-Foron, le 22 novembre 2026
Par courrier – lettre recommandée avec avis de réception
Objet : résiliation du contrat n° C-2026-0001 – Support GestiClean
Madame, Monsieur,
Nous vous notifions par la présente la résiliation du contrat n° C-2026-0001 (Support GestiClean), qui nous lie depuis
le 31 janvier 2026. Cette résiliation s’appuie sur la clause suivante du contrat : article « Engagement et résiliation ».
Nous nous opposons à sa reconduction tacite : il prendra fin le 30 janvier 2027, dernier jour de la période en cours.
La dernière période facturée sera celle du 31 décembre 2026 au 30 janvier 2027.
Motif de cette décision : fermeture du second magasin
Nous vous remercions de nous confirmer par écrit la réception de la présente et la date de fin du contrat.
Vous pouvez nous joindre au 04 50 00 11 22.
Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
Claire Morel présidente Signature
"""

ENGLISH = """
Pressing du Lac SAS 8 quai des Marquisats 74000 Annecy SIRET: 732 829 320 00074 Telephone: 04 50 00 11 22
SARL INFORUM 115 avenue Pasteur 74800 La Roche-sur-Foron
La Roche-sur-Foron, 22 November 2026
By e-mail: info@inforum.example
Subject: termination of contract no. C-2026-0001 – Support GestiClean
Dear Sir or Madam,
We hereby give notice to terminate contract no. C-2026-0001 (Support GestiClean), which has been in force between us
since 31 January 2026. This notice relies on the following clause of the contract: section 1.3.
With 15 days of notice, the contract will end on 16 June 2026. This date assumes that you receive this letter by 1 June
2026. The last period billed will be from 10 June 2026 to 9 July 2026.
The following contracts are tied to it:
– contract no. L-7 – Rental
– contract no. L-8 – Rental
Please tell us in writing what this termination means for those contracts.
Please confirm in writing that you have received this letter, and the date on which the contract ends.
You can reach us on 04 50 00 11 22.
Yours faithfully,
Claire Morel présidente Signature
"""


@pytest.mark.parametrize(("letter", "expected"), [(LETTER, FRENCH), (OPEN_ENDED, ENGLISH)], ids=["fr", "en"])
def test_the_words_of_the_letter(letter: ResignationLetter, expected: str) -> None:
    content, pages = letter_bytes(letter)
    assert pages == 1
    assert squeezed(text_of(content)) == squeezed(expected)


@pytest.mark.parametrize(
    ("renewal", "changes", "expected"),
    [
        (Renewal.TACIT, {"notice_days": 30}, "compte tenu du préavis de 30 jours, il prendra fin le 30 janvier 2027"),
        (Renewal.OPEN_ENDED, {"notice_days": 15}, "Le contrat prendra fin au terme de l’engagement, le 30 janvier 2027."),
        (Renewal.OPEN_ENDED, {"commitment_end": None}, "Le contrat prendra fin le 30 janvier 2027."),
        (Renewal.NONE, {}, "Le contrat prendra fin au terme de l’engagement, le 30 janvier 2027."),
        (Renewal.NONE, {"linked_contracts": (LinkedContract("L-1", "Infogérance"),)}, "Le contrat suivant lui est lié :"),
        (Renewal.NONE, {"contract_start": None}, "la résiliation du contrat n° C-2026-0001 (Support GestiClean)."),
        (Renewal.NONE, {"channel": Channel.EMAIL}, "Par courrier électronique : info@inforum.example"),
    ],
)
def test_each_rule_has_its_sentence(renewal: Renewal, changes: dict[str, Any], expected: str) -> None:
    content, _ = letter_bytes(replace(LETTER, renewal=renewal, **changes))
    assert squeezed(expected) in squeezed(text_of(content))


def test_the_letter_never_says_that_it_was_sent() -> None:
    text = text_of(letter_bytes(LETTER)[0]).lower()
    assert "envoyé" not in text and "expédié" not in text and "l215" not in text


def _placed(content: bytes) -> list[tuple[float, float, str]]:
    """Each piece of text of the first page with its place from the sheet's left and top edges, in millimetres."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], _font: object, _size: float) -> None:
        if text.strip():
            x = matrix[4] + text_matrix[4]
            y = matrix[5] + text_matrix[5]
            found.append((x / MM, (PAGE_HEIGHT - y) / MM, text.strip()))

    reader(content).pages[0].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("name", ["SARL INFORUM", *NASTY_NAMES[6:9]])
def test_only_the_recipient_shows_in_the_window(name: str) -> None:
    recipient = replace(
        LETTER.recipient, name=name, address=("Service des contrats", "Bâtiment B", "115 avenue Pasteur", "74800 La Roche-sur-Foron")
    )
    sender = replace(LETTER.sender, name=NASTY_NAMES[8])
    placed = _placed(letter_bytes(replace(LETTER, recipient=recipient, sender=sender))[0])
    in_window = [(x, y, text) for x, y, text in placed if 44 <= y <= 95 and x >= 90]
    assert squeezed("".join(text for *_, text in in_window)) == squeezed(name + "".join(recipient.address))
    top, bottom = resignation_letter.WINDOW_TOP / MM, resignation_letter.WINDOW_BOTTOM / MM
    assert all(x >= 109.9 and top <= y <= bottom for x, y, _ in in_window)


def test_names_come_out_as_the_text_they_are() -> None:
    letter = replace(LETTER, sender=Party("Société", address=NASTY_NAMES[:4]), reason="\n".join(NASTY_NAMES), signatory_name=NASTY_NAMES[1])
    content, pages = letter_bytes(letter)
    text = squeezed(text_of(content))
    for name in NASTY_NAMES:
        assert squeezed(name) in text, name
    assert pages == 2
    assert "page\u00a02/2" in text or squeezed("page 2 / 2") in text
    assert all(fonts_of(content).values())


def test_what_is_in_the_file_about_itself() -> None:
    content, _ = letter_bytes(LETTER)
    pdf = reader(content)
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Lettre de résiliation – contrat n°\u00a0C-2026-0001"
    assert pdf.metadata.author == "Pressing du Lac"
    assert language_of(content) == "fr-FR"


def test_the_same_letter_gives_the_same_bytes() -> None:
    first = letter_bytes(LETTER)
    letter_bytes(OPEN_ENDED)
    assert letter_bytes(LETTER) == first
