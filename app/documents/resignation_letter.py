"""The resignation letter, drawn: a French letter that shows its recipient in the window of a DL envelope.

It is prepared for the customer to send; nothing in it says that it has been sent.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.platypus import KeepTogether, Spacer
from reportlab.platypus.flowables import Flowable

from app.documents import style
from app.documents.contract import shortened
from app.documents.contract_sections import identity
from app.documents.flowables import Look, TextBlock, draw_line, draw_rule, draw_text
from app.documents.model import LinkedContract, Party, ResignationLetter, WrittenDocument
from app.documents.page import PAGE_HEIGHT, PAGE_WIDTH, Information, Sheet, draw_document, drawing_lock
from app.documents.style import MM
from app.documents.wording import Voice
from app.documents.writing import write_whole
from app.domain.records import Channel, Renewal
from app.domain.text import Text, msg

LEFT = RIGHT = 25 * MM
_COLUMN = PAGE_WIDTH - LEFT - RIGHT

WINDOW_LEFT, WINDOW_RIGHT = 110 * MM, 190 * MM
WINDOW_TOP, WINDOW_BOTTOM = 55 * MM, 79 * MM
"""Where the address always shows, from the sheet's left and top edges.

A4 folded in three in a DL envelope (110 x 220 mm) with a window of 35 x 100 mm, 20 mm from the right and bottom edges:
100 to 200 mm across and 55 to 90 mm down, less the 10 mm and 11 mm by which the sheet may slide. Source: NF Z 11-001.
"""
HIDDEN_BELOW = 96 * MM
"""Below this height, and left of `HIDDEN_LEFT_OF`, nothing can show in the window."""
HIDDEN_LEFT_OF = 89 * MM
_FOLDS = (99 * MM, 198 * MM)
_SENDER_TOP = 18 * MM


def write_letter(letter: ResignationLetter, path: Path) -> WrittenDocument:
    """Draw `letter` into the file `path`, replacing it in one step.

    Thread: any; documents are drawn one at a time.

    Raises:
        StorageError: the file cannot be written, or the typefaces are missing; what was at `path` is untouched.
    """
    content, pages = letter_bytes(letter)
    return write_whole(content, pages, path)


def letter_bytes(letter: ResignationLetter) -> tuple[bytes, int]:
    """The letter as PDF bytes, and its number of pages. Same letter, same bytes."""
    voice = Voice(letter.language)
    with drawing_lock:
        return draw_document(_story(letter, voice), _sheet(letter, voice), _information(letter, voice))


def _subject(letter: ResignationLetter, voice: Voice) -> str:
    return voice.say(msg("résiliation du contrat n°\u00a0{number} – {offer}", number=letter.contract_number, offer=letter.offer_name))


def _information(letter: ResignationLetter, voice: Voice) -> Information:
    return Information(
        title=voice.say(msg("Lettre de résiliation – contrat n°\u00a0{number}", number=letter.contract_number)),
        author=letter.sender.name,
        subject=_subject(letter, voice),
        keywords=(letter.contract_number, letter.offer_name, letter.recipient.name),
        language={"fr": "fr-FR", "en": "en-GB"}[letter.language],
        issued_on=letter.letter_date,
    )


def _sheet(letter: ResignationLetter, voice: Voice) -> Sheet:
    sender = [
        TextBlock(letter.sender.name, style.SENDER_NAME),
        *(TextBlock(line, style.SENDER) for line in identity(_reachable(letter.sender), voice)),
    ]
    sender_height = sum(block.wrap(HIDDEN_LEFT_OF - LEFT, PAGE_HEIGHT)[1] for block in sender)
    running = _subject(letter, voice)
    running = running[:1].upper() + running[1:]

    def head(canvas: Any, number: int) -> None:
        if number > 1:
            draw_text(canvas, shortened(running, style.RUNNING, _COLUMN), style.RUNNING, LEFT, PAGE_HEIGHT - 15.5 * MM)
            draw_rule(canvas, LEFT, PAGE_HEIGHT - 15.5 * MM - 6, _COLUMN, style.HAIR, style.HAIRLINE)
            return
        _draw_down(canvas, sender, LEFT, PAGE_HEIGHT - _SENDER_TOP)
        _draw_address(canvas, letter.recipient)
        for fold in _FOLDS:
            draw_rule(canvas, 4 * MM, PAGE_HEIGHT - fold, 4 * MM, style.HAIR, style.HAIRLINE)

    def foot(canvas: Any, number: int, total: int) -> None:
        if total > 1:
            page = voice.say(msg("page\u00a0{number} / {total}", number=number, total=total))
            draw_text(canvas, page, style.RUNNING, LEFT, 13.5 * MM, align="right", width=_COLUMN)

    first_top = max(HIDDEN_BELOW + 5 * MM, _SENDER_TOP + sender_height + 8 * MM)
    return Sheet(left=LEFT, right=RIGHT, top=27 * MM, bottom=20 * MM, first_top=first_top, head=head, foot=foot)


def _reachable(sender: Party) -> Party:
    """The sender as a letterhead shows it: who signs is named at the end."""
    return Party(sender.name, sender.legal_form, sender.siren, sender.siret, "", sender.address, sender.phone, sender.email)


def _draw_down(canvas: Any, blocks: list[TextBlock], x: float, top: float) -> None:
    for block in blocks:
        look = block.look
        for line in block.lines(block.width):
            draw_line(canvas, line, x, top - look.leading / 2 - look.ink.size * 0.33, block.width, look.align)
            top -= look.leading


def _draw_address(canvas: Any, recipient: Party) -> None:
    """The recipient, centred in the height of the window, as large as fits."""
    room = WINDOW_BOTTOM - WINDOW_TOP
    blocks: list[TextBlock] = []
    height = 0.0
    for name, detail in style.ADDRESSES:
        blocks = [TextBlock(recipient.name, name), *(TextBlock(line, detail) for line in recipient.address)]
        height = sum(block.wrap(WINDOW_RIGHT - WINDOW_LEFT, room)[1] for block in blocks)
        if height <= room:
            break
    _draw_down(canvas, blocks, WINDOW_LEFT, PAGE_HEIGHT - (WINDOW_TOP + WINDOW_BOTTOM) / 2 + height / 2)


def _story(letter: ResignationLetter, voice: Voice) -> list[Flowable]:
    day = Text(voice.day(letter.letter_date))
    right = Look(style.LETTER.ink, style.LETTER.leading, indent=WINDOW_LEFT - LEFT, after=14)
    subject = (("{} ".format(voice.label(msg("Objet"))), style.LETTER_STRONG.ink), (_subject(letter, voice), style.LETTER_STRONG.ink))
    return [
        TextBlock(voice.say(msg("{place}, le {day}", place=letter.place, day=day)), right),
        TextBlock(_channel(letter, voice), style.LETTER_NOTE),
        TextBlock(subject, style.LETTER_STRONG),
        TextBlock(voice.say(msg("Madame, Monsieur,")), style.LETTER_LEFT),
        *(TextBlock(paragraph, style.LETTER) for paragraph in _decision(letter, voice)),
        *_linked(letter, voice),
        _closing(letter, voice),
    ]


def _channel(letter: ResignationLetter, voice: Voice) -> str:
    if letter.channel is Channel.POST:
        return voice.say(msg("Par courrier – lettre recommandée avec avis de réception"))
    if letter.recipient.email:
        return voice.say(msg("Par courrier électronique\u00a0: {email}", email=letter.recipient.email))
    return voice.say(msg("Par courrier électronique"))


def _decision(letter: ResignationLetter, voice: Voice) -> list[str]:
    """What is ended, on what ground, when, what is still billed, and why."""
    start = letter.contract_start
    if start:
        opening = msg(
            "Nous vous notifions par la présente la résiliation du contrat n°\u00a0{number} ({offer}), qui nous lie depuis le {start}.",
            number=letter.contract_number,
            offer=letter.offer_name,
            start=Text(voice.day(start)),
        )
    else:
        opening = msg(
            "Nous vous notifions par la présente la résiliation du contrat n°\u00a0{number} ({offer}).",
            number=letter.contract_number,
            offer=letter.offer_name,
        )
    ground = msg("Cette résiliation s’appuie sur la clause suivante du contrat\u00a0: {clause}.", clause=letter.clause.rstrip("."))
    paragraphs = [voice.say(opening) + (" " + voice.say(ground) if letter.clause else ""), " ".join(_end(letter, voice))]
    if letter.reason:
        paragraphs.append(f"{voice.label(msg('Motif de cette décision'))} {letter.reason}")
    return paragraphs


def _end(letter: ResignationLetter, voice: Voice) -> list[str]:
    """The sentences that give the contract's last day."""
    day = Text(voice.day(letter.effective_date))
    notice = voice.days(letter.notice_days)
    match letter.renewal:
        case Renewal.TACIT if letter.later_term:
            end = msg(
                "Nous nous opposons à sa reconduction tacite\u00a0: il prendra fin à l’échéance du {day}, "
                "ou à la première échéance possible si elle est plus proche.",
                day=day,
            )
        case Renewal.TACIT if letter.notice_days:
            end = msg(
                "Nous nous opposons à sa reconduction tacite\u00a0: compte tenu du préavis de {notice}, il prendra fin le {day}, dernier jour de la période en cours.",
                notice=notice,
                day=day,
            )
        case Renewal.TACIT:
            end = msg(
                "Nous nous opposons à sa reconduction tacite\u00a0: il prendra fin le {day}, dernier jour de la période en cours.", day=day
            )
        case Renewal.OPEN_ENDED if letter.effective_date != letter.commitment_end and letter.notice_days:
            end = msg("Compte tenu du préavis de {notice}, le contrat prendra fin le {day}.", notice=notice, day=day)
        case Renewal.OPEN_ENDED if letter.effective_date != letter.commitment_end:
            end = msg("Le contrat prendra fin le {day}.", day=day)
        case _:
            end = msg("Le contrat prendra fin au terme de l’engagement, le {day}.", day=day)
    sentences = [voice.say(end)]
    if letter.expected_receipt:
        receipt = Text(voice.day(letter.expected_receipt))
        supposed = (
            msg("Cette date suppose que la présente vous soit envoyée au plus tard le {day}.", day=receipt)
            if letter.counts_from_dispatch
            else msg("Cette date suppose que la présente vous parvienne au plus tard le {day}.", day=receipt)
        )
        sentences.append(voice.say(supposed))
    if letter.last_billed_start and letter.last_billed_end:
        first, last = Text(voice.day(letter.last_billed_start)), Text(voice.day(letter.last_billed_end))
        sentences.append(voice.say(msg("La dernière période facturée sera celle du {first} au {last}.", first=first, last=last)))
    return sentences


def _linked(letter: ResignationLetter, voice: Voice) -> list[Flowable]:
    if not letter.linked_contracts:
        return []
    several = len(letter.linked_contracts) > 1
    intro = msg("Les contrats suivants lui sont liés\u00a0:") if several else msg("Le contrat suivant lui est lié\u00a0:")
    open_ones = sum(not linked.resigned_separately for linked in letter.linked_contracts)
    ask = (
        msg("Nous vous remercions de nous préciser par écrit ce que cette résiliation entraîne pour ce contrat.")
        if not several
        else msg("Nous vous remercions de nous préciser par écrit ce que cette résiliation entraîne pour ces contrats.")
        if open_ones == len(letter.linked_contracts)
        else msg("Nous vous remercions de nous préciser par écrit ce que cette résiliation entraîne pour ce qui n’est pas résilié.")
    )
    items = [TextBlock("–\u00a0" + voice.say(_linked_item(linked)), style.LETTER_LIST) for linked in letter.linked_contracts]
    asked = [TextBlock(voice.say(ask), style.LETTER)] if open_ones else []
    return [KeepTogether([TextBlock(voice.say(intro), style.LETTER_LIST_HEAD), items[0]]), *items[1:], Spacer(0, 4), *asked]


def _linked_item(linked: LinkedContract) -> Text:
    if linked.resigned_separately:
        return msg("contrat n°\u00a0{number} – {offer}, résilié par lettre séparée", number=linked.number, offer=linked.offer_name)
    return msg("contrat n°\u00a0{number} – {offer}", number=linked.number, offer=linked.offer_name)


def _closing(letter: ResignationLetter, voice: Voice) -> Flowable:
    """The request for a confirmation, the courtesy formula and the signature, on one page."""
    block: list[Flowable] = []
    if letter.request_confirmation:
        ask = voice.say(msg("Nous vous remercions de nous confirmer par écrit la réception de la présente et la date de fin du contrat."))
        if letter.sender.phone:
            ask += " " + voice.say(msg("Vous pouvez nous joindre au {phone}.", phone=letter.sender.phone))
        block.append(TextBlock(ask, style.LETTER))
    courtesy = msg("Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.")
    at_right = Look(style.LETTER.ink, style.LETTER.leading, indent=WINDOW_LEFT - LEFT)
    note_right = Look(style.SMALL_ITALIC, 13, indent=WINDOW_LEFT - LEFT)
    strong_right = Look(style.LETTER_STRONG.ink, style.LETTER.leading, indent=WINDOW_LEFT - LEFT)
    block += [TextBlock(voice.say(courtesy), style.LETTER), Spacer(0, 12), TextBlock(letter.signatory_name, strong_right)]
    if letter.signatory_role:
        block.append(TextBlock(letter.signatory_role, at_right))
    block += [TextBlock(voice.say(msg("Signature")), note_right), Spacer(0, 18 * MM)]
    return KeepTogether(block)
