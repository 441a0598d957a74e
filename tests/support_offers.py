"""An offer as a contract froze it, in the form in which it travels."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.offers import load_offer

OFFERS = Path(__file__).resolve().parent.parent / "resources" / "offers"


def frozen_support_offer() -> dict[str, Any]:
    """GestiClean's support offer."""
    return dict(json.loads(load_offer(OFFERS / "gesticlean-support.toml").frozen().model_dump_json()))


def frozen_managed_offer(*services: str) -> dict[str, Any]:
    """Commown's managed IT, where the quote names `services`."""
    return dict(json.loads(load_offer(OFFERS / "commown-managed.toml").frozen(services=services, unit_price=Decimal(25)).model_dump_json()))
