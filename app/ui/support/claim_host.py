"""What the pages of the claim assistant ask of the assistant around them, and what is refused before any page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.domain.errors import NotFoundError, RuleError

if TYPE_CHECKING:
    from app.domain.cover import CoverDecision
    from app.domain.errors import UserError
    from app.domain.records import ClaimType
    from app.domain.values.claims import ClaimDraft
    from app.services import Services
    from app.ui.screen import ScreenContext
    from app.ui.support.machine_search import Choice


class ClaimHost(Protocol):
    """The assistant around the pages."""

    context: ScreenContext
    decision: CoverDecision | None

    @property
    def machine(self) -> Choice | None:
        """Which machine; `None` before one was chosen."""
        ...

    @property
    def claim_type(self) -> ClaimType | None:
        """What happened; `None` before it was chosen."""
        ...

    @property
    def draft(self) -> ClaimDraft | None:
        """What is typed so far; `None` while something is missing."""
        ...

    def set_finish_text(self, text: str) -> None:
        """What the last button says."""
        ...

    def set_busy(self, text: str | None) -> None:
        """Say what is under way."""
        ...

    def show_error(self, error: UserError | None) -> None:
        """Show or forget an error."""
        ...

    def go_on(self) -> None:
        """Next page."""
        ...

    def open_machine(self) -> None:
        """Leave for the machine's sheet."""
        ...


def first_check(services: Services, draft: ClaimDraft) -> None:
    """Refuse early what no date can mend: a machine that is not rented, or has no contract.

    Raises:
        NotFoundError: the machine is gone.
        RuleError: it can have no claim.
    """
    from app.domain.records import Ownership

    try:
        services.claims.preview(draft)
    except NotFoundError:
        raise
    except RuleError:
        sheet = services.equipment.sheet(draft.equipment_id)
        if sheet.ownership is not Ownership.RENTED or sheet.contract_id is None:
            raise
