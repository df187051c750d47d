"""Documents are asked once: kinds that expire, what a file holds, promises with a day, pages in their order."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op

from domain.platform.migrations.policies.applications.paper_policies import carry_over, protect

revision: str = "0028"
down_revision: str | None = "0027"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

KINDS = (
    "identity_card", "passport", "residence_permit", "isee_certificate", "medical_certificate", "disability_report",
    "rental_contract", "decree", "receipt", "other",
)  # fmt: skip


def upgrade() -> None:
    """Step forward."""
    op.drop_constraint("ck_document_document_kind", "document", schema="documents")
    listed = ", ".join(f"'{kind}'" for kind in KINDS)
    op.create_check_constraint("ck_document_document_kind", "document", f"kind IN ({listed})", schema="documents")
    op.add_column("document", sa.Column("held_at", sa.DateTime(timezone=True), nullable=True), schema="documents")
    _rules()
    op.add_column(
        "attachment", sa.Column("place", sa.Integer(), server_default="0", nullable=False), schema="intake"
    )
    op.add_column(
        "attachment", sa.Column("is_reused", sa.Boolean(), server_default=sa.false(), nullable=False), schema="intake"
    )
    _promises()
    protect()
    carry_over()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError


def _rules() -> None:
    """What an ente says of a kind of document."""
    kind = sa.Enum(*KINDS, name="document_kind", native_enum=False, create_constraint=True, length=40)
    lasting = sa.Enum(
        "as_written", "year_end", "months", name="lasting", native_enum=False, create_constraint=True, length=40
    )
    op.create_table(
        "kind_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("is_expiring", sa.Boolean(), nullable=False),
        sa.Column("lasting", lasting, nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("(lasting = 'months') = (months IS NOT NULL)", name=op.f("ck_kind_rule_months")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_kind_rule_ente_id")),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["organization.operator.id"], name=op.f("fk_kind_rule_written_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kind_rule")),
        sa.UniqueConstraint("ente_id", "kind", "starts_on", name=op.f("uq_kind_rule_ente_id_kind_starts_on")),
        schema="documents",
    )


def _promises() -> None:
    """What was promised for later."""
    op.create_table(
        "promised_paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("field", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["application_id"], ["intake.application.id"], name=op.f("fk_promised_paper_application_id")
        ),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_promised_paper_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promised_paper")),
        sa.UniqueConstraint("application_id", "field", name=op.f("uq_promised_paper_application_id_field")),
        schema="intake",
    )
    op.create_index(
        op.f("ix_promised_paper_ente_id"), "promised_paper", ["ente_id"], unique=False, schema="intake"
    )
    op.create_index(
        "ix_promised_paper_to_remind", "promised_paper", ["due_on"], unique=False, schema="intake",
        postgresql_where=sa.text("reminded_at IS NULL"),
    )  # fmt: skip
