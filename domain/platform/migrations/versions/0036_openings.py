"""A letter that is opened on the portal may count as received."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from domain.platform.migrations.policies.applications import opening_policies

revision: str = "0036"
down_revision: str | None = "0034"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    op.add_column(
        "appeal_words",
        sa.Column("is_received_on_opening", sa.Boolean(), nullable=False, server_default=sa.false()),
        schema="intake",
    )
    op.alter_column("appeal_words", "is_received_on_opening", server_default=None, schema="intake")
    op.create_table(
        "letter_opening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("opened_by_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name="fk_letter_opening_ente_id"),
        sa.ForeignKeyConstraint(["application_id"], ["intake.application.id"], name="fk_letter_opening_application_id"),
        sa.ForeignKeyConstraint(["letter_id"], ["intake.passage_letter.id"], name="fk_letter_opening_letter_id"),
        sa.ForeignKeyConstraint(["person_id"], ["registry.person.id"], name="fk_letter_opening_person_id"),
        sa.ForeignKeyConstraint(["opened_by_id"], ["registry.person.id"], name="fk_letter_opening_opened_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_letter_opening"),
        sa.UniqueConstraint("letter_id", name="uq_letter_opening_letter_id"),
        schema="intake",
    )
    for column in ("ente_id", "application_id", "person_id", "opened_by_id"):
        op.create_index(f"ix_letter_opening_{column}", "letter_opening", [column], schema="intake")
    opening_policies.protect()


def downgrade() -> None:
    """Never: every step goes forward."""
    raise NotImplementedError
