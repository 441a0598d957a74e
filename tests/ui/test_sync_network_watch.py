"""The system says that the network is back: the exchange is told, once each time."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6 import QtNetwork
from PySide6.QtCore import QObject, Signal

from app.ui.sync.network import NetworkWatch

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
