"""Everything that can keep a backup from succeeding: what it is called, and what to do about it."""

from __future__ import annotations

from enum import StrEnum

from app.domain.text import Text, msg


class BackupProblem(StrEnum):
    """Why a run did not succeed. The values are kept in reports and travel by sync."""

    WRONG_PASSWORD = "wrong_password"
    NO_PASSWORD = "no_password"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NOT_A_REPOSITORY = "not_a_repository"
    LOCKED = "locked"
    FULL_DISK = "full_disk"
    NOT_WRITABLE = "not_writable"
    MISSING_SOURCE = "missing_source"
    INCOMPLETE = "incomplete"
    DAMAGED = "damaged"
    TOO_OLD = "too_old"
    MISSING = "missing"
    INTERRUPTED = "interrupted"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


_LABELS: dict[BackupProblem, Text] = {
    BackupProblem.WRONG_PASSWORD: msg("Mot de passe du dépôt refusé"),
    BackupProblem.NO_PASSWORD: msg("Mot de passe du dépôt inconnu"),
    BackupProblem.UNREACHABLE: msg("Dépôt injoignable"),
    BackupProblem.REFUSED: msg("Accès refusé par le dépôt"),
    BackupProblem.NOT_A_REPOSITORY: msg("Pas de dépôt de sauvegarde à cette adresse"),
    BackupProblem.LOCKED: msg("Dépôt occupé"),
    BackupProblem.FULL_DISK: msg("Plus de place sur le disque"),
    BackupProblem.NOT_WRITABLE: msg("Destination pleine ou en lecture seule"),
    BackupProblem.MISSING_SOURCE: msg("Dossier à sauvegarder introuvable"),
    BackupProblem.INCOMPLETE: msg("Sauvegarde incomplète"),
    BackupProblem.DAMAGED: msg("Dépôt abîmé"),
    BackupProblem.TOO_OLD: msg("restic est trop ancien"),
    BackupProblem.MISSING: msg("restic est introuvable"),
    BackupProblem.INTERRUPTED: msg("Interrompue avant la fin"),
    BackupProblem.CANCELLED: msg("Arrêtée à votre demande"),
    BackupProblem.UNKNOWN: msg("Échec de restic"),
}

_STEPS: dict[BackupProblem, Text] = {
    BackupProblem.WRONG_PASSWORD: msg("Saisissez le mot de passe qui figure sur la fiche de secours, puis relancez."),
    BackupProblem.NO_PASSWORD: msg("Saisissez le mot de passe qui figure sur la fiche de secours, puis relancez."),
    BackupProblem.UNREACHABLE: msg("Vérifiez la connexion, l’adresse et que le disque est branché. Parclair réessaie de lui-même."),
    BackupProblem.REFUSED: msg("Vérifiez l’adresse, l’identifiant et le mot de passe d’accès de la destination."),
    BackupProblem.NOT_A_REPOSITORY: msg("Vérifiez l’adresse de la destination avec votre prestataire\u202f; rien n’y a été écrit."),
    BackupProblem.LOCKED: msg("Attendez la fin de l’autre opération\u202f; Parclair réessaie de lui-même."),
    BackupProblem.FULL_DISK: msg("Libérez de la place ou choisissez une destination plus grande, puis relancez."),
    BackupProblem.NOT_WRITABLE: msg("Demandez de la place, ou le droit d’y écrire, à qui tient cette destination, puis relancez."),
    BackupProblem.MISSING_SOURCE: msg("Rebranchez le disque, ou retirez ce dossier de la liste à sauvegarder."),
    BackupProblem.INCOMPLETE: msg("Fermez les programmes qui tiennent ces fichiers ou vérifiez vos droits, puis relancez."),
    BackupProblem.DAMAGED: msg("Ne supprimez rien et appelez l’assistance\u00a0: les sauvegardes saines restent lisibles."),
    BackupProblem.TOO_OLD: msg("Installez une version récente de restic, ou indiquez où elle se trouve."),
    BackupProblem.MISSING: msg("Réinstallez Parclair ou installez restic, ou indiquez où il se trouve."),
    BackupProblem.INTERRUPTED: msg("Relancez\u00a0: une sauvegarde reprend où elle en était, à quelques minutes d’envoi près."),
    BackupProblem.CANCELLED: msg(
        "Relancez quand vous voulez\u00a0: une sauvegarde reprend où elle en était, à quelques minutes d’envoi près."
    ),
    BackupProblem.UNKNOWN: msg("Relancez\u202f; si l’échec se répète, appelez l’assistance."),
}


def problem_label(problem: BackupProblem) -> Text:
    """The problem in a few words."""
    return _LABELS[problem]


def next_step(problem: BackupProblem) -> Text:
    """What to do now, in one sentence."""
    return _STEPS[problem]


def known_problem(value: str) -> BackupProblem | None:
    """The problem kept as `value`; None where there is none, or where a newer version named it."""
    try:
        return BackupProblem(value)
    except ValueError:
        return None
