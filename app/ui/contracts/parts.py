"""What the pages of an assistant and their dialog know of each other, so that neither imports the other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Protocol
from uuid import UUID

from app.domain.errors import InputError, UserError
from app.ui.screen import ScreenContext
from app.ui.widgets import AssistantStep, Form, expected

if TYPE_CHECKING:
    from app.domain.offers import Offer
    from app.domain.records import EquipmentKind
    from app.domain.values.contracts import ContractPreview, ContractRow
    from app.domain.values.office import Site


class NewContract(Protocol):
    """The new-contract assistant, as its pages see it.

    Attributes:
        rentals: the rental contracts a new one can be tied to.
        sites: the office's sites.
        site_id: the site to propose.
        preview: price and dates of what is typed now; `None` while they are not known.
    """

    context: ScreenContext
    rentals: tuple[ContractRow, ...]
    sites: tuple[Site, ...]
    site_id: UUID | None
    preview: ContractPreview | None

    @property
    def offer(self) -> Offer | None:
        """The offer chosen."""
        ...

    def device(self) -> EquipmentKind | None:
        """What is rented; nothing for other kinds of offers."""
        ...

    def start(self) -> date | None:
        """The first day of the contract."""
        ...

    def refresh(self) -> None:
        """Compute price and dates again."""
        ...

    def is_right(self, step: AskingStep) -> bool:
        """Whether `step` lets the user go on."""
        ...


class AskingStep(AssistantStep):
    """A page whose answers are priced and dated while the user types.

    Attributes:
        FIELDS: the names of the refusals that belong to this page.
        form: its fields.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ()
    form: Form

    def show_problem(self, error: UserError, *, asked: bool) -> bool:
        """Say what is wrong if it is on this page; an empty field is only a hint until the user wants to go on (`asked`)."""
        raise NotImplementedError

    def show_preview(self, preview: ContractPreview) -> None:
        """Price and dates are known."""
        raise NotImplementedError


def mark_field(form: Form, error: InputError) -> bool:
    """Show a refusal below its field, leaving the focus where it is; whether `form` has that field."""
    for field in form.fields:
        if field.name == error.field:
            field.set_error(expected(error.allowed))
            return True
    return False
