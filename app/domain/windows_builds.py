"""Which Windows a build number is, and which build number a Windows has: the number decides, names lie.

Windows 11 still calls itself « Windows 10 » in its registry, and Windows Server shares its numbers with the clients of its time.
Source: Microsoft, release information of Windows 10, Windows 11 and Windows Server.
"""

from __future__ import annotations

import re

WINDOWS_11 = 22_000

#: The client names of builds, newest first: a build in between belongs to the one before it.
_CLIENTS: tuple[tuple[int, str, str], ...] = (
    (26_200, "Windows 11", "25H2"),
    (26_100, "Windows 11", "24H2"),
    (22_631, "Windows 11", "23H2"),
    (22_621, "Windows 11", "22H2"),
    (22_000, "Windows 11", "21H2"),
    (19_045, "Windows 10", "22H2"),
    (19_044, "Windows 10", "21H2"),
    (19_043, "Windows 10", "21H1"),
    (19_042, "Windows 10", "20H2"),
    (19_041, "Windows 10", "2004"),
    (18_363, "Windows 10", "1909"),
    (18_362, "Windows 10", "1903"),
    (17_763, "Windows 10", "1809"),
    (17_134, "Windows 10", "1803"),
    (16_299, "Windows 10", "1709"),
    (15_063, "Windows 10", "1703"),
    (14_393, "Windows 10", "1607"),
    (10_586, "Windows 10", "1511"),
    (10_240, "Windows 10", "1507"),
    (9_600, "Windows 8.1", ""),
    (9_200, "Windows 8", ""),
    (7_600, "Windows 7", ""),
    (6_000, "Windows Vista", ""),
    (2_600, "Windows XP", ""),
)
_RELEASES: dict[tuple[str, str], int] = {
    (name.removeprefix("Windows ").lower(), release): build for build, name, release in _CLIENTS if release
}
#: The least build of each name, but for those whose last one is meant: nobody has a Windows 7 without its service pack.
_NAMES = {"11": WINDOWS_11, "10": 10_240, "8.1": 9_600, "8": 9_200, "7": 7_601, "vista": 6_002, "xp": 2_600}
_SERVERS = {"2025": 26_100, "2022": 20_348, "2019": 17_763, "2016": 14_393, "2012r2": 9_600, "2012": 9_200}
_SERVERS |= {"2008r2": 7_601, "2008": 6_003, "2003": 3_790}
#: Windows of tills and long-term editions, named by a year of their own.
_EDITIONS = (
    (re.compile(r"\bposready\s*2009\b"), 2_600),
    (re.compile(r"\b(?:posready|embedded standard)\s*7\b"), 7_601),
    (re.compile(r"\bembedded 8\.1\b"), 9_600),
    (re.compile(r"\blts[bc]\s*2024\b|\b2024\s*lts[bc]\b"), 26_100),
    (re.compile(r"\blts[bc]\s*2021\b|\b2021\s*lts[bc]\b"), 19_044),
    (re.compile(r"\blts[bc]\s*2019\b|\b2019\s*lts[bc]\b"), 17_763),
    (re.compile(r"\blts[bc]\s*2016\b|\b2016\s*lts[bc]\b"), 14_393),
)
_KERNEL = re.compile(r"(?<![\d.])(?:10\.0|6\.[0-3])\.(\d{4,6})(?!\d)", re.ASCII)
_BUILD = re.compile(r"\b(?:build|version de build|compilation)\D{0,3}(\d{4,6})(?!\d)", re.ASCII)
_BARE = re.compile(r"[6-9]\d{3}|[1-9]\d{4}", re.ASCII)
_CLIENT = re.compile(r"\bw(?:in(?:dows)?)?[\s-]*(11|10|8\.1|8|7|vista|xp)(?![\d.])", re.ASCII)
_SERVER = re.compile(r"\bserv(?:er|eur)\s*(20\d\d)(?!\d)(\s*r2\b)?", re.ASCII)
_RELEASE = re.compile(r"(?<![\d.])(2[0-9]h[12]|2004|1[5-9](?:07|11|03|09))(?!\d)", re.ASCII)
_NO_PC = re.compile(r"windows (?:phone|mobile|ce)\b")
_OTHER = re.compile(
    r"\b(?:linux|ubuntu|debian|fedora|mint|suse|opensuse|red ?hat|rhel|centos|rocky|alma|arch|manjaro|mac ?os|os x|darwin|ios|ipados"
    r"|android|chrome ?os|chromeos|freebsd|openbsd)\b"
)


def client_name(build: int) -> str:
    """What people call the client Windows of that build: `Windows 11`; empty for one that is too old to have a name here."""
    return next((name for least, name, _ in _CLIENTS if build >= least), "")


def release(build: int) -> str:
    """The release of that very build: `24H2`; empty where it is none of the known."""
    return next((name for known, _, name in _CLIENTS if known == build), "")


def build_from_text(text: str) -> int | None:
    """The build number of a Windows that somebody named: `Windows 11 24H2`, `10.0.19045`, `Windows 7`; None where it names none.

    A name without a release gives the least build it may have: enough to know which Windows it is.
    """
    plain = " ".join(text.lower().replace("\u00a0", " ").split())
    if (found := _KERNEL.search(plain) or _BUILD.search(plain) or _BARE.fullmatch(plain)) is not None:
        return int(found.group(found.lastindex or 0))
    if _NO_PC.search(plain):
        return None
    if (server := _SERVER.search(plain)) is not None:
        return _SERVERS.get(server.group(1) + ("r2" if server.group(2) else ""))
    for pattern, build in _EDITIONS:
        if pattern.search(plain):
            return build
    if (client := _CLIENT.search(plain)) is None:
        return None
    later = _RELEASE.search(plain, client.end())
    return _RELEASES.get((client.group(1), later.group(1).upper() if later else ""), _NAMES[client.group(1)])


def is_other_system(text: str) -> bool:
    """Whether `text` names a system that is no Windows of a PC."""
    plain = text.lower()
    return bool(_NO_PC.search(plain)) or ("windows" not in plain and bool(_OTHER.search(plain)))
