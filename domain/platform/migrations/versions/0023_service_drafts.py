"""Services are written in the browser: a draft until it is published."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.row_security import grant, guard, in_reach

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward: a draft is its ente's, and no citizen reads it."""
    op.create_table(
        "service_draft",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=True),
        sa.Column("slug", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("card", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("form", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("term_days", sa.Integer(), nullable=False),
        sa.Column("procedure_slug", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_online", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_by_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("term_days > 0", name=op.f("ck_service_draft_term_days")),
        sa.ForeignKeyConstraint(["changed_by_id"], ["organization.operator.id"],
                                name=op.f("fk_service_draft_changed_by_id")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_service_draft_ente_id")),
        sa.ForeignKeyConstraint(["service_id"], ["catalogue.service.id"], name=op.f("fk_service_draft_service_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_draft")),
        sa.UniqueConstraint("ente_id", "slug", name=op.f("uq_service_draft_ente_id_slug")),
        schema="catalogue",
    )
    op.create_index(op.f("ix_service_draft_service_id"), "service_draft", ["service_id"], unique=False,
                    schema="catalogue")
    guard("catalogue.service_draft", in_reach())
    grant("catalogue")


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
