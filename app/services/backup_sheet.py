"""What the recovery sheet says of this office and this PC."""

from __future__ import annotations

import platform

from app.documents import recovery_sheet
from app.domain.text import Text, language, msg
from app.domain.values.backups import BackupPlan, DestinationKind
from app.services import backup_plans, backup_sources, backup_states
from app.services.context import ServiceContext
from app.store import backup_queries, office_queries


def sheet_bytes(context: ServiceContext, plan: BackupPlan, password: str) -> bytes:
    """The sheet as a PDF, in the language in use."""
    with context.store.reading() as session:
        office = office_queries.organisation(session)
        here = backup_states.this_pc(session)
        machine = backup_queries.machine(session, here) if here else None
        name = office.name if office else ""
        pc = machine.designation if machine else platform.node()
    return recovery_sheet.sheet_bytes(
        recovery_sheet.RecoverySheet(
            language=language(),
            office=name,
            pc=pc,
            address=backup_plans.public_address(plan.destination),
            password=password,
            made_on=context.clock.today(),
            folders=backup_sources.chosen(plan, context.folder),
            needs=_needs(plan),
        )
    )


def _needs(plan: BackupPlan) -> tuple[Text, ...]:
    user = plan.destination.user
    match plan.destination.kind:
        case DestinationKind.FOLDER:
            return (msg("Un dossier ou un disque\u00a0: branchez-le d’abord. Sa lettre peut avoir changé."),)
        case DestinationKind.REST if user:
            return (
                msg(
                    "Identifiant du serveur\u00a0: {user}. Son mot de passe d’accès, que votre prestataire vous redonne, s’écrit dans l’adresse après l’identifiant\u00a0: {user}:motdepasse@…",
                    user=user,
                ),
            )
        case DestinationKind.S3:
            return (msg("Clé d’accès\u00a0: {user}. La clé secrète vient de votre hébergeur et n’est pas sur cette fiche.", user=user),)
        case DestinationKind.SFTP:
            return (msg("L’accès se fait par la clé SSH du PC\u00a0: demandez-en une nouvelle si le PC est perdu."),)
        case _:
            return ()
