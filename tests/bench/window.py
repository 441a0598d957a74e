"""A screen context for measuring: real services, a real task runner, settings that forget."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.services import Services
from app.ui import garbage, startup, theme
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


def bench_application() -> QApplication:
    """The application, light, whose complaints about the offscreen platform are not printed."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    qInstallMessageHandler(lambda *_: None)
    theme.apply(application, "light")
    return application


def warmed_up(application: QApplication, services: Services, *modules: str) -> None:
    """What the program loads after its first screen is loaded, and garbage is looked for as there; `modules` as well."""
    services.warm_up()
    for name in modules:
        import_module(name)
    startup.settled()
    garbage.install(application)


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
