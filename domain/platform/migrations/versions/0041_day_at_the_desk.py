"""Numbers and contact sheets know the appointment they come from; screens in waiting rooms."""

from collections.abc import Sequence

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

from domain.platform.migrations.policies.waiting_room_policies import protect

revision: str = "0041"
down_revision: str | None = "0039"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Step forward."""
    _numbers()
    _sheets()
    _boards()
    protect()


def downgrade() -> None:
    """A step back would lose what is known: restore a copy instead (docs/runbooks/backup-and-restore.md)."""
    raise NotImplementedError


def _numbers() -> None:
    """Whose turn it is, and where they are called to."""
    text = sqlmodel.sql.sqltypes.AutoString()
    urgent = sa.Column("is_urgent", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("arrival", urgent, schema="reception")
    op.add_column("arrival", sa.Column("appointment_id", sa.Uuid(), nullable=True), schema="reception")
    op.add_column("arrival", sa.Column("due_at", sa.DateTime(timezone=True), nullable=True), schema="reception")
    op.add_column("arrival", sa.Column("called_to", text, nullable=False, server_default=""), schema="reception")
    for name in ("is_urgent", "called_to"):
        op.alter_column("arrival", name, server_default=None, schema="reception")
    op.create_unique_constraint(op.f("uq_arrival_appointment_id"), "arrival", ["appointment_id"], schema="reception")
    _points_at_appointment("arrival")


def _sheets() -> None:
    """The appointment that a contact came from."""
    op.add_column("contact_sheet", sa.Column("appointment_id", sa.Uuid(), nullable=True), schema="reception")
    op.create_index(op.f("ix_contact_sheet_appointment_id"), "contact_sheet", ["appointment_id"], schema="reception")
    _points_at_appointment("contact_sheet")


def _points_at_appointment(table: str) -> None:
    op.create_foreign_key(
        op.f(f"fk_{table}_appointment_id"),
        table,
        "appointment",
        ["appointment_id"],
        ["id"],
        source_schema="reception",
        referent_schema="scheduling",
    )


def _boards() -> None:
    """The screens."""
    op.create_table(
        "board",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ente_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("languages", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("is_spoken", sa.Boolean(), nullable=False),
        sa.Column("opened_by_id", sa.Uuid(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ente_id"], ["organization.ente.id"], name=op.f("fk_board_ente_id")),
        sa.ForeignKeyConstraint(["office_id"], ["organization.office.id"], name=op.f("fk_board_office_id")),
        sa.ForeignKeyConstraint(["opened_by_id"], ["organization.operator.id"], name=op.f("fk_board_opened_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board")),
        schema="reception",
    )
    for column in ("ente_id", "office_id"):
        op.create_index(op.f(f"ix_board_{column}"), "board", [column], schema="reception")
