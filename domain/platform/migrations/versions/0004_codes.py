"""Coded lists: those shipped with the program, and what an ambito or an ente says beside them."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.code_policies import protect_codes

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "common_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("list_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("label", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("searched", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("parent", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("is_historic", sa.Boolean(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "anpr",
                "inps",
                "national",
                "siso",
                "ours",
                name="code_source",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("attributes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_common_code")),
        sa.UniqueConstraint("list_name", "code", name=op.f("uq_common_code_list_name_code")),
        schema="organization",
    )
    op.create_table(
        "local_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("list_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("label", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("searched", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("parent", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("common_code", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("attributes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("label IS NOT NULL OR NOT is_own", name=op.f("ck_local_code_own_label")),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_local_code_ente_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_code")),
        sa.UniqueConstraint("list_name", "code", "ente_id", name=op.f("uq_local_code_list_name_code_ente_id")),
        schema="organization",
    )
    op.create_index(op.f("ix_local_code_ente_id"), "local_code", ["ente_id"], unique=False, schema="organization")
    protect_codes()


def downgrade() -> None:
    """Restore a backup instead: docs/runbooks/backup-and-restore.md."""
    raise NotImplementedError
