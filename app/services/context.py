"""What every service stands on, handed over by the bootstrap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import Clock
from app.store.store import Store

if TYPE_CHECKING:
    from app.domain.offers import Offer


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
