"""The two families of errors: what a user can mend (`UserError`), and bugs (everything else).

A `UserError` is shown as it is, in the user's language; its text says what happened, what was kept and what to do.
A bug ends in a crash report, with the data safe.
"""

from __future__ import annotations

from app.domain.text import Text, msg


class UserError(Exception):
    """Something the user can understand and act on.

    Attributes:
        text: the message, in no language yet.
        exit_status: what the command line ends with: 1 refused or failed, 2 wrong usage or input.
    """

    exit_status = 1

    def __init__(self, text: Text) -> None:
        super().__init__(text.render("en"))
        self.text = text


class InputError(UserError):
    """A value that cannot be taken, with the name of its field and what is allowed.

    Attributes:
        field: the field's technical name (`siren`, `quantity`), the same on the command line and in forms.
        value: what was given, as text.
        allowed: what would have been accepted.
    """

    exit_status = 2

    def __init__(self, field: str, value: object, allowed: Text) -> None:
        shown = str(value)
        shown = shown if len(shown) <= 80 else shown[:77] + "…"
        super().__init__(
            msg("{field}\u00a0: «\u00a0{value}\u00a0» refusé. Attendu\u00a0: {allowed}", field=field, value=shown, allowed=allowed)
        )
        self.field = field
        self.value = value
        self.allowed = allowed


class RuleError(UserError):
    """A rule of an offer, a law or the office refuses the operation; nothing was changed."""


class NotFoundError(UserError):
    """A name, number or identifier that nothing here carries."""

    exit_status = 2


class StorageError(UserError):
    """The data folder or the database cannot be used: rights, space, damage, a newer version, another instance."""
