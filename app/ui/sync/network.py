"""Tells when the network is back, where the system says so; where it does not, the next try finds out."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject


def fetch_library() -> None:
    """Load what the watch stands on; takes too long for Qt's thread. Thread: a worker."""
    with contextlib.suppress(ImportError):  # a slim installation, see below
        from PySide6 import QtNetwork  # noqa: F401


class NetworkWatch(QObject):
    """Calls `back` when the network can be used again. Thread: Qt's. Asks nothing by itself: the system tells."""

    def __init__(self, back: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._back = back
        self._online = True
        try:
            from PySide6.QtNetwork import QNetworkInformation
        except ImportError:  # a slim installation
            return
        if not QNetworkInformation.loadDefaultBackend():
            return
        self._reachable = QNetworkInformation.Reachability.Disconnected
        if (information := QNetworkInformation.instance()) is not None:
            self._online = information.reachability() != self._reachable
            information.reachabilityChanged.connect(self._changed)

    def _changed(self, reachability: object) -> None:
        online = reachability != self._reachable
        if online and not self._online:
            self._back()
        self._online = online
