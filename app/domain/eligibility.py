"""Who may rent, and who may use what is rented.

Source: Cleaq rental offer, "Qui peut souscrire aux offres" and "Puis-je changer l’utilisateur d’un appareil".
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import InputError
from app.domain.explain import Explained, Explanation
from app.domain.identifiers import format_iban, format_siren, parse_french_iban, parse_siren
from app.domain.text import Text, msg


@dataclass(frozen=True)
class Condition:
    """One condition of an offer, and how it stands.

    Attributes:
        id: its technical name: `siren`, `micro_enterprise` or `iban`.
        label: what it asks for.
        met: whether it is met; None when what it reads is not known.
        value: what was read, as it is shown; empty when nothing was.
        why: why it is met, not met or unknown.
    """

    id: str
    label: Text
    met: bool | None
    value: str
    why: Text


@dataclass(frozen=True)
class Eligibility:
    """Whether an organisation may rent: every condition must be met."""

    ok: bool
    conditions: tuple[Condition, ...]

    @property
    def failing(self) -> tuple[Condition, ...]:
        """The conditions that are not met or not known, in order."""
        return tuple(condition for condition in self.conditions if condition.met is not True)


def rental_eligibility(siren: str | None, micro_enterprise: bool | None, iban: str | None) -> Eligibility:
    """Whether an organisation may rent: a valid SIREN, no micro-enterprise, a French IBAN.

    Args:
        siren: as typed; None or blank when it is not known.
        micro_enterprise: whether it is one; None when it is not known.
        iban: as typed; None or blank when it is not known.
    """
    conditions = (_siren(siren or ""), _micro_enterprise(micro_enterprise), _iban(iban or ""))
    return Eligibility(all(condition.met is True for condition in conditions), conditions)


def change_of_user() -> Explained[bool]:
    """A rented device may change hands at any time: always allowed, without limit and without telling the provider."""
    rule = msg("L’utilisateur d’un appareil loué peut changer à tout moment, sans limite et sans en informer le prestataire.")
    return Explained(True, Explanation(rule))


def _siren(text: str) -> Condition:
    name = msg("Un SIREN valide")
    if not text.strip():
        return Condition("siren", name, None, "", msg("Le SIREN n’est pas renseigné."))
    try:
        number = parse_siren(text)
    except InputError as error:
        return Condition("siren", name, False, text, msg("Le SIREN n’est pas valide. Attendu\u00a0: {allowed}.", allowed=error.allowed))
    return Condition("siren", name, True, format_siren(number), msg("Le SIREN est valide."))


def _micro_enterprise(value: bool | None) -> Condition:
    name = msg("Ne pas être une micro-entreprise")
    if value is None:
        return Condition("micro_enterprise", name, None, "", msg("On ne sait pas si l’entreprise est une micro-entreprise."))
    if value:
        return Condition("micro_enterprise", name, False, str(msg("oui")), msg("L’offre n’est pas ouverte aux micro-entreprises."))
    return Condition("micro_enterprise", name, True, str(msg("non")), msg("L’entreprise n’est pas une micro-entreprise."))


def _iban(text: str) -> Condition:
    name = msg("Un IBAN français")
    if not text.strip():
        return Condition("iban", name, None, "", msg("L’IBAN n’est pas renseigné."))
    try:
        number = parse_french_iban(text)
    except InputError as error:
        return Condition("iban", name, False, text, msg("L’IBAN ne convient pas. Attendu\u00a0: {allowed}.", allowed=error.allowed))
    return Condition("iban", name, True, format_iban(number), msg("L’IBAN est français, ses clés sont justes."))
