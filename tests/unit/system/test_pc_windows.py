"""What Windows PCs say of themselves, from what seven of them answered."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.backup_eligibility import windows_condition
from app.domain.offer_schema import BackupRules
from app.domain.text import set_language
from app.domain.values.pc import FACTS, Antivirus, AntivirusState, Membership, PcDocument, Platform, WhyUnknown
from app.system import pc_windows, this_pc
from app.system.pc_powershell import QUERIES, ask, parse, script
from app.system.pc_reading import ToolAnswer
from app.system.pc_windows import WindowsSources
from app.system.registry import View
from tests.recorded_pcs import (
    LOCKED_DOWN,
    PCS,
    SERVER_2022,
    WINDOWS_7,
    WINDOWS_8,
    WINDOWS_10,
    WINDOWS_11,
    WINDOWS_11_FR,
    RecordedRegistry,
    answers_of,
    sources,
    windows_pc,
)

RULES = BackupRules(
    windows_build_min=10_240,
    probe_days=7,
    probes_min=20,
    answered_share_min=Decimal("0.95"),
    gap_hours_max=24,
    good_hours=26,
    late_hours=72,
)
ALL = (WINDOWS_7, WINDOWS_8, WINDOWS_10, WINDOWS_11, WINDOWS_11_FR, SERVER_2022, LOCKED_DOWN)


@pytest.mark.parametrize(
    ("name", "build", "eligible", "shown"),
    [
        (WINDOWS_7, 7601, False, "Windows 7 (build 7601)"),
        (WINDOWS_8, 9600, False, "Windows 8.1 (build 9600)"),
        (WINDOWS_10, 19_045, True, "Windows 10 22H2 (build 19045)"),
        (WINDOWS_11, 26_100, True, "Windows 11 24H2 (build 26100)"),
        (WINDOWS_11_FR, 26_100, True, "Windows 11 24H2 (build 26100)"),
        (SERVER_2022, 20_348, True, "Windows Server 2022 Standard (build 20348)"),
        (LOCKED_DOWN, 22_631, True, "Windows 11 23H2 (build 22631)"),
    ],
)
def test_each_windows_is_eligible_or_not_by_its_build(name: str, build: int, eligible: bool, shown: str) -> None:
    pc = windows_pc(name)
    condition = windows_condition(pc.os_build.value, pc.os_name.value or "", RULES)
    assert (pc.os_build.value, condition.met, condition.value) == (build, eligible, shown)


def values(pc: PcDocument, *names: str) -> tuple[object, ...]:
    return tuple(getattr(pc, name).value for name in names)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (WINDOWS_7, ("Dell Inc.", "OptiPlex 790", "5XK2N5J", "Windows 7 Professionnel", "Service Pack 1")),
        (WINDOWS_8, ("Hewlett-Packard", "HP ProDesk 600 G1 SFF", "CZC4351KQM", "Windows 8.1 Pro", "6.3.9600")),
        (WINDOWS_10, (None, None, None, "Windows 10 Professionnel", "22H2")),
        (WINDOWS_11, ("LENOVO", "ThinkPad T14 Gen 4 (21HD0039FR)", "PF4ABC12", "Windows 11 Pro", "24H2")),
        (WINDOWS_11_FR, ("ASUSTeK COMPUTER INC.", "Vivobook_ASUSLaptop X1504VA", "R8N0CV05D12345A", "Windows 11 Famille", "24H2")),
    ],
)
def test_machine_and_system(name: str, expected: tuple[str | None, ...]) -> None:
    assert values(windows_pc(name), "maker", "model", "serial", "os_name", "os_version") == expected


def test_processor_memory_disks_user_and_teamviewer() -> None:
    pc = windows_pc(WINDOWS_7)
    assert values(pc, "processor", "memory_bytes", "last_user", "teamviewer_id") == (
        "Intel(R) Core(TM) i5-2400 CPU @ 3.10GHz",
        4 * 2**30,
        "CAISSE-1\\Hélène",
        "986801296",
    )
    assert pc.disks.value is not None
    assert [(disk.name, disk.total, disk.free) for disk in pc.disks.value] == [
        ("C:", 249_953_251_328, 61_203_677_184),
        ("D:", 249_953_251_328, 180_031_127_552),
    ]


def test_a_pc_says_what_it_is_called() -> None:
    assert [windows_pc(name).name.value for name in (WINDOWS_7, WINDOWS_10, LOCKED_DOWN)] == ["CAISSE-1", "GÉRANCE", "CAISSE-3"]


def test_domain_and_workgroup() -> None:
    assert windows_pc(WINDOWS_7).domain.value == Membership("PRESSING", joined=False)
    assert windows_pc(WINDOWS_11).domain.value == Membership("corp.tilleuls.example", joined=True)
    assert windows_pc(LOCKED_DOWN).domain.value == Membership("siège.example", joined=True)


def test_in_a_remote_session_the_last_user_is_who_logged_on() -> None:
    assert windows_pc(WINDOWS_10).last_user.value == "GÉRANCE\\François"


def test_what_the_maker_never_filled_in_is_unknown_and_says_so() -> None:
    pc = windows_pc(WINDOWS_10)
    assert {pc.maker.unknown, pc.model.unknown, pc.serial.unknown} == {WhyUnknown.PLACEHOLDER}
    assert str(pc.serial.why_unknown) == "le fabricant a laissé «\u00a0Default string\u00a0»"


def test_teamviewer_never_opened_and_not_installed() -> None:
    assert windows_pc(WINDOWS_8).teamviewer_id.unknown is WhyUnknown.NEVER_STARTED
    assert str(windows_pc(SERVER_2022).teamviewer_id.why_unknown) == "TeamViewer n’est pas installé sur ce poste"


# Antivirus ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "watches", "current"),
    [
        (397_568, AntivirusState.ON, True),  # 0x061100, Defender
        (397_584, AntivirusState.ON, False),  # 0x061110
        (393_472, AntivirusState.OFF, True),  # 0x060100
        (393_488, AntivirusState.OFF, False),  # 0x060110
        (266_240, AntivirusState.ON, True),  # 0x041000, others
        (266_256, AntivirusState.ON, False),
        (262_144, AntivirusState.OFF, True),
        (270_336, AntivirusState.SNOOZED, True),  # 0x042000
        (274_432, AntivirusState.EXPIRED, True),  # 0x043000
    ],
)
def test_the_number_of_the_security_center_is_taken_apart(state: int, watches: AntivirusState, current: bool) -> None:
    answer = ToolAnswer(json.dumps({"antivirus": [{"displayName": "Avast", "productState": state}]}))
    assert pc_windows.read(sources(LOCKED_DOWN, answer)).antivirus.value == (Antivirus("Avast", watches, current),)


def test_the_antivirus_that_watches_comes_first() -> None:
    found = windows_pc(WINDOWS_10).antivirus.value
    assert found is not None
    assert [(one.name, one.state) for one in found] == [("Avast Antivirus", AntivirusState.ON), ("Windows Defender", AntivirusState.OFF)]


def test_a_server_has_no_security_center() -> None:
    assert str(windows_pc(SERVER_2022).antivirus.why_unknown) == "Windows Server n’a pas de Centre de sécurité"


# What goes wrong ---------------------------------------------------------------------------------------------------------------------


def test_a_locked_down_pc_tells_what_its_registry_knows() -> None:
    pc = windows_pc(LOCKED_DOWN)
    assert values(pc, "maker", "model", "os_name", "os_version", "processor") == (
        "HP",
        "HP Engage One Pro G1",
        "Windows 11 Pro",  # its registry says Windows 10 Pro
        "23H2",
        "Intel(R) Core(TM) i5-10500E CPU @ 3.10GHz",
    )
    assert pc.memory_bytes.value == 8_000_000_000 and pc.disks.value is not None
    assert {pc.serial.unknown, pc.antivirus.unknown} == {WhyUnknown.BLOCKED}


def test_a_pc_that_answers_too_slowly_keeps_what_it_told() -> None:
    told = answers_of(WINDOWS_7).text.splitlines()[:2]
    cut = "\n".join(told) + '\n{"bios":[{"Seri'
    pc = pc_windows.read(sources(WINDOWS_7, ToolAnswer(cut, WhyUnknown.TIMED_OUT)))
    assert values(pc, "maker", "os_build", "os_name") == ("Dell Inc.", 7601, "Windows 7 Professionnel")
    assert str(pc.serial.why_unknown) == "le poste n’a pas répondu à temps"
    assert pc.memory_bytes.value == 4_169_547_776  # what Windows may use, as the fitted was not told


def test_wrapped_lines_warnings_and_a_byte_order_mark_do_not_matter() -> None:
    plain = answers_of(WINDOWS_11_FR).text
    wrapped = "AVERTISSEMENT : {module}\r\n" + "\r\n".join(plain[place : place + 79] for place in range(0, len(plain), 79))
    assert pc_windows.read(sources(WINDOWS_11_FR, ToolAnswer(wrapped))) == windows_pc(WINDOWS_11_FR)


def test_accents_may_come_as_utf_8_or_escaped() -> None:
    answer = ToolAnswer(json.dumps({"system": [{"UserName": "ACCUEIL\\Zoé"}]}, ensure_ascii=False, indent=2))
    escaped = ToolAnswer(json.dumps({"system": [{"UserName": "ACCUEIL\\Zoé"}]}))
    assert parse(answer) == parse(escaped)


def test_a_refused_question_says_who_may_ask_it() -> None:
    denied = ToolAnswer(json.dumps({"bios": {"error": "Accès refusé ", "code": "AccessDenied"}}))
    assert str(pc_windows.read(sources(LOCKED_DOWN, denied)).serial.why_unknown) == "réservé aux administrateurs de ce poste"
    failed = ToolAnswer(json.dumps({"bios": {"error": "Échec du chargement du fournisseur ", "code": "ProviderLoadFailure"}}))
    assert str(pc_windows.read(sources(LOCKED_DOWN, failed)).serial.why_unknown) == (
        "la lecture a échoué\u00a0: Échec du chargement du fournisseur"
    )


class RefusedRegistry:
    """No key may be read."""

    def values(self, path: str, view: View) -> Mapping[str, object] | None:
        raise PermissionError(errno.EACCES, "Accès refusé")

    def subkeys(self, path: str, view: View) -> list[str]:
        raise PermissionError(errno.EACCES, "Accès refusé")


def test_without_powershell_and_registry_every_fact_says_why() -> None:
    nothing = WindowsSources(lambda: parse(ToolAnswer("", WhyUnknown.BLOCKED)), RefusedRegistry(), lambda: None, tuple, str, str)
    for pc in (pc_windows.read(nothing), pc_windows.read(replace(nothing, registry=None))):
        assert all(fact.value is None and str(fact.why_unknown) for fact in pc.facts().values())


def test_a_source_that_breaks_costs_only_its_own_fact() -> None:
    def broken() -> Any:
        raise RuntimeError("no such device")

    pc = pc_windows.read(replace(sources(LOCKED_DOWN), memory=broken))
    assert pc.memory_bytes.unknown is WhyUnknown.FAILED and pc.os_build.value == 22_631


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
ROW = st.dictionaries(st.sampled_from([field for _, _, query in QUERIES for field in query.split()[1].split(",")]), ANYTHING, max_size=8)


@given(st.dictionaries(st.sampled_from([name for name, _, _ in QUERIES]), st.lists(ROW, max_size=2) | ANYTHING, max_size=8))
def test_whatever_is_answered_every_fact_has_a_value_or_a_reason(answer: dict[str, Any]) -> None:
    pc = pc_windows.read(sources(LOCKED_DOWN, ToolAnswer(json.dumps(answer))))
    assert all((fact.value is None) == (fact.why_unknown is not None) for fact in pc.facts().values())
    assert PcDocument.from_wire(json.loads(json.dumps(pc.to_wire()))) == pc


@given(st.text(max_size=80))
def test_any_output_is_parsed(text: str) -> None:
    parse(ToolAnswer(text))


# The question ------------------------------------------------------------------------------------------------------------------------


def test_the_question_works_on_powershell_2_and_in_its_constrained_mode() -> None:
    text = script()
    for later in ("ConvertTo-Json", "[pscustomobject]", "[ordered]", "[Console]", "New-Object", "Add-Type", "-join(", "::"):
        assert later not in text
    assert '"' not in text and len(text) < 8_000
    assert text.isascii()


def test_it_is_asked_of_windows_own_shell_in_one_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSTEMROOT", "/windows")
    calls: list[list[str]] = []

    def run(command: list[str]) -> ToolAnswer:
        calls.append(command)
        return answers_of(WINDOWS_11)

    found = ask(run)
    assert len(calls) == 1 and calls[0][0].startswith("/windows") and calls[0][0].endswith("powershell.exe")
    assert "-NoProfile" in calls[0] and "-NonInteractive" in calls[0] and calls[0][-1] == script()
    assert set(found.rows) == {name for name, _, _ in QUERIES} and found.problem is None


def test_every_recorded_answer_is_plain_ascii_and_has_the_properties_that_are_asked() -> None:
    asked = {name: query.split()[1].split(",") for name, _, query in QUERIES}
    for name in ALL:
        text = answers_of(name).text
        assert text.isascii()
        for answer, rows in parse(ToolAnswer(text)).rows.items():
            assert all(list(row) == asked[answer] for row in rows)


def test_recorded_registries_are_those_of_64_bit_windows() -> None:
    for name in ALL:
        assert RecordedRegistry(PCS / name / "registry.reg").values(r"SOFTWARE\Microsoft\Windows NT\CurrentVersion", 64)


# This PC -----------------------------------------------------------------------------------------------------------------------------


def test_a_reader_that_fails_as_a_whole_still_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Platform) -> PcDocument:
        raise RuntimeError("no luck")

    monkeypatch.setattr(this_pc, "_read", broken)
    pc = this_pc.read()
    assert set(pc.facts()) == set(FACTS)
    assert all(str(fact.why_unknown) == "la lecture a échoué\u00a0: RuntimeError: no luck" for fact in pc.facts().values())


def test_another_system_says_that_it_has_no_place_for_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "freebsd14")
    pc = this_pc.read()
    assert pc.platform is Platform.OTHER and pc.maker.unknown is WhyUnknown.NO_STANDARD_PLACE


def test_reasons_read_in_both_languages() -> None:
    reasons = [fact.why_unknown for name in ALL for fact in windows_pc(name).facts().values() if fact.why_unknown is not None]
    set_language("en")
    english = [str(reason) for reason in reasons]
    set_language("fr")
    assert all(one and "{" not in one for one in english)
