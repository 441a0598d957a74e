"""How often an address may knock: against guessing codes and tokens.

Counted in the process: behind a balancer each process counts for itself, and the tries of a code are counted in the database anyway.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from math import ceil

from fastapi import Request

from app.server.problems import SlowDownError

#: Addresses remembered at most; the ones seen longest ago are forgotten first.
_ADDRESSES = 10_000


@dataclass
class Limit:
    """At most `most` requests in `seconds` from one address."""

    name: str
    most: int
    seconds: float
    _seen: dict[str, deque[float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self, request: Request) -> None:
        """Count a request.

        Raises:
            SlowDownError: too many; `Retry-After` says when to come back.
        """
        if not request.app.state.limited:
            return
        address = _household(request.client.host if request.client else "")
        now = time.monotonic()
        with self._lock:
            times = self._seen.pop(address, None) or deque()
            self._seen[address] = times
            if len(self._seen) > _ADDRESSES:
                del self._seen[next(iter(self._seen))]
            while times and times[0] <= now - self.seconds:
                times.popleft()
            if len(times) >= self.most:
                wait = max(1, ceil(times[0] + self.seconds - now))
                raise SlowDownError("too many requests", headers={"Retry-After": str(wait)})
            times.append(now)


def _household(host: str) -> str:
    """What one customer of a network has: an address, or the 64 bits of an IPv6 address before those that they choose themselves."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(IPv6Address(int(address) >> 64 << 64))
    return host
