"""The system says that the network is back: the exchange is told, once each time."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6 import QtNetwork
from PySide6.QtCore import QObject, Signal

from app.domain.text import msg
from app.sync import errors
from app.ui.sync.controller import SyncController
from app.ui.sync.network import NetworkWatch
from app.ui.sync.pace import Pace
from app.ui.tasks import InlineTaskRunner
from tests.ui.sync_desk import Seconds
from tests.ui.test_sync_controller import Server, loaded, seconds, server, services

__all__ = ["seconds", "server", "services"]

Reachability = QtNetwork.QNetworkInformation.Reachability


class Information(QObject):
    """What the system says of the network."""

    reachabilityChanged = Signal(Reachability)  # noqa: N815 - Qt's name

    def __init__(self, now: Reachability) -> None:
        super().__init__()
        self.now = now

    def reachability(self) -> Reachability:
        return self.now

    def say(self, now: Reachability) -> None:
        self.now = now
        self.reachabilityChanged.emit(now)


def system(monkeypatch: pytest.MonkeyPatch, information: Information | None, *, knows: bool = True) -> None:
    known = SimpleNamespace(Reachability=Reachability, loadDefaultBackend=lambda: knows, instance=lambda: information)
    monkeypatch.setattr(QtNetwork, "QNetworkInformation", known)


def test_each_time_the_network_comes_back_is_told_once(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    information, told = Information(Reachability.Disconnected), list[int]()
    system(monkeypatch, information)
    watch = NetworkWatch(lambda: told.append(1), information)
    information.say(Reachability.Online)
    assert len(told) == 1
    information.say(Reachability.Local)  # another kind of network, but one
    information.say(Reachability.Online)
    assert len(told) == 1
    information.say(Reachability.Disconnected)
    assert len(told) == 1
    information.say(Reachability.Site)
    assert len(told) == 2
    assert watch.parent() is information


@pytest.mark.parametrize("knows", [True, False])
def test_a_system_that_says_nothing_is_no_harm(qapp: object, monkeypatch: pytest.MonkeyPatch, knows: bool) -> None:
    system(monkeypatch, None, knows=knows)
    parent = QObject()
    NetworkWatch(lambda: None, parent)


def test_once_it_is_back_nobody_waits_for_the_end_of_a_long_back_off(
    services: Any, server: Server, tasks: InlineTaskRunner, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    information = Information(Reachability.Disconnected)
    system(monkeypatch, information)
    sync = SyncController(loaded(services, server), tasks, pace=Pace(seconds, lambda _, high: high))
    sync.refresh()
    server.ending, server.why = "offline", errors.offline(msg("pas de réponse à temps")).text
    seconds.now += 200
    for _ in range(12):
        sync.now()
    assert sync._timer.interval() == 300_000
    information.say(Reachability.Online)
    assert sync._timer.interval() == 1_000
    sync.shutdown()
