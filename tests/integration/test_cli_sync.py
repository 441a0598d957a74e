"""`connect`, `disconnect`, `sync`, `conflicts` and the doctor, with a real server on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from app.domain.errors import RuleError
from app.domain.text import msg
from app.services.sync import SyncService
from app.services.sync_meeting import Joined
from tests.backup_office import memory_keyring
from tests.command_line import CommandLine, plainly
from tests.provider import Provider, portal, provider


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A second computer of the same office."""
    return CommandLine(tmp_path / "other", capsys)


def connect(parclair: CommandLine, server: Provider, name: str = "Caisse") -> dict[str, object]:
    return parclair.json("connect", server.url, "--code", server.code(), "--name", name)


def two_computers(parclair: CommandLine, other: CommandLine, server: Provider) -> str:
    """Both connected, with one machine that both know; its identifier."""
    parclair.json("company", "set", "name", "Pressing des Tilleuls")
    machine = str(parclair.json("equipment", "add", "--kind", "till", "--designation", "Caisse comptoir")["id"])
    connect(parclair, server, "Comptoir")
    parclair.json("sync")
    connect(other, server, "Bureau")
    other.json("sync")
    return machine


def test_an_office_with_data_uploads_it_to_a_new_organisation(parclair: CommandLine, server: Provider) -> None:
    parclair.json("demo", "--equipment", "5")
    joined = connect(parclair, server)
    assert joined["organisation"] == server.organisation and UUID(str(joined["device"])) and joined["there"] == 0
    first = parclair.json("sync")
    assert first["pushed"] == joined["here"] and first["pending"] == 0 and first["head"] >= first["pushed"]
    assert set(first) >= {"pushed", "pulled", "conflicts", "rejected", "pending", "head"} and joined["exchanged"] is None
    again = parclair.json("sync")
    assert again["pushed"] == again["pulled"] == 0 and again["head"] == first["head"]


def test_a_second_computer_reads_everything_and_both_exchange(parclair: CommandLine, other: CommandLine, server: Provider) -> None:
    machine = two_computers(parclair, other, server)
    assert other.json("equipment", "list")["total"] == 1
    other.json("equipment", "set", machine, "serial", "SN-42")
    other.json("sync")
    assert parclair.json("sync")["pulled"] == 1
    assert parclair.json("equipment", "list")["equipment"][0]["serial"] == "SN-42"


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_conflict_is_listed_and_settled(parclair: CommandLine, other: CommandLine, server: Provider, choice: str) -> None:
    machine = two_computers(parclair, other, server)
    parclair.json("equipment", "set", machine, "serial", "SN-FÊLÉ")
    other.json("equipment", "set", machine, "serial", "SN-CHANGÉ")
    parclair.json("sync")
    assert other.json("sync")["conflicts"] == 1
    (conflict,) = other.json("conflicts", "list")["conflicts"]
    assert conflict["type"] == "equipment" and conflict["row"] == machine and conflict["field"] == "serial"
    assert conflict["mine"] == "SN-CHANGÉ" and conflict["theirs"] == "SN-FÊLÉ" and conflict["title"] == "Caisse comptoir"
    words = plainly(other("conflicts", "list").out)
    assert "Matériel Caisse comptoir" in words and "Numéro de série" in words and "SN-CHANGÉ" in words
    assert other.json("conflicts", "resolve", conflict["id"], choice)["id"] == conflict["id"]
    assert other.json("conflicts", "list") == {"conflicts": []}
    other.json("sync")
    parclair.json("sync")
    kept = {"mine": "SN-CHANGÉ", "theirs": "SN-FÊLÉ"}[choice]
    for office in (parclair, other):
        assert office.json("equipment", "list")["equipment"][0]["serial"] == kept
    assert "attend" in other.refused("conflicts", "resolve", conflict["id"], choice)


def test_two_values_of_one_field_wait_side_by_side(parclair: CommandLine, other: CommandLine, server: Provider) -> None:
    machine = two_computers(parclair, other, server)
    for theirs, mine in (("T1", "M1"), ("T2", "M2")):
        parclair.json("equipment", "set", machine, "serial", theirs)
        other.json("equipment", "set", machine, "serial", mine)
        parclair.json("sync")
        other.json("sync")
    early, late = other.json("conflicts", "list")["conflicts"]
    assert [(one["mine"], one["theirs"], one["now"]) for one in (early, late)] == [("M1", "T1", "T2"), ("M2", "T2", "T2")]
    assert "T1 (entre-temps : T2)" in plainly(other("conflicts", "list").out)
    other.json("conflicts", "resolve", late["id"], "mine")
    (left,) = other.json("conflicts", "list")["conflicts"]
    assert left["id"] == early["id"] and left["now"] == "M2"
    outcome = other("conflicts", "resolve", early["id"], "theirs")
    assert "reste tel qu’il est" in plainly(outcome.out)
    assert other.json("equipment", "list")["equipment"][0]["serial"] == "M2"


def test_what_will_happen_is_said_before_it_happens(
    parclair: CommandLine, other: CommandLine, server: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_computers(parclair, other, server)
    third = CommandLine(parclair.folder.parent / "third", parclair._capsys)
    third.json("company", "set", "name", "Pressing")

    def power_cut(_: SyncService) -> Joined:
        raise RuleError(msg("coupure"))

    with monkeypatch.context() as cut:
        cut.setattr(SyncService, "join", power_cut)
        outcome = third("connect", server.url, "--code", server.code())
    said = plainly(outcome.err)
    assert outcome.status == 1 and "Pressing des Tilleuls. Enregistrements sur le serveur : 2 ; ici : 1." in said
    # Its only record is the company's, which gives way to the server's.
    assert "de ce poste sera envoyé" not in said and "Si le serveur a déjà une fiche de l’entreprise, elle reste" in said
    assert "aucun serveur" in third.refused("sync", status=1)


def test_leaving_says_what_had_not_been_sent(parclair: CommandLine, server: Provider) -> None:
    parclair.json("company", "set", "name", "Pressing des Tilleuls")
    connect(parclair, server)
    parclair.json("sync")
    parclair.json("company", "set", "city", "Annecy")
    assert "restent ici seulement : 1." in plainly(parclair("disconnect").out)


def test_an_empty_computer_is_told_of_nothing_to_put_together(parclair: CommandLine, other: CommandLine, server: Provider) -> None:
    parclair.json("company", "set", "name", "Pressing des Tilleuls")
    connect(parclair, server)
    parclair.json("sync")
    outcome = other("connect", server.url, "--code", server.code())
    said = plainly(outcome.out)
    assert "1 enregistrement du serveur sera reçu ici" in said and "réuni" not in said and "« sync »" in said


def test_wrong_words_are_refused_with_what_is_allowed(parclair: CommandLine, server: Provider) -> None:
    assert "https://" in parclair.refused("connect", "http://example.org", "--code", "ABCD-EFGH-JKMN")
    assert "https://" in parclair.refused("connect", "serveur", "--code", "ABCD-EFGH-JKMN")
    assert "code" in parclair.refused("connect", server.url, "--code", "ABCD-EFGH-JKMN")
    assert "code" in parclair.refused("connect", server.url, "--code", "A")
    assert "--code" in parclair.refused("connect", server.url)
    assert "mine, theirs" in parclair.refused("conflicts", "resolve", str(UUID(int=1)), "ours")
    assert "identifiant" in parclair.refused("conflicts", "resolve", "1", "mine")
    assert "identifiant" in parclair.refused("conflicts", "resolve", str(UUID(int=1)), "mine")
    for command in ("sync", "disconnect"):
        assert "aucun serveur" in parclair.refused(command, status=1)


def test_offline_nothing_is_asked(parclair: CommandLine, server: Provider) -> None:
    code = server.code()
    assert "--offline" in parclair.refused("connect", server.url, "--code", code, "--offline", status=1)
    parclair.json("connect", server.url, "--code", code)
    assert "--offline" in parclair.refused("sync", "--offline", status=1)
    checks = {check["id"]: check for check in parclair.json("doctor", "--offline")["checks"]}
    assert checks["server"]["ok"] is None and "--offline" in checks["server"]["detail"]
    server.stop()
    assert parclair.json("disconnect", "--offline")["organisation"] == server.organisation


def test_leaving_keeps_everything_and_coming_back_doubles_nothing(parclair: CommandLine, server: Provider) -> None:
    parclair.json("demo", "--equipment", "5")
    connect(parclair, server)
    head = parclair.json("sync")["head"]
    left = parclair.json("disconnect")
    assert left["organisation"] == server.organisation
    assert parclair.json("equipment", "list")["total"] == 5
    connect(parclair, server)
    again = parclair.json("sync")
    assert again["conflicts"] == again["rejected"] == again["pending"] == 0 and again["head"] >= head
    assert parclair.json("equipment", "list")["total"] == 5 and parclair.json("conflicts", "list")["conflicts"] == []


def test_another_company_is_told_of(parclair: CommandLine, server: Provider) -> None:
    parclair.json("company", "set", "name", "Autre")
    parclair.json("company", "set", "siren", "552100554")
    said = parclair.refused("connect", server.url, "--code", server.code(), "--json", status=1)
    assert all(word in said for word in ("552100554", "732829320", "Pressing des Tilleuls", "--other-siren"))
    assert server.devices() == 0 and "aucun serveur" in parclair.refused("sync", status=1)
    outcome = parclair("connect", server.url, "--code", server.code(), "--other-siren", "--json")
    assert outcome.status == 0 and outcome.document["same_company"] is False
    assert "552100554" in outcome.err and "732829320" in outcome.err


def test_the_demos_siren_is_nobodys_and_an_access_is_renewed_without_asking_again(parclair: CommandLine, server: Provider) -> None:
    parclair.json("demo", "--equipment", "3")
    assert connect(parclair, server)["same_company"] is False
    parclair.json("sync")
    parclair.json("company", "set", "siret", "")
    parclair.json("company", "set", "vat_number", "")
    parclair.json("company", "set", "siren", "552100554")
    server.revoke()
    outcome = parclair("connect", server.url, "--code", server.code(), "--json")
    assert outcome.status == 0 and outcome.document["renewed"] is True and "vérifiez" not in outcome.err


def test_a_server_that_is_away_loses_nothing(parclair: CommandLine, server: Provider) -> None:
    parclair.json("demo", "--equipment", "3")
    connect(parclair, server)
    server.stop()
    assert "injoignable" in parclair.refused("sync", status=1)
    checks = {check["id"]: check for check in parclair.json("doctor", status=1)["checks"]}
    assert checks["server"]["ok"] is False and "injoignable" in checks["server"]["detail"]
    with portal(server.port):
        said = parclair.refused("sync", status=1)
        assert "ne vient pas du serveur" in said and "attendent ici" in said
        checks = {check["id"]: check for check in parclair.json("doctor", status=1)["checks"]}
        assert checks["server"]["ok"] is False
    server.start()
    assert parclair.json("sync")["pending"] == 0
    checks = {check["id"]: check for check in parclair.json("doctor")["checks"]}
    assert checks["server"]["ok"] is True and server.url in checks["server"]["detail"] and checks["clock"]["ok"] is True


def test_a_revoked_computer_stops_and_a_new_code_brings_it_back(parclair: CommandLine, server: Provider) -> None:
    parclair.json("demo", "--equipment", "3")
    connect(parclair, server)
    parclair.json("sync")
    assert "déjà connecté" in parclair.refused("connect", server.url, "--code", server.code(), status=1)
    server.revoke()
    parclair.json("equipment", "add", "--kind", "till", "--designation", "Nouvelle caisse")
    said = parclair.refused("sync", status=1)
    assert "retiré l’accès" in said and "nouveau code" in said
    assert "autre entreprise" in parclair.refused("connect", server.url, "--code", server.code(server.add("Autre", "552100554")), status=1)
    assert connect(parclair, server)["renewed"] is True
    again = parclair.json("sync")
    assert again["pushed"] >= 1 and again["pending"] == again["conflicts"] == again["rejected"] == 0


def test_without_a_keyring_the_access_lasts_for_one_run_and_says_so(parclair: CommandLine, server: Provider) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    parclair.json("demo", "--equipment", "3")
    outcome = parclair("connect", server.url, "--code", server.code())
    assert outcome.status == 0 and "jusqu’à la fermeture" in outcome.err and "nouveau code" in outcome.err
    assert "changements envoyés" in outcome.out and "sera envoyé" not in outcome.out and "seront envoyés" not in outcome.out
    server.revoke()
    exchanged = connect(parclair, server)["exchanged"]
    assert isinstance(exchanged, dict) and exchanged["pending"] == 0 and exchanged["head"] > 0
    said = parclair.refused("sync", status=1)
    assert "n’a pas été gardé" in said and "nouveau code" in said
    checks = {check["id"]: check for check in parclair.json("doctor", status=1)["checks"]}
    assert checks["keyring"]["ok"] is False
    assert not any(path.read_bytes().count(b"refresh_token") for path in parclair.folder.iterdir() if path.is_file())


def test_the_probes_of_backups_ask_the_server_while_there_is_one(parclair: CommandLine, server: Provider) -> None:
    from app.bootstrap import open_folder

    def target() -> str | None:
        opened = open_folder(parclair.folder)
        try:
            return opened.services.connection.target()
        finally:
            opened.close()

    connect(parclair, server)
    assert target() == f"{server.url}/health"
    parclair.json("disconnect")
    assert target() is None
