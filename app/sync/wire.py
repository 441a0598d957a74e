"""The messages of the sync protocol, shared by the program and the server.

Every exchange carries `Sync-Protocol: 1` and `Sync-Schema: n` in both directions. Values of records are JSON: days and moments as
ISO text, amounts as text, identifiers as UUID text. Unknown keys of a newer side are ignored.

What travels by the hundred is a msgspec struct: it is read and written several times as fast as pydantic's models, which the other
messages are.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta
from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")

PROTOCOL = "1"
PROTOCOL_HEADER = "Sync-Protocol"
SCHEMA_HEADER = "Sync-Schema"

#: Limits of one exchange; `GET /v1/sync/info` tells them.
MAX_MUTATIONS = 500
MAX_PUSH_BYTES = 1024 * 1024
MAX_CHANGES = 2000
#: Attachments travel in pieces of this size.
CHUNK_BYTES = 1024 * 1024
MAX_BLOB_BYTES = 50 * 1024 * 1024

Operation = Literal["put", "patch", "delete"]
Status = Literal["ok", "merged", "conflict", "rejected"]
Number = Annotated[int, Field(ge=0, le=2**62), Meta(ge=0, le=2**62)]
#: UUIDs stay texts, in one way of writing: they are compared and kept, never computed with.
_UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
#: To Python `$` also stands before a last line break, which the length rules out.
Id = Annotated[str, Field(pattern=_UUID), Meta(pattern=_UUID, max_length=36)]
#: A text that every database keeps as it is.
NO_NUL = r"^[^\x00]*$"
_TYPE_NAME = r"^[a-z][a-z_]{0,39}$"
TypeName = Annotated[str, Field(pattern=_TYPE_NAME), Meta(pattern=_TYPE_NAME)]
Moment = Annotated[datetime, Meta(tz=True)]


class Message(BaseModel):
    """A part of the protocol. Read-only; what a newer side adds is ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Mutation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One change to one row.

    Attributes:
        n: its place in the device's order; rises by one or more from one to the next.
        id: a UUIDv7 of its own: the same change, however often it is sent.
        tx: mutations that share it apply together or not at all, within one push.
        base: the row's `seq` as its author saw it; none for a row that the author made and the server never numbered.
        set: the values by field: all of them for `put`, those that changed for `patch`, none for `delete`.
        by, at: who made the change and when, for people to read; nothing is decided by them.
    """

    n: Number
    id: Id
    tx: Id
    op: Operation
    type: TypeName
    row: Id
    base: Number | None = None
    set: Annotated[dict[str, Any], Meta(max_length=64)] = {}
    by: Annotated[str, Meta(max_length=200)] = ""
    at: Moment | None = None


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """Mutations in the order they were made. `prev` is the `n` of the last one that the server acknowledged."""

    epoch: Id
    prev: Number
    mutations: Annotated[list[Mutation], Meta(max_length=MAX_MUTATIONS)]


class FieldConflict(msgspec.Struct, frozen=True, kw_only=True):
    """A field whose late value was set aside: the server's stays. `*` stands for the row itself: it was deleted."""

    field: str
    server: Any = None
    yours: Any = None


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why something was refused, for programs and for people."""

    code: str
    fr: str
    en: str


class Result(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a mutation.

    Attributes:
        status: `ok`; `merged`: applied beside changes of others that the author had not seen; `conflict`: some fields were set aside,
            the others applied; `rejected`: nothing of its group was applied.
        seq: the row's number after it; none where nothing was applied.
        conflicts: the fields that were set aside.
        by, at: whose values the server kept, and since when.
        reason: why it was rejected: a code and words in both languages.
        server: for a rejected change, what the server has in the fields it touched; none where it has no such row.
    """

    n: Number
    status: Status
    seq: Number | None = None
    conflicts: list[FieldConflict] = []
    by: str = ""
    at: Moment | None = None
    reason: Reason | None = None
    server: dict[str, Any] | None = None


class Pushed(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a push: the results of exactly its mutations, and the last `n` that the server has of this device."""

    last_n: Number
    results: list[Result]


class MalformedError(ValueError):
    """A message is not what the protocol says; the text says what is wrong, and where."""


def read_message(decoder: msgspec.json.Decoder[T], body: bytes) -> T:
    """The message in `body`.

    Raises:
        MalformedError: it is none.
    """
    try:
        return decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedError(str(error)) from error


READ_PUSH = msgspec.json.Decoder(Push)
READ_PUSHED = msgspec.json.Decoder(Pushed)


class Change(Message):
    """A row as it stands, or (`delete`) stood last: others may point to it. `by` and `at` say who changed it last and when."""

    seq: Number
    type: TypeName
    row: Id
    op: Literal["put", "delete"]
    data: dict[str, Any] = Field(default_factory=dict)
    by: str = ""
    at: str = ""


class TypeDigest(Message):
    """How many living rows of a type there are, and the sum of their marks (see `mark`)."""

    count: int
    total: int


class Changes(Message):
    """Rows by rising `seq`. At `more: false` they complete one snapshot, and `digest` describes it."""

    epoch: Id
    next: Number
    more: bool
    changes: list[Change]
    digest: dict[str, TypeDigest] | None = None


class Info(Message):
    """What the server serves.

    Attributes:
        epoch: the identity of its history; another one after a restore.
        epoch_head: the `seq` at which this history began: what a device acknowledged before is offered again on this base.
        lowest_schema: clients below it must be updated.
        last_n: the last mutation that the server has of the device that asks.
        time: the server's clock, to tell a device that its own is wrong; nothing is decided by it.
    """

    organisation: Id
    name: str
    head: Number
    epoch: Id
    epoch_head: Number
    schema_version: int
    lowest_schema: int
    max_mutations: int
    max_push_bytes: int
    max_changes: int
    chunk_bytes: int
    max_blob_bytes: int
    last_n: Number
    time: datetime


class Activation(Message):
    """A one-time code of the provider, spent by a new device."""

    code: Annotated[str, Field(min_length=4, max_length=64)]
    device_name: Annotated[str, Field(min_length=1, max_length=120, pattern=NO_NUL)]
    app_version: Annotated[str, Field(max_length=40, pattern=NO_NUL)] = ""


class Activated(Message):
    """What a new device is and may use.

    Attributes:
        letter: makes the numbers it gives offline unique.
        rows: how much the organisation has.
        recovery: a secret that is shown to nobody until the server does not know the refresh token; empty from an older server.
    """

    organisation: Id
    name: str
    siren: str
    device: Id
    letter: str
    epoch: Id
    rows: int
    access_token: str
    expires_in: int
    refresh_token: str
    recovery: str = ""


Secret = Annotated[str, Field(min_length=20, max_length=200)]


class TokenRequest(Message):
    """A refresh token, to be exchanged for a new pair; with `recovery` where the server has just said that it does not know it."""

    refresh_token: Secret
    recovery: Secret | None = None


class Tokens(Message):
    """A new pair of tokens; the refresh token that was sent is spent."""

    access_token: str
    expires_in: int
    refresh_token: str


class Problem(Message):
    """An error (RFC 9457). `code` is for programs: `unauthorised`, `revoked`, `device_forked`, `resync`, `too_large`, `upgrade`, `slow_down` …"""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    code: str = ""


_FACTOR, _MODULUS = 2654435761, 4294967291


def mark(seq: int) -> int:
    """A row's share in its type's digest. `seq` names one version of one row, so the sum of marks names the set of versions.

    The same arithmetic runs in SQL on both sides.
    """
    return seq * _FACTOR % _MODULUS


class TechnicianCode(Message):
    """A code that a technician read out or typed on a shop's computer."""

    code: Annotated[str, Field(min_length=4, max_length=40)]


class TechnicianAdmitted(Message):
    """The code was right and is spent. `technician`: whose it was; empty for the time-based code (`offline`), which names nobody."""

    technician: str
    offline: bool


class TechnicianSecret(Message):
    """What an organisation's computers check codes with while they have no network (RFC 6238, SHA-1).

    Attributes:
        secret: in base 32.
        digits, seconds: of a code, and how long it is the present one.
        window: codes so many steps before and after the present one are taken. A step that was used, and all before it, are refused.
    """

    secret: str
    digits: int
    seconds: int
    window: int
