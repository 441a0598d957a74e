"""Contracts and letters to draw in tests, and the ways to read them back."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pypdf
from pypdf.generic import DictionaryObject

from app.documents.model import Article, ContractDocument, DocumentLine, DocumentOption, Party, ResignationLetter, SupportHours
from app.domain.records import Channel, ContractStatus, OfferKind, Renewal

PROVIDER = Party(
    name="SARL INFORUM",
    legal_form="SARL",
    siret="443 061 841 00047",
    address=("115 avenue Pasteur", "74800 La Roche-sur-Foron"),
    phone="04 50 37 15 29",
    email="info@inforum.example",
    represented_by="M. Alain Dufour, gérant",
)
CUSTOMER = Party(
    name="Pressing du Lac",
    legal_form="SAS",
    siret="732 829 320 00074",
    address=("8 quai des Marquisats", "74000 Annecy"),
    phone="04 50 00 11 22",
    represented_by="Mme Claire Morel, présidente",
)

_TITLES = (
    "Objet",
    "Accès au support",
    "Interventions à distance",
    "Mises à jour",
    "Obligations du client",
    "Options",
    "Prix",
    "Facturation",
    "Engagement",
    "Résiliation",
    "Hors contrat",
)
_PARAGRAPHS = (
    "Le prestataire aide le client à se servir du logiciel, corrige les défauts constatés et met à disposition les versions qu’il publie. "
    "La mensualité est due chaque mois, que le client ait ou non demandé de l’aide\u202f; elle rémunère aussi la veille et l’entretien.",
    "Les demandes sont notées dans l’ordre de leur arrivée, puis rappelées selon leur urgence\u00a0: d’abord les postes bloqués, ensuite les "
    "fonctionnements dégradés, enfin les questions. À urgence égale, la plus ancienne passe la première, et un rendez-vous garde son heure.",
    "Quand une intervention suppose de prendre la main sur le poste, le client l’autorise pour sa durée et peut y mettre fin à tout moment. "
    "Le compte rendu lui est remis à la clôture de la demande, avec le temps passé et ce qui reste à faire.",
)
ARTICLES = tuple(
    Article(str(number), title, tuple(f"{paragraph} ({title.lower()}, {number})" for paragraph in _PARAGRAPHS))
    for number, title in enumerate(_TITLES, 1)
)

CONTRACT = ContractDocument(
    number="C-2026-0001",
    language="fr",
    issued_on=date(2026, 11, 22),
    offer_name="Support GestiClean",
    offer_version="2022-06-01",
    kind=OfferKind.SOFTWARE_SUPPORT,
    status=ContractStatus.DRAFT,
    provider=PROVIDER,
    customer=CUSTOMER,
    lines=(
        DocumentLine("Licence GestiClean", 2, Decimal("27.50"), Decimal("55.00"), "Tarif de 2 à 5 licences"),
        DocumentLine("Liaison convoyeur", 1, Decimal("21.00"), Decimal("21.00"), "Par contrat"),
        DocumentLine("Sauvegardes automatiques", 2, Decimal("11.00"), Decimal("22.00"), "Par licence"),
    ),
    monthly_excl_tax=Decimal("98.00"),
    vat_rate=Decimal("0.20"),
    vat=Decimal("19.60"),
    monthly_incl_tax=Decimal("117.60"),
    start=date(2026, 1, 31),
    commitment_months=12,
    commitment_end=date(2027, 1, 30),
    renewal=Renewal.TACIT,
    renewal_months=12,
    notice_deadline=date(2027, 1, 30),
    options=(
        DocumentOption("Sauvegardes automatiques", ("poste sous Windows 10 ou plus récent\u202f;", "connexion internet stable.")),
        DocumentOption("Liaison convoyeur"),
    ),
    support_hours=(SupportHours("Du lundi au vendredi", "9\u202fh – 12\u202fh et 14\u202fh – 18\u202fh"),),
    support_phone="04 50 37 15 29",
    support_note="Fermé les jours fériés et les jours de pont accordés par le prestataire.",
    articles=ARTICLES,
    headcount=4,
    site_name="Annecy",
)

LETTER = ResignationLetter(
    language="fr",
    sender=CUSTOMER,
    recipient=PROVIDER,
    place="La Roche-sur-Foron",
    letter_date=date(2026, 11, 22),
    contract_number="C-2026-0001",
    offer_name="Support GestiClean",
    clause="article «\u00a0Engagement et résiliation\u00a0»",
    renewal=Renewal.TACIT,
    effective_date=date(2027, 1, 30),
    channel=Channel.POST,
    signatory_name="Claire Morel",
    signatory_role="présidente",
    contract_start=date(2026, 1, 31),
    commitment_end=date(2027, 1, 30),
    last_billed_start=date(2026, 12, 31),
    last_billed_end=date(2027, 1, 30),
    reason="fermeture du second magasin",
)

NASTY_NAMES = (
    "A & B <b>gras</b>",
    '<img src="/etc/passwd"/> Pressing',
    "&amp; &lt;para&gt; {placeholder} %s \\n",
    "שלום & בנים בע״מ (2020) 12",
    "مغسلة النور الإسلامية 24",
    "Société «الأمل السلام» de nettoyage 1999",
    "Le Lavoir 🧺😀🇫🇷👨\u200d👩\u200d👧 Éclat ☹️",
    "X" * 300,
    "Très long nom de pressing, " * 12,
    "Ελλάδα Привет नमस्ते ไทย ՀԱՅ",
    "10\u202f000\u00a0€ non\u2011stop — l’été\u202f!",
)


def reader(content: bytes) -> pypdf.PdfReader:
    """The PDF, open for reading."""
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """All the text of the PDF, page after page."""
    return "\n".join(page.extract_text() for page in reader(content).pages)


def squeezed(text: str) -> str:
    """`text` without any space: lines are broken where they must."""
    return "".join(text.split())


def fonts_of(content: bytes) -> dict[str, bool]:
    """The fonts the PDF names, and whether each is inside it."""
    found: dict[str, bool] = {}
    for page in reader(content).pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        for font in resources.get("/Font", DictionaryObject()).values():
            described = font.get_object()
            descendants = described.get("/DescendantFonts")
            descriptor = (descendants[0].get_object() if descendants else described).get("/FontDescriptor")
            found[str(described["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found


def language_of(content: bytes) -> str:
    """The language that the PDF says it is written in."""
    return str(reader(content).root_object["/Lang"])
