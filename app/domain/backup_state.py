"""Whether a licence's data is safe, told from what its backups reported and from nothing else.

Source: GestiClean support contract, option "Sauvegardes automatiques"; the hours are fields of the offer (`BackupRules`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.backup_eligibility import Spell, merged
from app.domain.explain import Explained, Explanation
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import Text, msg

#: A PC that was just switched on or woken has this long to catch up before a backup counts as late.
CATCH_UP = timedelta(hours=2)
#: A spell that ended less than this ago is still going on: it is written down a few minutes at a time.
STILL_ON = timedelta(minutes=15)


class BackupState(StrEnum):
    """How a licence's backups are."""

    NEVER = "never"
    GOOD = "good"
    LATE = "late"
    FAILED = "failed"
    CRITICAL = "critical"
    NOT_SUBSCRIBED = "not_subscribed"
    NOT_ELIGIBLE = "not_eligible"


_LABELS: dict[BackupState, Text] = {
    BackupState.NEVER: msg("Jamais faite"),
    BackupState.GOOD: msg("À jour"),
    BackupState.LATE: msg("En retard"),
    BackupState.FAILED: msg("En échec"),
    BackupState.CRITICAL: msg("Critique"),
    BackupState.NOT_SUBSCRIBED: msg("Non souscrite"),
    BackupState.NOT_ELIGIBLE: msg("Non éligible"),
}


def state_label(state: BackupState) -> Text:
    """The state in one or two words."""
    return _LABELS[state]


@dataclass(frozen=True)
class BackupFact:
    """What the state reads of one report. `damaged`: it found the repository damaged."""

    operation: BackupOperation
    result: BackupResult
    finished_at: datetime
    damaged: bool = False


def is_verdict(fact: BackupFact) -> bool:
    """Whether it is a verification that could tell how the repository is; one that did not reach it says nothing."""
    return fact.operation is BackupOperation.CHECK and (fact.damaged or fact.result is BackupResult.SUCCESS)


@dataclass(frozen=True)
class Hours:
    """The offer's hours: a backup is good up to `good` hours old, late up to `late`, then critical."""

    good: int = 26
    late: int = 72


def last_in_use(now: datetime, spells: Sequence[Spell] | None) -> datetime:
    """The moment at which the age of a backup is taken: the last at which the PC was in use and had had time to save itself.

    Choice: hours in which the PC was off or asleep make no backup late, and a PC just woken has `CATCH_UP` to catch up. Where nobody
    wrote down that the PC is on now (the window is closed), it counts as in use: whoever asks is running on it.

    Args:
        spells: when this PC was on; None for another PC, of which nothing is known: it counts as in use.
    """
    ordered = [spell for spell in merged(spells or ()) if spell.start <= now]
    if len(ordered) < 2 or now - ordered[-1].end > STILL_ON or now - ordered[-1].start >= CATCH_UP:
        return now
    return ordered[-2].end


def reported_state(
    facts: Iterable[BackupFact], now: datetime, hours: Hours | None = None, spells: Sequence[Spell] | None = None
) -> Explained[BackupState]:
    """What the reports alone say: never, good, late, failed or critical.

    Only backups make it good: a verification or a restore saves nothing. A run that the user stopped neither helps nor harms. Failed is
    a newest run that failed while the last success is not older than `late` hours; older than that is critical, whatever came after.
    Choice: a repository that the last verification found damaged is failed too, however new what was written into it.
    """
    hours, facts = hours or Hours(), list(facts)
    runs = sorted(
        (fact for fact in facts if fact.operation is BackupOperation.BACKUP and fact.result is not BackupResult.CANCELLED),
        key=lambda fact: fact.finished_at,
    )
    newest = runs[-1] if runs else None
    success = next((run for run in reversed(runs) if run.result is BackupResult.SUCCESS), None)
    judged = max(last_in_use(now, spells), newest.finished_at) if newest else now
    if newest is None:
        return _explained(BackupState.NEVER, hours, (), msg("Aucune sauvegarde n’a encore été faite."))
    failed = newest.result is BackupResult.FAILED
    since = success.finished_at if success else runs[0].finished_at
    age = judged - since
    inputs = _inputs(newest, success, judged)
    n = int(age.total_seconds() // 3600)
    if success is None and age <= timedelta(hours=hours.late):
        return _explained(BackupState.FAILED, hours, inputs, msg("Aucune sauvegarde n’a encore réussi et la dernière a échoué."))
    if age > timedelta(hours=hours.late):
        said = (
            msg("La dernière sauvegarde réussie date de {n}\u00a0h, plus de {late}\u00a0h.", n=n, late=hours.late)
            if success
            else msg("Aucune sauvegarde n’a réussi en {n}\u00a0h, plus de {late}\u00a0h.", n=n, late=hours.late)
        )
        return _explained(BackupState.CRITICAL, hours, inputs, said)
    if _is_damaged(facts):
        said = msg("La dernière vérification a trouvé le dépôt abîmé\u00a0: ce qui y est n’est pas sûr.")
        return _explained(BackupState.FAILED, hours, inputs, said)
    if failed:
        return _explained(
            BackupState.FAILED, hours, inputs, msg("La dernière sauvegarde a échoué\u202f; la précédente réussie date de {n}\u00a0h.", n=n)
        )
    if age > timedelta(hours=hours.good):
        return _explained(
            BackupState.LATE,
            hours,
            inputs,
            msg("La dernière sauvegarde réussie date de {n}\u00a0h, plus de {good}\u00a0h.", n=n, good=hours.good),
        )
    return _explained(
        BackupState.GOOD,
        hours,
        inputs,
        msg("La dernière sauvegarde réussie date de {n}\u00a0h, au plus {good}\u00a0h.", n=n, good=hours.good),
    )


def state_of(reported: Explained[BackupState], *, subscribed: bool, eligible: bool | None) -> Explained[BackupState]:
    """The state of a licence: not subscribed, not eligible, or else what its reports say. An unknown condition refuses nothing."""
    if not subscribed:
        step, state = msg("L’option de sauvegarde n’est pas souscrite pour cette licence."), BackupState.NOT_SUBSCRIBED
    elif eligible is False:
        step, state = msg("Une condition de l’option n’est pas remplie."), BackupState.NOT_ELIGIBLE
    else:
        return reported
    return Explained(state, Explanation(reported.why.rule, reported.why.inputs, (*reported.why.steps, step)))


def _is_damaged(facts: Iterable[BackupFact]) -> bool:
    verdict = max(filter(is_verdict, facts), key=lambda fact: fact.finished_at, default=None)
    return verdict is not None and verdict.damaged


def _inputs(newest: BackupFact, success: BackupFact | None, judged: datetime) -> tuple[tuple[Text, object], ...]:
    from app.domain.records import label

    found: list[tuple[Text, object]] = [(msg("Dernière exécution"), newest.finished_at), (msg("Résultat"), label(newest.result))]
    if success is not None:
        found.append((msg("Dernière réussite"), success.finished_at))
    found.append((msg("Jugée à la dernière utilisation du poste"), judged))
    return tuple(found)


def _explained(state: BackupState, hours: Hours, inputs: tuple[tuple[Text, object], ...], said: Text) -> Explained[BackupState]:
    rule = msg(
        "Une sauvegarde est à jour jusqu’à {good}\u00a0h, en retard jusqu’à {late}\u00a0h, critique ensuite. Les heures où le poste était"
        " éteint ou en veille ne comptent pas.",
        good=hours.good,
        late=hours.late,
    )
    return Explained(state, Explanation(rule, inputs, (said,)))
