"""Backups as screens and commands show them: the plan of this PC, what runs reported, the state of each licence, what can be restored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from app.domain.backup_problems import BackupProblem
from app.domain.backup_state import BackupState
from app.domain.eligibility import Condition
from app.domain.explain import Explanation
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import Text


class DestinationKind(StrEnum):
    """What kind of place a repository lies in."""

    FOLDER = "folder"
    REST = "rest"
    S3 = "s3"
    SFTP = "sftp"


@dataclass(frozen=True)
class Destination:
    """Where backups go. Never holds a secret.

    Attributes:
        location: `folder`: an absolute path; `rest`: `https://host:8000/shop/`; `s3`: `https://endpoint/bucket/prefix`;
            `sftp`: `host/path` or `host:port/path` (`host//path` where the path starts at the server's root).
        user: who logs in: the REST or SFTP user, S3's access key; empty where nobody does.
    """

    kind: DestinationKind
    location: str
    user: str = ""


@dataclass(frozen=True)
class Credentials:
    """What opens a destination, beside the repository's own password. Never stored but in the keyring.

    Attributes:
        secret: the REST password or S3's secret key; empty where there is none (SFTP uses the person's SSH keys).
    """

    secret: str = ""


@dataclass(frozen=True)
class Schedule:
    """When backups run, in Paris time: at `times` each day, or every `every_hours` hours since the last one.

    Attributes:
        times: times of the day, to the minute; used while `every_hours` is 0.
        every_hours: from 1 to 24; 0: by `times`.
        installed: the operating system's own scheduler runs it too, while the window is closed.
    """

    times: tuple[time, ...] = (time(12, 30), time(19, 0))
    every_hours: int = 0
    installed: bool = False


@dataclass(frozen=True)
class Retention:
    """How many backups are kept: the last of each of the newest days, weeks and months. All 0: everything is kept."""

    keep_daily: int = 14
    keep_weekly: int = 8
    keep_monthly: int = 12

    @property
    def keeps_all(self) -> bool:
        """Nothing is ever forgotten."""
        return not (self.keep_daily or self.keep_weekly or self.keep_monthly)


@dataclass(frozen=True)
class BackupPlan:
    """What this PC saves, where to, and when. Belongs to the PC: never synced.

    Attributes:
        folders: absolute paths of folders or files, as chosen.
        preset_parclair: also Parclair's own data folder.
        preset_gesticlean: also GestiClean's data folders, where they are found.
        bandwidth_kib: most KiB a second sent; 0: no limit.
        verify_weekly: once a week a sample of the repository is read back.
        shadow_copy: on Windows, where the account may: a shadow copy of the disk is what is read.
    """

    destination: Destination
    folders: tuple[str, ...] = ()
    preset_parclair: bool = True
    preset_gesticlean: bool = True
    schedule: Schedule = Schedule()
    retention: Retention = Retention()
    bandwidth_kib: int = 0
    verify_weekly: bool = True
    shadow_copy: bool = True


@dataclass(frozen=True)
class ReportRow:
    """What one run said of itself.

    Attributes:
        problem: why it did not succeed; None after a success or where a newer version of the program wrote it.
        message: what went wrong, in words; after a success a remark, mostly empty.
        processed_bytes, added_bytes: read, and new in the repository.
    """

    id: UUID
    equipment_id: UUID
    licence: str
    operation: BackupOperation
    result: BackupResult
    problem: BackupProblem | None
    message: str
    started_at: datetime
    finished_at: datetime
    snapshot: str = ""
    files: int = 0
    processed_bytes: int = 0
    added_bytes: int = 0
    duration_seconds: int = 0


@dataclass(frozen=True)
class LicenceState:
    """One licence and how its backups are.

    Attributes:
        licence: its number, or how its contract counts it where no number is known.
        equipment_id: its machine; None for a licence that no machine is known of.
        subscribed: whether somebody said so: here, or by a contract with the option.
        eligible: None while a condition is unknown.
        state: subscription and conditions first, then what the reports say.
        reported: what the reports alone say, whatever was subscribed.
        last_success: when the last successful backup ended.
        last_report: the newest report of a backup.
        damage: the verification that found the repository damaged, while none has found it sound since.
        why: the rule behind `state`, with what it read.
        this_pc: it is the machine that this program runs on.
    """

    licence: str
    equipment_id: UUID | None
    designation: str
    subscribed: bool
    eligible: bool | None
    conditions: tuple[Condition, ...]
    state: BackupState
    reported: BackupState
    last_success: datetime | None
    last_report: ReportRow | None
    why: Explanation
    contract_number: str = ""
    site_id: UUID | None = None
    this_pc: bool = False
    damage: ReportRow | None = None


@dataclass(frozen=True)
class ToolInfo:
    """restic on this PC. `ok` False: missing or too old, `detail` says which and what to do."""

    ok: bool
    version: str
    path: str
    detail: Text
    problem: BackupProblem | None = None


@dataclass(frozen=True)
class BackupOverview:
    """All licences, and how this PC saves itself.

    Attributes:
        this_pc: this machine's record; None before it was added.
        this_pc_state: what the reports of this PC say; None before it was added.
        plan: None before backups are set up.
        next_run: the next planned backup; None without a plan.
        running: a backup, verification or restore is under way on this PC.
        password_known: the repository's password is at hand.
        keyring_works: secrets outlast the program; otherwise `keyring_detail` says why not.
    """

    licences: tuple[LicenceState, ...]
    this_pc: UUID | None
    this_pc_state: LicenceState | None
    plan: BackupPlan | None
    next_run: datetime | None
    running: bool
    password_known: bool
    keyring_works: bool
    keyring_detail: Text


@dataclass(frozen=True)
class Snapshot:
    """One backup in the repository."""

    id: str
    time: datetime
    host: str
    paths: tuple[str, ...]

    @property
    def short_id(self) -> str:
        """As people and restic write it."""
        return self.id[:8]


class EntryKind(StrEnum):
    """What stands in a backup."""

    FOLDER = "folder"
    FILE = "file"
    OTHER = "other"


@dataclass(frozen=True)
class SnapshotEntry:
    """A file or folder in a backup. `path` is restic's, with slashes, also on Windows (`/C/Users/…`); `size` in bytes, 0 for folders."""

    path: str
    name: str
    kind: EntryKind
    size: int
    modified: datetime | None


@dataclass(frozen=True)
class RestorePreview:
    """What a restore would write.

    Attributes:
        folder: the new folder it would go to; it does not exist yet.
        total_bytes: the files' sizes together.
        free_bytes: what the disk has left.
        entries: the first files, in order.
    """

    folder: str
    files: int
    total_bytes: int
    free_bytes: int
    entries: tuple[SnapshotEntry, ...]

    @property
    def fits(self) -> bool:
        """Whether there is room for it."""
        return self.total_bytes <= self.free_bytes


@dataclass(frozen=True)
class RestoreOutcome:
    """What a restore wrote. `report.result` says whether every file came back with its size."""

    folder: str
    files: int
    total_bytes: int
    report: ReportRow


@dataclass(frozen=True)
class BackupProgress:
    """How far a run is. Totals are 0 while unknown; `current` is the file being read."""

    stage: Text
    done_bytes: int = 0
    total_bytes: int = 0
    done_files: int = 0
    total_files: int = 0
    current: str = ""


class RunControl(Protocol):
    """What a long run asks and tells: the window's `TaskControl` is one. Thread: the run's."""

    @property
    def cancelled(self) -> bool:
        """Whether the user gave up."""
        ...

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """How far the work is, out of a total that is 0 while unknown."""
        ...
