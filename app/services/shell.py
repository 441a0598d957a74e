"""What the window itself reads: sites for the filter, badges, search hits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.values.office import SearchHit
from app.services.context import ServiceContext
from app.services.home import HomeService
from app.services.sync_access import AccessKeeper
from app.services.sync_status import SyncStatus, read_status
from app.store import home_reading


@dataclass(frozen=True)
class SiteChoice:
    """A site in the site filter."""

    id: UUID
    name: str


class ShellService:
    """Reads for the main window; every method runs in the database worker."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store
        self._home = HomeService(context)

    def has_organisation(self) -> bool:
        """Whether a company was entered; otherwise the first-run assistant is shown."""
        with self._store.snapshot() as connection:
            return home_reading.organisation(connection) is not None

    def sites(self) -> Sequence[SiteChoice]:
        """All sites, in the order of the filter."""
        with self._store.snapshot() as connection:
            return [SiteChoice(site_id, name) for site_id, name in home_reading.sites(connection)]

    def search(self, text: str, site_id: UUID | None) -> Sequence[SearchHit]:
        """The best hits of each kind, the kinds together."""
        from app.services.search import SearchService

        return SearchService(self._context).find(text, site_id)

    def sync_status(self) -> SyncStatus:
        """How the connection to a server stands, for the chip."""
        with self._store.snapshot() as connection:
            return read_status(connection, AccessKeeper(self._context).trouble)

    def counts(self, site_id: UUID | None) -> Mapping[str, int]:
        """What waits for the user on each screen, shown as a badge in the navigation."""
        return {
            "contracts": self._home.urgent_contracts(site_id),
            "support": self._home.waiting_requests(site_id),
            "backups": self._home.bad_backups(site_id),
        }
