"""French identifiers, accounts and addresses: checked, and brought to one form.

Every `parse_*` function takes what a person typed (blanks, dots, dashes, lower case), answers the bare form that is stored, and
raises `InputError` naming the condition that failed. Every `format_*` function answers the form that is shown.
The checks of SIREN, SIRET, VAT number, IBAN and BIC are python-stdnum's, imported on first use; the RIB key is computed here.
"""

from __future__ import annotations

import re
import unicodedata

from app.domain.errors import InputError
from app.domain.formatting import NARROW_NO_BREAK_SPACE
from app.domain.text import Text, msg

FRENCH_IBAN_LENGTH = 27

# What replaces a letter of an account number when its RIB key is computed.
_RIB_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")
_SEPARATORS = re.compile(r"[\s.\-]+")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,64}@(?:(?!-)[\w-]{1,63}(?<!-)\.)+(?!-)[\w-]{2,63}(?<!-)")
_OVERSEAS_CODES = ("262", "590", "594", "596")


def parse_siren(text: str, field: str = "siren") -> str:
    """The 9 digits of a SIREN.

    Raises:
        InputError: not 9 digits, or a wrong check digit (Luhn).
    """
    from stdnum.fr import siren

    number = _compact(text)
    _require_digits(field, text, number, 9)
    if not siren.is_valid(number) or number == "0" * 9:
        raise InputError(field, text, msg("un SIREN dont le dernier chiffre vérifie la clé de Luhn (ici, il ne la vérifie pas)"))
    return number


def parse_siret(text: str, siren: str | None = None, field: str = "siret") -> str:
    """The 14 digits of a SIRET. La Poste's establishments, which do not keep Luhn's key, are known.

    Args:
        text: what was typed.
        siren: the organisation's SIREN, which the SIRET must begin with; None when it is not known.
        field: the field's technical name.

    Raises:
        InputError: not 14 digits, an invalid SIREN inside, a wrong check digit, or another organisation's SIREN.
    """
    from stdnum.fr import siren as siren_module
    from stdnum.fr import siret

    number = _compact(text)
    _require_digits(field, text, number, 14)
    if not siren_module.is_valid(number[:9]) or number[:9] == "0" * 9:
        raise InputError(field, text, msg("un SIRET qui commence par un SIREN valide (les 9 premiers chiffres ne le sont pas)"))
    if not siret.is_valid(number):
        raise InputError(field, text, msg("un SIRET dont le dernier chiffre vérifie la clé de Luhn (ici, il ne la vérifie pas)"))
    if siren is not None and not number.startswith(siren):
        raise InputError(field, text, msg("un SIRET qui commence par le SIREN de l’entreprise, {siren}", siren=format_siren(siren)))
    return number


def parse_vat_number(text: str, siren: str | None = None, field: str = "vat_number") -> str:
    """A French VAT number, `FR` and 11 characters; `FR` is added where it was left out.

    Args:
        text: what was typed.
        siren: the organisation's SIREN, which the number must end with; None when it is not known.
        field: the field's technical name.

    Raises:
        InputError: not of the French form, a wrong key, or another organisation's SIREN.
    """
    from stdnum.fr import tva

    number = _compact(text).removeprefix("FR")
    if not re.fullmatch(r"[0-9A-HJ-NP-Z]{2}[0-9]{9}", number):
        raise InputError(field, text, msg("FR, 2 caractères de clé et les 9 chiffres du SIREN"))
    if siren is not None and number[2:] != siren:
        raise InputError(field, text, msg("un numéro de TVA qui finit par le SIREN de l’entreprise, {siren}", siren=format_siren(siren)))
    if not tva.is_valid(number):
        raise InputError(field, text, msg("un numéro de TVA dont la clé correspond au SIREN (ici, elle n’y correspond pas)"))
    return f"FR{number}"


def parse_iban(text: str, field: str = "iban") -> str:
    """An IBAN of any country; a French one must also have the right RIB key.

    Raises:
        InputError: unknown country, wrong length or characters for it, wrong mod-97 key, or wrong RIB key.
    """
    from stdnum import iban

    number = _compact(text)
    if number.startswith("FR"):
        return parse_french_iban(text, field)
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{8,30}", number):
        raise InputError(field, text, msg("un IBAN\u00a0: 2 lettres de pays, 2 chiffres de clé, puis le compte"))
    if not iban.is_valid(number):
        raise InputError(field, text, _iban_failure(number))
    return number


def parse_french_iban(text: str, field: str = "iban") -> str:
    """A French IBAN: `FR`, 27 characters, mod-97 key and RIB key right. The first condition that fails is named.

    Raises:
        InputError: one of these conditions fails.
    """
    number = _compact(text)
    if not number.startswith("FR"):
        raise InputError(field, text, msg("un IBAN français, qui commence par FR"))
    if len(number) != FRENCH_IBAN_LENGTH:
        raise InputError(
            field, text, msg("{expected} caractères pour un IBAN français (ici {given})", expected=FRENCH_IBAN_LENGTH, given=len(number))
        )
    if not re.fullmatch(r"FR[0-9]{12}[0-9A-Z]{11}[0-9]{2}", number):
        raise InputError(
            field, text, msg("un IBAN français, fait de chiffres (des lettres ne peuvent figurer que dans le numéro de compte)")
        )
    if not _mod_97_is_right(number):
        raise InputError(field, text, msg("un IBAN dont les 2 chiffres de contrôle (modulo 97) sont justes (ici, ils sont faux)"))
    if not rib_key_is_right(number):
        raise InputError(field, text, msg("un IBAN dont la clé RIB, les 2 derniers chiffres, est juste (ici, elle est fausse)"))
    return number


def rib_key_is_right(number: str) -> bool:
    """Whether the last two digits of a bare French IBAN are the key of its bank, branch and account."""
    bank, branch, account, key = number[4:9], number[9:14], number[14:25].translate(_RIB_LETTERS), number[25:27]
    return (89 * int(bank) + 15 * int(branch) + 3 * int(account) + int(key)) % 97 == 0


def parse_bic(text: str, field: str = "bic") -> str:
    """A BIC of 8 or 11 characters, in capitals.

    Raises:
        InputError: another length, form or an unknown country.
    """
    from stdnum import bic

    number = _compact(text)
    if not bic.is_valid(number):
        raise InputError(field, text, msg("un BIC de 8 ou 11 caractères\u00a0: banque (4 lettres), pays (2 lettres), lieu, agence"))
    return number


def parse_phone(text: str, field: str = "phone") -> str:
    """A telephone number in a readable form: `04 50 37 15 29`, `36 39`, or `+41 22 345 67 89` as it was grouped.

    Raises:
        InputError: not a French number of 10 digits, a short number, or an international number.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("(0)", " ")
    digits = re.sub(r"[\s.\-/()]+", "", plain)
    digits = f"+{digits[2:]}" if digits.startswith("00") else digits
    national = _national_number(digits)
    if national is not None:
        return " ".join(national[i : i + 2] for i in range(0, len(national), 2))
    if re.fullmatch(r"\+[1-9][0-9]{6,14}", digits) and not digits.startswith("+33"):
        grouped = re.sub(r"[\s.\-/()]+", " ", plain).strip()
        return f"+{grouped.lstrip('+0 ')}"
    raise InputError(field, text, msg("un numéro français de 10 chiffres (04 50 37 15 29) ou international (+41 22 345 67 89)"))


def parse_email(text: str, field: str = "email") -> str:
    """An e-mail address, its domain in lower case.

    Raises:
        InputError: not `name@domain.tld`, or longer than 254 characters.
    """
    address = text.strip()
    if len(address) > 254 or not _EMAIL.fullmatch(address) or ".." in address or address.startswith(".") or ".@" in address:
        raise InputError(field, text, msg("une adresse comme nom@exemple.fr"))
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"


def parse_postal_code(text: str, field: str = "postal_code") -> str:
    """A French postal code of 5 digits.

    Raises:
        InputError: not 5 digits between 01000 and 98999.
    """
    code = _compact(text)
    if not re.fullmatch(r"[0-9]{5}", code) or not "01000" <= code <= "98999":
        raise InputError(field, text, msg("un code postal français de 5 chiffres, comme 74800"))
    return code


def format_siren(siren: str) -> str:
    """`732829320` as `732 829 320`, with narrow no-break spaces."""
    return NARROW_NO_BREAK_SPACE.join((siren[:3], siren[3:6], siren[6:]))


def format_siret(siret: str) -> str:
    """`73282932000074` as `732 829 320 00074`, with narrow no-break spaces."""
    return NARROW_NO_BREAK_SPACE.join((format_siren(siret[:9]), siret[9:]))


def format_vat_number(number: str) -> str:
    """`FR44732829320` as `FR 44 732 829 320`, with narrow no-break spaces."""
    return NARROW_NO_BREAK_SPACE.join((number[:2], number[2:4], format_siren(number[4:])))


def format_iban(number: str) -> str:
    """An IBAN in groups of four, with narrow no-break spaces."""
    return NARROW_NO_BREAK_SPACE.join(number[i : i + 4] for i in range(0, len(number), 4))


def _compact(text: str) -> str:
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper()


def _require_digits(field: str, text: str, number: str, length: int) -> None:
    if not re.fullmatch(r"[0-9]*", number):
        raise InputError(field, text, msg("{length} chiffres, sans autre caractère", length=length))
    if len(number) != length:
        raise InputError(field, text, msg("{length} chiffres (ici {given})", length=length, given=len(number)))


def _mod_97_is_right(number: str) -> bool:
    from stdnum.iso7064 import mod_97_10

    return mod_97_10.is_valid(number[4:] + number[:4])


def _iban_failure(number: str) -> Text:
    if _mod_97_is_right(number):
        return msg("un IBAN d’un pays connu, de la longueur que ce pays prescrit")
    return msg("un IBAN dont les 2 chiffres de contrôle (modulo 97) sont justes (ici, ils sont faux)")


def _national_number(digits: str) -> str | None:
    """The number as dialled in France: 10 digits, or a short number; None when it is not French."""
    if digits.startswith("+33"):
        digits = f"0{digits[3:].removeprefix('0')}"
    elif digits.startswith(tuple(f"+{code}" for code in _OVERSEAS_CODES)) and len(digits) == 13:
        digits = f"0{digits[4:]}"
    return digits if re.fullmatch(r"0[1-9][0-9]{8}|3[0-9]{3}|10[0-9]{2}|118[0-9]{3}", digits) else None
