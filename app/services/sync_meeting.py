"""What is found on both sides when a code is spent, and what connecting will do with it, in words, before anything is done."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.text import Text, msg, tr, trn

#: How many records the server has is known, and not whether the company's is among them.
_COMPANY = msg(
    "Si le serveur a déjà une fiche de l’entreprise, elle reste et celle d’ici complète ce qui lui manque\u202f; sinon celle d’ici est envoyée."
)


@dataclass(frozen=True)
class Meeting:
    """What was found when a code was spent: both sides' data, before anything is put together.

    Attributes:
        organisation, siren: who the server says that the code is for. ours, our_siren: the company of this folder.
        here, there: how many records this computer and the server's organisation have. sending: how many of those here will be sent.
        same_company: whether both say the same SIREN; none where one says none.
        renewed: this computer belonged to that organisation before and had lost its access: what waits is kept and sent.
    """

    organisation: str
    siren: str
    ours: str
    our_siren: str
    here: int
    there: int
    same_company: bool | None
    renewed: bool
    sending: int


@dataclass(frozen=True)
class Joined:
    """What connecting or leaving did, in words. `organisation` and `device` are identifiers, `name` is the organisation's."""

    organisation: str
    name: str
    device: str
    did: tuple[Text, ...]


def plan(meeting: Meeting) -> list[str]:
    """What connecting will do, in the language in use."""
    if meeting.renewed:
        return [
            tr("Ce poste retrouve son accès à {name}.", name=meeting.organisation),
            tr("Tout est relu sur le serveur\u202f; ce qui attend ici est gardé et part ensuite."),
        ]
    found = []
    if meeting.sending:
        found.append(
            trn(
                "{n} enregistrement de ce poste sera envoyé au serveur.",
                "{n} enregistrements de ce poste seront envoyés au serveur.",
                meeting.sending,
            )
        )
    if meeting.there:
        found.append(trn("{n} enregistrement du serveur sera reçu ici.", "{n} enregistrements du serveur seront reçus ici.", meeting.there))
    if meeting.here and meeting.there:
        if meeting.ours:
            found.append(_COMPANY.render())
        found.append(
            tr(
                "Un enregistrement connu des deux côtés n’est pas doublé\u202f; où il diffère, la valeur du serveur reste "
                "et la vôtre attend votre choix."
            )
        )
        found.append(tr("Un numéro donné des deux côtés est changé sur ce poste. Rien n’est effacé."))
    found.append(tr("Ensuite, chaque changement part tout seul\u202f; sans réseau, il attend ici."))
    return found


def begun(sent: int, here: int, there: int) -> tuple[Text, ...]:
    """What connecting began: `sent` records wait to be sent; this computer had `here` records, the server has `there`.

    Where both have records, the company's of this computer is not sent yet, so that `sent` is less than `here`.
    """
    did: list[Text] = []
    if sent:
        one = msg("1 enregistrement de ce poste sera envoyé.")
        did.append(one if sent == 1 else msg("{n} enregistrements de ce poste seront envoyés.", n=sent))
    if there and here:
        one = msg("1 enregistrement du serveur sera reçu et réuni avec ceux d’ici.")
        did.append(one if there == 1 else msg("{n} enregistrements du serveur seront reçus et réunis avec ceux d’ici.", n=there))
        if sent < here:
            did.append(_COMPANY)
        did.append(msg("Un numéro donné deux fois est changé sur ce poste."))
    elif there:
        one = msg("1 enregistrement du serveur sera reçu ici.")
        did.append(one if there == 1 else msg("{n} enregistrements du serveur seront reçus ici.", n=there))
    return tuple(did)


def left(waited: int) -> tuple[Text, ...]:
    """What leaving did; `waited` changes had not been sent."""
    stays = msg("Toutes les données restent sur ce poste\u202f; rien n’est effacé sur le serveur.")
    if not waited:
        return (stays,)
    return stays, msg("Changements qui n’étaient pas encore partis et restent ici seulement\u00a0: {n}.", n=waited)
