"""The repository's password on paper: in groups that can be read and typed, with a code that tells a slip of the pen."""

from __future__ import annotations

import hashlib
import secrets

#: Without letters and digits that look alike on paper.
_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
#: Six groups of five of 31 signs: 148 bits.
_GROUPS, _GROUP = 6, 5


def new_password() -> str:
    """A password nobody can guess, in groups that can be read from paper and typed."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def groups(password: str) -> tuple[str, ...]:
    """The password in groups of at most five characters; a generated one keeps its own, with their hyphens, one with spaces is left whole.

    Joined together they are the password.
    """
    parts = password.split("-")
    if len(parts) > 1 and all(len(part) == _GROUP for part in parts):
        return (*(f"{part}-" for part in parts[:-1]), parts[-1])
    if any(char.isspace() for char in password):
        return (password,)
    return tuple(password[start : start + _GROUP] for start in range(0, len(password), _GROUP))


def check_code(password: str) -> str:
    """Four signs that change when one character of the password does. They say nothing that helps to guess it: 20 bits of a hash."""
    number = int.from_bytes(
        hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=b"parclair-recovery", n=2**14, r=8, p=1, dklen=8), "big"
    )
    code = ""
    for _ in range(4):
        number, place = divmod(number, len(_SIGNS))
        code += _SIGNS[place]
    return code
