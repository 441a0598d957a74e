"""What a user can do, called by the window and by the command line alike.

`Services` is the one object that is handed around; its parts are imported when the data folder is opened, never before
the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.text import Text

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.offers import Offer
    from app.services.backups import BackupService
    from app.services.claims import ClaimService
    from app.services.connection import ConnectionWatch
    from app.services.context import ServiceContext
    from app.services.contract_papers import ContractPaperService
    from app.services.contracts import ContractService
    from app.services.demo import DemoService
    from app.services.documents import DocumentService
    from app.services.equipment import EquipmentService
    from app.services.home import HomeService
    from app.services.maintenance import MaintenanceService
    from app.services.office import OfficeService
    from app.services.request_imports import RequestImports
    from app.services.resignations import ResignationService
    from app.services.search import SearchService
    from app.services.shell import ShellService
    from app.services.statistics import StatisticsService
    from app.services.support import SupportService
    from app.services.sync import SyncService
    from app.services.sync_inbox import SyncInbox
    from app.services.technician_codes import TechnicianCodes
    from app.services.technicians import TechnicianService
    from app.services.this_pc import ThisPcService

__all__ = ["Services", "build"]


class Services:
    """The services of one open data folder. Every method may be called from any thread but Qt's.

    Each service is imported when it is first asked for: the home screen is there before the libraries of the others load.

    Attributes:
        folder: the data folder.
        clock: the day and the moment, for screens.
        notices: what opening had to repair, to be told once.
        context: what the services stand on.
    """

    def __init__(self, context: ServiceContext, notices: tuple[Text, ...] = ()) -> None:
        self.context = context
        self.folder: Path = context.folder
        self.clock: Clock = context.clock
        self.notices = notices

    @cached_property
    def home(self) -> HomeService:
        """The home screen's summary."""
        from app.services.home import HomeService

        return HomeService(self.context)

    @cached_property
    def shell(self) -> ShellService:
        """What the window's frame reads."""
        from app.services.shell import ShellService

        return ShellService(self.context)

    @cached_property
    def office(self) -> OfficeService:
        """The organisation, its sites and people."""
        from app.services.office import OfficeService

        return OfficeService(self.context)

    @cached_property
    def equipment(self) -> EquipmentService:
        """Machines and who has them."""
        from app.services.equipment import EquipmentService

        return EquipmentService(self.context)

    @cached_property
    def contracts(self) -> ContractService:
        """Contracts, except ending them."""
        from app.services.contracts import ContractService

        return ContractService(self.context)

    @cached_property
    def resignations(self) -> ResignationService:
        """Ending contracts."""
        from app.services.resignations import ResignationService

        return ResignationService(self.context)

    @cached_property
    def papers(self) -> ContractPaperService:
        """Contracts on paper and in calendars."""
        from app.services.contract_papers import ContractPaperService

        return ContractPaperService(self.context)

    @cached_property
    def documents(self) -> DocumentService:
        """Generated and attached files."""
        from app.services.documents import DocumentService

        return DocumentService(self.context, lambda sha256, size: self.sync.fetch_file(sha256, size))

    @cached_property
    def support(self) -> SupportService:
        """Support requests, interventions, appointments and ratings."""
        from app.services.support import SupportService

        return SupportService(self.context)

    @cached_property
    def claims(self) -> ClaimService:
        """What happened to rented devices."""
        from app.services.claims import ClaimService

        return ClaimService(self.context)

    @cached_property
    def statistics(self) -> StatisticsService:
        """The figures of support."""
        from app.services.statistics import StatisticsService

        return StatisticsService(self.context)

    @cached_property
    def request_imports(self) -> RequestImports:
        """Past requests from other systems' files."""
        from app.services.request_imports import RequestImports

        return RequestImports(self.context)

    @cached_property
    def sync(self) -> SyncService:
        """The connection to a provider's server."""
        from app.services.sync import SyncService

        return SyncService(self.context)

    @cached_property
    def sync_inbox(self) -> SyncInbox:
        """Values that were set aside and changes that were refused."""
        from app.services.sync_inbox import SyncInbox

        return SyncInbox(self.context)

    @cached_property
    def technicians(self) -> TechnicianService:
        """Technicians' sessions on this PC."""
        from app.services.technicians import TechnicianService

        return TechnicianService(self.context)

    @cached_property
    def technician_codes(self) -> TechnicianCodes:
        """Technicians' one-time codes."""
        from app.services.technician_codes import TechnicianCodes

        return TechnicianCodes(self.context, lambda code: self.sync.technician_code(code))

    @cached_property
    def this_pc(self) -> ThisPcService:
        """What this PC says of itself, and its record."""
        from app.services.this_pc import ThisPcService

        return ThisPcService(self.context)

    @cached_property
    def connection(self) -> ConnectionWatch:
        """Whether this PC's connection is stable."""
        from app.services.connection import ConnectionWatch

        return ConnectionWatch(self.context)

    @cached_property
    def backups(self) -> BackupService:
        """Backups, their plan and the state of every licence."""
        from app.services.backups import BackupService

        return BackupService(self.context)

    @cached_property
    def search(self) -> SearchService:
        """The search across everything."""
        from app.services.search import SearchService

        return SearchService(self.context)

    @cached_property
    def demo(self) -> DemoService:
        """The demo office."""
        from app.services.demo import DemoService

        return DemoService(self.context)

    @cached_property
    def maintenance(self) -> MaintenanceService:
        """Copies and checks."""
        from app.services.maintenance import MaintenanceService

        return MaintenanceService(self.context)

    @property
    def offers(self) -> Mapping[str, Offer]:
        """The offers that can be chosen, by id."""
        return self.context.offers()

    def warm_up(self) -> None:
        """Load what most other screens will need, so that the first click on them is quick. Thread: a worker, while idle.

        The offers (pydantic) are not loaded: an idle window would hold 10 MB more for a quarter of a second.
        """
        with self.context.store.reading() as session:
            session.connection()
        _ = (self.equipment, self.documents, self.search)

    def close(self) -> None:
        """Close the database; the data folder can then be opened by another program."""
        if "sync" in self.__dict__:
            self.sync.close()
        self.context.store.close()


def build(context: ServiceContext, notices: tuple[Text, ...] = ()) -> Services:
    """The services on an open store."""
    return Services(context, notices)
