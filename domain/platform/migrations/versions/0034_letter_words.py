"""An ente writes the words of its letters."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from domain.platform.migrations.policies.applications import letter_policies

revision: str = "0034"
down_revision: str | None = "0033"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.create_table(
        "letter_template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("opening", sa.String(), nullable=False),
        sa.Column("closing", sa.String(), nullable=False),
        sa.Column("is_shipped", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name="fk_letter_template_ente_id"),
        sa.ForeignKeyConstraint(["written_by_id"], ["organization.operator.id"], name="fk_letter_template_written_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_letter_template"),
        sa.UniqueConstraint("ente_id", "letter", "language", "number", name="uq_letter_template_ente_id_letter_language_number"),
        schema="intake",
    )
    letter_policies.protect()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
