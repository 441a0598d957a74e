"""What a PC says of itself, in words: the same in the window and on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain import formatting
from app.domain.text import Text, language, msg, tr
from app.domain.values.pc import Antivirus, AntivirusState, Disk, Fact, Membership

FACT_TITLES: Mapping[str, Text] = {
    "name": msg("Nom du poste"),
    "maker": msg("Fabricant"),
    "model": msg("Modèle"),
    "serial": msg("N° de série"),
    "os_name": msg("Système"),
    "os_version": msg("Version"),
    "os_build": msg("Build"),
    "processor": msg("Processeur"),
    "memory_bytes": msg("Mémoire"),
    "disks": msg("Disques"),
    "domain": msg("Réseau"),
    "last_user": msg("Dernier compte"),
    "teamviewer_id": msg("ID TeamViewer"),
    "antivirus": msg("Antivirus"),
}
_STATES: Mapping[AntivirusState, Text] = {
    AntivirusState.ON: msg("actif"),
    AntivirusState.OFF: msg("inactif"),
    AntivirusState.SNOOZED: msg("en pause"),
    AntivirusState.EXPIRED: msg("licence expirée"),
}
_GIB = 2**30
_GB = 10**9


def fact_lines(name: str, fact: Fact[Any]) -> list[str]:
    """The value of a fact in the language in use, a line for each disk or antivirus; or that it is unknown, and why."""
    if fact.value is None:
        return [tr("inconnu ({why})", why=fact.why_unknown)]
    if name == "memory_bytes":
        return [tr("{size} Go", size=_number(Decimal(fact.value) / _GIB))]
    if name == "disks":
        return [_disk(disk) for disk in fact.value]
    if name == "antivirus":
        return [_antivirus(one) for one in fact.value]
    return [_membership(fact.value) if isinstance(fact.value, Membership) else str(fact.value)]


def _disk(disk: Disk) -> str:
    free = formatting.percent(Decimal(disk.free) / disk.total, language()) if disk.total else "?"
    left, size = _number(Decimal(disk.free) / _GB), _number(Decimal(disk.total) / _GB)
    return tr("{name}\u00a0: {free} Go libres sur {total} ({share})", name=disk.name.rstrip(":"), free=left, total=size, share=free)


def _membership(found: Membership) -> str:
    return tr("domaine {name}", name=found.name) if found.joined else tr("groupe de travail {name}", name=found.name)


def _antivirus(found: Antivirus) -> str:
    state = _STATES[found.state]
    if found.current is None or found.state is not AntivirusState.ON:
        return tr("{name}\u00a0: {state}", name=found.name, state=state)
    if found.current:
        return tr("{name}\u00a0: {state}, à jour", name=found.name, state=state)
    return tr("{name}\u00a0: {state}, pas à jour", name=found.name, state=state)


def _number(size: Decimal) -> str:
    """Whole where it is one, as fitted memory is; one decimal for small ones."""
    whole = size == size.to_integral_value() or size >= 100
    return formatting.decimal(size, language(), 0 if whole else 1)
