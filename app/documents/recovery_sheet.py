"""The recovery sheet, drawn: one page to print and put away, with all that gets the data back when the PC is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportlab.platypus import KeepTogether
from reportlab.platypus.flowables import Flowable

from app.documents import style
from app.documents.flowables import Heading, Look, Rule, TextBlock, draw_text
from app.documents.page import PAGE_WIDTH, Information, Sheet, draw_document, drawing_lock
from app.documents.style import MM
from app.documents.typesetting import Ink
from app.documents.wording import Voice
from app.domain.recovery import check_code, groups
from app.domain.text import Text, msg

LEFT = RIGHT = 24 * MM
_COLUMN = PAGE_WIDTH - LEFT - RIGHT
_GROUPS_A_LINE = 3
_NAMED = 6
_SECRET = Look(Ink("semibold", 25, style.BLACK, tracking=1.6), 37, indent=10)
_COMMAND = Look(Ink("regular", 10.2, style.BLACK), 15, indent=12, after=3)
_STEP = Look(style.BODY, 13.8, after=3)
_NOTE = replace(style.NOTE, after=2)


@dataclass(frozen=True)
class RecoverySheet:
    """What the sheet says.

    Attributes:
        office, pc: whose data it is.
        address: the repository as plain restic takes it after `-r`, without a secret.
        needs: what else the address asks for, a sentence each.
        folders: what is saved.
        password: the repository's.
    """

    language: str
    office: str
    pc: str
    address: str
    password: str
    made_on: date
    folders: tuple[str, ...] = ()
    needs: tuple[Text, ...] = ()


def sheet_bytes(sheet: RecoverySheet) -> bytes:
    """The sheet as a PDF. Same sheet, same bytes."""
    voice = Voice(sheet.language)
    information = Information(
        title=voice.say(msg("Fiche de secours des sauvegardes")),
        author=sheet.office,
        subject=sheet.pc,
        keywords=(),
        language={"fr": "fr-FR", "en": "en-GB"}[sheet.language],
        issued_on=sheet.made_on,
    )
    with drawing_lock:
        return draw_document(_story(sheet, voice), _sheet(voice), information)[0]


def _sheet(voice: Voice) -> Sheet:
    note = voice.say(msg("Confidentiel\u00a0: ce mot de passe ouvre toutes les données sauvegardées. À ranger hors du commerce."))

    def head(_: Any, __: int) -> None:
        """Nothing stands above the title."""

    def foot(canvas: Any, number: int, total: int) -> None:
        draw_text(canvas, note, style.RUNNING, LEFT, 13 * MM)
        if total > 1:
            page = voice.say(msg("page\u00a0{number} / {total}", number=number, total=total))
            draw_text(canvas, page, style.RUNNING, LEFT, 13 * MM, align="right", width=_COLUMN)

    return Sheet(left=LEFT, right=RIGHT, top=20 * MM, bottom=21 * MM, first_top=20 * MM, head=head, foot=foot)


def _story(sheet: RecoverySheet, voice: Voice) -> list[Flowable]:
    made = voice.say(msg("Fiche faite le {day}", day=Text(voice.day(sheet.made_on))))
    return [
        TextBlock(sheet.office.upper() or "PARCLAIR", style.KICKER_LOOK),
        Heading(voice.say(msg("Fiche de secours des sauvegardes")), style.TITLE_LOOK),
        TextBlock(f"{sheet.pc} – {made}" if sheet.pc else made, style.SUBTITLE),
        *_password(sheet, voice),
        *_place(sheet, voice),
        *_steps(sheet, voice),
    ]


def _password(sheet: RecoverySheet, voice: Voice) -> list[Flowable]:
    parts = groups(sheet.password)
    lines = ["  ".join(parts[start : start + _GROUPS_A_LINE]) for start in range(0, len(parts), _GROUPS_A_LINE)]
    if len(parts) == 1:
        how = msg("Exactement ainsi, espaces compris\u202f; majuscules et minuscules comptent.")
    elif all(part.endswith("-") for part in parts[:-1]):
        how = msg("Tirets compris, sans espaces.")
    else:
        how = msg("Sans espaces entre les groupes\u202f; majuscules et minuscules comptent.")
    check = msg(
        "Code de contrôle\u00a0: {code}. Parclair le montre pendant la saisie\u00a0: s’il est différent, un caractère est faux.",
        code=check_code(sheet.password),
    )
    note = f"{voice.say(how)} {voice.say(check)}"
    return [
        Heading(voice.say(msg("Mot de passe du dépôt")), style.SECTION_LOOK),
        KeepTogether(
            [
                Rule(0.8, style.ACCENT, after=5),
                *(TextBlock(line, _SECRET) for line in lines),
                Rule(0.8, style.ACCENT, before=6, after=5),
                TextBlock(note, _NOTE),
            ]
        ),
        TextBlock(voice.say(msg("Sans ce mot de passe, personne ne peut lire les sauvegardes, pas même votre prestataire.")), style.TEXT),
    ]


def _place(sheet: RecoverySheet, voice: Voice) -> list[Flowable]:
    saved = [TextBlock(f"–\u00a0{folder}", style.BULLET) for folder in sheet.folders[:_NAMED]]
    if len(sheet.folders) > _NAMED:
        saved.append(TextBlock(voice.say(msg("et {n} autres dossiers", n=len(sheet.folders) - _NAMED)), style.BULLET))
    return [
        Heading(voice.say(msg("Où sont les sauvegardes")), style.SECTION_LOOK),
        TextBlock(sheet.address, replace(style.TEXT, ink=style.BODY_STRONG)),
        *(TextBlock(voice.say(need), style.TEXT) for need in sheet.needs),
        *([TextBlock(voice.say(msg("Ce qui est sauvegardé\u00a0:")), style.TEXT), *saved] if saved else []),
    ]


def _steps(sheet: RecoverySheet, voice: Voice) -> list[Flowable]:
    with_parclair = (
        msg("Installez Parclair sur le nouveau PC et ouvrez «\u00a0Sauvegardes\u00a0»."),
        msg("Choisissez la même destination et saisissez le mot de passe ci-dessus."),
        msg("«\u00a0Restaurer\u00a0»\u00a0: choisissez la sauvegarde, les dossiers, et un dossier d’arrivée."),
    )
    without = (
        msg("Téléchargez restic ({site}), un logiciel libre.", site="restic.net"),
        msg("Ouvrez une invite de commandes et tapez, en saisissant le mot de passe quand il est demandé\u00a0:"),
    )
    note = msg(
        "Une base de données ouverte pendant la sauvegarde est une copie dans «\u00a0{folder}\u00a0», sous son propre chemin. Parclair la remet à sa place.",
        folder="backup/bases",
    )
    return [
        Heading(voice.say(msg("Récupérer les données avec Parclair")), style.SECTION_LOOK),
        *_numbered(with_parclair, voice),
        Heading(voice.say(msg("Sans Parclair")), style.SECTION_LOOK),
        *_numbered(without, voice),
        TextBlock(f'restic -r "{sheet.address}" snapshots', _COMMAND),
        TextBlock(f'restic -r "{sheet.address}" restore latest --target "{_target(sheet)}"', _COMMAND),
        TextBlock(voice.say(note), _NOTE),
    ]


def _numbered(texts: Sequence[Text], voice: Voice) -> list[Flowable]:
    return [TextBlock(f"{n}.\u00a0{voice.say(text)}", _STEP) for n, text in enumerate(texts, 1)]


def _target(sheet: RecoverySheet) -> str:
    name = {"fr": "Recuperation", "en": "Recovered"}[sheet.language]
    return f"C:\\{name}" if ":\\" in "".join(sheet.folders) else f"/tmp/{name}"
