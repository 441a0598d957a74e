"""What was wrong with a request that does not fit its description: the field, what is expected of it, and the value it had."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_LONGEST = 80
#: Words in the name of a field whose value is nobody's business: answers are logged and shown around.
_SECRET = frozenset({"authorization", "code", "codes", "key", "link", "password", "recovery", "secret", "token", "tokens"})
#: The value lacks, is under a name that is not known (a code under a misspelt one), or is the whole body.
_UNTOLD = frozenset({"missing", "extra_forbidden", "json_invalid"})


def refused(error: Mapping[str, Any]) -> str:
    """One error of pydantic's in words: `body.minutes: Input should be greater than or equal to 5 (it is 3)`."""
    place = error["loc"]
    said = f"{'.'.join(str(part) for part in place)}: {error['msg']}"
    # A body as a whole has no name; parts of it have, and lists and objects may hold what is secret.
    named = len(place) > 1 and error["type"] not in _UNTOLD and not _is_secret(place)
    value = error.get("input")
    if not named or isinstance(value, bytes | list | dict):
        return said
    return f"{said} (it is {repr(value[:_LONGEST] if isinstance(value, str) else value)[:_LONGEST]})"


def _is_secret(place: tuple[str | int, ...]) -> bool:
    words = re.findall(r"[a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", " ".join(str(part) for part in place)).lower())
    return not _SECRET.isdisjoint(words)
