"""The contract screen as its actions see it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.contracts.detail import ContractDetail
from app.ui.screen import Screen
from app.ui.widgets import ConfirmBar, DataTable


class ContractHost(Screen):
    """What the actions touch.

    Attributes:
        table: the list.
        detail: the contract chosen.
        bar: tells what was just recorded, with what to do next.
    """

    table: DataTable
    detail: ContractDetail
    bar: ConfirmBar

    def go_to(self, contract_id: UUID) -> None:
        """Choose a contract; filters that hide it are taken away."""
        raise NotImplementedError

    def announce(self, contract_id: UUID, text: str, *actions: QWidget) -> None:
        """Go to a contract and say something about it; the bar stays until another one is chosen."""
        raise NotImplementedError
