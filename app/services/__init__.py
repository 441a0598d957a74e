"""What a user can do, called by the window and by the command line alike.

`Services` is the one object that is handed around; its parts are imported when the data folder is opened, never before
the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.text import Text

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.offers import Offer
    from app.services.context import ServiceContext
    from app.services.contract_papers import ContractPaperService
    from app.services.contracts import ContractService
    from app.services.demo import DemoService
    from app.services.documents import DocumentService
    from app.services.equipment import EquipmentService
    from app.services.home import HomeService
    from app.services.maintenance import MaintenanceService
    from app.services.office import OfficeService
    from app.services.resignations import ResignationService
    from app.services.search import SearchService
    from app.services.shell import ShellService

__all__ = ["Services", "build"]


@dataclass(frozen=True)
class Services:
    """The services of one open data folder. Every method may be called from any thread but Qt's.

    Attributes:
        folder: the data folder.
        notices: what opening had to repair, to be told once.
        clock: the day and the moment, for screens.
    """

    folder: Path
    clock: Clock
    notices: tuple[Text, ...]
    office: OfficeService
    equipment: EquipmentService
    contracts: ContractService
    resignations: ResignationService
    papers: ContractPaperService
    documents: DocumentService
    home: HomeService
    search: SearchService
    shell: ShellService
    demo: DemoService
    maintenance: MaintenanceService
    context: ServiceContext

    @property
    def offers(self) -> Mapping[str, Offer]:
        """The offers that can be chosen, by id."""
        return self.context.offers()

    def close(self) -> None:
        """Close the database; the data folder can then be opened by another program."""
        self.context.store.close()


def build(context: ServiceContext, notices: tuple[Text, ...] = ()) -> Services:
    """The services on an open store."""
    from app.services.contract_papers import ContractPaperService
    from app.services.contracts import ContractService
    from app.services.demo import DemoService
    from app.services.documents import DocumentService
    from app.services.equipment import EquipmentService
    from app.services.home import HomeService
    from app.services.maintenance import MaintenanceService
    from app.services.office import OfficeService
    from app.services.resignations import ResignationService
    from app.services.search import SearchService
    from app.services.shell import ShellService

    return Services(
        folder=context.folder,
        clock=context.clock,
        notices=notices,
        office=OfficeService(context),
        equipment=EquipmentService(context),
        contracts=ContractService(context),
        resignations=ResignationService(context),
        papers=ContractPaperService(context),
        documents=DocumentService(context),
        home=HomeService(context),
        search=SearchService(context),
        shell=ShellService(context),
        demo=DemoService(context),
        maintenance=MaintenanceService(context),
        context=context,
    )
