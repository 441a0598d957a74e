"""Who works at this computer."""

from __future__ import annotations

#: As long as the journal keeps a name.
_LONGEST = 200


def user_name() -> str:
    """The name the person logged in under, on one line; empty where the system does not tell."""
    import getpass  # only asked when a data folder is opened: the window has painted by then

    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return ""
    return " ".join("".join(char if char.isprintable() else " " for char in name).split())[:_LONGEST]
