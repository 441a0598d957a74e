"""A screen context for measuring: real services, a real task runner, settings that forget."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.services import Services
from app.ui.screen import ScreenContext, ThemeMode
from app.ui.tasks import Tasks


class _Settings:
    def get_str(self, key: str, default: str = "") -> str:
        return default

    def set_str(self, key: str, value: str) -> None:
        """Nothing is kept."""

    def get_int(self, key: str, default: int = 0) -> int:
        return default

    def set_int(self, key: str, value: int) -> None:
        """Nothing is kept."""


class _Preferences:
    theme: ThemeMode = "light"
    language = "fr"

    def set_theme(self, mode: ThemeMode) -> None:
        """Measured in light."""

    def set_language(self, language: str) -> None:
        """Measured in French."""


def _ignore(*_: Any, **__: Any) -> None:
    """Nobody navigates while measuring."""


def _raise(error: Exception) -> None:
    raise error


def context_for(services: Services, tasks: Tasks) -> ScreenContext:
    """What a screen needs to be measured."""
    return ScreenContext(
        services=services,
        tasks=tasks,
        settings=_Settings(),
        preferences=_Preferences(),
        navigate=_ignore,
        notify=_ignore,
        report_error=_raise,
        data_changed=_ignore,
        language="fr",
        today=date.today,
    )
