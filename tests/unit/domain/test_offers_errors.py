"""Offer files that are wrong: each problem with its file, line, key, value and what is allowed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.offers import OfferError, check_offer, load_offer, parse_offer
from app.domain.toml_lines import key_lines

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "offers"
GESTICLEAN = "gesticlean-support.toml"
CLEAQ = "cleaq-rental.toml"
MANAGED = "commown-managed.toml"

# File, what is written, what is written instead, key of the problem, value shown, part of what is allowed.
WRONG = [
    (GESTICLEAN, 'kind = "software_support"', 'kind = "suport"', "kind", "suport", "rental, software_support, managed_it"),
    (GESTICLEAN, "version = 1", 'version = "1"', "version", "1", "nombre entier"),
    (GESTICLEAN, "version = 1", "version = 1.0", "version", "1.0", "nombre entier"),
    (GESTICLEAN, "version = 1", "version = true", "version", "true", "nombre entier"),
    (GESTICLEAN, "version = 1", "version = 0", "version", "0", "au moins 1"),
    (GESTICLEAN, 'currency = "EUR"', 'currency = "CHF"', "currency", "CHF", "EUR"),
    (GESTICLEAN, "vat_rate = 0.20", "vat_rate = 20", "vat_rate", "20", "au plus 1"),
    (GESTICLEAN, "vat_rate = 0.20", "vat_rate = nan", "vat_rate", "NaN", "décimal"),
    (GESTICLEAN, "effective_from = 2022-06-01", 'effective_from = "1er juin"', "effective_from", "1er juin", "2026-11-22"),
    (GESTICLEAN, 'id = "gesticlean-support"', 'id = "Gesti Clean"', "id", "Gesti Clean", "minuscules"),
    (GESTICLEAN, 'id = "gesticlean-support"', "", "id", "", "un texte"),
    (
        GESTICLEAN,
        '{ fr = "Contrat de support GestiClean", en = "GestiClean support contract" }',
        '{ fr = "Contrat" }',
        "name.en",
        "",
        "texte",
    ),
    (GESTICLEAN, 'fr = "Contrat de support GestiClean"', 'fr = ""', "name.fr", '""', "pas vide"),
    (GESTICLEAN, 'email = "info@inforum.io"', 'email = "info"', "provider.email", "info", "e-mail"),
    (GESTICLEAN, 'phone = "+33 4 50 37 15 29"', 'phone = "bureau"', "provider.phone", "bureau", "téléphone"),
    (GESTICLEAN, 'legal_form = "SARL"', 'forme = "SARL"', "provider.forme", "SARL", "legal_form"),
    (GESTICLEAN, "from = 2, unit_price = 27.50", "from = 2, unit_price = -27.50", "pricing.tiers[2].unit_price", "-27.50", "au moins 0"),
    (GESTICLEAN, "from = 2, unit_price = 27.50", "from = 2, unit_price = 27.505", "pricing.tiers[2].unit_price", "27.505", "2 décimales"),
    (GESTICLEAN, "from = 2, unit_price = 27.50", "from = 2.5, unit_price = 27.50", "pricing.tiers[2].from", "2.5", "nombre entier"),
    (GESTICLEAN, "from = 2, unit_price", "from = 1, unit_price", "pricing.tiers[2].from", "1", "plus de 1"),
    (GESTICLEAN, "from = 6, unit_price", "from = 2, unit_price", "pricing.tiers[3].from", "2", "plus de 2"),
    (GESTICLEAN, "from = 1, unit_price", "from = 3, unit_price", "pricing.tiers[1].from", "3", "1 pour la première"),
    (GESTICLEAN, 'tier_mode = "volume"', 'tier_mode = "volume"\nquote_required = true', "pricing.tiers", "3", "aucune tranche"),
    (GESTICLEAN, "price = 23.00", 'price = "gratuit"', "options[2].price", "gratuit", "décimal"),
    (GESTICLEAN, 'id = "conveyor_and_arm_link"', 'id = "conveyor_link"', "options[2].id", "conveyor_link", "une seule fois"),
    (GESTICLEAN, 'excludes = ["conveyor_link"]', 'excludes = ["conveyer"]', "options[2].excludes[1]", "conveyer", "conveyor_link"),
    (
        GESTICLEAN,
        'excludes = ["conveyor_link"]',
        'excludes = ["conveyor_and_arm_link"]',
        "options[2].excludes[1]",
        "conveyor_and_arm_link",
        "autre option",
    ),
    (GESTICLEAN, "late_hours = 72", "late_hours = 3", "options[3].backup.late_hours", "3", "26"),
    (GESTICLEAN, "commitment_months = 12", "commitment_months = 0", "term.commitment_months", "0", "au moins 1"),
    (GESTICLEAN, "renewal_months = 12", "", "term.renewal_months", "", "tacit"),
    (GESTICLEAN, 'channels = ["post", "email"]', 'channels = ["fax"]', "resignation.channels[1]", "fax", "post, email"),
    (GESTICLEAN, 'channels = ["post", "email"]', "channels = []", "resignation.channels", "[]", "au moins un"),
    (GESTICLEAN, "opens = 14:00:00", "opens = 11:30:00", "support.hours", "09:00-12:00, 11:30-18:00", "recouvrent"),
    (GESTICLEAN, "closes = 18:00:00", "closes = 14:00:00", "support.hours[2].closes", "14:00:00", "14:00"),
    (GESTICLEAN, "closes = 18:00:00", 'closes = "18 h"', "support.hours[2].closes", "18 h", "09:00:00"),
    (GESTICLEAN, "closes = 18:00:00", 'closes = "18:00:00+02:00"', "support.hours[2].closes", "18:00:00+02:00", "sans guillemets"),
    (
        GESTICLEAN,
        "closes = 18:00:00",
        'closes = "18:00:00"',
        "support.hours[2].closes",
        "18:00:00",
        "une heure, par exemple 09:00:00, sans",
    ),
    (GESTICLEAN, "closes = 18:00:00", "closes = 2026-11-22", "support.hours[2].closes", "2026-11-22", "une heure"),
    (GESTICLEAN, "price = 21.00", 'price = "21"', "options[1].price", "21", "décimal, par exemple 27.50, sans guillemets"),
    (GESTICLEAN, "vat_rate = 0.20", 'vat_rate = "0.20"', "vat_rate", "0.20", "sans guillemets"),
    (GESTICLEAN, "effective_from = 2022-06-01", 'effective_from = "2022-06-01"', "effective_from", "2022-06-01", "sans guillemets"),
    (
        GESTICLEAN,
        "effective_from = 2022-06-01",
        "effective_from = 2022-06-01T00:00:00",
        "effective_from",
        "2022-06-01 00:00:00",
        "une date",
    ),
    (
        GESTICLEAN,
        "bridge_days = []",
        'bridge_days = [2027-05-06, "2027-05-07"]',
        "support.bridge_days[2]",
        "2027-05-07",
        "une date, par exemple 2026-11-22, sans guillemets",
    ),
    (GESTICLEAN, 'legal_form = "SARL"', "legal_form = 1.5", "provider.legal_form", "1.5", "texte entre guillemets"),
    (GESTICLEAN, 'legal_form = "SARL"', "legal_form = 2026-11-22", "provider.legal_form", "2026-11-22", "texte entre guillemets"),
    (GESTICLEAN, 'time_zone = "Europe/Paris"', 'time_zone = "Europe/Pari"', "support.time_zone", "Europe/Pari", "Europe/Paris"),
    (GESTICLEAN, "first_response_minutes = 60", "", "support.first_response_minutes", "", "délai"),
    (GESTICLEAN, "appointments = true", "appointments = 1", "support.appointments", "1", "true ou false"),
    (CLEAQ, "[term.by_device.smartphone]", "[term.by_device.phone]", "term.by_device.phone", "phone", "smartphone"),
    (
        CLEAQ,
        'events = ["theft_other", "loss"]',
        'events = ["theft_other", "breakage"]',
        "rental.cover[4].events[2]",
        "breakage",
        "une seule fois",
    ),
    (CLEAQ, 'events = ["theft_other", "loss"]', 'events = ["fire"]', "rental.cover[4].events[1]", "fire", "oxidation"),
    (CLEAQ, "working_days_max = 5", "working_days_max = 2", "rental.delivery.working_days_max", "2", "3"),
    (CLEAQ, 'id = "stop"', 'id = "keep"', "rental.end_of_rental[4].id", "keep", "une seule fois"),
    (CLEAQ, "quote_required = true", "quote_required = false", "pricing.tiers", "", "au moins une tranche"),
    (CLEAQ, 'kind = "rental"', 'kind = "software_support"', "rental", "software_support", 'kind = "rental"'),
    (CLEAQ, "discount = 0.50", "discount = 1.5", "rental.end_of_rental[3].discount", "1.5", "au plus 1"),
    (MANAGED, 'id = "user_change"', 'id = "account_creation"', "managed.services[5].id", "account_creation", "une seule fois"),
    (MANAGED, 'tied_to = "rental"', "", "pricing.quantity_follows", "rented_computers", "tied_to"),
    (MANAGED, 'cities = ["Paris", "Strasbourg"]', 'cities = ["Paris", 67]', "managed.on_site_visit.cities[2]", "67", "texte"),
]


def spoilt(name: str, before: str, after: str) -> tuple[str, int]:
    """The offer with its last `before` replaced, and the line of the change."""
    text = (FOLDER / name).read_text("utf-8")
    if before == "first_response_minutes = 60":
        text = text.replace("first_response_promised = false", "first_response_promised = true")
    place = text.index(before) if before.startswith(("phone", "id = ")) or before == "from = 1, unit_price" else text.rindex(before)
    return text[:place] + after + text[place + len(before) :], text.count("\n", 0, place) + 1


@pytest.mark.parametrize(("name", "before", "after", "key", "value", "allowed"), WRONG, ids=[f"{row[3]}={row[2][-24:]}" for row in WRONG])
def test_a_wrong_key_is_named_with_its_line(name: str, before: str, after: str, key: str, value: str, allowed: str, tmp_path: Path) -> None:
    text, line = spoilt(name, before, after)
    path = tmp_path / name
    path.write_text(text, "utf-8")
    problem = next(problem for problem in check_offer(path) if problem.key == key)
    assert problem.file == name
    assert problem.value == value
    assert allowed in problem.allowed.render("fr")
    if key == "id" and not value:
        assert problem.line is None
    elif value and key not in {"rental", "pricing.tiers", "pricing.quantity_follows", "support.hours"}:
        assert problem.line == line
    message = problem.text.render("fr")
    assert name in message
    assert key in message
    assert problem.text.render("en")
    with pytest.raises(OfferError) as refused:
        load_offer(path)
    assert refused.value.exit_status == 2


def test_every_problem_is_listed_in_the_order_of_the_file() -> None:
    text = (FOLDER / GESTICLEAN).read_text("utf-8")
    text = (
        text.replace("version = 1\n", "version = 0\n").replace("price = 21.00", "price = -1").replace("hourly_rate = 90.00", "rate = 90.00")
    )
    with pytest.raises(OfferError) as refused:
        parse_offer(text, "offer.toml")
    problems = refused.value.problems
    assert [problem.key for problem in problems] == ["version", "options[1].price", "off_contract.hourly_rate", "off_contract.rate"]
    lines = [problem.line for problem in problems if problem.line is not None]
    assert lines == sorted(lines)
    assert "3 autres problèmes" in refused.value.text.render("fr")


def test_a_wrong_weekday_is_one_problem_not_three() -> None:
    text = (FOLDER / GESTICLEAN).read_text("utf-8")
    start = text.index("[[support.hours]]")
    end = text.index("[", text.index("closes = 18:00:00"))
    hours = '[[support.hours]]\ndays = ["mondai"]\nopens = 09:00:00\ncloses = 12:00:00\n\n'
    with pytest.raises(OfferError) as refused:
        parse_offer(text[:start] + hours + text[end:], "offer.toml")
    assert [(problem.key, problem.value) for problem in refused.value.problems] == [("support.hours[1].days[1]", "mondai")]


def test_an_overlap_on_several_days_is_one_problem_that_names_them() -> None:
    text, _ = spoilt(GESTICLEAN, "opens = 14:00:00", "opens = 11:30:00")
    with pytest.raises(OfferError) as refused:
        parse_offer(text, "offer.toml")
    (problem,) = refused.value.problems
    assert "monday, tuesday, wednesday, thursday, friday" in problem.allowed.render("fr")


@pytest.mark.parametrize(("written", "value"), [('["a", "b"]', "[…]"), ('{ fr = "a" }', "{…}"), ("{}", "{}"), ("[]", "[]")])
def test_a_list_or_table_in_the_wrong_place_is_not_shown_in_full(written: str, value: str) -> None:
    text, _ = spoilt(GESTICLEAN, 'currency = "EUR"', f"currency = {written}")
    with pytest.raises(OfferError) as refused:
        parse_offer(text, "offer.toml")
    assert [(problem.key, problem.value) for problem in refused.value.problems] == [("currency", value)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_or_a_device_is_refused_without_reading_it(tmp_path: Path) -> None:
    pipe = tmp_path / "offer.toml"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        (problem,) = check_offer(path)
        assert "fichier ordinaire" in problem.text.render("fr")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('id = "a"\nkind = \n', 2),
        ('id = "a"\n\nid = "b"\n', 3),
        ("[provider\n", 1),
        ("x = [1,\n", None),
        ("price = 1.2.3\n", 1),
        ("x = " + "[" * 5000 + "]" * 5000, None),
        ("x = " + "9" * 5000, None),
    ],
)
def test_toml_that_is_no_toml_is_named_with_its_line(text: str, line: int | None) -> None:
    with pytest.raises(OfferError) as refused:
        parse_offer(text, "offer.toml")
    (problem,) = refused.value.problems
    assert line is None or problem.line == line
    assert "TOML" in problem.text.render("fr")


def test_files_that_cannot_be_read_are_one_problem_each(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes('id = "a"\nname = "Société"\n'.encode("latin-1"))
    (problem,) = check_offer(latin)
    assert (problem.line, problem.file) == (2, "latin.toml")
    assert "UTF-8" in problem.text.render("fr")
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * (1024 * 1024 + 1))
    for path in (tmp_path / "none.toml", tmp_path, huge):
        (problem,) = check_offer(path)
        assert problem.file == path.name
        assert problem.line is None
        assert problem.text.render("fr")


def test_an_empty_file_lacks_every_needed_key(tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text("", "utf-8")
    assert {problem.key for problem in check_offer(path)} == {
        "id", "version", "kind", "name", "currency", "vat_rate", "provider", "pricing", "term", "resignation"
    }  # fmt: skip


@given(st.text(max_size=200))
def test_any_text_is_refused_without_a_crash(text: str) -> None:
    with pytest.raises(OfferError):
        parse_offer(text, "offer.toml")


@given(st.data())
def test_a_file_cut_anywhere_is_refused_without_a_crash(data: st.DataObject) -> None:
    text = (FOLDER / CLEAQ).read_text("utf-8")
    end = data.draw(st.integers(0, text.index("[resignation]")))
    with pytest.raises(OfferError):
        parse_offer(text[:end], "offer.toml")


def test_lines_are_found_in_every_form_of_toml() -> None:
    text = (
        'a = 1 # one\n"b c".d = "x # y"\n[t.u]\nv = [\n  1,\n  { w = 2 },\n]\nlong = """\nq = 1\n""""\n[[many]]\nx = \'\'\'\n[no]\n\'\'\'\n'
        "[[many]]\r\nx = 1\n[[many.inner]]\ny = 2\n[many.last]\nz=2020-01-01 10:00:00\n"
    )
    lines = key_lines(text)
    assert lines["a",] == 1
    assert lines["b c", "d"] == 2
    assert lines["t", "u"] == 3
    assert lines["t", "u", "v", 0] == 5
    assert lines["t", "u", "v", 1, "w"] == 6
    assert lines["t", "u", "long"] == 8
    assert lines["many", 0] == 11
    assert lines["many", 1, "x"] == 16
    assert lines["many", 1, "inner", 0, "y"] == 18
    assert lines["many", 1, "last", "z"] == 20
    assert ("t", "u", "q") not in lines
