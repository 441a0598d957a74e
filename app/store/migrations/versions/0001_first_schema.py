"""First schema: the office, its equipment, contracts, support, documents; audit and outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SORTED = (
    "condition",
    "contract_key",
    "designation_key",
    "inventory_key",
    "kind",
    "manufacturer_key",
    "model_key",
    "ownership",
    "person_key",
    "purchase_date",
    "serial_key",
    "site_key",
    "status",
    "updated_at",
    "warranty_end",
)


def upgrade() -> None:
    """Create every table of the first release."""
    _audit_entry()
    _local_setting()
    _organisation()
    _outbox()
    _site()
    _contract()
    _person()
    _contract_line()
    _equipment()
    _resignation()
    _assignment()
    _document()
    _support_request()
    _intervention()
    _rating()
    _equipment_search()


def _audit_entry() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
    )
    op.create_index("ix_audit_entry_row", "audit_entry", ["type", "row_id", "at"])


def _local_setting() -> None:
    op.create_table(
        "local_setting",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_local_setting"),
    )


def _organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("legal_form", sa.String(length=80), nullable=False),
        sa.Column("siren", sa.String(length=9), nullable=False),
        sa.Column("siret", sa.String(length=14), nullable=False),
        sa.Column("vat_number", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("postal_code", sa.String(length=10), nullable=False),
        sa.Column("city", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("iban", sa.String(length=34), nullable=False),
        sa.Column("bic", sa.String(length=11), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("micro_enterprise", sa.Boolean(), nullable=True),
        sa.Column("representative", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("mutation", sa.Uuid(), nullable=False),
        sa.Column("tx", sa.Uuid(), nullable=False),
        sa.Column("op", sa.String(length=10), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_outbox"),
        sa.UniqueConstraint("mutation", name="uq_outbox_mutation"),
        sqlite_autoincrement=True,
    )


def _site() -> None:
    op.create_table(
        "site",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("postal_code", sa.String(length=10), nullable=False),
        sa.Column("city", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("holiday_zone", sa.String(32), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_site"),
    )


def _contract() -> None:
    op.create_table(
        "contract",
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("offer", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("provider", sa.String(length=200), nullable=False),
        sa.Column("offer_copy", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("start", sa.String(10), nullable=False),
        sa.Column("commitment_months", sa.Integer(), nullable=False),
        sa.Column("device_kind", sa.String(32), nullable=True),
        sa.Column("follows_fleet", sa.Boolean(), nullable=False),
        sa.Column("linked_contract_id", sa.Uuid(), nullable=True),
        sa.Column("site_id", sa.Uuid(), nullable=True),
        sa.Column("signed_on", sa.String(10), nullable=True),
        sa.Column("signed_place", sa.String(length=120), nullable=False),
        sa.Column("ended_on", sa.String(10), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("provider_id", sa.String(length=80), nullable=False),
        sa.Column("offer_name", sa.String(length=200), nullable=False),
        sa.Column("offer_name_en", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("renewal", sa.String(32), nullable=False),
        sa.Column("renewal_months", sa.Integer(), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=False),
        sa.Column("monthly", sa.Integer(), nullable=False),
        sa.Column("monthly_vat", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["linked_contract_id"], ["contract.id"], name="fk_contract_linked_contract_id_contract"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_contract_site_id_site"),
        sa.PrimaryKeyConstraint("id", name="pk_contract"),
    )
    op.create_index("ix_contract_linked_contract_id", "contract", ["linked_contract_id"])
    op.create_index("ix_contract_status", "contract", ["status"])
    op.create_index("uq_contract_number", "contract", ["number"], unique=True, sqlite_where=sa.text("deleted_at IS NULL"))


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_person_site_id_site"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_index("ix_person_site_id", "person", ["site_id"])


def _contract_line() -> None:
    op.create_table(
        "contract_line",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=80), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_contract_line_contract_id_contract"),
        sa.PrimaryKeyConstraint("id", name="pk_contract_line"),
    )
    op.create_index("ix_contract_line_contract_id", "contract_line", ["contract_id"])


def _equipment() -> None:
    op.create_table(
        "equipment",
        sa.Column("nr", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("designation", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("manufacturer", sa.String(length=200), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("serial", sa.String(length=200), nullable=False),
        sa.Column("inventory_number", sa.String(length=100), nullable=False),
        sa.Column("condition", sa.String(32), nullable=False),
        sa.Column("ownership", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.Column("os_name", sa.String(length=120), nullable=False),
        sa.Column("os_version", sa.String(length=120), nullable=False),
        sa.Column("specs", sa.Text(), nullable=False),
        sa.Column("teamviewer_id", sa.String(length=40), nullable=False),
        sa.Column("licence_number", sa.String(length=120), nullable=False),
        sa.Column("purchase_date", sa.String(10), nullable=True),
        sa.Column("purchase_price", sa.Integer(), nullable=True),
        sa.Column("warranty_end", sa.String(10), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("designation_key", sa.String(length=300), nullable=False),
        sa.Column("manufacturer_key", sa.String(length=200), nullable=False),
        sa.Column("model_key", sa.String(length=200), nullable=False),
        sa.Column("serial_key", sa.String(length=200), nullable=False),
        sa.Column("inventory_key", sa.String(length=100), nullable=False),
        sa.Column("site_key", sa.String(length=200), nullable=False),
        sa.Column("person_key", sa.String(length=300), nullable=False),
        sa.Column("contract_key", sa.String(length=60), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_equipment_contract_id_contract"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_equipment_person_id_person"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_equipment_site_id_site"),
        sa.PrimaryKeyConstraint("nr", name="pk_equipment"),
        sa.UniqueConstraint("id", name="uq_equipment_id"),
    )
    living = sa.text("deleted_at IS NULL")
    for name in _SORTED:
        op.create_index(f"ix_equipment_by_{name}", "equipment", ["deleted_at", name])
    for name in ("contract_id", "person_id", "site_id"):
        op.create_index(f"ix_equipment_{name}", "equipment", [name], sqlite_where=living)


def _resignation() -> None:
    op.create_table(
        "resignation",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recipient_address", sa.Text(), nullable=False),
        sa.Column("notice_received", sa.String(10), nullable=False),
        sa.Column("effective_date", sa.String(10), nullable=False),
        sa.Column("send_by", sa.String(10), nullable=True),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("sent_on", sa.String(10), nullable=True),
        sa.Column("received_on", sa.String(10), nullable=True),
        sa.Column("confirmed_on", sa.String(10), nullable=True),
        sa.Column("tracking_number", sa.String(length=80), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_resignation_contract_id_contract"),
        sa.PrimaryKeyConstraint("id", name="pk_resignation"),
    )
    op.create_index("ix_resignation_contract_id", "resignation", ["contract_id"])


def _assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("equipment_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("from_day", sa.String(10), nullable=False),
        sa.Column("to_day", sa.String(10), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name="fk_assignment_equipment_id_equipment"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_assignment_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
    )
    op.create_index("ix_assignment_equipment_id", "assignment", ["equipment_id"])
    op.create_index("ix_assignment_person_id", "assignment", ["person_id"])


def _document() -> None:
    op.create_table(
        "document",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.Column("equipment_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_document_contract_id_contract"),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name="fk_document_equipment_id_equipment"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )
    op.create_index("ix_document_contract_id", "document", ["contract_id"])
    op.create_index("ix_document_equipment_id", "document", ["equipment_id"])


def _support_request() -> None:
    op.create_table(
        "support_request",
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("urgency", sa.String(32), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("equipment_id", sa.Uuid(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", sa.String(32), nullable=False),
        sa.Column("closed_at", sa.String(32), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_support_request_contract_id_contract"),
        sa.ForeignKeyConstraint(["equipment_id"], ["equipment.id"], name="fk_support_request_equipment_id_equipment"),
        sa.PrimaryKeyConstraint("id", name="pk_support_request"),
        sa.UniqueConstraint("number", name="uq_support_request_number"),
    )
    op.create_index("ix_support_request_equipment_id", "support_request", ["equipment_id"])
    op.create_index("ix_support_request_status", "support_request", ["status", "opened_at"])


def _intervention() -> None:
    op.create_table(
        "intervention",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("technician", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("ended_at", sa.String(32), nullable=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["request_id"], ["support_request.id"], name="fk_intervention_request_id_support_request"),
        sa.PrimaryKeyConstraint("id", name="pk_intervention"),
    )
    op.create_index("ix_intervention_request_id", "intervention", ["request_id"])
    op.create_index("ix_intervention_started_at", "intervention", ["started_at"])


def _rating() -> None:
    op.create_table(
        "rating",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("value", sa.String(32), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("rated_at", sa.String(32), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["request_id"], ["support_request.id"], name="fk_rating_request_id_support_request"),
        sa.PrimaryKeyConstraint("id", name="pk_rating"),
        sa.UniqueConstraint("request_id", name="uq_rating_request_id"),
    )


def _equipment_search() -> None:
    """Full text over `equipment.search`: whole words by their beginning (1 or 2 letters), anything longer by trigrams."""
    op.execute(
        "CREATE VIRTUAL TABLE equipment_words USING fts5(search, content='equipment', content_rowid='nr', "
        "tokenize='unicode61', prefix='1 2', detail='none')"
    )
    op.execute("CREATE VIRTUAL TABLE equipment_trigrams USING fts5(search, content='equipment', content_rowid='nr', tokenize='trigram')")
    added = "INSERT INTO {table}(rowid, search) VALUES (new.nr, new.search);"
    removed = "INSERT INTO {table}({table}, rowid, search) VALUES ('delete', old.nr, old.search);"
    tables = ("equipment_words", "equipment_trigrams")
    add = " ".join(added.format(table=table) for table in tables)
    remove = " ".join(removed.format(table=table) for table in tables)
    op.execute(f"CREATE TRIGGER equipment_search_added AFTER INSERT ON equipment BEGIN {add} END")
    op.execute(f"CREATE TRIGGER equipment_search_removed AFTER DELETE ON equipment BEGIN {remove} END")
    op.execute(
        "CREATE TRIGGER equipment_search_changed AFTER UPDATE OF search ON equipment "
        f"WHEN old.search IS NOT new.search BEGIN {remove} {add} END"
    )
