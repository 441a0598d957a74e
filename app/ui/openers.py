"""Ways from one screen into the windows of another. Each is imported when it is first opened, as the screens are: none depends on another.

Thread: Qt's.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.ui.screen import ScreenContext


def open_technician_card(
    context: ScreenContext, parent: QWidget, *, equipment_id: UUID | None = None, request_id: UUID | None = None
) -> None:
    """Show the card of a machine, of a request's machine, or of this PC."""
    import_module("app.ui.technician.card").open_card(context, parent, equipment_id=equipment_id, request_id=request_id)


def ask_for_help(context: ScreenContext, parent: QWidget, *, equipment_id: UUID | None = None) -> None:
    """Open the window that asks for help, about a machine where one is given."""
    import_module("app.ui.support.new_request").open_new_request(context, parent, equipment_id=equipment_id)


def declare_claim(
    context: ScreenContext, parent: QWidget, *, equipment_id: UUID | None = None, on_done: Callable[[Any], object] | None = None
) -> None:
    """Open the assistant that declares what happened to a machine; `on_done` is called with the claim."""
    import_module("app.ui.support.claim_assistant").open_claim(context, parent, equipment_id, on_done)
