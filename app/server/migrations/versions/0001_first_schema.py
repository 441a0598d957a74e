"""First schema of the server."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table of the first release."""
    _audit()
    _organisation()
    _secret()
    _staff()
    _activation_code()
    _device()
    _digest()
    _mail()
    _rating_link()
    _record()
    _unique_value()
    _blob()
    _push()
    _token()
    _blob_chunk()
    _technician_code()
    _technician_secret()
    _repeat()


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.String(254), nullable=False),
        sa.Column("organisation", sa.String(36), nullable=True),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_organisation", "audit", ["organisation"])


def _organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("siren", sa.String(9), nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.String(36), nullable=False),
        sa.Column("epoch_head", sa.BigInteger(), nullable=False),
        sa.Column("purged_to", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.UniqueConstraint("siren", name="uq_organisation_siren"),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
    )


def _secret() -> None:
    op.create_table(
        "secret",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("value", sa.String(128), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_secret"),
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("disabled_at", sa.String(32), nullable=True),
        sa.UniqueConstraint("email", name="uq_staff_email"),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
    )


def _activation_code() -> None:
    op.create_table(
        "activation_code",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.String(32), nullable=False),
        sa.Column("used_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name="fk_activation_code_organisation_organisation", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_activation_code"),
    )


def _device() -> None:
    op.create_table(
        "device",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("letter", sa.String(4), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("app_version", sa.String(40), nullable=False),
        sa.Column("last_n", sa.BigInteger(), nullable=False),
        sa.Column("acknowledged_n", sa.BigInteger(), nullable=False),
        sa.Column("forked_from", sa.String(36), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("seen_at", sa.String(32), nullable=False),
        sa.Column("revoked_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["organisation"], ["organisation.id"], name="fk_device_organisation_organisation", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_device"),
    )
    op.create_index("ix_device_letter", "device", ["organisation", "letter"], unique=True)
    op.create_index("ix_device_organisation", "device", ["organisation"])


def _digest() -> None:
    op.create_table(
        "digest",
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["organisation"], ["organisation.id"], name="fk_digest_organisation_organisation", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("organisation", "type", name="pk_digest"),
    )


def _mail() -> None:
    op.create_table(
        "mail",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("recipient", sa.String(254), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("row_id", sa.String(36), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.String(32), nullable=False),
        sa.Column("claimed_until", sa.String(32), nullable=True),
        sa.Column("sending_at", sa.String(32), nullable=True),
        sa.Column("sent_at", sa.String(32), nullable=True),
        sa.Column("given_up_at", sa.String(32), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["organisation"], ["organisation.id"], name="fk_mail_organisation_organisation", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_mail"),
    )
    op.create_index("ix_mail_waiting", "mail", ["sent_at", "next_at"])


def _rating_link() -> None:
    op.create_table(
        "rating_link",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("request", sa.String(36), nullable=False),
        sa.Column("expires_at", sa.String(32), nullable=False),
        sa.Column("used_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["organisation"], ["organisation.id"], name="fk_rating_link_organisation_organisation", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_rating_link"),
    )
    op.create_index("ix_rating_link_request", "rating_link", ["request"])


def _record() -> None:
    op.create_table(
        "record",
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("row_id", sa.String(36), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("first_author", sa.String(80), nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["organisation"], ["organisation.id"], name="fk_record_organisation_organisation", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("organisation", "row_id", name="pk_record"),
    )
    op.create_index("ix_record_seq", "record", ["organisation", "seq"], unique=True)
    names = (
        "organisation",
        "contract",
        "support_request",
        "request_message",
        "intervention",
        "rating",
        "claim",
        "resignation",
        "backup_option",
    )
    some = sa.text(" OR ".join(f"type = '{name}'" for name in names))
    op.create_index("ix_record_type", "record", ["organisation", "type"], sqlite_where=some, postgresql_where=some)


def _unique_value() -> None:
    op.create_table(
        "unique_value",
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("value", sa.String(80), nullable=False),
        sa.Column("row_id", sa.String(36), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name="fk_unique_value_organisation_organisation", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("organisation", "type", "value", name="pk_unique_value"),
    )


def _blob() -> None:
    op.create_table(
        "blob",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("device", sa.String(36), nullable=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("done_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["organisation"], ["organisation.id"], name="fk_blob_organisation_organisation", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name="fk_blob_device_device", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_blob"),
    )
    op.create_index("ix_blob_sha256", "blob", ["organisation", "sha256"])


def _push() -> None:
    op.create_table(
        "push",
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("last_n", sa.BigInteger(), nullable=False),
        sa.Column("first_n", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name="fk_push_device_device", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("device", "last_n", name="pk_push"),
    )
    op.create_index("ix_push_at", "push", ["at"])


def _token() -> None:
    op.create_table(
        "token",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("family", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("device", sa.String(36), nullable=True),
        sa.Column("staff", sa.String(36), nullable=True),
        sa.Column("issued_at", sa.String(32), nullable=False),
        sa.Column("expires_at", sa.String(32), nullable=False),
        sa.Column("used_at", sa.String(32), nullable=True),
        sa.Column("spent_at", sa.String(32), nullable=True),
        sa.Column("revoked_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name="fk_token_device_device", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_token_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", name="pk_token"),
    )
    op.create_index("ix_token_family", "token", ["family"])


def _blob_chunk() -> None:
    op.create_table(
        "blob_chunk",
        sa.Column("blob", sa.String(36), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["blob"], ["blob.id"], name="fk_blob_chunk_blob_blob", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("blob", "start", name="pk_blob_chunk"),
    )


def _technician_code() -> None:
    op.create_table(
        "technician_code",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("staff", sa.String(36), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("expires_at", sa.String(32), nullable=False),
        sa.Column("used_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name="fk_technician_code_organisation_organisation", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_technician_code_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_technician_code"),
    )
    op.create_index("ix_technician_code_organisation", "technician_code", ["organisation"])


def _technician_secret() -> None:
    op.create_table(
        "technician_secret",
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("value", sa.String(64), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name="fk_technician_secret_organisation_organisation", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("organisation", name="pk_technician_secret"),
    )


def _repeat() -> None:
    op.create_table(
        "repeat",
        sa.Column("staff", sa.String(36), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_repeat_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("staff", "key", name="pk_repeat"),
    )
    op.create_index("ix_repeat_at", "repeat", ["at"])
