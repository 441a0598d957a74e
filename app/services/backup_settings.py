"""Names of the local settings that belong to backups: they are of this PC and never sync. None holds a secret."""

from __future__ import annotations

PLAN, REPOSITORY, TOOL = "backup_plan", "backup_repository", "backup_restic"
