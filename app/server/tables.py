"""The server's tables, the same on SQLite and PostgreSQL.

Records are kept as the JSON they travel in: the server decides who may change what, it does not compute with them.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
#: Identifiers are UUID text: what travels is what is compared, and no driver converts it.
_ID = String(36)
_MOMENT = String(32)
#: Types that staff and links in mails look for by type, or read by pages. The others, of which an office has most (machines, hand-overs),
#: pay nothing for the index. Written with `OR`: SQLite recognises that in a query for one of them, and `IN` it does not.
LOOKED_FOR = (
    "organisation",
    "site",
    "contract",
    "contract_line",
    "support_request",
    "request_message",
    "intervention",
    "rating",
    "claim",
    "resignation",
    "document",
    "backup_option",
    "published_offer",
    "bridge_day",
)
_IS_LOOKED_FOR = text(" OR ".join(f"type = '{name}'" for name in LOOKED_FOR))


def _organisation() -> Column[str]:
    return Column("organisation", _ID, ForeignKey("organisation.id", ondelete="CASCADE"), primary_key=True)


#: `renewed_at`: when an administrator last said that an older copy of the database took the place of a newer one.
organisation = Table(
    "organisation",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("siren", String(9), nullable=False, unique=True),
    Column("head", BigInteger, nullable=False),
    Column("epoch", _ID, nullable=False),
    Column("epoch_head", BigInteger, nullable=False),
    Column("purged_to", BigInteger, nullable=False),
    Column("created_at", _MOMENT, nullable=False),
    Column("renewed_at", _MOMENT, nullable=True),
)

#: A row of an organisation. `data`: its values; `marks`: for fields changed since it was made, `[seq, author]`; the others are from
#: `first_seq` and `first_author`. `author`, `by` and `at`: who changed it last.
record = Table(
    "record",
    METADATA,
    _organisation(),
    Column("row_id", _ID, primary_key=True),
    Column("type", String(40), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("data", Text, nullable=False),
    Column("marks", Text, nullable=False),
    Column("first_seq", BigInteger, nullable=False),
    Column("first_author", String(80), nullable=False),
    Column("author", String(80), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", _MOMENT, nullable=False),
    Index("ix_record_seq", "organisation", "seq", unique=True),
    Index("ix_record_type", "organisation", "type", "row_id", sqlite_where=_IS_LOOKED_FOR, postgresql_where=_IS_LOOKED_FOR),
)

#: What a machine was before it broke down or was lost: that is what the end of its claim makes it again.
former_status = Table(
    "former_status",
    METADATA,
    Column("organisation", _ID, primary_key=True),
    Column("row_id", _ID, primary_key=True),
    Column("status", String(40), nullable=False),
    ForeignKeyConstraint(["organisation", "row_id"], ["record.organisation", "record.row_id"], ondelete="CASCADE"),
)

#: Count and sum of marks of the living rows of a type, kept by the writing path.
digest = Table(
    "digest",
    METADATA,
    _organisation(),
    Column("type", String(40), primary_key=True),
    Column("count", BigInteger, nullable=False),
    Column("total", BigInteger, nullable=False),
)

#: Which row holds a value that no two rows of a type may share.
unique_value = Table(
    "unique_value",
    METADATA,
    _organisation(),
    Column("type", String(40), primary_key=True),
    Column("value", String(80), primary_key=True),
    Column("row_id", _ID, nullable=False),
)

#: `recovery`: the hash of the secret that lets a device back in where a restored database does not know its tokens.
device = Table(
    "device",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("organisation", _ID, ForeignKey("organisation.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("letter", String(4), nullable=False),
    Column("name", String(120), nullable=False),
    Column("app_version", String(40), nullable=False),
    Column("last_n", BigInteger, nullable=False),
    Column("acknowledged_n", BigInteger, nullable=False),
    Column("forked_from", _ID, nullable=True),
    Column("created_at", _MOMENT, nullable=False),
    Column("seen_at", _MOMENT, nullable=False),
    Column("revoked_at", _MOMENT, nullable=True),
    Column("recovery", String(64), nullable=True, unique=True, index=True),
    Index("ix_device_letter", "organisation", "letter", unique=True),
)

#: The stored results of a push, to be returned again however often it is repeated: `body` is `[[mutation id, result], …]`.
push = Table(
    "push",
    METADATA,
    Column("device", _ID, ForeignKey("device.id", ondelete="CASCADE"), primary_key=True),
    Column("last_n", BigInteger, primary_key=True),
    Column("first_n", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", _MOMENT, nullable=False, index=True),
)

activation_code = Table(
    "activation_code",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("organisation", _ID, ForeignKey("organisation.id", ondelete="CASCADE"), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("tries_left", Integer, nullable=False),
    Column("expires_at", _MOMENT, nullable=False),
    Column("used_at", _MOMENT, nullable=True),
)

staff = Table(
    "staff",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("created_at", _MOMENT, nullable=False),
    Column("disabled_at", _MOMENT, nullable=True),
)

#: Opaque tokens by the SHA-256 of their 256 bits. `used_at`: when an access token first came in. A family is revoked as a whole when a
#: spent refresh token comes back although its successors were used.
token = Table(
    "token",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("family", _ID, nullable=False, index=True),
    Column("kind", String(10), nullable=False),
    Column("device", _ID, ForeignKey("device.id", ondelete="CASCADE"), nullable=True, index=True),
    Column("staff", _ID, ForeignKey("staff.id", ondelete="CASCADE"), nullable=True),
    Column("issued_at", _MOMENT, nullable=False),
    Column("expires_at", _MOMENT, nullable=False),
    Column("used_at", _MOMENT, nullable=True),
    Column("spent_at", _MOMENT, nullable=True),
    Column("revoked_at", _MOMENT, nullable=True),
)

#: An attachment that is being uploaded, or (`done_at`) is whole; its bytes are in `blob_chunk`, so that any process can serve them.
blob = Table(
    "blob",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("organisation", _ID, ForeignKey("organisation.id", ondelete="CASCADE"), nullable=False),
    Column("device", _ID, ForeignKey("device.id", ondelete="SET NULL"), nullable=True),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("received", BigInteger, nullable=False),
    Column("started_at", _MOMENT, nullable=False),
    Column("done_at", _MOMENT, nullable=True),
    Index("ix_blob_sha256", "organisation", "sha256"),
)

blob_chunk = Table(
    "blob_chunk",
    METADATA,
    Column("blob", _ID, ForeignKey("blob.id", ondelete="CASCADE"), primary_key=True),
    Column("start", BigInteger, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

#: Who did what, for the provider. Append-only.
audit = Table(
    "audit",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("at", _MOMENT, nullable=False, index=True),
    Column("who", String(254), nullable=False),
    Column("organisation", _ID, nullable=True, index=True),
    Column("action", String(60), nullable=False),
    Column("detail", Text, nullable=False),
)

#: Mails to send: tried again until they are sent or given up. `claim`: the worker's who had it last, until `claimed_until`; `tries`: those
#: since it was queued or last queued again; `sending_at`: its text is on its way, and nobody can know any more that it did not arrive.
mail = Table(
    "mail",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("organisation", _ID, ForeignKey("organisation.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("recipient", String(254), nullable=False),
    Column("language", String(2), nullable=False),
    Column("row_id", _ID, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_at", _MOMENT, nullable=False),
    Column("claim", _ID, nullable=True),
    Column("claimed_until", _MOMENT, nullable=True),
    Column("sending_at", _MOMENT, nullable=True),
    Column("sent_at", _MOMENT, nullable=True),
    Column("given_up_at", _MOMENT, nullable=True),
    Column("error", Text, nullable=False),
    Column("created_at", _MOMENT, nullable=False),
    Index("ix_mail_waiting", "sent_at", "next_at"),
)

#: Links of rating mails: each works once, until it expires. The signed link carries the id alone.
rating_link = Table(
    "rating_link",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("organisation", _ID, ForeignKey("organisation.id", ondelete="CASCADE"), nullable=False),
    Column("request", _ID, nullable=False, index=True),
    Column("expires_at", _MOMENT, nullable=False),
    Column("used_at", _MOMENT, nullable=True),
)

#: One-time codes by which a technician shows a shop's computer who they are.
technician_code = Table(
    "technician_code",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("organisation", _ID, ForeignKey("organisation.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("staff", _ID, ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("expires_at", _MOMENT, nullable=False),
    Column("used_at", _MOMENT, nullable=True),
)

#: What an organisation's computers check technicians' codes with while they are offline, and how many wrong codes came in lately.
#: `last_step`: of the time-based code that was used last; an older one, or the same again, is refused.
technician_secret = Table(
    "technician_secret",
    METADATA,
    Column("organisation", _ID, ForeignKey("organisation.id", ondelete="CASCADE"), primary_key=True),
    Column("value", String(64), nullable=False),
    Column("made_at", _MOMENT, nullable=False),
    Column("last_step", BigInteger, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failed_at", _MOMENT, nullable=True),
)

#: Answers to staff's requests that carried an `Idempotency-Key`: the same request again gets the same answer and does nothing.
repeat = Table(
    "repeat",
    METADATA,
    Column("staff", _ID, ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(80), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("at", _MOMENT, nullable=False, index=True),
)

#: What was published to all organisations, for those that are added later: the record that each of them gets.
publication = Table(
    "publication",
    METADATA,
    Column("row_id", _ID, primary_key=True),
    Column("type", String(40), nullable=False),
    Column("data", Text, nullable=False),
    Column("author", String(80), nullable=False),
    Column("by", String(200), nullable=False),
    Column("published_at", _MOMENT, nullable=False),
)

#: What an address has to its account for its requests of `name`: nothing from `settled_at` on, in microseconds of Unix time.
knock = Table(
    "knock",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("address", String(60), primary_key=True),
    Column("settled_at", BigInteger, nullable=False, index=True),
)

#: Secrets that the server made for itself: the key that signs links.
secret = Table("secret", METADATA, Column("name", String(40), primary_key=True), Column("value", String(128), nullable=False))
