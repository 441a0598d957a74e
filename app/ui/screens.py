"""Which screens there are. Each is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from app.ui.screen import Screen, ScreenContext, ScreenFactory, ScreenName

_PLACES: dict[ScreenName, tuple[str, str]] = {
    "home": ("app.ui.home.view", "HomeScreen"),
    "equipment": ("app.ui.equipment.view", "EquipmentScreen"),
    "contracts": ("app.ui.contracts.view", "ContractsScreen"),
    "support": ("app.ui.support.view", "SupportScreen"),
    "backups": ("app.ui.backups.view", "BackupsScreen"),
    "documents": ("app.ui.documents.view", "DocumentsScreen"),
    "settings": ("app.ui.settings.view", "SettingsScreen"),
    "inbox": ("app.ui.sync.inbox", "InboxScreen"),
    "first_run": ("app.ui.first_run.view", "FirstRunScreen"),
}


def registry() -> dict[ScreenName, ScreenFactory]:
    """The factory of every screen, by name. Nothing is imported until a factory is called."""
    return {name: _factory(module, kind) for name, (module, kind) in _PLACES.items()}


def _factory(module: str, kind: str) -> ScreenFactory:
    def build(context: ScreenContext) -> Screen:
        return cast(Screen, getattr(import_module(module), kind)(context))

    return build
