"""One door: without a command the window, with one the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap, cli
from app.commands.base import Doors, WindowRequest
from app.domain.errors import UserError
from app.domain.text import msg
from app.system.clock import SystemClock
from app.system.language import system_language
from app.system.paths import log_file, usable_folder
from app.system.person import user_name

if TYPE_CHECKING:
    from app.services import Services
    from app.ui.application import WindowControl


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Parclair; the exit status. `arguments`: without the program's name; default: the command line's."""
    doors = Doors(
        open_folder=_open_folder,
        data_folder=bootstrap.data_folder,
        usable_folder=usable_folder,
        offers=bootstrap.known_offers,
        clock=SystemClock(),
        system_language=system_language,
        log_file=log_file,
        window=_window,
        version=_version,
    )
    return cli.run(sys.argv[1:] if arguments is None else arguments, doors)


def _open_folder(folder: Path, *, temporary: bool = False, **options: Any) -> bootstrap.OpenFolder:
    return bootstrap.open_folder(folder, temporary=temporary, actor=_actor(demo=temporary), **options)


def _actor(*, demo: bool) -> str:
    """Who is written into the journal: whoever is logged in; in a throw-away demo the owner of its office."""
    if not demo:
        return user_name()
    from app.services.demo_office import OWNER

    return OWNER


def _version() -> str:
    from app.services.maintenance import program_version

    return program_version()


def _window(request: WindowRequest) -> int:
    """Open the window on its data folder; the exit status.

    Raises:
        UserError: there is no display to open it on.
    """
    if request.tour is None:
        _require_display()
    from app.system.settings import JsonSettings
    from app.ui import startup
    from app.ui.qt_quirks import prepare

    startup.begin()
    prepare()  # before any other module meets PySide6
    from app.ui.application import WindowOptions, run
    from app.ui.screens import registry

    folder, temporary = bootstrap.data_folder(request.data_dir, demo=request.demo)
    opened: list[bootstrap.OpenFolder] = []

    def open_services() -> Services:
        found = _open_folder(folder, temporary=temporary)
        opened.append(found)
        if request.demo:
            found.services.demo.fill()
        return found.services

    def close(_: Services) -> None:
        opened.pop().close()

    on_ready: Callable[[WindowControl], None] | None = None
    if request.tour is not None:
        from app.ui.tour import prepare_display, start

        prepare_display(folder)
        on_ready = partial(start, folder=request.tour)

    options = WindowOptions(
        screens=registry(),
        settings=JsonSettings(folder / "window.json"),
        clock=SystemClock(),
        log=log_file(folder),
        folder=folder,
        close=close,
        language=request.language,
        startup_report=request.startup_report,
        warm_up=None if request.tour else _warm_up,
        on_ready=on_ready,
        daily=not temporary,
        offline=request.offline,
    )
    try:
        return run(open_services, options)
    finally:
        for left in opened:
            left.close()


def _warm_up(services: Services) -> None:
    services.warm_up()


def _require_display() -> None:
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")):
        raise UserError(
            msg("aucun écran\u00a0: la fenêtre ne peut pas s’ouvrir ici. Les commandes fonctionnent sans écran (python -m app --help).")
        )


if __name__ == "__main__":
    sys.exit(main())
