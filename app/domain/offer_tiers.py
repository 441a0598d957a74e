"""Checks of a price table: it starts at one unit and its tiers rise."""

from __future__ import annotations

from app.domain.offer_errors import Finding
from app.domain.offer_schema import Pricing
from app.domain.text import msg


def tier_findings(pricing: Pricing) -> list[Finding]:
    """What is wrong with the price table of `pricing`; empty when all is well."""
    if pricing.quote_required:
        if pricing.tiers:
            return [Finding(("pricing", "tiers"), len(pricing.tiers), msg("aucune tranche quand quote_required = true"))]
        return []
    if not pricing.tiers:
        return [Finding(("pricing", "tiers"), None, msg("au moins une tranche, ou quote_required = true"))]
    found: list[Finding] = []
    if pricing.tiers[0].from_quantity != 1:
        found.append(Finding(("pricing", "tiers", 0, "from"), pricing.tiers[0].from_quantity, msg("1 pour la première tranche")))
    for index, (before, tier) in enumerate(zip(pricing.tiers, pricing.tiers[1:], strict=False), start=1):
        if tier.from_quantity <= before.from_quantity:
            allowed = msg("plus de {before}, le début de la tranche précédente", before=before.from_quantity)
            found.append(Finding(("pricing", "tiers", index, "from"), tier.from_quantity, allowed))
    return found
