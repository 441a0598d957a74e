"""What the search across everything can find."""

from __future__ import annotations

from app.domain.text import Text, msg

KINDS: dict[str, tuple[Text, str, str, str | None]] = {
    "equipment": (msg("Matériel"), "monitor", "equipment", None),
    "contract": (msg("Contrats"), "scroll-text", "contracts", None),
    "person": (msg("Collaborateurs"), "user", "settings", "person"),
    "site": (msg("Sites"), "map-pin", "settings", "site"),
    "document": (msg("Documents"), "file-text", "documents", None),
    "request": (msg("Demandes"), "life-buoy", "support", None),
    "claim": (msg("Sinistres"), "shield-alert", "support", "claim"),
}
"""Kind of hit: title of its group, icon, the screen that shows it, and the action to ask of that screen."""
