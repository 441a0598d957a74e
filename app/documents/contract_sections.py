"""The sections of the contract, each as the flowables it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportlab.platypus import CondPageBreak, KeepTogether, Spacer, Table
from reportlab.platypus.flowables import Flowable

from app.documents import style
from app.documents.flowables import Heading, TextBlock
from app.documents.model import Article, ContractDocument, DocumentLine, Party
from app.documents.style import MM
from app.documents.wording import Voice
from app.domain.records import Renewal
from app.domain.text import Text, msg

_NO_PADDING = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
_GUTTER = 9 * MM


def identity(party: Party, voice: Voice) -> list[str]:
    """What identifies a party under its name, line by line: form, address, numbers, ways to reach it, who signs."""
    labelled = (
        (msg("SIREN"), "" if party.siret else party.siren),
        (msg("SIRET"), party.siret),
        (msg("TVA"), party.vat_number),
        (msg("Téléphone"), party.phone),
        (msg("E-mail"), party.email),
        (msg("Représentant"), party.represented_by),
    )
    lines = [party.legal_form] if party.legal_form else []
    lines.extend(party.address)
    lines.extend(f"{voice.label(label)} {value}" for label, value in labelled if value)
    return lines


def parties(document: ContractDocument, voice: Voice, column: float) -> list[Flowable]:
    """The two parties, side by side."""
    between = TextBlock(voice.say(msg("Entre les soussignés")), style.NOTE)
    cells = [_party(document.provider, msg("Le prestataire"), voice), [], _party(document.customer, msg("Le client"), voice)]
    half = (column - 2 * _GUTTER) / 2
    rules = [("LINEAFTER", (0, 0), (0, 0), style.HAIR, style.HAIRLINE)]
    table = Table(
        [cells],
        colWidths=[half + _GUTTER, _GUTTER, half],
        style=[*_NO_PADDING, *rules, ("RIGHTPADDING", (0, 0), (0, 0), _GUTTER)],
        splitInRow=1,
    )
    after = TextBlock(voice.say(msg("Il est convenu ce qui suit.")), style.NOTE)
    return [between, Spacer(0, 3), table, Spacer(0, 11), after]


def _party(party: Party, title: Text, voice: Voice) -> list[Flowable]:
    return [
        TextBlock(voice.say(title).upper(), style.KICKER_LOOK),
        Spacer(0, 3),
        TextBlock(party.name, style.PARTY_NAME),
        Spacer(0, 2),
        *(TextBlock(line, style.PARTY_DETAIL) for line in identity(party, voice)),
    ]


def prices(document: ContractDocument, voice: Voice, column: float) -> list[Flowable]:
    """The priced lines and the three totals, per month."""
    head: list[list[Flowable] | Flowable] = [
        TextBlock(voice.say(msg("Désignation")), style.HEAD_CELL),
        TextBlock(voice.say(msg("Quantité")), style.HEAD_CELL_RIGHT),
        TextBlock(voice.say(msg("Prix unitaire HT")), style.HEAD_CELL_RIGHT),
        TextBlock(voice.say(msg("Montant HT par mois")), style.HEAD_CELL_RIGHT),
    ]
    rows = [head, *(_priced(line, voice) for line in document.lines)]
    widths = [column - 82 * MM, 17 * MM, 31 * MM, 34 * MM]
    last = len(rows) - 1
    table = Table(
        rows,
        colWidths=widths,
        repeatRows=1,
        style=[
            *_NO_PADDING,
            ("TOPPADDING", (0, 0), (-1, -1), 3.8),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4.4),
            ("RIGHTPADDING", (0, 0), (0, -1), 8),
            ("LINEABOVE", (0, 0), (-1, 0), 0.9, style.BLACK),
            ("LINEBELOW", (0, 0), (-1, 0), style.HAIR, style.BLACK),
            ("LINEBELOW", (0, 1), (-1, last), style.HAIR, style.HAIRLINE),
        ],
    )
    notes = []
    if document.quantity_follows_fleet:
        notes.append(
            msg("La quantité suit le nombre d’ordinateurs loués\u00a0; le montant ci-dessus est celui du jour où ce contrat est établi.")
        )
    notes.append(msg("Prix en euros, par mois. Ce document ne vaut pas facture."))
    return [
        CondPageBreak(45 * MM),
        Heading(voice.say(msg("Objet et prix")), style.SECTION_OVER_TABLE),
        table,
        KeepTogether([_totals(document, voice, column), Spacer(0, 7), *(TextBlock(voice.say(note), style.NOTE) for note in notes)]),
    ]


def _priced(line: DocumentLine, voice: Voice) -> list[list[Flowable] | Flowable]:
    label: list[Flowable] = [TextBlock(line.label, style.CELL)]
    if line.detail:
        label.append(TextBlock(line.detail, style.CELL_NOTE))
    return [
        label,
        TextBlock(voice.number(line.quantity), style.CELL_RIGHT),
        TextBlock(voice.money(line.unit_price), style.CELL_RIGHT),
        TextBlock(voice.money(line.amount), style.CELL_RIGHT),
    ]


def _totals(document: ContractDocument, voice: Voice, column: float) -> Table:
    vat = voice.say(msg("TVA à {rate}", rate=voice.percent(document.vat_rate)))

    def row(label: str, amount: Decimal, strong: bool = False) -> list[list[Flowable] | Flowable]:
        looks = (style.CELL_STRONG, style.CELL_STRONG_RIGHT) if strong else (style.CELL, style.CELL_RIGHT)
        return [[], TextBlock(label, looks[0]), TextBlock(voice.money(amount), looks[1])]

    return Table(
        [
            row(voice.say(msg("Total mensuel HT")), document.monthly_excl_tax),
            row(vat, document.vat),
            row(voice.say(msg("Total mensuel TTC")), document.monthly_incl_tax, strong=True),
        ],
        colWidths=[column - 82 * MM, 48 * MM, 34 * MM],
        style=[
            *_NO_PADDING,
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
            ("LINEABOVE", (1, 2), (-1, 2), style.HAIR, style.BLACK),
            ("LINEBELOW", (1, 2), (-1, 2), 0.9, style.BLACK),
        ],
    )


def duration(document: ContractDocument, voice: Voice, column: float) -> list[Flowable]:
    """Start, commitment, renewal, notice, and what the contract is tied to."""
    rows: list[tuple[Text, str]] = [(msg("Prise d’effet"), voice.day(document.start)), (msg("Engagement"), _commitment(document, voice))]
    if document.commitment_end is not None:
        rows.append((msg("Au terme de l’engagement"), _renewal(document, voice)))
    rows.append((msg("Préavis"), voice.days(document.notice_days) if document.notice_days else voice.say(msg("aucun préavis stipulé"))))
    if document.notice_deadline is not None:
        rows.append((msg("Date limite pour notifier"), voice.day(document.notice_deadline)))
    if document.linked_contract:
        rows.append((msg("Contrat lié"), voice.say(msg("n°\u00a0{number}", number=document.linked_contract))))
    if document.site_name:
        rows.append((msg("Site concerné"), document.site_name))
    if document.headcount is not None:
        people = voice.count(document.headcount, msg("{n}\u00a0personne"), msg("{n}\u00a0personnes"))
        rows.append((msg("Effectif du client"), voice.say(msg("{people} (indiqué pour information)", people=people))))
    heading = Heading(voice.say(msg("Durée, reconduction et préavis")), style.SECTION_LOOK)
    return [KeepTogether([heading, _definitions([(voice.say(label), value) for label, value in rows], column)])]


def _commitment(document: ContractDocument, voice: Voice) -> str:
    if document.commitment_end is None or document.commitment_months == 0:
        return voice.say(msg("sans engagement de durée"))
    months, end = voice.months(document.commitment_months), Text(voice.day(document.commitment_end))
    return voice.say(msg("{months}, jusqu’au {end} inclus", months=months, end=end))


def _renewal(document: ContractDocument, voice: Voice) -> str:
    match document.renewal:
        case Renewal.TACIT:
            return voice.say(msg("tacite reconduction, par périodes de {months}", months=voice.months(document.renewal_months)))
        case Renewal.OPEN_ENDED:
            return voice.say(msg("le contrat se poursuit pour une durée indéterminée"))
        case Renewal.NONE:
            return voice.say(msg("le contrat prend fin, sans reconduction"))


def _definitions(rows: Sequence[tuple[str, str]], column: float) -> Table:
    """Labels and values in two columns, a hairline under each row."""
    cells = [[TextBlock(label, style.HEAD_CELL), TextBlock(value, style.CELL)] for label, value in rows]
    return Table(
        cells,
        colWidths=[48 * MM, column - 48 * MM],
        style=[
            *_NO_PADDING,
            ("TOPPADDING", (0, 0), (-1, -1), 2.9),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
            ("TOPPADDING", (0, 0), (0, -1), 3.8),
            ("LINEABOVE", (0, 0), (-1, 0), style.HAIR, style.HAIRLINE),
            ("LINEBELOW", (0, 0), (-1, -1), style.HAIR, style.HAIRLINE),
        ],
    )


def options(document: ContractDocument, voice: Voice) -> list[Flowable]:
    """The options taken and the conditions each is subject to."""
    if not document.options:
        return []
    story: list[Flowable] = [Heading(voice.say(msg("Options et conditions")), style.SECTION_LOOK)]
    for option in document.options:
        block: list[Flowable] = [TextBlock(option.label, style.ARTICLE_LOOK)]
        if not option.conditions:
            block.append(TextBlock(voice.say(msg("Cette option n’est soumise à aucune condition particulière.")), style.TEXT))
        else:
            block.append(TextBlock(voice.say(msg("Cette option est fournie aux conditions suivantes\u00a0:")), style.TEXT))
            block.extend(_bullet(condition) for condition in option.conditions)
        story.append(KeepTogether(block) if len(block) < 12 else block[0])
        if len(block) >= 12:
            story.extend(block[1:])
    return story


def _bullet(text: str) -> TextBlock:
    return TextBlock("–\u00a0" + text, style.BULLET)


def support(document: ContractDocument, voice: Voice, column: float) -> list[Flowable]:
    """When and where support answers."""
    rows = [(hours.days, hours.hours) for hours in document.support_hours]
    if document.support_phone:
        rows.append((voice.say(msg("Téléphone")), document.support_phone))
    if document.support_email:
        rows.append((voice.say(msg("E-mail")), document.support_email))
    if not rows:
        return []
    block: list[Flowable] = [Heading(voice.say(msg("Horaires du support")), style.SECTION_LOOK), _definitions(rows, column)]
    if document.support_note:
        block.extend((Spacer(0, 5), TextBlock(document.support_note, style.NOTE)))
    return [KeepTogether(block)]


def articles(document: ContractDocument, voice: Voice) -> list[Flowable]:
    """The offer's rules, as articles."""
    if not document.articles:
        return []
    story: list[Flowable] = [Heading(voice.say(msg("Conditions du contrat")), style.SECTION_LOOK)]
    for article in document.articles:
        story.extend(_article(article, voice))
    return story


def _article(article: Article, voice: Voice) -> list[Flowable]:
    title = voice.say(msg("Article\u00a0{number} – {title}", number=article.number, title=article.title))
    return [
        Heading(title, style.ARTICLE_LOOK, level=1),
        *(TextBlock(paragraph, style.PARAGRAPH) for paragraph in article.paragraphs),
    ]


def signatures(document: ContractDocument, voice: Voice, column: float) -> list[Flowable]:
    """Place, date and the two frames to sign in, never cut by a page."""
    dots = "…" * 9
    day = Text(voice.day(document.signed_on)) if document.signed_on else dots
    place = document.signed_place or dots * 2
    made = voice.say(msg("Fait à {place}, le {day}, en deux exemplaires originaux.", place=place, day=day))
    half = (column - _GUTTER) / 2
    frames = Table(
        [
            [
                _signature(document.provider, msg("Pour le prestataire"), voice),
                [],
                _signature(document.customer, msg("Pour le client"), voice),
            ]
        ],
        colWidths=[half, _GUTTER, half],
        style=[
            *_NO_PADDING,
            ("TOPPADDING", (0, 0), (-1, -1), 8),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 27 * MM),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            ("RIGHTPADDING", (0, 0), (-1, -1), 9),
            ("BOX", (0, 0), (0, 0), style.HAIR, style.GREY),
            ("BOX", (2, 0), (2, 0), style.HAIR, style.GREY),
        ],
    )
    return [KeepTogether([Heading(voice.say(msg("Signatures")), style.SECTION_LOOK), TextBlock(made, style.TEXT), Spacer(0, 6), frames])]


def _signature(party: Party, title: Text, voice: Voice) -> list[Flowable]:
    block: list[Flowable] = [TextBlock(voice.say(title).upper(), style.KICKER_LOOK), Spacer(0, 2), TextBlock(party.name, style.CELL_STRONG)]
    if party.represented_by:
        block.append(TextBlock(party.represented_by, style.CELL))
    block.append(TextBlock(voice.say(msg("Nom, qualité, signature et cachet")), style.SIGN_HERE))
    return block
