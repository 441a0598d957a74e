"""The contract, drawn: title, parties, prices, duration, options, support hours, articles, signatures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.platypus.flowables import Flowable

from app.documents import contract_sections as sections
from app.documents import style
from app.documents.flowables import Rule, TextBlock, draw_rule, draw_text
from app.documents.model import ContractDocument, WrittenDocument
from app.documents.page import PAGE_HEIGHT, PAGE_WIDTH, Information, Sheet, draw_document, drawing_lock
from app.documents.style import MM
from app.documents.typesetting import Ink, text_width
from app.documents.wording import Voice
from app.documents.writing import write_whole
from app.domain.records import ContractStatus, OfferKind
from app.domain.text import Text, msg

LEFT = RIGHT = 27 * MM
_COLUMN = PAGE_WIDTH - LEFT - RIGHT

_KINDS: dict[OfferKind, Text] = {
    OfferKind.RENTAL: msg("Contrat de location"),
    OfferKind.SOFTWARE_SUPPORT: msg("Contrat de support logiciel"),
    OfferKind.MANAGED_IT: msg("Contrat d’infogérance"),
}


def write_contract(document: ContractDocument, path: Path) -> WrittenDocument:
    """Draw `document` into the file `path`, replacing it in one step.

    Thread: any; documents are drawn one at a time.

    Raises:
        StorageError: the file cannot be written, or the typefaces are missing; what was at `path` is untouched.
    """
    content, pages = contract_bytes(document)
    return write_whole(content, pages, path)


def contract_bytes(document: ContractDocument) -> tuple[bytes, int]:
    """The contract as PDF bytes, and its number of pages. Same document, same bytes."""
    voice = Voice(document.language)
    with drawing_lock:
        return draw_document(_story(document, voice), _sheet(document, voice), _information(document, voice))


def _information(document: ContractDocument, voice: Voice) -> Information:
    return Information(
        title=voice.say(msg("Contrat n°\u00a0{number} – {offer}", number=document.number, offer=document.offer_name)),
        author=document.provider.name,
        subject=voice.say(_KINDS[document.kind]),
        keywords=(document.number, document.offer_name, document.customer.name),
        language={"fr": "fr-FR", "en": "en-GB"}[document.language],
        issued_on=document.issued_on,
    )


def _story(document: ContractDocument, voice: Voice) -> list[Flowable]:
    return [
        *_title(document, voice),
        *sections.parties(document, voice, _COLUMN),
        *sections.prices(document, voice, _COLUMN),
        *sections.duration(document, voice, _COLUMN),
        *sections.options(document, voice),
        *sections.support(document, voice, _COLUMN),
        *sections.articles(document, voice),
        *([] if _binds_nothing(document) else sections.signatures(document, voice, _COLUMN)),
    ]


def _binds_nothing(document: ContractDocument) -> bool:
    """Nothing is rented any more, or not yet: the price is nil, so there is nothing to sign."""
    return document.quantity_follows_fleet and not any(line.quantity for line in document.lines)


def _title(document: ContractDocument, voice: Voice) -> list[Flowable]:
    details = [voice.say(msg("Contrat n°\u00a0{number}", number=document.number))]
    if document.offer_version:
        details.append(voice.say(msg("version de l’offre\u00a0: {version}", version=document.offer_version)))
    details.append(voice.say(msg("établi le {day}", day=Text(voice.day(document.issued_on)))))
    story: list[Flowable] = [
        TextBlock(voice.say(_KINDS[document.kind]).upper(), style.KICKER_LOOK),
        TextBlock(document.offer_name, style.TITLE_LOOK),
        TextBlock("  ·  ".join(details), style.SUBTITLE),
    ]
    if document.status is ContractStatus.DRAFT:
        warning = msg("Projet établi pour relecture\u00a0: il n’engage aucune des parties tant qu’il n’est pas signé.")
        story.append(TextBlock(voice.say(warning), style.NOTE))
    if _binds_nothing(document):
        nothing = msg("Aucun ordinateur n’est loué à ce jour\u00a0: ce document est établi pour information, il n’est pas à signer.")
        story.append(TextBlock(voice.say(nothing), style.NOTE))
    story.append(Rule(1.1, style.ACCENT, length=18 * MM, before=6, after=12))
    return story


def _sheet(document: ContractDocument, voice: Voice) -> Sheet:
    running = voice.say(msg("Contrat n°\u00a0{number} – {offer}", number=document.number, offer=document.offer_name))
    draft = voice.say(msg("Projet")) if document.status is ContractStatus.DRAFT else ""
    not_invoice = voice.say(msg("Ne vaut pas facture"))
    initials = voice.say(msg("Paraphes"))

    def head(canvas: Any, number: int) -> None:
        y = PAGE_HEIGHT - 15.5 * MM
        if draft:
            _stamp(canvas, draft.upper(), y)
        if number > 1:
            draw_text(canvas, shortened(running, style.RUNNING, _COLUMN - 30 * MM), style.RUNNING, LEFT, y)
            draw_rule(canvas, LEFT, y - 6, _COLUMN, style.HAIR, style.HAIRLINE)

    def foot(canvas: Any, number: int, total: int) -> None:
        y = 13.5 * MM
        draw_rule(canvas, LEFT, y + 12, _COLUMN, style.HAIR, style.HAIRLINE)
        draw_text(canvas, not_invoice, style.RUNNING, LEFT, y)
        if number < total:
            label = text_width(initials, style.RUNNING)
            start = LEFT + (_COLUMN - label - 30 * MM) / 2
            draw_text(canvas, initials, style.RUNNING, start, y)
            for place in (0, 1):
                draw_rule(canvas, start + label + 6 + place * 14 * MM, y - 1.5, 11 * MM, style.HAIR, style.GREY)
        page = voice.say(msg("page\u00a0{number} / {total}", number=number, total=total))
        draw_text(canvas, page, style.RUNNING, LEFT, y, align="right", width=_COLUMN)

    return Sheet(left=LEFT, right=RIGHT, top=27 * MM, bottom=25 * MM, first_top=25 * MM, head=head, foot=foot)


def _stamp(canvas: Any, word: str, y: float) -> None:
    """The word "draft" in a frame at the top right of each page."""
    width = text_width(word, style.KICKER) + 12
    right = PAGE_WIDTH - RIGHT
    canvas.saveState()
    canvas.setLineWidth(0.8)
    canvas.setStrokeColorRGB(*style.ACCENT)
    canvas.rect(right - width, y - 4.6, width, 14.4)
    canvas.restoreState()
    draw_text(canvas, word, style.KICKER, right - width + 6.6, y)


def shortened(text: str, ink: Ink, width: float) -> str:
    """`text`, with an ellipsis in place of what does not fit in `width` points."""
    if text_width(text, ink) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text_width(text[:middle].rstrip() + "…", ink) <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"
