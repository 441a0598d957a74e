"""Whether a PC may have the automatic backup: Windows 10 or later, and a stable connection, each measured.

Source: GestiClean support contract, option « Sauvegardes automatiques »; how "stable" is measured is a choice of the offer file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from app.domain import formatting
from app.domain.eligibility import Condition, Eligibility
from app.domain.text import Text, language, msg, trn
from app.domain.windows_builds import build_from_text, client_name, is_other_system, release

if TYPE_CHECKING:
    from app.domain.offer_schema import BackupRules

WINDOWS, CONNECTION = "windows", "connection"


@dataclass(frozen=True)
class ProbeResult:
    """One look at the provider's server, and whether it answered."""

    at: datetime
    answered: bool


@dataclass(frozen=True)
class Spell:
    """A stretch in which the PC was on and awake."""

    start: datetime
    end: datetime


def windows_condition(build: int | None, os_text: str, rules: BackupRules) -> Condition:
    """Whether the PC has a Windows that is new enough.

    Args:
        build: the build number read from the PC; None when it was not, or it is no Windows.
        os_text: its system in words, as read or as typed for another PC: what is asked when there is no build.
        rules: the offer's.
    """
    name = msg("Windows 10 ou une version plus récente")
    text = os_text.strip()
    number = build if build is not None else build_from_text(text)
    if number is not None:
        least = msg("Build {build} au moins attendu", build=str(rules.windows_build_min))
        if number >= rules.windows_build_min:
            return Condition(WINDOWS, name, True, _windows(number, text), msg("{least}\u00a0: le poste convient.", least=least))
        why = msg(
            "{least}\u00a0: ce Windows est trop ancien. Passez ce poste à Windows 10 ou 11, ou prenez l’option sur un autre poste.",
            least=least,
        )
        return Condition(WINDOWS, name, False, _windows(number, text), why)
    if is_other_system(text):
        return Condition(
            WINDOWS, name, False, text, msg("Ce poste n’est pas sous Windows. Prenez l’option sur un poste sous Windows 10 ou 11.")
        )
    if text:
        why = msg("La version n’est pas reconnue. Écrivez-la dans la fiche du matériel, par exemple «\u00a0Windows 11 24H2\u00a0».")
        return Condition(WINDOWS, name, None, text, why)
    why = msg(
        "La version de Windows n’est pas connue. Ouvrez Parclair sur ce poste et choisissez «\u00a0Ajouter ce PC\u00a0», ou écrivez la version"
        " dans la fiche du matériel."
    )
    return Condition(WINDOWS, name, None, "", why)


def connection_condition(probes: Iterable[ProbeResult], spells: Iterable[Spell], now: datetime, rules: BackupRules) -> Condition:
    """Whether the connection was stable over the last days.

    Unknown until there are enough probes. A gap is the time between two answers in which the PC was on: hours it was off or asleep
    are taken out of it. It begins with the first probe: before there was a server to ask, nothing was missed.

    Args:
        probes: the probes known, in any order; older ones than the days judged only tell that probing had begun.
        spells: when the PC was on and awake.
        now: the moment of the judgement; later probes are those of a wrong clock and do not count.
        rules: the offer's.
    """
    since = now - timedelta(days=rules.probe_days)
    past = sorted((probe for probe in probes if probe.at <= now), key=lambda probe: probe.at)
    judged = [probe for probe in past if probe.at > since]
    if not past:
        return no_connection_measure(
            msg("Aucune mesure encore\u00a0: elles commencent quand ce poste est relié au serveur du prestataire.")
        )
    if len(judged) < rules.probes_min:
        why = msg(
            "Mesures sur {days} jours\u00a0: {n}, il en faut au moins {least}. Laissez Parclair ouvert\u00a0: il mesure par lui-même.",
            n=len(judged),
            days=rules.probe_days,
            least=rules.probes_min,
        )
        return _connection(None, trn("{n} mesure", "{n} mesures", len(judged)) if judged else "", why)
    answered = [probe.at for probe in judged if probe.answered]
    share = Decimal(len(answered)) / len(judged)
    start = since if past[0].at <= since else judged[0].at
    gap = longest_gap([start, *answered, now], merged(spells))
    return _judged(share, len(judged), gap, rules)


def no_connection_measure(why: Text) -> Condition:
    """The condition where nothing can be measured: no server to ask, or another PC."""
    return _connection(None, "", why)


def eligibility(windows: Condition, connection: Condition) -> Eligibility:
    """Both conditions together."""
    return Eligibility(windows.met is True and connection.met is True, (windows, connection))


def eligible(found: Eligibility) -> bool | None:
    """Whether a PC may have the backup: no when one condition is not met, unknown when one is unknown and none is missed."""
    met = [condition.met for condition in found.conditions]
    return False if False in met else (None if None in met else True)


def merged(spells: Iterable[Spell]) -> list[Spell]:
    """The same time in spells that do not touch, in order."""
    found: list[Spell] = []
    for spell in sorted(spells, key=lambda one: one.start):
        if spell.end <= spell.start:
            continue
        if found and spell.start <= found[-1].end:
            found[-1] = Spell(found[-1].start, max(found[-1].end, spell.end))
        else:
            found.append(spell)
    return found


def longest_gap(moments: Sequence[datetime], spells: Sequence[Spell]) -> timedelta:
    """The longest time that a PC was on between two neighbours of `moments`; both are in order and the spells do not touch."""
    return max((_on_between(start, end, spells) for start, end in pairwise(moments)), default=timedelta())


def _on_between(start: datetime, end: datetime, spells: Sequence[Spell]) -> timedelta:
    return sum((max(timedelta(), min(end, spell.end) - max(start, spell.start)) for spell in spells), timedelta())


def _judged(share: Decimal, n: int, gap: timedelta, rules: BackupRules) -> Condition:
    # Rounded down: 94.99 % is not shown as the 95 % it misses.
    shown = (share * 1000 // 1) / 1000
    percent = formatting.percent(shown, language(), 0 if shown * 100 % 1 == 0 else 1)
    value = str(msg("{percent} de {n} mesures, coupure la plus longue {hours} h", percent=percent, n=n, hours=_hours(gap)))
    asked = formatting.percent(rules.answered_share_min, language())
    if share < rules.answered_share_min:
        why = msg(
            "Au moins {asked} de réponses attendues sur {days} jours. Vérifiez la box et le câble, ou demandez une autre connexion.",
            asked=asked,
            days=rules.probe_days,
        )
        return _connection(False, value, why)
    if gap > timedelta(hours=rules.gap_hours_max):
        why = msg(
            "Aucune coupure de plus de {hours} h n’est admise pendant que le poste est allumé. Vérifiez la box et le câble\u00a0:"
            " la condition sera remplie {days} jours après la coupure.",
            hours=rules.gap_hours_max,
            days=rules.probe_days,
        )
        return _connection(False, value, why)
    why = msg("Au moins {asked} de réponses et aucune coupure de plus de {hours} h\u00a0: stable.", asked=asked, hours=rules.gap_hours_max)
    return _connection(True, value, why)


def _hours(gap: timedelta) -> str:
    """Hours with one decimal, rounded up: 24 h and a minute is not shown as the 24 h it exceeds."""
    tenths = -(-gap // timedelta(minutes=6))
    return formatting.decimal(Decimal(tenths) / 10, language(), 1 if tenths % 10 else 0)


def _connection(met: bool | None, value: str, why: Text) -> Condition:
    return Condition(CONNECTION, msg("Une connexion internet stable"), met, value, why)


def _windows(build: int, text: str) -> str:
    """`Windows 11 24H2 (build 26100)`: a server by what it calls itself, a client by its number."""
    called = text if "serv" in text.lower() else " ".join(filter(None, (client_name(build), release(build))))
    return str(msg("{name} (build {build})", name=called or "Windows", build=str(build)))
