from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.domain.identifiers import (
    format_iban,
    format_siren,
    format_siret,
    format_vat_number,
    parse_bic,
    parse_email,
    parse_french_iban,
    parse_iban,
    parse_phone,
    parse_postal_code,
    parse_siren,
    parse_siret,
    parse_vat_number,
    rib_key_is_right,
)

Parser = Callable[[str], str]

FRENCH_IBAN = "FR7630006000011234567890189"
FRENCH_IBAN_WITH_LETTER = "FR1420041010050500013M02606"
GERMAN_IBAN = "DE89370400440532013000"


def iban_with(rib: str) -> str:
    """A French IBAN whose mod-97 key is right for `rib`, whatever its RIB key."""
    digits = "".join(str(int(char, 36)) for char in f"{rib}FR00")
    return f"FR{98 - int(digits) % 97:02d}{rib}"


def refusal(parse: Parser, text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse(text)
    assert caught.value.exit_status == 2
    return caught.value.allowed.render("fr")


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (parse_siren, "732829320", "732829320"),
        (parse_siren, " 732 829 320 ", "732829320"),
        (parse_siren, "732\u202f829\u00a0320", "732829320"),
        (parse_siren, "732.829.320", "732829320"),
        (parse_siret, "732 829 320 00074", "73282932000074"),
        (parse_siret, "35600000000048", "35600000000048"),  # La Poste, head office: Luhn
        (parse_siret, "35600000049837", "35600000049837"),  # La Poste, a post office: sum of the digits
        (parse_vat_number, "FR44732829320", "FR44732829320"),
        (parse_vat_number, "fr 44 732 829 320", "FR44732829320"),
        (parse_vat_number, "44732829320", "FR44732829320"),
        (parse_vat_number, "FRK7399859412", "FRK7399859412"),
        (parse_iban, FRENCH_IBAN, FRENCH_IBAN),
        (parse_iban, "fr76 3000 6000 0112 3456 7890 189", FRENCH_IBAN),
        (parse_iban, "fr14 2004 1010 0505 0001 3m02 606", FRENCH_IBAN_WITH_LETTER),
        (parse_french_iban, format_iban(FRENCH_IBAN), FRENCH_IBAN),
        (parse_iban, "de89 3704 0044 0532 0130 00", GERMAN_IBAN),
        (parse_bic, "agrifrpp882", "AGRIFRPP882"),
        (parse_bic, "AGRI FR PP", "AGRIFRPP"),
        (parse_phone, "+33(0)4 50 37 15 29", "04 50 37 15 29"),
        (parse_phone, "+33 4 50 37 15 29", "04 50 37 15 29"),
        (parse_phone, "0033450371529", "04 50 37 15 29"),
        (parse_phone, "04.50.37.15.29", "04 50 37 15 29"),
        (parse_phone, "06-12-34-56-78", "06 12 34 56 78"),
        (parse_phone, "+590 690 12 34 56", "06 90 12 34 56"),
        (parse_phone, "3639", "36 39"),
        (parse_phone, "+41 22 345 67 89", "+41 22 345 67 89"),
        (parse_phone, "0041.22.345.67.89", "+41 22 345 67 89"),
        (parse_phone, "(00 41) 22-345 67 89 ", "+41 22 345 67 89"),
        (parse_email, " Pressing.Centre+caisse@Exemple.FR ", "Pressing.Centre+caisse@exemple.fr"),
        (parse_email, "info@inforum.io", "info@inforum.io"),
        (parse_postal_code, "74800", "74800"),
        (parse_postal_code, "01 000", "01000"),
        (parse_postal_code, "97400", "97400"),
    ],
)
def test_what_people_type_is_brought_to_one_form(parse: Parser, text: str, expected: str) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("parse", "text", "failed"),
    [
        (parse_siren, "732829321", "Luhn"),
        (parse_siren, "000000000", "Luhn"),
        (parse_siren, "73282932", "9 chiffres (ici 8)"),
        (parse_siren, "", "9 chiffres (ici 0)"),
        (parse_siren, "73282932O", "9 chiffres, sans autre caractère"),
        (parse_siren, "73282932000074", "9 chiffres (ici 14)"),
        (parse_siret, "73282932000079", "Luhn"),
        (parse_siret, "73282932100074", "les 9 premiers chiffres ne le sont pas"),
        (parse_siret, "732829320", "14 chiffres (ici 9)"),
        (parse_siret, "35600000049838", "Luhn"),
        (parse_vat_number, "FR45732829320", "clé"),
        (parse_vat_number, "DE123456789", "clé"),
        (parse_vat_number, "ATU12345678", "FR, 2 caractères"),
        (parse_vat_number, "FR4473282932", "FR, 2 caractères"),
        (parse_vat_number, "FRIO732829320", "FR, 2 caractères"),
        (parse_french_iban, GERMAN_IBAN, "commence par FR"),
        (parse_french_iban, "MC5811222000010123456789030", "commence par FR"),
        (parse_french_iban, FRENCH_IBAN[:-1], "27 caractères pour un IBAN français (ici 26)"),
        (parse_french_iban, FRENCH_IBAN + "0", "27 caractères pour un IBAN français (ici 28)"),
        (parse_french_iban, "FR76A0006000011234567890189", "fait de chiffres"),
        (parse_french_iban, "FR7730006000011234567890189", "modulo 97"),
        (parse_french_iban, iban_with("30006000011234567890188"), "clé RIB"),
        (parse_iban, iban_with("30006000011234567890188"), "clé RIB"),
        (parse_iban, "DE88370400440532013000", "modulo 97"),
        (parse_iban, "DE", "2 lettres de pays"),
        (parse_iban, "", "2 lettres de pays"),
        (parse_iban, "XX46370400440532013000", "pays connu"),
        (parse_bic, "AGRIFRPP8", "8 ou 11"),
        (parse_bic, "AGRIQQPP", "8 ou 11"),
        (parse_phone, "04 50 37 15", "10 chiffres"),
        (parse_phone, "+33 4 50 37 15", "10 chiffres"),
        (parse_phone, "00 00 00 00 00", "10 chiffres"),
        (parse_phone, "appelez-moi", "10 chiffres"),
        (parse_email, "pressing", "nom@exemple.fr"),
        (parse_email, "a@b", "nom@exemple.fr"),
        (parse_email, "a@b@c.fr", "nom@exemple.fr"),
        (parse_email, "a b@c.fr", "nom@exemple.fr"),
        (parse_email, "a@exemple..fr", "nom@exemple.fr"),
        (parse_email, "a@-exemple.fr", "nom@exemple.fr"),
        (parse_email, "a@exemple.fr\nBcc: b@exemple.fr", "nom@exemple.fr"),
        (parse_email, f"{'a' * 64}@{'b' * 190}.fr", "nom@exemple.fr"),
        (parse_postal_code, "7480", "5 chiffres"),
        (parse_postal_code, "00999", "5 chiffres"),
        (parse_postal_code, "99000", "5 chiffres"),
        (parse_postal_code, "74 80A", "5 chiffres"),
    ],
)
def test_a_refusal_names_the_condition_that_failed(parse: Parser, text: str, failed: str) -> None:
    assert failed in refusal(parse, text)


def test_identifiers_must_belong_to_the_same_organisation() -> None:
    assert parse_siret("73282932000074", siren="732829320") == "73282932000074"
    assert parse_vat_number("FR44732829320", siren="732829320") == "FR44732829320"
    with pytest.raises(InputError, match="siret"):
        parse_siret("73282932000074", siren="404833048")
    with pytest.raises(InputError, match="vat_number"):
        parse_vat_number("FR44732829320", siren="404833048")


def test_the_field_is_the_one_the_caller_names() -> None:
    with pytest.raises(InputError) as caught:
        parse_siren("1", field="tenant_siren")
    assert caught.value.field == "tenant_siren"
    assert caught.value.value == "1"


def test_identifiers_are_shown_in_groups() -> None:
    assert format_siren("732829320") == "732\u202f829\u202f320"
    assert format_siret("73282932000074") == "732\u202f829\u202f320\u202f00074"
    assert format_vat_number("FR44732829320") == "FR\u202f44\u202f732\u202f829\u202f320"
    assert format_iban(FRENCH_IBAN) == "FR76\u202f3000\u202f6000\u202f0112\u202f3456\u202f7890\u202f189"


@given(st.integers(0, 99999), st.integers(0, 99999), st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=11, max_size=11))
def test_exactly_one_rib_key_is_right(bank: int, branch: int, account: str) -> None:
    ibans = [iban_with(f"{bank:05d}{branch:05d}{account}{key:02d}") for key in range(1, 98)]
    right = [number for number in ibans if rib_key_is_right(number)]
    assert len(right) == 1
    assert parse_french_iban(right[0]) == right[0]


@given(
    st.sampled_from([parse_siren, parse_siret, parse_vat_number, parse_iban, parse_bic, parse_phone, parse_email, parse_postal_code]),
    st.text(),
)
def test_any_text_is_taken_or_clearly_refused(parse: Parser, text: str) -> None:
    try:
        taken = parse(text)
    except InputError as error:
        assert error.text.render("fr") and error.text.render("en")
    else:
        assert parse(taken) == taken
