"""What every service stands on, handed over by the bootstrap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import Clock
from app.store.store import Store

if TYPE_CHECKING:
    from app.domain.offers import Offer
    from app.system.secrets import SecretStore


@dataclass(frozen=True)
class ServiceContext:
    """Shared by the services of one data folder.

    Attributes:
        folder: the data folder.
        offers: reads the known offers, by id, on first call.
    """

    store: Store
    clock: Clock
    folder: Path
    offers: Callable[[], Mapping[str, Offer]]

    @cached_property
    def secrets(self) -> SecretStore:
        """Where the secrets of this folder are kept: one place for the whole program, as some last only as long as it runs."""
        from app.system.secrets import SecretStore

        return SecretStore(self.folder)
